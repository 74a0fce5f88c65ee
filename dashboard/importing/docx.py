"""The reader of Word files (.docx): paragraphs and tables in reading order, with headings, icons and their places.

Word knows no pages and no lines: a place's line is the number of the paragraph or table row, empty ones counted too.
"""

import io
from collections.abc import Iterator
from typing import Any

import docx as python_docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from dashboard.errors import UnreadableDocument
from dashboard.importing import docx_layout, docx_tables, zipped
from dashboard.importing.document import NeutralDocument
from dashboard.importing.docx_grid import Counter, cells_of, rows_of
from dashboard.importing.docx_icons import Pictures, theme_of
from dashboard.importing.docx_layout import Piece
from dashboard.importing.docx_styles import VAL, Styles, W
from dashboard.importing.docx_words import MC, Reader, Words, alternative

_INTO = (f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}sdtContent")
_CONTENTS = "Table of Contents"
_DEEPEST = 20
_DAMAGED = "Filen är skadad eller ingen vanlig Wordfil och kan inte öppnas."
_AGAIN = "Öppna den i Word, spara den på nytt som .docx och försök igen."


def read(content: bytes) -> NeutralDocument:
    """The neutral document of a Word file; raises UnreadableDocument where it is none, or damaged, or too heavy."""
    zipped.checked(content).close()
    document = _opened(content)
    try:
        reader = _Walk(document)
        reader.walk(document.element.body)
        return docx_layout.document(reader.pieces, _margins(document))
    except (KeyError, AttributeError, RecursionError) as error:
        raise UnreadableDocument(_DAMAGED, _AGAIN) from error


def _opened(content: bytes) -> Any:
    try:
        return python_docx.Document(io.BytesIO(content))
    except ValueError as error:
        raise UnreadableDocument(
            "Filen är ingen vanlig Wordfil: den är en mall, har makron eller är av ett annat program.", _AGAIN
        ) from error
    except (KeyError, AttributeError, TypeError, PackageNotFoundError, etree.LxmlError, IndexError, OSError) as error:
        raise UnreadableDocument(_DAMAGED, _AGAIN) from error


class _Walk:
    """Goes through the body, one paragraph or table after the other."""

    def __init__(self, document: Any) -> None:
        related = {rel_id: rel.target_part for rel_id, rel in document.part.rels.items() if not rel.is_external}
        self.pieces: list[Piece] = []
        self._counter = Counter()
        self._reader = Reader(Styles(_styles(document)), Pictures(related, theme_of(_theme(document))))

    def walk(self, element: Any, depth: int = 0) -> None:
        """Takes everything in an element: the body, a text box, or a cell of a table that only lays things out."""
        for child in element:
            if child.tag == f"{W}p":
                self._paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                self._table(child, depth)
            elif child.tag == f"{W}sdt":
                self._control(child, depth)
            elif child.tag in _INTO:
                self.walk(child, depth)
            elif child.tag == f"{MC}AlternateContent":
                self.walk(alternative(child), depth)

    def _paragraph(self, element: Any, depth: int) -> None:
        words = self._reader.paragraph(element, self._counter.place())
        last = self.pieces[-1] if self.pieces else None
        if isinstance(last, Words) and last.goes_on:
            self.pieces[-1] = _joined(last, words)
        else:
            self.pieces.append(words)
        for box in words.boxes if depth < _DEEPEST else ():
            self.walk(box, depth + 1)

    def _table(self, element: Any, depth: int) -> None:
        self._reader.end_fields()
        rows = rows_of(element, self._reader, self._counter)
        before = next((piece for piece in reversed(self.pieces) if not _empty(piece)), None)
        blocks = docx_tables.blocks(rows, before if not isinstance(before, Words) else None)
        if blocks is not None:
            self.pieces += blocks
        elif depth < _DEEPEST:
            for cell in cells_of(element):
                self.walk(cell, depth + 1)

    def _control(self, element: Any, depth: int) -> None:
        """A content control; the one that holds the contents page marks its paragraphs as entries."""
        content = element.find(f"{W}sdtContent")
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        begin = len(self.pieces)
        self.walk(content if content is not None else (), depth)
        if gallery is not None and gallery.get(VAL) == _CONTENTS:
            for piece in self.pieces[begin:]:
                if isinstance(piece, Words):
                    piece.entry, piece.level = True, None


def _joined(first: Words, second: Words) -> Words:
    """Two paragraphs of which the first one's end mark was deleted by a tracked change."""
    second.text, second.place = f"{first.text}{second.text}", first.place
    second.icons, second.level = (*first.icons, *second.icons), first.level or second.level
    return second


def _empty(piece: Piece) -> bool:
    return isinstance(piece, Words) and not piece.plain and not piece.icons


def _styles(document: Any) -> Any | None:
    return next((part.element for part in _parts(document, RELATIONSHIP_TYPE.STYLES) if hasattr(part, "element")), None)


def _theme(document: Any) -> Any | None:
    part = next(_parts(document, RELATIONSHIP_TYPE.THEME), None)
    if part is None:
        return None
    try:
        return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.LxmlError:
        return None


def _parts(document: Any, kind: str) -> Iterator[Any]:
    return (rel.target_part for rel in document.part.rels.values() if rel.reltype == kind and not rel.is_external)


def _margins(document: Any) -> tuple[str, ...]:
    """What headers and footers say, once each: they name the report where its cover does not."""
    found: dict[str, None] = {}
    for kind in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
        for part in _parts(document, kind):
            for paragraph in part.element.iter(f"{W}p"):
                words = " ".join("".join(text.text or "" for text in paragraph.iter(f"{W}t")).split())
                found.update({words: None} if words else {})
    return tuple(found)
