"""Bars large enough to be read across a room: one indicator's panel of a figure, drawn for a slide of 1280 px."""

from dataclasses import dataclass

from dashboard.charts.scale import text_width
from dashboard.charts.spec import Bar, BarPanel, Mark
from dashboard.ui.markup import Attributes, Element, Node, h

WIDTH = 656
_WORDS = 24
# Over a bar its name and number; the bar; and the air to the next one.
_HEAD, _AIR = 32, 14
_LOOK = {Mark.WOMEN: "f-kv", Mark.MEN: "p-mn", Mark.BEFORE: "hollow"}


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    def x(self, value: float) -> float:
        """Within the drawing; 3 px are kept at both ends for the mark of a target there."""
        return round(3 + (value - self.low) / (self.high - self.low) * (WIDTH - 6), 1)


def slide_bars(panel: BarPanel, alt: str) -> Element:
    """Each bar under its own name and number, and the target as a broad stroke through all; `alt` tells it in words.

    Numbers stand over the bars and never in them: no bar is too short for its number, and no stroke crosses one.
    """
    values = [bar.value for bar in panel.bars if bar.value is not None]
    values += [panel.target] if panel.target is not None else []
    low, high = min([0.0, *values]), max([0.0, *values])
    scale = _Scale(low, high if high > low else low + 1)
    thick = 66 if len(panel.bars) < 3 else 36
    step = _HEAD + thick + _AIR
    parts = [_bar(bar, scale, place * step, thick, panel.target) for place, bar in enumerate(panel.bars)]
    height = len(panel.bars) * step + _HEAD
    foot = _foot(panel, scale, height - 10)
    box: Attributes = {"class": "sb", "viewBox": f"0 0 {WIDTH} {height}", "role": "img", "aria-label": alt}
    return h("svg", box, parts, foot)


def _bar(bar: Bar, scale: _Scale, top: int, thick: int, target: float | None) -> Node:
    y = top + _HEAD
    said = h("tspan", {"class": "sbn"}, f"{bar.label}  "), h("tspan", {"class": "sbv"}, _value(bar))
    parts: list[Node] = [h("text", {"x": 0, "y": y - 9, "font-size": _WORDS}, said)]
    if bar.value is not None:
        start, end = sorted((scale.x(0), scale.x(bar.value)))
        size: Attributes = {"x": start, "y": y, "width": round(end - start, 1), "height": thick}
        parts.append(h("rect", {"class": _LOOK.get(bar.mark, "f-bar"), **size}))
    axis = scale.x(0)
    parts.append(h("path", {"class": "s-axis", "d": f"M{axis} {y - 4}V{y + thick + 4}", "stroke-width": 2}))
    if target is not None:
        at = scale.x(target)
        parts.append(h("rect", {"class": "f-paper", "x": at - 5, "y": y - 4, "width": 10, "height": thick + 8}))
        parts.append(h("rect", {"class": "f-ink", "x": at - 3, "y": y - 4, "width": 6, "height": thick + 8}))
    return parts


def _value(bar: Bar) -> str:
    return f"{bar.text}, {bar.side} årsmålet" if bar.wrong else bar.text


def _foot(panel: BarPanel, scale: _Scale, y: int) -> Element:
    """The target's name under its stroke, within the drawing; or why there is none."""
    if panel.target is None:
        return h("text", {"class": "sbn", "x": 0, "y": y, "font-size": _WORDS}, panel.no_target)
    words = f"Årsmål {panel.target_text}"
    half = text_width(words, _WORDS, bold=True) / 2
    at = min(max(scale.x(panel.target), half), WIDTH - half)
    middle: Attributes = {"x": round(at, 1), "y": y, "text-anchor": "middle", "font-size": _WORDS}
    return h("text", {"class": "sbt", **middle}, words)
