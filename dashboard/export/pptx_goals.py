"""The slides of goals and of single indicators in PowerPoint: tables with bars to the target, or one large figure."""

from collections.abc import Sequence

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu

from dashboard.charts.spec import Bar, BarPanel, Mark
from dashboard.charts.wording import bar_alt
from dashboard.export import looks
from dashboard.export.pptx_charts import add_chart
from dashboard.export.pptx_fit import EMU, POINT, Area, largest, line_height, tall, width_of
from dashboard.export.pptx_sheet import LEFT, Run, Sheet
from dashboard.export.pptx_tables import SIZES, Cell, Drawn, Row, Table, add_table, cell, heading, height_of
from dashboard.export.pptx_xml import described, flat
from dashboard.model import Status
from dashboard.swedish import capital
from dashboard.views.apt_slides import GoalSlide, IndicatorSlide
from dashboard.views.bullet import Bullet
from dashboard.views.enhet_facts import ActivityLine
from dashboard.views.line import Line
from dashboard.views.slide_words import reported
from dashboard.views.status_words import REPORTED_WORDS

_HEADS = ("Indikator", "Status", "Utfall mot årsmål", "Mot året före")
_WIDTHS = (0.43, 0.2, 0.21, 0.16)
_BAR = 30
_BIG = (96, 88, 80, 72, 64, 54, 48, 40)
# The sentence and the judgements, in points; all are scaled down together where there is little room.
_WHAT, _SIGN = 24, 20
_SCALES = (1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45)
# What a unit is smaller than its number.
_UNIT = 0.42
# Between headings, rows and what follows them.
_AIR = 22
_SAID, _SAID_LARGE = 20, 26


def write_goal(sheet: Sheet, slide: GoalSlide) -> None:
    """The goal's own status; its indicators, one of them large where it stands alone; activities and own words."""
    area = sheet.area
    if slide.status is not None and not slide.planned:
        area = area.below(sheet.sign(slide.status, area, reported(slide.status), size=20) + 14)
    if len(slide.lines) == 1 and not (slide.acts or slide.said or slide.subs) and area.height > 260:
        name, line = slide.lines[0]
        _alone(sheet, area, name, line)
        return
    if slide.without:
        sheet.text(area.upper(line_height(24)), [[Run(slide.without, 24, colour=looks.INK_2)]])
        area = area.below(line_height(24) + _AIR)
    _filled(sheet, slide, area)


def _filled(sheet: Sheet, slide: GoalSlide, area: Area) -> None:
    """Indicators, activities and own words under each other, all in one size of type."""
    table, acts = _table(slide), _acts_table(slide.acts)
    tables = [one for one in (table, acts) if one.rows]
    said = _SAID_LARGE if slide.without else _SAID

    def height(size: float) -> float:
        quoted = tall(slide.said, area.width - 24, min(size, said)) + line_height(18) + 8 if slide.said else 0
        return sum(height_of(one, area.width, size) + _AIR for one in tables) + quoted

    size = largest(SIZES, height, area.height + (0 if slide.said else _AIR))
    for one in tables:
        drawn = add_table(sheet, one, area, (size,))
        if one is table:
            _bullets(sheet, slide, drawn, area)
        area = area.below(drawn.bottom - area.top + _AIR)
    if slide.said:
        _said(sheet, slide.said, area, said if slide.without else min(size, said))


def _table(slide: GoalSlide) -> Table:
    before = dict(slide.subs)
    rows: list[Row] = []
    for place, (name, line) in enumerate(slide.lines):
        rows += [heading(before[place])] if place in before else []
        rows.append(_row(name, line))
    return Table(f"Indikatorer, {slide.headline}", _HEADS, tuple(rows), _WIDTHS)


def _bullets(sheet: Sheet, slide: GoalSlide, drawn: Drawn, area: Area) -> None:
    """Each row's bar, in the room that its cell keeps."""
    left = area.left + area.width * (_WIDTHS[0] + _WIDTHS[1])
    places = [row for row, one in zip(drawn.rows, _table(slide).rows, strict=True) if not one.heading]
    for place, (_, line) in zip(places, slide.lines, strict=True):
        _bullet(sheet, line.drawn, Area(left, place.top + 8, area.width * _WIDTHS[2] - 24, _BAR - 8), line)


def _row(name: str, line: Line) -> Row:
    moved = capital(line.moved.word)
    outcome = (Run(line.outcome.words, bold=True), Run(f", årsmål\u00a0{line.target.words}"))
    above = _BAR if line.drawn.value is not None else 0
    return Row((cell(name), Cell(_status(line)), Cell((outcome,), above), cell(moved)))


def _status(line: Line) -> tuple[tuple[Run, ...], ...]:
    """The reported status as a character of its own shape, and in words; what is computed where that says more."""
    if line.unjudged:
        return ((Run(capital(line.unjudged), colour=looks.INK_2),),)
    told = []
    if line.reported not in (None, Status.INGEN):
        told.append(marked(line.reported, REPORTED_WORDS[line.reported]))
    if line.beside:
        told.append((Run(f"Beräknat: {line.counted}", colour=looks.INK_2),))
    return tuple(told) or ((Run(""),),)


def marked(status: Status, words: str) -> tuple[Run, ...]:
    """'● Uppfylls helt', its sign in the status's colour: a yellow one in its dark outline's."""
    colour = looks.DELVIS_LINE if status is Status.DELVIS else looks.STATUS[status]
    return (Run(f"{looks.SHAPES[status]}\u00a0", colour=colour), Run(words))


def _bullet(sheet: Sheet, drawn: Bullet, area: Area, line: Line) -> None:
    """The outcome as a bar from nought, the target as a broad stroke, last year as a narrow one."""
    values = [value for value in (drawn.value, drawn.target, drawn.previous) if value is not None]
    if drawn.value is None:
        return
    low, high = min(0.0, *values) * 1.08, max(0.0, *values) * 1.08
    span = (high - low) or 1.0

    def x(value: float) -> float:
        return area.left + (value - low) / span * (area.width - 4)

    start, end = sorted((x(0), x(drawn.value)))
    middle = area.top + area.height / 2
    pieces = [(looks.BAR, Area(start, middle - 5, max(end - start, 1), 10))]
    pieces.append((looks.RULE_2, Area(x(0) - 0.5, area.top + 1, 1, area.height - 2)))
    if drawn.previous is not None:
        pieces.append((looks.INK_2, Area(x(drawn.previous), area.top + 3, 1.5, area.height - 6)))
    if drawn.target is not None:
        pieces.append((looks.INK, Area(x(drawn.target), area.top, 4, area.height)))
    group = sheet.slide.shapes.add_group_shape()
    for colour, place in pieces:
        box = (Emu(round(value * EMU)) for value in (place.left, place.top, place.width, place.height))
        flat(group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box), colour)
    described(group, "Stapel mot årsmål", bar_alt((_panel("", line),)))


def _panel(name: str, line: Line) -> BarPanel:
    """A row's figures as a panel: last year and this against the target."""
    drawn = line.drawn
    bars = [Bar(label=line.period, mark=Mark.NOW, value=drawn.value, text=line.outcome.words)]
    if drawn.before:
        bars.insert(0, Bar(label=drawn.before, mark=Mark.BEFORE, value=drawn.previous, text=line.previous.words))
    target = line.target.words if drawn.target is not None else ""
    return BarPanel(title=name, bars=tuple(bars), target=drawn.target, target_text=target)


def _acts_table(acts: Sequence[ActivityLine]) -> Table:
    rows = (Row((cell(act.title), cell(act.deviation or f"slut {act.end}"))) for act in acts)
    return Table("Målets aktiviteter", ("Aktiviteter", "Avvikelse eller slut"), tuple(rows), (0.76, 0.24))


def _said(sheet: Sheet, words: str, area: Area, most: float) -> None:
    """The unit's own words as a quotation, with a rule at their left."""
    sheet.text(area.upper(line_height(18)), [[Run("Med egna ord", 18, colour=looks.INK_2)]], name="Rubrik över citat")
    area = area.below(line_height(18) + 8)
    size = largest((most, 20, 18, 16, 14, 12), lambda one: tall(words, area.width - 24, one), area.height)
    high = tall(words, area.width - 24, size)
    sheet.rule(Area(area.left, area.top, 4, high), "Linje vid citat")
    sheet.text(Area(area.left + 24, area.top, area.width - 24, high), [[Run(words, size)]], name="Citat")


def _alone(sheet: Sheet, area: Area, name: str, line: Line) -> None:
    """The goal's only indicator as large as on a slide of its own."""
    unit = line.drawn.unit or ""
    number = line.outcome.words if line.outcome.missing else line.outcome.words.removesuffix(unit).rstrip("\u00a0 ")
    aim = f"Årsmål {line.target.words}"
    figure = f" {line.moved.figure}" if line.moved.figure else ""
    told = [name, f"{aim}. Mot året före: {line.moved.word[:1].lower()}{line.moved.word[1:]}{figure}."]
    left, right = area.columns(LEFT)
    _large(sheet, left, (number, "" if line.outcome.missing else unit), told, _judgements(line, only_beside=True))
    _chart(sheet, right, _panel(name, line))


def write_indicator(sheet: Sheet, slide: IndicatorSlide) -> None:
    """The large number, its sentence and both judgements to the left, the chart to the right."""
    left, right = sheet.area.columns(LEFT)
    _large(sheet, left, (slide.big, slide.unit), [slide.what] if slide.what else [], _judgements(slide.line))
    if slide.chart and slide.chart.panels:
        add_chart(sheet, slide.chart.panels[0], slide.chart.alt, right)
    else:
        _nothing(sheet, right)


def _chart(sheet: Sheet, area: Area, panel: BarPanel) -> None:
    if any(bar.value is not None for bar in panel.bars):
        add_chart(sheet, panel, bar_alt((panel,)), area)
    else:
        _nothing(sheet, area)


def _nothing(sheet: Sheet, area: Area) -> None:
    sheet.text(area, [[Run("Det finns inget att jämföra med i rapporten.", 24, colour=looks.INK_2)]])


def _judgements(line: Line, *, only_beside: bool = False) -> list[tuple[Status, str, bool]]:
    """Status, words and whether it is computed: what the report says, and what is computed."""
    told = [(line.reported or Status.INGEN, reported(line.reported), False)]
    if not line.unjudged and (line.beside or not only_beside):
        told.append((line.computed or Status.INGEN, f"Beräknat: {line.counted}", True))
    return told


_Judged = Sequence[tuple[Status, str, bool]]


def _large(sheet: Sheet, area: Area, figure: tuple[str, str], told: Sequence[str], judged: _Judged) -> None:
    """One large number with its unit, what it means, and the judgements, from the area's top."""
    number, unit = figure
    widest = largest(_BIG, lambda one: _figure_width(figure, one), area.width)
    scale = largest(_SCALES, lambda one: _large_height(area, widest, one, told, judged), area.height)
    big, size, sign = widest * scale, _WHAT * scale, _SIGN * scale
    runs = [Run(number, big, bold=True), *([Run(f" {unit}", big * _UNIT)] if unit else [])]
    sheet.text(area.upper(line_height(big)), [runs], name="Utfall", space=0)
    area = area.below(line_height(big) + 4)
    if told:
        high = sum(tall(words, area.width, size) + 8 for words in told)
        sheet.text(area.upper(high), [[Run(words, size, colour=looks.INK_2)] for words in told], name="Jämförelse")
        area = area.below(high + 8)
    for status, words, computed in judged:
        area = area.below(sheet.sign(status, area, words, size=sign, computed=computed) + 8)


def _large_height(area: Area, big: float, scale: float, told: Sequence[str], judged: _Judged) -> float:
    said = sum(tall(words, area.width, _WHAT * scale) + 8 for words in told) + 8
    signs = (tall(words, area.width - 12 - _SIGN * scale * POINT * 1.25, _SIGN * scale) for _, words, _ in judged)
    return line_height(big * scale) + 4 + said + sum(max(one, _SIGN * scale * POINT * 1.25) + 8 for one in signs)


def _figure_width(figure: tuple[str, str], size: float) -> float:
    number, unit = figure
    return width_of(number, size, bold=True) + width_of(f" {unit}", size * _UNIT)
