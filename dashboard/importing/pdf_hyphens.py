"""Hyphens that a line's end alone has put into a word: they go when the word is made whole, others stay.

Only a document that parts words at its lines' ends all the time has them; a soft hyphen stands for one.
"""

from collections.abc import Sequence
from itertools import pairwise

from dashboard.importing.pdf_marks import Line, Word

SOFT = "\u00ad"
_OFTEN, _SHARE = 3, 0.02  # so many of the lines must end so in running text
_AND = ("och", "eller", "samt", "respektive", "till")


def soften(lines: Sequence[Line]) -> None:
    """Marks the hyphens of a document that parts words, save in words that it writes with a hyphen elsewhere too."""
    ends = [line.words[-1] for line, after in pairwise(lines) if _parts(line, after)]
    if len(ends) < max(_OFTEN, _SHARE * len(lines)):
        return
    words = [word for line in lines for word in line.words]
    written = {word.text.partition("-")[0].casefold() for word in words if "-" in word.text[:-1]}
    for word in words:
        if _hyphened(word) and word.text[:-1].casefold() not in written:
            word.text = word.text[:-1] + SOFT


def _parts(line: Line, after: Line) -> bool:
    """Whether the line's last word goes on with the next line's first one."""
    if not line.words or not after.words or line.page != after.page or abs(line.x0 - after.x0) > 2:
        return False
    first = after.words[0].text
    return _hyphened(line.words[-1]) and first[:1].islower() and first not in _AND


def _hyphened(word: Word) -> bool:
    text = word.text
    return len(text) > 2 and text[-1] == "-" and text[-2].islower()
