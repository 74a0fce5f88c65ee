"""The blocks of slides that are no tables: words, signs with their words, a quotation, a large number, a chart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from dashboard.charts.spec import BarPanel
from dashboard.export import looks
from dashboard.export.pptx_charts import add_chart, chart_height
from dashboard.export.pptx_fit import POINT, SMALLEST, Area, largest, line_height, tall, width_of
from dashboard.export.pptx_flow import GAP, Block, Whole
from dashboard.export.pptx_frame import LEFT
from dashboard.export.pptx_sheet import Run, Sheet
from dashboard.model import Status

# A large number's sizes, what its unit is smaller, and where a list's words begin after their number.
_BIG, _UNIT, _HANGING = (96, 88, 80, 72, 64, 54, 48, 40, 32, SMALLEST), 0.42, 48
# A judgement: status, words, and whether it is computed.
Judgement = tuple[Status, str, bool]


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs, each a line or more; a list numbered from `first` where it is given."""

    name: str
    lines: tuple[Run, ...]
    size: float = SMALLEST
    space: float = 8
    first: int = 0

    def height(self, width: float) -> float:
        return sum(self._line(run, width) for run in self.lines)

    def _line(self, run: Run, width: float) -> float:
        inside = width - (_HANGING if self.first else 0)
        return tall(run.text, inside, self.size, run.bold) + self.space * POINT

    def parted(self, width: float, room: float, alone: float) -> "tuple[Words | None, Words | None]":
        used, place = 0.0, 0
        while place < len(self.lines) and used + self._line(self.lines[place], width) <= room:
            used, place = used + self._line(self.lines[place], width), place + 1
        place = place or bool(alone)
        rest = replace(self, lines=self.lines[place:], first=self.first and self.first + place)
        return replace(self, lines=self.lines[:place]) if place else None, rest if rest.lines else None

    def shortened(self, width: float, room: float) -> "tuple[Words, tuple[str, ...]]":
        return self, ()

    def draw(self, sheet: Sheet, area: Area) -> float:
        here = area.upper(self.height(area.width))
        lines = [[replace(run, size=self.size)] for run in self.lines]
        sheet.text(here, lines, name=self.name, space=self.space, first=self.first)
        return here.bottom


@dataclass(frozen=True, slots=True)
class Signs(Whole):
    """Judgements after each other, each a sign with its words; under each other where a line doesn't hold them."""

    judged: tuple[Judgement, ...]

    def height(self, width: float) -> float:
        return max(area.bottom for area in self._places(Area(0, 0, width, 0)))

    def _places(self, area: Area) -> list[Area]:
        places: list[Area] = []
        left, top = area.left, area.top
        for _, words, _ in self.judged:
            side = SMALLEST * POINT * 1.25 + 12
            wide = width_of(words, SMALLEST) + side + 2
            if places and left + wide > area.left + area.width:
                left, top = area.left, places[-1].bottom + 6
            wide = min(wide, area.left + area.width - left)
            high = max(tall(words, wide - side, SMALLEST), SMALLEST * POINT * 1.25)
            places.append(Area(left, top, wide, high))
            left += wide + 40
        return places

    def draw(self, sheet: Sheet, area: Area) -> float:
        places = self._places(area)
        for place, (status, words, computed) in zip(places, self.judged, strict=True):
            sheet.sign(status, place, words, computed=computed)
        return max(place.bottom for place in places)


@dataclass(frozen=True, slots=True)
class Quote(Whole):
    """The unit's own words with a rule at their left, under what they are."""

    heading: str
    words: str
    size: float = SMALLEST

    def height(self, width: float) -> float:
        return line_height(SMALLEST) + 8 + tall(self.words, width - 24, self.size)

    def draw(self, sheet: Sheet, area: Area) -> float:
        line = line_height(SMALLEST)
        sheet.text(area.upper(line), [[Run(self.heading, SMALLEST, colour=looks.INK_2)]], name="Rubrik över citat")
        here = area.below(line + 8).upper(tall(self.words, area.width - 24, self.size))
        sheet.rule(Area(here.left, here.top, 4, here.height), "Linje vid citat")
        inside = Area(here.left + 24, here.top, here.width - 24, here.height)
        sheet.text(inside, [[Run(self.words, self.size)]], name="Citat", space=0)
        return here.bottom


@dataclass(frozen=True, slots=True)
class Figure(Whole):
    """One large number with its unit, and what it means."""

    number: str
    unit: str
    what: str

    def height(self, width: float) -> float:
        return line_height(self._size(width, inf)) + self._said(width)

    def _said(self, width: float) -> float:
        return tall(self.what, width, SMALLEST) + 12 if self.what else 0

    def _size(self, width: float, room: float) -> float:
        """As wide as the column, and no higher than what the sentence leaves; 48 points where room is no matter."""
        sizes = [size for size in _BIG if size <= 48] if room == inf else _BIG
        return largest(sizes, lambda size: self._needed(size, width, room), 0)

    def _needed(self, size: float, width: float, room: float) -> float:
        unit = width_of(f" {self.unit}", max(size * _UNIT, SMALLEST)) if self.unit else 0
        return max(width_of(self.number, size, bold=True) + unit - width, line_height(size) + self._said(width) - room)

    def draw(self, sheet: Sheet, area: Area) -> float:
        size = self._size(area.width, area.height)
        unit = [Run(f" {self.unit}", max(size * _UNIT, SMALLEST))] if self.unit else []
        sheet.text(area.upper(line_height(size)), [[Run(self.number, size, bold=True), *unit]], name="Utfall", space=0)
        here = area.below(line_height(size) + 12).upper(tall(self.what, area.width, SMALLEST) if self.what else 0)
        if self.what:
            sheet.text(here, [[Run(self.what, SMALLEST, colour=looks.INK_2)]], name="Jämförelse", space=0)
        return here.bottom


@dataclass(frozen=True, slots=True)
class Chart(Whole):
    """A figure of columns, as high as the room that there is, with columns no lower than `least`."""

    panel: BarPanel
    alt: str
    least: float = 120

    def height(self, width: float) -> float:
        return chart_height(self.panel, width, self.least)

    def draw(self, sheet: Sheet, area: Area) -> float:
        add_chart(sheet, self.panel, self.alt, area)
        return area.bottom


@dataclass(frozen=True, slots=True)
class Columns:
    """Two blocks side by side; under each other, on two slides if need be, where they are too high.

    So too where the right one would be narrower than `narrowest`. `apart` when the left one may stay where it is, and
    the right one alone go on on the next slide.
    """

    left: Block
    right: Block
    share: float = LEFT
    narrowest: float = 0
    apart: bool = False

    def height(self, width: float) -> float:
        left, right = Area(0, 0, width, 0).columns(self.share)
        if right.width < self.narrowest:
            return inf
        return max(self.left.height(left.width), self.right.height(right.width))

    def parted(self, width: float, room: float, alone: float) -> tuple[Block | None, Block | None]:
        if not alone:
            return (self.left, self.right) if self.apart and self.left.height(width) <= room else (None, self)
        return (self, None) if self.height(width) <= alone else (self.left, self.right)

    def shortened(self, width: float, room: float) -> tuple[Block, tuple[str, ...]]:
        return self, ()

    def draw(self, sheet: Sheet, area: Area) -> float:
        sides = zip((self.left, self.right), area.columns(self.share), strict=True)
        return max(block.draw(sheet, place) for block, place in sides)


def stacked(sheet: Sheet, blocks: Sequence[Block], area: Area) -> None:
    """Draws the blocks under each other."""
    for block in blocks:
        bottom = block.draw(sheet, area)
        area = area.below(bottom - area.top + GAP)
