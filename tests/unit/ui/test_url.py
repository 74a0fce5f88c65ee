"""The address holds the whole view: what is written is read back, and nothing that is typed can break a page."""

from string import ascii_lowercase, digits
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.model import Kind, Selection
from dashboard.ui import url

slugs = some.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,3}", fullmatch=True)
rows = some.builds(lambda letter, number: f"{letter}{number}", some.sampled_from("ig"), some.integers(0, 999))
selections = some.builds(
    Selection,
    board=some.none() | slugs,
    units=some.lists(slugs, max_size=6, unique=True).map(tuple),
    year=some.none() | some.integers(1990, 2090),
    period=some.none() | some.sampled_from(Kind),
    listed=some.none() | slugs,
    status=some.none() | slugs,
    rows=some.lists(rows, max_size=6, unique=True).map(tuple),
    document=some.none() | some.text("0123456789abcdef", min_size=16, max_size=16),
    goal=some.none() | slugs,
    text=some.none() | some.text(min_size=1, max_size=90).map(lambda words: " ".join(words.split())).filter(bool),
    sort=some.none() | slugs,
    form=some.none() | slugs,
    since=some.none() | some.dates().map(str),
    operation=some.none() | slugs,
    size=some.none() | slugs,
    category=some.none() | slugs,
    snapshot=some.none() | some.from_regex(r"[0-9]{8}-[0-9a-f]{8}", fullmatch=True),
    slides=some.lists(slugs, max_size=9, unique=True).map(tuple),
    slide=some.none() | some.integers(1, 999),
)


def read(address: str) -> tuple[str | None, Selection]:
    path, _, rest = address.partition("?")
    return url.parse(path.partition("#")[0], f"?{rest.partition('#')[0]}" if rest else "")


@given(selections, some.sampled_from(["oversikt", "enheter", "indikatorer", "jamfor", "kallor", "om"]))
def test_what_is_written_is_read_back(chosen: Selection, page: str) -> None:
    assert read(url.address(page, chosen)) == (page, chosen)
    assert read(url.address(page, chosen))[1].notices == ()


@given(selections, slugs)
def test_the_path_holds_the_unit_and_the_indicator(chosen: Selection, slug: str) -> None:
    for page, one in (("enhet", Selection(unit=slug)), ("indikator", Selection(indicator=slug))):
        assert read(url.address(page, one)) == (page, one)


@given(some.text(max_size=300), some.text(max_size=300))
def test_no_address_breaks_a_page(path: str, search: str) -> None:
    url.parse(path, search)
    url.parse("/" + path, "?" + search)


@given(some.dictionaries(some.sampled_from(url.WORDS), some.text(max_size=40), min_size=1))
def test_what_is_not_used_is_told(values: dict[str, str]) -> None:
    _, chosen = url.parse("/", "?" + urlencode(values))
    written = url.address("oversikt", chosen)
    for word, value in values.items():
        parts = [part for part in value.strip().split(",") if part]
        if parts and f"{word}=" not in written:
            assert any(word in notice for notice in chosen.notices)


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ("?ar=20x5", "ar=20x5"),
        ("?ar=1066", "ar=1066"),
        ("?period=T3", "period=T3"),
        ("?namnd=<script>", "namnd=<script>"),
        ("?dokument=12", "dokument=12"),
        ("?rad=i1,hej", "rad=hej"),
        ("?sedan=2026-02-30", "sedan=2026-02-30"),
        ("?bild=0", "bild=0"),
        ("?bild=²", "bild=²"),
        ("?per=../x", "per=../x"),
        ("?utm=1", "utm"),
    ],
)
def test_a_value_that_cannot_be_used_becomes_its_default_and_a_notice(search: str, told: str) -> None:
    page, chosen = url.parse("/", search)
    assert page == "oversikt"
    assert len(chosen.notices) == 1
    assert told in chosen.notices[0]


def test_an_opened_row_survives_a_wrong_one_beside_it() -> None:
    assert url.parse("/", "?rad=i1,hej,g2")[1].rows == ("i1", "g2")


@pytest.mark.parametrize(
    "path", ["/malet", "/enhet/a/b", "/enhet/Ä", "/enhet/..", "/indikator/%3Cb%3E", "//evil.example"]
)
def test_an_address_without_a_page_has_no_page(path: str) -> None:
    assert url.parse(path, "")[0] is None


@pytest.mark.parametrize("path", ["/", "", None])
def test_the_front_page_has_several_spellings(path: str | None) -> None:
    assert url.parse(path, None) == ("oversikt", Selection())


def test_a_slash_at_the_end_changes_nothing() -> None:
    assert url.parse("/enhet/torget/", "") == url.parse("/enhet/torget", "")


def test_sizes_are_bounded() -> None:
    many = ",".join(f"enhet-{number}" for number in range(1000))
    _, chosen = url.parse("/jamfor", f"?enheter={many}")
    assert 0 < len(chosen.units) < 100
    assert chosen.notices
    assert url.parse("/enhet/" + "a" * 5000, "")[0] is None
    assert url.parse("/", "?namnd=" + "a" * 3000)[1].board is None


def test_commas_stay_readable() -> None:
    assert url.address("jamfor", Selection(units=("a", "b"))) == "/jamfor?enheter=a,b"


def test_a_fragment_stands_last() -> None:
    assert url.address("enhet", Selection(unit="torget", year=2025), "i3") == "/enhet/torget?ar=2025#i3"


def test_routes_are_plain() -> None:
    allowed = set(ascii_lowercase + digits + "/<>-")
    assert all(set(route) <= allowed for route in url.ROUTES.values())
