"""Doubts and what people decided about them: which are still open, and the report and records that come of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.errors import UserError
from dashboard.model import Doubt, Place, Report, Severity
from dashboard.store import cells
from dashboard.store.corrections import Correction, Decision, laid_over


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided about one doubt; `texts` are the corrected cells' new texts by column."""

    doubt: str
    decision: Decision
    who: str
    made: str
    why: str = ""
    texts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A doubt with the row that it is about, in `table`; `decided` is None while it is open.

    A doubt that is only a note needs no decision. `settled_by` is another doubt's key where that decision took the row.
    """

    key: str
    doubt: Doubt
    table: str | None
    row: cells.Row | None
    decided: Decided | None
    settled_by: str | None = None

    @property
    def open(self) -> bool:
        return self.decided is None and self.settled_by is None and self.doubt.severity is not Severity.NOTE


def items(report: Report, decided: Sequence[Decided]) -> list[Item]:
    """The doubts in the report's order."""
    known = {one.doubt: one for one in decided}
    found = [_item(key, doubt, report, known.get(key)) for key, doubt in _keyed(report.doubts)]
    gone = {(item.table, item.row.number): item.key for item in found if item.row and _leaves_out(item)}
    return [
        item
        if item.decided or item.row is None or (item.table, item.row.number) not in gone
        else replace(item, settled_by=gone[item.table, item.row.number])
        for item in found
    ]


def _leaves_out(item: Item) -> bool:
    return item.decided is not None and item.decided.decision is Decision.LEFT_OUT


def _keyed(doubts: Sequence[Doubt]) -> list[tuple[str, Doubt]]:
    """Each doubt with a key of its own that stays the same when other doubts come or go."""
    found: dict[str, Doubt] = {}
    for doubt in doubts:
        again = 0
        while (key := _key(doubt, again)) in found:
            again += 1
        found[key] = doubt
    return list(found.items())


def _key(doubt: Doubt, again: int) -> str:
    told = repr((doubt.kind, doubt.reason, doubt.text, doubt.place, doubt.outcome, again))
    return hashlib.sha256(told.encode()).hexdigest()[:10]


def _item(key: str, doubt: Doubt, report: Report, decided: Decided | None) -> Item:
    table, row = _row_of(doubt, report)
    return Item(key, doubt, table, row, decided)


def _row_of(doubt: Doubt, report: Report) -> tuple[str | None, cells.Row | None]:
    """The row by its number, else the one that stands where the doubt does."""
    if doubt.outcome is not None:
        outcome = next((row for row in report.outcomes if row.number == doubt.outcome), None)
        return ("outcomes", outcome) if outcome else (None, None)
    if doubt.place == Place():
        return None, None
    for table in cells.COLUMNS:
        for row in cells.rows_of(report, table):
            if row.place == doubt.place:
                return table, row
    return None, None


def checked(report: Report, item: Item, decided: Decided) -> Decided:
    """The decision as it can be kept: only cells that get another text; UserError where it can't be done."""
    if decided.decision is Decision.ACCEPTED:
        return replace(decided, texts=())
    if item.row is None or item.table is None:
        raise UserError("Tveksamheten gäller ingen rad som lästes.", "Godta den, eller ta bort rapporten ur väntan.")
    if decided.decision is Decision.LEFT_OUT:
        return replace(decided, texts=())
    texts = tuple((cells.column_of(item.table, name).name, " ".join(text.split())) for name, text in decided.texts)
    changed = tuple((name, text) for name, text in texts if text != cells.shown(item.row, name))
    if not changed:
        raise UserError("Ingen cell har fått ett annat värde.", "Ändra en cell, eller godta det som lästes.")
    for name, text in changed:
        cells.changed(item.row, cells.column_of(item.table, name), text)
    return replace(decided, texts=changed)


def settled(report: Report, decided: Sequence[Decided]) -> tuple[Report, list[Correction]]:
    """The report as it is to be stored, without the doubts that were decided on, and a record of each decision."""
    found = items(report, decided)
    records = [record for item in found if item.decided for record in _records(report, item, item.decided)]
    done = {id(item.doubt) for item in found if item.decided or item.settled_by}
    kept = tuple(doubt for doubt in report.doubts if id(doubt) not in done)
    return laid_over(replace(report, doubts=kept), records), records


def _records(report: Report, item: Item, decided: Decided) -> list[Correction]:
    document, row, table = report.document, item.row, item.table
    about = Correction(
        document.id, document.unit, document.year, document.kind, table or "doubts", row.number if row else -1, "",
        item.doubt.reason, None, decided.who, decided.made, decided.why, decided.decision,
    )  # fmt: skip
    if row is None or table is None:
        return [about]
    key = next(key for key, one in cells.keys(report, table).items() if one.number == row.number)
    about = replace(about, row_key=key, row_name=cells.name_of(row))
    if decided.decision is Decision.LEFT_OUT:
        return [replace(about, before=cells.line_of(row, table))]
    if decided.decision is Decision.ACCEPTED:
        return [about]
    return [replace(about, column_name=name, before=cells.shown(row, name), after=text) for name, text in decided.texts]
