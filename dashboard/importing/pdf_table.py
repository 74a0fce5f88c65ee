"""Tables of a PDF: from a header to where its table ends, on this page and, without a header, on the next ones."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from dashboard.importing import columns
from dashboard.importing.columns import Shape
from dashboard.importing.document import Table
from dashboard.importing.pdf_grid import Grid, grid_of, name_column
from dashboard.importing.pdf_header import FoundHeader, header_at, pieces
from dashboard.importing.pdf_marks import Line, Page, joined
from dashboard.importing.pdf_rows import rows_of
from dashboard.importing.pdf_text import announced, paragraphs
from dashboard.importing.pdf_whole import Part
from dashboard.importing.vocabulary import key

_ANNOUNCES = ("analys", "kommentar")
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


def table_at(context: Context, at: int) -> tuple[list[Table], int]:
    """The tables that the header at this line begins, one for each page, and the number of lines they take."""
    line = context.lines[at]
    page = context.pages[line.page]
    found = header_at(context.lines, at, page)
    if found is None:
        if not columns.begins_header(line.text):
            return [], 0
        return [Table((line.text,), (), line.place)], 1
    return _read(context, at, found)


def _read(context: Context, at: int, found: FoundHeader) -> tuple[list[Table], int]:
    lines = context.lines
    begin = at + found.lines
    page = context.pages[lines[begin - 1].page]
    grid, end, floor = _extent(context, found, page, begin)
    parts = [Part(grid, page, lines[begin:end], found.bottom, floor, lead=context.lead(grid.size), habit=context.habit)]
    parts += _further(context, parts[0], end)
    last = end + sum(len(part.lines) for part in parts[1:])
    if not grid.ruled and len(parts) > 1:  # cells on later pages tell the columns too
        grid = grid_of(found, page, [line for part in parts for line in part.lines])
    place = joined([line.place for line in lines[at:begin] if line.page == lines[at].page])
    tables: list[Table] = []
    text_open = False
    for part in parts:
        rows, text_open = rows_of(replace(part, grid=grid, open_text=text_open))
        first = part.lines[0].place if tables else place
        tables.append(Table(found.header.words, tuple(rows), first))
    return tables, last - at


def _further(context: Context, first: Part, end: int) -> list[Part]:
    """The table's lines on the next pages, as far as it goes on without its header."""
    lines, grid = context.lines, first.grid
    parts: list[Part] = []
    ended = end >= len(lines) or lines[end].page == first.page.number
    text_open = not ended and rows_of(first)[1]
    while not ended and end < len(lines):
        page = context.pages[lines[end].page]
        last = _continued(context, grid, end, page, text_open)
        if last == end:
            break
        floor = _floor(grid, page, 0.0) or page.height
        parts.append(Part(grid, page, lines[end:last], 0.0, floor, text_open, first.lead, context.habit))
        ended = last < len(lines) and lines[last].page == page.number
        text_open = not ended and rows_of(parts[-1])[1]
        end = last
    return parts


def _extent(context: Context, found: FoundHeader, page: Page, begin: int) -> tuple[Grid, int, float]:
    """The table's columns, the line after its last one, and how far down the page it reaches."""
    lines = context.lines
    end = _page_end(lines, begin, page.number)
    grid = grid_of(found, page, lines[begin:end])
    floor = _floor(grid, page, found.bottom)
    if grid.ruled and floor is not None:
        inside = next((n for n in range(begin, end) if _middle(lines[n]) > floor + 1), end)
        inside = next((n for n in range(begin, inside) if header_at(lines, n, page)), inside)
        boxed = _boxed_text(context, grid, inside, end)
        return grid_of(found, page, lines[begin:inside]), boxed, floor if boxed == inside else page.height
    body = next((line.size for line in lines[begin:end] if line.words), grid.size)
    end = next((n for n in range(begin, end) if _ends(context, grid, n, begin, body)), end)
    body_end = end
    if end == begin and end < len(lines):  # the header stands last on its page: the next one tells the columns
        after = _page_end(lines, begin, lines[begin].page)
        body_end = next((n for n in range(begin, after) if _ends(context, grid, n, begin, grid.size)), after)
    return grid_of(found, page, lines[begin:body_end]), end, page.height


def _page_end(lines: Sequence[Line], begin: int, page: int) -> int:
    return next((n for n in range(begin, len(lines)) if lines[n].page != page), len(lines))


def _boxed_text(context: Context, grid: Grid, begin: int, end: int) -> int:
    """Where the text ends that stands in a box of its own below the table: 'Analys' in the table's small letters."""
    lines = context.lines
    if begin >= end or key(lines[begin].text) not in _ANNOUNCES or lines[begin].size > grid.size + 0.3:
        return begin
    if abs(grid.size - context.size) < 0.3 and not _boxed(grid, context.pages[lines[begin].page], lines[begin]):
        return begin
    return next((n for n in range(begin + 1, end) if _ends(context, grid, n, begin, grid.size)), end)


def _boxed(grid: Grid, page: Page, line: Line) -> bool:
    """Whether rules stand on both sides of the line at the table's edges."""
    sides = [rule.at for rule in page.upright if rule.start <= _middle(line) <= rule.end]
    return any(abs(at - grid.left) < 8 for at in sides) and any(abs(at - grid.right) < 8 for at in sides)


def _floor(grid: Grid, page: Page, top: float) -> float | None:
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


def _ends(context: Context, grid: Grid, at: int, begin: int, size: float) -> bool:
    """Whether a table without rules has ended before this line: at a heading, a header, or larger letters."""
    line = context.lines[at]
    page = context.pages[line.page]
    if not line.words:
        return False
    if header_at(context.lines, at, page) or columns.begins_header(line.text) or line.size > size + 0.7:
        return True
    if key(line.text) in _ANNOUNCES:
        return line.size > size + 0.3
    if len(pieces(line, page.wide, ())) > 1:
        return False
    before = context.lines[at - 1]
    far = at > begin and line.base - before.base > 4 * size and line.x0 < grid.starts[0] - 2
    return far or (context.heads(at) and not _labels_rows(context, grid, at))


def _labels_rows(context: Context, grid: Grid, at: int) -> bool:
    """Whether what reads as a heading is a group's label: set as its table is, with a row's cells on its lines."""
    line, page = context.lines[at], context.pages[context.lines[at].page]
    if grid.header.shape is not Shape.FEEDBACK or line.bold or abs(line.size - grid.size) > 0.4:
        return False
    for number in range(at + 1, _page_end(context.lines, at, line.page)):
        before, after = context.lines[number - 1], context.lines[number]
        far = after.base - before.base > (context.lead(grid.size) + 0.22) * grid.size
        if far or not after.words or header_at(context.lines, number, page):
            return False
        if _is_row(grid, after, page) or after.x0 > grid.starts[name_column(grid.header) + 1] - 1:
            return True
    return False


def _continued(context: Context, grid: Grid, begin: int, page: Page, text_open: bool) -> int:
    """The line after the table's last one on a further page where its header is not printed again."""
    lines = context.lines
    end = _page_end(lines, begin, page.number)
    first = next((line for line in lines[begin:end] if line.words), None)
    if first is None or header_at(lines, begin, page):
        return begin
    told = key(first.text) in _ANNOUNCES and first.size <= grid.size + 0.3
    if context.heads(begin) and not told and not _labels_rows(context, grid, begin):
        return begin
    if grid.ruled:
        return _continued_in_rules(context, grid, begin, end, first)
    if abs(first.size - grid.size) > 0.4:
        return begin
    last = next((n for n in range(begin, end) if _ends(context, grid, n, begin, grid.size)), end)
    apart = any(_is_row(grid, line, page) for line in lines[begin:last])
    differs = abs(grid.size - context.size) > 0.4
    if apart or differs or (text_open and last > begin):
        return last
    return begin + _analysis(context, grid, lines[begin:last])


def _continued_in_rules(context: Context, grid: Grid, begin: int, end: int, first: Line) -> int:
    """The same where upright rules show how far the table goes."""
    lines, page = context.lines, context.pages[first.page]
    floor = _floor(grid, page, 0.0)
    top = min((rule.start for rule in page.upright if abs(rule.at - grid.left) < 2.5), default=page.height)
    if floor is None or top > first.bottom:
        return begin
    inside = next((n for n in range(begin, end) if _middle(lines[n]) > floor + 1), end)
    inside = next((n for n in range(begin, inside) if header_at(lines, n, page)), inside)
    return _boxed_text(context, grid, inside, end)


def _analysis(context: Context, grid: Grid, lines: Sequence[Line]) -> int:
    """How many lines take the analysis of the last row, where it stands alone on its page set as the text is."""
    if not lines or not _colon(lines[0]):
        return 0
    alike = [line for line in context.lines if abs(line.size - grid.size) < 0.4 and _colon(line)]
    if len(alike) < 2:
        return 0
    text = [line for line in lines if line.words]
    return len(paragraphs(text, grid.right, context.lead(grid.size))[0])


def _colon(line: Line) -> bool:
    """Whether an analysis begins on the line on which it is announced, as rows have it and sections don't."""
    return announced(line) and len(line.words) > 1 and line.words[0].text.endswith(":")


def _is_row(grid: Grid, line: Line, page: Page) -> bool:
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


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2
