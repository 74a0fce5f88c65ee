"""Is it the same goal as before? Goals hold for years: one may go on with other words or another number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

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
        return title_key(self.title)


@lru_cache(maxsize=10_000)
def title_key(title: str) -> str:
    """Equal for titles that differ in spaces, case and marks alone; the same titles come again every year."""
    return slug(title)


@dataclass(frozen=True, slots=True)
class Goals:
    """One year's goals, found by level, by the council's number and by title; made by `indexed`."""

    all: tuple[Wording, ...]
    levels: Mapping[Level, Sequence[Wording]]
    codes: Mapping[tuple[Level, str], Wording]
    names: Mapping[tuple[Level, str], Sequence[Wording]]


def indexed(wordings: Iterable[Wording]) -> Goals:
    levels: dict[Level, list[Wording]] = {}
    codes: dict[tuple[Level, str], Wording] = {}
    names: dict[tuple[Level, str], list[Wording]] = {}
    found = tuple(wordings)
    for one in found:
        levels.setdefault(one.level, []).append(one)
        names.setdefault((one.level, one.name), []).append(one)
        if one.code:
            codes.setdefault((one.level, one.code), one)
    return Goals(found, levels, codes, names)


@dataclass(frozen=True, slots=True)
class Kinship:
    """The goal of the other year, and how it belongs to this one."""

    kin: Kin
    other: Wording


def kinship(own: Wording, beside: Goals, others: Goals) -> Kinship | None:
    """What `own` is called among `others`, the goals of another year; `beside` are all goals of its own year.

    None where it isn't there under any name: a goal of the council's keeps its number within a mandate period, any
    other goal keeps its title, and else must be alike or stand alone in the same place.
    """
    if own.level in COUNCIL and own.code and _one_mandate(own, others):
        numbered = others.codes.get((own.level, own.code))
        return _as_numbered(own, numbered) if numbered else None
    titled = others.names.get((own.level, own.name), ())
    if titled:
        return Kinship(Kin.SAME, next((other for other in titled if other.above == own.above), titled[0]))
    return _reworded(own, beside, others)


def _one_mandate(own: Wording, others: Goals) -> bool:
    level = others.levels.get(own.level, ())
    return any(other.code and mandate(other.year) == mandate(own.year) for other in level)


def _as_numbered(own: Wording, other: Wording) -> Kinship:
    return Kinship(Kin.SAME if other.name == own.name else Kin.REWORDED, other)


def _reworded(own: Wording, beside: Goals, others: Goals) -> Kinship | None:
    """Only titles that the own year doesn't have may have become another: the nearest, else the one in its place."""
    level = own.level
    near = [other for other in others.levels.get(level, ()) if _of_one_unit(own, other)]
    gone = [other for other in near if (level, other.name) not in beside.names]
    found = likeness(own.title, {other.title: other.key for other in gone}) if gone else None
    if found:
        return Kinship(Kin.LIKE, next(other for other in gone if other.key == found.id))
    left = [other for other in gone if _same_place(own, other)]
    if len(left) != 1:
        return None
    came = [one for one in beside.levels[level] if _same_place(own, one) and (level, one.name) not in others.names]
    return Kinship(Kin.PLACE, left[0]) if len(came) == 1 else None


def _same_place(own: Wording, other: Wording) -> bool:
    """Of the council's goals and the board's there are many side by side, and none stands in another's place."""
    alike = (own.level, own.above) == (other.level, other.above)
    return own.level is Level.ENHETSMAL and bool(own.above) and alike and _of_one_unit(own, other)


def _of_one_unit(own: Wording, other: Wording) -> bool:
    """A unit's goal goes on in the same unit; goals of the council and of a board are everybody's."""
    return own.level is not Level.ENHETSMAL or bool(own.units & other.units)
