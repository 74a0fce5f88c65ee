"""A PDF as a reader's program meets it: words, tags, bookmarks and fonts, read by other libraries than wrote it."""

import io
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pypdfium2
from pdfminer.pdftypes import resolve1

Document = pypdfium2.PdfDocument


def plain(text: str) -> str:
    """Letters and digits alone: lines and columns end words otherwise than the page does."""
    return re.sub(r"[^\w%+<>≤≥=]", "", unicodedata.normalize("NFKC", text))


def words(content: bytes) -> str:
    """All pages' words in the order that they are drawn, as `plain` text."""
    with pypdfium2.PdfDocument(content) as found:
        return plain("".join(page.get_textpage().get_text_range() for page in found))


def pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as found:
        return [page.get_textpage().get_text_range() for page in found]


def bookmarks(content: bytes) -> list[tuple[int, str]]:
    """Level and title of each, in order."""
    with pypdfium2.PdfDocument(content) as found:
        return [(one.level, str(one.get_title())) for one in found.get_toc()]


def catalogue(content: bytes) -> dict[str, Any]:
    """What the file says of itself: language, whether it is tagged, and how its title is shown."""
    with pdfplumber.open(io.BytesIO(content)) as found:
        root = found.doc.catalog
        return {
            "title": found.metadata.get("Title"),
            "language": resolve1(root["Lang"]).decode(),
            "tagged": resolve1(resolve1(root["MarkInfo"])["Marked"]),
            "shown": resolve1(resolve1(root["ViewerPreferences"])["DisplayDocTitle"]),
        }


def tags(content: bytes) -> list[tuple[str, str]]:
    """The kind of each tagged element in reading order, with its alternative text."""
    with pdfplumber.open(io.BytesIO(content)) as found:
        root = resolve1(found.doc.catalog["StructTreeRoot"])
        return list(_tags(root))


def _tags(element: Any) -> Iterator[tuple[str, str]]:
    kids = resolve1(element.get("K", []))
    for kid in kids if isinstance(kids, list) else [kids]:
        told = resolve1(kid)
        if isinstance(told, dict) and "S" in told:
            alt = resolve1(told.get("Alt", b""))
            yield str(told["S"].name), words_of(alt)
            yield from _tags(told)


def words_of(told: bytes) -> str:
    """A string of the file: an alternative text, what a link says."""
    return told.decode("utf-16") if told[:2] == b"\xfe\xff" else told.decode("latin-1")


def fonts(content: bytes) -> dict[str, bool]:
    """Whether each font that is drawn with is in the file."""
    found: dict[str, bool] = {}
    with pdfplumber.open(io.BytesIO(content)) as read:
        for page in read.pages:
            for font in (resolve1(page.page_obj.resources.get("Font")) or {}).values():
                for inner in resolve1(resolve1(font).get("DescendantFonts", [])):
                    about = resolve1(resolve1(inner)["FontDescriptor"])
                    found[about["FontName"].name] = any(
                        name in about for name in ("FontFile", "FontFile2", "FontFile3")
                    )
    return found
