"""The feedback table where text kept its positions: a category begins a row, a label stands on its group's first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.importing import wrapping
from dashboard.importing.columns import Column
from dashboard.importing.document import Row, Table
from dashboard.importing.lines import Line
from dashboard.importing.text_columns import Cells, placed
from dashboard.importing.text_grid import Grid, fitted
from dashboard.importing.text_pages import by_categories
from dashboard.importing.vocabulary import goal_heading

_GOES_ON = re.compile(r"(?:[,/\-–(]|\b(?:och|eller|samt|med|av|för|som|där|till|ex|i|om))$")

_LABEL_LINES = 8  # a label in a narrow column


@dataclass(slots=True)
class _Found:
    """A row so far: its cells' printed lines by column."""

    line: Line
    cells: dict[int, list[Line]] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)

    def text(self, number: int | None) -> str:
        return " ".join(wrapping.joined(self.cells.get(number if number is not None else -1, ()), False).split())


@dataclass(slots=True)
class _State:
    """The rows so far, the one that the last label stands on, and lines whose category has not come yet."""

    grid: Grid
    rows: list[_Found] = field(default_factory=list)
    labelled: _Found | None = None
    early: list[tuple[Line, Cells]] = field(default_factory=list)


def read(lines: Sequence[Line], grid: Grid) -> tuple[Table, int]:
    """The table under this header and the number of lines read."""
    state = _State(fitted(grid, [line for line in lines if line.page == grid.page]))
    taken, blank, page = 0, True, grid.page
    for at, line in enumerate(lines):
        if line.page != page:
            page = line.page
            state.grid = by_categories(grid, [one for one in lines if one.page == page])
        cells = placed(state.grid, line.text) if not line.blank else None
        if not line.blank and cells is None:
            break
        if cells:
            _take(state, line, cells, blank, _category_after(state, lines[at + 1 :]))
        blank = line.blank
        taken = at + 1
    if state.early:  # words that no category follows stand below the table
        taken = next(at for at, line in enumerate(lines) if line is state.early[0][0])
    rows = tuple(_row(found, grid) for found in state.rows)
    return Table(grid.header.words, rows, lines[0].place), taken


def is_label(line: Line, after: Sequence[Line]) -> bool:
    """Whether words that could be a heading go on below: 'Synpunkter och klagomål' before '- som gäller personal'."""
    goes_on = bool(after) and (after[0].words[:1].islower() or after[0].words.startswith("- "))
    return goes_on and not goal_heading(line.text)


def _take(state: _State, line: Line, cells: Cells, blank: bool, after: str) -> None:
    category = state.grid.number(Column.CATEGORY)
    text = cells.texts.get(category if category is not None else -1, "")
    last = state.rows[-1] if state.rows else None
    if text and _begins(last, category, text):
        begun = _begun(state, line)
        for early, of in state.early:
            _add(state, early, of, begun)
        state.early = []
        _add(state, line, cells, begun)
    elif last is None or (not text and (blank or state.early or _new_label(state, cells, after))):
        state.early.append((line, cells))
    else:
        _add(state, line, cells, last)


def _category_after(state: _State, lines: Sequence[Line]) -> str:
    """The words of the category that stands first in the lines that go on from here."""
    category = state.grid.number(Column.CATEGORY)
    for line in lines[:_LABEL_LINES]:
        cells = placed(state.grid, line.text)
        if line.blank or cells is None:
            break
        if category in cells.texts:
            return cells.texts[category]
    return ""


def _new_label(state: _State, cells: Cells, after: str) -> bool:
    """Whether the next group's label begins here, above its first category."""
    if not after[:1].isupper():
        return False
    number = state.grid.number(Column.GROUP)
    text = cells.texts.get(number, "") if number is not None else ""
    label = state.labelled.text(number) if state.labelled else ""
    return bool(text) and bool(label) and not _goes_on(label, text)


def _begun(state: _State, line: Line) -> _Found:
    state.rows.append(_Found(line))
    return state.rows[-1]


def _begins(last: _Found | None, category: int | None, text: str) -> bool:
    """Whether a category begins with these words rather than goes on."""
    before = last.text(category) if last else ""
    return not before or not _goes_on(before, text)


def _goes_on(before: str, text: str) -> bool:
    open_bracket = before.count("(") > before.count(")") or text.count(")") > text.count("(")
    return open_bracket or not (text[:1].isupper() or text[:1].isdigit()) or bool(_GOES_ON.search(before))


def _add(state: _State, line: Line, cells: Cells, row: _Found) -> None:
    group = state.grid.number(Column.GROUP)
    for number, text in cells.texts.items():
        owner = row
        if number == group:
            label = state.labelled.text(group) if state.labelled else ""
            if state.labelled and _goes_on(label, text):
                owner = state.labelled
            state.labelled = owner
        owner.cells.setdefault(number, []).append(Line(line.number, text))
    row.loose += cells.loose


def _row(found: _Found, grid: Grid) -> Row:
    cells = tuple(found.text(number) for number in range(len(grid.header.columns)))
    return Row(cells, found.line.place, " ".join(found.loose))
