"""The page about Måltavlan: the rules come from the specification tables, the indicators from the catalogue."""

from pathlib import Path

from dashboard.analysis.rules import chapters
from dashboard.model import Direction, Selection
from dashboard.store.database import Store
from dashboard.views import om
from tests.builders import Build, catalogue_of, indicator, store_of


def test_every_chapter_of_the_rules_stands_there_under_an_address_of_its_own(tmp_path: Path) -> None:
    page = om.view(Store(tmp_path), catalogue_of(), Selection())
    assert [rule.chapter for rule in page.rules] == list(chapters())
    assert len({rule.id for rule in page.rules}) == len(page.rules)


def test_the_catalogue_says_what_it_lacks(tmp_path: Path) -> None:
    page = om.view(
        Store(tmp_path), catalogue_of(indicator("Nöjda"), indicator("Besök", Direction.UNKNOWN)), Selection()
    )
    assert [(one.name, one.direction.missing, one.band.missing) for one in page.catalogue] == [
        ("Besök", True, True),
        ("Nöjda", False, True),
    ]
    assert page.catalogue_words == "2 indikatorer finns i katalogen. En saknar riktning."


def test_samples_are_counted(tmp_path: Path) -> None:
    store = store_of(tmp_path / "store", Build(sample=True), Build(year=2024))
    assert om.view(store, catalogue_of(), Selection()).samples == "Just nu är en av 2 inlästa rapporter exempel."
    assert "inga" in om.view(Store(tmp_path / "tom"), catalogue_of(), Selection()).samples
