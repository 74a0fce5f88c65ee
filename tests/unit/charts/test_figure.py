"""The drawings: valid for plotly, from nought, wide enough for all that they hold, and in colours that have a token."""

import json
import re
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given

from dashboard.charts import theme
from dashboard.charts.build import About, GenderRow, LineRow, PointRow, YearRow, gender_bars, series, year_over_year
from dashboard.charts.figure import CONFIG, figure, height
from dashboard.charts.spec import ChartSpec, GenderDumbbells, Mark, Table
from dashboard.model import Direction
from tests.unit.charts.rows_table import ABOUT, abouts, axis_range, gender_rows, inside, line_rows, year_rows

ASSETS = Path(__file__).parents[3] / "assets"
SICK = GenderRow(
    name="Sjukfrånvaro",
    total=7.9,
    women=8.9,
    men=3.7,
    target=8.3,
    unit="%",
    direction=Direction.LOWER,
    wrong=("kvinnor",),
)


def texts(drawn: dict[str, Any]) -> list[str]:
    return [note["text"] for note in drawn["layout"]["annotations"]]


def drawn(spec: ChartSpec) -> dict[str, Any]:
    """Drawn, through JSON as the browser gets it, and found valid by plotly."""
    figured = figure(spec)
    go.Figure(figured)
    back: dict[str, Any] = json.loads(json.dumps(figured, allow_nan=False))
    return back


def check_bars(spec: ChartSpec, values: list[float], targets: list[float]) -> None:
    picture = drawn(spec)
    assert height(picture) > 0
    for trace in picture["data"]:
        ends = axis_range(picture, trace, "x")
        assert trace["base"] == 0
        assert inside(0, ends)
        assert all(inside(value, ends) for value in trace["x"])
        assert all(inside(place, axis_range(picture, trace, "y")) for place in trace["y"])
    assert sorted(value for trace in picture["data"] for value in trace["x"]) == sorted(values)
    strokes = [shape for shape in picture["layout"]["shapes"] if shape["line"]["color"] == theme.INK]
    places = [float(re.findall(r"M([^,]+),", stroke["path"])[0]) for stroke in strokes]
    assert sorted(places) == sorted(targets)
    for stroke, place in zip(strokes, places, strict=True):
        low, high = picture["layout"]["xaxis" + stroke["xref"][1:]]["range"]
        assert inside(place, (low, high))


@given(gender_rows, abouts)
def test_bars_of_the_sexes_hold_all_values_and_targets(rows: list[GenderRow], about: About) -> None:
    spec = gender_bars(rows, about)
    values = [bar.value for panel in spec.panels for bar in panel.bars if bar.value is not None]
    check_bars(spec, values, [row.target for row in rows if row.target is not None])


@given(gender_rows, abouts)
def test_dumbbells_have_both_points_or_neither_and_hold_all_values(rows: list[GenderRow], about: About) -> None:
    spec = gender_bars(rows, about, GenderDumbbells)
    picture = drawn(spec)
    split = [row for row in rows if row.women is not None and row.men is not None]
    points = {
        mark: [trace["x"][0] for trace in picture["data"] if trace["name"] == mark] for mark in ("kvinnor", "män")
    }
    assert points == {"kvinnor": [row.women for row in split], "män": [row.men for row in split]}
    for trace in picture["data"]:
        assert inside(trace["x"][0], axis_range(picture, trace, "x"))
        assert inside(trace["y"][0], axis_range(picture, trace, "y"))
    targets = [shape for shape in picture["layout"]["shapes"] if shape["line"]["color"] == theme.INK]
    assert len(targets) == sum(row.target is not None for row in rows)


@given(gender_rows, abouts)
def test_both_forms_tell_the_same_numbers(rows: list[GenderRow], about: About) -> None:
    bars, points = gender_bars(rows, about), gender_bars(rows, about, GenderDumbbells)
    assert (bars.title, bars.table) == (points.title, points.table)
    assert points.alt.removeprefix("Punktdiagram") == bars.alt.removeprefix("Stapeldiagram")


@given(year_rows, abouts)
def test_bars_of_the_years_hold_all_values_and_targets(rows: list[YearRow], about: About) -> None:
    values = [value for row in rows for value in (row.before, row.now) if value is not None]
    check_bars(year_over_year(rows, about), values, [row.target for row in rows if row.target is not None])


@given(line_rows, abouts)
def test_lines_hold_all_values_and_nought(rows: list[LineRow], about: About) -> None:
    spec = series(rows, about, unit="%", decimals=1)
    picture = drawn(spec)
    targets = [point.target for panel in spec.panels for point in panel.points if point.target is not None]
    for trace in picture["data"]:
        ends = axis_range(picture, trace, "y")
        assert inside(0, ends)
        assert all(value is None or inside(value, ends) for value in [*trace["y"], *targets])
        assert all(inside(time, axis_range(picture, trace, "x")) for time in trace["x"])
        assert trace["connectgaps"] is False


def test_compared_panels_stand_on_one_axis() -> None:
    picture = drawn(gender_bars([SICK, SICK], ABOUT))
    assert {trace["xaxis"] for trace in picture["data"]} == {"x"}


def test_different_units_have_an_axis_each() -> None:
    other = GenderRow(name="Fritidskort", total=1107, women=603, men=504, unit="st")
    picture = drawn(gender_bars([SICK, other], ABOUT))
    assert {trace["xaxis"] for trace in picture["data"]} == {"x", "x2"}


def test_every_number_is_written_at_its_bar_and_the_wrong_one_in_bold_words() -> None:
    words = texts(drawn(gender_bars([SICK], ABOUT)))
    assert any("7,9\u00a0%" in text for text in words)
    assert any("<b>8,9\u00a0% över årsmålet</b>" in text for text in words)
    assert not any("<b>3,7" in text for text in words)


def test_a_label_that_the_target_would_cross_stands_beyond_it() -> None:
    picture = drawn(gender_bars([SICK], ABOUT))
    total = next(note for note in picture["layout"]["annotations"] if "7,9" in note["text"])
    assert total["x"] == 8.3
    men = next(note for note in picture["layout"]["annotations"] if "3,7" in note["text"])
    assert men["x"] == 3.7


def test_a_missing_value_is_words_in_the_row_and_no_bar() -> None:
    row = GenderRow(name="Vräkningar", total=9, women=None, men=None, missing="ej uppdelat")
    picture = drawn(gender_bars([row], ABOUT))
    assert [trace["x"] for trace in picture["data"]] == [[9]]
    assert sum("ej uppdelat" in text for text in texts(picture)) == 2


def test_men_are_striped_women_solid_last_year_hollow() -> None:
    sexes = {trace["name"]: trace["marker"] for trace in drawn(gender_bars([SICK], ABOUT))["data"]}
    assert sexes[Mark.MEN]["pattern"]["shape"] == "/"
    assert "pattern" not in sexes[Mark.WOMEN]
    years = {
        trace["name"]: trace["marker"]
        for trace in drawn(year_over_year([YearRow(name="A", now=2, before=1)], ABOUT))["data"]
    }
    assert years[Mark.BEFORE]["color"] == theme.PAPER
    assert years[Mark.NOW]["color"] == theme.BAR


def test_a_year_without_outcome_breaks_the_line_and_says_so() -> None:
    row = LineRow(name="Lek", points=tuple(PointRow(year=2022 + n, value=v) for n, v in enumerate([9, None, 8])))
    picture = drawn(series([row], ABOUT, unit="%"))
    assert picture["data"][0]["y"] == [9, None, 8]
    assert any("saknas" in text for text in texts(picture))


def test_names_are_text_and_never_markup() -> None:
    row = YearRow(name="Svar <a href='x'>inom</a> 5 dagar & nätter", now=2, before=1)
    words = " ".join(texts(drawn(year_over_year([row], ABOUT))))
    assert "<a" not in words
    assert "&lt;a" in words
    assert "&amp;" in words


def test_swedish_separators_and_no_tools_or_legend() -> None:
    layout = drawn(gender_bars([SICK], ABOUT))["layout"]
    assert layout["separators"] == ",\u00a0"
    assert "template" not in layout
    assert layout["showlegend"] is False
    assert CONFIG["staticPlot"] is True
    assert CONFIG["showSendToCloud"] is False


def test_a_spec_without_a_drawing_is_a_bug() -> None:
    with pytest.raises(TypeError):
        figure(ChartSpec(title="", subtitle="", caption="", alt="", table=Table((), ())))


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*(int(colour[place : place + 2], 16) for place in (1, 3, 5)))


@pytest.mark.parametrize(("token", "colour"), theme.COLOURS.items())
def test_every_colour_is_its_token_and_follows_the_theme(token: str, colour: str) -> None:
    light = (ASSETS / "tokens.css").read_text("utf-8").split("@media")[0]
    assert re.search(rf"--{token}:\s*{colour}\b", light)
    rules = (ASSETS / "figures.css").read_text("utf-8")
    for written in (f"fill: {rgb(colour)}", f'fill="{rgb(colour)}', f"fill:{colour}"):
        assert re.search(rf"{re.escape(written)}.*{{ fill: var\(--{token}\)", rules)
    for written in (f"stroke: {rgb(colour)}", f'stroke="{rgb(colour)}'):
        assert re.search(rf"{re.escape(written)}.*{{ stroke: var\(--{token}\)", rules)


def test_a_drawing_uses_no_other_colour() -> None:
    specs = [
        gender_bars([SICK], ABOUT),
        year_over_year([YearRow(name="A", now=2, before=None)], ABOUT),
        series([LineRow(name="Lek", points=(PointRow(year=2025, value=1, target=2),), mark=Mark.MEN)], ABOUT),
    ]
    used = set(re.findall(r"#[0-9a-f]{6}", json.dumps([drawn(spec) for spec in specs])))
    assert used <= set(theme.COLOURS.values())


def test_the_width_that_parts_narrow_from_wide_is_the_same_in_css() -> None:
    assert f"@container (min-width: {theme.WIDE}px)" in (ASSETS / "figures.css").read_text("utf-8")
