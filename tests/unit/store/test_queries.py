"""The core questions, each answered over a store small enough to answer by hand."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.model import Kind, Status, TextOf
from dashboard.store.commits import commit
from dashboard.store.database import Store
from tests.builders import Build

PLAY, REST = "enheten-for-lek", "enheten-for-vila"
OTHER = "Andra nämnden"
DRAFT = Build(mark="utkast", date="2026-01-10").area("1.3").row("Andel nöjda", "79 %")
FINAL = (
    Build()
    .area("1.3")
    .unit_goal("Barnen får lugn och ro", Status.DELVIS)
    .row("Andel nöjda", "80 %", "85 %")
    .analysis(TextOf.OUTCOME, "Fler svarade.")
    .doubt("Två årsmål")
    .row("Antal böcker", "7 st")
    .activity("Måla om")
    .complaints("Beröm", "Bemötande", 2, None, 3)
)
PLAN = Build(year=2026, kind=Kind.VP).area("1.3")
EARLY = Build(kind=Kind.T1).area("1.3").row("Andel nöjda", "70 %")
QUIET = Build(unit="Enheten för vila", year=2024, board=OTHER, sample=True).area("2.1").row("Andel nöjda", "60 %")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("queries")
    for build in (DRAFT, QUIET, FINAL, PLAN, EARLY):
        commit(folder, [build.report()])
    return Store(folder)


def id_of(build: Build) -> str:
    return build.report().document.id


def column(store: Store, question: str, name: str, **bound: object) -> list[Any]:
    return store.ask(question, **bound)[name].to_pylist()


def test_documents_has_all_with_counts(store: Store) -> None:
    rows = {row["id"]: row for row in store.ask("documents").to_pylist()}
    assert set(rows) == {id_of(build) for build in (DRAFT, QUIET, FINAL, PLAN, EARLY)}
    final = rows[id_of(FINAL)]
    assert (final["goal_count"], final["outcome_count"], final["activity_count"]) == (3, 2, 1)
    assert (final["feedback_count"], final["doubt_count"]) == (1, 1)
    assert (final["error_count"], final["warning_count"], final["note_count"]) == (0, 1, 0)
    assert rows[id_of(DRAFT)]["superseded_by"] == id_of(FINAL)


def test_reports_are_the_documents_that_count_by_unit_and_time(store: Store) -> None:
    assert column(store, "reports", "id") == [id_of(build) for build in (EARLY, FINAL, PLAN, QUIET)]


def test_document_finds_the_superseded_too(store: Store) -> None:
    assert column(store, "document", "superseded_by", document=id_of(DRAFT)) == [id_of(FINAL)]
    assert column(store, "document", "id", document="finns inte") == []


def test_units_with_their_years_and_periods(store: Store) -> None:
    play, rest = store.ask("units").to_pylist()
    assert (play["unit"], play["years"], play["sample"]) == (PLAY, [2025, 2026], False)
    assert play["periods"] == ["T1 2025", "VB 2025", "VP 2026"]
    assert play["documents"] == [id_of(build) for build in (EARLY, FINAL, PLAN)]
    assert (rest["unit_name"], rest["board"], rest["sample"]) == ("Enheten för vila", OTHER, True)


def test_a_unit_bears_the_name_and_board_of_its_latest_report(tmp_path: Path) -> None:
    old = Build(unit="Lekstugan", unit_id=PLAY, year=2024, board=OTHER)
    new = Build(unit="Lekenheten", unit_id=PLAY, year=2025)
    for build in (new, old):
        commit(tmp_path, [build.report()])
    (unit,) = Store(tmp_path).ask("units").to_pylist()
    assert (unit["unit_name"], unit["board"]) == ("Lekenheten", "Exempelnämnden")


@pytest.mark.parametrize(
    ("wanted", "values"),
    [
        ({}, [70, 80, 7, 60]),
        ({"units": [PLAY]}, [70, 80, 7]),
        ({"units": []}, []),
        ({"indicators": ["andel-nojda"]}, [70, 80, 60]),
        ({"indicators": ["andel-nojda"], "kinds": ["VB"]}, [80, 60]),
        ({"years": [2024]}, [60]),
        ({"boards": [OTHER], "years": [2025]}, []),
        ({"units": [PLAY, REST], "kinds": ["VB", "T1"], "indicators": ["andel-nojda"]}, [70, 80, 60]),
    ],
)
def test_outcomes_of_a_selection(store: Store, wanted: dict[str, list[str]], values: list[float]) -> None:
    every = dict.fromkeys(("units", "indicators", "years", "kinds", "boards"))
    assert column(store, "outcomes", "outcome", **(every | wanted)) == values


def test_outcomes_bear_their_documents_facts(store: Store) -> None:
    every = dict.fromkeys(("indicators", "years", "kinds", "boards"))
    (row,) = store.ask("outcomes", units=[REST], **every).to_pylist()
    assert (row["unit_name"], row["board"], row["sample"]) == ("Enheten för vila", OTHER, True)
    assert (row["file"], row["document"]) == (QUIET.report().document.file, id_of(QUIET))


def test_outcomes_are_those_of_the_report_that_counts(store: Store) -> None:
    every = dict.fromkeys(("indicators", "boards"))
    assert column(store, "outcomes", "outcome", units=[PLAY], years=[2025], kinds=["VB"], **every) == [80, 7]
    assert column(store, "document_outcomes", "outcome", document=id_of(DRAFT)) == [79]


def test_goals_activities_and_feedback_of_documents(store: Store) -> None:
    both = [id_of(FINAL), id_of(QUIET)]
    assert sorted(set(column(store, "goals", "document", documents=both))) == sorted(both)
    goals = column(store, "goals", "title", documents=both[:1])
    assert goals == ["Riktning 1", "Mål 1.3", "Barnen får lugn och ro"]
    assert column(store, "activities", "title", documents=both) == ["Måla om"]
    assert column(store, "feedback", "t2", documents=both) == [None]


def test_texts_of_one_owner_and_of_a_document(store: Store) -> None:
    asked = {"document": id_of(FINAL), "of": TextOf.OUTCOME}
    assert column(store, "texts", "body", **asked, number=0) == ["Fler svarade."]
    assert column(store, "texts", "body", **asked, number=1) == []
    assert column(store, "document_texts", "body", document=id_of(FINAL)) == ["Fler svarade."]


def test_texts_that_hang_on_the_document_itself(tmp_path: Path) -> None:
    build = Build().area("1.3").analysis(TextOf.GOAL, "Om målet.")
    report = build.report()
    commit(tmp_path, [report])
    assert Store(tmp_path).ask("texts", document=report.document.id, of=TextOf.DOCUMENT, number=None).num_rows == 0
    assert Store(tmp_path).ask("texts", document=report.document.id, of=TextOf.GOAL, number=1).num_rows == 1


def test_doubts_of_a_document(store: Store) -> None:
    (doubt,) = store.ask("doubts", document=id_of(FINAL)).to_pylist()
    assert (doubt["reason"], doubt["text"], doubt["severity"]) == ("Två årsmål", "som tryckt", "varning")
    assert doubt["outcome"] == 0


def test_samples_are_counted_while_they_count(store: Store) -> None:
    assert store.ask("samples").to_pylist() == [{"sample_count": 1, "document_count": 4}]
