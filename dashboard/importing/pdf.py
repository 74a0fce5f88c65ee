"""The reader of PDF: pages with words and marks become headings, paragraphs and tables with a place for each."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from dashboard.errors import UnreadableDocument
from dashboard.importing import lines as printed
from dashboard.importing import pdf_prose, pdf_ruled, pdf_table, progress
from dashboard.importing.document import Block, NeutralDocument, Paragraph, Table
from dashboard.importing.pdf_aside import statuses_below
from dashboard.importing.pdf_boxed import statuses_joined
from dashboard.importing.pdf_hyphens import soften
from dashboard.importing.pdf_join import joined_rows
from dashboard.importing.pdf_lines import lines_of, width_of_blanks, without_furniture
from dashboard.importing.pdf_marks import Line, Page, joined
from dashboard.importing.pdf_page import Sheet, words_of
from dashboard.importing.pdf_shapes import drawn_on
from dashboard.importing.vocabulary import goal_heading, key, section_of_document, section_under_goal

MOST_PAGES = 400
_FEWEST_LETTERS = 25  # a page: a scanned one has none, save what a scanner stamps on it
_FEWEST_ENTRIES, _CONTENTS_PAGES = 4, 4
_LEADERS = re.compile(r"[.…·_]{3,}|(?:\s\.){3,}")


@dataclass(slots=True)
class _Reading:
    """The document's lines with what was learnt of them, and the blocks read so far."""

    lines: Sequence[Line]
    style: pdf_prose.Style
    context: pdf_table.Context
    blocks: list[Block] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)


def knows(content: bytes) -> bool:
    """Whether it is a PDF: some programs write a little before the first mark."""
    return b"%PDF-" in content[:1024]


def read(content: bytes) -> NeutralDocument:
    """Reads a whole PDF; raises UnreadableDocument where it is locked, broken, scanned or far too long."""
    with _opened(content) as document:
        pages = [_page(document, number) for number in range(len(document))]
    letters = sum(len(word.text) for page in pages for line in page.lines for word in line.words)
    if letters < _FEWEST_LETTERS * len(pages):
        raise UnreadableDocument(
            "Filen är inskannad och saknar text som kan läsas.",
            "Hämta den som PDF eller Word ur systemet där den skrevs, eller kör textigenkänning (OCR) först.",
        )
    footers = without_furniture(pages)
    wide = width_of_blanks(pages)
    for page in pages:
        page.wide = wide
        page.lines = statuses_below(statuses_joined(page))
    lines = [line for page in pages for line in page.lines]
    soften(lines)
    contents, body = _contents(lines, pages)
    entries = frozenset(entry for text in contents.entries if (entry := pdf_prose.entry_key(text)))
    style = pdf_prose.style_of(lines, entries)
    cover = lines[: contents.first - 1] if contents.first else _before_headings(style, body)
    body = body if contents.first else body[len(cover) :]
    reading = _reading(body, style, pages)
    _walk(reading)
    return NeutralDocument("pdf", _cover(cover), tuple(reading.blocks), contents.entries, footers)


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(content) from error
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableDocument(
                f"Filen har {len(document)} sidor; en rapport får ha högst {MOST_PAGES}.",
                "Dela filen, eller välj den fil som bara innehåller rapporten.",
            )
        if len(document) == 0:
            raise UnreadableDocument("PDF-filen har inga sidor.", "Spara rapporten som PDF på nytt och försök igen.")
        yield document
    finally:
        document.close()


def _unreadable(content: bytes) -> UnreadableDocument:
    """Why pdfium could not open it; it tells so in a number of its own."""
    if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or b"/Encrypt" in content:
        return UnreadableDocument(
            "PDF-filen är låst med ett lösenord.", "Spara den på nytt utan lösenord och försök igen."
        )
    return UnreadableDocument(
        "PDF-filen är skadad eller ofullständig och kan inte öppnas.",
        "Hämta eller spara den på nytt och försök igen.",
    )


def _page(document: pypdfium2.PdfDocument, number: int) -> Page:
    progress.tell(number + 1, len(document))
    raw: Any = pdfium.FPDF_LoadPage(document.raw, number)
    if not raw:
        raise UnreadableDocument(
            f"Sidan {number + 1} i PDF-filen är skadad och kan inte läsas.",
            "Hämta eller spara filen på nytt och försök igen.",
        )
    try:
        sheet = Sheet(raw)
        words = words_of(raw, sheet)
        drawn = drawn_on(document.raw, raw, sheet, number + 1)
    finally:
        pdfium.FPDF_ClosePage(raw)
    across = [rule for rule in drawn.rules if not rule.upright]
    upright = [rule for rule in drawn.rules if rule.upright]
    lines = lines_of(number + 1, words, drawn.icons)
    return Page(number + 1, sheet.width, sheet.height, lines=lines, across=across, upright=upright)


def _contents(lines: Sequence[Line], pages: Sequence[Page]) -> tuple[printed.Contents, Sequence[Line]]:
    """The contents page, known as in a text by its leaders and page numbers, and the lines after it."""
    first = next((line.page for line in lines if key(line.text) == "innehallsforteckning"), None)
    leaders = [line.page for line in lines if _LEADERS.search(line.text)]
    if first is None and len(leaders) < _FEWEST_ENTRIES:
        return printed.Contents(), lines
    near = range(first or leaders[0], (first or leaders[0]) + _CONTENTS_PAGES)
    as_text = [
        printed.Line(number, _as_text(line, pages) if line.page in near else line.text)
        for number, line in enumerate(lines, start=1)
    ]
    contents = printed.contents_of(as_text)
    return contents, lines[contents.last :]


def _as_text(line: Line, pages: Sequence[Page]) -> str:
    """The line with a tab before a page number that stands at the right margin."""
    last = line.words[-1] if line.words else None
    apart = len(line.words) > 1 and line.words[-1].x0 - line.words[-2].x1 > 2 * line.size
    if last and apart and re.fullmatch(r"\d{1,3}", last.text) and last.x1 > 0.75 * pages[line.page - 1].width:
        return " ".join(word.text for word in line.words[:-1]) + "\t" + last.text
    return _LEADERS.sub("....", line.text)


def _before_headings(style: pdf_prose.Style, lines: Sequence[Line]) -> Sequence[Line]:
    """A cover without a contents page after it ends at the first heading that the reports have, or the first table."""
    for number, line in enumerate(lines):
        known = goal_heading(line.text) or section_under_goal(line.text) or section_of_document(line.text)
        if known and pdf_prose.heads(style, lines, number):
            return lines[:number]
    return []


def _reading(lines: Sequence[Line], style: pdf_prose.Style, pages: Sequence[Page]) -> _Reading:
    by_number = {page.number: page for page in pages}
    context = pdf_table.Context(lines, by_number, style.size, lambda at: pdf_prose.heads(style, lines, at))
    return _Reading(lines, style, context)


def _walk(reading: _Reading) -> None:
    at = 0
    while at < len(reading.lines):
        at += _table(reading, at) or _other(reading, at) or _heading(reading, at) or _running(reading, at)
    _end_running(reading)


def _table(reading: _Reading, at: int) -> int:
    before = reading.blocks[-1] if reading.blocks and not reading.waiting else None
    tables, taken = pdf_table.table_at(reading.context, at, before if isinstance(before, Table) else None)
    if taken:
        _end_running(reading)
        reading.blocks += joined_rows(reading.blocks, tables)
    return taken


def _other(reading: _Reading, at: int) -> int:
    line = reading.lines[at]
    table, taken = pdf_ruled.table_at(reading.lines, at, reading.context.pages[line.page])
    if table:
        _end_running(reading)
        reading.blocks.append(table)
    return taken


def _heading(reading: _Reading, at: int) -> int:
    if not pdf_prose.heads(reading.style, reading.lines, at):
        return 0
    _end_running(reading)
    blocks, taken = pdf_prose.heading_at(reading.style, reading.lines, at)
    reading.blocks += blocks
    return taken


def _running(reading: _Reading, at: int) -> int:
    reading.waiting.append(reading.lines[at])
    return 1


def _end_running(reading: _Reading) -> None:
    lines, reading.waiting = reading.waiting, []
    pdf_prose.appended(reading.blocks, pdf_prose.running(reading.style, lines))


def _cover(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The cover's lines; those of one size that stand together are one wrapped title."""
    parts: list[list[Line]] = []
    for line in lines:
        last = parts[-1][-1] if parts else None
        if last and line.words and _wrapped(last, line):
            parts[-1].append(line)
        elif line.words:
            parts.append([line])
    return tuple(
        Paragraph(" ".join(line.text for line in part), joined([line.place for line in part])) for part in parts
    )


def _wrapped(last: Line, line: Line) -> bool:
    together = last.page == line.page and line.base - last.base < 1.5 * line.size
    large = line.size > 13 and abs(line.size - last.size) < 0.5
    return together and large and (not re.search(r"20\d\d$", last.text) or line.text[:1].islower())
