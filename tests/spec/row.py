"""A row of a table of rules, as the runners take it."""

from collections.abc import Sequence

from dashboard.model import Kind
from dashboard.swedish import Cell, parse_cell

NOTHING = "–"
PERIODS = {"Plan": Kind.VP, "Tertial 1": Kind.T1, "Tertial 2": Kind.T2, "Helår": Kind.VB}
Answer = dict[str, str]


class Row(dict[str, str]):
    """A row by its columns; it remembers what a runner has taken, so that what is left is what the code must answer."""

    def __init__(self, columns: Sequence[str], cells: Sequence[str]) -> None:
        super().__init__(zip(columns, cells, strict=True))
        self.taken: set[str] = set()

    def take(self, column: str, otherwise: str = NOTHING) -> str:
        self.taken.add(column)
        return self.get(column, otherwise)

    def cell(self, column: str) -> Cell:
        return parse_cell(self.take(column))

    def expected(self) -> Answer:
        return {column: value for column, value in self.items() if column not in self.taken}
