"""What commands and buttons both call: import, read, list, and the samples."""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dashboard import catalogue
from dashboard.catalogue import Catalogue
from dashboard.errors import UnreadableDocument, UserError
from dashboard.importing import pipeline, readers
from dashboard.model import Kind, Report, Severity
from dashboard.settings import Settings
from dashboard.store import schema, snapshots
from dashboard.store.commits import CommitResult, commit, remove
from dashboard.store.database import Store
from dashboard.swedish import listed


class BoardMissingError(UserError):
    """Neither the report nor units.toml says which board the unit belongs to: a person has to choose."""


class Fate(StrEnum):
    """What became of one file of an import."""

    ADDED = "inläst"
    UNCHANGED = "redan inläst"
    FAILED = "inte inläst"


@dataclass(frozen=True, slots=True)
class FileResult:
    """`report` is None where reading failed.

    `supersedes` is the id of the stored report whose place a new one takes, `superseded_by` of the one that keeps it.
    """

    path: Path
    fate: Fate
    report: Report | None = None
    error: UserError | None = None
    supersedes: str | None = None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of each file, in the order given, and the store's snapshot afterwards."""

    files: tuple[FileResult, ...]
    snapshot: str | None

    @property
    def failed(self) -> bool:
        return any(file.fate is Fate.FAILED for file in self.files)


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


Progress = Callable[[int, int, Path], None]


def _silent(done: int, total: int, path: Path) -> None:
    """No progress is told."""


def import_documents(
    paths: Sequence[Path],
    settings: Settings,
    *,
    board: str | None = None,
    sample: bool = False,
    progress: Progress = _silent,
) -> ImportResult:
    """Reads every file and stores the good ones together; a bad one is told of in the result and keeps none back.

    `board` is for units whose board neither the report nor units.toml gives. `progress` is called before each file with
    how many are done and how many there are. StoreError where the store can't be written: nothing is stored then.
    """
    known = catalogue.load(settings.catalogue)
    originals: dict[str, bytes] = {}
    results = []
    for done, path in enumerate(paths):
        progress(done, len(paths), path)
        results.append(_read_one(path, known, originals, board=board, sample=sample))
    reports = [result.report for result in results if result.report is not None]
    if not reports:
        return ImportResult(tuple(results), snapshots.current(settings.store))
    committed = commit(settings.store, reports, keep=settings.keep_snapshots, originals=originals)
    return ImportResult(tuple(_with_fates(results, committed)), committed.snapshot)


def _read_one(
    path: Path, known: Catalogue, originals: dict[str, bytes], *, board: str | None, sample: bool
) -> FileResult:
    try:
        report = pipeline.read(path, known, board=board, sample=sample)
        if not schema.fits(report):
            raise UnreadableDocument(
                f"Filen {path.name} har tal som är för stora för att lagras.", "Rätta filen först."
            )
        if report.document.board is None:
            raise _board_unknown(report, known)
        originals[report.document.id] = readers.load(path)
    except UserError as error:
        return FileResult(path, Fate.FAILED, error=error)
    return FileResult(path, Fate.ADDED, report)


def _board_unknown(report: Report, known: Catalogue) -> BoardMissingError:
    boards = sorted({unit.board for unit in known.units.values()})
    choice = f" Nämnder i katalogen: {listed(boards, 'eller')}." if boards else ""
    document = report.document
    return BoardMissingError(
        f"Rapporten säger inte vilken nämnd {document.unit_name} hör till, och units.toml har inte enheten.",
        f"Välj nämnd med --board NAMN.{choice}",
    )


def _with_fates(results: Sequence[FileResult], committed: CommitResult) -> list[FileResult]:
    """A file given twice in one call is added once."""
    waiting = set(committed.added)
    told = []
    for result in results:
        if result.report is None:
            told.append(result)
        elif (known := result.report.document.id) in waiting:
            waiting.remove(known)
            told.append(_placed(result, known, committed))
        else:
            told.append(dataclasses.replace(result, fate=Fate.UNCHANGED))
    return told


def _placed(result: FileResult, known: str, committed: CommitResult) -> FileResult:
    older = next((old for old, new in committed.superseded.items() if new == known), None)
    return dataclasses.replace(result, supersedes=older, superseded_by=committed.superseded.get(known))


def read_document(path: Path, settings: Settings) -> Report:
    """What is read from one file, before anything is stored; raises UnreadableDocument."""
    return pipeline.read(path, catalogue.load(settings.catalogue))


def import_samples(settings: Settings, *, progress: Progress = _silent) -> ImportResult:
    """Imports data/samples into a store that was never used; else nothing, so that removed samples stay away."""
    if (snapshot := snapshots.current(settings.store)) is not None:
        return ImportResult((), snapshot)
    paths = sorted(settings.samples.rglob("*.txt"))
    return import_documents(paths, settings, sample=True, progress=progress)


def remove_samples(settings: Settings) -> CommitResult:
    """Takes the samples out of the store; snapshots made before still have them."""
    return remove(settings.store, lambda row: bool(row["sample"]), keep=settings.keep_snapshots)


def list_documents(settings: Settings) -> list[StoredDocument]:
    """All documents by unit and time, superseded ones too."""
    return Store(settings.store).rows("documents", StoredDocument)


def list_doubts(settings: Settings, document: str) -> list[StoredDoubt]:
    """What was doubtful in one document, in the order it stands there."""
    return Store(settings.store).rows("doubts", StoredDoubt, document=document)
