"""The looks of a figure: the light colours of tokens.css, type, layout and config.

A figure always holds the light colours. assets/figures.css turns each into its token, so that the dark theme and
print follow without drawing anew.
"""

from typing import Any

PAPER, INK, INK_2, INK_3 = "#fcfbf8", "#17191c", "#434952", "#5d646e"
RULE, RULE_2 = "#dcd9d1", "#85888d"
BAR, BAR_PREV = "#6c7684", "#7d858f"
WOMEN, MEN = "#5b2a86", "#1f8a8a"
COLOURS = {
    "paper": PAPER,
    "ink": INK,
    "ink-2": INK_2,
    "ink-3": INK_3,
    "rule": RULE,
    "rule-2": RULE_2,
    "bar": BAR,
    "bar-prev": BAR_PREV,
    "kvinnor": WOMEN,
    "man": MEN,
}
FONT = '"Segoe UI", "Helvetica Neue", Roboto, Arial, Verdana, sans-serif'
SIZE, HEAD_SIZE, AXIS_SIZE = 13, 14, 12

# The narrowest drawing: a window of 320 px less its edges. Text is wrapped, and room for labels kept, for this one.
NARROW = 288
# Where words too long for the narrowest drawing come back; figures.css holds the same number.
WIDE = 480

# Comma and hard space: plotly's Swedish locale sets neither.
SEPARATORS = ",\u00a0"

CONFIG: dict[str, Any] = {
    "staticPlot": True,
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "responsive": True,
}


def layout(height: float, left: float, right: float = 4, bottom: float = 0) -> dict[str, Any]:
    """A bare layout `height` px high; its width is that of the place it stands in."""
    return {
        "autosize": True,
        # Plotly takes no figure lower than this.
        "height": max(height, 10),
        "margin": {"l": left, "r": right, "t": 0, "b": bottom, "pad": 0, "autoexpand": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": SIZE, "color": INK_2},
        "separators": SEPARATORS,
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,
        "barmode": "overlay",
    }


def axis(**more: Any) -> dict[str, Any]:
    """An axis that draws nothing but what is asked for, and never moves."""
    return {"fixedrange": True, "showgrid": False, "zeroline": False, "showline": False, "ticks": "", **more}


def small(text: str, colour: str = INK_3, more: str = "") -> str:
    """A run of text in a colour of its own, for plotly's few tags."""
    return f'<span style="color:{colour};{more}">{text}</span>'


# A run of text so marked is shown by figures.css from WIDE and up, or below it. Plotly passes styles on, but no class.
ONLY_WIDE, ONLY_NARROW = "--bara-bred:1", "--bara-smal:1"


def note(text: str, **more: Any) -> dict[str, Any]:
    """A piece of text in the drawing, to the right of its point and in the middle of its row unless told otherwise."""
    return {
        "text": text,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "borderpad": 0,
        "yref": "y",
        **more,
    }


def stroke(path: str, colour: str, width: float, refs: tuple[str, str], layer: str = "below") -> dict[str, Any]:
    """A line along a path in the coordinates of the axes `refs`, under or over the bars."""
    line = {"color": colour, "width": width}
    return {"type": "path", "path": path, "line": line, "xref": refs[0], "yref": refs[1], "layer": layer}
