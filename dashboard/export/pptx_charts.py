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
from dashboard.export.pptx_fit import EMU, Area, largest, width_of
from dashboard.export.pptx_sheet import Sheet
from dashboard.export.pptx_xml import LANGUAGE, cleaned, described, filled, rgb
from dashboard.swedish import parse_cell

TARGET = "Årsmål"
_NUMBERS = 22
# Where the columns begin and how high they may be, in parts of the chart's height.
_PLOT = (0.13, 0.67)


def add_chart(sheet: Sheet, panel: BarPanel, alt: str, area: Area) -> None:
    """One panel of a figure, its columns from nought; `alt` tells it in words."""
    data = CategoryChartData(number_format=_format(next((bar.text for bar in panel.bars if bar.value is not None), "")))
    has_target = panel.target is not None
    data.categories = [*(_name(bar) for bar in panel.bars), *([TARGET] if has_target else [])]
    data.add_series(cleaned(panel.title), [*(bar.value for bar in panel.bars), *([None] if has_target else [])])
    if has_target:
        data.add_series(TARGET, [panel.target] * (len(panel.bars) + 1))
    place = (Emu(round(value * EMU)) for value in (area.left, area.top, area.width, area.height))
    frame = sheet.slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    described(frame, "Diagram", alt)
    _drawn(frame.chart, panel, area)


def _name(bar: Bar) -> str:
    """What stands under the column; which side of the target it is on where that is the wrong one."""
    if bar.value is None:
        return cleaned(f"{bar.label}: {bar.text}")
    return cleaned(f"{bar.label}, {bar.side} årsmålet" if bar.wrong else bar.label)


def _format(text: str) -> str:
    """The number format of a printed value: '0.0" %"', which a Swedish Office shows with a comma."""
    cell = parse_cell(text)
    number = f"#,##0.{'0' * cell.decimals}" if cell.decimals else "#,##0"
    return f'{number}"\u00a0{cell.unit}"' if cell.unit else number


def _drawn(chart: Any, panel: BarPanel, area: Area) -> None:
    chart.has_legend, chart.has_title = False, False
    chart.font.size = Pt(_names(panel))
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.vary_by_categories = 45, 0, False
    columns, size = plot.series[0], _numbers(panel, area.width)
    for number, bar in enumerate(panel.bars):
        if bar.value is not None:
            point = columns.points[number]
            _fill(point.format, bar.mark)
            within = _hits_the_line(bar.value, panel, area.height * _PLOT[1])
            place = XL_LABEL_POSITION.INSIDE_END if within else XL_LABEL_POSITION.OUTSIDE_END
            _label(point.data_label, bar.text, place, size)
            if within and bar.mark not in (Mark.BEFORE, Mark.MEN):
                point.data_label.font.color.rgb = rgb(looks.PAPER)
                _unfilled(point.data_label)
    if panel.target is not None:
        _line(plot, panel.target_text, size)
    _axes(chart, panel)
    _placed(chart)
    _plain(chart)


def _hits_the_line(value: float, panel: BarPanel, height: float) -> bool:
    """Whether a number over its column would be crossed by the target's line, and the column has room for it."""
    if panel.target is None or not 0 < value < panel.target:
        return False
    px = height / max([panel.target, *(bar.value or 0 for bar in panel.bars)])
    return (panel.target - value) * px < 1.9 * _NUMBERS and value * px > 2 * _NUMBERS


def _unfilled(label: Any) -> None:
    about = label._dLbl.get_or_add_spPr()
    for old in list(about):
        about.remove(old)
    etree.SubElement(about, qn("a:noFill"))


def _placed(chart: Any) -> None:
    """The columns' room, so that numbers over them and names of two lines under them stay within the frame."""
    area = chart._chartSpace.chart.plotArea
    layout = area.find(qn("c:layout"))
    if layout is None:
        layout = etree.Element(qn("c:layout"))
        area.insert(0, layout)
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    about = {
        "layoutTarget": "inner",
        "xMode": "edge",
        "yMode": "edge",
        "x": "0.01",
        "y": _PLOT[0],
        "w": "0.98",
        "h": _PLOT[1],
    }
    for name, value in about.items():
        etree.SubElement(manual, qn(f"c:{name}"), val=str(value))


def _numbers(panel: BarPanel, width: float) -> float:
    """The type of the numbers, in points: each stands on one line over its own column."""
    told = [*(bar.text for bar in panel.bars if bar.value is not None), panel.target_text]
    room = 0.8 * width / (len(panel.bars) + 1)
    return largest((_NUMBERS, 20, 18, 16, 14, 12), lambda size: max(width_of(one, size, True) for one in told), room)


def _names(panel: BarPanel) -> int:
    """The type of the names under the columns, in points: smaller where four stand side by side."""
    return 18 if len(panel.bars) < 3 else 15


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


def _label(label: Any, text: str, position: Any, size: float) -> None:
    """The value as the report prints it: its own decimals, its unit."""
    label.position = position
    label.font.size, label.font.bold = Pt(size), True
    about = label._dLbl
    shown = {"c:showLegendKey": "0", "c:showVal": "1", "c:showCatName": "0", "c:showSerName": "0"}
    for name, value in (shown | {"c:showPercent": "0", "c:showBubbleSize": "0"}).items():
        _child(about, name).set("val", value)
    number = etree.Element(qn("c:numFmt"), formatCode=_format(text), sourceLinked="0")
    about.insert(1, number)
    # The line of the target never crosses a number.
    behind = about.get_or_add_spPr()
    etree.SubElement(etree.SubElement(behind, qn("a:solidFill")), qn("a:schemeClr"), val="bg1")


def _child(about: Any, name: str) -> Any:
    found = about.find(qn(name))
    return found if found is not None else etree.SubElement(about, qn(name))


def _line(plot: Any, text: str, size: float) -> None:
    """Makes a line of the target's columns: the same series, on the same axes, from edge to edge."""
    series = plot.series[1]
    _label(series.points[len(plot.categories) - 1].data_label, text, XL_LABEL_POSITION.ABOVE, size)
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
    names.tick_labels.font.size = Pt(_names(panel))
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
