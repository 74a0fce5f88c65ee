"""Pictures of a report's pages; a Dash component of its own, since markup draws nothing that is fetched."""

from dash import html

from dashboard.ui.markup import Element, h


def cut(address: str, words: str) -> Element:
    """A part of a page at one of our own addresses; `words` stand for it."""
    if not address.startswith("/") or address.startswith("//"):
        raise ValueError(f"only paths of our own: {address!r}")
    return h("p", {"class": "cutp"}, html.Img(src=address, alt=words, className="cut"))
