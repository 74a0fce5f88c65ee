"""Fits bars, their labels and the figures on the axis onto a scale that holds at every width."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard import swedish
from dashboard.charts import theme
from dashboard.charts.scale import Label, text_width, ticks, widened
from dashboard.charts.spec import Bar, BarPanel, BarSpec, Mark

# From the end of a bar, or the middle of a target, to its label.
BESIDE = 8
RIGHT = 4
# The least px between two figures on the axis, and the part of the width that they have beside the longest label.
APART, SURE = 6, 0.6


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of an x axis, and the round figures on it."""

    low: float
    high: float
    figures: tuple[float, ...]


def scales(spec: BarSpec, left: float, *, beside: bool = True) -> list[Scale]:
    """A scale per panel, the same for all where they share one; `left` is the margin of the rows' names.

    `beside` leaves room for each number at its bar's end; else they stand elsewhere.
    """
    if spec.shared:
        return [_scale(spec.panels, spec.unit, left, beside)] * len(spec.panels)
    return [_scale([panel], None, left, beside) for panel in spec.panels]


def room(left: float, wide: bool) -> float:
    """The px between the margins in the narrowest drawing, or in the narrowest that holds the long words."""
    return (theme.WIDE if wide else theme.NARROW) - left - RIGHT


def _scale(panels: Sequence[BarPanel], unit: str | None, left: float, beside: bool) -> Scale:
    """Covers all values and targets, with room for all labels in the narrowest drawing and in the longest words."""
    values = [bar.value for panel in panels for bar in panel.bars if bar.value is not None]
    values += [panel.target for panel in panels if panel.target is not None]
    figures = _figures(values, unit, room(left, wide=False))
    low, high = figures[0], figures[-1]
    for _ in range(4):
        scale = Scale(low, high, figures)
        # A wider scale draws the targets nearer to the bars, which can move a label, which can widen the scale.
        for wide in (False, True):
            space = room(left, wide)
            told = [(bar, panel.target) for panel in panels for bar in panel.bars] if beside else []
            labels = [label(bar, target, scale, space, wide) for bar, target in told]
            ends = Label(figures[-1], text_width(figure_words(figures[-1], unit, last=True), theme.AXIS_SIZE) / 2)
            low, high = widened(low, high, [*labels, ends], space)
    return Scale(low, high, figures)


def _figures(values: Sequence[float], unit: str | None, space: float) -> tuple[float, ...]:
    """Six figures at most, fewer where so many would not stand beside each other in the narrowest drawing."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    for most in (6, 5, 4, 3):
        figures = ticks(low, high, most)
        widths = [text_width(figure_words(figure, unit, figure == figures[-1]), theme.AXIS_SIZE) for figure in figures]
        if max(map(sum, pairwise(widths))) / 2 + APART <= space * SURE / (len(figures) - 1):
            break
    return figures


def figure_words(value: float, unit: str | None, last: bool) -> str:
    """A figure on the axis; the last one has the unit."""
    return swedish.number(value, None, unit if last else None)


def bar_words(bar: Bar, long: bool = True) -> str:
    """The label of a bar, with the target named in full where there is room for it."""
    if not bar.wrong:
        return bar.text
    return f"{bar.text} {bar.side} årsmålet" if long else f"{bar.text} {bar.side}"


def label(bar: Bar, target: float | None, scale: Scale, space: float, long: bool) -> Label:
    """Beside the bar's end, or beyond the target where the target's mark would stand in the words."""
    value = bar.value or 0.0
    width = BESIDE + text_width(bar_words(bar, long), bold=bold(bar))
    left = value < 0
    at = value
    if target is not None:
        away = (target - value) * space / (scale.high - scale.low) * (-1 if left else 1)
        at = target if 0 <= away <= width + 4 else value
    return Label(at, width, left)


def bold(bar: Bar) -> bool:
    """This year's number, and a number on the wrong side of the target."""
    return bar.wrong or (bar.mark is Mark.NOW and bar.value is not None)
