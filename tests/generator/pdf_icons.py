"""Status icons of a generated PDF: drawn, as a JPEG with its mask, as a PNG, as coloured characters, or black signs."""

import io
from functools import cache

from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.generator.pdf_look import Look
from tests.generator.words import SYMBOLS

COLOURS = {
    "helt": (0, 150, 64),
    "delvis": (255, 192, 0),
    "ej": (213, 43, 30),
    "ingen": (150, 150, 150),
    "kf": (0, 110, 191),
}


def draw(canvas: Canvas, look: Look, status: str, at: tuple[float, float], size: float) -> None:
    """Draws the icon of a status (or 'kf', the council's) with its lower left corner at the point `at`."""
    x, y = at
    shape = "helt" if look.icons == "circles" and status != "kf" else status
    red, green, blue = (part / 255 for part in COLOURS[status])
    if look.icons in ("jpeg", "png"):
        picture = _jpeg(status) if look.icons == "jpeg" else _png(status)
        canvas.drawImage(picture, x, y, size, size, mask="auto")
    elif look.icons in ("character", "sign") and status != "ingen" and status in SYMBOLS:
        if look.icons == "character":
            canvas.setFillColorRGB(red, green, blue)
        canvas.setFont("ZapfDingbats", size)
        canvas.drawString(x, y, SYMBOLS[shape if look.icons == "character" else status])
    elif look.icons == "sign" and status == "ingen":
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, SYMBOLS["ingen"])
    else:
        canvas.setFillColorRGB(red, green, blue)
        _shape(canvas, shape, x, y, size)
    canvas.setFillColorRGB(0, 0, 0)


def _shape(canvas: Canvas, shape: str, x: float, y: float, size: float) -> None:
    if shape == "helt":
        canvas.circle(x + size / 2, y + size / 2, size / 2, stroke=0, fill=1)
    elif shape == "ej":
        canvas.rect(x, y, size, size, stroke=0, fill=1)
    elif shape == "ingen":
        canvas.rect(x, y + size * 0.4, size, size * 0.2, stroke=0, fill=1)
    else:
        points = (
            ((0.5, 1), (1, 0.5), (0.5, 0), (0, 0.5))
            if shape == "delvis"
            else ((0, 0), (1, 0), (1, 0.9), (0.5, 0.4), (0, 0.9))
        )
        path = canvas.beginPath()
        path.moveTo(x + points[0][0] * size, y + points[0][1] * size)
        for across, up in points[1:]:
            path.lineTo(x + across * size, y + up * size)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)


@cache
def _picture(status: str) -> Image.Image:
    image = Image.new("RGBA", (40, 40), (255, 255, 255, 0))
    pen, colour = ImageDraw.Draw(image), (*COLOURS[status], 255)
    if status == "helt":
        pen.ellipse((1, 1, 38, 38), fill=colour)
    elif status == "ej":
        pen.rectangle((1, 1, 38, 38), fill=colour)
    elif status == "ingen":
        pen.rectangle((1, 16, 38, 23), fill=colour)
    elif status == "delvis":
        pen.polygon(((20, 0), (39, 20), (20, 39), (0, 20)), fill=colour)
    else:
        pen.polygon(((1, 38), (38, 38), (38, 4), (20, 20), (1, 4)), fill=colour)
    return image


@cache
def _png(status: str) -> ImageReader:
    return ImageReader(_picture(status))


@cache
def _jpeg(status: str) -> ImageReader:
    """Lossy, on white: its edges have colours of their own."""
    flat = Image.new("RGB", (40, 40), (255, 255, 255))
    flat.paste(_picture(status), mask=_picture(status))
    stream = io.BytesIO()
    flat.save(stream, "JPEG", quality=70)
    return ImageReader(stream)
