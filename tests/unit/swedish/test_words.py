import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.swedish import amount_words, capital, fold, listed, slug, sort_key, spelled


def test_amounts_agree_with_their_word() -> None:
    words = [amount_words(amount, "indikator", "indikatorer") for amount in (0, 1, 2, 1200)]
    assert words == ["0 indikatorer", "1 indikator", "2 indikatorer", "1\u00a0200 indikatorer"]


def test_small_amounts_are_spelled() -> None:
    assert [spelled(amount) for amount in (0, 1, 2, 12, 13, 1000, -1)] == [
        "noll",
        "en",
        "två",
        "tolv",
        "13",
        "1\u00a0000",
        "−1",
    ]
    assert spelled(1, neuter=True) == "ett"
    assert capital(spelled(3)) == "Tre"


@pytest.mark.parametrize(
    ("items", "written"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_a_list_has_och_before_its_last(items: list[str], written: str) -> None:
    assert listed(items) == written


def test_swedish_letters_sort_last_and_numbers_by_size() -> None:
    names = ["Östermalm", "Ängby", "Årsta", "Zinken", "älvsjö", "Enskede", "1.10", "1.9", "Idé", "ide"]
    assert sorted(names, key=sort_key) == [
        *("1.9", "1.10", "Enskede", "Idé", "ide", "Zinken", "Årsta", "älvsjö", "Ängby", "Östermalm")
    ]


@given(st.text())
def test_a_slug_fits_an_address_and_stays_as_it_is(text: str) -> None:
    once = slug(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", once)
    assert slug(once) == once


def test_a_slug_keeps_the_name_readable() -> None:
    assert slug("Enheten för ekonomiskt bistånd") == "enheten-for-ekonomiskt-bistand"
    assert slug("Hägersten-Älvsjö grupp- och servicebostäder") == "hagersten-alvsjo-grupp-och-servicebostader"


@given(st.text(), st.text(" \t\n-\u00a0\u00ad/,."))
def test_folding_overlooks_what_a_narrow_column_breaks(text: str, noise: str) -> None:
    assert fold(noise + text + noise) == fold(text) == fold(fold(text))


def test_folding_keeps_letters_apart() -> None:
    assert fold("Medskap andeinde x") == fold("Medskapandeindex") != fold("Medskåpandeindex")
    # The same å, written as one sign and as a with a ring.
    assert fold("å") == fold("a\u030a")
