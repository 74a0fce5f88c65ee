"""Rows of indicators and activities whose text kept its positions: cells by column, texts that run over the table."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dashboard.importing import wrapping
from dashboard.importing.columns import Column
from dashboard.importing.document import Row, Table
from dashboard.importing.lines import Line
from dashboard.importing.text_columns import Cells, Grid, fitted, placed
from dashboard.importing.text_header import pieces
from dashboard.importing.text_pages import on_page
from dashboard.importing.vocabulary import key

_PERIOD = re.compile(r"^(?:(?:VB|VP|T ?[12]|Tertial ?[123]?|Helår|År|Delår)\b ?)?(?:20\d\d)?$")
_PERIODICITY = re.compile(r"^(?:Vartannat|Vart|År|år|Tertial|Halvår|Kvartal|Månad|Termin|Delår|Läsår)")
_WHOLE = re.compile(r"(?<!\S)(?:(?:VB|VP|T ?[12]|Tertial ?[123]) 20\d\d|20\d\d-\d\d-\d\d|20\d\d$)(?!\S)")
_DATE = re.compile(r"^20\d\d-")
_FIGURE = re.compile(r"^[≥≤<>~±+\-−–]?\s?\d")


_NARROW = 40  # characters: a text in the name's own column, where line lengths tell no paragraphs


@dataclass(slots=True)
class Band:
    """Printed lines of cells that stand together, each with what it holds; `blank` where an empty line goes before."""

    lines: list[Line] = field(default_factory=list)
    cells: list[Cells] = field(default_factory=list)
    blank: list[bool] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    """What has been read of one table so far; `open_text` while a text that runs over the table goes on."""

    grid: Grid
    rows: list[Row] = field(default_factory=list)
    band: Band = field(default_factory=Band)
    text: list[Line] = field(default_factory=list)
    open_text: bool = False
    analysed: bool = False
    continued: bool = False


def read(lines: Sequence[Line], grid: Grid, before: Table | None) -> tuple[Table, int]:
    """The table under this header and the number of lines read; `before` is the one that its header continues."""
    state = _State(fitted(grid, [line for line in lines if line.page == grid.page]))
    continued = state.continued = before is not None
    if before and before.rows and before.rows[-1].filled() == (grid.name,) and not before.rows[-1].loose:
        state.open_text = state.analysed = True
    pages = {grid.page: state.grid}
    at, blank = 0, False
    while at < len(lines):
        line = lines[at]
        if line.page not in pages:
            pages[line.page] = on_page(state.grid, [one for one in lines if one.page == line.page])
        state.grid = pages[line.page]
        if not line.blank and not _take(lines, at, blank, state, continued):
            break
        blank = line.blank
        at += 1
    _end_band(state)
    _end_text(state)
    return Table(grid.header.words, tuple(state.rows), lines[0].place), at


def _take(lines: Sequence[Line], at: int, blank: bool, state: _State, continued: bool) -> bool:
    """Takes one line into the table; False where the table has ended before it."""
    line = lines[at]
    if _announces(line) or _broken_announcement(lines, at):
        whole = line if _announces(line) else replace(line, text=line.text + lines[at + 1].words)
        return _announced(whole, state)
    if at and _broken_announcement(lines, at - 1):
        return True
    cells = placed(state.grid, line.text)
    if cells and _in_cells(lines, at, cells, blank, state):
        _end_text(state)
        state.open_text = False
        state.band.lines.append(line)
        state.band.cells.append(cells)
        state.band.blank.append(blank)
        return True
    if not cells and _looks_like_row(line):
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


def _looks_like_row(line: Line) -> bool:
    """Whether a period or date and other pieces stand apart on the line, though its columns can't be told."""
    parts = pieces(line.text)
    return len(parts) > 1 and bool(_WHOLE.search(line.words)) and all(_FIGURE.match(part.text) for part in parts[1:])


def _loosely(line: Line, blank: bool, state: _State) -> bool:
    """Takes a row's line whose columns can't be told: its name as far as words go, the rest as loose words."""
    _end_band(state)
    _end_text(state)
    state.open_text = False
    begin = _WHOLE.search(line.words)
    words = line.words[: begin.start()] if begin else ""
    name = re.split(r"\s(?=[≥≤<>~±]?\d)", words)[0].strip()
    state.band.lines.append(line)
    state.band.cells.append(Cells({state.grid.name: name} if name else {}, (line.words.removeprefix(name).strip(),)))
    state.band.blank.append(blank)
    return True


def _announces(line: Line) -> bool:
    first = line.words.split(" ")[0]
    return key(first) in ("analys", "kommentar") and (len(line.words) < 12 or first.endswith(":"))


def _broken_announcement(lines: Sequence[Line], at: int) -> bool:
    """Whether a narrow column broke the word: 'Analy' and below it 's'."""
    after = lines[at + 1].words if at + 1 < len(lines) else ""
    word = lines[at].words + after
    return after.isalpha() and lines[at].words[:1].isupper() and word in ("Analys", "Kommentar")


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


def _in_cells(lines: Sequence[Line], at: int, cells: Cells, blank: bool, state: _State) -> bool:
    """Whether the line is a row's: it has values, or is more of a name while no text is open."""
    if not state.open_text and (state.band.lines or len(cells.texts) > 1):
        return bool(state.band.lines) or anchored(state.grid, cells) or _anchor_near(lines, at, state.grid)
    if anchored(state.grid, cells):
        return True
    if lines[at].text[: max(0, state.grid.spans[0][0] - 1)].strip() and not cells.texts.keys() - {0}:
        return False
    begins = pieces(lines[at].text)[0].start
    if state.open_text and cells.texts and min(cells.texts) > state.grid.name and begins >= state.grid.spans[1][0] - 1:
        return True
    indented = bool(state.text) and pieces(state.text[-1].text)[0].start < state.grid.spans[0][0] - 2 < begins - 1
    return (blank or indented) and _anchor_near(lines, at, state.grid) if state.open_text else True


def _anchor_near(lines: Sequence[Line], at: int, grid: Grid) -> bool:
    """Whether a row's period or first date follows in the lines that stand together with this one."""
    for line in lines[at + 1 : at + 6]:
        cells = placed(grid, line.text)
        if line.blank or _announces(line) or not cells:
            return False
        if anchored(grid, cells):
            return grid.name not in cells.texts or cells.texts[grid.name][:1].islower()
    return False


def anchored(grid: Grid, cells: Cells) -> bool:
    """Whether the line has what every row has once: its period, periodicity or first date."""
    for column, pattern in ((Column.PERIOD, _PERIOD), (Column.PERIODICITY, _PERIODICITY), (Column.START, _DATE)):
        number = grid.header.place(column)
        if number is not None:
            return bool(cells.texts.get(number)) and bool(pattern.match(cells.texts[number]))
    return any(_FIGURE.match(text) for number, text in cells.texts.items() if number != grid.name)


def _end_band(state: _State) -> None:
    band, state.band = state.band, Band()
    if not band.lines:
        return
    for begin, end in _bounds(state.grid, band, state.continued and not state.rows):
        state.rows.append(_row(state, band, begin, end))
        state.analysed = False


def _bounds(grid: Grid, band: Band, after_break: bool) -> list[tuple[int, int]]:
    """Where each row of the band begins and ends."""
    anchors = _anchors(grid, band)
    rest = _rest(grid, band, anchors) if after_break else 0
    if rest:
        whole = Band(band.lines[rest:], band.cells[rest:], band.blank[rest:])
        return [(0, rest), *((begin + rest, end + rest) for begin, end in _bounds(grid, whole, False))]
    if len(anchors) < 2:
        own = anchors and anchors[0] and band.blank[anchors[0]] and band.cells[anchors[0]].texts.get(grid.name, "")
        at = anchors[0] if own else 0  # what stands above a row's own name is the rest of one on the page before
        return [(begin, end) for begin, end in ((0, at), (at, len(band.lines))) if begin < end]
    starts = [0, *anchors[1:]]
    if anchors[0] != 0:
        starts = _parted_by_blanks(band, anchors) or _around(grid, band, anchors)
    return list(zip(starts, [*starts[1:], len(band.lines)], strict=True))


def _rest(grid: Grid, band: Band, anchors: Sequence[int]) -> int:
    """How many lines right after a page's end are the rest of the row before: cells that begin with small letters."""
    first = min(band.cells[0].texts.items(), default=(0, ""))[1]
    if not anchors or not first[:1].islower() or not band.cells[anchors[0]].texts.get(grid.name, "")[:1].isupper():
        return 0
    return anchors[0]


def _anchors(grid: Grid, band: Band) -> list[int]:
    """The lines with a row's anchor; a year right below 'VB' is the rest of one."""
    found: list[int] = []
    for number, cells in enumerate(band.cells):
        rest = number - 1 in found and _is_rest(grid, band.cells[number - 1], cells)
        if anchored(grid, cells) and not rest:
            found.append(number)
    return found


def _is_rest(grid: Grid, before: Cells, cells: Cells) -> bool:
    number = grid.number(Column.PERIOD, Column.PERIODICITY)
    if number is None:
        return False
    return not re.search(r"20\d\d$", before.texts.get(number, "")) and bool(
        re.match(r"^20\d\d$", cells.texts.get(number, ""))
    )


def _parted_by_blanks(band: Band, anchors: Sequence[int]) -> list[int]:
    """Where rows begin if empty lines part them, each with one anchor; else nothing."""
    starts = [0, *(number for number, blank in enumerate(band.blank) if blank and number)]
    ends = [*starts[1:], len(band.lines)]
    single = all(sum(begin <= at < end for at in anchors) == 1 for begin, end in zip(starts, ends, strict=True))
    return starts if single else []


def _around(grid: Grid, band: Band, anchors: Sequence[int]) -> list[int]:
    """Where rows begin if each has its anchor in its middle: as many lines below it as above."""
    starts = [0]
    for anchor, after in itertools.pairwise(anchors):
        middle = anchor + (anchor - starts[-1]) + 1
        names = [n for n in range(anchor + 1, after + 1) if band.cells[n].texts.get(grid.name, "")[:1].isupper()]
        starts.append(min(names or range(anchor + 1, after + 1), key=lambda n: abs(n - middle)))
    return starts


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
            parts = _signs_first(parts)
        dated = grid.header.columns[number] in (Column.START, Column.END)
        cells.append(("" if dated else " ").join(wrapping.joined(parts, False).split()))
    loose = " ".join(text for cell in band.cells[begin:end] for text in cell.loose)
    return Row(tuple(cells), band.lines[begin].place, loose)


def _signs_first(parts: list[Line]) -> list[Line]:
    """The name's lines with an icon's sign, which may stand beside any of them, before the first."""
    signs: list[str] = []
    names: list[Line] = []
    for line in parts:
        first, _, rest = line.text.partition(" ")
        if key(first) or first[:1] in '-–("”/&':
            names.append(line)
        else:
            signs.append(first)
            names += [Line(line.number, rest)] if rest else []
    if not signs or not names:
        return parts
    return [Line(names[0].number, " ".join([*signs, names[0].text])), *names[1:]]


def _end_text(state: _State) -> None:
    lines, state.text = state.text, []
    width = max((len(line.words) for line in lines), default=0)
    parts = [lines] if 0 < width < _NARROW else wrapping.paragraphs(lines, width, False) if lines else []
    for part in parts:
        state.rows.append(_text_row(state.grid, " ".join(wrapping.joined(part, False).split()), part[0]))


def _text_row(grid: Grid, text: str, line: Line) -> Row:
    return Row(tuple(text if n == grid.name else "" for n in range(len(grid.header.columns))), line.place)
