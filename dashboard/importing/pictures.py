"""What a small picture shows: its icon by the colour of its ink, and the shape that the ink makes."""

from PIL import Image

from dashboard.importing import icons
from dashboard.importing.document import Icon
from dashboard.importing.icons import CIRCLE, DASH, DIAMOND, SQUARE
from dashboard.model import Place

CHECK = "bock"
Colour = tuple[int, int, int]
_LARGEST, _SAMPLE, _PAPER = 4_000_000, 64, 235


def icon(image: Image.Image, place: Place, words: str | None = None) -> Icon | None:
    """The icon that a picture is, over its alpha mask if it has one; None where it is blank, or far too large for one.

    The size is looked at before anything is unpacked. A check mark has no status.
    """
    if image.width * image.height > _LARGEST:
        return None
    picture = image.convert("RGBA")
    picture.thumbnail((_SAMPLE, _SAMPLE))
    data = picture.tobytes()
    pixels = [(data[at], data[at + 1], data[at + 2], data[at + 3]) for at in range(0, len(data), 4)]
    ink = [alpha > 127 and min(red, green, blue) < _PAPER for red, green, blue, alpha in pixels]
    colours = [pixel[:3] for pixel, inked in zip(pixels, ink, strict=True) if inked]
    width = picture.width
    shape = shape_of([ink[at : at + width] for at in range(0, len(ink), width)])
    return Icon(None, place, CHECK, words) if shape == CHECK else icons.of_pixels(colours, place, shape, words)


def shape_of(ink: list[list[bool]]) -> str | None:
    """The shape that inked points make, row by row: how much of their box they fill, holes filled in."""
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
    if share > 0.42 and _diamond(silhouette):
        return DIAMOND
    return CHECK if 0.1 < share < 0.5 and not _diamond(silhouette) else None


def _diamond(silhouette: list[list[bool]]) -> bool:
    """Whether the halves hold about the same and the middle is widest: a triangle's and a check mark's are not."""
    total = sum(map(sum, silhouette))
    above = sum(map(sum, silhouette[: len(silhouette) // 2]))
    half = len(silhouette[0]) // 2
    left = sum(sum(row[:half]) for row in silhouette)
    widths = [sum(row) for row in silhouette]
    middle = max(widths[len(widths) // 3 : -(len(widths) // 3) or None], default=0)
    even = all(0.38 < part / total < 0.62 for part in (above, left))
    return even and middle >= 0.85 * max(widths) and middle > 0.7 * len(silhouette[0])


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
