"""Room on a slide, in px of a slide 720 px high: what a text takes, and the largest type that fits."""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache

from dashboard.charts.scale import text_width

# A px in PowerPoint's own unit, and a point in px.
EMU, POINT = 9525, 4 / 3
# What is said on a slide is read from the back of the room: no type is smaller, in points.
SMALLEST = 24
# Of Arial and its kin, with a hair more.
_LEADING = 1.17


# How much wider than Arial the file's font is. It is the same for all of a file, so it isn't handed from call to call.
WIDER: ContextVar[float] = ContextVar("wider", default=1.0)
_FONTS = {"arial": 1.0, "calibri": 0.95, "segoe ui": 1.02, "tahoma": 1.02, "open sans": 1.08, "verdana": 1.2}
_UNKNOWN = 1.12


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the slide, in px."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def below(self, height: float) -> "Area":
        """What is left under the uppermost `height`."""
        return Area(self.left, self.top + height, self.width, self.height - height)

    def upper(self, height: float) -> "Area":
        return Area(self.left, self.top, self.width, min(height, self.height))

    def columns(self, first: float, gap: float = 56) -> tuple["Area", "Area"]:
        """Two columns, the left one with `first` of the width."""
        width = (self.width - gap) * first
        rest = self.width - gap - width
        return Area(self.left, self.top, width, self.height), Area(self.left + width + gap, self.top, rest, self.height)


def wider(font: str) -> float:
    """How much wider than Arial a font is; of one that we don't know, as much as most are at their widest."""
    return _FONTS.get(font.strip().casefold(), _UNKNOWN)


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The px that a line of `size` points takes in the file's font."""
    return text_width(text, 1, bold) * size * POINT * WIDER.get()


def tall(text: str, width: float, size: float, bold: bool = False) -> float:
    """The height of a paragraph of `size` points."""
    return _lines(text, width / (size * POINT * WIDER.get()), bold) * line_height(size)


@lru_cache(maxsize=8192)
def _lines(text: str, room: float, bold: bool) -> int:
    """The lines that the text takes where a line has room for `room` times its type; a word too long is broken."""
    if text_width(text, 1, bold) <= room:
        return 1
    lines, used, space = 1, 0.0, text_width(" ", 1, bold)
    for word in text.split(" "):
        wide = text_width(word, 1, bold)
        if used and used + space + wide > room:
            lines, used = lines + 1, 0.0
        used += wide + (space if used else 0)
        while used > room:
            lines, used = lines + 1, used - room
    return lines


def line_height(size: float) -> float:
    return size * POINT * _LEADING


def largest(sizes: Sequence[float], height: Callable[[float], float], room: float) -> float:
    """The first of the sizes that needs no more than `room`, else the last."""
    return next((size for size in sizes if height(size) <= room), sizes[-1])
