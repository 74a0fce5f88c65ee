"""What commands and buttons both call: import, read, list, and the samples."""

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
from dashboard.views.source_rows import DocumentRow, DoubtRow

__all__ = [
    "BoardMissingError",
    "Fate",
    "FileResult",
    "ImportResult",
    "Progress",
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


def remove_samples(settings: Settings) -> CommitResult:
    """Takes the samples out of the store; snapshots made before still have them."""
    return remove(settings.store, lambda row: bool(row["sample"]), keep=settings.keep_snapshots)


def list_documents(settings: Settings) -> list[DocumentRow]:
    """All documents by unit and time, superseded ones too."""
    return Store(settings.store).rows("documents", DocumentRow)


def list_doubts(settings: Settings, document: str) -> list[DoubtRow]:
    """What was doubtful in one document, in the order it stands there."""
    return Store(settings.store).rows("doubts", DoubtRow, document=document)
