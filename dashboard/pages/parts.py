"""What several pages draw in the same way from their views: ways, choices, counts, lists and empty states."""

from collections.abc import Sequence

from dashboard.pages import stars
from dashboard.ui import controls, messages, micro, signs, tally, url
from dashboard.ui.markup import Attributes, Node, h
from dashboard.views.aktiviteter import Count as Cut
from dashboard.views.attention import Section
from dashboard.views.bullet import Bullet
from dashboard.views.counts import Listed, Tally
from dashboard.views.link import Link
from dashboard.views.reports import Option
from dashboard.views.states import Empty
from dashboard.views.telling import Item

CHANGE_SYMBOLS = {"battre": "m-plus", "oforandrat": "m-lika", "samre": "m-minus", "utan": "m-punkt", "okand": "m-punkt"}
NOT_STORED = "rapporten är inte inläst"


def href(link: Link) -> str:
    return url.address(link.page, link.to, link.fragment)


def way(words: Node, link: Link, *, hidden: str = "", style: str | None = None) -> Node:
    """A link; `hidden` is said to those who hear it out of its context."""
    return h(
        "a", {"href": href(link), "class": style}, words, h("span", {"class": "vh"}, f" {hidden}") if hidden else None
    )


def context(
    board: str, period: str, boards: Sequence[Option], *choices: Node, note: str = "", style: str = "pick"
) -> Node:
    """What the page is about, and what a reader can choose; on paper, where choices are not, the period in words."""
    told = h("span", {"class": "onpaper", "aria-hidden": "true"}, period)
    who = h("p", {"class": "who"}, board, h("span", None, note) if note else None, told)
    of = go_choice("namnd", "Nämnd", boards) if boards else None
    return h("div", {"class": "ctx"}, who, h("div", {"class": style}, of, choices))


def year_choice(options: Sequence[Option]) -> Node:
    """Only years that are stored can be gone to."""
    return go_choice("ar", "År", options)


def unit_choice(options: Sequence[Option]) -> Node:
    """The choice of a unit, and the button for those that the reader has starred; nothing where there is one alone."""
    if len(options) < 3:  # all of them, and each
        return None
    return (go_choice("enheter", "Enhet", options), stars.mine(options))


def go_choice(name: str, label: str, options: Sequence[Option]) -> Node:
    """A native select whose options are addresses; one that isn't stored is the chosen one, and leads nowhere."""
    listed = [controls.Option(href(option.link) if option.link else "", option.label) for option in options]
    chosen = next((href(option.link) if option.link else "" for option in options if option.chosen), "")
    return controls.go_select(name, label, listed, chosen)


def period_choice(options: Sequence[Option]) -> Node:
    listed = [
        controls.Step(option.label, href(option.link) if option.link else None, option.chosen, NOT_STORED)
        for option in options
    ]
    return controls.steps("Period", listed)


def cuts(counts: Sequence[Cut], *choices: Node) -> Node:
    """Counts that each cut the list below down, the chosen one leading back to all; and other choices under them."""
    shown = h("ul", {"aria-label": "Visa bara"}, [h("li", None, _cut(count)) for count in counts]) if counts else None
    return h("div", {"class": "cuts"}, shown, h("div", {"class": "pick"}, choices))


def _cut(count: Cut) -> Node:
    words = (h("b", None, str(count.amount)), f" {count.words}")
    if count.link is None:
        return h("span", None, words)
    chosen: Attributes = {"aria-current": "true", "data-told": "lista"} if count.chosen else {}
    return h("a", {"href": href(count.link), **chosen}, words)


def tallies(rows: Sequence[Tally], *, few: bool = False) -> Node:
    """`few`: one sign with each count, where a sign for each that is counted has no room."""
    return tally.tally([_tally_row(row) for row in rows], most=0 if few else tally.MOST_SIGNS) if rows else None


def _tally_row(row: Tally) -> tally.TallyRow:
    counts = [
        tally.Count(
            _symbol(row.listed, count.value), count.amount, count.word, href(count.link) if count.link else None
        )
        for count in row.counts
    ]
    return tally.TallyRow(row.name, row.basis, tuple(counts))


def _symbol(listed: Listed, value: str) -> str:
    if listed is Listed.CHANGE:
        return CHANGE_SYMBOLS[value]
    return f"{'b' if listed is Listed.COMPUTED else 's'}-{value}"


def measure(bullet: Bullet) -> micro.Measure:
    return micro.Measure(
        value=bullet.value,
        target=bullet.target,
        previous=bullet.previous,
        before=bullet.before,
        unit=bullet.unit,
        decimals=bullet.decimals,
        target_words=bullet.target_words,
    )


def sections(found: Sequence[Section], level: str = "h3") -> Node:
    """Groups of items with their heading at the left; a group that shows only some leads to the others."""
    return h("div", {"class": "att"}, [_section(section, level) for section in found])


def _section(section: Section, level: str) -> Node:
    more = h("p", {"class": "more"}, way(section.more_words, section.more)) if section.more else None
    return h(
        "section",
        {"key": section.heading},
        h(level, None, section.heading, " ", h("span", None, section.note)),
        h("div", None, h("ul", None, [_item(item) for item in section.items]), more),
    )


def _item(item: Item) -> Node:
    drawn = micro.bullet(measure(item.bullet), width=180, told=True) if item.bullet else h("span", {"class": "bu"})
    pair = signs.sign(f"s-{item.reported}") if item.said else signs.pair(item.reported, item.computed, item.beside)
    return h(
        "li",
        {"key": item.key},
        h("div", {"class": "pair"}, pair),
        h("p", None, h("b", None, item.strong), f" {item.rest}" if item.rest else None, h("span", None, item.note)),
        drawn,
        way(item.link_words, item.link, hidden=item.strong, style="go"),
    )


def empty(state: Empty, level: str = "h1") -> Node:
    """A designed state: what is missing, why, and the ways on."""
    ways = [h("li", None, way(step.words, step.link)) for step in state.ways]
    return (
        messages.empty(state.title, state.text, level=level),
        h("ul", {"class": "ways"}, ways) if ways else None,
    )
