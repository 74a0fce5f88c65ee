"""A table's lines on one page as rows: between rules where they are drawn, else where lines stand further apart."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.importing.columns import Shape
from dashboard.importing.document import Row
from dashboard.importing.pdf_cells import YEAR, cell_text, label_of
from dashboard.importing.pdf_grid import Grid, anchor_column, band_rules, name_column, split
from dashboard.importing.pdf_marks import Line, Page, Word, joined, place_of
from dashboard.importing.pdf_text import announced, paragraphs, text_of
from dashboard.model import Place

_ROW_GAP = 0.55  # of the size: cells of a row stand further apart than words


@dataclass(slots=True)
class Run:
    """Lines that make one row, or (`whole`) text that runs over the whole table."""

    whole: bool
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """A table's lines on one page; `open_text` where a text over the whole table was going on at the page's start."""

    grid: Grid
    page: Page
    lines: Sequence[Line]
    top: float
    bottom: float
    open_text: bool = False
    lead: float = 1.2


def rows_of(part: Part) -> tuple[list[Row], bool]:
    """The rows, and whether a text over the whole table stands last."""
    runs: list[Run] = []
    text_open = part.open_text
    for lines, closed in _bands(part):
        found = _runs(part, lines, closed, text_open)
        runs += found
        text_open = bool(runs) and runs[-1].whole
    runs = _named(part, runs)
    if part.grid.header.shape is Shape.FEEDBACK:
        labels = _labels(part, runs)
        rows = [row for number, run in enumerate(runs) for row in _rows(part, run, labels.get(number))]
    else:
        rows = [row for run in runs for row in _rows(part, run, None)]
    return rows, text_open


def _named(part: Part, runs: Sequence[Run]) -> list[Run]:
    """Values without a name take the name that stands below them: an icon before it pushed it down."""
    named: list[Run] = []
    for run in runs:
        last = named[-1] if named else None
        if last and _fills(part, last) == {False} and _fills(part, run) == {True} and not announced(run.lines[0]):
            last.lines += run.lines
        else:
            named.append(run)
    return named


def _fills(part: Part, run: Run) -> set[bool]:
    """Whether the run's words stand in the name's column, outside it, or both; nothing where it can't be told."""
    if run.whole or part.grid.header.shape is Shape.FEEDBACK:
        return set()
    first = name_column(part.grid.header)
    return {part.grid.column(word) <= first for line in run.lines for word in line.words}


def _bands(part: Part) -> list[tuple[list[Line], bool]]:
    """Lines between two rules across, and whether there are such rules on both sides."""
    heights = [at for at in band_rules(part.page.across, part.grid) if part.top - 3 <= at <= part.bottom + 3]
    edges = [part.top - 3, *heights, part.bottom + 3]
    bands: list[tuple[list[Line], bool]] = []
    for number, (top, bottom) in enumerate(itertools.pairwise(edges)):
        lines = [line for line in part.lines if top <= (line.top + line.bottom) / 2 < bottom]
        if lines:
            bands.append((lines, 0 < number < len(edges) - 2))
    return bands


def _uncelled(part: Part, line: Line) -> bool:
    """Whether no upright rule parts the line into cells, though rules part the table's columns."""
    inner = [start for start in part.grid.starts if start > part.grid.left + 3]
    middle = (line.top + line.bottom) / 2
    return not any(
        rule.start - 1 <= middle <= rule.end + 1 and any(abs(rule.at - start) < 2.5 for start in inner)
        for rule in part.page.upright
    )


def _runs(part: Part, lines: list[Line], closed: bool, text_open: bool) -> list[Run]:
    found: list[Run] = []
    for number, line in enumerate(lines):
        whole = _uncelled(part, line) if part.grid.ruled else _is_whole(part, lines, number, text_open)
        parted = not found or found[-1].whole is not whole
        if not parted and not whole and not (closed and part.grid.ruled):
            parted = _far(part, *_beside_labels(part, found[-1].lines, line))
        if parted:
            found.append(Run(whole))
        found[-1].lines.append(line)
        text_open = whole
    return [piece for run in found for piece in ([run] if run.whole else _unmerged(part, run))]


def _is_whole(part: Part, lines: Sequence[Line], number: int, text_open: bool) -> bool:
    """Whether the line belongs to a text over the whole table rather than to a row's cells."""
    line, grid = lines[number], part.grid
    if not line.words:
        return False
    apart = _apart(part, line)
    if announced(line) and not apart and line.x0 < grid.starts[0] + 3:
        alone = len(line.words) == 1 or line.words[0].text.endswith(":")
        return alone or text_open or grid.crossed(line.x0, line.x1) > 0
    if any(grid.crossed(word.x0, word.x1, 1.5) for word in line.words):
        return True
    if apart:
        return False
    first = name_column(grid.header)
    if max(grid.column(word) for word in line.words) > first:
        return line.x0 < grid.starts[first + 1] - 1 and not _touching(part, line) and text_open
    return text_open and not _begins_row(part, lines, number)


def _apart(part: Part, line: Line) -> bool:
    """Whether words of the line stand apart at a column's edge, as cells do."""
    least = _ROW_GAP * part.page.wide
    return any(
        after.x0 - word.x1 >= least * word.face.size
        and any(word.x1 - 1 <= edge <= after.x0 + 1.5 for edge in part.grid.starts[1:])
        for word, after in itertools.pairwise(line.words)
    )


def _touching(part: Part, line: Line) -> bool:
    """Whether a number or date begins just at its column's edge, though the name before it reaches there."""
    return any(
        word.text[:1].isdigit() and any(abs(word.x0 - edge) < 1.6 for edge in part.grid.starts[1:])
        for word in line.words
    )


def _begins_row(part: Part, lines: Sequence[Line], number: int) -> bool:
    """Whether a line in the name's column after a text is the next row's: it stands apart, its values follow near."""
    line = lines[number]
    if number and not _far(part, [lines[number - 1]], line):
        return False
    if not number and not part.open_text:
        return True
    for after in lines[number + 1 :]:
        if not after.words or _far(part, [line], after):
            return False
        if max(part.grid.column(word) for word in after.words) > name_column(part.grid.header):
            return not any(part.grid.crossed(word.x0, word.x1, 1.5) for word in after.words)
        line = after
    return False


def _beside_labels(part: Part, before: Sequence[Line], line: Line) -> tuple[Sequence[Line], Line]:
    """In the feedback table a label may run over several rows: what stands beside it tells where a row begins."""
    if part.grid.header.shape is not Shape.FEEDBACK or not _beside(part, line):
        return before, line
    return [one for one in before if _beside(part, one)] or before, line


def _beside(part: Part, line: Line) -> bool:
    first = name_column(part.grid.header)
    return any(part.grid.column(word) > first for word in line.words)


def _far(part: Part, before: Sequence[Line], line: Line) -> bool:
    """Whether the line stands further below than wrapped lines do."""
    size = part.grid.size
    return line.top - max(one.bottom for one in before) > (part.lead - 1 + 0.22) * size


def _anchor_lines(part: Part, lines: Sequence[Line]) -> list[int]:
    """The lines on which a row's period or first date stands."""
    column = anchor_column(part.grid.header)
    if column is None:
        return []
    return [
        number
        for number, line in enumerate(lines)
        if any(part.grid.column(word) == column and _is_anchor(word) for word in split(line.words, part.grid))
    ]


def _is_anchor(word: Word) -> bool:
    return bool(YEAR.match(word.text)) or word.text.lower() in (
        "år",
        "tertial",
        "kvartal",
        "halvår",
        "månad",
        "vartannat",
    )


def _unmerged(part: Part, run: Run) -> list[Run]:
    """Rows without any space between them: each begins, or ends, with the line that holds its period or date."""
    anchors = _anchor_lines(part, run.lines)
    if len(anchors) < 2:
        return [run]
    ends_below = anchors[0] > 0 and anchors[-1] == len(run.lines) - 1
    cuts = [at + 1 for at in anchors[:-1]] if ends_below else anchors[1:]
    edges = [0, *cuts, len(run.lines)]
    return [Run(False, run.lines[first:last]) for first, last in itertools.pairwise(edges)]


def _labels(part: Part, runs: Sequence[Run]) -> dict[int, list[Word]]:
    """The first column's words by the row on which the label begins, where a label's cell runs over several rows."""
    first = name_column(part.grid.header)
    heights = [
        rule.at for rule in part.page.across
        if rule.start <= part.grid.starts[first] + 4 and rule.end >= part.grid.starts[first + 1] - 4
    ]  # fmt: skip
    labels: dict[int, list[Word]] = {}
    owner, last = 0, None
    for number, run in enumerate(runs):
        for line in run.lines:
            words = [word for word in split(line.words, part.grid) if part.grid.column(word) <= first]
            if not words:
                continue
            if last is None or _is_new(part, last, line, heights):
                owner = number
            labels.setdefault(owner, []).extend(words)
            last = line
    return {number: labels.get(number, []) for number in range(len(runs))}


def _is_new(part: Part, last: Line, line: Line, heights: Sequence[float]) -> bool:
    """Whether a label begins with this line: below a rule where labels are ruled, else further away than lines are."""
    ruled = any(part.lines[0].base < at < part.lines[-1].base for at in heights)
    return any(last.base < at < line.base for at in heights) if ruled else _far(part, [last], line)


def _rows(part: Part, run: Run, label: list[Word] | None) -> list[Row]:
    if run.whole:
        return _texts(part, run.lines)
    grid = part.grid
    first = name_column(grid.header)
    cells: list[list[Word]] = [[] for _ in grid.header.columns]
    before: list[Word] = []
    for line in run.lines:
        for word in split(line.words, grid):
            column = grid.column(word)
            (cells[column] if column >= 0 else before).append(word)
    if label is not None:
        cells[first] = label
    elif before:
        cells[first] = before + cells[first]
    found = [icon for line in run.lines for icon in line.icons]
    if not any(cells) and not found:
        return []
    places = tuple(place_of(part.page.number, words) if words else Place(page=part.page.number) for words in cells)
    words = tuple(cell_text(words) for words in cells)
    if not any(words[first + 1 :]):
        label = label_of(cells[first])
        if label:
            told = "".join(word.text for word in label)
            texts = [text for text in (told, cell_text(cells[first][len(label) :])) if text]
            place = place_of(part.page.number, cells[first])
            return [Row((*words[:first], text, *words[first + 1 :]), place) for text in texts]
    return [Row(words, joined([*places, *(icon.place for icon in found)]), icons=tuple(found), places=places)]


def _texts(part: Part, lines: Sequence[Line]) -> list[Row]:
    """A text over the whole table, one row for each of its paragraphs."""
    first = name_column(part.grid.header)
    count = len(part.grid.header.columns)
    rows: list[Row] = []
    for paragraph in paragraphs([line for line in lines if line.words], part.grid.right, part.lead):
        place = joined([line.place for line in paragraph])
        text = text_of(paragraph)
        cells = tuple(text if number == first else "" for number in range(count))
        rows.append(Row(cells, place))
    return rows
