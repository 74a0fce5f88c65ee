"""Tables in a PDF that are none of the reports' own keep their rows and columns as words, with a note."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from dashboard.importing.pipeline import read
from dashboard.model import Severity
from tests.documents.printed import catalogue

ROWS = (("Kostnad", "Budget", "Utfall"), ("Löner", "12,5", "12,9"), ("Hyra", "", "3,1"))


def report(path: Path) -> None:
    """A goal, and under a section of its own a table of money with rules around its cells."""
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, 780, "Verksamhetsberättelse 2025")
    canvas.drawString(60, 740, "Enhetsmål: Leken är nära")
    canvas.drawString(60, 690, "Uppföljning av ekonomi")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 720, "Uppfylls helt")
    canvas.drawString(60, 672, "Enheten köpte sand och spadar för pengarna som fanns kvar.")
    for number, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            canvas.drawString(64 + 120 * column, 640 - 20 * number, cell)
    for height in (655, 635, 615, 595):
        canvas.line(60, height, 420, height)
    for place in (60, 180, 300, 420):
        canvas.line(place, 655, place, 595)
    canvas.drawString(60, 570, "Överskottet blev litet.")
    canvas.save()


def test_a_table_of_money_is_words_of_its_section_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "vb-2025-lek.pdf"
    report(path)
    found = read(path, catalogue())
    [section] = [text for text in found.texts if text.heading == "Uppföljning av ekonomi"]
    assert [line for line in section.body.split("\n") if "\t" in line] == ["\t".join(row) for row in ROWS]
    assert section.body.endswith("Överskottet blev litet.")
    [note] = [doubt for doubt in found.doubts if "Kostnad" in doubt.text]
    assert note.severity is Severity.NOTE
    assert not found.outcomes
