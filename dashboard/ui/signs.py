"""The signs of attainment: reported are large and filled, computed small and outlined; never colour alone."""

from collections.abc import Iterable

from dashboard.model import Status
from dashboard.ui import tips
from dashboard.ui.markup import Element, Node, Value, h
from dashboard.views.status_words import COMPUTED_WORDS, REPORTED_WORDS


def sign(symbol: str, label: str | None = None, computed: bool = False) -> Element:
    """One symbol of `definitions`; without a label it is silent, for where its word stands beside it."""
    said: dict[str, Value] = {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    return h("svg", {"class": "sg cs" if computed else "sg", **said}, h("use", {"href": f"#{symbol}"}))


def reported(status: Status | None) -> Element:
    """The reported status by itself, its words as label; None is drawn as not judged."""
    status = status or Status.INGEN
    return sign(f"s-{status}", f"Rapporterat: {_small(REPORTED_WORDS[status])}")


def computed(status: Status | None) -> Element:
    """The computed status by itself; None is drawn as the dotted ring, can't be computed."""
    status = status or Status.INGEN
    return sign(f"b-{status}", f"Beräknat: {_small(COMPUTED_WORDS[status])}", computed=True)


def pair(told: Status | None, counted: Status | None, beside: bool) -> Node:
    """The reported sign, and right of it the computed one where `beside` (they differ, or nothing is reported)."""
    return (reported(told), " ", computed(counted)) if beside else reported(told)


def reported_words(status: Status | None, words: str | None = None, *, helps: bool = False) -> Element:
    """The sign with its word beside it, which explains itself where it `helps`."""
    status = status or Status.INGEN
    said = words or REPORTED_WORDS[status]
    return h("span", {"class": "st"}, sign(f"s-{status}"), tips.tip(said, f"s-{status}") if helps else said)


def computed_words(status: Status | None, words: str | None = None, *, helps: bool = False) -> Element:
    """The computed sign with its word beside it, which explains itself where it `helps`."""
    status = status or Status.INGEN
    said = words or COMPUTED_WORDS[status]
    drawn = sign(f"b-{status}", computed=True)
    return h("span", {"class": "st"}, drawn, tips.tip(said, f"b-{status}") if helps else said)


def key(statuses: Iterable[Status] = tuple(Status), with_computed: bool = True) -> Element:
    """What the signs mean, for the head of a section; each word explains itself."""
    told = [h("span", None, sign(f"s-{s}"), tips.tip(REPORTED_WORDS[s], f"s-{s}")) for s in statuses]
    counted = h("span", None, sign("b-ej", computed=True), tips.explained("Liten kontur: beräknat mot årsmålet"))
    return h("p", {"class": "key"}, told, counted if with_computed else None)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


_DIAMOND = "M10 .9 19.1 10 10 19.1.9 10z"


def definitions() -> Element:
    """All symbols and patterns, drawn once per document; the shell places them."""
    return h(
        "svg",
        {"width": 0, "height": 0, "class": "defs", "aria-hidden": "true", "focusable": "false"},
        h("defs", None, _filled(), _outlined(), _arrows(), _marks(), _patterns()),
    )


def _symbol(name: str, box: int, *inside: Node) -> Element:
    return h("symbol", {"id": name, "viewBox": f"0 0 {box} {box}"}, *inside)


def _line(d: str, width: float, colour: str, round_ends: bool = False) -> Element:
    ends: dict[str, Value] = {"stroke-linecap": "round", "stroke-linejoin": "round"} if round_ends else {}
    return h("path", {"d": d, "fill": "none", "stroke": colour, "stroke-width": width, **ends})


def _ring(r: float, width: float, dash: str | None, colour: str) -> Element:
    ring: dict[str, Value] = {"cx": 10, "cy": 10, "r": r, "fill": "none", "stroke": colour, "stroke-width": width}
    return h("circle", ring | {"stroke-dasharray": dash})


def _filled() -> Node:
    square: dict[str, Value] = {"x": 1.4, "y": 1.4, "width": 17.2, "height": 17.2, "rx": 1.2, "fill": "var(--ej)"}
    return (
        _symbol(
            "s-helt",
            20,
            h("circle", {"cx": 10, "cy": 10, "r": 9.2, "fill": "var(--helt)"}),
            _line("M5.7 10.4l3 3 5.7-6.4", 2.3, "var(--helt-on)", True),
        ),
        _symbol(
            "s-delvis",
            20,
            h("path", {"d": _DIAMOND, "fill": "var(--delvis-off)"}),
            h("path", {"d": "M10 .9V19.1L.9 10z", "fill": "var(--delvis)"}),
            _line(f"M10 1.3V18.7{_DIAMOND}", 1.5, "var(--delvis-line)", True),
        ),
        _symbol("s-ej", 20, h("rect", square), _line("M6.2 6.2l7.6 7.6M13.8 6.2l-7.6 7.6", 2.3, "var(--ej-on)", True)),
        _symbol("s-ingen", 20, _ring(8.3, 1.8, "4.1 2.42", "var(--ingen)")),
    )


def _outlined() -> Node:
    square: dict[str, Value] = {"x": 1.9, "y": 1.9, "width": 16.2, "height": 16.2, "rx": 1, "fill": "none"}
    return (
        _symbol(
            "b-helt",
            20,
            _ring(8.6, 1.9, None, "var(--helt)"),
            _line("M5.9 10.3l2.9 2.9 5.3-6", 2.2, "var(--helt)", True),
        ),
        _symbol("b-delvis", 20, _line("M10 2V18M10 1.7 18.3 10 10 18.3 1.7 10z", 1.9, "var(--delvis-line)", True)),
        _symbol(
            "b-ej",
            20,
            h("rect", {**square, "stroke": "var(--ej)", "stroke-width": 1.9}),
            _line("M6.5 6.5l7 7M13.5 6.5l-7 7", 2.1, "var(--ej)", True),
        ),
        _symbol("b-ingen", 20, _ring(7.6, 1.6, "2 1.98", "var(--ingen)")),
    )


def _arrows() -> Node:
    return (
        _symbol("a-upp", 12, _line("M6 11V1.6M1.8 5.6 6 1.4l4.2 4.2", 1.8, "currentColor")),
        _symbol("a-ned", 12, _line("M6 1v9.4M1.8 6.4 6 10.6l4.2-4.2", 1.8, "currentColor")),
        _symbol("a-lika", 12, _line("M1 4h10M1 8h10", 1.8, "currentColor")),
    )


def _marks() -> Node:
    return (
        _symbol("m-plus", 20, _line("M10 3v14M3 10h14", 2.4, "var(--ink-2)")),
        _symbol("m-lika", 20, _line("M3 7h14M3 13h14", 2.2, "var(--bar)")),
        _symbol("m-minus", 20, _line("M3 10h14", 3.4, "var(--ink)")),
        _symbol("m-isar", 20, _line("M7.5 5l-5 5 5 5M12.5 5l5 5-5 5", 2.2, "var(--ink)")),
        _symbol("m-ihop", 20, _line("M2.5 5l5 5-5 5M17.5 5l-5 5 5 5", 2.2, "var(--ink-2)")),
        _symbol("m-punkt", 20, h("circle", {"cx": 10, "cy": 10, "r": 2.2, "fill": "var(--ink-3)"})),
    )


def _patterns() -> Node:
    """Women solid, men with stripes: told apart in grey print and by those who don't see the hues."""
    box: dict[str, Value] = {"width": 6, "height": 6, "patternUnits": "userSpaceOnUse"}
    return (
        h("pattern", {"id": "p-kv", **box}, h("rect", {"width": 6, "height": 6, "fill": "var(--kvinnor)"})),
        h(
            "pattern",
            {"id": "p-mn", **box, "patternTransform": "rotate(45)"},
            h("rect", {"width": 6, "height": 6, "fill": "var(--man)"}),
            h("rect", {"width": 1.6, "height": 6, "fill": "var(--paper)"}),
        ),
    )
