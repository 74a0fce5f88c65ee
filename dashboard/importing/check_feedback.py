"""Feedback rows: counts as whole numbers, None where a cell is empty, which is not nought."""

from dashboard.importing.candidates import FeedbackFound
from dashboard.importing.columns import Column
from dashboard.importing.markup import plain
from dashboard.importing.privacy import Cleaner
from dashboard.model import Doubt, Feedback, Severity
from dashboard.swedish import parse_cell

_HEADINGS = {Column.T1: "Utfall T1", Column.T2: "Utfall T2", Column.VB: "Utfall VB", Column.TOTAL: "Totalt"}


def feedback(number: int, row: FeedbackFound, cleaner: Cleaner) -> tuple[Feedback, list[Doubt]]:
    """The record of a feedback row, and what is doubtful about it."""
    doubts: list[Doubt] = []
    counts: dict[Column, int | None] = {}
    for column, heading in _HEADINGS.items():
        printed = plain(row.counts.get(column, ""))
        value = parse_cell(printed).value
        whole = int(value) if value is not None and value == int(value) else None
        if printed and whole is None and parse_cell(printed).words:
            doubts.append(
                Doubt("otydlig-siffra", f"Cellen ”{heading}” är inget antal.", printed, row.place, Severity.ERROR)
            )
        counts[column] = whole
    parts = [counts[column] for column in (Column.T1, Column.T2, Column.VB)]
    total = counts[Column.TOTAL]
    if sum(part or 0 for part in parts) != (total or 0) and not (total is None and all(part is None for part in parts)):
        printed = " + ".join(str(part or 0) for part in parts) + f" ≠ {'tom' if total is None else total}"
        doubts.append(
            Doubt(
                "summa-stämmer-inte",
                "Radens tertial och helår ger inte totalen.",
                f"{row.category}: {printed}",
                row.place,
            )
        )
    if row.loose:
        doubts.append(
            Doubt("oplacerad-cell", "Ord på raden hör inte till någon kolumn.", row.loose, row.place, Severity.ERROR)
        )
    record = Feedback(
        number, cleaner.clean(row.group), cleaner.clean(row.category), parts[0], parts[1], parts[2], total,
        bool(plain(row.comment)), row.place,
    )  # fmt: skip
    if row.drifts:
        reason = "Radens uppdelning kan vara den som står närmast under i stället: orden är satta över flera rader."
        doubts.append(Doubt("otydlig-grupp", reason, f"{record.category}: {record.group}", row.place))
    if not record.group:
        doubts.append(Doubt("grupp-saknas", "Raden har ingen uppdelning som kan avgöras.", record.category, row.place))
    return record, doubts
