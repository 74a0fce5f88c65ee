"""Plain words of cells that carry the editor's tags ('<p>', '<i>') and asterisks for emphasis."""

import html
import re

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")
_PARTING = frozenset(["p", "br", "li", "ul", "ol", "div", "tr", "td", "table", "h1", "h2", "h3", "h4", "h5", "h6"])
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?![*])")


def paragraphs(text: str) -> list[str]:
    """The text's paragraphs without tags and emphasis; a text without tags is one paragraph."""
    parted = _TAG.sub(lambda tag: "\n" if tag.group(1).lower() in _PARTING else "", text) if "<" in text else text
    lines = (" ".join(_EMPHASIS.sub(r"\2", line).split()) for line in html.unescape(parted).split("\n"))
    return [line for line in lines if line]


def plain(text: str) -> str:
    """The text in one line without tags and emphasis."""
    return " ".join(paragraphs(text))
