"""What a report leaves in doubt is told with its place and the words as printed; the values stay as printed."""

import pytest

from dashboard.model import Place, Severity, Status
from tests.documents.printed import ACTIVITIES, FEEDBACK, INDICATORS, Read, tabbed

NOTED = {"saknar-riktning", "ett-kön", "olika-enheter"}


def kinds(read: Read, body: str) -> list[str]:
    return [doubt.kind for doubt in read(tabbed(body)).doubts if doubt.kind != "saknar-riktning"]


def test_a_sound_report_leaves_nothing_in_doubt(read: Read) -> None:
    body = INDICATORS + "Andel nöjda besökare→85 %→80 %→90 %→84 %→80 %→öka→VB 2025\nAnalys Årsmålet nås.→→→→→→→\n"
    assert not read(tabbed(body)).doubts


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Andel nöjda besökare→84 %→96 %→85 %→→80 %→→2025", ["total-utanför"]),
        ("Antal gungor→7→3→4→→8→→2025", []),
        ("Antal gungor→9→3→4→→8→→2025", ["total-utanför"]),
        ("Antal gungor→9→3→→→8→→2025", ["ett-kön"]),
        ("Andel nöjda besökare→84 %→→→→80→→2025", ["olika-enheter"]),
        ("Antal gungor→många→→→→8→→2025", ["otydlig-siffra"]),
        ("Antal gungor→9→→→→8→→VB 2024", ["annan-period"]),
        ("Antal gungor→9→→→→8→→i vår", ["otydlig-period"]),
        ("☂ Antal gungor→9→→→→8→→2025", ["okänt-tecken"]),
        ("Antal gungor→9→→→→8→→2025→överskott", ["oplacerad-cell"]),
    ],
)
def test_doubts_of_an_indicators_row(read: Read, row: str, expected: list[str]) -> None:
    assert kinds(read, INDICATORS + row + "\n") == expected


def test_a_new_indicator_is_kept_and_said_to_lack_a_direction(read: Read) -> None:
    report = read(tabbed(INDICATORS + "Antal gungor→9→→→→8→→2025\n"))
    [doubt] = report.doubts
    assert (doubt.kind, doubt.severity, doubt.outcome) == ("saknar-riktning", Severity.NOTE, 0)
    assert report.outcomes[0].indicator == "antal-gungor"


def test_the_symbol_and_the_words_may_differ_and_both_stay(read: Read) -> None:
    report = read(
        tabbed(INDICATORS + "◆ Andel nöjda besökare→84 %→→→→80 %→→2025\nAnalys Indikatorn uppfylls helt.→→→→→→→\n")
    )
    assert (report.outcomes[0].status, report.outcomes[0].status_text) == (Status.DELVIS, Status.HELT)
    assert [(doubt.kind, doubt.text) for doubt in report.doubts] == [("status-skiljer", "Indikatorn uppfylls helt.")]


def test_words_that_look_like_a_row_are_told_with_their_place(read: Read) -> None:
    text = tabbed(INDICATORS + "Antal gungor→9→→→→8→→2025\nOrd utan tal→→→→→→→\n→→4→→→→→2025\n")
    doubts = [doubt for doubt in read(text).doubts if doubt.kind == "oplacerad-rad"]
    lines = text.split("\n")
    assert [(doubt.text, doubt.severity) for doubt in doubts] == [
        ("Ord utan tal", Severity.ERROR), ("4 2025", Severity.ERROR)
    ]  # fmt: skip
    assert [doubt.place for doubt in doubts] == [
        Place(line=1 + lines.index("Ord utan tal\t\t\t\t\t\t\t")), Place(line=1 + lines.index("\t\t4\t\t\t\t\t2025"))
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Måla→2025-01-01→2026-12-31→", []),
        ("Måla→2022-01-01→2025-12-31→", []),
        ("Måla→2026-01-01→2026-12-31→", ["datum-utanför"]),
        ("Måla→2023-01-01→2024-12-31→", ["datum-utanför"]),
        ("Måla→2025-12-31→2025-01-01→", ["datum-omvända"]),
        ("Måla→2025-01-01→i höst→", ["otydligt-datum"]),
        ("Måla→2025-01-01→2025-12-31→\nMåla→2025-01-01→2025-12-31→", ["dubbel-rad"]),
    ],
)
def test_doubts_of_activities(read: Read, row: str, expected: list[str]) -> None:
    assert kinds(read, ACTIVITIES + row + "\n") == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Beröm→Beröm→1→2→→3→", []),
        ("Beröm→Beröm→→→→→", []),
        ("Beröm→Beröm→1→2→→4→", ["summa-stämmer-inte"]),
        ("Beröm→Beröm→1→→→→", ["summa-stämmer-inte"]),
        ("Beröm→Beröm→flera→→→→", ["otydlig-siffra"]),
        ("→Ensam→1→→→1→", ["grupp-saknas"]),
    ],
)
def test_doubts_of_feedback(read: Read, row: str, expected: list[str]) -> None:
    assert kinds(read, FEEDBACK + row + "\n") == expected


def test_a_goal_without_a_status_is_noted(read: Read) -> None:
    assert kinds(read, "Enhetsmål: Bollarna rullar\n\nAnalys\n\nJa.\n") == ["mål-utan-status"]


def test_a_table_of_another_kind_is_told(read: Read) -> None:
    report = read(tabbed("Konto→Budget→Utfall\nFärg→10→12\n"))
    [doubt] = report.doubts
    assert (doubt.kind, doubt.text) == ("okänd-tabell", "Konto Budget Utfall (1 rader)")
    assert doubt.severity is Severity.NOTE, "money is no part of the report's tables, so nothing was lost"
