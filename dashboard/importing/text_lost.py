"""Text that has lost its tables' columns, as `pdftotext` prints it without -layout and copying from a page gives it.

Cells then stand one after another with nothing for an empty one: which number belongs to which column can't be told,
nor in which row it stands, so that such a text is refused rather than half read.
"""

import re
from collections.abc import Iterable, Sequence

from dashboard.errors import UnreadableDocument
from dashboard.importing.document import Block, Row, Table
from dashboard.importing.lines import Line
from dashboard.importing.text_header import pieces
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
_FIGURE = re.compile(r"^[≥≤<>~±+\-−–]?\d")
_ROW = 3  # pieces that stand apart, two of them figures
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
    short = "".join(key(line.text) for line in lines if len(line.text) < _SHORT or "Utfall" in line.text)
    return any(all(word in short for word in group) for group in _HEADERS)


def _whole(blocks: Iterable[Block]) -> bool:
    """Whether every table has rows whose cells could all be told, as in a report without empty cells."""
    tables = [block for block in blocks if isinstance(block, Table)]
    return bool(tables) and all(table.rows and not any(row.loose for row in table.rows) for table in tables)


def row(line: Line, blocks: Sequence[Block]) -> Table | None:
    """A row that no table took, with the header of the last one and all its words loose: a doubt and never prose."""
    parts = [piece.text for piece in pieces(line.text)]
    before = next((block for block in reversed(blocks) if isinstance(block, Table)), None)
    figures = sum(1 for part in parts if _FIGURE.match(part) or _DATED.match(part))
    if before is None or len(parts) < _ROW or figures < _ROW - 1 or not any(map(_DATED.match, parts)):
        return None
    return Table(before.header, (Row(("",) * len(before.header), line.place, line.words),), line.place)
