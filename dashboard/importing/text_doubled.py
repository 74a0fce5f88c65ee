"""Rows that may be two, or a part of one, and lines whose columns can't be told: words for a person, and no guess."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dashboard.importing.columns import Column
from dashboard.importing.document import Row
from dashboard.importing.lines import Line
from dashboard.importing.text_bands import FIGURE
from dashboard.importing.text_columns import Cells
from dashboard.importing.text_grid import VALUE, Grid
from dashboard.importing.text_words import pieces
from dashboard.importing.vocabulary import unfinished

_ONE_FIGURE = (
    Column.OUTCOME,
    Column.MEN,
    Column.WOMEN,
    Column.PREVIOUS,
    Column.FORECAST,
    Column.TARGET,
    Column.KF_TARGET,
    Column.START,
    Column.END,
)
_THOUSANDS = re.compile(r"^\d{3}(?!\d)")
_ONE_PERIOD = re.compile(r"^(?:(?:VB|VP|T ?[12]|Tertial ?[123]|Helår|År|Delår) ?)?20\d\d$")
_CELLS = 2  # a name and a value
_WHOLE_DATE = re.compile(r"^20\d\d-\d\d-\d\d$")
_WHOLE = re.compile(r"(?<!\S)(?:(?:VB|VP|T ?[12]|Tertial ?[123]) 20\d\d|20\d\d-\d\d-\d\d|20\d\d$)(?!\S)")
_ENDS = (".", "!", "?", ":")


def holds_two(grid: Grid, cells: Sequence[Cells]) -> bool:
    """Whether a column that holds one figure or date has two, one below the other."""
    return any(_twice(column, _printed(cells, number)) for number, column in enumerate(grid.header.columns))


def is_part(grid: Grid, row: Row) -> bool:
    """Whether a row lacks what every whole one has: a name that can end so, and a period that is one and whole."""
    name, period = row.cells[grid.name], grid.number(Column.PERIOD)
    if len(row.filled()) < _CELLS:
        return False
    cut = period is not None and bool(row.cells[period]) and not _ONE_PERIOD.match(row.cells[period])
    return cut or unfinished(name) or name.count(")") > name.count("(")


def _printed(cells: Sequence[Cells], number: int) -> list[str]:
    return [of.texts[number] for of in cells if number in of.texts]


def _twice(column: Column, printed: Sequence[str]) -> bool:
    if column in (Column.START, Column.END):
        return sum(bool(_WHOLE_DATE.match(text)) for text in printed) > 1
    if column not in _ONE_FIGURE:
        return False
    figures = [text for text in printed if VALUE.match(text.split(" ")[0])]
    return len(figures) > 1 and not any(map(_THOUSANDS.match, figures[1:]))


def is_rest(grid: Grid, row: Row, before: Sequence[Row], continued: bool) -> bool:
    """Whether the row's name is the end of one whose beginning stands above, where no sentence ends there."""
    name = row.cells[grid.name]
    if not (name[:1].islower() or name[:1] in "()") or not name:
        return False
    if not before:
        return not continued
    return not before[-1].cells[grid.name].endswith(_ENDS)


def untold(row: Row) -> Row:
    """The row with all its words loose."""
    words = " ".join(word for word in (*row.cells, row.loose) if word)
    return replace(row, cells=("",) * len(row.cells), loose=words, unsure=True)


def looks_like_row(line: Line) -> bool:
    """Whether a period or date and other pieces stand apart on the line, though its columns can't be told."""
    parts = pieces(line.text)
    return len(parts) > 1 and bool(_WHOLE.search(line.words)) and all(FIGURE.match(part.text) for part in parts[1:])


def loose_cells(grid: Grid, line: Line) -> Cells:
    """A row's line whose columns can't be told: its name as far as words go, the rest as loose words."""
    begin = _WHOLE.search(line.words)
    words = line.words[: begin.start()] if begin else ""
    name = re.split(r"\s(?=[≥≤<>~±]?\d)", words)[0].strip()
    return Cells({grid.name: name} if name else {}, (line.words.removeprefix(name).strip(),))
