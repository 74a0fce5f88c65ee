"""The asking side of a reader's process: starts it, asks it, ends it in time, checks what it says."""

import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dashboard.errors import UnreadableDocument, UserError
from dashboard.importing import codec
from dashboard.model import Report
from dashboard.settings import ROOT, Settings

# What a reader's process runs.
WORKER = "dashboard.importing.worker"
_LONGEST_ANSWER = 64 * 1024 * 1024
_LONGEST_SENTENCE = 1000
_MOST_PAGES = 100_000
_PRINTED = "utskrift"
_READY = b'{"ready": true}\n'
_TO_START = 60
# Processor time is limited from inside and decides; the clock ends a reader that does nothing, and must not end one
# that waits for a busy machine. Windows has no such limit: there the clock decides alone.
_TIMES = 5.0 if os.name == "posix" else 1.0
_OUT_OF_TIME = frozenset(-getattr(signal, name) for name in ("SIGPROF", "SIGXCPU") if hasattr(signal, name))
_SAVE_ANEW = "Öppna den i programmet som den skrevs i, spara den på nytt och försök igen."
_LOG = logging.getLogger(__name__)

Heard = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one file, and how many tables and rows it prints beside what each row was taken for."""

    report: Report
    counts: Mapping[str, int]


class ReaderMissingError(UserError):
    """The process that reads can't be started."""


class ReaderProcess:
    """One process that reads one file at a time; `end` it in any case, so that no process and no file is left."""

    def __init__(self, settings: Settings) -> None:
        self._seconds, self._megabytes = settings.reader_seconds, settings.reader_megabytes
        self._catalogue = settings.catalogue.absolute()
        self._folder = TemporaryDirectory(prefix="maltavlan-", ignore_cleanup_errors=True)
        self._late = self._ready = self._ended = False
        self._process = _started(self._seconds, self._megabytes, self._folder.name)

    def read(self, path: Path, *, board: str | None, sample: bool, heard: Heard) -> Reading:
        """The file's report; UnreadableDocument where it has none, or where its reader ran out of time or memory."""
        request = {
            "path": str(path.absolute()),
            "catalogue": str(self._catalogue),
            "board": board,
            "sample": sample,
        }
        self._require_ready()
        try:
            answer = self._asked(request, heard)
            if "report" in answer:
                return Reading(codec.decode(Report, answer["report"]), _counts(answer["counts"]))
        except Exception as error:  # whatever it says or does not say, the file is what we can tell of
            raise self._broken(path.name) from error
        raise self._refusal(path.name, answer)

    def end(self) -> None:
        """Kills the process and waits for it, from any thread and however often."""
        self._ended = True
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()

    def release(self) -> None:
        """Ends the process and closes the pipes; only for the thread that reads."""
        self.end()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)

    def _require_ready(self) -> None:
        """A process that never starts is no file's fault: what it printed goes to the log."""
        if not self._ready and self._line(_TO_START) != _READY and not self._ended:
            self._process.kill()
            printed = Path(self._folder.name, _PRINTED).read_text(encoding="utf-8", errors="replace")
            _LOG.error("the reader's process did not start:\n%s", printed[-_LONGEST_SENTENCE:])
            raise ReaderMissingError(
                "Läsaren kan inte startas.", "Felet ligger i installationen: kör make setup, och se loggen."
            )
        self._ready = True

    def _asked(self, request: dict[str, Any], heard: Heard) -> dict[str, Any]:
        if self._process.stdin is None:
            raise ValueError("the process has no pipe")
        self._process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
        self._process.stdin.flush()
        last = time.monotonic() + self._seconds * _TIMES
        page = 0
        while (left := last - time.monotonic()) > 0:
            answer = _json(self._line(left))
            if answer is None:
                raise ValueError("the process answered nothing, or nonsense")
            if "page" not in answer:
                return answer
            page = _next_page(page, answer["page"], heard)
        self._out_of_time()
        raise ValueError("the pages take too long altogether")

    def _line(self, seconds: float) -> bytes:
        """One answer; the process is killed where it says nothing for so long."""
        watch = threading.Timer(seconds, self._out_of_time)
        watch.daemon = True
        watch.start()
        try:
            return self._process.stdout.readline(_LONGEST_ANSWER) if self._process.stdout else b""
        finally:
            watch.cancel()

    def _out_of_time(self) -> None:
        self._late = True
        self._process.kill()

    def _refusal(self, name: str, answer: dict[str, Any]) -> UnreadableDocument:
        if "memory" in answer:
            return UnreadableDocument(
                f"Filen {name} kräver mer minne än en rapport får ta ({self._megabytes} MB).", _SAVE_ANEW
            )
        if "refused" in answer:
            message, remedy = (*map(str, answer["refused"]), "")[:2]
            return UnreadableDocument(message[:_LONGEST_SENTENCE], remedy[:_LONGEST_SENTENCE])
        _LOG.info("a reader failed on %s: %s", name, answer.get("fault"))
        return _given_up(name)

    def _broken(self, name: str) -> UnreadableDocument:
        """Why there was no answer that makes sense: the process is over, or shall be."""
        self._process.kill()
        code = self._process.wait()
        if self._late or code in _OUT_OF_TIME:
            return UnreadableDocument(
                f"Filen {name} tog för lång tid att läsa (över {self._seconds} sekunder).",
                f"Om datorn var upptagen, försök igen. {_SAVE_ANEW}",
            )
        return _given_up(name)


def _started(seconds: int, megabytes: int, folder: str) -> "subprocess.Popen[bytes]":
    """The process gets no secrets of ours, a folder of its own that goes with it, and no signals from the terminal."""
    printed = Path(folder, _PRINTED)
    known = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    environment = known | {"PYTHONPATH": str(ROOT), "TMPDIR": folder, "TEMP": folder, "TMP": folder}
    command = [sys.executable, "-P", "-m", WORKER, str(seconds), str(megabytes)]
    with printed.open("wb") as errors:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command, cwd=folder, env=environment, start_new_session=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )  # fmt: skip


def _given_up(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"Filen {name} går inte att läsa: den är skadad, eller kräver mer än en rapport får ta.", _SAVE_ANEW
    )


def _json(line: bytes) -> dict[str, Any] | None:
    """A whole line's object, None where it is something else; ValueError or RecursionError where it is no JSON."""
    answer = json.loads(line, parse_constant=_no_number) if line.endswith(b"\n") else None
    return answer if isinstance(answer, dict) else None


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _next_page(before: int, told: Any, heard: Heard) -> int:
    page, pages = told
    if type(page) is not int or type(pages) is not int or not before < page <= _MOST_PAGES:
        raise ValueError("pages come one after the other")
    heard(page, pages)
    return page


def _counts(told: Any) -> dict[str, int]:
    if not isinstance(told, dict) or not all(type(count) is int for count in told.values()):
        raise ValueError("counts are whole numbers by name")
    return told


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:
        return  # what was not yet written can't be: the process is gone
