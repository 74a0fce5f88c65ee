"""Every unit stands in the list once, under its board, in Swedish order."""

from pathlib import Path

from dashboard.model import Kind, Selection, Status
from dashboard.views.enheter import Enheter, enheter
from tests.builders import Build, catalogue_of, store_of


def seen(folder: Path, *builds: Build) -> Enheter:
    return enheter(store_of(folder, *builds), catalogue_of(), Selection())


def test_units_stand_under_their_boards_in_swedish_order(tmp_path: Path) -> None:
    view = seen(
        tmp_path,
        Build(unit="Ängens hus").area("1.1").unit_goal("x"),
        Build(unit="Zonen").area("1.1").unit_goal("x"),
        Build(unit="Boden", board="Andra nämnden").area("1.1").unit_goal("x"),
        Build(unit="Lösa huset", board=None).area("1.1").unit_goal("x"),
    )
    assert view.heading == "Fyra enheter har inlästa rapporter."
    assert [(board.name, [unit.name for unit in board.units]) for board in view.boards] == [
        ("Andra nämnden", ["Boden"]),
        ("Exempelnämnden", ["Zonen", "Ängens hus"]),
        ("Enheter utan nämnd", ["Lösa huset"]),
    ]


def test_a_unit_is_told_by_its_latest_account_and_leads_to_its_other_periods(tmp_path: Path) -> None:
    now = Build().area("1.1").unit_goal("x").unit_goal("y", Status.DELVIS).row("Nytt", "1", "2")
    plan = Build(kind=Kind.VP, year=2026).area("1.1").unit_goal("x", None)
    (board,) = seen(tmp_path, now, plan, Build(year=2024).area("1.1").unit_goal("x")).boards
    (unit,) = board.units
    assert unit.period == "Helår 2025"
    assert unit.goals == "1\u00a0helt, 1\u00a0delvis, 0\u00a0ej"
    assert unit.indicators == "1 indikator"
    assert [words for words, _ in unit.others] == ["Plan 2026", "Helår 2024"]


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    view = seen(tmp_path)
    assert view.empty is not None
    assert view.boards == ()
