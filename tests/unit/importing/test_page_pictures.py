"""Pictures of pages: what may be shown of a report to everybody, and what never is."""

from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen import canvas

from dashboard.importing.page_pictures import picture

ROW = (60.0, 300.0, 500.0, 320.0)
HEIGHT = 800


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Two pages: each with a row, and a name's line just under it on the second and far from it on the first."""
    page = canvas.Canvas(str(tmp_path / "a.pdf"), pagesize=(600, HEIGHT))
    for below in (200, 20):
        page.drawString(60, HEIGHT - 315, "Andel trygga 70 %")
        page.drawString(60, HEIGHT - 315 - below, "Enhetschef: Anna Andersson, anna.andersson@exempel.se")
        page.showPage()
    page.save()
    return tmp_path / "a.pdf"


def height(path: Path | None) -> float:
    """How much of the page the picture shows, in points."""
    assert path
    with Image.open(path) as image:
        return image.height * 600 / image.width


def test_the_whole_page_is_for_who_imports_it(pdf: Path, tmp_path: Path) -> None:
    assert height(picture(pdf, 2, [ROW], shelf=tmp_path / "s", whole=True)) == pytest.approx(HEIGHT, abs=2)


def test_everybody_sees_a_band_around_the_row_and_less_where_a_name_stands_near(pdf: Path, tmp_path: Path) -> None:
    free = height(picture(pdf, 2, [(60.0, 600.0, 500.0, 620.0)], shelf=tmp_path / "s", guarded=True))
    near = height(picture(pdf, 2, [ROW], shelf=tmp_path / "s", guarded=True))
    assert near < free < 120


def test_the_row_itself_is_not_shown_where_it_tells_of_a_person(pdf: Path, tmp_path: Path) -> None:
    assert picture(pdf, 2, [(60.0, 320.0, 500.0, 340.0)], shelf=tmp_path / "s", guarded=True) is None


def test_nothing_around_a_row_of_the_first_page_is_shown(pdf: Path, tmp_path: Path) -> None:
    assert height(picture(pdf, 1, [ROW], shelf=tmp_path / "s", guarded=True)) < 35


@pytest.mark.parametrize("content", [b"", b"hej", b"%PDF-1.4 trasig"])
def test_what_is_no_pdf_has_no_picture_and_leaves_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    assert picture(path, 1, [ROW], shelf=tmp_path / "s") is None
    assert not list((tmp_path / "s").glob("*"))


def test_a_page_that_is_not_there_has_no_picture(pdf: Path, tmp_path: Path) -> None:
    assert picture(pdf, 9, [ROW], shelf=tmp_path / "s") is None


def test_a_picture_that_was_made_is_kept(pdf: Path, tmp_path: Path) -> None:
    first = picture(pdf, 2, [ROW], shelf=tmp_path / "s")
    assert first
    pdf.unlink()
    assert picture(pdf, 2, [ROW], shelf=tmp_path / "s") == first
