"""What extraction proposes: rows as printed, with their places, before anything is judged or counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.importing.columns import Column, Header
from dashboard.importing.document import Icon
from dashboard.model import Level, Place, Status, TextOf


@dataclass(slots=True)
class GoalFound:
    """A goal's heading and, where they are printed below it, its status in words and by icons."""

    level: Level
    code: str | None
    title: str
    place: Place
    parent: int | None = None
    status: Status | None = None
    icons: tuple[Icon, ...] = ()


@dataclass(slots=True)
class RowFound:
    """A row of the indicators' or activities' table: cells as printed by column, and the texts below it.

    `sign` is the symbol before the name, `loose` printed words that belong to no cell that could be told; `unsure`:
    where the row begins and ends could not be told. `status` and `aside` are the words of a status's and an analysis's
    own columns.
    """

    goal: int | None
    header: Header
    name: str
    sign: str
    cells: dict[Column, str]
    place: Place
    loose: str = ""
    analysed: bool = False
    texts: list[str] = field(default_factory=list)
    icons: tuple[Icon, ...] = ()
    unsure: bool = False
    status: str = ""
    aside: str = ""

    def cell(self, column: Column) -> str:
        """The cell as printed, '' where it is empty or the table lacks the column."""
        return self.cells.get(column, "")


@dataclass(slots=True)
class FeedbackFound:
    """A row of the feedback table; `group` is filled in on every row.

    `label` is the group's place where the row prints it; `drifts`: the next label may be the row's, as it stands higher
    than its own row or was too tall for what was left of the page.
    """

    group: str
    category: str
    counts: Mapping[Column, str]
    comment: str
    place: Place
    loose: str = ""
    unsure: bool = False
    label: Place | None = None
    drifts: bool = False


@dataclass(slots=True)
class TextFound:
    """Words under one heading; `number` is the owner's number among its kind.

    `above` is the heading of the section that the heading stands in; `places` are the paragraphs' where they are known.
    """

    of: TextOf
    number: int | None
    heading: str
    paragraphs: list[str]
    place: Place
    above: str | None = None
    places: list[Place] = field(default_factory=list)

    def add(self, paragraphs: Sequence[str], place: Place) -> None:
        """Adds paragraphs that begin at one place."""
        self.paragraphs += paragraphs
        self.places += [place] * len(paragraphs)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Printed words that look like a row and belong nowhere that could be told; `unsure`: it may be two or a part."""

    text: str
    place: Place
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says of itself, as printed; `guessed` names the facts that its cover does not tell."""

    kind: str | None = None
    year: int | None = None
    unit: str | None = None
    board: str | None = None
    date: str | None = None
    people: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """All candidates of one document in reading order; `printed_rows` counts table rows by what they were taken for."""

    goals: list[GoalFound] = field(default_factory=list)
    indicators: list[RowFound] = field(default_factory=list)
    activities: list[RowFound] = field(default_factory=list)
    feedback: list[FeedbackFound] = field(default_factory=list)
    texts: list[TextFound] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    unknown_tables: list[Unplaced] = field(default_factory=list)
    unknown_columns: list[Unplaced] = field(default_factory=list)
    printed_rows: dict[str, int] = field(default_factory=dict)
    facts: Facts = Facts()
