"""Draws bars: horizontal, from nought, in panels under each other, so that one drawing serves every width.

The y axis counts px from the top, so rows, headings and gaps stand where they are put; only x follows the width.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dashboard import swedish
from dashboard.charts import theme
from dashboard.charts.fit import BESIDE, RIGHT, Scale, bar_words, bold, figure_words, label, room, scales
from dashboard.charts.scale import Label, text_width, wrapped
from dashboard.charts.spec import Bar, BarPanel, BarSpec, Mark

Drawn = dict[str, Any]

HEAD, ROW, THICK, GAP, AXIS = 18.2, 20, 15, 24, 24
FILLS: dict[Mark, Drawn] = {
    Mark.TOTAL: {"color": theme.BAR},
    Mark.NOW: {"color": theme.BAR},
    Mark.WOMEN: {"color": theme.WOMEN},
    Mark.MEN: {
        "color": theme.MEN,
        "pattern": {"shape": "/", "bgcolor": theme.MEN, "fgcolor": theme.PAPER, "size": 6, "solidity": 0.27},
    },
    Mark.BEFORE: {"color": theme.PAPER, "line": {"color": theme.BAR_PREV, "width": 1.5}},
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a panel stands: its first row's upper edge in px from the top, and its heading's lines, narrow and wide."""

    rows: float
    lines: tuple[str, ...]
    wide: tuple[str, ...]


def draw_bars(spec: BarSpec) -> Drawn:
    """The whole figure as plotly's plain dict."""
    left = _left(spec.panels)
    places = _places(spec.panels)
    axes = [""] * len(spec.panels) if spec.shared else [str(place or "") for place in _numbers(len(spec.panels))]
    fitted = scales(spec, left)
    end = places[-1].rows + ROW * len(spec.panels[-1].bars) if places else 0
    bottom = AXIS if spec.shared and places else 0
    layout = theme.layout(round(end + bottom + 1), left, RIGHT, bottom)
    layout["yaxis"] = theme.axis(range=[end + 1, 0], visible=False)
    layout["xaxis"] = theme.axis(visible=False)
    layout["shapes"], layout["annotations"] = [], []
    for panel, place, axis, scale in zip(spec.panels, places, axes, fitted, strict=True):
        layout[f"xaxis{axis}"] = number_axis(scale, spec.unit, axis, shared=spec.shared)
        layout["shapes"] += _lines(panel, place, axis, scale, spec.shared)
        layout["annotations"] += [
            *headings(place.lines, place.wide, place.rows - 4, left),
            *_row_texts(panel, place, axis, scale, left),
        ]
    layout["shapes"].sort(key=lambda shape: shape["layer"] == "above")
    return {"data": _traces(spec.panels, places, axes), "layout": layout}


def _numbers(amount: int) -> list[int]:
    """0, 2, 3, 4 …: plotly's first axis has no number."""
    return [place + 1 if place else 0 for place in range(amount)]


def _left(panels: Sequence[BarPanel]) -> int:
    labels = [text_width(bar.label, bold=bar.mark is Mark.NOW) for panel in panels for bar in panel.bars]
    return round(max(labels, default=0)) + 10


def _places(panels: Sequence[BarPanel]) -> list[Place]:
    places: list[Place] = []
    top = 0.0
    for panel in panels:
        lines, wide = (tuple(heading_lines(panel, width)) for width in (theme.NARROW, theme.WIDE))
        # A heading that is shorter in the wide drawing leaves a gap there; half of it is taken beforehand.
        top -= HEAD / 2 if places and len(wide) < len(lines) else 0
        rows = top + HEAD * len(lines) + 5
        places.append(Place(rows, lines, wide))
        top = rows + ROW * len(panel.bars) + GAP
    return places


def heading_lines(panel: BarPanel, width: float) -> list[str]:
    """The name, and the target behind it where there is room; a change has a line of its own."""
    lines = wrapped(panel.title, width, theme.HEAD_SIZE, bold=True)
    target = f"årsmål {panel.target_text}" if panel.target_text else panel.no_target
    names = [f"<b>{escape(line, quote=False)}</b>" for line in lines]
    if panel.verdict:
        return names + _change_lines(panel, target, width)
    if not target:
        return names
    runs = theme.small(escape(target, quote=False), more=f"font-size:{theme.SIZE}px")
    if lines and text_width(lines[-1], theme.HEAD_SIZE, bold=True) + text_width(target) + 12 <= width:
        return [*names[:-1], f"{names[-1]}\u00a0\u00a0 {runs}"]
    return [*names, runs]


def _change_lines(panel: BarPanel, target: str, width: float) -> list[str]:
    verdict, size = swedish.capital(panel.verdict), f"font-size:{theme.SIZE}px"
    first = " ".join(words for words in (verdict, panel.delta) if words)
    rest = escape(f" {panel.delta}" if panel.delta else "", quote=False)
    said = theme.small(f"<b>{escape(verdict, quote=False)}</b>", theme.INK, size)
    aimed = escape(target, quote=False)
    if text_width(f"{first}, {target}", bold=True) <= width:
        return [said + theme.small(f"{rest}, {aimed}", more=size)]
    return [said + theme.small(rest, more=size), theme.small(swedish.capital(aimed), more=size)]


def _row_texts(panel: BarPanel, place: Place, axis: str, scale: Scale, left: int) -> list[Drawn]:
    texts: list[Drawn] = []
    for number, bar in enumerate(panel.bars):
        middle = place.rows + ROW * number + ROW / 2
        name = f"<b>{escape(bar.label, quote=False)}</b>" if bar.mark is Mark.NOW else escape(bar.label, quote=False)
        texts.append(theme.note(name, xref="paper", x=0, xshift=-left - 1, y=middle))
        texts += _value_texts(bar, panel, scale, left, {"xref": f"x{axis}", "y": middle})
    return texts


def _value_texts(bar: Bar, panel: BarPanel, scale: Scale, left: int, place: Drawn) -> list[Drawn]:
    """One text, or one for narrow drawings and one for wide where they stand or read differently."""
    narrow = label(bar, panel.target, scale, room(left, wide=False), long=False)
    wide = label(bar, panel.target, scale, room(left, wide=True), long=True)
    if narrow.at == wide.at and not bar.wrong:
        return [_value_text(bar, bar_words(bar), narrow) | place]
    short, long = bar_words(bar, long=False), bar_words(bar)
    return [
        _value_text(bar, short, narrow, theme.ONLY_NARROW) | place,
        _value_text(bar, long, wide, theme.ONLY_WIDE) | place,
    ]


def _value_text(bar: Bar, words: str, place: Label, only: str = "") -> Drawn:
    text = escape(words, quote=False)
    if bar.value is None:
        text = theme.small(f"<i>{text}</i>", more=only)
    else:
        text = theme.small(f"<b>{text}</b>" if bold(bar) else text, theme.INK, only)
    shift, anchor = (-BESIDE, "right") if place.left else (BESIDE, "left")
    return theme.note(text, x=place.at, xshift=shift, xanchor=anchor)


def headings(lines: Sequence[str], wide: Sequence[str], bottom: float, left: int) -> list[Drawn]:
    """The heading ends just over what it heads; where the narrowest drawing breaks it, the wide one has its own."""
    if tuple(wide) == tuple(lines):
        return [_heading(lines, bottom, left)]
    return [
        _heading([theme.small(line, theme.INK, theme.ONLY_NARROW) for line in lines], bottom, left),
        _heading([theme.small(line, theme.INK, theme.ONLY_WIDE) for line in wide], bottom, left),
    ]


def _heading(lines: Sequence[str], bottom: float, left: int) -> Drawn:
    font = {"size": theme.HEAD_SIZE, "color": theme.INK}
    return theme.note("<br>".join(lines), xref="paper", x=0, xshift=-left - 1, y=bottom, yanchor="bottom", font=font)


def _lines(panel: BarPanel, place: Place, axis: str, scale: Scale, grid: bool) -> list[Drawn]:
    """Grid and axis under the bars, the target over them with a halo of the paper."""
    ends = (place.rows - 1, place.rows + ROW * len(panel.bars) + 1)
    refs = (f"x{axis}", "y")
    shapes: list[Drawn] = []
    if grid and (others := [figure for figure in scale.figures if figure]):
        shapes.append(theme.stroke(upright(others, ends), theme.RULE, 1, refs))
    shapes.append(theme.stroke(upright([0.0], ends), theme.RULE_2, 1, refs))
    if panel.target is not None:
        target = upright([panel.target], ends)
        shapes += [theme.stroke(target, *look, refs, "above") for look in ((theme.PAPER, 6), (theme.INK, 4))]
    return shapes


def upright(places: Sequence[float], ends: tuple[float, float]) -> str:
    return "".join(f"M{place!r},{ends[0]!r}L{place!r},{ends[1]!r}" for place in places)


def number_axis(scale: Scale, unit: str | None, axis: str, *, shared: bool) -> Drawn:
    """The one axis of panels on one scale, with its figures; else a panel's own, which shows none."""
    if not shared:
        own = theme.axis(range=[scale.low, scale.high], visible=False)
        return own | ({"overlaying": "x"} if axis else {})
    last = scale.figures[-1]
    return theme.axis(
        range=[scale.low, scale.high],
        tickmode="array",
        tickvals=list(scale.figures),
        ticktext=[figure_words(figure, unit, figure == last) for figure in scale.figures],
        tickfont={"size": theme.AXIS_SIZE, "color": theme.INK_3},
        tickangle=0,
    )


def _traces(panels: Sequence[BarPanel], places: Sequence[Place], axes: Sequence[str]) -> list[Drawn]:
    """One trace per looks and axis; a missing value is no bar at all."""
    traces: dict[tuple[str, Mark], Drawn] = {}
    for panel, place, axis in zip(panels, places, axes, strict=True):
        for number, bar in enumerate(panel.bars):
            if bar.value is None:
                continue
            trace = traces.setdefault((axis, bar.mark), _trace(bar.mark, axis))
            trace["x"].append(bar.value)
            trace["y"].append(place.rows + ROW * number + ROW / 2)
    return list(traces.values())


def _trace(mark: Mark, axis: str) -> Drawn:
    return {
        "type": "bar",
        "orientation": "h",
        "name": mark.value,
        "x": [],
        "y": [],
        "xaxis": f"x{axis}",
        "yaxis": "y",
        "base": 0,
        "width": THICK,
        "marker": FILLS[mark],
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
