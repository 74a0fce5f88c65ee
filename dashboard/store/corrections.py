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

_TEXTS = {"outcomes": TextOf.OUTCOME, "activities": TextOf.ACTIVITY, "feedback": TextOf.FEEDBACK}


class Decision(StrEnum):
    """What a person did: a cell got another text, a row was left out, a doubt was found to be none."""

    CORRECTED = "rättat"
    LEFT_OUT = "utelämnat"
    ACCEPTED = "godtaget"


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision on one document. `made` is UTC in ISO form; `column_name` is '' for a whole row or a doubt.

    `before` and `after` are a cell's texts; for a row left out `before` is all of it, for a doubt accepted its reason.
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
    mine: list[Correction] = []
    doubts: list[Doubt] = []
    for correction in _latest(report, from_table(known)):
        row = cells.keys(report, correction.table_name).get(correction.row_key or "")
        if row is None:
            doubts.append(_lost(correction))
            continue
        now, ours = _printed(row, correction), replace(correction, document=report.document.id, number=row.number)
        if now == _tidy(correction.before):
            mine.append(ours)
        elif now != _tidy(correction.after):
            outcome = row.number if isinstance(row, Outcome) else None
            doubts.append(replace(_contradicted(correction, now), place=row.place, outcome=outcome))
    told = replace(laid_over(report, mine), doubts=(*report.doubts, *doubts))
    return Carried(told, tuple(mine), tuple(doubts))


def _latest(report: Report, known: Sequence[Correction]) -> list[Correction]:
    document = report.document
    of_report = (document.unit, document.year, document.kind)
    found: dict[tuple[str, str | None, str], Correction] = {}
    for one in sorted(known, key=lambda one: one.made):
        if (one.unit, one.year, one.kind) == of_report and one.decision is not Decision.ACCEPTED and one.row_key:
            found[one.table_name, one.row_key, one.column_name] = one
    return list(found.values())


def _printed(row: cells.Row, correction: Correction) -> str:
    whole = correction.decision is Decision.LEFT_OUT
    return _tidy(cells.line_of(row, correction.table_name) if whole else cells.shown(row, correction.column_name))


def _tidy(text: str | None) -> str:
    return " ".join((text or "").split())


def _lost(correction: Correction) -> Doubt:
    reason = f"I en tidigare version rättades raden ”{correction.row_name}”. Den finns inte i den här versionen."
    return Doubt("rättelse-utan-rad", reason, correction.after or "", severity=Severity.WARNING)


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
