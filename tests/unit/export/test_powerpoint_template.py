"""The PowerPoint file in a municipality's own template, and what is said of one that can't be used."""

from pathlib import Path

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.util import Pt

from dashboard.errors import UserError
from dashboard.views.apt import Deck
from tests.builders import store_of
from tests.pages import slides
from tests.pages.decks import CASES, deck_of, rich, template, written


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    folder = tmp_path_factory.mktemp("deck")
    store_of(folder, *rich())
    return deck_of(folder)


@pytest.mark.parametrize("name", CASES)
def test_a_municipalitys_template_keeps_its_layouts_and_content_stays_within(
    deck: Deck, tmp_path: Path, name: str
) -> None:
    names, wide, dark = CASES[name]
    path = template(tmp_path / name, names, wide=wide, dark=dark)
    made = written(deck, path)
    if path.suffix == ".potx" and dark:
        # The schema's rules take seconds; this template differs most from ours.
        (tmp_path / "made.pptx").write_bytes(made)
        assert validate_pptx(tmp_path / "made.pptx").errors == []
    file = slides.read(made)
    assert len(file.slides) >= len(deck.shown)
    assert "Exempel ur mallen" not in slides.titles(made)
    right = 900_000 + file.slide_width - 1_500_000
    for slide in list(file.slides)[1:]:
        title = slide.shapes.title
        assert slide.slide_layout.name == names[1]
        assert (title.left, title.top) == (900_000, 500_000)
        # Only a heading that is too long in the smallest type takes more than the template gives.
        smallest = {run.font.size for run in title.text_frame.paragraphs[0].runs} == {Pt(24)}
        assert title.height == 900_000 or (smallest and title.height > 900_000)
        content = [shape for shape in slide.shapes if not shape.is_placeholder]
        assert all(shape.top >= title.top + title.height for shape in content)
        assert all(shape.left >= 900_000 and shape.left + shape.width <= right for shape in content)
        low = min(one.top for one in slide.slide_layout.placeholders if one.placeholder_format.idx >= 10)
        assert [shape.name for shape in content if shape.top + shape.height > low] == [], title.text_frame.text
        assert slides.overlapping(slide) == [], title.text_frame.text
    assert all(
        "#17191C" not in text and '"17191C"' not in text for part, text in slides.parts(made) if "/slides/" in part
    )


@pytest.mark.parametrize("held", [b"", b"not a file", None])
def test_a_template_that_cant_be_opened_is_refused_in_swedish(deck: Deck, tmp_path: Path, held: bytes | None) -> None:
    path = tmp_path / "mall.potx"
    if held is not None:
        path.write_bytes(held)
    with pytest.raises(UserError, match=r"PowerPoint-mallen mall\.potx går inte att öppna\."):
        written(deck, path)


def test_a_template_without_a_layout_of_titles_is_refused_with_what_to_add(deck: Deck, tmp_path: Path) -> None:
    file = Presentation()
    for layout in list(file.slide_layouts):
        if layout.name != "Blank":
            file.slide_layouts.remove(layout)
    file.save(str(tmp_path / "tom.pptx"))
    with pytest.raises(UserError, match="har ingen layout med bara rubrik") as refused:
        written(deck, tmp_path / "tom.pptx")
    assert "Endast rubrik" in (refused.value.remedy or "")


def test_a_row_that_heads_itself_is_under_no_other_heading_on_the_next_slide(deck: Deck, tmp_path: Path) -> None:
    """Praise isn't a complaint."""
    names, wide, dark = CASES["gammal.potx"]
    path = template(tmp_path / "gammal.potx", names, wide=wide, dark=dark)
    told = [slide for slide in slides.read(written(deck, path)).slides if "Beröm" in slides.words(slide)]
    assert len(told) == 1
    assert "Klagomål" not in slides.words(told[0])
