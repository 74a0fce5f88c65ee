"""Which units are alike, and where one stands among the others that were chosen: never a rank."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

# Twice as large, or half as large, is still alike.
TIMES = 2
LEAST_OTHERS = 2


class Size(StrEnum):
    """A unit's size by its number of employees, as the address calls it."""

    SMALL = "liten"
    MEDIUM = "mellan"
    LARGE = "stor"
    UNKNOWN = "okand"


SIZE_WORDS = {
    Size.SMALL: "högst 25 medarbetare",
    Size.MEDIUM: "26 till 75 medarbetare",
    Size.LARGE: "fler än 75 medarbetare",
    Size.UNKNOWN: "storleken är inte känd",
}
RULE = (
    "Liknande enheter har samma slags verksamhet enligt katalogen. Är båda enheternas storlek känd får den ena vara "
    "högst dubbelt så stor som den andra, räknat i medarbetare."
)


def size_of(employees: int | None) -> Size:
    """The class of size; a unit whose size no source tells has one of its own."""
    if employees is None:
        return Size.UNKNOWN
    return Size.SMALL if employees <= 25 else Size.MEDIUM if employees <= 75 else Size.LARGE


@dataclass(frozen=True, slots=True)
class Traits:
    """What the catalogue knows of a unit; None where it doesn't."""

    operation: str | None
    employees: int | None


def alike(one: Traits, other: Traits) -> bool:
    """By RULE; a unit that the catalogue lacks is like none."""
    if one.operation is None or one.operation != other.operation:
        return False
    if not one.employees or not other.employees:
        return True
    return max(one.employees, other.employees) <= TIMES * min(one.employees, other.employees)


def median_of_others(values: Sequence[float | None], place: int) -> tuple[float, int] | None:
    """The median of all values but the one at `place`, and how many they are; None for fewer than two others."""
    others = [value for number, value in enumerate(values) if number != place and value is not None]
    return (median(others), len(others)) if len(others) >= LEAST_OTHERS else None
