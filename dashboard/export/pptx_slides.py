"""The deck's slides as PowerPoint's: the same words and numbers, with native tables, charts and signs."""

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.export import looks
from dashboard.export.pptx_charts import add_chart
from dashboard.export.pptx_sheet import Area, Run, Sheet
from dashboard.model import Status
from dashboard.swedish import capital
from dashboard.views.apt_slides import (
    ActivitiesSlide,
    AnySlide,
    FeedbackSlide,
    GoalSlide,
    IndicatorSlide,
    PlanSlide,
    QuestionsSlide,
    SourcesSlide,
    TitleSlide,
    YearSlide,
)
from dashboard.views.line import Line
from dashboard.views.status_words import REPORTED_WORDS
from dashboard.views.telling import Item

_SMALL, _SIGN = 18.0, 260_000


def write_title(sheet: Sheet, slide: TitleSlide) -> None:
    sheet.subtitle(slide.facts)


def write_year(sheet: Sheet, slide: YearSlide) -> None:
    """The counts above, the best and what to work on side by side below."""
    head = [[_bold(words) for words in cells] for cells in (("Vad", "Hur många"),)]
    rows = [[[Run(f"{tally.name}, {tally.basis}", _SMALL)], [Run(tally.alt, _SMALL)]] for tally in slide.tallies]
    area = sheet.area
    height = 400_000 * (len(rows) + 1)
    sheet.table(Area(area.left, area.top, area.width, height), [*head, *rows], (0.4, 0.6), "Årets räkning", numbers=2)
    left, right = area.below(height + 150_000).columns(0.5)
    _named(sheet, left, "Bäst i år", slide.best)
    _named(sheet, right, "Att arbeta med", slide.work)


def _named(sheet: Sheet, area: Area, heading: str, items: Sequence[Item]) -> None:
    told = [[Run(f"{item.strong} ", 16, bold=True), Run(item.rest, 16)] for item in items]
    sheet.text(area, [[Run(heading, 20, bold=True)], *(told or [[Run("Inget att nämna.", 16)]])])


def write_goal(sheet: Sheet, slide: GoalSlide) -> None:
    area = sheet.area
    if slide.status is not None and not slide.planned:
        words = REPORTED_WORDS[slide.status]
        sheet.sign(slide.status, area.left, area.top + 40_000, _SIGN, f"Rapporterat: {words[0].lower()}{words[1:]}")
        sheet.text(
            Area(area.left + _SIGN + 120_000, area.top, area.width, 360_000),
            [[Run(f"{words}, enligt rapporten", 20)]],
            middle=True,
        )
        area = area.below(460_000)
    if slide.part:
        sheet.text(
            Area(area.left, area.top, area.width, 280_000), [[Run(f"Bild {slide.part}", 14, colour=looks.INK_3)]]
        )
        area = area.below(300_000)
    if slide.without:
        sheet.text(area, [[Run(slide.without, 20, colour=looks.INK_2)]])
    else:
        _lines(sheet, area, slide.lines, slide.headline)


def _lines(sheet: Sheet, area: Area, lines: Sequence[tuple[str, Line]], alt: str) -> None:
    head = [_bold(words) for words in ("Indikator", "Status", "Utfall", "Årsmål", "Mot året före")]
    rows = [[[Run(name, 16)], _status(line), *([Run(words, 16)] for words in _figures(line))] for name, line in lines]
    sheet.table(area, [head, *rows], (0.41, 0.19, 0.12, 0.12, 0.16), f"Indikatorer under målet {alt}", numbers=2)


def _figures(line: Line) -> tuple[str, ...]:
    moved = " ".join(part for part in (line.moved.word, line.moved.figure) if part)
    return line.outcome.words, line.target.words, moved


def _status(line: Line) -> list[Run]:
    """The reported status as a character of its own shape, and in words; what is computed where nothing is reported."""
    if line.reported in (None, Status.INGEN):
        return [Run(f"{capital(line.unjudged or line.counted)} ", 14, colour=looks.INK_2)]
    words = REPORTED_WORDS[line.reported]
    colour = looks.DELVIS_LINE if line.reported is Status.DELVIS else looks.STATUS[line.reported]
    return [Run(f"{looks.SHAPES[line.reported]} ", 16, colour=colour), Run(words, 14)]


def write_indicator(sheet: Sheet, slide: IndicatorSlide) -> None:
    """The large number and both judgements to the left, the chart to the right."""
    area = sheet.area
    area = Area(area.left, area.top, area.width, area.height - 450_000)
    left, right = area.columns(0.38)
    told = [[Run(slide.big, 80, bold=True), Run(f" {slide.unit}" if slide.unit else "", 32)], [Run(slide.what, 20)]]
    sheet.text(left, told, space=8)
    _judged(sheet, left, slide.line)
    if slide.chart and slide.chart.panels:
        add_chart(sheet, slide.chart, right)
    else:
        sheet.text(right, [[Run("Det finns inget att jämföra med i rapporten.", 20, colour=looks.INK_2)]])


def _judged(sheet: Sheet, area: Area, line: Line) -> None:
    top = area.top + area.height - 800_000
    words = REPORTED_WORDS[line.reported or Status.INGEN]
    cases = [(line.reported or Status.INGEN, f"{words}, enligt rapporten", False)]
    cases.append((line.computed or Status.INGEN, f"Beräknat: {line.counted}", True))
    for status, told, computed in cases:
        sheet.sign(status, area.left, top + 40_000, _SIGN, told, computed=computed)
        place = Area(area.left + _SIGN + 120_000, top, area.width - _SIGN - 120_000, 340_000)
        sheet.text(place, [[Run(told, 18)]], middle=True)
        top += 400_000


def write_activities(sheet: Sheet, slide: ActivitiesSlide) -> None:
    rows = [[_bold(words) for words in ("Aktivitet", "Start", "Slut", "Avvikelse")]]
    for _, lines in slide.groups:
        rows += [
            [[Run(words, 14)] for words in (one.title, one.start, one.end, one.deviation or "ingen redovisad")]
            for one in lines
        ]
    sheet.table(_above_question(sheet), rows, (0.5, 0.12, 0.12, 0.26), "Årets aktiviteter", numbers=4)


def write_feedback(sheet: Sheet, slide: FeedbackSlide) -> None:
    head = [_bold(words) for words in ("Vad", "Tertial 1", "Tertial 2", "Helår", "Totalt")]
    rows = [head]
    for group in slide.groups:
        for row in group.rows:
            amounts = (row.t1, row.t2, row.vb, row.total)
            rows.append([[Run(f"{group.name}: {row.category}", 14)], *([Run(_amount(one), 16)] for one in amounts)])
    sheet.table(_above_question(sheet), rows, (0.56, 0.11, 0.11, 0.11, 0.11), "Synpunkter och klagomål")


def _amount(value: int | None) -> str:
    return "saknas" if value is None else str(value)


def write_plan(sheet: Sheet, slide: PlanSlide) -> None:
    head = [_bold(words) for words in ("Indikator", "Årsmål", "Senaste utfall")]
    rows = [[[Run(line.name, 18)], [Run(line.target, 18, bold=True)], [Run(line.outcome, 18)]] for line in slide.lines]
    sheet.table(_above_question(sheet), [head, *rows], (0.6, 0.2, 0.2), slide.headline)


def write_questions(sheet: Sheet, slide: QuestionsSlide) -> None:
    sheet.text(sheet.area, [[Run(words, 24)] for words in slide.questions], space=18)


def write_sources(sheet: Sheet, slide: SourcesSlide) -> None:
    told = [[Run(words, 20)] for words, _ in slide.documents]
    rules = [[Run(words, 18, colour=looks.INK_2)] for words in slide.rules]
    sheet.text(sheet.area, [*told, [Run("", 10)], *rules])


def _above_question(sheet: Sheet) -> Area:
    area = sheet.area
    return Area(area.left, area.top, area.width, area.height - 450_000)


def _bold(words: str) -> list[Run]:
    return [Run(words, 14, bold=True, colour=looks.INK_2)]


WRITERS: dict[type[Any], Callable[[Sheet, Any], None]] = {
    TitleSlide: write_title,
    YearSlide: write_year,
    GoalSlide: write_goal,
    IndicatorSlide: write_indicator,
    ActivitiesSlide: write_activities,
    FeedbackSlide: write_feedback,
    PlanSlide: write_plan,
    QuestionsSlide: write_questions,
    SourcesSlide: write_sources,
}


def write(sheet: Sheet, slide: AnySlide) -> None:
    """What stands between the slide's title and its foot."""
    WRITERS[type(slide)](sheet, slide)
