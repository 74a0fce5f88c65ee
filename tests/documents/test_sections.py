"""The other sections of a report: every paragraph once, under the heading that it stands under, tables in words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.catalogue import load as load_catalogue
from dashboard.importing.pipeline import read as read_file
from dashboard.model import Report, Text, TextOf
from dashboard.settings import Settings
from tests.documents.printed import tabbed
from tests.generator import GOLDEN, SAMPLES, load
from tests.generator.docx import write as write_docx
from tests.generator.facts import Section

NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))
ABOVE = {
    "Analys av resultaträkning - uppföljning av driftbudget": "Uppföljning av ekonomi",
    "Kompetensutveckling": "Sammanfattande analys",
    "Medarbetarnas delaktighet": "Sammanfattande analys",
    "Enhetens uppdrag": "Inledning",
    "Utvecklingsområden 2026": "Inledning",
    "Jämställdhet": "Agenda 2030",
}
Read = Callable[[str], Report]


def of_document(report: Report) -> list[Text]:
    return [text for text in report.texts if text.of is TextOf.DOCUMENT]


def told(section: Section) -> str:
    """A section's paragraphs, and its table with tabs; a page that ends with a sentence ends the paragraph too."""
    paragraphs = [paragraph.replace(".\f ", ".\n").replace("\f", "") for paragraph in section.paragraphs]
    return "\n".join([*paragraphs, *("\t".join(row) for row in section.table)])


@pytest.mark.parametrize("name", NAMES)
def test_a_samples_sections_are_kept_whole_and_once_under_their_headings(name: str) -> None:
    facts = load(GOLDEN / f"{name}.json")
    found = of_document(read_file(SAMPLES / f"{name}.txt", load_catalogue(Settings().catalogue)))
    printed = [(section.heading, told(section)) for section in (*facts.opening, *facts.closing) if section.paragraphs]
    assert [(text.heading, text.body) for text in found if "Kommunfullmäktiges" not in text.heading] == printed
    assert {text.heading: text.above for text in found if text.heading in ABOVE} == {
        text.heading: ABOVE[text.heading] for text in found if text.heading in ABOVE
    }


@pytest.mark.parametrize("name", NAMES)
def test_each_paragraph_of_a_section_has_the_line_that_it_begins_on(name: str) -> None:
    path = SAMPLES / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    for text in of_document(read_file(path, load_catalogue(Settings().catalogue))):
        paragraphs = text.body.split("\n")
        assert text.starts is not None
        assert len(text.starts) == len(paragraphs)
        for start, paragraph in zip(text.starts, paragraphs, strict=True):
            first = " ".join(lines[start - 1].replace("\f", " ").replace("\t", " ").split())
            assert first
            assert " ".join(paragraph.split()).startswith(first)


def test_a_table_of_money_in_word_is_kept_as_words_below_its_heading(tmp_path: Path) -> None:
    facts = load(GOLDEN / "vb-2025-medborgarservice.json")
    path = tmp_path / "vb-2025-medborgarservice.docx"
    path.write_bytes(write_docx(facts))
    found = {text.heading: text for text in of_document(read_file(path, load_catalogue(Settings().catalogue)))}
    economy = found["Analys av resultaträkning - uppföljning av driftbudget"]
    assert economy.body.split("\n")[-3:] == [
        "Verksamhet\tBudget 2025\tBokslut 2025\tAvvikelse",
        "Medborgarkontor\t11,0 mnkr\t11,2 mnkr\t−0,2 mnkr",
        "Rådgivning\t7,4 mnkr\t7,3 mnkr\t0,1 mnkr",
    ]


LINES = """Sammanfattande analys

Enhetens uppdrag

Lekstugan lagar gungor åt alla barn som vill gunga, och åt de vuxna som vill det också.

Agenda 2030

Gungorna är byggda av virke som blev över när kiosken revs, så mål 12 är nära.

Medarbetarnas delaktighet

Alla har läst texten och sagt vad de tycker om den på ett möte i lekstugan.
"""


def test_a_part_after_agenda_2030_goes_on_with_the_section_before_it(read: Callable[[str], Report]) -> None:
    found = {text.heading: text.above for text in of_document(read(tabbed(LINES)))}
    assert found["Enhetens uppdrag"] == "Sammanfattande analys"
    assert found["Agenda 2030"] is None
    assert found["Medarbetarnas delaktighet"] == "Sammanfattande analys"


def test_a_name_in_a_section_or_its_heading_is_not_kept(read: Callable[[str], Report]) -> None:
    lines = LINES.replace("Alla har läst", "Enhetschef Bo Gungberg har läst").replace("Agenda 2030", "Övrigt")
    assert "Gungberg" not in str(read(tabbed(lines)))


def test_items_without_full_stops_are_no_headings(read: Callable[[str], Report]) -> None:
    items = (
        "Övrigt\n\nAlla har lärt sig gunga\n\nAlla har målat sin gunga\n\n"
        + "Sedan var det fest i parken hela kvällen." * 2
    )
    [text] = [text for text in of_document(read(tabbed(items))) if text.heading == "Övrigt"]
    assert len(text.body.split("\n")) == 3
