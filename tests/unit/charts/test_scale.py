"""Round figures, room for labels, and broken lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.scale import Label, text_width, ticks, widened, wrapped

# low, high | the figures on the axis
TICKS = [
    (0, 8.9, (0, 2, 4, 6, 8, 10)),
    (0, 95.9, (0, 20, 40, 60, 80, 100)),
    (0, 0, (0, 1)),
    (5, 9, (0, 2, 4, 6, 8, 10)),
    (-16.3, 2.4, (-20, -15, -10, -5, 0, 5)),
    (0, 0.03, (0, 0.01, 0.02, 0.03)),
]


@pytest.mark.parametrize(("low", "high", "figures"), TICKS)
def test_figures_are_round(low: float, high: float, figures: tuple[float, ...]) -> None:
    assert ticks(low, high) == figures


def test_quarters_only_where_they_are_whole() -> None:
    assert ticks(0, 95.9, most=5) == (0, 25, 50, 75, 100)
    assert ticks(0, 8.9, most=5) == (0, 5, 10)


ends = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 2))


@given(ends, ends, st.integers(3, 6))
def test_figures_cover_both_ends_and_nought_and_are_few(one: float, other: float, most: int) -> None:
    figures = ticks(min(one, other), max(one, other), most)
    assert 2 <= len(figures) <= most
    assert figures[0] <= min(one, other, 0) + 1e-9
    assert figures[-1] >= max(one, other, 0) - 1e-9
    assert 0 in figures


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 100)), min_size=1, max_size=8))
def test_every_label_fits_on_the_widened_scale(labels: list[tuple[float, float]]) -> None:
    low, high = widened(0, 100, [Label(at, width) for at, width in labels], room=200)
    for at, width in labels:
        assert (at - low) / (high - low) * 200 + width <= 200 + 1e-6


@given(st.text(st.sampled_from("abc WMåäö-"), max_size=120))
def test_lines_are_short_enough_and_lose_no_letter(text: str) -> None:
    lines = wrapped(text, 120)
    assert all(text_width(line) <= 120 for line in lines)
    assert "".join(lines).replace(" ", "").replace("-", "") == text.replace(" ", "").replace("-", "")
