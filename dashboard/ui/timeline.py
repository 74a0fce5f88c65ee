"""A bar in time beside dates in words: an aid to the eye, so screen readers are not told of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.ui.markup import Attributes, Element, Node, h

WIDE, HIGH = 220, 22


@dataclass(frozen=True, slots=True)
class Ends:
    """The first and the last day that the drawing covers, and the report's last day, as ISO text."""

    first: str
    last: str
    now: str


def bar(ends: Ends, start: str, end: str, before: Sequence[str] = ()) -> Element:
    """The activity from its first to its last day; `before` are dates that an earlier report printed."""
    left, right = _x(ends, start), _x(ends, end)
    parts: list[Node] = [_years(ends)]
    parts.append(h("rect", {"class": "f-bar", "x": left, "y": 7, "width": max(round(right - left, 1), 2), "height": 8}))
    for day in before:
        parts += [_upright("f-paper", _x(ends, day), 3.5, 3, 16), _upright("f-prev", _x(ends, day), 1.5, 4, 14)]
    parts += [_upright("f-paper", _x(ends, ends.now), 6, 0, HIGH), _upright("f-ink", _x(ends, ends.now), 4, 1, 20)]
    return _svg(parts, HIGH)


def axis(ends: Ends) -> Element:
    """The years over the bars, as many as there is room for."""
    years = range(int(ends.first[:4]), int(ends.last[:4]) + 1)
    every = max(1, -(-len(years) * 38 // WIDE))
    parts = [
        h("text", {"class": "f-ink", "x": _x(ends, f"{year}-01-01") + 1, "y": 12, "font-size": 11}, str(year))
        for year in years[::every]
    ]
    return _svg(parts, 16)


def key(now: str) -> Element:
    """What the strokes mean."""
    parts = [
        h("rect", {"class": "f-bar", "x": 1, "y": 7, "width": 50, "height": 8}),
        _upright("f-paper", 34, 3.5, 3, 16),
        _upright("f-prev", 34, 1.5, 4, 14),
        _upright("f-paper", 60, 6, 0, 22),
        _upright("f-ink", 60, 4, 1, 20),
    ]
    drawn = h("svg", {"class": "tl", "width": 70, "height": 22, "viewBox": "0 0 70 22", "aria-hidden": "true"}, parts)
    return h(
        "span", None, drawn, f"Stapel: från start till slut. Smalt streck: datum före flytten. Brett streck: {now}"
    )


def _years(ends: Ends) -> list[Node]:
    years = range(int(ends.first[:4]), int(ends.last[:4]) + 1)
    return [
        h("path", {"class": "s-axis", "d": f"M{_x(ends, f'{year}-01-01')} 3V19", "stroke-width": 1}) for year in years
    ]


def _x(ends: Ends, day: str) -> float:
    first, last, at = (date.fromisoformat(one).toordinal() for one in (ends.first, ends.last, day))
    share = (at - first) / max(last - first, 1)
    return round(2 + min(max(share, 0.0), 1.0) * (WIDE - 4), 1)


def _upright(name: str, middle: float, width: float, top: float, height: float) -> Element:
    return h("rect", {"class": name, "x": round(middle - width / 2, 2), "y": top, "width": width, "height": height})


def _svg(parts: Sequence[Node], height: int) -> Element:
    size: Attributes = {"width": WIDE, "height": height, "viewBox": f"0 0 {WIDE} {height}"}
    return h("svg", {"class": "tl", "aria-hidden": "true", **size}, parts)
