from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import Kind
from dashboard.swedish import date_words, kind_words, parse_date, parse_period, period_words


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_date_is_read_as_written(day: date) -> None:
    iso = day.isoformat()
    assert parse_date(iso) == parse_date(f" {iso} ") == parse_date(date_words(iso)) == iso


@given(st.text())
def test_any_text_is_a_date_of_the_calendar_or_none(text: str) -> None:
    read = parse_date(text)
    assert read is None or date.fromisoformat(read)


@pytest.mark.parametrize(
    "text", ["", "2025", "2025-13-01", "2025-02-30", "31 april 2025", "våren 2025", "2025-01-01 2025-12-31"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text", ["26 mars 2026", "den 26 mars 2026", "26 Mar 2026", "26:e mars 2026", "2026–03–26", "2026-3-26"]
)
def test_a_date_in_words_or_with_another_dash(text: str) -> None:
    assert parse_date(text) == "2026-03-26"


@given(st.sampled_from(Kind), st.integers(1990, 2099))
def test_a_period_is_read_as_written(kind: Kind, year: int) -> None:
    assert parse_period(period_words(kind, year)) == (kind, year)
    assert parse_period(f"{kind_words(kind)} {year}") == (kind, year)
    assert parse_period(f"{kind}  {year}\u00a0") == (kind, year)


@given(st.text())
def test_any_text_is_a_period_or_not(text: str) -> None:
    kind, year = parse_period(text)
    assert kind is None or isinstance(kind, Kind)
    assert year is None or 1900 <= year < 2100


@pytest.mark.parametrize("text", ["VB 2024 2025", "Utfall VB 2025", "2025-12-31", "12025", "Tertial 3 2025"])
def test_what_is_no_period_says_neither_kind_nor_year(text: str) -> None:
    assert parse_period(text) == (None, None)
