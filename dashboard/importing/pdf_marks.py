"""What stands on a PDF's pages: words, rules and icons with their places, in points from the upper left corner."""

from dataclasses import dataclass, field

from dashboard.importing.document import Icon
from dashboard.model import Place

Box = tuple[float, float, float, float]
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Face:
    """How a word is set: `size` in points, whether bold and slanted, and its colour."""

    size: float
    bold: bool = False
    slanted: bool = False
    colour: Colour = (0, 0, 0)


@dataclass(slots=True)
class Word:
    """Letters without a blank between them; `cuts` are the left edges of its letters."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    face: Face
    cuts: list[float] = field(default_factory=list)

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line across (`upright` False: `at` is its height, from left to right) or down the page.

    `edge` marks the edge of a filled area, which is weaker evidence than a drawn line.
    """

    upright: bool
    at: float
    start: float
    end: float
    edge: bool = False


@dataclass(slots=True)
class Line:
    """Words that stand on one base line, and the icons beside them; an icon may stand alone.

    `wrapped` marks a line that goes on with the heading before it, whose status stands beside both.
    """

    page: int
    words: list[Word]
    top: float
    bottom: float
    base: float
    icons: list[Icon] = field(default_factory=list)
    wrapped: bool = False

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0 if self.words else _box(self.icons[0])[0]

    @property
    def x1(self) -> float:
        return self.words[-1].x1 if self.words else _box(self.icons[-1])[2]

    @property
    def size(self) -> float:
        return max((word.face.size for word in self.words), default=self.bottom - self.top)

    @property
    def bold(self) -> bool:
        """Whether every word that has a letter is bold."""
        lettered = [word for word in self.words if any(c.isalpha() for c in word.text)]
        return bool(lettered) and all(word.face.bold for word in lettered)

    @property
    def place(self) -> Place:
        return Place(page=self.page, box=(self.x0, self.top, self.x1, self.bottom))


@dataclass(slots=True)
class Page:
    """One page's lines in reading order, and its rules; `wide` is how much wider than usual the font's blanks are."""

    number: int
    width: float
    height: float
    wide: float = 1.0
    lines: list[Line] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)


def place_of(page: int, words: list[Word]) -> Place:
    """The place that these words take together."""
    return Place(
        page=page,
        box=(
            min(word.x0 for word in words), min(word.top for word in words),
            max(word.x1 for word in words), max(word.bottom for word in words),
        ),
    )  # fmt: skip


def joined(places: list[Place]) -> Place:
    """The box around several places of one page."""
    boxes = [place.box for place in places if place.box]
    if not boxes:
        return places[0]
    return Place(
        page=places[0].page,
        box=(min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)),
    )


def _box(icon: Icon) -> Box:
    return icon.place.box or (0.0, 0.0, 0.0, 0.0)
