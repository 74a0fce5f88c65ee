"""The matrix of KF's goals and units; with many units it is turned, so that each unit is a row."""

from collections.abc import Sequence

from dashboard.model import Status
from dashboard.pages.parts import href, way
from dashboard.ui import signs
from dashboard.ui.markup import Attributes, Element, Node, h
from dashboard.views.matrix import Block, Cell, Column, Line, Matrix

# Over four goals a cell has one sign per kind with its count; over four units a column each is too narrow.
MOST_SIGNS = 4
MOST_COLUMNS = 4
ORDER = (Status.HELT, Status.DELVIS, Status.EJ, Status.INGEN)
NOT_THERE = " målet finns inte i rapporten"


def matrix(found: Matrix, caption: str) -> Node:
    if len(found.columns) > MOST_COLUMNS:
        return _turned(found, caption)
    return h(
        "table",
        {"class": "mx" if len(found.columns) < 3 else "mx some", "role": "table"},
        h("caption", {"class": "vh"}, caption),
        h("colgroup", None, h("col"), [h("col", {"class": "u"}) for _ in found.columns], _all_col(found)),
        _head(found),
        [_block(block, found) for block in found.blocks],
        _foot(found),
    )


def _all_col(found: Matrix) -> Node:
    return h("col", {"class": "u all"}) if found.total else None


def _head(found: Matrix) -> Element:
    heads = [
        h("th", {"role": "columnheader", "scope": "col"}, _unit(column), h("span", None, column.note))
        for column in found.columns
    ]
    last = None
    if total := found.total:
        shown: Attributes = {"role": "columnheader", "scope": "col", "class": "all"}
        last = h("th", shown, total.name, h("span", None, total.note))
    first = h("th", {"role": "columnheader", "scope": "col"}, "KF:s mål för verksamhets\u00adområdet")
    return h("thead", {"role": "rowgroup"}, h("tr", {"role": "row"}, first, heads, last))


def _unit(column: Column) -> Node:
    return h("a", {"href": href(column.link), "aria-label": column.full_name}, column.name)


def _block(block: Block, found: Matrix) -> Element:
    wide = 1 + len(found.columns) + (1 if found.total else 0)
    head: Attributes = {"role": "rowheader", "scope": "rowgroup", "colspan": wide}
    group = h("tr", {"role": "row", "class": "grp"}, h("th", head, block.heading)) if block.heading else None
    return h("tbody", {"role": "rowgroup"}, group, [_line(line, found) for line in block.lines])


def _line(line: Line, found: Matrix) -> Element:
    goal = h("span", {"class": "goal"}, h("b", None, line.code), " ", h("span", None, _goal(line)))
    cells = [
        h("td", {"role": "cell", "data-l": column.name}, _cell(cell, f"{column.full_name}, {line.code or line.title}"))
        for cell, column in zip(line.cells, found.columns, strict=True)
    ]
    total = (
        h("td", {"role": "cell", "class": "all", "data-l": found.total.name}, _off(line.total)) if found.total else None
    )
    return h("tr", {"role": "row"}, h("th", {"role": "rowheader", "scope": "row"}, goal), cells, total)


def _goal(line: Line) -> Node:
    """To the goal's own page, where it is one of KF's."""
    return way(line.title, line.to, style="tog") if line.to else line.title


def _off(words: Node) -> Element:
    return h("span", {"class": "off"}, words)


def _cell(cell: Cell | None, where: str) -> Node:
    if cell is None:
        return _off(("–", h("span", {"class": "vh"}, NOT_THERE)))
    link = h(
        "a",
        {"class": "cell", "href": href(cell.link)},
        cell_signs(cell.statuses),
        h("span", None, cell.words, h("span", {"class": "vh"}, f", {where}")),
    )
    return (link, [h("div", {"class": "sub"}, words) for words in cell.below])


def cell_signs(statuses: Sequence[Status]) -> Node:
    """A sign per goal, in the report's order; of many one per kind, for the words have the counts."""
    if len(statuses) <= MOST_SIGNS:
        return [signs.sign(f"s-{status}") for status in statuses]
    return [signs.sign(f"s-{status}") for status in ORDER if status in statuses]


def _foot(found: Matrix) -> Element:
    cells = [_sums(column, None) for column in found.columns]
    last = _sums(found.total, "all") if found.total else None
    first = h("th", {"role": "rowheader", "scope": "row"}, "Antal enhetsmål")
    return h("tfoot", {"role": "rowgroup"}, h("tr", {"role": "row"}, first, cells, last))


def _sums(column: Column, style: str | None) -> Element:
    words, *below = column.sums or (column.note,)
    shown: Attributes = {"role": "cell", "class": style, "data-l": column.name}
    return h("td", shown, words, [h("div", {"class": "sub"}, line) for line in below])


def _turned(found: Matrix, caption: str) -> Node:
    """A row per unit and a column per goal, by its code; the goals' titles stand in a list above."""
    lines = [line for block in found.blocks for line in block.lines]
    heads = [h("th", {"role": "columnheader", "scope": "col", "class": "g"}, _short(line)) for line in lines]
    first = h("th", {"role": "columnheader", "scope": "col"}, "Enhet")
    last = h("th", {"role": "columnheader", "scope": "col"}, "Enhetsmål")
    rows = [_unit_row(column, place, lines) for place, column in enumerate(found.columns)]
    table = h(
        "table",
        {"class": "mx turned", "role": "table"},
        h("caption", {"class": "vh"}, caption),
        h("thead", {"role": "rowgroup"}, h("tr", {"role": "row"}, first, last, heads)),
        h("tbody", {"role": "rowgroup"}, rows),
        _turned_foot(found, lines) if found.total else None,
    )
    return (_titles(found), h("div", {"class": "wide"}, table))


def _short(line: Line) -> Node:
    return line.code or line.title


def _unit_row(column: Column, place: int, lines: Sequence[Line]) -> Element:
    cells = [_small(line.cells[place], line, column) for line in lines]
    name = h("th", {"role": "rowheader", "scope": "row"}, way(column.name, column.link))
    sums = h("td", {"role": "cell", "class": "sums"}, [h("div", {"class": "sub"}, words) for words in column.sums])
    return h("tr", {"role": "row", "key": column.unit}, name, sums, cells)


def _small(cell: Cell | None, line: Line, column: Column) -> Element:
    shown: Attributes = {"role": "cell", "class": "g" if cell else "g none", "data-l": line.code or line.title}
    if cell is None:
        return h("td", shown, _off(("–", h("span", {"class": "vh"}, NOT_THERE))))
    counts = [(status, cell.statuses.count(status)) for status in ORDER if status in cell.statuses]
    words = ", ".join((cell.words, *cell.below))
    drawn = [
        h("span", {"class": "kind"}, signs.sign(f"s-{status}"), h("b", None, amount) if amount > 1 else None)
        for status, amount in counts
    ]
    named: Attributes = {"aria-label": f"{column.full_name}, {_short(line)}: {words}", "title": words}
    return h("td", shown, h("a", {"class": "cell", "href": href(cell.link), **named}, drawn))


def _turned_foot(found: Matrix, lines: Sequence[Line]) -> Node:
    total = found.total
    if total is None:
        return None
    first = h("th", {"role": "rowheader", "scope": "row"}, total.name)
    sums = h("td", {"role": "cell", "class": "sums"}, [h("div", {"class": "sub"}, words) for words in total.sums])
    cells = [
        h(
            "td",
            {"role": "cell", "class": "g", "data-l": line.code or line.title},
            h("div", {"class": "sub"}, line.total),
        )
        for line in lines
    ]
    return h("tfoot", {"role": "rowgroup"}, h("tr", {"role": "row"}, first, sums, cells))


def _titles(found: Matrix) -> Element:
    return h(
        "dl",
        {"class": "mxkey"},
        [
            h("div", None, h("dt", None, line.code), h("dd", None, _goal(line)))
            for block in found.blocks
            for line in block.lines
            if line.code
        ],
    )
