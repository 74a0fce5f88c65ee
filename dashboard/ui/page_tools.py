"""What stands in the same place on every page: the page's link to copy, and code that shows its card elsewhere."""

from dashboard.ui.figure_menu import Ways, embed
from dashboard.ui.markup import Element, h


def tools(title: str, date: str, state: str, ways: Ways) -> Element:
    """The copied words are the page's title and the date of what it shows; `state` is the snapshot, for `per`.

    Who opens the link later sees whether the page has changed since (assets/share.js copies).
    """
    words = f"{title}, så som det såg ut {date}" if date else title
    copy = h(
        "button",
        {"type": "button", "data-do": "kopiera-lank", "data-words": words, "data-per": state or None},
        "Kopiera länk",
    )
    return h("div", {"class": "tools"}, copy, _card(title, ways) if ways.home else None)


def _card(title: str, ways: Ways) -> Element:
    return h(
        "details", {"class": "take"}, h("summary", None, "Bädda in"), h("div", {"class": "list"}, embed(title, ways))
    )
