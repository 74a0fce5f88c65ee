"""A place in its file, drawn: the table as it stands there with the row marked, or the lines with the line marked."""

from dashboard.ui.markup import Node, h
from dashboard.views.sheets import Around, TableRow

CAPTION = "Så som det står i filen"
_ONE_WORD = 12


def drawn(found: Around) -> Node:
    """A table keeps its own header and order of columns; it is scrolled where it is wide."""
    if found.lines:
        return h("ol", {"class": "around"}, [_line(*one) for one in found.lines])
    head = [h("th", {"scope": "col"}, "Var"), *(h("th", {"scope": "col"}, words or "–") for words in found.header)]
    table = h(
        "table",
        {"class": "infile"},
        h("caption", None, CAPTION),
        h("thead", None, h("tr", None, head)),
        h("tbody", None, [_row(row) for row in found.rows]),
    )
    return h("div", {"class": "sheet", "tabindex": "0", "role": "group", "aria-label": CAPTION}, table)


def _row(row: TableRow) -> Node:
    here = h("span", {"class": "vh"}, " den här raden") if row.marked else None
    # A date or a number is one word: it breaks nowhere, and the table scrolls where it must.
    cells = [h("td", {"class": "nw" if len(cell) <= _ONE_WORD else None}, cell) for cell in row.cells]
    if len(cells) > 1 and row.cells[0] and not any(row.cells[1:]):
        # Words over the whole width, an analysis: squeezed into the first column they would be a page long.
        cells = [h("td", {"colspan": len(cells)}, row.cells[0])]
    first = h("th", {"scope": "row"}, row.where, here)
    return h("tr", {"class": "marked" if row.marked else None}, first, cells)


def _line(number: int, text: str, marked: bool) -> Node:
    here = h("span", {"class": "vh"}, " den här raden") if marked else None
    told = h("span", {"class": "ln"}, f"rad {number}", here)
    return h("li", {"class": "marked" if marked else None}, told, h("span", None, text))
