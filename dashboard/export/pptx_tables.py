"""Real tables on slides: a header row, rules between rows, and type as large as the area holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu

from dashboard.export import looks
from dashboard.export.pptx_fit import EMU, Area, largest, line_height, tall, width_of
from dashboard.export.pptx_sheet import Run, Sheet
from dashboard.export.pptx_xml import described, ruled

SIZES = (22, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9)
# The room between columns, and over and under a row's words where they are of the usual size.
_GAP, _AIR, _USUAL = 18, 7, 18
# What a head is smaller than its table.
_HEAD = 0.84
Paragraph = Sequence[Run]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's paragraphs, and the px kept free over them for what is drawn there."""

    paragraphs: tuple[Paragraph, ...]
    above: float = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, one per column; a `heading` is one cell over all columns, that heads those below it."""

    cells: tuple[Cell, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are parts of the area's width; the cells of the columns `numbers` stand to the right."""

    alt: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where a table ended up: its rows' places and its type."""

    rows: tuple[Area, ...]
    size: float
    bottom: float


def cell(words: str, *, bold: bool = False, colour: str = looks.INK) -> Cell:
    return Cell(((Run(words, bold=bold, colour=colour),),))


def heading(words: str) -> Row:
    return Row((cell(words, bold=True, colour=looks.INK_2),), heading=True)


def size_of(table: Table, area: Area, sizes: Sequence[float] = SIZES) -> float:
    """The largest type in which the table fits the area."""
    return largest(sizes, lambda size: _needed(table, area.width, size), area.height)


def height_of(table: Table, width: float, size: float) -> float:
    return _needed(table, width, size)


def add_table(sheet: Sheet, table: Table, area: Area, sizes: Sequence[float] = SIZES) -> Drawn:
    """The table at the area's top, no higher than it where that can be had."""
    size = size_of(table, area, sizes)
    heights = _heights(table, area.width, size)
    box = (Emu(round(value * EMU)) for value in (area.left, area.top, area.width, sum(heights)))
    frame = sheet.slide.shapes.add_table(len(heights), len(table.widths), *box)
    described(frame, "Tabell", table.alt)
    # PowerPoint's plainest style: rules are drawn cell by cell.
    frame._element.find(f".//{qn('a:tableStyleId')}").text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
    made = frame.table
    made.first_row, made.first_col, made.horz_banding = True, True, False
    for place, width in enumerate(table.widths):
        made.columns[place].width = Emu(round(area.width * width * EMU))
    heads = Row(tuple(cell(words, bold=True, colour=looks.INK_2) for words in table.heads))
    _written(sheet, made, table, (heads, *table.rows), size)
    top, places = area.top, []
    for number, height in enumerate(heights):
        made.rows[number].height = Emu(round(height * EMU))
        places.append(Area(area.left, top, area.width, height))
        top += height
    return Drawn(tuple(places[1:]), size, top)


def _needed(table: Table, width: float, size: float) -> float:
    """The height, or more than there ever is where a word would be broken."""
    pairs = [(table.heads[place], part, size * _HEAD, True) for place, part in enumerate(table.widths)]
    for row in table.rows:
        inside = zip(row.cells, (1.0,) if row.heading else table.widths, strict=True)
        pairs += [(run.text, part, size, run.bold) for one, part in inside for told in one.paragraphs for run in told]
    words = {(max(text.split(" "), key=len), part, own, bold) for text, part, own, bold in pairs}
    broken = any(width_of(word, own, bold) > part * width - _GAP for word, part, own, bold in words)
    return inf if broken else sum(_heights(table, width, size))


def _heights(table: Table, width: float, size: float) -> list[float]:
    heads = Row(tuple(cell(words, bold=True) for words in table.heads))
    return [_height(heads, table, width, size * _HEAD), *(_height(row, table, width, size) for row in table.rows)]


def _height(row: Row, table: Table, width: float, size: float) -> float:
    widths = (1.0,) if row.heading else table.widths
    return (
        max(
            one.above + sum(_tall(told, part * width - _GAP, size) for told in one.paragraphs)
            for one, part in zip(row.cells, widths, strict=True)
        )
        + 2 * _AIR * size / _USUAL
    )


def _tall(told: Paragraph, width: float, size: float) -> float:
    words = "".join(run.text for run in told)
    # A piece in bold counts for all of it: too high is better than cut.
    own = max((run.size or size for run in told), default=size)
    return tall(words, width, own, any(run.bold for run in told)) if words else line_height(own)


def _written(sheet: Sheet, made: Any, table: Table, rows: Sequence[Row], size: float) -> None:
    last = len(table.widths) - 1
    for number, row in enumerate(rows):
        if row.heading and last:
            made.cell(number, 0).merge(made.cell(number, last))
        for place, one in enumerate(row.cells):
            held = made.cell(number, place)
            held.vertical_anchor = MSO_ANCHOR.TOP if number else MSO_ANCHOR.BOTTOM
            right = place in table.numbers
            _edges(held, size, one.above, right=right)
            _filled(sheet, held, one, size if number else size * _HEAD, right=right)
        for place in range(last + 1):
            made.cell(number, place).fill.background()
            ruled(made.cell(number, place), *((looks.RULE_2, 0.75) if number else (looks.INK, 1.5)))


def _edges(held: Any, size: float, above: float, *, right: bool) -> None:
    air = _AIR * size / _USUAL
    sides = (_GAP, 0) if right else (0, _GAP)
    held.margin_left, held.margin_right = (Emu(round(gap * EMU)) for gap in sides)
    held.margin_top, held.margin_bottom = (Emu(round(gap * EMU)) for gap in (air + above, air))


def _filled(sheet: Sheet, held: Any, one: Cell, size: float, *, right: bool) -> None:
    frame = held.text_frame
    for count, told in enumerate(one.paragraphs):
        paragraph = frame.paragraphs[0] if count == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        sheet.runs(paragraph, told, size)
