"""Activities in time over units: states, moves between reports, what the list can be cut by, and where each leads."""

from pathlib import Path

import pytest

from dashboard.model import Kind, Selection
from dashboard.store.database import Store
from dashboard.views.activity_lines import Line
from dashboard.views.aktiviteter import Aktiviteter, aktiviteter
from tests.builders import Build, catalogue_of, store_of

LEK, SANG = "enheten-for-lek", "enheten-for-sang"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """In 2025: gungor is moved half a year on, måla is dropped, kör goes on since 2024, festen is done every year."""
    first = Build(kind=Kind.T1).area("1.3", "Stöd").unit_goal("Lekmål").activity("Bygga gungor").activity("Måla")
    last = Build().area("1.3", "Stöd").unit_goal("Lekmål")
    last.activity("Bygga gungor", end="2026-06-30", has_analysis=True).activity("Måla", "Utgår")
    before = Build(unit="Enheten för sång", year=2024).area("2.1", "Klimat").activity("Kör", start="2024-02-01")
    sang = Build(unit="Enheten för sång").area("2.1", "Klimat").activity("Kör", start="2024-02-01")
    before.activity("Årlig fest")
    sang.activity("Årlig fest")
    return store_of(tmp_path / "store", first, last, before, sang)


def shown(store: Store, **chosen: object) -> Aktiviteter:
    return aktiviteter(store, catalogue_of(), Selection(**chosen))  # type: ignore[arg-type]


def lines(page: Aktiviteter) -> dict[str, Line]:
    return {line.title: line for group in page.groups for line in group.lines}


def counts(page: Aktiviteter) -> dict[str, int]:
    return {count.words: count.amount for count in page.counts}


def test_the_years_activities_stand_under_their_goals(store: Store) -> None:
    page = shown(store)
    assert page.period == "Helår 2025"
    assert [(group.code, group.title, [line.title for line in group.lines]) for group in page.groups] == [
        ("1.3", "Stöd", ["Bygga gungor", "Måla"]),
        ("2.1", "Klimat", ["Kör", "Årlig fest"]),
    ]
    by_unit = shown(store, form="enhet")
    assert [group.title for group in by_unit.groups] == ["Enheten för lek", "Enheten för sång"]


def test_counts_say_how_it_is_with_them(store: Store) -> None:
    assert counts(shown(store)) == {
        "pågår": 1,
        "avslutade": 3,
        "flyttade": 2,
        "med avvikelse": 1,
        "längre än ett år": 2,
        "utan analys": 3,
    }


@pytest.mark.parametrize("cut", ["pagar", "avslutade", "flyttade", "avvikelse", "langre-an-ett-ar", "utan-analys"])
def test_each_count_leads_to_as_many_lines(store: Store, cut: str) -> None:
    link = next(c.link for c in shown(store).counts if c.link and c.link.to.listed == cut)
    page = aktiviteter(store, catalogue_of(), link.to)
    chosen = next(count for count in page.counts if count.chosen)
    assert len(lines(page)) == chosen.amount
    assert page.filtered.startswith(f"Visar {chosen.amount} av 4: ")
    assert chosen.link is not None
    assert chosen.link.to.listed is None, "the chosen count leads back to all"


def test_a_moved_date_tells_where_it_stood_before(store: Store) -> None:
    found = lines(shown(store))
    assert [moved.words for moved in found["Bygga gungor"].moved] == [
        "Slutet senarelagt: 2025-12-31 i tertialrapport 1 2025"
    ]
    assert [moved.words for moved in found["Kör"].moved] == [
        "Slutet senarelagt: 2024-12-31 i verksamhetsberättelse 2024"
    ]
    assert found["Årlig fest"].moved == (), "what is done every year is not moved"
    earlier = shown(store, period=Kind.T1)
    assert all(line.moved == () for line in lines(earlier).values()), "a later report moves nothing in an earlier one"


def test_a_line_leads_to_its_goal_its_place_on_the_unit_page_and_its_source(store: Store) -> None:
    line = lines(shown(store))["Bygga gungor"]
    assert (line.goal, line.goal_link.page, line.goal_link.fragment) == ("Lekmål", "enhet", "g2")
    assert (line.link.to.unit, line.link.to.rows, line.link.fragment) == (LEK, ("a0",), "a0")
    assert line.source.page == "kallor"
    assert lines(shown(store))["Kör"].goal_link.fragment == "mal-2-1"


def test_words_find_activities_with_swedish_letters_right(store: Store) -> None:
    assert list(lines(shown(store, text="GUNG"))) == ["Bygga gungor"]
    assert list(lines(shown(store, text="måla utgår"))) == ["Måla"]
    assert list(lines(shown(store, text="klimat"))) == ["Kör", "Årlig fest"]
    nothing = shown(store, text="mala")
    assert nothing.groups == ()
    assert nothing.filtered == "Visar 0 av 4: som nämner ”mala”."


def test_units_and_goals_cut_the_list(store: Store) -> None:
    assert list(lines(shown(store, units=(SANG,)))) == ["Kör", "Årlig fest"]
    assert list(lines(shown(store, goal="1-3"))) == ["Bygga gungor", "Måla"]
    page = shown(store, units=("finns-inte",), listed="strunt")
    assert len(lines(page)) == 4
    assert len(page.notices) == 2


def test_the_axis_covers_whole_years_and_earlier_dates(store: Store) -> None:
    axis = shown(store).axis
    assert axis is not None
    assert (axis.first, axis.last, axis.now) == ("2024-01-01", "2026-12-31", "2025-12-31")


def test_a_plan_has_nothing_to_analyse_yet(tmp_path: Path) -> None:
    plan = Build(kind=Kind.VP, year=2026).area("1.3").activity("Bygga gungor")
    page = shown(store_of(tmp_path / "plan", plan))
    assert counts(page) == {"pågår": 0, "planerad": 1, "flyttade": 0, "längre än ett år": 0}


def test_without_dates_it_says_so_and_draws_nothing(tmp_path: Path) -> None:
    page = shown(store_of(tmp_path / "utan", Build().activity("Bygga", start=None, end=None)))
    assert page.axis is None
    assert lines(page)["Bygga"].state == "datum saknas"
    assert counts(page)["utan datum"] == 1


def test_an_empty_store_and_a_period_without_reports_are_designed(store: Store, tmp_path: Path) -> None:
    assert aktiviteter(Store(tmp_path / "tom"), catalogue_of(), Selection()).empty is not None
    without = shown(store, period=Kind.T2).empty
    assert without is not None
    assert without.ways
