"""What people decided about reports, as Källor shows it: cells with what is printed and what they are now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.model import Kind, Selection
from dashboard.store import cells
from dashboard.store.corrections import Decision
from dashboard.swedish import date_words, kind_words
from dashboard.views.link import Link, source
from dashboard.views.source_rows import OutcomeRow

if TYPE_CHECKING:
    from dashboard.store.database import Store

RECORDS = "rattelser"
LETTERS = {"outcomes": "i", "goals": "g", "activities": "a", "feedback": "s"}
_EMPTY = "tom cell"


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A row of queries/corrections.sql."""

    document: str
    year: int
    kind: Kind
    unit_name: str
    table_name: str
    number: int
    column_name: str
    before: str | None
    after: str | None
    who: str
    made: str
    why: str
    decision: Decision | None
    row_name: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """A decision in words: what it is about, what stood there and what stands there now, by whom, when and why."""

    what: str
    link: Link | None
    decision: str
    before: str
    after: str
    who: str
    when: str
    why: str
    report: str


def corrections(store: "Store", documents: Sequence[str] | None) -> list[CorrectionRow]:
    """The decisions on these documents (None: all), the latest first."""
    return store.rows("corrections", CorrectionRow, documents=None if documents is None else list(documents))


def as_printed(rows: Sequence[OutcomeRow], made: Sequence[CorrectionRow]) -> list[OutcomeRow]:
    """The rows with their cells as the report prints them, whatever they were corrected to."""
    printed: dict[int, dict[str, str]] = {}
    for one in made:
        name = f"raw_{one.column_name}"
        if one.table_name == "outcomes" and one.column_name and hasattr(OutcomeRow, name):
            printed.setdefault(one.number, {})[name] = one.before or ""
    return [replace(row, **printed.get(row.number, {})) for row in rows]  # type: ignore[arg-type]


def told_cells(made: Sequence[CorrectionRow]) -> dict[tuple[int, str], str]:
    """For a row's number and the name of its column what is printed and what holds instead, where a person changed it.

    `made` has the latest first: what a cell was corrected to at last holds, what stood there at first is printed.
    """
    chains: dict[tuple[int, str], list[CorrectionRow]] = {}
    for one in made:
        if one.table_name == "outcomes" and one.column_name:
            chains.setdefault((one.number, f"raw_{one.column_name}"), []).append(one)
    return {cell: _told(chain[-1], chain[0]) for cell, chain in chains.items() if chain[-1].before != chain[0].after}


def _told(first: CorrectionRow, last: CorrectionRow) -> str:
    if first.decision is Decision.TYPED:
        return f"{last.after or _EMPTY}, inskrivet"
    return f"{first.before or 'tom'}, rättat till {last.after or _EMPTY}"


def records(made: Sequence[CorrectionRow]) -> tuple[Record, ...]:
    """A row typed in is one record, with all its cells."""
    cells_of: dict[tuple[str, str, int], list[str]] = {}
    for one in made:
        if one.decision is Decision.TYPED and one.column_name:
            told = f"{_label(one.table_name, one.column_name)} {one.after}"
            cells_of.setdefault((one.document, one.table_name, one.number), []).append(told)
    whole = [one for one in made if not (one.decision is Decision.TYPED and one.column_name)]
    return tuple(_record(one, cells_of.get((one.document, one.table_name, one.number), ())) for one in whole)


def records_of(document: str) -> Link:
    """The way to what people decided about a report."""
    return Link("kallor", Selection(document=document), RECORDS)


def change_words(column: str, before: str, after: str) -> str:
    """'Utfall: 81 % rättat till 18,5 %'; without a column the row was typed in, for the words `before`."""
    if not column:
        return f"Raden skrevs in av en person. I rapporten står: ”{before}”."
    return f"{_label('outcomes', column)}: {before or _EMPTY} rättat till {after or _EMPTY}"


def _record(one: CorrectionRow, typed: Sequence[str]) -> Record:
    decision = one.decision or Decision.CORRECTED
    cell = _label(one.table_name, one.column_name) if one.column_name else ""
    what = ", ".join(part for part in (one.row_name or "Hela rapporten", cell.lower()) if part)
    letter = LETTERS.get(one.table_name)
    link = source(one.document, None, f"{letter}{one.number}") if letter and decision is not Decision.LEFT_OUT else None
    after = ", ".join(typed) if decision is Decision.TYPED else ""
    return Record(
        what=what,
        link=link,
        decision=decision.capitalize(),
        before=one.before or _EMPTY,
        after=(one.after or _EMPTY) if decision is Decision.CORRECTED else after,
        who=one.who,
        when=date_words(one.made[:10]),
        why=one.why,
        report=f"{one.unit_name}, {kind_words(one.kind)} {one.year}",
    )


def _label(table: str, column: str) -> str:
    return next((one.label for one in cells.COLUMNS.get(table, ()) if one.name == column), column)
