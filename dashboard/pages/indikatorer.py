"""Indikatorer, drawn: every indicator by KF's goal or letter, and the lists of what they lack."""

from collections.abc import Sequence

from dashboard.pages import lines, parts
from dashboard.pages.indikator import lead
from dashboard.pages.page import Page
from dashboard.pages.unsplit import unsplit
from dashboard.ui import controls, tables
from dashboard.ui.markup import Node, h
from dashboard.views.indikatorer import Entry, Group, IndikatorerView, view
from dashboard.views.link import Link

COLUMNS = (
    tables.Column("Indikator"),
    tables.Column("Riktning", short="Riktning"),
    tables.Column("Gäller människor", short="Gäller människor"),
    tables.Column("Följs i", short="Följs i"),
    tables.Column("År", short="År"),
)


def body(shown: IndikatorerView) -> Node:
    return (
        h("div", {"class": "uh"}, h("h1", None, "Indikatorer"), _order(shown)),
        lead(shown.lead),
        _index(shown),
        _undirected(shown),
        unsplit(shown.unsplit, shown.unsplit_period),
        _unread(shown.unread),
    )


def _order(shown: IndikatorerView) -> Node:
    if not shown.groups:
        return None
    choices = [controls.Step(o.label, parts.href(o.link) if o.link else None, o.chosen) for o in shown.order]
    return h("div", {"class": "pick"}, controls.steps("Ordnade efter", choices))


def _index(shown: IndikatorerView) -> Node:
    if not shown.groups:
        return None
    groups = [
        tables.Group(_heading(group), tuple(_row(entry, "i") for entry in group.entries)) for group in shown.groups
    ]
    table = tables.table("Alla indikatorer i rapporterna", COLUMNS, groups, style="stack index")
    return h("section", {"aria-labelledby": "h-alla"}, _head("h-alla", "I rapporterna"), table)


def _heading(group: Group) -> Node:
    return (h("b", None, group.code), " ", group.title) if group.code else group.title


def _row(entry: Entry, name: str) -> tables.Row:
    cells = (
        parts.way(entry.name, entry.link),
        lines.fact(entry.direction),
        entry.people,
        entry.held,
        entry.when,
    )
    return tables.Row(cells, key=f"{name}-{entry.id}")


def _undirected(shown: IndikatorerView) -> Node:
    if not shown.undirected:
        return None
    return h(
        "section",
        {"aria-labelledby": "saknar-riktning"},
        _head(
            "saknar-riktning",
            "Saknar riktning",
            "De visas utan färg tills katalogen säger åt vilket håll som är bättre.",
        ),
        h("ul", {"class": "rows"}, [_undirected_row(entry) for entry in shown.undirected]),
    )


def _undirected_row(entry: Entry) -> Node:
    return h(
        "li",
        {"key": entry.id},
        parts.way(entry.name, entry.link),
        h("span", {"class": "by"}, f"{entry.held}, {entry.when}"),
    )


def _unread(found: Sequence[tuple[str, Link]]) -> Node:
    if not found:
        return None
    items = [h("li", None, parts.way(name, link)) for name, link in found]
    return h(
        "section",
        {"aria-labelledby": "h-olasta"},
        _head("h-olasta", "I katalogen, men inte i någon inläst rapport"),
        h("ul", {"class": "rows"}, items),
    )


def _head(name: str, words: str, note: str = "") -> Node:
    return h("div", {"class": "head"}, h("h2", {"id": name}, words), h("p", None, note) if note else None)


PAGE = Page("indikatorer", "Indikatorer", view, body)
