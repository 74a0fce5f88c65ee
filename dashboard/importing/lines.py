"""A text's printed lines with their numbers, freed from contents pages and page furniture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from dashboard.importing import text_clean
from dashboard.importing.vocabulary import goal_heading, key, section_under_goal, status_line
from dashboard.model import Place

_LEADER = re.compile(r"(?:(?<!\.)\.{3}[\s.]*|…\s*|(?<!\t)\t\s*)\d{1,3}\s*$")
_RULE = re.compile(r"^[\s\-–—_=.]*$")
_PAGE_OF = re.compile(
    r"\s\d{1,3}\s?\(\d{1,3}\)\s*$|^\s*(?:sida?|sid\.)\s+\d{1,3}(?:\s*(?:av|\()\s*\d{1,3}\)?)?\s*$", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"\s(\d{1,3})\s*$")
_TABLE_WORDS = ("indik", "aktiv", "uppde", "namndi", "namnda", "enhetsi", "enhetsa", "analys", "komment")
_EDGE = 2  # lines at a page's top and bottom that can be repeated on every page
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
    """Cuts at line ends only, so that numbers are those of the file; a form feed becomes a leading blank."""
    cut = text_clean.cleaned(text).split("\n")
    pages = accumulate((line.count("\f") for line in cut), initial=1)
    return tuple(
        Line(number, line.replace("\f", " ") if line.strip() else line.replace("\f", ""), page + line.count("\f"))
        for number, (line, page) in enumerate(zip(cut, pages, strict=False), start=1)
    )


def contents_of(lines: Sequence[Line]) -> Contents:
    """Finds the contents page by its heading or its page numbers; entries may be wrapped."""
    start = next((at for at, line in enumerate(lines) if key(line.text) in ("innehallsforteckning", "innehall")), None)
    first_entry = next((at for at, line in enumerate(lines) if _entry_end(line)), None)
    if start is not None and not any(_entry_end(line) for line in lines[start : start + 3 * _ENTRY_LINES]):
        bare_entries = _without_leaders(lines, start)
        if bare_entries:
            return bare_entries
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


def _without_leaders(lines: Sequence[Line], start: int) -> Contents | None:
    """A contents page whose entries end with their page numbers alone, which never fall; the body repeats the first."""
    entries: list[str] = []
    waiting: list[str] = []
    page = last = 0
    for line in lines[start + 1 :]:
        if line.blank:
            continue
        if entries and key(line.text) == key(entries[0]):
            break
        waiting.append(line.words)
        found = _BARE_NUMBER.search(line.text)
        if found and int(found.group(1)) >= page:
            page, last = int(found.group(1)), line.number
            entries.append(_BARE_NUMBER.sub("", " ".join(waiting)))
            waiting = []
        elif len(waiting) > _ENTRY_LINES // 2:
            break
    return Contents(tuple(entries), lines[start].number, last) if len(entries) > 1 else None


def without_furniture(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines with page headers and footers blanked ('…, Verksamhetsberättelse 2(23)'), and what those said."""
    furniture = {line.number: line.words for line in lines if "\t" not in line.text and _PAGE_OF.search(line.text)}
    furniture |= _repeated([line for line in lines if line.number not in furniture])
    kept = tuple(replace(line, text="") if line.number in furniture else line for line in lines)
    return kept, tuple(furniture.values())


def _repeated(lines: Sequence[Line]) -> dict[int, str]:
    """Lines that stand first or last on many pages and differ in figures alone; only form feeds tell of pages."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if not line.blank:
            pages.setdefault(line.page, []).append(line)
    edges = [line for page in pages.values() for line in (*_edge(page), *_edge(page[::-1]))] if len(pages) > 1 else []
    seen: dict[str, set[int]] = {}
    for line in edges:
        seen.setdefault(_masked(line), set()).add(line.page)
    often = {words for words, on in seen.items() if len(on) >= max(2, 0.3 * len(pages))}
    return {line.number: line.words for line in edges if _masked(line) in often}


def _edge(page: Sequence[Line]) -> list[Line]:
    """The outermost lines, up to the first that belongs to a report's own form."""
    form = (key(line.text).startswith(_TABLE_WORDS) or _of_form(line.words) for line in page)
    return list(page[: min(_EDGE, next((at for at, known in enumerate(form) if known), _EDGE))])


def _of_form(words: str) -> bool:
    return bool(goal_heading(words)) or section_under_goal(words) or status_line(words) is not None


def _masked(line: Line) -> str:
    return re.sub(r"\d+", "#", line.words)


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
