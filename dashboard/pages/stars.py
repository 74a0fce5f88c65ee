"""Stars of a reader: marks on units, kept in his own browser (assets/stars.js), and the filter that they make."""

from collections.abc import Sequence

from dashboard.ui.markup import Attributes, Node, h
from dashboard.views.reports import Option


def star(unit: str, name: str) -> Node:
    """The mark of one unit; it is shown by the script alone."""
    own: Attributes = {"type": "button", "class": "star", "data-star": unit, "aria-pressed": "false", "hidden": True}
    return h("button", {**own, "aria-label": f"Stjärnmärk {name}", "title": "Stjärnmärk enheten"})


def mine(options: Sequence[Option]) -> Node:
    """Cuts the page to the starred ones of the units that it lets choose; hidden while none of them is starred."""
    links = [option.link.to.units for option in options if option.link]
    units = [one[0] for one in links if len(one) == 1]
    chosen = next((option.link.to.units for option in options if option.chosen and option.link), ())
    own: Attributes = {"type": "button", "class": "btn mine", "data-mine": ",".join(units), "hidden": True}
    return h("button", {**own, "data-chosen": ",".join(chosen), "aria-pressed": "false"}, "Mina enheter")
