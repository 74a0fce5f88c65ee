"""A unit's or a board's report on paper: the words and numbers of its pages as data for the template."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.analysis.rules import Chapter, chapters
from dashboard.catalogue import Catalogue
from dashboard.errors import UserError
from dashboard.export import paper_unit, typeset
from dashboard.model import Selection
from dashboard.swedish import date_words, listed, period_words
from dashboard.views.enhet import Enhet, enhet
from dashboard.views.link import Link
from dashboard.views.reports import Report

if TYPE_CHECKING:
    from dashboard.store.database import Store

Address = Callable[[Link], str]
# Told before each unit of a board's report: how many are done, and of how many. It may raise to stop the work.
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Press:
    """What paper is made from. `address` gives a link's whole address, '' where the server's own is not known."""

    store: "Store"
    catalogue: Catalogue
    assets: Path
    address: Address


def unit_report(press: Press, selection: Selection) -> bytes:
    """The unit's period as an accessible PDF; UserError where no report is stored for it."""
    view = opened(press, selection)
    if view.empty:
        raise UserError(view.empty.title, view.empty.text)
    head = {"title": view.name, "below": view.period, "board": "", "units": ""}
    return _set(press, head, [paper_unit.unit(view, press.address)])


def board_report(
    press: Press, reports: Sequence[Report], selection: Selection, told: Told = lambda _, __: None
) -> bytes:
    """All units of `reports` for one year and period in one PDF, each with a chapter; UserError where there is none."""
    units = list(dict.fromkeys(report.unit for report in reports))
    if not reports:
        raise UserError("Ingen rapport är inläst för det urvalet.", "Välj ett annat år eller en annan period.")
    made: list[dict[str, Any]] = []
    for place, unit in enumerate(units):
        told(place, len(units))
        view = opened(press, replace(selection, unit=unit, board=None))
        if not view.empty:
            made.append(paper_unit.unit(view, press.address))
    if not made:
        raise UserError("Ingen rapport är inläst för det urvalet.", "Välj ett annat år eller en annan period.")
    boards = list(dict.fromkeys(report.board or "Enheter utan nämnd" for report in reports))
    first = reports[0]
    period = period_words(selection.period or first.kind, selection.year or first.year)
    return _set(press, {"title": listed(boards), "below": period, "board": "", "units": str(len(made))}, made)


def opened(press: Press, selection: Selection) -> Enhet:
    """The unit's page with every row opened, so that all of the unit's own words are there."""
    closed = enhet(press.store, press.catalogue, replace(selection, rows=(), listed=None, status=None))
    if closed.content is None:
        return closed
    here = Selection(unit=selection.unit, year=closed.year, period=closed.content.kind, rows=tuple(_keys(closed)))
    return enhet(press.store, press.catalogue, here)


def _keys(view: Enhet) -> Iterable[str]:
    content = view.content
    if content is None:
        return
    yield from (goal.key for area in content.areas for goal in area.goals)
    yield from (line.key for group in content.groups for line in group.lines)
    yield from (line.key for line in content.activities)


def _set(press: Press, head: dict[str, Any], units: Sequence[dict[str, Any]]) -> bytes:
    data = {**head, "made": date_words(date.today().isoformat()), "parts": units, "method": _method()}
    return typeset.pdf("report", data, press.assets)


def _method() -> list[dict[str, Any]]:
    return [_chapter(chapter) for chapter in chapters()]


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {"title": chapter.title, "paragraphs": chapter.paragraphs}
