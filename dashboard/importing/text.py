"""The reader of plain text: tab-separated tables, and tables and paragraphs laid out as a PDF's text comes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.importing import (
    columns,
    stream,
    stream_feedback,
    text_feedback,
    text_grid,
    text_hanging,
    text_lost,
    text_rows,
    text_tabs,
    wrapping,
)
from dashboard.importing import lines as printed
from dashboard.importing.columns import Header, Shape
from dashboard.importing.document import Block, Heading, NeutralDocument, Paragraph, Table
from dashboard.importing.lines import Line
from dashboard.importing.text_placing import Placing
from dashboard.importing.vocabulary import goal_heading, key, section_of_document, section_under_goal, status_line

_TITLE_LINES = 6  # a goal's title is wrapped over a few lines at most


@dataclass(slots=True)
class _Reading:
    """The lines with what was learnt of them, and the blocks read so far."""

    lines: Sequence[Line]
    style: stream.Print
    double: bool
    tabbed: bool
    contents: frozenset[str]
    blocks: list[Block] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    aligned: bool = False
    placing: Placing = field(default_factory=Placing)


def read(text: str) -> NeutralDocument:
    """Reads a whole text; line numbers count from 1 in it."""
    lines, footers = printed.without_furniture(printed.lines_of(text))
    contents = printed.contents_of(lines)
    entries = frozenset(key(entry) for entry in contents.entries if not goal_heading(entry))
    body = lines[contents.last :]
    tabbed = any("\t" in line.text and columns.of_cells(tuple(line.text.split("\t"))) for line in body)
    reading = _Reading(
        body, stream.Print(wrapping.width_of(body), printed.ends_with_blank(lines)),
        not tabbed and printed.double_spaced(body), tabbed, entries,
    )  # fmt: skip
    if contents.first:
        cover = lines[: contents.first - 1]
    else:
        start = next((at for at, line in enumerate(body) if _heads(reading, line)), len(body))
        cover, reading.lines = body[:start], body[start:]
    _read_body(reading)
    if told := reading.placing.better():
        reading.blocks, reading.placing = [], Placing(told=told)
        _read_body(reading)
    if not (tabbed or reading.aligned or reading.style.marked):
        text_lost.refuse(lines, reading.blocks)
    layout = "tabbar" if tabbed else "kolumner" if reading.aligned else "dubbelradig" if reading.double else "utlagd"
    body_blocks = text_hanging.doubted(reading.blocks) if reading.aligned else tuple(reading.blocks)
    return NeutralDocument(layout, _cover(cover), body_blocks, contents.entries, footers)


def _cover(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line.text.strip(), line.place) for line in lines if not line.blank)


def _read_body(reading: _Reading) -> None:
    at = 0
    while at < len(reading.lines):
        taken = _table(reading, at) or _heading(reading, at)
        at += taken or _running(reading, at)
    _end_paragraph(reading)


def _table(reading: _Reading, at: int) -> int:
    """Reads the table whose header begins here; the number of lines it takes, 0 where there is none."""
    line = reading.lines[at]
    if "\t" in line.text:
        return _tabbed_table(reading, at)
    aligned = text_grid.header_at(reading.lines, at)
    if aligned:
        return _aligned_table(reading, at, *aligned)
    found = stream.header_at(reading.lines, at)
    if not found and not columns.begins_header(line.text):
        return 0
    _end_paragraph(reading)
    if not found:
        reading.blocks.append(Table((line.words,), (), line.place))
        return 1
    header, length = found
    begin = at + length
    lines = reading.lines[begin : _table_end(reading, begin)]
    if not lines:
        return length
    if header.shape is Shape.FEEDBACK:
        table, taken = stream_feedback.read(lines, header, reading.style)
    else:
        table, taken = stream.read(lines, header, reading.style, _continues(reading, header))
    reading.blocks.append(table)
    return length + taken


def _aligned_table(reading: _Reading, at: int, grid: text_grid.Grid, length: int) -> int:
    """Reads a table whose columns stand where its header's words do."""
    _end_paragraph(reading)
    reading.aligned = True
    begin = at + length
    lines = reading.lines[begin : _table_end(reading, begin)]
    if not lines:
        reading.blocks.append(Table(grid.header.words, (), reading.lines[at].place))
        return length
    if grid.header.shape is Shape.FEEDBACK:
        table, taken = text_feedback.read(lines, grid)
    else:
        before = reading.blocks[-1] if _continues(reading, grid.header) else None
        table, taken = text_rows.read(lines, grid, before if isinstance(before, Table) else None, reading.placing)
    reading.blocks.append(table)
    return length + taken


def _continues(reading: _Reading, header: Header) -> bool:
    """Whether this header was printed before with nothing between: then a page break split the table."""
    before = reading.blocks[-1] if reading.blocks else None
    return isinstance(before, Table) and tuple(map(key, before.header)) == tuple(
        key(word) for word in header.words if word
    )


def _table_end(reading: _Reading, begin: int) -> int:
    """Where the table must have ended: at a heading other than a row's 'Analys', or at the next header."""
    for at, line in enumerate(reading.lines[begin:], start=begin):
        if line.blank or key(line.text) in ("analys", "kommentar"):
            continue
        label = reading.aligned and text_feedback.is_label(line, reading.lines[at + 1 : at + 2])
        if (_heads(reading, line) and not label) or _header_at(reading, at):
            return at
    return len(reading.lines)


def _header_at(reading: _Reading, at: int) -> bool:
    return bool(text_grid.header_at(reading.lines, at) or stream.header_at(reading.lines, at))


def _tabbed_table(reading: _Reading, at: int) -> int:
    table = text_tabs.table(reading.lines[at:])
    if table is None:
        return 0
    _end_paragraph(reading)
    reading.blocks.append(table)
    return len(table.rows) + 1


def _heading(reading: _Reading, at: int) -> int:
    """Reads a heading, or a goal's status line, that begins here; the number of lines it takes."""
    line = reading.lines[at]
    if line.blank:
        return 0
    if goal_heading(line.text):
        return _goal(reading, at) if _goal_heads(reading, at) else 0
    if status_line(line.words):
        _end_paragraph(reading)
        reading.blocks.append(Paragraph(line.words, line.place))
    elif _heads(reading, line):
        _end_paragraph(reading)
        reading.blocks.append(Heading(line.words, line.place))
    else:
        return 0
    return 1


def _goal_heads(reading: _Reading, at: int) -> bool:
    """Whether a goal's heading begins here rather than a wrapped line of a sentence that speaks of one."""
    before = reading.lines[at - 1].words if at else ""
    sentence = reading.aligned and bool(reading.waiting) and bool(before) and before[-1] not in ".:!?"
    return not sentence or len(before) + len(reading.lines[at].words.split(" ")[0]) < 0.8 * reading.style.width


def _goal(reading: _Reading, at: int) -> int:
    """A goal's heading goes on over wrapped lines until a blank one, or in double spacing until another form."""
    _end_paragraph(reading)
    title, end = [reading.lines[at]], at + 1
    for number in range(at + 1, min(len(reading.lines), at + 1 + _TITLE_LINES * (1 + reading.double))):
        line = reading.lines[number]
        if line.blank and (not reading.double or line.text):
            break
        if line.blank:
            continue
        if _heads(reading, line) or status_line(line.words) or _header_at(reading, number) or "\t" in line.text:
            break
        if reading.double and len(title[-1].words) < 0.5 * reading.style.width:
            break
        title.append(line)
        end = number + 1
    text = " ".join(wrapping.joined(title, reading.style.marked).split())
    reading.blocks.append(Heading(text, title[0].place))
    return end - at


def _heads(reading: _Reading, line: Line) -> bool:
    words = line.words
    if not words or "\t" in line.text:
        return False
    return bool(goal_heading(words)) or section_under_goal(words) or section_of_document(words, reading.contents)


def _running(reading: _Reading, at: int) -> int:
    """Takes running text: a blank line ends the paragraph, in double spacing only one that holds a blank."""
    line = reading.lines[at]
    if line.blank:
        if not reading.double or line.text:
            _end_paragraph(reading)
        return 1
    lost = (
        text_lost.rows(reading.lines[at : at + 20], reading.waiting, reading.blocks, lambda one: _heads(reading, one))
        if reading.aligned
        else None
    )
    if lost:
        table, above, taken = lost
        del reading.waiting[len(reading.waiting) - above :]
        _end_paragraph(reading)
        reading.blocks.append(table)
        return taken
    if reading.tabbed:
        _end_paragraph(reading)
    reading.waiting.append(line)
    return 1


def _end_paragraph(reading: _Reading) -> None:
    lines, reading.waiting = reading.waiting, []
    for part in wrapping.paragraphs(lines, reading.style.width, reading.style.marked) if lines else ():
        text = " ".join(wrapping.joined(part, reading.style.marked).split())
        before = reading.blocks[-1] if reading.blocks else None
        if isinstance(before, Paragraph) and not status_line(before.text) and wrapping.continues(before.text, text):
            reading.blocks[-1] = Paragraph(f"{before.text} {text}", before.place)
        else:
            reading.blocks.append(Paragraph(text, part[0].place))
