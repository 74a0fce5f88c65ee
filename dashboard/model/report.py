"""What a report holds once it is read: document, goals, outcomes, activities, feedback, texts, doubts, places."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A report's kind and period: VP plans, T1 tells of January-April, T2 of January-August, VB of the year."""

    VP = "VP"
    T1 = "T1"
    T2 = "T2"
    VB = "VB"


class Level(StrEnum):
    """A goal's level in the city's steering, from the council's direction down to the unit's own."""

    INRIKTNINGSMAL = "inriktningsmål"
    VERKSAMHETSOMRADESMAL = "verksamhetsområdesmål"
    NAMNDMAL = "nämndmål"
    ENHETSMAL = "enhetsmål"


class Status(StrEnum):
    """Attainment as a person reported it, or as computed; INGEN is 'Inga data', reported as not judged."""

    HELT = "helt"
    DELVIS = "delvis"
    EJ = "ej"
    INGEN = "ingen"


class Direction(StrEnum):
    """Which way is better for an indicator; UNKNOWN gets no colour."""

    HIGHER = "högre"
    LOWER = "lägre"
    WITHIN = "inom"
    UNKNOWN = "okänd"


class Severity(StrEnum):
    """How much a doubt matters: ERROR a value may be wrong or lost, WARNING worth a look, NOTE for the record."""

    ERROR = "fel"
    WARNING = "varning"
    NOTE = "notering"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its document something stands: `line` counts from 1 in a text, `page` from 1 where pages are known.

    `box` is x0, top, x1, bottom in points from the page's upper left corner; a workbook has `sheet`, `cell` ('B7').
    """

    line: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report. `id` is the first 16 hex digits of the file's SHA-256; `unit` an id of units.toml or the name's slug.

    `board_source` is 'rapport', 'katalog' or 'vald' (a person chose it at import).
    """

    id: str
    file: str
    checksum: str
    kind: Kind
    year: int
    unit: str
    unit_name: str
    board: str | None = None
    board_source: str | None = None
    date: str | None = None
    layout: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal heading in one document; `number` counts from 0 in reading order, `parent` is the enclosing goal's."""

    number: int
    level: Level
    code: str | None
    title: str
    status: Status | None
    parent: int | None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Cells:
    """An indicator row's cells as printed, '' where empty or absent."""

    outcome: str = ""
    men: str = ""
    women: str = ""
    previous: str = ""
    target: str = ""
    kf_target: str = ""
    forecast: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One indicator row of one document; numbers are in `unit` ('%', 'st', 'mnkr' …, None where none is printed).

    `status` is the icon's, `status_text` what the row's analysis says; `name` is joined, `name_raw` as printed.
    `kf_mark` says that the report marks the row with the icon of the council's (KF's) own indicators. `size` is how
    many people the figure tells of, `women_size` and `men_size` how many of each sex, where a form says; never shown.
    """

    number: int
    goal: int | None
    indicator: str
    name: str
    name_raw: str
    raw: Cells
    outcome: float | None = None
    men: float | None = None
    women: float | None = None
    previous: float | None = None
    target: float | None = None
    kf_target: float | None = None
    forecast: float | None = None
    unit: str | None = None
    target_text: str | None = None
    kf_target_text: str | None = None
    period: str | None = None
    previous_period: str | None = None
    periodicity: str | None = None
    status: Status | None = None
    status_text: Status | None = None
    status_text_quote: str | None = None
    has_analysis: bool = False
    kf_mark: bool = False
    place: Place = Place()
    size: float | None = None
    women_size: float | None = None
    men_size: float | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity with its dates as ISO text; `deviation` holds the words of the 'Avvikelse' cell."""

    number: int
    goal: int | None
    title: str
    start: str | None
    end: str | None
    deviation: str | None
    check_mark: bool = False
    has_analysis: bool = False
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Feedback:
    """A row of 'Redovisning av synpunkter och klagomål'; None where the cell is empty, which is not 0."""

    number: int
    group: str
    category: str
    t1: int | None
    t2: int | None
    vb: int | None
    total: int | None
    has_comment: bool = False
    place: Place = Place()


class TextOf(StrEnum):
    """What a text belongs to; DOCUMENT for a section that hangs on no goal."""

    GOAL = "goal"
    OUTCOME = "outcome"
    ACTIVITY = "activity"
    FEEDBACK = "feedback"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Text:
    """The unit's own words under a heading ('Analys', 'Beskrivning' …), freed from names and numbers of people.

    `number` is the owner's number within the document, None for DOCUMENT. Paragraphs are parted by a newline; the rows
    of a table are paragraphs too, with a tab between their cells. `above` is the heading of the section that a DOCUMENT
    text's heading stands in; `starts` the line, or where lines are not known the page, on which each paragraph begins.
    """

    of: TextOf
    number: int | None
    heading: str
    body: str
    place: Place = Place()
    above: str | None = None
    starts: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something not understood, or that contradicts itself: `kind` a slug, `reason` in Swedish, `text` as printed.

    `outcome` is the number of the row it belongs to, None where it hangs on none.
    """

    kind: str
    reason: str
    text: str
    place: Place = Place()
    severity: Severity = Severity.WARNING
    outcome: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All that was read from one document, in reading order."""

    document: Document
    goals: tuple[Goal, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    activities: tuple[Activity, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    texts: tuple[Text, ...] = ()
    doubts: tuple[Doubt, ...] = ()
