"""Is the target met? The reported status, the computed one beside it, and why one can't be computed."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.analysis.exact import Span, compare, minus, outside
from dashboard.model import Direction, Kind, Status

YEARLY = "År"


class Reason(StrEnum):
    """Why no status is computed; none of them means 'not met'."""

    NOT_MEASURED = "utfall-saknas"
    NOT_DUE = "inte-dags"
    NO_TARGET = "arsmal-saknas"
    TARGET_IN_WORDS = "arsmal-i-ord"
    TOO_FEW = "for-fa"
    NOT_REPORTED = "inte-rapporterad"
    UNKNOWN_DIRECTION = "riktning-saknas"
    TERTIAL = "tertial"
    NO_SPAN = "malspann-saknas"


REASON_WORDS: dict[Reason, str] = {
    Reason.NOT_MEASURED: "utfall saknas",
    Reason.NOT_DUE: "året är inte slut",
    Reason.NO_TARGET: "årsmål saknas",
    Reason.TARGET_IN_WORDS: "årsmålet är skrivet i ord",
    Reason.TOO_FEW: "för få för att redovisas",
    Reason.NOT_REPORTED: "finns inte i rapporten",
    Reason.UNKNOWN_DIRECTION: "saknar riktning",
    Reason.TERTIAL: "ett tertial jämförs inte med årsmålet",
    Reason.NO_SPAN: "målspann saknas",
}


@dataclass(frozen=True, slots=True)
class Attainment:
    """Either a computed status or the reason why there is none.

    `distance` is outcome minus target in the indicator's own unit, for a span that to its nearest end.
    `relative` is the distance on the wrong side as a share of the target: 0 where it is met, None where it can't be
    told (target 0, no status).
    """

    status: Status | None
    reason: Reason | None
    distance: float | None = None
    relative: float | None = None


def attain(
    value: float | None,
    target: float | None,
    *,
    direction: Direction,
    band: Span | None = None,
    target_text: str | None = None,
    kind: Kind = Kind.VB,
    accumulates: bool = False,
    periodicity: str | None = None,
    missing: Reason | None = None,
) -> Attainment:
    """The computed status of one outcome against one target.

    `band` is yellow's span up to the target (its low end where higher is better, its high end where lower is); where
    the direction is within, it is the target itself. `missing` says why `value` is None, where the caller knows.
    """
    if kind is Kind.VP:
        return Attainment(None, Reason.NOT_DUE)
    if value is None:
        not_due = kind is not Kind.VB and periodicity == YEARLY
        return Attainment(None, missing or (Reason.NOT_DUE if not_due else Reason.NOT_MEASURED))
    if direction is Direction.WITHIN:
        judged = _against_span(value, band)
    else:
        judged = _against_target(value, target, target_text, direction, band)
    if kind is Kind.VB or judged.reason:
        return judged
    return _before_year_end(judged, direction) if accumulates else Attainment(None, Reason.TERTIAL)


def reported(icon: Status | None, words: Status | None) -> Status | None:
    """What the unit reported: the icon's status, else that of its own words; INGEN where it said 'not judged'."""
    for said in (icon, words):
        if said in (Status.HELT, Status.DELVIS, Status.EJ):
            return said
    return Status.INGEN if Status.INGEN in (icon, words) else None


def differs(said: Status | None, computed: Status | None) -> bool:
    """Whether a reported and a computed status are both there and not the same."""
    return said not in (None, Status.INGEN) and computed is not None and said is not computed


def met(said: Status | None, computed: Status | None) -> bool | None:
    """Whether the target is met, by the reported status and else by the computed one; None where neither judges."""
    best = computed if said in (None, Status.INGEN) else said
    return None if best in (None, Status.INGEN) else best is Status.HELT


def right_side(value: float, target: float, direction: Direction) -> bool | None:
    """Whether `value` reaches the target; None where the direction does not say what reaching is."""
    if direction is Direction.HIGHER:
        return compare(value, target) >= 0
    if direction is Direction.LOWER:
        return compare(value, target) <= 0
    return None


def _against_span(value: float, span: Span | None) -> Attainment:
    if span is None or (span.low is None and span.high is None):
        return Attainment(None, Reason.NO_SPAN)
    distance = outside(value, span)
    end = span.low if distance < 0 else span.high
    return Attainment(Status.EJ if distance else Status.HELT, None, distance, _share(distance, end))


def _against_target(
    value: float, target: float | None, target_text: str | None, direction: Direction, band: Span | None
) -> Attainment:
    if target is None:
        return Attainment(None, Reason.TARGET_IN_WORDS if target_text else Reason.NO_TARGET)
    distance = minus(value, target)
    reached = right_side(value, target, direction)
    if reached is None:
        return Attainment(None, Reason.UNKNOWN_DIRECTION, distance)
    if reached:
        return Attainment(Status.HELT, None, distance, 0.0)
    status = Status.DELVIS if _nearly(value, direction, band) else Status.EJ
    return Attainment(status, None, distance, _share(distance, target))


def _nearly(value: float, direction: Direction, band: Span | None) -> bool:
    """Whether a value that misses its target still lies in the band; there is no default band."""
    if band is None:
        return False
    if direction is Direction.HIGHER:
        return band.low is not None and compare(value, band.low) >= 0
    return band.high is not None and compare(value, band.high) <= 0


def _before_year_end(judged: Attainment, direction: Direction) -> Attainment:
    """Keeps of a growing outcome's status only what the rest of the year can't change."""
    reached_upwards = direction is Direction.HIGHER and judged.status is Status.HELT
    passed = direction is not Direction.HIGHER and judged.status is Status.EJ and (judged.distance or 0) > 0
    if reached_upwards or passed:
        return judged
    return Attainment(None, Reason.NOT_DUE, judged.distance)


def _share(distance: float, target: float | None) -> float | None:
    """The distance as a share of the target; a target of 0 has no shares."""
    if not distance:
        return 0.0
    return abs(distance) / abs(target) if target else None
