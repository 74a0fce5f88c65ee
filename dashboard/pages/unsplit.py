"""What lacks a split, drawn: unit by unit the indicators about people without both women and men."""

from collections.abc import Sequence

from dashboard.pages import parts
from dashboard.swedish import amount_words
from dashboard.ui.markup import Node, h
from dashboard.views.unsplit import Unsplit

NOTE = "Indikatorer som gäller människor, men där rapporten inte visar både kvinnor och män."


def unsplit(found: Sequence[Unsplit], period: str) -> Node:
    """The section, None where nothing lacks a split."""
    if not found:
        return None
    heading = h("h2", {"id": "ej-uppdelat"}, f"Ej uppdelat på kön, {period.lower()}")
    return h(
        "section",
        {"aria-labelledby": "ej-uppdelat"},
        h("div", {"class": "head"}, heading, h("p", None, NOTE)),
        h("div", {"class": "att plain"}, [_unit(unit) for unit in found]),
    )


def _unit(unit: Unsplit) -> Node:
    rows = [
        h("li", None, h("p", None, name), parts.way(why, link, hidden=f"{name}, visa stället", style="go"))
        for name, link, why in unit.rows
    ]
    count = amount_words(len(unit.rows), "indikator", "indikatorer")
    return h(
        "section",
        {"key": unit.unit},
        h("h3", None, parts.way(unit.name, unit.link), " ", h("span", None, count)),
        h("ul", None, rows),
    )
