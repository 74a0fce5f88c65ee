"""Goals that stand as a table's rows: 'Nämndmål | its title | its status', or its status in a row of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.importing import columns
from dashboard.importing.document import Block, Heading, Icon, Paragraph, Table
from dashboard.importing.vocabulary import goal_heading, key, section_under_goal, status_line
from dashboard.model import Place

_STATUS = ("status", "maluppfyllelse", "uppfyllelse", "uppfyllelsegrad", "bedomning")
_HEADS = (*_STATUS, "niva", "malniva", "mal", "typ", "kod", "titel", "namn", "malets", "kommentar")
_LABEL = re.compile(
    r"(?:kf|kommunfullmaktige)s?(?:(?P<top>inriktningsmal)|(?P<area>malforverksamhetsomradet?))"
    r"|(?P<board>(?:stadsdels)?namnd(?:ens)?mal)|(?P<unit>enhet(?:s|ens)mal)"
)
_LEVELS = {
    "top": "KF:s inriktningsmål", "area": "KF:s mål för verksamhetsområdet", "board": "Nämndmål", "unit": "Enhetsmål",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
    """A row's filled cells."""

    cells: tuple[str, ...]
    place: Place
    icons: tuple[Icon, ...]

    @property
    def first(self) -> str:
        return self.cells[0] if self.cells else ""

    @property
    def level(self) -> str:
        return goal_label(self.first)

    @property
    def shows(self) -> bool:
        """Whether a status stands after the first cell."""
        return bool(self.icons) or any(status_line(cell) for cell in self.cells[1:])


def goals_apart(body: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each goal's row as a heading and its status below; goals told elsewhere stay a table."""
    headed = {goal for block in body if isinstance(block, Heading) and (goal := _goal(block))}
    later: set[str] = set()
    turned: list[Block] = []
    for block in reversed(body):
        made = goals_of(block) if isinstance(block, Table) else []
        goals = {goal for one in made if isinstance(one, Heading) and (goal := _goal(one))}
        listed = bool(goals & headed) or (len(goals) > 1 and goals <= later)
        turned += [block] if listed or not made else reversed(made)
        later |= goals
    return tuple(reversed(turned))


def goals_of(table: Table) -> list[Block]:
    """What the table says as headings, statuses and words; nothing where its rows are not goals."""
    if columns.of_form(table.header):
        return []
    lines = [_line(table.header, table.place, table.icons)]
    lines += [_line((*row.cells, row.loose), row.place, row.icons) for row in table.rows]
    lines = [line for line in lines if line.cells]
    if not _told(lines):
        return []
    level, blocks = "", list[Block]()
    for line in lines:
        if _is_head(line):
            level = line.level
        else:
            blocks += _blocks(line, level)
    return blocks


def goal_label(text: str) -> str:
    """The word for a goal's level where a cell holds it alone, whole or broken, with a colon or without; else ''."""
    found = _LABEL.fullmatch(key(text)) if len(text) < 60 else None
    return _LEVELS[found.lastgroup] if found and found.lastgroup else ""


def _goal(block: Heading) -> str | None:
    goal = goal_heading(block.text)
    return f"{goal[0]} {key(goal[2])}" if goal else None


def _line(cells: Sequence[str], place: Place, icons: tuple[Icon, ...]) -> _Line:
    return _Line(tuple(cell for cell in cells if cell.strip()), place, icons)


def _is_head(line: _Line) -> bool:
    """Whether the words are columns' names: 'Nivå | Mål | Status', 'Nämndmål | Måluppfyllelse'."""
    words = [key(cell).rstrip("0123456789") for cell in line.cells]
    first = line.level or words[0] in _HEADS
    return len(words) > 1 and bool(first) and all(word in _HEADS for word in words[1:])


def _told(lines: Sequence[_Line]) -> bool:
    """Whether the first row is a goal's and what follows goes with it; two levels in one row are columns' names."""
    if any(goal_label(cell) for line in lines for cell in line.cells[1:]):
        return False
    rows = [line for line in lines if not _is_head(line)]
    if not rows:
        return False
    if lines[0].level and _is_head(lines[0]):
        return all(line.shows and not line.level for line in rows)
    first, *rest = rows
    goes_on = not rest or rest[0].level or key(rest[0].first) in _STATUS or section_under_goal(rest[0].first)
    return (bool(first.level) and len(first.cells) > 1 and bool(goes_on or first.shows)) or _whole(first)


def _whole(line: _Line) -> bool:
    """Whether the first cell is a goal's whole heading and the others hold its status alone."""
    return bool(goal_heading(line.first)) and len(line.cells) > 1 and all(status_line(cell) for cell in line.cells[1:])


def _blocks(line: _Line, level: str) -> Iterator[Block]:
    if line.level and len(line.cells) > 1:
        yield from _goal_blocks(line, line.level, line.cells[1:])
    elif _whole(line):
        yield Heading(line.first, line.place)
        yield Paragraph(line.cells[1], line.place, line.icons)
    elif level:
        yield from _goal_blocks(line, level, line.cells)
    elif key(line.first.rstrip(" :")) in _STATUS:
        yield Paragraph(" ".join(line.cells[1:]), line.place, line.icons)
    elif section_under_goal(line.first):
        yield Heading(line.first, line.place)
        yield from (Paragraph(cell, line.place) for cell in line.cells[1:])
    else:
        yield Paragraph(" ".join(line.cells), line.place, line.icons)


def _goal_blocks(line: _Line, level: str, cells: Sequence[str]) -> Iterator[Block]:
    """A goal's heading, its status and what else stands in its row; a code may have a cell of its own."""
    statuses = [cell for cell in cells if status_line(cell)]
    words = [cell for cell in cells if not status_line(cell)]
    taken = 2 if len(words) > 1 and not any(letter.isalpha() for letter in words[0]) else 1
    yield Heading(f"{level}: {' '.join(words[:taken])}", line.place)
    if statuses or line.icons:
        yield Paragraph(" ".join(statuses[:1]), line.place, line.icons)
    yield from (Paragraph(cell, line.place) for cell in words[taken:])
