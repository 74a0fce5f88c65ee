"""Native controls: they write the address (assets/shell.js), and the address is the only state."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.swedish import slug
from dashboard.ui.markup import Attributes, Element, Node, h


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    words: str


def select(param: str, label: str, options: Sequence[Option], chosen: str, *, drop: str = "") -> Element:
    """Writes `param` in the address; `drop` names, with commas, what doesn't hold after the change ('rad,lista')."""
    return _select(f"val-{param}", label, options, chosen, {"data-param": param, "data-drop": drop or None})


def go_select(name: str, label: str, options: Sequence[Option], chosen: str) -> Element:
    """Each option's value is an address to go to: the choice of a unit or an indicator."""
    return _select(f"val-{name}", label, options, chosen, {"data-go": ""})


def _select(name: str, label: str, options: Sequence[Option], chosen: str, what: Attributes) -> Element:
    listed = [h("option", {"value": option.value, "key": option.value}, option.words) for option in options]
    # Firefox would otherwise bring back the choice of an earlier visit and contradict the address.
    own: Attributes = {"id": name, "value": chosen, "autocomplete": "off", **what}
    return h("div", {"class": "field"}, h("label", {"for": name}, label), h("select", own, listed))


def checkbox(param: str, value: str, label: Node, checked: bool) -> Element:
    """Adds `value` to the list that `param` holds in the address, or takes it away."""
    name = f"val-{param}-{value}"
    own: Attributes = {"type": "checkbox", "id": name, "value": value, "checked": checked, "data-param": param}
    return h("div", {"class": "check", "key": value}, h("input", own), h("label", {"for": name}, label))


def search(param: str, label: str, sought: str, *, drop: str = "") -> Element:
    """Words to search for within the page; Enter, or leaving the field, writes them in the address."""
    name = f"val-{param}"
    own: Attributes = {"type": "search", "id": name, "value": sought, "autocomplete": "off", "data-param": param}
    written = h("input", {**own, "data-drop": drop or None})
    return h("div", {"class": "field"}, h("label", {"for": name}, label), written)


@dataclass(frozen=True, slots=True)
class Step:
    """A choice among few; without `href` it can't be chosen, and `why` says why."""

    words: str
    href: str | None
    current: bool = False
    why: str = ""


def steps(label: str, choices: Sequence[Step]) -> Element:
    """Periods side by side: links, the chosen one marked, those without a report plain text with the reason."""
    name = f"val-{slug(label)}"
    return h(
        "div",
        {"class": "field"},
        h("span", {"class": "lab", "id": name}, label),
        h("div", {"class": "seg", "role": "group", "aria-labelledby": name}, [_step(c) for c in choices]),
    )


def _step(choice: Step) -> Element:
    if choice.href is None:
        return h("span", {"title": choice.why or None}, choice.words, h("span", {"class": "vh"}, f", {choice.why}"))
    return h("a", {"href": choice.href, "aria-current": "true" if choice.current else None}, choice.words)


def toggle(words: Node, href: str, opened: bool, controls: str | None = None) -> Element:
    """Opens or closes a row through the address; leaves no step for Back."""
    own: Attributes = {"class": "tog", "href": href, "aria-expanded": opened, "data-replace": ""}
    return h("a", {**own, "aria-controls": controls if opened else None}, words)


def button(words: str, href: str, *, primary: bool = False) -> Element:
    """A link with the looks of a button, for the few things one does with a page."""
    return h("a", {"class": "btn pri" if primary else "btn", "href": href}, words)


def print_button() -> Element:
    return h("button", {"type": "button", "class": "btn", "data-do": "skriv-ut"}, "Skriv ut")
