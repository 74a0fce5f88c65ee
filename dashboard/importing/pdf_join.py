"""A row that a page's end cut in two becomes one again, where its rest can be told from a row of its own."""

import re
from dataclasses import replace

from dashboard.importing import columns
from dashboard.importing.columns import Column, Header, Shape
from dashboard.importing.document import Block, Row, Table
from dashboard.importing.pdf_grid import anchor_column, name_column
from dashboard.importing.vocabulary import key

_ANNOUNCES = ("analys", "kommentar")
_DATE_BEGUN = re.compile(r"^20\d\d-[\d-]{0,4}$")
_PERIOD_BEGUN = re.compile(r"^(?:T[123]|VB|VP|Tertial(?: [123])?|Kvartal(?: \d)?|Halvår(?: \d)?)$", re.IGNORECASE)


def joined_rows(blocks: list[Block], tables: list[Table]) -> list[Block]:
    """The tables, the rest of a cut row moved to the row before; the last of `blocks` may be changed for it."""
    done: list[Block] = blocks[-1:]
    for table in tables:
        last = done[-1] if done else None
        pair = _joined(last, table) if isinstance(last, Table) else None
        done = [*done[:-1], *pair] if pair else [*done, table]
    kept = len(blocks[-1:])
    blocks[len(blocks) - kept :] = done[:kept]
    return done[kept:]


def _joined(before: Table, after: Table) -> tuple[Table, Table] | None:
    header = columns.of_apart(before.header)
    near = (after.place.page or 0) - (before.place.page or 0) == 1
    if not header or not near or before.header != after.header or not before.rows or not after.rows:
        return None
    row, rest = before.rows[-1], after.rows[0]
    label = _label(name_column(header), row, rest)
    if label:
        return replace(before, rows=(*before.rows[:-1], label[0])), replace(after, rows=(label[1], *after.rows[1:]))
    if not _is_rest(header, row, rest):
        return None
    cells = tuple(_whole(one, two) for one, two in zip(row.cells, rest.cells, strict=True))
    whole = replace(row, cells=cells, icons=row.icons + rest.icons, unsure=row.unsure or rest.unsure)
    return replace(before, rows=(*before.rows[:-1], whole)), replace(after, rows=after.rows[1:])


def _whole(one: str, two: str) -> str:
    """The two parts of a cell; a date that the page's end broke has no blank in it."""
    return one + two if _date_parted(one, two) else f"{one} {two}".strip()


def _date_parted(one: str, two: str) -> bool:
    return bool(_DATE_BEGUN.match(one) and two and re.fullmatch(r"20\d\d-\d\d-\d\d", one + two))


def _label(name: int, row: Row, rest: Row) -> tuple[Row, Row] | None:
    """The label of an analysis and its text where the page's end broke the label's word."""
    if row.filled() != (name,) or rest.filled() != (name,):
        return None
    begun, words = row.cells[name].replace(" ", ""), rest.cells[name].split(" ")
    label = begun + words[0]
    if key(begun) in _ANNOUNCES or key(label) not in _ANNOUNCES:
        return None
    cells = tuple(" ".join(words[1:]) if number == name else "" for number in range(len(rest.cells)))
    return replace(row, cells=tuple(label if cell else "" for cell in row.cells)), replace(rest, cells=cells)


def _is_rest(header: Header, row: Row, rest: Row) -> bool:
    """Whether the rest only goes on with cells that the row has begun, and lacks what every row has."""
    if not rest.filled() or not set(rest.filled()) <= set(row.filled()) or rest.icons:
        return False
    first = rest.cells[name_column(header)].split(" ")[0]
    if key(first) in _ANNOUNCES or not rest.places:  # the row's analysis; a text over the whole table has no cells
        return False
    if header.shape is Shape.FEEDBACK:
        return _category_goes_on(header, row, rest)
    anchor = anchor_column(header)
    if anchor is None or not row.cells[anchor]:
        return False
    if not rest.cells[anchor]:
        return True
    begun = _PERIOD_BEGUN.match(row.cells[anchor]) and re.fullmatch(r"20\d\d", rest.cells[anchor])
    return bool(begun) or _date_parted(row.cells[anchor], rest.cells[anchor])


def _category_goes_on(header: Header, row: Row, rest: Row) -> bool:
    """Rows of the feedback table may be empty: only the category's own words tell that they go on."""
    at, group = header.place(Column.CATEGORY), header.place(Column.GROUP)
    if at is None or group is None or not set(rest.filled()) <= {at, group} or not rest.cells[at]:
        return False
    if rest.cells[group][:1].isupper():
        return False
    return row.cells[at].endswith((",", "/", "-")) or not rest.cells[at][:1].isupper()
