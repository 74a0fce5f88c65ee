"""Faults that no report shows alone: what two reports of one unit print of the same thing, and should print alike."""

from dashboard.analysis.exact import compare
from dashboard.swedish import rounded


def target_moved(
    planned: float | None,
    now: float | None,
    planned_unit: str | None = None,
    now_unit: str | None = None,
    *,
    decimals: int | None = None,
) -> bool:
    """Whether a follow-up prints another target than the plan for the same year.

    A number that is lacking, or printed in another unit, tells nothing. `decimals` is the fewer of the two printed
    numbers of decimals: 82,5 printed as 83 is rounded, not moved.
    """
    if planned is None or now is None or (planned_unit and now_unit and planned_unit != now_unit):
        return False
    if decimals is not None:
        planned, now = rounded(planned, decimals), rounded(now, decimals)
    return compare(planned, now) != 0


def recounted(then: int | None, now: int | None) -> bool:
    """Whether a later report counts a tertial's feedback otherwise than the tertial's own report did."""
    return then is not None and now is not None and then != now
