"""Every page shows one judgement of a row; these say what it holds."""

from pathlib import Path

import pytest

from dashboard.analysis.change import NoChange, Verdict
from dashboard.catalogue import Catalogue
from dashboard.model import Direction, Kind, Selection, Status
from dashboard.views.judged import Judged, judged_rows
from tests.builders import Build, catalogue_of, indicator, store_of

SICK = indicator("Sjukfrånvaro", Direction.LOWER, unit="%")
HAPPY = indicator("Nöjdhet", Direction.HIGHER)


def judged(folder: Path, *builds: Build, catalogue: Catalogue | None = None) -> list[Judged]:
    return judged_rows(store_of(folder, *builds), catalogue or catalogue_of(SICK, HAPPY))


def test_the_reported_status_stands_first_and_the_computed_beside_it(tmp_path: Path) -> None:
    build = Build().area("3.4").row("Sjukfrånvaro", "8,9 %", "8,3 %", "8,2 %", status=Status.DELVIS)
    (row,) = judged(tmp_path, build)
    assert (row.reported, row.attainment.status, row.differs) == (Status.DELVIS, Status.EJ, True)
    assert row.attainment.distance == pytest.approx(0.6)
    assert row.change.verdict is Verdict.WORSE


@pytest.mark.parametrize(
    ("icon", "words", "said", "two_things"),
    [
        (Status.HELT, Status.HELT, Status.HELT, False),
        (Status.HELT, Status.EJ, Status.HELT, True),
        (None, Status.DELVIS, Status.DELVIS, False),
        (Status.INGEN, Status.DELVIS, Status.DELVIS, False),
        (Status.HELT, Status.INGEN, Status.HELT, False),
        (None, None, None, False),
    ],
)
def test_the_icon_comes_before_the_words(
    tmp_path: Path, icon: Status | None, words: Status | None, said: Status | None, two_things: bool
) -> None:
    (row,) = judged(tmp_path, Build().area("3.4").row("Nöjdhet", "80", "83", status=icon, words=words))
    assert (row.reported, row.words_differ) == (said, two_things)


def test_a_row_knows_the_goals_above_it(tmp_path: Path) -> None:
    build = Build().area("1.3", "Stöd").board_goal("Vuxna klarar sig").unit_goal("Snabba besked").row("Nöjdhet", "80")
    (row,) = judged(tmp_path, build)
    path = row.row.path
    assert (path.direction_code, path.area_code, path.area_title) == ("1", "1.3", "Stöd")
    assert (path.board_goal, path.unit_goal) == ("Vuxna klarar sig", "Snabba besked")


def test_a_row_outside_the_goals_is_kept(tmp_path: Path) -> None:
    (row,) = judged(tmp_path, Build().row("Nöjdhet", "80", "83"))
    assert row.row.path.area == ""


def test_last_years_figure_is_revised_when_the_two_reports_print_different_ones(tmp_path: Path) -> None:
    then = Build(year=2024).area("3.4").row("Nöjdhet", "73").row("Sjukfrånvaro", "8,24 %")
    now = Build().area("3.4").row("Nöjdhet", "76", previous="74").row("Sjukfrånvaro", "8 %", previous="8,2 %")
    rows = {row.row.name: row for row in judged(tmp_path, then, now) if row.row.year == 2025}
    happy = rows["Nöjdhet"]
    assert happy.revised
    assert happy.then is not None
    assert happy.then.printed == "73"
    assert happy.then.document == then.report().document.id
    assert not rows["Sjukfrånvaro"].revised, "8,24 printed as 8,2 is rounded, not revised"


def test_figures_of_two_units_of_measure_are_no_change(tmp_path: Path) -> None:
    build = Build().area("3.4").row("Nöjdhet", "12 st", previous="40 %").row("Sjukfrånvaro", "8 %", previous="9")
    apart, alike = judged(tmp_path, build)
    assert (apart.change.verdict, apart.change.reason) == (Verdict.NONE, NoChange.OTHER_UNIT)
    assert alike.change.verdict is Verdict.BETTER, "a figure printed without its unit has the same one"


def test_a_superseded_report_is_no_witness_of_last_year(tmp_path: Path) -> None:
    wrong = Build(year=2024, mark="första").area("3.4").row("Nöjdhet", "37")
    right = Build(year=2024, mark="rättad").area("3.4").row("Nöjdhet", "73")
    now = Build().area("3.4").row("Nöjdhet", "76", previous="73")
    rows = judged(tmp_path, wrong, right, now)
    assert [(row.row.year, row.revised) for row in rows] == [(2024, False), (2025, False)]


def test_a_tertial_is_not_judged_against_the_years_target_nor_against_last_years_whole(tmp_path: Path) -> None:
    build = Build(kind=Kind.T1).area("3.4").row("Sjukfrånvaro", "9 %", "8 %", "8,2 %", previous_period="VB 2024")
    (row,) = judged(tmp_path, build)
    assert row.attainment.status is None
    assert row.change.verdict is Verdict.NONE


def test_an_unknown_indicator_is_kept_without_a_judgement(tmp_path: Path) -> None:
    (row,) = judged(tmp_path, Build().area("3.4").row("Något nytt", "9", "8", "7"))
    assert (row.known, row.attainment.status, row.change.verdict) == (None, None, Verdict.UNKNOWN)


@pytest.mark.parametrize(("women", "men", "split"), [("9 %", "4 %", True), ("9 %", "", False), ("", "4 %", False)])
def test_both_sexes_or_neither(tmp_path: Path, women: str, men: str, split: bool) -> None:
    (row,) = judged(tmp_path, Build().area("3.4").row("Sjukfrånvaro", "8 %", "7 %", women=women, men=men))
    assert (row.gap is not None) is split


def test_too_few_is_a_reason_of_its_own(tmp_path: Path) -> None:
    (row,) = judged(tmp_path, Build().area("3.4").row("Nöjdhet", "< 5", "8"))
    assert row.attainment.reason == "for-fa"


def test_the_figures_are_told_with_the_decimals_of_the_report(tmp_path: Path) -> None:
    (row,) = judged(tmp_path, Build().area("3.4").row("Sjukfrånvaro", "8,0 %", "≥ 8 %", "8,25 %"))
    assert row.outcome_printed == "8,0\u00a0%"
    assert row.target_printed == "≥ 8\u00a0%"
    assert row.decimals == 2


def test_the_source_is_the_line_in_its_document(tmp_path: Path) -> None:
    build = Build().area("3.4").row("Nöjdhet", "8")
    (row,) = judged(tmp_path, build)
    line = build.outcomes[0].place.line
    assert row.source.page == "kallor"
    assert row.source.to == Selection(document=build.report().document.id, rows=(f"r{line}",))


def test_rows_can_be_asked_by_document_and_by_indicator(tmp_path: Path) -> None:
    one = Build().area("3.4").row("Nöjdhet", "8").row("Sjukfrånvaro", "8 %")
    other = Build(unit="Enheten för sång").area("3.4").row("Nöjdhet", "9")
    store, catalogue = store_of(tmp_path, one, other), catalogue_of(SICK, HAPPY)
    assert len(judged_rows(store, catalogue, documents=[one.report().document.id])) == 2
    assert [row.row.unit for row in judged_rows(store, catalogue, indicators=["nojdhet"])] == [
        "enheten-for-lek",
        "enheten-for-sang",
    ]
    assert judged_rows(store, catalogue, documents=[]) == []
