"""Snapshots: whole folders of Parquet files, and one pointer file that says which of them is the current one.

STORE/current                       the id of the current snapshot
STORE/snapshots/000012-9f31c2aa/    one Parquet file per table, and about.json
STORE/originals/<checksum>.txt      the imported files, unchanged
STORE/writer.lock                   held by the one who commits; readers take no lock
"""

import json
import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.errors import StoreError
from dashboard.store import schema

POINTER = "current"
ABOUT = "about.json"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the store. `made` is UTC in ISO form, `before` the snapshot it was made from, `rows` per table."""

    id: str
    before: str | None
    made: str
    reason: str
    rows: Mapping[str, int]


def folder_of(store: Path, snapshot: str) -> Path:
    return store / "snapshots" / snapshot


def file_of(store: Path, snapshot: str, table: str) -> Path:
    return folder_of(store, snapshot) / f"{table}.parquet"


def original_of(store: Path, checksum: str) -> Path:
    """Where the imported file with this checksum is kept."""
    return store / "originals" / f"{checksum}.txt"


def current(store: Path) -> str | None:
    """The id of the current snapshot, None where nothing was ever committed."""
    pointer = store / POINTER
    try:
        return _patient(pointer).strip() or None
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"Datalagret {store} går inte att läsa.", "Kontrollera mappens rättigheter.") from error


def _patient(pointer: Path) -> str:
    """Windows refuses for the instant that a writer swaps the file."""
    for pause in (0.01, 0.05, 0.25):
        try:
            return pointer.read_text(encoding="utf-8")
        except PermissionError:
            time.sleep(pause)
    return pointer.read_text(encoding="utf-8")


def history(store: Path) -> list[Snapshot]:
    """The snapshots that are kept, newest first; what a killed writer left behind is not among them."""
    found: list[Snapshot] = []
    wanted = current(store)
    while wanted is not None and (not found or (folder_of(store, wanted) / ABOUT).exists()):
        found.append(about(store, wanted))
        wanted = found[-1].before
    return found


def at(kept: Sequence[Snapshot], wanted: str) -> Snapshot | None:
    """Of a history, newest first: the snapshot with this id, or the last one of the day ('2026-03-26') or before it."""
    return next((one for one in kept if one.id == wanted or (is_day(wanted) and one.made[:10] <= wanted)), None)


def is_day(wanted: str) -> bool:
    """Whether it is a date; ids of snapshots have another form."""
    if not (len(wanted) == 10 and wanted[4] == wanted[7] == "-"):
        return False
    try:
        date.fromisoformat(wanted)
    except ValueError:
        return False
    return True


def number_of(snapshot: str) -> int:
    """The running number that an id begins with; 0 for a folder that is no snapshot."""
    digits = snapshot.partition("-")[0]
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def next_id(newest: str | None) -> str:
    """An id after `newest`; its random end keeps it apart from what a killed writer left under the same number."""
    return f"{number_of(newest or '') + 1:06d}-{secrets.token_hex(4)}"


def about(store: Path, snapshot: str) -> Snapshot:
    """What stands in the snapshot's about.json; StoreError where the snapshot is gone."""
    try:
        told = json.loads((folder_of(store, snapshot) / ABOUT).read_text(encoding="utf-8"))
        return Snapshot(snapshot, told["before"], told["made"], told["reason"], told["rows"])
    except (OSError, ValueError, KeyError) as error:
        raise _gone(store, snapshot) from error


def opened(store: Path, snapshot: str) -> dict[str, Sequence[schema.Column]]:
    """Checks every file's columns and row count against the schema and about.json, reading no rows.

    Returns per table the columns that came after the snapshot was made, to be read as empty.
    """
    rows = about(store, snapshot).rows
    late: dict[str, Sequence[schema.Column]] = {}
    for name in schema.SCHEMAS:
        try:
            found = pq.read_metadata(file_of(store, snapshot, name))
        except (OSError, pa.ArrowInvalid) as error:
            raise _gone(store, snapshot) from error
        if found.num_rows != rows.get(name):
            raise _gone(store, snapshot)
        late[name] = schema.lacking(name, found.schema.to_arrow_schema())
    return late


def read(store: Path, snapshot: str | None) -> dict[str, pa.Table]:
    """All tables of a snapshot in today's form; without rows where there is no snapshot."""
    if snapshot is None:
        return schema.empty()
    opened(store, snapshot)
    return {
        name: schema.conformed(name, pq.ParquetFile(file_of(store, snapshot, name)).read()) for name in schema.SCHEMAS
    }


def table(store: Path, name: str) -> pa.Table:
    """One table of the current snapshot in today's form."""
    snapshot = current(store)
    if snapshot is None:
        return schema.empty()[name]
    return schema.conformed(name, pq.ParquetFile(file_of(store, snapshot, name)).read())


def has(store: Path, document: str) -> bool:
    """Whether the document with this id is stored, whether it counts or not."""
    return document in set(table(store, "documents")["id"].to_pylist())


def _gone(store: Path, snapshot: str) -> StoreError:
    return StoreError(
        f"Datalagrets läge {snapshot} i {store} är borta eller skadat.",
        "Peka ut ett äldre läge i filen current, eller läs in rapporterna på nytt i en tom mapp.",
    )
