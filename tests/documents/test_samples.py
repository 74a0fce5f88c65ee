"""The committed samples are what the generator prints, and reading each gives the facts it was printed from."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.catalogue import load as load_catalogue
from dashboard.importing.contract import as_json
from dashboard.importing.pipeline import read
from dashboard.model import Report
from dashboard.settings import Settings
from dashboard.swedish import fold
from tests.generator import GOLDEN, SAMPLES, Facts, Layout, load, printed, samples, without_page_ends

NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))
Json = dict[str, Any]
GOAL = ("level", "code", "title", "status", "parent")
INDICATOR = (
    "goal", "name", "name_raw", "outcome", "men", "women", "previous", "target", "kf_target", "unit", "target_text",
    "kf_target_text", "period", "previous_period", "periodicity", "status", "status_text", "has_analysis",
)  # fmt: skip
ACTIVITY = ("goal", "title", "start", "end", "deviation", "check_mark", "has_analysis")
FEEDBACK = ("group", "category", "t1", "t2", "vb", "total", "has_comment")
WORDS = {"title", "name", "name_raw", "deviation", "group", "category", "target_text", "kf_target_text"}


TABLES = {"goals": GOAL, "indicators": INDICATOR, "activities": ACTIVITY, "feedback": FEEDBACK}


@pytest.fixture(scope="module")
def reading() -> Callable[[str], tuple[Report, Json]]:
    catalogue = load_catalogue(Settings().catalogue)
    found: dict[str, tuple[Report, Json]] = {}

    def once(name: str) -> tuple[Report, Json]:
        if name not in found:
            report = read(SAMPLES / f"{name}.txt", catalogue, sample=True)
            found[name] = (report, as_json(report))
        return found[name]

    return once


def golden(name: str) -> Json:
    facts: Json = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    return facts


def rows(found: Json, kind: str, fields: tuple[str, ...]) -> list[Json]:
    """Rows cut to the compared fields; words without case, blanks and signs, as the contract's score does."""
    return [
        {field: fold(row[field] or "") if field in WORDS else row[field] for field in fields} for row in found[kind]
    ]


def test_the_committed_samples_are_what_the_generator_prints() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in SAMPLES.glob("*.txt")}
    assert sorted(written) == sorted(samples())
    differing = [name for name, text in samples().items() if written[name] != text]
    assert not differing, "python -m tests.generator skriver dem på nytt"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("kind", "fields"), TABLES.items(), ids=TABLES)
def test_a_sample_is_read_as_it_was_printed(
    reading: Callable[[str], tuple[Report, Json]], name: str, kind: str, fields: tuple[str, ...]
) -> None:
    assert rows(reading(name)[1], kind, fields) == rows(golden(name), kind, fields)


@pytest.mark.parametrize("name", NAMES)
def test_a_samples_cells_are_kept_as_printed(reading: Callable[[str], tuple[Report, Json]], name: str) -> None:
    found, expected = reading(name)[1]["indicators"], golden(name)["indicators"]
    for row, label in zip(found, expected, strict=True):
        cells = {field: fold(cell) for field, cell in label["raw"].items()}
        assert {field: fold(row["raw"][field]) for field in cells} == cells
        assert row.get("forecast") == label.get("forecast")


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_knows_what_it_is(reading: Callable[[str], tuple[Report, Json]], name: str) -> None:
    report, expected = reading(name)[0], golden(name)["document"]
    document = report.document
    assert (document.kind.value, document.year, document.date) == (expected["kind"], expected["year"], expected["date"])
    assert document.sample
    assert document.unit == Path(name).stem.split("-", 2)[2]
    assert document.board == "Hägersten-Älvsjö stadsdelsnämnd"
    assert document.board_source == ("rapport" if expected["board"] else "katalog")


@pytest.mark.parametrize("name", NAMES)
def test_only_what_was_planted_is_doubted(reading: Callable[[str], tuple[Report, Json]], name: str) -> None:
    doubts, planted = reading(name)[1]["doubts"], golden(name)["doubts"]
    assert Counter(doubt["kind"] for doubt in doubts) == Counter(doubt["kind"] for doubt in planted)


def reprinted(facts: Facts) -> list[Facts]:
    """The same facts on one endless page, and in the other layouts; only plans are known in double spacing."""
    layouts = [Layout.TABS, Layout.LAID_OUT, Layout.ALIGNED]
    if not facts.feedback and all(goal.status is None for goal in facts.goals):
        layouts.append(Layout.DOUBLE_SPACED)
    others = [replace(facts, layout=layout) for layout in layouts if layout is not facts.layout]
    return [without_page_ends(facts), *others]


@pytest.mark.parametrize("name", NAMES)
def test_the_facts_survive_another_layout_and_other_pages(name: str, tmp_path: Path) -> None:
    catalogue, expected = load_catalogue(Settings().catalogue), golden(name)
    for facts in reprinted(load(GOLDEN / f"{name}.json")):
        path = tmp_path / f"{name}.txt"
        path.write_text(printed(facts), encoding="utf-8")
        found = as_json(read(path, catalogue))
        for kind, fields in TABLES.items():
            assert rows(found, kind, fields) == rows(expected, kind, fields), (facts.layout, kind)
