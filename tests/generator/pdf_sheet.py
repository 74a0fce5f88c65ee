"""Pages of a generated PDF: a cursor that goes down, words set line by line, page headers and footers."""

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.generator.pdf_look import Look

_STYLES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique"),
    "Vera": ("Vera", "VeraBd", "VeraIt"),
}
PLAIN, BOLD, SLANTED = 0, 1, 2
_DINGBATS = "●◆■✓"


@cache
def embed() -> None:
    """Makes reportlab's own TrueType font known."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in _STYLES["Vera"]:
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


class Sheet:
    """The document so far; `y` is how far down the page the next line's top stands."""

    def __init__(self, look: Look, running: str, pages: int) -> None:
        embed()
        self.look, self.running, self.pages = look, running, pages
        wide, high = (842.0, 595.0) if look.landscape else (595.0, look.depth)
        self.width, self.height = wide, high
        self.stream = io.BytesIO()
        self.canvas = Canvas(self.stream, pagesize=(wide, high), invariant=1)
        self.page = 0
        self.left, self.right = look.margin, wide - look.margin
        self.y = 0.0
        self.begin_page()

    @property
    def floor(self) -> float:
        return self.height - 70

    def begin_page(self) -> None:
        """Ends the page, if one is open, and begins the next."""
        if self.page:
            self.canvas.showPage()
        self.page += 1
        if self.look.rotated:
            # Drawn on its side and turned back by the viewer, as programs print landscape pages.
            self.canvas.setPageRotation(90)
            self.canvas.translate(self.height, 0)
            self.canvas.rotate(90)
        self.y = 70.0
        words = f"{self.running} {self.page}({self.pages})"
        if self.page > 1 and self.look.furniture in ("above", "both"):
            self.write(self.left, 42, words, PLAIN, 8.5)
        if self.page > 1 and self.look.furniture in ("below", "both"):
            self.write(
                self.left, self.height - 32, words if self.look.furniture == "below" else str(self.page), PLAIN, 8.5
            )

    def font(self, style: int) -> str:
        return _STYLES[self.look.font][style]

    def measure(self, text: str, style: int, size: float) -> float:
        return float(pdfmetrics.stringWidth(text, self.font(style), size))

    def write(self, x: float, base: float, text: str, style: int, size: float) -> None:
        """One line of words with its base line so far down the page."""
        for sign in _DINGBATS:
            if text.startswith(sign):
                self.canvas.setFont("ZapfDingbats", size)
                self.canvas.drawString(x, self.height - base, sign)
                x += size * 1.05
                text = text[1:].lstrip()
        self.canvas.setFont(self.font(style), size)
        self.canvas.drawString(x, self.height - base, text)

    def wrapped(self, text: str, width: float, style: int, size: float) -> list[str]:
        """Lines that fit; a word too long for a whole line is cut where it must be."""
        lines: list[str] = []
        for word in text.split():
            if lines and self.measure(f"{lines[-1]} {word}", style, size) <= width:
                lines[-1] += f" {word}"
                continue
            rest = word
            while self.measure(rest, style, size) > width and len(rest) > 1:
                cut = max((n for n in range(1, len(rest)) if self.measure(rest[:n], style, size) <= width), default=1)
                lines.append(rest[:cut])
                rest = rest[cut:]
            lines.append(rest)
        return lines

    def paragraph(self, text: str, style: int = PLAIN, size: float = 0, *, indent: float = 0, after: float = 4) -> None:
        """Wrapped words over the page's width, on to the next page where it ends."""
        size = size or self.look.size
        for line in self.wrapped(text, self.right - self.left - indent, style, size):
            self.need(size * self.look.lead)
            self.write(self.left + indent, self.y + size, line, style, size)
            self.y += size * self.look.lead
        self.y += after

    def need(self, height: float) -> bool:
        """Begins a page where so much is not left of this one; tells whether it did."""
        if self.y + height <= self.floor:
            return False
        self.begin_page()
        return True

    def box(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """The rules around a box, in the look's way."""
        self.lines([(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)])

    def lines(self, lines: Sequence[tuple[float, float, float, float]]) -> None:
        canvas = self.canvas
        canvas.setStrokeColorRGB(0.2, 0.2, 0.2)
        canvas.setFillColorRGB(0.2, 0.2, 0.2)
        canvas.setLineWidth(0.5)
        if self.look.drawn == "path":
            path = canvas.beginPath()
            for x0, top, x1, bottom in lines:
                path.moveTo(x0, self.height - top)
                path.lineTo(x1, self.height - bottom)
            canvas.drawPath(path)
        for x0, top, x1, bottom in lines if self.look.drawn != "path" else ():
            if self.look.drawn == "areas":
                canvas.rect(
                    x0, self.height - bottom - 0.25, max(x1 - x0, 0.5), max(bottom - top, 0.5), stroke=0, fill=1
                )
            else:
                canvas.line(x0, self.height - top, x1, self.height - bottom)
        canvas.setFillColorRGB(0, 0, 0)

    def shade(self, x0: float, top: float, x1: float, bottom: float, tint: float = 0.9) -> None:
        self.canvas.setFillColorRGB(tint - 0.05, tint, min(1.0, tint + 0.04))
        self.canvas.rect(x0, self.height - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
        self.canvas.setFillColorRGB(0, 0, 0)

    def done(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.stream.getvalue()
