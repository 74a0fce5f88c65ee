"""Rows without rules or space between them: where each begins is told by how its cells stand beside one another.

The cells of a row share their first line, their middle or their last line, the same way throughout a table. Each row
has its period or date once; a cell goes on with a line only where the line before had no room for the next word.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median_low

from dashboard.importing import pdf_periods as periods
from dashboard.importing.columns import Column, Shape
from dashboard.importing.pdf_grid import Grid, anchor_column, name_column, split
from dashboard.importing.pdf_marks import Line, Word
from dashboard.importing.pdf_pieces import Piece, begins_anew, piece_of, stand
from dashboard.importing.vocabulary import unfinished

_NEVER = 99.0
_ALIKE = 0.4  # of the size: base lines that differ less are meant to be one; an icon pushes its own down
_UNSURE = 0.3  # costs that differ less leave two readings open
_LONGEST = 60  # lines of one row: a name in a narrow column may take half a page
_HABIT = 3.0  # so much the tables before say at most of how cells stand in this one
_BLANK = 0.26  # of the size: the width of a blank between two words
_COUNTS = (Column.T1, Column.T2, Column.VB, Column.TOTAL)  # whole numbers of few digits: never broken
_PLACES = ("top", "middle", "bottom")


@dataclass(frozen=True, slots=True)
class Cut:
    """Lines of one row; `unsure` where they could as well be cut otherwise."""

    lines: list[Line]
    unsure: bool = False


class Stacks:
    """The runs of a table's lines on one page, each one row or several.

    `right` is the names' right edge; `habit` what each place of cells has cost in the document's tables before.
    """

    def __init__(
        self, grid: Grid, lead: float, runs: Sequence[Sequence[Line]], habit: dict[str, float] | None = None
    ) -> None:
        self.grid, self.lead = grid, lead
        self.habit = {} if habit is None else habit
        self.feedback = grid.header.shape is Shape.FEEDBACK
        category = grid.header.place(Column.CATEGORY) if self.feedback else None  # a group's label runs over many rows
        self.name = name_column(grid.header) if category is None else category
        self.anchor = None if self.feedback else anchor_column(grid.header)
        self.first = name_column(grid.header)
        self.counts = {number for number, column in enumerate(grid.header.columns) if column in _COUNTS}
        self.runs = [_Run(self, lines) for lines in runs]
        pieces = [(column, piece) for run in self.runs for column, many in run.columns.items() for piece in many]
        self.right = max((piece.x1 for column, piece in pieces if column == self.name), default=0.0)
        self.widths: dict[int, float] = {}
        for column, piece in pieces:
            self.widths[column] = max(self.widths.get(column, 0.0), piece.x1 - piece.x0)

    def cuts(self, *, rest_first: bool) -> list[list[Cut]]:
        """Each run's rows; `rest_first`: the first one may begin with the rest of a row from the page before."""
        ways = {
            place: [run.best(place, rest_first=rest_first and not number) for number, run in enumerate(self.runs)]
            for place in _PLACES
        }
        again = sum(run.begins_again(run.columns.get(self.name, [])) for run in self.runs)
        if self.feedback and 4 * again <= len(self.runs) and sum(run.whole() for run in self.runs) < 1.0:
            return [[Cut(run.lines)] for run in self.runs]  # space parts the rows
        own = {place: sum(cost for cost, _ in found) for place, found in ways.items()}
        totals = {place: cost + self.habit.get(place, 0.0) for place, cost in own.items()}
        least = min(totals.values())
        self.habit |= {place: min(_HABIT, cost - least) for place, cost in totals.items()}
        chosen = min(_PLACES, key=lambda place: totals[place])
        rivals = [place for place in _PLACES if totals[place] < totals[chosen] + _UNSURE]
        return [
            run.cut(chosen, {place: ways[place][number][1] for place in rivals}, rest_first=rest_first and not number)
            for number, run in enumerate(self.runs)
        ]

    def fits(self, column: int, before: Piece, after: Piece) -> bool:
        """Whether the next line's first word had room on the line before: then the line's end was meant.

        A small letter goes on in any case: narrow columns break lines within words.
        """
        if after.text[:1].islower():
            return False
        more = after.first + _BLANK * self.grid.size
        if column == self.name:
            return before.x1 + more < self.right - 0.5
        return before.x1 - before.x0 + more < self.widths.get(column, 0.0) - 0.5


class _Run:
    """Lines that stand together."""

    def __init__(self, table: Stacks, lines: Sequence[Line]) -> None:
        self.table, self.lines = table, list(lines)
        self.columns: dict[int, list[Piece]] = {}
        for number, line in enumerate(lines):
            cells: dict[int, list[Word]] = {}
            for word in split(line.words, table.grid):
                cells.setdefault(table.grid.column(word), []).append(word)
            for column, words in cells.items():
                if column >= table.first:
                    self.columns.setdefault(column, []).append(piece_of(number, words))
        self.anchors = (
            periods.lines_of([(piece.line, piece.text) for piece in self.columns.get(table.anchor, [])])
            if table.anchor is not None
            else []
        )
        self.cost = cache(self._cost)

    def best(self, place: str, *, rest_first: bool) -> tuple[float, tuple[int, ...]]:
        """The least cost of cutting these lines into rows, and the cuts."""
        count = len(self.lines)
        ways: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
        for end in range(1, count + 1):
            options = []
            for start in range(max(0, end - _LONGEST), end):
                cost = ways[start][0] + self.cost(start, end, place, rest_first and start == 0)
                options.append((cost, (*ways[start][1], start)))
            ways.append(min(options))
        cost, starts = ways[count]
        return cost, starts[1:]

    def whole(self) -> float:
        """How unlike one row all these lines are, wherever its cells stand."""
        inside = {column: pieces for column, pieces in self.columns.items() if column >= self.table.name}
        return sum(self._of_cell(column, pieces) for column, pieces in inside.items())

    def cut(self, place: str, ways: dict[str, tuple[int, ...]], *, rest_first: bool) -> list[Cut]:
        """The rows, those marked that another way to cut explains as well."""
        cuts = ways[place]
        others = {cut for other in ways.values() for cut in set(other) ^ set(cuts)}
        edges = [0, *cuts, len(self.lines)]
        doubted = {number for number in range(1, len(edges) - 1) if self._open(place, edges, number, rest_first)}
        rows = []
        for number, (start, end) in enumerate(itertools.pairwise(edges)):
            unsure = number in doubted or number + 1 in doubted or any(start <= other < end for other in others)
            unsure = unsure or self._two(place, start, end, rest_first and start == 0)
            rows.append(Cut(self.lines[start:end], unsure))
        return rows

    def _open(self, place: str, edges: Sequence[int], number: int, rest_first: bool) -> bool:
        """Whether this cut could as well stand elsewhere between its neighbours."""
        start, end = edges[number - 1], edges[number + 1]
        rest = rest_first and start == 0
        costs = {
            cut: self.cost(start, cut, place, rest) + self.cost(cut, end, place, False)
            for cut in range(start + 1, end)
        }  # fmt: skip
        least = costs.pop(edges[number])
        return any(cost < least + _UNSURE for cost in costs.values())

    def _two(self, place: str, start: int, end: int, rest: bool) -> bool:
        """Whether these lines could as well be two rows."""
        one = self.cost(start, end, place, rest)
        return any(
            self.cost(start, cut, place, rest) + self.cost(cut, end, place, False) < one + _UNSURE
            for cut in range(start + 1, end)
        )

    def _cost(self, start: int, end: int, place: str, rest: bool) -> float:
        """How unlike one row these lines are."""
        cost = self._of_anchors(start, end, rest)
        if cost >= _NEVER:
            return cost
        inside = {
            column: found for column, many in self.columns.items()
            if (found := [piece for piece in many if start <= piece.line < end])
        }  # fmt: skip
        cells = sum(self._of_cell(column, pieces) for column, pieces in inside.items())
        return cost + cells + self._of_name(inside, rest) + self._of_places(inside, place)

    def _of_anchors(self, start: int, end: int, rest: bool) -> float:
        if self.table.anchor is None:
            return 0.0
        whole = sum(start <= first and last < end for first, last in self.anchors)
        broken = any(start <= last and first < end and not (start <= first and last < end)
                     for first, last in self.anchors)  # fmt: skip
        if broken or whole > 1:
            return _NEVER
        return 0.0 if whole else 0.4 if rest else 1.5

    def _of_name(self, inside: dict[int, list[Piece]], rest: bool) -> float:
        names = inside.get(self.table.name)
        if not names:
            return 0.3 if rest else 1.5
        text = " ".join(piece.text for piece in names)
        begun = self._not_begun(names[0].text) and not rest
        again = self.table.feedback and self.begins_again(names)
        goes_on = self.table.feedback and unfinished(text)
        brackets = text.count("(") != text.count(")") and not rest
        anew = self.table.feedback and sum(begins_anew(*pair) for pair in itertools.pairwise(names))
        return 0.5 * begun + 0.25 * again + 0.7 * (brackets or goes_on) + 0.6 * anew

    def begins_again(self, names: Sequence[Piece]) -> bool:
        """Whether a line of the name could begin a name of its own."""
        return any(
            not self._not_begun(after.text)
            and before.text.count("(") == before.text.count(")")
            and not unfinished(before.text)
            for before, after in itertools.pairwise(names)
        )

    def _not_begun(self, text: str) -> bool:
        return text[:1].islower() or (self.table.feedback and text[:1] == "(")

    def _of_places(self, inside: dict[int, list[Piece]], place: str) -> float:
        size = self.table.grid.size
        stands = [stand(pieces, place) for pieces in inside.values()]
        if not stands:
            return 0.0
        wanted = median_low(stands)
        weights = [0.5 if column < self.table.name else 1.0 for column in inside]
        return sum(
            weight * min(1.5, away)
            for one, weight in zip(stands, weights, strict=True)
            if (away := abs(one - wanted) / size) > _ALIKE
        )

    def _of_cell(self, column: int, pieces: Sequence[Piece]) -> float:
        far = (self.table.lead + 0.22) * self.table.grid.size
        return sum(
            2.0
            if after.base - before.base > far or column in self.table.counts
            else 1.0
            if self.table.fits(column, before, after)
            else 0.0
            for before, after in itertools.pairwise(pieces)
        )
