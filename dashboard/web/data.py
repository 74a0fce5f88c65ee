"""The store's rows for scripts, Excel and analysts: stable addresses, the page's own filters, and what columns mean."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Flask, Response, make_response, request

from dashboard.errors import UserError
from dashboard.export.sheets import FORMS
from dashboard.model import Selection
from dashboard.swedish import slug
from dashboard.tasks.shelf import Shelf, made
from dashboard.ui import messages, url
from dashboard.ui.markup import Node, h
from dashboard.ui.tables import plain
from dashboard.views.data import KINDS, Name, table
from dashboard.web.asking import Asking, search
from dashboard.web.files import told_busy
from dashboard.web.plain import Plain

EVERYTHING = "allt"
_FILTERS = ("namnd", "enheter", "ar", "period", "per", "indikator")
_REMEDY = "Rätta adressen; alla filter står på sidan /data."
_LEAD = "Allt som visas går att hämta som fil. Adresserna är fasta och kan användas av ett skript eller Power BI."
_HEADS = ("Kolumn", "I Excel", "Typ", "Betyder")
FORM_WORDS = {"csv": "CSV", "xlsx": "Excel", "json": "JSON", "parquet": "Parquet"}


def answer_data(server: Flask, asking: Asking, pages: Plain) -> None:
    """Adds /data, and /data/<table>.<form> with the pages' filters (namnd, enheter, ar, period, per) and indikator."""

    def dictionary() -> Response:
        return pages.page("/data", "Data att hämta", _dictionary(), said=_LEAD)

    def file(name: str, form: str) -> Response:
        if form not in FORMS or (name != EVERYTHING and name not in list(Name)):
            return pages.page(request.path, "Filen finns inte", _unknown(), status=404)
        try:
            chosen = _chosen()
            _fits(name, form)
            held = asking.past.shelf(asking.held, chosen.snapshot)
            return asking.answer(held, chosen, lambda mark: _file(asking, held, chosen, (name, form), mark))
        except UserError as error:
            told = make_response(f"{error}\n", 400, {"Content-Type": "text/plain; charset=utf-8"})
            return told_busy(told, error)

    server.add_url_rule("/data", "data", dictionary)
    server.add_url_rule("/data/<name>.<form>", "data_file", file)


def _chosen() -> Selection:
    """What the address chooses; a word or a value that can't be used is refused: a script would not see a notice."""
    for word in request.args:
        if word not in _FILTERS:
            raise UserError(f"Adressen har ”{word[:40]}”, som inte används.", _REMEDY)
    _, chosen = url.parse("/", search())
    notices = [notice for notice in chosen.notices if "”indikator”" not in notice]
    if notices:
        raise UserError(" ".join(notices), _REMEDY)
    indicator = request.args.get("indikator") or None
    if indicator is not None and slug(indicator) != indicator:
        raise UserError(f"Adressen har ”indikator={indicator[:40]}”, som inte går att använda.", _REMEDY)
    return replace(chosen, indicator=indicator)


def _fits(name: str, form: str) -> None:
    if name == EVERYTHING and not FORMS[form][2]:
        raise UserError(f"Allt på en gång finns inte som {FORM_WORDS[form]}.", "Hämta en tabell i taget, eller Excel.")


def _file(asking: Asking, held: Shelf, chosen: Selection, file: tuple[str, str], mark: str) -> Response:
    name, form = file
    make, kind, _ = FORMS[form]
    names = list(Name) if name == EVERYTHING else [Name(name)]

    def content() -> bytes:
        return make([replace(table(held.store, held.catalogue, one, chosen), state=held.then) for one in names])

    answer = make_response(asking.workshop.file(mark, content), 200, {"Content-Type": kind})
    then = f"-per-{made(held.store)}" if held.per else ""
    answer.headers["Content-Disposition"] = f'attachment; filename="maltavlan-{name}{then}.{form}"'
    return answer


def _unknown() -> Node:
    text = "Det finns ingen datafil på den här adressen."
    return messages.error(
        "Filen finns inte", text, h("a", {"class": "btn", "href": "/data"}, "Alla datafiler"), retry=False
    )


def _dictionary() -> Node:
    example = "/data/utfall.csv?ar=2025&period=VB"
    how = f"{_LEAD} Lägg till samma val som på sidorna, till exempel "
    return (
        h("div", {"class": "uh"}, h("h1", None, "Data att hämta")),
        h("p", {"class": "lead"}, how, h("a", {"href": example}, h("code", None, example)), "."),
        h("p", None, "Filter: namnd, enheter (flera med komma), ar, period (VP, T1, T2, VB) och indikator."),
        h("p", None, "Med per, till exempel per=2026-03-26, kommer siffrorna så som de såg ut den dagen."),
        h("p", None, "Hela datalagret i en fil: ", _links(EVERYTHING, ("xlsx", "json")), "."),
        [_table(name) for name in Name],
    )


def _links(name: str, forms: Sequence[str]) -> list[Node]:
    return [
        (", " if place else "", h("a", {"href": f"/data/{name}.{form}", "download": ""}, FORM_WORDS[form]))
        for place, form in enumerate(forms)
    ]


def _table(name: Name) -> Node:
    kind = KINDS[name]
    rows = [(column.name, column.heading, column.type.value, column.about) for column in kind.columns]
    links = h("p", None, _links(name, tuple(FORMS)))
    return h(
        "section",
        {"aria-labelledby": f"data-{name}"},
        h("div", {"class": "head"}, h("h2", {"id": f"data-{name}"}, kind.title), links),
        h("p", None, kind.about),
        h("div", {"class": "wide"}, plain(f"Kolumner i {kind.title.lower()}", _HEADS, rows, numbers=False)),
    )
