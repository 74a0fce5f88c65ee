"""What a page's end parts in a PDF is put together again, and what stands last on a page is no page number."""

from pathlib import Path
from random import Random

import pytest

from dashboard.importing.document import NeutralDocument, Row, Table
from dashboard.importing.extract import extract
from dashboard.importing.pipeline import read
from dashboard.model import Place
from tests.benchmarks.scoring import score
from tests.documents.printed import catalogue
from tests.generator import chance
from tests.generator.facts import from_json
from tests.generator.pdf import write

# The look of a family and its seed: each printed a fault that was read wrong before.
FOUND = {
    "a goal's title parted by a page's end": ("word", "7-38"),
    "an analysis behind a colon alone on a page, set as the text": ("header", "7-92"),
    "a number last on a page that ends a name": ("header", "7-12"),
    "dates in a row parted by a page's end": ("header", "31-20"),
    "a group's label parted by a page's end": ("uprights", "7-35"),
    "a category that goes on after a conjunction": ("word", "7-30"),
    "categories below one another without space": ("word", "7-6"),
    "a group's label first on its page above its row": ("word", "32-30"),
    "a group's label that reads as a section's heading": ("uprights", "32-19"),
    "cells no further apart than words, set at the right": ("shade", "7-37"),
}


@pytest.mark.parametrize(("family", "seed"), FOUND.values(), ids=FOUND)
def test_it_is_read_as_printed(family: str, seed: str, tmp_path: Path) -> None:
    facts, look = chance.report(Random(seed), family)  # noqa: S311 - looks, no secrets
    path = tmp_path / "rapport.pdf"
    path.write_bytes(write(from_json(facts), look))
    found = score(facts, read(path, catalogue()), icons=True)
    assert (found.told, found.invented) == ([], 0)


def test_a_category_that_may_be_two_is_words_for_a_person_and_no_row() -> None:
    header = ("Uppdelning", "Klagomål/synpunkter kategorier", "Utfall T1 2025", "Totalt ack 2025", "Bedömning")
    rows = (
        Row(("Beröm", "Antal beröm", "2", "2", ""), Place(page=1)),
        Row(("Klagomål", "Leken Maten", "1", "1", ""), Place(page=1), unsure=True),
        Row(("", "Gården", "", "", ""), Place(page=1)),
    )
    found = extract(NeutralDocument("pdf", (), (Table(header, rows, Place(page=1)),)))
    assert [(row.group, row.category) for row in found.feedback] == [("Beröm", "Antal beröm"), ("Klagomål", "Gården")]
    assert [one.text for one in found.unplaced] == ["Klagomål Leken Maten 1 1"]
    assert found.printed_rows["synpunktsrader"] + found.printed_rows["oplacerade rader"] == len(rows)
