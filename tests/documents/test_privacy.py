"""Names, numbers and addresses of people are recognised and not kept, wherever they stand."""

import json

import pytest

from dashboard.importing import contract
from dashboard.importing.privacy import GONE as MARK
from dashboard.importing.privacy import Cleaner
from tests.documents.printed import ACTIVITIES, FEEDBACK, INDICATORS, Read, tabbed

GONE = (
    "Kim Påhittad",
    "Påhittad",
    "Alex",
    "Robin",
    "08-123 45 67",
    "08 123 45 678",
    "070-123 45 67",
    "+46 8 123 456 78",
    "@",
    "800101-1234",
)


def test_nothing_of_a_person_reaches_the_report(read: Read) -> None:
    cover = (
        "Handläggare\nKim Påhittad\nTelefon: 08-123 45 67\n\nTill\nLekdalens stadsdelsnämnd\n2026-02-12\n\n"
        "Verksamhetsberättelse 2025\n\nEnheten för lek\n\nkim.pahittad@exempel.se\n08 123 45 678\n\n"
        "Innehållsförteckning\n\n"
    )
    body = (
        "Analys\n\nKontakta Kim Påhittad på 070-123 45 67 eller +46 8 123 456 78, kim@exempel.se.\n\n"
        "Enhetschef Alex Exempel har byggt 1 107 gungor mellan 2025-01-01 och 2025-12-31 för 12 300 000 kronor.\n\n"
        + INDICATORS + "Antal gungor→Kim Påhittad→→→→2→→2025\nAnalys Målet nås, säger Kim Påhittad.→→→→→→→\n\n"
        + ACTIVITIES + "Ring handläggare Robin Exempelsson→2025-01-01→2025-12-31→Kim Påhittads\n\n"
        + FEEDBACK + "Beröm→Beröm→1→→→2→Från 800101-1234.\nKim Påhittad→Ord→→→→→\n"
    )  # fmt: skip
    report = read(tabbed(body, cover))
    everything = json.dumps(contract.as_json(report), ensure_ascii=False) + " ".join(
        [text.body for text in report.texts] + [doubt.text for doubt in report.doubts] + [str(report)]
    )
    assert [word for word in GONE if word in everything] == []
    [analysis] = [text for text in report.texts if text.of == "goal"]
    assert "1 107 gungor mellan 2025-01-01 och 2025-12-31 för 12 300 000 kronor" in analysis.body
    assert report.document.unit_name == "Enheten för lek"


GIVEN = ("Anna", "Ann-Marie", "Erik", "Fatima", "Åsa", "Mohammed", "Johan", "Zahra", "Björn", "Kicki")
FAMILIES = ("Påhittadsson", "Exempelberg", "von Exempel", "Provström-Exempelgren", "Påhittadovic")
FRAMES = (
    "Arbetet leds av {} sedan i våras.",
    "{} har tagit fram planen.",
    "Tack vare {}s arbete nåddes målet.",
    "Frågor: {}, på plats 2.",
    "Både {} och chefen deltog i Stockholm.",
)


@pytest.mark.parametrize("given", GIVEN)
def test_a_bare_name_in_prose_is_taken_away(given: str) -> None:
    for name in (f"{given} {family}" for family in FAMILIES):
        for frame in FRAMES:
            cleaned = Cleaner().clean(frame.format(name))
            assert name.split()[-1] not in cleaned
            assert given not in cleaned
            assert cleaned.replace(MARK, "") in {frame.format(""), frame.replace("{}s", "{}").format("")}


# Given names that are everyday words, rare or from many tongues, before family names of today's Sweden.
WHOLE = (
    "Inga Svensson", "Dag Ahmed", "Saga Hussein", "Love Lindqvist", "Sol Nguyen", "Zinahla al-Hassan", "Ayşe Yılmaz",
    "Jasmina Begović", "Abdirahman Warsame", "Oleksandr Kovalenko", "My Lindgren-Ahmed", "Rojin Barzani",
)  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_is_known_by_its_family_name_or_by_a_given_name_of_any_tongue(name: str) -> None:
    for frame in ("Arbetet leds av {} sedan i våras.", "Frågor: {}, på plats 2.", "Enligt {} är planen klar."):
        assert Cleaner().clean(frame.format(name)) == frame.format(MARK)


@pytest.mark.parametrize("text", ["Enligt Svensson är den klar.", "Enhetschef Hassan svarar.", "Chef är Ali Ahmeds."])
def test_a_family_name_alone_after_an_office_or_a_small_word_is_taken_away(text: str) -> None:
    cleaned = Cleaner().clean(text)
    assert MARK in cleaned
    assert not any(name in cleaned for name in ("Svensson", "Hassan", "Ahmed"))


@pytest.mark.parametrize(
    "text",
    [
        "Lindgrens gata och Karlssons plats byggs om.",
        "Enheten ligger vid Sankt Eriksplan och Anna Lindhs plats.",
        "Lex Sarah och Lex Maria rapporteras till nämnden.",
        "Anmälan enligt Lex Maria Stockholm gjordes.",
        "Maria Magdalena församling och Katarina Sofia är grannar.",
        "Verksamheten flyttade till Karin Boyes gata och Astrid Lindgrens barnsjukhus.",
        "Inga Data finns. Dag Hammarskjölds väg är stängd.",
        "I Maj Månad och under Augusti September Oktober var det stängt.",
        "Eva von Bahrs väg byggs om.",
        "Hägersten-Älvsjö stadsdelsnämnd och Södra Stationsgatan.",
        "Nämndmål: Invånarna är trygga. Enhetsmål: Leken är nära.",
        "Erik har slutat, och Anna är glad.",
    ],
)
def test_places_laws_months_and_goals_are_left_as_they_are(text: str) -> None:
    assert Cleaner().clean(text) == text


@pytest.mark.parametrize(
    "told",
    [
        "08-123 45 67", "08 123 45 678", "070-123 45 67", "0701234567", "+46 8 123 456 78", "+46(0)70-123 45 67",
        "kim.exempel@exempel.se", "800101-1234", "19800101-1234", "800101+1234",
    ],
)  # fmt: skip
def test_a_number_or_address_of_a_person_is_taken_away(told: str) -> None:
    assert Cleaner().clean(f"Vi nås på {told} hela dagen.") == f"Vi nås på {MARK} hela dagen."
