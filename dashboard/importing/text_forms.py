"""What the words of a piece may be: which columns can hold them, and whether they are one figure."""

import re
from functools import lru_cache

from dashboard.importing.columns import Column
from dashboard.importing.text_grid import VALUE, Grid
from dashboard.importing.text_pieces import UNITS, is_periodicity
from dashboard.importing.text_words import Piece

DATE = re.compile(r"^20\d\d-[01]\d-[0-3]\d$")
_OF_DATE = re.compile(r"^[\d-]{1,10}$")  # a narrow column breaks it anywhere
_OF_PERIOD = re.compile(r"^(?:VB|VP|T ?[12]?|Tertial|\d{1,4})$")
_TWO = re.compile(
    r"(?:%|\bst|\bkr)\s+[≥≤<>~±+\-−–]?\d|,\d+\s+\d|\d\s+\d+,|\d{2}\s+\d{1,2}(?!\d)|^\d{1,2}\s\d{1,2}(?!\d)"
)
THOUSANDS = re.compile(r"^[≥≤<>~±+\-−–]?\d{1,3}(?: \d{3})+(?:,\d+)?(?: ?(?:%|st|kr|tkr|mnkr))?$")
NUMBERS = frozenset(
    [Column.OUTCOME, Column.MEN, Column.WOMEN, Column.PREVIOUS, Column.FORECAST, Column.TARGET, Column.T1, Column.T2,
     Column.VB, Column.TOTAL]
)  # fmt: skip
PERIOD = re.compile(r"^(?:(?:VB|VP|T ?[12]|Tertial [123]) )?20\d\d$")
KINDS = ("VB", "T1", "T2")
_NOTHING_BROKEN = frozenset(["Inga", "data", "–", "-", "—", "Ej", "mätt", "Saknas", "Ingen", "uppgift"])


def may_hold(grid: Grid, number: int, part: Piece) -> bool:
    """Whether a piece with these words can stand in the column at all."""
    columns = grid.header.columns
    return _fits(columns[number], part.text, Column.PERIODICITY in columns)


@lru_cache(maxsize=20_000)
def _fits(column: Column, text: str, periodic: bool) -> bool:
    first = text.split(" ", maxsplit=1)[0]
    if periodic and is_periodicity(text):
        return column is Column.PERIODICITY
    if column in (Column.START, Column.END):
        return bool(_OF_DATE.match(text))
    if column is Column.PERIOD:
        return bool(PERIOD.match(text)) or bool(_OF_PERIOD.match(text))
    if column in (Column.PERIODICITY, Column.COMMENT, Column.CATEGORY):
        return text[:1].isalpha()
    if column in (Column.TARGET, Column.KF_TARGET):
        return not DATE.match(text) and not is_two(text) and text not in KINDS
    figure = bool(VALUE.match(first)) or first in _NOTHING_BROKEN or first in UNITS
    return column not in NUMBERS or (figure and not is_two(text))


def is_two(text: str) -> bool:
    """Whether the words are more than one figure."""
    return bool(_TWO.search(text)) and not THOUSANDS.match(text)


def tells_itself(part: Piece) -> bool:
    """Whether the words can stand in one column alone."""
    whole = PERIOD.match(part.text) and " " in part.text
    return bool(whole or DATE.match(part.text) or is_periodicity(part.text))


def holds_one(grid: Grid, number: int) -> bool:
    return grid.header.columns[number] in NUMBERS
