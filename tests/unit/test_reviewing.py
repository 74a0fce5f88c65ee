"""Reports that wait: decisions on doubts, acceptance in one commit, and corrections that outlive the report."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import reviewing
from dashboard.errors import UserError
from dashboard.model import Doubt, Place, Report, Severity, Text, TextOf
from dashboard.reviewing import NotWaitingError
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.store.commits import commit
from dashboard.store.corrections import Decision, from_table
from tests.builders import Build

WHO = "Kansliet"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=tmp_path / "store")


def report_of(
    *, nojda: str = "81 %", mark: str = "", board: str | None = "Nämnden", date: str = "2026-02-12"
) -> Report:
    """Two rows, of which the first is doubtful, and an activity; the content of its file is its mark."""
    build = Build(mark=mark, board=board, date=date).area("1.3").unit_goal("Barnen trivs")
    build.row("Andel nöjda", nojda, "85 %").doubt("Utfallet ligger utanför könen").row("Andel trygga", "70 %", "60 %")
    report = build.activity("Öppet hus").report()
    checksum = hashlib.sha256(content_of(report)).hexdigest()
    return replace(report, document=replace(report.document, checksum=checksum, id=checksum[:16]))


def content_of(report: Report) -> bytes:
    return report.document.checksum.encode()


def staged(settings: Settings, report: Report) -> reviewing.Waiting:
    made = content_of(report)
    checksum = hashlib.sha256(made).hexdigest()
    told = replace(report, document=replace(report.document, checksum=checksum, id=checksum[:16]))
    reviewing.receive(settings, told, {"tabeller": 2}, made)
    return reviewing.document(settings, checksum[:16])


def decide(
    settings: Settings, found: reviewing.Waiting, decision: Decision, *texts: tuple[str, str], number: int = 0
) -> reviewing.Waiting:
    key = found.items[number].key
    return reviewing.decide(settings, found.staged.id, key, decision, texts=texts, why="Läst i rapporten", who=WHO)


def rows_in(settings: Settings) -> dict[str, tuple[str, float | None]]:
    current = {
        row["id"] for row in snapshots.table(settings.store, "documents").to_pylist() if row["superseded_by"] is None
    }
    rows = snapshots.table(settings.store, "outcomes").to_pylist()
    return {row["name"]: (row["raw_outcome"], row["outcome"]) for row in rows if row["document"] in current}


def test_a_report_waits_over_a_restart_with_its_decisions(settings: Settings) -> None:
    found = staged(settings, report_of())
    assert found.open == 1
    decide(settings, found, Decision.ACCEPTED)
    again = reviewing.waiting(Settings(store=settings.store))
    assert [(one.staged.id, one.open) for one in again] == [(found.staged.id, 0)]
    assert again[0].staged.report == found.staged.report
    assert snapshots.current(settings.store) is None


def test_no_report_is_stored_while_a_doubt_is_open(settings: Settings) -> None:
    found = staged(settings, report_of())
    with pytest.raises(UserError, match="1 tveksamhet är inte avgjord"):
        reviewing.accept(settings, found.staged.id)
    assert snapshots.current(settings.store) is None


def test_a_corrected_cell_is_stored_as_corrected_with_a_record_of_what_stood_there(settings: Settings) -> None:
    found = decide(settings, staged(settings, report_of()), Decision.CORRECTED, ("outcome", "18,5 %"), ("women", ""))
    reviewing.accept(settings, found.staged.id)
    assert rows_in(settings) == {"Andel nöjda": ("18,5 %", 18.5), "Andel trygga": ("70 %", 70.0)}
    (record,) = from_table(snapshots.table(settings.store, "corrections"))
    assert (record.before, record.after, record.who, record.why) == ("81 %", "18,5 %", WHO, "Läst i rapporten")
    assert (record.row_name, record.column_name, record.decision) == ("Andel nöjda", "outcome", Decision.CORRECTED)
    assert len(snapshots.history(settings.store)) == 1
    assert reviewing.waiting(settings) == []
    assert snapshots.table(settings.store, "doubts").num_rows == 0


def test_a_row_left_out_goes_with_its_texts_and_is_kept_as_a_record(settings: Settings) -> None:
    report = report_of()
    report = replace(report, texts=(Text(TextOf.OUTCOME, 0, "Analys", "Ord om raden."),))
    found = decide(settings, staged(settings, report), Decision.LEFT_OUT)
    reviewing.accept(settings, found.staged.id)
    assert list(rows_in(settings)) == ["Andel trygga"]
    assert snapshots.table(settings.store, "texts").num_rows == 0
    (record,) = from_table(snapshots.table(settings.store, "corrections"))
    assert record.decision is Decision.LEFT_OUT
    assert "81 %" in str(record.before)


def test_an_accepted_doubt_is_a_record_and_no_doubt_any_more(settings: Settings) -> None:
    found = decide(settings, staged(settings, report_of()), Decision.ACCEPTED)
    reviewing.accept(settings, found.staged.id)
    assert rows_in(settings)["Andel nöjda"] == ("81 %", 81.0)
    (record,) = from_table(snapshots.table(settings.store, "corrections"))
    assert (record.decision, record.before) == (Decision.ACCEPTED, "Utfallet ligger utanför könen")


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("outcome", "många", "inget tal"),
        ("outcome", "12 st", "raden är i %"),
        ("status", "grön", "finns inte"),
        ("document", "x", "ingen cell"),
        ("outcome", "81 %", "Ingen cell"),
    ],
)
def test_a_text_that_can_not_stand_in_its_cell_is_refused(
    settings: Settings, column: str, text: str, told: str
) -> None:
    found = staged(settings, report_of())
    with pytest.raises(UserError, match=told):
        decide(settings, found, Decision.CORRECTED, (column, text))
    assert reviewing.document(settings, found.staged.id).open == 1


def test_words_may_stand_for_a_target(settings: Settings) -> None:
    found = decide(settings, staged(settings, report_of()), Decision.CORRECTED, ("target", "Öka"))
    reviewing.accept(settings, found.staged.id)
    row = next(row for row in snapshots.table(settings.store, "outcomes").to_pylist() if row["name"] == "Andel nöjda")
    assert (row["target"], row["target_text"]) == (None, "Öka")


def corrected_store(settings: Settings) -> None:
    found = decide(settings, staged(settings, report_of()), Decision.CORRECTED, ("outcome", "18,5 %"))
    reviewing.accept(settings, found.staged.id)


def test_the_same_document_imported_again_keeps_its_corrections(settings: Settings) -> None:
    corrected_store(settings)
    again = commit(settings.store, [replace(report_of(), document=staged(settings, report_of()).report.document)])
    assert again.unchanged
    assert rows_in(settings)["Andel nöjda"] == ("18,5 %", 18.5)


def test_a_newer_version_that_prints_the_same_fault_is_corrected_too(settings: Settings) -> None:
    corrected_store(settings)
    commit(settings.store, [report_of(mark="version 2", date="2026-03-01")])
    assert rows_in(settings)["Andel nöjda"] == ("18,5 %", 18.5)
    documents = {one.document for one in from_table(snapshots.table(settings.store, "corrections"))}
    assert len(documents) == 2


def test_a_newer_version_that_prints_something_else_is_believed_and_doubted(settings: Settings) -> None:
    corrected_store(settings)
    commit(settings.store, [report_of(nojda="19 %", mark="version 2", date="2026-03-01")])
    assert rows_in(settings)["Andel nöjda"] == ("19 %", 19.0)
    reasons = [row["reason"] for row in snapshots.table(settings.store, "doubts").to_pylist()]
    assert any("från 81 % till 18,5 %" in reason and "säger 19 %" in reason for reason in reasons)


def test_a_newer_version_that_waits_shows_what_was_corrected_before(settings: Settings) -> None:
    corrected_store(settings)
    found = staged(settings, report_of(mark="version 2", date="2026-03-01"))
    assert found.report.outcomes[0].raw.outcome == "18,5 %"
    found = decide(settings, found, Decision.CORRECTED, ("outcome", "18,6 %"))
    reviewing.accept(settings, found.staged.id)
    assert rows_in(settings)["Andel nöjda"] == ("18,6 %", 18.6)


def test_a_doubt_about_an_activity_finds_it_by_its_place(settings: Settings) -> None:
    report = report_of()
    doubt = Doubt("datum", "Slutdatumet står utanför perioden", "2052", report.activities[0].place)
    found = staged(settings, replace(report, doubts=(doubt,)))
    found = decide(settings, found, Decision.CORRECTED, ("end", "2025-11-30"))
    reviewing.accept(settings, found.staged.id)
    assert snapshots.table(settings.store, "activities")["end"].to_pylist() == ["2025-11-30"]


def test_what_hangs_on_no_row_can_only_be_accepted(settings: Settings) -> None:
    doubt = Doubt("oplacerad-rad", "Raden kunde inte placeras", "12 13", Place(3), Severity.ERROR)
    found = staged(settings, replace(report_of(), doubts=(doubt,)))
    with pytest.raises(UserError, match="ingen rad"):
        decide(settings, found, Decision.LEFT_OUT)
    assert decide(settings, found, Decision.ACCEPTED).open == 0


def test_a_board_that_nobody_knows_is_chosen_and_said_to_be(settings: Settings) -> None:
    report = replace(report_of(board=None), doubts=())
    found = staged(settings, report)
    assert not reviewing.clean(found.report)
    with pytest.raises(UserError, match="Välj nämnd"):
        reviewing.accept(settings, found.staged.id)
    reviewing.accept(settings, found.staged.id, board="Fritidsnämnden")
    (row,) = snapshots.table(settings.store, "documents").to_pylist()
    assert (row["board"], row["board_source"]) == ("Fritidsnämnden", "vald")


def test_a_report_taken_out_of_the_queue_leaves_nothing(settings: Settings) -> None:
    found = staged(settings, report_of())
    reviewing.discard(settings, found.staged.id)
    assert [path.name for path in (settings.store / "staging").iterdir()] in ([], ["lock"])


@pytest.mark.parametrize("name", ["..", "../originals", "", "abc", "0" * 16, "*", "A" * 16, "a/b"])
def test_no_name_leads_out_of_the_queue(settings: Settings, name: str) -> None:
    staged(settings, report_of())
    with pytest.raises(NotWaitingError):
        reviewing.document(settings, name)
