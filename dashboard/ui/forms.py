"""Forms and pictures of the pages that the server writes as HTML; the browser's markup (assets/markup.js) knows none.

Addresses here are our own paths alone, written by the program and never by a document.
"""

from collections.abc import Sequence

from dashboard.ui.controls import Option
from dashboard.ui.markup import Attributes, Element, Node, h

FORGERY = "csrf"


def form(action: str, token: str, *inside: Node, files: bool = False, name: str | None = None) -> Element:
    """A form that posts to `action`; `token` proves that it was sent from our own page, '' where nothing needs that."""
    own: dict[str, str | int | float | bool] = {"action": _path(action), "method": "post"}
    if files:
        own["enctype"] = "multipart/form-data"
    if name:
        own["id"] = name
    hidden = h("input", {"type": "hidden", "name": FORGERY, "value": token}) if token else None
    return Element("form", own, (hidden, *inside))


def search(action: str, *inside: Node) -> Element:
    """A form that asks `action` for what it holds; nothing is changed by it, so it needs no token."""
    return Element("form", {"action": _path(action), "method": "get", "role": "search", "class": "find"}, inside)


def button(words: Node, *, name: str = "", value: str = "", primary: bool = False, hidden: str = "") -> Element:
    """Sends its form; `hidden` is said to those who hear it out of its context."""
    own: Attributes = {"class": "btn pri" if primary else "btn", "type": "submit", "name": name or None}
    more = h("span", {"class": "vh"}, f" {hidden}") if hidden else None
    return h("button", {**own, "value": value or None}, words, more)


def field(name: str, label: Node, value: str = "", *, of: str, note: str = "", **more: str | bool) -> Element:
    """A labelled line of text; `of` begins the ids, `note` stands below and is told with the field."""
    own: dict[str, str | int | float | bool] = {"id": f"{of}-{name}", "name": name, "type": "text", "value": value}
    told = h("p", {"class": "by", "id": f"{of}-{name}-om"}, note) if note else None
    described: dict[str, str | int | float | bool] = {"aria-describedby": f"{of}-{name}-om"} if note else {}
    line = Element("input", {**own, "autocomplete": "off", **more, **described}, ())
    return h("div", {"class": "field"}, h("label", {"for": f"{of}-{name}"}, label), line, told)


def suggested(name: str, label: Node, known: Sequence[str], *, of: str, most: int) -> Node:
    """A line of text that must be written, at `most` so long; the browser suggests what is known."""
    if not known:
        return field(name, label, of=of, required=True, maxlength=str(most))
    listed = Element("datalist", {"id": f"{of}-{name}-forslag"}, tuple(h("option", {"value": one}) for one in known))
    return (field(name, label, of=of, required=True, maxlength=str(most), list=f"{of}-{name}-forslag"), listed)


def choice(name: str, label: Node, options: Sequence[Option], chosen: str, *, of: str) -> Element:
    listed = [h("option", {"value": one.value, "selected": one.value == chosen}, one.words) for one in options]
    own: Attributes = {"id": f"{of}-{name}", "name": name, "autocomplete": "off"}
    return h("div", {"class": "field"}, h("label", {"for": f"{of}-{name}"}, label), h("select", own, listed))


def files(name: str, label: Node, kinds: Sequence[str], *, of: str, note: str) -> Element:
    """The browser's own choice of files, several at once."""
    own: dict[str, str | int | float | bool] = {
        "type": "file", "id": f"{of}-{name}", "name": name, "multiple": True, "accept": ",".join(kinds),
        "required": True, "aria-describedby": f"{of}-{name}-om",
    }  # fmt: skip
    return h(
        "div",
        {"class": "field"},
        h("label", {"for": f"{of}-{name}"}, label),
        Element("input", own, ()),
        h("p", {"class": "by", "id": f"{of}-{name}-om"}, note),
    )


def progress(done: int, total: int, *, told: str) -> Element:
    """How far a work is, as a bar; `told` is the id of the words that say it."""
    return Element("progress", {"max": total, "value": done, "aria-labelledby": told}, ())


def picture(address: str, words: str, *, style: str = "") -> Element:
    """A picture that the browser fetches when it comes into view; `words` stand for it."""
    return Element("img", {"src": _path(address), "alt": words, "loading": "lazy", "class": style}, ())


def _path(address: str) -> str:
    if not address.startswith("/") or address.startswith("//"):
        raise ValueError(f"only paths of our own: {address!r}")
    return address
