"""The slides of a unit's deck, drawn: what stands between a slide's headline and its question."""

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.model import Status
from dashboard.pages import parts
from dashboard.swedish import capital
from dashboard.ui import micro, signs
from dashboard.ui.markup import Node, h
from dashboard.ui.slide_bars import slide_bars
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
from dashboard.views.enhet_facts import ActivityLine
from dashboard.views.line import Line
from dashboard.views.status_words import REPORTED_WORDS
from dashboard.views.telling import Item

# The heads of columns; on a phone each number has its own beside it.
_FEEDBACK = ("Vad", "Tertial 1", "Tertial 2", "Helår", "Totalt")
_TARGETS = ("Indikator", "Årsmål", "KF:s årsmål")
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


def goal(slide: GoalSlide) -> Node:
    without = h("p", {"class": "without"}, slide.without) if slide.without else None
    return (_indicators(slide) if slide.lines else without, _acts(slide.acts), _said(slide.said_as, slide.said))


def _indicators(slide: GoalSlide) -> Node:
    plans = all(line.unjudged for _, line in slide.lines)
    heads = _TARGETS if plans else ("Indikator", "Status", "Utfall mot årsmål", "Mot året före")
    before = dict(slide.subs)
    rows: list[Node] = []
    for place, (name, line) in enumerate(slide.lines):
        if place in before:
            rows.append(_between(before[place], len(heads)))
        rows.append(_planned_row(name, line) if plans else _indicator_row(name, line))
    return _table(f"Indikatorer, {slide.headline}", heads, rows, "gp" if plans else "gi", numbers=plans)


def _planned_row(name: str, line: Line) -> Node:
    """A plan has targets and nothing to judge."""
    own = _number(_TARGETS[1], h("b", None, line.target.words))
    return h("tr", {"key": line.key}, h("th", {"scope": "row"}, name), own, _number(_TARGETS[2], line.kf_target.words))


def _between(words: str, columns: int) -> Node:
    """A line of a table that heads those below it."""
    return h("tr", {"class": "sub"}, h("th", {"colspan": columns, "scope": "rowgroup"}, words))


def _indicator_row(name: str, line: Line) -> Node:
    arrow = micro.change(line.moved.arrow, capital(line.moved.word))
    drawn = micro.bullet(parts.measure(line.drawn), width=220) if line.drawn.value is not None else None
    aim = f"årsmål {line.target.words}"
    return h(
        "tr",
        {"key": line.key},
        h("th", {"scope": "row"}, name),
        h("td", None, _status(line)),
        h("td", {"class": "bar"}, drawn, h("span", {"class": "nums"}, h("b", None, line.outcome.words), ", ", aim)),
        h("td", {"class": "chg"}, arrow),
    )


def _status(line: Line) -> Node:
    """What the report says, and what is computed where that differs or nothing is said."""
    told = signs.reported_words(line.reported) if line.reported not in (None, Status.INGEN) else None
    counted = signs.computed_words(line.computed, counted_words(line)) if line.beside else None
    return h("div", {"class": "sts"}, told, counted)


def _acts(acts: Sequence[ActivityLine]) -> Node:
    if not acts:
        return None
    items = [
        h("li", {"key": act.key}, h("span", None, act.title), h("span", None, act.deviation or f"slut {act.end}"))
        for act in acts
    ]
    return h("div", {"class": "acts2"}, h("h3", None, "Aktiviteter"), h("ul", None, items))


def _said(heading: str, words: str) -> Node:
    if not words:
        return None
    return h("div", {"class": "said"}, h("h3", None, heading), h("blockquote", None, h("p", None, words)))


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
        h("p", {"class": "judged"}, signs.reported_words(line.reported, _reported(line.reported))),
        h("p", {"class": "judged c"}, counted) if not line.unjudged else None,
    )
    panels = slide.chart.panels if slide.chart else ()
    drawn = slide_bars(panels[0], slide.chart.alt) if panels and slide.chart else None
    nothing = h("p", {"class": "without"}, "Det finns inget att jämföra med i rapporten.")
    return h("div", {"class": "halves"}, h("div", None, told), h("div", None, drawn or nothing))


def _reported(status: Status | None) -> str:
    if status in (None, Status.INGEN):
        return "Rapporten anger ingen status"
    return f"{REPORTED_WORDS[status]}, enligt rapporten"


def activities(slide: ActivitiesSlide) -> Node:
    rows: list[Node] = []
    for heading, lines in slide.groups:
        rows.append(_between(heading, 3))
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
    return _table(slide.headline, _ACTIVITIES, rows, "ga")


def feedback(slide: FeedbackSlide) -> Node:
    rows: list[Node] = []
    for group in slide.groups:
        if not says_itself(group):
            rows.append(_between(group.name, 5))
        for row in group.rows:
            told = (row.t1, row.t2, row.vb, row.total)
            amounts = [_number(head, _amount(one)) for head, one in zip(_FEEDBACK[1:], told, strict=True)]
            rows.append(h("tr", {"key": row.number}, h("th", {"scope": "row"}, row.category), amounts))
    return _table(slide.headline, _FEEDBACK, rows, "gf", numbers=True)


def _amount(value: int | None) -> str:
    return "–" if value is None else str(value)


def plan(slide: PlanSlide) -> Node:
    rows = [
        h(
            "tr",
            {"key": line.name},
            h("th", {"scope": "row"}, line.name),
            _number(_PLAN[1], h("b", None, line.target)),
            _number(_PLAN[2], line.outcome),
        )
        for line in slide.lines
    ]
    return _table(slide.headline, _PLAN, rows, "gp", numbers=True)


def questions(slide: QuestionsSlide) -> Node:
    return h("ol", {"class": "asked"}, [h("li", {"key": words}, words) for words in slide.questions])


def sources(slide: SourcesSlide) -> Node:
    documents = [h("li", {"key": words}, parts.way(words, link)) for words, link in slide.documents]
    rules = [h("li", {"key": words}, words) for words in slide.rules]
    return (h("ul", {"class": "docs"}, documents), h("ul", {"class": "rules"}, rules))


def _number(head: str, words: Node) -> Node:
    return h("td", {"class": "num", "data-h": head}, words)


def _table(caption: str, heads: Sequence[str], rows: Sequence[Node], style: str, numbers: bool = False) -> Node:
    """`numbers`: every column but the first holds numbers."""
    cells = [
        h("th", {"scope": "col", "class": "num" if numbers and place else None}, words)
        for place, words in enumerate(heads)
    ]
    return h(
        "table",
        {"class": style},
        h("caption", {"class": "vh"}, caption),
        h("thead", None, h("tr", None, cells)),
        h("tbody", None, rows),
    )


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
