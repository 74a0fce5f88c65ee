"""A cell's lines in a table whose rows nothing parts: what each says and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.importing.pdf_marks import Word


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a cell."""

    line: int
    base: float
    x0: float
    x1: float
    first: float  # the width of its first word
    text: str


def begins_anew(before: Piece, after: Piece) -> bool:
    """Whether a category ended with the bracket before and another begins: none goes on with a capital after that."""
    return before.text.endswith(")") and after.text[:1].isupper() and after.text[1:2].islower()


def piece_of(line: int, words: Sequence[Word]) -> Piece:
    first = words[0]
    text = " ".join(word.text for word in words)
    return Piece(line, first.base, first.x0, words[-1].x1, first.x1 - first.x0, text)


def stand(pieces: Sequence[Piece], place: str) -> float:
    top, bottom = pieces[0].base, pieces[-1].base
    return {"top": top, "middle": (top + bottom) / 2, "bottom": bottom}[place]
