"""PDF reports in looks of another hand, set by Typst: read as they were printed, with every kind of table."""

from pathlib import Path

import pytest

from dashboard.catalogue import load as load_catalogue
from dashboard.importing.pipeline import read
from dashboard.settings import Settings
from tests.documents.test_pdf import PLAN, REPORT, TERTIAL, assert_read, golden
from tests.generator.facts import from_json
from tests.generator.typeset import Look, write

LOOKS = {
    "cells that break words by hyphens": (REPORT, Look()),
    "the status in words in a column of its own": (TERTIAL, Look(status="word", rules="rows", numbers="right")),
    "the analysis in a column of its own": (REPORT, Look(analysis="column", on_side=True, rules="rows")),
    "the analysis beside its label": (TERTIAL, Look(analysis="aside", paper="a5", on_side=True)),
    "the analysis below the table": (REPORT, Look(analysis="below", status="first")),
    "a header of two rows": (TERTIAL, Look(heads="two", rules="rows", numbers="center", status="word")),
    "heads on end": (REPORT, Look(heads="on end")),
    "goals and statuses in boxes": (REPORT, Look(goals="box", rules="none")),
    "goals as rows of tables": (REPORT, Look(goals="rows")),
    "numbered goals on small pages": (REPORT, Look(goals="numbered", rules="none", paper="a5", on_side=True, size=7.0)),
    "every other row shaded": (TERTIAL, Look(rules="shade", numbers="right", repeat=False)),
    "a plan on end and shaded": (PLAN, Look(heads="on end", rules="shade")),
}


@pytest.mark.parametrize("look", LOOKS)
def test_a_report_of_another_hand_is_read_as_it_was_printed(tmp_path: Path, look: str) -> None:
    name, printed = LOOKS[look]
    facts = golden(name)
    path = tmp_path / "rapport.pdf"
    path.write_bytes(write(from_json(facts), printed))
    assert_read(read(path, load_catalogue(Settings().catalogue)), facts)
