"""What stands in the same place on every page: the page's link to copy, and code that shows its card elsewhere."""

from dashboard.ui.figure_menu import Ways, embed
from dashboard.ui.markup import Attributes, Element, h


def tools(title: str, copy: Element, ways: Ways) -> Element:
    """The page's title stands in the code that shows its card; `copy` is the button of its link."""
    return h("div", {"class": "tools"}, copy, _card(title, ways) if ways.home else None)


def copy_link(words: str, state: str, style: str | None = None) -> Element:
    """`words` are copied before the link and say what it leads to; `state` is the snapshot, for `per`.

    Who opens the link later sees whether the page has changed since (assets/share.js copies).
    """
    own: Attributes = {"type": "button", "class": style, "data-do": "kopiera-lank"}
    return h("button", {**own, "data-words": words, "data-per": state or None}, "Kopiera länk")


def _card(title: str, ways: Ways) -> Element:
    return h(
        "details", {"class": "take"}, h("summary", None, "Bädda in"), h("div", {"class": "list"}, embed(title, ways))
    )
