"""Jämställdhet as a reader meets it: who misses the target, how the gap moved, what is hidden, what lacks a split."""

from dataclasses import replace
from pathlib import Path

from dashboard.catalogue import Catalogue
from dashboard.charts.spec import GenderBars, GenderDumbbells
from dashboard.model import Direction, Kind, Selection
from dashboard.store.database import Store
from dashboard.store.small_groups import SmallGroups
from dashboard.views.jamstalldhet import Jamstalldhet, jamstalldhet
from tests.builders import Build, catalogue_of, indicator, store_of

CATALOGUE = catalogue_of(
    indicator("Sjukfrånvaro", Direction.LOWER, unit="%"),
    indicator("Andel nöjda", Direction.HIGHER, unit="%"),
    indicator("Andel trygga", Direction.HIGHER, unit="%"),
    indicator("Antal besökare", Direction.HIGHER),
)


def reports() -> list[Build]:
    before = Build("Enhet A", year=2024).area("1.1")
    before.row("Sjukfrånvaro", "6,0 %", "5 %", women="8,0 %", men="4,0 %")
    before.row("Andel nöjda", "80 %", "75 %", women="79 %", men="81 %")
    now = Build("Enhet A").area("1.1")
    now.row("Sjukfrånvaro", "5,0 %", "5 %", "6,0 %", women="5,5 %", men="4,5 %")
    now.row("Andel nöjda", "80 %", "75 %", "80 %", women="86 %", men="74 %")
    now.row("Andel trygga", "90 %", "80 %")
    other = Build("Enhet B").area("1.1")
    other.row("Sjukfrånvaro", "7,0 %", "6 %", women="7,5 %", men="6,5 %")
    other.row("Antal besökare", "30", "20", women="27", men="3")
    return [before, now, other]


def seen(folder: Path, catalogue: Catalogue = CATALOGUE, threshold: int = 5, **chosen: object) -> Jamstalldhet:
    store_of(folder, *reports())
    store = Store(folder, hidden=SmallGroups(threshold))
    return jamstalldhet(store, catalogue, replace(Selection(), **chosen))  # type: ignore[arg-type]


def names(shown: Jamstalldhet) -> list[tuple[str, list[str]]]:
    return [(group.name, [line.indicator for line in group.lines]) for group in shown.groups]


def test_each_split_row_stands_under_its_unit_with_the_largest_gap_first(tmp_path: Path) -> None:
    shown = seen(tmp_path)
    # 12 against 1 percentage points; what is kept back stands last.
    assert names(shown) == [
        ("Enhet A", ["Andel nöjda", "Sjukfrånvaro"]),
        ("Enhet B", ["Sjukfrånvaro", "Antal besökare"]),
    ]


def test_over_units_an_indicator_has_its_units_in_the_order_of_their_names(tmp_path: Path) -> None:
    shown = seen(tmp_path, listed="indikatorer")
    sick = next(group for group in shown.groups if group.name == "Sjukfrånvaro")
    assert [line.unit for line in sick.lines] == ["Enhet A", "Enhet B"]


def test_sorted_by_target_the_row_that_only_one_sex_reaches_comes_before_the_one_that_neither_does(
    tmp_path: Path,
) -> None:
    shown = seen(tmp_path, sort="arsmal", listed="indikatorer")
    # In Enhet A only men are at most 5 %; in Enhet B neither sex is at most 6 %.
    sick = next(group for group in shown.groups if group.name == "Sjukfrånvaro")
    assert [line.unit for line in sick.lines] == ["Enhet A", "Enhet B"]
    assert [line.sexes.remark for line in sick.lines] == [
        "Kvinnor når inte årsmålet",
        "Kvinnor och män når inte årsmålet",
    ]


def test_the_gap_is_compared_with_last_years_own_report(tmp_path: Path) -> None:
    rows = {line.indicator: line for line in seen(tmp_path).groups[0].lines}
    # 8,0 against 4,0 became 5,5 against 4,5: from 4 to 1 percentage points.
    assert rows["Sjukfrånvaro"].since.words.replace("\u00a0", " ") == "3,0 procentenheter mindre än 2024"
    assert rows["Sjukfrånvaro"].sexes.gap.replace("\u00a0", " ") == "1,0 procentenheter högre för kvinnor"
    # 79 against 81 became 86 against 74: wider, and the other way round.
    assert rows["Andel nöjda"].since.words.replace("\u00a0", " ") == (
        "10 procentenheter större än 2024. 2024 var den åt andra hållet"
    )
    assert rows["Andel nöjda"].crossed == "Män når inte längre årsmålet"


def test_a_small_group_is_kept_back_with_the_other_sex_and_said(tmp_path: Path) -> None:
    shown = seen(tmp_path)
    line = shown.groups[1].lines[1]
    assert (line.women, line.men, line.sexes.women, line.sexes.men) == ("", "", None, None)
    assert line.sexes.why == "dold: liten grupp"
    assert shown.hidden.startswith("En uppdelning visas inte")
    assert "27" not in repr(shown)


def test_with_a_lower_threshold_the_same_group_is_shown(tmp_path: Path) -> None:
    line = next(line for line in seen(tmp_path, threshold=3).groups[1].lines if line.indicator == "Antal besökare")
    assert (line.women, line.men) == ("27", "3")


def test_counts_are_of_every_split_row_and_lead_to_them(tmp_path: Path) -> None:
    shown = seen(tmp_path)
    assert [(one.value, one.amount) for one in shown.sides] == [
        ("ena-nar-inte", 2),
        ("ingen-nar", 1),
        ("bada-nar", 0),
        ("kan-inte-bedomas", 0),
    ]
    link = shown.sides[1].link
    assert link is not None
    neither = jamstalldhet(Store(tmp_path, hidden=SmallGroups(5)), CATALOGUE, link.to)
    assert names(neither) == [("Enhet B", ["Sjukfrånvaro"])]
    assert neither.filtered is not None
    assert neither.filtered[0] == "1 av 3 utfall visas."


def test_what_lacks_a_split_is_listed_by_unit_but_not_what_is_kept_back(tmp_path: Path) -> None:
    shown = seen(tmp_path)
    assert [(unit.name, [row[0] for row in unit.rows]) for unit in shown.unsplit] == [("Enhet A", ["Andel trygga"])]


def test_the_figure_has_the_chosen_form(tmp_path: Path) -> None:
    assert type(seen(tmp_path).figure) is GenderDumbbells
    assert type(seen(tmp_path, form="staplar").figure) is GenderBars


def test_one_unit_may_be_chosen_and_a_word_that_is_none_is_said(tmp_path: Path) -> None:
    shown = seen(tmp_path, units=("enhet-b",), sort="storlek")
    assert [group.name for group in shown.groups] == ["Enhet B"]
    assert any("sortera=storlek" in notice for notice in shown.notices)


def test_a_plan_has_nothing_to_split_and_leads_on(tmp_path: Path) -> None:
    store = store_of(
        tmp_path, Build("Enhet A", Kind.VP, 2026).area("1.1").row("Andel nöjda", target="80 %"), *reports()
    )
    shown = jamstalldhet(store, CATALOGUE, Selection(year=2026, period=Kind.VP))
    assert shown.empty is not None
    assert [way.words for way in shown.empty.ways] == ["Helår 2025", "Helår 2024"]
