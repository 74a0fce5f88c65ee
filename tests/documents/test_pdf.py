"""PDF reports that the generator prints from the samples' facts: in every look they are read as they were printed."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.catalogue import load as load_catalogue
from dashboard.importing.contract import as_json
from dashboard.importing.pipeline import read
from dashboard.model import Report
from dashboard.settings import Settings
from dashboard.swedish import fold
from tests.generator import GOLDEN
from tests.generator.facts import from_json
from tests.generator.pdf import write
from tests.generator.pdf_look import FONTS, ICONS, RULES, Look

Json = dict[str, Any]
Reading = Callable[[Mapping[str, Any], Look], Report]
TABLES = {
    "goals": ("level", "code", "title", "status", "parent"),
    "indicators": (
        "goal", "name", "outcome", "men", "women", "previous", "target", "kf_target", "unit", "target_text",
        "kf_target_text", "period", "previous_period", "periodicity", "status", "status_text", "has_analysis",
    ),
    "activities": ("goal", "title", "start", "end", "deviation", "check_mark", "has_analysis"),
    "feedback": ("group", "category", "t1", "t2", "vb", "total", "has_comment"),
}  # fmt: skip
WORDS = {"title", "name", "deviation", "group", "category", "target_text", "kf_target_text", "period"}
REPORT, PLAN, TERTIAL = "vb-2025-medborgarservice", "vp-2026-ekonomiskt-bistand", "t2-2025-ekonomiskt-bistand"
LOOKS = {
    "lines around every cell": Look(),
    "no rules": Look(rules="none"),
    "rules across alone": Look(rules="rows", drawn="areas"),
    "rules down alone": Look(rules="uprights"),
    "rules below the header alone": Look(rules="header", shaded_header=False),
    "every other row shaded": Look(rules="shade", numbers="right"),
    "all rules in one path": Look(drawn="path", place="middle"),
    "narrow columns that break words": Look(narrow=True, font="Times"),
    "an embedded font": Look(font="Vera", small=7.0),
    "letters of one width": Look(font="Courier", small=7.0),
    "circles alone": Look(icons="circles"),
    "icons as JPEG": Look(icons="jpeg", bare=True),
    "icons as PNG within the name's cell": Look(icons="png", lead_column=False),
    "coloured characters": Look(icons="character", lead_column=False),
    "black signs": Look(icons="sign"),
    "small pages, headers printed again": Look(depth=480, split=True),
    "small pages, no header again": Look(depth=480, repeat=False),
    "columns in another order": Look(turned=True),
    "analyses in boxes of their own": Look(analysis="box"),
    "analyses behind a colon": Look(analysis="colon", rules="none"),
    "pages on their side": Look(landscape=True, rotated=True),
    "no contents page": Look(contents="none", furniture="none"),
    "contents without leaders": Look(contents="plain", furniture="both", headings="large"),
}
STATUSES = ("helt", "delvis", "ej", None)


def golden(name: str) -> Json:
    """A sample's facts, its indicators with icons of every status."""
    facts: Json = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    for number, row in enumerate(facts["indicators"]):
        row["status"] = STATUSES[number % len(STATUSES)]
    return facts


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    catalogue, folder = load_catalogue(Settings().catalogue), tmp_path_factory.mktemp("pdf")

    def printed_and_read(facts: Mapping[str, Any], look: Look) -> Report:
        path = folder / "rapport.pdf"
        path.write_bytes(write(from_json(facts), look))
        return read(path, catalogue)

    return printed_and_read


def rows(found: Mapping[str, Any], kind: str) -> list[Json]:
    """Rows cut to the compared facts; words without case, blanks and signs, as the contract's score does."""
    return [
        {field: fold(row[field] or "") if field in WORDS else row[field] for field in TABLES[kind]}
        for row in found[kind]
    ]


def assert_read(report: Report, facts: Mapping[str, Any]) -> None:
    found = as_json(report)
    for kind in TABLES:
        assert rows(found, kind) == rows(facts, kind)


@pytest.mark.parametrize("look", LOOKS)
def test_a_report_is_read_as_it_was_printed(reading: Reading, look: str) -> None:
    facts = golden((REPORT, PLAN, TERTIAL)[list(LOOKS).index(look) % 3])
    assert_read(reading(facts, LOOKS[look]), facts)


@pytest.mark.parametrize("rules", RULES)
def test_feedback_is_read_with_any_rules(reading: Reading, rules: Any) -> None:
    facts = golden(REPORT)
    assert_read(reading(facts, Look(rules=rules, contents="plain")), facts)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_look_with_a_grid_is_read(reading: Reading, data: st.DataObject) -> None:
    look = Look(
        font=data.draw(st.sampled_from(FONTS)),
        icons=data.draw(st.sampled_from(ICONS)),
        numbers=data.draw(st.sampled_from(("left", "right", "centre"))),
        place=data.draw(st.sampled_from(("top", "middle", "bottom"))),
        small=data.draw(st.sampled_from((7.0, 8.0, 9.0))),
        pad=data.draw(st.sampled_from((2.0, 3.0, 5.0))),
        turned=data.draw(st.booleans()),
        repeat=data.draw(st.booleans()),
        lead_column=data.draw(st.booleans()),
    )
    facts = golden(data.draw(st.sampled_from((REPORT, PLAN))))
    assert_read(reading(facts, look), facts)


def test_every_row_and_cell_has_its_page_and_box(reading: Reading) -> None:
    report = reading(golden(REPORT), Look())
    places = [row.place for row in report.outcomes]
    places += [row.place for row in report.activities]
    places += [row.place for row in report.feedback]
    places += [goal.place for goal in report.goals]
    for place in places:
        assert place.page is not None
        assert place.page >= 3
        assert place.box is not None
        left, top, right, bottom = place.box
        assert 0 <= left < right <= 595
        assert 0 <= top < bottom <= 842


def test_the_councils_mark_is_kept(reading: Reading) -> None:
    facts = golden(REPORT)
    marked = [bool(row.get("print", {}).get("council")) for row in facts["indicators"]]
    for icons in ("vector", "jpeg", "png"):
        report = reading(facts, replace(Look(), icons=icons))
        assert [row.kf_mark for row in report.outcomes] == marked


def test_prose_that_speaks_of_indicators_is_prose(reading: Reading) -> None:
    facts = golden(REPORT)
    words = (
        "Rubrikerna Indikator, Årsmål och Period står i mallen. Enhetsmål: gås igenom 2025-01-01, 45 % Uppfylls delvis."
    )
    facts["prose"]["opening"][0]["paragraphs"] += [
        words,
        "Uppfylls delvis säger en av tre, 12 %.",
        "Indikatorn uppfylls.",
    ]
    assert_read(reading(facts, Look()), facts)


def test_a_table_of_money_is_no_indicator_table(reading: Reading, tmp_path: Path) -> None:
    facts = golden(REPORT)
    facts["prose"]["closing"].append(
        {
            "heading": "Budget",
            "paragraphs": ["Konto Budget Utfall Avvikelse", "Personal 12,4 12,1 0,3", "Indikator 1 2 3"],
        }
    )
    assert_read(reading(facts, Look(rules="none")), facts)
