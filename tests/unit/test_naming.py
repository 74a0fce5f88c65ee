"""Names that may be one: proposals, a person's answers, and that earlier and later imports follow them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import naming, tasks
from dashboard.catalogue import load
from dashboard.cli import main
from dashboard.errors import StoreError, UserError
from dashboard.model import Doubt, Kind, Report, Selection
from dashboard.settings import Settings
from dashboard.store import names, snapshots
from dashboard.store.commits import commit
from dashboard.store.database import Store
from dashboard.store.names import Naming, Subject
from dashboard.swedish import slug
from dashboard.views import indikator
from dashboard.views.enhet import enhet
from tests.builders import Build

KNOWN, PRINTED = "Sjukfrånvaro", "Sjukfrånvaron"
OWN, SAME = "sjukfranvaron", "sjukfranvaro"
INDICATOR = """
[[indicator]]
id = "sjukfranvaro"
name = "Sjukfrånvaro"
unit = "%"
decimals = 1
direction = "lägre"
about_people = true
accumulates = false
"""
UNIT = """
[[unit]]
id = "norr"
name = "Enheten för Norrgården"
board = "Norra nämnden"
kind_of_operation = "Förskola"
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "catalogue"
    folder.mkdir()
    for name, text in (("indicators", INDICATOR), ("units", UNIT), ("spellings", "")):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return Settings(store=tmp_path / "store", catalogue=folder)


@pytest.fixture
def run(settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("MALTAVLAN_CATALOGUE", str(settings.catalogue))

    def run_command(*words: str) -> tuple[int, str, str]:
        code = main(["names", *words, "--store", str(settings.store)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run_command


def report_of(*indicators: str, year: int = 2025, unit: str = "Enheten för Norrgården", mark: str = "") -> Report:
    build = Build(unit=unit, unit_id="norr" if unit == "Enheten för Norrgården" else slug(unit), year=year, mark=mark)
    for name in indicators:
        build.row(name, "5 %")
    return build.report()


def ids(settings: Settings) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    question = {"units": None, "indicators": None, "years": None, "kinds": None, "boards": None}
    for row in Store(settings.store).ask("outcomes", **question).to_pylist():
        found.setdefault(row["year"], []).append(row["indicator"])
    return found


def test_a_name_like_a_known_one_is_proposed_and_keeps_its_own_id(settings: Settings) -> None:
    commit(settings.store, [report_of(PRINTED)])
    (found,) = naming.proposals(settings)
    assert (found.subject, found.printed.name, found.same) == (Subject.INDICATOR, PRINTED, SAME)
    assert found.words == f"”{PRINTED}” liknar ”{KNOWN}” (96 %)"
    assert ids(settings) == {2025: [OWN]}


def test_an_accepted_name_is_followed_by_earlier_and_later_imports(settings: Settings) -> None:
    commit(settings.store, [report_of(PRINTED, year=2024)])
    naming.accept(settings, PRINTED, SAME, who="Controller", why="samma mått")
    commit(settings.store, [report_of(PRINTED, year=2025), report_of(KNOWN, year=2026)])
    assert ids(settings) == {2024: [SAME], 2025: [SAME], 2026: [SAME]}
    assert naming.proposals(settings) == []
    (answer,) = naming.answered(settings)
    assert (answer.printed, answer.same, answer.who, answer.why) == (PRINTED, SAME, "Controller", "samma mått")


def test_a_refused_name_stays_its_own_and_is_not_asked_again(settings: Settings) -> None:
    commit(settings.store, [report_of(PRINTED)])
    naming.refuse(settings, PRINTED, who="Controller")
    assert naming.proposals(settings) == []
    assert ids(settings) == {2025: [OWN]}


def test_an_acceptance_can_be_taken_back_and_older_snapshots_stay_as_they_were(settings: Settings) -> None:
    before = commit(settings.store, [report_of(PRINTED)]).snapshot
    accepted = naming.accept(settings, PRINTED, SAME, who="Controller").snapshot
    naming.refuse(settings, PRINTED, who="Controller")
    assert ids(settings) == {2025: [OWN]}
    question = {"units": None, "indicators": [SAME], "years": None, "kinds": None, "boards": None}
    assert Store(settings.store).at(str(accepted)).ask("outcomes", **question).num_rows == 1
    assert Store(settings.store).at(str(before)).ask("outcomes", **question).num_rows == 0
    assert [one.same for one in names.namings(settings.store)] == [SAME, OWN]


def test_the_question_goes_away_with_its_answer_in_stored_and_in_waiting_reports(settings: Settings) -> None:
    report = report_of(PRINTED)
    doubts = (Doubt("namnförslag", "Liknar.", PRINTED, outcome=0), Doubt("annat", "Annat.", PRINTED, outcome=0))
    report = Report(report.document, report.goals, report.outcomes, doubts=doubts)
    commit(settings.store, [report])
    naming.accept(settings, PRINTED, SAME, who="Controller")
    (document,) = tasks.list_documents(settings)
    assert document.doubt_count == document.warning_count == 1
    waiting = naming.applied(settings, report)
    assert [doubt.kind for doubt in waiting.doubts] == ["annat"]
    assert waiting.outcomes[0].indicator == SAME


def test_a_renamed_unit_is_one_unit_and_an_older_version_is_superseded(settings: Settings) -> None:
    commit(settings.store, [report_of(KNOWN, year=2024, unit="Enheten Norrgården"), report_of(KNOWN, year=2025)])
    (found,) = naming.proposals(settings)
    assert (found.subject, found.same) == (Subject.UNIT, "norr")
    naming.accept(settings, "Enheten Norrgården", "norr", who="Controller")
    assert {document.unit for document in tasks.list_documents(settings)} == {"norr"}
    commit(settings.store, [report_of(KNOWN, year=2025, unit="Enheten Norrgården", mark="ny")])
    assert [document.superseded_by is None for document in tasks.list_documents(settings)] == [True, False, True]


def test_a_former_name_is_told_to_the_reader(settings: Settings) -> None:
    commit(
        settings.store,
        [report_of(PRINTED, year=2024, unit="Enheten Norrgården"), report_of(KNOWN, year=2025)],
    )
    naming.accept(settings, PRINTED, SAME, who="Controller")
    naming.accept(settings, "Enheten Norrgården", "norr", who="Controller")
    catalogue, store = load(settings.catalogue), Store(settings.store)
    shown = indikator.view(store, catalogue, Selection(indicator=SAME))
    assert [line.period for years in shown.years for line in years.lines] == ["2025", "2024"]
    assert shown.former == (
        f"Indikatorn hette tidigare ”{PRINTED}”",
        "Enheten för Norrgården hette tidigare Enheten Norrgården",
    )
    page = enhet(store, catalogue, Selection(unit="norr", year=2025, period=Kind.VB))
    assert page.former == "Hette tidigare Enheten Norrgården."


def test_a_name_that_another_unit_still_prints_is_no_former_one(settings: Settings) -> None:
    later = report_of(PRINTED, year=2025, unit="Annan")
    commit(settings.store, [report_of(PRINTED, year=2024), report_of(KNOWN, year=2025), later])
    naming.accept(settings, PRINTED, SAME, who="Controller")
    shown = indikator.view(Store(settings.store), load(settings.catalogue), Selection(indicator=SAME))
    assert shown.former == ()
    assert shown.printed == (PRINTED,)


def test_reworded_names_that_no_catalogue_has_are_proposed_over_years_but_not_within_one_report(
    settings: Settings,
) -> None:
    older, newer = "Antal besök på öppna träffpunkten", "Antal besök på den öppna träffpunkten"
    commit(settings.store, [report_of(older, year=2024), report_of(newer, year=2025)])
    (found,) = naming.proposals(settings)
    assert (found.printed.name, found.same) == (newer, slug(older))
    naming.accept(settings, newer, slug(older), who="Controller")
    assert ids(settings) == {2024: [slug(older)], 2025: [slug(older)]}


def test_two_names_in_one_report_are_two_indicators(settings: Settings) -> None:
    older, newer = "Antal besök på öppna träffpunkten", "Antal besök på den öppna träffpunkten"
    commit(settings.store, [report_of(older, newer, year=2024), report_of(newer, year=2025)])
    assert naming.proposals(settings) == []


def test_answers_are_followed_one_after_the_other_and_never_in_a_ring(settings: Settings) -> None:
    first, second = "Antal besök på träffen", "Antal möten på träffen"
    commit(settings.store, [report_of(first, year=2023), report_of(second, year=2024)])
    naming.accept(settings, second, slug(first), who="Controller")
    with pytest.raises(UserError, match="till sig själv"):
        naming.accept(settings, first, slug(second), who="Controller")
    naming.accept(settings, first, SAME, who="Controller")
    assert ids(settings) == {2023: [SAME], 2024: [SAME]}


def test_an_answer_to_nothing_is_refused(settings: Settings) -> None:
    commit(settings.store, [report_of(PRINTED)])
    with pytest.raises(UserError, match="finns-inte"):
        naming.accept(settings, PRINTED, "finns-inte", who="Controller")
    with pytest.raises(UserError, match="redan i katalogen"):
        naming.accept(settings, KNOWN, SAME, who="Controller")
    with pytest.raises(UserError, match="tomt"):
        naming.refuse(settings, " ", who="Controller")
    assert names.namings(settings.store) == []


def test_a_line_that_was_not_finished_is_no_answer_and_the_next_one_takes_its_place(settings: Settings) -> None:
    settings.store.mkdir()
    answer = Naming(Subject.INDICATOR, PRINTED, OWN, SAME, "Controller", "2026-01-01T00:00:00+00:00")
    names.append(settings.store, answer)
    with (settings.store / names.FILE).open("a", encoding="utf-8") as file:
        file.write('{"subject": "indik')
    assert names.namings(settings.store) == [answer]
    names.append(settings.store, answer)
    assert names.namings(settings.store) == [answer, answer]
    (settings.store / names.FILE).write_text("inte json\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"names\.jsonl"):
        names.namings(settings.store)


def test_an_answer_kept_by_a_writer_that_was_killed_is_followed_by_the_next_commit(settings: Settings) -> None:
    commit(settings.store, [report_of(PRINTED, year=2024)])
    names.append(settings.store, Naming(Subject.INDICATOR, PRINTED, OWN, SAME, "Controller", "2026-01-01T00:00:00"))
    assert ids(settings) == {2024: [OWN]}
    commit(settings.store, [report_of(KNOWN, year=2025)])
    assert ids(settings) == {2024: [SAME], 2025: [SAME]}


def test_an_answer_before_the_first_import_is_kept(settings: Settings) -> None:
    naming.accept(settings, PRINTED, SAME, who="Controller")
    assert snapshots.current(settings.store) is None
    commit(settings.store, [report_of(PRINTED)])
    assert ids(settings) == {2025: [SAME]}


def test_the_command_lists_accepts_and_refuses(run: Run, settings: Settings) -> None:
    commit(settings.store, [report_of(PRINTED)])
    code, told, _ = run()
    assert code == 0
    assert f'maltavlan names accept "{PRINTED}" {SAME}' in told
    assert run("accept", PRINTED, SAME, "--who", "Controller", "--why", "samma mått")[0] == 0
    told = run()[1]
    assert "Inga namn" in told
    assert f"”{PRINTED}” är {SAME} (Controller, " in told
    assert run("refuse", PRINTED)[0] == 0
    assert ids(settings) == {2025: [OWN]}
    code, _, error = run("accept", PRINTED)
    assert code == 2
    assert "names accept NAMN ID" in error
