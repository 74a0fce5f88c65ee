"""The room on a slide of 1280 x 720 px, so that nothing is cut and nothing is smaller than it can be read."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import TypeVar

from dashboard.charts.scale import text_width, wrapped

T = TypeVar("T")

# The type that content is set in, the height of its lines, and the air round a row.
SIZE, LINE, AIR = 24, 30, 17
WIDE = 1136
# Between the slide's bar and its source, without headline and question.
_BODY = 524
_HEAD = 40


def lines_of(text: str, width: float, size: float = SIZE) -> int:
    """The lines that a text takes, a little too many rather than too few."""
    return len(wrapped(text, width, size)) if text_width(text, size) > width else 1


def row_height(*cells: tuple[str, float]) -> int:
    """A table's row, from its cells' texts and the widths of their columns."""
    return max(lines_of(text, width) for text, width in cells) * LINE + AIR


def headline_size(text: str) -> int:
    """40 px on two lines at most; a longer one is set smaller, for a goal is never shortened."""
    return next((size for size in (40, 34) if lines_of(text, WIDE / 1.07, size) < 3), 28)


def title_size(text: str) -> int:
    """The name on the first slide."""
    return 72 if lines_of(text, WIDE / 1.07, 72) < 3 else 52


def big_size(number: str, unit: str) -> int:
    """The large number of an indicator, with its unit in not half that size, within its column."""
    sizes = (size for size in (124, 92, 68) if text_width(number, size) + text_width(unit, size * 0.45) <= 424)
    return next(sizes, 48)


def room(headline: str, question: str = "", table: bool = True) -> int:
    """The height left for rows under the headline and over the question."""
    size = headline_size(headline)
    head = ceil(lines_of(headline, WIDE / 1.07, size) * size * 1.2) + 24
    asked = lines_of(question, 656, 30) * 38 + 46 if question else 0
    return _BODY - head - asked - (_HEAD if table else 0)


def parted(rows: Sequence[T], height: Callable[[T], int], most: int) -> list[tuple[T, ...]]:
    """The rows in as few parts as there is room for, and as even as can be; a row too high stands alone."""
    if not rows:
        return []
    fewest = len(_filled(rows, height, most))
    total = sum(map(height, rows))
    limits = (*range(total // fewest, most, 8), most)
    return next(parts for limit in limits if len(parts := _filled(rows, height, limit)) <= fewest)


def _filled(rows: Sequence[T], height: Callable[[T], int], limit: int) -> list[tuple[T, ...]]:
    parts: list[list[T]] = [[]]
    used = 0
    for row in rows:
        if parts[-1] and used + height(row) > limit:
            parts.append([])
            used = 0
        parts[-1].append(row)
        used += height(row)
    return [tuple(part) for part in parts]
