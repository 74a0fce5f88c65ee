"""What Word files hold beside plain paragraphs and tables: each thing in a small file of its own."""

import io

import docx as python_docx

from dashboard.importing import docx
from dashboard.importing.document import Heading, Paragraph, Table
from dashboard.model import Status
from tests.documents.word import INDICATORS, ROW, paragraph, read, table, tables, xml

CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
ICON = "\N{BLACK CIRCLE}"


def texts(*parts: object) -> list[str]:
    """The headings and paragraphs of the body after the goal's status."""
    document = read(*parts)  # type: ignore[arg-type]
    return [block.text for block in document.body if not isinstance(block, Table)][2:]


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(cell if cell.startswith("<") else CELL.format(cell) for cell in cells) + "</w:tr>"


def words(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_insertions_are_kept_and_deletions_are_gone() -> None:
    deleted = "<w:del><w:r><w:delText>8 </w:delText></w:r></w:del>"
    inserted = f"<w:ins>{run('9 ')}</w:ins>"
    assert texts(xml(words(run("Vi hade ") + deleted + inserted + run("gungor.")))) == ["Vi hade 9 gungor."]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert texts(xml(f"<w:p>{mark}{run('Gungan är ')}</w:p>", words(run("röd.")))) == ["Gungan är röd."]


def test_hidden_words_comments_and_field_codes_are_not_read() -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = field.format("begin") + "<w:r><w:instrText> DATE </w:instrText></w:r>" + field.format("separate")
    inner = run("Klar ") + run("hemligt ", "<w:vanish/>") + code + run("2025-05-01") + field.format("end")
    assert texts(xml(words(inner))) == ["Klar 2025-05-01"]


def test_soft_hyphens_vanish_and_hard_ones_stay() -> None:
    inner = (
        "<w:r><w:t>gung</w:t><w:softHyphen/><w:t>ställ\u00adning och lek</w:t><w:noBreakHyphen/><w:t>plats</w:t></w:r>"
    )
    assert texts(xml(words(inner))) == ["gungställning och lek-plats"]


def test_a_goal_with_its_status_after_a_soft_break_is_a_goal_with_a_status() -> None:
    lines = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in ("Enhetsmål: Sanden är", "ren", "Uppfylls ej"))
    assert texts(xml(words(f"<w:r><w:rPr><w:b/></w:rPr>{lines}</w:r>"))) == ["Enhetsmål: Sanden är ren", "Uppfylls ej"]


def test_a_plain_line_that_looks_like_a_goal_is_prose_where_goals_are_headings() -> None:
    document = read(paragraph("Enhetsmål: så kallas målen i förslaget."))
    assert [type(block) for block in document.body] == [Heading, Paragraph, Paragraph]


def test_words_in_a_text_box_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>I en ruta</w:t></w:r></w:p></w:txbxContent>"
    drawn = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(xml(words(f"{run('Före.')}<w:r>{drawn}</w:r>"))) == ["Före.", "I en ruta"]


def test_a_header_of_two_rows_is_one_header() -> None:
    over = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    top = row("Indikator", over.format(2, "Utfall"), "Årsmål", "Period")
    below = row("", "män/pojkar", "kvinnor/flickor", "", "")
    found = tables(read(xml(f"<w:tbl>{top}{below}{row('Andel', '1 %', '2 %', '3 %', 'VB 2025')}</w:tbl>")))[0]
    assert found.header == ("Indikator", "Utfall män/pojkar", "Utfall kvinnor/flickor", "Årsmål", "Period")
    assert [line.cells for line in found.rows] == [("Andel", "1 %", "2 %", "3 %", "VB 2025")]


def test_a_cell_merged_over_rows_stands_on_the_first() -> None:
    merged = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    header = row("Uppdelning", "Kategori", "Utfall T1", "Totalt")
    first = row(merged.format(' w:val="restart"', "Beröm"), "Bemötande", "1", "1")
    second = row(merged.format("", "Beröm"), "Annat", "2", "2")
    found = tables(read(xml(f"<w:tbl>{header}{first}{second}</w:tbl>")))[0]
    assert [line.cells[0] for line in found.rows] == ["Beröm", ""]


def test_rows_that_a_tracked_change_deleted_are_gone() -> None:
    gone = row("Borttagen", "1 %", "2 %", "VB 2025").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    header = row("Indikator", "Utfall", "Årsmål", "Period")
    found = tables(read(xml(f"<w:tbl>{header}{gone}{row('Kvar', '1 %', '2 %', 'VB 2025')}</w:tbl>")))[0]
    assert [line.cells[0] for line in found.rows] == ["Kvar"]


def test_a_table_without_header_goes_on_with_the_one_before_only_where_its_values_fit() -> None:
    more = ("", "Andel som klättrar", "5 %", "6 %", "VB 2025")
    money = ("", "Löner", "5,1", "6,2", "0,3")
    found = tables(read(table(INDICATORS, ROW), paragraph(""), table(more, more), paragraph(""), table(money, money)))
    assert [one.header == INDICATORS for one in found] == [True, True, False]


def test_tables_inside_a_layout_table_are_read() -> None:
    inner = f"<w:tbl>{row('Indikator', 'Utfall', 'Period')}{row('Andel', '1 %', 'VB 2025')}</w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Analys</w:t></w:r></w:p>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    document = read(xml(outer))
    assert [one.header for one in tables(document)] == [("Indikator", "Utfall", "Period")]
    assert [block.text for block in document.body if isinstance(block, Heading)][-1] == "Analys"


def test_an_analysis_over_the_whole_table_is_a_row_per_paragraph() -> None:
    merged = (
        '<w:tc><w:tcPr><w:gridSpan w:val="4"/></w:tcPr>'
        + words(run("Analys"))
        + words(run("Det gick bra."))
        + "</w:tc>"
    )
    header, values = row("Indikator", "Utfall", "Årsmål", "Period"), row("Andel", "1 %", "2 %", "VB 2025")
    found = tables(read(xml(f"<w:tbl>{header}{values}<w:tr>{merged}</w:tr></w:tbl>")))[0]
    assert [line.cells[0] for line in found.rows] == ["Andel", "Analys", "Det gick bra."]


def test_a_sign_in_colour_is_an_icon_and_one_in_black_is_a_sign() -> None:
    coloured = words(run(ICON, '<w:color w:val="C8102E"/>') + run(" Uppfylls ej"))
    black = words(run(ICON) + run(" Uppfylls helt"))
    paragraphs = [block for block in read(xml(coloured, black)).body if isinstance(block, Paragraph)][1:]
    assert [(one.text, [icon.status for icon in one.icons]) for one in paragraphs] == [
        ("Uppfylls ej", [Status.EJ]), (f"{ICON} Uppfylls helt", []),
    ]  # fmt: skip


def test_a_coloured_dash_among_words_stays_a_dash() -> None:
    grey = '<w:color w:val="808080"/>'
    assert texts(
        xml(words(run("Åren 2024 ", grey) + run("–", grey.replace("808080", "000000")) + run(" 2025", grey)))
    ) == ["Åren 2024 – 2025"]


def test_the_cover_may_be_a_table_and_headers_name_the_report() -> None:
    document = python_docx.Document()
    document.sections[0].footer.paragraphs[0].text = "Enheten för lek, verksamhetsplan"
    made = document.add_table(1, 2)
    made.cell(0, 0).text, made.cell(0, 1).text = "Verksamhetsplan 2026", "Enheten för lek"
    document.add_heading("Enhetsmål: Gungorna gungar", 4)
    stream = io.BytesIO()
    document.save(stream)
    found = docx.read(stream.getvalue())
    assert [line.text for line in found.cover] == ["Verksamhetsplan 2026", "Enheten för lek"]
    assert found.footers == ("Enheten för lek, verksamhetsplan",)


def test_places_count_paragraphs_and_rows_in_reading_order() -> None:
    found = read(table(INDICATORS, ROW), paragraph("Sist."))
    assert [block.place.line for block in found.body] == [3, 4, 5, 7]
    assert tables(found)[0].rows[0].place.line == 6


def test_an_analysis_beside_its_label_is_no_row_of_its_own() -> None:
    merged = '<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>' + words(run("Det gick bra.")) + "</w:tc>"
    header, values = row("Indikator", "Utfall", "Årsmål", "Period"), row("Andel", "1 %", "2 %", "VB 2025")
    found = tables(read(xml(f"<w:tbl>{header}{values}{row('Analys', merged)}</w:tbl>")))[0]
    assert [line.cells[:2] for line in found.rows] == [("Andel", "1 %"), ("Analys", ""), ("Det gick bra.", "")]


def test_a_section_number_before_a_goal_is_no_part_of_it() -> None:
    assert texts(paragraph("3.1 Nämndmål: Parkerna är roliga", "Heading 3")) == ["Nämndmål: Parkerna är roliga"]
    assert texts(paragraph("3.1 Ekonomi", "Heading 3")) == ["3.1 Ekonomi"]
