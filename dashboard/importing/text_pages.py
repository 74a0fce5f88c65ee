"""A table that goes on over a page's end without its header: its columns stand elsewhere on the new page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from dashboard.importing.columns import Column
from dashboard.importing.lines import Line
from dashboard.importing.text_grid import STRICT, Grid, fitted
from dashboard.importing.text_words import Piece, pieces
from dashboard.importing.vocabulary import key

_LAST = {
    (Column.PERIOD,): re.compile(r"^(?:(?:VB|VP|T ?[12]|Tertial ?[123]) )?20\d\d$"),
    (Column.PERIODICITY,): re.compile(r"^(?:År|Tertial|Halvår|Kvartal|Månad)$"),
    (Column.START, Column.END): re.compile(r"^20\d\d-\d\d-\d\d$"),
}

_WHOLE_ROW = 4  # pieces: a row whose period is broken over two lines has them on its first


def on_page(grid: Grid, lines: Sequence[Line]) -> Grid:
    """The grid moved and stretched so that names and periods (or last dates) stand where this page has them."""
    found = _landmarks(grid, lines)
    if found is None:
        return grid
    (name, last), column = found
    old_name, old_last = grid.spans[grid.name][0], grid.spans[column][0]
    scale = (last - name) / (old_last - old_name)

    def moved(at: int) -> int:
        return round(name + (at - old_name) * scale)

    spans = tuple((moved(start), moved(start) + end - start) for start, end in grid.spans)
    return fitted(replace(grid, spans=spans, tie=STRICT), lines, stretch=False)


def by_categories(grid: Grid, lines: Sequence[Line]) -> Grid:
    """A feedback table's grid stretched so that categories begin where most words beside the labels do."""
    number = grid.header.place(Column.CATEGORY)
    if number is None:
        return replace(grid, tie=STRICT)
    old = grid.spans[number][0]
    starts = [
        part.start for line in lines for part in pieces(line.text)
        if part.text[:1].isalpha() and 0.6 * old <= part.start <= 1.6 * old
    ]  # fmt: skip
    new = max(set(starts), key=starts.count) if starts else old
    spans = tuple((round(start * new / old), round(start * new / old) + end - start) for start, end in grid.spans)
    return replace(fitted(replace(grid, spans=spans), lines), tie=STRICT)


def _landmarks(grid: Grid, lines: Sequence[Line]) -> tuple[tuple[float, float], int] | None:
    """Where names and the last landmark column begin on this page, and which column that is."""
    for columns, pattern in _LAST.items():
        number = max((found for column in columns if (found := grid.header.place(column)) is not None), default=0)
        if number <= grid.name:
            continue
        rows = [parts for line in lines if len(parts := _words(line)) > 1 and _has(parts, pattern)]
        if rows:
            ends = [next(part.start for part in reversed(parts) if pattern.match(part.text)) for parts in rows]
            return (_leftmost(lines, rows), median(ends)), number
    return None


def _leftmost(lines: Sequence[Line], rows: Sequence[Sequence[Piece]]) -> int:
    """Where names begin: on the rows' own lines or, where they stand lower than the values, right below."""
    starts = [parts[0].start for parts in rows]
    starts += [parts[0].start for line in lines if len(parts := _words(line)) >= _WHOLE_ROW]
    values = min(row[1].start for row in rows)
    open_row = False
    for line in lines:
        parts = _words(line)
        if parts:
            names_only = len(parts) == 1 and parts[0].end < values and not key(line.text).startswith(("analy", "komme"))
            open_row = parts in rows or (open_row and names_only)
            starts += [parts[0].start] if open_row else []
    return min(starts)


def _words(line: Line) -> list[Piece]:
    """The line's pieces without signs that stand for icons."""
    return [part for part in pieces(line.text) if key(part.text) or part.text in "-–—"]


def _has(parts: Sequence[Piece], pattern: re.Pattern[str]) -> bool:
    return any(pattern.match(part.text) for part in parts[1:])
