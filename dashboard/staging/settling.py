"""Doubts and what people decided about them: which are still open, and the report and records that come of it.

A decision changes the report, and the checks run again over it: it may clear another doubt, or raise a new one.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.errors import UserError
from dashboard.importing.recheck import Fault
from dashboard.model import Doubt, Place, Report, Severity
from dashboard.staging.deciding import Decided, Item, applied
from dashboard.store import cells
from dashboard.store.corrections import Correction, Decision

Check = Callable[[Report], list[Fault]]
LETTERS: Mapping[str, str] = {"i": "outcomes", "a": "activities", "s": "feedback", "g": "goals"}
PICKED = "vald-rad"
_PICKED_WORDS = "En rad som ingen tveksamhet gäller."


def nothing(report: Report) -> list[Fault]:
    """A check that finds nothing."""
    return []


@dataclass(frozen=True, slots=True)
class Worked:
    """The doubts with their decisions, the report without those that are settled, and a record of each decision."""

    items: tuple[Item, ...]
    report: Report
    records: tuple[Correction, ...] = ()


def worked(report: Report, decided: Sequence[Decided], check: Check = nothing) -> Worked:
    """The doubts in the report's order, then those that decisions raised; `check` is asked only where rows changed."""
    known = {one.doubt: one for one in decided}
    items = [*_doubted(report, known), *_picked(report, decided)]
    after, records = applied(report, items)
    if after == report:
        return Worked(tuple(items), _without(after, items), records)
    before = check(report)
    for _ in range(len(decided) + 1):
        new = _raised(items, before, check(after), after, known)
        items += new
        if not any(item.decided for item in new):
            break
        after, records = applied(report, items)
    settled = [_standing(item, items, after, before, check(after)) for item in items]
    return Worked(tuple(settled), _without(after, settled), records)


def item_of(report: Report, found: Worked, key: str) -> Item:
    """The doubt with this key, or the row that a person picked to correct ('i3'); UserError where there is none."""
    item = next((item for item in found.items if item.key == key), None)
    if item is None and _row_item(report, key, None):
        item = _row_item(found.report, key, None)
    if item is None:
        raise UserError("Tveksamheten finns inte längre.", "Läs om sidan.")
    return item


def checked(report: Report, item: Item, decided: Decided) -> Decided:
    """The decision as it can be kept: only cells that get another text; UserError where it can't be done."""
    if decided.decision is Decision.ACCEPTED:
        return replace(decided, texts=())
    if decided.decision is Decision.TYPED:
        return _typed(report, item, decided)
    if item.row is None or item.table is None:
        raise UserError("Tveksamheten gäller ingen rad som lästes.", "Skriv in raden, eller godta tveksamheten.")
    if decided.decision is Decision.LEFT_OUT:
        return replace(decided, texts=())
    texts = tuple((cells.column_of(item.table, name).name, " ".join(text.split())) for name, text in decided.texts)
    changed = tuple((name, text) for name, text in texts if text != cells.shown(item.row, name))
    if not changed:
        raise UserError("Ingen cell har fått ett annat värde.", "Ändra en cell, eller godta det som lästes.")
    for name, text in changed:
        cells.changed(item.row, cells.column_of(item.table, name), text)
    return replace(decided, texts=changed)


def _typed(report: Report, item: Item, decided: Decided) -> Decided:
    if not item.typable:
        raise UserError("Tveksamheten gäller ingen rad som saknas.", "Rätta raden i stället.")
    kept = replace(decided, texts=tuple((name, " ".join(text.split())) for name, text in decided.texts if text.strip()))
    applied(report, [replace(item, decided=kept)])
    return kept


def _doubted(report: Report, known: Mapping[str, Decided]) -> list[Item]:
    return [_item(key, doubt, report, known.get(key)) for key, doubt in _keyed(report.doubts)]


def _picked(report: Report, decided: Sequence[Decided]) -> list[Item]:
    """The rows that a person decided on with no doubt to ask for it."""
    found = [_row_item(report, one.doubt, one) for one in decided]
    return [item for item in found if item]


def _row_item(report: Report, key: str, decided: Decided | None) -> Item | None:
    table = LETTERS.get(key[:1])
    if table is None or not key[1:].isdecimal():
        return None
    row = next((row for row in cells.rows_of(report, table) if row.number == int(key[1:])), None)
    if row is None:
        return None
    outcome = row.number if table == "outcomes" else None
    doubt = Doubt(PICKED, _PICKED_WORDS, "", row.place, Severity.NOTE, outcome)
    return Item(key, doubt, table, row, decided)


def _keyed(doubts: Sequence[Doubt], *, mark: str = "") -> list[tuple[str, Doubt]]:
    """Each doubt with a key of its own that stays the same when other doubts come or go."""
    found: dict[str, Doubt] = {}
    for doubt in doubts:
        again = 0
        while (key := _key(doubt, f"{mark}{again}" if mark else again)) in found:
            again += 1
        found[key] = doubt
    return list(found.items())


def _key(doubt: Doubt, again: int | str) -> str:
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


def _raised(
    items: Sequence[Item], before: Sequence[Fault], now: Sequence[Fault], after: Report, known: Mapping[str, Decided]
) -> list[Item]:
    """Doubts that the decisions brought: none there before, or there still although a person corrected for it."""
    there = Counter(map(_words, before))
    new: list[Item] = []
    for fault in now:
        asked = [item for item in items if item.about(fault) and item.doubt.severity is fault.doubt.severity]
        same = [item for item in asked if _same(item, fault)]
        answered = any(item.decided is None for item in asked) or any(not item.changes for item in same)
        if answered or (there[_words(fault)] and not same):
            continue
        mark = f"väckt {sum(item.raised for item in same)} "
        ((key, doubt),) = _keyed([fault.doubt], mark=mark)
        row = next((row for row in cells.rows_of(after, fault.table) if row.number == fault.number), None)
        if key not in {item.key for item in items}:
            new.append(Item(key, doubt, fault.table, row, known.get(key), raised=True))
    return new


def _words(fault: Fault) -> tuple[str, int, str, str, str]:
    return fault.table, fault.number, fault.doubt.kind, fault.doubt.reason, fault.doubt.text


def _same(item: Item, fault: Fault) -> bool:
    return item.about(fault) and (item.doubt.reason, item.doubt.text) == (fault.doubt.reason, fault.doubt.text)


def _standing(item: Item, items: Sequence[Item], after: Report, before: Sequence[Fault], now: Sequence[Fault]) -> Item:
    """The item with its row as corrections left it, and what settled it where none was made on itself."""
    if item.decided or item.row is None or item.table is None:
        return item
    row = next((row for row in cells.rows_of(after, item.table) if row.number == item.row.number), None)
    on_row = [one for one in items if one.changes and one.on(item.table, item.row.number)]
    if row is None:
        return replace(item, settled_by=next((one.key for one in on_row), None))
    was, still = (any(item.about(fault) for fault in faults) for faults in (before, now))
    if was and not still:
        changed = on_row or [one for one in items if one.changes]
        return replace(item, row=row, settled_by=changed[0].key, cleared=True)
    return replace(item, row=row)


def _without(report: Report, items: Sequence[Item]) -> Report:
    """The report with the doubts that nothing settled: its own and those that decisions raised."""
    own = {id(doubt) for doubt in report.doubts}
    gone = {id(item.doubt) for item in items if item.decided or item.settled_by}
    kept = [doubt for doubt in report.doubts if id(doubt) not in gone]
    raised = [item.doubt for item in items if item.raised and id(item.doubt) not in own | gone]
    return replace(report, doubts=(*kept, *raised))
