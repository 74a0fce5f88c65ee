"""Which goals' statuses changed between two reports of one unit, and which goals came and went."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from dashboard.analysis.changes import Step, status_step
from dashboard.analysis.lineage import Kin, Wording, indexed, kinship, title_key
from dashboard.model import Kind, Level, Selection, Status
from dashboard.views.changes import STEPS, Change, Sentence, Sides, Sort, stepped
from dashboard.views.line import place_words
from dashboard.views.link import Link, source
from dashboard.views.rows import GoalLine
from dashboard.views.states import Way
from dashboard.views.telling import REPORTED_AS

# The council's own goals come and go with the mandate, for all units alike.
_OWN = (Level.NAMNDMAL, Level.ENHETSMAL)


def of_goals(before: Sequence[GoalLine], now: Sequence[GoalLine], sides: Sides) -> Iterator[Change]:
    """Of goals: statuses, and which of the board's and the unit's own came and went."""
    was, became = _worded(before), _worded(now)
    beside, others = indexed(became), indexed(was)
    same: set[str] = set()
    for wording, goal in became.items():
        found = kinship(wording, beside, others)
        old = was.get(found.other) if found and found.kin in (Kin.SAME, Kin.REWORDED) else None
        if old is not None and old.key not in same:
            same.add(old.key)
            yield from _goal_status(old, goal, sides)
        elif before and goal.level in _OWN:
            yield _goal_change(Sort.NEW, goal, partial(_goal_came, goal, sides), letter="gn")
    for goal in before if now else ():
        if goal.level in _OWN and goal.key not in same:
            yield _goal_change(Sort.ENDED, goal, partial(_goal_went, goal, sides), letter="gb")


def _worded(goals: Sequence[GoalLine]) -> dict[Wording, GoalLine]:
    titles = {goal.number: title_key(goal.title) for goal in goals}
    return {
        Wording(
            goal.key,
            goal.level,
            goal.code,
            goal.title,
            goal.year,
            titles.get(_parent(goal), ""),
            frozenset({goal.unit}),
        ): goal
        for goal in goals
    }


def _parent(goal: GoalLine) -> int:
    return -1 if goal.parent is None else goal.parent


def _goal_status(old: GoalLine, new: GoalLine, sides: Sides) -> Iterator[Change]:
    step = status_step(old.status, new.status)
    if step is not Step.SAME and Kind.VP not in (old.kind, new.kind):
        tell = partial(_status_told, old, new, step, sides)
        yield _goal_change(STEPS[step], new, tell, letter="gu", statuses=(old.status, new.status))


def _status_told(old: GoalLine, new: GoalLine, step: Step, sides: Sides) -> Sentence:
    rest = stepped(step, old.status, new.status, sides)
    return _sentence(new, rest, (_goal_way(old, sides.then), _goal_way(new, sides.now)))


def _goal_came(goal: GoalLine, sides: Sides) -> Sentence:
    rest = f"är ett nytt {goal.level} ({sides.now}){_judged_as(', med', goal)}."
    return _sentence(goal, rest, (_goal_way(goal, sides.now),))


def _goal_went(goal: GoalLine, sides: Sides) -> Sentence:
    rest = f"finns inte kvar ({sides.now}), men fanns{_judged_as(' med', goal)} ({sides.then})."
    return _sentence(goal, rest, (_goal_way(goal, sides.then),))


def _judged_as(word: str, goal: GoalLine) -> str:
    return f"{word} statusen {goal.status}" if goal.status in REPORTED_AS else ""


def _goal_way(goal: GoalLine, when: str) -> Way:
    words = place_words(goal.place_line, goal.place_page) or "rapporten"
    return Way(f"{when}: {words}", source(goal.document, goal.place_line, goal.key))


def _goal_change(
    sort: Sort,
    goal: GoalLine,
    tell: Callable[[], Sentence],
    *,
    letter: str,
    statuses: tuple[Status | None, Status | None] | None = None,
) -> Change:
    return Change(f"{letter}-{goal.document}-{goal.key}", sort, goal.unit, tell, statuses)


def _sentence(goal: GoalLine, rest: str, sources: tuple[Way, ...]) -> Sentence:
    to = Link("enhet", Selection(unit=goal.unit, year=goal.year, period=goal.kind, rows=(goal.key,)), goal.key)
    return Sentence(goal.title.rstrip(" ."), rest, to, "Se målet", sources)
