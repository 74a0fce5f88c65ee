"""What stands in the place of content: nothing to show, something went wrong, worth knowing, not here yet."""

from collections.abc import Sequence

from dashboard.ui.markup import Element, Node, h


def empty(title: str, text: Node, *actions: Node, level: str = "h2") -> Element:
    """What would stand here and the next step: 'Ingen rapport för T1 2025 är inläst.' and a link."""
    return h("div", {"class": "state"}, h(level, None, title), h("p", None, text), _actions(actions))


def error(title: str, text: Node, *actions: Node, retry: bool = True) -> Element:
    """What happened, what still works, and a way to try again; never a code alone."""
    again = h("button", {"type": "button", "class": "btn", "data-do": "om-igen"}, "Försök igen") if retry else None
    return h(
        "div",
        {"class": "state err", "role": "alert"},
        h("h1", None, title),
        h("p", None, text),
        _actions((again, *actions)),
    )


def _actions(actions: Sequence[Node]) -> Node:
    kept = [action for action in actions if action is not None]
    return h("p", {"class": "acts"}, [(action, " ") for action in kept]) if kept else None


def notices(texts: Sequence[str]) -> Node:
    """What of the address could not be used; nothing where all was."""
    if not texts:
        return None
    return h("div", {"class": "notice", "role": "status"}, [h("p", None, text) for text in dict.fromkeys(texts)])


def flag(words: str) -> Element:
    """A mild remark in words where two facts don't agree."""
    return h("span", {"class": "flag"}, words)


def missing(words: str) -> Element:
    """A fact that the report lacks, said in words."""
    return h("span", {"class": "miss"}, words)


def sample(shown: bool) -> Node:
    """Says, while sample reports are shown, that they are; it can't be dismissed."""
    if not shown:
        return None
    words = (
        h("b", None, "Exempeldata."),
        " Här visas rapporter som följer med Måltavlan. En del av siffrorna är påhittade.",
    )
    about = h("a", {"href": "/om#exempeldata"}, "Om exemplen")
    return h("aside", {"class": "sample", "aria-label": "Exempeldata"}, h("p", None, words, " ", about))


def skeleton() -> Element:
    """Bars of a page's size until the first answer; the reader is told once, in words."""
    bars = [h("div", {"class": f"skel {size}"}) for size in ("sk-h", "sk-h sk-2", "sk-r", "sk-r", "sk-r", "sk-b")]
    return h("div", {"class": "skels"}, h("p", {"class": "vh"}, "Sidan hämtas."), bars)
