"""The rows of a report that waits: each may be corrected, whether anything doubted it or not, and some typed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import Report
from dashboard.staging.settling import LETTERS
from dashboard.store import cells, typed
from dashboard.views.importera import ADDRESS
from dashboard.views.importera_doubts import Cell, blank_cells

if TYPE_CHECKING:
    from dashboard.reviewing import Waiting

_NAMES = {"outcomes": "Indikatorer", "goals": "Mål", "activities": "Aktiviteter", "feedback": "Synpunkter och klagomål"}
_ONE = {"outcomes": "en indikator", "activities": "en aktivitet"}


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row with its cells in a line; `address` opens its form."""

    key: str
    name: str
    told: str
    address: str


@dataclass(frozen=True, slots=True)
class RowsOf:
    """The rows of one table of the report."""

    name: str
    rows: tuple[RowShown, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty row to fill in: `goals` are the report's by number, `names` the indicators that are known."""

    table: str
    what: str
    cells: tuple[Cell, ...]
    goals: tuple[tuple[str, str], ...]
    names: tuple[str, ...]


def all_rows(found: "Waiting") -> tuple[RowsOf, ...]:
    """The rows as they were read, in the report's order."""
    report, address = found.report, f"{ADDRESS}/{found.staged.id}"
    letters = {table: letter for letter, table in LETTERS.items()}
    told = (_of_table(report, table, letters[table], address) for table in _NAMES)
    return tuple(one for one in told if one.rows)


def _of_table(report: Report, table: str, letter: str, address: str) -> RowsOf:
    return RowsOf(
        _NAMES[table],
        tuple(
            RowShown(key, cells.name_of(row), _told(row, table), f"{address}?rad={key}#t-{key}")
            for row in cells.rows_of(report, table)
            for key in [f"{letter}{row.number}"]
        ),
    )


def _told(row: cells.Row, table: str) -> str:
    told = [(column.label, cells.shown(row, column.name)) for column in cells.COLUMNS[table]]
    return ", ".join(f"{label} {text}" for label, text in told if text)


def blanks(report: Report, names: Sequence[str]) -> tuple[Blank, ...]:
    """The forms for a row that could not be placed, one for each table that rows may be typed into."""
    goals = (
        ("", "inget mål"),
        *((str(goal.number), f"{goal.code or ''} {goal.title}".strip()) for goal in report.goals),
    )
    return tuple(
        Blank(table, _ONE[table], blank_cells(table), goals, tuple(names) if table == "outcomes" else ())
        for table in typed.TABLES
    )
