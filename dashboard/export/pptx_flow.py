"""A slide's content as blocks, and the slides that they fill: nothing is set smaller than it can be read."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dashboard.export.pptx_fit import Area
from dashboard.export.pptx_sheet import Sheet

# Between blocks.
GAP = 20
_STEP = 16


class Block(Protocol):
    """A piece of a slide that takes all of its width."""

    def height(self, width: float) -> float:
        """The px that it takes at least."""

    def parted(self, width: float, room: float, alone: float) -> "tuple[Block | None, Block | None]":
        """What `room` holds of it, and the rest; something in any case where it begins a slide of `alone` px."""

    def shortened(self, width: float, room: float) -> "tuple[Block, tuple[str, ...]]":
        """Itself as one that `room` holds, and the words that are said in the notes instead."""

    def draw(self, sheet: Sheet, area: Area) -> float:
        """Returns where it ends."""


class Whole:
    """A block that stands on one slide, whatever it takes."""

    __slots__ = ()

    def parted(self, width: float, room: float, alone: float) -> tuple[Block | None, Block | None]:
        return (self, None) if alone else (None, self)  # type: ignore[return-value]

    def shortened(self, width: float, room: float) -> tuple[Block, tuple[str, ...]]:
        return self, ()  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Content:
    """What a slide says; the `smaller` blocks where the first would fill several."""

    blocks: tuple[Block, ...] = ()
    smaller: tuple[Block, ...] = ()


Page = tuple[Block, ...]


def high(page: Page, width: float) -> float:
    """The px that the blocks take with the gaps between them."""
    return sum(block.height(width) + GAP for block in page) - GAP if page else 0


def flowed(blocks: Sequence[Block], width: float, most: float, last: float) -> list[Page]:
    """The blocks on as few slides as hold them, about as full: `most` px on each, `last` px on the last.

    The last one is empty where nothing fits there.
    """
    fullest = _filled(blocks, width, most, most)
    if len(fullest) == 1 and high(fullest[0], width) <= last:
        return fullest
    lowest = max(min(high(tuple(blocks), width) / 8, most), most / 3)
    tried = (_filled(blocks, width, limit, most) for limit in (*range(int(lowest), int(most), _STEP), most))
    fits = [pages for pages in tried if len(pages) <= len(fullest) + 1 and high(pages[-1], width) <= last]
    best = min(fits, key=lambda pages: _order(pages, width, most), default=[])
    return best or [*fullest[:-1], *_closed(fullest[-1], width, last)]


def _order(pages: Sequence[Page], width: float, most: float) -> tuple[float, ...]:
    """Few slides first, then those with none nearly empty, then those that part few blocks, then the evenest."""
    heights = [high(page, width) for page in pages]
    return len(pages), sum(one < most / 5 for one in heights), sum(map(len, pages)), max(heights)


def _closed(page: Page, width: float, last: float) -> list[Page]:
    """The last slide as several, so that its question has room; on one of its own where it has none."""
    pages = _filled(page, width, last, last) if last > 0 else [page]
    return pages if high(pages[-1], width) <= last else [page, ()]


def _filled(blocks: Sequence[Block], width: float, limit: float, most: float) -> list[Page]:
    """Each slide filled up to `limit`; what begins a slide may take `most`."""
    pages: list[list[Block]] = [[]]
    left, waiting = limit, deque(blocks)
    while waiting:
        block = waiting.popleft()
        now, later = _fitted(block, width, left, 0 if pages[-1] else most)
        if now is not None:
            pages[-1].append(now)
            left -= now.height(width) + GAP
        if later is not None:
            waiting.appendleft(later)
            pages.append([])
            left = limit
    return [tuple(page) for page in pages]


def _fitted(block: Block, width: float, left: float, alone: float) -> tuple[Block | None, Block | None]:
    return (block, None) if block.height(width) <= left else block.parted(width, left, alone)
