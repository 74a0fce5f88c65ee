"""Reads files in processes of their own, many at once: what a file does to its reader stays there.

with Pool(settings) as pool:
    job = pool.submit(path)
    job.state, job.progress         # any time, from any thread
    reading = job.result()          # waits; Reading, or UnreadableDocument, or CancelledError
    job.cancel()                    # kills the process; nothing is left behind
"""

import atexit
import queue
import threading
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from os import cpu_count
from pathlib import Path
from types import TracebackType

from dashboard.errors import UserError
from dashboard.importing.process import ReaderProcess, Reading
from dashboard.settings import Settings

__all__ = ["CancelledError", "Job", "Pool", "Progress", "Reading", "State"]


class State(StrEnum):
    """Where a job stands; the last three are final."""

    QUEUED = "väntar"
    READING = "läses"
    DONE = "läst"
    FAILED = "kunde inte läsas"
    CANCELLED = "avbruten"


class CancelledError(UserError):
    """The reading was stopped by a person, or because the program ended."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The page being read and how many there are; both 0 where the reader does not tell."""

    page: int = 0
    pages: int = 0


class Job:
    """One file on its way through a pool; all of it may be used from any thread."""

    def __init__(self, path: Path, board: str | None, sample: bool) -> None:
        self.path, self.board, self.sample = path, board, sample
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._state = State.QUEUED
        self._progress = Progress()
        self._reading: Reading | None = None
        self._error: UserError | None = None
        self._process: ReaderProcess | None = None

    @property
    def state(self) -> State:
        return self._state

    @property
    def progress(self) -> Progress:
        return self._progress

    @property
    def error(self) -> UserError | None:
        """Why there is no result: set when the state is FAILED or CANCELLED."""
        return self._error

    def wait(self, seconds: float | None = None) -> bool:
        """Waits until the job is over, or for so long; whether it is over."""
        return self._over.wait(seconds)

    def result(self, seconds: float | None = None) -> Reading:
        """What was read, once it is; raises UnreadableDocument, CancelledError, or TimeoutError after `seconds`."""
        if not self._over.wait(seconds):
            raise TimeoutError(f"{self.path.name} is not read yet")
        if self._reading is None:
            raise self._error or self._cancelled()
        return self._reading

    def cancel(self) -> None:
        """Stops the reading, whatever it does just then; a job that is over stays as it is."""
        with self._lock:
            if self._over.is_set():
                return
            self._finish(State.CANCELLED, error=self._cancelled())
            process = self._process
        if process is not None:
            process.end()

    def run(self, process: ReaderProcess) -> None:
        """Reads the file with this process; called by the pool alone."""
        with self._lock:
            if self._over.is_set():
                return
            self._process, self._state = process, State.READING
        try:
            self._settle(State.DONE, process.read(self.path, board=self.board, sample=self.sample, heard=self._hear))
        except UserError as error:
            self._settle(State.FAILED, error=error)
        finally:
            self._process = None

    def fail(self, error: UserError) -> None:
        """Ends the job without a reading; called by the pool alone."""
        self._settle(State.FAILED, error=error)

    def _cancelled(self) -> CancelledError:
        return CancelledError(f"Läsningen av {self.path.name} avbröts.", "Läs in filen igen.")

    def _hear(self, page: int, pages: int) -> None:
        self._progress = Progress(page, pages)

    def _settle(self, state: State, reading: Reading | None = None, error: UserError | None = None) -> None:
        with self._lock:
            if not self._over.is_set():
                self._finish(state, reading, error)

    def _finish(self, state: State, reading: Reading | None = None, error: UserError | None = None) -> None:
        self._reading, self._error, self._state = reading, error, state
        self._over.set()


class Pool:
    """So many files at once as the settings say, each in a process of its own, begun in the order they came.

    `own` is for files of the project itself: they share processes, which saves starting one for each, and use all
    cores. Close the pool, or use it with `with`: jobs that are not over are cancelled then.
    """

    def __init__(self, settings: Settings, *, own: bool = False) -> None:
        cores = cpu_count() or 1
        self._settings, self._own = settings, own
        self._most = settings.workers or (cores if own else max(1, cores - 1))
        self._waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._jobs: set[Job] = set()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._closed = False
        atexit.register(self.close)

    def submit(self, path: Path, *, board: str | None = None, sample: bool = False) -> Job:
        """Queues a file; `board` is what a person chose for a unit whose board is not known."""
        job = Job(path, board, sample)
        with self._lock:
            if self._closed:
                raise RuntimeError("the pool is closed")
            self._jobs = {other for other in self._jobs if not other.wait(0)} | {job}
            self._waiting.put(job)
            if len(self._threads) < min(self._most, len(self._jobs)):
                thread = threading.Thread(target=self._work, name="maltavlan-reader", daemon=True)
                self._threads.append(thread)
                thread.start()
        return job

    def close(self) -> None:
        """Cancels what is not over and waits until every process is gone."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            atexit.unregister(self.close)
        for job in self._jobs:
            job.cancel()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _work(self) -> None:
        """A thread's life: a job, a process for it, the next job; an own file's process serves the next one too."""
        process: ReaderProcess | None = None
        while (job := self._waiting.get()) is not None:
            if job.wait(0):
                continue
            try:
                process = process or ReaderProcess(self._settings)
                job.run(process)
            except OSError:
                job.fail(UserError("Datorn kan inte starta fler processer just nu.", "Försök igen om en stund."))
            if process is not None and (not self._own or job.state is not State.DONE):
                process.release()
                process = None
        if process is not None:
            with suppress(OSError):
                process.release()
