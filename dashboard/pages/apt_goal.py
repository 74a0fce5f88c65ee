"""A goal's slide, drawn: its indicators with status, bar to target and change, its activities, the unit's own words."""

from collections.abc import Sequence

from dashboard.model import Status
from dashboard.pages import parts
from dashboard.pages.apt_tables import between, number, table
from dashboard.swedish import capital
from dashboard.ui import micro, signs
from dashboard.ui.markup import Node, h
from dashboard.views.apt_goals import counted_words
from dashboard.views.apt_slides import GoalSlide
from dashboard.views.enhet_facts import ActivityLine
from dashboard.views.line import Line

_TARGETS = ("Indikator", "Årsmål", "KF:s årsmål")


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
            rows.append(between(before[place], len(heads)))
        rows.append(_planned_row(name, line) if plans else _indicator_row(name, line))
    return table(f"Indikatorer, {slide.headline}", heads, rows, "gp" if plans else "gi", numbers=plans)


def _planned_row(name: str, line: Line) -> Node:
    """A plan has targets and nothing to judge."""
    own = number(_TARGETS[1], h("b", None, line.target.words))
    return h("tr", {"key": line.key}, h("th", {"scope": "row"}, name), own, number(_TARGETS[2], line.kf_target.words))


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
