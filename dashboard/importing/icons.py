"""Status icons by colour, with their shape as a second witness: the same for every file format."""

import colorsys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.importing.document import Icon
from dashboard.model import Place, Status

CIRCLE, DIAMOND, SQUARE, DASH = "cirkel", "romb", "kvadrat", "streck"
# Hues in degrees, from the first to below the second; what lies between two ranges is told by none.
_HUES = ((70, 175, Status.HELT), (33, 68, Status.DELVIS), (0, 16, Status.EJ), (338, 361, Status.EJ))
_COUNCIL = (185, 262)
_GREY, _PALE, _DARK = 0.2, 0.86, 0.22
_SHAPES = {
    Status.HELT: (CIRCLE,), Status.DELVIS: (DIAMOND, CIRCLE), Status.EJ: (SQUARE, CIRCLE),
    Status.INGEN: (DASH, CIRCLE),
}  # fmt: skip
_WORDS = {"helt": Status.HELT, "delvis": Status.DELVIS, "ej": Status.EJ, "inte": Status.EJ, "inga": Status.INGEN}
# Characters that are icons where they are coloured; a dash or bullet is too common for that.
CHARACTERS = {
    "●": CIRCLE, "⬤": CIRCLE, "⚫": CIRCLE, "○": CIRCLE, "◯": CIRCLE, "◆": DIAMOND, "♦": DIAMOND,
    "⬥": DIAMOND, "■": SQUARE, "⬛": SQUARE, "◼": SQUARE,
}  # fmt: skip


# Symbol fonts keep their signs where no letter has its place.
SYMBOL_FONT = {"\uf06c": "●", "\uf0b7": "•", "\uf075": "◆", "\uf06e": "■", "\uf0a7": "▪", "\uf0fc": "✓"}


@dataclass(frozen=True, slots=True)
class Hue:
    """What a colour stands for; `unknown` where it is clearly a colour but in none of the ranges."""

    status: Status | None = None
    council: bool = False
    unknown: bool = False


def hue(red: int, green: int, blue: int) -> Hue:
    """What a colour (0 to 255 each) stands for; white is nothing, and black is nothing that a colour tells."""
    turn, saturation, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
    if saturation < _GREY:
        return Hue(Status.INGEN) if _DARK < value < _PALE else Hue()
    if value < _DARK:
        return Hue()
    degrees = turn * 360
    status = next((status for first, last, status in _HUES if first <= degrees < last), None)
    council = _COUNCIL[0] <= degrees < _COUNCIL[1]
    return Hue(status, council, status is None and not council)


def of_colour(colour: tuple[int, int, int], place: Place, shape: str | None = None, words: str | None = None) -> Icon:
    """The icon of one colour; its status is left open where the colour tells none."""
    found = hue(*colour)
    return Icon(None if found.council else found.status, place, shape, words, kf=found.council)


def of_pixels(
    pixels: Iterable[tuple[int, int, int]], place: Place, shape: str | None = None, words: str | None = None
) -> Icon | None:
    """The icon of a picture's opaque pixels, by the colour that most of them have; None where they are all white."""
    seen = Counter((red & 0xF8, green & 0xF8, blue & 0xF8) for red, green, blue in pixels)
    told: Counter[Hue] = Counter()
    for colour, amount in seen.items():
        told[hue(*colour)] += amount
    coloured = {one: amount for one, amount in told.items() if one.council or one.unknown or _is_hue(one)}
    drawn = sum(amount for colour, amount in seen.items() if min(colour) < 0xE8)
    if coloured and sum(coloured.values()) > 0.25 * drawn:
        best = max(coloured, key=lambda one: coloured[one])
        return Icon(None if best.council else best.status, place, shape, words, kf=best.council)
    if not drawn:
        return None
    grey = told[Hue(Status.INGEN)]
    return Icon(Status.INGEN if grey > 0.5 * drawn else None, place, shape, words)


def of_words(words: str) -> Status | None:
    """What an icon's alternative text says: 'Uppfylls delvis' is delvis."""
    return next((status for word, status in _WORDS.items() if word in words.lower().split()), None)


def agrees(icon: Icon) -> bool:
    """Whether the icon's second witnesses, where there are any, say what its colour says."""
    if icon.status is None:
        return True
    by_words = of_words(icon.words or "")
    by_shape = icon.shape is None or icon.shape in _SHAPES[icon.status]
    return by_shape and by_words in (None, icon.status)


def _is_hue(found: Hue) -> bool:
    return found.status not in (None, Status.INGEN)
