"""The list behind a count, drawn: how many and what, then each of them unit by unit."""

from dashboard.pages import parts
from dashboard.ui import micro, signs
from dashboard.ui.markup import Node, h
from dashboard.views.listing import Listing

_DEFINITE = {"Översikt": "översikten", "Mål": "målen"}


def listing(found: Listing, page: str, period: str, bullets: Node = None, more: Node = None) -> Node:
    """`page` names where the count stood; `bullets` explain the small charts, `more` stands below the list."""
    drawn: Node = parts.sections(found.sections, "h2")
    if not found.sections:
        drawn = h("p", {"class": "note"}, "Listan är tom.")
    under = h("p", {"class": "lead"}, found.under) if found.under else None
    return (
        h("p", {"class": "crumb up"}, parts.way(page, found.back), f" / {period}"),
        h("h1", {"class": "say list"}, f"{found.heading}."),
        under,
        h("div", {"class": "keys"}, signs.key(), bullets),
        drawn,
        more,
        h("p", {"class": "note"}, parts.way(f"Tillbaka till {_DEFINITE[page]}", found.back)),
    )


def bullet_key(found: Listing, year: int) -> Node:
    """What the bullets mean, where the list draws any."""
    if not any(item.bullet for section in found.sections for item in section.items):
        return None
    return h("p", {"class": "key above"}, micro.bullet_key(str(year), str(year - 1)))
