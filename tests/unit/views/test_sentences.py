"""The first sentence of a page, for none, one, both, many and all."""

from collections import Counter

import pytest

from dashboard.model import Kind
from dashboard.views.sentences import headline, unit_lead

STATUSES = ("helt", "delvis", "ej", "ingen")


def counts(*amounts: int) -> Counter[str]:
    return Counter(dict(zip(STATUSES, amounts, strict=True)))


@pytest.mark.parametrize(
    ("goals", "said"),
    [
        ((16, 3, 0, 0), "16 av 19 enhetsmål uppfylls helt. Tre uppfylls delvis och inget uppfylls ej."),
        ((1, 0, 0, 0), "Enhetsmålet uppfylls helt."),
        ((0, 1, 0, 0), "Enhetsmålet uppfylls delvis."),
        ((0, 0, 1, 0), "Enhetsmålet uppfylls ej."),
        ((0, 0, 0, 1), "Enhetsmålet är inte bedömt."),
        ((2, 0, 0, 0), "Båda enhetsmålen uppfylls helt."),
        ((6, 0, 0, 0), "Alla sex enhetsmål uppfylls helt."),
        ((40, 0, 0, 0), "Alla 40 enhetsmål uppfylls helt."),
        ((1, 1, 1, 0), "Ett av tre enhetsmål uppfylls helt. Ett uppfylls delvis och ett uppfylls ej."),
        ((0, 0, 5, 0), "Inget av fem enhetsmål uppfylls helt. Inget uppfylls delvis och fem uppfylls ej."),
        (
            (3, 1, 0, 1),
            "Tre av fem enhetsmål uppfylls helt. Ett uppfylls delvis, inget uppfylls ej och ett är ej bedömt.",
        ),
        (
            (3, 0, 0, 2),
            "Tre av fem enhetsmål uppfylls helt. Inget uppfylls delvis, inget uppfylls ej och två är ej bedömda.",
        ),
        ((0, 0, 0, 4), "Inget av fyra enhetsmål är bedömt."),
        ((0, 0, 0, 0), "Inga enhetsmål finns i rapporterna."),
    ],
)
def test_goals(goals: tuple[int, int, int, int], said: str) -> None:
    assert " ".join(headline(counts(*goals), counts(0, 0, 0, 0), Kind.VB, 2025).lines) == said


@pytest.mark.parametrize(
    ("computed", "said"),
    [
        ((14, 0, 8, 1), "Åtta av 23 indikatorer når inte årsmålet."),
        ((22, 0, 1, 0), "En av 23 indikatorer når inte årsmålet."),
        ((0, 0, 23, 0), "Ingen av 23 indikatorer når årsmålet."),
        ((23, 0, 0, 0), "Alla 23 indikatorer når årsmålet."),
        ((2, 0, 0, 0), "Båda indikatorerna når årsmålet."),
        ((20, 0, 0, 3), "20 av 23 indikatorer når årsmålet, tre kan inte beräknas."),
        ((2, 1, 0, 1), "Två av fyra indikatorer når årsmålet, en når det delvis och en kan inte beräknas."),
        ((1, 0, 0, 0), "Indikatorn når årsmålet."),
        ((0, 0, 1, 0), "Indikatorn når inte årsmålet."),
        ((0, 0, 0, 1), "Indikatorn kan inte jämföras med årsmålet."),
        ((0, 0, 0, 7), "Ingen av sju indikatorer kan jämföras med årsmålet."),
        ((0, 0, 0, 0), "Inga indikatorer finns i rapporterna."),
    ],
)
def test_indicators(computed: tuple[int, int, int, int], said: str) -> None:
    assert headline(counts(1, 0, 0, 0), counts(*computed), Kind.VB, 2025).quiet == said


@pytest.mark.parametrize(
    ("goals", "indicators", "said"),
    [
        (5, 14, "Fem enhetsmål och 14 indikatorer är planerade för 2026."),
        (1, 0, "Ett enhetsmål är planerat för 2026."),
        (0, 1, "En indikator är planerad för 2026."),
        (0, 0, "Inga enhetsmål eller indikatorer är planerade för 2026."),
    ],
)
def test_a_plan_has_no_outcomes_to_tell(goals: int, indicators: int, said: str) -> None:
    told = headline(counts(0, 0, 0, goals), counts(0, 0, 0, indicators), Kind.VP, 2026)
    assert told.lines == (said,)
    assert "uppföljningen" in told.quiet


def test_a_tertial_is_not_compared_with_the_years_target() -> None:
    told = headline(counts(0, 0, 0, 5), counts(0, 0, 0, 9), Kind.T1, 2025)
    assert told.quiet == "Ett tertial jämförs inte med årsmålet."


@pytest.mark.parametrize(
    ("goals", "computed", "changes", "strong", "rest"),
    [
        (
            (4, 1, 0, 0),
            (7, 0, 7, 0),
            {"battre": 4, "oforandrat": 4, "samre": 4, "utan": 2},
            "Fyra av fem enhetsmål uppfylls helt 2025, ett delvis.",
            "Av 14 indikatorer når sju årsmålet och sju inte. Fyra är bättre än 2024 och fyra sämre.",
        ),
        (
            (6, 0, 0, 0),
            (3, 0, 2, 2),
            {"samre": 1},
            "Alla sex enhetsmål uppfylls helt 2025.",
            "Av sju indikatorer når tre årsmålet och två inte, och två kan inte beräknas. "
            "Ingen är bättre än 2024 och en sämre.",
        ),
        (
            (1, 1, 2, 1),
            (1, 1, 1, 0),
            {"oforandrat": 3},
            "Ett av fem enhetsmål uppfylls helt 2025, ett delvis, två ej och ett ej bedömt.",
            "Av tre indikatorer når en årsmålet, en delvis och en inte. Ingen är bättre eller sämre än 2024.",
        ),
        (
            (0, 0, 0, 0),
            (0, 0, 0, 0),
            {},
            "Rapporten har inga enhetsmål.",
            "Rapporten har inga indikatorer.",
        ),
    ],
)
def test_a_units_lead(
    goals: tuple[int, int, int, int],
    computed: tuple[int, int, int, int],
    changes: dict[str, int],
    strong: str,
    rest: str,
) -> None:
    told = unit_lead(counts(*goals), counts(*computed), Counter(changes), Kind.VB, 2025)
    assert (told.strong, told.rest) == (strong, rest)


def test_a_tertials_lead_says_when() -> None:
    told = unit_lead(counts(2, 0, 0, 0), counts(0, 0, 0, 2), Counter({"utan": 2}), Kind.T2, 2025)
    assert told.strong == "Båda enhetsmålen uppfylls helt efter tertial 2 2025."
