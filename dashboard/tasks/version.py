"""Which software this is, told by its own files: what was made by another version is made anew."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from dashboard.settings import ROOT

# Code, questions, templates and rules; and the list of the libraries that draw.
_OURS = ("*.py", "*.sql", "*.typ", "*.toml", "*.md", "*.txt")


@cache
def version(assets: Path) -> str:
    """Of the software as it stood when it was first asked; some hundredths of a second, once in a process."""
    code = sorted(path for kind in _OURS for path in (ROOT / "dashboard").rglob(kind))
    looks = sorted((*assets.glob("*.css"), *assets.glob("*.svg")))
    return content([*code, *looks, ROOT / "requirements.lock"])


def content(paths: Iterable[Path]) -> str:
    """The same for the same files; one that is missing counts as empty."""
    found = hashlib.sha256()
    for path in paths:
        found.update(path.name.encode())
        found.update(path.read_bytes() if path.is_file() else b"")
    return found.hexdigest()
