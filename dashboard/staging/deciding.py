"""A decision on a doubt, and what it does to the report: cells and rows changed, and the records of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.catalogue.likeness import PROPOSAL
from dashboard.importing.recheck import Fault
from dashboard.model import Doubt, Report, Severity
from dashboard.store import cells
from dashboard.store.corrections import Correction, Decision, laid_over
from dashboard.store.typed import Typed, with_row

TABLE, NAME, GOAL, INDICATOR = "tabell", "namn", "mål", "indikator"
_OF_ROW = frozenset((TABLE, NAME, GOAL, INDICATOR))
_CHANGES = (Decision.CORRECTED, Decision.LEFT_OUT, Decision.TYPED)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided about one doubt; `texts` are the corrected cells' new texts by column.

    For a row typed in they are its cells', and those of `TABLE`, `NAME`, `GOAL` and `INDICATOR`.
    """

    doubt: str
    decision: Decision
    who: str
    made: str
    why: str = ""
    texts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A doubt with the row that it is about, in `table`; `decided` is None while it is open.

    A doubt that is only a note needs no decision. `settled_by` is another doubt's key where that decision took the row,
    or, when `cleared`, changed it so that the check finds nothing any more. `raised`: a decision brought the doubt.
    """

    key: str
    doubt: Doubt
    table: str | None
    row: cells.Row | None
    decided: Decided | None
    settled_by: str | None = None
    cleared: bool = False
    raised: bool = False

    @property
    def open(self) -> bool:
        return self.decided is None and self.settled_by is None and self.doubt.severity is not Severity.NOTE

    @property
    def changes(self) -> bool:
        """Whether its decision changes the report."""
        return self.decided is not None and self.decided.decision in _CHANGES

    @property
    def typable(self) -> bool:
        """Whether its words may be a row that a person can type in."""
        about_none = self.row is None and self.doubt.outcome is None
        return about_none and bool(self.doubt.text.strip()) and self.doubt.kind != PROPOSAL and self.asks

    @property
    def asks(self) -> bool:
        return self.doubt.severity is not Severity.NOTE

    def on(self, table: str, number: int) -> bool:
        return self.table == table and self.row is not None and self.row.number == number

    def about(self, fault: Fault) -> bool:
        """Whether it is the same kind of doubt about the same row."""
        return self.doubt.kind == fault.doubt.kind and self.on(fault.table, fault.number)


def applied(report: Report, items: Sequence[Item]) -> tuple[Report, tuple[Correction, ...]]:
    """The report after all decisions, one after the other, and their records; CellError where one can't be done."""
    now, told = report, list[Correction]()
    for item in items:
        if item.decided and item.decided.decision is Decision.TYPED:
            now, records = _typed_in(now, item, item.decided)
        elif item.decided:
            records = _records(now, item, item.decided)
            now = laid_over(now, records)
        else:
            continue
        told += records
    return now, tuple(told)


def about(report: Report, item: Item, decided: Decided) -> Correction:
    """The record of a decision on the doubt alone."""
    document, row = report.document, item.row
    return Correction(
        document.id, document.unit, document.year, document.kind, item.table or "doubts", row.number if row else -1, "",
        item.doubt.reason, None, decided.who, decided.made, decided.why, decided.decision,
    )  # fmt: skip


def _records(report: Report, item: Item, decided: Decided) -> list[Correction]:
    """Nothing for a row that an earlier decision took."""
    told, table = about(report, item, decided), item.table
    if item.row is None or table is None:
        return [told]
    found = next(((key, row) for key, row in cells.keys(report, table).items() if row.number == item.row.number), None)
    if found is None:
        return []
    key, row = found
    told = replace(told, row_key=key, row_name=cells.name_of(row))
    if decided.decision is Decision.LEFT_OUT:
        return [replace(told, before=cells.line_of(row, table))]
    if decided.decision is Decision.ACCEPTED:
        return [told]
    texts = [(name, text) for name, text in decided.texts if text != cells.shown(row, name)]
    return [replace(told, column_name=name, before=cells.shown(row, name), after=text) for name, text in texts]


def _typed_in(report: Report, item: Item, decided: Decided) -> tuple[Report, list[Correction]]:
    """A record of the row, with the words that could not be placed, and one of each of its cells."""
    told = dict(decided.texts)
    goal = int(told[GOAL]) if told.get(GOAL, "").isdecimal() else None
    texts = [(name, text) for name, text in decided.texts if name not in _OF_ROW]
    table, name = told.get(TABLE, "outcomes"), told.get(NAME, "")
    after, row = with_row(report, Typed(table, name, goal, told.get(INDICATOR, ""), item.doubt.place, texts))
    key = next(key for key, one in cells.keys(after, table).items() if one.number == row.number)
    words = " ".join(item.doubt.text.split())
    of_row = replace(
        about(report, item, decided), table_name=table, number=row.number, before=words, row_key=key, row_name=name
    )
    return after, [of_row, *(replace(of_row, column_name=name, before=None, after=text) for name, text in texts)]
