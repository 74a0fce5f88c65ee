"""Real tables: caption, scopes, group rows, numbers to the right; below 1088 px their rows are stacked."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.ui import tips
from dashboard.ui.markup import Attributes, Element, Node, h


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, which explains itself where the glossary has its words; `style` is a class.

    `short` labels the cell where rows are stacked, none where ''.
    """

    head: Node
    numeric: bool = False
    short: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the order of the columns; `more` is drawn below an opened row over all columns.

    `key` is unique within the table and becomes the row's id, so that an address with #key leads to it.
    """

    cells: tuple[Node, ...]
    key: str = ""
    more: Node = None
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading of their own; '' or None groups nothing."""

    head: Node
    rows: tuple[Row, ...]


def table(
    caption: Node,
    columns: Sequence[Column],
    groups: Sequence[Group],
    *,
    style: str = "stack",
    header: int = 0,
    foot: Row | None = None,
    widths: Sequence[str] = (),
) -> Element:
    """`header` is the number of the column whose cells head their rows; `widths` are classes of <col>s.

    The roles are said in full because stacking (display: grid) takes the table's own roles away.
    """
    head = h("tr", {"role": "row"}, [_head(column) for column in columns])
    bodies = [_body(group, columns, header) for group in groups]
    last = h("tfoot", {"role": "rowgroup"}, _row(foot, columns, header)) if foot else None
    return h(
        "table",
        {"class": style, "role": "table"},
        h("caption", {"class": "vh"}, caption),
        h("colgroup", None, [h("col", {"class": width or None}) for width in widths]) if widths else None,
        h("thead", {"role": "rowgroup", "class": "helped" if any(tips.helps(c.head) for c in columns) else None}, head),
        bodies,
        last,
    )


def plain(caption: Node, heads: Sequence[str], rows: Sequence[Sequence[Node]], *, numbers: bool = True) -> Element:
    """A table twin: first column heads the rows, the others are `numbers`, or words."""
    columns = [Column(head, numeric=numbers and place > 0, short=head) for place, head in enumerate(heads)]
    return table(caption, columns, [Group(None, tuple(Row(tuple(row)) for row in rows))], style="twin")


def _head(column: Column) -> Element:
    style = _style(column, "helps" if tips.helps(column.head) else "")
    return h("th", {"role": "columnheader", "scope": "col", "class": style}, tips.explained(column.head))


def _style(column: Column, more: str = "") -> str | None:
    return " ".join(part for part in ("num" if column.numeric else "", column.style, more) if part) or None


def _body(group: Group, columns: Sequence[Column], header: int) -> Element:
    rows: list[Node] = []
    if group.head:
        head: Attributes = {"role": "rowheader", "scope": "rowgroup", "colspan": len(columns)}
        rows.append(h("tr", {"role": "row", "class": "grp"}, h("th", head, group.head)))
    for row in group.rows:
        rows.append(_row(row, columns, header))
        if row.more is not None:
            opened: Attributes = {"role": "row", "class": "more", "key": f"{row.key}-mer"}
            cell = h("td", {"role": "cell", "colspan": len(columns)}, row.more)
            rows.append(h("tr", opened, cell))
    return h("tbody", {"role": "rowgroup"}, rows)


def _row(row: Row, columns: Sequence[Column], header: int) -> Element:
    styles = row.styles or ("",) * len(columns)
    cells = [
        _cell(cell, column, place == header, style)
        for place, (cell, column, style) in enumerate(zip(row.cells, columns, styles, strict=True))
    ]
    own: Attributes = {"role": "row", "class": "open" if row.more is not None else None}
    return h("tr", {**own, "key": row.key or None, "id": row.key or None}, cells)


def _cell(cell: Node, column: Column, heads: bool, style: str) -> Element:
    shown: Attributes = {"class": _style(column, style), "data-l": column.short or None}
    if heads:
        return h("th", {"role": "rowheader", "scope": "row", **shown}, cell)
    return h("td", {"role": "cell", **shown}, cell)
