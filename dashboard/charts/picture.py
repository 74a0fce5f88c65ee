"""A figure as a picture that stands alone: title, what is measured, drawing, caption and source in one SVG."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from dashboard.charts import theme
from dashboard.charts.figure import figure
from dashboard.charts.scale import wrapped
from dashboard.charts.spec import ChartSpec
from dashboard.charts.still import drawing

# The font that the repository brings (assets/vendor), and those of a computer without it.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
WIDTH, EDGE = 720, 24
_TITLE, _LINE = 20.0, 1.3


def picture(spec: ChartSpec, *, source: Sequence[str] = (), width: int = WIDTH) -> str:
    """A whole SVG document `width` px wide; `source` are lines under the caption. Its height follows from the words."""
    inside = width - 2 * EDGE
    head, top = _words(spec.title, inside, EDGE, _TITLE, theme.INK, bold=True)
    under, top = _words(spec.subtitle, inside, top + 2, theme.SIZE, theme.INK_3)
    drawn, height = drawing(figure(spec), inside)
    body = f'<g transform="translate({EDGE},{top + 14:.1f})">{drawn}</g>'
    foot, top = _words(spec.caption, inside, top + 14 + height + 14, theme.SIZE, theme.INK_3)
    lines = ""
    for line in source:
        told, top = _words(line, inside, top, theme.SIZE, theme.INK_3)
        lines += told
    return document(head + under + body + foot + lines, width, round(top + EDGE), spec.title, spec.alt)


def bare(spec: ChartSpec, *, width: int = WIDTH) -> str:
    """The drawing alone, for a page that sets title and caption itself."""
    drawn, height = drawing(figure(spec), width)
    return document(drawn, width, round(height), spec.title, spec.alt, paper="none")


def document(body: str, width: int, height: int, title: str, alt: str, *, paper: str = theme.PAPER) -> str:
    """`body` within an outer <svg> that tells itself to a screen reader."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" font-family="{FONT}" xml:lang="sv"><title>{escape(title)}</title><desc>{escape(alt)}</desc>'
        f'<rect width="{width}" height="{height}" fill="{paper}"/>{body}</svg>'
    )


def _words(text: str, width: float, top: float, size: float, colour: str, *, bold: bool = False) -> tuple[str, float]:
    """Lines of text from `top` down, and where they end."""
    told = ""
    for line in wrapped(text, width, size, bold=bold):
        weight = ' font-weight="700"' if bold else ""
        told += (
            f'<text x="{EDGE}" y="{top + size:.1f}" font-size="{size:g}" fill="{colour}"{weight}>{escape(line)}</text>'
        )
        top += size * _LINE
    return told, top
