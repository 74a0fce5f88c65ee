"""Which reader reads a file: chosen by its content, whatever its name ends with."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import UnreadableDocument
from dashboard.importing import pdf, text, text_encoding, zipped
from dashboard.importing.document import NeutralDocument

LARGEST = 20 * 1024 * 1024
# A report of a hundred pages is half a megabyte of text in some 6 000 lines; a row with its analysis 3 000 letters.
LARGEST_TEXT, MOST_LINES, LONGEST_LINE = 1_000_000, 10_000, 50_000

_OTHER_FORMS = (
    (b"{\\rtf", "en RTF-fil"),
    (b"\x89PNG", "en bild"),
    (b"\xff\xd8\xff", "en bild"),
)
_THE_FILE = re.compile(r"\b(?:PDF-filen|Filen)\b")
_AS_TEXT = "Spara rapporten som ren text (.txt) och försök igen."


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one form: `knows` looks at the content, `read` makes the neutral document."""

    form: str
    knows: Callable[[bytes], bool]
    read: Callable[[bytes], NeutralDocument]


def load(path: Path) -> bytes:
    """The file's content; raises UnreadableDocument where there is none, or too much."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise UnreadableDocument(
                f"Filen {path.name} är för stor ({size // (1024 * 1024)} MB).", "En rapport får vara högst 20 MB."
            )
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            f"Filen {path.name} kan inte öppnas.", "Kontrollera att den finns och får läsas."
        ) from error
    if not content.strip():
        raise UnreadableDocument(f"Filen {path.name} är tom.", "Välj en fil med en rapport.")
    return content


def read(content: bytes, name: str) -> NeutralDocument:
    """The neutral document of a file's content; raises UnreadableDocument where no reader knows it."""
    for beginning, form in _OTHER_FORMS:
        if content.startswith(beginning):
            raise UnreadableDocument(f"Filen {name} är {form}, som inte kan läsas ännu.", _AS_TEXT)
    try:
        return _read(content, name)
    except UnreadableDocument as error:
        raise UnreadableDocument(_named(error.message, name), error.remedy) from error


def _named(message: str, name: str) -> str:
    """Readers do not know their file's name; people who chose ten files need it."""
    return message if name in message else _THE_FILE.sub(lambda found: f"{found[0]} {name}", message, count=1)


def _read(content: bytes, name: str) -> NeutralDocument:
    if zipped.is_ole(content):
        raise zipped.refuse_ole(content)
    reader = next((reader for reader in READERS if reader.knows(content)), None)
    if reader is None and zipped.is_zip(content):
        raise UnreadableDocument(
            "Filen är en zip-fil men ingen Word- eller Excelfil.",
            "Packa upp den och läs in rapporterna som ligger i den.",
        )
    if reader is None:
        raise UnreadableDocument(
            f"Filen {name} är ingen text utan har tecken som bara finns i andra slags filer.", _AS_TEXT
        )
    return reader.read(content)


def _is_text(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte in content for byte in (b"\x00", b"\x01", b"\x02", b"\x03", b"\x04", b"\x05", b"\x06", b"\x08"))


def _read_text(content: bytes) -> NeutralDocument:
    if len(content) > LARGEST_TEXT:
        raise _no_text_report(f"är för stor för en rapport som text ({len(content) // 1000} kB)")
    words, note = text_encoding.decoded(content)
    lines = words.splitlines()
    longest = max(map(len, lines), default=0)
    if len(lines) > MOST_LINES:
        raise _no_text_report(f"har {len(lines)} rader; en rapport får ha högst {MOST_LINES}")
    if longest > LONGEST_LINE:
        raise _no_text_report(f"har en rad med {longest} tecken, vilket ingen rapport har")
    document = text.read(words)
    return document.noted(note) if note else document


def _no_text_report(fault: str) -> UnreadableDocument:
    return UnreadableDocument(f"Filen {fault}.", "Kontrollera att det är rätt fil, eller läs in rapporten som PDF.")


def _is_word(content: bytes) -> bool:
    return zipped.is_zip(content) and zipped.form(content) is zipped.Form.WORD


def _is_excel(content: bytes) -> bool:
    return zipped.is_zip(content) and zipped.form(content) is zipped.Form.EXCEL


# Each file is read in a process of its own: it loads only its form's library (Excel's takes half of its start).
def _read_word(content: bytes) -> NeutralDocument:
    from dashboard.importing import docx  # noqa: PLC0415

    return docx.read(content)


def _read_excel(content: bytes) -> NeutralDocument:
    from dashboard.importing import xlsx  # noqa: PLC0415

    return xlsx.read(content)


READERS = (
    Reader("pdf", pdf.knows, pdf.read),
    Reader("word", _is_word, _read_word),
    Reader("excel", _is_excel, _read_excel),
    Reader("text", _is_text, _read_text),
)
