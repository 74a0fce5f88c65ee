"""The slides of a unit's deck, drawn: what stands between a slide's headline and its question."""

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.pages import parts
from dashboard.pages.apt_goal import goal
from dashboard.pages.apt_tables import between, number, table
from dashboard.ui import signs
from dashboard.ui.markup import Node, h
from dashboard.ui.slide_bars import slide_bars
from dashboard.views import slide_words
from dashboard.views.apt_facts import says_itself
from dashboard.views.apt_goals import counted_words
from dashboard.views.apt_room import big_size
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
from dashboard.views.telling import Item

# The heads of columns; on a phone each number has its own beside it.
_FEEDBACK = ("Vad", "Tertial 1", "Tertial 2", "Helår", "Totalt")
_PLAN = ("Indikator", "Årsmål", "Senaste utfall")
_ACTIVITIES = ("Aktivitet", "Slut", "Avvikelse")


def title(slide: TitleSlide) -> Node:
    return h("div", {"class": "told"}, [h("p", None, fact) for fact in slide.facts])


def year(slide: YearSlide) -> Node:
    """The counts, then the best and what to work on side by side."""
    named = (("Bäst i år", slide.best), ("Att arbeta med", slide.work))
    return (
        parts.tallies(slide.tallies, few=True),
        h("div", {"class": "two"}, [_named(heading, items) for heading, items in named]),
    )


def _named(heading: str, items: Sequence[Item]) -> Node:
    told = [
        h(
            "li",
            {"key": item.key},
            h("span", {"class": "sgs"}, signs.pair(item.reported, item.computed, item.beside)),
            h("p", {"class": "nm"}, item.strong),
            h("p", {"class": "fig"}, _figure(item.rest)),
        )
        for item in items
    ]
    return h("div", None, h("h3", None, heading), h("ul", None, told) if told else h("p", None, "Inget att nämna."))


def _figure(words: str) -> Node:
    """The outcome large, and its target on a line of its own."""
    outcome, comma, aim = words.partition(", ")
    return (h("b", None, outcome + comma.rstrip()), " ", aim)


def indicator(slide: IndicatorSlide) -> Node:
    """The large number, its sentence and both judgements to the left, the chart to the right."""
    line = slide.line
    counted = signs.computed_words(line.computed, counted_words(line))
    told = (
        h(
            "p",
            {"class": f"big n{big_size(slide.big, slide.unit)}"},
            slide.big,
            h("small", None, slide.unit) if slide.unit else None,
        ),
        h("p", {"class": "what"}, slide.what) if slide.what else None,
        h("p", {"class": "judged"}, signs.reported_words(line.reported, slide_words.reported(line.reported))),
        h("p", {"class": "judged c"}, counted) if not line.unjudged else None,
    )
    panels = slide.chart.panels if slide.chart else ()
    drawn = slide_bars(panels[0], slide.chart.alt) if panels and slide.chart else None
    nothing = h("p", {"class": "without"}, "Det finns inget att jämföra med i rapporten.")
    return h("div", {"class": "halves"}, h("div", None, told), h("div", None, drawn or nothing))


def activities(slide: ActivitiesSlide) -> Node:
    rows: list[Node] = []
    for heading, lines in slide.groups:
        rows.append(between(heading, 3))
        rows += [
            h(
                "tr",
                {"key": one.key},
                h("th", {"scope": "row"}, one.title),
                h("td", {"class": "nw", "data-h": _ACTIVITIES[1]}, one.end or "saknas"),
                h("td", {"data-h": _ACTIVITIES[2]}, one.deviation or "–"),
            )
            for one in lines
        ]
    return table(slide.headline, _ACTIVITIES, rows, "ga")


def feedback(slide: FeedbackSlide) -> Node:
    rows: list[Node] = []
    for group in slide.groups:
        if not says_itself(group):
            rows.append(between(group.name, 5))
        for row in group.rows:
            told = (row.t1, row.t2, row.vb, row.total)
            amounts = [number(head, _amount(one)) for head, one in zip(_FEEDBACK[1:], told, strict=True)]
            rows.append(h("tr", {"key": row.number}, h("th", {"scope": "row"}, row.category), amounts))
    return table(slide.headline, _FEEDBACK, rows, "gf", numbers=True)


def _amount(value: int | None) -> str:
    return "–" if value is None else str(value)


def plan(slide: PlanSlide) -> Node:
    rows = [
        h(
            "tr",
            {"key": line.name},
            h("th", {"scope": "row"}, line.name),
            number(_PLAN[1], h("b", None, line.target)),
            number(_PLAN[2], line.outcome),
        )
        for line in slide.lines
    ]
    return table(slide.headline, _PLAN, rows, "gp", numbers=True)


def questions(slide: QuestionsSlide) -> Node:
    return h("ol", {"class": "asked"}, [h("li", {"key": words}, words) for words in slide.questions])


def sources(slide: SourcesSlide) -> Node:
    documents = [h("li", {"key": words}, parts.way(words, link)) for words, link in slide.documents]
    rules = [h("li", {"key": words}, words) for words in slide.rules]
    return (h("ul", {"class": "docs"}, documents), h("ul", {"class": "rules"}, rules))


_DRAW: dict[type[Any], tuple[str, Callable[[Any], Node]]] = {
    TitleSlide: ("titel", title),
    YearSlide: ("aret", year),
    GoalSlide: ("mal", goal),
    IndicatorSlide: ("indikator", indicator),
    ActivitiesSlide: ("aktiviteter", activities),
    FeedbackSlide: ("synpunkter", feedback),
    PlanSlide: ("plan", plan),
    QuestionsSlide: ("samtal", questions),
    SourcesSlide: ("kallor", sources),
}


def drawn(slide: AnySlide) -> tuple[str, Node]:
    """The slide's kind, for its looks, and what stands between headline and question."""
    kind, draw = _DRAW[type(slide)]
    return kind, draw(slide)
