"""The council's mandate periods: KF numbers its goals anew in each, so a code is one goal within a period only."""

_FIRST, _YEARS = 2019, 4


def mandate(year: int) -> tuple[int, int]:
    """The first and last budget year of the mandate period: (2023, 2026) for 2025.

    A council elected in the autumn decides on the goals of the four years that follow.
    """
    first = year - (year - _FIRST) % _YEARS
    return first, first + _YEARS - 1
