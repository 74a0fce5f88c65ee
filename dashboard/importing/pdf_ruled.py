"""A table that is none of the reports' own, told by its rules: its cells are words, kept row by row."""

import itertools
from collections.abc import Sequence

from dashboard.importing.document import Row, Table
from dashboard.importing.goal_rows import goals_of
from dashboard.importing.pdf_cells import cell_text
from dashboard.importing.pdf_marks import Line, Page, Rule, Word, joined
from dashboard.importing.vocabulary import bare, goal_heading

_SAME = 2.0  # points: rules that stand nearer are one
_FIRST = ("kf", "kommunfullm", "namnd", "stadsdelsnamnd", "enhet", "niva", "mal", "typ")
_EDGES, _ROWS = 3, 2  # fewer rules down are a box around text, fewer rows a heading between rules


def table_at(lines: Sequence[Line], at: int, page: Page) -> tuple[Table | None, int]:
    """The table whose first line this is and how many lines it takes; None where no rules part cells and rows here."""
    edges = _edges(lines[at], page)
    if len(edges) < _EDGES:
        return None, 0
    inside = list(itertools.takewhile(lambda line: line.page == page.number and _like(edges, line, page), lines[at:]))
    rows = [row for band in _bands(inside, edges, page.across) if (row := _row(band, edges))]
    if not rows or len(rows[0].filled()) < _EDGES - 1:
        return None, 0
    icons = tuple(icon for icon in rows[0].icons if icon.status)
    table = Table(rows[0].cells, tuple(rows[1:]), joined([line.place for line in inside]), icons=icons)
    if not goals_of(table) and (len(rows) < _ROWS or goal_heading(lines[at].text)):
        return None, 0
    return table, len(inside)


def goal_row(lines: Sequence[Line], at: int, page: Page) -> bool:
    """Whether rows of goals begin here between rules."""
    if not bare(lines[at].text).startswith(_FIRST):
        return False
    table, _ = table_at(lines, at, page)
    return table is not None and bool(goals_of(table))


def _like(edges: Sequence[float], line: Line, page: Page) -> bool:
    """Whether the same rules run down beside this line."""
    own = _edges(line, page)
    return len(own) == len(edges) and all(abs(a - b) <= _SAME for a, b in zip(own, edges, strict=True))


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
    icons = tuple(icon for line in lines for icon in line.icons)
    if not words:
        return None
    cells = [[word for word in words if left <= word.middle < right] for left, right in itertools.pairwise(edges)]
    outside = [word for word in words if not edges[0] <= word.middle < edges[-1]]
    return Row(tuple(map(_text, cells)), joined([line.place for line in lines]), _text(outside), icons)


def _text(words: Sequence[Word]) -> str:
    return cell_text(words) if words else ""
