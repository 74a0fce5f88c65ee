"""Files made to break a reader: each ends as one Swedish sentence within its process's limits, the store as it was.

The limits themselves are the guarantee of time and memory: test_sandbox shows that they hold.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard import tasks
from dashboard.importing.sandbox import Pool
from dashboard.settings import Settings
from dashboard.store import snapshots
from tests.documents import hostile_pdf as pdf
from tests.documents import hostile_zip as zips
from tests.documents.printed import tabbed

REPORT = tabbed("Analys\n\nFärgen är röd.\n")
HEADER = "Indikator\tPeriodens utfall\tÅrsmål\tPeriod\n"


@dataclass(frozen=True)
class Case:
    """A file's content and what its refusal says; a name that lies about the form changes nothing."""

    make: Callable[[], bytes]
    says: str
    name: str = "fil.pdf"


def text(line: str, times: int = 1) -> Callable[[], bytes]:
    """So many lines of a text."""
    return (line * times).encode


def paged() -> bytes:
    """A text of thousands of pages that are all header."""
    pages = (f"Verksamhetsberättelse 2025\nEnheten för lek\nSida {page} av 5000\n\n" for page in range(5_000))
    return "".join(pages).encode()


def typed(kind: str) -> Callable[[], bytes]:
    """A file whose XML declares types, as no Office program does."""
    if kind == "word":
        return lambda: zips.word("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", before=zips.LAUGHS)
    cell = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData>'
    return lambda: zips.excel(cell, before=zips.LAUGHS)


CASES = {
    "empty": Case(text(""), "är tom"),
    "blank": Case(text(" \n\t\n"), "är tom"),
    "oversized": Case(lambda: b"%PDF-" + b"a" * 22_000_000, "för stor"),
    "large text": Case(text("Enhetsmål: Leken\n", 150_000), "för stor", "fil.txt"),
    "too many lines": Case(text("Enhetsmål: Leken\n", 50_000), "50000 rader", "fil.txt"),
    "endless line": Case(text("Indikator ", 100_000), "en rad med", "fil.txt"),
    "endless digits": Case(text("9", 40_000), "ser inte ut som en rapport", "fil.txt"),
    "endless spaces": Case(text("x" + " " * 40_000 + "x"), "ser inte ut som en rapport", "fil.txt"),
    "endless tabs": Case(text("x" + "\t" * 40_000 + "x"), "ser inte ut som en rapport", "fil.txt"),
    "endless dots": Case(text("." * 40_000), "ser inte ut som en rapport", "fil.txt"),
    "many headers": Case(text(HEADER, 20_000), "", "fil.txt"),
    "many pages of header": Case(paged, "", "fil.txt"),
    "NUL in text": Case(text("Verksamhetsber\0ttelse 2025"), "ingen text", "fil.txt"),
    "UTF-16 without mark": Case(lambda: REPORT.encode("utf-16-le"), "ingen text", "fil.txt"),
    "binary": Case(lambda: bytes(range(256)) * 100, "ingen text", "fil.txt"),
    "picture": Case(lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 1000, "bild"),
    "no report in PDF": Case(pdf.sound, "ser inte ut som en rapport", "fil.docx"),
    "no report in Word": Case(zips.sound_word, "ser inte ut som en rapport", "fil.txt"),
    "cut PDF": Case(lambda: pdf.sound()[:900], "skadad", "fil.pdf"),
    "cut Word": Case(lambda: zips.cut(zips.sound_word()), "skadad", "fil.docx"),
    "locked PDF": Case(pdf.encrypted, "lösenord"),
    "scanned PDF": Case(pdf.scanned, "är inskannad och saknar text"),
    "PDF with endless drawing": Case(pdf.endless_content, "går inte att läsa"),
    "PDF with endless words": Case(pdf.endless_words, "går inte att läsa"),
    "PDF with a huge picture": Case(pdf.huge_picture, ""),
    "PDF with forms in forms": Case(pdf.forms_in_forms, "går inte att läsa"),
    "PDF that draws itself": Case(pdf.form_of_itself, ""),
    "PDF with a million objects": Case(lambda: pdf.many_objects(300_000), ""),
    "PDF with a deep page tree": Case(pdf.deep_page_tree, "skadad"),
    "PDF with a page tree in a ring": Case(pdf.page_tree_of_itself, "skadad"),
    "PDF with too many pages": Case(pdf.many_pages, "5000 sidor"),
    "PDF that claims pages": Case(pdf.claimed_pages, "skadad"),
    "PDF with deep brackets": Case(pdf.deep_brackets, ""),
    "PDF with a page without end": Case(pdf.huge_page, ""),
    "PDF with many rules": Case(pdf.many_lines, ""),
    "Word bomb": Case(lambda: zips.bomb("word"), "packas upp", "fil.docx"),
    "Excel bomb": Case(lambda: zips.bomb("excel"), "packas upp", "fil.xlsx"),
    "bomb of many parts": Case(zips.bomb_of_many_parts, "packas upp", "fil.docx"),
    "bomb that lies": Case(zips.bomb_that_lies, "", "fil.docx"),
    "bomb of one part under many names": Case(zips.overlapping, "packas upp", "fil.docx"),
    "zip of many entries": Case(zips.million_entries, "packas upp", "fil.docx"),
    "zip in zip": Case(zips.zip_in_zip, "zip-fil", "fil.docx"),
    "Word with types": Case(typed("word"), "DOCTYPE", "fil.docx"),
    "Excel with types": Case(typed("excel"), "DOCTYPE", "fil.xlsx"),
    "Word of deep elements": Case(zips.deep_xml, "packas upp", "fil.docx"),
    "Word with tables in tables": Case(zips.tables_in_tables, "", "fil.docx"),
    "Word with a cell over all columns": Case(zips.cell_over_columns, "", "fil.docx"),
    "Word with many rows": Case(zips.many_rows, "", "fil.docx"),
    "Word with styles in a ring": Case(zips.many_styles_in_a_ring, "", "fil.docx"),
    "Excel with a cell far away": Case(zips.far_cell, "", "fil.xlsx"),
    "Excel with all cells merged": Case(zips.merged_over_all, "", "fil.xlsx"),
}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A store with one report in it."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "rapport.txt").write_text(REPORT, encoding="utf-8")
    settings = Settings(store=folder / "store")
    assert not tasks.import_documents([folder / "rapport.txt"], settings).failed
    return settings


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_hostile_file_is_one_sentence_and_the_store_as_it_was(case: Case, settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / case.name
    path.write_bytes(case.make())
    before = content_of(settings.store)
    (file,) = tasks.import_documents([path], settings).files
    assert file.report is None
    assert file.error
    assert case.says in file.error.message
    assert case.name in file.error.message
    assert file.error.message.endswith(".")
    assert file.error.remedy.endswith(".")
    assert content_of(settings.store) == before


def content_of(store: Path) -> dict[str, bytes]:
    return {str(path.relative_to(store)): path.read_bytes() for path in store.rglob("*") if path.is_file()}


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_a_text_in_another_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "fil.pdf"
    path.write_bytes(REPORT.encode(encoding, errors="replace"))
    with Pool(Settings()) as pool:
        assert pool.submit(path).result().report.goals[1].title == "Leken är nära"


def test_hostile_files_keep_no_good_one_back(tmp_path: Path) -> None:
    bad, good = tmp_path / "a.pdf", tmp_path / "b.txt"
    bad.write_bytes(pdf.forms_in_forms())
    good.write_text(REPORT, encoding="utf-8")
    settings = Settings(store=tmp_path / "store")
    assert [file.fate for file in tasks.import_documents([tmp_path], settings).files] == ["inte inläst", "inläst"]
    assert snapshots.current(settings.store)
