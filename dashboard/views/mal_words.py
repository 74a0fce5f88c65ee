"""What the units say of a goal in their own words, each with its place; the texts are asked for these goals alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.model import Kind, Level, Selection, Status
from dashboard.swedish import slug
from dashboard.views.enhet_goals import Words, place_words
from dashboard.views.goal_tree import Node
from dashboard.views.link import Link, source
from dashboard.views.reports import Report
from dashboard.views.rows import GoalLine

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class Before:
    """What a unit reported of the goal in the same period of the year before, with the goal on its page."""

    year: int
    status: Status | None
    link: Link


@dataclass(frozen=True, slots=True)
class UnitWords:
    """One unit's goal with its own words; `title` is told where the goal is not the page's own.

    `before` is the status that the unit reported the year before, where it had a goal of the same title. `same`
    is what tells that.
    """

    key: str
    unit: str
    to: Link
    title: str
    status: Status | None
    planned: bool
    words: tuple[Words, ...]
    source: Link
    source_words: str
    same: tuple[str, str] = ("", "")
    before: Before | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    document: str
    number: int
    heading: str
    body: str


def words_of(store: "Store", node: Node, goals: Sequence[GoalLine], names: Mapping[str, str]) -> tuple[UnitWords, ...]:
    if not goals:
        return ()
    texts = store.rows(
        "goal_texts",
        _Text,
        documents=sorted({goal.document for goal in goals}),
        goals=[f"{goal.document} {goal.number}" for goal in goals],
    )
    said: dict[tuple[str, int], list[Words]] = {}
    for text in texts:
        paragraphs = tuple(part for part in text.body.split("\n") if part.strip())
        said.setdefault((text.document, text.number), []).append(Words(text.heading, paragraphs))
    return tuple(_unit_words(goal, node, said.get((goal.document, goal.number), []), names) for goal in goals)


def _unit_words(goal: GoalLine, node: Node, words: Sequence[Words], names: Mapping[str, str]) -> UnitWords:
    to = Selection(unit=goal.unit, year=goal.year, period=goal.kind, rows=(goal.key,))
    return UnitWords(
        key=f"ord-{goal.document}-{goal.number}",
        unit=names[goal.unit],
        to=Link("enhet", to, goal.key),
        title="" if goal.title == node.title else goal.title,
        status=goal.status,
        planned=goal.kind is Kind.VP,
        words=tuple(words),
        source=source(goal.document, goal.place_line, goal.key),
        source_words=place_words(goal.place_line, goal.place_page),
        same=(goal.unit, slug(goal.title)),
    )


def with_before(
    store: "Store", words: Sequence[UnitWords], reports: Sequence[Report], here: Selection
) -> tuple[UnitWords, ...]:
    """The words with last year's status beside; a plan has none. Only the same title in the same unit is the same."""
    year = (here.year or 0) - 1
    before = [report.id for report in reports if (report.year, report.kind) == (year, here.period)]
    if not before or not words or here.period is Kind.VP:
        return tuple(words)
    goals = store.rows("goal_lines", GoalLine, documents=before)
    known = {(goal.unit, slug(goal.title)): goal for goal in goals if goal.level is Level.ENHETSMAL}
    return tuple(replace(one, before=_before(known.get(one.same))) for one in words)


def _before(goal: GoalLine | None) -> Before | None:
    if goal is None:
        return None
    to = Selection(unit=goal.unit, year=goal.year, period=goal.kind, rows=(goal.key,))
    return Before(goal.year, goal.status, Link("enhet", to, goal.key))
