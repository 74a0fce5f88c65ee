"""Enheter, drawn: a table of units per board, each with its signs, its counts in words and its other periods."""

from dashboard.pages import matrix, parts, stars
from dashboard.pages.page import Page
from dashboard.ui import signs, tables
from dashboard.ui.markup import Node, h
from dashboard.ui.tables import Column, Group, Row
from dashboard.views.enheter import Board, Enheter, UnitLine, enheter
from dashboard.views.link import Link

MOST_SIGNS = 14
_STARS = (
    "Stjärnmärk de enheter du följer. Märkena sparas bara i din webbläsare, och knappen Mina enheter visar bara dem."
)
COLUMNS = (
    Column("Enhet"),
    Column("Period", short="Period"),
    Column("Enhetsmål", short="Enhetsmål"),
    Column("Indikatorer", short="Indikatorer"),
    Column("Andra perioder", short="Andra perioder"),
)


def body(view: Enheter) -> Node:
    if view.empty:
        return h("div", {"class": "sec"}, parts.empty(view.empty))
    boards = [_board(board, len(view.boards) > 1) for board in view.boards]
    every = parts.way("Visa alla enheter", view.every) if view.every else None
    about = (" ", parts.way("Mer om stjärnorna", Link("om", fragment="stjarnor")), ".")
    cut = h("div", {"class": "starred"}, stars.mine(view.units), every)
    return (h("h1", {"class": "say"}, view.heading), cut, boards, h("p", {"class": "note stars"}, _STARS, about))


def _board(board: Board, several: bool) -> Node:
    name = f"namnd-{board.link.to.board}"
    words = "Nämndens översikt" if several else "Till översikten"
    link = h("p", {"class": "note"}, parts.way(words, board.link, hidden=board.name))
    made = tables.table(
        f"Enheter i {board.name}",
        COLUMNS,
        [Group(None, tuple(_row(line) for line in board.units))],
        style="stack units",
    )
    return h(
        "section",
        {"aria-labelledby": name, "key": name},
        h("div", {"class": "head"}, h("h2", {"id": name}, board.name), signs.key(with_computed=False)),
        made,
        link,
    )


def _row(line: UnitLine) -> Row:
    former = h("span", {"class": "was"}, line.former) if line.former else None
    goals = h("span", {"class": "cell"}, _signs(line), h("span", None, line.goals))
    others: Node = [
        (", " if place else None, parts.way(words, link, style="nw")) for place, (words, link) in enumerate(line.others)
    ]
    if not line.others:
        others = h("span", {"class": "nodata"}, "inga är inlästa")
    cells: tuple[Node, ...] = (
        (parts.way(line.name, line.link), " ", stars.star(line.key, line.name), former),
        line.period,
        goals,
        line.indicators,
        others,
    )
    return Row(cells, key=line.key)


def _signs(line: UnitLine) -> Node:
    """A sign per goal as long as they stand on one line; there is more room than in the matrix."""
    if len(line.statuses) > MOST_SIGNS:
        return matrix.cell_signs(line.statuses)
    return [signs.sign(f"s-{status}") for status in line.statuses]


PAGE = Page("enheter", "Enheter", enheter, body)
