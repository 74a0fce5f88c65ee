"""Faults that reports contain: each is a doubt with its reason, its place and its row, and a sound report has none."""

import pytest

from dashboard.model import Doubt, Report, Severity
from tests.documents.printed import COVER, FEEDBACK, INDICATORS, Read, tabbed

ROW = "Andel nöjda besökare→85 %→80 %→90 %→84 %→80 %→→VB 2025\n"


def of_kind(report: Report, kind: str) -> list[Doubt]:
    return [doubt for doubt in report.doubts if doubt.kind == kind]


def test_a_name_like_a_known_one_is_asked_about_and_the_row_keeps_its_own_id(read: Read) -> None:
    report = read(tabbed(INDICATORS + ROW.replace("besökare", "besökarna")))
    assert report.outcomes[0].indicator == "andel-nojda-besokarna"
    (doubt,) = of_kind(report, "namnförslag")
    assert doubt.reason == "Liknar ”Andel nöjda besökare” (92 %). Är det samma?"
    assert (doubt.text, doubt.severity, doubt.outcome) == ("Andel nöjda besökarna", Severity.WARNING, 0)
    assert doubt.place == report.outcomes[0].place


@pytest.mark.parametrize(
    "name", ["Andel missnöjda besökare", "Antal nöjda besökare", "Andel nöjda barn", "Antal gungor"]
)
def test_another_name_is_not_asked_about(read: Read, name: str) -> None:
    report = read(tabbed(INDICATORS + ROW.replace("Andel nöjda besökare", name)))
    assert not of_kind(report, "namnförslag")
    assert len(of_kind(report, "saknar-riktning")) == 1


def test_a_unit_like_a_known_one_is_asked_about(read: Read) -> None:
    report = read(tabbed(INDICATORS + ROW, COVER.replace("Enheten för lek", "Enheten lek")))
    assert report.document.unit == "enheten-lek"
    (doubt,) = of_kind(report, "namnförslag")
    assert (doubt.text, doubt.outcome) == ("Enheten lek", None)
    assert "”Enheten för lek”" in doubt.reason


@pytest.mark.parametrize(
    ("analysis", "reason"),
    [
        ("Utfallet uppgår till 86 %.", "Analysen säger 86 % men tabellen 85 %."),
        ("Arbetet har gått bra. Andelen är 82,5 procent, vilket är bra.", "Analysen säger 82,5 % men tabellen 85 %."),
        ("Utfallet uppgår till 85 %.", None),
        ("Utfallet uppgår till 86 % för kvinnor.", None),
        ("Svarsfrekvensen var 86 %.", None),
    ],
)
def test_an_analysis_that_says_another_outcome_is_told_at_its_row(
    read: Read, analysis: str, reason: str | None
) -> None:
    report = read(tabbed(f"{INDICATORS}{ROW}Analys {analysis}→→→→→→→\n"))
    found = of_kind(report, "analys-skiljer")
    assert [doubt.reason for doubt in found] == ([reason] if reason else [])
    assert all((doubt.severity, doubt.outcome) == (Severity.WARNING, 0) for doubt in found)
    assert all(doubt.text in analysis for doubt in found)


def test_the_same_row_twice_is_told_at_the_second_one(read: Read) -> None:
    report = read(tabbed(INDICATORS + ROW + ROW))
    (doubt,) = of_kind(report, "dubbel-rad")
    assert doubt.outcome == 1
    assert f"rad {report.outcomes[0].place.line}" in doubt.reason


@pytest.mark.parametrize(
    ("counts", "doubted"),
    [("1→2→3→6", False), ("1→2→3→7", True), ("→→3→3", False), ("→→→", False), ("1→→→", True), ("0→0→0→0", False)],
)
def test_feedback_that_does_not_sum_is_told(read: Read, counts: str, doubted: bool) -> None:
    report = read(tabbed(f"{FEEDBACK}Typ av ärende→Beröm→{counts}→\n"))
    assert bool(of_kind(report, "summa-stämmer-inte")) is doubted
