"""Draws a series: a panel per line under each other, all on one scale from nought, every year end with its number."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from dashboard import swedish
from dashboard.charts import line_marks, theme
from dashboard.charts.scale import text_width, ticks, wrapped
from dashboard.charts.spec import LinePanel, Mark, Point, Series

Drawn = dict[str, Any]

HEAD, PLOT, YEARS, GAP, RIGHT = 18.2, 104, 20, 18, 4
# A number stands this far over its point, and beside a target's stroke it needs this much room.
OVER, CLEAR = 12, 22
LOOKS: dict[Mark, Drawn] = {
    Mark.WOMEN: {"color": theme.WOMEN, "width": 2.5},
    Mark.MEN: {"color": theme.MEN, "width": 2.5, "dash": "6px,3px"},
}
PLAIN: Drawn = {"color": theme.BAR, "width": 2.5}


@dataclass(frozen=True, slots=True)
class Frame:
    """What all panels share: the ends of both axes, the figures on them, and the px of the narrowest drawing."""

    years: tuple[int, ...]
    start: float
    end: float
    figures: tuple[float, ...]
    low: float
    high: float
    left: int
    unit: str | None

    @property
    def step(self) -> float:
        """The px between two years in the narrowest drawing."""
        return (theme.NARROW - self.left - RIGHT) / (self.end - self.start)

    def px(self, value: float) -> float:
        """How high over the panel's foot a value stands."""
        return (value - self.low) / (self.high - self.low) * PLOT


def draw_lines(spec: Series) -> Drawn:
    """The whole figure as plotly's plain dict."""
    frame = _frame(spec)
    heads = [_heading_lines(panel) for panel in spec.panels]
    sizes = [HEAD * len(head) + 4 + PLOT + YEARS + GAP for head in heads]
    full = max(round(sum(sizes)) - GAP, 1)
    layout = theme.layout(full, frame.left, RIGHT)
    layout["shapes"], layout["annotations"] = [], []
    data: list[Drawn] = []
    top = 0.0
    for number, (panel, head, size) in enumerate(zip(spec.panels, heads, sizes, strict=True)):
        axis = str(number + 1) if number else ""
        foot = top + HEAD * len(head) + 4 + PLOT
        layout[f"xaxis{axis}"] = _x_axis(frame, axis)
        layout[f"yaxis{axis}"] = _y_axis(frame, axis, (1 - foot / full, 1 - (foot - PLOT) / full))
        layout["shapes"] += [*line_marks.breaks(panel, axis, frame.low, frame.high), *line_marks.targets(panel, axis)]
        layout["annotations"] += [_heading(head, 1 - top / full, frame.left), *_numbers(panel, axis, frame)]
        layout["annotations"] += line_marks.broken(panel, axis, frame.high)
        data += _traces(panel, axis)
        top += size
    return {"data": data, "layout": layout}


def _frame(spec: Series) -> Frame:
    points = [point for panel in spec.panels for point in panel.points]
    ends = [math.ceil(point.time - 1e-9) for point in points]
    values = [point.value for point in points if point.value is not None]
    values += [value for point in points for value in (point.target, point.first) if value is not None]
    figures = ticks(min(values, default=0.0), max(values, default=0.0), most=4)
    low, high = figures[0], figures[-1]
    # Room over the highest and under the lowest point for its number.
    room = (high - low) * CLEAR / (PLOT - 2 * CLEAR)
    widest = max(text_width(_figure(figure, spec.unit, figures), theme.AXIS_SIZE) for figure in figures)
    years = tuple(range(min(ends), max(ends) + 1)) if ends else ()
    # A tertial of the first year stands further from its year's end than the axis else reaches.
    start = min([point.time - 0.2 for point in points] + [min(ends, default=0) - 0.5])
    return Frame(
        years,
        start,
        max(ends, default=0) + 0.5,
        figures,
        low - room if low < 0 else low,
        high + room,
        round(widest) + 8,
        spec.unit,
    )


def _figure(value: float, unit: str | None, figures: Sequence[float]) -> str:
    return swedish.number(value, None, unit if value == figures[-1] else None)


def _x_axis(frame: Frame, axis: str) -> Drawn:
    every = math.ceil(34 / frame.step) if frame.years else 1
    shown = frame.years[::-1][::every]
    return theme.axis(
        anchor=f"y{axis}",
        range=[frame.start, frame.end],
        tickmode="array",
        tickvals=list(shown),
        ticktext=[str(year) for year in shown],
        tickfont={"size": theme.AXIS_SIZE, "color": theme.INK_3},
        tickangle=0,
    )


def _y_axis(frame: Frame, axis: str, domain: tuple[float, float]) -> Drawn:
    return theme.axis(
        anchor=f"x{axis}",
        domain=[max(domain[0], 0.0), min(domain[1], 1.0)],
        range=[frame.low, frame.high],
        tickmode="array",
        tickvals=list(frame.figures),
        ticktext=[_figure(figure, frame.unit, frame.figures) + "\u00a0" for figure in frame.figures],
        tickfont={"size": theme.AXIS_SIZE, "color": theme.INK_3},
    ) | {"showgrid": True, "gridcolor": theme.RULE, "zeroline": True, "zerolinecolor": theme.RULE_2, "zerolinewidth": 1}


def _heading_lines(panel: LinePanel) -> list[str]:
    lines = wrapped(panel.title, theme.NARROW, theme.HEAD_SIZE, bold=True)
    bold = [f"<b>{escape(line, quote=False)}</b>" for line in lines]
    if not (target := _target_words(panel)):
        return bold
    run = theme.small(escape(target, quote=False), more=f"font-size:{theme.SIZE}px")
    if text_width(lines[-1], theme.HEAD_SIZE, bold=True) + text_width(target) + 12 <= theme.NARROW:
        return [*bold[:-1], f"{bold[-1]}\u00a0\u00a0 {run}"]
    return [*bold, run]


def _target_words(panel: LinePanel) -> str:
    """The latest target, with its year where the line has had several."""
    aimed = [point for point in panel.points if point.target is not None]
    if not aimed:
        return panel.no_target
    year = f" {aimed[-1].label}" if len({point.target for point in aimed}) > 1 else ""
    return f"årsmål{year} {aimed[-1].target_text}"


def _heading(lines: Sequence[str], y: float, left: int) -> Drawn:
    font = {"size": theme.HEAD_SIZE, "color": theme.INK}
    place: Drawn = {"xref": "paper", "x": 0, "xshift": -left - 1, "yref": "paper", "y": y, "yanchor": "top"}
    return theme.note("<br>".join(lines), font=font, **place)


def _numbers(panel: LinePanel, axis: str, frame: Frame) -> list[Drawn]:
    """Each year's number; where the narrowest drawing lacks room, the last and every second or third before it."""
    whole = [point for point in panel.points if point.whole_year]
    told = [_short(point, frame.unit) for point in whole if point.value is not None]
    widest = max((text_width(words, bold=True) + 6 for words in told), default=0)
    every = max(math.ceil(widest / frame.step), 1)
    shown = whole[::-1][::every]
    # A hole in the line says why where the words have room; the table and the text alternative always do.
    shown = [
        point
        for point in shown
        if point.value is not None or text_width(point.text, theme.AXIS_SIZE) < frame.step * every
    ]
    return [_number(point, axis, frame, last=point is whole[-1]) for point in shown]


def _number(point: Point, axis: str, frame: Frame, last: bool) -> Drawn:
    place: Drawn = {"xref": f"x{axis}", "yref": f"y{axis}", "x": point.time, "xanchor": "center"}
    if point.value is None:
        text = theme.small(f"<i>{escape(point.text, quote=False)}</i>", more=f"font-size:{theme.AXIS_SIZE}px")
        return theme.note(text, y=0, yshift=OVER, **place)
    words = escape(_short(point, frame.unit), quote=False)
    text = theme.small(f"<b>{words}</b>" if last else words, theme.INK)
    return theme.note(text, y=point.value, yshift=_shift(point, point.value, frame), **place)


def _short(point: Point, unit: str | None) -> str:
    """Without its unit, which stands on the axis."""
    return point.text.removesuffix(f"\u00a0{unit}") if unit else point.text


def _shift(point: Point, value: float, frame: Frame) -> float:
    """Over the point, or under it where the target's stroke or the first figure is in the way and the foot is not."""
    if point.first is not None and point.first > value and frame.px(value) > CLEAR:
        return -OVER
    if point.target is None:
        return OVER
    away = frame.px(point.target) - frame.px(value)
    if not -2 <= away <= CLEAR:
        return OVER
    return -OVER if away >= 2 and frame.px(value) > CLEAR else away + OVER + 2


def _traces(panel: LinePanel, axis: str) -> list[Drawn]:
    look = LOOKS.get(panel.mark, PLAIN)
    whole = [point for point in panel.points if point.whole_year]
    parts = [point for point in panel.points if not point.whole_year and point.value is not None]
    ring = {"symbol": "circle", "size": 6, "color": theme.PAPER, "line": {"color": look["color"], "width": 1.5}}
    dots = {"symbol": "circle", "size": 9, "color": look["color"], "line": {"color": theme.PAPER, "width": 1.5}}
    first = [replace(point, value=point.first) for point in panel.points if point.first is not None]
    small = {"symbol": "circle", "size": 5, "color": theme.PAPER, "line": {"color": theme.BAR_PREV, "width": 1.5}}
    joined = _trace(_broken_up(whole, panel), axis, "lines+markers") | {"line": look, "marker": dots}
    others = ((parts, ring), (first, small))
    return [joined, *(_trace(points, axis, "markers") | {"marker": mark} for points, mark in others if points)]


def _broken_up(points: Sequence[Point], panel: LinePanel) -> list[Point]:
    """With a hole at each break, over which the line is not drawn."""
    holes = [Point(label="", time=one.time, value=None, text="") for one in panel.breaks] if points else []
    return sorted([*points, *holes], key=lambda point: point.time)


def _trace(points: Sequence[Point], axis: str, mode: str) -> Drawn:
    return {
        "type": "scatter",
        "mode": mode,
        "x": [point.time for point in points],
        "y": [point.value for point in points],
        "xaxis": f"x{axis}",
        "yaxis": f"y{axis}",
        "connectgaps": False,
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
