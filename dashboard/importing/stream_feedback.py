"""The feedback table in running text, where a group's label is printed beside the last row of its group."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dashboard.importing import stream_cells, wrapping
from dashboard.importing.columns import Column, Header
from dashboard.importing.document import Row, Table
from dashboard.importing.lines import Line
from dashboard.importing.stream import Print

_LABEL_BLANKS = 3  # a merged cell leaves blank lines below its label
_STRIPPED_BLANKS = 5  # and so many lines are empty where the blanks at the lines' ends are lost
_COUNTS = (Column.T1, Column.T2, Column.VB, Column.TOTAL)
_PROSE = 200


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines that stand together, and the numbers of lines with a lone blank and of all empty ones right below them."""

    lines: tuple[Line, ...]
    blanks: int = 0
    empty: int = 0


@dataclass(frozen=True, slots=True)
class _Counts:
    """A row's counts as printed and what stands after them: a comment, or the next group's label."""

    name: str
    counts: tuple[str, ...]
    rest: tuple[str, ...]


@dataclass(slots=True)
class _State:
    """The rows so far, the label printed for the next one, and a category whose counts have not come yet."""

    header: Header
    style: Print
    rows: list[Row] = field(default_factory=list)
    label: str = ""
    waiting: _Part | None = None

    @property
    def wanted(self) -> int:
        return sum(1 for column in self.header.columns if column in _COUNTS)


def read(lines: Sequence[Line], header: Header, style: Print) -> tuple[Table, int]:
    """The table under this header and the number of lines read."""
    state = _State(header, style)
    parts = _parts(lines)
    rest = next((at for at, part in enumerate(parts) if not _take(part, state)), len(parts))
    if state.waiting and rest == len(parts):
        _add(state, state.waiting, _text(state.waiting, style), ("",) * state.wanted, "")
    elif state.waiting:
        rest -= 1
    names = tuple(word for column, word in zip(header.columns, header.words, strict=True) if column)
    taken = parts[rest].lines[0].number - lines[0].number if rest < len(parts) else len(lines)
    return Table(names, tuple(state.rows), lines[0].place, labels_last=True), taken


def _parts(lines: Sequence[Line]) -> list[_Part]:
    parts: list[_Part] = []
    current: list[Line] = []
    for line in lines:
        if not line.blank:
            current.append(line)
        elif current or len(line.text) > 1:
            parts.append(_Part(tuple(current) or (line,), 1 if line.text and current else 0, 1))
            current = []
        elif parts:
            last = parts[-1]
            parts[-1] = replace(last, blanks=last.blanks + bool(line.text), empty=last.empty + 1)
    return [*parts, _Part(tuple(current))] if current else parts


def _take(part: _Part, state: _State) -> bool:
    """Takes one part as a row, counts, a label or a category; False where the table has ended before it."""
    text = wrapping.joined(part.lines, state.style.marked)
    if state.waiting:
        found = _counts(text, state.wanted, named=False)
        waiting, state.waiting = state.waiting, None
        name = _text(waiting, state.style)
        _add(
            state, waiting, name, found.counts if found else ("",) * state.wanted, " ".join(found.rest) if found else ""
        )
        if found:
            return True
    found = _counts(text, state.wanted, named=True)
    if found:
        label = found.rest[1:] if found.rest[:1] == ("",) else ()
        _add(state, part, found.name, found.counts, "" if label else " ".join(found.rest))
        state.label = " ".join(word for word in label if word)
    elif part.blanks >= _LABEL_BLANKS or (not state.style.marked and part.empty >= _STRIPPED_BLANKS):
        state.label = " ".join(text.split())
    elif len(text) > _PROSE or text.rstrip().endswith((".", ":")):
        return False
    elif text.strip():
        state.waiting = part
    return True


def _add(state: _State, part: _Part, name: str, counts: tuple[str, ...], comment: str) -> None:
    values = iter(counts)
    cells = {Column.GROUP: state.label, Column.CATEGORY: name, Column.COMMENT: comment.strip()}
    row = tuple(
        next(values) if column in _COUNTS else cells.get(column, "") for column in state.header.columns if column
    )
    state.rows.append(Row(row, part.lines[0].place))
    state.label = ""


def _counts(text: str, wanted: int, named: bool) -> _Counts | None:
    """The counts that stand in the text, after a name or alone."""
    words = (text.lstrip() if named else text).split(" ")
    for begin in range(1, len(words)) if named else range(1):
        at = begin
        cells: list[str] = []
        while len(cells) < wanted and (ends := stream_cells.count_cell(words, at)):
            cells.append(" ".join(word for word in words[at : ends[0]] if word))
            at = ends[0]
        if len(cells) == wanted:
            return _Counts(" ".join(word for word in words[:begin] if word), tuple(cells), tuple(words[at:]))
    return None


def _text(part: _Part, style: Print) -> str:
    return " ".join(wrapping.joined(part.lines, style.marked).split())
