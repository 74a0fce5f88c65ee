"""Periods and dates in a table's column, each once a row and in narrow columns broken over lines."""

import re
from collections.abc import Sequence

_PERIODS = ("år", "tertial", "kvartal", "halvår", "månad", "vartannat")
_BEGINS = re.compile(r"^(?:20\d\d|(?:VB|VP|T[123]|Tertial|Kvartal|Halvår)\b)", re.IGNORECASE)
_TO_GO = re.compile(
    r"^(?:VB|VP|T[123]|Tertial(?: \d)?|Kvartal(?: \d)?|Halvår(?: \d)?)$|(?:^|\s)20?\d?$|-$|^20\d\d-\d{0,2}(?:-\d?)?$",
    re.IGNORECASE,
)


def lines_of(pieces: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
    """The first and last line of each period or date among a column's lines, given by their numbers and words."""
    found: list[tuple[int, int]] = []
    text = ""
    for line, words in pieces:
        if text and _goes_on(text, words):
            found[-1] = (found[-1][0], line)
            text += words
        elif _BEGINS.match(words) or _part_of_period(words):
            found.append((line, line))
            text = words
    return found


def _goes_on(text: str, more: str) -> bool:
    return bool(more[:1].isdigit() and _TO_GO.search(text)) or _part_of_period(text + more)


def _part_of_period(text: str) -> bool:
    return len(text) > 1 and any(period.startswith(text.lower()) for period in _PERIODS)
