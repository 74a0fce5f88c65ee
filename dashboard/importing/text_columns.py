"""What a line holds in each column of a table whose text kept its positions."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import dropwhile

from dashboard.importing import text_learnt
from dashboard.importing.columns import Column
from dashboard.importing.lines import Line
from dashboard.importing.text_grid import NEAR, SHIFT, VALUE, WORD, Grid
from dashboard.importing.text_pieces import (
    UNITS,
    cells_within,
    is_periodicity,
    is_to_be_set,
    periodicity_hung,
    with_units,
)
from dashboard.importing.text_words import Piece, pieces

_DATE = re.compile(r"^20\d\d-[01]\d-[0-3]\d$")
_OF_DATE = re.compile(r"^[\d-]{1,10}$")  # a narrow column breaks it anywhere
_OF_PERIOD = re.compile(r"^(?:VB|VP|T ?[12]?|Tertial|\d{1,4})$")
_TWO = re.compile(
    r"(?:%|\bst|\bkr)\s+[≥≤<>~±+\-−–]?\d|,\d+\s+\d|\d\s+\d+,|\d{2}\s+\d{1,2}(?!\d)|^\d{1,2}\s\d{1,2}(?!\d)"
)
_THOUSANDS = re.compile(r"^[≥≤<>~±+\-−–]?\d{1,3}(?: \d{3})+(?:,\d+)?(?: ?(?:%|st|kr|tkr|mnkr))?$")
_NUMBERS = frozenset(
    [Column.OUTCOME, Column.MEN, Column.WOMEN, Column.PREVIOUS, Column.FORECAST, Column.TARGET, Column.T1, Column.T2,
     Column.VB, Column.TOTAL]
)  # fmt: skip
_PERIOD = re.compile(r"^(?:(?:VB|VP|T ?[12]|Tertial [123]) )?20\d\d$")
_HUNG = re.compile(r"^(.*[^\W\d_]{2}.*?) ([≥≤<>~±+\-−–]?\d[\d ,.]*(?: ?(?:%|st|mnkr|tkr|kr))?)$")
_NOWHERE = -1
_PUSHED = 12  # characters: a name that ends further off from the first column has not pushed against a figure
_KINDS = ("VB", "T1", "T2")
_FULL = 4  # pieces: fewer can leave one way by chance
_NOTHING_BROKEN = frozenset(["Inga", "data", "–", "-", "—", "Ej", "mätt", "Saknas", "Ingen", "uppgift"])


@dataclass(frozen=True, slots=True)
class Cells:
    """What a line holds in each column, and the pieces whose column can't be told."""

    texts: dict[int, str]
    loose: tuple[str, ...] = ()


def placed(grid: Grid, text: str) -> Cells | None:
    """What the line holds in each column; None where its words run over the columns as running text does."""
    parts: list[Piece] = []
    found = [cell for piece in with_units(pieces(text)) for cell in cells_within(piece)]
    is_row = len(found) > 2 and any(map(_tells_itself, found[1:]))
    for number, cell in enumerate(found):
        cut = _parted(grid, cell) or ([cell] if is_row and number else None)
        if cut is None:
            return None
        parts += [split for part in cut for split in cells_within(part)]
    if grid.marks:
        return _by_marks(grid, [*_hung(grid, parts)])
    return _by_place(grid, [*_hung(grid, parts)])


def _hung(grid: Grid, parts: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, a long name parted from the figure that it pushed against: the figure stands where its column does.

    A figure that could be the name's own end is left between the columns, so that it is told as a doubt.
    """
    found = _HUNG.match(parts[0].text) if len(parts) > 2 else None
    start = grid.spans[grid.name + 1][0]
    if not found or parts[0].start >= start - SHIFT or parts[0].end < start - _PUSHED:
        yield from parts
        return
    near = parts[1].start <= grid.spans[grid.name + 2][1]
    full = len(parts) == sum(1 for column in grid.header.columns[grid.name + 1 :] if column)
    free = all(abs(part.start - start) > SHIFT for part in parts[1:])
    if not _holds_one(grid, grid.name + 1) or not (full or free):
        yield from parts
        return
    figure = found.group(2)
    sure = (full or near) and bool(re.search(r",\d", figure)) and not re.search(r"\d \d", figure)
    yield Piece(parts[0].start, parts[0].start + found.end(1), found.group(1))
    yield Piece(start, start + len(figure), figure) if sure else Piece(_NOWHERE, _NOWHERE, figure)
    yield from parts[1:]


def _may_hold(grid: Grid, number: int, part: Piece) -> bool:
    """Whether a piece with these words can stand in the column at all."""
    column, first = grid.header.columns[number], part.text.split(" ")[0]
    if is_periodicity(part.text) and Column.PERIODICITY in grid.header.columns:
        return column is Column.PERIODICITY
    if column in (Column.START, Column.END):
        return bool(_OF_DATE.match(part.text))
    if column is Column.PERIOD:
        return bool(_PERIOD.match(part.text)) or bool(_OF_PERIOD.match(part.text))
    if column in (Column.PERIODICITY, Column.COMMENT, Column.CATEGORY):
        return part.text[:1].isalpha()
    if column in (Column.TARGET, Column.KF_TARGET):
        return not _DATE.match(part.text) and not _is_two(part.text) and part.text not in _KINDS
    return column not in _NUMBERS or (
        (bool(VALUE.match(first)) or first in _NOTHING_BROKEN or first in UNITS) and not _is_two(part.text)
    )


def _allowed(grid: Grid, parts: Sequence[Piece]) -> list[frozenset[int]]:
    """For each piece the columns that it can stand in where all keep the columns' order; empty sets where none fits."""
    named = next((n for n, part in enumerate(parts) if part.start != _NOWHERE and not _is_name(grid, part)), len(parts))
    if named:
        return [frozenset([grid.name])] * named + _allowed(grid, parts[named:])
    numbers = [number for number, column in enumerate(grid.header.columns) if column and number != grid.name]
    fits = [[number for number in numbers if _may_hold(grid, number, part)] for part in parts]
    first: list[int] = []
    for may in fits:
        first.append(next((n for n in may if not first or n > first[-1]), len(numbers) + grid.name + 1))
    last: list[int] = []
    for may in reversed(fits):
        last.append(next((n for n in reversed(may) if not last or n < last[-1]), -1))
    last.reverse()
    if any(low > high for low, high in zip(first, last, strict=True)):
        return [frozenset()] * len(parts)
    return [
        frozenset(n for n in may if low <= n <= high) for may, low, high in zip(fits, first, last, strict=True)
    ]  # fmt: skip


def learnt_from(grid: Grid, lines: Sequence[Line]) -> Grid:
    """The grid with what these lines tell of where its columns stand."""
    rows: list[list[Piece]] = []
    for line in lines:
        parts = [cell for piece in with_units(pieces(line.text)) for cell in cells_within(piece)]
        rest = list(dropwhile(partial(_is_name, grid), parts))
        rows.append(rest if len(rest) > 1 or (rest and rest[0].start > grid.spans[grid.name][1]) else [])
    return text_learnt.learnt(grid, text_learnt.whole_rows(rows), partial(_may_hold, grid))


def _by_marks(grid: Grid, parts: Sequence[Piece]) -> Cells:
    """The cells of a line by the way in which its pieces stand nearest to the columns that can hold them, in order."""
    texts: dict[int, str] = {}
    loose: list[str] = []
    told = list(dropwhile(lambda part: part.start == _NOWHERE or _is_name(grid, part), parts))
    for part in parts[: len(parts) - len(told)]:
        if part.start == _NOWHERE:
            loose.append(part.text)
        else:
            texts[grid.name] = f"{texts.get(grid.name, '')} {part.text}".strip()
    sound = [part for part in told if part.start != _NOWHERE]
    loose += [part.text for part in told if part.start == _NOWHERE]
    for part, at in zip(sound, text_learnt.place(grid, sound, partial(_may_hold, grid)), strict=True):
        sure = at.off <= grid.tie * (at.off + at.second) or at.off <= NEAR < at.second or _tells_itself(part)
        doubled = at.number is not None and (
            (_is_two(part.text) and _holds_one(grid, at.number)) or _may_be_two(grid, part, at.off)
        )
        if at.number is None or not sure or doubled:
            loose.append(part.text)
        else:
            texts[at.number] = part.text
    return Cells(texts, tuple(loose))


def _by_place(grid: Grid, parts: Sequence[Piece]) -> Cells:
    """The cells of a line by their order where it leaves one way, else by where its pieces stand."""
    texts: dict[int, str] = {}
    loose: list[str] = []
    told = _allowed(grid, parts)
    for part, may in zip(parts, told, strict=True):
        if part.start == _NOWHERE:
            loose.append(part.text)
            continue
        sure = len(may) == 1 and (len(parts) > _FULL or bool(_DATE.match(part.text)) or is_periodicity(part.text))
        number = next(iter(may)) if sure else _column(grid, part)
        second = number in texts and VALUE.match(part.text.split(" ")[0])
        doubled = number is not None and _holds_one(grid, number) and (second or _is_two(part.text))
        if doubled and number in texts:
            loose.append(texts.pop(number or 0))
        stray = number is not None and grid.header.columns[number] is Column.COMMENT and VALUE.fullmatch(part.text)
        if number is None or doubled or stray:
            loose.append(part.text)
        else:
            texts[number] = f"{texts.get(number, '')} {part.text}".strip()
    return Cells(texts, tuple(loose))


def _is_two(text: str) -> bool:
    """Whether the words are more than one figure."""
    return bool(_TWO.search(text)) and not _THOUSANDS.match(text)


def _may_be_two(grid: Grid, part: Piece, off: float) -> bool:
    """Whether what is one number in thousands stands as well as two figures in two columns."""
    if not _THOUSANDS.match(part.text):
        return False
    at = part.start + part.text.index(" ")
    halves = [Piece(part.start, at, ""), Piece(at + 1, part.end, "")]
    numbers = [n for n in range(grid.name + 1, len(grid.spans)) if _holds_one(grid, n)]
    ways = [grid.off(n, halves[0]) + grid.off(m, halves[1]) for n, m in itertools.combinations(numbers, 2)]
    return min(ways, default=off + 2 * NEAR) <= off + NEAR


def _tells_itself(part: Piece) -> bool:
    """Whether the words can stand in one column alone."""
    whole = _PERIOD.match(part.text) and " " in part.text
    return bool(whole or _DATE.match(part.text) or is_periodicity(part.text))


def _holds_one(grid: Grid, number: int) -> bool:
    return grid.header.columns[number] in _NUMBERS


def _parted(grid: Grid, piece: Piece) -> list[Piece] | None:
    """The piece cut where columns begin inside it; None where words run over a column's beginning."""
    if hung := periodicity_hung(grid, piece):
        return hung
    if is_to_be_set(piece.text):
        return [piece]
    crossed = grid.crossed(piece) if not (_PERIOD.match(piece.text) or _is_comment(grid, piece)) else []
    if not crossed or (VALUE.match(piece.text.split(" ")[0]) and not _is_two(piece.text)):
        return [piece]
    words = [
        Piece(piece.start + found.start(), piece.start + found.end(), found.group())
        for found in WORD.finditer(piece.text)
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
    named = grid.header.columns[number] is Column.CATEGORY
    drift = 2 * SHIFT if named else NEAR
    near = [n for n, word in enumerate(words) if n and _may_begin(words, n, abs(word.start - start), drift)]
    return min(near, key=lambda n: (named and words[n].text[:1] == "(", abs(words[n].start - start)), default=None)


def _may_begin(words: Sequence[Piece], at: int, apart: int, drift: int) -> bool:
    """Whether a cell can begin with the word: where the column begins, or with a capital letter right beside."""
    if words[at].text in UNITS and VALUE.match(words[at - 1].text):
        return False
    return apart <= NEAR or (apart <= drift and words[at].text[:1].isupper())


def _period_from(words: Sequence[Piece], at: int, start: int) -> bool:
    """Whether a period alone stands from this word on, or its first word where the column begins."""
    text = " ".join(word.text for word in words[at:])
    return bool(_PERIOD.match(text)) or (text in _KINDS and abs(words[at].start - start) <= SHIFT)


def _dates_from(words: Sequence[Piece], at: int) -> bool:
    """Whether dates alone stand from this word on."""
    return all(_DATE.match(word.text) for word in words[at:])


def _runs_over(grid: Grid, piece: Piece, number: int) -> bool:
    """Whether narrow letters alone can have brought the words over the next column's beginning."""
    return piece.end - grid.spans[number][0] <= 0.2 * (piece.end - piece.start)


def _column(grid: Grid, piece: Piece) -> int | None:
    """The column that the piece stands in, None where it could be one of two."""
    if _is_name(grid, piece):
        return grid.name
    if _is_comment(grid, piece):
        return grid.header.place(Column.COMMENT)
    over = [n for n, (start, end) in enumerate(grid.spans) if piece.start < end and start < piece.end]
    if len(over) == 1 and (not grid.left or over[0] != grid.name):
        return over[0]
    return _nearest(_distances(grid, piece), grid.tie)


def _is_comment(grid: Grid, piece: Piece) -> bool:
    """Whether words stand over the comments' column and at most over the counts beside it, which hold no words."""
    if VALUE.match(piece.text.split(" ")[0]) or Column.COMMENT not in grid.header.columns:
        return False
    over = {
        grid.header.columns[n] for n, (start, end) in enumerate(grid.spans) if piece.start < end and start < piece.end
    }
    return Column.COMMENT in over and over <= {Column.COMMENT, *_NUMBERS}


def _is_name(grid: Grid, piece: Piece) -> bool:
    return piece.start <= grid.spans[grid.name][0] + NEAR or _in_name(grid, piece)


def _in_name(grid: Grid, piece: Piece) -> bool:
    """Whether words end before the second column begins: an icon or a list's sign moves them to the right."""
    after = min((start for start, _ in grid.spans[grid.name + 1 :]), default=piece.end)
    told = Column.PERIODICITY in grid.header.columns and is_periodicity(piece.text)
    return piece.end < after and not told and not VALUE.match(piece.text.split(" ")[0])


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
    return number if best <= tie * (best + second) or best <= NEAR < second else None
