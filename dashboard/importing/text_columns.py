"""Columns of a table whose text kept its positions, as `pdftotext -layout` prints it: told by the header's words."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.importing import columns, text_header
from dashboard.importing.columns import Column, Header
from dashboard.importing.lines import Line
from dashboard.importing.text_header import Piece, pieces
from dashboard.importing.vocabulary import key

_WORD = re.compile(r"\S+")
_MOST_LINES = 9
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
_NEAR = 1  # characters: letters of different widths move a column so little when printed in fixed places
_SHIFT = 3  # characters that a column of a header with single blanks drifts at most
_WAYS = [(percent, shift) for percent in range(85, 121) for shift in range(-3, 7)]
_FEW = 6  # pieces that tell how a table was stretched
STRICT = 0.2  # the same where the header stands on another page
_TIE = 0.38  # of the way to the next column: a value further out than this could be of either
_DATE = re.compile(r"^20\d\d-[01]\d-[0-3]\d$")
_TWO = re.compile(
    r"(?:%|\bst|\bkr)\s+[≥≤<>~±+\-−–]?\d|,\d+\s+\d|\d\s+\d+,|\d{2}\s+\d{1,2}(?!\d)|^\d{1,2}\s\d{1,2}(?!\d)"
)
_NUMBERS = frozenset(
    [Column.OUTCOME, Column.MEN, Column.WOMEN, Column.PREVIOUS, Column.FORECAST, Column.TARGET, Column.T1, Column.T2,
     Column.VB, Column.TOTAL]
)  # fmt: skip
_FIGURE_THEN_WORDS = re.compile(
    r"^([≥≤<>~±+\-−–]?\d[\d ,.]*(?:%|st|mnkr|tkr|kr)?)\s((?:Tas|tas|Öka|öka|Minska|minska|Följs)\b.*)$"
)
_PERIOD = re.compile(r"^(?:(?:VB|VP|T ?[12]|Tertial [123]) )?20\d\d$")
_KINDS = ("VB", "T1", "T2")
_VALUE = re.compile(r"^[≥≤<>~±+\-−–]?\d[\d\u00a0.,]*%?$")


@dataclass(frozen=True, slots=True)
class Grid:
    """A header with the extents of its cells, and whether the values under it begin where the header's words do.

    `tie` is how far out of the way to the next column a value may stand and still be this column's; `page` is where
    the header begins.
    """

    header: Header
    spans: tuple[tuple[int, int], ...]
    left: bool = True
    tie: float = _TIE
    page: int = 1

    @property
    def name(self) -> int:
        """The number of the column that holds the row's name."""
        return next(number for number, column in enumerate(self.header.columns) if column)

    def number(self, *wanted: Column) -> int | None:
        """The number of the first of these columns that the header has."""
        return next((found for column in wanted if (found := self.header.place(column)) is not None), None)

    def crossed(self, piece: Piece) -> list[int]:
        """The columns that begin inside the piece."""
        if " " not in piece.text:
            return []
        words = {piece.start + found.start() for found in _WORD.finditer(piece.text)}
        return [
            n for n, (start, _) in enumerate(self.spans)
            if piece.start + _SHIFT < start < piece.end - 1
            or (piece.start + _NEAR < start < piece.end and start in words)
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cells:
    """What a line holds in each column, and the pieces whose column can't be told."""

    texts: dict[int, str]
    loose: tuple[str, ...] = ()


def header_at(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """The header that begins at this line, the longest that its columns' names allow, and how many lines it takes."""
    window = _window(lines, at)
    if not any(_may_begin(line.text) for _, line in window[:5]):
        return None
    for count in range(len(window), 0, -1):
        printed = [line for _, line in window[:count]]
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
        if len(found) == _MOST_LINES or "\t" in line.text:
            break
        found.append((number, line))
    return found


def _may_begin(text: str) -> bool:
    first = next(iter(pieces(text)), None)
    return first is not None and key(first.text).startswith(_FIRST_WORDS)


def fitted(grid: Grid, lines: Sequence[Line], *, stretch: bool = True) -> Grid:
    """The grid moved to where the values under it begin, and whether they begin where the header's words do."""
    beyond = grid.spans[grid.name][0] + _SHIFT
    found = [part for line in lines for part in pieces(line.text) if part.start > beyond]
    grid = _stretched(grid, [part.start for part in found]) if stretch else grid
    starts = [start for start, _ in grid.spans]
    moved = [start if n == grid.name else _shifted(starts, n, found) for n, start in enumerate(starts)]
    spans = tuple((to, to + end - start) for to, (start, end) in zip(moved, grid.spans, strict=True))
    values = [part for part in found if _VALUE.match(part.text.split(" ")[0])]
    exact = sum(1 for part in values if min(abs(part.start - start) for start in moved) <= _NEAR)
    return replace(grid, spans=spans, left=exact >= 0.6 * len(values))


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
    near = [
        part.start for part in found if _closest(starts, part.start) == number and abs(part.start - start) <= _SHIFT
    ]
    if start in near or not near:
        return start
    best = max(set(near), key=lambda at: (near.count(at), -abs(at - start)))
    return best if near.count(best) > 0.6 * len(near) else start


def _closest(starts: Sequence[int], at: int) -> int:
    return min(range(len(starts)), key=lambda number: abs(starts[number] - at))


def placed(grid: Grid, text: str) -> Cells | None:
    """What the line holds in each column; None where its words run over the columns as running text does."""
    texts: dict[int, str] = {}
    loose: list[str] = []
    for piece in pieces(text):
        parts = _parted(grid, piece) or _value_and_words(piece)
        if parts is None:
            return None
        parts = [split for part in parts for split in (_value_and_words(part) or [part])]
        for part in parts:
            number = _column(grid, part)
            second = number in texts and _VALUE.match(part.text.split(" ")[0])
            doubled = number is not None and _holds_one(grid, number) and (second or _TWO.search(part.text))
            if doubled and number in texts:
                loose.append(texts.pop(number or 0))
            if number is None or doubled:
                loose.append(part.text)
            else:
                texts[number] = f"{texts.get(number, '')} {part.text}".strip()
    return Cells(texts, tuple(loose))


def _value_and_words(piece: Piece) -> list[Piece] | None:
    """A figure and the words of the next column, '83 Tas fram av': no figure has such words after it."""
    found = _FIGURE_THEN_WORDS.match(piece.text)
    if not found:
        return None
    at = piece.start + found.start(2)
    return [Piece(piece.start, piece.start + found.end(1), found.group(1)), Piece(at, piece.end, found.group(2))]


def _holds_one(grid: Grid, number: int) -> bool:
    return grid.header.columns[number] in _NUMBERS


def _parted(grid: Grid, piece: Piece) -> list[Piece] | None:
    """The piece cut where columns begin inside it; None where words run over a column's beginning."""
    crossed = grid.crossed(piece)
    if not crossed or (_VALUE.match(piece.text.split(" ")[0]) and not _TWO.search(piece.text)):
        return [piece]
    words = [
        Piece(piece.start + found.start(), piece.start + found.end(), found.group())
        for found in _WORD.finditer(piece.text)
    ]
    cuts = {number: cut for number in crossed if (cut := _cut(grid, words, number))}
    if not cuts:
        return [piece] if len(crossed) == 1 and _runs_over(grid, piece, crossed[0]) else None
    if len(cuts) < len(crossed):
        return None
    edges = [0, *sorted(set(cuts.values())), len(words)]
    return [
        Piece(words[begin].start, words[end - 1].end, " ".join(word.text for word in words[begin:end]))
        for begin, end in itertools.pairwise(edges)
    ]


def _cut(grid: Grid, words: Sequence[Piece], number: int) -> int | None:
    """The word at which the column begins: the one that stands there, or the date that the words before it moved."""
    start = grid.spans[number][0]
    if grid.header.columns[number] is Column.PERIOD:
        return next((n for n in range(1, len(words)) if _period_from(words, n, start)), None)
    if grid.header.columns[number] in (Column.START, Column.END):
        return next(
            (n for n in range(1, len(words)) if _dates_from(words, n) and abs(words[n].start - start) < 20), None
        )
    near = [n for n, word in enumerate(words) if n and abs(word.start - start) <= _NEAR]
    return min(near, key=lambda n: abs(words[n].start - start), default=None)


def _period_from(words: Sequence[Piece], at: int, start: int) -> bool:
    """Whether a period alone stands from this word on, or its first word where the column begins."""
    text = " ".join(word.text for word in words[at:])
    return bool(_PERIOD.match(text)) or (text in _KINDS and abs(words[at].start - start) <= _SHIFT)


def _dates_from(words: Sequence[Piece], at: int) -> bool:
    """Whether dates alone stand from this word on."""
    return all(_DATE.match(word.text) for word in words[at:])


def _runs_over(grid: Grid, piece: Piece, number: int) -> bool:
    """Whether narrow letters alone can have brought the words over the next column's beginning."""
    return piece.end - grid.spans[number][0] <= 0.2 * (piece.end - piece.start)


def _column(grid: Grid, piece: Piece) -> int | None:
    """The column that the piece stands in, None where it could be one of two."""
    if piece.start <= grid.spans[grid.name][0] + _NEAR or _in_name(grid, piece):
        return grid.name
    over = [n for n, (start, end) in enumerate(grid.spans) if piece.start < end and start < piece.end]
    if len(over) == 1 and (not grid.left or over[0] != grid.name):
        return over[0]
    return _nearest(_distances(grid, piece), grid.tie)


def _in_name(grid: Grid, piece: Piece) -> bool:
    """Whether words end before the second column begins: an icon or a list's sign moves them to the right."""
    after = min((start for start, _ in grid.spans[grid.name + 1 :]), default=piece.end)
    return piece.end < after and not _VALUE.match(piece.text.split(" ")[0])


def _distances(grid: Grid, piece: Piece) -> Iterator[tuple[float, int]]:
    for number, (start, end) in enumerate(grid.spans):
        if grid.left:
            yield abs(piece.start - start), number
        else:
            yield (
                min(abs(piece.end - end), abs(piece.start + piece.end - start - end) / 2, abs(piece.start - start)),
                number,
            )


def _nearest(distances: Iterator[tuple[float, int]], tie: float) -> int | None:
    (best, number), (second, _), *_ = sorted(distances)
    return number if best <= tie * (best + second) or best <= _NEAR < second else None
