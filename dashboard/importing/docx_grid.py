"""A Word table as rows of cells that know which columns of the grid they cover."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dashboard.importing.document import Icon
from dashboard.importing.docx_styles import VAL, W, shade_of
from dashboard.importing.docx_words import Reader, paragraphs
from dashboard.importing.pictures import Colour
from dashboard.model import Place

_WIDEST = 200
_CONTENT = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over the grid's columns from `start` to before `end`; one merged with the cell above has no words."""

    start: int
    end: int
    paragraphs: tuple[str, ...] = ()
    icons: tuple[Icon, ...] = ()
    fill: Colour | None = None
    below: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row's cells from left to right; `header` where Word repeats it on every page."""

    cells: tuple[Cell, ...]
    place: Place
    header: bool = False

    @property
    def filled(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.text)

    @property
    def width(self) -> int:
        return max((cell.end for cell in self.cells), default=0)


class Counter:
    """Numbers paragraphs and table rows in reading order, from 1, empty ones too: Word knows no pages and no lines."""

    def __init__(self) -> None:
        self._number = 0

    def place(self) -> Place:
        """The next one's place."""
        self._number += 1
        return Place(line=self._number)


def rows_of(table: Any, reader: Reader, counter: Counter) -> tuple[GridRow, ...]:
    """All rows that stand after tracked changes are accepted."""
    return tuple(_row(element, reader, counter.place()) for element in _inner(table, f"{W}tr") if not _deleted(element))


def cells_of(table: Any) -> Iterator[Any]:
    """All cells in reading order, for tables that only lay things out."""
    for row in _inner(table, f"{W}tr"):
        if not _deleted(row):
            yield from _inner(row, f"{W}tc")


def _row(element: Any, reader: Reader, place: Place) -> GridRow:
    properties = element.find(f"{W}trPr")
    before = properties.find(f"{W}gridBefore") if properties is not None else None
    start = _whole(before, 0)
    cells = []
    for found in _inner(element, f"{W}tc"):
        cell = _cell(found, start, reader, place)
        cells.append(cell)
        start = cell.end
    header = properties is not None and properties.find(f"{W}tblHeader") is not None
    return GridRow(tuple(cells), place, header)


def _cell(element: Any, start: int, reader: Reader, place: Place) -> Cell:
    properties = element.find(f"{W}tcPr")
    span = properties.find(f"{W}gridSpan") if properties is not None else None
    end = start + max(1, _whole(span, 1))
    merged = properties.find(f"{W}vMerge") if properties is not None else None
    read = [reader.paragraph(one, place) for one in paragraphs(element)]
    icons = tuple(icon for words in read for icon in words.icons)
    if merged is not None and merged.get(VAL, "continue") == "continue":
        return Cell(start, end, below=True)
    fill = shade_of(properties)
    return Cell(start, end, tuple(words.plain for words in read if words.plain), icons, fill)


def _inner(element: Any, tag: str) -> Iterator[Any]:
    """Rows or cells, also those that content controls and tracked changes wrap."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTENT:
            yield from _inner(child, tag)


def _deleted(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _whole(element: Any | None, default: int) -> int:
    value = element.get(VAL, "") if element is not None else ""
    return min(int(value), _WIDEST) if value.isascii() and value.isdigit() and len(value) < 9 else default
