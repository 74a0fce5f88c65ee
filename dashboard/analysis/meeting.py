"""What a unit talks about at its workplace meeting: its best figures, those to work on, those worth a question."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from dashboard.analysis.attainment import met
from dashboard.analysis.attention import Entry, Group, furthest_first
from dashboard.analysis.change import Verdict
from dashboard.model import Status

T = TypeVar("T")

# The year's picture names so many of each; more would be a table.
MOST_NAMED = 3


class Talk(StrEnum):
    """Why an indicator has a question of its own, in the order that the questions are asked."""

    WORSE = "samre"
    ONE_SEX = "ett-kon"
    NOT_MET = "nar-inte"
    DIFFERS = "skiljer-sig"
    BETTER = "battre"


QUESTION_WORDS: dict[Talk, str] = {
    Talk.WORSE: "Vad kan vi påverka?",
    Talk.ONE_SEX: "Vad kan skillnaden bero på?",
    Talk.NOT_MET: "Vad skulle ta oss dit?",
    Talk.DIFFERS: "Hur ser vi på det?",
    Talk.BETTER: "Vad gjorde vi som vi ska fortsätta med?",
}


def to_work_on(rows: Iterable[tuple[Entry, T]], most: int | None = MOST_NAMED) -> list[T]:
    """The rows that need attention, in the order of its groups, furthest from the target first; `most` None is all."""
    entries = list(rows)
    held = [furthest_first([pair for pair in entries if pair[0].group is group]) for group in Group]
    return [row for pairs in held for _, row in pairs][:most]


def best(rows: Iterable[tuple[Status | None, Status | None, Verdict, T]], most: int = MOST_NAMED) -> list[T]:
    """The rows that reach their target, those that are better than last year first; none that is worse.

    Each row comes with its reported status, its computed one and its change. Equal ones stay in the report's order.
    """
    reached = [(verdict, row) for said, computed, verdict, row in rows if met(said, computed)]
    order = (Verdict.BETTER, Verdict.UNCHANGED, Verdict.NONE, Verdict.UNKNOWN)
    return [row for wanted in order for verdict, row in reached if verdict is wanted][:most]


def talk(
    said: Status | None, computed: Status | None, verdict: Verdict, missing: tuple[str, ...], *, apart: bool
) -> Talk | None:
    """The first reason that holds; `missing` are the sexes that miss the target, `apart` that the statuses differ."""
    reasons = (
        (Talk.WORSE, verdict is Verdict.WORSE),
        (Talk.ONE_SEX, len(missing) == 1),
        (Talk.NOT_MET, met(said, computed) is False),
        (Talk.DIFFERS, apart),
        (Talk.BETTER, verdict is Verdict.BETTER),
    )
    return next((reason for reason, holds in reasons if holds), None)
