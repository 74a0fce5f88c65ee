"""Tables of a Word document as neutral tables: header found, rows on its columns, merged rows as running text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.importing import columns, icons
from dashboard.importing.columns import Column, Header, Shape
from dashboard.importing.document import Block, Icon, Paragraph, Row, Table
from dashboard.importing.docx_grid import Cell, GridRow
from dashboard.importing.goal_rows import goal_label, goals_of
from dashboard.importing.vocabulary import goal_heading, key, status_line
from dashboard.model import Status
from dashboard.swedish import parse_date, parse_period

_HEADER_WITHIN = 4  # rows before the header: a title over the table, or a header of two rows
_ANALYSIS = ("analys", "kommentar")
_FILLS: tuple[Status | None, ...] = (Status.HELT, Status.DELVIS, Status.EJ)


@dataclass(frozen=True, slots=True)
class _Head:
    """A header with the grid columns that each of its cells covers, and the rows that it takes."""

    texts: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    known: Header | None
    first: int = 0
    rows: int = 1

    @property
    def name(self) -> int:
        """The number of the column that names the rows: the first one with a header."""
        if self.known:
            return self.known.name
        return next((number for number, text in enumerate(self.texts) if key(text)), 0)


def blocks(rows: Sequence[GridRow], before: Block | None) -> list[Block] | None:
    """The table's blocks; None where it only lays out other things, so that its cells are to be read as running text.

    `before` is the block right before it: a table without a header may go on with the one that a page break cut.
    """
    rows = [row for row in rows if row.cells]
    head = _header(rows)
    if head is None and isinstance(before, Table):
        head = _continued(before, rows)
    if head is None:
        words = [_unknown(rows)] if rows else []
        return list(words) if (_in_rows(rows) and any(map(goals_of, words))) or not _lays_out(rows) else None
    titles: list[Block] = [Paragraph(row.filled[0].text, row.place) for row in rows[: head.first] if row.filled]
    return titles + list(_cut(rows[head.first :], head))


def _header(rows: Sequence[GridRow]) -> _Head | None:
    for at in range(min(_HEADER_WITHIN, len(rows))):
        finer = at + 1 < len(rows) and len(rows[at + 1].cells) > len(rows[at].cells)
        for taken in (2, 1) if finer else (1, 2):
            head = _head(rows[at : at + taken], at)
            if head and head.known and head.rows == taken:
                return head
    return None


def _head(rows: Sequence[GridRow], first: int) -> _Head | None:
    """The header that one row makes, or two: 'Utfall' over 'Män' and 'Kvinnor' is 'Utfall Män' and 'Utfall Kvinnor'."""
    if not rows:
        return None
    lowest = max(rows, key=lambda row: len(row.cells))
    spans = tuple((cell.start, cell.end) for cell in lowest.cells)
    texts = tuple(" ".join(_over(row, span) for row in rows).strip() for span in spans)
    known = columns.of_form(texts)
    if known is None and len(rows) > 1:  # a name over several columns that says nothing of theirs
        texts = tuple(_over(lowest, span) or text for span, text in zip(spans, texts, strict=True))
        known = columns.of_form(texts)
    return _Head(texts, spans, known, first, len(rows))


def _over(row: GridRow, span: tuple[int, int]) -> str:
    return next((cell.text for cell in row.cells if cell.start <= span[0] < cell.end), "")


def _continued(before: Table, rows: Sequence[GridRow]) -> _Head | None:
    """The header of the table before, where these rows have its columns and values of its kind."""
    known = columns.of_form(before.header)
    widest = max(rows, key=lambda row: len(row.cells), default=None)
    if known is None or widest is None or len(widest.cells) != len(before.header):
        return None
    head = _Head(before.header, tuple((cell.start, cell.end) for cell in widest.cells), known, rows=0)
    fitting = any(_fits(known, _texts(row, head)) for row in rows if len(row.cells) == len(head.texts))
    return head if fitting else None


def _fits(header: Header, texts: tuple[str, ...]) -> bool:
    cells = dict(zip(header.columns, texts, strict=True))
    if header.shape is Shape.FEEDBACK:
        counts = [cells.get(column, "") for column in (Column.T1, Column.T2, Column.VB, Column.TOTAL)]
        return any(counts) and all(count.isdigit() for count in counts if count)
    if header.shape is Shape.ACTIVITIES:
        return parse_date(cells.get(Column.START, "") or cells.get(Column.END, "")) is not None
    period = cells.get(Column.PERIOD, "")
    return bool(period and parse_period(period)[1]) or key(cells.get(Column.PERIODICITY, "")) in ("ar", "tertial")


def _cut(rows: Sequence[GridRow], head: _Head) -> Iterator[Table]:
    """One table per printed header: where it stands again, a page ended."""
    place, texts = rows[0].place, head.texts
    waiting: list[Row] = []
    at = head.rows
    while at < len(rows):
        again = _head(rows[at : at + max(1, head.rows)], 0)
        if again and list(map(key, again.texts)) == list(map(key, head.texts)):
            yield Table(texts, tuple(waiting), place)
            place, waiting = rows[at].place, []
            at += max(1, head.rows)
            continue
        waiting += _rows(rows[at], head)
        at += 1
    yield Table(texts, tuple(waiting), place)


def _rows(row: GridRow, head: _Head) -> Iterator[Row]:
    """A row, or one row per paragraph of a text that runs over the whole table."""
    running = _running(row, head) or _labelled(row, head)
    if running:
        for text in running:
            yield Row(tuple(text if number == head.name else "" for number in range(len(head.texts))), row.place)
        return
    texts, found = _texts(row, head), _icons(row, head)
    if any(texts) or found:
        yield Row(texts, row.place, icons=found, places=(row.place,) * len(texts))


def _running(row: GridRow, head: _Head) -> tuple[str, ...]:
    """The paragraphs of the only filled cell, where it is merged over the columns or begins an analysis."""
    if len(row.filled) != 1:
        return ()
    cell = row.filled[0]
    if cell.end - cell.start > 1 and sum(_covers(cell, span) for span in head.spans) > max(2, len(head.spans) // 2):
        return cell.paragraphs
    words = cell.paragraphs[0].replace(":", " ").split()
    begins = bool(words) and key(words[0]) in _ANALYSIS and not _place_icons(row, head)
    return cell.paragraphs if begins and len(head.texts) > 1 else ()


def _labelled(row: GridRow, head: _Head) -> tuple[str, ...]:
    """An analysis whose label stands in a cell of its own beside the text's, which is merged over columns."""
    if len(row.filled) != 2 or key(row.filled[0].text) not in _ANALYSIS:
        return ()
    text = row.filled[1]
    return ("Analys", *text.paragraphs) if sum(_covers(text, span) for span in head.spans) > 1 else ()


def _covers(cell: Cell, span: tuple[int, int]) -> bool:
    return cell.start < span[1] and span[0] < cell.end


def _texts(row: GridRow, head: _Head) -> tuple[str, ...]:
    """Each cell's words in the column with which it shares most of the grid."""
    texts: list[list[str]] = [[] for _ in head.texts]
    for cell in row.filled:
        shared = [min(cell.end, end) - max(cell.start, start) for start, end in head.spans]
        texts[shared.index(max(shared))].append(cell.text)
    return tuple(" ".join(words) for words in texts)


def _icons(row: GridRow, head: _Head) -> tuple[Icon, ...]:
    """Icons beside the name: pictures and signs, else the colour of a cell that is there for nothing else."""
    return _place_icons(row, head) or tuple(
        icon
        for cell in row.cells
        if cell.fill and not cell.text and _beside(cell, head, named=False)
        if (icon := icons.of_colour(cell.fill, row.place)).status in _FILLS
        or (icons.hue(*cell.fill).unknown and _shows_status(cell, head))
    )


def _shows_status(cell: Cell, head: _Head) -> bool:
    """Whether the column's header says that it holds statuses: then a colour that means nothing is a doubt."""
    status = head.known.place(Column.STATUS) if head.known else None
    return status is not None and _covers(cell, head.spans[status])


def _place_icons(row: GridRow, head: _Head) -> tuple[Icon, ...]:
    return tuple(icon for cell in row.cells if _beside(cell, head, named=True) for icon in cell.icons)


def _beside(cell: Cell, head: _Head, *, named: bool) -> bool:
    """Whether the cell stands in a column without a header, or in the name's own."""
    status = head.known.place(Column.STATUS) if head.known else None
    return any(
        _covers(cell, span) and (not key(text) or number == status or (named and number == head.name))
        for number, (span, text) in enumerate(zip(head.spans, head.texts, strict=True))
    )


def _lays_out(rows: Sequence[GridRow]) -> bool:
    """Whether a table is there for its looks alone: one row or two columns, or goals and statuses in its cells."""
    if len(rows) < 2 or max(len(row.cells) for row in rows) < 3:
        return True
    cells = [paragraph for row in rows for cell in row.cells for paragraph in cell.paragraphs]
    return any(goal_heading(text) or status_line(text) is Status.HELT for text in cells)


def _in_rows(rows: Sequence[GridRow]) -> bool:
    """Whether the word for a goal's level has a cell of its own."""
    return any(goal_label(row.cells[0].text) for row in rows)


def _unknown(rows: Sequence[GridRow]) -> Table:
    header = tuple(cell.text for cell in rows[0].cells)
    width = len(header)
    cut = (tuple(cell.text for cell in row.cells) for row in rows[1:])
    rest = zip(rows[1:], cut, strict=True)
    kept = (
        Row((texts + ("",) * width)[:width], row.place, " ".join(texts[width:]), _all_icons(row)) for row, texts in rest
    )
    return Table(header, tuple(kept), rows[0].place, icons=_all_icons(rows[0]))


def _all_icons(row: GridRow) -> tuple[Icon, ...]:
    return tuple(icon for cell in row.cells for icon in cell.icons)
