"""A table's header in text that kept its positions: its cells, however wrapped, broken, aligned or close together."""

import re
from collections.abc import Iterator, Sequence

from dashboard.importing import columns, text_touching
from dashboard.importing.columns import Column, Shape
from dashboard.importing.lines import Line
from dashboard.importing.text_words import Piece, pieces, wrapped

_WORD = re.compile(r"\S+")
_GROUPED = re.compile(r"(?:VB|T1|T2|ack\.?) 20\d\d(?!\S)|\S+")  # a period stays one word
_NEAR = 1
_CELL_WORDS = 4  # words of one cell on the header's fullest line


def cells_of(lines: Sequence[Line]) -> list[Piece]:
    """The cells of the header that these lines are, left to right; none where they are no whole header."""
    for part in _parts(lines):
        if not _apart(part):
            continue
        for way in (_above_one_another, _at_known_places, _named, _grouped, text_touching.cells):
            cells = way(part)
            if columns.of_cells(tuple(cell.text for cell in cells)):
                return cells
    return []


def on_own_page(cells: list[Piece], lines: Sequence[Line]) -> list[Piece]:
    """The cells as the header's own page has them, where its last lines stand on the next one."""
    here = [line.text for line in lines if line.page == lines[0].page]
    if len(here) == len(lines):
        return cells
    return next((own for way in (_above_one_another, _at_known_places) if len(own := way(here)) == len(cells)), cells)


def _parts(lines: Sequence[Line]) -> Iterator[list[str]]:
    """The header's lines; those after a page's end are tried a little to the left and right, as pages differ."""
    page = lines[0].page
    shifts = sorted(range(-8, 9), key=abs) if lines[-1].page != page else [0]
    for shift in shifts:
        yield [line.text if line.page == page else " " * shift + line.text[max(0, -shift) :] for line in lines]


def _apart(part: Sequence[str]) -> bool:
    """Whether two blanks or more part the header's cells somewhere: else no position was kept."""
    return any(len(pieces(text)) > 1 for text in part)


def _above_one_another(part: Sequence[str]) -> list[Piece]:
    """The header's cells where pieces above one another are one cell."""
    cells: list[tuple[Piece, list[str]]] = []
    for text in part:
        for piece in pieces(text):
            over = [cell for cell in cells if cell[0].start < piece.end and piece.start < cell[0].end]
            words = [word for cell in over for word in cell[1]] + [piece.text]
            cells = [cell for cell in cells if cell not in over]
            start, end = min([piece.start, *(c[0].start for c in over)]), max([piece.end, *(c[0].end for c in over)])
            cells.append((Piece(start, end, wrapped(words)), words))
    return sorted((cell for cell, _ in cells), key=lambda cell: cell.start)


def _at_known_places(part: Sequence[str]) -> list[Piece]:
    """The header's cells where a single blank parts some of them, but other lines tell where the cells begin."""
    starts = sorted({piece.start for text in part for piece in pieces(text)})
    starts = [start for number, start in enumerate(starts) if not number or start - starts[number - 1] > _NEAR]
    words: dict[int, list[Piece]] = {}
    for text in part:
        for found in _WORD.finditer(text):
            at = max((start for start in starts if start <= found.start() + _NEAR), default=starts[0])
            words.setdefault(at, []).append(Piece(found.start(), found.end(), found.group()))
    return [
        Piece(at, max(word.end for word in inside), wrapped([word.text for word in inside]))
        for at, inside in sorted(words.items())
    ]


def _named(part: Sequence[str]) -> list[Piece]:
    """The cells of a header on one line, told by their names alone."""
    header = columns.of_stream(part[0]) if len(part) == 1 else None
    cells: list[Piece] = []
    at = 0
    for words in header.words if header else ():
        found = re.compile(r"\s+".join(map(re.escape, words.split()))).search(part[0], at)
        if not found:
            return []
        cells.append(Piece(found.start(), found.end(), words))
        at = found.end()
    return cells


def _grouped(part: Sequence[str]) -> list[Piece]:
    """The cells where single blanks part neighbours: words below the fullest line's words, joined as names allow."""
    words = [[Piece(found.start(), found.end(), found.group()) for found in _GROUPED.finditer(text)] for text in part]
    bases = sorted((line for line in words if len(line) > 1), key=len, reverse=True)
    return next((cells for base in bases if (cells := _grouped_at(base, words))), [])


def _grouped_at(base: Sequence[Piece], words: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The cells where every word belongs to the word of the base line that it stands nearest to."""
    above: list[list[tuple[int, Piece]]] = [[] for _ in base]
    for number, line in enumerate(words):
        for word in line:
            at = base.index(word) if line is base else min(range(len(base)), key=lambda n: _apart_by(base[n], word))
            above[at].append((number, word))
    for shape in Shape:
        groups = _groups(above, shape, frozenset())
        if groups:
            return groups
    return []


def _apart_by(base: Piece, word: Piece) -> float:
    ends = abs(base.end - word.end), abs(base.start + base.end - word.start - word.end) / 2
    return min(abs(base.start - word.start), *ends)


def _groups(above: list[list[tuple[int, Piece]]], shape: Shape, used: frozenset[Column]) -> list[Piece]:
    """The first way to join neighbouring words into cells that each name a column of their own."""
    for count in range(1, min(_CELL_WORDS, len(above)) + 1):
        words = [word for _, word in sorted((one for some in above[:count] for one in some), key=lambda one: one[0])]
        text = wrapped([word.text for word in words])
        column = columns.named(text, shape)
        if not column or column in used:
            continue
        cell = Piece(min(word.start for word in words), max(word.end for word in words), text)
        rest = _groups(above[count:], shape, used | {column}) if above[count:] else []
        if rest or not above[count:]:
            return [cell, *rest]
    return []
