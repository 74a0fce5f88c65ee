"""Cells that a person may correct: what each is called, how it stands in its row, and how a new text is checked."""

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from dashboard.errors import UserError
from dashboard.model import Activity, Feedback, Goal, Outcome, Report, Status
from dashboard.swedish import fold, parse_cell, parse_date

Row: TypeAlias = Outcome | Activity | Feedback | Goal


class CellError(UserError):
    """A text that a person wrote for a cell can't stand there."""


class Form(StrEnum):
    """What a cell holds."""

    NUMBER = "ett tal"
    TARGET = "ett tal eller ord"
    COUNT = "ett antal"
    DATE = "ett datum"
    STATUS = "en status"
    WORDS = "ord"


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    label: str
    form: Form


COLUMNS: MappingProxyType[str, tuple[Column, ...]] = MappingProxyType(
    {
        "outcomes": (
            Column("outcome", "Utfall", Form.NUMBER),
            Column("women", "Kvinnor", Form.NUMBER),
            Column("men", "Män", Form.NUMBER),
            Column("previous", "Förra utfallet", Form.NUMBER),
            Column("target", "Årsmål", Form.TARGET),
            Column("kf_target", "KF:s årsmål", Form.TARGET),
            Column("forecast", "Prognos", Form.NUMBER),
            Column("status", "Status", Form.STATUS),
        ),
        "activities": (
            Column("start", "Startdatum", Form.DATE),
            Column("end", "Slutdatum", Form.DATE),
            Column("deviation", "Avvikelse", Form.WORDS),
        ),
        "feedback": (
            Column("t1", "T1", Form.COUNT),
            Column("t2", "T2", Form.COUNT),
            Column("vb", "VB", Form.COUNT),
            Column("total", "Totalt", Form.COUNT),
        ),
        "goals": (Column("status", "Status", Form.STATUS),),
    }
)
_MOST = 1_000


def column_of(table: str, name: str) -> Column:
    """The column; CellError where the table has none of that name."""
    found = next((column for column in COLUMNS[table] if column.name == name), None)
    if found is None:
        raise CellError(f"Raden har ingen cell som heter ”{name}”.")
    return found


def shown(row: Row, name: str) -> str:
    """The cell as printed, or as it was read where the report prints no text of its own for it."""
    if isinstance(row, Outcome) and name != "status":
        return str(getattr(row.raw, name))
    value = getattr(row, name)
    return "" if value is None else str(value)


def changed(row: Row, column: Column, text: str) -> Row:
    """The row with the cell's new text read as the reader would have; CellError where it can't stand there."""
    told = " ".join(text.split())
    if len(told) > _MOST or any(ord(letter) < 32 for letter in told):
        raise CellError(f"Texten för {column.label} går inte att använda.", "Skriv högst 1 000 tecken.")
    if isinstance(row, Outcome) and column.form in (Form.NUMBER, Form.TARGET):
        return _outcome(row, column, told)
    return replace(row, **{column.name: _value(column, told)})  # type: ignore[arg-type]


def _value(column: Column, text: str) -> object:
    if not text:
        return None
    if column.form is Form.COUNT:
        return _count(column, text)
    if column.form is Form.DATE:
        return _date(column, text)
    if column.form is Form.STATUS:
        return _status(text)
    return text


def _outcome(row: Outcome, column: Column, text: str) -> Outcome:
    cell = parse_cell(text)
    if cell.words is not None and column.form is Form.NUMBER:
        raise CellError(f"{column.label}: ”{text}” är inget tal.", "Skriv till exempel 12,5 eller 12,5 %.")
    if cell.unit and row.unit and cell.unit != row.unit:
        raise CellError(f"{column.label}: raden är i {row.unit}, inte i {cell.unit}.", f"Skriv talet i {row.unit}.")
    values: dict[str, object] = {column.name: cell.value, "unit": row.unit or cell.unit}
    if column.form is Form.TARGET:
        values[f"{column.name}_text"] = cell.words
    return replace(row, raw=replace(row.raw, **{column.name: text}), **values)  # type: ignore[arg-type]


def _count(column: Column, text: str) -> int:
    cell = parse_cell(text)
    if cell.value is None or cell.unit or cell.value < 0 or cell.value != int(cell.value) or cell.value > 10**9:
        raise CellError(f"{column.label}: ”{text}” är inget antal.", "Skriv ett heltal, till exempel 3.")
    return int(cell.value)


def _date(column: Column, text: str) -> str:
    found = parse_date(text)
    if found is None:
        raise CellError(f"{column.label}: ”{text}” är inget datum.", "Skriv till exempel 2025-03-31.")
    return found


def _status(text: str) -> Status:
    try:
        return Status(text.lower())
    except ValueError as error:
        raise CellError(f"Status ”{text}” finns inte.", "Skriv helt, delvis, ej eller ingen.") from error


def name_of(row: Row) -> str:
    """What a person calls the row."""
    if isinstance(row, Outcome):
        return row.name
    return f"{row.group}: {row.category}" if isinstance(row, Feedback) else row.title


def rows_of(report: Report, table: str) -> tuple[Row, ...]:
    found: tuple[Row, ...] = getattr(report, table)
    return found


def line_of(row: Row, table: str) -> str:
    """All cells that may be corrected, as one line."""
    return " | ".join((name_of(row), *(shown(row, column.name) for column in COLUMNS[table])))


def keys(report: Report, table: str) -> dict[str, Row]:
    """The rows by what they are the same row by in another version of the report; the same name twice gets a number."""
    found: dict[str, Row] = {}
    for row in rows_of(report, table):
        key, again = _key(report, row), 1
        while (one := key if again == 1 else f"{key}|{again}") in found:
            again += 1
        found[one] = row
    return found


def _key(report: Report, row: Row) -> str:
    if isinstance(row, Feedback):
        return f"{fold(row.group)}|{fold(row.category)}"
    if isinstance(row, Goal):
        return f"{row.level}|{row.code or ''}|{fold(row.title)}"
    goal = next((goal for goal in report.goals if goal.number == row.goal), None)
    under = fold(goal.title) if goal else ""
    return f"{under}|{row.indicator if isinstance(row, Outcome) else fold(row.title)}"
