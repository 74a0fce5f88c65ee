"""Icons in Word files beyond the common ones: unreadable pictures, colours of the theme, filled cells, odd colours."""

import io
from pathlib import Path

import pytest
from PIL import Image

from dashboard.importing import docx
from dashboard.importing.document import Icon, Paragraph
from dashboard.importing.pipeline import read as read_report
from dashboard.model import Report, Status
from tests.documents.printed import catalogue
from tests.documents.word import read, tables, with_part, xml
from tests.generator import GOLDEN, load
from tests.generator.docx import Look, write

FACTS = load(GOLDEN / "vb-2025-medborgarservice.json")
CELL = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
SHAPE = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><w:drawing><wp:inline>'
    '<wp:extent cx="{size}" cy="{size}"/><wp:docPr id="1" name="x" descr="{words}"/><wps:wsp><wps:spPr>'
    '<a:prstGeom prst="ellipse"/><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></wps:spPr></wps:wsp>'
    "</wp:inline></w:drawing></w:r><w:r><w:t>Text</w:t></w:r></w:p>"
)


def painted(colour: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 40), colour).save(stream, "PNG")
    return stream.getvalue()


def icons(content: bytes) -> list[Icon]:
    return [icon for block in docx.read(content).body if isinstance(block, Paragraph) for icon in block.icons]


def shape(size: int = 122400, words: str = "", colour: str = "accent1") -> list[Icon]:
    """The icons of a paragraph with a shape in a colour of the theme."""
    found = read(xml(SHAPE.format(size=size, words=words, colour=colour)))
    return [icon for block in found.body if isinstance(block, Paragraph) for icon in block.icons]


def report(content: bytes, folder: Path) -> Report:
    path = folder / "rapport.docx"
    path.write_bytes(content)
    return read_report(path, catalogue(), board="Lekdalens stadsdelsnämnd")


@pytest.mark.parametrize("told", [True, False])
def test_a_picture_that_cant_be_shown_is_known_by_its_alternative_text(told: bool) -> None:
    content = write(FACTS, Look(told=told))
    before = icons(content)
    broken = icons(with_part(content, "word/media/image1.png", b"\x01\x00\x00\x00 EMF"))
    assert before[0].status is Status.INGEN
    assert [icon.status for icon in broken] == [icon.status if told else _unseen(icon) for icon in before]


def _unseen(icon: Icon) -> Status | None:
    """Only the first picture, the grey dash, was broken."""
    return None if icon.status is Status.INGEN else icon.status


def test_an_icon_in_a_colour_of_no_range_is_a_doubt(tmp_path: Path) -> None:
    content = write(FACTS, Look(bare=True))
    doubts = report(with_part(content, "word/media/image1.png", painted("#F07818")), tmp_path).doubts
    assert "okänd-ikon" in {doubt.kind for doubt in doubts}


def test_an_icon_whose_alternative_text_says_otherwise_is_a_doubt(tmp_path: Path) -> None:
    content = write(FACTS, Look(told=True))
    sound = {doubt.kind for doubt in report(content, tmp_path).doubts}
    wrong = {
        doubt.kind for doubt in report(with_part(content, "word/media/image2.png", painted("#C8102E")), tmp_path).doubts
    }
    assert wrong - sound


def test_a_colour_of_the_theme_is_looked_up() -> None:
    assert [icon.kf for icon in shape(colour="accent1")] == [True]
    assert [icon.status for icon in shape(colour="accent2")] == [Status.EJ]


def test_a_large_drawing_is_no_icon() -> None:
    assert shape(size=3_000_000) == []


def test_a_filled_cell_beside_the_name_is_an_icon_but_a_pale_one_is_not() -> None:
    def row(*cells: tuple[str, str]) -> str:
        return "<w:tr>" + "".join(CELL.format(*cell) for cell in cells) + "</w:tr>"

    header = row(("", ""), ("", "Indikator"), ("", "Utfall"), ("", "Period"))
    fills = ("00964B", "FFC000", "C8102E", "E2EFDA", "F2F2F2")
    lines = [row((f'<w:shd w:fill="{fill}"/>', ""), ("", fill), ("", "1 %"), ("", "VB 2025")) for fill in fills]
    found = tables(read(xml(f"<w:tbl>{header}{''.join(lines)}</w:tbl>")))[0]
    assert [[icon.status for icon in line.icons] for line in found.rows] == [
        [Status.HELT], [Status.DELVIS], [Status.EJ], [], [],
    ]  # fmt: skip


def test_icons_may_stand_in_two_columns_without_headers() -> None:
    drawn = "<w:tc><w:p>{}</w:p></w:tc>"
    sign = '<w:r><w:rPr><w:color w:val="{}"/></w:rPr><w:t>\N{BLACK CIRCLE}</w:t></w:r>'
    header = "".join(CELL.format("", text) for text in ("", "", "Indikator", "Utfall", "Period"))
    values = "".join(CELL.format("", text) for text in ("Andel", "1 %", "VB 2025"))
    icons_of = "".join(drawn.format(sign.format(colour)) for colour in ("006EBF", "FFC000"))
    found = tables(read(xml(f"<w:tbl><w:tr>{header}</w:tr><w:tr>{icons_of}{values}</w:tr></w:tbl>")))[0]
    assert [(icon.status, icon.kf) for icon in found.rows[0].icons] == [(None, True), (Status.DELVIS, False)]
    assert found.rows[0].cells == ("", "", "Andel", "1 %", "VB 2025")
