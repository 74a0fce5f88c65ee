"""A goal's status that stands beside its heading, in a box or at the right margin, is a line of its own below it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from dashboard.importing.pdf_marks import Line, Word
from dashboard.importing.vocabulary import goal_heading, status_line

_GAP = 1.2  # of the size: a status stands further from the heading than words do
_NEAR = 1.9  # of the size: lines of one heading stand no further apart
_ASIDE = 6.0  # of the size: a status that begins so much further in stands beside its heading, not below it


def statuses_below(lines: Sequence[Line]) -> list[Line]:
    """The lines, each status that was printed beside a goal's heading right after the heading's last line."""
    found: list[Line] = []
    heading = _Heading()
    for before, line, after in zip_longest([None, *lines], lines, lines[1:]):
        if line is None:
            break
        if after and _stands_higher(before, line, after, heading):
            found += heading.ended()
            heading = _Heading(aside=[line])
            continue
        own, status = _parted(line, heading.lines)
        if own and not heading.takes(own):
            begins = goal_heading(own.text) is not None
            waiting = heading.aside if begins and not heading.lines else []
            found += [line for line in heading.ended() if line not in waiting]
            heading = _Heading([own], waiting) if begins else _Heading()
            found += [] if begins else [own]
        heading.aside += [status] if status else []
    return [*found, *heading.ended()]


@dataclass(slots=True)
class _Heading:
    """The lines of a goal's heading so far, and the statuses beside them."""

    lines: list[Line] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)

    def takes(self, line: Line) -> bool:
        """Takes the line where the heading goes on with it."""
        if not self.lines or goal_heading(line.text) or not _goes_on(self.lines[-1], line):
            return False
        self.lines.append(line)
        return True

    def ended(self) -> list[Line]:
        """Its lines, then the statuses; where there are some, its further lines are known to be its own."""
        wrapped = [replace(line, wrapped=True) for line in self.lines[1:]] if self.aside else self.lines[1:]
        return [*self.lines[:1], *wrapped, *self.aside]


def _stands_higher(before: Line | None, line: Line, after: Line, heading: _Heading) -> bool:
    """Whether a status beside a heading in larger letters stands a little higher than its first line.

    What stands right below another line is that line's own: the last word of a table's row.
    """
    alike = before is not None and before.page == line.page and before.size < 1.3 * line.size
    if before and alike and line.base - before.base < 1.8 * line.size:
        return False
    if heading.lines and not heading.aside and _near(heading.lines[-1], line):
        return False
    beside = (
        line.x0 > after.x0 + _ASIDE * after.size
        and line.page == after.page
        and after.base - line.base < 2.2 * after.size
    )
    return beside and status_line(line.text) is not None and goal_heading(after.text) is not None


def _parted(line: Line, heading: Sequence[Line]) -> tuple[Line | None, Line | None]:
    """The line without the status beside it, and that status; either may be None."""
    if not line.words:
        beside = bool(heading) and line.x0 > heading[0].x0 + _ASIDE * heading[0].size and _near(heading[-1], line)
        return (None, line) if beside else (line, None)
    if heading and status_line(line.text) and line.x0 > heading[0].x0 + _ASIDE * heading[0].size:
        return (None, line) if _near(heading[-1], line) else (line, None)
    cut = _cut(line)
    if cut is None or not (goal_heading(_text(line.words[:cut])) or (heading and _near(heading[-1], line))):
        return line, None
    edge = line.words[cut - 1].x1
    beside_icons = [icon for icon in line.icons if icon.place.box and icon.place.box[0] > edge]
    own_icons = [icon for icon in line.icons if icon not in beside_icons]
    return (
        replace(line, words=line.words[:cut], icons=own_icons),
        replace(line, words=line.words[cut:], icons=beside_icons),
    )


def _cut(line: Line) -> int | None:
    """The number of the word with which a status begins that stands apart from the words before it."""
    for at in range(len(line.words) - 1, max(0, len(line.words) - 5), -1):
        before, word = line.words[at - 1], line.words[at]
        gap = 0.4 if before.face.bold is not word.face.bold else _GAP
        if word.x0 - before.x1 > gap * before.face.size and status_line(_text(line.words[at:])):
            return at
    return None


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _near(last: Line, line: Line) -> bool:
    return last.page == line.page and line.base - last.base <= _NEAR * last.size


def _goes_on(last: Line, line: Line) -> bool:
    """Whether the line is set as the heading's line before it is, right below it."""
    faces = {(word.face.size, word.face.bold, word.face.slanted) for word in itertools.chain(last.words, line.words)}
    return len(faces) == 1 and _near(last, line) and not status_line(line.text)
