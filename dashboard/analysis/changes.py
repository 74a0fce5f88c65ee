"""What became of a status, a target and a row from an earlier report, or an earlier state of the store, to a later."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from dashboard.analysis.plans import Figure, Move, moved
from dashboard.model import Direction, Kind, Status

T = TypeVar("T")
_ORDER = (Status.EJ, Status.DELVIS, Status.HELT)
_IN_TIME = (Kind.VP, Kind.T1, Kind.T2, Kind.VB)


class Step(StrEnum):
    """What became of a reported status; to be judged at all is neither better nor worse."""

    UP = "upp"
    DOWN = "ned"
    JUDGED = "nu bedömd"
    UNJUDGED = "inte längre bedömd"
    SAME = "oförändrad"


class TargetStep(StrEnum):
    """What became of a year's target."""

    RAISED = "höjt"
    LOWERED = "sänkt"
    SET = "infört"
    LIFTED = "borttaget"
    OTHER = "ändrat"
    SAME = "oförändrat"


@dataclass(frozen=True, slots=True)
class TargetMove:
    """`stricter` says whether the target asks for more, None where nobody can tell."""

    step: TargetStep
    delta: float | None = None
    stricter: bool | None = None


def status_step(before: Status | None, now: Status | None) -> Step:
    """From one reported status to another; None and 'Inga data' are both not judged."""
    was, became = before in _ORDER, now in _ORDER
    if not was or not became:
        return Step.SAME if was is became else Step.JUDGED if became else Step.UNJUDGED
    apart = _ORDER.index(Status(now)) - _ORDER.index(Status(before))  # type: ignore[arg-type]
    return Step.UP if apart > 0 else Step.DOWN if apart < 0 else Step.SAME


def target_step(before: Figure, now: Figure, direction: Direction) -> TargetMove:
    """From one printed target to another, as numbers or as words; a target may come, go, or change its form."""
    had, has = _given(before), _given(now)
    if not had or not has:
        return TargetMove(TargetStep.SAME if had is has else TargetStep.SET if has else TargetStep.LIFTED)
    found = moved(now, before, direction)
    steps = {Move.SAME: TargetStep.SAME, Move.RAISED: TargetStep.RAISED, Move.LOWERED: TargetStep.LOWERED}
    return TargetMove(steps.get(found.move, TargetStep.OTHER), found.delta or None, found.stricter)


def _given(figure: Figure) -> bool:
    return figure.value is not None or bool(figure.words)


@dataclass(frozen=True, slots=True)
class When:
    """A report's place in time."""

    year: int
    kind: Kind


def before_of(own: When, others: Iterable[When], *, nearest: bool) -> When | None:
    """The report to compare with: the same kind a year before, or the `nearest` follow-up of any kind before it."""
    if not nearest:
        return next((one for one in others if (one.year, one.kind) == (own.year - 1, own.kind)), None)
    earlier = [one for one in others if one.kind is not Kind.VP and _written(one) < _written(own)]
    return max(earlier, key=_written, default=None)


def _written(when: When) -> tuple[int, int]:
    return when.year, _IN_TIME.index(when.kind)


@dataclass(frozen=True, slots=True)
class Pairs(Generic[T]):
    """Rows that stand in both reports, those that came and those that went."""

    both: tuple[tuple[T, T], ...]
    came: tuple[T, ...]
    went: tuple[T, ...]


def paired(before: Sequence[T], now: Sequence[T], *keys: Callable[[T], Hashable]) -> Pairs[T]:
    """Rows with the same first key belong together, then of those left the ones with the same second key.

    Of several with one key the first belongs to the first.
    """
    both: list[tuple[T, T]] = []
    for key in keys:
        waiting: dict[Hashable, list[T]] = {}
        for row in before:
            waiting.setdefault(key(row), []).append(row)
        found = [(same.pop(0), row) for row in now if (same := waiting.get(key(row)))]
        both += found
        done = {id(row) for pair in found for row in pair}
        before = [row for row in before if id(row) not in done]
        now = [row for row in now if id(row) not in done]
    return Pairs(tuple(both), tuple(now), tuple(before))
