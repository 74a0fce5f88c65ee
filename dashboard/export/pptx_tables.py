"""Real tables on slides: a header row, rules between rows, and as many rows on a slide as can be read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu

from dashboard.export import looks
from dashboard.export.pptx_fit import EMU, SMALLEST, WIDER, Area, line_height, tall, width_of
from dashboard.export.pptx_sheet import Run, Sheet
from dashboard.export.pptx_xml import described, ruled

# The room between columns, and over and under a row's words.
_GAP, _AIR = 18, 7
# What stands after a sign: the lines under it begin where its words do, so many px in.
HANGING, _IN = "\t", 36
_NARROW = 900
Paragraph = Sequence[Run]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's paragraphs; `above` are px kept free over them, in which `drawn` draws."""

    paragraphs: tuple[Paragraph, ...]
    above: float = 0
    drawn: Callable[[Sheet, Area], None] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Cells, one per column; a `heading` is one cell over all columns, over those below it until one stands `free`.

    Told from others by being itself, so that it is measured once however the rows are laid on slides.
    """

    cells: tuple[Cell, ...]
    heading: bool = False
    free: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are parts of the area's width; the cells of the columns `numbers` stand to the right.

    On a slide that is narrow for its font they are as `narrow` says. `least` is what the columns' longest words take,
    the same for all parts of a table.
    """

    alt: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    numbers: tuple[int, ...] = ()
    narrow: tuple[float, ...] = ()
    least: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.least:
            least = tuple(_longest(self.heads, self.rows, place) for place in range(len(self.heads)))
            object.__setattr__(self, "least", least)

    def height(self, width: float) -> float:
        return sum(_heights(self, width))

    def parted(self, width: float, room: float, alone: float) -> tuple["Table | None", "Table | None"]:
        """The rows that `room` holds, and the others under the same heads; its first row where it begins a slide."""
        used, *heights = _heights(self, width)
        place = 0
        while place < len(heights) and used + heights[place] <= room:
            used, place = used + heights[place], place + 1
        # A heading stands with the first of its rows.
        while place and self.rows[place - 1].heading:
            place -= 1
        if not place and alone:
            place = next((number for number, row in enumerate(self.rows, 1) if not row.heading), len(self.rows))
        return _some(self, self.rows[:place]), _some(self, _headed(self.rows, place))

    def joined(self, other: "Table") -> "Table":
        """The rows of both; a heading that only continues stands once."""
        last = [row.cells for row in self.rows if row.heading][-1:]
        first = [row.cells for row in other.rows[:1]]
        more = other.rows[1:] if last == first else other.rows
        return replace(self, rows=(*self.rows, *more), least=())

    def shortened(self, width: float, room: float) -> tuple["Table", tuple[str, ...]]:
        """A row higher than a slide says less there; also what it would have said, for the notes."""
        rows, told = list(self.rows), []
        for number, row in enumerate(self.rows):
            spare = room - self.height(width) + _heights(self, width)[number + 1]
            rows[number], cut = _cut(self, row, width, spare)
            told += cut
        return replace(self, rows=tuple(rows)), tuple(told)

    def draw(self, sheet: Sheet, area: Area) -> float:
        """Returns where it ends; what is drawn in its cells comes after it in reading order."""
        heights = _heights(self, area.width)
        widths = _columns(self, area.width)
        _written(sheet, self, Area(area.left, area.top, area.width, sum(heights)), heights)
        top = area.top + heights[0]
        for row, height in zip(self.rows, heights[1:], strict=True):
            for place, one in enumerate(row.cells):
                if one.drawn:
                    left = area.left + sum(widths[:place])
                    one.drawn(sheet, Area(left, top + _AIR, widths[place] - _GAP, one.above - _AIR))
            top += height
        return top


def cell(words: str, *, bold: bool = False, colour: str = looks.INK) -> Cell:
    return Cell(((Run(words, bold=bold, colour=colour),),))


def heading(words: str) -> Row:
    return Row((cell(words, bold=True, colour=looks.INK_2),), heading=True)


def _some(table: Table, rows: Sequence[Row]) -> Table | None:
    return replace(table, rows=tuple(rows)) if rows else None


def _headed(rows: Sequence[Row], place: int) -> Sequence[Row]:
    """The rows from `place` on, again under the heading that they have."""
    rest = rows[place:]
    before = [row for row in rows[: place + 1] if row.heading or row.free]
    return (before[-1], *rest) if rest and before and before[-1].heading and not rest[0].heading else rest


def _cut(table: Table, row: Row, width: float, room: float) -> tuple[Row, list[str]]:
    """The row with the words of its first cell cut until it is no higher than `room`."""
    words = "".join(run.text for told in row.cells[0].paragraphs for run in told)
    first, kept = row.cells[0], words.split(" ")
    while _height(row, _columns(table, width)) > room and len(kept) > 1:
        kept.pop()
        shorter = replace(first, paragraphs=((replace(first.paragraphs[0][0], text=f"{' '.join(kept)} …"),),))
        row = replace(row, cells=(shorter, *row.cells[1:]))
    return row, [words] if row.cells[0] is not first else []


@lru_cache(maxsize=64)
def _heads(heads: tuple[str, ...]) -> Row:
    return Row(tuple(cell(words, bold=True, colour=looks.INK_2) for words in heads))


def _heights(table: Table, width: float) -> list[float]:
    columns = _columns(table, width)
    return [_height(_heads(table.heads), columns), *(_height(row, columns) for row in table.rows)]


@lru_cache(maxsize=2048)
def _height(row: Row, columns: tuple[float, ...]) -> float:
    widths = (sum(columns),) if row.heading else columns
    inside = zip(row.cells, widths, strict=True)
    return max(one.above + sum(_tall(told, part - _GAP) for told in one.paragraphs) for one, part in inside) + 2 * _AIR


def _tall(told: Paragraph, width: float) -> float:
    words = "".join(run.text for run in told)
    if HANGING in words:
        words, width = words.partition(HANGING)[2], width - _IN
    # A piece in bold counts for all of it: too high is better than cut.
    return tall(words, width, SMALLEST, any(run.bold for run in told)) if words else line_height(SMALLEST)


def _columns(table: Table, width: float) -> tuple[float, ...]:
    """The columns' widths: no word is broken as long as the first column has room to give."""
    parts = table.narrow if table.narrow and width < _NARROW * WIDER.get() else table.widths
    wide = [part * width for part in parts]
    for place in range(1, len(wide)):
        lacks = max(0.0, table.least[place] - wide[place])
        given = min(lacks, max(0.0, wide[0] - max(table.least[0], 0.25 * width)))
        wide[place], wide[0] = wide[place] + given, wide[0] - given
    return tuple(wide)


def _longest(heads: Sequence[str], rows: Sequence[Row], place: int) -> float:
    """The width that the column's longest word takes."""
    told: list[tuple[Run, ...]] = [(Run(heads[place], bold=True),)]
    told += [tuple(part) for row in rows if not row.heading for part in row.cells[place].paragraphs]
    return max(_word(part) + (_IN if _hangs(part) else 0) for part in told) + _GAP


def _word(told: Paragraph) -> float:
    words = ((word, run.bold) for run in told for word in run.text.replace(HANGING, " ").split(" "))
    return max(width_of(word, SMALLEST, bold) for word, bold in words)


def _hangs(told: Paragraph) -> bool:
    return any(run.text.endswith(HANGING) for run in told)


def _written(sheet: Sheet, table: Table, area: Area, heights: Sequence[float]) -> None:
    rows = (_heads(table.heads), *table.rows)
    box = (Emu(round(value * EMU)) for value in (area.left, area.top, area.width, area.height))
    frame = sheet.slide.shapes.add_table(len(rows), len(table.widths), *box)
    described(frame, "Tabell", table.alt)
    # PowerPoint's plainest style: rules are drawn cell by cell.
    frame._element.find(f".//{qn('a:tableStyleId')}").text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
    made = frame.table
    made.first_row, made.first_col, made.horz_banding = True, True, False
    for place, width in enumerate(_columns(table, area.width)):
        made.columns[place].width = Emu(round(width * EMU))
    for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
        made.rows[number].height = Emu(round(height * EMU))
        _row(sheet, made, table, number, row)


def _row(sheet: Sheet, made: Any, table: Table, number: int, row: Row) -> None:
    last = len(table.widths) - 1
    if row.heading and last:
        made.cell(number, 0).merge(made.cell(number, last))
    for place, one in enumerate(row.cells):
        held = made.cell(number, place)
        held.vertical_anchor = MSO_ANCHOR.TOP if number else MSO_ANCHOR.BOTTOM
        right = place in table.numbers
        _edges(held, one.above, right=right)
        _filled(sheet, held, one, right=right)
    for place in range(last + 1):
        made.cell(number, place).fill.background()
        ruled(made.cell(number, place), *((looks.RULE_2, 0.75) if number else (looks.INK, 1.5)))


def _edges(held: Any, above: float, *, right: bool) -> None:
    sides = (_GAP, 0) if right else (0, _GAP)
    held.margin_left, held.margin_right = (Emu(round(gap * EMU)) for gap in sides)
    held.margin_top, held.margin_bottom = (Emu(round(gap * EMU)) for gap in (_AIR + above, _AIR))


def _filled(sheet: Sheet, held: Any, one: Cell, *, right: bool) -> None:
    frame = held.text_frame
    for count, told in enumerate(one.paragraphs):
        paragraph = frame.paragraphs[0] if count == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        if _hangs(told):
            about = paragraph._p.get_or_add_pPr()
            about.set("marL", str(_IN * EMU))
            about.set("indent", str(-_IN * EMU))
        sheet.runs(paragraph, told, SMALLEST)
