"""The checks once more, over a report's rows as a person corrected them: the same rules as when it was read.

What only the file tells (an icon's colour, words that stand in no column) is not asked again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.catalogue import Catalogue
from dashboard.catalogue.likeness import PROPOSAL
from dashboard.importing import check_rows, joining
from dashboard.importing.candidates import FeedbackFound, RowFound
from dashboard.importing.check import Context, repeated
from dashboard.importing.check_feedback import feedback
from dashboard.importing.columns import Column, Header, Shape
from dashboard.importing.document import Icon
from dashboard.importing.privacy import Cleaner
from dashboard.model import Activity, Doubt, Feedback, Outcome, Report, TextOf

_INDICATORS = Header(Shape.INDICATORS, (Column.INDICATOR,), ("Indikator",))
_ACTIVITIES = Header(Shape.ACTIVITIES, (Column.ACTIVITY,), ("Aktivitet",))


@dataclass(frozen=True, slots=True)
class Fault:
    """A doubt about the row of this number in this table of the report."""

    table: str
    number: int
    doubt: Doubt


def recheck(report: Report, catalogue: Catalogue) -> list[Fault]:
    """What the checks find in the report's rows as they stand; whether names are like known ones is not asked again."""
    context = _context(report, catalogue)
    found = [*_outcomes(report, context), *_activities(report, context), *_feedback(report, context)]
    return [fault for fault in found if fault.doubt.kind != PROPOSAL]


def _context(report: Report, catalogue: Catalogue) -> Context:
    texts = [text.body for text in report.texts] + [goal.title for goal in report.goals]
    words = joining.lexicon(texts, [indicator.name for indicator in catalogue.indicators.values()])
    return Context(report.document.kind, report.document.year, catalogue, Cleaner(), words)


def _outcomes(report: Report, context: Context) -> Iterator[Fault]:
    said = {text.number: text.body.split("\n") for text in report.texts if text.of is TextOf.OUTCOME}
    rows = [_indicator(row, said.get(row.number, [])) for row in report.outcomes]
    for row, candidate in zip(report.outcomes, rows, strict=True):
        yield from (Fault("outcomes", row.number, one) for one in check_rows.outcome(row.number, candidate, context)[1])
    yield from _twice("outcomes", report.outcomes, rows, "indikatorn")


def _indicator(row: Outcome, texts: list[str]) -> RowFound:
    cells = {
        Column.OUTCOME: row.raw.outcome, Column.MEN: row.raw.men, Column.WOMEN: row.raw.women,
        Column.PREVIOUS: row.raw.previous, Column.TARGET: row.raw.target, Column.KF_TARGET: row.raw.kf_target,
        Column.FORECAST: row.raw.forecast, Column.PERIOD: row.period or "", Column.PERIODICITY: row.periodicity or "",
    }  # fmt: skip
    icons = (Icon(row.status, row.place),) if row.status else ()
    return RowFound(row.goal, _INDICATORS, row.name, "", cells, row.place, texts=texts, icons=icons)


def _activities(report: Report, context: Context) -> Iterator[Fault]:
    rows = [_activity(row) for row in report.activities]
    for row, candidate in zip(report.activities, rows, strict=True):
        found = check_rows.activity(row.number, candidate, context)[1]
        yield from (Fault("activities", row.number, one) for one in found)
    yield from _twice("activities", report.activities, rows, "aktiviteten")


def _activity(row: Activity) -> RowFound:
    cells = {Column.START: row.start or "", Column.END: row.end or "", Column.DEVIATION: row.deviation or ""}
    return RowFound(row.goal, _ACTIVITIES, row.title, "", cells, row.place)


def _twice(
    table: str, rows: Sequence[Outcome] | Sequence[Activity], found: Sequence[RowFound], what: str
) -> Iterator[Fault]:
    for turn, doubt in repeated(found, what):
        number = rows[turn].number
        yield Fault(table, number, replace(doubt, outcome=number if table == "outcomes" else None))


def _feedback(report: Report, context: Context) -> Iterator[Fault]:
    for row in report.feedback:
        found = feedback(row.number, _category(row), context.cleaner)[1]
        yield from (Fault("feedback", row.number, one) for one in found)


def _category(row: Feedback) -> FeedbackFound:
    amounts = {Column.T1: row.t1, Column.T2: row.t2, Column.VB: row.vb, Column.TOTAL: row.total}
    counts = {column: "" if amount is None else str(amount) for column, amount in amounts.items()}
    return FeedbackFound(row.group, row.category, counts, "", row.place)
