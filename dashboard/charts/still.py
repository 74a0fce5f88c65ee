"""A figure as SVG without a browser: reads the same dict that plotly draws, so that page and paper never differ.

Only what `charts` itself puts into a figure is known here; anything else is an error, never left out.
"""

import re
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from dashboard.charts import theme
from dashboard.charts.still_text import lines_of, written

Drawn = dict[str, Any]
_POINT = re.compile(r"([ML])([^,ML]+),([^,ML]+)")
STRIPES = "rander"


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis on the drawing: the values at its ends and the px where they stand."""

    low: float
    high: float
    start: float
    end: float

    def px(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a figure is drawn on: its edges in px and its axes by plotly's names ('x', 'y2')."""

    layout: Drawn
    left: float
    right: float
    top: float
    bottom: float
    without: str

    def axis(self, name: str) -> Axis:
        about = self.layout[f"{name[0]}axis{name[1:]}"]
        low, high = about["range"]
        if name[0] == "x":
            begin, finish = about.get("domain", (0.0, 1.0))
            across = self.right - self.left
            return Axis(low, high, self.left + begin * across, self.left + finish * across)
        begin, finish = about.get("domain", (0.0, 1.0))
        along = self.bottom - self.top
        return Axis(low, high, self.bottom - begin * along, self.bottom - finish * along)

    def across(self, reference: str, value: float) -> float:
        return self.left + value * (self.right - self.left) if reference == "paper" else self.axis(reference).px(value)

    def along(self, reference: str, value: float) -> float:
        return (
            self.bottom - value * (self.bottom - self.top) if reference == "paper" else self.axis(reference).px(value)
        )


def drawing(drawn: Drawn, width: float) -> tuple[str, float]:
    """The figure's SVG elements in px, without an outer <svg>, and its height. `width` is at least theme.NARROW."""
    layout = drawn["layout"]
    height, margin = float(layout["height"]), layout["margin"]
    without = theme.ONLY_NARROW if width >= theme.WIDE else theme.ONLY_WIDE
    sheet = Sheet(layout, margin["l"], width - margin["r"], margin["t"], height - margin["b"], without)
    shapes = layout.get("shapes", [])
    parts = [_grids(sheet)]
    parts += [_stroke(sheet, shape) for shape in shapes if shape["layer"] == "below"]
    parts += [_TRACES[trace["type"]](sheet, trace) for trace in drawn["data"]]
    parts += [_stroke(sheet, shape) for shape in shapes if shape["layer"] == "above"]
    parts += [_figures(sheet), *(_note(sheet, note) for note in layout.get("annotations", []))]
    return _stripes() + "".join(parts), height


def _axes(sheet: Sheet, letter: str) -> list[tuple[str, Drawn]]:
    found = [name for name in sheet.layout if name.startswith(f"{letter}axis")]
    return [(letter + name.removeprefix(f"{letter}axis"), sheet.layout[name]) for name in found]


def _grids(sheet: Sheet) -> str:
    """The lines of the axes that have any: those of a series, which lie across."""
    lines: list[str] = []
    for name, about in _axes(sheet, "y"):
        if about.get("showgrid"):
            places = [
                (value, about["zerolinecolor"] if value == 0 else about["gridcolor"]) for value in about["tickvals"]
            ]
            lines += [_line(sheet.left, sheet.right, sheet.axis(name).px(value), colour) for value, colour in places]
    return "".join(lines)


def _line(start: float, end: float, y: float, colour: str) -> str:
    return f'<path d="M{start:.2f},{y:.2f}H{end:.2f}" stroke={quoteattr(colour)} stroke-width="1" fill="none"/>'


def _figures(sheet: Sheet) -> str:
    """The numbers along the axes."""
    told: list[str] = []
    for name, about in (*_axes(sheet, "x"), *_axes(sheet, "y")):
        if about.get("visible", True) and about.get("tickvals"):
            told += [
                _figure(sheet, name, about, *one) for one in zip(about["tickvals"], about["ticktext"], strict=True)
            ]
    return "".join(told)


def _figure(sheet: Sheet, name: str, about: Drawn, value: float, words: str) -> str:
    font, at = about["tickfont"], sheet.axis(name).px(value)
    lines = lines_of(words.rstrip("\u00a0"), font["color"], font["size"], sheet.without)
    if name[0] == "y":
        return written(lines, (sheet.left - 5, at), ("right", "middle"), font["size"])
    foot = sheet.axis(about.get("anchor", "y")).start if about.get("anchor") else sheet.bottom
    return written(lines, (at, foot + 3), ("center", "top"), font["size"])


def _stroke(sheet: Sheet, shape: Drawn) -> str:
    x, y = shape["xref"], shape["yref"]
    points = _POINT.findall(shape["path"])
    path = "".join(f"{move}{sheet.across(x, float(a)):.2f},{sheet.along(y, float(b)):.2f}" for move, a, b in points)
    line = shape["line"]
    dash = f' stroke-dasharray="{line["dash"]}"'.replace("px", "") if "dash" in line else ""
    return f'<path d="{path}" stroke={quoteattr(line["color"])} stroke-width="{line["width"]:g}" fill="none"{dash}/>'


def _bars(sheet: Sheet, trace: Drawn) -> str:
    x, y, half = sheet.axis(trace["xaxis"]), sheet.axis(trace["yaxis"]), trace["width"] / 2
    marker = trace["marker"]
    fill = f"url(#{STRIPES})" if "pattern" in marker else marker["color"]
    line = marker.get("line")
    edge = f' stroke={quoteattr(line["color"])} stroke-width="{line["width"]:g}"' if line else ""
    rects: list[str] = []
    for value, middle in zip(trace["x"], trace["y"], strict=True):
        start, end = sorted((x.px(trace["base"]), x.px(value)))
        top, foot = sorted((y.px(middle - half), y.px(middle + half)))
        size = f'width="{end - start:.2f}" height="{foot - top:.2f}"'
        rects.append(f'<rect x="{start:.2f}" y="{top:.2f}" {size} fill={quoteattr(fill)}{edge}/>')
    return "".join(rects)


def _scatter(sheet: Sheet, trace: Drawn) -> str:
    x, y = sheet.axis(trace["xaxis"]), sheet.axis(trace["yaxis"])
    pairs = zip(trace["x"], trace["y"], strict=True)
    points = [None if b is None else (x.px(a), y.px(b)) for a, b in pairs]
    parts = [_path(points, trace)] if "lines" in trace["mode"] else []
    if "markers" in trace["mode"]:
        parts += [_dot(point, trace["marker"]) for point in points if point]
    return "".join(parts)


def _path(points: list[tuple[float, float] | None], trace: Drawn) -> str:
    """One line, with a hole where a value is missing."""
    path, pen = "", "M"
    for point in points:
        path += f"{pen}{point[0]:.2f},{point[1]:.2f}" if point else ""
        pen = "L" if point else "M"
    line = trace["line"]
    dash = f' stroke-dasharray="{line["dash"]}"'.replace("px", "") if "dash" in line else ""
    look = f'stroke={quoteattr(line["color"])} stroke-width="{line["width"]:g}" stroke-linejoin="round"'
    return f'<path d="{path}" fill="none" {look}{dash}/>' if path else ""


def _dot(point: tuple[float, float], marker: Drawn) -> str:
    line = marker.get("line", {})
    edge = f' stroke={quoteattr(line["color"])} stroke-width="{line["width"]:g}"' if line else ""
    radius = marker["size"] / 2
    return f'<circle cx="{point[0]:.2f}" cy="{point[1]:.2f}" r="{radius:g}" fill={quoteattr(marker["color"])}{edge}/>'


_TRACES = {"bar": _bars, "scatter": _scatter}


def _note(sheet: Sheet, note: Drawn) -> str:
    font = {**sheet.layout["font"], **note.get("font", {})}
    x = sheet.across(note["xref"], note["x"]) + note.get("xshift", 0)
    y = sheet.along(note["yref"], note["y"]) - note.get("yshift", 0)
    lines = lines_of(note["text"], font["color"], font["size"], sheet.without)
    return written(lines, (x, y), (note["xanchor"], note["yanchor"]), font["size"])


def _stripes() -> str:
    """The men's pattern: 45 degrees, 1.6 of 6 px."""
    return (
        f'<defs><pattern id="{STRIPES}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{theme.MEN}"/>'
        f'<rect width="1.6" height="6" fill="{theme.PAPER}"/></pattern></defs>'
    )
