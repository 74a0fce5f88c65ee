"""A plan's target beside the year before and the follow-up: what was raised, lowered, begun or dropped."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.analysis.attainment import right_side
from dashboard.analysis.exact import compare, minus
from dashboard.model import Direction


class Move(StrEnum):
    """What became of a target since the year before; NONE where the two can't be compared."""

    NEW = "ny"
    RAISED = "hojt"
    LOWERED = "sankt"
    SAME = "oforandrat"
    DROPPED = "borttagen"
    NONE = "utan"


MOVE_WORDS: dict[Move, str] = {
    Move.NEW: "Ny i planen",
    Move.RAISED: "Höjt",
    Move.LOWERED: "Sänkt",
    Move.SAME: "Oförändrat",
    Move.DROPPED: "Inte med i planen",
    Move.NONE: "Går inte att jämföra",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A target or an outcome as printed: its number and measure, or words; `there` that the report has the row."""

    value: float | None = None
    unit: str | None = None
    words: str | None = None
    there: bool = True


NOWHERE = Figure(there=False)


@dataclass(frozen=True, slots=True)
class Moved:
    """`delta` is the new target minus the old; `stricter` says whether it asks for more, None where nobody can tell."""

    move: Move
    delta: float | None = None
    stricter: bool | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """The last outcome against the planned target: `left` is what it lacks, 0 where it is reached already."""

    reached: bool
    left: float


def moved(planned: Figure, before: Figure, direction: Direction) -> Moved:
    """What became of a target from the year before to the plan."""
    if not planned.there or not before.there:
        return Moved(Move.NEW if planned.there else Move.DROPPED)
    if planned.value is None and before.value is None and planned.words and planned.words == before.words:
        return Moved(Move.SAME)
    if planned.value is None or before.value is None or not _same_unit(planned, before):
        return Moved(Move.NONE)
    delta = minus(planned.value, before.value)
    if not delta:
        return Moved(Move.SAME, 0.0)
    return Moved(Move.RAISED if delta > 0 else Move.LOWERED, delta, _stricter(delta, direction))


def ahead(outcome: Figure, planned: Figure, direction: Direction) -> Ahead | None:
    """How far the last outcome is from the planned target; None where they can't be compared."""
    if outcome.value is None or planned.value is None or not _same_unit(outcome, planned):
        return None
    reached = right_side(outcome.value, planned.value, direction)
    if reached is None:
        return None
    return Ahead(reached, 0.0 if reached else abs(minus(planned.value, outcome.value)))


def kept(planned: Figure, outcome: Figure, direction: Direction) -> bool | None:
    """Whether the year's outcome reached what the plan had set; None where it can't be told."""
    found = ahead(outcome, planned, direction)
    return found.reached if found else None


def _stricter(delta: float, direction: Direction) -> bool | None:
    if direction is Direction.HIGHER:
        return compare(delta, 0.0) > 0
    return compare(delta, 0.0) < 0 if direction is Direction.LOWER else None


def _same_unit(one: Figure, other: Figure) -> bool:
    """A figure printed without its unit is taken to have the same one: reports leave it out."""
    return not (one.unit and other.unit and one.unit != other.unit)
