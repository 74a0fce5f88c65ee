"""What figures say: finding, text alternative, table twin and caption, as a reader meets them."""

from dataclasses import replace

import pytest
from hypothesis import given

from dashboard import swedish
from dashboard.charts.build import (
    About,
    GenderRow,
    LineRow,
    PointRow,
    YearRow,
    gender_bars,
    series,
    year_over_year,
)
from dashboard.charts.spec import ChartSpec
from dashboard.model import Direction, Kind
from tests.unit.charts.rows_table import ABOUT, abouts, gender_rows, line_rows, shown_numbers, year_rows

PER_UNIT = About(where="Två enheter", year=2025, measure="Sjukfrånvaro", per_unit=True)
LOWER = Direction.LOWER


def sick(name: str = "Sjukfrånvaro", *wrong: str, women: float | None = 8.9, men: float | None = 3.7) -> GenderRow:
    return GenderRow(
        name=name, total=7.9, women=women, men=men, target=8.3, unit="%", decimals=1, direction=LOWER, wrong=wrong
    )


# rows, what they stand for | the finding
GENDER_TITLES = [
    ([sick("Sjukfrånvaro", "kvinnor")], ABOUT, "Kvinnor ligger över årsmålet för sjukfrånvaro"),
    (
        [sick("Sjukfrånvaro", "kvinnor"), sick("UBÅT", "män", men=9.0)],
        ABOUT,
        "Kvinnor ligger över årsmålet för sjukfrånvaro, män för UBÅT",
    ),
    ([sick("Sjukfrånvaro", "kvinnor", "män", men=9.0)], ABOUT, "Kvinnor och män ligger över årsmålet för sjukfrånvaro"),
    ([sick("Sjukfrånvaro", women=8.0)], ABOUT, "Kvinnor och män når årsmålet för sjukfrånvaro"),
    ([sick("A", women=8.0), sick("B", women=8.0)], ABOUT, "Kvinnor och män når årsmålet för båda indikatorerna"),
    ([sick(women=None, men=None)], ABOUT, "Ingen uppdelning på kvinnor och män"),
    ([], ABOUT, "Ingen uppdelning på kvinnor och män"),
    (
        [sick("Enheten för lek", "kvinnor"), sick("Enheten för sång", women=8.0)],
        PER_UNIT,
        "Sjukfrånvaro: kvinnor ligger över årsmålet i Enheten för lek",
    ),
    (
        [GenderRow(name="Medskapande", total=76, women=78, men=71)],
        ABOUT,
        "Kvinnor ligger 7 högre än män för medskapande",
    ),
    (
        [GenderRow(name="Fritidskort", total=9, women=4, men=5, unit="st", children=True)],
        ABOUT,
        "Pojkar ligger 1\u00a0st högre än flickor för fritidskort",
    ),
]


@pytest.mark.parametrize(("rows", "about", "title"), GENDER_TITLES)
def test_title_says_who_misses_the_target_and_where(rows: list[GenderRow], about: About, title: str) -> None:
    assert gender_bars(rows, about).title == title


def test_many_long_names_are_counted_in_the_title() -> None:
    rows = [sick(f"Andel medarbetare av sort nummer {number}", "kvinnor") for number in range(3)] + [sick(women=8.0)]
    assert gender_bars(rows, ABOUT).title == "Kvinnor ligger över årsmålet för tre av fyra indikatorer"


def test_all_of_many_units_are_said_so() -> None:
    rows = [sick(f"Enheten för verksamhet nummer {number}", "kvinnor") for number in range(3)]
    assert gender_bars(rows, PER_UNIT).title == "Sjukfrånvaro: kvinnor ligger över årsmålet i alla tre enheterna"


def went(name: str, verdict: str, now: float | None = 2, before: float | None = 1) -> YearRow:
    return YearRow(name=name, now=now, before=before, verdict=verdict, unit="st", delta=1, direction=LOWER)


YEAR_TITLES = [
    ([went("Avvikelser", "bättre")], "Avvikelser är bättre än 2024: 2\u00a0st mot 1\u00a0st"),
    (
        [went("Avvikelser", "bättre"), went("B", "sämre"), went("C", "sämre")],
        "Avvikelser är bättre än 2024 och två indikatorer är sämre",
    ),
    ([went("A" * 70, "bättre"), went("B", "oförändrat")], "En indikator är bättre än 2024 och en är oförändrad"),
    ([went("A", "oförändrat"), went("B", "oförändrat")], "Två indikatorer är oförändrade sedan 2024"),
    ([went("A", "utan jämförelse", before=None)], "Inget går att bedöma mot 2024"),
    ([], "Inget går att bedöma mot 2024"),
]


@pytest.mark.parametrize(("rows", "title"), YEAR_TITLES)
def test_title_says_what_went_which_way(rows: list[YearRow], title: str) -> None:
    assert year_over_year(rows, ABOUT).title == title


SHOWN_TITLES = [
    (("bättre", "bättre", "sämre", "sämre"), "Av fyra visade indikatorer är två bättre än 2024 och två sämre"),
    (("sämre", "sämre", "oförändrat"), "Av tre visade indikatorer är två sämre än 2024 och en oförändrad"),
    (("bättre",) * 4, "Alla fyra visade indikatorer är bättre än 2024"),
]


@pytest.mark.parametrize(("verdicts", "title"), SHOWN_TITLES)
def test_title_of_a_few_of_many_does_not_speak_for_all(verdicts: tuple[str, ...], title: str) -> None:
    rows = [went(f"Mått {number}", verdict) for number, verdict in enumerate(verdicts)]
    assert year_over_year(rows, replace(ABOUT, some=True)).title == title


def test_a_unit_keeps_its_capital_after_the_measure() -> None:
    rows = [went("Lek", "bättre"), went("Sång", "sämre"), went("Dans", "sämre")]
    assert year_over_year(rows, PER_UNIT).title == "Sjukfrånvaro: Lek är bättre än 2024 och två enheter är sämre"
    assert year_over_year(rows[1:], PER_UNIT).title == "Sjukfrånvaro: två enheter är sämre än 2024"


def line(name: str, *values: float | None, first: int = 2023) -> LineRow:
    return LineRow(name=name, points=tuple(PointRow(year=first + n, value=v, target=8.3) for n, v in enumerate(values)))


SERIES_TITLES = [
    ([line("Lek", 9.1, 8.6, 7.9)], "Sjukfrånvaro gick från 9,1\u00a0% 2023 till 7,9\u00a0% 2025"),
    ([line("Lek", None, 8.6, 8.6)], "Sjukfrånvaro är 8,6\u00a0% både 2024 och 2025"),
    ([line("Lek", 9.1)], "Sjukfrånvaro är 9,1\u00a0% 2023"),
    ([line("Lek", None)], "Sjukfrånvaro: inget utfall att visa"),
    (
        [line("Lek", 9, 8), line("Sång", 9, 8), line("Dans", 7, 8)],
        "Sjukfrånvaro är lägre 2024 än 2023 i två av tre enheter",
    ),
    ([line("Lek", 9, 8), line("Sång", 9, 8)], "Sjukfrånvaro är lägre 2024 än 2023 i båda enheterna"),
]


@pytest.mark.parametrize(("rows", "title"), SERIES_TITLES)
def test_title_says_where_the_number_went(rows: list[LineRow], title: str) -> None:
    assert series(rows, PER_UNIT, unit="%", decimals=1).title.replace("9,0", "9") == title


def test_wrong_side_is_told_in_bar_alt_and_table() -> None:
    spec = gender_bars([sick("Sjukfrånvaro", "kvinnor")], ABOUT)
    women = spec.panels[0].bars[1]
    assert (women.wrong, women.side) == (True, "över")
    assert "kvinnor 8,9\u00a0% (över årsmålet)" in spec.alt
    assert spec.table.rows[0][-1] == "kvinnor"


def test_what_is_missing_is_words_and_never_nought() -> None:
    spec = year_over_year([YearRow(name="Avvikelser", now=None, before=3)], ABOUT)
    assert "saknas i rapporten 2025" in spec.alt
    assert spec.panels[0].bars[1].text == "saknas i rapporten"
    assert spec.table.rows[0][2:4] == ("saknas i rapporten", "saknas")


def test_one_sex_alone_is_not_shown() -> None:
    spec = gender_bars([sick(women=8.9, men=None)], ABOUT)
    assert [bar.value for bar in spec.panels[0].bars] == [7.9, None, None]
    assert spec.table.rows[0][2:4] == ("ej uppdelat", "ej uppdelat")
    assert "8,9" not in spec.alt


def test_a_revised_figure_stands_beside_the_one_printed_then() -> None:
    row = YearRow(name="Avvikelser", now=2, before=5, unit="st", revised=4)
    spec = year_over_year([row], ABOUT)
    assert "trycktes som 4\u00a0st" in spec.caption
    assert spec.table.rows[0][1] == "5\u00a0st (reviderad, trycktes som 4\u00a0st)"


def test_caption_tells_measure_period_marks_direction_source_and_date() -> None:
    spec = gender_bars([sick()], ABOUT)
    assert spec.caption == (
        "Procent, helår 2025. Brett streck är årsmålet. Lägre är bättre. "
        "Källa: verksamhetsberättelse 2025, avsnitt 3.4; rapportens datum 12 februari 2026."
    )


def test_rows_of_different_units_stand_on_scales_of_their_own_and_say_so() -> None:
    spec = gender_bars([sick(), GenderRow(name="B", total=3, women=1, men=2, unit="st")], ABOUT)
    assert not spec.shared
    assert spec.unit is None
    assert "Egen skala" in spec.caption


def test_a_tertial_without_target_waits_for_the_year_and_does_not_lack_one() -> None:
    about = About(where="Enheten för lek", year=2025, kind=Kind.T1)
    spec = year_over_year([went("Avvikelser", "bättre")], about)
    assert "årsmålet gäller helåret" in spec.alt
    assert spec.table.rows[0][3] == "gäller helåret"
    assert spec.subtitle == "tertial 1 2024 och 2025, Enheten för lek"
    assert spec.title == "Avvikelser är bättre än samma tertial 2024: 2\u00a0st mot 1\u00a0st"


def test_more_than_six_lines_are_only_in_the_table() -> None:
    spec = series([line(f"Enhet {number}", 1) for number in range(8)], PER_UNIT)
    assert len(spec.panels) == 6
    assert len(spec.table.rows) == 8
    assert "Två till är inte med i figuren." in spec.caption


def test_a_tertial_stands_before_its_year() -> None:
    rows = [LineRow(name="Lek", points=(PointRow(year=2025, value=1), PointRow(year=2025, value=2, kind=Kind.T1)))]
    points = series(rows, PER_UNIT).panels[0].points
    assert [(point.label, point.whole_year) for point in points] == [("T1 2025", False), ("2025", True)]


def told(spec: ChartSpec, numbers: list[tuple[float | None, int | None, str | None]]) -> None:
    cells = [cell for row in spec.table.rows for cell in row]
    for value, decimals, unit in numbers:
        if value is not None:
            words = swedish.number(value, decimals, unit)
            assert words in spec.alt
            assert any(words in cell for cell in cells)


@given(gender_rows, abouts)
def test_alt_and_table_hold_every_number_of_the_sexes(rows: list[GenderRow], about: About) -> None:
    spec = gender_bars(rows, about)
    for row in rows:
        split = row.women is not None and row.men is not None
        sexes = [row.women, row.men] if split else []
        told(spec, [(value, row.decimals, row.unit) for value in [row.total, *sexes]] + [(row.target, None, row.unit)])


@given(year_rows, abouts)
def test_alt_and_table_hold_every_number_of_the_years(rows: list[YearRow], about: About) -> None:
    spec = year_over_year(rows, about)
    for row in rows:
        told(
            spec,
            [(row.now, row.decimals, row.unit), (row.before, row.decimals, row.unit), (row.target, None, row.unit)],
        )


@given(line_rows, abouts)
def test_alt_and_table_hold_every_number_of_a_series(rows: list[LineRow], about: About) -> None:
    spec = series(rows, about, unit="%", decimals=1)
    for row in rows:
        told(
            spec, [(point.value, 1, "%") for point in row.points] + [(point.target, None, "%") for point in row.points]
        )


@given(gender_rows, year_rows, abouts)
def test_tables_are_even_and_titles_hold_no_english_number(
    sexes: list[GenderRow], years: list[YearRow], about: About
) -> None:
    for spec in (gender_bars(sexes, about), year_over_year(years, about)):
        assert all(len(row) == len(spec.table.columns) for row in spec.table.rows)
        assert spec.title
        assert not any("." in number for number in shown_numbers(spec.title))
