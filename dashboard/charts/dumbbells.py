"""Draws dumbbells: a panel per row under each other, its two points on a line from nought, and their numbers below.

As in the bars the y axis counts px from the top, and only x follows the width.
"""

from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Any

from dashboard.charts import theme
from dashboard.charts.bars import heading_lines, headings, number_axis, upright
from dashboard.charts.fit import RIGHT, Scale, bar_words, scales
from dashboard.charts.scale import text_width
from dashboard.charts.spec import Bar, BarPanel, GenderDumbbells, Mark

Drawn = dict[str, Any]

HEAD, LINE, WORDS, GAP, AXIS, LEFT = 18.2, 26, 18, 26, 24, 8
DOT, SMALL, RING, NEAR = 11, 6.5, 11, 7
# Words for the narrowest drawing, where the whole ones would need a second line.
_SHORT = {"Kvinnor": "Kv", "Män": "M", "Flickor": "Fl", "Pojkar": "P"}
_SIGNS = {Mark.WOMEN: "●", Mark.MEN: "○", Mark.TOTAL: "|"}


def draw_dumbbells(spec: GenderDumbbells) -> Drawn:
    """The whole figure as plotly's plain dict."""
    fitted = scales(spec, LEFT, beside=False)
    axes = ["" if spec.shared or not number else str(number + 1) for number in range(len(spec.panels))]
    layout = theme.layout(0, LEFT, RIGHT, AXIS if spec.shared and spec.panels else 0)
    layout["xaxis"], layout["shapes"], layout["annotations"] = theme.axis(visible=False), [], []
    data: list[Drawn] = []
    top = 0.0
    for panel, axis, scale in zip(spec.panels, axes, fitted, strict=True):
        lines, wide = (heading_lines(panel, width) for width in (theme.NARROW, theme.WIDE))
        # A heading that is shorter in the wide drawing leaves a gap there; some of it is taken beforehand.
        top -= min(HEAD / 2 * (len(lines) - len(wide)), GAP / 2) if top else 0
        middle = top + HEAD * len(lines) + LINE / 2
        below, below_wide = _numbers(panel, theme.NARROW, _SHORT), _numbers(panel, theme.WIDE)
        layout[f"xaxis{axis}"] = number_axis(scale, spec.unit, axis, shared=spec.shared)
        layout["shapes"] += _strokes(panel, scale, (f"x{axis}", "y"), middle)
        layout["annotations"] += headings(lines, wide, middle - LINE / 2 + 2, LEFT)
        layout["annotations"] += _below(below, below_wide, middle + LINE / 2)
        data += _points(panel, scale, axis, middle)
        top = middle + LINE / 2 + WORDS * len(below) + GAP
    end = max(top - GAP, 1)
    layout["yaxis"] = theme.axis(range=[end + 1, 0], visible=False)
    layout["height"] = max(round(end + layout["margin"]["b"] + 1), 10)
    layout["shapes"].sort(key=lambda shape: shape["layer"] == "above")
    return {"data": data, "layout": layout}


def _strokes(panel: BarPanel, scale: Scale, refs: tuple[str, str], middle: float) -> list[Drawn]:
    """The line itself with nought on it, the gap, the total and, over all, the target."""
    line = f"M{scale.low!r},{middle!r}L{scale.high!r},{middle!r}"
    ends = (middle - 5, middle + 5)
    shapes = [theme.stroke(line, theme.RULE, 1, refs), theme.stroke(upright([0.0], ends), theme.RULE_2, 1, refs)]
    women, men, total = (_value(panel, mark) for mark in (Mark.WOMEN, Mark.MEN, Mark.TOTAL))
    if women is not None and men is not None:
        shapes.append(theme.stroke(f"M{women!r},{middle!r}L{men!r},{middle!r}", theme.BAR, 3, refs))
    if total is not None:
        shapes.append(theme.stroke(upright([total], (middle - 8, middle + 8)), theme.BAR, 1.5, refs))
    if panel.target is not None:
        target = upright([panel.target], (middle - 11, middle + 11))
        shapes += [theme.stroke(target, *look, refs) for look in ((theme.PAPER, 6), (theme.INK, 4))]
    return shapes


def _points(panel: BarPanel, scale: Scale, axis: str, middle: float) -> list[Drawn]:
    """Men's ring first, so that the women's point stands in it where the two nearly meet."""
    women, men = (_value(panel, mark) for mark in (Mark.WOMEN, Mark.MEN))
    if women is None or men is None:
        return []
    near = abs(women - men) / (scale.high - scale.low) * (theme.NARROW - LEFT - RIGHT) < NEAR
    ring = {"size": RING, "color": theme.PAPER, "line": {"color": theme.MEN, "width": 2.4}}
    dot = {"size": SMALL if near else DOT, "color": theme.WOMEN, "line": {"color": theme.WOMEN, "width": 0}}
    return [_point(men, axis, middle, ring, Mark.MEN), _point(women, axis, middle, dot, Mark.WOMEN)]


def _point(value: float, axis: str, middle: float, marker: Drawn, mark: Mark) -> Drawn:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": mark.value,
        "x": [value],
        "y": [middle],
        "xaxis": f"x{axis}",
        "yaxis": "y",
        "marker": {"symbol": "circle", **marker},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _value(panel: BarPanel, mark: Mark) -> float | None:
    return next((bar.value for bar in panel.bars if bar.mark is mark), None)


def _numbers(panel: BarPanel, width: float, short: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    """The three numbers with their signs, in as few lines as hold them; who misses the target is bold."""
    lines: list[list[Bar]] = []
    for bar in panel.bars:
        told = "   ".join(_said(one, short) for one in [*(lines[-1] if lines else ()), bar])
        if lines and text_width(told, bold=True) <= width - 8:
            lines[-1].append(bar)
        else:
            lines.append([bar])
    return ["\u00a0\u00a0 ".join(_run(bar, short) for bar in line) for line in lines]


def _said(bar: Bar, short: Mapping[str, str]) -> str:
    return f"{_SIGNS[bar.mark]} {short.get(bar.label, bar.label)} {bar_words(bar, long=not short)}"


def _run(bar: Bar, short: Mapping[str, str]) -> str:
    text = escape(_said(bar, short), quote=False)
    return theme.small(f"<b>{text}</b>" if bar.wrong else text, theme.INK if bar.wrong else theme.INK_2)


def _below(lines: Sequence[str], wide: Sequence[str], top: float) -> list[Drawn]:
    place: Drawn = {"xref": "paper", "x": 0, "xshift": -LEFT - 1, "y": top, "yanchor": "top"}
    if list(lines) == list(wide):
        return [theme.note("<br>".join(lines), **place)]
    looks = ((lines, theme.ONLY_NARROW), (wide, theme.ONLY_WIDE))
    return [
        theme.note("<br>".join(theme.small(line, theme.INK_2, only) for line in told), **place) for told, only in looks
    ]
