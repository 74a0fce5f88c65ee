"""The tables follow the model, hold what was read, and refuse what is not whole."""

from dataclasses import fields

import pyarrow as pa
import pytest

from dashboard.errors import StoreError
from dashboard.model import Activity, Cells, Doubt, Feedback, Goal, Kind, Outcome, Place, Status, Text, TextOf
from dashboard.store import schema
from tests.builders import Build

RENAMED = {("outcomes", "unit"): "measure_unit", ("doubts", "kind"): "doubt_kind"}
MODELS = {
    "goals": Goal,
    "outcomes": Outcome,
    "activities": Activity,
    "feedback": Feedback,
    "texts": Text,
    "doubts": Doubt,
}


def whole() -> Build:
    build = Build().area("1.3").unit_goal("Barnen får lugn och ro", Status.DELVIS)
    build.row("Andel nöjda", "81,5 %", "85 %", women="83 %", men="80 %", status=Status.EJ)
    build.analysis(TextOf.OUTCOME, "Vi mäter på nytt i höst.").activity("Måla om").doubt("Två årsmål")
    return build.complaints("Beröm", "Bemötande", 2, None, 3)


def tables(*builds: Build) -> dict[str, pa.Table]:
    return schema.tables_of([build.report() for build in builds], imported="2026-11-01T08:00:00+00:00", sequence=1)


@pytest.mark.parametrize("table", MODELS)
def test_every_field_of_the_model_has_a_column(table: str) -> None:
    for item in fields(MODELS[table]):
        inner = {"place": ("place_", Place), "raw": ("raw_", Cells)}.get(item.name)
        names = [RENAMED.get((table, item.name), item.name)]
        if inner:
            names = [inner[0] + part.name for part in fields(inner[1])]
        assert set(names) <= set(schema.SCHEMAS[table].names)


@pytest.mark.parametrize("table", MODELS)
def test_rows_carry_their_documents_facts(table: str) -> None:
    build = whole()
    document = build.report().document
    for row in tables(build)[table].to_pylist():
        assert (row["document"], row["unit"], row["year"], row["kind"]) == (document.id, document.unit, 2025, "VB")


def test_values_come_through_as_they_were_read() -> None:
    row = tables(whole())["outcomes"].to_pylist()[0]
    assert (row["outcome"], row["women"], row["men"], row["target"], row["previous"]) == (81.5, 83, 80, 85, None)
    assert (row["raw_outcome"], row["raw_previous"], row["measure_unit"], row["status"]) == ("81,5 %", "", "%", "ej")


def test_an_empty_cell_is_not_a_zero() -> None:
    row = tables(whole())["feedback"].to_pylist()[0]
    assert (row["t1"], row["t2"], row["vb"]) == (2, None, 3)


def test_counts_stand_on_the_document() -> None:
    row = tables(whole())["documents"].to_pylist()[0]
    assert (row["goal_count"], row["outcome_count"], row["activity_count"]) == (3, 1, 1)
    assert (row["feedback_count"], row["text_count"], row["doubt_count"]) == (1, 1, 1)


def test_documents_are_laid_by_unit_year_and_period() -> None:
    builds = [Build(unit=unit, year=year, kind=kind) for unit in "ba" for year in (2025, 2024) for kind in Kind]
    told = schema.ordered(tables(*builds)["documents"]).select(["unit", "year", "kind"]).to_pylist()
    keys = [(row["unit"], row["year"], ["VP", "T1", "T2", "VB"].index(row["kind"])) for row in told]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(builds)


def test_rows_keep_their_reading_order() -> None:
    build = Build()
    for name in ("Öppet", "Avslutat", "Måluppfyllelse"):
        build.row(name, "1")
    assert schema.ordered(tables(build)["outcomes"])["name"].to_pylist() == ["Öppet", "Avslutat", "Måluppfyllelse"]


def test_whole_tables_pass() -> None:
    schema.check(tables(whole(), Build(year=2024)))
    schema.check(schema.empty())


def emptied(table: pa.Table, column: str) -> pa.Table:
    place = table.schema.get_field_index(column)
    return table.set_column(place, table.schema.field(place), pa.nulls(table.num_rows, table.schema.field(place).type))


def test_a_hole_is_refused() -> None:
    broken = tables(whole())
    broken["outcomes"] = emptied(broken["outcomes"], "indicator")
    with pytest.raises(StoreError, match=r"outcomes.*indicator"):
        schema.check(broken)


def test_a_row_without_its_document_is_refused() -> None:
    broken = tables(whole())
    broken["goals"] = tables(Build(year=2020).area("1.1"))["goals"]
    with pytest.raises(StoreError, match=r"goals.*document"):
        schema.check(broken)


def test_a_document_stands_once() -> None:
    broken = tables(whole(), whole())
    with pytest.raises(StoreError, match="documents"):
        schema.check(broken)


@pytest.mark.parametrize("column", ["unit", "target_text"])
def test_a_missing_column_is_refused_when_writing(column: str) -> None:
    broken = tables(whole())
    broken["outcomes"] = broken["outcomes"].drop_columns([column])
    with pytest.raises(StoreError, match=column):
        schema.check(broken)


def test_a_column_of_another_type_is_refused() -> None:
    found = schema.SCHEMAS["outcomes"]
    other = found.set(found.get_field_index("outcome"), pa.field("outcome", pa.string()))
    with pytest.raises(StoreError, match="outcome"):
        schema.lacking("outcomes", other)


def test_a_column_that_came_later_is_read_as_empty() -> None:
    table = tables(whole())["outcomes"]
    today = schema.conformed("outcomes", table.drop_columns(["kf_target_text"]))
    assert today.schema == schema.SCHEMAS["outcomes"]
    assert today["kf_target_text"].to_pylist() == [None]
