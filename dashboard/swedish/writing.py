"""Writes numbers as Swedish prints them: decimal comma, hard spaces, true minus, percentage points in words."""

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

HARD_SPACE = "\u00a0"
MINUS = "\u2212"
MOST_DECIMALS = 2
# A float has at most 309 digits before the comma.
_WIDE = Context(prec=400)


def rounded(value: float, decimals: int) -> float:
    """`value` to so many decimals as a person rounds it (2,5 up, −2,5 down), free of the noise of binary fractions."""
    return float(_quantized(value, decimals)) or 0.0


def number(value: float, decimals: int | None = None, unit: str | None = None) -> str:
    """'1 107 st', '72,95 %', '−16,3 mnkr'; `decimals` None gives as few as needed, two at most."""
    exact = _quantized(value, MOST_DECIMALS if decimals is None else decimals)
    digits = f"{abs(exact):f}"
    if decimals is None and "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    whole, _, part = digits.partition(".")
    grouped = f"{int(whole):,}".replace(",", HARD_SPACE)
    written = (MINUS if exact < 0 else "") + grouped + ("," + part if part else "")
    return written + (HARD_SPACE + unit if unit else "")


def signed(value: float, decimals: int | None = None, unit: str | None = None) -> str:
    """A difference with its sign, '+3' or '−6,35 procentenheter'; `unit` is that of the two numbers ('%')."""
    written = difference(value, decimals, unit)
    if written.startswith("0") and not any(digit in written for digit in "123456789"):
        return written
    return ("+" if value > 0 else MINUS) + written


def difference(value: float, decimals: int | None = None, unit: str | None = None) -> str:
    """How far apart two numbers in `unit` are, without sign: '13,1 procentenheter', '1 procentenhet', '3 st'."""
    written = number(abs(value), decimals)
    apart = difference_unit(unit)
    if apart == "procentenheter" and written == "1":
        apart = "procentenhet"
    return written + (HARD_SPACE + apart if apart else "")


def difference_unit(unit: str | None) -> str:
    """The unit of a difference: 'procentenheter' for '%', else the same unit, '' where there is none."""
    return "procentenheter" if unit == "%" else unit or ""


def span(low: float | None, high: float | None, decimals: int | None = None, unit: str | None = None) -> str:
    """'3–5 %', or with an open end 'minst 3 %' or 'högst 5 %'; '' where both ends are open."""
    if low is None:
        return "" if high is None else "högst" + HARD_SPACE + number(high, decimals, unit)
    if high is None:
        return "minst" + HARD_SPACE + number(low, decimals, unit)
    # '−2–3' can't be read; words part the ends where one of them is below nought.
    dash = "–" if low >= 0 else f"{HARD_SPACE}till{HARD_SPACE}"
    return number(low, decimals) + dash + number(high, decimals, unit)


@cache
def _step(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def _quantized(value: float, decimals: int) -> Decimal:
    exact = Decimal(repr(float(value)))
    if not exact.is_finite():
        raise ValueError(f"can't be written: {value!r}")
    # Taken from the shortest decimal form, so 2.675 rounds as it is printed and not as it is stored.
    nearest = exact.quantize(_step(decimals), rounding=ROUND_HALF_UP, context=_WIDE)
    return nearest if nearest else abs(nearest)
