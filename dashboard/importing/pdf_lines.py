"""A PDF's pages as lines in reading order, freed from page headers and footers, with the icons beside them."""

import itertools
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Sequence
from statistics import median

from dashboard.importing import icons
from dashboard.importing.document import Icon
from dashboard.importing.pdf_header import header_at
from dashboard.importing.pdf_marks import Line, Page, Word
from dashboard.importing.vocabulary import goal_heading, section_under_goal, status_line
from dashboard.model import Place

_SAME_BASE = 0.18  # of the size: words whose base lines differ less stand on one line
_EDGE = 0.14  # of the page's height: headers and footers stand no further in
_PAGE_NUMBER = re.compile(
    r"^(?:sida?n?|sid\.)?\s*\d{1,3}(?:\s?(?:\(\d{1,3}\)|/\s?\d{1,3}|av\s\d{1,3}))?$", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s\d{1,3}\s?\(\d{1,3}\)$")


def lines_of(page: int, words: Sequence[Word], found: Sequence[Icon]) -> list[Line]:
    """The words' lines from top to bottom; each icon is put to the line beside it, or is a line of its own."""
    signs: list[Icon] = list(found)
    plain: list[Word] = []
    for word in words:
        icon = _as_icon(page, word)
        if icon:
            signs.append(icon)
        else:
            plain.append(word)
    lines = _collected(page, plain)
    for icon in sorted(signs, key=lambda one: (one.place.box or (0, 0, 0, 0))[0]):
        _place(lines, icon)
    return lines


def _as_icon(page: int, word: Word) -> Icon | None:
    """The coloured character that stands alone as an icon; in black it stays a letter, which the grammar knows."""
    shape = icons.CHARACTERS.get(word.text)
    found = icons.hue(*word.face.colour)
    if shape is None and not (found.council and _is_sign(word.text)):
        return None
    if found.status is None and not found.council and not found.unknown:
        return None
    return icons.of_colour(word.face.colour, Place(page=page, box=(word.x0, word.top, word.x1, word.bottom)), shape)


def _is_sign(text: str) -> bool:
    """Whether it is a drawn sign such as a star, which the council's own indicators have in blue."""
    return len(text) == 1 and unicodedata.category(text) in ("So", "Co")


def _collected(page: int, words: Sequence[Word]) -> list[Line]:
    lines: list[Line] = []
    for word in sorted(words, key=lambda one: one.base):
        last = lines[-1] if lines else None
        if last and word.base - last.base <= max(1.0, _SAME_BASE * min(word.face.size, last.words[0].face.size)):
            last.words.append(word)
            last.top, last.bottom = min(last.top, word.top), max(last.bottom, word.bottom)
        else:
            lines.append(Line(page, [word], word.top, word.bottom, word.base))
    for line in lines:
        line.words.sort(key=lambda one: one.x0)
    return lines


def _place(lines: list[Line], icon: Icon) -> None:
    box = icon.place.box or (0.0, 0.0, 0.0, 0.0)
    middle = (box[1] + box[3]) / 2
    beside = [line for line in lines if line.top - 1 <= middle <= line.bottom + 1]
    if beside:
        min(beside, key=lambda line: abs((line.top + line.bottom) / 2 - middle)).icons.append(icon)
        return
    line = Line(icon.place.page or 0, [], box[1], box[3], box[3], [icon])
    lines.insert(bisect_left([one.base for one in lines], line.base), line)


def without_furniture(pages: Sequence[Page]) -> tuple[str, ...]:
    """Takes page headers and footers away: what pages repeat at one height, and page numbers. Gives what they said."""
    seen = Counter(
        mark for page in pages for mark in {_mark(line, page) for line in page.lines if _at_edge(line, page)}
    )
    least = 2 if len(pages) < 6 else max(3, round(0.25 * len(pages)))
    numbering = _numbering(pages)
    said: list[str] = []
    for page in pages:
        for lines in (page.lines, page.lines[::-1]):
            for line in list(lines):
                if not _is_furniture(line, page, seen, least if len(pages) > 1 else 99, numbering):
                    break
                page.lines.remove(line)
                said.append(line.text)
    return tuple(dict.fromkeys(said))


def _numbering(pages: Sequence[Page]) -> set[int]:
    """By how much page numbers may differ from the pages' own: a number alone may be the end of a row's name."""
    alone = [
        {int(line.text) - page.number for line in page.lines if line.text.isdecimal() and _at_edge(line, page)}
        for page in pages
    ]
    found = Counter(away for one in alone for away in one).most_common(1)
    return {0} | {away for away, count in found if count > 1}


def _is_furniture(
    line: Line, page: Page, seen: Counter[tuple[str, int]], least: int, numbering: Container[int]
) -> bool:
    if not _at_edge(line, page) or header_at(page.lines, page.lines.index(line), page):
        return False  # a table's header that pages repeat is none of theirs
    if status_line(line.text) or goal_heading(line.text) or section_under_goal(line.text):
        return False  # nor is what the report itself says on many pages, and by chance at one height
    if line.text.isdecimal():
        return len(line.text) <= 3 and int(line.text) - page.number in numbering
    if _PAGE_NUMBER.match(line.text) or _NUMBERED.search(line.text):
        return True
    words, height = _mark(line, page)
    return bool(words) and sum(seen[words, height + near] for near in (-1, 0, 1)) >= least


def _at_edge(line: Line, page: Page) -> bool:
    return line.bottom < _EDGE * page.height or line.top > (1 - _EDGE) * page.height


def _mark(line: Line, page: Page) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.base / 3)


def width_of_blanks(pages: Sequence[Page]) -> float:
    """How much wider the blanks between words are than in most fonts: twice in one with letters of one width."""
    shares = [
        (after.x0 - word.x1) / word.face.size
        for page in pages
        for line in page.lines
        for word, after in itertools.pairwise(line.words)
        if 0.1 < (after.x0 - word.x1) / word.face.size < 0.9
    ]
    return max(1.0, median(shares) / 0.3) if shares else 1.0


def leading(lines: Sequence[Line]) -> float:
    """The usual distance between base lines of wrapped text, as a share of the text's size."""
    shares = [
        (after.base - line.base) / line.size
        for line, after in itertools.pairwise(lines)
        if line.page == after.page and line.words and after.words and 0 < after.base - line.base < 1.7 * line.size
    ]
    return median(shares) if shares else 1.25
