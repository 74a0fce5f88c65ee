"""What the store knows of one document, as Källor asks for it."""

from dataclasses import dataclass

from dashboard.model import Level, Severity, Status, TextOf
from dashboard.views.reports import Report
from dashboard.views.rows import Placed


@dataclass(frozen=True, slots=True)
class DocumentRow(Report):
    """A row of queries/documents.sql: a document, whether it counts or not, with its counts.

    `superseded_by` is the newer report's id, None while this counts; `lost_count` are rows that could not be read.
    """

    checksum: str
    imported: str
    superseded_by: str | None
    error_count: int
    warning_count: int
    note_count: int
    lost_count: int

    @property
    def row_count(self) -> int:
        """The rows of tables that were read."""
        return self.outcome_count + self.activity_count + self.feedback_count


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRow(Placed):
    """A row of queries/doubts.sql."""

    doubt_kind: str
    reason: str
    text: str
    severity: Severity
    outcome: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRow(Placed):
    """A row of queries/document_outcomes.sql: the cells as printed, and the statuses read from them."""

    number: int
    goal: int | None
    indicator: str
    name: str
    name_raw: str
    raw_outcome: str
    raw_men: str
    raw_women: str
    raw_previous: str
    raw_target: str
    raw_kf_target: str
    raw_forecast: str
    period: str | None
    previous_period: str | None
    periodicity: str | None
    status: Status | None
    status_text: Status | None
    status_text_quote: str | None
    split_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow(Placed):
    number: int
    level: Level
    code: str | None
    title: str
    status: Status | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow(Placed):
    """A row of queries/document_texts.sql, `section` its number in addresses; people were taken out at import."""

    of: TextOf
    number: int | None
    heading: str
    body: str
    starts: tuple[int, ...] | None
    section: int | None
