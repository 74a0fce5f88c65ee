"""A place in its file: the row among its neighbours under the table's own header, or the line among the lines."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.importing.sheets import InFile, Sheet, in_file
from dashboard.model import Place
from dashboard.store.snapshots import original_of
from dashboard.views.place_words import where

if TYPE_CHECKING:
    from dashboard.store.database import Store
    from dashboard.views import place as printed

_ROWS, _LINES = 2, 3


@dataclass(frozen=True, slots=True)
class TableRow:
    """`marked` is the row that is asked for, `where` its own place."""

    where: str
    cells: tuple[str, ...]
    marked: bool


@dataclass(frozen=True, slots=True)
class Around:
    """Either a table's `header` and `rows`, or `lines` with their number and whether it is the one."""

    header: tuple[str, ...] = ()
    rows: tuple[TableRow, ...] = ()
    lines: tuple[tuple[int, str, bool], ...] = ()


def around(found: InFile, place: Place) -> Around | None:
    """What stands around the place; None where the file does not tell."""
    for sheet in found.sheets:
        at = next((number for number, row in enumerate(sheet.rows) if _holds(row.place, place)), None)
        if at is not None:
            return _table(sheet, at)
    lines = [(one.number, one.text, one.number == place.line) for one in found.lines]
    near = tuple(one for one in lines if place.line and abs(one[0] - place.line) <= _LINES)
    return Around(lines=near) if any(marked for _, _, marked in near) else None


def beside(store: "Store", checksum: str, found: "printed.Place | None") -> Around | None:
    """The marked place of a stored report, in its file."""
    if found is None:
        return None
    spot = next(one.spot for one in found.near if one.marked)
    return around(in_file(original_of(store.folder, checksum), store.folder / "pictures"), spot.place)


def _holds(row: Place, place: Place) -> bool:
    if place.sheet:
        return row.sheet == place.sheet and _number(row.cell) == _number(place.cell)
    return place.line is not None and row.line == place.line


def _number(cell: str | None) -> str:
    """The row of 'B7'."""
    return (cell or "").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _table(sheet: Sheet, at: int) -> Around:
    near = range(max(0, at - _ROWS), min(len(sheet.rows), at + _ROWS + 1))
    shown = [sheet.rows[one] for one in near]
    width = range(max(len(sheet.header), *(len(row.cells) for row in shown)))
    wide = [(*sheet.header, *[""] * len(width))[: len(width)], *((*row.cells, *[""] * len(width)) for row in shown)]
    kept = [one for one in width if any(line[one].strip() for line in wide)]  # a column of icons has no words
    header, *told = [tuple(line[one] for one in kept) for line in wide]
    rows = (TableRow(where(sheet.rows[one].place), cells, one == at) for one, cells in zip(near, told, strict=True))
    return Around(header, tuple(rows))
