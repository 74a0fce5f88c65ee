"""Rows of indicators and activities whose text kept its positions: cells by column, texts that run over the table."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dashboard.importing import text_doubled, wrapping
from dashboard.importing.columns import Column
from dashboard.importing.document import Row, Table
from dashboard.importing.lines import Line
from dashboard.importing.text_announced import announces, broken_announcement
from dashboard.importing.text_bands import Band, anchored, begins_with_sign, bounds, signs_first
from dashboard.importing.text_columns import Cells, learnt_from, placed
from dashboard.importing.text_grid import Grid, fitted
from dashboard.importing.text_pages import on_page
from dashboard.importing.text_placing import Placing
from dashboard.importing.text_words import pieces
from dashboard.importing.vocabulary import key, unfinished

_NAME_LINES = 9  # of a name in a narrow column
_NARROW = 40  # characters: a text in the name's own column, where line lengths tell no paragraphs


@dataclass(slots=True)
class _State:
    """What has been read of one table so far; `open_text` while a text that runs over the table goes on.

    `names` are the places where names of rows have begun.
    """

    grid: Grid
    placing: Placing
    rows: list[Row] = field(default_factory=list)
    band: Band = field(default_factory=Band)
    text: list[Line] = field(default_factory=list)
    open_text: bool = False
    analysed: bool = False
    continued: bool = False
    names: set[int] = field(default_factory=set)


def read(lines: Sequence[Line], grid: Grid, before: Table | None, placing: Placing) -> tuple[Table, int]:
    """The table under this header and the number of lines read; `before` is the one that its header continues."""
    here = [line for line in lines if line.page == grid.page]
    state = _State(learnt_from(fitted(grid, here), here), placing)
    continued = state.continued = before is not None
    if before and before.rows and before.rows[-1].filled() == (grid.name,) and not before.rows[-1].loose:
        state.open_text = state.analysed = True
    pages = {grid.page: state.grid}
    at, blank = 0, False
    while at < len(lines):
        line = lines[at]
        if line.page not in pages:
            here = [one for one in lines if one.page == line.page]
            pages[line.page] = learnt_from(on_page(state.grid, here), here)
        state.grid = pages[line.page]
        if not line.blank and not _take(lines, at, blank, state, continued):
            at -= 0 if blank else _given_back(state)
            break
        blank = line.blank
        at += 1
    _end_band(state)
    _end_text(state)
    # The last row may go on under the next header, the first be the rest of one above this.
    inner = range(int(continued), len(state.rows) - 1)
    rows = [
        text_doubled.untold(row) if n in inner and text_doubled.is_part(state.grid, row) else row
        for n, row in enumerate(state.rows)
    ]
    return Table(grid.header.words, tuple(rows), lines[0].place), at


def _take(lines: Sequence[Line], at: int, blank: bool, state: _State, continued: bool) -> bool:
    """Takes one line into the table; False where the table has ended before it."""
    line = lines[at]
    if announces(line) or broken_announcement(lines, at):
        whole = line if announces(line) else replace(line, text=line.text + lines[at + 1].words)
        return _announced(whole, state)
    if at and broken_announcement(lines, at - 1):
        return True
    cells = placed(state.grid, line.text)
    if cells and _in_cells(lines, at, cells, blank, state):
        _begin_name(cells, state)
        _end_text(state)
        state.open_text = False
        state.band.lines.append(line)
        state.band.cells.append(cells)
        state.band.blank.append(blank)
        return True
    if not cells and text_doubled.looks_like_row(line):
        return _loosely(line, blank, state)
    ended = not state.open_text and (state.rows or state.band.lines or not continued)
    if ended or len(pieces(line.text)) > 2:
        return False
    if blank and state.text:
        _end_text(state)
    _end_band(state)
    state.open_text = state.analysed = True
    state.text.append(line)
    return True


def _given_back(state: _State) -> int:
    """Gives up the lines right above the table's end that no sentence ends: the name of what stands there."""
    if not state.text or state.text[-1].words.endswith((".", "!", "?", ":")):
        return 0
    count = len(state.text)
    state.text = []
    return count


def _loosely(line: Line, blank: bool, state: _State) -> bool:
    """Takes a row's line whose columns can't be told: its name as far as words go, the rest as loose words."""
    _end_band(state)
    _end_text(state)
    state.open_text = False
    state.band.lines.append(line)
    state.band.cells.append(text_doubled.loose_cells(state.grid, line))
    state.band.blank.append(blank)
    return True


def _announced(line: Line, state: _State) -> bool:
    """Takes a row's 'Analys'; a second one is the goal's own heading."""
    _end_band(state)
    if state.analysed:
        return False
    state.analysed = state.open_text = True
    if len(key(line.text)) <= len("kommentar"):
        state.rows.append(_text_row(state.grid, line.words, line))
    else:
        state.text.append(line)
    return True


def _begin_name(cells: Cells, state: _State) -> None:
    """Gives a row whose values stand below its name's beginning the lines of it that were taken for a text's end."""
    own = cells.texts.get(state.grid.name, "")
    rest = own[:1].islower() or own[:1] in "()" or (bool(state.text) and unfinished(state.text[-1].words))
    if not state.open_text or (own and not rest) or not anchored(state.grid, cells):
        return
    at = next((n for n in range(len(state.text) - 1, -1, -1) if _may_begin_name(state.text[n])), len(state.text))
    name = [(line, placed(state.grid, line.text)) for line in state.text[at:]]
    ended = at == 0 or state.text[at - 1].words[-1:] in ".!?:"
    if (
        not ended
        or any(of is None or set(of.texts) != {state.grid.name} for _, of in name)
        or not name
        or name[-1][0].words[-1:] in ".!?:"
    ):
        return
    del state.text[at:]
    for line, of in name:
        if of:
            state.band.lines.append(line)
            state.band.cells.append(of)
            state.band.blank.append(False)


def _may_begin_name(line: Line) -> bool:
    return (line.words[:1].isupper() or begins_with_sign(line)) and not announces(line)


def _in_cells(lines: Sequence[Line], at: int, cells: Cells, blank: bool, state: _State) -> bool:
    """Whether the line is a row's: it has values, or is more of a name while no text is open."""
    if not state.open_text and (state.band.lines or len(cells.texts) > 1):
        return bool(state.band.lines) or anchored(state.grid, cells) or _anchor_near(lines, at, state.grid, True)
    if anchored(state.grid, cells):
        return True
    if key(lines[at].text[: max(0, state.grid.spans[0][0] - 1)]) and not cells.texts.keys() - {0}:
        return False
    begins = pieces(lines[at].text)[0].start
    if state.open_text and cells.texts and min(cells.texts) > state.grid.name and begins >= state.grid.spans[1][0] - 1:
        return True
    indented = bool(state.text) and _begin(state.text[-1]) < begins - 1 and begins in state.names
    indented = indented or (bool(state.text) and _begin(state.text[-1]) < state.grid.spans[0][0] - 2 < begins - 1)
    indented = indented or begins_with_sign(lines[at])
    named = indented or (blank and begins in state.names)
    return (blank or indented) and _anchor_near(lines, at, state.grid, named) if state.open_text else True


def _begin(line: Line) -> int:
    """Where the line's words begin."""
    return len(line.text) - len(line.text.lstrip())


def _anchor_near(lines: Sequence[Line], at: int, grid: Grid, named: bool = False) -> bool:
    """Whether a row's period or first date follows in the lines that stand together with this one."""
    own = placed(grid, lines[at].text)
    nameless = named or (own is not None and grid.name not in own.texts)
    for line in lines[at + 1 : at + _NAME_LINES]:
        cells = placed(grid, line.text)
        if line.blank or announces(line) or not cells:
            return False
        if anchored(grid, cells):
            return nameless or grid.name not in cells.texts or cells.texts[grid.name][:1].islower()
    return False


def _end_band(state: _State) -> None:
    band, state.band = state.band, Band()
    if not band.lines:
        return
    state.names |= {
        _begin(line) for line, of in zip(band.lines, band.cells, strict=True) if state.grid.name in of.texts
    }
    rows, sure = bounds(state.grid, band, state.continued and not state.rows, state.placing)
    for begin, end in rows:
        row = _row(state, band, begin, end)
        if not sure or text_doubled.holds_two(state.grid, band.cells[begin:end]):
            row = text_doubled.untold(row)
        elif text_doubled.is_rest(state.grid, row, state.rows, state.continued):
            row = text_doubled.untold(row)
            state.rows[-1:] = [text_doubled.untold(state.rows[-1])] if state.rows else []
        state.rows.append(row)
        state.analysed = False


def _row(state: _State, band: Band, begin: int, end: int) -> Row:
    grid = state.grid
    cells: list[str] = []
    for number in range(len(grid.header.columns)):
        parts = [
            Line(line.number, cell.texts[number])
            for line, cell in zip(band.lines[begin:end], band.cells[begin:end], strict=True)
            if number in cell.texts
        ]
        if number == grid.name:
            parts = signs_first(parts)
        dated = grid.header.columns[number] in (Column.START, Column.END)
        cells.append(("" if dated else " ").join(wrapping.joined(parts, False).split()))
    loose = " ".join(text for cell in band.cells[begin:end] for text in cell.loose)
    return Row(tuple(cells), band.lines[begin].place, loose)


def _end_text(state: _State) -> None:
    lines, state.text = state.text, []
    width = max((len(line.words) for line in lines), default=0)
    parts = [lines] if 0 < width < _NARROW else wrapping.paragraphs(lines, width, False) if lines else []
    for part in parts:
        state.rows.append(_text_row(state.grid, " ".join(wrapping.joined(part, False).split()), part[0]))


def _text_row(grid: Grid, text: str, line: Line) -> Row:
    return Row(tuple(text if n == grid.name else "" for n in range(len(grid.header.columns))), line.place)
