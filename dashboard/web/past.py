"""The store as it was: an address with `per` is answered from that snapshot, says so, and keeps to it in its links."""

from urllib.parse import quote, urlsplit

from dash.development.base_component import Component

from dashboard.errors import UserError
from dashboard.tasks.shelf import as_it_was
from dashboard.ui.markup import Element, Node, flat, h

WORD = "per"
# What knows no states: news, what waits to be imported, and pictures of reports, which never change.
_TIMELESS = ("/flode", "/importera", "/assets", "/kallor/bild")


def banner(made: str, today: str, *, changed: bool) -> Node:
    """Says that the page shows an earlier state, whether it has changed since, and leads to today's."""
    words = f"{as_it_was(made[:10])}. "
    since = (
        "Siffror eller ord på sidan har ändrats sedan dess. " if changed else "Inget på sidan har ändrats sedan dess. "
    )
    return h(
        "div",
        {"class": "notice past", "role": "status"},
        h("p", None, h("b", None, words), since, h("a", {"href": today}, "Visa dagens")),
    )


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
    for name in ("href", "value") if node.tag == "option" else ("href",):
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
