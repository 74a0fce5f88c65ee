"""Units side by side: what they share, what hinders a comparison, and what stands in its place."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue, Unit
from dashboard.model import Direction, Kind, Selection, Status
from dashboard.store.database import Store
from dashboard.views import jamfor
from dashboard.views.jamfor import JamforView
from tests.builders import Build, catalogue_of, indicator, store_of

LEK, SANG, DANS = "enheten-for-lek", "enheten-for-sang", "enheten-for-dans"


@pytest.fixture
def catalogue() -> Catalogue:
    return catalogue_of(
        indicator("Sjukfrånvaro", Direction.LOWER, unit="%"),
        indicator("Nöjda", Direction.HIGHER, unit="%"),
        indicator("Antal besök", Direction.HIGHER),
        indicator("Bara lek", Direction.HIGHER),
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    lek = Build().area("1.3", "Stöd").unit_goal("Lekmål", Status.HELT).row("Nöjda", "80 %", "75 %", "78 %")
    lek.row("Antal besök", "12 %", "10 %").row("Bara lek", "3", "3")
    lek.area("3.4", "Arbetsgivare").row("Sjukfrånvaro", "7,9 %", "8,3 %", "8,2 %")
    sang = Build(unit="Enheten för sång").area("1.3", "Stöd").unit_goal("Sångmål", Status.DELVIS)
    sang.row("Nöjda", "70 %", "72 %", "69 %").row("Antal besök", "44 st", "40 st").row("Okänt mått", "3", "3")
    sang.area("3.4", "Arbetsgivare").row("Sjukfrånvaro", "", "5 %", "3,4 %")
    sang.area("2.1", "Klimat").unit_goal("Sångens klimat")
    dans = Build(unit="Enheten för dans", kind=Kind.VP, year=2026).area("1.3").row("Nöjda", "", "72 %")
    return store_of(tmp_path / "store", lek, sang, dans)


def shown(store: Store, catalogue: Catalogue, *units: str, **chosen: object) -> JamforView:
    return jamfor.view(store, catalogue, Selection(units=units, **chosen))  # type: ignore[arg-type]


def test_without_a_choice_the_page_asks_for_units_and_lists_them(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue)
    assert page.ask
    assert [unit.name for board in page.boards for unit in board.units] == [
        "Enheten för dans",
        "Enheten för lek",
        "Enheten för sång",
    ]
    assert page.boards[0].units[0].periods == "plan 2026"
    assert "Enheten för lek" in shown(store, catalogue, LEK).said.whole


def test_two_units_share_indicators_each_with_its_own_target(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue, SANG, LEK)
    assert [one.name for one in page.shared] == ["Antal besök", "Nöjda", "Sjukfrånvaro"]
    content = page.shared[1]
    assert [(line.name, line.outcome.words, line.target.words) for line in content.lines] == [
        ("Enheten för lek", "80\u00a0%", "75\u00a0%"),
        ("Enheten för sång", "70\u00a0%", "72\u00a0%"),
    ]
    assert content.scaled
    assert "Enheterna har olika årsmål." in content.remarks
    assert page.said.lines[0] == "Två enheter delar tre indikatorer 2025."


def test_what_cannot_be_compared_says_why(store: Store, catalogue: Catalogue) -> None:
    visits, content, sick = shown(store, catalogue, LEK, SANG).shared
    assert not visits.scaled
    assert visits.hinder == "Kan inte jämföras: mätenheten skiljer sig. Varje stapel har sin egen skala."
    assert content.hinder == ""
    assert "bara en av enheterna har en siffra" in sick.hinder
    assert "Utfall saknas för Enheten för sång." in sick.remarks


def test_goals_stand_unit_by_unit_and_those_in_both_are_counted(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue, LEK, SANG)
    assert page.goals is not None
    lines = {line.code: line for block in page.goals.blocks for line in block.lines}
    assert list(lines) == ["1.3", "2.1", "3.4"]
    assert lines["2.1"].cells[0] is None
    assert [cell and cell.statuses for cell in lines["1.3"].cells] == [(Status.HELT,), (Status.DELVIS,)]
    assert page.goals_words == "Två av tre mål finns i båda rapporterna."


def test_indicators_that_only_one_has_are_listed(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue, LEK, SANG)
    assert [(only.name, [name for name, _ in only.rows]) for only in page.only] == [
        ("Enheten för lek", ["Bara lek"]),
        ("Enheten för sång", ["Okänt mått"]),
    ]


def test_a_unit_without_the_period_says_what_it_has(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue, LEK, SANG, DANS)
    assert page.period == "Helår 2025"
    assert [words for words, _ in page.outside] == [
        "Enheten för dans har ingen rapport för helår 2025, men för plan 2026."
    ]
    alone = shown(store, catalogue, LEK, DANS)
    assert alone.shared == ()
    assert alone.ask


def test_plans_are_compared_by_their_targets(tmp_path: Path, catalogue: Catalogue) -> None:
    plans = [
        Build(unit=unit, kind=Kind.VP, year=2026).row("Nöjda", "", target)
        for unit, target in (("Enheten för lek", "75 %"), ("Enheten för sång", "80 %"))
    ]
    page = shown(store_of(tmp_path / "planer", *plans), catalogue, LEK, SANG)
    assert (page.shared[0].hinder, page.shared[0].scaled) == ("", True)
    assert page.said.lines[0] == "Två enheter delar en indikator i planen för 2026."


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        (("80 %", "8 %"), "Båda når årsmålet i båda enheterna."),
        (("80 %", "9 %"), "En av dem når årsmålet i båda enheterna."),
        (("60 %", "9 %"), "Ingen av dem når årsmålet i båda enheterna."),
    ],
)
def test_the_second_sentence_counts_what_all_reach(
    tmp_path: Path, catalogue: Catalogue, figures: tuple[str, str], sentence: str
) -> None:
    content, sick = figures
    builds = [Build(unit=unit).row("Nöjda", content, "75 %") for unit in ("Enheten för lek", "Enheten för sång")]
    store = store_of(tmp_path / "alla", *(build.row("Sjukfrånvaro", sick, "8,3 %") for build in builds))
    assert shown(store, catalogue, LEK, SANG).said.lines[1] == sentence


def test_unknown_and_too_many_units_are_told(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue, LEK, "finns-inte", SANG)
    assert any("finns-inte" in notice for notice in page.notices)
    assert len(page.units) == 2


def test_an_empty_store_says_so(tmp_path: Path, catalogue: Catalogue) -> None:
    page = shown(Store(tmp_path / "tom"), catalogue, LEK)
    assert page.boards == ()
    assert "Inga enheter" in page.said.whole


SMALL, LARGE, ALIKE, OTHER = "enheten-a", "enheten-b", "enheten-c", "enheten-d"


@pytest.fixture
def described() -> Catalogue:
    """A and C are alike; B has the same operation but is far larger; D does something else, its size not known."""
    sizes = {"A": ("Lek", 20), "B": ("Lek", 90), "C": ("Lek", 40), "D": ("Sång", None)}
    units = [
        Unit(f"enheten-{name.lower()}", f"Enheten {name}", "Exempelnämnden", kind, size, ())
        for name, (kind, size) in sizes.items()
    ]
    return catalogue_of(indicator("Nöjda", Direction.HIGHER, unit="%"), units=units)


@pytest.fixture
def four(tmp_path: Path) -> Store:
    outcomes = {"A": "90 %", "B": "70 %", "C": "80 %", "D": ""}
    builds = [Build(unit=f"Enheten {name}").row("Nöjda", told, "75 %") for name, told in outcomes.items()]
    before = [Build(unit=f"Enheten {name}", year=2024).row("Nöjda", "60 %", "70 %") for name in "AB"]
    return store_of(tmp_path / "fyra", *builds, *before)


def offered(page: JamforView) -> list[str]:
    return [unit.unit for board in page.boards for unit in board.units]


def test_units_are_cut_by_operation_and_size_but_the_chosen_stay(four: Store, described: Catalogue) -> None:
    everything = shown(four, described)
    assert [option.label for option in everything.choice.operations] == ["All verksamhet", "Lek", "Sång"]
    assert [option.value for option in everything.choice.sizes] == ["alla", "liten", "mellan", "stor", "okand"]
    assert offered(shown(four, described, operation="lek")) == [SMALL, LARGE, ALIKE]
    assert offered(shown(four, described, size="stor")) == [LARGE]
    assert offered(shown(four, described, OTHER, operation="lek", size="liten")) == [SMALL, OTHER]
    assert everything.boards[0].units[0].what == "Lek, 20 medarbetare"


def test_similar_units_are_told_with_the_rule_and_chosen_by_one_link(four: Store, described: Catalogue) -> None:
    similar = shown(four, described, SMALL).choice.similar
    assert similar is not None
    assert similar.words == "En enhet liknar Enheten A: Enheten C."
    assert "samma slags verksamhet" in similar.rule
    assert "dubbelt så stor" in similar.rule
    assert similar.link is not None
    assert similar.link.to.units == (SMALL, ALIKE)
    alone = shown(four, described, OTHER).choice.similar
    assert alone is not None
    assert (alone.words, alone.link) == ("Ingen annan inläst enhet liknar Enheten D.", None)


def test_each_unit_stands_beside_the_median_of_the_others(four: Store, described: Catalogue) -> None:
    three = shown(four, described, SMALL, LARGE, ALIKE).shared[0]
    assert [line.note for line in three.lines] == [
        "medianen av de två andra: 75\u00a0%",
        "medianen av de två andra: 85\u00a0%",
        "medianen av de två andra: 80\u00a0%",
    ]
    assert [line.note for line in shown(four, described, SMALL, LARGE).shared[0].lines] == ["", ""]
    with_one_lacking = shown(four, described, SMALL, LARGE, OTHER).shared[0]
    assert [line.note for line in with_one_lacking.lines] == ["", "", "medianen av de två andra: 80\u00a0%"]


def test_a_shared_indicator_is_drawn_over_the_years_on_one_scale(four: Store, described: Catalogue) -> None:
    page = shown(four, described, SMALL, LARGE, ALIKE)
    assert page.over_years is not None
    assert [panel.title for panel in page.over_years.panels] == ["A", "B"], "one outcome alone is no series"
    targets = [point.target for point in page.over_years.panels[0].points]
    assert targets == [70, 75], "each year has its own target"
    chosen = jamfor.view(four, described, page.shared[0].years.to)
    assert chosen.over_of == "nojda"


def test_other_names_other_periods_and_lacking_definitions_are_said(tmp_path: Path, described: Catalogue) -> None:
    one, other, third = (Build(unit=f"Enheten {name}") for name in "ABC")
    one.row("Nöjda", "90 %", "75 %")
    other.row("Nöjda", "70 %", "75 %")
    other.outcomes[0] = replace(other.outcomes[0], name="Andel nöjda")
    third.row("Nöjda", "60 %", "75 %", period="VB 2024")
    store = store_of(tmp_path / "namn", one, other, third)
    told = shown(store, described, SMALL, LARGE).shared[0]
    assert told.scaled
    assert any("olika namn" in remark for remark in told.remarks)
    assert any("saknar definition" in remark for remark in told.remarks)
    apart = shown(store, described, SMALL, ALIKE).shared[0]
    assert not apart.scaled
    assert "året skiljer sig" in apart.hinder
    assert apart.lines[0].note == ""
