"""What happened since last year: in the indicator's own unit, better or worse by its direction."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from dashboard.analysis.exact import Span, compare, minus, outside
from dashboard.model import Direction
from dashboard.swedish import rounded

Arrow = Literal["upp", "ned", "lika"]


class Verdict(StrEnum):
    """Better or worse by the indicator's direction; the arrow alone says which way the figure moved."""

    BETTER = "bättre"
    UNCHANGED = "oförändrat"
    WORSE = "sämre"
    NONE = "utan jämförelse"
    UNKNOWN = "okänd riktning"


class NoChange(StrEnum):
    """Why two years are not compared."""

    NOW_MISSING = "årets utfall saknas"
    BEFORE_MISSING = "förra årets utfall saknas"
    OTHER_PERIOD = "olika långa perioder"
    OTHER_UNIT = "olika mätenheter"


@dataclass(frozen=True, slots=True)
class Change:
    """`delta` is now minus before in the indicator's own unit (percentage points for '%'); None with its reason."""

    verdict: Verdict
    delta: float | None = None
    arrow: Arrow | None = None
    reason: NoChange | None = None


def change(
    now: float | None,
    before: float | None,
    *,
    direction: Direction,
    decimals: int | None = None,
    band: Span | None = None,
    obstacle: NoChange | None = None,
) -> Change:
    """Compares this year's outcome with last year's as printed, or rounded to `decimals` where those are given.

    `band` is needed where the direction is within; `obstacle` is what the caller knows to forbid a comparison, such
    as a tertial against a whole year.
    """
    if now is None or before is None:
        return Change(Verdict.NONE, reason=NoChange.NOW_MISSING if now is None else NoChange.BEFORE_MISSING)
    if obstacle is not None:
        return Change(Verdict.NONE, reason=obstacle)
    if decimals is not None:
        now, before = rounded(now, decimals), rounded(before, decimals)
    delta = minus(now, before)
    arrow: Arrow = "upp" if delta > 0 else "ned" if delta < 0 else "lika"
    return Change(_verdict(now, before, direction, band), delta, arrow)


def revised(printed_then: float | None, printed_now: float | None, decimals: int | None = None) -> bool:
    """Whether last year's figure differs between last year's report and this one's.

    `decimals` is the fewer of the two printed numbers of decimals: 25,4 printed as 25 is rounded, not revised.
    """
    if printed_then is None or printed_now is None:
        return False
    if decimals is not None:
        printed_then, printed_now = rounded(printed_then, decimals), rounded(printed_now, decimals)
    return compare(printed_then, printed_now) != 0


def _verdict(now: float, before: float, direction: Direction, band: Span | None) -> Verdict:
    if direction is Direction.WITHIN and band is not None:
        # Nearer the span is better; to move about inside it is neither.
        moved = compare(abs(outside(before, band)), abs(outside(now, band)))
    else:
        moved = compare(now, before) * (-1 if direction is Direction.LOWER else 1)
    if moved == 0:
        return Verdict.UNCHANGED
    if direction is Direction.UNKNOWN or (direction is Direction.WITHIN and band is None):
        return Verdict.UNKNOWN
    return Verdict.BETTER if moved > 0 else Verdict.WORSE
