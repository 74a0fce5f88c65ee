"""A way to another place in Måltavlan, before it is written as an address."""

from dataclasses import dataclass

from dashboard.model import Selection

NOTHING_CHOSEN = Selection()


@dataclass(frozen=True, slots=True)
class Link:
    """`page` is a name in ui.url.ROUTES; `fragment` the id of the place on that page."""

    page: str
    to: Selection = NOTHING_CHOSEN
    fragment: str = ""


def source(document: str, line: int | None, key: str = "") -> Link:
    """The page of sources, with the place opened: its line in a text, else the row called `key` ('i3')."""
    rows = (f"r{line}",) if line is not None else (key,) if key else ()
    return Link("kallor", Selection(document=document, rows=rows), rows[0] if rows else "")
