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
from dashboard.importing.text_cutting import is_comment, parted
from dashboard.importing.text_forms import DATE, THOUSANDS, holds_one, is_two, may_hold, tells_itself
from dashboard.importing.text_grid import NEAR, SHIFT, VALUE, Grid
from dashboard.importing.text_pieces import cells_within, is_periodicity, with_units
from dashboard.importing.text_words import Piece, pieces

_HUNG = re.compile(r"^(.*[^\W\d_]{2}.*?) ([≥≤<>~±+\-−–]?\d[\d ,.]*(?: ?(?:%|st|mnkr|tkr|kr))?)$")
_NOWHERE = -1
_PUSHED = 12  # characters: a name that ends further off from the first column has not pushed against a figure
_FULL = 4  # pieces: fewer can leave one way by chance


@dataclass(frozen=True, slots=True)
class Cells:
    """What a line holds in each column, and the pieces whose column can't be told."""

    texts: dict[int, str]
    loose: tuple[str, ...] = ()


def placed(grid: Grid, text: str) -> Cells | None:
    """What the line holds in each column; None where its words run over the columns as running text does."""
    parts: list[Piece] = []
    found = [cell for piece in with_units(pieces(text)) for cell in cells_within(piece)]
    is_row = len(found) > 2 and any(map(tells_itself, found[1:]))
    for number, cell in enumerate(found):
        cut = parted(grid, cell) or ([cell] if is_row and number else None)
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
    if not holds_one(grid, grid.name + 1) or not (full or free):
        yield from parts
        return
    figure = found.group(2)
    sure = (full or near) and bool(re.search(r",\d", figure)) and not re.search(r"\d \d", figure)
    yield Piece(parts[0].start, parts[0].start + found.end(1), found.group(1))
    yield Piece(start, start + len(figure), figure) if sure else Piece(_NOWHERE, _NOWHERE, figure)
    yield from parts[1:]


def _allowed(grid: Grid, parts: Sequence[Piece]) -> list[frozenset[int]]:
    """For each piece the columns that it can stand in where all keep the columns' order; empty sets where none fits."""
    named = next((n for n, part in enumerate(parts) if part.start != _NOWHERE and not _is_name(grid, part)), len(parts))
    if named:
        return [frozenset([grid.name])] * named + _allowed(grid, parts[named:])
    numbers = [number for number, column in enumerate(grid.header.columns) if column and number != grid.name]
    fits = [[number for number in numbers if may_hold(grid, number, part)] for part in parts]
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
    return text_learnt.learnt(grid, text_learnt.whole_rows(rows), partial(may_hold, grid))


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
    for part, at in zip(sound, text_learnt.place(grid, sound, partial(may_hold, grid)), strict=True):
        sure = at.off <= grid.tie * (at.off + at.second) or at.off <= NEAR < at.second or tells_itself(part)
        doubled = at.number is not None and (
            (is_two(part.text) and holds_one(grid, at.number)) or _may_be_two(grid, part, at.off)
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
        sure = len(may) == 1 and (len(parts) > _FULL or bool(DATE.match(part.text)) or is_periodicity(part.text))
        number = next(iter(may)) if sure else _column(grid, part)
        second = number in texts and VALUE.match(part.text.split(" ")[0])
        doubled = number is not None and holds_one(grid, number) and (second or is_two(part.text))
        if doubled and number in texts:
            loose.append(texts.pop(number or 0))
        stray = number is not None and grid.header.columns[number] is Column.COMMENT and VALUE.fullmatch(part.text)
        if number is None or doubled or stray:
            loose.append(part.text)
        else:
            texts[number] = f"{texts.get(number, '')} {part.text}".strip()
    return Cells(texts, tuple(loose))


def _may_be_two(grid: Grid, part: Piece, off: float) -> bool:
    """Whether what is one number in thousands stands as well as two figures in two columns."""
    if not THOUSANDS.match(part.text):
        return False
    at = part.start + part.text.index(" ")
    halves = [Piece(part.start, at, ""), Piece(at + 1, part.end, "")]
    numbers = [n for n in range(grid.name + 1, len(grid.spans)) if holds_one(grid, n)]
    ways = [grid.off(n, halves[0]) + grid.off(m, halves[1]) for n, m in itertools.combinations(numbers, 2)]
    return min(ways, default=off + 2 * NEAR) <= off + NEAR


def _column(grid: Grid, piece: Piece) -> int | None:
    """The column that the piece stands in, None where it could be one of two."""
    if _is_name(grid, piece):
        return grid.name
    if is_comment(grid, piece):
        return grid.header.place(Column.COMMENT)
    over = [n for n, (start, end) in enumerate(grid.spans) if piece.start < end and start < piece.end]
    if len(over) == 1 and (not grid.left or over[0] != grid.name):
        return over[0]
    return _nearest(((grid.off(n, piece), n) for n in range(len(grid.spans))), grid.tie)


def _is_name(grid: Grid, piece: Piece) -> bool:
    return piece.start <= grid.spans[grid.name][0] + NEAR or _in_name(grid, piece)


def _in_name(grid: Grid, piece: Piece) -> bool:
    """Whether words end before the second column begins: an icon or a list's sign moves them to the right."""
    after = min((start for start, _ in grid.spans[grid.name + 1 :]), default=piece.end)
    told = Column.PERIODICITY in grid.header.columns and is_periodicity(piece.text)
    return piece.end < after and not told and not VALUE.match(piece.text.split(" ")[0])


def _nearest(distances: Iterator[tuple[float, int]], tie: float) -> int | None:
    (best, number), (second, _), *_ = sorted(distances)
    return number if best <= tie * (best + second) or best <= NEAR < second else None
