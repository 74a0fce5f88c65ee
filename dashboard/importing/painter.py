"""The process that draws a page of a PDF: `python -m dashboard.importing.painter`, started by `page_pictures.py` alone.

One request as JSON on stdin; it leaves a PNG at `target`, or ends with `HIDDEN` where the picture would show what
tells of a person.
"""

import json
import sys
from typing import Any

import pypdfium2

from dashboard.importing.limits import limit
from dashboard.importing.privacy import Cleaner

HIDDEN = 3
_SCALE = 2.0
_LARGEST = 2000
_AROUND = 90
_NEAR = 36
_EDGE = 4
_INK = (11, 74, 130)
Box = tuple[float, float, float, float]


def main() -> int:
    """Draws what stdin asks for and returns the exit code."""
    asked = json.loads(sys.stdin.buffer.read())
    limit()
    document = pypdfium2.PdfDocument(asked["path"])
    page = document[asked["page"] - 1]
    size = page.get_size()
    boxes = [_within(tuple(box), size) for box in asked["boxes"]]
    region = _region(asked, page, boxes, size)
    if region is None:
        return HIDDEN
    _drawn(page, region, boxes, size).save(asked["target"], format="PNG", optimize=True)
    return 0


def _region(asked: dict[str, Any], page: Any, boxes: list[Box], size: tuple[float, float]) -> Box | None:
    """What is shown of the page: all of it, or a band around the boxes; None where even the boxes alone may not be."""
    if not boxes or asked["whole"]:
        return (0.0, 0.0, *size)
    if not asked["guarded"]:
        return _band(boxes, _AROUND, size)
    first = asked["page"] == 1  # addresses of people stand on the first page
    for room in (_EDGE,) if first else (_NEAR, _EDGE):
        band = _band(boxes, room, size)
        text = page.get_textpage().get_text_bounded(band[0], size[1] - band[3], band[2], size[1] - band[1])
        if Cleaner().clean(text) == text:
            return band
    return None


def _band(boxes: list[Box], room: float, size: tuple[float, float]) -> Box:
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return 0.0, max(0.0, top - room), size[0], min(size[1], bottom + room)


def _within(box: Box, size: tuple[float, float]) -> Box:
    x0, top, x1, bottom = box
    return max(0.0, x0), max(0.0, top), min(size[0], x1), min(size[1], bottom)


def _drawn(page: Any, region: Box, boxes: list[Box], size: tuple[float, float]) -> Any:
    from PIL import ImageDraw  # noqa: PLC0415 -- after the limits, as all that works on the file

    scale = min(_SCALE, _LARGEST / max(size))
    crop = (region[0], size[1] - region[3], size[0] - region[2], region[1])
    image = page.render(scale=scale, crop=crop).to_pil().convert("RGB")
    pen = ImageDraw.Draw(image)
    for number, (x0, top, x1, bottom) in enumerate(boxes):
        edges = ((x0, top), (x1, bottom))
        (ax, ay), (bx, by) = ((int((x - region[0]) * scale), int((y - region[1]) * scale)) for x, y in edges)
        if bx > ax and by > ay:
            pen.rectangle((ax - 7, ay - 5, bx + 7, by + 5), outline=_INK, width=5 if number == 0 else 2)
    return image


if __name__ == "__main__":
    sys.exit(main())
