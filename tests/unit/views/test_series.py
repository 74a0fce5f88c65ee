"""Year over year: every stored year in the line, tertials by themselves, plans ahead, breaks and revisions told."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import plotly.graph_objects as go
import pytest

from dashboard.charts.figure import figure
from dashboard.charts.spec import LinePanel, Series
from dashboard.model import Direction, Kind, Selection
from dashboard.views.enhet import enhet
from dashboard.views.indikator import view
from dashboard.views.judged import judged_rows
from dashboard.views.series import year_words
from tests.builders import Build, catalogue_of, indicator, store_of

NAME = "Andel nöjda"
CATALOGUE = catalogue_of(indicator(NAME, unit="%"))
SHOWN = Selection(indicator="andel-nojda")


def report(year: int, *cells: str, kind: Kind = Kind.VB, name: str = NAME) -> Build:
    build = Build("Enhet A", kind, year).area("1.1").row(name, *cells)
    build.outcomes[0] = replace(build.outcomes[0], indicator="andel-nojda")
    return build


def series(folder: Path, *builds: Build) -> Series:
    found = view(store_of(folder, *builds), CATALOGUE, SHOWN).figures.series
    assert found is not None
    go.Figure(figure(found))
    return found


def values(panel: LinePanel) -> list[tuple[str, float | None]]:
    return [(point.label, point.value) for point in panel.points]


def test_the_line_holds_every_stored_year_and_the_plan_ahead_of_its_outcome(tmp_path: Path) -> None:
    found = series(
        tmp_path,
        report(2023, "60 %", "70 %"),
        report(2024, "65 %", "70 %", "60 %"),
        report(2025, "68 %", "75 %", "65 %"),
        report(2025, "", "74 %", kind=Kind.VP),
        report(2026, "", "80 %", kind=Kind.VP),
    )
    (panel,) = found.panels
    assert values(panel) == [("2023", 60), ("2024", 65), ("2025", 68), ("2026", None)]
    # 2025 has its outcome: there the report's own target counts, and the plan's is not drawn beside it.
    assert [(point.target, point.planned) for point in panel.points] == [
        (70, False),
        (70, False),
        (75, False),
        (80, True),
    ]
    assert "planens årsmål 80\u00a0%" in found.alt
    assert "tomt streck är planens årsmål" in found.caption


def test_a_plans_target_is_drawn_hollow_and_an_outcomes_filled(tmp_path: Path) -> None:
    found = series(tmp_path, report(2025, "68 %", "75 %"), report(2026, "", "80 %", kind=Kind.VP))
    strokes = [(shape["path"], shape["line"]["width"]) for shape in figure(found)["layout"]["shapes"]]
    at = {2025: [], 2026: []}  # type: dict[int, list[float]]
    for path, width in strokes:
        at[round(float(path[1:].partition(",")[0]) + 0.32)].append(width)
    # A filled mark is paper below ink; a hollow one is ink with paper upon it.
    assert at == {2025: [6, 4], 2026: [6, 3]}


def test_tertials_are_series_of_their_own(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        report(2024, "60 %", "70 %"),
        report(2025, "61 %", "70 %"),
        report(2024, "50 %", "70 %", kind=Kind.T1),
        report(2025, "52 %", "70 %", kind=Kind.T1),
        report(2025, "55 %", "70 %", kind=Kind.T2),
    )
    found = view(store, CATALOGUE, SHOWN).figures
    assert found.series is not None
    assert found.tertials is not None
    assert values(found.series.panels[0]) == [("2024", 60), ("2025", 61)]
    (panel,) = found.tertials.panels
    assert panel.title == "Enhet A, tertial 1"
    assert values(panel) == [("T1 2024", 50), ("T1 2025", 52)]
    assert {point.target for point in panel.points} == {None}, "a tertial is not held against the year's target"
    assert panel.no_target == "årsmålet gäller helåret"


def test_a_revised_figure_is_drawn_as_it_is_now_and_told_with_what_was_printed_first(tmp_path: Path) -> None:
    found = series(tmp_path, report(2024, "65,0 %", "70 %"), report(2025, "68,0 %", "70 %", "63,5 %"))
    (panel,) = found.panels
    assert [(point.value, point.first) for point in panel.points] == [(63.5, 65), (68, None)]
    assert "reviderad, trycktes först 65,0\u00a0%" in found.alt
    row = next(row for row in found.table.rows if row[1] == "2024")
    assert row[-1] == "reviderad, trycktes först 65,0\u00a0%"


def test_another_unit_of_measure_breaks_the_line_and_its_figures_stand_in_words(tmp_path: Path) -> None:
    found = series(
        tmp_path, report(2023, "140 st", "150 st"), report(2024, "65 %", "70 %"), report(2025, "68 %", "70 %", "65 %")
    )
    (panel,) = found.panels
    assert values(panel) == [("2023", None), ("2024", 65), ("2025", 68)]
    assert panel.points[0].text == "140\u00a0st"
    assert [one.words for one in panel.breaks] == ["serien är bruten 2024, då mätenheten gick från st till %"]
    assert "serien är bruten 2024" in found.caption
    assert "serien är bruten 2024" in found.alt


def test_a_renamed_indicator_is_not_joined_over_its_change_of_name(tmp_path: Path) -> None:
    found = series(
        tmp_path,
        report(2023, "60 %", "70 %", name="Kundernas omdöme"),
        report(2024, "65 %", "70 %"),
        report(2025, "68 %", "70 %", "65 %"),
    )
    (panel,) = found.panels
    assert [one.words for one in panel.breaks] == ["serien är bruten 2024, då namnet ändrades från ”Kundernas omdöme”"]
    line = figure(found)["data"][0]
    assert line["y"] == [60, None, 65, 68]


def test_a_name_misprinted_once_in_between_breaks_nothing(tmp_path: Path) -> None:
    found = series(
        tmp_path,
        report(2023, "60 %", "70 %"),
        report(2024, "65 %", "70 %", name="Andelar nöjda"),
        report(2025, "68 %", "70 %", "65 %"),
    )
    assert found.panels[0].breaks == ()


SENTENCES: Sequence[tuple[Build, str]] = (
    (report(2025, "61,9 %", "75 %", "68,2 %"), "6,3 procentenheter sämre än 2024; årsmålet 75 % nåddes inte."),
    (report(2025, "80,0 %", "75 %", "68,2 %"), "11,8 procentenheter bättre än 2024; årsmålet 75 % nåddes."),
    (report(2025, "80 %", "75 %", "80 %"), "Oförändrat mot 2024; årsmålet 75 % nåddes."),
    (report(2025, "80 %", "75 %"), "Ingen jämförelse med 2024; årsmålet 75 % nåddes."),
    (report(2025, "80 %", "öka", "70 %"), "10 procentenheter bättre än 2024."),
    (
        report(2025, "80 %", "75 %", "70 %", kind=Kind.T1),
        "10 procentenheter bättre än T1 2024; årsmålet gäller helåret.",
    ),
    (report(2025, "", "75 %", kind=Kind.VP), ""),
)


@pytest.mark.parametrize(("build", "words"), SENTENCES)
def test_the_year_in_a_sentence(tmp_path: Path, build: Build, words: str) -> None:
    (row,) = judged_rows(store_of(tmp_path, build), CATALOGUE)
    assert year_words(row).replace("\u00a0", " ") == words


def test_without_a_direction_the_year_is_neither_better_nor_worse(tmp_path: Path) -> None:
    known = catalogue_of(indicator(NAME, Direction.UNKNOWN, unit="%"))
    (row,) = judged_rows(store_of(tmp_path, report(2025, "61 %", "75 %", "68 %")), known)
    assert year_words(row).replace("\u00a0", " ") == "7 procentenheter lägre än 2024."


def test_an_opened_row_of_the_unit_holds_the_whole_series_and_a_closed_one_none(tmp_path: Path) -> None:
    store = store_of(tmp_path, report(2024, "65 %", "70 %"), report(2025, "61,9 %", "75 %", "65 %"))
    opened = enhet(store, CATALOGUE, Selection(unit="enhet-a", year=2025, period=Kind.VB, rows=("i0",)))
    assert opened.content is not None
    detail = opened.content.groups[0].lines[0].detail
    assert detail is not None
    assert detail.series is not None
    assert values(detail.series.panels[0]) == [("2024", 65), ("2025", 61.9)]
    assert detail.year.endswith("årsmålet 75\u00a0% nåddes inte.")
    closed = enhet(store, CATALOGUE, Selection(unit="enhet-a", year=2025, period=Kind.VB))
    assert closed.content is not None
    assert closed.content.groups[0].lines[0].detail is None
