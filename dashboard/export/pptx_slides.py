"""The deck's slides as PowerPoint's: the same words and numbers, with native tables, charts and signs."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from dashboard.export import looks
from dashboard.export.pptx_blocks import Chart, Columns, Figure, Judgement, Signs, Words
from dashboard.export.pptx_charts import chart_width
from dashboard.export.pptx_fit import SMALLEST
from dashboard.export.pptx_flow import Block, Content
from dashboard.export.pptx_goals import goal, marked
from dashboard.export.pptx_sheet import Run
from dashboard.export.pptx_tables import HANGING, Cell, Row, Table, cell, heading
from dashboard.model import Status
from dashboard.swedish import capital
from dashboard.views.apt_facts import says_itself
from dashboard.views.apt_goals import counted_words
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
from dashboard.views.line import Line
from dashboard.views.link import Link
from dashboard.views.slide_words import reported
from dashboard.views.status_words import COMPUTED_WORDS, REPORTED_WORDS
from dashboard.views.telling import Item

Address = Callable[[Link], str]
_ASKED, _HALF = 28, 0.5
# Columns that still tell high from low, where there is little room.
_LOW = 60


def year(slide: YearSlide) -> Content:
    """The counts, then the best and what to work on side by side."""
    counts = Table("Årets räkning", ("Årets räkning", "Antal"), tuple(map(_tally, slide.tallies)), (0.38, 0.62))
    lists = Columns(_items("Bäst i år", slide.best), _items("Att arbeta med", slide.work), _HALF)
    return Content((counts, lists))


def _tally(tally: Tally) -> Row:
    told: list[Run] = []
    for count in tally.counts:
        told += [*([Run(", ")] if told else []), *_count(tally, count)]
    return Row((cell(f"{tally.name}, {tally.basis}"), Cell((told,))))


def _count(tally: Tally, count: Count) -> Sequence[Run]:
    words = f"{count.amount}\u00a0{count.word}"
    if tally.listed in (Listed.GOALS, Listed.REPORTED):
        return marked(Status(count.value), words, "\u00a0")
    return (Run(words),)


def _items(name: str, items: Sequence[Item]) -> Table:
    rows = tuple(Row((Cell((_named(item), _figure(item.rest))),)) for item in items)
    told = (f"{item.strong}: {_signs(item)}" for item in items)
    return Table(f"{name}. {'. '.join(told)}".strip(), (name,), rows or (Row((cell("Inget att nämna."),)),), (1.0,))


def _signs(item: Item) -> str:
    """What the signs before the name say."""
    told = [f"rapporterat {REPORTED_WORDS[item.reported or Status.INGEN]}"]
    told += [f"beräknat {COMPUTED_WORDS[item.computed or Status.INGEN]}"] if item.beside else []
    return ", ".join(told).lower()


def _named(item: Item) -> tuple[Run, ...]:
    return marked(item.reported or Status.INGEN, item.strong)


def _figure(words: str) -> tuple[Run, ...]:
    """The outcome and its target, under the name."""
    outcome, comma, aim = words.partition(", ")
    return (Run(HANGING), Run(outcome, bold=True), *([Run(comma + aim)] if aim else []))


def indicator(slide: IndicatorSlide) -> Content:
    """Both judgements under the headline; the large number to the left, the chart to the right."""
    figure, signs = Figure(slide.big, slide.unit, slide.what), Signs(_judgements(slide.line))
    panels = slide.chart.panels if slide.chart else ()
    if not panels or slide.chart is None:
        nothing = Words("Text", (Run("Det finns inget att jämföra med i rapporten.", colour=looks.INK_2),))
        return Content((signs, Columns(figure, nothing)))
    both = Columns(figure, Chart(panels[0], slide.chart.alt), narrowest=chart_width(panels[0]))
    low = replace(both, right=Chart(panels[0], slide.chart.alt, _LOW), apart=True)
    return Content((signs, both), smaller=(signs, low))


def _judgements(line: Line) -> tuple[Judgement, ...]:
    """What the report says, and what is computed."""
    told = (line.reported or Status.INGEN, reported(line.reported), False)
    if line.unjudged:
        return (told,)
    return (told, (line.computed or Status.INGEN, capital(counted_words(line)), True))


def activities(slide: ActivitiesSlide) -> Content:
    rows: list[Row] = []
    for name, lines in slide.groups:
        rows.append(heading(name))
        rows += [Row((cell(one.title), cell(one.end or "saknas"), cell(one.deviation or "–"))) for one in lines]
    heads = ("Aktivitet", "Slut", "Avvikelse")
    return Content((Table(slide.headline, heads, tuple(rows), (0.65, 0.17, 0.18)),))


def feedback(slide: FeedbackSlide) -> Content:
    rows: list[Row] = []
    for group in slide.groups:
        alone = says_itself(group)
        rows += [] if alone else [heading(group.name)]
        for row in group.rows:
            amounts = (cell(_amount(one)) for one in (row.t1, row.t2, row.vb, row.total))
            rows.append(Row((cell(row.category, bold=alone), *amounts), free=alone))
    heads = ("Vad", "Tertial\u00a01", "Tertial\u00a02", "Helår", "Totalt")
    return Content((Table(slide.headline, heads, tuple(rows), (0.46, 0.145, 0.145, 0.125, 0.125), (1, 2, 3, 4)),))


def _amount(value: int | None) -> str:
    return "–" if value is None else str(value)


def plan(slide: PlanSlide) -> Content:
    rows = [Row((cell(line.name), cell(line.target, bold=True), cell(line.outcome))) for line in slide.lines]
    heads = ("Indikator", "Årsmål", "Senaste utfall")
    return Content((Table(slide.headline, heads, tuple(rows), (0.56, 0.18, 0.26), (1, 2)),))


def questions(slide: QuestionsSlide) -> Content:
    words = Words("Frågor", tuple(map(Run, slide.questions)), size=_ASKED, space=14, first=1)
    return Content((words,), smaller=(replace(words, size=SMALLEST, space=10),))


def sources(slide: SourcesSlide, address: Address) -> Content:
    documents = tuple(Run(words, link=address(link)) for words, link in slide.documents)
    rules = tuple(Run(words, colour=looks.INK_2) for words in slide.rules)
    named, judged = Words("Källor", documents, size=_ASKED), Words("Så räknar vi", rules, space=10)
    return Content((named, judged), smaller=(replace(named, size=SMALLEST), replace(judged, space=6)))


_CONTENT: dict[type[Any], Callable[[Any], Content]] = {
    TitleSlide: lambda slide: Content(),
    YearSlide: year,
    GoalSlide: goal,
    IndicatorSlide: indicator,
    ActivitiesSlide: activities,
    FeedbackSlide: feedback,
    PlanSlide: plan,
    QuestionsSlide: questions,
}


def content(slide: AnySlide, address: Address) -> Content:
    """What stands between the slide's title and its foot."""
    return sources(slide, address) if isinstance(slide, SourcesSlide) else _CONTENT[type(slide)](slide)


def merged(parts: Sequence[Content]) -> Content:
    """What the deck has on several slides, as one content: a table that goes on is one table, a status stands once."""
    blocks: list[Block] = []
    for block in (block for part in parts for block in part.blocks):
        before = blocks[-1] if blocks else None
        if isinstance(before, Table) and isinstance(block, Table) and before.heads == block.heads:
            blocks[-1] = before.joined(block)
        elif not (isinstance(block, Signs) and block in blocks):
            blocks.append(block)
    return Content(tuple(blocks))
