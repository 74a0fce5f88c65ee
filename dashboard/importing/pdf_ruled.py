"""A table that is none of the reports' own, told by its rules: its cells are words, kept row by row."""

import itertools
from collections.abc import Sequence

from dashboard.importing.document import Row, Table
from dashboard.importing.pdf_cells import cell_text
from dashboard.importing.pdf_marks import Line, Page, Rule, Word, joined
from dashboard.importing.vocabulary import goal_heading

_SAME = 2.0  # points: rules that stand nearer are one
_EDGES, _ROWS = 3, 2  # fewer rules down are a box around text, fewer rows a heading between rules


def table_at(lines: Sequence[Line], at: int, page: Page) -> tuple[Table | None, int]:
    """The table whose first line this is and how many lines it takes; None where no rules part cells and rows here."""
    edges = _edges(lines[at], page)
    if len(edges) < _EDGES or goal_heading(lines[at].text):
        return None, 0
    same = itertools.takewhile(lambda line: line.page == page.number and _edges(line, page) == edges, lines[at:])
    inside = list(same)
    rows = [row for band in _bands(inside, edges, page.across) if (row := _row(band, edges))]
    if len(rows) < _ROWS or len(rows[0].filled()) < _EDGES - 1:
        return None, 0
    return Table(rows[0].cells, tuple(rows[1:]), joined([line.place for line in inside])), len(inside)


def _edges(line: Line, page: Page) -> list[float]:
    """Where rules stand that run down beside this line."""
    middle = (line.top + line.bottom) / 2
    found: list[float] = []
    for place in sorted(rule.at for rule in page.upright if rule.start - 1 <= middle <= rule.end + 1):
        if not found or place - found[-1] > _SAME:
            found.append(round(place))
    return found


def _bands(lines: Sequence[Line], edges: Sequence[float], across: Sequence[Rule]) -> list[list[Line]]:
    """The lines between two rules that run over the whole table."""
    left, right = edges[0] + 2 * _SAME, edges[-1] - 2 * _SAME
    heights = sorted(rule.at for rule in across if rule.start <= right and rule.end >= left)
    bands: dict[int, list[Line]] = {}
    for line in lines:
        bands.setdefault(sum(at < (line.top + line.bottom) / 2 for at in heights), []).append(line)
    return list(bands.values())


def _row(lines: Sequence[Line], edges: Sequence[float]) -> Row | None:
    words = [word for line in lines for word in line.words]
    if not words:
        return None
    cells = [[word for word in words if left <= word.middle < right] for left, right in itertools.pairwise(edges)]
    outside = [word for word in words if not edges[0] <= word.middle < edges[-1]]
    return Row(tuple(map(_text, cells)), joined([line.place for line in lines]), _text(outside))


def _text(words: Sequence[Word]) -> str:
    return cell_text(words) if words else ""
