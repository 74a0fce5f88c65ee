"""Word and Excel files that can't be read: one clear sentence in Swedish, before anything large is unpacked."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from dashboard.errors import UnreadableDocument
from dashboard.importing import readers
from tests.documents.word import saved, with_part

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
TYPES = "[Content_Types].xml"


def part(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(saved())) as archive:
        return archive.read(name)


def zipped(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("_", "/"), text)
    return stream.getvalue()


def with_body(body: bytes) -> bytes:
    document = part("word/document.xml")
    begin, end = document.index(b"<w:body>") + 8, document.rindex(b"</w:body>")
    return with_part(saved(), "word/document.xml", document[:begin] + body + document[end:])


def macros() -> bytes:
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return with_part(
        saved(), TYPES, part(TYPES).replace(kind, b"application/vnd.ms-word.document.macroEnabled.main+xml")
    )


def declared(name: str) -> bytes:
    root = part(name)
    at = root.index(b"?>") + 2
    return with_part(saved(), name, root[:at] + b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + root[at:])


DEEP = b"<w:sdt><w:sdtContent>" * 3000 + b"</w:sdtContent></w:sdt>" * 3000
BODY, LINKS = "word/document.xml", "word/_rels/document.xml.rels"
CASES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "encrypted": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "lösenordsskyddad", "lösenordet"),
    "old": (lambda: OLE + "WordDocument".encode("utf-16-le"), "äldre form", ".docx"),
    "half": (lambda: saved()[:9000], "skadad", "på nytt"),
    "half a part": (lambda: with_part(saved(), BODY, part(BODY)[:700]), "skadad", "på nytt"),
    "no document": (lambda: with_part(saved(), BODY, None), "skadad", "på nytt"),
    "no types": (lambda: with_part(saved(), TYPES, None), "skadad", "på nytt"),
    "astray": (lambda: with_part(saved(), LINKS, re.sub(rb' Target="[^"]*"', b"", part(LINKS))), "skadad", "på nytt"),
    "macros": (macros, "makron", ".docx"),
    "other zip": (lambda: zipped(a="x"), "zip-fil", "Packa upp"),
    "declared": (lambda: declared(BODY), "DOCTYPE", "på nytt"),
    "declared in styles": (lambda: declared("word/styles.xml"), "DOCTYPE", "på nytt"),
    "another encoding": (lambda: with_part(saved(), BODY, "<a/>".encode("utf-16")), "skadad", "på nytt"),
    "swollen": (lambda: with_body(b" " * 30_000_000), "packas upp", "rätt fil"),
    "too many tags": (lambda: with_body(b"<w:p/><w:p></w:p >" * 150_000), "packas upp", "rätt fil"),
    "too many parts": (lambda: zipped(**{f"word_{n}": "x" for n in range(2500)}), "packas upp", "rätt fil"),
    "too deep": (lambda: with_body(DEEP), "skadad", "på nytt"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_cant_be_read_says_what_is_wrong_and_what_to_do(case: str) -> None:
    make, wrong, remedy = CASES[case]
    with pytest.raises(UnreadableDocument) as raised:
        readers.read(make(), "rapport.docx")
    assert wrong in raised.value.message
    assert remedy in raised.value.remedy
    assert raised.value.message.endswith(".")


def test_a_directory_that_lies_about_sizes_gives_no_more_than_it_says() -> None:
    content = bytearray(saved())
    at = content.rindex(b"word/document.xml") - 46 + 24
    content[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(UnreadableDocument, match="skadad"):
        readers.read(bytes(content), "rapport.docx")
