"""The store as it was: an address with `per` is answered from that snapshot, says so, and keeps to it in its links."""

from collections import OrderedDict
from threading import Lock
from urllib.parse import quote, urlsplit

from dash.development.base_component import Component

from dashboard.errors import UserError
from dashboard.store import snapshots
from dashboard.store.database import Store
from dashboard.store.snapshots import Snapshot
from dashboard.swedish import date_words
from dashboard.ui.markup import Element, Node, flat, h

WORD = "per"
# Each open snapshot is a database of its own; a meeting looks at one or two.
_MOST_OPEN = 4
# What the server answers itself: these addresses have other words.
_FILES = ("/data", "/fil", "/bild", "/inbaddat", "/flode", "/importera", "/assets", "/kallor/bild")


class Past:
    """Opens snapshots of a store's history; safe to share between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._open: OrderedDict[str, Store] = OrderedDict()
        self._opening = Lock()

    def at(self, wanted: str) -> tuple[Store, Snapshot] | None:
        """The store as it was at a snapshot's id, or at a day's end ('2026-03-26'); None where that is not kept."""
        found = self._found(wanted)
        if found is None:
            return None
        with self._opening:
            held = self._open.pop(found.id, None) or self._store.at(found.id)
            self._open[found.id] = held
            while len(self._open) > _MOST_OPEN:
                self._open.popitem(last=False)
        return held, found

    def _found(self, wanted: str) -> Snapshot | None:
        try:
            kept = snapshots.history(self._store.folder)
        except UserError:
            return None
        return snapshots.at(kept, wanted)


def banner(made: str, today: str, *, changed: bool) -> Node:
    """Says that the page shows an earlier state, whether it has changed since, and leads to today's."""
    words = f"Så som det såg ut {date_words(made[:10])}. "
    since = (
        "Siffror eller ord på sidan har ändrats sedan dess. " if changed else "Inget på sidan har ändrats sedan dess. "
    )
    return h(
        "div",
        {"class": "notice past", "role": "status"},
        h("p", None, h("b", None, words), since, h("a", {"href": today}, "Visa dagens")),
    )


def gone(wanted: str, *, shown: bool = True) -> str:
    """What is said where a snapshot is not kept any more; `shown` that today's figures stand there instead."""
    today = " Här visas dagens siffror." if shown else ""
    return f"Läget ”{wanted[:40]}” finns inte kvar i datalagret.{today}"


def kept_in(node: Node, wanted: str) -> Node:
    """The same tree with `per` in every link to a page and in every select that leads to one."""
    return [_kept(part, wanted) for part in flat(node)]


def _kept(node: Element | Component | str | int | float, wanted: str) -> Node:
    if not isinstance(node, Element):
        return node
    made = dict(node.attributes)
    for name in ("href", "value") if node.tag == "option" else ("href",):
        if isinstance(made.get(name), str):
            made[name] = with_word(str(made[name]), wanted)
    return Element(node.tag, made, tuple(_kept(child, wanted) for child in flat(node.children)))


def with_word(address: str, wanted: str) -> str:
    """An address within the site with `per`; all others as they were."""
    parts = urlsplit(address)
    if not address.startswith("/") or parts.path.startswith(_FILES) or f"{WORD}=" in parts.query:
        return address
    query = "&".join(part for part in (parts.query, f"{WORD}={quote(wanted)}") if part)
    return parts._replace(query=query).geturl()


def without_word(pathname: str, search: str) -> str:
    """The page's own address without `per`: today's state."""
    words = [part for part in search.removeprefix("?").split("&") if part and not part.startswith(f"{WORD}=")]
    return pathname + (f"?{'&'.join(words)}" if words else "")
