"""The slides of goals in PowerPoint: a table with bars to the target, the goal's activities, the unit's own words."""

from collections.abc import Callable, Sequence

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu

from dashboard.charts.spec import Bar, BarPanel, Mark
from dashboard.charts.wording import bar_alt
from dashboard.export import looks
from dashboard.export.pptx_blocks import Quote, Signs, Words
from dashboard.export.pptx_fit import EMU, SMALLEST, Area
from dashboard.export.pptx_flow import Block, Content
from dashboard.export.pptx_sheet import Run, Sheet
from dashboard.export.pptx_tables import HANGING, Cell, Row, Table, cell, heading
from dashboard.export.pptx_xml import described, flat, named
from dashboard.model import Status
from dashboard.swedish import capital
from dashboard.views.apt_goals import counted_words
from dashboard.views.apt_slides import GoalSlide
from dashboard.views.bullet import ends
from dashboard.views.enhet_facts import ActivityLine
from dashboard.views.line import Line
from dashboard.views.slide_words import reported
from dashboard.views.status_words import REPORTED_WORDS

_JUDGED = (("Indikator", "Status", "Utfall mot årsmål"), (0.38, 0.231, 0.389), ())
_NARROW = (0.33, 0.25, 0.42)
_TARGETS = (("Indikator", "Årsmål", "KF:s årsmål"), (0.6, 0.2, 0.2), (1, 2))
_BAR, _BEFORE = 31, "Mot året före"
# Words that stand alone on their slide are larger.
_SAID_ALONE = 28


def goal(slide: GoalSlide) -> Content:
    """The goal's own status over its indicators, then activities and own words."""
    blocks: list[Block] = []
    if slide.status and not slide.planned:
        blocks.append(Signs(((slide.status, reported(slide.status), False),)))
    if slide.lines:
        blocks.append(_indicators(slide))
    if slide.without:
        blocks.append(Words("Text", (Run(slide.without, colour=looks.INK_2),)))
    if slide.acts:
        blocks.append(_activities(slide.acts))
    if slide.said:
        blocks.append(Quote(slide.said_as, slide.said, _SAID_ALONE if slide.without else SMALLEST))
    return Content(tuple(blocks))


def _indicators(slide: GoalSlide) -> Table:
    """A plan has targets and nothing to judge."""
    plans = all(line.unjudged for _, line in slide.lines)
    heads, widths, numbers = _TARGETS if plans else _JUDGED
    before, rows = dict(slide.subs), list[Row]()
    for place, (name, line) in enumerate(slide.lines):
        rows += [heading(before[place])] if place in before else []
        rows.append(_planned(name, line) if plans else _judged(name, line))
    return Table(f"Indikatorer, {slide.headline}", heads, tuple(rows), widths, numbers, () if plans else _NARROW)


def _planned(name: str, line: Line) -> Row:
    return Row((cell(name), cell(line.target.words, bold=True), cell(line.kf_target.words)))


def _judged(name: str, line: Line) -> Row:
    """The change stands under the outcome: a column of its own would make names long and rows high."""
    outcome = (Run(line.outcome.words, bold=True), Run(f", årsmål {line.target.words}"))
    moved = line.moved.word[:1].lower() + line.moved.word[1:]
    told = (outcome, (Run(f"{_BEFORE}: {moved}"),))
    drawn = Cell(told, _BAR, _bar(name, line)) if line.drawn.value is not None else Cell(told)
    return Row((cell(name), Cell(_status(line)), drawn))


def _status(line: Line) -> tuple[tuple[Run, ...], ...]:
    """The reported status as a character of its own shape, and in words; what is computed where that says more."""
    told = []
    if line.reported not in (None, Status.INGEN):
        told.append(marked(line.reported, REPORTED_WORDS[line.reported]))
    if line.beside:
        told.append((Run(counted_words(line), colour=looks.INK_2),))
    return tuple(told) or ((Run(capital(line.unjudged), colour=looks.INK_2),),)


def marked(status: Status, words: str, after: str = HANGING) -> tuple[Run, ...]:
    """'● Uppfylls helt', its sign in the status's colour; yellow, which needs an outline, in ink."""
    colour = looks.INK if status is Status.DELVIS else looks.STATUS[status]
    return (Run(f"{looks.SHAPES[status]}{after}", colour=colour), Run(words))


def _bar(name: str, line: Line) -> Callable[[Sheet, Area], None]:
    return lambda sheet, area: _bullet(sheet, name, line, area)


def _bullet(sheet: Sheet, name: str, line: Line, area: Area) -> None:
    """The outcome as a bar from nought, the target as a broad stroke, last year as a narrow one; one group."""
    group = sheet.slide.shapes.add_group_shape()
    for what, colour, place in _pieces(line, area):
        box = (Emu(round(value * EMU)) for value in (place.left, place.top, place.width, place.height))
        shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box)
        flat(shape, colour)
        named(shape, what)
    described(group, "Stapel mot årsmål", bar_alt((_panel(name, line),)))


def _pieces(line: Line, area: Area) -> list[tuple[str, str, Area]]:
    drawn = line.drawn
    low, high = ends((drawn.value, drawn.target, drawn.previous))

    def x(value: float) -> float:
        return area.left + (value - low) / (high - low) * (area.width - 4)

    start, end = sorted((x(0), x(drawn.value or 0.0)))
    middle = area.top + area.height / 2
    pieces = [("Utfall", looks.BAR, Area(start, middle - 5, max(end - start, 1), 10))]
    pieces.append(("Noll", looks.RULE_2, Area(x(0) - 0.5, area.top + 1, 1, area.height - 2)))
    if drawn.previous is not None:
        pieces.append(("Året före", looks.INK_2, Area(x(drawn.previous), area.top + 3, 1.5, area.height - 6)))
    if drawn.target is not None:
        pieces.append(("Årsmål", looks.INK, Area(x(drawn.target), area.top, 4, area.height)))
    return pieces


def _panel(name: str, line: Line) -> BarPanel:
    """A row's figures as a panel: last year and this against the target."""
    drawn = line.drawn
    bars = [Bar(label=line.period, mark=Mark.NOW, value=drawn.value, text=line.outcome.words)]
    if drawn.before:
        bars.insert(0, Bar(label=drawn.before, mark=Mark.BEFORE, value=drawn.previous, text=line.previous.words))
    target = line.target.words if drawn.target is not None else ""
    return BarPanel(title=name, bars=tuple(bars), target=drawn.target, target_text=target)


def _activities(acts: Sequence[ActivityLine]) -> Table:
    rows = (Row((cell(act.title), cell(act.deviation or f"slut {act.end}"))) for act in acts)
    return Table("Målets aktiviteter", ("Aktiviteter", "Avvikelse eller slut"), tuple(rows), (0.72, 0.28))
