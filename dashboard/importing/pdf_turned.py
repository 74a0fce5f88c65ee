"""Letters that stand on end, as in the heads of narrow columns: read from below or above, and set beside the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.importing.pdf_marks import Face, Word

_BLANK, _END = 0.2, 1.6  # of the size: a gap parts two words, or two texts
_ABOVE, _BELOW = 0.8, 0.22  # of the size: how far letters reach from their base line


@dataclass(slots=True)
class Turned:
    """A text on end: `x` is its base line, `first` and `last` where it begins and ends; `up`: read from below."""

    text: str
    x: float
    first: float
    last: float
    up: bool
    face: Face

    def takes(self, letter: "Turned") -> bool:
        """Takes the next letter where it goes on with the text."""
        size = self.face.size
        gap = self.last - letter.first if self.up else letter.first - self.last
        if letter.up is not self.up or abs(letter.x - self.x) > 0.3 * size or not -0.5 * size < gap < _END * size:
            return False
        self.text += f"{' ' if gap > _BLANK * size else ''}{letter.text}"
        self.last = letter.last
        return True

    @property
    def top(self) -> float:
        return min(self.first, self.last)

    @property
    def bottom(self) -> float:
        return max(self.first, self.last)


def as_words(texts: Sequence[Turned], words: Sequence[Word]) -> list[Word]:
    """The texts as words on the line of the leftmost plain word that stands beside them, or at their own lower end."""
    found: list[Word] = []
    for text in texts:
        row = [one for one in texts if one.top < text.bottom and text.top < one.bottom]
        top, bottom = min(one.top for one in row), max(one.bottom for one in row)
        beside = [word for word in words if top - 2 <= word.base <= bottom + 2]
        base = min(beside, key=lambda word: word.x0).base if beside else bottom
        size = text.face.size
        ahead, behind = (_ABOVE, _BELOW) if text.up else (_BELOW, _ABOVE)
        x0, x1 = text.x - ahead * size, text.x + behind * size
        found.append(Word(text.text, x0, base - _ABOVE * size, x1, base + _BELOW * size, base, text.face))
    return found
