"""APT: a unit's year as a deck of slides; page, PowerPoint and paper draw the same one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Selection, TextOf
from dashboard.swedish import period_words
from dashboard.views import apt_words
from dashboard.views.apt_facts import activities, activity_slides, feedback_slides, question_slide, sources_slide
from dashboard.views.apt_goals import goal_slides, plan_slides
from dashboard.views.apt_slides import AnySlide, GoalSlide, IndicatorSlide, Notes
from dashboard.views.apt_year import indicator_slides, title_slide, worth_telling, year_slides
from dashboard.views.judged import judged_rows
from dashboard.views.link import NOTHING_CHOSEN
from dashboard.views.reports import Option, Report, all_reports, period_options, settled, unit_name, year_options
from dashboard.views.rows import GoalLine
from dashboard.views.states import Empty, not_stored, nothing_stored, unknown_unit

if TYPE_CHECKING:
    from dashboard.store.database import Store

PAGE = "apt"
# As many slides as a meeting of ten minutes holds.
SHORT = 9
_INDICATORS = 3
_LETTERS = {TextOf.GOAL: "g", TextOf.OUTCOME: "i", TextOf.ACTIVITY: "a", TextOf.FEEDBACK: "s"}


@dataclass(frozen=True, slots=True)
class Deck:
    """`every` slide there is, in the deck's own order; `shown` are those the reader chose, in his order.

    `number` is the shown slide's, from 1. Either `shown` or the `empty` state. `then` says of which earlier state of
    the store it is, '' of today's.
    """

    title: str
    notices: tuple[str, ...]
    unit: str
    name: str
    year: int
    kind: Kind
    every: tuple[AnySlide, ...] = ()
    shown: tuple[AnySlide, ...] = ()
    number: int = 1
    here: Selection = NOTHING_CHOSEN
    short: tuple[str, ...] = ()
    years: tuple[Option, ...] = ()
    periods: tuple[Option, ...] = ()
    sample: bool = False
    empty: Empty | None = None
    then: str = ""

    @property
    def whose(self) -> str:
        """What stands on every slide: a slide is seen without what stands around it."""
        return ". ".join(filter(None, (f"{self.name}, {self.period}", self.then)))

    @property
    def period(self) -> str:
        return period_words(self.kind, self.year)


def apt(store: "Store", catalogue: Catalogue, selection: Selection) -> Deck:
    """Asks for the report's goals, rows, activities, feedback and texts, and for the rows of next year's plan."""
    reports = all_reports(store)
    unit = selection.unit or ""
    own = [report for report in reports if report.unit == unit]
    name = unit_name(reports, unit, catalogue)
    if not own:
        names = {report.unit: unit_name(reports, report.unit, catalogue) for report in reports}
        empty = unknown_unit(unit, names) if reports else nothing_stored()
        return Deck("Enheten finns inte", selection.notices, unit, name, 0, Kind.VB, empty=empty)
    here = settled(own, selection)
    year, kind = here.year or 0, here.period or Kind.VB
    # Another report has other slides.
    other = replace(here, slides=(), slide=None, notices=())
    frame = Deck(
        f"APT, {name}, {period_words(kind, year)}", here.notices, unit, name, year, kind,
        here=replace(here, notices=()), years=year_options(own, PAGE, other), periods=period_options(own, PAGE, other),
    )  # fmt: skip
    report = next((one for one in own if (one.year, one.kind) == (year, kind)), None)
    if report is None:
        return replace(frame, empty=not_stored(own, PAGE, replace(here, board=None)))
    # A tertial is about the targets of its own year.
    later = year + 1 if kind is Kind.VB else None
    plan = next((one for one in own if (one.year, one.kind) == (later, Kind.VP)), None)
    return _chosen(replace(frame, sample=report.sample), tuple(_slides(store, catalogue, frame, report, plan)))


def _chosen(frame: Deck, every: tuple[AnySlide, ...]) -> Deck:
    """What the address chooses of the slides; a slide that isn't there is said."""
    known = {slide.key: slide for slide in every}
    asked = frame.here.slides
    shown = tuple(known[key] for key in asked if key in known) or every
    gone = tuple(f"Bilden ”{key}” finns inte i den här rapporten." for key in asked if key not in known)
    number = min(frame.here.slide or 1, len(shown))
    return replace(
        frame, every=every, shown=shown, number=number, notices=(*frame.notices, *gone[:3]), short=_short(every)
    )


def _short(every: Sequence[AnySlide]) -> tuple[str, ...]:
    """The keys of the nine slides of a short meeting, in the deck's order.

    Three indicators, the activities and next year's targets come before more indicators, and goals that aren't met
    before all else.
    """
    told = [slide.key for slide in every if isinstance(slide, IndicatorSlide)]
    open_goals = [slide.key for slide in every if isinstance(slide, GoalSlide) and slide.question]
    first = [*told[:_INDICATORS], "aktiviteter", "plan", *told[_INDICATORS:], *open_goals]
    known = [slide.key for slide in every]
    fixed = [key for key in ("titel", "aret", "samtal", "kallor") if key in known]
    order = dict.fromkeys(key for key in (*fixed, *first, *known) if key in known)
    kept = set(list(order)[:SHORT])
    return tuple(key for key in known if key in kept)


def _slides(store: "Store", catalogue: Catalogue, frame: Deck, report: Report, plan: Report | None) -> list[AnySlide]:
    goals = store.rows("goal_lines", GoalLine, documents=[report.id])
    rows = judged_rows(store, catalogue, documents=[report.id])
    planned = judged_rows(store, catalogue, documents=[plan.id]) if plan else []
    notes = _notes(store, report)
    acts = activities(store, report, goals)
    acted, said = activity_slides(report, acts.lines, notes), feedback_slides(store, report, notes)
    questions = [words for words in map(apt_words.question, worth_telling(rows)) if words]
    questions += [slide.question for slide in (*acted, *said) if slide.question]
    return [
        title_slide(frame.name, report),
        *year_slides(report, goals, rows),
        *goal_slides(goals, rows, notes, acts.under),
        *indicator_slides(rows, frame.name, notes),
        *acted,
        *said,
        *plan_slides(planned, rows, plan),
        question_slide(questions),
        sources_slide(report, plan),
    ]


@dataclass(frozen=True, slots=True)
class _Text:
    of: TextOf
    number: int | None
    heading: str
    body: str


def _notes(store: "Store", report: Report) -> Notes:
    """The unit's own words by the key of what they are about."""
    texts = [text for text in store.rows("document_texts", _Text, document=report.id) if text.of in _LETTERS]
    told: Notes = {}
    for text in texts:
        key = f"{_LETTERS[text.of]}{text.number}"
        told[key] = (*told.get(key, ()), *(f"{text.heading}: {part}" for part in text.body.split("\n") if part.strip()))
    return told
