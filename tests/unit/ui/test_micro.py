"""Small charts keep within their box, stand on nought, and say their numbers."""

import re

from hypothesis import given
from hypothesis import strategies as some

from dashboard.ui import markup, micro
from dashboard.ui.markup import Element

figures = some.floats(-1e6, 1e6, allow_nan=False)
maybe = some.none() | figures


def measure(value: float | None, target: float | None, previous: float | None, **more: object) -> micro.Measure:
    return micro.Measure(value=value, target=target, previous=previous, before="2024", **more)  # type: ignore[arg-type]


def rects(drawn: Element, name: str) -> list[tuple[float, float]]:
    """Left edge and width of each rect of a class."""
    found = re.findall(rf'<rect class="{name}" x="([-\d.]+)" y="[\d.]+" width="([-\d.]+)"', markup.html(drawn))
    return [(float(left), float(width)) for left, width in found]


@given(maybe, maybe, maybe)
def test_a_bullet_stays_within_its_box(value: float | None, target: float | None, previous: float | None) -> None:
    drawn = micro.bullet(measure(value, target, previous), width=150)
    for name in ("f-bar", "f-ink", "f-prev", "f-paper"):
        for left, width in rects(drawn, name):
            assert left >= 0
            assert width >= 0
            assert left + width <= 150


def test_a_bar_is_as_long_as_its_number() -> None:
    half, whole = (rects(micro.bullet(measure(value, 100, None)), "f-bar")[0][1] for value in (50, 100))
    assert abs(whole - 2 * half) < 0.2


def test_the_target_stands_at_the_end_of_a_bar_that_meets_it() -> None:
    drawn = micro.bullet(measure(80, 80, None))
    (start, length), (left, width) = rects(drawn, "f-bar")[0], rects(drawn, "f-ink")[0]
    assert abs(start + length - (left + width / 2)) < 0.2


def test_a_target_of_nought_stands_on_the_baseline() -> None:
    drawn = micro.bullet(measure(9, 0, 5))
    assert rects(drawn, "f-ink")[0][0] < rects(drawn, "f-bar")[0][0]


def test_below_nought_the_bar_goes_left_from_the_baseline() -> None:
    drawn = micro.bullet(measure(-16.3, 0, 2.1))
    baseline = float(re.findall(r"M([\d.]+) 2V20", markup.html(drawn))[0])
    left, width = rects(drawn, "f-bar")[0]
    assert left < baseline
    assert abs(left + width - baseline) < 1


def test_no_last_year_no_tick_and_words_say_so() -> None:
    drawn = micro.bullet(measure(12, 90, None))
    assert not rects(drawn, "f-prev")
    assert drawn.attributes["aria-label"] == "Utfall 12, årsmål 90, utfall 2024 saknas"


def test_a_target_in_words_is_said_in_words() -> None:
    drawn = micro.bullet(measure(12, None, 10, target_words="öka"))
    assert "årsmål öka" in str(drawn.attributes["aria-label"])


def test_rows_of_one_indicator_share_a_scale() -> None:
    small, large = measure(10, None, None), measure(100, None, None)
    shared = micro.scale((small, large))
    one, ten = (rects(micro.bullet(m, shared=shared), "f-bar")[0][1] for m in (small, large))
    assert abs(ten - 10 * one) < 1


def test_an_outcome_keeps_its_decimals_and_none_is_rounded_away() -> None:
    assert measure(85, 75, 68.25, unit="%", decimals=1).label() == (
        "Utfall 85,0\u00a0%, årsmål 75\u00a0%, utfall 2024 68,25\u00a0%"
    )
    assert measure(68.25, None, None, decimals=1).label().startswith("Utfall 68,25,")


@given(some.floats(0, 1e5), some.floats(0, 1e5), maybe)
def test_a_dumbbell_stays_within_its_box(women: float, men: float, target: float | None) -> None:
    written = markup.html(micro.dumbbell(women, men, target))
    assert all(0 <= float(x) <= 120 for x in re.findall(r'cx="([-\d.]+)"', written))


def test_near_dots_lie_one_in_the_other() -> None:
    assert 'r="3.2"' in markup.html(micro.dumbbell(0.64, 0.65, 1))
    assert 'r="3.2"' not in markup.html(micro.dumbbell(8.9, 3.7, 8.3))


def test_a_dumbbell_names_both_sexes_in_order() -> None:
    drawn = markup.html(micro.dumbbell(8.9, 3.7, 8.3, unit="%"))
    assert 'aria-label="Kvinnor 8,9\u00a0%, män 3,7\u00a0%, årsmål 8,3\u00a0%"' in drawn


def test_the_arrow_is_the_way_and_the_word_the_judgement() -> None:
    drawn = micro.change("ned", "Bättre", "−3")
    assert "#a-ned" in markup.html(drawn)
    assert markup.text(drawn) == "Bättre −3"
    assert "<use" not in markup.html(micro.change(None, "2024 saknas i rapporten"))
