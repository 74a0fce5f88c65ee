"""`maltavlan review` from the outside: what it prints, what it keeps, and how it refuses."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import passwords, reviewing
from dashboard.cli import main
from dashboard.errors import UserError
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.store.corrections import Decision
from tests.conftest import ROOT
from tests.unit.test_rechecking import LOST
from tests.unit.test_reviewing import report_of, staged

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=tmp_path / "store")


@pytest.fixture
def document(settings: Settings) -> str:
    """The id of a report that waits with one doubt."""
    return staged(settings, report_of()).staged.id


@pytest.fixture
def run(settings: Settings, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_command(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--store", str(settings.store)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run_command


def test_it_lists_what_waits_and_how_much_is_left(run: Run, document: str) -> None:
    code, told, _ = run("review")
    assert code == 0
    assert document in told
    assert "1 tveksamhet att avgöra" in told


def test_nothing_waits(run: Run) -> None:
    assert run("review")[1] == "Inga rapporter väntar på granskning.\n"


def test_it_shows_each_doubt_with_its_row_as_printed(run: Run, document: str) -> None:
    _, told, _ = run("review", document[:8])
    assert "1. bör granskas" in told
    assert "Utfallet ligger utanför könen" in told
    assert "Utfall 81 %" in told


def test_a_correction_by_words_and_then_the_report_is_stored(run: Run, document: str, settings: Settings) -> None:
    words = (
        "--correct",
        "1",
        "utfall=18,5 %",
        "årsmål=20 %",
        "--why",
        "Läst på papper",
        "--who",
        "Kansliet",
        "--finish",
    )
    code, told, _ = run("review", document, *words)
    assert (code, told) == (0, "Rapporten är inlagd i datalagret.\n")
    records = snapshots.table(settings.store, "corrections").to_pylist()
    assert [(one["column_name"], one["after"], one["who"]) for one in records] == [
        ("outcome", "18,5 %", "Kansliet"),
        ("target", "20 %", "Kansliet"),
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--accept", "2"), "Tveksamhet 2 finns inte"),
        (("--correct", "1", "färg=röd"), "vilken cell"),
        (("--correct", "1", "utfall=många"), "inget tal"),
        (("--finish",), "inte avgjord"),
    ],
)
def test_what_can_not_be_done_is_told_and_changes_nothing(
    run: Run, document: str, settings: Settings, words: tuple[str, ...], told: str
) -> None:
    code, _, error = run("review", document, *words)
    assert code == 2
    assert told in error
    assert reviewing.document(settings, document).open == 1


def test_all_open_doubts_are_accepted_at_once(run: Run, document: str) -> None:
    assert "Inget kvar att avgöra" in run("review", document, "--accept", "alla")[1]


def test_answers_to_questions_settle_the_doubts(
    run: Run, document: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["x", "r", "många", "", "", "", "", "", "", "", "r", "18,5 %", "", "", "", "", "", "", "", "j"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    code, told, _ = run("review", document)
    assert code == 0
    assert "inget tal" in told
    assert [row["after"] for row in snapshots.table(settings.store, "corrections").to_pylist()] == ["18,5 %"]


def test_a_report_that_was_stored_does_not_wait_again(settings: Settings, document: str) -> None:
    reviewing.decide(
        settings, document, reviewing.document(settings, document).items[0].key, Decision.ACCEPTED, who="x"
    )
    reviewing.accept(settings, document)
    assert reviewing.stored(settings, document)


def test_a_password_is_known_by_its_hash_alone() -> None:
    known = passwords.hashed("en lång mening räcker")
    assert passwords.is_hash(known)
    assert passwords.holds("en lång mening räcker", known)
    assert not passwords.holds("en annan mening räcker", known)
    assert not passwords.holds("x" * 2000, known)
    assert not passwords.is_hash("lösenord i klartext")
    assert not passwords.holds("x", "lösenord i klartext")


def test_a_short_password_is_refused() -> None:
    with pytest.raises(UserError, match="minst 12 tecken"):
        passwords.hashed("kort")


def test_what_accept_clean_leaves_waits_for_review_and_comes_only_once(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    doubtful = str(ROOT / "data" / "samples" / "vb-2025-ekonomiskt-bistand.txt")
    words = ["--store", str(settings.store)]
    main(["import", doubtful, "--accept-clean", *words])
    assert "maltavlan review" in capsys.readouterr().err
    (found,) = reviewing.waiting(settings)
    assert found.open
    assert main(["review", found.staged.id, "--accept", "alla", *words]) == 0
    assert main(["review", found.staged.id, "--finish", *words]) == 0
    assert snapshots.has(settings.store, found.staged.id)
    main(["import", doubtful, "--accept-clean", *words])
    assert reviewing.waiting(settings) == []


def test_a_stored_report_is_corrected_on_the_terminal(run: Run, document: str, settings: Settings) -> None:
    run("review", document, "--accept", "1", "--finish")
    code, told, _ = run("review", document, "--stored", "--rows")
    assert code == 0
    assert "i0. Andel nöjda | 81 %" in told
    assert "Inget är rättat än" in told
    words = ("--correct", "i0", "utfall=18,5 %", "--why", "Läst på papper", "--who", "Kansliet", "--finish")
    assert run("review", document, *words)[1] == "Rättelserna är sparade.\n"
    records = snapshots.table(settings.store, "corrections").to_pylist()
    assert [(one["decision"], one["after"]) for one in records] == [("godtaget", None), ("rättat", "18,5 %")]


def test_what_is_not_stored_can_not_be_taken_out_on_the_terminal(run: Run, document: str) -> None:
    code, _, error = run("review", document, "--stored")
    assert code == 2
    assert "finns inte i datalagret" in error


def test_a_row_is_typed_in_on_the_terminal(run: Run, settings: Settings) -> None:
    document = staged(settings, replace(report_of(), doubts=(LOST,))).staged.id
    for wrong, told in (
        ("utfall=många", "inget tal"),
        ("mål=9.9", "inte ett av rapportens mål"),
        ("färg=röd", "säger inte"),
    ):
        code, _, error = run("review", document, "--type-in", "1", "namn=Andel lugna", "mål=barnen", wrong)
        assert (code, told in error) == (2, True)
    words = ("namn=Andel lugna", "mål=barnen trivs", "utfall=12 %", "årsmål=13 %")
    code, told, _ = run("review", document, "--type-in", "1", *words, "--rows")
    assert code == 0
    assert "i2. Andel lugna | 12 %" in told
    assert run("review", document, "--finish")[0] == 0
    row = snapshots.table(settings.store, "outcomes").to_pylist()[-1]
    assert (row["name"], row["outcome"], row["place_line"]) == ("Andel lugna", 12.0, 40)


def test_a_doubt_that_a_correction_raises_is_shown_as_such(run: Run, document: str) -> None:
    _, told, _ = run("review", document, "--correct", "1", "kvinnor=90 %", "män=95 %")
    assert "väckt av en rättelse" in told
    assert "1 tveksamhet att avgöra" in told
