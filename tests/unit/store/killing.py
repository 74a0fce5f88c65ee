"""Ends a commit at any line of commits.py or files.py, as an exception or as a killed process would."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

STORE = Path(__file__).resolve().parents[3] / "dashboard" / "store"
TRACED = {str(STORE / name) for name in ("commits.py", "files.py")}


class Killed(BaseException):
    """Not an Exception: nothing in the store may catch it."""


def lines_of(act: Callable[[], object]) -> int:
    """How many lines of them `act` runs."""
    return _traced(act, sys.maxsize, _raise)


def kill_at(step: int, act: Callable[[], object]) -> bool:
    """Runs `act` up to its `step`th line and raises there; whether it came that far."""
    try:
        _traced(act, step, _raise)
    except Killed:
        return True
    return False


def exit_at(step: int, act: Callable[[], object]) -> None:
    """The same, but the process ends at once: no `finally`, no `with`, no flush."""
    _traced(act, step, lambda: os._exit(9))


def _raise() -> None:
    raise Killed


def _traced(act: Callable[[], object], step: int, end: Callable[[], None]) -> int:
    seen = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal seen
        if frame.f_code.co_filename not in TRACED:
            return None
        seen += event == "line"
        if seen == step and event == "line":
            end()
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return seen
