"""Översikt: a board's year in one sentence, four rows of counts, what needs attention, and goals by unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Level, Selection
from dashboard.swedish import capital, kind_words, period_words, plural, sort_key, spelled
from dashboard.views.attention import Attention, attention
from dashboard.views.boards import WITHOUT_BOARD, board_options, chosen_units, of_board, unit_options
from dashboard.views.counts import Tally, chosen_list, counted, list_notice, of_computed, of_goal, tallies
from dashboard.views.crossreport import Recounted, recounts
from dashboard.views.judged import Judged, judged_rows
from dashboard.views.link import Link
from dashboard.views.listing import Listing, listing
from dashboard.views.matrix import Matrix, matrix
from dashboard.views.reports import (
    Option,
    Report,
    all_reports,
    period_options,
    settled,
    unit_name,
    year_options,
)
from dashboard.views.rows import GoalLine
from dashboard.views.sentences import Said, headline
from dashboard.views.states import Empty, not_stored, nothing_stored

if TYPE_CHECKING:
    from dashboard.store.database import Store

PAGE = "oversikt"


@dataclass(frozen=True, slots=True)
class Content:
    """What a board's period holds; a plan has no tallies and nothing to pay attention to."""

    said: Said
    tallies: tuple[Tally, ...]
    attention: Attention | None
    matrix: Matrix
    plan: bool
    changes: Link


@dataclass(frozen=True, slots=True)
class Oversikt:
    """Either `content`, a `listing` behind a count, or the `empty` state; `paper` is what a report on paper is of."""

    title: str
    notices: tuple[str, ...]
    board: str
    board_note: str
    period: str
    year: int
    boards: tuple[Option, ...]
    years: tuple[Option, ...]
    periods: tuple[Option, ...]
    units: tuple[Option, ...] = ()
    content: Content | None = None
    listing: Listing | None = None
    empty: Empty | None = None
    paper: Selection | None = None


def oversikt(store: "Store", catalogue: Catalogue, selection: Selection) -> Oversikt:
    """Asks for reports, goals and indicator rows; texts are left where they are."""
    reports = all_reports(store)
    if not reports:
        return Oversikt("Översikt", selection.notices, "", "", "", 0, (), (), (), empty=nothing_stored())
    own, here, notices = of_board(reports, selection)
    here = settled(own, here)
    of_period = [report for report in own if (report.year, report.kind) == (here.year, here.period)]
    every = {report.unit: unit_name(reports, report.unit, catalogue) for report in of_period}
    every = dict(sorted(every.items(), key=lambda item: sort_key(item[1])))
    units, gone = chosen_units(every, here) if of_period else (here.units, ())
    here = replace(here, units=units)
    shown = [report for report in of_period if not units or report.unit in units]
    frame = _frame(reports, own, shown, here, (*notices, *list_notice(selection), *gone))
    if not shown:
        return replace(frame, empty=not_stored(own, PAGE, here))
    frame = replace(frame, units=unit_options(every, PAGE, replace(here, listed=None, status=None)))
    names = {unit: name for unit, name in every.items() if not units or unit in units}
    documents = [report.id for report in shown]
    goals = store.rows("goal_lines", GoalLine, documents=documents)
    rows = judged_rows(store, catalogue, documents=documents)
    return _filled(frame, goals, _in_order(rows, names), names, here, counts=recounts(store, documents))


def _frame(
    reports: Sequence[Report], own: Sequence[Report], shown: Sequence[Report], here: Selection, notices: tuple[str, ...]
) -> Oversikt:
    year, kind = here.year or 0, here.period or Kind.VB
    name = own[0].board or WITHOUT_BOARD
    return Oversikt(
        title=f"Översikt {period_words(kind, year)}",
        notices=notices,
        board=name,
        board_note=_board_note(shown, kind),
        period=period_words(kind, year),
        year=year,
        boards=board_options(reports, PAGE, here),
        years=year_options(own, PAGE, here),
        periods=period_options(own, PAGE, here),
        paper=Selection(board=shown[0].board_id, year=year, period=kind) if shown else None,
    )


def _board_note(shown: Sequence[Report], kind: Kind) -> str:
    units = len({report.unit for report in shown})
    if not units:
        return ""
    chosen = sum(report.board_source == "vald" for report in shown)
    told = f"{capital(spelled(units))} {plural(units, 'enhet', 'enheter')} med inläst {kind_words(kind).lower()}"
    if not chosen:
        return told
    where = "" if chosen == units else f" för {spelled(chosen)} av dem"
    return f"{told}. Nämnden är vald vid importen{where}"


def _in_order(rows: Sequence[Judged], names: dict[str, str]) -> list[Judged]:
    place = {unit: number for number, unit in enumerate(names)}
    return sorted(rows, key=lambda row: place[row.row.unit])


def _filled(
    frame: Oversikt,
    goals: Sequence[GoalLine],
    rows: Sequence[Judged],
    names: dict[str, str],
    here: Selection,
    *,
    counts: Sequence[Recounted],
) -> Oversikt:
    unit_goals = [goal for goal in goals if goal.level is Level.ENHETSMAL]
    asked = chosen_list(here)
    here = replace(here, listed=None, status=None, rows=(), notices=())
    if asked:
        found = listing(*asked, unit_goals, rows, names=names, here=here, recounts=counts)
        return replace(frame, title=f"{found.heading}, {frame.period}", listing=found)
    plan = here.period is Kind.VP
    content = Content(
        said=headline(
            counted(map(of_goal, unit_goals)), counted(map(of_computed, rows)), here.period or Kind.VB, frame.year
        ),
        tallies=tallies(unit_goals, rows, Link(PAGE, here)),
        attention=None if plan else attention(unit_goals, rows, names, here, recounts=counts),
        matrix=matrix(goals, rows, names, here),
        plan=plan,
        changes=Link("forandringar", here),
    )
    return replace(frame, content=content)
