"""Importing: read files in processes of their own, then store what can be stored, together."""

import dataclasses
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dashboard import catalogue, staging
from dashboard.catalogue import Catalogue
from dashboard.errors import UnreadableDocument, UserError
from dashboard.importing.sandbox import Job, Pool
from dashboard.model import Report, Severity
from dashboard.settings import Settings
from dashboard.store import names, schema, snapshots
from dashboard.store.commits import CommitResult, commit
from dashboard.swedish import listed

_SAMPLE_FORMS = (".txt", ".pdf", ".docx", ".xlsx")


class BoardMissingError(UserError):
    """Neither the report nor units.toml says which board the unit belongs to: a person has to choose."""


class Fate(StrEnum):
    """What became of one file of an import."""

    ADDED = "inläst"
    UNCHANGED = "redan inläst"
    FAILED = "inte inläst"
    WAITING = "väntar på granskning"


@dataclass(frozen=True, slots=True)
class FileResult:
    """`report` is None where reading failed; a waiting report is not stored.

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
        """Whether a file was not stored, because it could not be read or because a person should look at it."""
        return any(file.fate in (Fate.FAILED, Fate.WAITING) for file in self.files)

    @property
    def waiting(self) -> tuple[FileResult, ...]:
        return tuple(file for file in self.files if file.fate is Fate.WAITING)


Progress = Callable[[int, int, Path], None]


PageProgress = Callable[[int, int], None]
_GLANCE = 0.2


def _silent(done: int, total: int, path: Path) -> None:
    """No progress is told."""


def _unturned(page: int, pages: int) -> None:
    """No page is told."""


def import_documents(
    paths: Sequence[Path],
    settings: Settings,
    *,
    board: str | None = None,
    sample: bool = False,
    only_clean: bool = False,
    progress: Progress = _silent,
    turned: PageProgress = _unturned,
) -> ImportResult:
    """Reads every file and stores the good ones together; a bad one is told of in the result and keeps none back.

    A folder stands for the files in it. `board` is for units whose board neither the report nor units.toml gives.
    `only_clean` lets reports that a person should look at first wait for review. `progress` is called before each file
    with how many are done and how many there are, `turned` while it is read with its page and how many it has.
    StoreError where the store can't be written: nothing is stored then.
    """
    catalogue.load(settings.catalogue)  # what is wrong there is no file's fault
    with Pool(settings) as pool:
        jobs = [pool.submit(path, board=board, sample=sample) for path in _files(paths)]
        return accept(_results(jobs, progress, turned, settings.store if only_clean else None), settings)


def _results(
    jobs: Sequence[Job], progress: Progress, turned: PageProgress = _unturned, aside: Path | None = None
) -> list[FileResult]:
    results = []
    for done, job in enumerate(jobs):
        progress(done, len(jobs), job.path)
        while not job.wait(_GLANCE):
            turned(job.progress.page, job.progress.pages)
        results.append(_result(job, aside))
    return results


def _files(paths: Sequence[Path]) -> list[Path]:
    """The files meant: a folder's own files by name, without hidden ones and what Word leaves while it is open."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith((".", "~$")))
            if not inside:
                raise UserError(f"Mappen {path} har inga filer.", "Välj en mapp med rapporter.")
            found += inside
        else:
            found.append(path)
    return found


def _result(job: Job, aside: Path | None) -> FileResult:
    """`aside` is the store where a report that is not clean shall wait for `maltavlan review`."""
    try:
        reading = job.result()
        report = reading.report if aside is None else names.applied(reading.report, names.given(aside))
        if aside and not is_clean(report) and not snapshots.has(aside, report.document.id):
            staging.put(aside, report, reading.counts, _original(job.path, report))
            return FileResult(job.path, Fate.WAITING, report)
    except UnreadableDocument as error:
        return FileResult(job.path, Fate.FAILED, error=error)
    return FileResult(job.path, Fate.ADDED, report)


def is_clean(report: Report) -> bool:
    """Whether nothing in the report needs a person's eye: notes are told for the record alone."""
    return all(doubt.severity is Severity.NOTE for doubt in report.doubts)


def accept(results: Sequence[FileResult], settings: Settings) -> ImportResult:
    """Stores the reports whose fate is ADDED, with their files, all in one snapshot; tells what became of each."""
    known = catalogue.load(settings.catalogue)
    originals: dict[str, bytes] = {}
    judged = [_judged(result, known, originals) for result in results]
    reports = [result.report for result in judged if result.report is not None and result.fate is Fate.ADDED]
    if not reports:
        return ImportResult(tuple(judged), snapshots.current(settings.store))
    committed = commit(settings.store, reports, keep=settings.keep_snapshots, originals=originals)
    return ImportResult(tuple(_with_fates(judged, committed)), committed.snapshot)


def _judged(result: FileResult, known: Catalogue, originals: dict[str, bytes]) -> FileResult:
    """The same result where the report can be stored; its file's content is put among the originals."""
    report = result.report
    if report is None or result.fate is not Fate.ADDED:
        return result
    try:
        if not schema.fits(report):
            raise UnreadableDocument(
                f"Filen {result.path.name} har tal som är för stora för att lagras.", "Rätta filen först."
            )
        if report.document.board is None:
            raise _board_unknown(report, known)
        originals[report.document.id] = _original(result.path, report)
    except UserError as error:
        return FileResult(result.path, Fate.FAILED, error=error)
    return result


def _original(path: Path, report: Report) -> bytes:
    """The file's content, if it still is what was read."""
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != report.document.checksum:
        raise UnreadableDocument(f"Filen {path.name} ändrades medan den lästes.", "Läs in den en gång till.")
    return content


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
        if result.report is None or result.fate is not Fate.ADDED:
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
    catalogue.load(settings.catalogue)
    with Pool(settings) as pool:
        return pool.submit(path).result().report


def import_samples(settings: Settings, *, progress: Progress = _silent) -> ImportResult:
    """Imports data/samples into a store that was never used; else nothing, so that removed samples stay away."""
    if (snapshot := snapshots.current(settings.store)) is not None:
        return ImportResult((), snapshot)
    paths = sorted(path for path in settings.samples.rglob("*") if path.suffix in _SAMPLE_FORMS)
    with Pool(settings, own=True) as pool:
        return accept(_results([pool.submit(path, sample=True) for path in paths], progress), settings)
