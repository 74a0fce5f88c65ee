"""What an address chooses, in plain words, for a link that is copied: 'Aktiviteter, Helår 2025, enhet: …, läge: …'.

The words are those of the page itself: of its controls, and of what it marks with `data-told`. So a link says what its
reader will meet, and a new filter is worded where it is drawn.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from dashboard.model import Selection
from dashboard.swedish import listed
from dashboard.swedish.dates import PERIOD_WORDS
from dashboard.ui import figures, url
from dashboard.ui.markup import Element, Node, classes, elements, flat, text
from dashboard.views.reports import SHORT

# Controls that have another name than the address's word.
_OF_CONTROL = {"ordna": "lista", "ordnade-efter": "lista", "figur": "lista", "ordna-efter": "visa"}
_MOST_NAMED = 3
# What a page offers to choose, or to do; it changes with every new report.
_CHOOSING, _CHOICES = {"select", "button", "form"}, {"field", "pick", "btns", "crumb"}
_EMPTY: tuple[object, ...] = (None, "", " ")
# What a choice is called that leaves nothing out, where it is not a whole phrase.
_ALL = "Alla"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a control of the page is set to; `options` are the words of all it offers, by their value."""

    label: str
    words: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it is drawn, and what was chosen for it."""

    title: str
    node: Node
    chosen: Mapping[str, Chosen]

    def told(self, words: str) -> bool:
        """Whether the title says it."""
        return words.casefold() in self.title.casefold()


Say = Callable[[Shown, str, object], str]


def choice(title: str, node: Node, selection: Selection, then: str = "") -> str:
    """The title, and all that is chosen beside it; `then` says of when the figures are ('Så som det såg ut …')."""
    page = Shown(title, node, dict(_controls(node)))
    said = [say(page, word, getattr(selection, url.FIELDS[word])) for word, say in SAID.items()]
    return ", ".join(part for part in (title, *said, f"{then[:1].lower()}{then[1:]}") if part)


def about(node: Node, selection: Selection) -> Selection:
    """The selection with the year and period that the page shows, which an address may leave to the page."""
    found = dict(_controls(node))
    year, period = (found[word].words if word in found else "" for word in ("ar", "period"))
    kinds = {words: kind for kind, words in SHORT.items()}
    return replace(
        selection,
        year=int(year) if year.isdigit() else selection.year,
        period=kinds.get(period, selection.period),
    )


def said(node: Node) -> "Counter[object]":
    """What a page tells, without its choices and where its links lead: two states of it that are alike say the same."""
    return Counter(words for words in _said(node) if words not in _EMPTY)


def _said(node: Node) -> Iterator[object]:
    for part in flat(node):
        if isinstance(part, figures.Figure):
            yield from (part.spec.title, part.spec.subtitle, *part.spec.table.rows)
        elif isinstance(part, Element):
            if part.tag not in _CHOOSING and not _CHOICES & set(classes(part)):
                yield part.attributes.get("aria-label")
                yield from _said(part.children)
        elif isinstance(part, str | int | float):
            yield str(part)


def _controls(node: Node) -> Iterator[tuple[str, Chosen]]:
    for element in elements(node):
        if "data-told" in element.attributes:
            yield str(element.attributes["data-told"]), Chosen("", text(element).rstrip("."), {})
        elif "field" in classes(element):
            yield from _field(element)


def _field(field: Element) -> Iterator[tuple[str, Chosen]]:
    """A select, or steps side by side; a box to write in says what the address does."""
    label = next((one for one in elements(field) if one.tag == "label" or "lab" in classes(one)), None)
    if label is None:
        return
    name = str(label.attributes.get("for") or label.attributes.get("id")).removeprefix("val-")
    options = {str(one.attributes.get("value")): text(one.children) for one in elements(field) if one.tag == "option"}
    select = next((str(one.attributes.get("value")) for one in elements(field) if one.tag == "select"), "")
    step = next((text(one) for one in elements(field) if one.attributes.get("aria-current") == "true"), "")
    typed = next((str(one.attributes.get("value")) for one in elements(field) if one.tag == "input"), "")
    if words := options.get(select) or step or typed:
        yield _OF_CONTROL.get(name, name), Chosen(text(label), words, options)


def _scope(page: Shown, word: str, _: object) -> str:
    """What every page is about, also where the address leaves it to us."""
    chosen = page.chosen.get(word)
    words = _PERIODS.get(chosen.words, chosen.words) if chosen else ""
    return "" if page.told(words) else words


_PERIODS = {SHORT[kind]: words.lower() for kind, words in PERIOD_WORDS.items()}


def _units(page: Shown, word: str, value: object) -> str:
    """'alla enheter', or the names of those that are chosen, as the choice of one unit has them."""
    chosen = page.chosen.get(word)
    units = value if isinstance(value, tuple) else ()
    if chosen is None or len(units) < 2:
        words = chosen.words if chosen else ""
        return "" if page.told(words) else words.lower() if not units else words
    names = {_unit_of(address): words for address, words in chosen.options.items()}
    return _several([names[(unit,)] for unit in units if (unit,) in names], "enheter")


def _unit_of(address: str) -> tuple[str, ...]:
    path, _, words = address.partition("?")
    return url.parse(path, words)[1].units


def _several(names: list[str], what: str) -> str:
    return listed(names) if len(names) <= _MOST_NAMED else f"{len(names)} {what}"


def _labelled(page: Shown, word: str, value: object) -> str:
    """'status: Uppfylls ej'; nothing for what the address leaves alone, or the title says."""
    chosen = page.chosen.get(word)
    if not value or chosen is None or chosen.words == _ALL or page.told(chosen.words):
        return ""
    label = chosen.label
    return f"{label[0].lower()}{label[1:]}: {chosen.words}" if label else chosen.words


def _sought(page: Shown, word: str, value: object) -> str:
    return f"sökord ”{value}”" if value and word in page.chosen else ""


def _rows(page: Shown, _: str, value: object) -> str:
    """The names of opened rows, as their heads say them."""
    keys = value if isinstance(value, tuple) else ()
    found = [one for one in elements(page.node) if one.attributes.get("id") in keys] if keys else []
    names = [name for name in map(_head, found) if name]
    return f"öppnat: {_several(names, 'rader')}" if names else ""


def _head(row: Element) -> str:
    heads = (
        one
        for one in elements(row)
        if one.tag == "th" or one.attributes.get("role") == "rowheader" or "tog" in classes(one)
    )
    return next((text(one) for one in heads), "")


def _slides(_: Shown, __: str, value: object) -> str:
    keys = value if isinstance(value, tuple) else ()
    return f"{len(keys)} valda bilder" if len(keys) > 1 else "en vald bild" if keys else ""


def _slide(_: Shown, __: str, value: object) -> str:
    """Which one is shown; assets/apt.js keeps the number while slides are turned."""
    return f"bild {value}" if value else ""


def _in_title(_: Shown, __: str, ___: object) -> str:
    """The page's title says it: the report, the day that is compared with."""
    return ""


def _at_the_end(_: Shown, __: str, ___: object) -> str:
    """The state of the store has the last words, also where it is today's."""
    return ""


# Each word of the address, in the order that they are said. tests/unit/ui/test_wording.py sees that none is left out.
SAID: Mapping[str, Say] = {
    "namnd": _scope,
    "ar": _scope,
    "period": _scope,
    "enheter": _units,
    "verksamhet": _labelled,
    "storlek": _labelled,
    "sedan": _in_title,
    "dokument": _in_title,
    "lista": _labelled,
    "status": _labelled,
    "mal": _labelled,
    "kategori": _labelled,
    "sok": _sought,
    "visa": _labelled,
    "sortera": _labelled,
    "rad": _rows,
    "bilder": _slides,
    "bild": _slide,
    "per": _at_the_end,
}
