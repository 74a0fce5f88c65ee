"""Help where one stands: a word that explains itself on hover, focus and touch (assets/help.js), from one glossary."""

from collections.abc import Sequence
from itertools import takewhile

from dashboard.ui.markup import Attributes, Element, Node, flat, h, text
from dashboard.views.glossary import glossary, term_of


def tip(words: Node, name: str) -> Element:
    """A word with its explanation: `name` is a term's id. A button, so that keys, touch and screen readers reach it."""
    own: Attributes = {"type": "button", "class": "tip", "aria-describedby": _id(name)}
    return h("button", own, words)


def explained(words: Node) -> Node:
    """The same words, as a tip where the glossary has them; what is drawn after them in a head stays beside it."""
    parts = list(flat(words))
    told = list(takewhile(lambda part: not isinstance(part, Element) or part.tag == "br", parts))
    found = term_of(text(told)) if told else None
    # A break that is not drawn, where rows are stacked, leaves a space between the words.
    spaced = [(" ", part) if isinstance(part, Element) else part for part in told]
    return [tip(spaced, found.id), *parts[len(told) :]] if found else words


def helps(words: Node) -> bool:
    """Whether `explained` makes a tip of them."""
    return any(isinstance(part, Element) and part.attributes.get("class") == "tip" for part in flat(explained(words)))


def definitions() -> Sequence[Element]:
    """All explanations, drawn once per document and not seen: what tips are described by, and help.js shows."""
    told = [
        h("p", {"id": _id(term.id)}, h("b", None, term.word), " ", h("span", None, term.text))
        for group in glossary()
        for term in group.terms
    ]
    return (
        h("div", {"id": "ordforklaringar", "hidden": True}, told),
        h("div", {"id": "hjalp", "class": "help", "role": "tooltip", "hidden": True}),
    )


def _id(name: str) -> str:
    return f"hj-{name}"
