"""Tables of a PDF: from a header to where its table ends, on this page and, without a header, on the next ones."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.importing import columns
from dashboard.importing.document import Table
from dashboard.importing.pdf_extent import (
    Context,
    begins_other,
    boxed_text,
    ends,
    extent,
    floor_of,
    is_row,
    labels_rows,
    middle,
    page_end,
)
from dashboard.importing.pdf_grid import Grid, grid_of
from dashboard.importing.pdf_header import FoundHeader, header_at
from dashboard.importing.pdf_marks import Line, Page, joined
from dashboard.importing.pdf_rows import rows_of
from dashboard.importing.pdf_text import ANNOUNCES, announced, paragraphs
from dashboard.importing.pdf_whole import Part
from dashboard.importing.vocabulary import key

__all__ = ["Context", "table_at"]


def table_at(context: Context, at: int, before: Table | None = None) -> tuple[list[Table], int]:
    """The tables that the header at this line begins, one for each page, and the number of lines they take.

    `before` is the table that ended right before it: a page's end may have parted an analysis from its label.
    """
    line = context.lines[at]
    page = context.pages[line.page]
    found = header_at(context.lines, at, page)
    if found is None:
        if not columns.begins_header(line.text):
            return [], 0
        return [Table((line.text,), (), line.place)], 1
    return _read(context, at, found, before is not None and _label_last(before, found))


def _label_last(before: Table, found: FoundHeader) -> bool:
    """Whether the same table ended with an analysis's label alone."""
    if not before.rows or list(map(key, before.header)) != list(map(key, found.header.words)):
        return False
    row, name = before.rows[-1], found.header.name
    return row.filled() == (name,) and key(row.cells[name]) in ANNOUNCES


def _read(context: Context, at: int, found: FoundHeader, open_text: bool) -> tuple[list[Table], int]:
    lines = context.lines
    begin = at + found.lines
    page = context.pages[lines[begin - 1].page]
    grid, end, floor = extent(context, found, page, begin)
    lead = context.lead(grid.size)
    parts = [Part(grid, page, lines[begin:end], found.bottom, floor, open_text, lead, context.habit)]
    parts += _further(context, parts[0], end)
    last = end + sum(len(part.lines) for part in parts[1:])
    if not grid.ruled and len(parts) > 1:  # cells on later pages tell the columns too
        grid = grid_of(found, page, [line for part in parts for line in part.lines])
    place = joined([line.place for line in lines[at:begin] if line.page == lines[at].page])
    tables: list[Table] = []
    text_open = open_text
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
        floor = floor_of(grid, page, 0.0) or page.height
        parts.append(Part(grid, page, lines[end:last], 0.0, floor, text_open, first.lead, context.habit))
        ended = last < len(lines) and lines[last].page == page.number
        text_open = not ended and rows_of(parts[-1])[1]
        end = last
    return parts


def _continued(context: Context, grid: Grid, begin: int, page: Page, text_open: bool) -> int:
    """The line after the table's last one on a further page where its header is not printed again."""
    lines = context.lines
    end = page_end(lines, begin, page.number)
    first = next((line for line in lines[begin:end] if line.words), None)
    if first is None or header_at(lines, begin, page):
        return begin
    told = key(first.text) in ANNOUNCES and first.size <= grid.size + 0.3
    if context.heads(begin) and not told and not labels_rows(context, grid, begin):
        return begin
    if grid.ruled:
        return _continued_in_rules(context, grid, begin, end, first)
    if abs(first.size - grid.size) > 0.4:
        return begin
    last = next((n for n in range(begin, end) if ends(context, grid, n, begin, grid.size)), end)
    apart = any(is_row(grid, line, page) for line in lines[begin:last])
    differs = abs(grid.size - context.size) > 0.4
    if apart or differs or (text_open and last > begin):
        return last
    return begin + _analysis(context, grid, lines[begin:last])


def _continued_in_rules(context: Context, grid: Grid, begin: int, end: int, first: Line) -> int:
    """The same where upright rules show how far the table goes."""
    lines, page = context.lines, context.pages[first.page]
    floor = floor_of(grid, page, 0.0)
    top = min((rule.start for rule in page.upright if abs(rule.at - grid.left) < 2.5), default=page.height)
    if floor is None or top > first.bottom:
        return begin
    inside = next((n for n in range(begin, end) if middle(lines[n]) > floor + 1), end)
    inside = next((n for n in range(begin, inside) if begins_other(context, n, page)), inside)
    return boxed_text(context, grid, inside, end)


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
