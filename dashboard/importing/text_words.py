"""A printed line's words and pieces with where they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PIECE = re.compile(r"\S+(?:[ \u00a0]\S+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with single blanks between them and where they stand on their line, `end` one past the last."""

    start: int
    end: int
    text: str


def pieces(text: str) -> list[Piece]:
    """The line's pieces: two blanks or more part them."""
    return [Piece(found.start(), found.end(), found.group().replace("\u00a0", " ")) for found in _PIECE.finditer(text)]


def wrapped(texts: Sequence[str]) -> str:
    """One text of a cell's lines; a year that a narrow column broke is whole again."""
    text = texts[0]
    for more in texts[1:]:
        text += more if text[-1:].isdigit() and more[:1].isdigit() and len(more) < 4 else f" {more}"
    return text
