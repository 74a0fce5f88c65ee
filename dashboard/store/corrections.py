"""What people decided about a report: records of their own, laid over what was read, and over its next version too.

A row's cells are stored as corrected, so that every question sees them; `before` of the record holds what is printed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

import pyarrow as pa

from dashboard.model import Doubt, Kind, Outcome, Report, Severity, TextOf
from dashboard.store import cells, schema
from dashboard.store.typed import Typed, with_row
from dashboard.swedish import fold

# In the place of what a typed row became, where it was left out later.
_GONE = "\0utelämnad"
_TEXTS = {"outcomes": TextOf.OUTCOME, "activities": TextOf.ACTIVITY, "feedback": TextOf.FEEDBACK}


class Decision(StrEnum):
    """What a person did: a cell got another text, a row was left out, a doubt was no doubt, a row was typed in."""

    CORRECTED = "rättat"
    LEFT_OUT = "utelämnat"
    ACCEPTED = "godtaget"
    TYPED = "inskrivet"


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision on one document. `made` is UTC in ISO form; `column_name` is '' for a whole row or a doubt.

    `before` and `after` are a cell's texts; for a row left out `before` is all of it, for a doubt accepted its reason.
    A row typed in has a record of its own, with the words that could not be placed as `before`, and one for each cell.
    """

    document: str
    unit: str
    year: int
    kind: Kind
    table_name: str
    number: int
    column_name: str
    before: str | None
    after: str | None
    who: str
    made: str
    why: str
    decision: Decision
    row_key: str | None = None
    row_name: str | None = None


def laid_over(report: Report, corrections: Iterable[Correction]) -> Report:
    """The report with cells corrected and rows left out; CellError where a text can't stand in its cell."""
    for correction in corrections:
        if correction.decision is Decision.CORRECTED:
            report = _corrected(report, correction)
        elif correction.decision is Decision.LEFT_OUT:
            report = _left_out(report, correction.table_name, correction.number)
    return report


def _corrected(report: Report, correction: Correction) -> Report:
    table = correction.table_name
    column = cells.column_of(table, correction.column_name)
    rows = tuple(
        cells.changed(row, column, correction.after or "") if row.number == correction.number else row
        for row in cells.rows_of(report, table)
    )
    return replace(report, **{table: rows})  # type: ignore[arg-type]


def _left_out(report: Report, table: str, number: int) -> Report:
    """Without the row, and without the texts and doubts that hang on it."""
    rows = tuple(row for row in cells.rows_of(report, table) if row.number != number)
    texts = tuple(text for text in report.texts if (text.of, text.number) != (_TEXTS.get(table), number))
    doubts = tuple(doubt for doubt in report.doubts if table != "outcomes" or doubt.outcome != number)
    return replace(report, texts=texts, doubts=doubts, **{table: rows})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Carried:
    """A report with the corrections of its earlier versions laid over it; `doubts` tell of those that no longer fit."""

    report: Report
    corrections: tuple[Correction, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def carried(report: Report, known: pa.Table) -> Carried:
    """Lays what people corrected in other versions of the report (same unit, kind and year) over this one.

    Only where it prints what they found wrong: where it prints something else again, a doubt and no change.
    """
    latest = _latest(report, from_table(known))
    report, mine, doubts = typed_again(report, [one for one in latest if one.decision is Decision.TYPED])
    for correction in latest:
        if correction.decision is Decision.TYPED:
            continue
        row = cells.keys(report, correction.table_name).get(correction.row_key or "")
        if row is None:
            doubts.append(_lost(correction))
            continue
        now, ours = _printed(row, correction), replace(correction, document=report.document.id, number=row.number)
        if now == _tidy(correction.before):
            mine.append(ours)
        elif now != _tidy(correction.after):
            doubts.append(contradicted(correction, row, now))
    told = replace(laid_over(report, mine), doubts=(*report.doubts, *doubts))
    return Carried(told, tuple(mine), tuple(doubts))


def typed_again(report: Report, typed: Sequence[Correction]) -> tuple[Report, list[Correction], list[Doubt]]:
    """The report with the rows that were typed into an earlier version, where it prints the same words unplaced."""
    mine: list[Correction] = []
    doubts: list[Doubt] = []
    for whole in (one for one in typed if not one.column_name):
        own = [one for one in typed if one.row_key == whole.row_key and one.table_name == whole.table_name]
        texts = [(one.column_name, one.after or "") for one in own if one.column_name]
        row = cells.keys(report, whole.table_name).get(whole.row_key or "")
        asked = next((one for one in report.doubts if one.outcome is None and _same(one.text, whole.before)), None)
        if row is not None:  # this version's reader placed it: it is believed
            differs = [one for one in own if one.column_name and _printed(row, one) != _tidy(one.after)]
            doubts += [contradicted(one, row, _printed(row, one)) for one in differs]
        elif asked is None:
            doubts.append(_lost(whole))
        else:
            under, _, rest = (whole.row_key or "").partition("|")
            goal = next((goal.number for goal in report.goals if fold(goal.title) == under), None)
            indicator = rest.partition("|")[0]
            made = Typed(whole.table_name, whole.row_name or "", goal, indicator, asked.place, texts)
            report, new = with_row(report, made)
            report = replace(report, doubts=tuple(one for one in report.doubts if one is not asked))
            mine += [replace(one, document=report.document.id, number=new.number) for one in own]
    return report, mine, doubts


def _same(text: str, other: str | None) -> bool:
    return bool(text) and _tidy(text) == _tidy(other)


def _latest(report: Report, known: Sequence[Correction]) -> list[Correction]:
    """What holds of each cell and row: from what was printed at first to what it was corrected to at last."""
    document = report.document
    of_report = (document.unit, document.year, document.kind)
    chains: dict[tuple[str, str | None, str], dict[str, list[Correction]]] = {}
    for one in sorted(known, key=lambda one: one.made):
        if (one.unit, one.year, one.kind) == of_report and one.decision is not Decision.ACCEPTED and one.row_key:
            cell = chains.setdefault((one.table_name, one.row_key, one.column_name), {})
            cell.setdefault(one.document, []).append(one)
    found = [max(map(_whole, cell.values()), key=lambda one: one.made) for cell in chains.values()]
    gone = {(one.table_name, one.row_key) for one in found if one.decision is Decision.TYPED and one.after == _GONE}
    return [
        one
        for one in found
        if (one.table_name, one.row_key) not in gone
        and (one.decision is not Decision.CORRECTED or _tidy(one.before) != _tidy(one.after))
    ]


def _whole(chain: Sequence[Correction]) -> Correction:
    """One report's decisions on a cell or row as one; a row typed in and then left out again never was."""
    first, last = chain[0], chain[-1]
    if first.decision is Decision.TYPED:
        after = _GONE if last.decision is Decision.LEFT_OUT else last.after
        return replace(first, after=after, who=last.who, made=last.made, why=last.why)
    return last if last.decision is Decision.LEFT_OUT else replace(last, before=first.before)


def _printed(row: cells.Row, correction: Correction) -> str:
    whole = correction.decision is Decision.LEFT_OUT
    return _tidy(cells.line_of(row, correction.table_name) if whole else cells.shown(row, correction.column_name))


def _tidy(text: str | None) -> str:
    return " ".join((text or "").split())


def _lost(correction: Correction) -> Doubt:
    done = "skrevs raden ”{}” in för hand" if correction.decision is Decision.TYPED else "rättades raden ”{}”"
    told = done.format(correction.row_name)
    reason = f"I en tidigare version {told}. Den finns inte i den här versionen."
    return Doubt("rättelse-utan-rad", reason, correction.after or "", severity=Severity.WARNING)


def contradicted(correction: Correction, row: cells.Row, now: str) -> Doubt:
    """The doubt that a later version prints something else than what was found wrong and what it was corrected to."""
    outcome = row.number if isinstance(row, Outcome) else None
    return replace(_contradicted(correction, now), place=row.place, outcome=outcome)


def _contradicted(correction: Correction, now: str) -> Doubt:
    if correction.decision is Decision.LEFT_OUT:
        reason = "I en tidigare version utelämnades raden. Här är den tryckt på ett annat sätt och togs med."
        return Doubt("rättelse-gäller-inte", reason, now)
    label = cells.column_of(correction.table_name, correction.column_name).label
    was, became = correction.before or "tom cell", correction.after or "tom cell"
    told = f"{label} rättades i en tidigare version från {was} till {became}."
    reason = f"{told} Den här versionen säger {now or 'inget'}."
    return Doubt("rättelse-gäller-inte", reason, now)


def table_of(corrections: Sequence[Correction]) -> pa.Table:
    """The records as rows of the store's table."""
    return pa.Table.from_pylist([asdict(one) for one in corrections], schema=schema.SCHEMAS["corrections"])


def from_table(table: pa.Table) -> list[Correction]:
    return [_record(row) for row in table.to_pylist()]


def _record(row: dict[str, Any]) -> Correction:
    decision = Decision(row["decision"] or Decision.CORRECTED)
    return Correction(**{**row, "kind": Kind(row["kind"]), "decision": decision})
