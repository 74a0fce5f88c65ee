"""Pieces of a line whose words tell where a cell ends, whatever the columns: figures, their units, periods."""

import re
from collections.abc import Sequence

from dashboard.importing.text_grid import SHIFT, VALUE
from dashboard.importing.text_words import Piece
from dashboard.importing.vocabulary import key

UNITS = ("%", "st", "kr", "tkr", "mnkr")
_PERIOD_THEN_MORE = re.compile(r"^((?:VB|T1|T2) 20\d\d|20\d\d-\d\d-\d\d)\s(.*)$")
_FIGURE_THEN_WORDS = re.compile(
    r"^([≥≤<>~±+\-−–]?\d[\d ,.]*(?:%|st|mnkr|tkr|kr)?)\s((?:Tas|tas|Öka|öka|Minska|minska|Följs)\b.*)$"
)

_THEN_PERIOD = re.compile(r"^(.*\S) ((?:VB|T1|T2) 20\d\d)$")
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


def value_and_words(piece: Piece) -> list[Piece] | None:
    """A figure and the words of the next column, '83 Tas fram av', or a period and what stands beside it."""
    found = _FIGURE_THEN_WORDS.match(piece.text) or _PERIOD_THEN_MORE.match(piece.text) or _cell_and_period(piece)
    if not found:
        return None
    at = piece.start + found.start(2)
    return [Piece(piece.start, piece.start + found.end(1), found.group(1)), Piece(at, piece.end, found.group(2))]


def _cell_and_period(piece: Piece) -> re.Match[str] | None:
    """A target and the period that its words have come beside: '8,5 % Tas fram VB 2024', 'nämnd/ VB 2024'."""
    found = _THEN_PERIOD.match(piece.text)
    return found if found and (VALUE.match(piece.text.split(" ")[0]) or key(found.group(1)) in _TO_BE_SET) else None
