"""A figure on the page: the finding, what is measured, the drawing, the caption, a menu, its numbers as a table."""

from collections.abc import Mapping
from typing import Any

from dash import dcc

from dashboard.charts.figure import CONFIG, height
from dashboard.charts.figure import figure as drawn
from dashboard.charts.spec import ChartSpec
from dashboard.ui.figure_menu import Ways, menu
from dashboard.ui.markup import Element, Node, elements, flat, h
from dashboard.ui.tables import plain


class Figure(Element):
    """The element of a figure, which remembers what it draws: the page itself is the list of its figures.

    So pictures, files and embeds are of what the page shows, and a new page has them without a word of its own.
    """

    spec: ChartSpec
    height: int


def figure(name: str, spec: ChartSpec, *, source: Node = None, level: str = "h3") -> Figure:
    """`name` is unique on the page: the figure's id, so that #name leads to it; `source` is a link after the caption.

    `level` is the title's heading.

    The drawing is one picture to a screen reader, told by the spec's `alt`; the numbers stand in the table below it.
    """
    told = spec.caption, (" ", source) if source is not None else None
    drawing = drawn(spec)
    made = Figure(
        "figure",
        {"id": name, "key": name, "aria-labelledby": f"{name}-titel"},
        (
            h(level, {"class": "title", "id": f"{name}-titel"}, spec.title),
            h("p", {"class": "sub"}, spec.subtitle),
            h("div", {"class": "plot", "role": "img", "aria-label": spec.alt}, _graph(f"{name}-bild", drawing)),
            h("figcaption", None, *told),
            h("details", {"id": f"{name}-tabell"}, h("summary", None, "Visa som tabell"), twin(spec)),
        ),
    )
    made.spec, made.height = spec, height(drawing)
    return made


def twin(spec: ChartSpec) -> Element:
    """The figure's numbers as a table, from the same spec."""
    return h("div", {"class": "wide"}, plain(spec.title, spec.table.columns, spec.table.rows))


def found(node: Node) -> Mapping[str, ChartSpec]:
    """The figures of a page by their ids, in the page's order."""
    return {str(one.attributes["id"]): one.spec for one in elements(node) if isinstance(one, Figure)}


def with_menus(node: Node, ways: Ways) -> list[Node]:
    """The same page, where each figure has a menu of what can be taken from it, at the page's own address."""
    return [_with_menu(part, ways) if isinstance(part, Element) else part for part in flat(node)]


def _with_menu(element: Element, ways: Ways) -> Element:
    if isinstance(element, Figure):
        name = str(element.attributes["id"])
        *head, table = element.children
        return Element(element.tag, element.attributes, (*head, menu(name, element.spec, ways, element.height), table))
    return Element(element.tag, element.attributes, tuple(with_menus(element.children, ways)))


def _graph(name: str, drawing: dict[str, Any]) -> dcc.Graph:
    # The place has its height before plotly is there: nothing moves when it comes.
    place = {"height": f"{height(drawing)}px"}
    config: Any = CONFIG
    return dcc.Graph(id=name, figure=drawing, config=config, responsive=True, style=place)
