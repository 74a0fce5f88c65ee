"""A stored report is taken out again, rows are typed in, and the checks run again over what people corrected."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import reviewing
from dashboard.errors import UserError
from dashboard.model import Doubt, Place, Report, Severity, Text, TextOf
from dashboard.reviewing import NotWaitingError, Waiting
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.store.commits import commit
from dashboard.store.corrections import Correction, Decision, from_table
from dashboard.store.database import Store
from tests.builders import Build
from tests.unit.test_reviewing import WHO, decide, report_of, rows_in, staged

LOST = Doubt("oplacerad-rad", "Raden kunde inte placeras", "Andel lugna 12 13", Place(40), Severity.ERROR)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=tmp_path / "store")


def split(outcome: str = "81 %", women: str = "70 %", men: str = "74 %") -> Report:
    """One row whose total lies outside its two sexes, and which says so."""
    build = (
        Build(board="Nämnden").area("1.3").unit_goal("Barnen trivs").row("Andel nöjda", outcome, women=women, men=men)
    )
    doubt = Doubt("total-utanför", "Totalen ligger utanför de två könens värden.", "81", Place(13), outcome=0)
    other = Doubt("okänd-ikon", "Ikonens färg är ingen.", "blå", Place(13), outcome=0)
    return replace(build.report(), doubts=(doubt, other))


def records(settings: Settings) -> list[Correction]:
    return from_table(snapshots.table(settings.store, "corrections"))


def pick(settings: Settings, found: Waiting, key: str, decision: Decision, *texts: tuple[str, str]) -> Waiting:
    return reviewing.decide(settings, found.staged.id, key, decision, texts=texts, why="Läst om", who=WHO)


def kinds(found: Waiting) -> list[str]:
    return [item.doubt.kind for item in found.items if item.open]


def test_a_correction_clears_the_doubt_that_its_values_gave(settings: Settings) -> None:
    found = staged(settings, split())
    assert kinds(found) == ["total-utanför", "okänd-ikon"]
    found = decide(settings, found, Decision.CORRECTED, ("outcome", "72 %"), number=1)
    assert kinds(found) == []
    cleared = found.items[0]
    assert cleared.cleared
    assert cleared.settled_by == found.items[1].key
    reviewing.accept(settings, found.staged.id)
    assert snapshots.table(settings.store, "doubts").num_rows == 0


def test_a_correction_can_raise_a_doubt_that_must_be_settled_too(settings: Settings) -> None:
    report = split("72 %")
    found = decide(
        settings, staged(settings, replace(report, doubts=report.doubts[1:])), Decision.CORRECTED, ("women", "90 %")
    )
    assert kinds(found) == ["total-utanför"]
    with pytest.raises(UserError, match="1 tveksamhet är inte avgjord"):
        reviewing.accept(settings, found.staged.id)
    raised = found.items[-1]
    assert raised.raised
    assert "72 %" in raised.doubt.text
    found = decide(settings, found, Decision.CORRECTED, ("men", "60 %"), number=1)
    assert kinds(found) == []
    reviewing.accept(settings, found.staged.id)
    (row,) = snapshots.table(settings.store, "outcomes").to_pylist()
    assert (row["women"], row["men"]) == (90.0, 60.0)
    assert [(one.column_name, one.before, one.after) for one in records(settings)] == [
        ("women", "70 %", "90 %"),
        ("men", "74 %", "60 %"),
    ]


def test_a_raised_doubt_goes_when_its_correction_is_undone(settings: Settings) -> None:
    report = split("72 %")
    found = staged(settings, replace(report, doubts=report.doubts[1:]))
    found = decide(settings, found, Decision.CORRECTED, ("women", "90 %"))
    found = decide(settings, found, Decision.ACCEPTED, number=1)
    assert found.open == 0
    found = reviewing.undo(settings, found.staged.id, found.items[0].key)
    assert [item.doubt.kind for item in found.items] == ["okänd-ikon"]


def test_a_correction_that_leaves_its_own_doubt_standing_raises_it_again(settings: Settings) -> None:
    found = staged(settings, split())
    found = decide(settings, found, Decision.CORRECTED, ("outcome", "82 %"))
    assert kinds(found) == ["okänd-ikon", "total-utanför"]


def test_the_analysis_is_compared_with_the_corrected_figure(settings: Settings) -> None:
    build = Build(board="Nämnden").area("1.3").unit_goal("Barnen trivs").row("Andel nöjda", "81 %")
    report = build.report()
    said = Text(TextOf.OUTCOME, 0, "Analys", "Utfallet är 72 procent.", Place(14))
    doubt = Doubt("analys-skiljer", "Analysen säger 72 procent men tabellen 81 %.", "x", Place(13), outcome=0)
    found = staged(settings, replace(report, texts=(said,), doubts=(doubt,)))
    assert kinds(decide(settings, found, Decision.CORRECTED, ("outcome", "79 %"))) == ["analys-skiljer"]
    reviewing.undo(settings, found.staged.id, found.items[0].key)
    assert kinds(decide(settings, found, Decision.CORRECTED, ("outcome", "72 %"))) == []


def test_leaving_out_one_of_two_equal_rows_clears_the_other_one(settings: Settings) -> None:
    build = Build(board="Nämnden").area("1.3").unit_goal("Barnen trivs")
    report = build.row("Andel nöjda", "81 %").row("Andel nöjda", "82 %").report()
    twice = Doubt("dubbel-rad", "Samma rad två gånger", "x", report.outcomes[1].place, outcome=1)
    found = staged(settings, replace(report, doubts=(twice,)))
    found = pick(settings, found, "i0", Decision.LEFT_OUT)
    assert found.open == 0
    assert found.items[0].cleared


def test_a_row_that_could_not_be_placed_is_typed_in(settings: Settings) -> None:
    found = staged(settings, replace(report_of(), doubts=(LOST,)))
    goal = str(found.report.goals[-1].number)
    typed = (("namn", "Andel lugna"), ("mål", goal), ("outcome", "12 %"), ("target", "13 %"))
    found = decide(settings, found, Decision.TYPED, *typed)
    assert found.open == 0
    reviewing.accept(settings, found.staged.id)
    assert rows_in(settings)["Andel lugna"] == ("12 %", 12.0)
    row = snapshots.table(settings.store, "outcomes").to_pylist()[-1]
    assert (row["place_line"], row["goal"], row["target"]) == (40, int(goal), 13.0)
    whole, *own = sorted(records(settings), key=lambda one: one.column_name)
    assert (whole.decision, whole.before, whole.row_name) == (Decision.TYPED, LOST.text, "Andel lugna")
    assert {(one.column_name, one.after) for one in own} == {("outcome", "12 %"), ("target", "13 %")}


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([("namn", "Andel lugna"), ("outcome", "många")], "är inget tal"),
        ([("namn", "Andel lugna")], "inga värden"),
        ([("outcome", "12 %")], "inget namn"),
        ([("namn", "x"), ("mål", "99"), ("outcome", "12 %")], "Målet finns inte"),
        ([("namn", "x"), ("tabell", "goals"), ("status", "helt")], "indikator eller aktivitet"),
    ],
)
def test_what_can_be_no_row_is_refused(settings: Settings, texts: list[tuple[str, str]], told: str) -> None:
    found = staged(settings, replace(report_of(), doubts=(LOST,)))
    with pytest.raises(UserError, match=told):
        decide(settings, found, Decision.TYPED, *texts)
    assert reviewing.document(settings, found.staged.id).open == 1


def test_a_typed_row_is_checked_as_one_that_was_read(settings: Settings) -> None:
    found = staged(settings, replace(report_of(), doubts=(LOST,)))
    typed = (("namn", "Andel lugna"), ("outcome", "12 %"), ("women", "20 %"), ("men", "30 %"))
    found = decide(settings, found, Decision.TYPED, *typed)
    assert kinds(found) == ["total-utanför"]


def test_an_activity_is_typed_in(settings: Settings) -> None:
    found = staged(settings, replace(report_of(), doubts=(LOST,)))
    typed = (("tabell", "activities"), ("namn", "Öppet hus"), ("start", "2025-02-01"), ("end", "31 mars 2025"))
    found = decide(settings, found, Decision.TYPED, *typed)
    reviewing.accept(settings, found.staged.id)
    assert snapshots.table(settings.store, "activities")["end"].to_pylist()[-1] == "2025-03-31"


def typed_store(settings: Settings) -> None:
    found = staged(settings, replace(report_of(), doubts=(LOST,)))
    goal = str(found.report.goals[-1].number)
    found = decide(settings, found, Decision.TYPED, ("namn", "Andel lugna"), ("mål", goal), ("outcome", "12 %"))
    reviewing.accept(settings, found.staged.id)


def test_a_typed_row_is_in_the_next_version_too_where_the_same_words_stand(settings: Settings) -> None:
    typed_store(settings)
    newer = replace(report_of(mark="version 2", date="2026-03-01"), doubts=(replace(LOST, place=Place(44)),))
    commit(settings.store, [newer])
    assert rows_in(settings)["Andel lugna"] == ("12 %", 12.0)
    rows = snapshots.table(settings.store, "outcomes").to_pylist()
    row = next(row for row in rows if row["document"] == newer.document.id and row["name"] == "Andel lugna")
    assert (row["place_line"], row["goal"]) == (44, newer.goals[-1].number)
    assert "oplacerad-rad" not in snapshots.table(settings.store, "doubts")["doubt_kind"].to_pylist()


def test_where_the_words_are_gone_the_typed_row_is_a_doubt_and_no_row(settings: Settings) -> None:
    typed_store(settings)
    commit(settings.store, [report_of(mark="version 2", date="2026-03-01")])
    assert "Andel lugna" not in rows_in(settings)
    reasons = " ".join(map(str, snapshots.table(settings.store, "doubts")["reason"].to_pylist()))
    assert "skrevs raden ”Andel lugna” in för hand" in reasons


def asked(settings: Settings) -> list[dict[str, object]]:
    return Store(settings.store).ask("indicator_rows", documents=None, indicators=None).to_pylist()


def stored(settings: Settings) -> str:
    """The id of a report that the store has, whose first row was corrected from 81 to 18,5 when it came."""
    found = decide(settings, staged(settings, report_of()), Decision.CORRECTED, ("outcome", "18,5 %"))
    reviewing.accept(settings, found.staged.id)
    return found.staged.id


def test_a_stored_report_is_corrected_again_and_keeps_when_it_came(settings: Settings) -> None:
    document = stored(settings)
    (before,) = snapshots.table(settings.store, "documents").to_pylist()
    found = reviewing.reopen(settings, document[:8])
    assert found.open == 0
    assert rows_in(settings)["Andel nöjda"] == ("18,5 %", 18.5)
    pick(settings, found, "i0", Decision.CORRECTED, ("outcome", "18,6 %"))
    pick(settings, found, "a0", Decision.LEFT_OUT)
    reviewing.accept(settings, document)
    assert rows_in(settings)["Andel nöjda"] == ("18,6 %", 18.6)
    (after,) = snapshots.table(settings.store, "documents").to_pylist()
    assert after == {**before, "activity_count": before["activity_count"] - 1}
    assert [(one.before, one.after) for one in records(settings) if one.column_name] == [
        ("81 %", "18,5 %"),
        ("18,5 %", "18,6 %"),
    ]
    assert reviewing.waiting(settings) == []


def test_a_cell_corrected_twice_is_told_from_what_is_printed_to_what_holds(settings: Settings) -> None:
    document = stored(settings)
    pick(settings, reviewing.reopen(settings, document), "i0", Decision.CORRECTED, ("outcome", "18,6 %"))
    reviewing.accept(settings, document)
    assert asked(settings)[0]["corrected"] == "outcome\t81 %\t18,6 %"
    commit(settings.store, [report_of(mark="version 2", date="2026-03-01")])
    assert rows_in(settings)["Andel nöjda"] == ("18,6 %", 18.6)
    assert asked(settings)[0]["corrected"] == "outcome\t81 %\t18,6 %"


def test_a_cell_corrected_back_holds_no_correction(settings: Settings) -> None:
    document = stored(settings)
    pick(settings, reviewing.reopen(settings, document), "i0", Decision.CORRECTED, ("outcome", "81 %"))
    reviewing.accept(settings, document)
    assert [row["corrected"] for row in asked(settings)] == [None, None]
    commit(settings.store, [report_of(mark="version 2", date="2026-03-01")])
    assert rows_in(settings)["Andel nöjda"] == ("81 %", 81.0)
    assert [row["corrected"] for row in asked(settings)] == [None, None]


def test_doubts_that_a_report_was_stored_with_need_no_decision_but_new_ones_do(settings: Settings) -> None:
    report = split()
    commit(settings.store, [report])
    found = reviewing.reopen(settings, report.document.id)
    assert (found.open, len(found.items)) == (0, 2)
    found = pick(settings, found, "i0", Decision.CORRECTED, ("outcome", "72 %"))
    reviewing.accept(settings, report.document.id)
    assert snapshots.table(settings.store, "doubts")["doubt_kind"].to_pylist() == ["okänd-ikon"]
    found = pick(settings, reviewing.reopen(settings, report.document.id), "i0", Decision.CORRECTED, ("men", "20 %"))
    assert kinds(found)[-1] == "total-utanför"
    with pytest.raises(UserError, match="1 tveksamhet är inte avgjord"):
        reviewing.accept(settings, report.document.id)


def test_a_stored_report_that_is_let_be_is_as_it_was(settings: Settings) -> None:
    document = stored(settings)
    before = snapshots.current(settings.store)
    pick(settings, reviewing.reopen(settings, document), "i0", Decision.CORRECTED, ("outcome", "18,6 %"))
    reviewing.discard(settings, document)
    assert snapshots.current(settings.store) == before
    assert rows_in(settings)["Andel nöjda"] == ("18,5 %", 18.5)


def test_stored_reports_are_whole_when_they_come_back(settings: Settings) -> None:
    report = split()
    commit(settings.store, [report])
    assert reviewing.reopen(settings, report.document.id).report == report


@pytest.mark.parametrize("name", ["", "abc", "0" * 16, "*"])
def test_what_is_not_stored_can_not_be_taken_out(settings: Settings, name: str) -> None:
    stored(settings)
    with pytest.raises(NotWaitingError):
        reviewing.reopen(settings, name)
