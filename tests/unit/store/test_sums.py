"""Units that sum: no hidden split is the difference between shown ones."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.store.sums import Figures, given_away

people = st.tuples(st.integers(0, 40), st.integers(0, 40)).filter(any)


def figures(pair: tuple[int, int]) -> Figures:
    return Figures(sum(pair), *pair)


@given(st.lists(people, min_size=2, max_size=6), st.data())
def test_a_hidden_part_is_no_difference_between_the_whole_and_the_shown_parts(
    parts: list[tuple[int, int]], data: st.DataObject
) -> None:
    units = {f"del {number}": figures(pair) for number, pair in enumerate(parts)}
    units["hela"] = Figures(*(sum(column) for column in zip(*units.values(), strict=True)))
    secret = data.draw(st.sampled_from(sorted(units)))
    hidden = {secret} | given_away(units, {secret})
    # Of the whole and its parts either none is told apart, or at least two are kept back.
    assert len(hidden) > 1


def test_among_many_units_the_sum_of_all_the_others_and_of_two_is_found() -> None:
    units = {f"enhet {number}": Figures(100 + number, 60 + number, 40) for number in range(30)}
    of_two = Figures(201, 121, 80)
    whole = Figures(*(sum(column) for column in zip(*units.values(), of_two, strict=True)))
    every = {**units, "två": of_two, "alla": whole}
    assert given_away(every, {"enhet 1"}) == {"två", "alla"}


def test_equal_totals_with_other_sexes_are_chance() -> None:
    units = {"A": Figures(10, 3, 7), "B": Figures(20, 10, 10), "C": Figures(30, 14, 16)}
    assert given_away(units, {"A"}) == set()
