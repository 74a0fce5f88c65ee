"""Enheter: every unit by its board in a fixed order, with its latest report and counts in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Level, Selection, Status
from dashboard.swedish import amount_words, capital, listed, period_words, plural, sort_key, spelled
from dashboard.views.boards import WITHOUT_BOARD, chosen_units, unit_options
from dashboard.views.counts import counted, of_goal, status_words
from dashboard.views.judged import Judged, judged_rows
from dashboard.views.link import Link
from dashboard.views.matrix import indicators_met
from dashboard.views.reports import NO_BOARD, Option, Report, all_reports, former_names, settled, unit_name, unit_names
from dashboard.views.rows import GoalLine
from dashboard.views.states import Empty, nothing_stored, stored_periods

if TYPE_CHECKING:
    from dashboard.store.database import Store

PAGE = "enheter"
_ZEROS = (Status.HELT, Status.DELVIS, Status.EJ)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """`statuses` are those of the unit goals in the report's order; `others` lead to the unit's other periods."""

    key: str
    name: str
    former: str
    link: Link
    period: str
    statuses: tuple[Status, ...]
    goals: str
    indicators: str
    others: tuple[tuple[str, Link], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The units of one board; `link` leads to its Översikt."""

    name: str
    link: Link
    units: tuple[UnitLine, ...]


@dataclass(frozen=True, slots=True)
class Enheter:
    """Either `boards` or the `empty` state; `every` leads to all units where some are left out."""

    title: str
    notices: tuple[str, ...]
    heading: str
    boards: tuple[Board, ...] = ()
    units: tuple[Option, ...] = ()
    every: Link | None = None
    empty: Empty | None = None


def enheter(store: "Store", catalogue: Catalogue, selection: Selection) -> Enheter:
    """Asks for reports, and for goals and rows of each unit's most telling report."""
    reports = all_reports(store)
    if not reports:
        return Enheter("Enheter", selection.notices, "Enheter", empty=nothing_stored())
    names = unit_names(reports, catalogue)
    units, gone = chosen_units(names, selection)
    shown = units or tuple(names)
    latest = {unit: _latest([r for r in reports if r.unit == unit]) for unit in shown}
    documents = [report.id for report in latest.values()]
    goals = store.rows("goal_lines", GoalLine, documents=documents)
    rows = judged_rows(store, catalogue, documents=documents)
    lines = {
        unit: _line(
            report, reports, [g for g in goals if g.unit == unit], [r for r in rows if r.row.unit == unit], catalogue
        )
        for unit, report in latest.items()
    }
    amount = len(lines)
    told = capital(spelled(amount)) + (f" av {spelled(len(names))}" if amount < len(names) else "")
    heading = f"{told} {plural(len(names), 'enhet', 'enheter')} {'visas' if units else 'har inlästa rapporter'}."
    options = unit_options(names, PAGE, replace(selection, units=units))
    every = Link(PAGE) if units else None
    return Enheter("Enheter", (*selection.notices, *gone), heading, _boards(latest, lines), options, every)


def _latest(own: Sequence[Report]) -> Report:
    """The report that the unit's page opens with."""
    chosen = settled(own, Selection())
    return next(report for report in own if (report.year, report.kind) == (chosen.year, chosen.period))


def _boards(latest: Mapping[str, Report], lines: Mapping[str, UnitLine]) -> tuple[Board, ...]:
    names = {report.board_id: report.board or WITHOUT_BOARD for report in latest.values()}
    ordered = sorted(names.items(), key=lambda item: (item[0] == NO_BOARD, sort_key(item[1])))
    return tuple(_board(board, name, latest, lines) for board, name in ordered)


def _board(board: str, name: str, latest: Mapping[str, Report], lines: Mapping[str, UnitLine]) -> Board:
    own = [lines[unit] for unit, report in latest.items() if report.board_id == board]
    return Board(
        name, Link("oversikt", Selection(board=board)), tuple(sorted(own, key=lambda line: sort_key(line.name)))
    )


def _line(
    report: Report, reports: Sequence[Report], goals: Sequence[GoalLine], rows: Sequence[Judged], catalogue: Catalogue
) -> UnitLine:
    former = former_names(reports, report.unit, catalogue)
    statuses = tuple(Status(of_goal(goal)) for goal in goals if goal.level is Level.ENHETSMAL)
    others = [other for other in reports if other.unit == report.unit and other.id != report.id]
    return UnitLine(
        key=report.unit,
        name=unit_name(reports, report.unit, catalogue),
        former=f"hette tidigare {listed(former)}" if former else "",
        link=_place(report.unit, report.year, report.kind),
        period=period_words(report.kind, report.year),
        statuses=statuses,
        goals=_goals(statuses, report.kind),
        indicators=indicators_met(rows) or "inga indikatorer",
        others=tuple(
            (period_words(kind, year), _place(report.unit, year, kind)) for year, kind in stored_periods(others)
        ),
    )


def _goals(statuses: Sequence[Status], kind: Kind) -> str:
    if not statuses:
        return "inga enhetsmål"
    if kind is Kind.VP:
        return f"{amount_words(len(statuses), 'enhetsmål', 'enhetsmål')} i planen"
    return status_words(counted(statuses), _ZEROS)


def _place(unit: str, year: int, kind: Kind) -> Link:
    return Link("enhet", Selection(unit=unit, year=year, period=kind))
