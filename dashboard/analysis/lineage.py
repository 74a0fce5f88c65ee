"""Is it the same goal as before? Goals hold for years: one may go on with other words or another number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dashboard.catalogue.likeness import likeness
from dashboard.catalogue.mandates import mandate
from dashboard.model import Level
from dashboard.swedish import slug

COUNCIL = (Level.INRIKTNINGSMAL, Level.VERKSAMHETSOMRADESMAL)


class Kin(StrEnum):
    """How two goals of different years belong together; only the first two are certain."""

    SAME = "samma mål"
    REWORDED = "samma mål, annan lydelse"
    LIKE = "liknar"
    PLACE = "samma plats"


@dataclass(frozen=True, slots=True)
class Wording:
    """A goal as one year's reports print it; `above` is the goal above it, `units` are those that have it."""

    key: str
    level: Level
    code: str | None
    title: str
    year: int
    above: str = ""
    units: frozenset[str] = field(default=frozenset())

    @property
    def name(self) -> str:
        """Equal for titles that differ in spaces, case and marks alone."""
        return slug(self.title)


@dataclass(frozen=True, slots=True)
class Kinship:
    """The goal of the other year, and how it belongs to this one."""

    kin: Kin
    other: Wording


def kinship(own: Wording, beside: Sequence[Wording], others: Iterable[Wording]) -> Kinship | None:
    """What `own` is called among `others`, the goals of another year; `beside` are all goals of its own year.

    None where it isn't there under any name: a goal of the council's keeps its number within a mandate period, any
    other goal keeps its title, and else must be alike or stand alone in the same place.
    """
    level = [other for other in others if other.level is own.level]
    if own.level in COUNCIL and own.code:
        numbered = [other for other in level if other.code and mandate(other.year) == mandate(own.year)]
        if numbered:
            return next((_as_numbered(own, other) for other in numbered if other.code == own.code), None)
    titled = sorted((other for other in level if other.name == own.name), key=lambda other: other.above != own.above)
    return Kinship(Kin.SAME, titled[0]) if titled else _reworded(own, beside, level)


def _as_numbered(own: Wording, other: Wording) -> Kinship:
    return Kinship(Kin.SAME if other.name == own.name else Kin.REWORDED, other)


def _reworded(own: Wording, beside: Sequence[Wording], level: Sequence[Wording]) -> Kinship | None:
    """Only titles that the own year doesn't have may have become another: the nearest, else the one in its place."""
    kept = {one.name for one in beside if one.level is own.level}
    gone = [other for other in level if other.name not in kept and _of_one_unit(own, other)]
    found = likeness(own.title, {other.title: other.key for other in gone})
    if found:
        return Kinship(Kin.LIKE, next(other for other in gone if other.key == found.id))
    there = {other.name for other in level}
    came = [one for one in beside if _same_place(own, one) and one.name not in there]
    left = [other for other in gone if _same_place(own, other)]
    return Kinship(Kin.PLACE, left[0]) if len(came) == len(left) == 1 else None


def _same_place(own: Wording, other: Wording) -> bool:
    """Of the council's goals and the board's there are many side by side, and none stands in another's place."""
    alike = (own.level, own.above) == (other.level, other.above)
    return own.level is Level.ENHETSMAL and bool(own.above) and alike and _of_one_unit(own, other)


def _of_one_unit(own: Wording, other: Wording) -> bool:
    """A unit's goal goes on in the same unit; goals of the council and of a board are everybody's."""
    return own.level is not Level.ENHETSMAL or bool(own.units & other.units)
