"""What the store knows of one document, as Källor asks for it."""

from dataclasses import dataclass
from typing import Protocol

from dashboard.model import Kind, Level, Severity, Status, TextOf


class Placed(Protocol):
    """A row with its place: a line of a text, or a page and the box on it (x0, top, x1, bottom)."""

    @property
    def place_line(self) -> int | None: ...

    @property
    def place_page(self) -> int | None: ...

    @property
    def place_box(self) -> tuple[float, ...] | None: ...

    @property
    def place_sheet(self) -> str | None: ...

    @property
    def place_cell(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A row of queries/documents.sql: a document, whether it counts or not, with its counts."""

    id: str
    file: str
    checksum: str
    kind: Kind
    year: int
    unit: str
    unit_name: str
    board: str | None
    board_source: str | None
    date: str | None
    sample: bool
    imported: str
    superseded_by: str | None
    goal_count: int
    outcome_count: int
    activity_count: int
    feedback_count: int
    error_count: int
    warning_count: int
    note_count: int
    lost_count: int

    @property
    def row_count(self) -> int:
        """The rows of tables that were read."""
        return self.outcome_count + self.activity_count + self.feedback_count


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A row of queries/doubts.sql."""

    doubt_kind: str
    reason: str
    text: str
    place_line: int | None
    place_page: int | None
    place_box: tuple[float, ...] | None
    severity: Severity
    outcome: int | None
    place_sheet: str | None = None
    place_cell: str | None = None


@dataclass(frozen=True, slots=True)
class OutcomeRow:
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
    place_line: int | None
    place_page: int | None
    place_box: tuple[float, ...] | None
    split_hidden: bool = False
    place_sheet: str | None = None
    place_cell: str | None = None


@dataclass(frozen=True, slots=True)
class GoalRow:
    number: int
    level: Level
    code: str | None
    title: str
    status: Status | None
    place_line: int | None
    place_page: int | None
    place_box: tuple[float, ...] | None
    place_sheet: str | None = None
    place_cell: str | None = None


@dataclass(frozen=True, slots=True)
class ActivityRow:
    number: int
    title: str
    start: str | None
    end: str | None
    deviation: str | None
    place_line: int | None
    place_page: int | None
    place_box: tuple[float, ...] | None
    place_sheet: str | None = None
    place_cell: str | None = None


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    number: int
    group: str
    category: str
    t1: int | None
    t2: int | None
    vb: int | None
    total: int | None
    place_line: int | None
    place_page: int | None
    place_box: tuple[float, ...] | None
    place_sheet: str | None = None
    place_cell: str | None = None


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row of queries/document_texts.sql, `section` its number in addresses; people were taken out at import."""

    of: TextOf
    number: int | None
    heading: str
    body: str
    starts: tuple[int, ...] | None
    section: int | None
    place_line: int | None
    place_page: int | None
    place_box: tuple[float, ...] | None
    place_sheet: str | None = None
    place_cell: str | None = None
