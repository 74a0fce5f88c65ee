"""What a page is called and says, in the head of its first answer: for lists of hits, and links in mail and chats."""

from collections import OrderedDict
from datetime import date
from html import escape
from threading import Lock

from dashboard.store.snapshots import Snapshot
from dashboard.tasks.pictures import sentence
from dashboard.tasks.shelf import as_it_was
from dashboard.ui import shell, url
from dashboard.ui.figure_menu import Ways
from dashboard.web.reader import Drawn, Reader

PREVIEW = "forhandsvisning"
_MOST_KEPT = 500
_LONGEST = 300


class Previews:
    """Makes each once per state of the store; `address` is the server's own, without which no picture can be named."""

    def __init__(self, reader: Reader, address: str) -> None:
        self._reader, self._address = reader, address
        self._kept: OrderedDict[tuple[str, ...], str] = OrderedDict()
        self._keeping = Lock()

    def head(self, pathname: str, query: str) -> str:
        """<title> and <meta> elements of an address."""
        search = f"?{query}" if query else ""
        key = (self._reader.state, date.today().isoformat(), pathname, search)
        with self._keeping:
            known = self._kept.get(key)
        if known is None:
            known = self._head(self._reader.prepared(pathname, search), pathname, search)
            with self._keeping:
                self._kept[key] = known
                while len(self._kept) > _MOST_KEPT:
                    self._kept.popitem(last=False)
        return known

    def _head(self, drawn: Drawn, pathname: str, search: str) -> str:
        found = self._state(pathname, search)
        then = f"{as_it_was(found.made[:10])}. " if found else ""
        said = f"{then}{sentence(drawn.node) or shell.DESCRIPTION}"
        known = self._reader.page(pathname) is not None
        return self.told(drawn.heading, said, url.own(pathname, search, today=not found) if known else "")

    def told(self, heading: str, said: str, address: str) -> str:
        """Of a page with this heading, which says this first; `address` '' where it has none to be found by."""
        title, said = f"{heading} · {shell.NAME}", said[:_LONGEST]
        told = {"og:site_name": shell.NAME, "og:type": "website", "og:locale": "sv_SE"}
        told |= {"og:title": heading, "og:description": said}
        pictured = self._address and address
        if pictured:
            told["og:url"] = f"{self._address}{address}"
            told["og:image"] = f"{self._address}{Ways.of(address).file(PREVIEW, 'png')}"
            told |= {"og:image:width": "1200", "og:image:height": "630", "og:image:alt": f"{heading}. {said}"}
        metas = "".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in told.items())
        large = '<meta name="twitter:card" content="summary_large_image">' if pictured else ""
        return f'<title>{escape(title)}</title><meta name="description" content="{escape(said)}">{metas}{large}'

    def _state(self, pathname: str, search: str) -> Snapshot | None:
        """The earlier state that the page shows; None for today's, also where the address names one that is gone."""
        _, chosen = url.parse(pathname, search)
        held = self._reader.past.at(chosen.snapshot) if chosen.snapshot else None
        return held[1] if held else None
