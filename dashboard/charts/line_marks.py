"""What stands around a line: the year's targets, a plan's as open marks, and where the line is broken."""

from typing import Any

from dashboard.charts import theme
from dashboard.charts.spec import LinePanel

Drawn = dict[str, Any]

# Half the length of a year's target, in years.
REACH = 0.32
_DASHES = 9


def targets(panel: LinePanel, axis: str) -> list[Drawn]:
    """A stroke per year with a target, so that a changed target is a step; a plan's is hollow, ahead of its outcome."""
    refs = (f"x{axis}", f"y{axis}")
    shapes: list[Drawn] = []
    for planned, looks in ((False, ((theme.PAPER, 6), (theme.INK, 4))), (True, ((theme.INK, 6), (theme.PAPER, 3)))):
        aimed = [point for point in panel.points if point.whole_year and point.planned is planned]
        strokes = [(point.time, point.target) for point in aimed if point.target is not None]
        path = "".join(f"M{time - REACH!r},{target!r}L{time + REACH!r},{target!r}" for time, target in strokes)
        shapes += [theme.stroke(path, *look, refs) for look in looks] if path else []
    return shapes


def breaks(panel: LinePanel, axis: str, low: float, high: float) -> list[Drawn]:
    """An upright dashed line at each break; its dashes are pieces of the path, which every drawer knows."""
    step = (high - low) / (2 * _DASHES)
    pieces = [(low + 2 * number * step, low + (2 * number + 1) * step) for number in range(_DASHES)]
    refs = (f"x{axis}", f"y{axis}")
    paths = ("".join(f"M{one.time!r},{a!r}L{one.time!r},{b!r}" for a, b in pieces) for one in panel.breaks)
    return [theme.stroke(path, theme.RULE_2, 1.5, refs) for path in paths]


def broken(panel: LinePanel, axis: str, high: float) -> list[Drawn]:
    """Two words at the break; why stands in the caption, in the table and in the text alternative."""
    text = theme.small("bruten serie", more=f"font-size:{theme.AXIS_SIZE}px")
    place = {"xref": f"x{axis}", "yref": f"y{axis}", "y": high, "yanchor": "top", "xshift": 4}
    return [theme.note(text, x=one.time, **place) for one in panel.breaks]
