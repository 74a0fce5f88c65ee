"""Pictures of a PDF's pages with places marked, drawn in a process of its own and kept for the next time."""

import hashlib
import json
import os
import secrets
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from dashboard.settings import ROOT

Box = tuple[float, float, float, float]
PAINTER = "dashboard.importing.painter"
_SECONDS = 20
_AT_ONCE = threading.Semaphore(2)
_KEPT = 300


def is_pdf(path: Path) -> bool:
    """Whether the file has pages that can be drawn."""
    try:
        with path.open("rb") as file:
            return file.read(5) == b"%PDF-"
    except OSError:
        return False


def picture(
    path: Path, page: int, boxes: Sequence[Box], *, shelf: Path, whole: bool = False, guarded: bool = False
) -> Path | None:
    """A PNG of the page around the boxes, the first of them marked strongest; None where there can be none.

    `guarded` shows little more than the boxes, and nothing where names, numbers or addresses of people stand there.
    `shelf` is the folder where pictures are kept; the oldest go when it is full.
    """
    asked = {"page": page, "boxes": [list(box) for box in boxes], "whole": whole, "guarded": guarded}
    mark = hashlib.sha256(json.dumps([path.as_posix(), asked]).encode()).hexdigest()[:24]
    target = shelf / f"{mark}.png"
    if target.exists() or (is_pdf(path) and _painted(path, asked, target)):
        return target
    return None


def _painted(path: Path, asked: dict[str, object], target: Path) -> bool:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _make_room(target.parent)
        new = target.with_name(f"{secrets.token_hex(8)}.new")
        request = {**asked, "path": str(path.absolute()), "target": str(new.absolute())}
        try:
            if not ran(PAINTER, json.dumps(request).encode()) or not new.exists():
                return False
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def ran(module: str, request: bytes) -> bool:
    """Runs a module of ours in a process of its own, with the request on its stdin; whether it did what was asked."""
    known = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    with _AT_ONCE:
        try:
            done = subprocess.run(  # noqa: S603 -- our own interpreter and module
                [sys.executable, "-P", "-m", module],
                input=request, env=known | {"PYTHONPATH": str(ROOT)}, timeout=_SECONDS, check=False,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return False
    return done.returncode == 0


def _make_room(shelf: Path) -> None:
    kept = sorted(shelf.glob("*.png"), key=lambda file: file.stat().st_mtime)
    for file in kept[: max(0, len(kept) - _KEPT + 1)]:
        file.unlink(missing_ok=True)
