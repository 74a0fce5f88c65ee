"""Where a PDF's table ends: by its rules, else at a heading, another header, larger letters or far below."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dashboard.importing import columns
from dashboard.importing.columns import Shape
from dashboard.importing.pdf_grid import Grid, grid_of, name_column
from dashboard.importing.pdf_header import FoundHeader, header_at, pieces
from dashboard.importing.pdf_marks import Line, Page
from dashboard.importing.pdf_ruled import goal_row
from dashboard.importing.pdf_text import ANNOUNCES, announced
from dashboard.importing.vocabulary import goal_heading, key

_CONTINUOUS = 11.0  # points between rules that still are of one table: less than a heading takes


@dataclass(frozen=True, slots=True)
class Context:
    """What a table needs to know of its document: lines, pages, the body's size, and which lines are headings."""

    lines: Sequence[Line]
    pages: dict[int, Page]
    size: float
    heads: Callable[[int], bool]
    leads: dict[float, float] = field(default_factory=dict)  # by the letters' size: asked for each table
    habit: dict[str, float] = field(default_factory=dict)  # how cells stand in rows, learnt from table to table

    def lead(self, size: float) -> float:
        """The distance of wrapped lines of this size as a share of it."""
        if size not in self.leads:
            self.leads[size] = _lead(self.lines, size)
        return self.leads[size]


def extent(context: Context, found: FoundHeader, page: Page, begin: int) -> tuple[Grid, int, float]:
    """The table's columns, the line after its last one, and how far down the page it reaches."""
    lines = context.lines
    end = page_end(lines, begin, page.number)
    grid = grid_of(found, page, lines[begin:end])
    floor = floor_of(grid, page, found.bottom)
    if grid.ruled and floor is not None:
        inside = next((n for n in range(begin, end) if middle(lines[n]) > floor + 1), end)
        inside = next((n for n in range(begin, inside) if begins_other(context, n, page)), inside)
        inside = _label_goes_on(context, grid, inside, end)
        boxed = boxed_text(context, grid, inside, end)
        if grid.shaded and (further := _unshaded(context, grid, boxed, end)) > boxed:
            return grid_of(found, page, lines[begin:further]), further, page.height
        return grid_of(found, page, lines[begin:inside]), boxed, floor if boxed == inside else page.height
    body = next((line.size for line in lines[begin:end] if line.words), grid.size)
    end = next((n for n in range(begin, end) if ends(context, grid, n, begin, body)), end)
    body_end = end
    if end == begin and end < len(lines):  # the header stands last on its page: the next one tells the columns
        after = page_end(lines, begin, lines[begin].page)
        body_end = next((n for n in range(begin, after) if ends(context, grid, n, begin, grid.size)), after)
    return grid_of(found, page, lines[begin:body_end]), end, page.height


def begins_other(context: Context, at: int, page: Page) -> bool:
    """Whether another table's header, a goal's row or heading stands here, though rules go on in a box of its own."""
    goal = goal_heading(context.lines[at].text) is not None and context.heads(at)
    return goal or goal_row(context.lines, at, page) or header_at(context.lines, at, page) is not None


def page_end(lines: Sequence[Line], begin: int, page: int) -> int:
    return next((n for n in range(begin, len(lines)) if lines[n].page != page), len(lines))


def _unshaded(context: Context, grid: Grid, begin: int, end: int) -> int:
    """Where the table ends whose last shaded row stands before this line: rows go on where their cells are seen."""
    lines, page = context.lines, context.pages[context.lines[begin - 1].page]
    last = next((n for n in range(begin, end) if ends(context, grid, n, begin, grid.size)), end)
    told = begin < last and announced(lines[begin])
    return last if told or any(is_row(grid, line, page) for line in lines[begin:last]) else begin


def _label_goes_on(context: Context, grid: Grid, begin: int, end: int) -> int:
    """Where the label of a feedback group ends that goes on below the page's last row, in its own column."""
    if grid.header.shape is not Shape.FEEDBACK:
        return begin
    edge = grid.starts[name_column(grid.header) + 1]
    for number in range(begin, end):
        line, before = context.lines[number], context.lines[number - 1]
        if not line.words or line.x1 > edge or line.base - before.base > 1.6 * grid.size or line.x0 < grid.left:
            return begin
    return end


def boxed_text(context: Context, grid: Grid, begin: int, end: int) -> int:
    """Where the text ends that stands in a box of its own below the table: 'Analys' in the table's small letters."""
    lines = context.lines
    if begin >= end or key(lines[begin].text) not in ANNOUNCES or lines[begin].size > grid.size + 0.3:
        return begin
    if abs(grid.size - context.size) < 0.3 and not _boxed(grid, context.pages[lines[begin].page], lines[begin]):
        return begin
    return next((n for n in range(begin + 1, end) if ends(context, grid, n, begin, grid.size)), end)


def _boxed(grid: Grid, page: Page, line: Line) -> bool:
    """Whether rules stand on both sides of the line at the table's edges."""
    sides = [rule.at for rule in page.upright if rule.start <= middle(line) <= rule.end]
    return any(abs(at - grid.left) < 8 for at in sides) and any(abs(at - grid.right) < 8 for at in sides)


def floor_of(grid: Grid, page: Page, top: float) -> float | None:
    """How far down the upright rules of the table go on without a break from here; None where there are none."""
    if not grid.ruled:
        return None
    at = (grid.left, *grid.starts, grid.right)
    rules = sorted(
        (rule for rule in page.upright if any(abs(rule.at - edge) < 2.5 for edge in at) and rule.end > top),
        key=lambda rule: rule.start,
    )
    reached = top if top else (rules[0].start if rules else None)
    if reached is None or not rules:
        return None
    for rule in rules:
        if rule.start <= reached + _CONTINUOUS:
            reached = max(reached, rule.end)
    return reached


def ends(context: Context, grid: Grid, at: int, begin: int, size: float) -> bool:
    """Whether a table without rules has ended before this line: at a heading, a header, or larger letters."""
    line = context.lines[at]
    page = context.pages[line.page]
    if not line.words:
        return False
    if header_at(context.lines, at, page) or columns.begins_header(line.text) or line.size > size + 0.7:
        return True
    if goal_row(context.lines, at, page):
        return True
    if key(line.text) in ANNOUNCES:
        return line.size > size + 0.3
    if len(pieces(line, page.wide, ())) > 1:
        return False
    before = context.lines[at - 1]
    far = at > begin and line.base - before.base > 4 * size and line.x0 < grid.starts[0] - 2
    return far or (context.heads(at) and not labels_rows(context, grid, at))


def labels_rows(context: Context, grid: Grid, at: int) -> bool:
    """Whether what reads as a heading is a group's label: set as its table is, with a row's cells on its lines."""
    line, page = context.lines[at], context.pages[context.lines[at].page]
    if grid.header.shape is not Shape.FEEDBACK or line.bold or abs(line.size - grid.size) > 0.4:
        return False
    for number in range(at + 1, page_end(context.lines, at, line.page)):
        before, after = context.lines[number - 1], context.lines[number]
        far = after.base - before.base > (context.lead(grid.size) + 0.22) * grid.size
        if far or not after.words or header_at(context.lines, number, page):
            return False
        if is_row(grid, after, page) or after.x0 > grid.starts[name_column(grid.header) + 1] - 1:
            return True
    return False


def is_row(grid: Grid, line: Line, page: Page) -> bool:
    """Whether the line's words stand apart in two of the table's columns."""
    apart = pieces(line, 0.8 * page.wide, ())
    return len(apart) > 1 and len({grid.column(piece[0]) for piece in apart}) > 1


def _lead(lines: Sequence[Line], size: float) -> float:
    """The distance of wrapped lines as a share of the letters' size: the closest ones that are set alike."""
    shares = sorted(
        (after.base - line.base) / size
        for line, after in itertools.pairwise(lines)
        if line.words and after.words and abs(line.size - size) < 0.3 and abs(after.size - size) < 0.3
        and abs(line.x0 - after.x0) < 2 and 0.95 * size <= after.base - line.base <= 1.8 * size
    )  # fmt: skip
    return min(1.6, shares[min(2, len(shares) // 8)]) if shares else 1.2


def middle(line: Line) -> float:
    return (line.top + line.bottom) / 2
