"""What is taken from pages, at stable addresses: /bild/… pictures and tables, /inbaddat/… parts for other sites."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

from flask import Flask, Response, make_response, request

from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.store.database import Store
from dashboard.swedish import slug
from dashboard.tasks import pictures
from dashboard.tasks.shelf import Shelf
from dashboard.ui import messages, url
from dashboard.ui.figure_menu import EMBEDDED, PICTURES
from dashboard.ui.markup import h
from dashboard.web.embedded import Embedded
from dashboard.web.past import Past, gone
from dashboard.web.plain import Plain
from dashboard.web.previews import PREVIEW

_TYPES = {"png": "image/png", "svg": "image/svg+xml", "csv": "text/csv; charset=utf-8"}
_LONGEST_NAME = 100
_MOST_DRAWN = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A page that an address names, and the store it is asked of: today's, or the one that `per` names."""

    held: Shelf
    name: str
    chosen: Selection
    drawn: "_Drawn"

    def shown(self) -> pictures.Shown:
        return self.drawn.page(self)

    @property
    def mark(self) -> str:
        """The same as long as the same address has the same answer."""
        return hashlib.sha256(f"{self.held.store.snapshot}|{request.full_path}".encode()).hexdigest()[:32]


class _Drawn:
    """The pages that were drawn last: a page's figures are often asked for one after the other."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], pictures.Shown] = OrderedDict()
        self._keeping = Lock()

    def page(self, asked: Asked) -> pictures.Shown:
        key = (asked.held.store.snapshot, date.today(), asked.name, asked.chosen)
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
class Asking:
    """Reads such addresses."""

    held: Shelf
    past: Past
    drawn: _Drawn = field(default_factory=_Drawn)

    def page(self, pathname: str) -> Asked | None:
        """None where no page has the address; UserError where `per` names a state that is gone."""
        name, chosen = url.parse(pathname, search())
        if name is None:
            return None
        store = self._store(chosen.snapshot)
        return Asked(replace(self.held, store=store), name, replace(chosen, snapshot=None), self.drawn)

    def _store(self, wanted: str | None) -> Store:
        if not wanted:
            return self.held.store
        found = self.past.at(wanted)
        if found is None:
            raise UserError(gone(wanted, shown=False))
        return found[0]


def search() -> str:
    """The address's words as the browser wrote them, with their question mark."""
    words = request.query_string.decode("utf-8", "replace")
    return f"?{words}" if words else ""


def answer_taken(server: Flask, held: Shelf, past: Past, pages: Plain, embedded: Embedded) -> None:
    """Adds both kinds of addresses."""
    asking = Asking(held, past)

    def picture(place: str) -> Response:
        page, _, file = place.rpartition("/")
        figure, _, form = file.rpartition(".")
        try:
            asked = asking.page(f"/{page}") if form in _TYPES else None
            if asked is None:
                raise UserError("Det finns ingen bild på den här adressen.")
            return _kept(asked, lambda: _file(asked, figure, form))
        except UserError as error:
            back = h("a", {"class": "btn", "href": "/"}, "Till översikten")
            body = messages.error(error.message, error.remedy, back, retry=False)
            return pages.page(request.path, "Bilden finns inte", body, status=404)

    def part(place: str = "") -> Response:
        try:
            return _part(asking, embedded, f"/{place}")
        except UserError as error:
            return embedded.lacking(error, f"/{place}" if url.parse(f"/{place}", "")[0] else "/")

    server.add_url_rule(f"{PICTURES}/<path:place>", "bild", picture)
    server.add_url_rule(f"{EMBEDDED}/", "inbaddat", part)
    server.add_url_rule(f"{EMBEDDED}/<path:place>", "inbaddat_del", part)


def _file(asked: Asked, figure: str, form: str) -> Response:
    page = asked.shown()
    if figure == PREVIEW and form == "png":
        return make_response(pictures.preview(asked.held, page), 200, {"Content-Type": _TYPES[form]})
    made = pictures.figure_file(asked.held, page, figure, form)
    answer = make_response(made, 200, {"Content-Type": _TYPES[form]})
    how = "attachment" if form == "csv" else "inline"
    name = slug(f"maltavlan {page.title}")[:_LONGEST_NAME].strip("-")
    answer.headers["Content-Disposition"] = f'{how}; filename="{name}-{slug(figure)}.{form}"'
    return answer


def _part(asking: Asking, embedded: Embedded, place: str) -> Response:
    """A page's own card, or where no page has the address, a figure of the page that the rest of it names."""
    asked = asking.page(place)
    if asked is not None:
        # On other pages `rad` opens no row of a table.
        rows = asked.chosen.rows if asked.name == "enhet" else ()
        closed = replace(asked, chosen=replace(asked.chosen, rows=()))
        return _kept(closed, lambda: embedded.card(closed.shown(), rows, f"{place}{search()}"))
    page, _, figure = place.rpartition("/")
    of = asking.page(page or "/")
    if of is None:
        raise UserError("Det finns ingen sida på den här adressen.")
    return _kept(of, lambda: embedded.figure(of.shown(), figure, f"{page or '/'}{search()}#{figure}"))


def _kept(asked: Asked, make: Callable[[], Response]) -> Response:
    """Who asks again with the mark hears that nothing is new."""
    mark = asked.mark
    answer = make_response("", 304) if mark in request.if_none_match else make()
    answer.set_etag(mark)
    answer.headers["Cache-Control"] = "no-cache"
    return answer
