"""Markup as plain data, drawn in the browser by one component of our own (assets/markup.js).

Six hundred `html.*` components cost 300 ms per change in the browser; one component with a tree costs 0 to 10.
Text is always a text node. Both sides check tags and attributes against the same lists (a test compares them).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from dash.development.base_component import Component

_WORDS = "main header footer nav section article aside div span p h1 h2 h3 h4 a b strong em i small mark sub sup br hr"
_LISTS = "ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td figure figcaption details summary"
_INPUTS = "form fieldset legend label select optgroup option input button abbr time blockquote q code kbd noscript"
_DRAWN = "svg defs g path rect circle line polyline polygon text tspan title desc use symbol pattern clipPath"
TAGS = frozenset(" ".join((_WORDS, _LISTS, _INPUTS, _DRAWN)).split())

_PLAIN = "key class id href for role title lang dir hidden tabindex scope colspan rowspan headers span open datetime"
_FORM = "type name value selected checked disabled required placeholder autocomplete label target rel download start"
_SVG = (
    "viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill fill-opacity "
    "stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity opacity text-anchor "
    "dominant-baseline dx dy font-size font-weight focusable patternUnits patternTransform clip-path vector-effect"
)
ATTRIBUTES = frozenset(" ".join((_PLAIN, _FORM, _SVG)).split())
VOID = frozenset(("br", "hr", "col", "input", "img"))
_FREE = re.compile(r"(?:aria|data)-[a-z-]+\Z")
_HREF = re.compile(r"(?:[/?#](?!/)|https://|mailto:)[^\x00-\x20\\]*\Z")

Value = str | int | float | bool | None
Attributes = dict[str, Value]


class Element(NamedTuple):
    """One tag with its attributes and children; made by `h`."""

    tag: str
    attributes: dict[str, str | int | float | bool]
    children: tuple["Node", ...]


Node = Element | Component | str | int | float | None | Sequence["Node"]


def h(tag: str, attributes: Mapping[str, Value] | None = None, *children: Node) -> Element:
    """An element: HTML's own names for attributes (`class`, `for`, `aria-label`); None and False are left out.

    `key` tells rows apart over a redraw (focus stays on the right one). Raises ValueError outside the lists above.
    """
    if tag not in TAGS:
        raise ValueError(f"no such tag in markup: {tag}")
    return Element(tag, _checked(attributes or {}), children)


def _checked(attributes: Mapping[str, Value]) -> dict[str, str | int | float | bool]:
    kept: dict[str, str | int | float | bool] = {}
    for name, value in attributes.items():
        free = name not in ATTRIBUTES
        if free and not _FREE.match(name):
            raise ValueError(f"no such attribute in markup: {name}")
        if value is None or (value is False and not free):
            continue
        if name == "href" and not _HREF.match(str(value)):
            raise ValueError(f"only addresses within the site, https: and mailto: may be linked: {value!r}")
        kept[name] = str(value).lower() if free and isinstance(value, bool) else value
    return kept


# What Dash's own generator writes into each component's class.
_NO_NAMES: list[str] = []
_CHILDREN = ["children"]
_PROPS = ["id", "node", "children", "heading", "path", "search"]


class Screen(Component):
    """Draws a page's tree; after a change of address it sets the title and puts focus and scroll right.

    `node` and `children` come from `parted`; `path` and `search` are the address that is drawn, `heading` begins the
    document's title. A callback must write these and not replace the component: Dash 4.4 builds what it gets as
    children anew, and focus and scroll would be lost with every answer.
    """

    _children_props = _NO_NAMES
    _base_nodes = _CHILDREN
    _namespace = "maltavlan"
    _type = "Screen"
    _prop_names = _PROPS
    _valid_wildcard_attributes = _NO_NAMES
    available_properties = _PROPS
    available_wildcard_properties = _NO_NAMES

    def __init__(self, id: str, node: Node = None) -> None:  # noqa: A002 -- Dash's name
        plain, components = parted(node)
        super().__init__(id=id, node=plain, children=components, heading="", path="", search="")  # type: ignore[no-untyped-call]


def parted(node: Node) -> tuple[list[Any], list[Component]]:
    """The tree as JSON's lists, and the Dash components within it (a dcc.Graph), which Dash must draw itself."""
    lifted, late = _Lifted(), _Lifted()
    plain = [_plain(part, lifted, late) for part in flat(node)]
    for number, place in enumerate(late.places, len(lifted.places)):
        place[0] = number
    return plain, [*lifted.components, *late.components]


class _Lifted:
    """Dash components in the order they are met, each with the place in the tree that holds its number."""

    def __init__(self) -> None:
        self.components: list[Component] = []
        self.places: list[list[int]] = []

    def lift(self, component: Component) -> list[int]:
        self.components.append(component)
        self.places.append([len(self.places)])
        return self.places[-1]


def flat(node: Node) -> list[Element | Component | str | int | float]:
    """The nodes of nested lists in order, without None."""
    found: list[Element | Component | str | int | float] = []
    _gather(node, found)
    return found


# A page has tens of thousands of nodes and is walked several times: what they mostly are is asked by class, which
# takes a tenth of asking what they may be.
_NESTED = frozenset((list, tuple))
_SINGLE = frozenset((Element, str, int, float))


def _gather(node: Any, found: list[Element | Component | str | int | float]) -> None:
    kind = type(node)
    if kind in _NESTED:
        for part in node:
            _gather(part, found)
    elif kind in _SINGLE or isinstance(node, Element | Component | str | int | float):
        found.append(node)
    elif node is not None:
        for part in node:
            _gather(part, found)


def elements(node: Node) -> Iterator[Element]:
    """Every element of a tree, each before those within it."""
    waiting = flat(node)[::-1]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Element):
            yield part
            waiting += flat(part.children)[::-1]


def classes(element: Element) -> list[str]:
    return str(element.attributes.get("class", "")).split()


def _plain(node: Element | Component | str | int | float, lifted: _Lifted, late: _Lifted) -> Any:
    """Elements become [tag, attributes, *children], a Dash component [n], its number among the lifted.

    Dash knows components by their number: those of an opened row come last, so that opening it leaves the others alone.
    """
    if isinstance(node, Element):
        within = late if node.tag == "tr" and node.attributes.get("class") == "more" else lifted
        return [node.tag, node.attributes, *(_plain(child, within, late) for child in flat(node.children))]
    if isinstance(node, Component):
        return lifted.lift(node)
    return node


def html(node: Node) -> str:
    """The same tree as escaped HTML text, for what the server sends before any script has run."""
    return "".join(_html(part) for part in flat(node))


def _html(node: Element | Component | str | int | float) -> str:
    if isinstance(node, Component):
        raise TypeError("a Dash component can't be written as text")
    if not isinstance(node, Element):
        return escape(str(node), quote=False)
    if node.tag == "select" and "value" in node.attributes:
        node = _with_choice(node)
    written = "".join(_attribute(name, value) for name, value in node.attributes.items() if name != "key")
    if node.tag in VOID:
        return f"<{node.tag}{written}>"
    return f"<{node.tag}{written}>{html(node.children)}</{node.tag}>"


def _with_choice(select: Element) -> Element:
    """HTML marks the chosen option; a select's `value` is how the browser's own drawing says it."""
    kept = dict(select.attributes)
    chosen = kept.pop("value")
    return Element(select.tag, kept, tuple(_marked(one, chosen) for one in flat(select.children)))


def _marked(option: Element | Component | str | int | float, chosen: Value) -> Node:
    if not isinstance(option, Element) or option.attributes.get("value") != chosen:
        return option
    return Element(option.tag, option.attributes | {"selected": True}, option.children)


def _attribute(name: str, value: str | int | float | bool) -> str:
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def text(node: Node) -> str:
    """The words a reader sees, parts joined by single blanks; hidden text included, labels of signs not."""
    return " ".join(" ".join(_words(part) for part in flat(node)).split())


def _words(node: Element | Component | str | int | float) -> str:
    if isinstance(node, Element):
        return text(node.children)
    return "" if isinstance(node, Component) else str(node)
