"""PDF tables with nothing between their rows: neither rules nor space, as Word and Excel print them."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importing import columns
from dashboard.importing.pdf_grid import Grid
from dashboard.importing.pdf_marks import Face, Line, Word
from dashboard.importing.pdf_stacks import Stacks
from dashboard.importing.pipeline import read
from dashboard.model import Report
from tests.benchmarks.scoring import score
from tests.documents.printed import catalogue
from tests.generator import GOLDEN, chance
from tests.generator.facts import from_json
from tests.generator.pdf import write
from tests.generator.pdf_look import Look

Json = dict[str, Any]
WORD = Look(rules="none", pad=5.4, air=0.0)
SHEET = Look(rules="none", pad=2.0, air=0.5, place="bottom", numbers="right", landscape=True)
LOOKS = {
    "Word, cells at the top": WORD,
    "Word, cells in the middle": replace(WORD, place="middle", lead_column=False),
    "Word, cells at the bottom": replace(WORD, place="bottom", analysis="colon"),
    "Word, rules down alone": replace(WORD, rules="uprights", place="middle", numbers="right"),
    "Word, narrow columns": replace(WORD, narrow=True, font="Times", turned=True),
    "Excel": SHEET,
    "little space, values in the middle": Look(rules="uprights", place="middle", small=7.0, pad=2.0, repeat=False),
    "headings known by their letters alone": replace(WORD, flat=True),
}


def facts_of(name: str) -> Json:
    facts: Json = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    return facts


def printed_and_read(facts: Json, look: Look, folder: Path) -> Report:
    path = folder / "rapport.pdf"
    path.write_bytes(write(from_json(facts), look))
    return read(path, catalogue())


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["t1-2025-ekonomiskt-bistand", "vp-2026-ekonomiskt-bistand"])
def test_rows_that_nothing_parts_are_read_as_printed(name: str, look: str, tmp_path: Path) -> None:
    facts = facts_of(name)
    found = score(facts, printed_and_read(facts, LOOKS[look], tmp_path), icons=True)
    assert found.told == []
    assert found.invented == 0


def test_a_header_without_space_between_its_cells_is_known(tmp_path: Path) -> None:
    facts = facts_of("vb-2025-medborgarservice")
    look = Look(font="Courier", rules="rows", numbers="right", small=7.5, pad=2.0, margin=45, landscape=True)
    report = printed_and_read(facts, look, tmp_path)
    assert len(report.feedback) == len(facts["feedback"])


def test_a_category_that_may_be_two_is_a_doubt(tmp_path: Path) -> None:
    facts = facts_of("vb-2025-ekonomiskt-bistand")
    report = printed_and_read(facts, replace(WORD, font="Vera", lead=1.1, numbers="right"), tmp_path)
    read_right = {row.category for row in report.feedback} >= {row["category"] for row in facts["feedback"]}
    assert read_right or any(doubt.kind == "oklar-rad" for doubt in report.doubts)


@settings(max_examples=8)
@given(seed=st.integers(0, 10_000), family=st.sampled_from([one for one in chance.FAMILIES if one != "word"]))
def test_any_look_of_any_program_is_read_or_doubted(
    seed: int, family: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    facts, look = chance.report(Random(seed), family)  # noqa: S311 - looks, no secrets
    found = score(facts, printed_and_read(facts, look, tmp_path_factory.mktemp("look")), icons=True)
    assert [told for told in found.told if not told.startswith("(doubted)")] == []


def _line(base: float, *words: tuple[str, float, float]) -> Line:
    return Line(
        1, [Word(text, x0, base - 6, x1, base + 2, base, Face(8.0)) for text, x0, x1 in words], base - 6, base + 2, base
    )


def _stacks(*lines: Line) -> Stacks:
    header = columns.of_cells(("Indikator", "Årsmål", "KF:s årsmål", "Period"))
    assert header
    return Stacks(Grid(header, (50.0, 200.0, 260.0, 320.0), 50.0, 400.0, False, 8.0), 1.2, [lines])


def _name(text: str, end: float) -> tuple[str, float, float]:
    return text, 50.0, end


TARGET, PERIOD = ("80", 200.0, 210.0), ("2025", 320.0, 340.0)


def test_a_line_that_fits_no_more_is_the_row_s_and_a_short_one_ends_it() -> None:
    lines = [
        _line(100.0, _name("Andel", 190.0), TARGET, PERIOD),
        _line(109.6, _name("nöjda", 80.0)),
        _line(119.2, _name("Antal", 75.0), TARGET, PERIOD),
    ]
    rows = _stacks(*lines).cuts(rest_first=False)[0]
    assert [row.lines for row in rows] == [lines[:2], lines[2:]]
    assert not any(row.unsure for row in rows)


def test_a_line_that_may_end_one_row_or_begin_the_next_is_doubted() -> None:
    lines = [
        _line(100.0, _name("Andel", 190.0), PERIOD),
        _line(109.6, _name("Norra", 190.0)),
        _line(119.2, _name("Antal", 190.0), PERIOD),
    ]
    rows = _stacks(*lines).cuts(rest_first=False)[0]
    assert len(rows) == 2
    assert all(row.unsure for row in rows)


def test_a_period_that_two_lines_print_is_one() -> None:
    lines = [
        _line(100.0, _name("Andel", 190.0), TARGET, ("VB", 320.0, 330.0)),
        _line(109.6, _name("nöjda", 80.0), PERIOD),
        _line(119.2, _name("Antal", 190.0), TARGET, ("VB", 320.0, 330.0)),
        _line(128.8, _name("besök", 80.0), PERIOD),
    ]
    rows = _stacks(*lines).cuts(rest_first=False)[0]
    assert [row.lines for row in rows] == [lines[:2], lines[2:]]
