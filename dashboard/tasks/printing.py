"""A whole board's report, made by a process of its own: its state is small files in the store's folder.

STORE/printing/<id>/asked.json   what is asked for, and with what settings
STORE/printing/<id>/state.json   how far it is, which the process that makes it writes anew all the while
STORE/printing/<id>/report.pdf   the whole report, when it is made
STORE/printing/turn              one report is made at a time, over all processes of the server

A folder that is taken away is a report that is cancelled: the process sees that and ends.
"""

import hashlib
import json
import logging
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from filelock import FileLock

from dashboard.errors import UserError
from dashboard.model import Kind, Selection
from dashboard.settings import ROOT, Settings
from dashboard.store.files import swap
from dashboard.tasks.shelf import Shelf
from dashboard.tasks.version import version

log = logging.getLogger("maltavlan")
MOST = 5
_ASKED, _STATE, _REPORT, _TURN = "asked.json", "state.json", "report.pdf", "turn"
_GLANCE, _SILENT, _OLD = 0.3, 30.0, 24 * 3600
_NAMES = ("store", "catalogue", "assets")
_FAILED = "Rapporten gick inte att göra. Felet är noterat i serverns logg."


@dataclass(frozen=True, slots=True)
class Printing:
    """One report on its way: it waits while `total` is 0, and is being set in pages when all units are `done`."""

    id: str
    done: int = 0
    total: int = 0
    error: str = ""
    report: Path | None = None


class Printer:
    """The reports that this server's processes make; `selection` names board, year and period."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = settings.store.absolute() / "printing"

    def find(self, held: Shelf, selection: Selection) -> Printing | None:
        """The report as it stands now, made or not; None where nobody has asked for it from this state today."""
        return _told(self._of(held, selection))

    def start(self, held: Shelf, selection: Selection) -> Printing:
        """Begins, or finds what is begun; UserError where too many wait."""
        self._sweep()
        folder = self._of(held, selection)
        found = _told(folder)
        if found and not found.error:
            return found
        shutil.rmtree(folder, ignore_errors=True)
        if sum(1 for one in self._folder.glob("*/") if _waits(one)) >= MOST:
            raise UserError(f"Redan {MOST} rapporter görs.", "Försök igen om några minuter.")
        folder.mkdir(mode=0o700, parents=True)
        known = {name: str(getattr(self._settings, name).absolute()) for name in _NAMES}
        settings = {**known, "address": self._settings.address, "small_group": self._settings.small_group}
        chosen = {"board": selection.board, "year": selection.year, "period": selection.period}
        # What is imported while the report waits its turn comes into the next one.
        state = {"snapshot": held.store.snapshot, "per": held.per}
        asked = {"settings": settings, "selection": chosen, "state": state}
        (folder / _ASKED).write_text(json.dumps(asked), encoding="utf-8")
        _tell(folder, Printing(folder.name))
        _begin(folder)
        return Printing(folder.name)

    def cancel(self, held: Shelf, selection: Selection) -> None:
        """Ends it, or throws away what is made; nothing is left."""
        _remove(self._of(held, selection))

    def _of(self, held: Shelf, selection: Selection) -> Path:
        state = held.store.snapshot, held.per, version(self._settings.assets)
        asked = (*state, selection.board, selection.year, selection.period, date.today(), self._settings.address)
        return self._folder / hashlib.sha256("|".join(map(str, asked)).encode()).hexdigest()[:16]

    def _sweep(self) -> None:
        """Takes away what nobody fetches any more."""
        for folder in self._folder.glob("*/"):
            with suppress(OSError):
                if time.time() - folder.stat().st_mtime > _OLD:
                    _remove(folder)


def _waits(folder: Path) -> bool:
    found = None if folder.name.startswith(".") else _told(folder)
    return found is not None and not found.error and found.report is None


def _told(folder: Path) -> Printing | None:
    """What the folder's files say; a state that is not written any more is of a process that ended."""
    try:
        state = folder / _STATE
        told = json.loads(state.read_text(encoding="utf-8"))
        silent = time.time() - state.stat().st_mtime
    except (OSError, ValueError):
        return None
    report = folder / _REPORT
    if report.exists():
        return Printing(folder.name, told["done"], told["total"], report=report)
    error = told["error"] or (_FAILED if silent > _SILENT else "")
    return Printing(folder.name, told["done"], told["total"], error)


def _tell(folder: Path, state: Printing) -> None:
    """Writes the state whole; where the folder is gone the report was cancelled."""
    new = folder / f"{_STATE}.{threading.get_ident()}"
    with suppress(FileNotFoundError):
        told = {name: value for name, value in asdict(state).items() if name != "report"}
        new.write_text(json.dumps(told), encoding="utf-8")
        swap(new, folder / _STATE)


def _remove(folder: Path) -> None:
    """Out of sight at once, and then file by file: the process that makes it may be writing into it."""
    gone = folder.with_name(f".{folder.name}.{os.getpid()}.{time.monotonic_ns()}")
    with suppress(OSError):
        folder.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)


def _begin(folder: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-m", __name__, str(folder)]
    with (folder / "log").open("wb") as errors:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, cwd=ROOT, env=environment, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    # Somebody must take note of its end, or it stays among the system's processes.
    threading.Thread(target=_ended, args=(process, folder), name="maltavlan-printing", daemon=True).start()


def _ended(process: "subprocess.Popen[bytes]", folder: Path) -> None:
    if process.wait():
        with suppress(OSError):
            log.error("a report could not be made:\n%s", (folder / "log").read_text(encoding="utf-8")[-4000:])


class _Work:
    """The process that makes one report: keeps its state fresh, and ends when its folder is gone."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._state = folder, Printing(folder.name)
        threading.Thread(target=self._beat, daemon=True).start()

    def make(self) -> None:
        asked = json.loads((self._folder / _ASKED).read_text(encoding="utf-8"))
        try:
            with FileLock(self._folder.parent / _TURN, poll_interval=_GLANCE):
                content = _paper(asked, self._told)
            new = self._folder / f"{_REPORT}.new"
            new.write_bytes(content)
            swap(new, self._folder / _REPORT)
        except UserError as error:
            self._told(self._state.done, self._state.total, str(error))
        except Exception:
            self._told(self._state.done, self._state.total, _FAILED)
            raise

    def _told(self, done: int, total: int, error: str = "") -> None:
        self._state = Printing(self._folder.name, done, total, error)
        _tell(self._folder, self._state)

    def _beat(self) -> None:
        while True:
            time.sleep(_GLANCE)
            if not self._folder.exists():
                os._exit(0)
            _tell(self._folder, self._state)


def _paper(asked: dict[str, Any], told: Callable[[int, int], None]) -> bytes:
    # The server, which starts these processes, has no use for what they load.
    from dashboard.tasks.exports import paper  # noqa: PLC0415
    from dashboard.tasks.shelf import shelf  # noqa: PLC0415

    given = {**asked["settings"], **{name: Path(asked["settings"][name]) for name in _NAMES}}
    chosen = asked["selection"]
    period = Kind(chosen["period"]) if chosen["period"] else None
    selection = Selection(board=chosen["board"], year=chosen["year"], period=period)
    held = shelf(Settings(**given), told=told)
    state = asked["state"]
    return paper(replace(held, store=held.store.at(state["snapshot"]), per=state["per"]), selection, "")


if __name__ == "__main__":
    _Work(Path(sys.argv[1])).make()
