"""The PowerPoint file itself: what PowerPoint refuses or repairs, what screen readers need, and templates of others."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import validate_pptx
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.views.apt import Deck
from tests.builders import store_of
from tests.pages import slides
from tests.pages.decks import deck_of, rich, written


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    folder = tmp_path_factory.mktemp("deck")
    store_of(folder, *rich())
    return deck_of(folder)


@pytest.fixture(scope="module")
def content(deck: Deck) -> bytes:
    return written(deck)


def test_the_file_follows_the_schema(content: bytes, tmp_path: Path) -> None:
    """openxml-audit holds Microsoft's schemas and rules: order of elements, relations, content types, ids, values."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(content)
    found = validate_pptx(path)
    assert [f"{error.part_uri} {error.path}: {error.description}" for error in found.errors] == []


def test_the_validator_finds_what_powerpoint_repairs(content: bytes, tmp_path: Path) -> None:
    """The failing control: a cell whose fill stands before its borders."""
    path = tmp_path / "broken.pptx"
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(path, "w") as made:
        for part in whole.namelist():
            held = whole.read(part).decode("utf-8", "surrogateescape")
            held = re.sub(r"(<a:lnL .*?)(<a:noFill/></a:tcPr>)", r"<a:noFill/>\1</a:tcPr>", held)
            made.writestr(part, held.encode("utf-8", "surrogateescape"))
    assert validate_pptx(path).errors


def test_no_id_stands_twice_on_a_slide(content: bytes) -> None:
    for slide in slides.read(content).slides:
        ids = [about.get("id") for about in slide._element.iter(qn("p:cNvPr"))]
        assert len(ids) == len(set(ids))


def test_every_slide_has_a_title_of_its_own_in_its_place_and_first_in_order(content: bytes, deck: Deck) -> None:
    titles = slides.titles(content)
    assert len(titles) == len(set(titles))
    headlines = [slides.spaced(one.headline) for one in deck.shown]
    assert list(dict.fromkeys(map(slides.headline, titles))) == list(dict.fromkeys(headlines))
    for slide in slides.read(content).slides:
        assert next(iter(slide.shapes)).is_placeholder
        assert next(iter(slide.shapes)).shape_id == slide.shapes.title.shape_id


def test_every_run_is_swedish_in_charts_and_notes_too(content: bytes) -> None:
    runs = 0
    for name, text in slides.parts(content):
        if re.search(r"ppt/(slides|notesSlides)/[^/]*xml$", name):
            for tag, about in re.findall(r"<a:(r|fld)\b[^>]*>\s*(<a:rPr[^>]*>|)", text):
                runs += 1
                assert 'lang="sv-SE"' in about, f"{name}: a:{tag}"
        if re.search(r"ppt/charts/chart[^/]*xml$", name):
            assert '<c:lang val="sv-SE"/>' in text
            assert all('lang="sv-SE"' in about for about in re.findall(r"<a:defRPr[^>]*>", text))
    assert runs > 200


def test_what_is_no_text_is_described_or_an_ornament(content: bytes) -> None:
    described = 0
    for slide in slides.read(content).slides:
        for shape in slide.shapes:
            about = shape._element.xpath(".//p:cNvPr")[0]
            if shape.has_text_frame and shape.text_frame.text:
                continue
            ornament = about.find(".//{*}decorative") is not None
            assert ornament or about.get("descr"), f"{shape.name} on {slide.shapes.title.text_frame.text}"
            described += bool(about.get("descr"))
    assert described > 20


def test_only_arial_and_the_themes_own_fonts_are_named(content: bytes) -> None:
    named = {
        font
        for name, text in slides.parts(content)
        if "/slides/" in name or "/charts/" in name
        for font in re.findall(r'typeface="([^"]*)"', text)
    }
    assert named <= {"Arial", "+mn-lt", "+mj-lt"}


def test_the_file_says_its_title_and_language(content: bytes, deck: Deck) -> None:
    about = slides.read(content).core_properties
    assert (about.title, about.language, about.author) == (deck.title, "sv-SE", "Måltavlan")


def test_men_are_striped_so_that_grey_print_tells_them_from_women(content: bytes) -> None:
    charts = [text for name, text in slides.parts(content) if "/charts/chart" in name]
    assert any('<a:pattFill prst="wdUpDiag">' in text for text in charts)


def test_a_charts_labels_are_cells_that_follow_the_values_beside_them(content: bytes) -> None:
    """A number format would show the decimal sign of whoever opens the file."""
    charts = [shape.chart for slide in slides.read(content).slides for shape in slide.shapes if shape.has_chart]
    for chart in charts:
        cells = slides.labels(chart)
        names = len(list(chart.plots[0].categories))
        assert sorted(slides.charted(chart)[names:]) == sorted(shown for _, shown in cells.values())
        for place, (formula, _) in cells.items():
            value = {"D": "B", "E": "C"}[place[0]] + place[1:]
            assert formula.startswith(f'=IF({value}="","",')
    assert len(charts) > 4


def test_a_slide_is_read_in_the_order_that_it_is_seen(content: bytes) -> None:
    """Title, content from above, question, source; a table's bars come right after it."""
    for slide in slides.read(content).slides:
        shapes = [one for one in slide.shapes if not one.is_placeholder]
        names = [one.name for one in shapes]
        title = slide.shapes.title.text_frame.text
        foot = [name for name in names if name in ("Linje över frågan", "Att samtala om", "Fråga", "Källa")]
        assert names[len(names) - len(foot) :] == foot, title
        body = shapes[: len(names) - len(foot)]
        tops = [one.top for one in body if one.name not in ("Tecken", "Stapel mot årsmål", "Diagram", "Status")]
        assert tops == sorted(tops), title
        bars = [place for place, name in enumerate(names) if name == "Stapel mot årsmål"]
        assert all(names[place - 1] in ("Tabell", "Stapel mot årsmål") for place in bars), title


def test_a_bar_says_its_indicator_and_its_numbers(content: bytes) -> None:
    bars = [one for slide in slides.read(content).slides for one in slide.shapes if one.name == "Stapel mot årsmål"]
    told = [one._element.xpath("./p:nvGrpSpPr/p:cNvPr")[0].get("descr") for one in bars]
    assert "Stapeldiagram. Antal besök: 1 840 2024, 1 512 2025, årsmål 1 800." in map(slides.spaced, told)
    assert len(bars) == len(set(told)) > 4


def test_two_goals_of_one_name_have_titles_of_their_own(deck: Deck) -> None:
    goal = next(slide for slide in deck.shown if slide.key.startswith("mal-") and slide.headline == "Köer")
    twins = replace(deck, shown=(goal, replace(goal, key="mal-99")))
    assert slides.titles(written(twins)) == ["Köer", "Köer (2)"]


def test_a_table_is_read_by_its_heads(content: bytes) -> None:
    for slide in slides.read(content).slides:
        for shape in slide.shapes:
            if shape.has_table:
                assert shape.table.first_row
                assert shape.table.first_col
                assert all(cell.text for cell in shape.table.rows[0].cells)


def outside(slide: Any, left: int, right: int, bottom: int) -> list[str]:
    return [
        shape.name
        for shape in slide.shapes
        if shape.left < left - 9525 or shape.left + shape.width > right + 9525 or shape.top + shape.height > bottom
    ]


def test_nothing_overlaps_or_leaves_the_slide(content: bytes) -> None:
    file = slides.read(content)
    for slide in file.slides:
        assert slides.overlapping(slide) == [], slide.shapes.title.text_frame.text
        assert outside(slide, 72 * 9525, file.slide_width - 72 * 9525, file.slide_height) == []


def test_text_can_be_read_from_the_back_of_the_room(content: bytes) -> None:
    """24 points on a slide 13,3 inches wide; the source and the line over the headline are not read aloud."""
    for slide in slides.read(content).slides:
        for shape in slide.shapes:
            frames = [cell.text_frame for row in shape.table.rows for cell in row.cells] if shape.has_table else []
            frames += [shape.text_frame] if shape.has_text_frame and shape.name != "Källa" else []
            sizes = [run.font.size for frame in frames for one in frame.paragraphs for run in one.runs if run.font.size]
            sizes += [Pt(int(one.get("sz")) / 100) for one in charted(shape) if one.get("sz")]
            assert not sizes or min(sizes) >= Pt(24), f"{shape.name} on {slide.shapes.title.text_frame.text}"


def charted(shape: Any) -> list[Any]:
    """What a chart says of its type."""
    return list(shape.chart._chartSpace.iter(qn("a:defRPr"), qn("a:rPr"))) if shape.has_chart else []
