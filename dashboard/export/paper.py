"""A unit's or a board's report on paper: the words and numbers of its pages as data for the template."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.analysis.rules import Chapter, chapters
from dashboard.catalogue import Catalogue
from dashboard.errors import UserError
from dashboard.export import typeset
from dashboard.export.paper_board import board, overview_title
from dashboard.export.paper_book import book
from dashboard.export.paper_parts import Address, Data
from dashboard.export.paper_unit import Origin, unit
from dashboard.model import Selection
from dashboard.store.ahead import Ahead
from dashboard.swedish import amount_words, date_words, kind_words, listed, period_words, sort_key
from dashboard.views.boards import WITHOUT_BOARD
from dashboard.views.enhet import enhet
from dashboard.views.link import Link
from dashboard.views.oversikt import oversikt
from dashboard.views.reports import Report, all_reports, settled, unit_names
from dashboard.views.source_document import doubts_of, source_facts
from dashboard.views.source_rows import DocumentRow

if TYPE_CHECKING:
    from dashboard.store.database import Store

# Told before each step of a board's report: how many units are done, and of how many. It may raise to stop the work.
Told = Callable[[int, int], None]
METHOD = "Så räknar vi"
# Each unit of 60 indicators takes some 60 megabytes while it is set; a question costs the same for one as for many.
SET_TOGETHER, READ_TOGETHER = 4, 20
_NOTHING = "Ingen rapport är inläst för det urvalet.", "Välj ett annat år eller en annan period."


@dataclass(frozen=True, slots=True)
class Press:
    """What paper is made from. `address` gives a link's whole address, '' where the server's own is not known.

    `then` says of which earlier state of the store it is, '' of today's.
    """

    store: "Store"
    catalogue: Catalogue
    assets: Path
    address: Address
    then: str = ""


def unit_report(press: Press, selection: Selection) -> bytes:
    """The unit's period as an accessible PDF; UserError where no report is stored for it."""
    view = enhet(press.store, press.catalogue, replace(selection, listed=None, status=None), whole=True, full=True)
    if view.empty or view.content is None:
        raise view.empty.refusal() if view.empty else UserError(*_NOTHING)
    known = (selection.unit, view.year, view.content.kind)
    report = next(one for one in all_reports(press.store) if (one.unit, one.year, one.kind) == known)
    head = {
        "title": view.name,
        "below": view.period,
        "about": report.board or WITHOUT_BOARD,
        "source": f"Källa: enhetens {kind_words(report.kind).lower()} {report.year}",
    }
    parts = [unit(view, press.address, _origins(press, [report])[report.id])]
    whole = {"cover": True, "contents": None, "first": 1, "boards": [], "parts": parts, "method": _method()}
    made = typeset.pdf("report", {**_head(press, head), **whole}, press.assets)
    # A server makes them for many units, and is asked for the same one seldom.
    typeset.forget()
    return made


def board_report(
    press: Press, reports: Sequence[Report], selection: Selection, told: Told = lambda _, __: None
) -> bytes:
    """All units of `reports` for one year and period in one PDF, each with a chapter; UserError where there is none.

    Each board's units stand after its overview, in the overview's order.
    """
    if not reports:
        raise UserError(*_NOTHING)
    here = settled(reports, selection)
    reports = [one for one in reports if (one.year, one.kind) == (here.year, here.period)]
    if not reports:
        raise UserError(*_NOTHING)
    boards = {report.board_id: report.board or WITHOUT_BOARD for report in reports}
    head = {
        "title": listed(list(boards.values())),
        "below": period_words(reports[0].kind, reports[0].year),
        "about": amount_words(len(reports), "enhet", "enheter"),
        "source": f"Källa: enheternas {_reports_words(reports[0])} {reports[0].year}",
    }
    chosen = Selection(year=here.year, period=here.period)
    views = [oversikt(press.store, press.catalogue, replace(chosen, board=name)) for name in boards]
    overviews = [board(view, press.address) for view in views if view.content]
    ordered = _in_order(press, reports, list(boards))
    names = unit_names(ordered, press.catalogue)
    titles = [*(overview_title(one["name"]) for one in overviews), *(names[one.unit] for one in ordered), METHOD]
    return book(_head(press, head), titles, _parts(press, overviews, ordered, told), press.assets)


def _parts(press: Press, overviews: Sequence[Data], reports: Sequence[Report], told: Told) -> Iterator[Data]:
    """What is set together: the boards' overviews, then some units at a time, then the method."""
    yield {"boards": overviews}
    made = _units(press, reports, told)
    while units := list(islice(made, SET_TOGETHER)):
        yield {"parts": units}
    told(len(reports), len(reports))
    yield {"method": _method()}


def _units(press: Press, reports: Sequence[Report], told: Told) -> Iterator[Data]:
    for number, report in enumerate(reports):
        if number % READ_TOGETHER == 0:
            near = {one.unit for one in reports[number : number + READ_TOGETHER]}
            store = Ahead(press.store, [one.id for one in all_reports(press.store) if one.unit in near])
            origins = _origins(press, reports[number : number + READ_TOGETHER])
        told(number, len(reports))
        here = Selection(unit=report.unit, year=report.year, period=report.kind)
        yield unit(enhet(store, press.catalogue, here, whole=True), press.address, origins[report.id])


def _reports_words(report: Report) -> str:
    """'verksamhetsberättelser' of 'Verksamhetsberättelse', 'tertialrapporter' of 'Tertialrapport 1'."""
    word = kind_words(report.kind).lower().split(" ")[0]
    return f"{word}r" if word.endswith("e") else f"{word}er"


def _in_order(press: Press, reports: Sequence[Report], boards: Sequence[str]) -> list[Report]:
    names = unit_names(reports, press.catalogue)
    return sorted(reports, key=lambda one: (boards.index(one.board_id), sort_key(names[one.unit])))


def _origins(press: Press, reports: Sequence[Report]) -> dict[str, Origin]:
    """Where the figures of each report come from, by its id."""
    rows = {row.id: row for row in press.store.rows("documents", DocumentRow)}
    doubts = doubts_of(press.store, [report.id for report in reports])
    return {one.id: Origin(source_facts(rows[one.id]), doubts[one.id], press.address(_page(one))) for one in reports}


def _page(report: Report) -> Link:
    return Link("enhet", Selection(unit=report.unit, year=report.year, period=report.kind))


def _head(press: Press, head: Data) -> Data:
    """What all pages say of the report: `head`, the day, and which state of the store it is of."""
    return {**head, "made": date_words(date.today().isoformat()), "then": press.then}


def _method() -> list[Data]:
    return [_chapter(one) for one in chapters()]


def _chapter(chapter: Chapter) -> Data:
    return {"title": chapter.title, "paragraphs": chapter.paragraphs}
