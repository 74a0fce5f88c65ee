"""Where a row's short cells stand beside its high ones: at the top, in the middle or at the bottom of the row.

A report is set in one way. Rows that stand free tell which, and rows that nothing parts are parted by it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

_CLEAR = 0.8  # of the rows that tell


class Stand(StrEnum):
    """Where in their row short cells stand."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(slots=True)
class Placing:
    """What a report's rows tell so far of where short cells stand.

    `asked` are the lines that hold several rows: their anchors, height, how they were parted, and whether surely.
    """

    votes: Counter[Stand] = field(default_factory=Counter)
    told: Stand | None = None
    asked: list[tuple[tuple[tuple[int, int], ...], int, list[int], bool]] = field(default_factory=list)

    def vote(self, first: int, end: int, height: int) -> None:
        """Counts a row of so many lines whose short cells stand from line `first` to the one before `end`."""
        if first == 0 and end < height:
            self.votes[Stand.TOP] += 1
        elif end == height and first:
            self.votes[Stand.BOTTOM] += 1
        elif first and end < height:
            self.votes[Stand.MIDDLE] += 1

    def better(self) -> Stand | None:
        """The way that nearly all rows tell, where some lines were parted otherwise or without certainty."""
        stand = self.decided()
        if stand is None or self.told:
            return None
        differ = (
            not sure or starts(stand, anchors, height) not in ([], way) for anchors, height, way, sure in self.asked
        )
        return stand if any(differ) else None

    def decided(self) -> Stand | None:
        """The way that nearly all rows tell."""
        enough = max(2, _CLEAR * self.votes.total())
        return next((stand for stand, count in self.votes.items() if count >= enough), None)


def starts(stand: Stand, anchors: Sequence[tuple[int, int]], height: int) -> list[int]:
    """Where rows begin, their short cells standing so, in lines that hold nothing but whole rows; else nothing."""
    if stand is Stand.TOP:
        return [first for first, _ in anchors] if anchors[0][0] == 0 else []
    if stand is Stand.BOTTOM:
        return [0, *(end for _, end in anchors[:-1])] if anchors[-1][1] == height else []
    found = [0]
    for (first, end), (after, _) in pairwise(anchors):
        found.append(min(max(end + (first - found[-1]), end), after))
    return found
