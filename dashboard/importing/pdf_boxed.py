"""A status in a box so narrow that its words are broken over lines, as one line: 'Uppf', 'ylls' and 'helt'."""

from collections.abc import Sequence

from dashboard.importing.pdf_marks import Line, Page, Rule
from dashboard.importing.vocabulary import goal_heading, key, status_line

_SAME = 3.0  # points: rules whose ends differ less are one box's sides
_WIDEST = 90.0  # points
_BEGUN = ("uppf", "inga")


def statuses_joined(page: Page) -> list[Line]:
    """The page's lines; each such status, and the goal's heading beside its box, is one line."""
    lines = page.lines
    for left, right in _boxes(page.upright):
        lines = _joined(lines, left, right)
    return lines


def _boxes(upright: Sequence[Rule]) -> list[tuple[Rule, Rule]]:
    """Pairs of rules that run side by side over the same height, near each other."""
    sides = sorted(upright, key=lambda rule: rule.at)
    return [
        (left, right)
        for number, left in enumerate(sides)
        for right in sides[number + 1 :]
        if _SAME < right.at - left.at < _WIDEST
        and abs(left.start - right.start) < _SAME
        and abs(left.end - right.end) < _SAME
    ]


def _joined(lines: list[Line], left: Rule, right: Rule) -> list[Line]:
    beside = [line for line in lines if left.start - 1 <= (line.top + line.bottom) / 2 <= left.end + 1]
    status, heading = _one(beside, left.at - 1, right.at + 1), _one(beside, 0.0, left.at - 1)
    if len(beside) < 2 or status is None or heading is None:
        return lines
    taken = len(status.words) + len(heading.words) == sum(len(line.words) for line in beside)
    goal = goal_heading(heading.text)
    if not taken or goal is None or not goal[2] or not _is_status(status.text):
        return lines
    at = lines.index(beside[0])
    return [*lines[:at], heading, status, *(line for line in lines[at:] if line not in beside)]


def _one(lines: Sequence[Line], left: float, right: float) -> Line | None:
    """What stands between these places on the lines, as one line."""
    words = [word for line in lines for word in line.words if left <= word.middle <= right]
    icons = [icon for line in lines for icon in line.icons if icon.place.box and left <= icon.place.box[0] <= right]
    if not words:
        return None
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return Line(lines[0].page, words, top, bottom, words[-1].base, icons)


def _is_status(text: str) -> bool:
    return key(text).startswith(_BEGUN) and status_line(text) is not None
