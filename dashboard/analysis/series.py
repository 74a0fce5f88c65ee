"""Where a series is broken: from which year on its figures can't be laid beside the earlier ones, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from dashboard.swedish import fold


class Cause(StrEnum):
    """What changed: the unit of measure, or the name, and with it perhaps what is measured."""

    MEASURE = "mätenheten"
    NAME = "namnet"


@dataclass(frozen=True, slots=True)
class Measured:
    """A year's figure as its report prints it: its unit of measure (None where none is printed) and its name."""

    year: int
    measure: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Broken:
    """From `year` on another unit of measure, or another name, than before."""

    year: int
    cause: Cause
    before: str
    now: str


def breaks(measured: Sequence[Measured]) -> tuple[Broken, ...]:
    """Each change between one year and the next that there is; a name cut short or spaced otherwise is the same."""
    ordered = sorted(measured, key=lambda one: one.year)
    found: list[Broken] = []
    for before, now in pairwise(ordered):
        if before.measure and now.measure and before.measure != now.measure:
            found.append(Broken(now.year, Cause.MEASURE, before.measure, now.measure))
        if not _same_name(before.name, now.name):
            found.append(Broken(now.year, Cause.NAME, before.name, now.name))
    return tuple(found)


def _same_name(name: str, other: str) -> bool:
    shorter, longer = sorted((fold(name), fold(other)), key=len)
    return longer.startswith(shorter)
