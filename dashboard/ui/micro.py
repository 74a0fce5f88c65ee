"""Small charts that stand in a line of text or a table's cell; geometry from the design's 'Micro charts'."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.ui.markup import Attributes, Element, Node, h
from dashboard.views.bullet import ends, exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The numbers of one indicator row; `decimals` and `unit` as printed, `before` names last year ('2024') if told."""

    value: float | None
    target: float | None
    previous: float | None
    before: str
    unit: str | None = None
    decimals: int | None = None
    target_words: str | None = None

    def label(self) -> str:
        """'Utfall 61,9 %, årsmål 75 %, utfall 2024 68,25 %'; what is missing is said."""
        target = self.target_words if self.target is None and self.target_words else _written(self.target, self.unit)
        told = f"Utfall {self.words(self.value)}, årsmål {target}"
        return f"{told}, utfall {self.before} {_written(self.previous, self.unit)}" if self.before else told

    def words(self, value: float | None) -> str:
        """The number with the row's decimals, or more where rounding would change it; 'saknas' for none."""
        return exact(value, self.decimals, self.unit)


def _written(value: float | None, unit: str | None) -> str:
    return exact(value, None, unit)


Scale = tuple[float, float]


def scale(measures: Sequence[Measure]) -> Scale:
    """One scale for rows of the same indicator; (0, 1) where there is nothing to draw."""
    return ends(value for one in measures for value in (one.value, one.target, one.previous))


def bullet(measure: Measure, *, width: int = 150, shared: Scale | None = None, told: bool = False) -> Element:
    """Outcome as a bar, target as a broad stroke, last year as a narrow one, on a scale of its own or a shared one.

    `told` makes it silent, for where a sentence beside it has its numbers.
    """
    low, high = shared or scale((measure,))

    def x(value: float) -> float:
        share = min(max((value - low) / (high - low), 0.0), 1.0)
        return 1 + share * (width - 5)

    parts: list[Node] = []
    if measure.value is not None:
        start, end = sorted((x(0), x(measure.value)))
        parts.append(_rect("f-bar", start, 7, end - start, 8))
    parts.append(h("path", {"class": "s-axis", "d": f"M{_short(x(0) - 0.5)} 2V20", "stroke-width": 1}))
    if measure.previous is not None:
        parts += _stroke("f-prev", x(measure.previous), 1.5, 4, 14)
    if measure.target is not None:
        parts += _stroke("f-ink", x(measure.target), 4, 1, 20)
    return _svg("bu", width, 22, "" if told else measure.label(), parts)


def dumbbell(
    women: float,
    men: float,
    target: float | None,
    *,
    unit: str | None = None,
    decimals: int | None = None,
    names: tuple[str, str] = ("Kvinnor", "Män"),
) -> Node:
    """Women filled, men a ring, the target a stroke, and the numbers below. `names` may be ('Flickor', 'Pojkar')."""
    measure = Measure(value=women, target=target, previous=men, before="", unit=unit, decimals=decimals)
    drawn = dumbbell_alone(women, men, target, unit=unit, decimals=decimals, names=names)
    return (drawn, _sexes(names, measure.words(women), measure.words(men)))


def dumbbell_alone(
    women: float,
    men: float,
    target: float | None,
    *,
    unit: str | None = None,
    decimals: int | None = None,
    names: tuple[str, str] = ("Kvinnor", "Män"),
    shared: Scale | None = None,
) -> Node:
    """The drawing without its numbers, where they stand in cells of their own."""
    measure = Measure(value=women, target=target, previous=men, before="", unit=unit, decimals=decimals)
    low, high = shared or scale((measure,))

    def x(value: float) -> float:
        return 8 + (value - low) / (high - low) * 104

    parts: list[Node] = [h("path", {"class": "s-axis", "d": "M8 9H112", "stroke-width": 1})]
    parts.append(h("path", {"class": "s-bar", "d": f"M{_short(x(women))} 9H{_short(x(men))}", "stroke-width": 3}))
    if target is not None:
        parts.append(_rect("f-ink", x(target) - 1.5, 2, 3, 14))
    near = abs(x(women) - x(men)) < 6
    ring: Attributes = {"class": "f-paper s-mn", "cx": _short(x(men)), "cy": 9, "r": 5.4, "stroke-width": 2.4}
    parts.append(h("circle", ring))
    parts.append(h("circle", {"class": "f-kv", "cx": _short(x(women)), "cy": 9, "r": 3.2 if near else 5.4}))
    return _svg("du", 120, 18, _both(measure, names), parts)


def sex_bars(
    women: float,
    men: float,
    target: float | None,
    *,
    unit: str | None = None,
    decimals: int | None = None,
    names: tuple[str, str] = ("Kvinnor", "Män"),
    shared: Scale | None = None,
) -> Node:
    """Two bars from nought, women's over men's striped one, and the target as a stroke through both."""
    measure = Measure(value=women, target=target, previous=men, before="", unit=unit, decimals=decimals)
    low, high = shared or scale((measure,))

    def x(value: float) -> float:
        return 1 + (value - low) / (high - low) * 114

    parts: list[Node] = []
    for name, value, top in (("f-kv", women, 3), ("p-mn", men, 13)):
        start, end = sorted((x(0), x(value)))
        parts.append(_rect(name, start, top, end - start, 8))
    parts.append(h("path", {"class": "s-axis", "d": f"M{_short(x(0) - 0.5)} 1V23", "stroke-width": 1}))
    if target is not None:
        parts += _stroke("f-ink", x(target), 4, 1, 22)
    return _svg("du", 120, 24, _both(measure, names), parts)


def _both(measure: Measure, names: tuple[str, str]) -> str:
    """Both figures in words; `measure` holds men's as the year before's."""
    said = f"{names[0]} {measure.words(measure.value)}, {names[1].lower()} {measure.words(measure.previous)}"
    return said if measure.target is None else f"{said}, årsmål {_written(measure.target, measure.unit)}"


def _sexes(names: tuple[str, str], her: str, his: str) -> Element:
    short = ("Kv", "M") if names[0] == "Kvinnor" else ("Fl", "P")
    return h(
        "span",
        {"class": "sexes", "aria-hidden": "true"},
        h("b", {"class": "kv"}, short[0]),
        f" {her} \u00a0",
        h("b", {"class": "mn"}, short[1]),
        f" {his}",
    )


def change(arrow: str | None, word: str, figure: str = "") -> Node:
    """`arrow` ('upp', 'ned', 'lika') is the way the number went; the word says whether that is better."""
    drawn = h("svg", {"class": "ar", "aria-hidden": "true"}, h("use", {"href": f"#a-{arrow}"})) if arrow else None
    if not arrow:
        return h("span", {"class": "nodata"}, word, f" {figure}" if figure else None)
    return (drawn, h("b", None, word), h("span", None, figure) if figure else None)


def bullet_key(year: str, before: str) -> Element:
    """What the bullet's marks mean, for the head of a section."""
    parts: list[Node] = [_rect("f-bar", 1, 7, 46, 8), h("path", {"class": "s-axis", "d": "M.5 2V20"})]
    parts += _stroke("f-prev", 33.75, 1.5, 4, 14)
    parts.append(_rect("f-ink", 64, 1, 4, 20))
    drawn = h("svg", {"class": "bu", "width": 70, "height": 22, "viewBox": "0 0 70 22", "aria-hidden": "true"}, parts)
    return h("span", None, drawn, f"Stapel: utfall {year}. Smalt streck: {before}. Brett streck: årsmål")


def dumbbell_key() -> Element:
    """What the dumbbell's marks mean."""
    parts = (
        h("path", {"class": "s-bar", "d": "M12 9H46", "stroke-width": 3}),
        h("circle", {"class": "f-paper s-mn", "cx": 12, "cy": 9, "r": 5.4, "stroke-width": 2.4}),
        h("circle", {"class": "f-kv", "cx": 46, "cy": 9, "r": 5.4}),
    )
    drawn = h("svg", {"class": "du", "width": 56, "height": 18, "viewBox": "0 0 56 18", "aria-hidden": "true"}, parts)
    return h("span", None, drawn, "Fylld: kvinnor. Ring: män")


def _svg(name: str, width: int, height: int, label: str, parts: Sequence[Node]) -> Element:
    size: Attributes = {"class": name, "width": width, "height": height, "viewBox": f"0 0 {width} {height}"}
    said: Attributes = {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    return h("svg", {**size, **said}, parts)


def _stroke(name: str, middle: float, width: float, top: float, height: float) -> list[Node]:
    """An upright stroke with 1 px of paper around it, kept within the box."""
    left = max(middle - width / 2, 0)
    halo = max(left - 1, 0)
    return [_rect("f-paper", halo, top, left + width + 1 - halo, height), _rect(name, left, top, width, height)]


def _rect(name: str, x: float, y: float, width: float, height: float) -> Element:
    return h("rect", {"class": name, "x": _short(x), "y": y, "width": _short(width), "height": height})


def _short(value: float) -> float:
    return round(value, 1)
