"""Tables whose cells tabs part: one line a row."""

from collections.abc import Sequence

from dashboard.importing import columns
from dashboard.importing.document import Row, Table
from dashboard.importing.lines import Line
from dashboard.importing.vocabulary import goal_heading


def table(lines: Sequence[Line]) -> Table | None:
    """The table whose header the first line is, None where it has too few cells for one."""
    header = _cells(lines[0])
    if len(header) < 3:
        return None
    end = next((at for at, line in enumerate(lines) if at and _ends(line)), len(lines))
    return Table(header, tuple(_row(line, len(header)) for line in lines[1:end]), lines[0].place)


def _ends(line: Line) -> bool:
    if "\t" in line.text:
        return columns.of_cells(_cells(line)) is not None
    return line.blank or bool(goal_heading(line.text))


def _row(line: Line, width: int) -> Row:
    cells = _cells(line)
    surplus = " ".join(cell for cell in cells[width:] if cell)
    return Row(cells[:width] + ("",) * (width - len(cells)), line.place, surplus)


def _cells(line: Line) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in line.text.split("\t"))
