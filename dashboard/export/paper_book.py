"""A long report: set in parts of some chapters each and bound to one, so that memory doesn't grow with its pages."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from dashboard.export import typeset
from dashboard.export.binding import CHAPTER, Binder
from dashboard.export.paper_parts import Data
from dashboard.export.pdf_parts import amount_of_pages

_TEMPLATE = "report"
# What a part lacks, each in its own way, and the front matter lacks too.
_NOTHING: Data = {"contents": [], "boards": [], "parts": [], "method": []}


def book(head: Data, titles: Sequence[str], parts: Iterable[Data], assets: Path) -> bytes:
    """The whole report as an accessible PDF; `titles` are those of the chapters in all parts, for the contents.

    Each part is asked for when the one before it is set.
    """
    out, begins = io.BytesIO(), list[int]()
    binder = Binder(out)
    first = amount_of_pages(_front(head, titles, [0] * len(titles), assets)) + 1
    for part in parts:
        made = typeset.pdf(_TEMPLATE, {**head, **_NOTHING, **part, "cover": False, "first": first}, assets)
        begins += [first + page for page in binder.add(made)]
        first += amount_of_pages(made)
        typeset.forget()
    binder.close(_front(head, titles, begins, assets))
    typeset.forget()
    return out.getvalue()


def _front(head: Data, titles: Sequence[str], begins: Sequence[int], assets: Path) -> bytes:
    """Title page and contents, whose lines lead to the chapters when all is bound."""
    lines = [
        {"title": title, "page": page, "link": f"{CHAPTER}{place}"}
        for place, (title, page) in enumerate(zip(titles, begins, strict=True))
    ]
    return typeset.pdf(_TEMPLATE, {**head, **_NOTHING, "cover": True, "contents": lines, "first": 1}, assets)
