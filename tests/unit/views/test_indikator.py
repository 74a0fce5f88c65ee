"""The page of one indicator, over units, years and sexes, from a store of few reports."""

from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue, Unit
from dashboard.model import Direction, Kind, Selection, Status
from dashboard.store.database import Store
from dashboard.views import indicator_figures, indikator, series
from dashboard.views.indikator import IndikatorView
from tests.builders import BOARD, Build, catalogue_of, indicator, store_of

SICK = "Sjukfrånvaro"


@pytest.fixture
def catalogue() -> Catalogue:
    play = Unit("enheten-for-lek", "Enheten för lek", BOARD, "Lek", None, ("Lekenheten",))
    return catalogue_of(indicator(SICK, Direction.LOWER, unit="%"), units=[play])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    lek24 = Build(unit="Lekenheten", unit_id="enheten-for-lek", year=2024).area("3.4").row(SICK, "8,0 %", "8,3 %")
    lek25 = (
        Build()
        .area("3.4")
        .row(SICK, "7,9 %", "8,3 %", "8,2 %", women="8,9 %", men="3,7 %", kf="Tas fram av nämnd", status=Status.HELT)
    )
    lek_t1 = Build(kind=Kind.T1).area("3.4").row(SICK, "6,1 %", "8,3 %", "6,4 %")
    sang = Build(unit="Enheten för sång").area("3.4").row(SICK, "5,0 %", "5 %", "3,4 %", status=Status.DELVIS)
    dans = Build(unit="Enheten för dans").area("3.4").row("Antal danser", "12", "öka", "12")
    return store_of(tmp_path / "store", lek24, lek25, lek_t1, sang, dans)


def shown(store: Store, catalogue: Catalogue, **chosen: object) -> IndikatorView:
    return indikator.view(store, catalogue, Selection(**{"indicator": "sjukfranvaro"} | chosen))  # type: ignore[arg-type]


def test_the_latest_whole_year_is_shown_first_and_the_lead_is_a_finding(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue)
    assert page.period == "Helår 2025"
    assert [line.name for line in page.lines] == ["Enheten för lek", "Enheten för sång"]
    assert page.lead is not None
    assert page.lead.strong == "En av två enheter rapporterar att årsmålet uppfylls helt 2025, en delvis."
    assert page.lead.rest == "Räknat på siffrorna når båda årsmålet. En är bättre än 2024 och en sämre."


def test_a_line_holds_the_printed_figures_both_judgements_and_the_change(store: Store, catalogue: Catalogue) -> None:
    lek, sang = shown(store, catalogue).lines
    assert (lek.outcome.words, lek.target.words, lek.kf_target.words) == (
        "7,9\u00a0%",
        "8,3\u00a0%",
        "Tas fram av nämnd",
    )
    assert lek.distance == "0,4\u00a0procentenheter under"
    assert (lek.moved.word, lek.moved.figure, lek.moved.arrow) == ("Bättre", "−0,3\u00a0procentenheter", "ned")
    assert lek.sexes.gap == "5,2\u00a0procentenheter högre för kvinnor"
    assert lek.sexes.remark == "Kvinnor når inte årsmålet"
    assert (sang.reported, sang.computed, sang.distance) == (Status.DELVIS, Status.HELT, "precis på årsmålet")
    assert "Rapporterat och beräknat skiljer sig" in sang.flags
    assert sang.sexes.why == "ej uppdelat"


def test_a_revised_figure_tells_both(store: Store, catalogue: Catalogue) -> None:
    lek = shown(store, catalogue).lines[0]
    assert any("2024" in flag and "8,0\u00a0%" in flag for flag in lek.flags)
    assert lek.previous.words == "8,2\u00a0%"


def test_a_renamed_unit_is_one_unit_and_its_old_name_is_told(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue)
    assert page.former == ("Enheten för lek hette tidigare Lekenheten",)
    lek = next(years for years in page.years if years.unit == "enheten-for-lek")
    assert [line.period for line in lek.lines] == ["2025", "2024"]
    assert lek.lines[1].note == "hette Lekenheten i rapporten"


def test_a_year_without_a_report_is_told_by_the_next_one_and_judged_by_none(store: Store, catalogue: Catalogue) -> None:
    sang = next(years for years in shown(store, catalogue).years if years.name == "Enheten för sång")
    then = sang.lines[1]
    assert (then.period, then.outcome.words, then.note) == ("2024", "3,4\u00a0%", "ur rapporten för 2025")
    assert (then.reported, then.computed, then.target.missing) == (None, None, True)


def test_tertials_stand_apart_from_years(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue)
    assert [[line.period for line in years.lines] for years in page.tertials] == [["T1 2025", "T1 2024"]]
    assert all("T1" not in line.period for years in page.years for line in years.lines)
    tertial = shown(store, catalogue, period=Kind.T1)
    assert tertial.lines[0].counted == "ett tertial jämförs inte med årsmålet"
    assert tertial.lines[0].drawn.target is None


def test_figures_hold_those_who_have_what_they_need(store: Store, catalogue: Catalogue) -> None:
    figures = shown(store, catalogue).figures
    assert figures.gender is not None
    assert [panel.title for panel in figures.gender.panels] == ["Lek"]
    assert "Ej uppdelat: Enheten för sång" in figures.gender.caption
    assert figures.years is not None
    assert len(figures.years.panels) == 2
    assert figures.series is not None


def test_a_tertial_is_told_against_the_same_one_a_year_before(store: Store, catalogue: Catalogue) -> None:
    lead = shown(store, catalogue, period=Kind.T1).lead
    assert lead is not None
    assert lead.strong == "Enheten för lek redovisar 6,1\u00a0% för tertial 1 2025."
    assert "jämförs inte med årsmålet" in lead.rest


def test_a_long_name_is_cut_at_a_word_in_titles() -> None:
    name = "Andel medarbetare som känner till vart man ska vända sig, om man upplever något"
    short = series.short_measure(name)
    assert len(short) <= series.LONGEST
    assert short == "Andel medarbetare som känner till vart man ska vända sig …"
    assert series.short_measure("Sjukfrånvaro") == "Sjukfrånvaro"


def test_figures_hold_twelve_units_and_say_how_many_more_there_are(tmp_path: Path, catalogue: Catalogue) -> None:
    units = [Build(unit=f"Enhet {number}").row(SICK, "5 %", "6 %", "4 %") for number in range(15)]
    figures = shown(store_of(tmp_path / "stor", *units), catalogue).figures
    assert figures.years is not None
    assert len(figures.years.panels) == indicator_figures.MOST_UNITS
    assert "3 enheter till är inte med i figuren" in figures.years.caption


def test_an_indicator_that_the_catalogue_lacks_has_no_colour_and_says_how_it_is_mended(
    store: Store, catalogue: Catalogue
) -> None:
    page = shown(store, catalogue, indicator="antal-danser")
    assert page.name == "Antal danser"
    assert page.lines[0].computed is None
    assert page.lines[0].target.words == "öka"
    assert "indicators.toml" in page.mend
    assert dict(page.facts)["Riktning"].words == "Saknar riktning"


def test_a_period_without_the_indicator_leads_to_those_that_have_it(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue, period=Kind.T2, year=2025)
    assert page.lines == ()
    assert page.state is not None
    assert [way.words for way in page.state.ways][:2] == ["Helår 2025", "Tertial 1 2025"]


def test_an_unknown_indicator_is_said_to_be_unknown(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue, indicator="finns-inte")
    assert page.state is not None
    assert page.lines == ()


def test_an_empty_store_still_tells_what_the_catalogue_knows(tmp_path: Path, catalogue: Catalogue) -> None:
    page = shown(Store(tmp_path / "tom"), catalogue)
    assert page.name == SICK
    assert page.state is not None
    assert dict(page.facts)["Riktning"].words == "Lägre är bättre"


def test_a_board_narrows_the_units(store: Store, catalogue: Catalogue) -> None:
    assert shown(store, catalogue, board="en-annan").lines == ()
