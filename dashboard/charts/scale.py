"""Scales and the room that text takes: pure arithmetic, so that a figure is right at every width before it is drawn."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
# Arial's widths, in parts of the type size; its kin come within a few hundredths.
WIDTHS = (
    ("ijl|'", 0.23),
    (" .,:;!ft/()[]I\u00a0\u2009", 0.3),
    ("r-", 0.34),
    ("cksvxyz", 0.5),
    ("mwM", 0.84),
    ("W%", 0.92),
)
CAPITAL, OTHER = 0.7, 0.56
BOLD = 1.07


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside the point `at` on the scale, `width` px long with its gap; `left` of the point or right of it."""

    at: float
    width: float
    left: bool = False


def ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """At most so many round figures that cover both ends and nought; (0, 1) where all is nought."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= 0:
        return (0.0, 1.0)
    step = _step(low, high, most)
    first, last = math.floor(low / step + 1e-12), math.ceil(high / step - 1e-12)
    return tuple(round(place * step, 10) + 0.0 for place in range(first, last + 1))


def _step(low: float, high: float, most: int) -> float:
    """The smallest round step that needs no more than `most` figures from below `low` to above `high`."""
    size = 10.0 ** math.floor(math.log10((high - low) / most))
    for nice, step in ((nice, nice * size * tens) for tens in (1, 10, 100) for nice in NICE):
        # Quarters read well as 25, 50, 75, and badly as 2,5 or 0,25.
        odd = nice == 2.5 and step < 25
        if not odd and math.ceil(high / step - 1e-12) - math.floor(low / step + 1e-12) < most:
            return step
    return high - low


def widened(low: float, high: float, labels: Iterable[Label], room: float) -> tuple[float, float]:
    """The ends of a scale on which every label fits within `room` px; a label takes half of it at most."""
    labels = list(labels)
    for _ in range(6):
        for label in labels:
            part = 1 - min(label.width / room, 0.5)
            if label.left:
                low = min(low, high - (high - label.at) / part)
            else:
                high = max(high, low + (label.at - low) / part)
    return low, high


@lru_cache(maxsize=8192)
def text_width(text: str, size: float = 13, bold: bool = False) -> float:
    """About how many px a line takes: a little too much rather than too little."""
    parts = (_letter(letter) for letter in text)
    return sum(parts) * size * (BOLD if bold else 1)


@lru_cache(maxsize=512)
def _letter(letter: str) -> float:
    return next((width for letters, width in WIDTHS if letter in letters), CAPITAL if letter.isupper() else OTHER)


def wrapped(text: str, width: float, size: float = 13, bold: bool = False) -> list[str]:
    """The text in as few lines of at most `width` px as it needs, about equally long; a word too long is broken."""
    lines = _filled(text, width, size, bold)
    while len(lines) > 1:
        width *= 0.93
        closer = _filled(text, width, size, bold)
        # A narrower setting that needs more lines, or breaks a word, has gone too far.
        if len(closer) > len(lines) or " ".join(closer) != " ".join(lines):
            break
        lines = closer
    return lines


def _filled(text: str, width: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size, bold) <= width:
            lines[-1] = joined
        else:
            lines.extend(_pieces(word, width, size, bold))
    return lines


def _pieces(word: str, width: float, size: float, bold: bool) -> Sequence[str]:
    if text_width(word, size, bold) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter + "-", size, bold) > width:
            pieces[-1] += "-"
            pieces.append("")
        pieces[-1] += letter
    return pieces
