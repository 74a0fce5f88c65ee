"""The store's tables: their columns follow the model, and each is checked against them when written and opened."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from types import MappingProxyType, UnionType
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

import pyarrow as pa
import pyarrow.compute as pc

from dashboard.errors import StoreError
from dashboard.model import Activity, Cells, Document, Doubt, Feedback, Goal, Outcome, Place, Report, Text

Tables = Mapping[str, pa.Table]
Row = dict[str, Any]
Column: TypeAlias = "pa.Field[Any]"

_TYPES: dict[type, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
_PREFIXES: dict[type, str] = {Place: "place_", Cells: "raw_"}
# The facts of its document that stand on every row; a field of the same name gets another one in the table.
_DOCUMENT_FACTS = ("unit", "year", "kind")
_RENAMED = {(Outcome, "unit"): "measure_unit", (Doubt, "kind"): "doubt_kind"}
_PARTS: dict[str, type] = {
    "goals": Goal,
    "outcomes": Outcome,
    "activities": Activity,
    "feedback": Feedback,
    "texts": Text,
    "doubts": Doubt,
}
_COUNTS = {
    "goals": "goal_count",
    "outcomes": "outcome_count",
    "activities": "activity_count",
    "feedback": "feedback_count",
    "texts": "text_count",
    "doubts": "doubt_count",
}


def _column(owner: type, name: str) -> str:
    return _RENAMED.get((owner, name), name)


def _columns(owner: type) -> list[Column]:
    hints = get_type_hints(owner)
    return [found for item in fields(owner) for found in _field(_column(owner, item.name), hints[item.name])]


def _field(name: str, hint: Any) -> list[Column]:
    """One column for a plain value, several for a Place or for Cells."""
    if hint in _PREFIXES:
        return [item.with_name(_PREFIXES[hint] + item.name) for item in _columns(hint)]
    choices = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    plain = next(choice for choice in choices if choice is not type(None))
    return [pa.field(name, _type(plain), nullable=type(None) in choices)]


def _type(plain: Any) -> pa.DataType:
    """A tuple of numbers (a box on a page) is a list, named as Parquet names it."""
    if get_origin(plain) is tuple:
        return pa.list_(pa.field("element", _type(get_args(plain)[0])))
    return _TYPES[str if issubclass(plain, StrEnum) else plain]


def _must(name: str, kind: pa.DataType) -> Column:
    return pa.field(name, kind, nullable=False)


def _schemas() -> dict[str, pa.Schema]:
    facts = [_must("document", pa.string()), _must("unit", pa.string()), _must("year", pa.int64())]
    facts.append(_must("kind", pa.string()))
    documents = [
        *_columns(Document),
        _must("imported", pa.string()),
        _must("sequence", pa.int64()),
        pa.field("superseded_by", pa.string()),
        *[_must(count, pa.int64()) for count in _COUNTS.values()],
    ]
    corrected = ["document", "unit", "table_name", "column_name", "who", "made", "why"]
    corrections = [
        *[_must(name, pa.string()) for name in corrected],
        _must("year", pa.int64()),
        _must("kind", pa.string()),
        _must("number", pa.int64()),
        *[pa.field(name, pa.string()) for name in ("before", "after", "decision", "row_key", "row_name")],
    ]
    parts = {name: pa.schema([*facts, *_columns(part)]) for name, part in _PARTS.items()}
    return {"documents": pa.schema(documents), **parts, "corrections": pa.schema(corrections)}


SCHEMAS: Mapping[str, pa.Schema] = MappingProxyType(_schemas())
_IN_TIME = pa.array(["VP", "T1", "T2", "VB"])


def empty() -> dict[str, pa.Table]:
    """All tables, without rows."""
    return {name: schema.empty_table() for name, schema in SCHEMAS.items()}


def tables_of(reports: Sequence[Report], *, imported: str, sequence: int) -> dict[str, pa.Table]:
    """The reports' rows as tables; the first document gets `sequence`, the next one more."""
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    for place, report in enumerate(reports, sequence):
        counts = {count: len(getattr(report, name)) for name, count in _COUNTS.items()}
        told = {"imported": imported, "sequence": place, "superseded_by": None, **counts}
        rows["documents"].append(_row(report.document) | told)
        facts = {"document": report.document.id} | {name: getattr(report.document, name) for name in _DOCUMENT_FACTS}
        for name in _PARTS:
            rows[name] += [facts | _row(part) for part in getattr(report, name)]
    return {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in SCHEMAS.items()}


def fits(report: Report) -> bool:
    """Whether the tables can hold it: a stray run of digits may be larger than any column."""
    try:
        tables_of([report], imported="", sequence=0)
    except (pa.ArrowException, OverflowError, UnicodeError):
        return False
    return True


def _row(record: Any) -> Row:
    row: Row = {}
    for item in fields(record):
        value = getattr(record, item.name)
        prefix = _PREFIXES.get(type(value))
        if prefix is None:
            row[_column(type(record), item.name)] = value
        else:
            row |= {prefix + name: inner for name, inner in _row(value).items()}
    return row


def report_of(tables: Tables, document: str) -> Report | None:
    """The report that these tables hold of one document, as it was stored; None where they hold none."""
    found = {name: _rows_of(tables[name], "id" if name == "documents" else "document", document) for name in tables}
    if not found["documents"]:
        return None
    parts = {name: tuple(_record(part, row) for row in found[name]) for name, part in _PARTS.items()}
    return Report(_record(Document, found["documents"][0]), **parts)


def _rows_of(table: pa.Table, key: str, document: str) -> list[Row]:
    return table.filter(pc.equal(table[key], pa.scalar(document))).to_pylist()


def _record(owner: Any, row: Row, prefix: str = "") -> Any:
    hints = get_type_hints(owner)
    return owner(**{
        item.name: _record(hints[item.name], row, _PREFIXES[hints[item.name]])
        if hints[item.name] in _PREFIXES
        else _value(hints[item.name], row[prefix + _column(owner, item.name)])
        for item in fields(owner)
    })  # fmt: skip


def _value(hint: Any, told: Any) -> Any:
    choices = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    plain = next(choice for choice in choices if choice is not type(None))
    if told is None:
        return None
    if get_origin(plain) is tuple:
        return tuple(told)
    return plain(told) if issubclass(plain, StrEnum) else told


def ordered(table: pa.Table) -> pa.Table:
    """Sorted by unit, year and period in time, reading order kept within a document."""
    names = table.column_names
    period = pc.index_in(table["kind"], value_set=_IN_TIME)
    keyed = table.append_column("_period", period).append_column("_place", pa.array(range(table.num_rows)))
    document = "document" if "document" in names else "id"
    keys: list[tuple[str, Literal["ascending", "descending"]]] = [
        (name, "ascending") for name in ("unit", "year", "_period", document, "_place")
    ]
    return keyed.sort_by(keys).select(names).combine_chunks()


def lacking(name: str, found: pa.Schema) -> list[Column]:
    """Columns that an older snapshot lacks and that may be empty; StoreError where the difference is another."""
    expected = SCHEMAS[name]
    known = {item.name: item for item in found}
    missing = [item for item in expected if item.name not in known]
    wrong = [item.name for item in missing if not item.nullable]
    wrong += [item.name for item in expected if item.name in known and not _same(item, known[item.name])]
    wrong += [column for column in known if column not in expected.names]
    if wrong:
        raise _misshapen(name, wrong)
    return missing


def _same(expected: Column, found: Column) -> bool:
    return bool(expected.type == found.type) and found.nullable == expected.nullable


def conformed(name: str, table: pa.Table) -> pa.Table:
    """The table with today's columns in today's order; columns that came later are empty."""
    for item in lacking(name, table.schema):
        table = table.append_column(item, pa.nulls(table.num_rows, item.type))
    return table.select(SCHEMAS[name].names).cast(SCHEMAS[name])


def check(tables: Tables) -> None:
    """Raises StoreError unless the tables are whole: right columns, no hole, each row's document there, and once."""
    for name in SCHEMAS:
        if late := [item.name for item in lacking(name, tables[name].schema)]:
            raise _misshapen(name, late)
        tables[name].validate(full=True)
        holes = [item.name for item in SCHEMAS[name] if not item.nullable and tables[name][item.name].null_count]
        if holes:
            raise _misshapen(name, holes)
    known = tables["documents"]["id"]
    if len(pc.unique(known)) != len(known):
        raise _misshapen("documents", ["id"])
    for name in (*_PARTS, "corrections"):
        if not pc.all(pc.is_in(tables[name]["document"], value_set=known), min_count=0).as_py():
            raise _misshapen(name, ["document"])


def _misshapen(name: str, columns: Iterable[str]) -> StoreError:
    told = ", ".join(columns)
    return StoreError(
        f"Tabellen {name} i datalagret har inte den form som den här versionen väntar sig ({told}).",
        "Läs in rapporterna på nytt i en tom mapp: maltavlan import FIL … --store MAPP.",
    )
