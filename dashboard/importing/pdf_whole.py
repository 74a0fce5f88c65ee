"""Which of a table's lines are text that runs over its whole width, and which stand in its cells."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.importing.columns import Shape
from dashboard.importing.pdf_grid import Grid, name_column
from dashboard.importing.pdf_marks import Line, Page
from dashboard.importing.pdf_text import announced

_ROW_GAP = 0.55  # of the size: cells of a row stand further apart than words
_BLANK = 0.26  # of the size: the width of a blank between two words
_SLACK = 1.5  # points by which a word must reach over an edge on both sides


@dataclass(frozen=True, slots=True)
class Part:
    """A table's lines on one page; `open_text` where a text over the whole table was going on at the page's start.

    `habit` tells how cells stood in the document's tables before (see `pdf_stacks`).
    """

    grid: Grid
    page: Page
    lines: Sequence[Line]
    top: float
    bottom: float
    open_text: bool = False
    lead: float = 1.2
    habit: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Run:
    """Lines that make one row, or (`whole`) text that runs over the whole table."""

    whole: bool
    lines: list[Line] = field(default_factory=list)
    closed: bool = False
    unsure: bool = False
    aside: bool = False


def far(part: Part, before: Sequence[Line], line: Line) -> bool:
    """Whether the line stands further below than wrapped lines do."""
    size = part.grid.size
    return line.top - max(one.bottom for one in before) > (part.lead - 1 + 0.22) * size


def whole(part: Part, lines: Sequence[Line], number: int, *, text_open: bool, closed: bool) -> bool:
    """Whether the line belongs to a text over the whole table rather than to a row's cells; `closed`: between rules."""
    if part.grid.ruled:
        uncelled = not _labels(part, lines[number]) and _uncelled(part, lines[number])
        if not uncelled or not part.grid.shaded:
            return uncelled
    line, grid = lines[number], part.grid
    first = name_column(grid.header)
    if not line.words or (len(grid.starts) > first + 1 and line.x0 > grid.starts[first + 1] - 1):
        return False
    apart = _apart(part, line)
    if announced(line) and not apart and line.x0 < grid.starts[0] + 3:
        alone = len(line.words) == 1 or line.words[0].text.endswith(":")
        return alone or text_open or grid.crossed(line.x0, line.x1) > 0
    crossed = sum(grid.crossed(word.x0, word.x1, _SLACK) for word in line.words)
    clear = grid.crossed(line.x0, line.x1) - crossed
    if crossed and (crossed > clear or not apart):
        return True
    if apart or not text_open or _touching(part, line):
        return False
    before = lines[number - 1] if number else None
    return _goes_on(part, before, line) or not _begins_row(part, lines, number, closed=closed and not number)


def _labels(part: Part, line: Line) -> bool:
    """Whether the line stands in the feedback groups' column alone: its rules may end where the page does."""
    edge = part.grid.starts[name_column(part.grid.header) + 1]
    return part.grid.header.shape is Shape.FEEDBACK and bool(line.words) and line.x1 <= edge


def _uncelled(part: Part, line: Line) -> bool:
    """Whether no upright rule parts the line into cells, though rules part the table's columns."""
    inner = [start for start in part.grid.starts if start > part.grid.left + 3]
    middle = (line.top + line.bottom) / 2
    return not any(
        rule.start - 1 <= middle <= rule.end + 1 and any(abs(rule.at - start) < 2.5 for start in inner)
        for rule in part.page.upright
    )


def _apart(part: Part, line: Line) -> bool:
    """Whether words of the line stand apart at a column's edge, as cells do."""
    least = _ROW_GAP * part.page.wide
    return any(
        after.x0 - word.x1 >= least * word.face.size
        and any(word.x1 - 1 <= edge <= after.x0 + 1.5 for edge in part.grid.starts[1:])
        for word, after in itertools.pairwise(line.words)
    )


def _touching(part: Part, line: Line) -> bool:
    """Whether a number or date begins just at its column's edge, though the name before it reaches there."""
    return any(
        word.text[:1].isdigit() and any(abs(word.x0 - edge) < 1.6 for edge in part.grid.starts[1:])
        for word in line.words
    )


def _goes_on(part: Part, before: Line | None, line: Line) -> bool:
    """Whether a short line is the last one of the text before it: that one had no room for this one's first word."""
    if before is None or not before.words or far(part, [before], line):
        return False
    if announced(before) and len(before.words) == 1:
        return True
    room = part.grid.right - before.x1 - 0.01 * (part.grid.right - part.grid.left)
    first = line.words[0]
    return line.text[:1].islower() or first.x1 - first.x0 + _BLANK * part.page.wide * part.grid.size > room


def _begins_row(part: Part, lines: Sequence[Line], number: int, *, closed: bool) -> bool:
    """Whether a line in the name's column after a text is the next row's: its values follow near."""
    line, first = lines[number], name_column(part.grid.header)
    for after in lines[number + 1 :]:
        if not after.words or far(part, [line], after) or announced(after):
            return False
        columns = {part.grid.column(word) for word in after.words}
        if (
            min(columns) <= first
            and after.text[:1].isupper()
            and (_ends_short(part, line, after) or line.text[-1:] == ".")
        ):
            return closed  # without rules: what stands before is a paragraph of its own, no name goes on like this
        if max(columns) > first:
            return _apart(part, after) or not any(part.grid.crossed(word.x0, word.x1, _SLACK) for word in after.words)
        line = after
    return False


def _ends_short(part: Part, line: Line, after: Line) -> bool:
    """Whether the next line's first word had room in the name's column, so that a row of its own begins there."""
    first = after.words[0]
    return line.x1 + first.x1 - first.x0 + _BLANK * part.grid.size < _name_edge(part) - 0.5


def _name_edge(part: Part) -> float:
    """How far right names reach on lines that have values beside them."""
    second = name_column(part.grid.header) + 1
    beside = [line for line in part.lines if line.words and _apart(part, line)]
    return max((word.x1 for line in beside for word in line.words if part.grid.column(word) < second), default=0.0)


def beside(part: Part, line: Line) -> bool:
    """Whether the line has words beside the names' column."""
    first = name_column(part.grid.header)
    return any(part.grid.column(word) > first for word in line.words)
