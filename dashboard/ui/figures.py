"""A figure on the page: the finding, what is measured, the drawing, the caption and the same numbers as a table."""

from typing import Any

from dash import dcc

from dashboard.charts.figure import CONFIG
from dashboard.charts.figure import figure as drawn
from dashboard.charts.spec import ChartSpec
from dashboard.ui.markup import Element, Node, h
from dashboard.ui.tables import plain


def figure(name: str, spec: ChartSpec, *, source: Node = None, level: str = "h3") -> Element:
    """`name` is unique on the page: the figure's id, so that #name leads to it; `source` is a link after the caption.

    `level` is the title's heading.

    The drawing is one picture to a screen reader, told by the spec's `alt`; the numbers stand in the table below it.
    """
    told = spec.caption, (" ", source) if source is not None else None
    return h(
        "figure",
        {"id": name, "key": name},
        h(level, {"class": "title"}, spec.title),
        h("p", {"class": "sub"}, spec.subtitle),
        h("div", {"class": "plot", "role": "img", "aria-label": spec.alt}, _graph(f"{name}-bild", spec)),
        h("figcaption", None, *told),
        h("details", None, h("summary", None, "Visa som tabell"), twin(spec)),
    )


def twin(spec: ChartSpec) -> Element:
    """The figure's numbers as a table, from the same spec."""
    return h("div", {"class": "wide"}, plain(spec.title, spec.table.columns, spec.table.rows))


def _graph(name: str, spec: ChartSpec) -> dcc.Graph:
    drawing = drawn(spec)
    # The place has its height before plotly is there: nothing moves when it comes.
    place = {"height": f"{drawing['layout']['height']}px"}
    config: Any = CONFIG
    return dcc.Graph(id=name, figure=drawing, config=config, responsive=True, style=place)
