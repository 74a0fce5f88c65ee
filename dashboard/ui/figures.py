"""A figure on the page: the finding, what is measured, the drawing, the caption and the same numbers as a table."""

from typing import Any

from dash import dcc

from dashboard.charts.spec import ChartSpec
from dashboard.ui.markup import Element, Node, h
from dashboard.ui.tables import plain

CONFIG: Any = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "staticPlot": True,
    "responsive": True,
}


def figure(name: str, spec: ChartSpec, drawing: dict[str, Any], *, source: Node = None) -> Element:
    """`name` is unique on the page: the figure's id, so that #name leads to it; `drawing` is charts' plotly dict.

    The drawing is one picture to a screen reader, told by the spec's `alt`; the numbers stand in the table below it.
    """
    height = {"height": f"{drawing['layout']['height']}px"}
    graph = dcc.Graph(id=f"{name}-bild", figure=drawing, config=CONFIG, responsive=True, style=height)
    return h(
        "figure",
        {"id": name, "key": name},
        h("h3", None, spec.title),
        h("p", {"class": "sub"}, spec.subtitle),
        h("div", {"class": "plot", "role": "img", "aria-label": spec.alt}, graph),
        h("figcaption", None, spec.caption, (" ", source) if source else None),
        h("details", None, h("summary", None, "Visa som tabell"), twin(spec)),
    )


def twin(spec: ChartSpec) -> Element:
    """The figure's numbers as a table, from the same spec."""
    return h("div", {"class": "wide"}, plain(spec.title, spec.table.columns, spec.table.rows))
