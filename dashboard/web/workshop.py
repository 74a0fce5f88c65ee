"""Where heavy files are made: each once however many ask for it, few at a time, and the last ones kept."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future

from dashboard.errors import UserError

# What is kept is bounded by its size: a board's report may be 20 MB, a picture 30 kB.
_MOST_KEPT = 32 * 1024 * 1024
_PATIENCE = 20.0


class BusyError(UserError):
    """Too much is asked for at once; nothing is wrong with what was asked."""

    def __init__(self) -> None:
        super().__init__("Servern gör redan så många filer som den hinner.", "Försök igen om en liten stund.")


class Workshop:
    """Makes files; safe to share between threads.

    `most` are made at once, and as many wait; who comes after them is told so at once, or the threads that answer
    pages would all be held by files.
    """

    def __init__(self, most: int, *, patience: float = _PATIENCE) -> None:
        self._making = threading.BoundedSemaphore(most)
        self._waiting = threading.BoundedSemaphore(most)
        self._patience = patience
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._begun: dict[str, Future[bytes]] = {}
        self._lock = threading.Lock()

    def file(self, mark: str, make: Callable[[], bytes]) -> bytes:
        """The file with this mark; raises what `make` raises, and BusyError where there is no room."""
        with self._lock:
            if mark in self._kept:
                self._kept.move_to_end(mark)
                return self._kept[mark]
            begun = self._begun.get(mark)
            own: Future[bytes] = Future()
            if begun is None:
                self._begun[mark] = own
        return self._made(mark, make, own) if begun is None else begun.result()

    def _made(self, mark: str, make: Callable[[], bytes], own: "Future[bytes]") -> bytes:
        try:
            content = self._in_turn(make)
        except BaseException as error:
            with self._lock:
                del self._begun[mark]
            own.set_exception(error)
            raise
        with self._lock:
            del self._begun[mark]
            self._keep(mark, content)
        own.set_result(content)
        return content

    def _in_turn(self, make: Callable[[], bytes]) -> bytes:
        if not self._making.acquire(blocking=False):
            self._wait()
        try:
            return make()
        finally:
            self._making.release()

    def _wait(self) -> None:
        if not self._waiting.acquire(blocking=False):
            raise BusyError
        try:
            if not self._making.acquire(timeout=self._patience):
                raise BusyError
        finally:
            self._waiting.release()

    def _keep(self, mark: str, content: bytes) -> None:
        if len(content) > _MOST_KEPT // 2:
            return
        self._kept[mark] = content
        while sum(map(len, self._kept.values())) > _MOST_KEPT:
            self._kept.popitem(last=False)
