"""The accessibility statement has what the law asks for, and the municipality's own contact."""

from datetime import date

import pytest

from dashboard.swedish import date_words
from dashboard.views.accessibility import DIGG, dates, linked, statement


def words(contact: str = "") -> str:
    return " ".join(said.words for part in statement(contact) for paragraph in part.paragraphs for said in paragraph)


@pytest.mark.parametrize("wanted", ["delvis förenlig", "oskäligt betungande", "självskattning", "(Digg) har tillsyn"])
def test_it_says_what_the_law_asks_for(wanted: str) -> None:
    assert wanted in words()


def test_it_lists_shortcomings_and_leads_to_the_supervisor() -> None:
    assert any(part.heading == "Innehåll som inte är tillgängligt" and part.points for part in statement())
    ways = [said.address for part in statement() for paragraph in part.paragraphs for said in paragraph if said.address]
    assert ways == [DIGG]


def test_it_says_when_it_was_judged_and_renewed() -> None:
    kept = dates()
    assert date(2026, 1, 1) <= kept.judged <= kept.updated
    assert f"Senaste bedömningen gjordes {date_words(kept.judged.isoformat())}" in words()
    assert f"uppdaterades senast {date_words(kept.updated.isoformat())}" in words()


def test_the_contact_is_the_municipalitys_or_says_whom_to_turn_to() -> None:
    assert "Kommunen har inte skrivit in någon kontakt" in words()
    told = words("Kontaktcenter, hjalp@exempel.se")
    assert "hjalp@exempel.se" in told
    assert "har inte skrivit in" not in told


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        ("Ring växeln", []),
        ("Skriv till hjalp@exempel.se.", ["mailto:hjalp@exempel.se"]),
        ("https://exempel.se/kontakt, eller a.b@c.se", ["https://exempel.se/kontakt", "mailto:a.b@c.se"]),
        ("javascript:alert(1)", []),
    ],
)
def test_addresses_in_the_contact_are_links(line: str, addresses: list[str]) -> None:
    pieces = linked(line)
    assert "".join(piece.words for piece in pieces) == line
    assert [piece.address for piece in pieces if piece.address] == addresses
