"""What is taken from pages, at stable addresses: /bild/… pictures and tables, /inbaddat/… parts for other sites."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

from flask import Flask, Response, make_response, request

from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.swedish import slug
from dashboard.tasks import pictures
from dashboard.tasks.shelf import Shelf
from dashboard.ui import messages, url
from dashboard.ui.figure_menu import EMBEDDED, PICTURES
from dashboard.ui.markup import h
from dashboard.web.asking import Asking
from dashboard.web.embedded import Embedded
from dashboard.web.files import told_busy
from dashboard.web.plain import Plain
from dashboard.web.previews import PREVIEW

_TYPES = {"png": "image/png", "svg": "image/svg+xml", "csv": "text/csv; charset=utf-8"}
_LONGEST_NAME = 100
_MOST_DRAWN = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A page that an address names, and what it is asked of: today's store, or the one that `per` names."""

    held: Shelf
    name: str
    chosen: Selection
    drawn: "_Drawn"

    def shown(self) -> pictures.Shown:
        return self.drawn.page(self)

    def home(self, fragment: str = "") -> str:
        """The page's own address, in the same state."""
        return url.address(self.name, replace(self.chosen, snapshot=self.held.per or None), fragment)


class _Drawn:
    """The pages that were drawn last: a page's figures are often asked for one after the other."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], pictures.Shown] = OrderedDict()
        self._keeping = Lock()

    def page(self, asked: Asked) -> pictures.Shown:
        key = (asked.held.store.snapshot, asked.held.per, date.today(), asked.name, asked.chosen)
        with self._keeping:
            found = self._kept.get(key)
        if found is None:
            found = pictures.shown(asked.held, asked.name, asked.chosen)
            with self._keeping:
                self._kept[key] = found
                while len(self._kept) > _MOST_DRAWN:
                    self._kept.popitem(last=False)
        return found


@dataclass(frozen=True, slots=True)
class _Taking:
    """Reads such addresses."""

    asking: Asking
    embedded: Embedded
    drawn: _Drawn = field(default_factory=_Drawn)

    def page(self, pathname: str) -> Asked | None:
        """None where no page has the address; UserError where a word of it can't be used, or the state is gone."""
        name, chosen = self.asking.chosen(pathname)
        if name is None:
            return None
        held, chosen = self.asking.shelf(chosen)
        return Asked(held, name, chosen, self.drawn)

    def picture(self, place: str) -> Response:
        page, _, file = place.rpartition("/")
        figure, _, form = file.rpartition(".")
        asked = self.page(f"/{page}") if form in _TYPES else None
        if asked is None:
            raise UserError("Det finns ingen bild på den här adressen.")
        return self.asking.answer(asked.held, asked.chosen, lambda mark: self._file(asked, figure, form, mark))

    def _file(self, asked: Asked, figure: str, form: str, mark: str) -> Response:
        """Drawn first, which refuses a figure that is not there; only the pixels take their turn."""
        page = asked.shown()
        if figure == PREVIEW and form == "png":
            content = self.asking.workshop.file(mark, lambda: pictures.preview(asked.held, page))
            return make_response(content, 200, {"Content-Type": _TYPES[form]})
        page.figure(figure)
        content = self.asking.workshop.file(mark, lambda: pictures.figure_file(asked.held, page, figure, form))
        answer = make_response(content, 200, {"Content-Type": _TYPES[form]})
        how = "attachment" if form == "csv" else "inline"
        name = slug(f"maltavlan {page.title}")[:_LONGEST_NAME].strip("-")
        answer.headers["Content-Disposition"] = f'{how}; filename="{name}-{slug(figure)}.{form}"'
        return answer

    def part(self, place: str) -> Response:
        """A page's own card, or where no page has the address, a figure of the page that the rest of it names."""
        asked = self.page(place)
        if asked is not None:
            return self.asking.answer(asked.held, asked.chosen, lambda _: self._card(asked))
        page, _, figure = place.rpartition("/")
        of = self.page(page or "/")
        if of is None:
            raise UserError("Det finns ingen sida på den här adressen.")
        return self.asking.answer(
            of.held, of.chosen, lambda _: self.embedded.figure(of.shown(), figure, of.home(figure))
        )

    def _card(self, asked: Asked) -> Response:
        # On other pages `rad` opens no row of a table.
        rows = asked.chosen.rows if asked.name == "enhet" else ()
        closed = replace(asked, chosen=replace(asked.chosen, rows=()))
        return self.embedded.card(closed.shown(), rows, asked.home())


def answer_taken(server: Flask, asking: Asking, pages: Plain, embedded: Embedded) -> None:
    """Adds both kinds of addresses."""
    taking = _Taking(asking, embedded)

    def picture(place: str) -> Response:
        try:
            return taking.picture(place)
        except UserError as error:
            back = h("a", {"class": "btn", "href": "/"}, "Till översikten")
            body = messages.error(error.message, error.remedy, back, retry=False)
            return told_busy(pages.page(request.path, "Bilden finns inte", body, status=404), error)

    def part(place: str = "") -> Response:
        try:
            return taking.part(f"/{place}")
        except UserError as error:
            home = f"/{place}" if url.parse(f"/{place}", "")[0] else "/"
            return told_busy(embedded.lacking(error, home), error)

    server.add_url_rule(f"{PICTURES}/<path:place>", "bild", picture)
    server.add_url_rule(f"{EMBEDDED}/", "inbaddat", part)
    server.add_url_rule(f"{EMBEDDED}/<path:place>", "inbaddat_del", part)
