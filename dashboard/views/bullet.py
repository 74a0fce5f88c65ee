"""What a row's bullet chart draws, by one rule on every page and on paper."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.model import Kind
from dashboard.swedish import number
from dashboard.views.judged import Judged

ROOM = 1.08  # the scale ends a little beyond the largest of its values


@dataclass(frozen=True, slots=True)
class Bullet:
    """The figures of a bullet chart; `before` names last year, '' where its figure is of another period."""

    value: float | None
    target: float | None
    previous: float | None
    before: str
    unit: str | None
    decimals: int | None
    target_words: str | None


def bullet(judged: Judged) -> Bullet:
    """A tertial's bar stands against the year's target only where the figure grows towards it.

    Last year's figure is drawn where it is of an equally long period.
    """
    row = judged.row
    grows = judged.known is not None and judged.known.accumulates
    against = row.kind in (Kind.VB, Kind.VP) or grows
    alike = row.then_kind is row.kind
    words = row.target_text if row.target is None else None
    return Bullet(
        value=row.outcome,
        target=row.target if against else None,
        previous=row.previous if alike else None,
        before=before_words(judged) if alike else "",
        unit=judged.unit,
        decimals=judged.decimals,
        target_words=words if against else "jämförs inte",
    )


def ends(values: Iterable[float | None]) -> tuple[float, float]:
    """The ends of a scale that holds these values and nought; (0, 1) where there is nothing to draw."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    low, high = min(low, 0.0) * ROOM, max(high, 0.0) * ROOM
    return (low, high) if high > low else (0.0, 1.0)


def exact(value: float | None, decimals: int | None, unit: str | None) -> str:
    """The number with the row's decimals, or more where rounding would change it; 'saknas' for none."""
    if value is None:
        return "saknas"
    whole = number(value, None, unit)
    return whole if decimals is None else max(whole, number(value, decimals, unit), key=len)


def period_short(kind: Kind, year: int) -> str:
    """'2025' for a whole year, else 'T1 2025' or 'Plan 2026'."""
    return {Kind.VB: "", Kind.VP: "Plan "}.get(kind, f"{kind} ") + str(year)


def before_words(judged: Judged) -> str:
    """What the report compares with: '2024', or 'T1 2024'."""
    return period_short(judged.row.then_kind, judged.row.then_year)
