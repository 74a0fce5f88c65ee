"""Mål, drawn: the tree with its filters, one goal, or the list behind a count."""

from dashboard.analysis.plans import MOVE_WORDS
from dashboard.model import Selection, Status
from dashboard.pages import mal_goal, mal_tree, parts, plan
from dashboard.pages.listing import listing
from dashboard.pages.oversikt import say
from dashboard.pages.page import Page
from dashboard.swedish import amount_words
from dashboard.ui import signs
from dashboard.ui.markup import Node, h
from dashboard.views.link import Link
from dashboard.views.mal import Mal, Tree, mal
from dashboard.views.plan_counts import LISTED, BoardPlan


def body(view: Mal) -> Node:
    return (_context(view), _content(view))


def _content(view: Mal) -> Node:
    if view.empty:
        return h("div", {"class": "sec"}, parts.empty(view.empty))
    if view.listing:
        return listing(view.listing, "Mål", view.period)
    if view.goal:
        return mal_goal.goal(view.goal, view.period, view.year, _plan(view, view.plan))
    return (_tree(view, view.tree), _plan(view, view.plan)) if view.tree else None


def _context(view: Mal) -> Node:
    if not view.years:
        return None
    units = parts.unit_choice(view.units)
    statuses = parts.go_choice("status", "Status", view.statuses) if view.statuses else None
    choices = (units, statuses, parts.year_choice(view.years), parts.period_choice(view.periods))
    note = "Mål som enheterna har i sina rapporter"
    return parts.context(view.board, view.period, view.boards, *choices, note=note, style="pick goalpick")


def _tree(view: Mal, tree: Tree) -> Node:
    key = signs.key((Status.INGEN,), with_computed=False) if tree.plan else signs.key(with_computed=False)
    switch = h("p", {"class": "switch"}, parts.way(tree.switch_words, tree.switch)) if tree.switch else None
    nothing = h("p", {"class": "note"}, tree.nothing) if tree.nothing else None
    return (
        say(tree.said),
        parts.tallies(tree.tallies),
        h(
            "section",
            {"aria-labelledby": "h-trad"},
            h("div", {"class": "head"}, h("h2", {"id": "h-trad"}, f"Målträdet, {_when(view)}"), key),
            switch,
            nothing,
            mal_tree.tree(tree.branches),
            h("p", {"class": "note"}, tree.mandate),
            h("p", {"class": "note"}, _agenda(view)),
        ),
    )


def _agenda(view: Mal) -> Node:
    board = next((option.value for option in view.boards if option.chosen), None)
    return parts.way("Enheternas bidrag till Agenda 2030", Link("agenda2030", Selection(board=board, year=view.year)))


def _plan(view: Mal, found: BoardPlan | None) -> Node:
    """The targets of a plan's year beside the last outcome, unit by unit."""
    if found is None:
        return None
    before = view.year - 1
    head = h(
        "div", {"class": "head"}, h("h2", {"id": LISTED}, f"Planens årsmål mot {before}"), h("p", None, found.said)
    )
    more = h("p", {"class": "more"}, parts.way("Visa alla årsmål", found.more)) if found.more else None
    table = plan.by_unit(found.lines, view.year, f"Planens årsmål, {view.period}")
    told = plan.followed(found.plans, view.year)
    return (
        h("section", {"aria-labelledby": LISTED}, head, plan.counts(found.counts), _cut(found), table, more),
        _followed(told) if told else None,
    )


def _cut(found: BoardPlan) -> Node:
    if found.move is None:
        return None
    words = f"{MOVE_WORDS[found.move]}: {amount_words(len(found.lines), 'årsmål', 'årsmål')}."
    return h("p", {"class": "cut"}, h("b", None, words), " ", parts.way("Visa alla", found.every))


def _followed(told: Node) -> Node:
    head = h("div", {"class": "head"}, h("h2", {"id": "uppfoljning"}, "Planen och uppföljningen"))
    return h("section", {"aria-labelledby": "uppfoljning"}, head, told)


def _when(view: Mal) -> str:
    return view.period[:1].lower() + view.period[1:]


PAGE = Page("mal", "Mål", mal, body)
