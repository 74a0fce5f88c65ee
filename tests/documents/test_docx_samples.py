"""Word reports made from the samples' facts in every look are read to the facts they were made from."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.catalogue import load as load_catalogue
from dashboard.importing.contract import as_json
from dashboard.importing.pipeline import read
from dashboard.settings import Settings
from tests.documents.test_samples import NAMES, TABLES, golden, rows
from tests.generator import GOLDEN, load
from tests.generator.docx import Look, write

# Each value of each choice stands in one of these at least; hypothesis mixes them.
LOOKS = {
    "word": Look(),
    "shapes": Look("bold", "shape", "rows", "table", "field", told=True, turned=True, ruled=False),
    "circles": Look("swedish", "anchored", "colon", "row", "control", circles=True, lead=False, soft=True),
    "signs": Look("styles", "character", "name", "headless", "none", circles=True, bare=True, tracked=True),
    "symbols": Look(
        "bold", "symbol", "merged", "headless", "tabs", merged=False, stacked=True, sized=True, font="Arial"
    ),
    "old shapes": Look("swedish", "vml", "rows", "row", "field", told=True, bare=True, soft=True, font="Georgia"),
}
CATALOGUE = load_catalogue(Settings().catalogue)


def looks() -> st.SearchStrategy[Look]:
    """Any mixture of what a look can choose."""
    fields = {
        name: st.sampled_from(get_args(choices)) if get_args(choices) else st.booleans()
        for name, choices in get_type_hints(Look).items()
    }
    return st.builds(Look, **fields)


def check(name: str, look: Look, folder: Path) -> None:
    """Holds every fact and every kind of doubt against the golden result."""
    path, expected = folder / f"{name}.docx", golden(name)
    path.write_bytes(write(load(GOLDEN / f"{name}.json"), look))
    found = as_json(read(path, CATALOGUE))
    for kind, fields in TABLES.items():
        assert rows(found, kind, fields) == rows(expected, kind, fields), kind
    for field in ("kind", "year", "date"):
        assert found["document"][field] == expected["document"][field]
    assert Counter(doubt["kind"] for doubt in found["doubts"]) == Counter(doubt["kind"] for doubt in expected["doubts"])


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_report_is_read_in_every_look(look: Look, tmp_path: Path) -> None:
    check("vb-2025-medborgarservice", look, tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_is_read_as_a_word_report(name: str, tmp_path: Path) -> None:
    check(name, replace(LOOKS["circles"], bare=True), tmp_path)


@settings(max_examples=8)
@given(look=looks(), name=st.sampled_from(NAMES))
def test_any_mixture_of_looks_is_read(look: Look, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    check(name, look, tmp_path_factory.mktemp("mixture"))


def test_icons_of_the_councils_indicators_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "vb-2025-medborgarservice.docx"
    facts = load(GOLDEN / "vb-2025-medborgarservice.json")
    path.write_bytes(write(facts, LOOKS["word"]))
    marked = [outcome.kf_mark for outcome in read(path, CATALOGUE).outcomes]
    assert marked == [row.council for goal in facts.goals for row in goal.indicators]
