"""Statements of attainment: about the indicator or its target, about this year, and nothing else."""

import pytest

from dashboard.importing.attainment_words import statement
from dashboard.model import Status


@pytest.mark.parametrize(
    ("analysis", "expected"),
    [
        ("Indikatorn uppfylls helt. Allt gick bra.", Status.HELT),
        ("Indikatoren uppfylls.", Status.HELT),
        ("Uppfylls helt.", Status.HELT),
        ("Uppfylls delvis", Status.DELVIS),
        ("Indikato rn uppfyl ls ej.", Status.EJ),  # a narrow column breaks words anywhere
        ("Årsmål et upp nås.", Status.HELT),
        ("Ej uppfyllt.", Status.EJ),
        ("Därför har årsmålet uppnåtts.", Status.HELT),
        ("Allt sammantaget når vi uppsatt årsmål.", Status.HELT),
        ("Vi blev färre men årsmålet uppnås inte.", Status.EJ),
        ("Vi bedömer att målet ej uppfylls då ingen tid fanns.", Status.EJ),
        ("Fast det gick bra nås inte årsmålet om 40 gungor.", Status.EJ),
        ("Årsmålet om 25 procent nås.", Status.HELT),
        ("Årsmålet kommer inte att uppnås detta år.", Status.EJ),
        ("Lekplatserna når inte riktigt upp till årsmålet.", Status.EJ),
        ("Målet har inte helt uppnåtts.", Status.DELVIS),
        ("Indikatorn är delvis uppfylld.", Status.DELVIS),
        ("Indikatorn uppfylls trots att vi inte hann öppna.", Status.HELT),
        ("KF:s årsmål uppnås men enhetens årsmål nås inte.", Status.EJ),
    ],
)
def test_a_statement_about_this_year_counts(analysis: str, expected: Status) -> None:
    assert statement(analysis, 2025).status is expected


@pytest.mark.parametrize(
    "analysis",
    [
        "",
        "Utfallet är lägre än årsmålet.",
        "Resultatet ligger inom årsmålet.",
        "Andelen fortsätter att ligga under målet om 2 procent.",
        "Föregående år uppfylldes indikatorn.",
        "Årsmålet för 2024 uppnåddes.",
        "Vi arbetar för att nå målet.",
        "Målet nås genom samverkan med parkerna.",
        "Målet ska nås nästa år.",
        "Vi tycker att enhetsmålet är helt uppnått.",
        "Målet uppnås för flickor.",
        "Målet är i stort sett uppnått.",
        "När målet sattes fanns inga gungor.",
    ],
)
def test_comparisons_wishes_and_other_years_say_nothing(analysis: str) -> None:
    assert statement(analysis, 2025).status is None


def test_another_sentence_may_speak_of_this_year() -> None:
    said = statement("Föregående år uppfylldes indikatorn. I år nås inte målet. Vi sörjer.", 2025)
    assert (said.status, said.quote, said.others) == (Status.EJ, "I år nås inte målet.", False)


def test_sentences_that_contradict_each_other_are_told() -> None:
    said = statement("Indikatorn uppfylls. Årsmålet nås inte.", 2025)
    assert (said.status, said.others) == (Status.HELT, True)
