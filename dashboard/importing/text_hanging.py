"""Last rows of tables whose name goes on in what stands below: no whole name, so a person places the words."""

from collections.abc import Iterable, Sequence
from itertools import dropwhile

from dashboard.importing.document import Block, Paragraph, Row, Table
from dashboard.importing.text_doubled import untold


def doubted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with such rows as loose words; rows that a table's own next part goes on with are kept."""
    return tuple(
        Table(block.header, (*block.rows[:-1], untold(block.rows[-1])), block.place, block.labels_last)
        if isinstance(block, Table) and _hangs(block, blocks[at + 1 :])
        else block
        for at, block in enumerate(blocks)
    )


def _hangs(table: Table, after: Iterable[Block]) -> bool:
    """Whether small letters that no row took follow a row with values, past a header printed again above them."""
    if not table.rows or len(table.rows[-1].filled()) < 2 or table.rows[-1].unsure:
        return False
    below = next(dropwhile(lambda block: isinstance(block, Table) and not block.rows, after), None)
    if isinstance(below, Table):
        return below.rows[0].unsure and _goes_on(below.rows[0])
    return isinstance(below, Paragraph) and below.text[:1].islower()


def _goes_on(row: Row) -> bool:
    return not row.filled() and row.loose[:1].islower()
