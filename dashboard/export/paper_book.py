"""A long report: set in parts of some chapters each and bound to one, so that memory doesn't grow with its pages."""

import io
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.export import typeset
from dashboard.export.binding import CHAPTER, Binder, amount_of_pages
from dashboard.export.paper_parts import Data

_TEMPLATE = "report"
# What a part lacks, each in its own way, and the front matter lacks too.
_NOTHING: Data = {"contents": [], "boards": [], "parts": [], "method": []}


def book(head: Data, titles: Sequence[str], parts: Iterable[Data], assets: Path) -> bytes:
    """The whole report as an accessible PDF; `titles` are those of the chapters in all parts, for the contents.

    While a part is set the next one is asked for, on the caller's own thread.
    """
    out = io.BytesIO()
    work = _Work(head, assets, Binder(out), first=_first_page(head, titles, assets))
    with ThreadPoolExecutor(1) as beside:
        waiting: Future[None] | None = None
        for part in parts:
            if waiting:
                waiting.result()
            waiting = beside.submit(work.add, part)
    if waiting:
        waiting.result()
    work.binder.close(_front(head, titles, work.begins, assets))
    typeset.forget()
    return out.getvalue()


@dataclass(slots=True)
class _Work:
    """What is set so far: the page that the next part begins on, and those that the chapters begin on."""

    head: Data
    assets: Path
    binder: Binder
    first: int
    begins: list[int] = field(default_factory=list)

    def add(self, part: Data) -> None:
        data = {**self.head, **_NOTHING, **part, "cover": False, "first": self.first}
        made = typeset.pdf(_TEMPLATE, data, self.assets)
        self.begins += [self.first + page for page in self.binder.add(made)]
        self.first += amount_of_pages(made)
        typeset.forget()


def _first_page(head: Data, titles: Sequence[str], assets: Path) -> int:
    """The number of the first page after the front matter, which has as many pages whatever its numbers are."""
    return amount_of_pages(_front(head, titles, [0] * len(titles), assets)) + 1


def _front(head: Data, titles: Sequence[str], begins: Sequence[int], assets: Path) -> bytes:
    """Title page and contents, whose lines lead to the chapters when all is bound."""
    lines = [
        {"title": title, "page": page, "link": f"{CHAPTER}{place}"}
        for place, (title, page) in enumerate(zip(titles, begins, strict=True))
    ]
    return typeset.pdf(_TEMPLATE, {**head, **_NOTHING, "cover": True, "contents": lines, "first": 1}, assets)
