"""What one snapshot has answered: it never changes, so neither does an answer, and readers ask for the same again."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any

# Two years' rows of sixty units with forty indicators take some fifteen million.
MOST_BYTES = 48_000_000
# What a value takes as Python's own beside what it holds.
BYTES_OF_A_CELL = 40


class Answers:
    """Holds rows by what was asked, so many bytes at most: those that nobody has asked for longest go first.

    Safe to share between threads. What is held must not be changed by who gets it.
    """

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most, self._bytes = most, 0
        self._held: OrderedDict[Hashable, tuple[int, tuple[Any, ...]]] = OrderedDict()
        self._lock = Lock()

    def get(self, asked: Hashable) -> tuple[Any, ...] | None:
        """The rows that were kept under this, None where there are none."""
        with self._lock:
            found = self._held.get(asked)
            if found is None:
                return None
            self._held.move_to_end(asked)
            return found[1]

    def keep(self, asked: Hashable, rows: tuple[Any, ...], size: int) -> None:
        """Keeps rows of so many bytes; an answer that would push most others out is not kept."""
        if size > self._most // 2:
            return
        with self._lock:
            self._bytes += size - self._held.pop(asked, (0, ()))[0]
            self._held[asked] = size, rows
            while self._bytes > self._most:
                self._bytes -= self._held.popitem(last=False)[1][0]
