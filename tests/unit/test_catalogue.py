"""The catalogue of the project is right, and a wrong one is refused with words that lead to the entry."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.catalogue import load
from dashboard.catalogue.mandates import mandate
from dashboard.errors import CatalogueError
from dashboard.model import Direction
from dashboard.settings import Settings

INDICATOR = """
[[indicator]]
id = "sjukfranvaro"
name = "Sjukfrånvaro"
unit = "%"
decimals = 1
direction = "lägre"
about_people = true
accumulates = false
"""
UNIT = """
[[unit]]
id = "norr"
name = "Enheten Norr"
board = "Norra nämnden"
kind_of_operation = "Förskola"
former_names = ["Enheten Norr och Nordost"]
"""

Write = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Write:
    def write(indicators: str = INDICATOR, units: str = UNIT, spellings: str = "") -> Path:
        for name, text in (("indicators", indicators), ("units", units), ("spellings", spellings)):
            (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_the_projects_own_catalogue_is_valid_and_invents_no_band() -> None:
    catalogue = load(Settings().catalogue)
    assert len(catalogue.indicators) >= 28
    assert len(catalogue.units) >= 4
    for indicator in catalogue.indicators.values():
        assert indicator.band is None or indicator.band_source


@pytest.mark.parametrize(
    ("printed", "direction"),
    [
        ("Sjukfrånvar o dag 1-14", Direction.LOWER),
        ("Aktivt Medskap andeinde x", Direction.HIGHER),
        ("Andel avhysningar som kunnat avvärijas efter inkommet meddelande till förvaltningen från hyresvärderna",
         Direction.HIGHER),
        ("Andel personer som har ekonomiskt bistånd i förhållande till befolkningen", Direction.LOWER),
        ("Antal vräkningar som berör barn", Direction.LOWER),
        ("Antal barnfamiljer som beviljats tillfälligt boende på hotell/vandr arhem", Direction.LOWER),
        ("Happy index på Medborgar kontoret", Direction.HIGHER),
    ],
)  # fmt: skip
def test_a_printed_name_finds_its_indicator_and_direction(printed: str, direction: Direction) -> None:
    indicator = load(Settings().catalogue).indicator(printed)
    assert indicator is not None
    assert indicator.direction is direction


def test_two_indicators_with_nearly_the_same_name_stay_two() -> None:
    catalogue = load(Settings().catalogue)
    short = "Andel personer med funktionsnedsättning som upplever att de kan påverka insatsens utformning"
    long = f"{short} (stöd och service till personer med funktionsnedsättning)"
    assert catalogue.match_indicator(short)[0] != catalogue.match_indicator(long)[0]


def test_an_unknown_indicator_becomes_its_slug_and_is_told_from_a_known_one(folder: Write) -> None:
    catalogue = load(folder())
    assert catalogue.match_indicator("Antal nya böcker") == ("antal-nya-bocker", False)
    assert catalogue.match_indicator("SJUKFRÅNVARO") == ("sjukfranvaro", True)
    assert catalogue.indicator("Antal nya böcker") is None


def test_spellings_lead_to_their_indicator_and_unit(folder: Write) -> None:
    catalogue = load(folder(spellings='[indicators]\n"Frånvaro" = "sjukfranvaro"\n[units]\n"Norra enheten" = "norr"'))
    assert catalogue.match_indicator("frånvaro") == ("sjukfranvaro", True)
    assert catalogue.match_unit("Norra enheten") == ("norr", True)


def test_a_unit_is_found_by_its_former_name_and_has_a_board(folder: Write) -> None:
    catalogue = load(folder())
    assert catalogue.match_unit("Enheten Norr och Nordost") == ("norr", True)
    assert catalogue.former_names("norr") == ("Enheten Norr och Nordost",)
    assert catalogue.board_of("norr") == "Norra nämnden"
    assert catalogue.match_unit("Enheten Söder") == ("enheten-soder", False)
    assert catalogue.board_of("enheten-soder") is None


def test_a_band_carries_its_source(folder: Write) -> None:
    band = '[indicator.band]\nlow = 95\nhigh = 100.5\nsource = "Nämndens beslut"\n'
    found = load(folder(INDICATOR.replace("lägre", "inom") + band)).indicators["sjukfranvaro"]
    assert found.band is not None
    assert (found.band.low, found.band.high, found.band_source) == (95.0, 100.5, "Nämndens beslut")


WRONG_INDICATORS = {
    "unknown field": (INDICATOR + "colour = 1\n", "colour"),
    "missing direction": (INDICATOR.replace('direction = "lägre"', ""), "direction"),
    "bad direction": (INDICATOR.replace("lägre", "uppåt"), "uppåt"),
    "twice": (INDICATOR + INDICATOR, "två gånger"),
    "bad id": (INDICATOR.replace('"sjukfranvaro"', '"SJUKFRANVARO"'), "id"),
    "number as text": (INDICATOR.replace("decimals = 1", 'decimals = "1"'), "decimals"),
    "yes as number": (INDICATOR.replace("decimals = 1", "decimals = true"), "decimals"),
    "negative": (INDICATOR.replace("decimals = 1", "decimals = -1"), "decimals"),
    "empty name": (INDICATOR.replace('"Sjukfrånvaro"', '""'), "name"),
    "within nothing": (INDICATOR.replace("lägre", "inom"), "band"),
    "band without source": (INDICATOR + "[indicator.band]\nlow = 1\n", "source"),
    "band without ends": (INDICATOR + '[indicator.band]\nsource = "x"\n', "gränserna"),
    "band upside down": (INDICATOR + '[indicator.band]\nlow = 2\nhigh = 1\nsource = "x"\n', "nedre"),
    "band of words": (INDICATOR + '[indicator.band]\nlow = "två"\nsource = "x"\n', "low"),
}


@pytest.mark.parametrize(("text", "word"), WRONG_INDICATORS.values(), ids=WRONG_INDICATORS)
def test_a_wrong_indicator_is_refused_by_file_and_entry(folder: Write, text: str, word: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        load(folder(indicators=text))
    assert "indicators.toml" in str(caught.value)
    assert "sjukfr" in str(caught.value).casefold()
    assert word in str(caught.value)


@pytest.mark.parametrize(
    ("units", "spellings", "words"),
    [
        (UNIT.replace('board = "Norra nämnden"', ""), "", ("units.toml", "norr", "board")),
        (UNIT + UNIT, "", ("units.toml", "norr", "två gånger")),
        (UNIT.replace('["Enheten Norr och Nordost"]', "[3]"), "", ("units.toml", "norr", "namn")),
        (UNIT.replace("[[unit]]", "[unit]"), "", ("units.toml", "unit")),
        (UNIT, '[indicators]\n"Frånvaro" = "finns-ej"', ("spellings.toml", "Frånvaro", "finns-ej")),
        (UNIT, '[indicators]\n"Frånvaro" = 3', ("spellings.toml", "indicators")),
        (UNIT, "[others]", ("spellings.toml", "others")),
        ("not toml", "", ("units.toml", "TOML")),
    ],
)
def test_wrong_units_and_spellings_are_refused(
    folder: Write, units: str, spellings: str, words: tuple[str, ...]
) -> None:
    with pytest.raises(CatalogueError) as caught:
        load(folder(units=units, spellings=spellings))
    for word in words:
        assert word in str(caught.value)


def test_a_name_that_leads_to_two_indicators_is_refused(folder: Write) -> None:
    two = INDICATOR + INDICATOR.replace('id = "sjukfranvaro"', 'id = "sjukfranvaro-kort"')
    with pytest.raises(CatalogueError, match="sjukfranvaro-kort"):
        load(folder(indicators=two))


@pytest.mark.parametrize(
    ("year", "period"),
    [(2018, (2015, 2018)), (2019, (2019, 2022)), (2022, (2019, 2022)), (2023, (2023, 2026)), (2027, (2027, 2030))],
)
def test_a_mandate_period_is_four_budget_years_after_an_election(year: int, period: tuple[int, int]) -> None:
    assert mandate(year) == period


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"indicators\.toml"):
        load(tmp_path)
