"""The picture that stands for a page where it is linked to: its title, its sentence, its counts or a figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from dashboard.charts import theme
from dashboard.charts.figure import figure
from dashboard.charts.picture import document
from dashboard.charts.scale import text_width, wrapped
from dashboard.charts.spec import ChartSpec
from dashboard.charts.still import drawing

WIDTH, HEIGHT, EDGE = 1200, 630, 64
_INSIDE = WIDTH - 2 * EDGE
_BESIDE = 580
_TITLE, _TEXT, _SMALL, _COUNT = 46.0, 28.0, 24.0, 28.0
_ROW = 80
_FOOT = HEIGHT - EDGE
# A figure that must shrink more than this can't be read in a list of links.
_LEAST = 0.8


@dataclass(frozen=True, slots=True)
class Count:
    """`symbol` is the id of a sign, `words` the number and what it counts."""

    symbol: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    counts: tuple[Count, ...]


def card(title: str, sentence: str, rows: Sequence[Row], spec: ChartSpec | None, *, foot: str, symbols: str) -> str:
    """An SVG of 1200 x 630; `symbols` are the definitions of the signs, `foot` says of when it is."""
    beside = _drawn(spec) if spec else ""
    width = _INSIDE - _BESIDE - EDGE if beside else _INSIDE
    head = _line("Måltavlan", EDGE, EDGE + _SMALL, _SMALL, theme.INK_3, bold=True)
    # Words that stand alone are larger: there is nothing to find but them.
    large = 0.8 if beside else 1.0 if rows else 1.35
    lines = 5 if beside else 2 if rows else 3
    titled, top = _block(title, width, EDGE + 62, _TITLE * large, colour=theme.INK, most=lines, bold=True)
    size = _TEXT * max(large, 1.0)
    room = int((_FOOT - 60 - _ROW * len(rows[:2]) - top) / (size * 1.3))
    said, _ = _block(sentence, width, top + 14, size, colour=theme.INK_2, most=max(1, min(room, 7)))
    rule = f'<path d="M{EDGE},{_FOOT - 34}H{WIDTH - EDGE}" stroke="{theme.RULE_2}" stroke-width="1"/>'
    told = _line(foot, EDGE, _FOOT, _SMALL - 2, theme.INK_3)
    body = symbols + head + titled + said + _counts(rows[:2]) + beside + rule + told
    return document(body, WIDTH, HEIGHT, title, sentence)


def _counts(rows: Sequence[Row]) -> str:
    """Each row's name above what it counts; a row that is long is set smaller."""
    made, top = "", _FOOT - 52 - _ROW * len(rows)
    for row in rows:
        taken = sum(_count_width(count, _COUNT) for count in row.counts)
        size = _COUNT * min(1.0, _INSIDE / taken) if taken else _COUNT
        made += _line(row.name, EDGE, top + 24, _SMALL - 4, theme.INK_3)
        x = float(EDGE)
        for count in row.counts:
            sign = size * 1.25
            made += f'<use href="#{escape(count.symbol)}" x="{x:.0f}" y="{top + 65 - sign * 0.8:.0f}" '
            made += f'width="{sign:.0f}" height="{sign:.0f}"/>'
            made += _line(count.words, x + size * 1.6, top + 65, size, theme.INK)
            x += _count_width(count, size)
        top += _ROW
    return made


def _count_width(count: Count, size: float) -> float:
    return text_width(count.words, size) + size * 2.9


def _drawn(spec: ChartSpec) -> str:
    body, height = drawing(figure(spec), theme.WIDE)
    size = min(_BESIDE / theme.WIDE, (HEIGHT - 3 * EDGE) / height)
    if size < _LEAST:
        return ""
    return f'<g transform="translate({WIDTH - EDGE - _BESIDE},{EDGE + 40}) scale({size:.3f})">{body}</g>'


def _block(
    words: str, width: float, top: float, size: float, *, colour: str, most: int, bold: bool = False
) -> tuple[str, float]:
    """At most `most` lines from `top` down, cut with three dots, and where they end."""
    lines = wrapped(words, width, size, bold) if words else []
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1].rstrip(' ,.')} …"]
    made = ""
    for line in lines:
        made += _line(line, EDGE, top + size, size, colour, bold=bold)
        top += size * 1.25
    return made, top


def _line(words: str, x: float, y: float, size: float, colour: str, *, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size:g}" fill="{colour}"{weight}>{escape(words)}</text>'
