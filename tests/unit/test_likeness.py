"""Names that are like a known one are proposed, and nothing that makes a name another one is ever matched away."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue import load
from dashboard.catalogue.likeness import likeness
from dashboard.settings import Settings
from dashboard.swedish import fold, slug

CATALOGUE = load(Settings().catalogue)
INDICATORS = CATALOGUE.names_of_indicators()
UNITS = CATALOGUE.names_of_units()


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Aktivt Medskapandeindx", "Aktivt medskapandeindex"),
        ("Sjukfrånvaron dag 1-14", "Sjukfrånvaro dag 1-14"),
        ("Sjukfrånvaron", "Sjukfrånvaro"),
        ("Happy index på medborgarkontoren", "Happy index på Medborgarkontoret"),
        ("Andel brukare med en aktuell genomförandeplan", "Andel brukare med aktuell genomförandeplan"),
        ("Antal ungdomar som har fått feriejobb i stadens regi", "Antal ungdomar som fått feriejobb i stadens regi"),
        ("Antal genomförda föräldrautbildningar", "Antal genomförda föräldraskapsutbildningar"),
        ("Andel medarbetare som skulle rekommendera sin arbetsplats till andra",
         "Andel medarbetare som skulle rekommendera arbetsplatsen till andra"),
        ("Andel personer med ekonomiskt bistånd i förhållande till befolkningen",
         "Andel personer som har ekonomiskt bistånd i förhållande till befolkningen"),
        ("Förhandsbedömning angående misstänkt FUT (felaktig utbetalning) sker inom tre månader",
         "Förhandsbedömning angående misstänkt FUT (felaktig utbetalning) sker inom 3 månader"),
        ("Antal barnfamiljer som beviljats tillfälligt boende på hotel!/vandrarhem",
         "Antal barnfamiljer som beviljats tillfälligt boende på hotell/vandrarhem"),
    ],
)  # fmt: skip
def test_a_reworded_name_is_proposed_and_not_taken(printed: str, name: str) -> None:
    found = CATALOGUE.like_indicator(printed)
    assert found is not None
    assert CATALOGUE.indicators[found.id].name == name
    assert CATALOGUE.match_indicator(printed) == (slug(printed), False)


@pytest.mark.parametrize(
    "printed",
    [
        "Sjukfrånvaro dag 15-",  # other numbers
        "Sjukfrånvaro dag 1-90",
        "Förhandsbedömning angående misstänkt FUT (felaktig utbetalning) sker inom 4 månader",
        "Förhandsbedömning angående misstänkt FUT (felaktig utbetalning) sker inom fyra månader",
        "Antal vräkningar som inte berör barn",  # a denial more or less
        "Andel brukare inom omsorgen för personer med funktionsnedsättning som upplever diskriminering",
        "Andel personer med funktionsnedsättning som upplever att de blir missbemötta av stadens personal",
        "Andel oinköpta ekologiska livsmedel i kronor",
        "Sjukfrånvaro kvinnor",  # others are counted
        "Sjukfrånvaro dag 1-14, män",
        "Antal vräkningar som berör vuxna",
        "Andel vuxna som lever i familjer som har ekonomiskt bistånd",
        "Antal barn som lever i familjer som har ekonomiskt bistånd",  # counted otherwise
        "Andel vuxna med kortvarigt ekonomiskt bistånd jämfört med samtliga vuxna invånare",
        "Brukarens upplevelse av trygghet - LSS-boende, vuxna (stöd och service till personer med "
        "funktionsnedsättning)",
        "Antal genomförda hemtjänstutredningar",  # another word in the same place
        "Antal genomförda färdtjänstbedömningar",
        "Antal ungdomar som fått sommarjobb i stadens regi",
        "Andel personer med funktionsnedsättning som upplever att de kan påverka insatsens innehåll",
        "Ledarskapsindex",
        "AMI 2",
        "Utfall",
        "",
    ],
)  # fmt: skip
def test_what_makes_a_name_another_one_is_never_matched_away(printed: str) -> None:
    assert CATALOGUE.like_indicator(printed) is None


@pytest.mark.parametrize("name", INDICATORS)
def test_no_indicator_of_the_catalogue_is_like_another(name: str) -> None:
    assert likeness(name, {other: known for other, known in INDICATORS.items() if known != INDICATORS[name]}) is None


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("Enheten för medborgarservicee", "medborgarservice"),
        ("Enheten ekonomiskt bistånd", "ekonomiskt-bistand"),
        ("Enheten för socialpsykiatri utförare", "socialpsykiatri"),
        ("Enheten för äldreomsorg", None),
        ("Enheten för missbruk och beroende", None),
        ("Enheten för vuxna och beroende", None),
        ("Enheten", None),
    ],
)
def test_a_unit_is_proposed_by_likeness(printed: str, unit: str | None) -> None:
    found = CATALOGUE.like_unit(printed)
    assert (found.id if found else None) == unit


def test_a_name_whose_slug_is_a_known_id_is_not_taken_for_it() -> None:
    taken = next(known for known in CATALOGUE.indicators.values() if slug(known.name) != known.id)
    printed = taken.id.replace("-", " ")
    own, known = CATALOGUE.match_indicator(printed)
    assert not known
    assert own not in CATALOGUE.indicators


FAULTS = {"å": "ä", "ä": "a", "ö": "o", "l": "1", "i": "l", "m": "rn", "e": "c", "o": "0"}


@st.composite
def misprinted(draw: st.DrawFn, names: list[str]) -> tuple[str, str]:
    """A known name with spaces and hyphens put in, and letters misread, lost or doubled."""
    name = draw(st.sampled_from(names))
    letters = list(name)
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(letters) - 1))
        letters[place] += draw(st.sampled_from([" ", "- ", "-\n", "\u00ad"]))
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(letters) - 1))
        kind = draw(st.sampled_from(["misread", "lost", "doubled", "other"]))
        letter = letters[place]
        letters[place] = {
            "misread": FAULTS.get(letter, letter),
            "lost": "",
            "doubled": letter * 2,
            "other": draw(st.sampled_from(string.ascii_lowercase + string.digits)),
        }[kind]
    return name, "".join(letters)


@given(misprinted(sorted(INDICATORS)))
def test_a_misprinted_indicator_is_proposed_as_itself_or_not_at_all(case: tuple[str, str]) -> None:
    name, printed = case
    own, known = CATALOGUE.match_indicator(printed)
    if known:
        assert own == INDICATORS[name]
        return
    assert own not in CATALOGUE.indicators
    found = CATALOGUE.like_indicator(printed)
    assert found is None or found.id == INDICATORS[name]


@given(misprinted(sorted(UNITS)))
def test_a_misprinted_unit_is_proposed_as_itself_or_not_at_all(case: tuple[str, str]) -> None:
    name, printed = case
    own, known = CATALOGUE.match_unit(printed)
    if known:
        assert own == UNITS[name]
        return
    found = CATALOGUE.like_unit(printed)
    assert found is None or found.id == UNITS[name]


@given(st.sampled_from(sorted(INDICATORS)), st.integers(2, 99))
def test_a_number_more_is_never_matched_away(name: str, number: int) -> None:
    printed = f"{name} {number}"
    assert CATALOGUE.like_indicator(printed) is None


@given(st.text(max_size=60))
def test_any_words_get_an_answer(printed: str) -> None:
    found = CATALOGUE.like_indicator(printed)
    assert found is None or fold(printed)
