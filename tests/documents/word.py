"""Small Word files put together by hand: a report's frame with the one thing under test in its body."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import docx as python_docx
from docx.oxml.parser import parse_xml

from dashboard.importing import docx
from dashboard.importing.document import NeutralDocument, Table

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
INDICATORS = ("", "Indikator", "Periodens utfall", "Årsmål", "Period")
ROW = ("", "Andel som gungar", "92 %", "90 %", "VB 2025")

Add = Callable[[Any], None]


def saved(*parts: Add) -> bytes:
    """A report with a title, one goal, and what the parts add to it."""
    document = python_docx.Document()
    document.add_paragraph("Verksamhetsberättelse 2025")
    document.add_paragraph("Enheten för lek")
    document.add_paragraph("Enhetsmål: Gungorna gungar", style="Heading 4")
    document.add_paragraph("Uppfylls helt")
    for part in parts:
        part(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(*parts: Add) -> NeutralDocument:
    return docx.read(saved(*parts))


def tables(document: NeutralDocument) -> list[Table]:
    return [block for block in document.body if isinstance(block, Table)]


def table(*rows: Sequence[str]) -> Add:
    """Adds a table of these cells."""

    def add(document: Any) -> None:
        made = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text

    return add


def paragraph(text: str, style: str | None = None) -> Add:
    """Adds a paragraph."""
    return lambda document: document.add_paragraph(text, style=style)


def xml(*elements: str) -> Add:
    """Adds elements of a body as they stand in the file."""

    def add(document: Any) -> None:
        for element in elements:
            parsed = parse_xml(element.replace(">", f" {W}>", 1) if "xmlns:w" not in element else element)
            document.element.body.insert(len(document.element.body) - 1, parsed)

    return add


def with_part(content: bytes, name: str, data: bytes | None) -> bytes:
    """The same zip with one part replaced, or left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            if part.filename != name:
                after.writestr(part.filename, before.read(part))
        if data is not None:
            after.writestr(name, data)
    return stream.getvalue()
