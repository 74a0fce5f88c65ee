"""What commands and buttons both call: import, read, list, and the samples."""

from dataclasses import dataclass

from dashboard.model import Kind, Place, Severity
from dashboard.settings import Settings
from dashboard.store.commits import CommitResult, remove
from dashboard.store.database import Store
from dashboard.tasks.imports import (
    BoardMissingError,
    Fate,
    FileResult,
    ImportResult,
    Progress,
    accept,
    import_documents,
    import_samples,
    is_clean,
    read_document,
)
from dashboard.tasks.template import TemplateError, write_template

__all__ = [
    "BoardMissingError",
    "Fate",
    "FileResult",
    "ImportResult",
    "Progress",
    "StoredDocument",
    "StoredDoubt",
    "TemplateError",
    "accept",
    "import_documents",
    "import_samples",
    "is_clean",
    "list_documents",
    "list_doubts",
    "read_document",
    "remove_samples",
    "write_template",
]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document of the store with its counts; `superseded_by` is the newer report's id, None while this counts."""

    id: str
    file: str
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
    doubt_count: int
    error_count: int
    warning_count: int
    note_count: int


@dataclass(frozen=True, slots=True)
class StoredDoubt:
    """A doubt of a stored document, as the reader told it."""

    doubt_kind: str
    reason: str
    text: str
    severity: Severity
    place_line: int | None
    place_page: int | None
    place_sheet: str | None
    place_cell: str | None

    @property
    def place(self) -> Place:
        return Place(self.place_line, self.place_page, sheet=self.place_sheet, cell=self.place_cell)


def remove_samples(settings: Settings) -> CommitResult:
    """Takes the samples out of the store; snapshots made before still have them."""
    return remove(settings.store, lambda row: bool(row["sample"]), keep=settings.keep_snapshots)


def list_documents(settings: Settings) -> list[StoredDocument]:
    """All documents by unit and time, superseded ones too."""
    return Store(settings.store).rows("documents", StoredDocument)


def list_doubts(settings: Settings, document: str) -> list[StoredDoubt]:
    """What was doubtful in one document, in the order it stands there."""
    return Store(settings.store).rows("doubts", StoredDoubt, document=document)
