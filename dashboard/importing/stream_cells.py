"""Cells of a row whose table has lost its rules: one blank between neighbours, and one more for each empty cell.

'94 %    94 % öka 2023' is seven cells, three of them empty. A row is cut only where its header's columns allow
exactly one way; what can be cut in two ways is left to be told as a doubt.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.importing.columns import Column

_NUMBER = re.compile(r"^[≥≤<>~±]?[+\-−–]?(?:0|[1-9][\d\u00a0\u202f.]*)(?:,\d+)?\u00a0?%?$")
_SIGN = re.compile(r"^(?:[≥≤<>~±]|[+\-−–]|ca\.?|minst|högst|max|min)$")
_HEAD = re.compile(r"^[≥≤<>~±]?[+\-−–]?[1-9]\d{0,2}$")
_GROUP = re.compile(r"^\d{3}(?:,\d+)?%?$")
_UNITS = frozenset(
    [
        "%",
        "‰",
        "st",
        "st.",
        "kr",
        "tkr",
        "mnkr",
        "mkr",
        "kronor",
        "kWh",
        "MWh",
        "ton",
        "kg",
        "dagar",
        "timmar",
        "procent",
        "procentenheter",
        "poäng",
        "minuter",
        "månader",
        "veckor",
        "år",
        "km",
        "m2",
        "kvm",
        "personer",
        "platser",
        "besök",
        "ärenden",
    ]
)
_NOTHING = (
    ("–",),
    ("-",),
    ("—",),
    ("−",),
    ("*",),
    ("..",),
    ("Inga", "data"),
    ("Ingen", "uppgift"),
    ("Ej", "mätt"),
    ("Saknas",),
)
_PERIOD = re.compile(r"^(?:(?:VB|VP|T ?[12]|Tertial ?[123]|Helår|År|Delår) ?)?20\d\d$")
_PERIODICITY = re.compile(
    r"^(?:Vartannat |Vart tredje )?(?:År|år|Tertial|Halvår|Kvartal|Månad|Termin|Delår|Läsår)(?:svis|ligen)?$"
)
_DATE = re.compile(r"^20\d\d-[01]\d-[0-3]\d$")
_KNOWN_WORDS = re.compile(
    r"^(?:(?:ska )?(?:öka|minska|bibehålla|oförändra)\w*|tas fram .*|fastställs .*|följs upp .*|saknas|ej målsatt)$",
    re.IGNORECASE,
)
# 'Område 6 362' may be area 6 with 362, or 6 362 of an area.
_NUMBERED = frozenset(
    ["område", "dag", "nivå", "steg", "klass", "årskurs", "del", "typ", "grupp", "zon", "enhet", "nr", "nummer", "mål",
     "kvartal", "vecka", "etapp", "fas", "avdelning", "hus", "distrikt", "agenda", "kategori", "fråga", "lag", "våning"]
)  # fmt: skip
_VALUES = (Column.OUTCOME, Column.PERIOD, Column.PERIODICITY, Column.START)
_LONGEST = 9  # words in a cell that isn't a name


@dataclass(frozen=True, slots=True)
class Tokens:
    """A row's printed words, '' for each empty cell; `ends` are the places where a wrapped cell is known to end."""

    words: tuple[str, ...]
    ends: frozenset[int]


def tokens_of(parts: Sequence[str]) -> Tokens:
    """Tokens of a row printed in `parts`, each of which ends a cell."""
    words: list[str] = []
    ends: set[int] = set()
    for number, part in enumerate(parts):
        words += (part.lstrip() if not number else part).split(" ")
        ends.add(len(words))
    return Tokens(tuple(words), frozenset(ends))


def cuts(tokens: Tokens, columns: Sequence[Column]) -> list[tuple[str, ...]]:
    """The likeliest ways to cut the row, its name first; several where equally likely, none where it is no row.

    Likelier is the way with fewer cells in unknown words, then the one with the shorter name, so that a number's
    thousands stay with it.
    """
    ranked: dict[tuple[int, int], list[tuple[str, ...]]] = {}
    for name in range(1, min(tokens.ends) + 1):
        title = _text(tokens.words[:name])
        for cells in _ways(tokens, name, list(columns)) if any(c.isalpha() for c in title) else ():
            if any(cell for cell, column in zip(cells, columns, strict=True) if column is not Column.DEVIATION):
                strange = sum(1 for cell in cells if cell[:1].isalpha() and not _familiar(cell))
                ranked.setdefault((strange, name), []).append((title, *cells))
    return _with_numbered(ranked) if ranked else []


def _with_numbered(ranked: Mapping[tuple[int, int], list[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    """The likeliest ways; where the name ends with what bears a number, those too that leave it the figure."""
    strange, name = best = min(ranked)
    bears = any(ways[0].rpartition(" ")[2].casefold() in _NUMBERED for ways in ranked[best])
    return [*ranked[best], *ranked.get((strange, name + 1), ())] if bears else ranked[best]


def values_alone(text: str) -> bool:
    """Whether a printed part holds nothing but what stands in value cells: numbers, periods, dates and known words."""
    words = text.split()
    at = 0
    while at < len(words):
        ends = [end for column in _VALUES for end in _ends_in(words, at, column)]
        ends += [end for end in _word_ends(words, at) if _KNOWN_WORDS.match(" ".join(words[at:end]))]
        if not ends:
            return False
        at = max(ends)
    return bool(words)


def count_cell(tokens: Sequence[str], at: int) -> list[int]:
    """Where a cell that holds a count, or nothing, can end when it begins at `at`."""
    return _number_ends(tokens, at)


def _familiar(cell: str) -> bool:
    return bool(_KNOWN_WORDS.match(cell) or _PERIOD.match(cell) or _PERIODICITY.match(cell))


def _ways(tokens: Tokens, at: int, columns: list[Column]) -> Iterator[tuple[str, ...]]:
    if not columns or (columns == [Column.DEVIATION] and at == len(tokens.words)):
        if at == len(tokens.words):
            yield ("",) * len(columns)
        return
    for end in _ends_in(tokens.words, at, columns[0]):
        if any(at < boundary < end for boundary in tokens.ends):
            continue
        for rest in _ways(tokens, end, columns[1:]):
            yield (_text(tokens.words[at:end]), *rest)


def _ends_in(words: Sequence[str], at: int, column: Column) -> list[int]:
    """Where a cell of this column can end when it begins at `at`; an empty one takes one empty token."""
    if at >= len(words):
        return []
    if column in (Column.PERIOD, Column.PERIODICITY):
        pattern = _PERIOD if column is Column.PERIOD else _PERIODICITY
        return _matching(words, at, pattern, 3) + ([at + 1] if not words[at] else [])
    if column in (Column.START, Column.END):
        return [at + 1] if not words[at] or _DATE.match(words[at]) else []
    if column is Column.DEVIATION:
        return [len(words)] if words[at] or at + 1 == len(words) else []
    ends = _number_ends(words, at)
    return ends + _word_ends(words, at) if column in (Column.TARGET, Column.KF_TARGET) else ends


def _number_ends(words: Sequence[str], at: int) -> list[int]:
    if at >= len(words):
        return []
    if not words[at]:
        return [at + 1]
    for nothing in _NOTHING:
        if tuple(words[at : at + len(nothing)]) == nothing:
            return [at + len(nothing)]
    begin = at + 1 if _SIGN.match(words[at]) else at
    if begin >= len(words) or not _NUMBER.match(words[begin]):
        return []
    ends = [begin + 1]
    while _HEAD.match(words[begin]) and ends[-1] < len(words) and _GROUP.match(words[ends[-1]]):
        ends.append(ends[-1] + 1)
    return [_past_unit(words, end) for end in ends]


def _past_unit(words: Sequence[str], end: int) -> int:
    """A unit belongs to its number, one stray blank between them or none."""
    if end < len(words) and words[end] in _UNITS:
        return end + 1
    if end + 1 < len(words) and not words[end] and words[end + 1] in _UNITS:
        return end + 2
    return end


def _word_ends(words: Sequence[str], at: int) -> list[int]:
    if not words[at][:1].isalpha():
        return []
    ends: list[int] = []
    for end in range(at + 1, min(at + _LONGEST, len(words)) + 1):
        if not words[end - 1] or any(character.isdigit() for character in words[end - 1]):
            break
        ends.append(end)
    return ends


def _matching(words: Sequence[str], at: int, pattern: re.Pattern[str], most: int) -> list[int]:
    return [end for end in range(at + 1, min(at + most, len(words)) + 1) if pattern.match(" ".join(words[at:end]))]


def _text(words: Sequence[str]) -> str:
    return " ".join(word for word in words if word)
