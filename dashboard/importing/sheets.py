"""What stands in a file around a place: its tables and lines as they are printed, read aside and kept for next time.

For files without pages to draw (Word, Excel, text). Names, numbers and addresses of people are taken out; what stands
before the first goal is none of it.
"""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from dashboard.importing import codec
from dashboard.importing.page_pictures import is_pdf, ran
from dashboard.model import Place

READER = "dashboard.importing.sheet_reader"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row's cells in the order of its header."""

    cells: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the report, with the header as it is printed."""

    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class InFile:
    """All tables of the report's own kinds, and a text's lines."""

    sheets: tuple[Sheet, ...] = ()
    lines: tuple[Line, ...] = ()


NOTHING = InFile()


def in_file(path: Path, shelf: Path) -> InFile:
    """What the file prints, from `shelf` where it was read before; nothing of a PDF, or where it can't be read."""
    if is_pdf(path) or not path.exists():
        return NOTHING
    kept = shelf / f"{path.parent.name[:16]}-{path.stem[:16]}.json"
    if not kept.exists():
        _read(path, kept)
    try:
        return codec.decode(InFile, json.loads(kept.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return NOTHING


def _read(path: Path, kept: Path) -> None:
    """A file that could not be read is not tried again: nothing is kept for it."""
    new = kept.with_name(f"{secrets.token_hex(8)}.new")
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        request = {"path": str(path.absolute()), "target": str(new.absolute())}
        if not ran(READER, json.dumps(request).encode()) or not new.exists():
            new.write_text(json.dumps(codec.encode(NOTHING)), encoding="utf-8")
        new.replace(kept)
    except OSError:
        return
    finally:
        new.unlink(missing_ok=True)
