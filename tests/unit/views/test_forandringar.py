"""What changed since the report before, since a day and since a state of the store; nothing twice, all with links."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.model import Direction, Kind, Outcome, Selection, Status
from dashboard.store import snapshots
from dashboard.store.cells import column_of, rows_of
from dashboard.store.commits import amend, remove
from dashboard.store.corrections import Correction, Decision, laid_over
from dashboard.store.database import Store
from dashboard.store.small_groups import SmallGroups
from dashboard.views.changes import Change, Sort
from dashboard.views.forandringar import Forandringar, forandringar
from tests.builders import Build, catalogue_of, indicator, store_of

CATALOGUE = catalogue_of(indicator("Nöjdhet"), indicator("Sjukfrånvaro", Direction.LOWER, unit="%"))
LEK, SPRAK = "enheten-for-lek", "enheten-for-sprak"


def before(unit: str = "Enheten för lek", **made: object) -> Build:
    build = Build(unit=unit, year=2024, **made).area("1.3", "Stöd").unit_goal("Snabba besked", Status.HELT)  # type: ignore[arg-type]
    build.row("Nöjdhet", "89", "83", status=Status.HELT).row("Platser", "12", "90", status=Status.EJ)
    return build.row("Sjukfrånvaro", "3,4 %", "3 %", status=Status.EJ)


def now(unit: str = "Enheten för lek", outcome: str = "76", **made: object) -> Build:
    build = Build(unit=unit, **made).area("1.3", "Stöd").unit_goal("Snabba besked", Status.DELVIS)  # type: ignore[arg-type]
    build.row("Nöjdhet", outcome, "84", "88", status=Status.DELVIS).row("Väntetid", "5", "4")
    build.row("Sjukfrånvaro", "2,9 %", "2,8 %", "3,4 %", status=Status.HELT)
    return build.unit_goal("Alla får sova", Status.EJ)


def seen(store: Store, **chosen: object) -> Forandringar:
    return forandringar(store, CATALOGUE, Selection(**chosen))  # type: ignore[arg-type]


def told(view: Forandringar, sort: Sort | None = None) -> list[str]:
    """The sentences, with spaces that break."""
    found = [change for unit in view.units for change in unit.changes if sort in (None, change.sort)]
    return [f"{change.told.strong} {change.told.rest}".replace("\u00a0", " ") for change in found]


def changes(view: Forandringar) -> list[Change]:
    return [change for unit in view.units for change in unit.changes]


def test_since_the_year_before_each_change_is_a_sentence(tmp_path: Path) -> None:
    view = seen(store_of(tmp_path, before(), now()))
    assert told(view, Sort.DOWN) == [
        "Nöjdhet gick från helt (2024) till delvis (2025).",
        "Snabba besked gick från helt (2024) till delvis (2025).",
    ]
    assert told(view, Sort.UP) == ["Sjukfrånvaro gick från ej (2024) till helt (2025)."]
    assert told(view, Sort.TARGET) == [
        "Nöjdhet fick årsmålet höjt från 83 (2024) till 84 (2025), ett högre krav.",
        "Sjukfrånvaro fick årsmålet sänkt från 3 % (2024) till 2,8 % (2025), ett högre krav.",
    ]
    assert told(view, Sort.NEW) == [
        "Väntetid är ny i rapporten (2025), med utfallet 5 och årsmålet 4.",
        "Alla får sova är ett nytt enhetsmål (2025), med statusen ej.",
    ]
    assert told(view, Sort.ENDED) == [
        "Platser finns inte kvar (2025), men fanns med utfallet 12 och årsmålet 90 (2024)."
    ]
    assert told(view, Sort.REVISED) == [
        "Nöjdhet fick utfallet för 2024 ändrat från 89 (rapporten 2024) till 88 (rapporten 2025)."
    ]


def test_a_change_leads_to_the_unit_and_to_both_reports(tmp_path: Path) -> None:
    old, new = before(), now()
    view = seen(store_of(tmp_path, old, new))
    change = next(change for change in changes(view) if change.sort is Sort.DOWN)
    assert change.told.link.page == "enhet"
    assert (change.told.link.to.unit, change.told.link.to.year) == (LEK, 2025)
    documents = [way.link.to.document for way in change.told.sources]
    assert documents == [old.report().document.id, new.report().document.id]
    assert change.statuses == (Status.HELT, Status.DELVIS)
    assert view.units[0].compared == "jämfört med 2024"


def test_counts_lead_to_their_list_and_add_up(tmp_path: Path) -> None:
    store = store_of(tmp_path, before(), now())
    view = seen(store)
    assert sum(count.amount for count in view.counts) == len(changes(view))
    first = view.counts[0]
    assert first.words == "statusar ned"
    assert first.link is not None
    cut = seen(store, listed=first.link.to.listed)
    assert len(changes(cut)) == first.amount
    assert {change.sort for change in changes(cut)} == {Sort.DOWN}
    by_status = seen(store, status="helt")
    assert told(by_status) == ["Sjukfrånvaro gick från ej (2024) till helt (2025)."]


def test_the_report_before_may_be_of_another_kind(tmp_path: Path) -> None:
    tertial = Build(kind=Kind.T2).area("1.3", "Stöd").unit_goal("Snabba besked", Status.EJ)
    view = seen(store_of(tmp_path, before(), tertial, now()), form="foregaende")
    assert told(view, Sort.UP) == ["Snabba besked gick från ej (T2 2025) till delvis (2025)."]
    # The tertial had no indicators at all: then none of them is new.
    assert told(view, Sort.NEW) == ["Alla får sova är ett nytt enhetsmål (2025), med statusen ej."]


def test_a_plan_has_targets_to_compare_and_no_statuses(tmp_path: Path) -> None:
    plan = (
        Build(year=2026, kind=Kind.VP).area("1.3", "Stöd").unit_goal("Snabba besked", None).row("Nöjdhet", target="90")
    )
    view = seen(store_of(tmp_path, now(), plan), year=2026, period=Kind.VP, form="foregaende")
    assert told(view, Sort.TARGET) == ["Nöjdhet fick årsmålet höjt från 84 (2025) till 90 (Plan 2026), ett högre krav."]
    assert {change.sort for change in changes(view)} <= {Sort.TARGET, Sort.NEW, Sort.ENDED}


def test_a_unit_without_a_report_before_is_named(tmp_path: Path) -> None:
    store = store_of(tmp_path, before(), now(), now("Enheten för språk"))
    view = seen(store)
    assert view.left_out == ("Ingen tidigare rapport att jämföra med: Enheten för språk.",)
    alone = seen(store, units=(SPRAK,))
    assert alone.empty is not None
    assert "helår 2024" in alone.empty.text


def test_equal_reports_have_no_changes_and_say_so(tmp_path: Path) -> None:
    same = [
        Build(year=year).area("1.3", "Stöd").unit_goal("Snabba besked").row("Nöjdhet", "89", "83")
        for year in (2024, 2025)
    ]
    view = seen(store_of(tmp_path, *same))
    assert (changes(view), view.counts) == ([], ())
    assert view.nothing is not None
    assert view.nothing.title == "Inget har ändrats."


def test_a_goal_with_another_number_of_the_council_goes_on(tmp_path: Path) -> None:
    """Within a mandate the number says which goal it is, whatever its words; a unit's goal is known by its title."""
    old = Build(year=2024).area("1.3", "Stöd").unit_goal("Snabba besked.", Status.HELT)
    new = Build().area("1.3", "Omsorg").unit_goal("Snabba Besked", Status.HELT)
    assert changes(seen(store_of(tmp_path, old, new))) == []


def test_reports_that_came_since_are_told_and_not_their_rows(tmp_path: Path) -> None:
    store_of(tmp_path, before())
    first = snapshots.current(tmp_path)
    store = store_of(tmp_path, now())
    view = seen(store, since=first)
    assert [change.sort for change in changes(view)] == [Sort.REPORT]
    assert changes(view)[0].told.strong == "Verksamhetsberättelse 2025"


def test_a_new_version_tells_what_it_prints_otherwise(tmp_path: Path) -> None:
    store_of(tmp_path, now(mark="a"))
    first = snapshots.current(tmp_path)
    again = Build(mark="b").area("1.3", "Stöd").unit_goal("Snabba besked", Status.HELT)
    again.row("Nöjdhet", "77", "85", "88", status=Status.DELVIS).row("Väntetid", "5", "4")
    again.row("Sjukfrånvaro", "2,9 %", "2,8 %", "3,4 %", status=Status.HELT).unit_goal("Alla får sova", Status.EJ)
    view = seen(store_of(tmp_path, again), since=first)
    assert told(view) == [
        "Snabba besked gick från delvis (tidigare) till helt (nu).",
        "Nöjdhet fick årsmålet höjt från 84 (tidigare) till 85 (nu), ett högre krav.",
        "Nöjdhet fick utfallet ändrat från 76 (tidigare) till 77 (nu).",
        told(view, Sort.REPORT)[0],
    ]
    assert "i en ny version" in told(view, Sort.REPORT)[0]
    reworked = next(change for change in changes(view) if change.sort is Sort.TARGET)
    assert len({way.link.to.document for way in reworked.told.sources}) == 2


def corrected(store: Path, build: Build, column: str, value: str, made: str = "2026-03-02T10:00:00+00:00") -> None:
    """A person gives the first row's cell another text."""
    report = build.report()
    row = rows_of(report, "outcomes")[0]
    assert isinstance(row, Outcome)
    printed = getattr(row.raw, column)
    about = report.document
    one = Correction(
        *(about.id, about.unit, about.year, about.kind, "outcomes", row.number, column, printed, value),
        *("en granskare", made, "läsfel", Decision.CORRECTED),
        row_key="x",
        row_name=row.name,
    )
    assert column_of("outcomes", column)
    amend(store, laid_over(report, [one]), [one])


def test_a_correction_is_told_once_with_before_and_after(tmp_path: Path) -> None:
    store = store_of(tmp_path, before(), now())
    first = snapshots.current(tmp_path)
    corrected(tmp_path, now(), "target", "94")
    view = seen(store, since=first)
    assert told(view) == ["Nöjdhet, årsmål rättades 2 mars 2026 från 84 till 94."]
    assert told(seen(store), Sort.CORRECTED) == ["Nöjdhet, årsmål rättades 2 mars 2026 från 84 till 94."]
    assert "granskare" not in str(view)


def test_a_removed_report_is_told(tmp_path: Path) -> None:
    store = store_of(tmp_path, before(), now())
    first = snapshots.current(tmp_path)
    remove(tmp_path, lambda row: row["year"] == 2024)
    assert told(seen(store, since=first)) == ["Verksamhetsberättelse 2024 finns inte kvar i datalagret."]


def test_a_day_before_the_first_import_had_nothing(tmp_path: Path) -> None:
    view = seen(store_of(tmp_path, before(), now()), since="2001-01-01")
    assert [change.sort for change in changes(view)] == [Sort.REPORT, Sort.REPORT]


def test_a_day_after_the_last_import_has_changed_nothing(tmp_path: Path) -> None:
    view = seen(store_of(tmp_path, before()), since="2099-12-31")
    assert view.nothing is not None
    assert view.nothing.title.startswith("Inget har ändrats sedan")
    assert view.nothing.ways


def test_a_state_that_is_not_kept_leads_to_the_oldest(tmp_path: Path) -> None:
    store = store_of(tmp_path, before())
    view = seen(store, since="000099-deadbeef")
    assert view.empty is not None
    assert view.empty.ways[0].link.to.since == snapshots.history(tmp_path)[-1].made[:10]


def test_the_states_to_choose_are_those_before_this_one(tmp_path: Path) -> None:
    store_of(tmp_path, before())
    first = snapshots.current(tmp_path)
    store = store_of(tmp_path, now())
    values = [option.value for option in seen(store, since=first).states]
    assert values == [first]
    assert [option.chosen for option in seen(store, since=first).forms] == [False, False, True]


def test_the_store_as_it_was_has_no_later_changes(tmp_path: Path) -> None:
    """With `per` the page is drawn over an earlier state: what came after it is not told."""
    store_of(tmp_path, before())
    first = snapshots.current(tmp_path)
    store = store_of(tmp_path, now())
    past = store.at(first or "")
    assert [one.id for one in past.history()] == [first]
    assert changes(seen(past, since="2099-01-01")) == []


@pytest.mark.parametrize(("word", "value"), [("listed", "strunt"), ("status", "strunt")])
def test_a_choice_that_does_not_exist_is_said(tmp_path: Path, word: str, value: str) -> None:
    view = seen(store_of(tmp_path, before(), now()), **{word: value})
    assert any("strunt" in notice for notice in view.notices)
    assert len(changes(view)) == len(changes(seen(Store(tmp_path))))


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    view = seen(Store(tmp_path / "tom"))
    assert view.empty is not None
    assert "Läs in" in view.empty.text


def test_hidden_splits_stay_hidden_in_corrections(tmp_path: Path) -> None:
    """A corrected cell of a small group would give it away in words."""
    build = Build().area("1.3", "Stöd").unit_goal("Snabba besked")
    build.row("Antal nya", "7 st", "9 st", women="3 st", men="4 st")
    open_store = store_of(tmp_path, build)
    first = snapshots.current(tmp_path)
    corrected(tmp_path, build, "women", "2 st")
    guarded = Store(tmp_path, hidden=SmallGroups(5))
    assert "från 3 st till 2 st" in told(seen(open_store, since=first), Sort.CORRECTED)[0]
    assert " st" not in told(seen(guarded, since=first), Sort.CORRECTED)[0]


def test_units_of_a_board_alone(tmp_path: Path) -> None:
    other = (
        replace_board(before("Enheten för språk"), "Andra nämnden"),
        replace_board(now("Enheten för språk"), "Andra nämnden"),
    )
    store = store_of(tmp_path, before(), now(), *other)
    assert {unit.unit for unit in seen(store, board="andra-namnden").units} == {SPRAK}
    assert {unit.unit for unit in seen(store, board="exempelnamnden").units} == {LEK}


def replace_board(build: Build, board: str) -> Build:
    return replace(build, board=board)
