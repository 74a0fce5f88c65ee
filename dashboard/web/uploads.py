"""Files that were sent: kept aside, read in processes of their own, then put among the reports that wait."""

import json
import logging
import re
import secrets
import shutil
import threading
import time
import unicodedata
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO

from dashboard import reviewing
from dashboard.errors import UserError
from dashboard.importing.readers import LARGEST
from dashboard.importing.sandbox import CancelledError, Job, Pool, Reading, State
from dashboard.settings import Settings
from dashboard.web import kept

log = logging.getLogger("maltavlan")
MOST = 50
_ASIDE, _STATE, _FILE = "in-", "state.json", "fil"
_ID = re.compile(r"[0-9a-f]{16}\Z")
_GLANCE, _SILENT = 0.3, 30
_OLD = 3600
_BLOCK = 1 << 16
_LONGEST_NAME = 120
_FORBIDDEN = frozenset('<>:"|?*')


@dataclass(frozen=True, slots=True)
class Upload:
    """One file on its way, as every process of the server sees it; `error` says why it could not be read."""

    id: str
    name: str
    sent: float = 0.0
    begun: bool = False
    page: int = 0
    pages: int = 0
    error: str = ""

    @property
    def over(self) -> bool:
        return bool(self.error)


class Uploads:
    """All files sent to the server, the latest last. Safe to use from any thread and process.

    Each file lies in a folder of its own with its state, which the process that reads it writes anew all the while:
    a state that is not written any more is of a process that ended.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = settings.store / "staging"
        self._jobs: dict[str, Job] = {}
        self._lock = threading.RLock()
        self._pool: Pool | None = None
        self._sweep()

    def all(self) -> list[Upload]:
        found = [self._told(folder) for folder in self._folder.glob(f"{_ASIDE}*")]
        return sorted((one for one in found if one), key=lambda one: one.sent)

    def add(self, name: str, content: IO[bytes]) -> Upload:
        """Keeps the file aside and begins to read it; UserError where it can't be taken."""
        if sum(not one.over for one in self.all()) >= MOST:
            raise UserError(f"Redan {MOST} filer läses.", "Vänta tills de är klara och skicka resten sedan.")
        upload = Upload(secrets.token_hex(8), safe_name(name), time.time())
        try:
            path = self._kept(upload, content)
        except UserError as error:
            return self._over(upload, str(error))
        except OSError:
            log.exception("a file could not be kept")
            return self._over(upload, "Filen kunde inte sparas. Kontrollera ledigt utrymme och försök igen.")
        return self._begun(upload, path)

    def cancel(self, name: str) -> None:
        """Stops the reading, or takes a file that is over off the list; nothing of it is left."""
        if not _ID.match(name):
            return
        with self._lock:
            job = self._jobs.pop(name, None)
        with kept.alone(kept.folder_of(self._settings.store)):
            shutil.rmtree(self._of(name), ignore_errors=True)  # the process that reads it sees that, if it is another
        if job:
            job.cancel()

    def _of(self, name: str) -> Path:
        return self._folder / f"{_ASIDE}{name}"

    def _kept(self, upload: Upload, content: IO[bytes]) -> Path:
        folder = self._of(upload.id)
        folder.mkdir(mode=0o700, parents=True)
        _tell(folder, upload)
        size, path = 0, folder / _FILE / upload.name  # in a folder of its own: no name can be that of the state
        path.parent.mkdir()
        with path.open("wb") as file:
            while block := content.read(_BLOCK):
                size += len(block)
                if size > LARGEST:
                    raise UserError(f"Filen {upload.name} är för stor.", "En rapport får vara högst 20 MB.")
                file.write(block)
        return path

    def _begun(self, upload: Upload, path: Path) -> Upload:
        with self._lock:
            if self._pool is None:
                self._pool = Pool(self._settings)
            self._jobs[upload.id] = self._pool.submit(path)
        threading.Thread(target=self._finish, args=(upload, path), name="maltavlan-upload", daemon=True).start()
        return upload

    def _finish(self, upload: Upload, path: Path) -> None:
        """Waits for the reader; then the report waits for a person, or the list says why it does not."""
        job = self._jobs.get(upload.id)
        try:
            if job is not None and self._followed(upload, job):
                self._received(upload, job.result(), path)
        except CancelledError:
            shutil.rmtree(self._of(upload.id), ignore_errors=True)
        except UserError as error:
            self._over(upload, str(error))
        except Exception:
            log.exception("a file that was sent could not be taken in")
            self._over(upload, f"Filen {upload.name} kunde inte läsas. Felet är noterat i serverns logg.")
        finally:
            with self._lock:
                self._jobs.pop(upload.id, None)

    def _followed(self, upload: Upload, job: Job) -> bool:
        """Tells how far the reading is until it is over; False where another process cancelled it."""
        while not job.wait(_GLANCE):
            if not self._of(upload.id).exists():
                job.cancel()
                return False
            now = job.progress
            begun = job.state is not State.QUEUED
            _tell(self._of(upload.id), replace(upload, begun=begun, page=now.page, pages=now.pages))
        return True

    def _received(self, upload: Upload, reading: Reading, path: Path) -> None:
        if reviewing.stored(self._settings, reading.report.document.id):
            raise UserError(f"Filen {upload.name} är redan inläst.")
        with kept.alone(kept.folder_of(self._settings.store)):  # so that a file that is cancelled now leaves nothing
            if path.exists():
                reviewing.receive(self._settings, reading.report, reading.counts, path.read_bytes())
                shutil.rmtree(self._of(upload.id), ignore_errors=True)

    def _over(self, upload: Upload, error: str) -> Upload:
        """Keeps why, and nothing of the file; one that was taken off the list stays away."""
        folder, over = self._of(upload.id), replace(upload, error=error)
        shutil.rmtree(folder / _FILE, ignore_errors=True)
        if folder.exists():
            _tell(folder, over)
        return over

    def _told(self, folder: Path) -> Upload | None:
        try:
            state = folder / _STATE
            told = Upload(**json.loads(state.read_text(encoding="utf-8")))
            silent = time.time() - state.stat().st_mtime
        except (OSError, ValueError, TypeError):
            return None
        if not told.over and silent > _SILENT:
            return replace(told, error=f"Läsningen av {told.name} avbröts när servern startades om. Skicka filen igen.")
        return told

    def _sweep(self) -> None:
        """Takes away what an earlier process left half read."""
        for folder in (*self._folder.glob(f"{_ASIDE}*"), *self._folder.glob(".ny-*")):
            try:
                if time.time() - folder.stat().st_mtime > _OLD:
                    shutil.rmtree(folder, ignore_errors=True)
            except OSError:
                continue


def _tell(folder: Path, upload: Upload) -> None:
    """Writes the state whole; where the folder is gone the file was cancelled."""
    new = folder / f"{_STATE}.new"
    with suppress(FileNotFoundError):
        new.write_text(json.dumps(asdict(upload)), encoding="utf-8")
        new.replace(folder / _STATE)


def safe_name(name: str) -> str:
    """The last part of a file's name, without what has a meaning in paths; it may tell the report's kind and year."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(letter for letter in last if letter.isprintable() and letter not in _FORBIDDEN).strip(". ")
    stem, dot, ending = kept.rpartition(".")
    short = f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if dot else kept[:_LONGEST_NAME]
    while len(short.encode()) > 200:
        short = short[1:]
    return short.strip(". ") or "rapport"
