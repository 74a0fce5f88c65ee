import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.swedish import Cell, number, parse_cell, parse_number, rounded, signed, span
from dashboard.swedish.reading import UNITS

HARD, NARROW, THIN, MINUS = "\u00a0", "\u202f", "\u2009", "\u2212"
amounts = st.floats(-1e12, 1e12, allow_nan=False)
decimals = st.integers(0, 6)
units = st.sampled_from(["%", "st", "mnkr", "kr/timme", None])


@given(amounts, decimals, units)
def test_reading_what_was_written_gives_the_same_number(value: float, places: int, unit: str | None) -> None:
    cell = parse_cell(number(value, places, unit))
    assert cell == Cell(rounded(value, places), unit, None, places)
    assert abs((cell.value or 0) - value) <= 0.5 * 10**-places + abs(value) * 1e-12


@given(st.integers(-(10**12), 10**12), st.integers(0, 99))
def test_as_few_decimals_as_needed_lose_nothing_of_two(whole: int, hundredths: int) -> None:
    value = whole + math.copysign(hundredths / 100, whole)
    written = number(value)
    assert parse_number(written) == pytest.approx(value, abs=1e-3)
    assert "," not in written or written[-1] != "0"


@given(amounts, decimals, units)
def test_what_is_written_holds_only_swedish_signs(value: float, places: int, unit: str | None) -> None:
    written = number(value, places, unit)
    assert not re.search(r"[.\s-]", written.replace(HARD, ""))
    assert re.fullmatch(rf"{MINUS}?\d{{1,3}}({HARD}\d{{3}})*(,\d+)?({HARD}\D+)?", written)


@given(st.integers(0, 10**9), st.sampled_from([" ", HARD, NARROW, THIN]), st.sampled_from(["-", "–", MINUS, ""]))
def test_every_kind_of_space_and_minus_is_read(value: int, space: str, minus: str) -> None:
    printed = f"{minus}{value:,}".replace(",", space) + f"{space}st"
    assert parse_cell(printed).value == (-value if minus else value)
    assert parse_cell(printed).unit == "st"


@given(st.text())
def test_any_cell_is_a_number_or_words_or_nothing(text: str) -> None:
    cell = parse_cell(text)
    assert cell.value is None or cell.words is None
    assert cell.value is None or math.isfinite(cell.value)
    assert (cell.value is None) == (cell.decimals is None)


@given(st.sampled_from(sorted(UNITS)), st.integers(0, 9999))
def test_every_known_unit_is_read_after_a_number(unit: str, value: int) -> None:
    assert parse_cell(f"{value} {unit}").value == value


@pytest.mark.parametrize(
    ("printed", "mark"), [("≥ 80 %", "≥"), (">=80%", ">="), ("< 5", "<"), ("ca 80", "ca"), ("minst 80 %", "minst")]
)
def test_a_mark_before_the_number_is_kept(printed: str, mark: str) -> None:
    assert parse_cell(printed).mark == mark
    assert parse_cell(printed).value in (5, 80)


@pytest.mark.parametrize("printed", ["< 5", "<5", "färre än 5", "Färre än 5 st", "under 5"])
def test_a_figure_kept_back_is_told_from_a_target(printed: str) -> None:
    assert parse_cell(printed).withheld
    assert not parse_cell("≥ 80 %").withheld
    assert not parse_cell("5").withheld


@pytest.mark.parametrize(
    "nothing", ["", "  ", "–", "-", "—", "Inga data", "inga data ", "Inga dat\na", f"Inga{HARD}data"]
)
def test_nothing_is_not_nought(nothing: str) -> None:
    assert parse_cell(nothing) == Cell()
    assert parse_number(nothing) is None


def test_nought_is_not_nothing() -> None:
    assert parse_number("0") == 0.0
    assert parse_number("0 %") == 0.0
    assert math.copysign(1, parse_number("-0,0") or 0.0) == 1


@pytest.mark.parametrize(
    "words", ["öka", "Tas fram av nämnd/styrelse", "2 5 4 11", "94 öka", "12 34", "08-123 456 78", "1,2,3"]
)
def test_words_are_no_number(words: str) -> None:
    assert parse_cell(words).words == words
    with pytest.raises(ValueError, match="not a number"):
        parse_number(words)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_not_written(value: float) -> None:
    with pytest.raises(ValueError, match="can't be written"):
        number(value)


@given(amounts)
def test_a_difference_has_a_sign_unless_it_is_nought(value: float) -> None:
    written = signed(value, 2)
    assert written[0] == "0" if rounded(value, 2) == 0 else written[0] == ("+" if value > 0 else MINUS)


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        (3.0, 5.0, f"3–5{HARD}%"),
        (-2.0, 3.5, f"{MINUS}2{HARD}till{HARD}3,5{HARD}%"),
        (None, 5.0, f"högst{HARD}5{HARD}%"),
        (3.0, None, f"minst{HARD}3{HARD}%"),
        (None, None, ""),
    ],
)
def test_a_span_is_written_with_its_open_ends_in_words(low: float | None, high: float | None, written: str) -> None:
    assert span(low, high, unit="%") == written
