"""A reader's process whose reader does what the file says: `python -m tests.unit.importing.misbehaving`."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from dashboard.importing import guard, pipeline, progress, worker

_read = pipeline.read_counted
_shut = guard.shut
_folders: list[Path] = []
_EVERY_ANSWER = range(3, 10)


def _spin(_: Path) -> NoReturn:
    while True:
        pass


def _sleep(_: Path) -> None:
    time.sleep(600)


def _wait(_: Path) -> None:
    time.sleep(1.6)


def _grow(_: Path) -> None:
    held = [bytearray(10_000_000) for _ in range(1000)]
    raise AssertionError(len(held))


def _recurse(path: Path) -> None:
    _recurse(path)


def _abort(_: Path) -> None:
    os.abort()


def _killed(_: Path) -> None:
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def _leave(_: Path) -> None:
    os._exit(0)


def _fault(_: Path) -> None:
    raise KeyError("något oväntat")


def _answer(content: bytes) -> Callable[[Path], None]:
    """Writes to every place where an answer could go, as a reader could that a file has taken over."""

    def write(_: Path) -> None:
        for place in _EVERY_ANSWER:
            try:
                os.write(place, content)
            except OSError:
                continue
        time.sleep(600)

    return write


def _flood(_: Path) -> None:
    for place in _EVERY_ANSWER:
        try:
            while os.write(place, b"x" * 1_000_000):
                pass
        except OSError:
            continue


def _chatter(_: Path) -> None:
    print("ett bibliotek pratar " * 10_000)
    os.write(1, b"och skriver\n" * 10_000)


def _litter(_: Path) -> None:
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(b"x" * 1000)
    Path("kvarglömd").write_text("x")
    _sleep(_)


def _large_file(path: Path) -> None:
    with Path("stor").open("wb", buffering=0) as file:
        for _ in range(100):
            file.write(b"x" * 1_000_000)


def _pages(_: Path) -> None:
    progress.tell(1, 3)
    progress.tell(2, 3)
    _sleep(_)


def _wait_for_the_other(path: Path) -> None:
    other = path.with_name("a" if path.name == "b" else "b")
    while not other.with_suffix(".pid").exists():
        time.sleep(0.01)


def _tell_environment(path: Path) -> None:
    path.with_suffix(".environment").write_text("\n".join(os.environ))


def _attempts(path: Path) -> dict[str, Callable[[], object]]:
    """What a reader that a file has taken over would try."""
    return {
        "write inside": lambda: Path("eget").write_text("x"),
        "write outside": lambda: path.with_suffix(".outside").write_text("x"),
        "write upwards": lambda: Path("../utanför").write_text("x"),
        "delete": path.unlink,
        "move": lambda: path.rename("flyttad"),
        "make a folder": path.with_suffix(".folder").mkdir,
        "ask for a host": lambda: socket.getaddrinfo("localhost", 80),
        "connect": lambda: socket.create_connection(("127.0.0.1", 9)),
        "listen": lambda: socket.create_server(("127.0.0.1", 0)),
        "run a program": lambda: subprocess.run([sys.executable, "--version"], check=False),
        "run a shell": lambda: os.system("true"),  # noqa: S605
    }


def _try_everything(path: Path) -> None:
    """Shuts itself in as the worker asked to be, tries, and tells through a file that was open before."""
    with path.with_suffix(".told").open("w") as told:
        _shut(_folders[0])
        for name, attempt in _attempts(path).items():
            try:
                attempt()
                told.write(f"{name}: done\n")
            except PermissionError:
                told.write(f"{name}: refused\n")


DEEDS: dict[str, Callable[[Path], None]] = {
    "spin": _spin,
    "sleep": _sleep,
    "wait": _wait,
    "grow": _grow,
    "recurse": _recurse,
    "abort": _abort,
    "killed": _killed,
    "leave": _leave,
    "fault": _fault,
    "nonsense": _answer(b"\xff\x00{{{\n"),
    "no report": _answer(b'{"report": 1, "counts": {}}\n'),
    "half a report": _answer(b'{"report": [["a"], [], [], [], [], [], []], "counts": {}}\n'),
    "not a number": _answer(b'{"report": NaN, "counts": {}}\n'),
    "deep": _answer(b"[" * 50_000 + b"\n"),
    "pages backwards": _answer(b'{"page": [2, 3]}\n{"page": [1, 3]}\n'),
    "pages of another kind": _answer(b'{"page": 1}\n'),
    "flood": _flood,
    "chatter": _chatter,
    "litter": _litter,
    "large file": _large_file,
    "pages": _pages,
    "meet": _wait_for_the_other,
    "environment": _tell_environment,
    "try everything": _try_everything,
    "nothing": lambda path: None,
}


def read(path: Path, *others: Any, **more: Any) -> Any:
    """Does what the file's first line says, then reads the rest of it."""
    path.with_suffix(".pid").write_text(str(os.getpid()))
    deed, _, report = path.read_text(encoding="utf-8").partition("\n")
    DEEDS[deed](path)
    rest = path.with_suffix(".txt")
    rest.write_text(report, encoding="utf-8")
    return _read(rest, *others, **more)


if __name__ == "__main__":
    pipeline.read_counted = read
    setattr(guard, "shut", _folders.append)  # noqa: B010 - these readers write beside their files; one of them shuts itself in later
    sys.setrecursionlimit(1000)
    worker.main()
