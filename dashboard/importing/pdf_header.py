"""A table's header on a PDF page: its words' left edges tell the columns, however the words are wrapped and broken."""

import itertools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.importing import columns
from dashboard.importing.columns import Header, Shape
from dashboard.importing.pdf_marks import Line, Page, Rule, Word
from dashboard.importing.vocabulary import key

_GAPS = (1.3, 0.9, 0.6, 0.42, 0.33)  # of the size: how wide a gap parts two cells, the widest tried first
_MOST_LINES = 8
_YEAR_BEGUN = re.compile(r"(?<!\w)20?\d?$")
_FIRST_WORDS = (
    "indika",
    "namndind",
    "namndensind",
    "enhetsind",
    "enhetensind",
    "enhetind",
    "aktiv",
    "uppdel",
    "namndakt",
    "enhetsakt",
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A header's cell: its words and where they stand."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class FoundHeader:
    """A recognised header: its columns, its cells from left to right, and how many lines it takes."""

    header: Header
    cells: tuple[Cell, ...]
    lines: int
    top: float
    bottom: float
    size: float


def header_at(lines: Sequence[Line], at: int, page: Page) -> FoundHeader | None:
    """The header whose first line this is, the longest that its columns' names allow."""
    if not key(lines[at].text):
        return None
    window = _window(lines, at)
    if not any(_may_begin(word) for line in window[:5] for word in line.words[:3]):
        return None
    for gap in _GAPS:
        for count in range(len(window), 0, -1):
            part = window[:count]
            cells = _cells(part, gap * min(1.5, page.wide), page.upright)
            header = columns.of_apart(tuple(cell.text for cell in cells))
            if header and not _goes_on(window[count:]):
                return _found(header, cells, part)
    for count in range(len(window), 0, -1):
        cells = _cells_by_names(window[:count])
        header = columns.of_apart(tuple(cell.text for cell in cells))
        if header and not _goes_on(window[count:]):
            return _found(header, cells, window[:count])
    return None


def _goes_on(rest: Sequence[Line]) -> bool:
    """Whether further columns are named on the next lines: what stands above them are names over several."""
    named = {
        word.text for line in rest for word in line.words
        if any(columns.widely_named(word.text, shape) for shape in Shape)
    }  # fmt: skip
    return len(named) > 1


def _found(header: Header, cells: tuple[Cell, ...], part: Sequence[Line]) -> FoundHeader:
    last = [line for line in part if line.page == part[-1].page]
    top, bottom = min(line.top for line in last), max(line.bottom for line in last)
    return FoundHeader(header, cells, len(part), top, bottom, part[0].size)


def _cells_by_names(header: Sequence[Line]) -> tuple[Cell, ...]:
    """Cells that stand no further apart than words do, parted so that each is a column's name."""
    words = [word for line in header for word in line.words]
    rows = {id(line): [(word.x0, word.x1) for word in line.words] for line in (header[0], header[-1])}
    for base in (*rows.values(), _stacked(words)):
        edges = [-math.inf, *((one[1] + two[0]) / 2 for one, two in itertools.pairwise(base)), math.inf]
        for shape in Shape:
            cells = _named_from(words, edges, 0, shape)
            if cells:
                return cells
    return ()


def _stacked(words: Sequence[Word]) -> list[tuple[float, float]]:
    """The stretches that words above one another take together."""
    found: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda one: one.x0):
        if found and word.x0 < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], word.x1)
        else:
            found.append((word.x0, word.x1))
    return found


def _named_from(words: Sequence[Word], edges: Sequence[float], at: int, shape: Shape) -> tuple[Cell, ...] | None:
    """The cells from this edge on; None where the words there can't be parted into columns of this table."""
    if at == len(edges) - 1:
        return ()
    for end in range(at + 1, len(edges)):
        inside = [word for word in words if edges[at] <= word.middle < edges[end]]
        text = _wrapped([word.text for word in inside])
        if columns.widely_named(text, shape):
            rest = _named_from(words, edges, end, shape)
            if rest is not None:
                return (Cell(text, min(word.x0 for word in inside), max(word.x1 for word in inside)), *rest)
    return None


def _may_begin(word: Word) -> bool:
    """Whether it is a first column's first word; in a narrow column only the word's beginning stands there."""
    begun = key(word.text)
    return begun.startswith(_FIRST_WORDS) or (len(begun) > 3 and any(first.startswith(begun) for first in _FIRST_WORDS))


def _window(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines that a header may take, of its words alone; a page's end may part them."""
    window = [lines[at]] if lines[at].words and _of_header(lines[at]) else []
    for line in lines[at + 1 : at + _MOST_LINES] if window else ():
        before = window[-1]
        if line.page > before.page + 1 or (line.page > before.page and abs(line.size - before.size) > 0.3):
            break
        if line.page == before.page and line.base - before.base > 2.4 * before.size:
            break
        if not _of_header(line):
            break
        window.append(line)
    return window


def _of_header(line: Line) -> bool:
    return all(columns.column_word(word.text) for word in line.words)


def _cells(lines: Sequence[Line], gap: float, upright: Sequence[Rule]) -> tuple[Cell, ...]:
    """Words with small gaps between them are one piece, and pieces above one another one cell."""
    cells: list[tuple[float, float, list[str]]] = []
    rows = [pieces(line, gap, upright) for line in lines]
    for number, row in enumerate(rows):
        for piece in row:
            if any(_spans(piece, lower) for lower in rows[number + 1 :]):
                continue
            x0, x1, words = piece[0].x0, piece[-1].x1, " ".join(word.text for word in piece)
            over = [cell for cell in cells if cell[0] < x1 - 0.5 and x0 < cell[1] - 0.5]
            texts = [text for cell in over for text in cell[2]] + [words]
            cells = [cell for cell in cells if cell not in over]
            cells.append((min([x0, *(cell[0] for cell in over)]), max([x1, *(cell[1] for cell in over)]), texts))
    return tuple(Cell(_wrapped(texts), x0, x1) for x0, x1, texts in sorted(cells, key=lambda cell: cell[0]))


def _spans(piece: Sequence[Word], lower: Sequence[Sequence[Word]]) -> bool:
    """Whether these words are a name over several columns: they reach over two cells, or in between."""
    x0, x1 = piece[0].x0, piece[-1].x1
    under = [cell for cell in lower if cell[0].x0 < x1 and x0 < cell[-1].x1]
    return len(under) > 1


def pieces(line: Line, gap: float, upright: Sequence[Rule]) -> list[list[Word]]:
    """The line's words parted at wide gaps and at upright rules."""
    parts: list[list[Word]] = []
    crossing = [rule.at for rule in upright if rule.start < line.base - 1 < rule.end]
    for word in line.words:
        last = parts[-1][-1] if parts else None
        if last and word.x0 - last.x1 < gap * word.face.size and not _parted(last, word, crossing):
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def _parted(before: Word, after: Word, crossing: Sequence[float]) -> bool:
    return any(before.x1 - 1 <= at <= after.x0 + 1 for at in crossing)


def _wrapped(texts: Sequence[str]) -> str:
    text = texts[0]
    for more in texts[1:]:
        year = _YEAR_BEGUN.search(text)
        text += more if year and re.match(rf"\d{{{4 - len(year.group())}}}(?!\d)", more) else f" {more}"
    return text
