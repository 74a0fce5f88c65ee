"""Mål: one tree over units with counts that lead to what they count, and one goal with all that hangs on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue
from dashboard.model import Direction, Kind, Level, Selection, Status, TextOf
from dashboard.ui import url
from dashboard.views.goal_tree import grown, walk
from dashboard.views.mal import Mal, Tree, mal
from dashboard.views.mal_goal import GoalPage
from dashboard.views.mal_tree import Branch
from dashboard.views.rows import GoalLine
from tests.builders import Build, catalogue_of, indicator, store_of

HELT, DELVIS, EJ = Status.HELT, Status.DELVIS, Status.EJ
CATALOGUE = catalogue_of(indicator("Nöjdhet"), indicator("Sjukfrånvaro", Direction.LOWER, unit="%"))
EMPLOYER = "Nämnden är en god arbetsgivare"


def play(year: int = 2025) -> Build:
    build = Build(year=year).area("1.3", "Stöd").board_goal("Vuxna får hjälp").unit_goal("Snabba besked", DELVIS)
    build.row("Nöjdhet", "90", "83").analysis(TextOf.OUTCOME, "Fler är nöjda.")
    build.area("3.4", "Arbete").board_goal(EMPLOYER).unit_goal("Vi trivs")
    build.analysis(TextOf.GOAL, "Alla säger att de trivs.").row("Sjukfrånvaro", "5 %", "4 %")
    return build.activity("En dag för alla")


def song(year: int = 2025) -> Build:
    build = Build(unit="Enheten för sång", year=year).area("3.4", "Arbete").board_goal(EMPLOYER)
    build.unit_goal("Vi trivs", EJ).analysis(TextOf.GOAL, "Det är för varmt.").row("Sjukfrånvaro", "3 %", "4 %")
    return build.area("2.1", "Klimat")


def seen(folder: Path, *builds: Build, catalogue: Catalogue = CATALOGUE, **chosen: object) -> Mal:
    return mal(store_of(folder, *builds), catalogue, Selection(**chosen))  # type: ignore[arg-type]


def tree(view: Mal) -> Tree:
    assert view.tree is not None
    return view.tree


def page(view: Mal) -> GoalPage:
    assert view.goal is not None, view.empty
    return view.goal


def every(branches: tuple[Branch, ...]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from every(branch.below)


def titled(view: Mal, title: str) -> Branch:
    return next(branch for branch in every(tree(view).branches) if branch.title == title)


def amounts(branch: Branch) -> dict[str, int]:
    return {count.word: count.amount for count in branch.counts}


def test_units_share_the_goals_that_they_have_in_common(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), song(), form="allt")
    told = [(branch.level, branch.code or branch.title) for branch in every(tree(view).branches)]
    assert told == [
        (Level.INRIKTNINGSMAL, "1"),
        (Level.VERKSAMHETSOMRADESMAL, "1.3"),
        (Level.NAMNDMAL, "Vuxna får hjälp"),
        (Level.ENHETSMAL, "Snabba besked"),
        (Level.INRIKTNINGSMAL, "2"),
        (Level.VERKSAMHETSOMRADESMAL, "2.1"),
        (Level.INRIKTNINGSMAL, "3"),
        (Level.VERKSAMHETSOMRADESMAL, "3.4"),
        (Level.NAMNDMAL, EMPLOYER),
        (Level.ENHETSMAL, "Vi trivs"),
    ]
    assert [(unit.name, unit.status) for unit in titled(view, "Vi trivs").units] == [("Lek", HELT), ("Sång", EJ)]


def test_counts_are_of_unit_goals_beneath_and_each_leads_to_precisely_those(tmp_path: Path) -> None:
    store = store_of(tmp_path, play(), song())
    view = mal(store, CATALOGUE, Selection(form="allt"))
    assert amounts(titled(view, "Arbete")) == {"helt": 1, "delvis": 0, "ej": 1, "ej bedömda": 0}
    assert titled(view, "Klimat").counts == ()
    assert titled(view, "Klimat").instead == "inget enhetsmål"
    counts = [count for branch in every(tree(view).branches) for count in branch.counts]
    assert counts
    for count in counts:
        assert (count.link is None) is (count.amount == 0)
        if count.link:
            found = mal(store, CATALOGUE, count.link.to).listing
            assert found is not None
            assert sum(len(section.items) for section in found.sections) == count.amount


def test_directions_stand_open_and_the_rest_is_opened_by_the_address(tmp_path: Path) -> None:
    store = store_of(tmp_path, play(), song())
    closed = mal(store, CATALOGUE, Selection())
    area = titled(closed, "Arbete")
    assert (area.opened, area.below) == (False, ())
    assert area.toggle is not None
    opened = mal(store, CATALOGUE, area.toggle.to)
    assert titled(opened, "Arbete").opened is True
    assert titled(opened, EMPLOYER).opened is False
    again = titled(opened, "Arbete").toggle
    assert again is not None
    assert again.to.rows == ()


def test_every_link_of_the_tree_survives_the_address(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), song(), form="allt")
    for branch in every(tree(view).branches):
        for link in (branch.to, branch.toggle):
            if link:
                name, selection = url.parse(*url.address(link.page, link.to).split("?"))
                assert (name, selection) == ("mal", link.to)


def test_a_status_leaves_the_branches_that_have_it(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), song(), status="ej")
    assert [branch.title for branch in every(tree(view).branches)] == ["Riktning 3", "Arbete", EMPLOYER, "Vi trivs"]
    assert [unit.name for unit in titled(view, "Vi trivs").units] == ["Sång"]
    assert amounts(titled(view, "Arbete")) == {"helt": 1, "delvis": 0, "ej": 1, "ej bedömda": 0}
    assert tree(seen(tmp_path / "b", play(), status="ej")).nothing == "Inget enhetsmål uppfylls ej."


def test_one_unit_has_its_own_tree(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), song(), units=("enheten-for-sang", "okand"), form="allt")
    assert [branch.code for branch in every(tree(view).branches) if branch.code] == ["2", "2.1", "3", "3.4"]
    assert view.notices == ("Enheten ”okand” har ingen rapport för perioden.",)
    assert [option.label for option in view.units] == ["Alla enheter", "Enheten för lek", "Enheten för sång"]


def test_a_goal_has_every_units_words_side_by_side(tmp_path: Path) -> None:
    store = store_of(tmp_path, play(), song())
    area = titled(mal(store, CATALOGUE, Selection(form="allt")), "Arbete")
    found = page(mal(store, CATALOGUE, area.to.to))
    told = [(one.unit, one.status, one.words[0].paragraphs) for one in found.words]
    assert told == [
        ("Enheten för lek", HELT, ("Alla säger att de trivs.",)),
        ("Enheten för sång", EJ, ("Det är för varmt.",)),
    ]
    assert [(block.name, [line.name for line in block.lines]) for block in found.blocks] == [
        ("Sjukfrånvaro", ["Enheten för lek", "Enheten för sång"])
    ]
    assert [(done.title, done.unit) for done in found.activities] == [("En dag för alla", "Enheten för lek")]
    assert [words for words, _ in found.crumbs] == ["Mål", "3"]


def test_last_years_reported_status_stands_beside_where_the_unit_had_the_goal(tmp_path: Path) -> None:
    store = store_of(tmp_path, play(), song(), play(2024), Build(unit="Enheten för sång", year=2024).area("3.4"))
    told = [(one.unit, one.before) for one in page(mal(store, CATALOGUE, Selection(year=2025, goal="kf-2023-3"))).words]
    assert told == []
    lek, sang = page(mal(store, CATALOGUE, Selection(year=2025, goal="kf-2023-3-4"))).words
    assert lek.before is not None
    assert (lek.before.year, lek.before.status, lek.before.link.to.year) == (2024, HELT, 2024)
    assert sang.before is None


def test_texts_are_asked_only_where_a_goal_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of(tmp_path, play(), song())
    asked: list[str] = []
    ask = store.ask
    monkeypatch.setattr(store, "ask", lambda question, **bound: asked.append(question) or ask(question, **bound))  # type: ignore[func-returns-value]
    mal(store, CATALOGUE, Selection(form="allt"))
    mal(store, CATALOGUE, Selection(goal="kf-2023-3"))
    assert "goal_lines" in asked
    assert not {"goal_texts", "texts"} & set(asked)


def test_a_reworded_goal_of_the_council_is_the_same_within_the_mandate(tmp_path: Path) -> None:
    old = Build(year=2024).area("3.4", "Jobb åt alla").unit_goal("Vi trivs")
    view = seen(tmp_path, play(), old, form="allt")
    former = titled(view, "Arbete").former
    assert former is not None
    assert former.words == "Hette 2024 ”Jobb åt alla”"
    assert former.link.to == Selection(year=2024, goal="kf-2023-3-4")
    older = page(mal(store_of(tmp_path / "b", play(), old), CATALOGUE, former.link.to))
    assert [one.words for one in older.former] == ["Heter 2025 ”Arbete”"]


def test_a_number_of_another_mandate_is_another_goal(tmp_path: Path) -> None:
    old = Build(year=2022).area("3.4", "Trygga gator").unit_goal("Fler lampor")
    old.area("1.1", "Arbete")
    store = store_of(tmp_path, play(), old)
    assert [one.words for one in page(mal(store, CATALOGUE, Selection(goal="kf-2023-3-4"))).former] == [
        "Hade 2022 nummer 1.1"
    ]
    view = mal(store, CATALOGUE, Selection(year=2022, goal="kf-2023-3-4"))
    assert view.empty is not None
    assert [(way.words, way.link.to.goal) for way in view.empty.ways] == [
        ("Arbete (2022)", "kf-2019-1-1"),
        ("Hela målträdet för helår 2022", None),
    ]


def test_a_goal_of_a_unit_that_took_anothers_place_is_told_as_such(tmp_path: Path) -> None:
    old = Build(year=2024).area("3.4", "Arbete").board_goal(EMPLOYER).unit_goal("Kort väg till hjälp")
    view = seen(tmp_path, play(), old, form="allt")
    former = titled(view, "Vi trivs").former
    assert former is not None
    assert former.words == "På samma plats stod 2024 ”Kort väg till hjälp”"


def test_a_plan_has_planned_goals_and_no_statuses(tmp_path: Path) -> None:
    plan = Build(kind=Kind.VP, year=2026).area("3.4", "Arbete").unit_goal("Vi trivs", None)
    view = seen(tmp_path, plan, form="allt")
    assert tree(view).tallies == ()
    assert view.statuses == ()
    assert titled(view, "Arbete").instead == "1 enhetsmål"


def test_an_unknown_goal_and_an_empty_store_say_what_to_do(tmp_path: Path) -> None:
    view = seen(tmp_path, play(), goal="kf-2023-9-9")
    assert view.empty is not None
    assert view.empty.title == "Målet finns inte bland målen för helår 2025."
    assert mal(store_of(tmp_path / "b"), CATALOGUE, Selection()).empty is not None
    gone = seen(tmp_path / "c", play(), song(), goal="kf-2023-1-3", units=("enheten-for-sang",))
    assert gone.empty is not None
    assert [way.link.to.units for way in gone.empty.ways] == [()]


def test_the_same_title_under_two_goals_makes_two_nodes(tmp_path: Path) -> None:
    build = Build().area("1.3", "Stöd").board_goal("Barn").unit_goal("Korta köer")
    build.board_goal("Vuxna").unit_goal("Korta köer", EJ)
    store = store_of(tmp_path, build)
    documents = [build.report().document.id]
    nodes = list(walk(grown(store.rows("goal_lines", GoalLine, documents=documents))))
    keys = [node.key for node in nodes]
    assert len(set(keys)) == len(keys) == 6
    assert [node.goals[0].status for node in nodes if node.title == "Korta köer"] == [HELT, EJ]
