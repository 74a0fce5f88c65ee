"""The rows of one document as they were read, for its page in Källor: cells as printed, and the way to their place."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.model import Selection, Status
from dashboard.views.corrected import CorrectionRow, told_cells
from dashboard.views.link import Link, source
from dashboard.views.place import sex_cell, where_words
from dashboard.views.rows import FeedbackRow
from dashboard.views.source_rows import DocumentRow, OutcomeRow


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One indicator row as printed, with the way to its place and to what is made of it."""

    key: str
    name: str
    cells: tuple[str, str, str, str, str, str]
    status: Status | None
    status_words: Status | None
    where: str
    place: Link
    indicator: Link
    marked: bool


@dataclass(frozen=True, slots=True)
class ReadFeedback:
    group: str
    category: str
    cells: tuple[str, str, str, str]
    where: str
    link: Link


def heads(outcomes: Sequence[OutcomeRow], row: DocumentRow) -> tuple[str, ...]:
    """The headings of the cells as printed, with the periods that the report tells."""
    period = next((outcome.period for outcome in outcomes if outcome.period), None) or f"{row.kind} {row.year}"
    before = next((outcome.previous_period for outcome in outcomes if outcome.previous_period), None)
    return (
        f"Utfall {period}",
        "Kvinnor",
        "Män",
        f"Utfall {before}" if before else "Förra utfallet",
        "Årsmål",
        "KF:s årsmål",
    )


def read_row(outcome: OutcomeRow, row: DocumentRow, marked: str, made: Sequence[CorrectionRow]) -> ReadRow:
    """`marked` is the key of the row that the address names, `made` what a person corrected in the document."""
    new = told_cells(made)

    def cell(name: str) -> str:
        return new.get((outcome.number, name), str(getattr(outcome, name)))

    cells = (
        cell("raw_outcome"),
        sex_cell(outcome, cell("raw_women")),
        sex_cell(outcome, cell("raw_men")),
        cell("raw_previous"),
        cell("raw_target"),
        cell("raw_kf_target"),
    )
    to = Selection(indicator=outcome.indicator, year=row.year, period=row.kind)
    return ReadRow(
        key=f"i{outcome.number}",
        name=outcome.name,
        cells=cells,
        status=outcome.status,
        status_words=outcome.status_text,
        where=where_words(outcome),
        place=source(row.id, outcome.place_line, f"i{outcome.number}"),
        indicator=Link("indikator", to),
        marked=marked == f"i{outcome.number}",
    )


def read_feedback(row: FeedbackRow, document: str) -> ReadFeedback:
    cells = ["" if amount is None else str(amount) for amount in (row.t1, row.t2, row.vb, row.total)]
    told = (cells[0], cells[1], cells[2], cells[3])
    return ReadFeedback(
        row.group, row.category, told, where_words(row), source(document, row.place_line, f"s{row.number}")
    )
