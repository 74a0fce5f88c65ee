"""Numbers as the report prints them: their decimals, their signs, and those that it withholds."""

from dashboard.swedish import number, parse_cell
from dashboard.views.rows import IndicatorRow

# A figure that is printed as 'färre än 5' is a figure withheld, not one of 5.
_WITHHELD = ("<", "färre än", "under", "mindre än")


def printed(value: float | None, raw: str, unit: str | None) -> str:
    """The number with the decimals it was printed with and its sign ('≥'); '' where there is none."""
    if value is None:
        return ""
    cell = parse_cell(raw)
    mark = f"{cell.mark} " if cell.mark else ""
    return mark + number(value, cell.decimals, unit)


def withheld(row: IndicatorRow) -> bool:
    """Whether the outcome is printed as too few to be told."""
    mark = parse_cell(row.raw_outcome).mark
    return mark is not None and mark.casefold() in _WITHHELD


def most_decimals(*cells: str) -> int:
    """As many decimals as any of the cells is printed with."""
    return max(parse_cell(cell).decimals or 0 for cell in cells)


def fewest_decimals(*cells: str | None) -> int | None:
    """As few as any number among the cells is printed with, None where none is a number."""
    told = [parse_cell(cell or "").decimals for cell in cells]
    known = [decimals for decimals in told if decimals is not None]
    return min(known, default=None)
