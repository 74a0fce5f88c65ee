"""Word tables of other hands: columns of status, analysis and unit, headers of two rows, years for outcomes."""

from pathlib import Path

import pytest

from dashboard.importing import pipeline
from dashboard.importing.contract import as_json
from dashboard.model import Report
from tests.documents.printed import catalogue
from tests.documents.word import Add, paragraph, saved, table


def report(folder: Path, *parts: Add) -> Report:
    path = folder / "rapport.docx"
    path.write_bytes(saved(*parts))
    return pipeline.read(path, catalogue())


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Uppfylls helt", "helt"), ("Delvis uppfyllt", "delvis"), ("Ej uppnått", "ej"), ("Målet nås inte", "ej"),
        ("\N{LARGE GREEN CIRCLE} Helt", "helt"), ("\N{LARGE RED CIRCLE}", "ej"), ("Inga data", None), ("", None),
    ],
)  # fmt: skip
def test_a_status_column_tells_in_words_or_by_sign(tmp_path: Path, words: str, status: str | None) -> None:
    head = ("Status", "Indikator", "Periodens utfall", "Årsmål", "Period")
    found = report(tmp_path, table(head, (words, "Antal gungor", "4", "5", "VB 2025")))
    assert [(one.name, one.outcome, one.status) for one in found.outcomes] == [("Antal gungor", 4, status)]
    assert "otydlig-status" not in [doubt.kind for doubt in found.doubts]


def test_a_status_in_unknown_words_is_a_doubt(tmp_path: Path) -> None:
    head = ("Indikator", "Periodens utfall", "Årsmål", "Status")
    found = report(tmp_path, table(head, ("Antal gungor", "4", "5", "På gång")))
    assert [one.status for one in found.outcomes] == [None]
    assert "otydlig-status" in [doubt.kind for doubt in found.doubts]


def test_an_analysis_stands_in_a_column_or_below_the_table(tmp_path: Path) -> None:
    head = ("Indikator", "Utfall", "Årsmål", "Kommentar")
    rows = table(head, ("Antal gungor", "4", "5", "Årsmålet uppnås inte."), ("Antal sandlådor", "2", "2", ""))
    found = report(tmp_path, rows, paragraph("Antal sandlådor"), paragraph("Indikatorn uppfylls helt."))
    told = [(one.name, one.status_text, one.has_analysis) for one in found.outcomes]
    assert told == [("Antal gungor", "ej", True), ("Antal sandlådor", "helt", True)]


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (("Indikator", "Utfall 2025", "Utfall 2024", "Mål 2025"), (1, 2, 3, None, None)),
        (("Indikator", "Utfall 2023", "Utfall 2025", "Mål 2025"), (2, 1, 3, None, None)),
        (("Indikator", "Utfall 2025", "Män", "Mål 2025"), (1, None, 3, 2, None)),
        (("Indikator", "Utfall VB 2024", "Årsmål 2025", "KF:s årsmål 2025"), (None, 1, 2, None, 3)),
        (("Indikator", "Resultat", "Föregående år", "Målvärde"), (1, 2, 3, None, None)),
    ],
)
def test_a_column_is_known_by_its_year_and_by_other_words(
    tmp_path: Path, head: tuple[str, ...], facts: tuple[int | None, ...]
) -> None:
    [row] = report(tmp_path, table(head, ("Antal gungor", "1", "2", "3"))).outcomes
    assert (row.outcome, row.previous, row.target, row.men, row.kf_target) == facts


def test_a_unit_of_its_own_and_a_column_that_is_not_known(tmp_path: Path) -> None:
    head = ("Indikator", "Enhet", "Utfall", "Årsmål", "Trend")
    found = report(tmp_path, table(head, ("Andel som gungar", "%", "92", "90", "upp")))
    assert [(one.outcome, one.unit) for one in found.outcomes] == [(92, "%")]
    assert [doubt.text for doubt in found.doubts if doubt.kind == "okänd-kolumn"] == ["Trend"]


def test_one_sex_in_a_row_of_its_own_belongs_to_the_row_above(tmp_path: Path) -> None:
    head = ("Indikator", "", "Utfall 2025", "Mål 2025")
    rows = (("Antal gungor", "Totalt", "4", "5"), ("", "Kvinnor", "3", ""), ("", "Män", "1", ""))
    found = as_json(report(tmp_path, table(head, *rows)))
    told = [(one["name"], one["outcome"], one["women"], one["men"]) for one in found["indicators"]]
    assert told == [("Antal gungor", 4, 3, 1)]


def test_an_indicator_that_ends_with_a_sex_is_its_own(tmp_path: Path) -> None:
    rows = (("Besök Totalt", "4", "5"), ("Besök Kvinnor", "3", "2"), ("Andel nöjda män", "1", "1"))
    found = report(tmp_path, table(("Indikator", "Utfall", "Årsmål"), *rows))
    assert [(one.name, one.outcome) for one in found.outcomes] == [
        ("Besök Totalt", 4), ("Besök Kvinnor", 3), ("Andel nöjda män", 1),
    ]  # fmt: skip
