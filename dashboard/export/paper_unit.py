"""A unit's page as plain data for the template: nothing is counted or worded anew here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.picture import bare
from dashboard.charts.spec import ChartSpec
from dashboard.export.paper_parts import Address, Data, reported, tallies, words_of
from dashboard.export.paper_plan import plan
from dashboard.export.paper_rows import groups
from dashboard.views.enhet import Enhet
from dashboard.views.enhet_facts import ActivityLine, FactOf, FeedbackGroup
from dashboard.views.enhet_goals import Area, UnitGoal
from dashboard.views.line import Fact
from dashboard.views.sections import NOT_COUNTED, QUOTED_WORDS, Grid, Part, Quotes, SectionLine
from dashboard.views.source_document import Doubted

# Drawn this wide and set on paper at TYPE of its size: its words are then a little smaller than those beside it.
WIDTH = 600


@dataclass(frozen=True, slots=True)
class Origin:
    """The report that the figures come from: what it is, what is doubtful in it, and the address of its page."""

    facts: Sequence[tuple[str, Fact]]
    doubts: Sequence[Doubted]
    link: str


def unit(view: Enhet, address: Address, origin: Origin) -> Data:
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
        "facts": [_fact(fact) for fact in content.facts],
        "tallies": tallies(content.tallies),
        "areas": [_area(area, address) for area in content.areas],
        "indicators": groups(view, content, address),
        "plan": plan(content.plan, view.year, address) if content.plan else None,
        "figures": [_figure(spec) for spec in (content.sexes, content.years) if spec],
        "activities": [_activity(one, address) for one in content.activities],
        "feedback": [_feedback(group, address) for group in content.feedback],
        "sections": [_section(line, address) for line in content.sections],
        "quotes": _quotes(content.quotes, address),
        "doubts": [_doubt(doubt, address) for doubt in origin.doubts],
        "source": [[label, fact.words] for label, fact in origin.facts],
        "link": origin.link,
    }


def _fact(fact: FactOf) -> Data:
    more = ", ".join(words for words, _ in fact.links)
    return {"label": fact.label, "words": " ".join(part for part in (fact.words, more) if part)}


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
        "status": reported(goal.status, "Bedöms senare" if goal.planned else None),
        "words": words_of(goal.words or ()),
        "source": goal.source_words,
        "link": address(goal.source),
    }


def _figure(spec: ChartSpec) -> Data:
    return {
        "title": spec.title,
        "below": spec.subtitle,
        "caption": spec.caption,
        "alt": spec.alt,
        "svg": bare(spec, width=WIDTH),
        "width": WIDTH,
    }


def _activity(one: ActivityLine, address: Address) -> Data:
    return {
        "title": one.title,
        "code": one.code or "saknas",
        "start": one.start or "saknas",
        "end": one.end or "saknas",
        "deviation": one.deviation or "ingen angiven",
        "words": words_of(one.words or ()),
        "source": one.source_words,
        "link": address(one.source),
    }


def _feedback(group: FeedbackGroup, address: Address) -> Data:
    rows = [
        {
            "cells": [row.category, *(_amount(value) for value in (row.t1, row.t2, row.vb, row.total))],
            "source": row.source_words,
            "link": address(row.source),
        }
        for row in group.rows
    ]
    return {"name": group.name, "rows": rows, "empty": group.empty}


def _amount(value: int | None) -> str:
    return "saknas" if value is None else str(value)


def _section(line: SectionLine, address: Address) -> Data:
    """Its heading and what stands within it, with all its words where they are opened, else where they stand."""
    return {
        "heading": line.heading,
        "within": line.within,
        "parts": None if line.parts is None else [_part(part, address) for part in line.parts],
        "source": line.source_words,
        "link": address(line.source),
    }


def _part(part: Part, address: Address) -> Data:
    blocks: list[Data] = [
        {"header": list(block.header), "rows": [list(row) for row in block.rows], "words": ""}
        if isinstance(block, Grid)
        else {"header": [], "rows": [], "words": block}
        for block in part.blocks
    ]
    return {
        "heading": part.heading,
        "blocks": blocks,
        "source": part.source_words,
        "link": address(part.source),
    }


def _quotes(quotes: Quotes | None, address: Address) -> Data | None:
    if quotes is None or not quotes.groups:
        return None
    told: list[Data] = [
        {
            "subject": subject,
            "sentences": [
                {
                    "words": f"”{one.sentence}”",
                    "source": f"{one.heading}, {one.source_words}",
                    "link": address(one.source),
                }
                for one in found
            ],
        }
        for subject, found in quotes.groups
    ]
    return {"title": QUOTED_WORDS, "note": NOT_COUNTED, "groups": told}


def _doubt(doubt: Doubted, address: Address) -> dict[str, Any]:
    return {
        "severity": doubt.severity_words,
        "reason": doubt.reason,
        "source": doubt.where,
        "link": address(doubt.link) if doubt.link else "",
    }
