"""Commits: a new snapshot is written beside the old one, synced, and taken into use by swapping the pointer file."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from dashboard.errors import StoreError
from dashboard.model import Report
from dashboard.store import corrections as corrected
from dashboard.store import names, schema, snapshots, supersession
from dashboard.store.corrections import Correction
from dashboard.store.files import swap, sync_folder, write_synced
from dashboard.store.names import Naming

WAIT = 60.0
# A reader that began just before a commit still reads the snapshot before it.
_AT_LEAST = 2
# Long texts in pieces: a report's own are read without unpacking the others', and a search uses every core.
_PIECES = {"texts": 8192}
Tables = dict[str, pa.Table]


@dataclass(frozen=True, slots=True)
class CommitResult:
    """Ids of the documents that came in, were there already, or went out; `superseded`: old one to its successor.

    `snapshot` is the current snapshot afterwards, None where the store is still empty.
    """

    snapshot: str | None
    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    superseded: Mapping[str, str] = field(default_factory=dict)


def commit(
    folder: Path,
    reports: Sequence[Report],
    *,
    keep: int = 50,
    originals: Mapping[str, bytes] | None = None,
    corrections: Sequence[Correction] | None = None,
) -> CommitResult:
    """Adds the reports, all of them or none; those whose file is stored already change nothing.

    `originals` gives for a document id the content of its file, to be kept. At least the last two snapshots are kept.
    `corrections` are what the reports have already been corrected by; None lays those of earlier versions over them.
    """
    with _writing(folder) as newest:
        before = snapshots.read(folder, newest)
        known = set(before["documents"]["id"].to_pylist())
        given = names.given(folder)
        new = [report for report in reports if report.document.id not in known]
        fresh = {report.document.id: names.applied(report, given) for report in new}
        unchanged = tuple(dict.fromkeys(report.document.id for report in reports if report.document.id in known))
        if not fresh:
            return CommitResult(newest, unchanged=unchanged)
        _keep_originals(folder, list(fresh.values()), originals or {})
        after = _extended(before, list(fresh.values()), corrections)
        after = names.relabelled(after, given)
        made = _swap(folder, newest, after, f"{len(fresh)} in", keep)
    return CommitResult(made, tuple(fresh), unchanged, superseded=_superseded(before, after))


def amend(folder: Path, report: Report, corrections: Sequence[Correction], *, keep: int = 50) -> CommitResult:
    """A new snapshot in which the stored document has the report's rows; the decisions are added to its earlier ones.

    When it was imported stays as it was. StoreError where the document has gone from the store.
    """
    with _writing(folder) as newest:
        before = snapshots.read(folder, newest)
        stored = next((row for row in before["documents"].to_pylist() if row["id"] == report.document.id), None)
        if stored is None:
            raise StoreError("Rapporten finns inte längre i datalagret.", "Läs in den på nytt.")
        given = names.given(folder)
        made = names.applied(report, given)
        new = schema.tables_of([made], imported=stored["imported"], sequence=stored["sequence"])
        new["corrections"] = corrected.table_of(corrections)
        kept = {name: before[name] if name == "corrections" else _without(before[name], [stored["id"]]) for name in new}
        after = {name: pa.concat_tables([kept[name], new[name]]) for name in schema.SCHEMAS}
        after["documents"] = supersession.marked(after["documents"])
        snapshot = _swap(folder, newest, names.relabelled(after, given), "1 rättad", keep)
    return CommitResult(snapshot, superseded=_superseded(before, after))


def remove(folder: Path, wanted: Callable[[Mapping[str, object]], bool], *, keep: int = 50) -> CommitResult:
    """A new snapshot without the documents whose row in `documents` is wanted away; older snapshots still have them."""
    with _writing(folder) as newest:
        before = snapshots.read(folder, newest)
        gone = tuple(row["id"] for row in before["documents"].to_pylist() if wanted(row))
        if not gone:
            return CommitResult(newest)
        after = {name: _without(table, gone) for name, table in before.items()}
        after["documents"] = supersession.marked(after["documents"])
        made = _swap(folder, newest, after, f"{len(gone)} ut", keep)
    return CommitResult(made, removed=gone)


def name(folder: Path, naming: Naming, *, keep: int = 50) -> CommitResult:
    """Keeps what a person answered about a name, and makes a snapshot in which all rows follow it.

    Killed between the two, the answer stands, and the next commit follows it.
    """
    with _writing(folder) as newest:
        names.append(folder, naming)
        if newest is None:
            return CommitResult(None)
        before = snapshots.read(folder, newest)
        after = names.relabelled(before, names.given(folder))
        made = _swap(folder, newest, after, "namn", keep)
    return CommitResult(made, superseded=_superseded(before, after))


@contextmanager
def _writing(folder: Path) -> Iterator[str | None]:
    """Holds the writer's lock and yields the current snapshot's id."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "writer.lock", timeout=WAIT)
        with lock:
            yield snapshots.current(folder)
    except Timeout as error:
        raise StoreError(
            f"Datalagret {folder} används av en annan inläsning.", "Vänta tills den är klar och försök igen."
        ) from error
    except OSError as error:
        raise StoreError(
            f"Datalagret {folder} går inte att skriva till.",
            "Kontrollera mappens rättigheter och ledigt utrymme.",
        ) from error


def _extended(before: Tables, reports: list[Report], made: Sequence[Correction] | None) -> Tables:
    sequence = (pc.max(before["documents"]["sequence"]).as_py() or 0) + 1
    if made is None:
        carried = [corrected.carried(report, before["corrections"]) for report in reports]
        reports, made = [one.report for one in carried], [record for one in carried for record in one.corrections]
    ours = {report.document.id for report in reports}
    new = schema.tables_of(reports, imported=_now(), sequence=sequence)
    new["corrections"] = corrected.table_of([record for record in made if record.document in ours])
    after = {name: pa.concat_tables([before[name], new[name]]) for name in schema.SCHEMAS}
    after["documents"] = supersession.marked(after["documents"])
    return after


def _without(table: pa.Table, gone: Sequence[str]) -> pa.Table:
    key = table["document" if "document" in table.column_names else "id"]
    return table.filter(pc.invert(pc.is_in(key, value_set=pa.array(gone, pa.string()))))


def _superseded(before: Tables, after: Tables) -> dict[str, str]:
    """Documents that the commit gave a successor, stored ones and those that came too late to count."""
    old, new = (supersession.successors(tables["documents"]) for tables in (before, after))
    return {known: later for known, later in new.items() if later is not None and later != old.get(known)}


def _swap(folder: Path, newest: str | None, tables: Tables, reason: str, keep: int) -> str:
    """Writes and checks the new snapshot, then makes it the current one: the swap of the pointer is the commit."""
    made = snapshots.next_id(newest)
    about = {"before": newest, "made": _now(), "reason": reason}
    _write(folder, made, {name: schema.ordered(table) for name, table in tables.items()}, about)
    snapshots.opened(folder, made)
    write_synced(folder / "current.new", f"{made}\n".encode())
    swap(folder / "current.new", folder / snapshots.POINTER)
    sync_folder(folder)
    with suppress(OSError, StoreError):  # the commit stands, whatever could not be cleaned up
        _sweep(folder, keep)
    return made


def _write(folder: Path, snapshot: str, tables: Tables, about: dict[str, str | None]) -> None:
    schema.check(tables)
    target = snapshots.folder_of(folder, snapshot)
    target.mkdir(parents=True)
    for name, table in tables.items():
        with snapshots.file_of(folder, snapshot, name).open("wb") as file:
            pq.write_table(table, file, compression="zstd", row_group_size=_PIECES.get(name))
            file.flush()
            os.fsync(file.fileno())
    rows = {name: table.num_rows for name, table in tables.items()}
    write_synced(target / snapshots.ABOUT, json.dumps({**about, "rows": rows}).encode())
    sync_folder(target)
    sync_folder(target.parent)


def _keep_originals(folder: Path, reports: list[Report], originals: Mapping[str, bytes]) -> None:
    for report in reports:
        if (content := originals.get(report.document.id)) is None:
            continue
        if hashlib.sha256(content).hexdigest() != report.document.checksum:
            raise StoreError(f"Filen {report.document.file} ändrades medan den lästes.", "Läs in den en gång till.")
        target = snapshots.original_of(folder, report.document.checksum)
        target.parent.mkdir(mode=0o700, exist_ok=True)  # it holds names of people, as it was written
        new = target.with_suffix(".new")
        new.unlink(missing_ok=True)
        new.touch(mode=0o600)
        write_synced(new, content)
        swap(new, target)
        sync_folder(target.parent)


def _sweep(folder: Path, keep: int) -> None:
    """Removes snapshots beyond `keep` and what killed writers left; what Windows holds open goes next time."""
    staying = {snapshot.id for snapshot in snapshots.history(folder)[: max(keep, _AT_LEAST)]}
    leaving = [found for found in (folder / "snapshots").iterdir() if found.is_dir() and found.name not in staying]
    for found in leaving:
        (found / snapshots.ABOUT).unlink(missing_ok=True)  # first, so that history never leads to half a snapshot
        shutil.rmtree(found, ignore_errors=True)
    if leaving:
        _sweep_originals(folder, staying)


def _sweep_originals(folder: Path, staying: set[str]) -> None:
    files = [pq.ParquetFile(snapshots.file_of(folder, snapshot, "documents")) for snapshot in staying]
    kept = {checksum for file in files for checksum in file.read(columns=["checksum"])["checksum"].to_pylist()}
    wanted = {snapshots.original_of(folder, str(checksum)) for checksum in kept}
    for found in (folder / "originals").glob("*"):
        if found not in wanted:
            found.unlink(missing_ok=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
