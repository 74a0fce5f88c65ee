"""The PowerPoint file as an Office draws it: LibreOffice makes a PDF of it, and its words are read from there."""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Inches

from dashboard import tasks
from dashboard.export.pptx_labels import workbook
from dashboard.settings import Settings
from dashboard.views.apt import Deck
from tests.builders import store_of
from tests.conftest import ROOT
from tests.pages import slides
from tests.pages.decks import CASES, deck_of, rich, template, written

# One LibreOffice is started for all of these, so they share a process.
pytestmark = pytest.mark.xdist_group("office")
SAMPLES = [ROOT / "data" / "samples" / f"{name}-socialpsykiatri.txt" for name in ("vb-2025", "vp-2026")]
DECKS = ("exempel", "mall")
# Values that a formula writes wrong where it takes an Office's own signs, or rounds a part of the number alone.
TOLD = {-16.3: "−16,3 mnkr", 1512.0: "1 512", 1234567.5: "1 234 567,5 kr", 0.84: "0,84 %", 99.996: "100,00 %", 0.0: "0"}
# The foot of a slide, that content never runs into.
FOOT = ("Att samtala om", "Fråga", "Källa")


@dataclass(frozen=True)
class Word:
    """A word of a page and its box, in parts of the page's width and height."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def sample(folder: Path) -> Deck:
    settings = Settings(store=folder)
    tasks.import_documents(SAMPLES, settings, board="Exempelnämnden")
    return deck_of(folder, "socialpsykiatri")


def running(path: Path) -> None:
    """A slide with more words in a box than it has room for, over another box."""
    file: Any = Presentation()
    slide = file.slides.add_slide(file.slide_layouts.get_by_name("Blank"))
    for name, top, words in (("Text", 6.5, "Ord " * 90), ("Källa", 7.0, "Källa: rapporten")):
        box = slide.shapes.add_textbox(Inches(1), Inches(top), Inches(6), Inches(0.4))
        box.name, box.text_frame.word_wrap, box.text_frame.text = name, True, words
    file.save(str(path))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the deck of a sample, one of all kinds of slides in a municipality's template, and their PDFs."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "exempel.pptx").write_bytes(written(sample(folder / "store")))
    names, wide, dark = CASES["mork.potx"]
    own = template(folder / "mork.potx", names, wide=wide, dark=dark)
    store_of(folder / "rik", *rich())
    (folder / "mall.pptx").write_bytes(written(deck_of(folder / "rik"), own))
    (folder / "etiketter.xlsx").write_bytes(workbook([str(one) for one in TOLD], [("Tal", [*TOLD], [*TOLD.values()])]))
    running(folder / "rinner.pptx")
    # Saved without what the formulas gave, so that LibreOffice works them out.
    load_workbook(folder / "etiketter.xlsx").save(folder / "etiketter.xlsx")
    office = shutil.which("soffice")
    assert office, "LibreOffice saknas. Kör: make office"
    asked = [office, f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", "pdf"]
    files = [str(folder / name) for name in ("exempel.pptx", "mall.pptx", "rinner.pptx", "etiketter.xlsx")]
    # An Office that isn't Swedish: what is Swedish in the pictures is so by the file.
    told = os.environ | {"LC_ALL": "C.UTF-8"}
    subprocess.run([*asked, "--outdir", str(folder), *files], check=True, timeout=240, capture_output=True, env=told)
    return folder


def pages(drawn: Path, name: str) -> list[list[Word]]:
    """The words of each page of the PDF with their boxes."""
    asked = ["pdftotext", "-bbox", str(drawn / f"{name}.pdf"), "-"]
    read = subprocess.run(asked, check=True, timeout=60, capture_output=True)
    return [list(boxes(page)) for page in html.fromstring(read.stdout.decode("utf-8")).iter("page")]


def boxes(page: Any) -> Iterator[Word]:
    wide, high = float(page.get("width")), float(page.get("height"))
    for word in page.iter("word"):
        sides = (float(word.get(side)) for side in ("xmin", "ymin", "xmax", "ymax"))
        left, top, right, bottom = sides
        yield Word(word.text_content(), left / wide, top / high, right / wide, bottom / high)


def shown(drawn: Path, name: str) -> list[tuple[Any, list[Word]]]:
    file = slides.read((drawn / f"{name}.pptx").read_bytes())
    found = pages(drawn, name)
    assert len(found) == len(file.slides) > 15
    return list(zip(file.slides, found, strict=True))


def numbers(texts: list[str]) -> set[str]:
    return {found for text in texts for found in re.findall(r"−?\d+(?:,\d+)?", text)}


def letters(texts: Iterator[str]) -> Counter[str]:
    """Each letter with its number: words may be broken between lines, but none of them is left out."""
    return Counter(re.sub(r"\s", "", "".join(texts)))


@pytest.mark.parametrize("name", DECKS)
def test_each_slide_is_a_page_with_its_title_words_and_numbers(drawn: Path, name: str) -> None:
    for slide, words in shown(drawn, name):
        told = "".join(word.text for word in words)
        title = slide.shapes.title.text_frame.text
        assert re.sub(r"\s", "", title) in told, title
        # LibreOffice breaks a link's words anywhere.
        assert [number for number in numbers(slides.words(slide)) if number not in told] == [], title
        assert letters(iter(slides.words(slide))) - letters(iter(told)) == Counter(), title


@pytest.mark.parametrize("name", DECKS)
def test_no_text_runs_out_of_its_room(drawn: Path, name: str) -> None:
    for slide, words in shown(drawn, name):
        assert spilled(slide, words) == [], slide.shapes.title.text_frame.text


def test_text_that_runs_out_is_found(drawn: Path) -> None:
    """The failing control: a box whose words go on over the source."""
    (slide,) = slides.read((drawn / "rinner.pptx").read_bytes()).slides
    assert spilled(slide, pages(drawn, "rinner")[0])


def spilled(slide: Any, words: list[Word]) -> list[str]:
    """What stands outside the page, on other words, or in the foot and doesn't belong there."""
    found = [one.text for one in words if min(one.left, one.top) < 0 or max(one.right, one.bottom) > 1]
    found += [f"{one.text} on {other.text}" for one, other in crossing(words)]
    high = slide.part.package.presentation_part.presentation.slide_height
    feet = [shape for shape in slide.shapes if shape.name in FOOT]
    line = min((shape.top / high for shape in feet), default=1.0)
    low = [one.text for one in words if one.top > line - 0.004]
    # A template may have the slide's number at its lower edge.
    other = letters(iter(low)) - letters(shape.text_frame.text for shape in feet) - letters(filter(str.isdigit, low))
    return [*found, *other]


def crossing(words: list[Word]) -> Iterator[tuple[Word, Word]]:
    """Pairs of words of which a third of one's height and some of its width lies on the other."""
    for place, one in enumerate(words):
        for other in words[place + 1 :]:
            wide = min(one.right, other.right) - max(one.left, other.left)
            high = min(one.bottom, other.bottom) - max(one.top, other.top)
            if wide > 0.004 and high > (one.bottom - one.top) / 3:
                yield one, other


def test_a_charts_labels_are_swedish_in_an_office_that_is_not(drawn: Path) -> None:
    told = slides.spaced(" ".join(word.text for page in pages(drawn, "etiketter") for word in page))
    assert [words for words in TOLD.values() if slides.spaced(words) not in told] == []
