"""Which of a unit's own goals are new in its plan, which it dropped, and which went on with other words."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.analysis.lineage import Goals, Kin, Wording, kinship
from dashboard.model import Kind, Level, Selection
from dashboard.views.link import Link


@dataclass(frozen=True, slots=True)
class GoalChange:
    """A unit goal and what became of it; `link` is its page."""

    title: str
    words: str
    link: Link


def goal_changes(planned: Goals, before: Goals, board: str | None) -> tuple[GoalChange, ...]:
    """New and reworded ones in the plan's order, then those that the year before had and the plan has not."""
    told: list[GoalChange] = []
    kept: set[str] = set()
    for own in _unit_goals(planned):
        found = kinship(own, planned, before)
        link = Link("mal", Selection(board=board, year=own.year, period=Kind.VP, goal=own.key))
        if found is None:
            told.append(GoalChange(own.title, "Nytt i planen", link))
        elif found.kin is not Kin.SAME:
            told.append(GoalChange(own.title, _reworded(found.kin, found.other), link))
        if found:
            kept.add(found.other.key)
    for gone in _unit_goals(before):
        if gone.key not in kept:
            link = Link("mal", Selection(board=board, year=gone.year, goal=gone.key))
            told.append(GoalChange(gone.title, f"Fanns {gone.year}, inte med i planen", link))
    return tuple(told)


def _unit_goals(goals: Goals) -> Sequence[Wording]:
    return goals.levels.get(Level.ENHETSMAL, ())


def _reworded(kin: Kin, other: Wording) -> str:
    begins = "På samma plats stod" if kin is Kin.PLACE else "Liknar"
    return f"{begins} {other.year}: {other.title}"
