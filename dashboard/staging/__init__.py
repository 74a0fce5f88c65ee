"""Reports that were read and wait for a person: what was read, the file itself and what was decided, in a folder each.

STORE/staging/<checksum>/original         the file, unchanged
STORE/staging/<checksum>/read.json        the report as read, how much of it was found, when it came
STORE/staging/<checksum>/decisions.json   what people decided about its doubts so far
"""

import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from dashboard.errors import StoreError
from dashboard.importing import codec
from dashboard.model import Report
from dashboard.staging.deciding import Decided

_CHECKSUM = re.compile(r"[0-9a-f]{64}\Z")
_ID = re.compile(r"[0-9a-f]{4,64}\Z")
_WAIT = 60.0
_UNFINISHED = ".ny-"


@dataclass(frozen=True, slots=True)
class Staged:
    """A report that waits; `counts` tell what the document prints and what its rows were taken for.

    `stored`: the store has it, and it was taken out again to be corrected.
    """

    folder: Path
    report: Report
    counts: Mapping[str, int]
    received: str
    decided: tuple[Decided, ...] = ()
    stored: bool = False

    @property
    def id(self) -> str:
        return self.report.document.id

    @property
    def original(self) -> Path:
        return self.folder / "original"


def put(store: Path, report: Report, counts: Mapping[str, int], content: bytes, *, stored: bool = False) -> Staged:
    """Keeps a report until a person accepts it; one that waits already stays as it is, with its decisions."""
    place = _place(store, report.document.checksum)
    if (waiting := _opened(place)) is not None:
        return waiting
    making = place.with_name(f"{_UNFINISHED}{secrets.token_hex(8)}")
    try:
        making.mkdir(mode=0o700, parents=True)  # it holds names of people, as it was written
        (making / "original").write_bytes(content)
        told = {"report": codec.encode(report), "counts": dict(counts), "received": now(), "stored": stored}
        (making / "read.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        shutil.rmtree(place, ignore_errors=True)
        making.rename(place)
    except OSError as error:
        shutil.rmtree(making, ignore_errors=True)
        raise _unwritable(store) from error
    return Staged(place, report, counts, str(told["received"]), stored=stored)


def waiting(store: Path) -> list[Staged]:
    """All that waits, the earliest first; what this version can't read any more is passed over."""
    folder = store / "staging"
    places = sorted(folder.iterdir()) if folder.is_dir() else []
    found = [staged for place in places if _CHECKSUM.match(place.name) if (staged := _opened(place))]
    return sorted(found, key=lambda staged: (staged.received, staged.id))


def find(store: Path, name: str) -> Staged | None:
    """The one report that waits whose id or checksum begins so; None where there is none, or several."""
    if not _ID.match(name):
        return None
    folder = store / "staging"
    places = [place for place in folder.glob(f"{name}*") if _CHECKSUM.match(place.name)]
    return _opened(places[0]) if len(places) == 1 else None


def save(staged: Staged, decided: Sequence[Decided]) -> None:
    """Keeps the decisions in place of the earlier ones, whole or not at all."""
    new = staged.folder / f"decisions-{secrets.token_hex(4)}.new"
    try:
        new.write_text(json.dumps(codec.encode(list(decided)), ensure_ascii=False), encoding="utf-8")
        os.replace(new, staged.folder / "decisions.json")  # noqa: PTH105 -- the name says what it promises
    except OSError as error:
        raise _unwritable(staged.folder.parent.parent) from error


@contextmanager
def alone(store: Path) -> Iterator[None]:
    """Lets one person decide at a time: no decision is lost when two decide on the same report."""
    folder = store / "staging"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "lock", timeout=_WAIT):
            yield
    except Timeout as error:
        raise StoreError("Någon annan sparar just nu.", "Försök igen om en stund.") from error
    except OSError as error:
        raise _unwritable(store) from error


def remove(staged: Staged) -> None:
    """Takes the report out of the queue, with everything that belongs to it."""
    shutil.rmtree(staged.folder, ignore_errors=True)


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _place(store: Path, checksum: str) -> Path:
    if not _CHECKSUM.match(checksum):
        raise ValueError("not a checksum")
    return store / "staging" / checksum


def _opened(place: Path) -> Staged | None:
    try:
        told = json.loads((place / "read.json").read_text(encoding="utf-8"))
        report = codec.decode(Report, told["report"])
        decided, stored = _decisions(place), bool(told.get("stored"))
        return Staged(place, report, told["counts"], told["received"], decided, stored)
    except (OSError, ValueError, KeyError):
        return None


def _decisions(place: Path) -> tuple[Decided, ...]:
    path = place / "decisions.json"
    if not path.exists():
        return ()
    told = json.loads(path.read_text(encoding="utf-8"))
    return tuple(codec.decode(Decided, one) for one in told)


def _unwritable(store: Path) -> StoreError:
    return StoreError(
        f"Datalagret {store} går inte att skriva till.", "Kontrollera mappens rättigheter och ledigt utrymme."
    )
