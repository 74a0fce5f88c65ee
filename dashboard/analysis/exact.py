"""Compares and subtracts figures as they are printed, without the noise of binary fractions (0.1 + 0.2)."""

from decimal import Decimal
from typing import Protocol

from dashboard.swedish import rounded

# No report prints more; what differs beyond it is noise.
DECIMALS = 6


class Span(Protocol):
    """A span with its ends, either of which may be open; `catalogue.Band` is one."""

    @property
    def low(self) -> float | None: ...

    @property
    def high(self) -> float | None: ...


def compare(left: float, right: float) -> int:
    """-1, 0 or 1 as `left` is below, equal to or above `right`."""
    apart = minus(left, right)
    return (apart > 0) - (apart < 0)


def minus(left: float, right: float) -> float:
    """`left` - `right`, exact in decimals."""
    return rounded(float(_decimal(left) - _decimal(right)), DECIMALS)


def outside(value: float, span: Span) -> float:
    """How far `value` is below (negative) or above (positive) the span; 0.0 within it, ends included."""
    if span.low is not None and compare(value, span.low) < 0:
        return minus(value, span.low)
    if span.high is not None and compare(value, span.high) > 0:
        return minus(value, span.high)
    return 0.0


def half_step(value: float) -> Decimal:
    """The half of the last decimal that `value` is given with: 0.05 for 3.4, 0.5 for 5."""
    exponent = _decimal(rounded(value, DECIMALS)).normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0)) / 2


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(value)))
