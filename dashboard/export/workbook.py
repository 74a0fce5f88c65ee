"""Tables as an Excel workbook: true numbers and dates, frozen Swedish headings, and a sheet that explains them."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter

from dashboard.views.data import DataTable
from dashboard.views.data_columns import Column, Type

_WIDTHS = {Type.TEXT: 24, Type.NUMBER: 12, Type.WHOLE: 10, Type.DATE: 14, Type.TRUTH: 11}
_WIDE = {"indikator", "mal", "kf_mal", "namndmal", "enhetsmal", "aktivitet", "kategori", "grupp", "enhet"}
_MOST_LETTERS = 32_767


def workbook(tables: Sequence[DataTable]) -> bytes:
    """The file's bytes; texts are written as texts, so nothing in them is ever run as a formula."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    looks = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "plain": book.add_format({"valign": "top"}),
    }
    book.set_properties({"title": "Måltavlan", "author": "Måltavlan"})
    for table in tables:
        _sheet(book, table, looks)
    _meaning(book, tables, looks)
    book.close()
    return written.getvalue()


def _sheet(book: Any, table: DataTable, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet(table.title)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, 46 if column.name in _WIDE else _WIDTHS[column.type])
        sheet.write_string(0, place, column.heading, looks["head"])
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    for number, row in enumerate(table.rows, 1):
        for place, (value, column) in enumerate(zip(row, table.columns, strict=True)):
            _write(sheet, (number, place), value, column, looks)


def _write(sheet: Any, at: tuple[int, int], value: Any, column: Column, looks: dict[str, Any]) -> None:
    if value is None:
        return
    if column.type is Type.DATE:
        sheet.write_datetime(*at, date.fromisoformat(value), looks["date"])
    elif isinstance(value, bool):
        sheet.write_string(*at, "ja" if value else "nej", looks["plain"])
    elif isinstance(value, int | float):
        sheet.write_number(*at, value, looks["plain"])
    else:
        sheet.write_string(*at, str(value)[:_MOST_LETTERS], looks["text" if column.name in _WIDE else "plain"])


def _meaning(book: Any, tables: Sequence[DataTable], looks: dict[str, Any]) -> None:
    """Where the figures come from, and what each column holds."""
    sheet = book.add_worksheet("Förklaringar")
    sheet.freeze_panes(1, 0)
    for place, (words, width) in enumerate((("Blad", 16), ("Kolumn", 26), ("Typ", 10), ("Betyder", 70))):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, words, looks["head"])
    row = 1
    for table in tables:
        state = f"{table.state}. " if table.state else ""
        about = f"{state}{table.about} Källa: enheternas egna rapporter, inlästa av Måltavlan."
        lines = [(table.title, "", "", about)]
        lines += [(table.title, column.heading, column.type.value, column.about) for column in table.columns]
        for line in lines:
            for place, words in enumerate(line):
                sheet.write_string(row, place, words, looks["text"])
            row += 1
