"""The reports' three tables, known by their header cells: order and presence vary, and words may be broken."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dashboard.importing.vocabulary import key


class Column(StrEnum):
    """What a column holds; `BLANK` is a column without a header, which holds icons or nothing."""

    BLANK = ""
    INDICATOR = "indikator"
    OUTCOME = "utfall"
    MEN = "män"
    WOMEN = "kvinnor"
    PREVIOUS = "föregående"
    TARGET = "årsmål"
    KF_TARGET = "kf-årsmål"
    FORECAST = "prognos"
    SIZE = "antal svarande"
    MEN_SIZE = "antal män"
    WOMEN_SIZE = "antal kvinnor"
    PERIOD = "period"
    PERIODICITY = "periodicitet"
    ACTIVITY = "aktivitet"
    START = "start"
    END = "slut"
    DEVIATION = "avvikelse"
    GROUP = "uppdelning"
    CATEGORY = "kategori"
    T1 = "t1"
    T2 = "t2"
    VB = "vb"
    TOTAL = "totalt"
    COMMENT = "bedömning"


class Shape(StrEnum):
    """Which of the reports' tables it is."""

    INDICATORS = "indikatorer"
    ACTIVITIES = "aktiviteter"
    FEEDBACK = "synpunkter"


# Keys of the header cells (see vocabulary.key); a longer form stands before the one it begins with.
_INDICATORS = (
    (Column.INDICATOR, r"(?:namnd|enhets?)?indikator(?:er)?"),
    (Column.FORECAST, r"(?:hel)?arsprognos(?:20\d\d)?|prognos(?:helar|arsutfall|utfall|ar|vb)?(?:20\d\d)?"),
    (Column.OUTCOME, r"periodensutfall|utfallperioden|utfall(?!man|kvinnor|pojkar|flickor|vb|t\d|20|foregaende)"),
    (Column.MEN, r"(?:periodens)?utfall(?:man(?:pojkar)?|pojkar)"),
    (Column.WOMEN, r"(?:periodens)?utfall(?:kvinnor(?:flickor)?|flickor)"),
    (Column.PREVIOUS, r"utfall(?:(?:vb|t[12])?20\d\d|foregaendear)"),
    (Column.KF_TARGET, r"(?:kf|kommunfullmaktige)s?arsmal(?:ar(?:20\d\d)?|20\d\d)?"),
    (Column.TARGET, r"(?:namndens|enhetens)?arsmal(?:ar(?:20\d\d)?|20\d\d)?"),
    (Column.SIZE, r"antal(?:svarande|personer|totalt)"),
    (Column.MEN_SIZE, r"antal(?:man(?:pojkar)?|pojkar)"),
    (Column.WOMEN_SIZE, r"antal(?:kvinnor(?:flickor)?|flickor)"),
    (Column.PERIODICITY, r"periodicitet"),
    (Column.PERIOD, r"(?:mat)?period"),
)
_ACTIVITIES = (
    (Column.ACTIVITY, r"(?:namnd|enhets?)?aktivitet(?:er)?"),
    (Column.START, r"startdatum|start"),
    (Column.END, r"slutdatum|slut"),
    (Column.DEVIATION, r"avvikelser?"),
)
_FEEDBACK = (
    (Column.GROUP, r"uppdelning"),
    (Column.CATEGORY, r"klagomalsynpunkterkategori(?:er)?|synpunkterklagomalkategori(?:er)?|kategori(?:er)?"),
    (Column.T1, r"utfallt1(?:20\d\d)?"),
    (Column.T2, r"utfallt2(?:20\d\d)?"),
    (Column.VB, r"utfallvb(?:20\d\d)?"),
    (Column.TOTAL, r"totaltack(?:umulerat)?(?:utfall)?(?:20\d\d)?|totalt(?:20\d\d)?"),
    (Column.COMMENT, r"(?:bedomning|sammanfattning|analys|kommentar)(?:och(?:planerade(?:atgarder)?)?)?"),
)
_SHAPES = {Shape.INDICATORS: _INDICATORS, Shape.ACTIVITIES: _ACTIVITIES, Shape.FEEDBACK: _FEEDBACK}
_FIRST = {Shape.INDICATORS: Column.INDICATOR, Shape.ACTIVITIES: Column.ACTIVITY, Shape.FEEDBACK: Column.GROUP}
_PATTERNS = {
    shape: [(column, re.compile(pattern)) for column, pattern in columns] for shape, columns in _SHAPES.items()
}
# Every word of these headers, joined where they are printed without a blank; a broken word is a part of one.
_HEADER_WORDS = (
    "namndindikatorer enhetsindikatorer namndensindikatorer enhetensindikatorer helarsprognos prognoshelar "
    "prognosarsutfall prognosvb periodensutfallman utfallperioden utfallmanpojkar utfallkvinnorflickor utfallvb "
    "utfallforegaendear kfsarsmalar kommunfullmaktigesarsmal namndensarsmal enhetensarsmal periodicitet matperiod "
    "namndaktiviteter enhetsaktiviteter startdatum slutdatum avvikelser uppdelning klagomalsynpunkterkategorier "
    "synpunkterklagomalkategorier utfallt1 utfallt2 totaltackumuleratutfall bedomningochplaneradeatgarder "
    "sammanfattningochplaneradeatgarder analysochplaneradeatgarder kommentarochplaneradeatgarder"
)
_DATED = re.compile(r"(?:[a-z]*(?:vb|t[12]|ar|mal|utfall|prognos|t))?\d{1,4}(?:[a-z]{1,2})?")
_LONGEST_COLUMN = 40  # letters
_YEARED = re.compile(r"\b((?:VB|T1|T2)\s*20\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised header: its shape, its columns in printed order and the header cells' words."""

    shape: Shape
    columns: tuple[Column, ...]
    words: tuple[str, ...]

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
    for shape in _PATTERNS:
        columns = tuple(named(cell, shape) for cell in cells)
        told = [column for column in columns if column]
        if not told or told[0] is not _FIRST[shape] or len(told) < 3 or len(set(told)) < len(told):
            continue
        if len(told) == sum(1 for cell in cells if key(cell)):
            return Header(shape, columns, cells)
    return None


def of_stream(text: str) -> Header | None:
    """The header that the whole of `text` is, where its cells stand one after another without rules between them."""
    for shape, (found, left) in _streamed(text).items():
        if found and not left and found[0][0] is _FIRST[shape] and len(found) >= 3:
            return Header(shape, tuple(column for column, _ in found), tuple(words for _, words in found))
    return None


def hopeless(text: str) -> bool:
    """Whether no words after these can make them the beginning of a header: what is left over is too long."""
    return all(left > _LONGEST_COLUMN for _, left in _streamed(text).values())


def begins_header(line: str) -> bool:
    """Whether a line can be the first one of a header whose cells are wrapped over many lines."""
    words = key(line)
    return any(patterns[0][1].match(words) and _prefix(words, patterns) for patterns in _PATTERNS.values())


@lru_cache(maxsize=10_000)
def header_word(word: str) -> bool:
    """Whether a printed word, whole or broken, can stand in a header at all: a quick test before the columns' forms."""
    letters = key(word)
    return letters in _HEADER_WORDS or bool(_DATED.fullmatch(letters))


@lru_cache(maxsize=10_000)
def named(cell: str, shape: Shape) -> Column:
    """The column of this table that a header cell with these words names, BLANK where it names none."""
    words = key(cell)
    return next((column for column, pattern in _PATTERNS[shape] if pattern.fullmatch(words)), Column.BLANK)


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
    return {shape: _segments(text, letters, patterns) for shape, patterns in _PATTERNS.items()}


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
