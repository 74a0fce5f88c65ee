"""A plan's targets stand beside the last outcome; what was raised, lowered, begun or dropped is told and listed."""

from pathlib import Path

from dashboard.analysis.plans import Move
from dashboard.model import Direction, Kind, Selection, Status
from dashboard.store.database import Store
from dashboard.views.enhet import enhet
from dashboard.views.mal import Mal, mal
from dashboard.views.plan import PlanLine
from dashboard.views.plan_counts import UnitPlan
from tests.builders import Build, catalogue_of, indicator, store_of

CATALOGUE = catalogue_of(
    indicator("Nöjdhet"), indicator("Sjukfrånvaro", Direction.LOWER, unit="%"), indicator("Platser"), indicator("Svar")
)
UNIT = "enheten-for-lek"


def year_before(kind: Kind = Kind.VB) -> Build:
    build = Build(year=2025, kind=kind).area("1.3", "Stöd").unit_goal("Snabba besked")
    build.row("Nöjdhet", "89", "83").row("Platser", "12", "90").row("Svar", "40", "25")
    return build.area("3.4", "Arbete").unit_goal("Vi trivs").row("Sjukfrånvaro", "3,4 %", "3 %")


def plan() -> Build:
    build = Build(year=2026, kind=Kind.VP).area("1.3", "Stöd").unit_goal("Snabba besked", None)
    build.row("Nöjdhet", target="84", kf="82").row("Svar", target="öka").row("Väntetid", target="5")
    return build.area("3.4", "Arbete").unit_goal("Alla får sova", None).row("Sjukfrånvaro", target="2,5 %")


def planned(store: Store) -> UnitPlan:
    content = enhet(store, CATALOGUE, Selection(unit=UNIT, year=2026, period=Kind.VP)).content
    assert content is not None
    assert content.plan is not None
    return content.plan


def over_units(store: Store, **chosen: object) -> Mal:
    return mal(store, CATALOGUE, Selection(year=2026, period=Kind.VP, **chosen))  # type: ignore[arg-type]


def of(found: UnitPlan, name: str) -> PlanLine:
    return next(line for line in found.plans.lines if line.name == name)


def test_a_target_stands_beside_the_last_outcome_and_target(tmp_path: Path) -> None:
    line = of(planned(store_of(tmp_path, year_before(), plan())), "Nöjdhet")
    beside = line.beside
    assert (line.target.words, line.kf_target.words) == ("84", "82")
    assert (beside.outcome.fact.words, beside.outcome.when, beside.before.fact.words) == ("89", "2025", "83")
    assert (beside.move, beside.moved, beside.asks, beside.left) == (
        Move.RAISED,
        "Höjt med 1",
        "högre krav",
        "nått redan",
    )
    assert beside.outcome.link is not None
    assert beside.outcome.link.to.document == year_before().report().document.id


def test_the_direction_says_what_a_lower_target_asks(tmp_path: Path) -> None:
    beside = of(planned(store_of(tmp_path, year_before(), plan())), "Sjukfrånvaro").beside
    assert beside.moved.replace("\u00a0", " ") == "Sänkt med 0,5 procentenheter"
    assert beside.asks == "högre krav"
    assert beside.left.replace("\u00a0", " ") == "0,9 procentenheter över målet"


def test_new_and_dropped_indicators_and_words_are_told(tmp_path: Path) -> None:
    found = planned(store_of(tmp_path, year_before(), plan()))
    moves = {line.name: line.beside.move for line in found.plans.lines}
    assert moves == {
        "Nöjdhet": Move.RAISED,
        "Svar": Move.NONE,
        "Väntetid": Move.NEW,
        "Sjukfrånvaro": Move.LOWERED,
        "Platser": Move.DROPPED,
    }
    dropped = of(found, "Platser")
    assert dropped.target.missing
    assert dropped.source.to.document == year_before().report().document.id


def test_goals_that_are_new_or_gone_lead_to_their_year(tmp_path: Path) -> None:
    old, new = year_before(), plan()
    old.unit_goal("Fler cyklar")
    changes = planned(store_of(tmp_path, old, new)).goals
    assert [(change.title, change.words) for change in changes] == [
        ("Alla får sova", "Nytt i planen"),
        ("Vi trivs", "Fanns 2025, inte med i planen"),
        ("Fler cyklar", "Fanns 2025, inte med i planen"),
    ]
    assert [change.link.to.year for change in changes] == [2026, 2025, 2025]


def test_without_a_report_from_the_year_before_nothing_is_called_new(tmp_path: Path) -> None:
    found = planned(store_of(tmp_path, plan()))
    assert found.said == "Ingen rapport från 2025 är inläst att jämföra planen med."
    assert found.counts == ()
    assert found.goals == ()
    assert {line.beside.moved for line in found.plans.lines} == {""}
    assert {line.beside.outcome.fact.words for line in found.plans.lines} == {"ej inläst"}


def test_a_tertials_outcome_is_named_and_not_held_against_the_target(tmp_path: Path) -> None:
    beside = of(planned(store_of(tmp_path, year_before(Kind.T2), plan())), "Nöjdhet").beside
    assert (beside.outcome.fact.words, beside.outcome.when, beside.left) == ("89", "T2 2025", "")


def test_every_count_leads_to_a_list_of_precisely_those(tmp_path: Path) -> None:
    store = store_of(tmp_path, year_before(), plan())
    unit, board = planned(store), over_units(store).plan
    assert board is not None
    assert {count.value: count.amount for count in board.counts} == {
        "hojt": 1,
        "sankt": 1,
        "oforandrat": 0,
        "ny": 1,
        "borttagen": 1,
        "utan": 1,
    }
    for count in (*unit.counts, *board.counts):
        assert (count.link is None) is (count.amount == 0)
        if count.link:
            view = mal(store, CATALOGUE, count.link.to)
            assert view.notices == ()
            assert view.plan is not None
            assert [line.beside.move for line in view.plan.lines] == [Move(count.value)] * count.amount


def test_beneath_one_goal_only_its_targets_stand_and_nothing_is_called_dropped(tmp_path: Path) -> None:
    board = over_units(store_of(tmp_path, year_before(), plan()), goal="kf-2023-1-3").plan
    assert board is not None
    assert [line.name for line in board.lines] == ["Nöjdhet", "Svar", "Väntetid"]
    assert "borttagen" not in {count.value for count in board.counts}


def test_the_follow_up_is_held_against_the_plans_own_target(tmp_path: Path) -> None:
    follow = Build(year=2026).area("1.3", "Stöd").unit_goal("Snabba besked")
    follow.row("Nöjdhet", "83", "80", status=Status.HELT)
    follow.area("3.4", "Arbete").row("Sjukfrånvaro", "2,4 %", "2,5 %")
    found = planned(store_of(tmp_path, year_before(), plan(), follow))
    assert found.plans.followed == "2026"
    told = {line.name: line.beside.followed for line in found.plans.lines}
    missed, kept = told["Nöjdhet"], told["Sjukfrånvaro"]
    assert missed is not None
    assert kept is not None
    assert (missed.kept, missed.outcome.fact.words, missed.target.fact.words) == (False, "83", "80")
    assert kept.kept is True
    assert told["Väntetid"] is None


def test_a_tertial_of_the_plans_year_shows_its_outcome_without_a_judgement(tmp_path: Path) -> None:
    follow = Build(year=2026, kind=Kind.T1).area("1.3", "Stöd").row("Nöjdhet", "80", "84")
    found = planned(store_of(tmp_path, year_before(), plan(), follow))
    followed = of(found, "Nöjdhet").beside.followed
    assert found.plans.followed == "T1 2026"
    assert followed is not None
    assert followed.kept is None


def test_an_unknown_list_is_said(tmp_path: Path) -> None:
    view = over_units(store_of(tmp_path, year_before(), plan()), listed="planer", status="hej")
    assert view.notices == ("Listan ”planer/hej” finns inte. Här visas allt.",)
