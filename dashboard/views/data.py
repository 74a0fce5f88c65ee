"""The store's rows as tables that leave the product: what each column is called, holds and means, and who is in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from dashboard.catalogue import Catalogue
from dashboard.model import Selection
from dashboard.views import data_columns
from dashboard.views.data_columns import ActivityData, Column, FeedbackData, GoalData
from dashboard.views.judged import judged_rows
from dashboard.views.reports import Report, all_reports

if TYPE_CHECKING:
    from dashboard.store.database import Store

Value = str | int | float | bool | None


class Name(StrEnum):
    """The tables, as the address and the command line call them."""

    OUTCOMES = "utfall"
    GOALS = "mal"
    ACTIVITIES = "aktiviteter"
    FEEDBACK = "synpunkter"
    REPORTS = "rapporter"


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows as long as `columns`; a number is a number and a date ISO text, None is an empty cell.

    `state` says of which earlier state of the store they are, '' of today's.
    """

    name: Name
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    state: str = ""


@dataclass(frozen=True, slots=True)
class _Kind:
    title: str
    about: str
    columns: tuple[Column, ...]
    ask: Callable[["Store", Catalogue, Sequence[Report], Selection], Sequence[Any]]


def table(store: "Store", catalogue: Catalogue, name: Name, selection: Selection) -> DataTable:
    """The rows of the reports that count and that the selection takes in (board, unit, units, indicator, year, period).

    What is not chosen is not cut: without any choice it is the whole store's table.
    """
    kind = KINDS[name]
    reports = chosen_reports(store, selection)
    found = kind.ask(store, catalogue, reports, selection)
    about = {report.id: report for report in reports}
    rows = tuple(tuple(column.get(row, about) for column in kind.columns) for row in found)
    return DataTable(name, kind.title, kind.about, kind.columns, rows)


def chosen_reports(store: "Store", selection: Selection) -> list[Report]:
    """The current reports that the selection takes in."""
    units = {*selection.units, *([selection.unit] if selection.unit else [])}
    return [
        report
        for report in all_reports(store)
        if (not units or report.unit in units)
        and selection.board in (None, report.board_id)
        and selection.year in (None, report.year)
        and selection.period in (None, report.kind)
    ]


def _ids(reports: Sequence[Report]) -> list[str]:
    return [report.id for report in reports]


def _outcomes(store: "Store", catalogue: Catalogue, reports: Sequence[Report], selection: Selection) -> Sequence[Any]:
    indicators = [selection.indicator] if selection.indicator else None
    return judged_rows(store, catalogue, documents=_ids(reports), indicators=indicators)


def _goals(store: "Store", _: Catalogue, reports: Sequence[Report], __: Selection) -> Sequence[Any]:
    return store.rows("goal_lines", GoalData, documents=_ids(reports))


def _activities(store: "Store", _: Catalogue, reports: Sequence[Report], __: Selection) -> Sequence[Any]:
    return store.rows("activities", ActivityData, documents=_ids(reports))


def _feedback(store: "Store", _: Catalogue, reports: Sequence[Report], __: Selection) -> Sequence[Any]:
    return store.rows("feedback", FeedbackData, documents=_ids(reports))


def _reports(_: "Store", __: Catalogue, reports: Sequence[Report], ___: Selection) -> Sequence[Any]:
    return reports


KINDS: dict[Name, _Kind] = {
    Name.OUTCOMES: _Kind(
        "Utfall",
        "En rad per indikator i varje rapport, med utfall, årsmål, rapporterad och beräknad status.",
        data_columns.OUTCOMES,
        _outcomes,
    ),
    Name.GOALS: _Kind(
        "Mål", "Ett mål per rad, från KF:s inriktningsmål till enhetens egna.", data_columns.GOALS, _goals
    ),
    Name.ACTIVITIES: _Kind(
        "Aktiviteter", "En aktivitet per rad, med datum och avvikelse.", data_columns.ACTIVITIES, _activities
    ),
    Name.FEEDBACK: _Kind(
        "Synpunkter", "Synpunkter och klagomål per kategori och tertial.", data_columns.FEEDBACK, _feedback
    ),
    Name.REPORTS: _Kind("Rapporter", "De inlästa rapporter som gäller.", data_columns.REPORTS, _reports),
}
