"""The store as it was: an address with `per` is answered from that snapshot, says so, and keeps to it in its links."""

from dataclasses import replace
from enum import StrEnum
from urllib.parse import quote, urlsplit

from dash.development.base_component import Component

from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.store.snapshots import Snapshot
from dashboard.tasks.shelf import as_it_was
from dashboard.ui import url
from dashboard.ui.markup import Element, Node, flat, h
from dashboard.ui.wording import said
from dashboard.views.link import Link

WORD = "per"
# What knows no states: news, what waits to be imported, and pictures of reports, which never change.
_TIMELESS = ("/flode", "/importera", "/assets", "/kallor/bild")


class Since(StrEnum):
    """What has become of a page since an earlier state, in the words that it is told with."""

    CHANGED = "Siffror eller ord på sidan har ändrats sedan dess."
    ADDED = "Inget som står här har ändrats sedan dess, men uppgifter har tillkommit."
    NOTHING = "Inget på sidan har ändrats sedan dess."


def since(then: Node, now: Node) -> Since:
    """Compares what the two tell; a choice that has come, or a source's new address, is no change."""
    before, after = said(then), said(now)
    return Since.CHANGED if before - after else Since.ADDED if after - before else Since.NOTHING


def banner(snapshot: Snapshot, today: Link, told: Since) -> Node:
    """Says that the page shows an earlier state and what has become of it; leads to today's, and to what changed."""
    words = f"{as_it_was(snapshot.made[:10])}. "
    ways: Node = way("Visa dagens", today)
    if told is Since.CHANGED:
        own = (today.to.unit,) if today.to.unit else ()
        here = Selection(board=today.to.board, units=today.to.units or own)
        how = Link("forandringar", replace(here, since=snapshot.id))
        ways = (ways, " · ", way("Se vad som har ändrats", how))
    return h(
        "div",
        {"class": "notice past", "role": "status"},
        h("p", None, h("b", None, words), told, " ", h("span", None, ways)),
    )


def way(words: str, link: Link) -> Node:
    return h("a", {"href": url.address(link.page, link.to, link.fragment)}, words)


def today_instead(error: UserError) -> str:
    """What a page says where a snapshot is not kept any more: today's figures stand there instead."""
    return f"{error} Här visas dagens siffror."


def kept_in(node: Node, wanted: str) -> Node:
    """The same tree with `per` in every link to a page and in every select that leads to one."""
    return [_kept(part, wanted) for part in flat(node)]


def _kept(node: Element | Component | str | int | float, wanted: str) -> Node:
    if not isinstance(node, Element):
        return node
    made = dict(node.attributes)
    for name in ("href", "value") if node.tag in {"option", "select"} else ("href",):
        if isinstance(made.get(name), str):
            made[name] = with_word(str(made[name]), wanted)
    return Element(node.tag, made, tuple(_kept(child, wanted) for child in flat(node.children)))


def with_word(address: str, wanted: str) -> str:
    """An address within the site with `per`; all others as they were."""
    parts = urlsplit(address)
    if not address.startswith("/") or parts.path.startswith(_TIMELESS) or f"{WORD}=" in parts.query:
        return address
    query = "&".join(part for part in (parts.query, f"{WORD}={quote(wanted)}") if part)
    return parts._replace(query=query).geturl()
