"""The cells of a header whose words touch and are broken over lines: parted so that each is a column's name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dashboard.importing import columns
from dashboard.importing.columns import Column, Shape
from dashboard.importing.text_words import Piece, wrapped
from dashboard.importing.vocabulary import key

_WORD = re.compile(r"\S+")
_YEAR = re.compile(r"\d+$")
_APART = 3  # characters that two lines of one cell may miss each other by
_MOST = 4  # words of one cell on one line
_TRIES = 20_000  # cells tried: a real header needs some hundred

Words = tuple[tuple[Piece, ...], ...]


@dataclass(slots=True)
class _Search:
    """A header's words line by line, and for every place in them the rest's best way where it was tried."""

    lines: Words
    shape: Shape
    tried: int = 0
    known: dict[tuple[tuple[int, ...], frozenset[Column]], tuple[float, tuple[Piece, ...]] | None] = field(
        default_factory=dict
    )


def cells(part: Sequence[str]) -> list[Piece]:
    """The cells by the way whose words stand best above one another; none where the words can't be parted so."""
    lines = tuple(
        tuple(Piece(found.start(), found.end(), found.group()) for found in _WORD.finditer(text)) for text in part
    )
    for shape in Shape:
        found = _best(_Search(lines, shape), (0,) * len(lines), frozenset())
        if found:
            return list(found[1])
    return []


def _best(search: _Search, at: tuple[int, ...], used: frozenset[Column]) -> tuple[float, tuple[Piece, ...]] | None:
    """The cheapest way to part what stands right of these places into columns that have no cell yet."""
    if all(place == len(line) for place, line in zip(at, search.lines, strict=True)):
        return 0.0, ()
    if (at, used) in search.known:
        return search.known[at, used]
    found: tuple[float, tuple[Piece, ...]] | None = None
    for after, words in _first_cells(search, at):
        cell = Piece(min(w.start for w in words), max(w.end for w in words), wrapped([word.text for word in words]))
        column = columns.named(cell.text, search.shape)
        rest = _best(search, after, used | {column}) if column and column not in used else None
        if rest and (found is None or _spread(words) + rest[0] < found[0]):
            found = _spread(words) + rest[0], (cell, *rest[1])
    search.known[at, used] = found
    return found


def _first_cells(search: _Search, at: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], list[Piece]]]:
    """The cells that may stand first: on every line so many of its next words that all stand above one another."""
    left = min(line[place].start for place, line in zip(at, search.lines, strict=True) if place < len(line))
    ways: list[tuple[tuple[int, ...], list[Piece]]] = [((), [])]
    for place, line in zip(at, search.lines, strict=True):
        longer: list[tuple[tuple[int, ...], list[Piece]]] = []
        for places, words in ways:
            for count in range(min(_MOST, len(line) - place) + 1):
                more = [*words, *_piece(line[place : place + count])]
                if count == 0 or (_together(words, more[-1]) and _may_name(more)):
                    longer.append(((*places, place + count), more))
        ways = longer
        search.tried += len(ways)
        if search.tried > _TRIES:
            return
    yield from ((places, words) for places, words in ways if words and min(w.start for w in words) <= left + _APART)


def _piece(words: Sequence[Piece]) -> list[Piece]:
    """A line's words in a cell as one piece, nothing where it has none."""
    return [Piece(words[0].start, words[-1].end, " ".join(word.text for word in words))] if words else []


def _together(cell: Sequence[Piece], more: Piece) -> bool:
    """Whether the next line's words stand above or below those of the cell so far."""
    if not cell:
        return True
    start, end = min(piece.start for piece in cell), max(piece.end for piece in cell)
    return more.start < end + _APART and more.end > start - _APART


def _may_name(words: Sequence[Piece]) -> bool:
    """Whether a column's name can go on after these words."""
    return columns.header_word(_YEAR.sub("", "".join(key(word.text) for word in words)))


def _spread(words: Sequence[Piece]) -> float:
    """How far the words stand from one left edge, one right edge or one middle."""
    left, right = min(word.start for word in words), max(word.end for word in words)
    return min(
        sum(word.start - left for word in words),
        sum(right - word.end for word in words),
        sum(abs(word.start + word.end - left - right) / 2 for word in words),
    )
