"""Rows that a person typed in: what the reader could not place, with the cells as they are typed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.model import Activity, Cells, Outcome, Place, Report
from dashboard.store import cells
from dashboard.store.cells import CellError

TABLES = ("outcomes", "activities")
_LONGEST = 300
Texts = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Typed:
    """A row to be: `goal` is the number of the goal above it, `indicator` the id that an indicator's name leads to."""

    table: str
    name: str
    goal: int | None
    indicator: str
    place: Place
    texts: Texts


def with_row(report: Report, typed: Typed) -> tuple[Report, cells.Row]:
    """The report with the row last in its table; CellError where a text can't stand in its cell or nothing is told."""
    row = _empty(report, typed)
    for name, text in typed.texts:
        row = cells.changed(row, cells.column_of(typed.table, name), text)
    if not any(cells.shown(row, column.name) for column in cells.COLUMNS[typed.table]):
        raise CellError("Raden har inga värden.", "Fyll i minst en cell.")
    rows = (*cells.rows_of(report, typed.table), row)
    return replace(report, **{typed.table: rows}), row  # type: ignore[arg-type]


def _empty(report: Report, typed: Typed) -> cells.Row:
    name = " ".join(typed.name.split())
    if typed.table not in TABLES:
        raise CellError("En sådan rad går inte att skriva in.", "Välj indikator eller aktivitet.")
    if not name or len(name) > _LONGEST:
        raise CellError("Raden har inget namn som går att använda.", "Skriv namnet som det är tryckt.")
    if typed.goal is not None and all(goal.number != typed.goal for goal in report.goals):
        raise CellError("Målet finns inte i rapporten.", "Välj ett av rapportens mål.")
    number = max((row.number for row in cells.rows_of(report, typed.table)), default=-1) + 1
    if typed.table == "activities":
        return Activity(number, typed.goal, name, None, None, None, place=typed.place)
    period = f"{report.document.kind} {report.document.year}"
    return Outcome(
        number, typed.goal, typed.indicator, name, name, Cells(), period=period, place=typed.place
    )  # fmt: skip
