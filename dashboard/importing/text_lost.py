"""Text that has lost its tables' columns, as `pdftotext` prints it without -layout and copying from a page gives it.

Cells then stand one after another with nothing for an empty one: which number belongs to which column can't be told,
nor in which row it stands, so that such a text is refused rather than half read.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from dashboard.errors import UnreadableDocument
from dashboard.importing.document import Block, Heading, Row, Table
from dashboard.importing.lines import Line
from dashboard.importing.text_words import pieces
from dashboard.importing.vocabulary import key

# Words of headers, broken or not, in the order in which lines of columns may come: each table has all of one group.
_HEADERS = (
    ("startdatum", "slutdatum"),
    ("utfallman", "utfallkvinnor"),
    ("arsmal", "periodicitet"),
    ("utfallt1", "utfallt2"),
)
_GAP = re.compile(r"\S {2,}\S")
_DATED = re.compile(r"^(?:(?:VB|T1|T2) 20\d\d|20\d\d-\d\d-\d\d)$")
# What stands in cells and never as a line of prose: a row's two dates, or figures with their unit.
_VALUES = re.compile(r"20\d\d-\d\d-\d\d 20\d\d-\d\d-\d\d|[≥≤<>~±+\-−–]?\d[\d ,.]*(?:%|st|tkr|mnkr)(?: [\d,.%]+)*")
_FIGURE = re.compile(r"^[≥≤<>~±+\-−–]?\d")
_ANALYSES = ("analys", "kommentar")
_ENDS = (".", "!", "?", ":")
_LINES = 6  # a row's, above or below the one with its figures
_ROW = 3  # pieces that stand apart, two of them figures
_CELLS = 3  # lines of values alone: fewer may be a sentence's broken end
_SHORT = 60  # characters: a header's line, or a part of one


def refuse(lines: Sequence[Line], blocks: Iterable[Block]) -> None:
    """Raises UnreadableDocument where a table is printed and nothing in its lines tells an empty cell."""
    if any(_GAP.search(line.text) for line in lines) or not _prints_table(lines):
        return
    if lines[-1].page == lines[0].page and _whole(blocks):
        return
    raise UnreadableDocument(
        "Filen är text där tabellernas kolumner har gått förlorade: det syns inte vilken kolumn ett tal hör till.",
        "Läs in rapporten som PDF eller Word, eller gör om texten med ”pdftotext -layout”.",
    )


def _prints_table(lines: Iterable[Line]) -> bool:
    """Whether a header's words stand there or, where they are broken beyond telling, several lines of cells alone."""
    lines = list(lines)
    if sum(1 for line in lines if _VALUES.fullmatch(line.words)) >= _CELLS:
        return True
    short = "".join(key(line.text) for line in lines if len(line.text) < _SHORT or "Utfall" in line.text)
    return any(all(word in short for word in group) for group in _HEADERS)


def _whole(blocks: Iterable[Block]) -> bool:
    """Whether every table has rows whose cells could all be told, as in a report without empty cells."""
    tables = [block for block in blocks if isinstance(block, Table)]
    return bool(tables) and all(table.rows and not any(row.loose for row in table.rows) for table in tables)


def rows(
    lines: Sequence[Line], above: Sequence[Line], blocks: Sequence[Block], ends: Callable[[Line], bool]
) -> tuple[Table, int, int] | None:
    """Rows that no table took, as one with the last one's header and all words loose: a doubt and never prose.

    With it the number of lines `above` that belong to it, and of `lines` that it takes; `ends` tells a heading.
    """
    before = next((block for block in reversed(blocks) if isinstance(block, Table)), None)
    if before is None or not _looks_like_row(lines[0], _near(blocks)):
        return None
    name = [] if any(line.words.endswith(_ENDS) for line in above) or len(above) > _LINES else above
    below = list(takewhile(lambda line: not (line.blank or ends(line) or _announces(line)), lines[1 : 1 + _LINES]))
    taken = [*name, lines[0], *below]
    row = Row(("",) * len(before.header), taken[0].place, " ".join(line.words for line in taken), unsure=True)
    return Table(before.header, (row,), taken[0].place), len(name), 1 + len(below)


def _looks_like_row(line: Line, near: bool) -> bool:
    """Whether figures stand apart on the line, and a period or date with them where no table stands right above."""
    parts = [piece.text for piece in pieces(line.text)]
    figures = sum(1 for part in parts if _FIGURE.match(part) or _DATED.match(part))
    return len(parts) >= _ROW and figures >= _ROW - 1 and (near or any(map(_DATED.match, parts)))


def _near(blocks: Sequence[Block]) -> bool:
    """Whether nothing but a row's analysis stands between the last table and here."""
    at = max((n for n, block in enumerate(blocks) if isinstance(block, Table)), default=-1)
    return not any(isinstance(block, Heading) and key(block.text) not in _ANALYSES for block in blocks[at + 1 :])


def _announces(line: Line) -> bool:
    return key(line.words.split(" ")[0]) in _ANALYSES
