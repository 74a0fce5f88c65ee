"""APT, drawn: one slide after the other, all of them under each other, the presenter's window, and the choice of them.

The server writes the whole page; assets/apt.js shows one slide at a time. Without it all slides stand there.
"""

from dataclasses import replace

from dashboard.pages import apt_slides, parts
from dashboard.pages.apt_choice import ALL, CHOICE, PRESENTER, address, choice, mode
from dashboard.ui import controls, signs
from dashboard.ui.markup import Attributes, Node, h
from dashboard.views.apt import Deck
from dashboard.views.apt_room import headline_size, title_size
from dashboard.views.apt_slides import AnySlide, GoalSlide, TitleSlide
from dashboard.views.link import Link
from dashboard.views.slide_words import before_source, reported


def body(deck: Deck, copy: Node = None) -> Node:
    """`copy` is the button that copies the deck's link; it stands among the others."""
    if deck.empty:
        return parts.empty(deck.empty)
    now = mode(deck)
    about: Attributes = {"class": "apt", "id": "apt", "data-mode": now, "data-deck": address(deck)}
    inside = choice(deck) if now == CHOICE else (_room(deck), _presenter(deck) if now == PRESENTER else None)
    return h("div", about, _bar(deck, now, copy), inside)


def _bar(deck: Deck, now: str, copy: Node) -> Node:
    unit = parts.href(Link("enhet", replace(deck.here, slides=(), slide=None, form=None, board=None)))
    crumb = h("a", {"class": "btn", "href": unit}, "Till enheten")
    buttons = _buttons(deck) if now in ("bild", PRESENTER) else _others(deck, now)
    return h("div", {"class": "aptbar"}, h("h1", None, deck.title), h("div", {"class": "btns"}, buttons, copy, crumb))


def _buttons(deck: Deck) -> Node:
    speaker: Attributes = {"class": "btn", "href": address(deck, PRESENTER, deck.number), "target": "maltavlan-talare"}
    return (
        _button("helskarm", "Visa i helskärm", "pri"),
        _button("oversikt", "Bildöversikt"),
        h("a", {**speaker, "id": "talare"}, "Talarvy"),
        controls.button("Välj bilder", address(deck, CHOICE)),
        controls.button("Alla bilder", address(deck, ALL)),
        _files(deck),
    )


def _files(deck: Deck) -> Node:
    file = address(deck).replace(f"/apt/{deck.unit}", f"/fil/apt/{deck.unit}.pptx", 1)
    return (controls.button("PowerPoint", file), controls.print_button())


def _others(deck: Deck, now: str) -> Node:
    back = controls.button("Visa bilderna", address(deck), primary=True)
    choose = controls.button("Välj bilder", address(deck, CHOICE)) if now == ALL else None
    return (back, choose, _files(deck))


def _button(name: str, words: str, style: str = "") -> Node:
    own: Attributes = {"type": "button", "class": f"btn {style}".strip(), "data-apt": name}
    return h("button", own, words)


def _room(deck: Deck) -> Node:
    """What fills the screen: the slides, the way between them, and the black sheet."""
    slides = [_slide(deck, slide, number) for number, slide in enumerate(deck.shown, 1)]
    where: Attributes = {"class": "stage", "id": "scen", "tabindex": "-1", "role": "group", "aria-label": "Bilder"}
    black = h("div", {"class": "black", "hidden": True})
    return h("div", {"class": "room", "id": "rum"}, h("div", where, slides), _steps(deck), black)


def _steps(deck: Deck) -> Node:
    number = h("span", {"class": "nr", "aria-hidden": "true"}, f"{deck.number} av {len(deck.shown)}")
    steps = (
        _arrow("forra", "Föregående bild", "M15 4 7 12l8 8"),
        number,
        _arrow("nasta", "Nästa bild", "M9 4l8 8-8 8"),
    )
    return h("nav", {"class": "steps", "aria-label": "Bläddra"}, steps)


def _arrow(name: str, words: str, path: str) -> Node:
    drawn = h(
        "svg",
        {"viewBox": "0 0 24 24", "width": 24, "height": 24, "aria-hidden": "true"},
        h("path", {"d": path, "fill": "none", "stroke": "currentColor", "stroke-width": 2.5}),
    )
    return h("button", {"type": "button", "data-apt": name}, drawn, h("span", {"class": "vh"}, words))


def _slide(deck: Deck, slide: AnySlide, number: int) -> Node:
    kind, content = apt_slides.drawn(slide)
    heading = f"b{number}-rubrik"
    own: Attributes = {
        "class": f"slide {kind}" + (" on" if number == deck.number else ""),
        "id": f"b{number}",
        "data-key": slide.key,
        "aria-labelledby": f"b{number}-nr {heading}",
    }
    inside = h(
        "div",
        {"class": f"in h{_size(slide)}"},
        _head(deck, slide, number),
        h("h2", {"id": heading}, slide.headline),
        h("div", {"class": "body"}, content),
        _asked(slide.question),
        _foot(deck, slide),
    )
    pick: Attributes = {"class": "leads", "href": address(deck, slide=number), "data-to": number}
    return h("section", own, inside, h("a", pick, f"Visa bild {number}: {slide.headline}"))


def _size(slide: AnySlide) -> int:
    return title_size(slide.headline) if isinstance(slide, TitleSlide) else headline_size(slide.headline)


def _head(deck: Deck, slide: AnySlide, number: int) -> Node:
    """Whose slide it is, and a goal's own status over its headline."""
    part = getattr(slide, "part", "")
    place = f"{number} av {len(deck.shown)}"
    line = h(
        "p",
        {"class": "top2"},
        h("span", None, deck.whose),
        h("span", {"id": f"b{number}-nr"}, place),
    )
    if not isinstance(slide, GoalSlide):
        return (line, h("p", {"class": "part"}, f"Del {part}") if part else None)
    told = None
    if slide.status and not slide.planned:
        told = signs.reported_words(slide.status, reported(slide.status))
    both = (told, h("span", None, f"Del {part}") if part else None)
    return (line, h("p", {"class": "stat"}, both) if any(both) else None)


def _asked(question: str) -> Node:
    if not question:
        return None
    return h("div", {"class": "ask"}, h("h3", None, "Att samtala om"), h("p", None, question))


def _foot(deck: Deck, slide: AnySlide) -> Node:
    """The source, which leads to its place; before it what is measured, or KF's goal above."""
    before = before_source(slide, sample=deck.sample)
    where = parts.way(slide.source, slide.link) if slide.source and slide.link else slide.source or None
    return h("p", {"class": "so"}, before, where) if before or where else None


def _presenter(deck: Deck) -> Node:
    """What only who presents sees: the time, and the notes of each slide."""
    notes = [
        h(
            "div",
            {"class": "notes", "data-for": number, "hidden": number != deck.number},
            [h("p", None, words) for words in slide.notes] or h("p", None, "Inga anteckningar till den här bilden."),
        )
        for number, slide in enumerate(deck.shown, 1)
    ]
    clock = (
        h("p", None, "Klockan ", h("b", {"id": "klocka"}, "")),
        h("p", None, "Tid sedan start ", h("b", {"id": "gangen", "role": "timer"}, "0.00")),
        _button("om", "Börja om tiden"),
        _button("svart", "Svart skärm"),
    )
    return h(
        "aside",
        {"class": "talk", "aria-label": "För den som presenterar"},
        h("div", {"class": "clock"}, clock),
        h("h2", {"class": "vh"}, "Anteckningar"),
        h("div", {"class": "said2", "tabindex": 0, "role": "region", "aria-label": "Anteckningar"}, notes),
    )
