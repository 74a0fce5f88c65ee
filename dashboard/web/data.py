"""The store's rows for scripts, Excel and analysts: stable addresses, the page's own filters, and what columns mean."""

import hashlib
from collections.abc import Sequence

from flask import Flask, Response, make_response, request

from dashboard.catalogue import Catalogue
from dashboard.errors import UserError
from dashboard.export.sheets import FORMS
from dashboard.model import Selection
from dashboard.store.database import Store
from dashboard.swedish import slug
from dashboard.ui import messages, url
from dashboard.ui.markup import Node, h
from dashboard.ui.tables import plain
from dashboard.views.data import KINDS, DataTable, Name, table
from dashboard.web.plain import Plain

EVERYTHING = "allt"
_HEADS = ("Kolumn", "I Excel", "Typ", "Betyder")
FORM_WORDS = {"csv": "CSV", "xlsx": "Excel", "json": "JSON", "parquet": "Parquet"}


def answer_data(server: Flask, store: Store, catalogue: Catalogue, pages: Plain) -> None:
    """Adds /data, and /data/<table>.<form> with the filters that pages have (namnd, enheter, ar, period, indikator)."""

    def dictionary() -> Response:
        return pages.page("/data", "Data att hämta", _dictionary())

    def file(name: str, form: str) -> Response:
        if form not in FORMS or (name != EVERYTHING and name not in list(Name)):
            return pages.page(request.path, "Filen finns inte", _unknown(), status=404)
        try:
            chosen = _chosen()
            _fits(name, form)
        except UserError as error:
            return make_response(f"{error}\n", 400, {"Content-Type": "text/plain; charset=utf-8"})
        mark = _mark(store.snapshot, name, form)
        if mark in request.if_none_match:
            return _kept(make_response("", 304), mark)
        names = list(Name) if name == EVERYTHING else [Name(name)]
        return _kept(_file([table(store, catalogue, one, chosen) for one in names], name, form), mark)

    server.add_url_rule("/data", "data", dictionary)
    server.add_url_rule("/data/<name>.<form>", "data_file", file)


def _chosen() -> Selection:
    """What the address chooses; a word or a value that can't be used is refused: a script would not see a notice."""
    words = dict(request.args.items())
    indicator = words.pop("indikator", None)
    told = "&".join(f"{word}={value}" for word, value in words.items())
    _, chosen = url.parse("/", f"?{request.query_string.decode('utf-8', 'replace')}" if told else "")
    notices = [notice for notice in chosen.notices if "”indikator”" not in notice]
    if notices:
        raise UserError(" ".join(notices), "Rätta adressen; alla filter står på sidan /data.")
    if indicator is not None and slug(indicator) != indicator:
        raise UserError(f"Adressen har ”indikator={indicator[:40]}”, som inte går att använda.")
    return Selection(
        board=chosen.board, units=chosen.units, year=chosen.year, period=chosen.period, indicator=indicator
    )


def _fits(name: str, form: str) -> None:
    if name == EVERYTHING and not FORMS[form][2]:
        raise UserError(f"Allt på en gång finns inte som {FORM_WORDS[form]}.", "Hämta en tabell i taget, eller Excel.")


def _mark(snapshot: str, name: str, form: str) -> str:
    """The same as long as the same question has the same answer."""
    asked = f"{snapshot}|{name}|{form}|{request.query_string.decode('utf-8', 'replace')}"
    return hashlib.sha256(asked.encode()).hexdigest()[:32]


def _file(tables: Sequence[DataTable], name: str, form: str) -> Response:
    make, kind, _ = FORMS[form]
    answer = make_response(make(tables), 200, {"Content-Type": kind})
    answer.headers["Content-Disposition"] = f'attachment; filename="maltavlan-{name}.{form}"'
    return answer


def _kept(answer: Response, mark: str) -> Response:
    """A script may keep the file, and asks each time whether it still holds."""
    answer.set_etag(mark)
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _unknown() -> Node:
    text = "Det finns ingen datafil på den här adressen."
    return messages.error("Filen finns inte", text, h("a", {"class": "btn", "href": "/data"}, "Alla datafiler"))


def _dictionary() -> Node:
    lead = (
        "Allt som visas går att hämta som fil. Adresserna är fasta och kan användas av ett skript eller Power BI. "
        "Lägg till samma val som på sidorna, till exempel "
    )
    example = "/data/utfall.csv?ar=2025&period=VB"
    return (
        h("div", {"class": "uh"}, h("h1", None, "Data att hämta")),
        h("p", {"class": "lead"}, lead, h("a", {"href": example}, h("code", None, example)), "."),
        h("p", None, "Filter: namnd, enheter (flera med komma), ar, period (VP, T1, T2, VB) och indikator."),
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
        h("div", {"class": "wide"}, plain(f"Kolumner i {kind.title.lower()}", _HEADS, rows)),
    )
