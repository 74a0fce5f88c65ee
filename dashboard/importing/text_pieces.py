"""Pieces of a line whose words tell where a cell ends, whatever the columns: figures, their units, periods."""

import re
from collections.abc import Sequence

from dashboard.importing.columns import Column
from dashboard.importing.text_grid import SHIFT, VALUE, Grid
from dashboard.importing.text_words import Piece
from dashboard.importing.vocabulary import key

UNITS = ("%", "st", "kr", "tkr", "mnkr")
_PERIOD_THEN_MORE = re.compile(r"^((?:VB|T1|T2) 20\d\d|20\d\d-\d\d-\d\d)\s(.*)$")
_FIGURE_THEN_WORDS = re.compile(
    r"^((?:VB|T1|T2)|[≥≤<>~±+\-−–]?\d[\d ,.]*(?:%|st|mnkr|tkr|kr)?)\s((?:Tas|tas|Öka|öka|Minska|minska|Följs)\b.*)$"
)

# A unit or decimals end a figure.
_TWO_FIGURES = re.compile(
    r"^([≥≤<>~±+\-−–]?\d[\d ]*(?:,\d+)?(?: ?(?:%|st|mnkr|tkr|kr))|[≥≤<>~±+\-−–]?\d[\d ]*,\d+) ([≥≤<>~±+\-−–]?\d.*)$"
)
_THEN_PERIOD = re.compile(r"^(.*\S) ((?:VB|T1|T2) 20\d\d)$")
_THEN_PART = re.compile(r"^([≥≤<>~±+\-−–]?\d[\d ,.]*(?:%|st|mnkr|tkr|kr)?) ([^\W\d]\S*(?: [^\W\d]\S*)*)$")
_THEN_PERIODICITY = re.compile(r"^(.*\S) (År|Tertial|Halvår|Kvartal|Månad|Vartannat år)$")
_PERIODICITY = re.compile(r"^(?:År|Tertial|Halvår|Kvartal|Månad|Vartannat år)$")
_DRIFT = 16  # characters that a line of narrow letters moves what stands after a long name to the left
_TO_BE_SET = "tasframavnamndstyrelse"


def with_units(found: Sequence[Piece]) -> list[Piece]:
    """The pieces, a unit that a stray blank parted from its figure put back."""
    whole: list[Piece] = []
    for piece in found:
        last = whole[-1] if whole else None
        if last and piece.text in UNITS and piece.start - last.end <= SHIFT and VALUE.match(last.text):
            whole[-1] = Piece(last.start, piece.end, f"{last.text} {piece.text}")
        else:
            whole.append(piece)
    return whole


def cells_within(piece: Piece) -> list[Piece]:
    """The piece's cells where its words tell them apart: '83 Tas fram av', '8,1 % 14,3 %', 'VB 2024 83'."""
    found = _FIGURE_THEN_WORDS.match(piece.text) or _PERIOD_THEN_MORE.match(piece.text)
    found = found or _TWO_FIGURES.match(piece.text) or _cell_and_period(piece) or _figure_and_part(piece)
    if not found:
        return [piece]
    at = piece.start + found.start(2)
    first = Piece(piece.start, piece.start + found.end(1), found.group(1))
    return [first, *cells_within(Piece(at, piece.end, found.group(2)))]


def _cell_and_period(piece: Piece) -> re.Match[str] | None:
    """A target and the period that its words have come beside: '8,5 % Tas fram VB 2024', 'nämnd/ VB 2024'."""
    found = _THEN_PERIOD.match(piece.text)
    return found if found and (VALUE.match(piece.text.split(" ")[0]) or key(found.group(1)) in _TO_BE_SET) else None


def _figure_and_part(piece: Piece) -> re.Match[str] | None:
    """A figure and a part of the next column's broken words: '8,5 % tyr else'."""
    found = _THEN_PART.match(piece.text)
    return found if found and found.group(2) not in UNITS and key(found.group(2)) in _TO_BE_SET else None


def is_periodicity(text: str) -> bool:
    """Whether the words are a periodicity and nothing else: no name's line is one of these with a capital letter."""
    return bool(_PERIODICITY.match(text))


def is_to_be_set(text: str) -> bool:
    """Whether the words are a part of one target's 'Tas fram av nämnd/styrelse', which no column cuts."""
    return text[:1].isalpha() and key(text) in _TO_BE_SET


def periodicity_hung(grid: Grid, piece: Piece) -> list[Piece] | None:
    """A name and the periodicity that it has come beside, 'dialog om År', where that column begins."""
    number = grid.header.place(Column.PERIODICITY)
    found = _THEN_PERIODICITY.match(piece.text)
    if not found or number != grid.name + 1 or grid.spans[number][0] - piece.start - found.start(2) > _DRIFT:
        return None
    at = piece.start + found.start(2)
    return [Piece(piece.start, piece.start + found.end(1), found.group(1)), Piece(at, piece.end, found.group(2))]
