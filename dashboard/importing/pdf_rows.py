"""A table's lines on one page as rows: between rules where they are drawn, else where lines stand further apart."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from dashboard.importing import pdf_whole
from dashboard.importing.columns import Shape
from dashboard.importing.document import Row
from dashboard.importing.pdf_cells import cell_text, label_of
from dashboard.importing.pdf_grid import band_rules, name_column, split
from dashboard.importing.pdf_labels import labels_of
from dashboard.importing.pdf_marks import Line, Word, joined, place_of
from dashboard.importing.pdf_stacks import Stacks
from dashboard.importing.pdf_text import announced, paragraphs, text_of
from dashboard.importing.pdf_whole import Part, Run, beside, far
from dashboard.model import Place


def rows_of(part: Part) -> tuple[list[Row], bool]:
    """The rows, and whether a text over the whole table stands last."""
    runs: list[Run] = []
    text_open = part.open_text
    for lines, closed in _bands(part):
        if closed and _is_aside(part, lines):
            runs.append(Run(False, lines, closed, aside=True))
        else:
            runs += _runs(part, lines, closed, text_open)
        text_open = bool(runs) and runs[-1].whole
    runs = _named(part, _unmerged(part, runs))
    if part.grid.header.shape is Shape.FEEDBACK:
        runs = _label_begun(part, runs)
        labels = labels_of(part, runs)
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


def _label_begun(part: Part, runs: list[Run]) -> list[Run]:
    """A label that begins first on the page is its row's, which stands further down, and no rest of the label before.

    A rest ends before the next label begins; here the label goes on beside the next row.
    """
    if len(runs) < 2 or not (runs[0].lines and runs[1].lines) or runs[0].whole or runs[1].whole:
        return runs
    if any(beside(part, line) for line in runs[0].lines):
        return runs
    first, after = runs[0].lines, runs[1].lines[0]
    goes_on = bool(after.words) and part.grid.column(after.words[0]) <= name_column(part.grid.header)
    if not first[0].text[:1].isupper() or not goes_on or after.text[:1].isupper() or far(part, first, after):
        return runs
    return [replace(runs[1], lines=first + runs[1].lines), *runs[2:]]


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


def _runs(part: Part, lines: list[Line], closed: bool, text_open: bool) -> list[Run]:
    found: list[Run] = []
    for number, line in enumerate(lines):
        whole = pdf_whole.whole(part, lines, number, text_open=text_open, closed=closed)
        parted = not found or found[-1].whole is not whole
        if not parted and not whole and not (closed and part.grid.ruled):
            parted = far(part, *_beside_labels(part, found[-1].lines, line))
        if parted:
            begun = _begun_label(part, found[-1].lines) if found and not whole else []
            found.append(Run(whole, begun, closed=closed))
        found[-1].lines.append(line)
        text_open = whole
    return found


def _begun_label(part: Part, lines: list[Line]) -> list[Line]:
    """Takes away the last lines where they begin a label whose row stands below: its cells stand at the bottom."""
    if part.grid.header.shape is not Shape.FEEDBACK:
        return []
    after = max((number for number, line in enumerate(lines) if beside(part, line)), default=-1) + 1
    begins = next((n for n in range(after, len(lines)) if lines[n].text[:1].isupper()), len(lines)) if after else 0
    begun, lines[begins:] = lines[begins:], []
    return begun


def _beside_labels(part: Part, before: Sequence[Line], line: Line) -> tuple[Sequence[Line], Line]:
    """In the feedback table a label may run over several rows: what stands beside it tells where a row begins."""
    if part.grid.header.shape is not Shape.FEEDBACK or not beside(part, line):
        return before, line
    return [one for one in before if beside(part, one)] or before, line


def _unmerged(part: Part, runs: Sequence[Run]) -> list[Run]:
    """Rows without space between them are parted; between rules on both sides stands one row."""
    loose = [run for run in runs if not run.whole and not run.aside and not (run.closed and part.grid.ruled)]
    found = Stacks(part.grid, part.lead, [run.lines for run in loose], part.habit).cuts(
        rest_first=bool(loose) and loose[0] is runs[0]
    )
    cuts = {id(run): rows for run, rows in zip(loose, found, strict=True)}
    return [
        row
        for run in runs
        for row in (
            [Run(False, cut.lines, run.closed, cut.unsure) for cut in cuts[id(run)]] if id(run) in cuts else [run]
        )
    ]


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
    if announced_aside := _aside(part, run, cells):
        return announced_aside
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
    return [
        Row(
            words,
            joined([*places, *(icon.place for icon in found)]),
            icons=tuple(found),
            places=places,
            unsure=run.unsure,
        )
    ]


def _is_aside(part: Part, lines: Sequence[Line]) -> bool:
    """Whether what stands between two rules is a label beside its text, however high the label stands."""
    first = name_column(part.grid.header)
    named = [word for line in lines for word in line.words if part.grid.column(word) <= first]
    label = label_of(named) if named and part.grid.header.shape is not Shape.FEEDBACK else []
    return bool(label) and len(label) == len(named) and any(beside(part, line) for line in lines)


def _aside(part: Part, run: Run, cells: Sequence[Sequence[Word]]) -> list[Row]:
    """An analysis whose label stands in a cell of its own, beside its text: a text over the whole table too."""
    first = name_column(part.grid.header)
    named = [word for words in cells[: first + 1] for word in words]
    label = label_of(named) if part.grid.header.shape is not Shape.FEEDBACK else []
    if not label or len(label) < len(named) or not any(cells[first + 1 :]):
        return []
    told = {id(word) for word in label}
    lines = [replace(line, words=[word for word in line.words if id(word) not in told]) for line in run.lines]
    words = tuple("".join(word.text for word in label) if number == first else "" for number in range(len(cells)))
    return [Row(words, place_of(part.page.number, label)), *_texts(part, lines)]


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
