"""Where the columns of one page's table stand, learnt from its rows, and the columns that a line's pieces stand in.

A page's letters differ in width, so that what stands below one another in print is a few characters apart in text;
a header's words tell roughly where columns are, the rows tell by which edge their cells are set and where.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from dashboard.importing.text_grid import EDGES, NEAR, Grid, Mark
from dashboard.importing.text_words import Piece

Fits = Callable[[int, Piece], bool]
_ROUNDS = 3
_FEW = 3  # whole rows that tell where the columns are
_WELL = 1.0  # characters that a cell is off where the columns are right
_BETTER = 0.5  # so much of the distance is left where another beginning is taken
_FULL = 3  # pieces on a row's fullest line
_HIGH = 3  # lines above and below it
_TOLD = 2  # cells that tell how a column is set
_NOWHERE = 14.0  # characters: a piece further off than this from every column that it fits is in none


@dataclass(frozen=True, slots=True)
class Placed:
    """The column that a piece stands in, how far it is off, and how far off the next likely one is."""

    number: int | None
    off: float
    second: float


def learnt(grid: Grid, rows: Sequence[Sequence[Piece]], fits: Fits) -> Grid:
    """The grid with the edge that each column's cells share and where it is; `rows` are pieces right of the names.

    A header may stand so far from its columns that every cell is nearest to a wrong one: other beginnings are tried,
    and the one counts that leaves the cells least far off.
    """
    best, far = _settled(grid, rows, fits)
    for begin in _beginnings(grid, rows, fits) if far > _WELL * sum(map(len, rows)) else ():
        other, off = _settled(begin, rows, fits)
        if off < _BETTER * far:
            best, far = other, off
    return best


def _settled(grid: Grid, rows: Sequence[Sequence[Piece]], fits: Fits) -> tuple[Grid, float]:
    """The grid after a few rounds of placing the cells and marking the columns by them, and how far off they are."""
    full = [parts for parts in rows if is_full(grid, parts, fits)]
    found = _marked(grid, _held(grid, full, fits)) if len(full) >= _FEW else grid
    for _ in range(_ROUNDS):
        after = _marked(grid, _held(found, rows, fits))
        if after.marks == found.marks:
            break
        found = after
    return found, sum(_way(found, parts, fits)[0] for parts in rows)


def _beginnings(grid: Grid, rows: Sequence[Sequence[Piece]], fits: Fits) -> Iterator[Grid]:
    """Other places where the columns may be: where whole rows have them, or moved as what tells itself is."""
    full = [parts for parts in rows if is_full(grid, parts, fits)]
    if full:
        spans = list(grid.spans)
        for number, parts in zip(_columns(grid), zip(*full, strict=True), strict=True):
            spans[number] = round(median(p.start for p in parts)), round(median(p.end for p in parts))
        yield replace(grid, spans=tuple(spans))
    name, _ = grid.spans[grid.name]
    for by in (-9, -6, -3, 3, 6, 9, 12):
        yield replace(grid, spans=tuple((start + by, end + by) for start, end in grid.spans))
    for scale in (0.85, 0.92, 1.08, 1.16):
        starts = [round(name + (start - name) * scale) for start, _ in grid.spans]
        yield replace(grid, spans=tuple((to, to + e - s) for to, (s, e) in zip(starts, grid.spans, strict=True)))


def whole_rows(lines: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pieces of each row's fullest line with those of broken cells right above and below it, as one line's.

    `lines` are a table's, each as the pieces right of its name, none for a blank line.
    """
    full = [at for at, parts in enumerate(lines) if len(parts) >= _FULL]
    rows = {at: list(lines[at]) for at in full}
    for at, parts in enumerate(lines):
        near = [n for n in full if 0 < abs(n - at) <= _HIGH and all(lines[min(n, at) : max(n, at)])]
        if near and at not in rows:
            own = rows[min(near, key=lambda n: abs(n - at))]
            for part in parts:
                _stack(own, part)
        elif at not in rows:
            rows[at] = list(parts)
    return [sorted(parts, key=lambda part: part.start) for parts in rows.values() if parts]


def _stack(row: list[Piece], part: Piece) -> None:
    """Puts a piece into the row: as more of the one that stands above or below it, or as one of its own."""
    over = [one for one in row if one.start < part.end and part.start < one.end]
    if len(over) < 2 and not (over and part.text[:1].isdigit() != over[0].text[:1].isdigit()):
        for one in over:
            row.remove(one)
        whole = [*over, part]
        row.append(Piece(min(p.start for p in whole), max(p.end for p in whole), whole[0].text))


def is_full(grid: Grid, parts: Sequence[Piece], fits: Fits) -> bool:
    """Whether there is a piece for every column, each of which can hold its own."""
    columns = _columns(grid)
    return len(parts) == len(columns) and all(map(fits, columns, parts))


def _held(grid: Grid, rows: Sequence[Sequence[Piece]], fits: Fits) -> dict[int, list[Piece]]:
    held: dict[int, list[Piece]] = {}
    for parts in rows:
        columns = _columns(grid) if is_full(grid, parts, fits) else _way(grid, parts, fits)[1]
        for part, number in zip(parts, columns, strict=True):
            if number is not None:
                held.setdefault(number, []).append(part)
    return held


def _columns(grid: Grid) -> list[int]:
    name = grid.name
    return [n for n, column in enumerate(grid.header.columns) if column and n != name]


def place(grid: Grid, parts: Sequence[Piece], fits: Fits) -> list[Placed]:
    """Where each piece stands if all keep the columns' order and none stands in a column that can't hold it."""
    if is_full(grid, parts, fits):
        return [Placed(number, 0, _NOWHERE) for number in _columns(grid)]
    cost, numbers = _way(grid, parts, fits)
    placed: list[Placed] = []
    for at, (part, number) in enumerate(zip(parts, numbers, strict=True)):
        off = grid.off(number, part) if number is not None else _NOWHERE
        # What stands just where its column does is sure, whatever else there is.
        other = _way(grid, parts, fits, (at, number))[0] if off else cost + _NOWHERE
        placed.append(Placed(number, off, off + other - cost))
    return placed


def _way(
    grid: Grid, parts: Sequence[Piece], fits: Fits, barred: tuple[int, int | None] | None = None
) -> tuple[float, list[int | None]]:
    """The columns, in order, that the pieces are least far off from, and how far; None for a piece in no column.

    `barred`: a piece and the column that it may not stand in.
    """
    columns = _columns(grid)
    best: list[tuple[float, list[int | None]]] = [(0.0, [])] * (len(columns) + 1)
    for at, part in enumerate(parts):
        after: list[tuple[float, list[int | None]]] = []
        for upto in range(len(columns) + 1):
            ways = [(best[upto][0] + _NOWHERE, [*best[upto][1], None])]
            if upto:
                ways.append(after[upto - 1])
                number = columns[upto - 1]
                off = grid.off(number, part) if (at, number) != barred and fits(number, part) else _NOWHERE
                if off < _NOWHERE:
                    ways.append((best[upto - 1][0] + off, [*best[upto - 1][1], number]))
            after.append(min(ways, key=lambda way: way[0]))
        best = after
    return best[-1]


def _marked(grid: Grid, held: Mapping[int, Sequence[Piece]]) -> Grid:
    """The grid with a mark for each column: by its own cells, or moved as the columns on both sides are."""
    ways = {n: [_common(edge, parts) for edge in range(len(EDGES))] for n, parts in held.items()}
    shared = max(range(len(EDGES)), key=lambda edge: sum(found[edge][1] for found in ways.values()), default=0)
    own = {n: mark for n, parts in held.items() if (mark := _mark(ways[n], len(parts), shared))}
    for number in sorted(own):
        if any(other < number and own[other].at >= own[number].at for other in own):
            own = {n: mark for n, mark in own.items() if n != number}
    moved = {n: mark.at - EDGES[mark.edge](*grid.spans[n]) for n, mark in own.items()}
    return grid.marked(tuple(own.get(n) or _moved(grid, n, own, moved) for n in range(len(grid.spans))))


def _moved(grid: Grid, number: int, own: dict[int, Mark], moved: dict[int, float]) -> Mark | None:
    """A mark for a column with few cells between two that are known: by the edge and as far moved as those are."""
    before = max((n for n in own if n < number), default=None)
    after = min((n for n in own if n > number), default=None)
    if before is None or after is None or own[before].edge != own[after].edge:
        return None
    edge = own[before].edge
    return Mark(edge, EDGES[edge](*grid.spans[number]) + (moved[before] + moved[after]) / 2)


def _mark(ways: Sequence[tuple[float, int]], cells: int, shared: int) -> Mark | None:
    """Where the column's cells stand: by the edge that the table's share, else by one that nearly all of them share."""
    edge = max(range(len(ways)), key=lambda edge: (ways[edge][1] + (edge == shared) * 0.3 * cells, -edge))
    at, count = ways[edge]
    return Mark(edge, at) if count >= max(_TOLD, 0.5 * cells) else None


def _common(edge: int, parts: Iterable[Piece]) -> tuple[float, int]:
    found = [EDGES[edge](part.start, part.end) for part in parts]
    middle = median(found)
    best = max(found, key=lambda at: (sum(abs(at - other) <= NEAR for other in found), -abs(at - middle)))
    return best, sum(abs(best - other) <= NEAR for other in found)
