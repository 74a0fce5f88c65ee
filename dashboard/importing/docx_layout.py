"""From a Word document's paragraphs to headings, running text, cover and contents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.importing.document import Block, Heading, NeutralDocument, Paragraph, Table
from dashboard.importing.docx_words import Words
from dashboard.importing.vocabulary import goal_heading, key, section_of_document, section_under_goal, status_line

Piece = Words | Block
_TITLE = ("innehallsforteckning", "innehall")
_LEADER = re.compile(r"(?:(?<!\.)\.{3}[\s.]*|…\s*|(?<!\t)\t\s*)\d{1,3}\s*$")
_KIND = re.compile(r"verksamhetsberättelse|verksamhetsplan|tertialrapport|tertial [12]|delårsrapport", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+")
_LONGEST = 3000


def document(pieces: Sequence[Piece], margins: tuple[str, ...]) -> NeutralDocument:
    """The neutral document of all that was read, in order."""
    pieces = [_unnumbered(piece) for piece in pieces]
    first, last = _contents(pieces)
    listed = [piece for piece in pieces[first:last] if isinstance(piece, Words) and _is_entry(piece)]
    entries = tuple(entry for piece in listed if (entry := _entry(piece)))
    known = frozenset(key(entry) for entry in entries if not goal_heading(entry))
    body = [piece for piece in pieces[last:] if not (isinstance(piece, Words) and piece.entry)]
    if last:
        cover = list(pieces[:first])
    else:
        begin = _cover_end(body)
        cover, body = body[:begin], body[begin:]
    blocks = _Blocks(_styled(body), known)
    for piece in body:
        blocks.take(piece)
    return NeutralDocument("word", tuple(_cover(cover)), tuple(blocks.found), entries, margins)


def _unnumbered(piece: Piece) -> Piece:
    """A goal's heading without the section number that was typed before it: '3.1 Nämndmål: …'."""
    if not isinstance(piece, Words) or not (piece.level or piece.strong):
        return piece
    bare = _NUMBER.sub("", piece.text)
    return replace(piece, text=bare) if bare != piece.text and goal_heading(bare) else piece


def _contents(pieces: Sequence[Piece]) -> tuple[int, int]:
    """Where the contents begin and end among the pieces: a title with its entries, or entries alone; 0, 0 for none."""
    words = [(at, piece) for at, piece in enumerate(pieces) if isinstance(piece, Words)]
    title = next((at for at, piece in words if key(piece.text) in _TITLE), None)
    entry = next((at for at, piece in words if _is_entry(piece) and (title is None or at > title)), None)
    if title is None and (entry is None or not isinstance(pieces[entry], Words) or not _marked(pieces[entry])):
        return 0, 0
    first = title if title is not None else entry or 0
    last = first + 1
    for at in range(first + 1, len(pieces)):
        piece = pieces[at]
        if not isinstance(piece, Words) or (piece.plain and not _is_entry(piece)):
            break
        last = at + 1 if piece.plain else last
    return first, last


def _marked(piece: Piece) -> bool:
    return isinstance(piece, Words) and piece.entry


def _is_entry(piece: Words) -> bool:
    return bool(piece.plain) and (piece.entry or (piece.level is None and bool(_LEADER.search(piece.text))))


def _entry(piece: Words) -> str:
    return " ".join(_LEADER.sub("", piece.text).split())


def _cover_end(pieces: Sequence[Piece]) -> int:
    """Without contents the cover ends at the first heading that is not the report's title, or at the first table."""
    titled = False
    for at, piece in enumerate(pieces):
        if not isinstance(piece, Words):
            return at
        known = goal_heading(piece.text) or section_under_goal(piece.plain) or section_of_document(piece.plain)
        if known:
            return at
        if piece.level is not None and piece.plain:
            if (
                titled
                and not _KIND.search(piece.plain)
                and _KIND.search(_first_heading(pieces))
                and at > _second(pieces)
            ):
                return at
            if not _KIND.search(piece.plain) and not titled:
                return at
            titled = True
    return 0


def _headings(pieces: Sequence[Piece]) -> list[tuple[int, Words]]:
    return [(at, piece) for at, piece in enumerate(pieces) if isinstance(piece, Words) and piece.level and piece.plain]


def _first_heading(pieces: Sequence[Piece]) -> str:
    return next((words.plain for _, words in _headings(pieces)), "")


def _second(pieces: Sequence[Piece]) -> int:
    """The place of a heading that stands right below the title: the unit's name, not a section."""
    found = _headings(pieces)[:2]
    if len(found) < 2:
        return -1
    between = pieces[found[0][0] + 1 : found[1][0]]
    right_below = all(isinstance(piece, Words) and not piece.plain for piece in between)
    return found[1][0] if right_below else -1


def _cover(pieces: Sequence[Piece]) -> Iterator[Paragraph]:
    for piece in pieces:
        if isinstance(piece, Words):
            yield from (Paragraph(line, piece.place) for line in piece.lines if line)
        elif isinstance(piece, Table):
            for cells, place in ((piece.header, piece.place), *((row.cells, row.place) for row in piece.rows)):
                yield from (Paragraph(cell, place) for cell in cells if cell)
        elif isinstance(piece, Paragraph):
            yield piece


def _styled(pieces: Sequence[Piece]) -> bool:
    """Whether any goal stands out by style or type: then a plain line that looks like a goal is prose."""
    return any(
        isinstance(piece, Words) and (piece.level is not None or piece.strong) and goal_heading(piece.text)
        for piece in pieces
    )


class _Blocks:
    """Makes blocks of paragraphs, one after another."""

    def __init__(self, styled: bool, contents: frozenset[str]) -> None:
        self.found: list[Block] = []
        self._styled, self._contents = styled, contents

    def take(self, piece: Piece) -> None:
        """Takes the next piece in reading order."""
        if not isinstance(piece, Words):
            self.found.append(piece)
            return
        for part in _parted(piece):
            self._words(part)

    def _words(self, words: Words) -> None:
        text = words.plain
        if text and self._heads(words, text):
            self.found.append(Heading(text, words.place))
            if words.icons:
                self.found.append(Paragraph("", words.place, words.icons))
        elif text or words.icons:
            self._paragraph(f"- {text}" if words.listed and text else text, words)

    def _heads(self, words: Words, text: str) -> bool:
        if goal_heading(text):
            return words.level is not None or words.strong or (not self._styled and not words.listed)
        if words.level is not None:
            return True
        known = section_under_goal(text) or section_of_document(text, self._contents)
        return known and not words.listed

    def _paragraph(self, text: str, words: Words) -> None:
        """Running text; an icon that stood in the goal's heading, or alone before its status, joins the status line."""
        last = self.found[-1] if self.found else None
        if isinstance(last, Paragraph) and not last.text and last.icons and (status_line(text) or not text):
            self.found[-1] = replace(last, text=text, icons=(*last.icons, *words.icons))
        else:
            self.found.append(Paragraph(text, words.place, words.icons))


def _parted(words: Words) -> Iterator[Words]:
    """The paragraph cut at soft line breaks where one of its lines is a heading or a status; else whole."""
    lines = [line for line in words.lines if line]
    if len(lines) < 2 or len(words.text) > _LONGEST or not any(map(_special, lines)):
        yield words
        return
    parts = [lines[0]]
    for line in lines[1:]:
        if _special(line) or (_special(parts[-1]) and not goal_heading(parts[-1])):
            parts.append(line)
        else:
            parts[-1] = f"{parts[-1]} {line}"
    marked = next((number for number, part in enumerate(parts) if status_line(part)), len(parts) - 1)
    for number, part in enumerate(parts):
        level = words.level if _special(part) and not status_line(part) else None
        yield replace(words, text=part, icons=words.icons if number == marked else (), level=level)


def _special(line: str) -> bool:
    return bool(goal_heading(line) or section_under_goal(line) or status_line(line))
