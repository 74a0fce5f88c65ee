"""Files that were sent: kept aside, read in processes of their own, then put among the reports that wait."""

import logging
import secrets
import shutil
import threading
import time
import unicodedata
from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from dashboard import reviewing
from dashboard.errors import UserError
from dashboard.importing.readers import LARGEST
from dashboard.importing.sandbox import CancelledError, Job, Pool
from dashboard.settings import Settings

log = logging.getLogger("maltavlan")
MOST = 50
_ASIDE = "in-"
_OLD = 3600
_BLOCK = 1 << 16
_LONGEST_NAME = 120
_FORBIDDEN = frozenset('<>:"|?*')


@dataclass(frozen=True, slots=True)
class Upload:
    """One file on its way. `waits` is the id of its report once it waits; `error` says why there is none."""

    id: str
    name: str
    job: Job | None = None
    waits: str | None = None
    error: str = ""

    @property
    def over(self) -> bool:
        return self.waits is not None or bool(self.error)


class Uploads:
    """All files sent to this process, the latest last. Safe to use from any thread."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = settings.store / "staging"
        self._files: OrderedDict[str, Upload] = OrderedDict()
        self._lock = threading.RLock()
        self._pool: Pool | None = None
        self._sweep()

    def all(self) -> list[Upload]:
        with self._lock:
            return list(self._files.values())

    def add(self, name: str, content: IO[bytes]) -> Upload:
        """Keeps the file aside and begins to read it; UserError where it can't be taken."""
        upload = Upload(secrets.token_hex(8), safe_name(name))
        with self._lock:
            if sum(not one.over for one in self._files.values()) >= MOST:
                raise UserError(f"Redan {MOST} filer läses.", "Vänta tills de är klara och skicka resten sedan.")
            self._files[upload.id] = upload
        try:
            path = self._kept(upload, content)
            return self._begun(upload, path)
        except UserError as error:
            return self._over(upload.id, error=str(error))
        except OSError:
            log.exception("a file could not be kept")
            return self._over(upload.id, error="Filen kunde inte sparas. Kontrollera ledigt utrymme och försök igen.")

    def cancel(self, name: str) -> None:
        """Stops the reading, or takes a file that is over off the list; nothing of it is left."""
        with self._lock:
            upload = self._files.pop(name, None)
        if upload and upload.job:
            upload.job.cancel()
        if upload:
            self._cleared(upload.id)

    def _kept(self, upload: Upload, content: IO[bytes]) -> Path:
        folder = self._folder / f"{_ASIDE}{upload.id}"
        folder.mkdir(parents=True)
        size = 0
        with (folder / upload.name).open("wb") as file:
            while block := content.read(_BLOCK):
                size += len(block)
                if size > LARGEST:
                    raise UserError(f"Filen {upload.name} är för stor.", "En rapport får vara högst 20 MB.")
                file.write(block)
        return folder / upload.name

    def _begun(self, upload: Upload, path: Path) -> Upload:
        with self._lock:
            if self._pool is None:
                self._pool = Pool(self._settings)
            begun = replace(upload, job=self._pool.submit(path))
            self._files[upload.id] = begun
        threading.Thread(target=self._finish, args=(begun, path), name="maltavlan-upload", daemon=True).start()
        return begun

    def _finish(self, upload: Upload, path: Path) -> None:
        """Waits for the reader; then the report waits for a person, or the list says why it does not."""
        try:
            reading = upload.job.result() if upload.job else None
            if reading is None:
                return
            document = reading.report.document
            if reviewing.stored(self._settings, document.id):
                raise UserError(f"Filen {upload.name} är redan inläst.")
            content = path.read_bytes()
            with self._lock:  # so that a file that is cancelled now leaves nothing
                if upload.id in self._files:
                    staged = reviewing.receive(self._settings, reading.report, reading.counts, content)
                    self._over(upload.id, waits=staged.id)
        except CancelledError:
            return
        except UserError as error:
            self._over(upload.id, error=str(error))
        except Exception:
            log.exception("a file that was sent could not be taken in")
            self._over(upload.id, error=f"Filen {upload.name} kunde inte läsas. Felet är noterat i serverns logg.")
        finally:
            self._cleared(upload.id)

    def _over(self, name: str, *, waits: str | None = None, error: str = "") -> Upload:
        self._cleared(name)
        with self._lock:
            over = replace(self._files.get(name, Upload(name, "")), waits=waits, error=error)
            if name in self._files:
                self._files[name] = over
                if waits:
                    del self._files[name]  # from here on it is among those that wait
        return over

    def _cleared(self, name: str) -> None:
        shutil.rmtree(self._folder / f"{_ASIDE}{name}", ignore_errors=True)

    def _sweep(self) -> None:
        """Takes away what an earlier process left half read."""
        for folder in (*self._folder.glob(f"{_ASIDE}*"), *self._folder.glob(".ny-*")):
            try:
                if time.time() - folder.stat().st_mtime > _OLD:
                    shutil.rmtree(folder, ignore_errors=True)
            except OSError:
                continue


def safe_name(name: str) -> str:
    """The last part of a file's name, without what has a meaning in paths; it may tell the report's kind and year."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(letter for letter in last if letter.isprintable() and letter not in _FORBIDDEN).strip(". ")
    stem, dot, ending = kept.rpartition(".")
    short = f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if dot else kept[:_LONGEST_NAME]
    while len(short.encode()) > 200:
        short = short[1:]
    return short.strip(". ") or "rapport"
