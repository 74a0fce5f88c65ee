"""What Word writes around words: tracked changes, fields, Swedish style ids, and a zip without the clock's time."""

import io
import re
import zipfile
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_MADE = (2026, 1, 1, 0, 0, 0)


def settled(content: bytes) -> bytes:
    """The same zip without the clock's time, and without the picture of the page that python-docx's template has."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as settled:
        for part in made.infolist():
            data = made.read(part)
            if part.filename == "_rels/.rels":
                data = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", data)
            if "thumbnail" not in part.filename:
                settled.writestr(zipfile.ZipInfo(part.filename, _MADE), data, zipfile.ZIP_DEFLATED, 9)
    return stream.getvalue()


def rename(document: Any) -> None:
    """Gives the heading styles the ids that a Swedish Word writes; their names are English inside every Word file."""
    for style in document.styles.element.iter(qn("w:style")):
        identity = style.get(qn("w:styleId"))
        if identity.startswith("Heading") and identity[7:].isdigit():
            style.set(qn("w:styleId"), f"Rubrik{identity[7:]}")


def tracked(paragraph: Any) -> None:
    """Marks the paragraph's words as inserted, after a number that was deleted."""
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    run, gone = OxmlElement("w:r"), OxmlElement("w:delText")
    gone.text = "Uppfylls ej 99 "
    run.append(gone)
    deleted.append(run)
    runs = list(paragraph._p.iter(qn("w:r")))
    if not runs:
        return
    runs[0].addprevious(deleted)
    runs[0].addprevious(inserted)
    for one in runs:
        inserted.append(one)


def field(paragraph: Any, kind: str, instruction: str = "") -> None:
    """Begins or ends a field at the end of a paragraph; what follows its instruction is its shown result."""
    run = paragraph.add_run()._r
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    if instruction:
        told, shown = OxmlElement("w:instrText"), OxmlElement("w:fldChar")
        told.text = instruction
        shown.set(qn("w:fldCharType"), "separate")
        run.append(told)
        run.append(shown)
