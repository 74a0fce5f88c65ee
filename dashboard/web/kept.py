"""What all processes of a server must know alike of the import pages: small files in the store's folder, and a lock.

STORE/entrance/secret       signs the sessions where the settings name no secret
STORE/entrance/tries.json   wrong passwords by address, which is kept as a mark only
STORE/entrance/ended.json   sessions that were logged out
"""

import json
import logging
import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from dashboard.errors import StoreError

log = logging.getLogger("maltavlan")
Told = TypeVar("Told")
_WAIT = 20.0


def folder_of(store: Path) -> Path:
    return store / "entrance"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One at a time, over all threads and processes."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(folder / "lock", timeout=_WAIT):
            yield
    except Timeout as error:
        raise StoreError("Servern är upptagen just nu.", "Försök igen om en stund.") from error


def secret(folder: Path) -> str:
    """The secret of this store, made at the first call; this process's own where the folder can't be written."""
    path = folder / "secret"
    try:
        with alone(folder):
            if not path.exists():
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(handle, "w") as file:
                    file.write(secrets.token_hex(32))
            return path.read_text()
    except OSError:
        log.warning("no secret can be kept in %s: who logged in must do so again after a restart", folder)
        return secrets.token_hex(32)


class Kept:
    """A few numbers by name, in a file or, without one, in memory; the oldest go when there are `most`."""

    def __init__(self, path: Path | None, most: int) -> None:
        self._path, self._most = path, most
        self._held: dict[str, float] = {}
        self._lock = threading.Lock()

    def read(self) -> dict[str, float]:
        """What is kept now; nothing where the file can't be read."""
        if self._path is None:
            return dict(self._held)
        try:
            told = json.loads(self._path.read_text())
            return {str(name): float(value) for name, value in told.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}

    def change(self, act: Callable[[dict[str, float]], Told]) -> Told:
        """Lets `act` read and change what is kept while nobody else does."""
        with self._lock:
            if self._path is None:
                return self._changed(act)
            with alone(self._path.parent):
                return self._changed(act)

    def _changed(self, act: Callable[[dict[str, float]], Told]) -> Told:
        held = self.read()
        told = act(held)
        held = dict(list(held.items())[-self._most :])
        if self._path is None:
            self._held = held
        else:
            new = self._path.with_suffix(".new")
            new.write_text(json.dumps(held))
            new.replace(self._path)
        return told
