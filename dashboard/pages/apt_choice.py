"""The choice of a deck's slides, drawn: boxes and ways up and down, each of them an address."""

from dataclasses import replace
from typing import Final

from dashboard.pages import parts
from dashboard.ui import controls, url
from dashboard.ui.markup import Attributes, Node, h
from dashboard.views.apt import SHORT, Deck
from dashboard.views.apt_slides import AnySlide

# The address's word `visa`; without it one slide at a time.
ALL, CHOICE, PRESENTER = "alla", "val", "talare"
Slides = tuple[str, ...] | None
_MODES: Final = (ALL, CHOICE, PRESENTER)
_NINE = {9: "nio"}.get(SHORT, str(SHORT))


def mode(deck: Deck) -> str:
    """What the page is used for now: 'bild', 'alla', 'val' or 'talare'."""
    return deck.here.form if deck.here.form in _MODES else "bild"


def address(deck: Deck, form: str | None = None, slide: int | None = None, slides: Slides = None) -> str:
    """The deck's address; without more at its first slide, with the same choice of slides."""
    chosen = deck.here.slides if slides is None else slides
    return url.address("apt", replace(deck.here, board=None, form=form, slide=slide, slides=chosen))


def choice(deck: Deck) -> Node:
    """Every slide with a box; those that are shown stand first, in their order, and can be moved."""
    shown = [slide.key for slide in deck.shown]
    rest = [slide for slide in deck.every if slide.key not in shown]
    preset = (
        controls.button(f"Kort ({_NINE} bilder)", _with(deck, deck.short)),
        controls.button(f"Alla ({len(deck.every)} bilder)", _with(deck, ())),
    )
    rows = [_chosen(deck, slide, place) for place, slide in enumerate(deck.shown)]
    hidden = [_box(deck, slide, False) for slide in rest]
    here = deck.here
    kept = [
        h("input", {"type": "hidden", "name": word, "value": value})
        for word, value in (("ar", here.year), ("period", here.period), ("per", here.snapshot), ("visa", CHOICE))
        if value
    ]
    return h(
        "form",
        {"class": "slidelist"},
        kept,
        h("div", {"class": "pick"}, parts.year_choice(deck.years), parts.period_choice(deck.periods)),
        h("p", None, "Kryssa för de bilder som ska visas och flytta dem upp eller ned. Valet följer med i adressen."),
        h("div", {"class": "btns"}, preset),
        h("h2", {"id": "visas"}, f"Visas ({len(shown)})"),
        h("ol", {"aria-labelledby": "visas"}, rows),
        (h("h2", {"id": "visas-inte"}, f"Visas inte ({len(rest)})"), h("ul", {"aria-labelledby": "visas-inte"}, hidden))
        if rest
        else None,
        h("p", {"class": "onlyplain"}, h("button", {"class": "btn"}, "Använd valet")),
    )


def _with(deck: Deck, slides: tuple[str, ...]) -> str:
    every = tuple(slide.key for slide in deck.every)
    return address(deck, CHOICE, slides=() if slides == every else slides)


def _chosen(deck: Deck, slide: AnySlide, place: int) -> Node:
    keys = [one.key for one in deck.shown]
    return _box(deck, slide, True, (_move(deck, keys, place, -1, slide), _move(deck, keys, place, 1, slide)))


def _move(deck: Deck, keys: list[str], place: int, step: int, slide: AnySlide) -> Node:
    words = "Upp" if step < 0 else "Ned"
    to = place + step
    if not 0 <= to < len(keys):
        return h("span", {"class": "off"}, words)
    moved = [*keys]
    moved[place], moved[to] = moved[to], moved[place]
    own: Attributes = {"id": f"{words.lower()}-{slide.key}", "href": _with(deck, tuple(moved)), "data-swap": ""}
    return h("a", own, words, h("span", {"class": "vh"}, f": {slide.headline}"))


def _box(deck: Deck, slide: AnySlide, on: bool, moves: Node = None) -> Node:
    """The box's `data-go` is the address with the slide added or taken away; the last one can't be taken away."""
    keys = tuple(one.key for one in deck.shown)
    other = tuple(key for key in keys if key != slide.key) if on else _added(deck, slide)
    name = f"ta-{slide.key}"
    own: Attributes = {"type": "checkbox", "id": name, "name": "bilder", "value": slide.key, "checked": on}
    own |= {"data-go": _with(deck, other), "autocomplete": "off", "disabled": on and len(keys) == 1}
    part = getattr(slide, "part", "")
    label = h("label", {"for": name}, slide.headline, h("span", None, f" (del {part})") if part else None)
    return h("li", {"key": slide.key}, h("input", own), label, h("span", {"class": "updown"}, moves))


def _added(deck: Deck, slide: AnySlide) -> tuple[str, ...]:
    """After the nearest of the slides before it that are shown."""
    keys = [one.key for one in deck.shown]
    every = [one.key for one in deck.every]
    before = [key for key in every[: every.index(slide.key)] if key in keys]
    place = keys.index(before[-1]) + 1 if before else 0
    return (*keys[:place], slide.key, *keys[place:])
