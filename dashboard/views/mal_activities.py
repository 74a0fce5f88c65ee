"""The activities that hang on a goal or beneath it, unit by unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import Selection
from dashboard.views.enhet_facts import ActivityRow
from dashboard.views.enhet_goals import place_words
from dashboard.views.goal_tree import Node, walk
from dashboard.views.link import Link, source
from dashboard.views.rows import GoalLine

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class ActivityOf:
    """An activity under the goal, with its unit and its place."""

    key: str
    title: str
    unit: str
    to: Link
    start: str
    end: str
    deviation: str
    source: Link
    source_words: str


@dataclass(frozen=True, slots=True)
class _Activity(ActivityRow):
    document: str = ""


def activities_of(store: "Store", node: Node, names: Mapping[str, str]) -> list[ActivityOf]:
    goals = {(goal.document, goal.number): goal for one in walk([node]) for goal in one.own}
    documents = sorted({goal.document for goal in goals.values() if goal.activities})
    if not documents:
        return []
    found = [
        (goals[row.document, row.goal], row)
        for row in store.rows("activities", _Activity, documents=documents)
        if row.goal is not None and (row.document, row.goal) in goals
    ]
    order = list(names)
    found.sort(key=lambda pair: (order.index(pair[0].unit), pair[1].number))
    return [_activity(goal, row, names) for goal, row in found]


def _activity(goal: GoalLine, row: _Activity, names: Mapping[str, str]) -> ActivityOf:
    key = f"a{row.number}"
    to = Selection(unit=goal.unit, year=goal.year, period=goal.kind, rows=(key,) if row.has_analysis else ())
    return ActivityOf(
        key=f"{goal.document}-{key}",
        title=row.title,
        unit=names[goal.unit],
        to=Link("enhet", to, key),
        start=row.start or "",
        end=row.end or "",
        deviation=row.deviation or "",
        source=source(row.document, row.place_line, key),
        source_words=place_words(row.place_line, row.place_page),
    )
