"""Förändringar, drawn: what to compare with, counts to cut the list by, and each unit's changes a sentence each."""

from dashboard.pages import parts
from dashboard.pages.oversikt import say
from dashboard.pages.page import Page
from dashboard.ui import shell, signs
from dashboard.ui.markup import Node, h
from dashboard.views.changes import Change
from dashboard.views.forandringar import Forandringar, OfUnit, forandringar
from dashboard.views.link import Link
from dashboard.views.om import CHANGES_RULE, rule_link


def body(view: Forandringar) -> Node:
    if not view.forms:
        return h("div", {"class": "sec"}, parts.empty(view.empty)) if view.empty else None
    if view.empty:
        return (_context(view), _comparing(view), h("div", {"class": "sec"}, parts.empty(view.empty)), _feed(view))
    return (
        _context(view),
        say(view.said) if view.said else None,
        _comparing(view),
        h("div", {"class": "sec"}, parts.empty(view.nothing, "h2")) if view.nothing else _changes(view),
        [h("p", {"class": "note"}, note) for note in view.left_out],
        _feed(view),
    )


def _context(view: Forandringar) -> Node:
    choices = (parts.year_choice(view.years), parts.period_choice(view.periods)) if view.years else ()
    return parts.context(view.board, view.period, view.boards, *choices)


def _comparing(view: Forandringar) -> Node:
    return parts.cuts(
        view.counts,
        parts.go_choice("visa", "Jämför med", view.forms),
        parts.go_choice("sedan", "Sedan", view.states) if view.states else None,
        parts.unit_choice(view.chosen_units),
        parts.go_choice("status", "Ny status", view.statuses) if view.statuses else None,
    )


def _changes(view: Forandringar) -> Node:
    if not view.units:
        return h("p", {"class": "note"}, "Inga ändringar svarar mot urvalet.")
    return h("div", {"class": "att changes"}, [_unit(unit) for unit in view.units])


def _unit(unit: OfUnit) -> Node:
    compared = h("span", None, unit.compared) if unit.compared else None
    return h(
        "section",
        {"key": unit.unit},
        h("h2", None, parts.way(unit.name, unit.link), " ", compared),
        h("ul", None, [_change(change) for change in unit.changes]),
    )


def _change(change: Change) -> Node:
    told = change.told
    links = [
        (" · " if place else "", parts.way(way.words, way.link, hidden=f", {told.strong}"))
        for place, way in enumerate(told.sources)
    ]
    sources = h("span", None, "Källor: " if len(links) > 1 else "Källa: ", links) if links else None
    return h(
        "li",
        {"key": change.key},
        h("div", {"class": "pair"}, _signs(change)),
        h("p", None, h("b", None, told.strong), f" {told.rest}", sources),
        parts.way(told.link_words, told.link, hidden=told.strong, style="go"),
    )


def _signs(change: Change) -> Node:
    if change.statuses is None:
        return None
    then, now = change.statuses
    arrow = h("span", {"class": "to", "aria-hidden": "true"}, "→")
    return (signs.reported(then), arrow, signs.reported(now))


def _feed(view: Forandringar) -> Node:
    query = parts.href(Link("forandringar", view.feed)).partition("?")[2]
    address = shell.FEED + (f"?{query}" if query else "")
    return h(
        "p",
        {"class": "note feed"},
        h("a", {"href": address, "type": "application/atom+xml"}, "Följ som flöde (Atom)"),
        " i en nyhetsläsare: en post för varje inläst eller rättad rapport, med urvalet ovan. ",
        parts.way("Så räknas en ändring", rule_link(CHANGES_RULE)),
        ".",
    )


PAGE = Page("forandringar", None, forandringar, body)
