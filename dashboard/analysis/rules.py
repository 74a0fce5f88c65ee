"""The rules in words and tables, for the page /om, docs/method.md and the specification tests alike."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "method"
_TABLE = re.compile(r"<!-- (?P<name>\S+) -->\n\*\*(?P<caption>.+)\*\*\n\n(?P<lines>(?:\|.*\|\n)+)")


@dataclass(frozen=True, slots=True)
class RuleTable:
    """Cases of a rule, each row with what comes out; '–' is nothing. `name` says how the tests run it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One rule: its `text` in plain paragraphs with an empty line between them, then its tables."""

    title: str
    text: str
    tables: tuple[RuleTable, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n\n"))


@cache
def chapters() -> tuple[Chapter, ...]:
    """All chapters in their order; raises ValueError for a file that is not in the form of the others."""
    found = sorted(_FOLDER.glob("*.md"), key=_place)
    return tuple(_chapter(path.read_text(encoding="utf-8"), path.name) for path in found)


def _place(path: Path) -> tuple[int, str]:
    """By the number that the file's name begins with, 10 after 9."""
    return int(path.name.partition("-")[0]), path.name


def _chapter(source: str, file: str) -> Chapter:
    title, _, rest = source.partition("\n")
    tables = tuple(_table(match, file) for match in _TABLE.finditer(rest))
    text = _TABLE.sub("", rest).strip()
    if not title.startswith("# ") or "|" in text or "<!--" in text:
        raise ValueError(f"{file}: a title, paragraphs, then tables with name and caption")
    return Chapter(title.removeprefix("# "), text, tables)


def _table(match: re.Match[str], file: str) -> RuleTable:
    columns, _, *rows = (_cells(line) for line in match["lines"].splitlines())
    if not rows or any(len(row) != len(columns) for row in rows):
        raise ValueError(f"{file}: the table {match['caption']!r} is empty or has a row of another length")
    return RuleTable(match["caption"], columns, tuple(rows), match["name"])


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip("|").split("|"))
