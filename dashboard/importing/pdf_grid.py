"""Which column a word of a table stands in: by upright rules where they are drawn, else by the header's left edges."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.importing import columns
from dashboard.importing.columns import Column, Header
from dashboard.importing.pdf_header import FoundHeader, pieces
from dashboard.importing.pdf_marks import Line, Page, Rule, Word

_NEAR = 0.7  # points by which a word may begin before its column's edge
_GAP = 0.42
_ROW = 2  # cells that stand apart on one line: it is a row, not running text

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's columns: `starts` are their left edges, `right` the last one's right edge.

    `lead` is the right edge of a column without a header before the first one, where icons stand. `ruled` tells that
    upright rules part the columns, `size` the size of the table's letters. `shaded`: the edges of shaded cells alone
    part them, and rows between may have no shade.
    """

    header: Header
    starts: tuple[float, ...]
    left: float
    right: float
    ruled: bool
    size: float
    shaded: bool = False

    def column(self, word: Word) -> int:
        """The number of the word's column; -1 before the first one."""
        at = word.middle if self.ruled else word.x0 + _NEAR
        column = sum(start <= at for start in self.starts) - 1
        if not self.ruled and 0 <= column < len(self.starts) - 1 and word.x1 > self.starts[column + 1] + _NEAR:
            inside = self.starts[column + 1] - word.x0
            column += inside < 0.4 * (word.x1 - word.x0)
        return column

    def crossed(self, x0: float, x1: float, slack: float = 3.0) -> int:
        """How many columns' edges the stretch runs over."""
        return sum(x0 + slack < start < x1 - slack for start in self.starts[1:])


def grid_of(found: FoundHeader, page: Page, body: Sequence[Line]) -> Grid:
    """The columns of the table below this header; `body` are its lines on this page."""
    sizes = sorted(line.size for line in body if line.words)
    size = sizes[len(sizes) // 2] if sizes else found.size
    ruled = _by_rules(found, page)
    if ruled and _goes_down(ruled[0], page, body):
        starts, left, right = ruled
        beside = [rule for rule in page.upright if rule.start < found.bottom and found.top < rule.end]
        inner = [rule for rule in beside if any(abs(rule.at - start) < 2.5 for start in starts[1:])]
        return Grid(found.header, starts, left, right, True, size, all(rule.edge for rule in inner))
    return _by_edges(found, page, body, size)


def _by_rules(found: FoundHeader, page: Page) -> tuple[tuple[float, ...], float, float] | None:
    """The columns' edges where upright rules part every two cells of the header."""
    middle = (found.top + found.bottom) / 2
    edges = _distinct([rule.at for rule in page.upright if rule.start - 2 <= middle <= rule.end + 2])
    starts = []
    for before, cell in zip((None, *found.cells), found.cells, strict=False):
        between = [at for at in edges if at <= cell.x0 + 2 and (before is None or at >= before.x1 - 2)]
        if not between:
            return None
        starts.append(max(between))
    after = [at for at in edges if at >= found.cells[-1].x1 - 2]
    return (tuple(starts), edges[0], after[-1]) if after else None


def _goes_down(starts: Sequence[float], page: Page, body: Sequence[Line]) -> bool:
    """Whether the rules between the header's cells part a line of the body too, and are not the header's shading."""
    inner = [rule for rule in page.upright if any(abs(rule.at - start) < 2.5 for start in starts[1:])]
    own = itertools.takewhile(lambda line: not _like_header(line), body[:40])
    heights = [(line.top + line.bottom) / 2 for line in own if line.words]
    return not heights or any(rule.start <= height <= rule.end for rule in inner for height in heights)


def _like_header(line: Line) -> bool:
    """Whether the line can be another table's header, whose shading tells nothing of this one's rows."""
    return len(line.words) > 2 and all(columns.column_word(word.text) for word in line.words)


def _by_edges(found: FoundHeader, page: Page, body: Sequence[Line], size: float) -> Grid:
    widest = 0.6 * (found.cells[-1].x1 - found.cells[0].x0)
    lines = [
        [piece for piece in pieces(line, _GAP * page.wide, page.upright) if piece[-1].x1 - piece[0].x0 < widest]
        for line in body
    ]
    stretches = [(piece[0].x0, piece[-1].x1) for cells in lines for piece in cells]
    rows = [cells for cells in lines if len(cells) >= _ROW]
    words = [(word.x0, word.x1) for cells in rows for piece in cells if len(piece) > 1 for word in piece]
    starts = [found.cells[0].x0 - 1]
    for before, cell in zip(found.cells, found.cells[1:], strict=False):
        starts.append(_edge(before.x0, before.x1, cell.x0, stretches, words))
    left = min([found.cells[0].x0, *(line.x0 for line in body if line.words)])
    right = max([found.cells[-1].x1, *(line.x1 for line in body if line.words)])
    return Grid(found.header, tuple(starts), left, right, False, size)


def _edge(
    before_x0: float, before_x1: float, x0: float, stretches: Sequence[Stretch], words: Sequence[Stretch]
) -> float:
    """The edge between two header cells that the fewest cells cross, the header's own left edge if it can be.

    Where two cells stand no further apart than words do and so seem to be one, at least no word is cut.
    """
    choices = {x0 - _NEAR}
    choices |= {start - _NEAR for start, _ in (*stretches, *words) if before_x1 < start < x0}
    choices |= {end + _NEAR for _, end in (*stretches, *words) if before_x1 < end < x0}
    near, inside = (
        [stretch for stretch in many if stretch[1] > before_x0 and stretch[0] < x0 + 40] for many in (stretches, words)
    )
    return min(choices, key=lambda at: (_crossing(near, at), _crossing(inside, at), x0 - at))


def _crossing(stretches: Sequence[Stretch], at: float) -> int:
    return sum(start < at - 0.5 and end > at + 0.8 for start, end in stretches)


def _distinct(places: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for at in sorted(places):
        if not kept or at - kept[-1] > 2:
            kept.append(at)
    return kept


def split(words: Sequence[Word], grid: Grid) -> list[Word]:
    """The words, those parted that two neighbouring cells print without a gap between them."""
    parts: list[Word] = []
    for word in words:
        edge = next((start for start in grid.starts[1:] if word.x0 + 2 < start < word.x1 - 2), None)
        cut = _cut(word, edge, grid.ruled) if edge is not None else None
        if cut is None:
            parts.append(word)
            continue
        at = word.cuts[cut]
        parts.append(replace(word, text=word.text[:cut], x1=at, cuts=word.cuts[:cut]))
        parts.append(replace(word, text=word.text[cut:], x0=at, cuts=word.cuts[cut:]))
    return parts


def _cut(word: Word, edge: float, ruled: bool) -> int | None:
    """The letter that begins the next cell: the first one right of a rule, else one that begins just at the edge."""
    if len(word.cuts) != len(word.text):
        return None
    reach = 12.0 if ruled else 1.2
    return next((number for number, at in enumerate(word.cuts) if number and -0.5 <= at - edge < reach), None)


def name_column(header: Header) -> int:
    """The number of the column that holds the rows' names."""
    return header.name


def anchor_column(header: Header) -> int | None:
    """The column that every row fills once: its period or its first date."""
    wanted = (Column.PERIOD, Column.PERIODICITY, Column.START)
    return next((place for column in wanted if (place := header.place(column)) is not None), None)


def band_rules(rules: Sequence[Rule], grid: Grid, least: float = 0.55) -> list[float]:
    """Heights at which rules run across most of the table."""
    heights: list[tuple[float, list[Rule]]] = []
    for rule in sorted(rules, key=lambda one: one.at):
        if rule.end < grid.left - 1 or rule.start > grid.right + 1:
            continue
        if heights and rule.at - heights[-1][0] < 1.6:
            heights[-1][1].append(rule)
        else:
            heights.append((rule.at, [rule]))
    width = max(1.0, grid.right - grid.left)
    return [at for at, parts in heights if _covered(parts, grid) >= least * width]


def _covered(rules: Sequence[Rule], grid: Grid) -> float:
    covered, reached = 0.0, grid.left
    for rule in sorted(rules, key=lambda one: one.start):
        start, end = max(rule.start, reached), min(rule.end, grid.right)
        covered += max(0.0, end - start)
        reached = max(reached, end)
    return covered
