"""Weighs the zip of a Word or Excel file before anything in it is unpacked, and refuses XML that declares types."""

import io
import re
import struct
import zipfile
import zlib
from enum import StrEnum

from dashboard.errors import UnreadableDocument

# A 60-page report unpacks to about 5 MB with some 100 000 tags; each tag costs half a kilobyte once it is parsed.
MOST_PARTS, MOST_BYTES, MOST_XML, LARGEST_XML, MOST_TAGS = 2000, 100_000_000, 20_000_000, 12_000_000, 400_000
_DIRECTORY, _RATIO, _SMALL = 1_000_000, 150, 1_000_000
_END, _END_LENGTH, _COMMENT = b"PK\x05\x06", 22, 65_535
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_ENCODINGS = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_DOCTYPES = (b"<!DOCTYPE", b"<!ENTITY")
_OLE = b"\xd0\xcf\x11\xe0"
_AGAIN = "Öppna den i Word eller Excel, spara den på nytt som .docx eller .xlsx och försök igen."


class Form(StrEnum):
    """What a zip holds, told by its directory."""

    WORD = "word"
    EXCEL = "excel"
    OTHER = "annat"


def is_zip(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04")


def is_ole(content: bytes) -> bool:
    """Whether it is the container of old Office files, in which encrypted new ones lie too."""
    return content.startswith(_OLE)


def refuse_ole(content: bytes) -> UnreadableDocument:
    """Why an old container can't be read: it is encrypted, or of an old form."""
    if "EncryptedPackage".encode("utf-16-le") in content or "EncryptionInfo".encode("utf-16-le") in content:
        return UnreadableDocument(
            "Filen är lösenordsskyddad och kan inte läsas.",
            "Öppna den med lösenordet, ta bort skyddet, spara den och försök igen.",
        )
    old = "Word (.doc)" if "WordDocument".encode("utf-16-le") in content else "Office"
    return UnreadableDocument(f"Filen är av en äldre form av {old} som inte kan läsas.", _AGAIN)


def form(content: bytes) -> Form:
    """Which Office program the zip is of; raises UnreadableDocument where it is damaged, too heavy or encrypted."""
    with opened(content) as archive:
        names = archive.namelist()
    if any(name.startswith("word/") for name in names):
        return Form.WORD
    return Form.EXCEL if any(name.startswith("xl/") for name in names) else Form.OTHER


def opened(content: bytes) -> zipfile.ZipFile:
    """The archive after its directory was weighed: nothing of it is unpacked yet."""
    _weigh_directory(content)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, struct.error, UnicodeDecodeError, NotImplementedError) as error:
        raise _damaged() from error
    _weigh(archive.infolist())
    return archive


def checked(content: bytes) -> zipfile.ZipFile:
    """The archive after every XML part of it was looked through for type declarations."""
    archive = opened(content)
    try:
        tags = 0
        for part in archive.infolist():
            if _is_xml(part.filename):
                tags += _tags(archive.read(part))
        if tags > MOST_TAGS:
            raise _too_heavy()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _damaged() from error
    return archive


def _weigh_directory(content: bytes) -> None:
    """Looks at the end record by hand: a directory of a million entries is large before any of it is opened."""
    at = content.rfind(_END, max(0, len(content) - _END_LENGTH - _COMMENT))
    if at < 0 or len(content) < at + _END_LENGTH:
        raise _damaged()
    entries, size = struct.unpack("<HI", content[at + 10 : at + 16])
    if entries > MOST_PARTS or size > _DIRECTORY:
        raise _too_heavy()


def _weigh(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableDocument(
            "Filen är lösenordsskyddad och kan inte läsas.", "Spara den utan lösenord och försök igen."
        )
    if any(part.compress_type not in _METHODS for part in parts):
        raise _damaged()
    xml = [part.file_size for part in parts if _is_xml(part.filename)]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise _too_heavy()
    if sum(xml) > MOST_XML or max(xml, default=0) > LARGEST_XML or any(map(_swells, parts)):
        raise _too_heavy()


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _SMALL and part.file_size > _RATIO * max(part.compress_size, 1)


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _tags(xml: bytes) -> int:
    """How many tags an XML part has, at most; raises UnreadableDocument where it declares types or is no UTF-8."""
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in xml[:200]:
        raise _damaged()
    encoding = _ENCODING.match(xml.removeprefix(b"\xef\xbb\xbf"))
    if encoding and encoding.group(1).lower() not in _ENCODINGS:
        raise _damaged()
    if any(mark in xml for mark in _DOCTYPES):
        raise UnreadableDocument(
            "Filen har en typdeklaration (DOCTYPE), som Word och Excel aldrig skriver, och läses därför inte.", _AGAIN
        )
    return xml.count(b"<")


def _damaged() -> UnreadableDocument:
    return UnreadableDocument("Filen är en skadad eller avklippt Word- eller Excelfil och kan inte öppnas.", _AGAIN)


def _too_heavy() -> UnreadableDocument:
    return UnreadableDocument(
        "Filen packas upp till mer än en rapport kan vara och läses därför inte.",
        "Kontrollera att det är rätt fil, ta bort stora bilder och försök igen.",
    )
