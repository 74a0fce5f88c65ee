"""The few tags that a drawing's texts hold, as runs of text for SVG: <b>, <i>, <br> and <span style>."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from xml.sax.saxutils import escape, quoteattr

from dashboard.charts import theme

# Plotly's own distance between lines of text, in parts of the size.
LEADING = 1.3
# From the middle of a line down to its baseline, in parts of the size.
_SINK = 0.35


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look; `only` is theme.ONLY_WIDE, theme.ONLY_NARROW or ''."""

    text: str
    colour: str
    size: float
    bold: bool = False
    italic: bool = False
    only: str = ""


def lines_of(text: str, colour: str, size: float, without: str = theme.ONLY_NARROW) -> list[list[Run]]:
    """The runs of each line of a text with tags; `without` those for drawings of another width."""
    parser = _Parser(Run("", colour, size))
    parser.feed(text)
    parser.close()
    return [[run for run in line if run.only != without] for line in parser.lines]


def written(lines: Sequence[Sequence[Run]], at: tuple[float, float], anchors: tuple[str, str], size: float) -> str:
    """<text> elements for lines around a point; `anchors` are plotly's, across ('left') and along ('middle')."""
    kept = [line for line in lines if line]
    x, y = at
    height = LEADING * size
    top = y - {"top": 0.0, "middle": 0.5, "bottom": 1.0}[anchors[1]] * height * len(kept)
    across = {"left": "start", "center": "middle", "right": "end"}[anchors[0]]
    return "".join(
        f'<text x="{x:.2f}" y="{top + height * (place + 0.5) + _SINK * size:.2f}" text-anchor="{across}">'
        f"{''.join(map(_span, line))}</text>"
        for place, line in enumerate(kept)
    )


def _span(run: Run) -> str:
    look = f'fill={quoteattr(run.colour)} font-size="{run.size:g}"'
    look += ' font-weight="700"' if run.bold else ""
    look += ' font-style="italic"' if run.italic else ""
    # Typst and Word break no line here, and a plain space at an edge would be dropped.
    return f"<tspan {look}>{escape(run.text)}</tspan>"


class _Parser(HTMLParser):
    def __init__(self, look: Run) -> None:
        super().__init__(convert_charrefs=True)
        self.looks = [look]
        self.lines: list[list[Run]] = [[]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        look = self.looks[-1]
        if tag == "br":
            self.lines.append([])
        elif tag == "b":
            self.looks.append(replace(look, bold=True))
        elif tag == "i":
            self.looks.append(replace(look, italic=True))
        elif tag == "span":
            self.looks.append(_styled(look, dict(attrs).get("style") or ""))
        else:
            raise ValueError(f"no drawing of <{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag != "br":
            self.looks.pop()

    def handle_data(self, data: str) -> None:
        self.lines[-1].append(replace(self.looks[-1], text=data))


def _styled(look: Run, style: str) -> Run:
    for rule in filter(None, style.split(";")):
        name, _, value = rule.partition(":")
        if name == "color":
            look = replace(look, colour=value)
        elif name == "font-size":
            look = replace(look, size=float(value.removesuffix("px")))
        elif rule in {theme.ONLY_WIDE, theme.ONLY_NARROW}:
            look = replace(look, only=rule)
    return look
