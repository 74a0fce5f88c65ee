"""Words broken by a narrow column are joined on evidence, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importing.joining import folded, join, lexicon

WORDS = lexicon(
    [
        "Föräldraskapsutbildningar hålls på vandrarhem. I dag är idag.",
        "Kontoret och medborgarkontoret har stöd, boende, stödboende.",
    ],
    ["Aktivt Medskapandeindex"],
)


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("Aktivt Medskap andeinde x", "Aktivt Medskapandeindex"),
        ("föräldraskapsutbild ningar", "föräldraskapsutbildningar"),
        ("Antal rutschban or", "Antal rutschban or"),
        ("Antal promenad er", "Antal promenad er"),
        ("Antal gungställ ningar", "Antal gungställningar"),
        ("Antal genomförd a bad", "Antal genomförda bad"),
        ("på hotell/vandr arhem", "på hotell/vandrarhem"),
        ("på Medborgar kontoret", "på Medborgarkontoret"),
        ("Tas fram av nämnd/styr else", "Tas fram av nämnd/styrelse"),
        ("Tas fram av nämnd/s tyrelse", "Tas fram av nämnd/styrelse"),
        ("Sjukfrånvar o dag 1-14", "Sjukfrånvaro dag 1-14"),
        ("Antal i dag", "Antal i dag"),
        ("Andel stöd boende", "Andel stöd boende"),
        ("Andel med hepatit c", "Andel med hepatit c"),
        ("Resa i å och bl a till Ö", "Resa i å och bl a till Ö"),
        ("Kostnad i tkr per st", "Kostnad i tkr per st"),
        ("Andel (stöd och service)", "Andel (stöd och service)"),
    ],
)
def test_a_blank_is_taken_away_only_on_evidence(printed: str, whole: str) -> None:
    assert join(printed, WORDS) == whole


@given(st.text(max_size=60))
def test_joining_takes_away_blanks_alone(text: str) -> None:
    joined = join(text, WORDS)
    assert "".join(joined.split()) == "".join(text.split())
    assert folded(joined) == folded(text)
