"""A figure of bars as PowerPoint's own chart: its numbers lie in a workbook in the file and can be edited there."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.charts.spec import Bar, BarPanel, BarSpec, Mark
from dashboard.export import looks
from dashboard.export.pptx_sheet import Area, Sheet, cleaned, described, rgb
from dashboard.swedish import parse_cell

TARGET = "Årsmål"


def add_chart(sheet: Sheet, spec: BarSpec, area: Area) -> None:
    """The figure's first panel: its bars from nought, the target as a bar of its own below them."""
    panel = spec.panels[0]
    data = CategoryChartData(number_format=_format(panel))
    bars = [bar for bar in panel.bars if bar.value is not None]
    targets = [panel.target] if panel.target is not None else []
    data.categories = [*(cleaned(bar.label) for bar in bars), *(TARGET for _ in targets)]
    data.add_series(cleaned(panel.title), [*(bar.value for bar in bars), *targets])
    place = (Emu(area.left), Emu(area.top), Emu(area.width), Emu(area.height))
    frame = sheet.slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    described(frame, spec.alt)
    _drawn(frame.chart, panel, bars)


def _format(panel: BarPanel) -> str:
    """The number format of the printed values: '0.0" %"', which a Swedish Office shows with a comma."""
    cells = [parse_cell(bar.text) for bar in panel.bars if bar.value is not None]
    decimals = max((cell.decimals or 0 for cell in cells), default=0)
    unit = next((cell.unit for cell in cells if cell.unit), "")
    number = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return f'{number}" {unit}"' if unit else number


def _drawn(chart: Any, panel: BarPanel, bars: list[Bar]) -> None:
    chart.has_legend, chart.has_title = False, False
    chart.font.size, chart.font.name = Pt(18), looks.FONT
    chart.font.color.rgb = rgb(looks.INK)
    plot = chart.plots[0]
    plot.gap_width = 40
    plot.vary_by_categories = False
    series = plot.series[0]
    for number, bar in enumerate(bars):
        _fill(series.points[number].format, bar.mark)
    if panel.target is not None:
        point = series.points[len(bars)].format
        point.fill.solid()
        point.fill.fore_color.rgb = rgb(looks.INK)
    _labels(plot, _format(panel))
    _axes(chart, panel)
    _in_swedish(chart)


def _fill(about: Any, mark: Mark) -> None:
    if mark is Mark.BEFORE:
        about.fill.solid()
        about.fill.fore_color.rgb = rgb(looks.PAPER)
        about.line.color.rgb, about.line.width = rgb(looks.BAR_PREV), Pt(2)
    elif mark is Mark.MEN:
        _striped(about.fill)
    else:
        about.fill.solid()
        about.fill.fore_color.rgb = rgb(looks.WOMEN if mark is Mark.WOMEN else looks.BAR)


def _striped(fill: FillFormat) -> None:
    fill.patterned()
    fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    fill.fore_color.rgb, fill.back_color.rgb = rgb(looks.PAPER), rgb(looks.MEN)


def _labels(plot: Any, number: str) -> None:
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = number, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size, labels.font.bold = Pt(20), True
    labels.font.color.rgb = rgb(looks.INK)


def _axes(chart: Any, panel: BarPanel) -> None:
    names, values = chart.category_axis, chart.value_axis
    # The first bar stands uppermost, as it is read.
    names.reverse_order = True
    names.format.line.color.rgb = rgb(looks.RULE_2)
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.tick_labels.font.size = Pt(20)
    values.has_major_gridlines = False
    values.visible = False
    told = [bar.value for bar in panel.bars if bar.value is not None]
    if min([*told, panel.target or 0.0], default=0.0) >= 0:
        values.minimum_scale = 0


def _in_swedish(chart: Any) -> None:
    for run in chart._chartSpace.iter(qn("a:defRPr")):
        run.set("lang", "sv-SE")
