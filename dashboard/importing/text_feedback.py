"""The feedback table where text kept its positions: a category begins a row, a label stands on its group's first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from dashboard.importing import wrapping
from dashboard.importing.columns import Column
from dashboard.importing.document import Row, Table
from dashboard.importing.lines import Line
from dashboard.importing.text_columns import Cells, placed
from dashboard.importing.text_grid import NEAR, WORD, Grid, fitted
from dashboard.importing.text_pages import by_categories
from dashboard.importing.text_words import pieces
from dashboard.importing.vocabulary import goal_heading

_GOES_ON = re.compile(r"(?:[,/\-–(]|\b(?:och|eller|samt|med|av|för|som|där|till|ex|i|om|Lex))$")

_NEAR_LINES = 3  # of one label
_LEFT = 7  # characters that labels of wide letters bring a category to the left
_LABEL_LINES = 8  # a label in a narrow column


@dataclass(slots=True)
class _Found:
    """A row so far: its cells' printed lines by column; `unsure` where some of its words may be another's."""

    line: Line
    cells: dict[int, list[Line]] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    unsure: bool = False

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
        cells = _cells(state.grid, lines, at) if not line.blank else None
        if not line.blank and cells is None and (blank or not state.rows):
            break
        if cells:
            _take(state, line, cells, blank, _category_after(state, lines[at + 1 :]))
        elif not line.blank:
            _unsure(state, line)
        elif state.early and not state.rows:
            _rest_of_label(state)
        blank = line.blank
        taken = at + 1
    if state.early:  # words that no category follows stand below the table
        taken = next(at for at, line in enumerate(lines) if line is state.early[0][0])
    return Table(grid.header.words, tuple(_rows(state)), lines[0].place), taken


def _cells(grid: Grid, lines: Sequence[Line], at: int) -> Cells | None:
    """The line's cells; a category may stand further left beside its label than the others do, as a line near shows."""
    group, category = grid.number(Column.GROUP), grid.number(Column.CATEGORY)
    parts = pieces(lines[at].text)
    if group is None or category is None or len(parts[0].text.split()) < 2:
        return placed(grid, lines[at].text)
    words = {parts[0].start + found.start() for found in WORD.finditer(parts[0].text)}
    near = [start for line in _together(lines, at) if (start := _category_beside(grid, line))]
    start = next((start for start in near if start in words and start < parts[0].end), None)
    if start is None or parts[0].start > grid.spans[group][0] + NEAR:
        return placed(grid, lines[at].text)
    spans = [(start, to) if number == category else (begin, to) for number, (begin, to) in enumerate(grid.spans)]
    return placed(replace(grid, spans=tuple(spans)), lines[at].text)


def _together(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines right above and below without a blank one between."""
    above = takewhile(lambda line: not line.blank, reversed(lines[max(0, at - _NEAR_LINES) : at]))
    return [*above, *takewhile(lambda line: not line.blank, lines[at + 1 : at + 1 + _NEAR_LINES])]


def _category_beside(grid: Grid, line: Line) -> int | None:
    """Where a category stands beside a label on this line, left of where the others do."""
    group, category = grid.number(Column.GROUP), grid.number(Column.CATEGORY)
    parts = pieces(line.text)
    if group is None or category is None or len(parts) < 2 or parts[0].start > grid.spans[group][0] + NEAR:
        return None
    start = grid.spans[category][0]
    beside = parts[1].text[:1].isalpha() and start - _LEFT <= parts[1].start < start and parts[1].end > start
    return parts[1].start if beside else None


def _unsure(state: _State, line: Line) -> None:
    """Keeps a line whose columns can't be told with the row above it, which is then none that can be told."""
    for early, _ in state.early:
        state.rows[-1].loose.append(early.words)
    state.early = []
    state.rows[-1].loose.append(line.words)
    state.rows[-1].unsure = True


def _rest_of_label(state: _State) -> None:
    """Gives up small letters at a page's top, with nothing beside them, as the end of the label on the page before."""
    group = state.grid.number(Column.GROUP)
    text = " ".join(cells.texts.get(group if group is not None else -1, "") for _, cells in state.early)
    if text[:1].islower() and all(set(cells.texts) == {group} for _, cells in state.early):
        found = _begun(state, state.early[0][0])
        for line, cells in state.early:
            _add(state, line, cells, found)
        state.early = []


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
    number, category = state.grid.number(Column.GROUP), state.grid.number(Column.CATEGORY)
    text = cells.texts.get(number, "") if number is not None else ""
    last = state.rows[-1]
    if text and not last.text(number):  # a label that begins below a category is never that one's
        return text[:1].isupper() and not _goes_on(last.text(category), after)
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


def _rows(state: _State) -> Iterator[Row]:
    """The rows; those that follow one that can't be told are under its label, which can't be told either."""
    group = state.grid.number(Column.GROUP)
    lost = False
    for found in state.rows:
        lost = found.unsure or (lost and not found.text(group))
        cells = tuple(found.text(number) for number in range(len(state.grid.header.columns)))
        yield Row(cells, found.line.place, " ".join(found.loose), unsure=lost)
