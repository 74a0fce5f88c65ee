"""Word tables of other hands: columns of status, analysis and unit, headers of two rows, years for outcomes."""

from pathlib import Path

import pytest

from dashboard.importing import pipeline
from dashboard.importing.contract import as_json
from dashboard.model import Report
from tests.documents.printed import catalogue
from tests.documents.word import Add, paragraph, saved, table, xml


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


@pytest.mark.parametrize(
    ("colour", "status", "doubts"),
    [("92D050", "helt", []), ("FFC000", "delvis", []), ("FF0000", "ej", []), ("F4801A", None, ["okänd-ikon"])],
)
@pytest.mark.parametrize("behind", ["cell", "blank"])
def test_a_status_may_be_shown_by_shading_alone(
    tmp_path: Path, behind: str, colour: str, status: str | None, doubts: list[str]
) -> None:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
    blank = f'<w:r><w:rPr>{shade}</w:rPr><w:t xml:space="preserve">   </w:t></w:r>'
    first = (f"<w:tcPr>{shade}</w:tcPr>", "") if behind == "cell" else ("", blank)
    cells = [("", _run(head)) for head in ("Status", "Indikator", "Utfall", "Årsmål")]
    rows = (cells, [first, *(("", _run(text)) for text in ("Antal gungor", "4", "5"))])
    found = report(tmp_path, xml("<w:tbl>" + "".join(f"<w:tr>{_cells(row)}</w:tr>" for row in rows) + "</w:tbl>"))
    assert [(one.name, one.outcome, one.status) for one in found.outcomes] == [("Antal gungor", 4, status)]
    assert [doubt.kind for doubt in found.doubts if "ikon" in doubt.kind] == doubts


def test_words_that_were_marked_by_hand_show_no_status(tmp_path: Path) -> None:
    mark = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'
    name = f'<w:r>{mark}<w:t>Antal gungor</w:t></w:r><w:r>{mark}<w:t xml:space="preserve"> </w:t></w:r>'
    heads = [("", _run(head)) for head in ("Indikator", "Utfall", "Årsmål")]
    rows = (heads, [("", name), ("", _run("4")), ("", _run("5"))])
    found = report(tmp_path, xml("<w:tbl>" + "".join(f"<w:tr>{_cells(row)}</w:tr>" for row in rows) + "</w:tbl>"))
    assert [(one.name, one.status) for one in found.outcomes] == [("Antal gungor", None)]


@pytest.mark.parametrize(
    ("title", "read"), [("Leken är nära", "Leken är nära"), ("Varje barn har 30 m", "Varje barn har 30 m2")]
)
def test_the_number_of_a_footnote_is_no_part_of_a_heading(tmp_path: Path, title: str, read: str) -> None:
    digit = "1" if title == read else "2"
    raised = f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{digit}</w:t></w:r>'
    style = '<w:pPr><w:pStyle w:val="Heading4"/></w:pPr>'
    found = report(tmp_path, xml(f"<w:p>{style}{_run(f'Nämndmål: {title}')}{raised}</w:p>"))
    assert [goal.title for goal in found.goals][1:] == [read]


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _cells(cells: list[tuple[str, str]]) -> str:
    return "".join(f"<w:tc>{form}<w:p>{runs}</w:p></w:tc>" for form, runs in cells)
