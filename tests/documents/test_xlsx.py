"""Workbooks: the template filled in is read as it was filled in, and a plain sheet needs no more than its headings."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dashboard.catalogue import load as load_catalogue
from dashboard.errors import UnreadableDocument
from dashboard.importing import xlsx, xlsx_template
from dashboard.importing.contract import as_json
from dashboard.importing.document import Table
from dashboard.importing.pipeline import read
from dashboard.model import Place, Report
from dashboard.settings import Settings
from tests.documents.printed import catalogue
from tests.documents.test_samples import NAMES, TABLES, golden, rows
from tests.documents.word import with_part
from tests.generator import GOLDEN, load
from tests.generator.xlsx import write

HEADER = ("Indikator", "Periodens utfall", "Utfall VB 2024", "Årsmål", "Period")


def plain(*lines: Sequence[Any], formats: dict[str, str] | None = None) -> bytes:
    """A workbook with one sheet of these lines."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(list(line))
    for cell, form in (formats or {}).items():
        sheet[cell].number_format = form
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def report(content: bytes, folder: Path, name: str = "vb-2025-enheten-for-lek.xlsx") -> Report:
    path = folder / name
    path.write_bytes(content)
    return read(path, catalogue())


def cells(content: bytes) -> list[tuple[str, ...]]:
    return [row.cells for block in xlsx.read(content).body if isinstance(block, Table) for row in block.rows]


@pytest.mark.parametrize("name", NAMES)
def test_a_filled_template_gives_the_facts_it_was_filled_with(name: str, tmp_path: Path) -> None:
    expected = golden(name)
    document = expected["document"]
    path = tmp_path / "ifylld.xlsx"
    path.write_bytes(write(load(GOLDEN / f"{name}.json"), document["kind"], document["year"]))
    found = as_json(read(path, load_catalogue(Settings().catalogue), board="Lekdalens stadsdelsnämnd"))
    for kind, fields in TABLES.items():
        assert rows(found, kind, fields) == rows(expected, kind, fields), kind
    assert {field: found["document"][field] for field in ("kind", "year", "unit", "date")} == {
        field: document[field] for field in ("kind", "year", "unit", "date")
    }


def test_the_empty_template_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="inte ut som en rapport"):
        report(xlsx_template.write(), tmp_path)


def test_the_template_keeps_its_headings_in_view_and_says_how_it_is_filled_in() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_template.write()))
    assert book.sheetnames[0] == "Läs mig"
    assert {
        name: book[name].freeze_panes for name in ("Mål", "Indikatorer", "Aktiviteter", "Synpunkter")
    } == dict.fromkeys(("Mål", "Indikatorer", "Aktiviteter", "Synpunkter"), "A2")


def test_a_plain_sheet_is_read_with_the_place_of_each_value(tmp_path: Path) -> None:
    found = report(
        plain(("Lekplatsen 2025",), (), HEADER, ("Andel nöjda besökare", "92 %", "89 %", "90 %", "VB 2025")), tmp_path
    )
    outcome = found.outcomes[0]
    assert (outcome.indicator, outcome.outcome, outcome.previous, outcome.target) == ("nojda", 92, 89, 90)
    assert (outcome.unit, outcome.previous_period) == ("%", "VB 2024")
    assert outcome.place == Place(sheet="Sheet", cell="A4")
    assert [found.document.kind.value, found.document.year] == ["VB", 2025]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (0.05, "0%", "5 %"), (0.05, "0.0%", "5,0 %"), (0.1234, "0.00%", "12,34 %"), (1107, "#,##0", "1107"),
        (-16.3, "General", "-16,3"), (3, "General", "3"), (3.0, "0.0", "3,0"), (True, "General", "Ja"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_its_cell_shows_it(value: float, form: str, shown: str) -> None:
    found = cells(plain(HEADER, ("Andel", value, "", "", "VB 2025"), formats={"B2": form}))
    assert found[0][1] == shown


def test_a_formula_that_was_never_computed_is_doubted_and_no_value(tmp_path: Path) -> None:
    found = report(plain(HEADER, ("Andel nöjda besökare", "=0.5+0.4", "", "90 %", "VB 2025")), tmp_path)
    assert found.outcomes[0].outcome is None
    assert any("=0.5+0.4" in doubt.text for doubt in found.doubts)


def test_a_row_that_names_an_unknown_goal_is_doubted(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_template.write()))
    book["Mål"].append([1, "Enhetsmål", None, "Gungorna gungar", "Uppfylls helt"])
    book["Indikatorer"].append([7, "Andel nöjda besökare", "92 %"])
    found = report(saved(book), tmp_path)
    assert found.outcomes[0].goal is None
    assert any("Mål nr 7" in doubt.text for doubt in found.doubts)


def test_rows_may_name_their_goal_in_full(tmp_path: Path) -> None:
    header = ("Mål", *HEADER, "Status")
    values = ("Enhetsmål: Gungorna gungar", "Andel nöjda besökare", "92 %", "", "90 %", "VB 2025", "Uppfylls delvis")
    found = report(plain(header, values), tmp_path)
    assert [(goal.level.value, goal.title) for goal in found.goals] == [("enhetsmål", "Gungorna gungar")]
    assert (found.outcomes[0].goal, str(found.outcomes[0].status)) == (0, "delvis")


def test_too_many_rows_are_no_report() -> None:
    far = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + far
    with pytest.raises(UnreadableDocument, match="rader i ett blad"):
        xlsx.read(with_part(plain(HEADER), "xl/worksheets/sheet1.xml", sheet + b"</sheetData></worksheet>"))


def test_a_workbook_without_a_reports_headings_is_no_report() -> None:
    with pytest.raises(UnreadableDocument, match="inget blad"):
        xlsx.read(plain(("Namn", "Poäng", "Lag"), ("A", 1, "B")))


def test_the_sizes_of_groups_are_read_but_are_no_cells_of_the_row(tmp_path: Path) -> None:
    header = ("Indikator", "Periodens utfall", "Antal svarande", "Antal män/pojkar", "Antal kvinnor/flickor", "Årsmål")
    found = report(
        plain(
            ("Verksamhetsberättelse 2025 för Enheten för lek",),
            header,
            ("Andel som trivs", "92 %", "41", "4", "37", "90 %"),
            ("Andel som mår bra", "80 %", "", "få", "", "90 %"),
        ),
        tmp_path,
    )
    first, second = found.outcomes
    assert (first.size, first.men_size, first.women_size) == (41, 4, 37)
    assert (first.outcome, first.target) == (92, 90)
    assert (second.size, second.men_size, second.women_size) == (None, None, None)
    assert "få" in [doubt.text for doubt in found.doubts], "a size that can't be read is told"
    assert "37" not in repr(first.raw)


def test_the_template_has_a_column_for_each_size(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_template.write()))
    heads = {str(cell.value) for row in book["Indikatorer"].iter_rows() for cell in row}
    assert heads >= {"Antal svarande", "Antal män/pojkar", "Antal kvinnor/flickor"}
