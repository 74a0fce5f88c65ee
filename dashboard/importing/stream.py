"""Tables of indicators and activities in running text: rows told by their tails, names by what stands before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dashboard.importing import columns, stream_cells, wrapping
from dashboard.importing.columns import Column, Header
from dashboard.importing.document import Row, Table
from dashboard.importing.lines import Line
from dashboard.importing.vocabulary import key

_HEADER_LINES = 30
_HEADER_LENGTH = 300
_ROW_PARTS = 5
_LONGEST_ROW = 1500  # characters in a part of a row, a name of many lines among them
_PROSE = 160  # a longer text that no 'Analys' announces is not a row


@dataclass(frozen=True, slots=True)
class Print:
    """How the text was printed: the length of full lines, and whether every line ends with a blank."""

    width: int
    marked: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that stand together; `fresh` parts follow a blank icon cell, as a new row's name does."""

    lines: tuple[Line, ...]
    fresh: bool


@dataclass(slots=True)
class _Rows:
    """What has been read of one table so far."""

    rows: list[Row] = field(default_factory=list)
    analysed: bool = True
    started: bool = False


def header_at(lines: Sequence[Line], at: int) -> tuple[Header, int] | None:
    """The header that begins at this line, wrapped over many lines or not, and the number of lines that it takes."""
    if not columns.begins_header(lines[at].text) and key(lines[at].text) not in (
        "indikator",
        "aktivitet",
        "uppdelning",
    ):
        return None
    text = ""
    found: tuple[Header, int] | None = None
    for taken, line in enumerate(lines[at : at + _HEADER_LINES], start=1):
        text = f"{text} {line.text}"
        if len(text) > _HEADER_LENGTH:
            break
        header = columns.of_stream(text) if not line.blank else None
        found = (header, taken) if header else found
        if columns.hopeless(text):
            break
    return found


def read(lines: Sequence[Line], header: Header, style: Print, continued: bool) -> tuple[Table, int]:
    """The table under this header and the number of lines read; `continued` when the header is printed again."""
    parts = parts_of(lines)
    wanted = [column for column in header.columns if column][1:]
    state = _Rows(analysed=not continued)
    at = 0
    while at < len(parts):
        taken = _row(parts, at, wanted, style, state) or _analysis(parts[at], style, state)
        if not taken and (state.started or not continued) and _is_prose(parts[at], style, state):
            break
        at += taken or _stray(parts[at], style, state, continued)
    names = tuple(word for column, word in zip(header.columns, header.words, strict=True) if column)
    read_lines = parts[at].lines[0].number - lines[0].number if at < len(parts) else len(lines)
    rows = tuple(replace(row, cells=row.cells + ("",) * (len(names) - len(row.cells))) for row in state.rows)
    return Table(names, rows, lines[0].place), read_lines


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """Parts the lines where a blank line, an empty icon cell or a leading blank stands between them."""
    parts: list[Part] = []
    current: list[Line] = []
    fresh = True
    for line in lines:
        broken = bool(current) and not current[-1].text.endswith((" ", "\t")) and current[-1].text.endswith("-")
        if line.blank or (line.text.startswith(" ") and current and not broken):
            if current:
                parts.append(Part(tuple(current), fresh))
                current, fresh = [], False
            fresh = fresh or bool(line.text)
        if not line.blank:
            fresh = fresh or (not current and line.text.startswith(" "))
            current.append(line)
    return [*parts, Part(tuple(current), fresh)] if current else parts


def _row(parts: Sequence[Part], at: int, wanted: Sequence[Column], style: Print, state: _Rows) -> int:
    """Reads the row that begins at this part; the number of parts that it takes, 0 where none begins here."""
    if _announces(parts[at]):
        return 0
    printed = [wrapping.joined(part.lines, style.marked) for part in parts[at : at + _ROW_PARTS]]
    if len(printed[0]) > _LONGEST_ROW:
        return _run_together(printed[0], parts[at].lines[0], wanted, state)
    for taken in range(1, len(printed) + 1):
        if taken > 1 and (_announces(parts[at + taken - 1]) or len(printed[taken - 1]) > _LONGEST_ROW):
            break
        ways = stream_cells.cuts(stream_cells.tokens_of(printed[:taken]), wanted)
        if len(ways) == 1:
            return _keep(state, Row(ways[0], parts[at].lines[0].place), taken)
        if ways:
            return _keep(state, _unplaced(printed[:taken], ways, len(wanted), parts[at].lines[0]), taken)
    if _row_that_lost_its_blanks(parts, at, printed):
        return _keep(state, _unplaced(printed[:2], (), len(wanted), parts[at].lines[0]), 2)
    return 0


def _run_together(text: str, line: Line, wanted: Sequence[Column], state: _Rows) -> int:
    """Keeps rows that nothing parts as one that can't be placed; other text of this length is no row."""
    end = stream_cells.cuts(stream_cells.tokens_of([text[-_LONGEST_ROW:]]), wanted)
    return _keep(state, _unplaced([text], (), len(wanted), line), 1) if end else 0


def _keep(state: _Rows, row: Row, taken: int) -> int:
    state.rows.append(row)
    state.analysed, state.started = False, True
    return taken


def _row_that_lost_its_blanks(parts: Sequence[Part], at: int, printed: Sequence[str]) -> bool:
    """Whether a name's part is followed by values alone, too few or too many for the columns."""
    if len(printed) < 2 or stream_cells.values_alone(printed[0]) or not stream_cells.values_alone(printed[1]):
        return False
    return len(printed[0]) < _PROSE and (parts[at].fresh or not printed[0].rstrip().endswith("."))


def _unplaced(printed: Sequence[str], ways: Sequence[tuple[str, ...]], wanted: int, line: Line) -> Row:
    """A row with its name and what every way of cutting agrees on; the other printed words are loose."""
    if not ways:
        name = " ".join(printed[0].split())
        return Row((name, *[""] * wanted), line.place, " ".join(" ".join(printed[1:]).split()))
    agreed = [cells[0] if len(set(cells)) == 1 else None for cells in zip(*ways, strict=True)]
    name = agreed[0] or min((way[0] for way in ways), key=len)
    told = Counter(" ".join([name, *(cell for cell in agreed[1:] if cell)]).split())
    loose = [word for word in " ".join(printed).split() if not _taken(told, word)]
    return Row((name, *(cell or "" for cell in agreed[1:])), line.place, " ".join(loose))


def _taken(told: Counter[str], word: str) -> bool:
    """Whether a cell holds this word, each as often as it is printed."""
    told[word] -= 1
    return told[word] >= 0


def _analysis(part: Part, style: Print, state: _Rows) -> int:
    """Takes a row's analysis: the first 'Analys' after the row; a second one is the goal's own heading."""
    first = _announces(part)
    if (first and state.analysed) or (not first and not (state.analysed and state.started)):
        return 0
    lines = part.lines
    if first and len(key(lines[0].text)) <= len("kommentar"):
        state.rows.append(Row((lines[0].words,), lines[0].place))
        lines = lines[1:]
    state.rows += [
        Row((" ".join(wrapping.joined(block, style.marked).split()),), block[0].place)
        for block in wrapping.paragraphs(lines, style.width, style.marked)
    ]
    state.analysed = state.started = True
    return 1


def _announces(part: Part) -> bool:
    first = part.lines[0].words.split(" ")[0]
    return key(first) in ("analys", "kommentar") and (len(part.lines[0].words) < 12 or first.endswith(":"))


def _is_prose(part: Part, style: Print, state: _Rows) -> bool:
    text = wrapping.joined(part.lines, style.marked).strip()
    return _announces(part) or len(text) > _PROSE or (bool(state.rows) and text.endswith((".", ":", "!")))


def _stray(part: Part, style: Print, state: _Rows, continued: bool) -> int:
    """Keeps a part that is neither row nor analysis as a row with a text alone, for extraction to place or doubt."""
    text = " ".join(wrapping.joined(part.lines, style.marked).split())
    state.rows.append(Row((text,), part.lines[0].place))
    state.started = state.started or continued
    return 1
