"""The index of indicators: by goal or letter, and the lists of what they lack."""

from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue
from dashboard.model import Direction, Selection
from dashboard.store.database import Store
from dashboard.views import indikatorer
from dashboard.views.indikatorer import years_words
from tests.builders import Build, catalogue_of, indicator, store_of


@pytest.fixture
def catalogue() -> Catalogue:
    known = indicator("Sjukfrånvaro", Direction.LOWER), indicator("Nöjda", Direction.HIGHER)
    return catalogue_of(*known, indicator("Antal träffar", Direction.UNKNOWN), indicator("Äldres trygghet"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    lek24 = Build(year=2024).area("3.4", "Bra arbetsgivare").row("Sjukfrånvaro", "8 %", "8 %")
    lek = Build().area("1.3", "Stöd och omsorg").row("Nöjda", "80 %", "75 %").area("3.4", "Bra arbetsgivare")
    lek.row("Sjukfrånvaro", "7 %", "8 %", women="8 %", men="3 %").row("Antal träffar", "4", "3").row("Nytt mått", "1")
    sang = Build(unit="Enheten för sång").area("3.4", "Bra arbetsgivare").row("Sjukfrånvaro", "5 %", "5 %")
    return store_of(tmp_path / "store", lek24, lek, sang)


def test_indicators_stand_under_kfs_goals_with_units_and_years(store: Store, catalogue: Catalogue) -> None:
    page = indikatorer.view(store, catalogue, Selection())
    assert [(group.code, group.title) for group in page.groups] == [
        ("1.3", "Stöd och omsorg"),
        ("3.4", "Bra arbetsgivare"),
    ]
    sick = next(entry for entry in page.groups[1].entries if entry.name == "Sjukfrånvaro")
    assert (sick.held, sick.when, sick.direction.words) == ("2 enheter", "2024 och 2025", "Lägre är bättre")
    assert page.lead.strong == "Fyra indikatorer följs i rapporterna."
    assert page.lead.rest == "En av dem följs i mer än en enhet. Två saknar riktning."


def test_a_code_is_another_goal_in_another_mandate_period(tmp_path: Path, catalogue: Catalogue) -> None:
    builds = (
        Build(year=2022).area("1.3", "Trygg stad").row("Nöjda", "80 %"),
        Build(year=2023).area("1.3", "Stöd och omsorg").row("Äldres trygghet", "80 %"),
        Build(year=2025).area("1.3", "Stöd och bra omsorg").row("Sjukfrånvaro", "8 %").row("Antal träffar", "4"),
    )
    page = indikatorer.view(store_of(tmp_path / "store", *builds), catalogue, Selection())
    assert [(group.code, group.title, [entry.name for entry in group.entries]) for group in page.groups] == [
        ("1.3", "Stöd och bra omsorg", ["Antal träffar", "Sjukfrånvaro", "Äldres trygghet"]),
        ("1.3", "Trygg stad (mandatperioden 2019–2022)", ["Nöjda"]),
    ]


def test_they_can_be_ordered_by_letter(store: Store, catalogue: Catalogue) -> None:
    page = indikatorer.view(store, catalogue, Selection(listed="alfabet"))
    assert [group.title for group in page.groups] == ["A", "N", "S"]
    assert [option.chosen for option in page.order] == [False, True]


def test_unknown_to_the_catalogue_and_unknown_direction_are_listed(store: Store, catalogue: Catalogue) -> None:
    page = indikatorer.view(store, catalogue, Selection())
    assert [entry.name for entry in page.undirected] == ["Antal träffar", "Nytt mått"]
    assert [name for name, _ in page.unread] == ["Äldres trygghet"]


def test_what_lacks_a_split_is_listed_per_unit(store: Store, catalogue: Catalogue) -> None:
    page = indikatorer.view(store, catalogue, Selection())
    assert [(unit.name, [name for name, _, _ in unit.rows]) for unit in page.unsplit] == [
        ("Enheten för lek", ["Nöjda", "Antal träffar"]),
        ("Enheten för sång", ["Sjukfrånvaro"]),
    ]
    assert page.unsplit_period == "Helår 2025"


def test_an_empty_store_is_told(tmp_path: Path, catalogue: Catalogue) -> None:
    page = indikatorer.view(Store(tmp_path / "tom"), catalogue, Selection())
    assert page.groups == ()
    assert page.lead.strong == "Inga indikatorer är inlästa än."


@pytest.mark.parametrize(
    ("years", "words"),
    [((2025,), "2025"), ((2023, 2024, 2025), "2023–2025"), ((2021, 2023, 2025), "2021, 2023 och 2025")],
)
def test_years_are_told_shortly(years: tuple[int, ...], words: str) -> None:
    assert years_words(years) == words
