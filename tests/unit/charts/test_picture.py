"""A figure without a browser: the same numbers, bars as long as their values, words within the picture."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import theme
from dashboard.charts.build import About, GenderRow, LineRow, PointRow, YearRow, gender_bars, series, year_over_year
from dashboard.charts.counts import CountRow, count_bars
from dashboard.charts.figure import figure
from dashboard.charts.picture import bare, picture
from dashboard.charts.spec import ChartSpec, GenderDumbbells
from dashboard.charts.still import drawing
from dashboard.model import Direction, Kind
from tests.unit.charts.rows_table import ABOUT, abouts, gender_rows, line_rows, names, year_rows

SVG = "{http://www.w3.org/2000/svg}"
SICK = GenderRow(
    name="Sjukfrånvaro <1>", total=8.0, women=10.0, men=4.0, target=5.0, unit="%", direction=Direction.LOWER
)


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own


def words(svg: str) -> str:
    told = " ".join("".join(text.itertext()) for text in read(svg).iter(f"{SVG}text"))
    return re.sub(r"\s+", " ", told)


def check(spec: ChartSpec) -> None:
    svg = picture(spec, source=["Måltavlan"])
    root = read(svg)
    told = words(svg)
    assert root.findtext(f"{SVG}title") == spec.title
    assert root.findtext(f"{SVG}desc") == spec.alt
    assert " ".join(spec.subtitle.split()) in told or len(spec.subtitle) > 60
    assert "Måltavlan" in told
    height = float(root.attrib["height"])
    assert all(0 < float(text.attrib["y"]) <= height for text in root.iter(f"{SVG}text"))
    for width in (theme.NARROW, 640):
        drawn = read(bare(spec, width=width))
        assert drawn.findtext(f"{SVG}desc") == spec.alt
        assert all(-1 <= float(text.attrib["x"]) <= width for text in drawn.iter(f"{SVG}text"))


counts = st.lists(
    st.builds(
        CountRow, name=names, counts=st.tuples(*[st.none() | st.integers(0, 10**6)] * 2), note=names | st.just("")
    ),
    min_size=1,
    max_size=6,
)


@given(gender_rows, abouts)
def test_every_dumbbell_can_be_a_picture(rows: list[GenderRow], about: About) -> None:
    check(gender_bars(rows, about, GenderDumbbells))


@given(counts)
def test_every_figure_of_counts_can_be_a_picture(rows: list[CountRow]) -> None:
    check(count_bars(rows, ("Beröm", "Klagomål"), title="Fler", subtitle="per år", caption="Antal.", first="År"))


@given(gender_rows, abouts)
def test_every_figure_of_sexes_can_be_a_picture(rows: list[GenderRow], about: About) -> None:
    check(gender_bars(rows, about))


@given(year_rows, abouts)
def test_every_figure_of_years_can_be_a_picture(rows: list[YearRow], about: About) -> None:
    check(year_over_year(rows, about))


@given(line_rows, abouts)
def test_every_series_can_be_a_picture(rows: list[LineRow], about: About) -> None:
    check(series(rows, about, unit="%"))


def test_bars_are_as_long_as_their_values() -> None:
    svg, _ = drawing(figure(gender_bars([SICK], ABOUT)), 600)
    rects = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="[\d.]+" fill="([^"]+)"', svg)
    lengths = {fill: float(width) for _, width, fill in rects}
    assert len({start for start, *_ in rects}) == 1
    assert lengths[theme.BAR] / lengths[theme.WOMEN] == pytest.approx(0.8, abs=0.001)
    assert lengths["url(#rander)"] / lengths[theme.WOMEN] == pytest.approx(0.4, abs=0.001)


def test_the_targets_mark_stands_where_its_value_is() -> None:
    svg, _ = drawing(figure(gender_bars([SICK], ABOUT)), 600)
    mark = float(re.findall(rf'<path d="M([\d.]+),[^"]+" stroke="{theme.INK}" stroke-width="4"', svg)[0])
    women = re.findall(rf'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="[\d.]+" fill="{theme.WOMEN}"', svg)[0]
    assert mark == pytest.approx(float(women[0]) + float(women[1]) / 2, abs=0.01)


def test_a_picture_says_each_number_once_though_the_page_has_narrow_and_wide_words() -> None:
    wrong = GenderRow(
        name="Sjukfrånvaro", total=7.9, women=8.9, men=3.7, target=8.3, unit="%", direction=Direction.LOWER,
        wrong=("kvinnor",),
    )  # fmt: skip
    told = words(picture(gender_bars([wrong], ABOUT)))
    assert told.count("8,9") == 1
    assert "8,9 % över årsmålet" in told


def test_a_narrow_picture_has_the_words_for_narrow_places() -> None:
    wrong = GenderRow(
        name="Sjukfrånvaro", total=7.9, women=8.9, men=3.7, target=8.3, unit="%", direction=Direction.LOWER,
        wrong=("kvinnor",),
    )  # fmt: skip
    told = words(bare(gender_bars([wrong], ABOUT), width=theme.NARROW))
    assert "8,9 % över" in told
    assert "8,9 % över årsmålet" not in told


def test_a_line_has_a_hole_where_a_year_is_missing() -> None:
    points = tuple(
        PointRow(year=year, value=value, kind=Kind.VB)
        for year, value in ((2021, 7.0), (2022, 6.0), (2023, None), (2024, 5.0))
    )
    svg, _ = drawing(figure(series([LineRow(name="Totalt", points=points)], ABOUT, unit="%")), 600)
    line = max(re.findall(r'<path d="([^"]+)" fill="none"', svg), key=len)
    assert (line.count("M"), line.count("L")) == (2, 1)


def test_a_drawing_that_is_not_known_is_an_error() -> None:
    drawn = figure(gender_bars([SICK], ABOUT))
    drawn["data"].append({"type": "pie"})
    with pytest.raises(KeyError):
        drawing(drawn, 600)
