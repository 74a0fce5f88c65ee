"""A text's printed lines with their numbers, freed from contents pages and page furniture."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from dashboard.importing.vocabulary import key
from dashboard.model import Place

_LEADER = re.compile(r"(?:\.{3,}[\s.]*|…\s*|\t\s*)\d{1,3}\s*$")
_RULE = re.compile(r"^[\s\-–—_=.]*$")
_PAGE_OF = re.compile(
    r"\s\d{1,3}\s?\(\d{1,3}\)\s*$|^\s*(?:sida?|sid\.)\s+\d{1,3}(?:\s*(?:av|\()\s*\d{1,3}\)?)?\s*$", re.IGNORECASE
)
_ENTRY_LINES = 8  # an entry of the contents page is wrapped over a few lines at most, with blank ones between


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; `text` keeps its blanks, since they tell empty cells. `number` counts from 1 in the file.

    `page` counts the form feeds before it.
    """

    number: int
    text: str
    page: int = 1

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def words(self) -> str:
        """The line's words with single blanks between them."""
        return " ".join(self.text.split())

    @property
    def place(self) -> Place:
        return Place(line=self.number)


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents page: its entries without page numbers, and the lines that it takes, 0 where there is none."""

    entries: tuple[str, ...] = ()
    first: int = 0
    last: int = 0


def lines_of(text: str) -> tuple[Line, ...]:
    """Cuts at newlines only, so that numbers are those of the file; a form feed becomes a leading blank."""
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    cut = text.split("\n")
    pages = accumulate((line.count("\f") for line in cut), initial=1)
    return tuple(
        Line(number, line.removesuffix("\r").replace("\f", " "), page + line.count("\f"))
        for number, (line, page) in enumerate(zip(cut, pages, strict=False), start=1)
    )


def contents_of(lines: Sequence[Line]) -> Contents:
    """Finds the contents page by its heading or its page numbers; entries may be wrapped."""
    start = next((at for at, line in enumerate(lines) if key(line.text) == "innehallsforteckning"), None)
    first_entry = next((at for at, line in enumerate(lines) if _entry_end(line)), None)
    if first_entry is None or (start is not None and first_entry < start):
        return Contents() if start is None else Contents((), lines[start].number, lines[start].number)
    begin = first_entry if start is None else start + 1
    entries: list[str] = []
    waiting: list[str] = []
    last = lines[first_entry].number
    for line in lines[begin:]:
        if line.blank or _RULE.match(line.text):
            continue
        waiting.append(_LEADER.sub("", line.text).strip())
        if _entry_end(line):
            entries.append(" ".join(waiting))
            waiting, last = [], line.number
        elif len(waiting) > _ENTRY_LINES:
            break
    return Contents(tuple(entries), lines[begin - 1 if start is not None else begin].number, _past_rules(lines, last))


def without_furniture(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines with page headers and footers blanked ('…, Verksamhetsberättelse 2(23)'), and what those said."""
    furniture = {line.number: line.words for line in lines if "\t" not in line.text and _PAGE_OF.search(line.text)}
    kept = tuple(replace(line, text="") if line.number in furniture else line for line in lines)
    return kept, tuple(furniture.values())


def double_spaced(lines: Sequence[Line]) -> bool:
    """Whether nearly every printed line stands alone between blank ones, as in a document with double line spacing."""
    filled = [at for at, line in enumerate(lines) if not line.blank]
    alone = sum(1 for at in filled if at + 1 == len(lines) or lines[at + 1].blank)
    return len(filled) > 20 and alone > 0.7 * len(filled) and not any("\t" in line.text for line in lines)


def ends_with_blank(lines: Sequence[Line]) -> bool:
    """Whether printed lines keep a blank at their end, which a line broken in the middle of a word then lacks."""
    filled = [line for line in lines if not line.blank]
    return len(filled) > 5 and sum(line.text.endswith(" ") for line in filled) > 0.8 * len(filled)


def _entry_end(line: Line) -> bool:
    return bool(_LEADER.search(line.text)) and line.text.count("\t") <= 1 and any(c.isalpha() for c in line.text)


def _past_rules(lines: Sequence[Line], last: int) -> int:
    """Takes the ruled lines ('---') that close a contents page."""
    while last < len(lines) and lines[last].text.strip() and _RULE.match(lines[last].text):
        last += 1
    return last
