"""Writes the template workbook: a sheet per part of a report, headings that stay in view, an example row in each."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.importing import xlsx_form as form
from dashboard.importing.xlsx_form import Heading

_LAST = 500  # rows with a list of choices
_HEADER = PatternFill("solid", fgColor="E3E7EB")
_EXAMPLE = Font(italic=True, color="6B6B6B")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def write() -> bytes:
    """The empty template as the bytes of an .xlsx file."""
    book = Workbook()
    notes = book.active if isinstance(book.active, Worksheet) else book.create_sheet()
    _notes(notes)
    _facts(book.create_sheet(form.REPORT))
    _sheet(book.create_sheet(form.GOALS), form.GOAL_COLUMNS)
    for name, headings in form.TABLES.items():
        _sheet(book.create_sheet(name), headings)
    _sheet(book.create_sheet(form.TEXTS), form.TEXT_COLUMNS)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _notes(sheet: Worksheet) -> None:
    sheet.title = "Läs mig"
    sheet.column_dimensions["A"].width = 110
    for number, line in enumerate(form.NOTES, start=1):
        cell = sheet.cell(number, 1, line)
        cell.font = Font(bold=number == 1, size=14 if number == 1 else 11)
        cell.alignment = _WRAPPED


def _facts(sheet: Worksheet) -> None:
    for number, (label, told) in enumerate(zip(form.FACTS, form.FACTS_TOLD, strict=True), start=1):
        sheet.cell(number, 1, label).font = Font(bold=True)
        sheet.cell(number, 3, told).font = _EXAMPLE
    for column, width in (("A", 12), ("B", 50), ("C", 80)):
        sheet.column_dimensions[column].width = width
    _choices(sheet, "B1", tuple(form.KINDS.values()))


def _sheet(sheet: Worksheet, headings: Sequence[Heading]) -> None:
    for number, heading in enumerate(headings, start=1):
        letter = get_column_letter(number)
        cell = sheet.cell(1, number, heading.words)
        cell.font, cell.fill, cell.alignment = Font(bold=True), _HEADER, _WRAPPED
        sheet.cell(2, number, heading.example or None).font = _EXAMPLE
        sheet.column_dimensions[letter].width = heading.width
        if heading.choices:
            _choices(sheet, f"{letter}2:{letter}{_LAST}", heading.choices)
    sheet.freeze_panes = "A2"


def _choices(sheet: Worksheet, cells: str, choices: tuple[str, ...]) -> None:
    validation = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    validation.error = "Välj ett av orden i listan."
    sheet.add_data_validation(validation)
    validation.add(cells)
