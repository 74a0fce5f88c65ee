"""Tables on slides: few columns, large type, each number with its column's head beside it on a phone."""

from collections.abc import Sequence

from dashboard.ui.markup import Node, h


def between(words: str, columns: int) -> Node:
    """A line of a table that heads those below it."""
    return h("tr", {"class": "sub"}, h("th", {"colspan": columns, "scope": "rowgroup"}, words))


def number(head: str, words: Node) -> Node:
    return h("td", {"class": "num", "data-h": head}, words)


def table(caption: str, heads: Sequence[str], rows: Sequence[Node], style: str, numbers: bool = False) -> Node:
    """`numbers`: every column but the first holds numbers."""
    cells = [
        h("th", {"scope": "col", "class": "num" if numbers and place else None}, words)
        for place, words in enumerate(heads)
    ]
    return h(
        "table",
        {"class": style},
        h("caption", {"class": "vh"}, caption),
        h("thead", None, h("tr", None, cells)),
        h("tbody", None, rows),
    )
