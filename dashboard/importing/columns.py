"""The reports' three tables, known by their header cells: order and presence vary, and words may be broken."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dashboard.importing.column_words import (
    FIRST,
    HEADER_WORDS,
    MORE_WORDS,
    PATTERNS,
    REPEATED,
    SIDE,
    WIDER,
    Column,
    Shape,
)
from dashboard.importing.vocabulary import key

__all__ = ["Column", "Header", "Shape", "begins_header", "column_word", "header_word", "hopeless", "named"]
__all__ += ["of_apart", "of_cells", "of_form", "of_stream", "widely_named"]


_DATED = re.compile(r"(?:[a-z]*(?:vb|t[12]|ar|mal|utfall|prognos|t))?\d{1,4}(?:[a-z]{1,2})?")
_LONGEST_COLUMN = 40  # letters
_YEARED = re.compile(r"\b((?:VB|T1|T2)\s*20\d\d|20\d\d)\b")
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised header: its shape, its columns in printed order and the header cells' words."""

    shape: Shape
    columns: tuple[Column, ...]
    words: tuple[str, ...]

    @property
    def name(self) -> int:
        """The number of the column that holds the rows' names."""
        return self.columns.index(FIRST[self.shape])

    def place(self, column: Column) -> int | None:
        """The column's number among the row's cells."""
        return self.columns.index(column) if column in self.columns else None

    def period_of(self, column: Column) -> str | None:
        """The period that the column's header names, as printed: 'VB 2024' of 'Utfall VB 2024'."""
        number = self.place(column)
        found = _YEARED.search(" ".join(self.words[number].split())) if number is not None else None
        return found.group(1) if found else None


def of_cells(cells: tuple[str, ...]) -> Header | None:
    """The header that these cells are, or None; an empty first cell is a column without a name."""
    for shape in PATTERNS:
        header = _header(shape, tuple(named(cell, shape) for cell in cells), cells)
        if header:
            return header
    return None


def of_form(cells: tuple[str, ...]) -> Header | None:
    """The same where the file itself parts the cells: columns that no report of ours has may stand among the others."""
    if header := of_apart(cells):
        return header
    shape = Shape.INDICATORS
    named = _dated(tuple(widely_named(cell, shape) for cell in cells), cells)
    known = [column for column in named if column and column not in SIDE]
    if len(known) < 3 or not {Column.OUTCOME, Column.TARGET} & set(known):
        return None
    whole = tuple(column or (Column.OTHER if key(cell) else column) for column, cell in zip(named, cells, strict=True))
    return _header(shape, whole, cells)


def of_apart(cells: tuple[str, ...]) -> Header | None:
    """The same for cells that rules or a file's form part: more words, a status or an analysis of its own."""
    for shape in WIDER:
        header = _header(shape, _dated(tuple(widely_named(cell, shape) for cell in cells), cells), cells)
        if header:
            return header
    return None


def _header(shape: Shape, columns: tuple[Column, ...], cells: tuple[str, ...]) -> Header | None:
    """The header, where its columns are all named, each once, and the one that names the rows stands first."""
    told = [column for column in columns if column]
    own = [column for column in told if column not in SIDE]
    if not own or own[0] is not FIRST[shape] or len(told) < 3 or len(set(own)) < len(own) or len(own) < 2:
        return None
    if any(column is not Column.STATUS for column in told[: told.index(own[0])]):
        return None
    sides = [column for column in told if column in SIDE and column not in REPEATED]
    if len(set(sides)) < len(sides) or len(told) < sum(1 for cell in cells if key(cell)):
        return None
    return Header(shape, columns, cells)


def _dated(columns: tuple[Column, ...], cells: tuple[str, ...]) -> tuple[Column, ...]:
    """Outcomes told by their years alone: the last year's is this report's, the one before it the previous one."""
    years = {
        number: found.group()
        for number, (column, cell) in enumerate(zip(columns, cells, strict=True))
        if column is Column.PREVIOUS and (found := _YEAR.search(key(cell)))
    }
    if not years or len(set(years.values())) < len(years):
        return columns
    order = sorted(years, key=lambda number: years[number], reverse=True)
    told = Column.OUTCOME in columns or (len(order) == 1 and _target_year(columns, cells) != years[order[0]])
    meant = [Column.PREVIOUS, *[Column.EARLIER] * len(order)]
    names = dict(zip(order, meant if told else [Column.OUTCOME, *meant], strict=False))
    return tuple(names.get(number, column) for number, column in enumerate(columns))


def _target_year(columns: tuple[Column, ...], cells: tuple[str, ...]) -> str | None:
    targets = (Column.TARGET, Column.KF_TARGET)
    found = (_YEAR.search(cell) for column, cell in zip(columns, cells, strict=True) if column in targets)
    return next((year.group() for year in found if year), None)


def of_stream(text: str) -> Header | None:
    """The header that the whole of `text` is, where its cells stand one after another without rules between them."""
    for shape, (found, left) in _streamed(text).items():
        if found and not left and found[0][0] is FIRST[shape] and len(found) >= 3:
            return Header(shape, tuple(column for column, _ in found), tuple(words for _, words in found))
    return None


def hopeless(text: str) -> bool:
    """Whether no words after these can make them the beginning of a header: what is left over is too long."""
    return all(left > _LONGEST_COLUMN for _, left in _streamed(text).values())


def begins_header(line: str) -> bool:
    """Whether a line can be the first one of a header whose cells are wrapped over many lines."""
    words = key(line)
    return any(patterns[0][1].match(words) and _prefix(words, patterns) for patterns in PATTERNS.values())


@lru_cache(maxsize=10_000)
def header_word(word: str) -> bool:
    """Whether a printed word, whole or broken, can stand in a header at all: a quick test before the columns' forms."""
    letters = key(word)
    return letters in HEADER_WORDS or bool(_DATED.fullmatch(letters))


@lru_cache(maxsize=10_000)
def column_word(word: str) -> bool:
    """The same for the words that header cells known apart may have."""
    return header_word(word) or key(word) in MORE_WORDS


@lru_cache(maxsize=10_000)
def named(cell: str, shape: Shape) -> Column:
    """The column of this table that a header cell with these words names, BLANK where it names none."""
    words = key(cell)
    return next((column for column, pattern in PATTERNS[shape] if pattern.fullmatch(words)), Column.BLANK)


@lru_cache(maxsize=10_000)
def widely_named(cell: str, shape: Shape) -> Column:
    """The same in every word that header cells known apart may have."""
    words = key(cell)
    return next((column for column, pattern in WIDER[shape] if pattern.fullmatch(words)), Column.BLANK)


def _prefix(words: str, patterns: list[tuple[Column, re.Pattern[str]]]) -> bool:
    """Whether the words go on with a second column's beginning after the first one's."""
    first = patterns[0][1].match(words)
    rest = words[first.end() :] if first else ""
    starts = ("peri", "utf", "ars", "prog", "kf", "startd", "klagom", "synp", "kat")
    return rest.startswith(starts)


@lru_cache(maxsize=1000)
def _streamed(text: str) -> dict[Shape, tuple[list[tuple[Column, str]], int]]:
    """For each table the columns that the text begins with, and how many letters of it are left over."""
    letters = [(letter, place) for place, letter in enumerate(map(key, text)) if letter]
    return {shape: _segments(text, letters, patterns) for shape, patterns in PATTERNS.items()}


def _segments(
    text: str, letters: list[tuple[str, int]], patterns: list[tuple[Column, re.Pattern[str]]]
) -> tuple[list[tuple[Column, str]], int]:
    """The columns that the text begins with, each used once, and the number of letters left over."""
    words = "".join(letter for letter, _ in letters)
    cuts: list[tuple[Column, str]] = []
    start = 0
    while start < len(words):
        used = {column for column, _ in cuts}
        options = [(column, pattern.match(words, start)) for column, pattern in patterns if column not in used]
        found = max(((m.end(), column) for column, m in options if m), default=None)
        if found is None:
            break
        end, column = found
        cuts.append((column, " ".join(text[letters[start][1] : letters[end - 1][1] + 1].split())))
        start = end
    return cuts, len(words) - start
