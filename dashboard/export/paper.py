"""A unit's or a board's report on paper: the words and numbers of its pages as data for the template."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.analysis.rules import Chapter, chapters
from dashboard.catalogue import Catalogue
from dashboard.errors import UserError
from dashboard.export import typeset
from dashboard.export.paper_board import board
from dashboard.export.paper_parts import Address, Data
from dashboard.export.paper_unit import Origin, unit
from dashboard.model import Selection
from dashboard.swedish import amount_words, date_words, kind_words, listed, period_words, sort_key
from dashboard.views.boards import WITHOUT_BOARD
from dashboard.views.enhet import Enhet, enhet
from dashboard.views.link import Link
from dashboard.views.oversikt import oversikt
from dashboard.views.reports import Report, all_reports, unit_names
from dashboard.views.sections import QUOTED
from dashboard.views.source_document import doubts_of, source_facts
from dashboard.views.source_rows import DocumentRow

if TYPE_CHECKING:
    from dashboard.store.database import Store

# Told before each step of a board's report: how many units are done, and of how many. It may raise to stop the work.
Told = Callable[[int, int], None]
_NOTHING = "Ingen rapport är inläst för det urvalet.", "Välj ett annat år eller en annan period."


@dataclass(frozen=True, slots=True)
class Press:
    """What paper is made from. `address` gives a link's whole address, '' where the server's own is not known."""

    store: "Store"
    catalogue: Catalogue
    assets: Path
    address: Address


def unit_report(press: Press, selection: Selection) -> bytes:
    """The unit's period as an accessible PDF; UserError where no report is stored for it."""
    closed = enhet(press.store, press.catalogue, replace(selection, rows=(), listed=None, status=None))
    if closed.empty or closed.content is None:
        raise UserError(closed.empty.title, closed.empty.text) if closed.empty else UserError(*_NOTHING)
    kind = closed.content.kind
    known = (selection.unit, closed.year, kind)
    report = next(one for one in all_reports(press.store) if (one.unit, one.year, one.kind) == known)
    made = _unit(press, report)
    head = {
        "title": closed.name,
        "below": closed.period,
        "about": report.board or WITHOUT_BOARD,
        "source": f"Källa: enhetens {kind_words(report.kind).lower()} {report.year}",
    }
    return _set(press, head, [], [made])


def board_report(
    press: Press, reports: Sequence[Report], selection: Selection, told: Told = lambda _, __: None
) -> bytes:
    """All units of `reports` for one year and period in one PDF, each with a chapter; UserError where there is none.

    Each board's units stand after its overview, in the overview's order.
    """
    if not reports:
        raise UserError(*_NOTHING)
    first = reports[0]
    here = Selection(year=selection.year or first.year, period=selection.period or first.kind)
    reports = [one for one in reports if (one.year, one.kind) == (here.year, here.period)]
    boards = list(dict.fromkeys(report.board_id for report in reports))
    overviews = [oversikt(press.store, press.catalogue, replace(here, board=name)) for name in boards]
    made: list[Data] = []
    for report in _in_order(press, reports, boards):
        told(len(made), len(reports))
        made.append(_unit(press, report))
    told(len(reports), len(reports))
    names = list(dict.fromkeys(report.board or WITHOUT_BOARD for report in reports))
    head = {
        "title": listed(names),
        "below": period_words(here.period or first.kind, here.year or first.year),
        "about": amount_words(len(made), "enhet", "enheter"),
        "source": f"Källa: enheternas {_reports_words(first)} {here.year}",
    }
    return _set(press, head, [board(one, press.address) for one in overviews if one.content], made)


def _reports_words(report: Report) -> str:
    """'verksamhetsberättelser' of 'Verksamhetsberättelse', 'tertialrapporter' of 'Tertialrapport 1'."""
    word = kind_words(report.kind).lower().split(" ")[0]
    return f"{word}r" if word.endswith("e") else f"{word}er"


def _in_order(press: Press, reports: Sequence[Report], boards: Sequence[str]) -> list[Report]:
    names = unit_names(reports, press.catalogue)
    return sorted(reports, key=lambda one: (boards.index(one.board_id), sort_key(names[one.unit])))


def _unit(press: Press, report: Report) -> Data:
    """The unit's page with every row opened, so that all of the unit's own words are there."""
    here = Selection(unit=report.unit, year=report.year, period=report.kind)
    closed = enhet(press.store, press.catalogue, here)
    view = enhet(press.store, press.catalogue, replace(here, rows=tuple(_keys(closed))))
    row = next(row for row in press.store.rows("documents", DocumentRow) if row.id == report.id)
    link = press.address(Link("enhet", here))
    return unit(view, press.address, Origin(source_facts(row), doubts_of(press.store, report.id), link))


def _keys(view: Enhet) -> Iterable[str]:
    content = view.content
    if content is None:
        return
    yield from (goal.key for area in content.areas for goal in area.goals)
    yield from (line.key for group in content.groups for line in group.lines)
    yield from (line.key for line in content.activities)
    if content.quotes:
        yield QUOTED


def _set(press: Press, head: Data, boards: Sequence[Data], units: Sequence[Data]) -> bytes:
    made = date_words(date.today().isoformat())
    data = {**head, "made": made, "boards": boards, "parts": units, "method": [_chapter(one) for one in chapters()]}
    return typeset.pdf("report", data, press.assets)


def _chapter(chapter: Chapter) -> Data:
    return {"title": chapter.title, "paragraphs": chapter.paragraphs}
