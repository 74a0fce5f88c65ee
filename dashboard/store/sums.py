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
    units = {unit: figures for unit, figures in units.items() if figures.total > 0}
    wholes: dict[Figures, list[str]] = {}
    for unit, figures in units.items():
        wholes.setdefault(figures, []).append(unit)
    return [
        (whole, parts)
        for parts in _choices(list(units))
        for whole in wholes.get(_sum(units[part] for part in parts), ())
        if whole not in parts
    ]


def _choices(units: list[str]) -> Iterable[tuple[str, ...]]:
    most = len(units) if len(units) <= _ALL_OF else _SOME
    for amount in range(2, most + 1):
        yield from combinations(units, amount)
    if len(units) > _ALL_OF:
        yield from (tuple(other for other in units if other != whole) for whole in units)


def _sum(figures: Iterable[Figures]) -> Figures:
    return Figures(*map(sum, zip(*figures, strict=True)))
