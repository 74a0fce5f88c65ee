"""A figure of bars as PowerPoint's own chart: columns, and the target as a line through them.

The numbers lie in a workbook in the file and can be edited there: a row per column and one for the target, whose line
is a series of its own. Columns, since a line across bars is no chart that PowerPoint has.
"""

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN, MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.charts.spec import Bar, BarPanel, Mark
from dashboard.export import looks
from dashboard.export.pptx_fit import EMU, SMALLEST, Area, line_height, tall, width_of
from dashboard.export.pptx_labels import COLUMNS, Column, label, number_format, ranged, workbook
from dashboard.export.pptx_sheet import Sheet
from dashboard.export.pptx_xml import LANGUAGE, cleaned, described, filled, rgb

TARGET = "Årsmål"
# A number over its column, and the part of the width that columns share.
_OVER, _WIDE = line_height(SMALLEST) + 8, 0.98


def chart_width(panel: BarPanel) -> float:
    """The least width in which each number stands over its own column on one line."""
    told = [*(bar.text for bar in panel.bars if bar.value is not None), panel.target_text]
    widest = max(width_of(words, SMALLEST, True) for words in told)
    names = [word for bar in panel.bars for word in _name(bar).split(" ")]
    return max(widest, *(width_of(word, SMALLEST) for word in names)) * _slots(panel) / _WIDE


def chart_height(panel: BarPanel, width: float, column: float) -> float:
    """The height with columns of so many px at most: the numbers over them, and the names under them."""
    return _OVER + column + _names(panel, width)


def _slots(panel: BarPanel) -> int:
    return len(panel.bars) + (panel.target is not None)


def _names(panel: BarPanel, width: float) -> float:
    """The room of the names under the columns."""
    slot = _WIDE * width / _slots(panel)
    return max(tall(_name(bar), slot - 12, SMALLEST) for bar in panel.bars) + 12


def add_chart(sheet: Sheet, panel: BarPanel, alt: str, area: Area) -> None:
    """One panel of a figure, its columns from nought; `alt` tells it in words."""
    series = _series(panel)
    data = CategoryChartData(number_format=number_format(next((words for words in series[0][2] if words), "")))
    data.categories = _labels(panel)
    for title, values, _ in series:
        data.add_series(title, values)
    place = (Emu(round(value * EMU)) for value in (area.left, area.top, area.width, area.height))
    frame = sheet.slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    described(frame, "Diagram", alt)
    frame.chart.part.chart_workbook.update_from_xlsx_blob(workbook(_labels(panel), series))
    _drawn(frame.chart, panel, area)
    for one, column, (_, _, words) in zip(frame.chart.series, COLUMNS, series, strict=False):
        ranged(one._element, column, words)


def _labels(panel: BarPanel) -> list[str]:
    return [*(_name(bar) for bar in panel.bars), *([TARGET] if panel.target is not None else [])]


def _series(panel: BarPanel) -> list[Column]:
    """The columns and, one place longer, the target's line: values, and the words that stand at them."""
    if panel.target is None:
        return [(cleaned(panel.title), [bar.value for bar in panel.bars], [_words(bar) for bar in panel.bars])]
    none = [""] * len(panel.bars)
    return [
        (cleaned(panel.title), [*(bar.value for bar in panel.bars), None], [*map(_words, panel.bars), ""]),
        (TARGET, [panel.target] * (len(panel.bars) + 1), [*none, panel.target_text]),
    ]


def _words(bar: Bar) -> str:
    return "" if bar.value is None else bar.text


def _name(bar: Bar) -> str:
    """What stands under the column; which side of the target it is on where that is the wrong one."""
    if bar.value is None:
        return cleaned(f"{bar.label}: {bar.text}")
    return cleaned(f"{bar.label}, {bar.side} årsmålet" if bar.wrong else bar.label)


def _drawn(chart: Any, panel: BarPanel, area: Area) -> None:
    chart.has_legend, chart.has_title = False, False
    chart.font.size = Pt(SMALLEST)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.vary_by_categories = 45, 0, False
    columns, high = plot.series[0], area.height - _OVER - _names(panel, area.width)
    for number, bar in enumerate(panel.bars):
        if bar.value is not None:
            point = columns.points[number]
            _fill(point.format, bar.mark)
            within = _hits_the_line(bar.value, panel, high)
            dark = within and bar.mark not in (Mark.BEFORE, Mark.MEN)
            _label(point, XL_LABEL_POSITION.INSIDE_END if within else XL_LABEL_POSITION.OUTSIDE_END, dark=dark)
    if panel.target is not None:
        _line(plot)
    _axes(chart, panel)
    _placed(chart, _OVER / area.height, high / area.height)
    _plain(chart)


def _hits_the_line(value: float, panel: BarPanel, height: float) -> bool:
    """Whether a number over its column would be crossed by the target's line, and the column has room for it."""
    if panel.target is None or not 0 < value < panel.target:
        return False
    px = height / max([panel.target, *(bar.value or 0 for bar in panel.bars)])
    return (panel.target - value) * px < _OVER and value * px > 1.3 * _OVER


def _label(point: Any, position: Any, *, dark: bool) -> None:
    """`dark` when it stands on a dark column."""
    point.data_label.position = position
    label(point.data_label._dLbl, SMALLEST, looks.PAPER if dark else looks.INK, within=dark)


def _placed(chart: Any, top: float, high: float) -> None:
    """The columns' room in parts of the chart, so that numbers over them and names under them stay within the frame."""
    area = chart._chartSpace.chart.plotArea
    layout = area.find(qn("c:layout"))
    if layout is None:
        layout = etree.Element(qn("c:layout"))
        area.insert(0, layout)
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    about = {"layoutTarget": "inner", "xMode": "edge", "yMode": "edge", "x": 0.01, "y": top, "w": _WIDE, "h": high}
    for name, value in about.items():
        etree.SubElement(manual, qn(f"c:{name}"), val=value if isinstance(value, str) else f"{value:.4f}")


def _fill(about: Any, mark: Mark) -> None:
    if mark is Mark.MEN:
        about.fill.patterned()
        about.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        about.fill.fore_color.rgb, about.fill.back_color.rgb = rgb(looks.PAPER), rgb(looks.MEN)
        about.line.color.rgb, about.line.width = rgb(looks.MEN), Pt(1.5)
        return
    about.fill.solid()
    if mark is Mark.BEFORE:
        about.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        about.line.color.rgb, about.line.width = rgb(looks.BAR_PREV), Pt(2)
    else:
        about.fill.fore_color.rgb = rgb(looks.WOMEN if mark is Mark.WOMEN else looks.BAR)


def _line(plot: Any) -> None:
    """Makes a line of the target's columns: the same series, on the same axes, from edge to edge."""
    series = plot.series[1]
    _label(series.points[len(plot.categories) - 1], XL_LABEL_POSITION.ABOVE, dark=False)
    element = series._element
    bars = element.getparent()
    lines = etree.Element(qn("c:lineChart"))
    bars.addnext(lines)
    etree.SubElement(lines, qn("c:grouping"), val="standard")
    etree.SubElement(lines, qn("c:varyColors"), val="0")
    lines.append(element)
    etree.SubElement(lines, qn("c:marker"), val="1")
    for axis in bars.findall(qn("c:axId")):
        etree.SubElement(lines, qn("c:axId"), val=axis.get("val"))
    invert = element.find(qn("c:invertIfNegative"))
    if invert is not None:
        element.remove(invert)
    for old in element.findall(qn("c:spPr")):
        element.remove(old)
    look = _stroke()
    element.find(qn("c:tx")).addnext(look)
    marker = etree.Element(qn("c:marker"))
    etree.SubElement(marker, qn("c:symbol"), val="none")
    look.addnext(marker)
    element.find(qn("c:dLbls")).addnext(_to_the_edges())
    etree.SubElement(element, qn("c:smooth"), val="0")


def _stroke() -> Any:
    look = etree.Element(qn("c:spPr"))
    line = etree.SubElement(look, qn("a:ln"), w=str(int(4.5 * 12_700)), cap="flat")
    filled(line, looks.INK)
    return look


def _to_the_edges() -> Any:
    """A line of a chart begins and ends in the middle of a column; its trend line goes half a column farther."""
    trend = etree.Element(qn("c:trendline"))
    trend.append(_stroke())
    etree.SubElement(trend, qn("c:trendlineType"), val="linear")
    etree.SubElement(trend, qn("c:forward"), val="0.5")
    etree.SubElement(trend, qn("c:backward"), val="0.5")
    etree.SubElement(trend, qn("c:dispRSqr"), val="0")
    etree.SubElement(trend, qn("c:dispEq"), val="0")
    return trend


def _axes(chart: Any, panel: BarPanel) -> None:
    names, values = chart.category_axis, chart.value_axis
    filled(names.format.line._get_or_add_ln(), looks.RULE_2)
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.tick_labels.font.size = Pt(SMALLEST)
    values.has_major_gridlines = False
    values.visible = False
    told = [bar.value for bar in panel.bars if bar.value is not None]
    if min([*told, panel.target or 0.0], default=0.0) >= 0:
        values.minimum_scale = 0


def _plain(chart: Any) -> None:
    """Swedish, in the template's own ink; and axes numbered as the schema has it: python-pptx counts below nought."""
    space = chart._chartSpace
    language = etree.Element(qn("c:lang"), val=LANGUAGE)
    before = space.find(qn("c:date1904"))
    if before is not None:
        before.addnext(language)
    else:
        space.insert(0, language)
    for run in space.iter(qn("a:defRPr")):
        run.set("lang", LANGUAGE)
        if run.find(qn("a:solidFill")) is None:
            run.insert(0, filled(etree.Element("x"), looks.INK))
    for axis in space.iter(qn("c:axId"), qn("c:crossAx")):
        axis.set("val", axis.get("val").lstrip("-"))
