"""The deck's slides as PowerPoint's: the same words and numbers, with native tables, charts and signs."""

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.export import looks
from dashboard.export.pptx_fit import largest, line_height, tall
from dashboard.export.pptx_goals import marked, write_goal, write_indicator
from dashboard.export.pptx_sheet import Run, Sheet
from dashboard.export.pptx_tables import SIZES, Cell, Row, Table, add_table, cell, heading, height_of
from dashboard.model import Status
from dashboard.views.apt_facts import says_itself
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
from dashboard.views.counts import Count, Listed, Tally
from dashboard.views.telling import Item

_QUESTIONS = (28, 26, 24, 22, 20, 18, 16)
_GAP = 20


def write_title(sheet: Sheet, slide: TitleSlide) -> None:
    sheet.subtitle(slide.facts)


def write_year(sheet: Sheet, slide: YearSlide) -> None:
    """The counts above, the best and what to work on side by side below, all in one size of type."""
    area = sheet.area
    counts = Table("Årets räkning", ("Årets räkning", "Antal"), tuple(map(_tally, slide.tallies)), (0.36, 0.64))
    lists = [_items("Bäst i år", slide.best), _items("Att arbeta med", slide.work)]
    half = area.columns(0.5)[0].width

    def height(size: float) -> float:
        return height_of(counts, area.width, size) + _GAP + max(height_of(one, half, size) for one in lists)

    size = largest(SIZES, height, area.height)
    drawn = add_table(sheet, counts, area, (size,))
    for one, place in zip(lists, area.below(drawn.bottom - area.top + _GAP).columns(0.5), strict=True):
        add_table(sheet, one, place, (size,))


def _tally(tally: Tally) -> Row:
    told: list[Run] = []
    for count in tally.counts:
        told += [*([Run(", ")] if told else []), *_count(tally, count)]
    return Row((cell(f"{tally.name}, {tally.basis}"), Cell((told,))))


def _count(tally: Tally, count: Count) -> Sequence[Run]:
    words = f"{count.amount}\u00a0{count.word}"
    if tally.listed in (Listed.GOALS, Listed.REPORTED):
        return marked(Status(count.value), words)
    return (Run(words),)


def _items(name: str, items: Sequence[Item]) -> Table:
    rows = [Row((Cell((_named(item),)), Cell(_figure(item.rest)))) for item in items]
    return Table(name, (name, "Utfall"), tuple(rows) or (Row((cell("Inget att nämna."), cell(""))),), (0.7, 0.3), (1,))


def _named(item: Item) -> tuple[Run, ...]:
    if item.reported in (None, Status.INGEN):
        return (Run(item.strong),)
    return marked(item.reported, item.strong)


def _figure(words: str) -> tuple[tuple[Run, ...], ...]:
    """The outcome, and its target on a line of its own."""
    outcome, comma, aim = words.partition(", ")
    told = (Run(outcome + comma.rstrip(), bold=True),)
    return (told, (Run(aim),)) if aim else (told,)


def write_activities(sheet: Sheet, slide: ActivitiesSlide) -> None:
    rows: list[Row] = []
    for name, lines in slide.groups:
        rows.append(heading(name))
        rows += [Row((cell(one.title), cell(one.end or "saknas"), cell(one.deviation or "–"))) for one in lines]
    heads = ("Aktivitet", "Slut", "Avvikelse")
    add_table(sheet, Table(slide.headline, heads, tuple(rows), (0.63, 0.15, 0.22)), sheet.area)


def write_feedback(sheet: Sheet, slide: FeedbackSlide) -> None:
    rows: list[Row] = []
    for group in slide.groups:
        if not says_itself(group):
            rows.append(heading(group.name))
        for row in group.rows:
            amounts = (row.t1, row.t2, row.vb, row.total)
            rows.append(Row((cell(row.category), *(cell(_amount(one)) for one in amounts))))
    heads = ("Vad", "Tertial 1", "Tertial 2", "Helår", "Totalt")
    widths = (0.56, 0.11, 0.11, 0.11, 0.11)
    add_table(sheet, Table(slide.headline, heads, tuple(rows), widths, (1, 2, 3, 4)), sheet.area)


def _amount(value: int | None) -> str:
    return "–" if value is None else str(value)


def write_plan(sheet: Sheet, slide: PlanSlide) -> None:
    rows = [Row((cell(line.name), cell(line.target, bold=True), cell(line.outcome))) for line in slide.lines]
    heads = ("Indikator", "Årsmål", "Senaste utfall")
    add_table(sheet, Table(slide.headline, heads, tuple(rows), (0.66, 0.17, 0.17), (1, 2)), sheet.area)


def write_questions(sheet: Sheet, slide: QuestionsSlide) -> None:
    area = sheet.area

    def height(size: float) -> float:
        return sum(tall(words, area.width - 52, size) + 20 for words in slide.questions)

    size = largest(_QUESTIONS, height, area.height)
    sheet.text(area, [[Run(words, size)] for words in slide.questions], space=14, numbered=True, name="Frågor")


def write_sources(sheet: Sheet, slide: SourcesSlide) -> None:
    area = sheet.area
    told = [[Run(words, 24, link=sheet.address(link))] for words, link in slide.documents]
    high = len(told) * (line_height(24) + 8)
    sheet.text(area.upper(high), told, name="Källor")
    area = area.below(high + _GAP)
    size = largest(
        (20, 18, 16, 14, 12), lambda one: sum(tall(words, area.width, one) + 14 for words in slide.rules), area.height
    )
    sheet.text(area, [[Run(words, size, colour=looks.INK_2)] for words in slide.rules], space=8, name="Så räknar vi")


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
