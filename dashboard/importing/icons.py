"""What an icon says: its status by hue, its shape as a second witness; blue marks the council's (KF's) indicators.

The ranges hold for pictures, vector shapes and coloured characters alike, so every reader asks here.
"""

import colorsys
import re
from dataclasses import dataclass

from PIL import Image

from dashboard.model import Status

Colour = tuple[int, int, int]
CIRCLE, DIAMOND, SQUARE, DASH, CHECK = "cirkel", "romb", "kvadrat", "streck", "bock"

# Degrees of the colour circle. Between the ranges stands what people name differently (orange, lime, turquoise).
_GREEN, _YELLOW, _RED_FROM, _RED_TO, _BLUE = (75, 172), (32, 67), 342, 16, (188, 262)
_LEAST_SATURATION, _LEAST_CHROMA = 0.25, 30
_PAPER, _BLACK = 235, 60
_LARGEST, _SAMPLE = 4_000_000, 64
_STATUS_OF_SHAPE = {CIRCLE: Status.HELT, DIAMOND: Status.DELVIS, SQUARE: Status.EJ, DASH: Status.INGEN}
_WORDS = (
    (Status.EJ, r"\b(?:ej|inte) (?:uppfyll\w*|uppnå\w*)|\b(?:uppfyll\w*|uppnå\w*) (?:ej|inte)|\bröd\w*|\bred\b"),
    (Status.DELVIS, r"\bdelvis\b|\bgul\w*|\byellow\b"),
    (Status.HELT, r"\bhelt\b|\buppfyll(?:s|t|d)\b|\bgrön\w*|\bgreen\b"),
    (Status.INGEN, r"\binga data\b|\bgrå\w*|\bgr[ea]y\b|\bingen\b"),
)


@dataclass(frozen=True, slots=True)
class Look:
    """How an icon looks: `status` None where the hue is in no range, or where a check mark stands for no status."""

    status: Status | None = None
    shape: str | None = None
    kf: bool = False


def of_colour(colour: Colour, shape: str | None = None) -> Look:
    """The look of a shape or character in one colour (0-255); a check mark has no status, and is no doubt either."""
    if shape == CHECK:
        return Look(None, CHECK)
    if not _coloured(colour):
        grey = _BLACK <= max(colour) <= _PAPER
        return Look(Status.INGEN if grey else None, shape)
    hue = colorsys.rgb_to_hsv(*(part / 255 for part in colour))[0] * 360
    if _BLUE[0] <= hue <= _BLUE[1]:
        return Look(None, shape, kf=True)
    return Look(_status(hue), shape)


def of_pixels(image: Image.Image) -> Look | None:
    """The look of a picture over its alpha mask, if any; None where it is blank, or far too large for an icon.

    The size is looked at before anything is unpacked.
    """
    if image.width * image.height > _LARGEST:
        return None
    picture = image.convert("RGBA")
    picture.thumbnail((_SAMPLE, _SAMPLE))
    width, height = picture.size
    data = picture.tobytes()
    pixels = [(data[at], data[at + 1], data[at + 2], data[at + 3]) for at in range(0, len(data), 4)]
    ink = [alpha > 127 and min(red, green, blue) < _PAPER for red, green, blue, alpha in pixels]
    colours = [pixel[:3] for pixel, inked in zip(pixels, ink, strict=True) if inked]
    if not colours:
        return None
    return of_colour(_main(colours), shape_of([ink[row * width : (row + 1) * width] for row in range(height)]))


def of_words(words: str) -> Status | None:
    """The status that an alternative text tells ('Uppfylls delvis', 'gul romb'); None where it tells none."""
    text = words.casefold()
    return next((status for status, pattern in _WORDS if re.search(pattern, text)), None)


def of_shape(shape: str | None) -> Status | None:
    """The status that a shape stands for where shapes differ; circles alone are also used for every status."""
    return _STATUS_OF_SHAPE.get(shape or "")


def shape_of(ink: list[list[bool]]) -> str | None:
    """The shape that the inked points make: how much of their box they fill, holes and inner signs filled in."""
    rows = [number for number, row in enumerate(ink) if any(row)]
    if not rows:
        return None
    columns = [number for number in range(len(ink[0])) if any(row[number] for row in ink)]
    box = [row[columns[0] : columns[-1] + 1] for row in ink[rows[0] : rows[-1] + 1]]
    height, width = len(box), len(box[0])
    if width >= 2.5 * height:
        return DASH
    if height > 1.6 * width or width > 1.8 * height:
        return None
    return _by_share(_filled(box), width * height)


def _by_share(silhouette: list[list[bool]], area: int) -> str | None:
    share = sum(map(sum, silhouette)) / area
    if share > 0.9:
        return SQUARE
    if share > 0.7:
        return CIRCLE
    if share > 0.42 and _upright(silhouette):
        return DIAMOND
    return CHECK if 0.1 < share < 0.5 and not _upright(silhouette) else None


def _upright(silhouette: list[list[bool]]) -> bool:
    """Whether both halves, above and below as well as left and right, hold about the same: a triangle's do not."""
    total = sum(map(sum, silhouette))
    above = sum(map(sum, silhouette[: len(silhouette) // 2]))
    half = len(silhouette[0]) // 2
    left = sum(sum(row[:half]) for row in silhouette)
    return all(0.38 < part / total < 0.62 for part in (above, left)) and _pointed(silhouette)


def _pointed(silhouette: list[list[bool]]) -> bool:
    """Whether the widest row is near the middle, as a diamond's is and a check mark's is not."""
    widths = [sum(row) for row in silhouette]
    middle = max(widths[len(widths) // 3 : -(len(widths) // 3) or None], default=0)
    return middle >= 0.85 * max(widths) and middle > 0.7 * len(silhouette[0])


def _filled(box: list[list[bool]]) -> list[list[bool]]:
    """Points with ink on both sides of them and also above and below: the outline's inside."""
    across = [_span(row) for row in box]
    down = [_span(list(column)) for column in zip(*box, strict=True)]
    return [
        [across[y][0] <= x <= across[y][1] and down[x][0] <= y <= down[x][1] for x in range(len(box[0]))]
        for y in range(len(box))
    ]


def _span(points: list[bool]) -> tuple[int, int]:
    inked = [number for number, point in enumerate(points) if point]
    return (inked[0], inked[-1]) if inked else (1, 0)


def _main(colours: list[Colour]) -> Colour:
    """The colour that counts: of the coloured points where they are enough, else of all; outlines and signs are few."""
    coloured = [colour for colour in colours if _coloured(colour)]
    chosen = coloured if len(coloured) > 0.15 * len(colours) else colours
    red, green, blue = (sorted(part)[len(chosen) // 2] for part in zip(*chosen, strict=True))
    return red, green, blue


def _coloured(colour: Colour) -> bool:
    chroma = max(colour) - min(colour)
    return chroma > _LEAST_CHROMA and chroma > _LEAST_SATURATION * max(colour)


def _status(hue: float) -> Status | None:
    if _GREEN[0] <= hue <= _GREEN[1]:
        return Status.HELT
    if _YELLOW[0] <= hue <= _YELLOW[1]:
        return Status.DELVIS
    return Status.EJ if hue >= _RED_FROM or hue <= _RED_TO else None
