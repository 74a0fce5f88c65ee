"""Bands of printed lines that stand together, and where each of their rows begins and ends."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.importing import text_placing
from dashboard.importing.columns import Column
from dashboard.importing.lines import Line
from dashboard.importing.text_columns import Cells
from dashboard.importing.text_grid import Grid
from dashboard.importing.text_placing import Placing, Stand
from dashboard.importing.vocabulary import key, unfinished

_PERIOD = re.compile(r"^(?:(?:VB|VP|T ?[12]|Tertial ?[123]?|Helår|År|Delår)\b ?)?(?:20\d\d)?$")
_PERIODICITY = re.compile(r"^(?:Vartannat|Vart|År|år|Tertial|Halvår|Kvartal|Månad|Termin|Delår|Läsår)")
_DATE = re.compile(r"^20\d\d-")
TARGETS = (Column.TARGET, Column.KF_TARGET)
# The end of a target in words, or a figure with another target's words after it.
_PART = re.compile(r"^(?:av|nämnd|styr|fram|else|[-/])|^[\d,.]+ ?%? (?:tas|fram|av|nämnd|styr)", re.IGNORECASE)
_SIGNS = "●◆■▲▼♦⬤⬛○◯🟢🟡🔴"
_SIGNED = re.compile(rf"^\s*[{_SIGNS}]\s*[^\W\d_]")
FIGURE = re.compile(r"^[≥≤<>~±+\-−–]?\s?\d")


@dataclass(slots=True)
class Band:
    """Printed lines of cells that stand together, each with what it holds; `blank` where an empty line goes before."""

    lines: list[Line] = field(default_factory=list)
    cells: list[Cells] = field(default_factory=list)
    blank: list[bool] = field(default_factory=list)


def anchored(grid: Grid, cells: Cells) -> bool:
    """Whether the line has what every row has once: its period, periodicity or first date."""
    for column, pattern in ((Column.PERIOD, _PERIOD), (Column.PERIODICITY, _PERIODICITY), (Column.START, _DATE)):
        number = grid.header.place(column)
        if number is not None:
            return bool(cells.texts.get(number)) and bool(pattern.match(cells.texts[number]))
    return any(FIGURE.match(text) for number, text in cells.texts.items() if number != grid.name)


def bounds(grid: Grid, band: Band, after_break: bool, placing: Placing) -> tuple[list[tuple[int, int]], bool]:
    """Where each row of the band begins and ends, and whether nothing tells another way as well."""
    anchors = _anchors(grid, band)
    rest = _rest(grid, band, [first for first, _ in anchors]) if after_break else 0
    if rest:
        whole = Band(band.lines[rest:], band.cells[rest:], band.blank[rest:])
        found, sure = bounds(grid, whole, False, placing)
        return [(0, rest), *((begin + rest, end + rest) for begin, end in found)], sure
    if len(anchors) < 2:
        return _single(grid, band, anchors, placing), True
    starts, sure = _parted_by_blanks(band, anchors, placing), True
    if not starts:
        starts, sure = _by_place(grid, band, anchors, placing)
    return list(zip(starts, [*starts[1:], len(band.lines)], strict=True)), sure


def _single(grid: Grid, band: Band, anchors: Sequence[tuple[int, int]], placing: Placing) -> list[tuple[int, int]]:
    first = anchors[0][0] if anchors else 0
    own = first and band.blank[first] and band.cells[first].texts.get(grid.name, "")
    at = first if own else 0  # what stands above a row's own name is the rest of one on the page before
    if anchors:
        placing.vote(first - at, anchors[0][1] - at, len(band.lines) - at)
    return [(begin, end) for begin, end in ((0, at), (at, len(band.lines))) if begin < end]


def _by_place(grid: Grid, band: Band, anchors: Sequence[tuple[int, int]], placing: Placing) -> tuple[list[int], bool]:
    """Where rows begin by where their short cells stand, and whether that is the only way.

    The way that breaks fewest names and targets; of two as good ones the report's own.
    """
    height = len(band.lines)
    told = text_placing.starts(placing.told, anchors, height) if placing.told else []
    ways = [told] if told else []
    ways += [way for stand in Stand if (way := text_placing.starts(stand, anchors, height))]
    ways.append(_around(grid, band, [first for first, _ in anchors]))
    ranked = [(_broken(grid, band, way), way) for way in ways if sorted(set(way)) == way]
    best = min(ranked, key=lambda one: one[0])
    sure = best[1] == told or all(broken > best[0] or way == best[1] for broken, way in ranked)
    placing.asked.append((tuple(anchors), height, best[1], sure))
    return best[1], sure


def _broken(grid: Grid, band: Band, starts: Sequence[int]) -> int:
    """How many cells can't be whole if rows begin here: names cut in two, targets with figures and words."""
    found = 0
    targets = [number for column in TARGETS if (number := grid.header.place(column)) is not None]
    for begin, end in itertools.pairwise([*starts, len(band.lines)]):
        for number in (grid.name, *targets):
            text = " ".join(cells.texts[number] for cells in band.cells[begin:end] if number in cells.texts)
            found += _is_cut(text) if number == grid.name else _PART.match(text) is not None
    return found


def _is_cut(name: str) -> bool:
    """Whether a name lacks its beginning or its end, or is two: a sign for an icon stands within it."""
    bare = name.lstrip(f"{_SIGNS}— ")
    return not bare or bare[:1].islower() or bare[:1] in "()" or unfinished(bare) or not set(bare).isdisjoint(_SIGNS)


def _rest(grid: Grid, band: Band, anchors: Sequence[int]) -> int:
    """How many lines right after a page's end are the rest of the row before: cells that begin with small letters."""
    first = min(band.cells[0].texts.items(), default=(0, ""))[1]
    if not anchors or not first[:1].islower() or not band.cells[anchors[0]].texts.get(grid.name, "")[:1].isupper():
        return 0
    return anchors[0]


def _anchors(grid: Grid, band: Band) -> list[tuple[int, int]]:
    """The lines with a row's anchor, each from its first to past its last; a year below 'VB' is the rest of one."""
    found: list[tuple[int, int]] = []
    before = ""
    number = grid.number(Column.PERIOD, Column.PERIODICITY, Column.START)
    for at, cells in enumerate(band.cells):
        text = cells.texts.get(number, "") if number is not None else ""
        if anchored(grid, cells) and not _is_rest(before, text):
            found.append((at, at + 1))
        elif text and found and (found[-1][1] == at or _is_rest(before, text)):
            found[-1] = found[-1][0], at + 1
        before = text or before
    return found


def _is_rest(before: str, text: str) -> bool:
    """Whether the text ends a period or periodicity that a narrow column broke."""
    if re.match(r"^20\d\d$", text):
        return bool(before) and not re.search(r"20\d\d$", before)
    return text[:1].islower() and before.startswith("Vart")


def _parted_by_blanks(band: Band, anchors: Sequence[tuple[int, int]], placing: Placing) -> list[int]:
    """Where rows begin if empty lines part them, each with one anchor; else nothing."""
    starts = [0, *(number for number, blank in enumerate(band.blank) if blank and number)]
    ends = [*starts[1:], len(band.lines)]
    within = [[one for one in anchors if begin <= one[0] < end] for begin, end in zip(starts, ends, strict=True)]
    if any(len(own) != 1 for own in within):
        return []
    for (own,), begin, end in zip(within, starts, ends, strict=True):
        placing.vote(own[0] - begin, own[1] - begin, end - begin)
    return starts


def _around(grid: Grid, band: Band, anchors: Sequence[int]) -> list[int]:
    """Where rows begin if each has its anchor in its middle: as many lines below it as above."""
    starts = [0]
    for anchor, after in itertools.pairwise(anchors):
        middle = anchor + (anchor - starts[-1]) + 1
        named = [n for n in range(anchor + 1, after + 1) if grid.name in band.cells[n].texts]
        begun = [n for n in named if band.cells[n].texts[grid.name][:1].isupper()]
        free = range(named[-1] if named else after, anchor, -1)
        above = [n for n in range(anchor + 1, after + 1) if named and begun and begun[0] == named[0] and n <= begun[0]]
        starts.append(min([*begun, *above] or free, key=lambda n: abs(n - middle)))
    return starts


def begins_with_sign(line: Line) -> bool:
    """Whether words follow a sign that stands for an icon, as only a row's name has it."""
    return bool(_SIGNED.match(line.text))


def signs_first(parts: list[Line]) -> list[Line]:
    """The name's lines with an icon's sign, which may stand beside any of them, before the first."""
    signs: list[str] = []
    names: list[Line] = []
    for line in parts:
        first, _, rest = line.text.partition(" ")
        if key(first) or first[:1] in '-–("”/&':
            names.append(line)
        else:
            signs.append(first)
            names += [Line(line.number, rest)] if rest else []
    if not signs or not names:
        return parts
    return [Line(names[0].number, " ".join([*signs, names[0].text])), *names[1:]]
