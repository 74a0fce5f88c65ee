"""The sheets of a workbook as text: what a person sees in each cell, with its place."""

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat, zip_longest
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from dashboard.errors import UnreadableDocument
from dashboard.model import Place
from dashboard.swedish import number

MOST_SHEETS, MOST_ROWS, MOST_COLUMNS = 40, 5_000, 60
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_WHOLE = ("0", "#,##0", "0%", "0 %")
_DECIMALS = re.compile(r"0\.(0+)")
_AGAIN = "Öppna den i Excel, spara den på nytt som .xlsx och försök igen."


@dataclass(frozen=True, slots=True)
class Line:
    """A sheet's row of texts; `number` counts from 1."""

    sheet: str
    number: int
    texts: tuple[str, ...]

    def place(self, column: int = 0) -> Place:
        """The place of one of its cells."""
        return Place(sheet=self.sheet, cell=f"{get_column_letter(column + 1)}{self.number}")

    def text(self, column: int | None) -> str:
        """The text in a column, '' where the row ends before it or there is no such column."""
        return self.texts[column] if column is not None and column < len(self.texts) else ""


def sheets(content: bytes) -> dict[str, list[Line]]:
    """Each visible sheet's rows that hold something; a formula whose value was never computed shows as the formula."""
    try:
        values = _book(content, shown=True)
        # Formulas need a reading of their own, which is as slow as the first: most reports have none.
        formulas = _book(content, shown=False) if _has_formulas(content) else None
        names = [sheet.title for sheet in values.worksheets if sheet.sheet_state == "visible"][:MOST_SHEETS]
        return {name: list(_lines(values[name], formulas and formulas[name])) for name in names}
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError) as error:
        raise _damaged() from error
    except (zipfile.BadZipFile, SyntaxError, OverflowError) as error:
        raise _damaged() from error


def _book(content: bytes, *, shown: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=shown, keep_links=False)


def _has_formulas(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(_FORMULA.search(archive.read(name)) for name in parts)


def _lines(values: Any, formulas: Any | None) -> Iterator[Line]:
    bounds = {"max_row": MOST_ROWS + 1, "max_col": MOST_COLUMNS}
    told = formulas.iter_rows(**bounds) if formulas is not None else repeat(())
    for at, (cells, sources) in enumerate(zip(values.iter_rows(**bounds), told, strict=False), start=1):
        if at > MOST_ROWS:
            raise UnreadableDocument(
                f"Filen har fler än {number(MOST_ROWS)} rader i ett blad och är ingen rapport.",
                "Ta bort blad som inte hör till rapporten och försök igen.",
            )
        texts = [_text(cell, source) for cell, source in zip_longest(cells, sources)]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield Line(values.title, at, tuple(texts))


def _text(cell: Any, source: Any | None) -> str:
    value = cell.value if cell is not None else None
    if value is None:
        value = source.value if source is not None and source.data_type == "f" else ""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    return str(value).strip()


def _number(value: float, form: str) -> str:
    """A number as its cell shows it, save that thousands are not parted: '0.0 %' makes 0.05 '5,0 %'."""
    decimals = _DECIMALS.search(form)
    percent = "%" in form
    shown = value * 100 if percent else value
    if decimals:
        places = len(decimals.group(1))
    else:
        places = 0 if form in _WHOLE else len(f"{shown:.8f}".rstrip("0").partition(".")[2])
    return f"{shown:.{places}f}".replace(".", ",") + (" %" if percent else "")


def _damaged() -> UnreadableDocument:
    return UnreadableDocument("Filen är en skadad Excelfil eller av annan form och kan inte öppnas.", _AGAIN)
