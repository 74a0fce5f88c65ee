"""The slides of a unit's deck: what each says, before a page, a PowerPoint or a sheet of paper draws it."""

from dataclasses import dataclass

from dashboard.charts.spec import BarSpec
from dashboard.model import Status
from dashboard.views.counts import Tally
from dashboard.views.enhet_facts import ActivityLine, FeedbackGroup
from dashboard.views.line import Line
from dashboard.views.link import Link
from dashboard.views.telling import Item

# The unit's own words by the key of what they are about: 'g3', 'i7', 'a0', 's2'.
Notes = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """`key` is the slide's name in the address, `headline` its one finding, `notes` what the presenter reads.

    `question` stands at its foot; `source` says where the figures stand, `link` leads there.
    """

    key: str
    headline: str
    notes: tuple[str, ...] = ()
    question: str = ""
    source: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleSlide(Slide):
    """`facts` are the report, its date and the board, a line each."""

    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSlide(Slide):
    """The year in one picture: the counts, the best and what to work on."""

    tallies: tuple[Tally, ...]
    best: tuple[Item, ...]
    work: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSlide(Slide):
    """One goal with its indicators; `part` is set where they fill several slides ('1 av 2').

    `subs` are lines of text before the indicator of that place: the goal of KF's that they hang directly on. `said`
    (the unit's own words, under the heading `said_as`) and the `acts` stand where the indicators leave room.
    """

    code: str
    above: str
    status: Status | None
    planned: bool
    lines: tuple[tuple[str, Line], ...]
    without: str = ""
    part: str = ""
    subs: tuple[tuple[int, str], ...] = ()
    said: str = ""
    said_as: str = ""
    acts: tuple[ActivityLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSlide(Slide):
    """One indicator: its name, one large number, a sentence, both judgements and one chart."""

    name: str
    big: str
    unit: str
    what: str
    line: Line
    chart: BarSpec | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitiesSlide(Slide):
    """Activities under headings ('Med avvikelse', 'Enligt plan')."""

    groups: tuple[tuple[str, tuple[ActivityLine, ...]], ...]
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackSlide(Slide):
    """What people told the unit."""

    groups: tuple[FeedbackGroup, ...]
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A target of next year's plan beside this year's outcome."""

    name: str
    target: str
    outcome: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSlide(Slide):
    lines: tuple[PlanLine, ...]
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsSlide(Slide):
    """'Att samtala om': what the rules make a question of."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesSlide(Slide):
    """The reports that the deck is made of, and how it judges."""

    documents: tuple[tuple[str, Link], ...]
    rules: tuple[str, ...]


AnySlide = (
    TitleSlide
    | YearSlide
    | GoalSlide
    | IndicatorSlide
    | ActivitiesSlide
    | FeedbackSlide
    | PlanSlide
    | QuestionsSlide
    | SourcesSlide
)
