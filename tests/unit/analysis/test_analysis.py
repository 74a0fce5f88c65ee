"""What the tables of rules do not show: noise of binary fractions, and laws that hold for any figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.attainment import REASON_WORDS, Attainment, Reason, attain, right_side
from dashboard.analysis.attention import EXAMINE_WORDS, GROUP_WORDS, Entry, Examine, Group, classify, furthest_first
from dashboard.analysis.change import Verdict, change
from dashboard.analysis.comparison import OBSTACLE_WORDS, Measured, Obstacle, comparability, shared
from dashboard.analysis.exact import compare, minus
from dashboard.analysis.gap import gap, total_outside
from dashboard.catalogue import Band
from dashboard.model import Direction, Kind, Status

figures = st.decimals(-100_000, 100_000, places=2).map(float)
directions = st.sampled_from([Direction.HIGHER, Direction.LOWER])
HIGHER, LOWER = Direction.HIGHER, Direction.LOWER


def test_the_noise_of_binary_fractions_decides_nothing() -> None:
    assert attain(0.1 + 0.2, 0.3, direction=LOWER) == Attainment(Status.HELT, None, 0.0, 0.0)
    assert change(0.1 + 0.2, 0.3, direction=HIGHER).verdict is Verdict.UNCHANGED
    assert change(72.95, 85.76, direction=HIGHER).delta == -12.81
    assert gap(0.1 + 0.2, 0.3, 0.3, 0.3, LOWER, unit="%").gap == 0.0  # type: ignore[union-attr]
    assert minus(95.8, 95.9) == -0.1
    # 2,4 of 3 is exactly a fifth short, which binary fractions put just under.
    assert classify(None, attain(2.4, 3, direction=HIGHER)).group is Group.FAR


@given(figures, figures)
def test_higher_and_lower_mirror_each_other(value: float, target: float) -> None:
    up, down = attain(value, target, direction=HIGHER), attain(-value, -target, direction=LOWER)
    assert (up.status, up.relative) == (down.status, down.relative)
    assert up.distance == -(down.distance or 0.0)


@given(figures, figures, directions, figures, figures)
def test_a_band_never_changes_what_is_met(value: float, target: float, way: Direction, a: float, b: float) -> None:
    without = attain(value, target, direction=way)
    banded = attain(value, target, direction=way, band=Band(min(a, b), max(a, b), "beslut"))
    assert without.status is not Status.DELVIS
    assert (without.status is Status.HELT) == (banded.status is Status.HELT)


@given(st.none() | figures, st.none() | figures, st.sampled_from(Direction), st.sampled_from(Kind), st.booleans())
def test_there_is_a_status_or_a_reason(
    value: float | None, target: float | None, way: Direction, kind: Kind, grows: bool
) -> None:
    judged = attain(value, target, direction=way, kind=kind, accumulates=grows)
    assert (judged.status is None) != (judged.reason is None)
    assert judged.status is not Status.INGEN


@given(figures, figures, directions)
def test_a_growing_figure_judged_early_is_judged_the_same_at_the_end(
    value: float, target: float, way: Direction
) -> None:
    early = attain(value, target, direction=way, kind=Kind.T1, accumulates=True).status
    assert early is None or early is attain(value + 1000, target, direction=way, accumulates=True).status


def test_the_caller_may_know_why_a_figure_is_missing() -> None:
    assert attain(None, 70, direction=HIGHER, missing=Reason.TOO_FEW).reason is Reason.TOO_FEW
    assert attain(None, 70, direction=HIGHER, kind=Kind.T1, periodicity="År").reason is Reason.NOT_DUE
    assert attain(None, 70, direction=HIGHER, kind=Kind.T1, periodicity="Tertial").reason is Reason.NOT_MEASURED


def test_an_unknown_direction_still_tells_the_distance() -> None:
    judged = attain(72, 70, direction=Direction.UNKNOWN)
    assert (judged.status, judged.distance, judged.relative) == (None, 2.0, None)


def test_every_word_that_can_be_shown_is_there() -> None:
    for enum, words in (
        (Reason, REASON_WORDS),
        (Group, GROUP_WORDS),
        (Examine, EXAMINE_WORDS),
        (Obstacle, OBSTACLE_WORDS),
    ):
        assert set(words) == set(enum)


@given(figures, figures, directions)
def test_a_year_and_its_reverse_are_told_in_reverse(now: float, before: float, way: Direction) -> None:
    there, back = change(now, before, direction=way), change(before, now, direction=way)
    opposite = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER, Verdict.UNCHANGED: Verdict.UNCHANGED}
    assert back.verdict is opposite[there.verdict]
    assert there.delta == -(back.delta or 0.0)
    assert (there.verdict is Verdict.UNCHANGED) == (there.arrow == "lika")


def test_decimals_may_be_asked_for() -> None:
    assert change(3.44, 3.4, direction=LOWER).verdict is Verdict.WORSE
    assert change(3.44, 3.4, direction=LOWER, decimals=1).verdict is Verdict.UNCHANGED


@given(figures, figures, st.floats(0, 1))
def test_a_weighed_total_is_never_outside(women: float, men: float, share: float) -> None:
    assert not total_outside(round(share * women + (1 - share) * men, 2), women, men, "%")


@given(figures, figures, figures, directions)
def test_both_sexes_or_neither(value: float, total: float, target: float, way: Direction) -> None:
    assert gap(value, None, total, target, way) is None
    assert gap(None, value, total, target, way) is None
    told = gap(value, value, value, target, way)
    assert told is not None
    assert told.wider == "lika"
    assert bool(told.missing_target) == (right_side(value, target, way) is False)


@given(st.lists(st.sampled_from([None, 0.0, 0.1, 0.5, 2.0])))
def test_the_furthest_come_first_and_ties_as_they_came(shares: list[float | None]) -> None:
    rows = [(Entry(None, relative=share), place) for place, share in enumerate(shares)]
    ordered = [(entry.relative, place) for entry, place in furthest_first(rows)]
    known = [(share, place) for share, place in ordered if share is not None]
    assert known == sorted(known, key=lambda row: (-row[0], row[1]))
    assert [place for share, place in ordered[len(known) :]] == [i for i, share in enumerate(shares) if share is None]


def test_facts_to_examine_stand_beside_any_group() -> None:
    entry = classify(Status.HELT, attain(89, 83, direction=HIGHER), Verdict.BETTER, total_outside=True, revised=True)
    assert entry == Entry(None, False, 0.0, (Examine.TOTAL_OUTSIDE, Examine.REVISED))


def _row(unit: str, **other: object) -> Measured:
    fields = {"indicator": "x", "kind": Kind.VB, "year": 2025, "value": 1.0, "measure": "%"} | other
    return Measured(unit, **fields)  # type: ignore[arg-type]


def test_a_unit_without_outcome_does_not_hinder_the_others() -> None:
    judged = comparability([_row("a"), _row("b"), _row("c", value=None, measure="st")])
    assert judged.comparable
    assert judged.missing == ("c",)
    assert judged.obstacles == (Obstacle.NO_OUTCOME,)


@pytest.mark.parametrize(
    ("other", "obstacle", "comparable"),
    [
        ({"indicator": "y"}, Obstacle.OTHER_INDICATOR, False),
        ({"known": False}, Obstacle.NAME_ONLY, True),
        ({"operation": "skola"}, None, True),
        ({"measure": None}, None, True),
    ],
)
def test_what_hinders_and_what_is_only_said(
    other: dict[str, object], obstacle: Obstacle | None, comparable: bool
) -> None:
    judged = comparability([_row("a"), _row("b", **other)])
    assert judged.comparable is comparable
    assert judged.obstacles == ((obstacle,) if obstacle else ())


def test_one_row_is_no_comparison() -> None:
    assert not comparability([_row("a")]).comparable
    assert not comparability([]).comparable


def test_shared_indicators_are_those_of_at_least_two_units() -> None:
    assert shared({"a": ["x", "x", "y"], "b": ["y", "z"], "c": ["z"]}) == {"y", "z"}


@given(figures, figures)
def test_comparing_agrees_with_subtracting(left: float, right: float) -> None:
    assert compare(left, right) == -compare(right, left)
    assert (compare(left, right) == 0) == (minus(left, right) == 0)
