"""The search, drawn (its box is the shell's): hits by kind, marked, each with its page and its place."""

from dashboard.pages import parts
from dashboard.pages.page import Page
from dashboard.ui.markup import Node, h
from dashboard.views.hits import Hit
from dashboard.views.search import PAGE as NAME
from dashboard.views.search import HitGroup, Search, search


def body(shown: Search) -> Node:
    head = h("div", {"class": "uh"}, h("h1", None, shown.title))
    if shown.empty:
        return (head, h("div", {"class": "sec"}, parts.empty(shown.empty, level="h2")))
    told = h("p", {"class": "lead", "role": "status"}, shown.told)
    return (head, told, _filters(shown), [_group(group) for group in shown.groups])


def _filters(shown: Search) -> Node:
    """No choice where there is one kind alone."""
    if len(shown.filters) < 3:
        return None
    links = (
        h(
            "li",
            None,
            h(
                "a",
                {"href": parts.href(one.link), "aria-current": "true" if one.chosen else None},
                h("span", {"data-told": "visa" if one.chosen else None}, one.name),
                " ",
                h("span", None, one.amount),
            ),
        )
        for one in shown.filters
    )
    return h("nav", {"aria-label": "Visa ett slag"}, h("ul", {"class": "ways kinds"}, list(links)))


def _group(group: HitGroup) -> Node:
    name = f"traff-{group.word}"
    every = parts.way(f"Visa alla {group.amount}", group.all, hidden=group.name.lower()) if group.all else None
    return h(
        "section",
        {"aria-labelledby": name, "key": group.word},
        h("div", {"class": "head"}, h("h2", {"id": name}, group.name), h("p", None, every or group.amount)),
        h("ul", {"class": "hits"}, [_hit(hit) for hit in group.hits]),
        h("p", {"class": "note"}, group.cut) if group.cut else None,
    )


def _hit(hit: Hit) -> Node:
    words = [h("mark", None, piece.words) if piece.marked else piece.words for piece in hit.pieces]
    source = parts.way(hit.source_words, hit.source, hidden="i rapporten") if hit.source else None
    return h(
        "li",
        None,
        h("p", None, parts.way(words, hit.link)),
        h("p", {"class": "by"}, hit.about, (", ", source) if source else None),
    )


PAGE = Page(NAME, None, search, body, scriptless=True)
