"""Scales and the room that text takes: pure arithmetic, so that a figure is right at every width before it is drawn."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
# The widths of Arial and its like, in parts of the type size.
_NARROW, _WIDE, _CAPITAL, _OTHER = 0.28, 0.86, 0.69, 0.555
_BOLD = 1.07


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside the point `at` on the scale, `width` px long with its gap; `left` of the point or right of it."""

    at: float
    width: float
    left: bool = False


def ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """At most so many round figures that cover both ends and nought; (0, 1) where all is nought."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= 0:
        return (0.0, 1.0)
    step = _step(low, high, most)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(round(place * step, 10) + 0.0 for place in range(first, last + 1))


def _step(low: float, high: float, most: int) -> float:
    """The smallest round step that needs no more than `most` figures from below `low` to above `high`."""
    size = 10.0 ** math.floor(math.log10((high - low) / most))
    for tens in (1, 10, 100):
        for nice in NICE:
            step = nice * size * tens
            if math.ceil(high / step - 1e-9) - math.floor(low / step + 1e-9) < most:
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


def text_width(text: str, size: float = 13, bold: bool = False) -> float:
    """About how many px a line takes: a little too much rather than too little."""
    parts = (_letter(letter) for letter in text)
    return sum(parts) * size * (_BOLD if bold else 1)


def _letter(letter: str) -> float:
    if letter in " .,:;!'|()[]ijlftr/\u00a0":
        return _NARROW if letter not in "r()" else 0.34
    if letter in "mwMW%":
        return _WIDE
    return _CAPITAL if letter.isupper() else _OTHER


def wrapped(text: str, width: float, size: float = 13, bold: bool = False) -> list[str]:
    """The text in lines no longer than `width` px, broken between words, and inside a word that alone is too long."""
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
