"""A unit's page as plain data for the template: nothing is counted or worded anew here."""

from collections.abc import Callable
from typing import Any

from dashboard.charts.picture import bare
from dashboard.charts.spec import ChartSpec
from dashboard.model import Selection, Status
from dashboard.views.counts import Tally
from dashboard.views.enhet import Content, Enhet
from dashboard.views.enhet_facts import ActivityLine, FeedbackGroup
from dashboard.views.enhet_goals import Area, UnitGoal, Words
from dashboard.views.enhet_rows import IndicatorGroup, IndicatorLine
from dashboard.views.link import Link
from dashboard.views.status_words import REPORTED_WORDS

Address = Callable[[Link], str]
Data = dict[str, Any]
# As wide as the text on the paper, so that type in a drawing is as large as beside it.
WIDTH = 640


def unit(view: Enhet, address: Address) -> Data:
    """A unit's part of the report; `view` has its rows opened."""
    content = view.content
    if content is None:
        raise ValueError("a unit without a report has no paper")
    return {
        "name": view.name,
        "period": view.period,
        "former": view.former,
        "lead": content.lead.strong,
        "rest": content.lead.rest,
        "facts": [
            {"label": fact.label, "words": _fact_words(fact.words, [words for words, _ in fact.links])}
            for fact in content.facts
        ],
        "tallies": [_tally(tally) for tally in content.tallies],
        "areas": [_area(area, address) for area in content.areas],
        "groups": [_group(group, address) for group in content.groups],
        "figures": [_figure(spec) for spec in (content.sexes, content.years) if spec],
        "activities": [_activity(one, address) for one in content.activities],
        "feedback": [_feedback(group) for group in content.feedback],
        "link": _page(view, content, address),
    }


def _fact_words(words: str, more: list[str]) -> str:
    return " ".join([words, ", ".join(more)]).strip()


def _page(view: Enhet, content: Content, address: Address) -> str:
    """The unit's own page, which the back of the crumb has the year and period of."""
    first = view.years[0].link if view.years else None
    unit_id = first.to.unit if first else None
    return address(Link("enhet", Selection(unit=unit_id, year=view.year, period=content.kind))) if unit_id else ""


def _tally(tally: Tally) -> Data:
    return {"name": tally.name, "basis": tally.basis, "words": tally.alt}


def _area(area: Area, address: Address) -> Data:
    return {
        "title": " ".join(part for part in (area.code, area.title) if part),
        "without": area.without,
        "goals": [_goal(goal, address) for goal in area.goals],
    }


def _goal(goal: UnitGoal, address: Address) -> Data:
    return {
        "title": goal.title,
        "above": goal.above,
        "status": _status(goal.status) if not goal.planned else None,
        "words": _words(goal.words or ()),
        "source": goal.source_words,
        "link": address(goal.source),
    }


def _status(status: Status | None) -> Data:
    known = status or Status.INGEN
    return {"mark": known.value, "words": REPORTED_WORDS[known]}


def _words(told: tuple[Words, ...]) -> list[Data]:
    return [{"heading": words.heading, "paragraphs": list(words.paragraphs)} for words in told]


def _group(group: IndicatorGroup, address: Address) -> Data:
    return {
        "title": " ".join(part for part in (group.code, group.title) if part),
        "rows": [_row(line, address) for line in group.lines],
    }


def _row(row: IndicatorLine, address: Address) -> Data:
    line = row.line
    moved = " ".join(part for part in (line.moved.word, line.moved.figure) if part)
    sexes = line.sexes.why or ". ".join(part for part in (line.sexes.gap, line.sexes.remark) if part)
    return {
        "name": row.name,
        "status": None if line.unjudged else _status(line.reported),
        "computed": line.counted,
        "differs": line.beside,
        "distance": line.distance,
        "outcome": line.outcome.words,
        "target": line.target.words,
        "kf": line.kf_target.words,
        "previous": line.previous.words,
        "moved": moved,
        "sexes": sexes,
        "flags": list(line.flags),
        "words": _words(row.detail.words if row.detail else ()),
        "source": row.source_words,
        "link": address(line.source),
    }


def _figure(spec: ChartSpec) -> Data:
    return {
        "title": spec.title,
        "below": spec.subtitle,
        "caption": spec.caption,
        "alt": spec.alt,
        "svg": bare(spec, width=WIDTH),
    }


def _activity(one: ActivityLine, address: Address) -> Data:
    return {
        "title": one.title,
        "code": one.code,
        "start": one.start,
        "end": one.end,
        "deviation": one.deviation,
        "words": _words(one.words or ()),
        "link": address(one.source),
    }


def _feedback(group: FeedbackGroup) -> Data:
    rows = [[row.category, *(_amount(value) for value in (row.t1, row.t2, row.vb, row.total))] for row in group.rows]
    return {"name": group.name, "rows": rows, "empty": group.empty}


def _amount(value: int | None) -> str:
    return "saknas" if value is None else str(value)
