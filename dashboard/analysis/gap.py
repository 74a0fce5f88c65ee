"""Women and men: both or neither, the gap as a number, and who is on the wrong side of the target."""

from dataclasses import dataclass
from typing import Literal

from dashboard.analysis.attainment import right_side
from dashboard.analysis.exact import compare, half_step, minus
from dashboard.model import Direction

Sex = Literal["kvinnor", "män"]
Wider = Literal["kvinnor", "män", "lika"]


@dataclass(frozen=True, slots=True)
class Gap:
    """`gap` is women minus men in the indicator's own unit, `wider` the sex with the larger figure.

    `missing_target` holds the sexes that do not reach the target, `apart_from_total` those that stand on another side
    of it than the total does. `total_outside` says that the total can't come from the two figures.
    """

    women: float
    men: float
    gap: float
    wider: Wider
    missing_target: tuple[Sex, ...] = ()
    apart_from_total: tuple[Sex, ...] = ()
    total_outside: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """One year's outcome: total, women, men."""

    total: float | None
    women: float | None
    men: float | None


@dataclass(frozen=True, slots=True)
class Crossing:
    """A sex that since last year came to reach the target, or to miss it, while the total stayed on its side."""

    sex: Sex
    reaches: bool


@dataclass(frozen=True, slots=True)
class Widening:
    """How much wider the gap is than last year (less than 0: narrower), whichever sex is ahead.

    `swapped` when the other sex had the larger figure then.
    """

    delta: float
    word: Literal["större", "mindre", "oförändrad"]
    swapped: bool = False


def widening(now: Gap | None, before: Gap | None) -> Widening | None:
    """The gap's change since last year; None where either year lacks a split."""
    if now is None or before is None:
        return None
    delta = minus(abs(now.gap), abs(before.gap))
    swapped = {now.wider, before.wider} == {"kvinnor", "män"}
    return Widening(delta, "större" if delta > 0 else "mindre" if delta < 0 else "oförändrad", swapped)


def gap(
    women: float | None,
    men: float | None,
    total: float | None,
    target: float | None,
    direction: Direction,
    *,
    unit: str | None = None,
) -> Gap | None:
    """The gap between the sexes, None unless both are there; `unit` '%' says that the figures are shares."""
    if women is None or men is None:
        return None
    apart = minus(women, men)
    sides = _sides(Split(total, women, men), target, direction)
    figures: tuple[Sex, Sex] = ("kvinnor", "män")
    return Gap(
        women,
        men,
        apart,
        "kvinnor" if apart > 0 else "män" if apart < 0 else "lika",
        tuple(sex for sex in figures if sides[sex] is False),
        tuple(sex for sex in figures if sides["totalt"] is not None and sides[sex] is not sides["totalt"]),
        total is not None and total_outside(total, women, men, unit),
    )


def total_outside(total: float, women: float, men: float, unit: str | None = None) -> bool:
    """Whether the total lies outside the two sexes' figures by more than rounding explains.

    A share lies between the two; anything else may as well be their sum.
    """
    low, high = min(women, men), max(women, men)
    if unit != "%" and compare(total, minus(women, -men)) == 0:
        return False
    below = minus(low, total)
    above = minus(total, high)
    return _beyond_rounding(below, total, low) or _beyond_rounding(above, total, high)


def crossings(
    now: Split, before: Split, target: float | None, direction: Direction, target_before: float | None = None
) -> tuple[Crossing, ...]:
    """The sexes that crossed the target since last year while the total did not; each year against its own target."""
    then = _sides(before, target if target_before is None else target_before, direction)
    today = _sides(now, target, direction)
    if today["totalt"] is None or today["totalt"] is not then["totalt"]:
        return ()
    figures: tuple[Sex, Sex] = ("kvinnor", "män")
    if any(sides[sex] is None for sides in (then, today) for sex in figures):
        return ()
    return tuple(Crossing(sex, bool(today[sex])) for sex in figures if today[sex] is not then[sex])


def _sides(split: Split, target: float | None, direction: Direction) -> dict[str, bool | None]:
    figures = {"totalt": split.total, "kvinnor": split.women, "män": split.men}
    return {
        name: None if value is None or target is None else right_side(value, target, direction)
        for name, value in figures.items()
    }


def _beyond_rounding(apart: float, left: float, right: float) -> bool:
    """Whether two printed figures are further apart than both may have been rounded."""
    return apart > 0 and compare(apart, float(half_step(left) + half_step(right))) >= 0
