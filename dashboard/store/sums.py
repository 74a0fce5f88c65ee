"""Units that sum: a department's figures are its units' together, so one hidden split can be the others' difference."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

# All sums are tried among so many units; among more those of two, and of all the others.
_ALL_OF, _SOME = 12, 2


class Figures(NamedTuple):
    """A count of people, with its two sexes."""

    total: float
    women: float
    men: float


def given_away(units: Mapping[str, Figures], hidden: Iterable[str]) -> set[str]:
    """The units to hide as well: a whole with a hidden part, and the smallest part where only the whole is hidden."""
    found, kept = set(hidden), set(hidden)
    while True:
        before = len(found)
        for whole, parts in _sums(units):
            if found & set(parts):
                found.add(whole)
            elif whole in found:
                found.add(min(parts, key=lambda unit: (units[unit].total, unit)))
        if len(found) == before:
            return found - kept


def _sums(units: Mapping[str, Figures]) -> list[tuple[str, tuple[str, ...]]]:
    """Each unit with the others that make its figures, both sexes alike; an equal total alone is chance."""
    return [
        (whole, parts)
        for whole, figures in units.items()
        for parts in _choices([unit for unit in units if unit != whole and _within(units[unit], figures)])
        if all(sum(units[part][place] for part in parts) == figures[place] for place in range(3))
    ]


def _within(part: Figures, whole: Figures) -> bool:
    return part.total > 0 and all(own <= all_of for own, all_of in zip(part, whole, strict=True))


def _choices(others: list[str]) -> Iterable[tuple[str, ...]]:
    most = len(others) if len(others) <= _ALL_OF else _SOME
    for amount in range(2, most + 1):
        yield from combinations(others, amount)
    if len(others) > most:
        yield tuple(others)
