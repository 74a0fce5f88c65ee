"""Pieces whose words stand in several columns, cut where the columns begin."""

import itertools
from collections.abc import Sequence

from dashboard.importing.columns import Column
from dashboard.importing.text_forms import DATE, KINDS, NUMBERS, PERIOD, is_two
from dashboard.importing.text_grid import NEAR, SHIFT, VALUE, WORD, Grid
from dashboard.importing.text_pieces import UNITS, is_to_be_set, periodicity_hung
from dashboard.importing.text_words import Piece


def parted(grid: Grid, piece: Piece) -> list[Piece] | None:
    """The piece cut where columns begin inside it; None where words run over a column's beginning."""
    if hung := periodicity_hung(grid, piece):
        return hung
    if is_to_be_set(piece.text):
        return [piece]
    crossed = grid.crossed(piece) if not (PERIOD.match(piece.text) or is_comment(grid, piece)) else []
    if not crossed or (VALUE.match(piece.text.split(" ")[0]) and not is_two(piece.text)):
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
    return bool(PERIOD.match(text)) or (text in KINDS and abs(words[at].start - start) <= SHIFT)


def _dates_from(words: Sequence[Piece], at: int) -> bool:
    """Whether dates alone stand from this word on."""
    return all(DATE.match(word.text) for word in words[at:])


def _runs_over(grid: Grid, piece: Piece, number: int) -> bool:
    """Whether narrow letters alone can have brought the words over the next column's beginning."""
    return piece.end - grid.spans[number][0] <= 0.2 * (piece.end - piece.start)


def is_comment(grid: Grid, piece: Piece) -> bool:
    """Whether words stand over the comments' column and at most over the counts beside it, which hold no words."""
    if VALUE.match(piece.text.split(" ")[0]) or Column.COMMENT not in grid.header.columns:
        return False
    over = {
        grid.header.columns[n] for n, (start, end) in enumerate(grid.spans) if piece.start < end and start < piece.end
    }
    return Column.COMMENT in over and over <= {Column.COMMENT, *NUMBERS}
