"""A table as a file: CSV for a Swedish Excel, a workbook, JSON for scripts, Parquet for analysts."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.export.workbook import workbook
from dashboard.views.data import DataTable
from dashboard.views.data_columns import Type

# What a spreadsheet would take for a formula when it stands first in a cell.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[−-]?\d[\d ]*(?:,\d+)?(?: %)?")
_MORE = re.compile(r"\+\d")
_ARROW = {
    Type.TEXT: pa.string(),
    Type.NUMBER: pa.float64(),
    Type.WHOLE: pa.int64(),
    Type.DATE: pa.date32(),
    Type.TRUTH: pa.bool_(),
}


def csv_file(tables: Sequence[DataTable]) -> bytes:
    """Semicolons, decimal comma and a byte order mark, as a Swedish Excel opens it. One table a file."""
    (table,) = tables
    return _csv([column.heading for column in table.columns], [[_cell(value) for value in row] for row in table.rows])


def csv_of_words(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The same for a table of words, such as the twin of a figure, whose numbers are written as on the page."""
    return _csv(heads, [[_printed(words) for words in row] for row in rows])


def _csv(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8")


def _cell(value: Any) -> str:
    """Numbers stay bare; a text that a spreadsheet would run is made harmless with an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _printed(words: str) -> str:
    """Excel reads a number with neither the true minus nor the hard space, and takes a plus for a formula."""
    plain = words.replace("\u00a0", " ")
    if _NUMBER.fullmatch(plain):
        return plain.replace("−", "-")
    return _cell(plain[1:] if _MORE.match(plain) else plain)


def json_file(tables: Sequence[DataTable]) -> bytes:
    """Each table with its columns' names and types, and its rows as objects by the columns' names."""
    told = {table.name.value: _as_object(table) for table in tables}
    return orjson.dumps(told, option=orjson.OPT_INDENT_2)


def _as_object(table: DataTable) -> dict[str, Any]:
    names = [column.name for column in table.columns]
    columns = [{"namn": c.name, "rubrik": c.heading, "typ": c.type.value, "betyder": c.about} for c in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    state = {"lage": table.state} if table.state else {}
    return {"titel": table.title, "om": table.about, **state, "kolumner": columns, "rader": rows}


def parquet_file(tables: Sequence[DataTable]) -> bytes:
    """True types, with the columns' meaning in the file's metadata. One table a file."""
    (table,) = tables
    fields = [
        pa.field(column.name, _ARROW[column.type], metadata={"rubrik": column.heading, "betyder": column.about})
        for column in table.columns
    ]
    columns = list(zip(*table.rows, strict=True)) or [() for _ in fields]
    arrays = [
        pa.array([_typed(value, column.type) for value in values], type=field.type)
        for values, column, field in zip(columns, table.columns, fields, strict=True)
    ]
    written = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields, _state(table))), written, compression="zstd")
    return written.getvalue()


def _state(table: DataTable) -> dict[str | bytes, str | bytes] | None:
    return {"lage": table.state} if table.state else None


def _typed(value: Any, kind: Type) -> Any:
    return date.fromisoformat(value) if kind is Type.DATE and value else value


def xlsx_file(tables: Sequence[DataTable]) -> bytes:
    """A workbook with a sheet per table, and one that says what the columns mean."""
    return workbook(tables)


# The forms a table can take: how it is made, its media type, and whether several tables fit in one file.
FORMS: dict[str, tuple[Callable[[Sequence[DataTable]], bytes], str, bool]] = {
    "csv": (csv_file, "text/csv; charset=utf-8", False),
    "xlsx": (xlsx_file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", True),
    "json": (json_file, "application/json", True),
    "parquet": (parquet_file, "application/vnd.apache.parquet", False),
}
