"""Units side by side: what they share, what hinders a comparison, and what stands in its place."""

from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue
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
