"""Spec -> the plotly figure, as a plain dict: no graph object is made, which is a hundred times quicker."""

from typing import Any

from dashboard.charts.bars import draw_bars
from dashboard.charts.dumbbells import draw_dumbbells
from dashboard.charts.lines import draw_lines
from dashboard.charts.spec import BarSpec, ChartSpec, GenderDumbbells, Series
from dashboard.charts.theme import CONFIG

__all__ = ["CONFIG", "figure", "height"]


def figure(spec: ChartSpec) -> dict[str, Any]:
    """What dcc.Graph takes; it fills the width of its place, and is `height` px high at every width."""
    if isinstance(spec, GenderDumbbells):
        return draw_dumbbells(spec)
    if isinstance(spec, BarSpec):
        return draw_bars(spec)
    if isinstance(spec, Series):
        return draw_lines(spec)
    raise TypeError(f"no drawing for {type(spec).__name__}")


def height(drawn: dict[str, Any]) -> int:
    """The height in px of a drawn figure, for the place that is kept for it before plotly is there."""
    return int(drawn["layout"]["height"])
