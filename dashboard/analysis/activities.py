"""Where an activity stands in time, by its dates alone: running, ended, planned, long, moved between reports."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from dashboard.model import Kind


class State(StrEnum):
    """An activity's place in time when its report's period ends; the report's own words may say more."""

    RUNNING = "pågår"
    ENDED = "avslutad"
    PLANNED = "planerad"
    UNDATED = "datum saknas"


class MoveOf(StrEnum):
    """Which of the two dates a later report prints otherwise."""

    START = "start"
    END = "slut"


@dataclass(frozen=True, slots=True)
class Move:
    """A date that was `before` in the earlier report and is `now` in the later, both as ISO text."""

    of: MoveOf
    before: str
    now: str

    @property
    def later(self) -> bool:
        return self.now > self.before


# The last day that a report tells of; a plan is written before its year.
_ENDS = {Kind.T1: (0, 4, 30), Kind.T2: (0, 8, 31), Kind.VB: (0, 12, 31), Kind.VP: (-1, 12, 31)}


@cache
def period_end(kind: Kind, year: int) -> str:
    """The last day of the report's period as ISO text; for a plan the day before its year."""
    years, month, day = _ENDS[kind]
    return date(year + years, month, day).isoformat()


def state(start: str | None, end: str | None, kind: Kind, year: int) -> State:
    """By the dates, both as ISO text, on the last day of the report's period."""
    today = period_end(kind, year)
    if start and start > today:
        return State.PLANNED
    if end and end <= today:
        return State.ENDED
    return State.RUNNING if start and end else State.UNDATED


def longer_than_a_year(start: str | None, end: str | None) -> bool:
    """Whether the last day is a year or more after the first: a whole calendar year is not longer than one."""
    if not start or not end:
        return False
    return end >= f"{int(start[:4]) + 1:04d}{start[4:]}"


def moves(
    start_before: str | None, end_before: str | None, start: str | None, end: str | None, *, same_year: bool
) -> tuple[Move, ...]:
    """The dates that the later report prints otherwise; `same_year` when both reports are about one year.

    Of another year's report it is the same round of an activity only where the start is the same: an activity that is
    done every year is not moved.
    """
    if not same_year and start_before != start:
        return ()
    pairs = ((MoveOf.START, start_before, start), (MoveOf.END, end_before, end))
    return tuple(Move(of, before, now) for of, before, now in pairs if before and now and before != now)
