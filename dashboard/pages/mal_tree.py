"""The goal tree, drawn as nested lists: a link opens each branch, and every count leads to what it counts."""

from collections.abc import Sequence

from dashboard.pages import parts
from dashboard.ui import signs
from dashboard.ui.markup import Attributes, Element, Node, h
from dashboard.views.counts import Count
from dashboard.views.mal_tree import Branch, UnitSign


def tree(branches: Sequence[Branch], style: str = "tree") -> Node:
    return h("ul", {"class": style}, [_branch(branch) for branch in branches]) if branches else None


def _branch(branch: Branch) -> Element:
    inner = h("ul", {"id": f"{branch.key}-under"}, [_branch(one) for one in branch.below]) if branch.below else None
    level = f"node {branch.level.value[:1]}"
    row = h("div", {"class": level}, _toggle(branch), _title(branch), _state(branch))
    return h("li", {"id": branch.key, "key": branch.key}, row, inner)


def _toggle(branch: Branch) -> Node:
    """A mark that turns; its words name the goal, for those who hear it."""
    if branch.toggle is None:
        return h("span", {"class": "tw"})
    own: Attributes = {"class": "tw", "href": parts.href(branch.toggle), "data-replace": ""}
    opened = bool(branch.opened)
    about: Attributes = {
        "aria-expanded": opened,
        "aria-controls": f"{branch.key}-under" if branch.below else None,
        "aria-label": f"Mål under {branch.code or branch.title}",
    }
    mark = h("svg", {"viewBox": "0 0 12 12", "aria-hidden": "true"}, h("path", {"d": "M4 1.5 8.5 6 4 10.5"}))
    return h("a", {**own, **about}, mark)


def _title(branch: Branch) -> Element:
    code = h("b", None, branch.code) if branch.code else None
    former = h("small", None, parts.way(branch.former.words, branch.former.link)) if branch.former else None
    note = h("small", None, branch.note) if branch.note else None
    return h("p", None, code, " " if code else None, parts.way(branch.title, branch.to), former, note)


def _state(branch: Branch) -> Node:
    if branch.units:
        return h("ul", {"class": "who-has"}, [_unit(unit) for unit in branch.units])
    if branch.instead:
        return h("p", {"class": "nums"}, h("span", {"class": "nought"}, branch.instead))
    return h("p", {"class": "nums"}, [_count(count, branch) for count in branch.counts]) if branch.counts else None


def _unit(unit: UnitSign) -> Element:
    hidden = h("span", {"class": "vh"}, f", {unit.full_name}") if unit.full_name != unit.name else None
    link = h("a", {"href": parts.href(unit.link)}, unit.name, hidden)
    return h("li", None, signs.reported(unit.status), " ", link)


def _count(count: Count, branch: Branch) -> Element:
    words: Node = (h("b", None, count.amount), " ", count.word)
    if count.link is None:
        return h("span", {"class": "nought"}, words)
    about = h("span", {"class": "vh"}, f" under {branch.code or branch.title}")
    return h("span", None, signs.sign(f"s-{count.value}"), h("a", {"href": parts.href(count.link)}, words, about))
