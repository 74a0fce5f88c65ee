"""The template workbook filled in from facts, as a person would fill it in."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

from dashboard.importing import xlsx_template
from tests.generator import words
from tests.generator.facts import Column, Facts, Feedback, Goal, Row

_HEADINGS = {
    "name": "Indikator", "outcome": "Periodens utfall", "men": "Utfall män/pojkar", "women": "Utfall kvinnor/flickor",
    "previous": "Utfall föregående år", "target": "Årsmål", "kf_target": "KF:s årsmål", "forecast": "Prognos helår",
    "period": "Period", "periodicity": "Periodicitet", "title": "Aktivitet", "start": "Startdatum", "end": "Slutdatum",
    "deviation": "Avvikelse", "group": "Uppdelning", "category": "Kategori", "t1": "Utfall T1", "t2": "Utfall T2",
    "vb": "Utfall VB", "total": "Totalt ack", "comment": "Bedömning och planerade åtgärder",
}  # fmt: skip
_LEVELS = {
    "inriktningsmål": "KF:s inriktningsmål", "verksamhetsområdesmål": "KF:s mål för verksamhetsområdet",
    "nämndmål": "Nämndmål", "enhetsmål": "Enhetsmål",
}  # fmt: skip
_KINDS = {"VB": "Verksamhetsberättelse", "VP": "Verksamhetsplan", "T1": "Tertialrapport 1", "T2": "Tertialrapport 2"}


def write(facts: Facts, kind: str, year: int) -> bytes:
    """The filled workbook as bytes; example rows stay where they are."""
    book = openpyxl.load_workbook(io.BytesIO(xlsx_template.write()))
    for number, value in enumerate((_KINDS[kind], year, facts.unit, facts.board, facts.date), start=1):
        book["Rapport"].cell(number, 2, value)
    for number, goal in enumerate(facts.goals, start=1):
        _append(book["Mål"], _goal(goal, number))
    for number, goal in enumerate(facts.goals, start=1):
        _rows(book["Indikatorer"], goal.indicators, facts.indicator_columns, number)
        _rows(book["Aktiviteter"], goal.activities, facts.activity_columns, number)
    for row in facts.feedback:
        _append(book["Synpunkter"], _feedback(row, facts.feedback_columns))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _goal(goal: Goal, number: int) -> dict[str, Any]:
    status = goal.status_words or words.STATUSES.get(goal.status or "", "Inga data" if goal.status else "")
    texts = {section.heading: "\n".join(section.paragraphs) for section in goal.sections}
    return {"Nr": number, "Nivå": _LEVELS[goal.level], "Kod": goal.code, "Mål": goal.title, "Status": status} | texts


def _rows(sheet: Any, rows: Sequence[Row], columns: Sequence[Column], number: int) -> None:
    for row in rows:
        cells = {_renamed(sheet, column): row.cells[column.field] for column in columns}
        cells |= {"Mål nr": str(number), "Analys": "\n".join(row.analysis)}
        if row.symbol:
            cells["Status"] = words.STATUSES.get(row.symbol, "Inga data")
        if row.council:
            cells["KF-indikator"] = "Ja"
        if row.check_mark:
            cells["Klar"] = "Ja"
        _append(sheet, cells)


def _renamed(sheet: Any, column: Column) -> str:
    """The heading's words; the column of the year before gets the report's own, with its year."""
    words_of = _HEADINGS[column.field]
    if column.field == "previous":
        for cell in sheet[1]:
            if cell.value == words_of:
                cell.value = column.header
        return column.header
    return words_of


def _feedback(row: Feedback, columns: Sequence[Column]) -> dict[str, Any]:
    cells = {**row.cells, "group": row.group}
    return {_HEADINGS[column.field]: cells[column.field] for column in columns}


def _append(sheet: Any, cells: Mapping[str, Any]) -> None:
    at = {cell.value: cell.column for cell in sheet[1]}
    row = sheet.max_row + 1
    for heading, value in cells.items():
        if value not in (None, "") and heading in at:
            sheet.cell(row, at[heading], value)
