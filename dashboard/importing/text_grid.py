"""The columns of a table whose text kept its positions, as `pdftotext -layout` prints it: by the header's words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard.importing import columns, text_header
from dashboard.importing.columns import Column, Header
from dashboard.importing.lines import Line
from dashboard.importing.text_words import Piece, pieces
from dashboard.importing.vocabulary import key

WORD = re.compile(r"\S+")
VALUE = re.compile(r"^[≥≤<>~±+\-−–]?\d[\d\u00a0.,]*%?$")
NEAR = 1  # characters: letters of different widths move a column so little when printed in fixed places
SHIFT = 3  # characters that a column of a header with single blanks drifts at most
STRICT = 0.2  # the same where the header stands on another page
_TIE = 0.38  # of the way to the next column: a value further out than this could be of either
_MOST_LINES = 9
_MOST_WORDS = 48  # of one header, broken words and all
_FIRST_WORDS = (
    "indik",
    "namndind",
    "namndensind",
    "enhetsind",
    "enhetensind",
    "aktiv",
    "uppdel",
    "namndakt",
    "enhetsakt",
)
_WAYS = [(percent, shift) for percent in range(85, 121) for shift in range(-3, 7)]
_FEW = 6  # pieces that tell how a table was stretched
_TOLD = 2  # pieces that tell where a column has drifted to
_ONE_ROW = 8  # figures: so few meet a stretched header by chance


EDGES: tuple[Callable[[float, float], float], ...] = (
    lambda start, end: start,
    lambda start, end: end,
    lambda start, end: (start + end) / 2,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a column's cells stand: at which of the edges (left, right, middle) they are set, and where that is."""

    edge: int
    at: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A header with the extents of its cells, and whether the values under it begin where the header's words do.

    `marks`: where the cells under it stand, None for a column that is known by its header alone. `tie` is how far out
    of the way to the next column a value may stand and still be this column's; `page` is where the header begins.
    """

    header: Header
    spans: tuple[tuple[int, int], ...]
    left: bool = True
    tie: float = _TIE
    page: int = 1
    marks: tuple[Mark | None, ...] = ()

    def marked(self, marks: tuple[Mark | None, ...]) -> "Grid":
        """The same grid with these marks, its spans moved to them."""
        by = [
            round(mark.at - EDGES[mark.edge](*span)) if mark else 0
            for mark, span in zip(marks, self.spans, strict=True)
        ]
        spans = tuple((start + far, end + far) for far, (start, end) in zip(by, self.spans, strict=True))
        return replace(self, marks=marks, spans=spans)

    def off(self, number: int, piece: Piece) -> float:
        """How many characters the piece stands off from the column."""
        start, end = self.spans[number]
        mark = self.marks[number] if self.marks else None
        if mark:
            return abs(EDGES[mark.edge](piece.start, piece.end) - mark.at)
        if self.left:
            return abs(piece.start - start)
        return min(abs(piece.end - end), abs(piece.start + piece.end - start - end) / 2, abs(piece.start - start))

    @property
    def name(self) -> int:
        """The number of the column that holds the row's name."""
        return _first(self.header.columns)

    def number(self, *wanted: Column) -> int | None:
        """The number of the first of these columns that the header has."""
        return next((found for column in wanted if (found := self.header.place(column)) is not None), None)

    def crossed(self, piece: Piece) -> list[int]:
        """The columns that begin inside the piece."""
        if " " not in piece.text:
            return []
        if not self.left and sum(piece.start < end and start < piece.end for start, end in self.spans) < 2:
            return []
        words = {piece.start + found.start() for found in WORD.finditer(piece.text)}
        return [
            n for n, (start, _) in enumerate(self.spans)
            if piece.start + SHIFT < start < piece.end - 1
            or (piece.start + NEAR < start < piece.end and start in words)
        ]  # fmt: skip


@lru_cache(maxsize=100)
def _first(found: tuple[Column, ...]) -> int:
    return next(number for number, column in enumerate(found) if column)


def header_at(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """The header that begins at this line, the longest that its columns' names allow, and how many lines it takes."""
    window = _window(lines, at)
    if not any(_may_begin(line.text) for _, line in window[:5]):
        return None
    for count in range(len(window), 0, -1):
        printed = [line for _, line in window[:count]]
        if sum(len(line.text.split()) for line in printed) > _MOST_WORDS:
            continue
        found = text_header.cells_of(printed)
        header = columns.of_cells(tuple(cell.text for cell in found))
        if header:
            spans = tuple((cell.start, cell.end) for cell in text_header.on_own_page(found, printed))
            return Grid(header, spans, page=lines[at].page), window[count - 1][0] - at + 1
    return None


def _window(lines: Sequence[Line], at: int) -> list[tuple[int, Line]]:
    """The next printed lines, with no more than one blank line between two of them save at a page's end."""
    found: list[tuple[int, Line]] = []
    for number in range(at, min(len(lines), at + 2 * _MOST_LINES)):
        line = lines[number]
        if line.blank:
            continue
        new_page = bool(found) and line.page != found[-1][1].page
        if (not found and number > at) or (found and number - found[-1][0] > (8 if new_page else 2)):
            break
        if _may_begin(line.text) and any(line.words == before.words for _, before in found):
            break  # the header printed again
        if len(found) == _MOST_LINES or "\t" in line.text or not all(map(columns.header_word, line.text.split())):
            break
        found.append((number, line))
    return found


def _may_begin(text: str) -> bool:
    first = next(iter(pieces(text)), None)
    return first is not None and key(first.text).startswith(_FIRST_WORDS)


def fitted(grid: Grid, lines: Sequence[Line], *, stretch: bool = True) -> Grid:
    """The grid moved to where the values under it begin, and whether they begin where the header's words do."""
    beyond = grid.spans[grid.name][0] + SHIFT
    found = [part for line in lines for part in pieces(line.text) if part.start > beyond]
    grid = _stretched(grid, [part.start for part in found]) if stretch and not _stands(grid, found) else grid
    starts = [start for start, _ in grid.spans]
    moved = [start if n == grid.name else _shifted(starts, n, found) for n, start in enumerate(starts)]
    spans = tuple((to, to + end - start) for to, (start, end) in zip(moved, grid.spans, strict=True))
    values = [part for part in found if VALUE.match(part.text.split(" ")[0])]
    exact = sum(1 for part in values if min(abs(part.start - start) for start in moved) <= NEAR)
    return replace(grid, spans=spans, left=exact >= 0.6 * len(values))


def _stands(grid: Grid, found: Sequence[Piece]) -> bool:
    """Whether figures stand under the cells of the header as it is: at right edges, in the middles or over them."""
    values = [part for part in found if VALUE.match(part.text.split(" ")[0])]
    ends = sum(1 for part in values if min(abs(part.end - end) for _, end in grid.spans) <= NEAR)
    middles = sum(1 for part in values if min(abs(part.start + part.end - sum(s)) for s in grid.spans) <= 2 * NEAR)
    over = sum(1 for part in values if sum(part.start < end and start < part.end for start, end in grid.spans) == 1)
    return max(ends, middles) > 0.7 * len(values) or (len(values) <= _ONE_ROW and over > 0.9 * len(values))


def _stretched(grid: Grid, found: Sequence[int]) -> Grid:
    """The grid moved and stretched a little where values then begin at its columns: signs and long names move a row."""
    origin = grid.spans[grid.name][0]
    if len(found) < _FEW:
        return grid
    hits = {way: _hits(_by(grid, origin, *way), found) for way in _WAYS}
    best = max(hits, key=lambda way: (hits[way], -abs(way[0] - 100) - abs(way[1])))
    if hits[best] < 0.8 * len(found) or hits[best] - hits[100, 0] < 0.25 * len(found):
        return grid
    starts = _by(grid, origin, *best)
    spans = tuple((to, to + end - start) for to, (start, end) in zip(starts, grid.spans, strict=True))
    return replace(grid, spans=spans)


def _by(grid: Grid, origin: int, percent: int, shift: int) -> list[int]:
    return [
        start if n == grid.name else round(origin + (start - origin) * percent / 100) + shift
        for n, (start, _) in enumerate(grid.spans)
    ]


def _hits(starts: Sequence[int], found: Sequence[int]) -> int:
    """How many pieces begin at a column, where three columns or more are met."""
    near = {start + by: start for start in starts for by in (-1, 0, 1)}
    met = [near[at] for at in found if at in near]
    return len(met) if len(set(met)) >= min(3, len(starts) - 1) else 0


def _shifted(starts: Sequence[int], number: int, found: Sequence[Piece]) -> int:
    """Where most pieces near this column begin: header words with single blanks between drift a little."""
    start = starts[number]
    near = [part.start for part in found if _closest(starts, part.start) == number and abs(part.start - start) <= SHIFT]
    if start in near or len(near) < _TOLD:
        return start
    best = max(set(near), key=lambda at: (near.count(at), -abs(at - start)))
    return best if near.count(best) > 0.6 * len(near) else start


def _closest(starts: Sequence[int], at: int) -> int:
    return min(range(len(starts)), key=lambda number: abs(starts[number] - at))
