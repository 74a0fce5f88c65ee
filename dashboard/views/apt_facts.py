"""The deck's slides around the figures: activities, what people told the unit, questions and sources."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from dashboard.model import Selection
from dashboard.swedish import kind_words
from dashboard.views import apt_words
from dashboard.views.apt_goals import Acts
from dashboard.views.apt_room import AIR, LINE, lines_of, parted, room, row_height
from dashboard.views.apt_slides import ActivitiesSlide, FeedbackSlide, Notes, QuestionsSlide, SourcesSlide
from dashboard.views.enhet_facts import (
    ActivityLine,
    ActivityRow,
    FeedbackGroup,
    FeedbackLine,
    activity_lines,
    feedback_groups,
)
from dashboard.views.enhet_goals import Asked
from dashboard.views.link import source
from dashboard.views.reports import Report
from dashboard.views.rows import FeedbackRow, GoalLine

if TYPE_CHECKING:
    from dashboard.store.database import Store

MOST_QUESTIONS = 5
# Columns of titles, and of what is said of a deviation.
TITLE, DEVIATION, CATEGORY = 690, 220, 590
_GROUP = LINE + AIR
Row = TypeVar("Row")
LATE, PLAIN = "Med avvikelse", "Utan redovisad avvikelse"


@dataclass(frozen=True, slots=True)
class Activities:
    """All of a report's, in its order, and by the number of the goal that they hang on."""

    lines: tuple[ActivityLine, ...]
    under: Acts


def activities(store: "Store", report: Report, goals: Sequence[GoalLine]) -> Activities:
    rows = store.rows("activities", ActivityRow, documents=[report.id])
    codes = {goal.number: goal.path.area_code or "" for goal in goals}
    asked = Asked(Selection(unit=report.unit, year=report.year, period=report.kind), {}, None)
    lines = activity_lines(rows, report.id, codes, asked)
    under: dict[int, tuple[ActivityLine, ...]] = {}
    for row, line in zip(rows, lines, strict=True):
        if row.goal is not None:
            under[row.goal] = (*under.get(row.goal, ()), line)
    return Activities(lines, under)


def activity_slides(report: Report, lines: Sequence[ActivityLine], notes: Notes) -> list[ActivitiesSlide]:
    """Those with a deviation first."""
    late = tuple(one for one in lines if one.deviation)
    order = [(LATE, one) for one in late] + [(PLAIN, one) for one in lines if not one.deviation]
    headline, question = apt_words.about_activities(late, len(lines) - len(late)), apt_words.activity_question(late)
    # A heading is a row of its own, and heads its rows again on the next slide.
    first = {one.key for group in (LATE, PLAIN) for one in [line for name, line in order if name == group][:1]}
    parts = parted(order, lambda row: _activity_height(row[1], row[1].key in first), room(headline, question) - _GROUP)
    return [
        ActivitiesSlide(
            key=_key("aktiviteter", place),
            headline=headline,
            notes=tuple(words for _, one in found for words in notes.get(one.key, ())),
            question=question if place == 1 else "",
            source=f"Källa: {kind_words(report.kind).lower()} {report.year}",
            link=source(report.id, None),
            groups=tuple(_grouped(found)),
            part=_part(place, len(parts)),
        )
        for place, found in enumerate(parts, 1)
    ]


def _activity_height(row: ActivityLine, first: bool) -> int:
    return row_height((row.title, TITLE), (row.deviation, DEVIATION)) + (_GROUP if first else 0)


def _grouped(rows: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    for name, found in groupby(rows, key=lambda row: row[0]):
        yield name, tuple(one for _, one in found)


def feedback_slides(store: "Store", report: Report, notes: Notes) -> list[FeedbackSlide]:
    groups = feedback_groups(store.rows("feedback", FeedbackRow, documents=[report.id]), report.id)
    told = tuple(group for group in groups if group.rows)
    headline, question = apt_words.about_feedback(told), apt_words.feedback_question(told)
    rows = [(group, row) for group in told for row in group.rows]
    # A group's name is a row of its own, and heads its rows again on the next slide.
    first = {group.rows[0].number for group in told}
    parts = parted(rows, lambda row: _feedback_height(*row, row[1].number in first), room(headline, question) - _GROUP)
    return [
        FeedbackSlide(
            key=_key("synpunkter", place),
            headline=headline,
            question=question if place == len(parts) else "",
            notes=_told(notes) if place == 1 else (),
            source=f"Källa: {kind_words(report.kind).lower()} {report.year}",
            link=source(report.id, None),
            groups=tuple(_regrouped(found)),
            part=_part(place, len(parts)),
        )
        for place, found in enumerate(parts, 1)
    ]


def _feedback_height(group: FeedbackGroup, row: FeedbackLine, first: bool) -> int:
    named = first and not says_itself(group)
    return row_height((row.category, CATEGORY)) + (lines_of(group.name, 1000) * LINE + AIR if named else 0)


def says_itself(group: FeedbackGroup) -> bool:
    """Whether the group is one row that is called as the group is: 'Beröm'."""
    return [row.category for row in group.rows] == [group.name]


def _regrouped(rows: Iterable[tuple[FeedbackGroup, FeedbackLine]]) -> Iterator[FeedbackGroup]:
    for name, found in groupby(rows, key=lambda row: row[0].name):
        held = list(found)
        yield replace(held[0][0], name=name, rows=tuple(row for _, row in held))


def _told(notes: Notes) -> tuple[str, ...]:
    return tuple(words for key, found in notes.items() if key.startswith("s") for words in found)


def _key(name: str, place: int) -> str:
    return name if place == 1 else f"{name}-{place}"


def _part(place: int, parts: int) -> str:
    return f"{place} av {parts}" if parts > 1 else ""


def question_slide(questions: Sequence[str]) -> QuestionsSlide:
    return QuestionsSlide(
        key="samtal",
        headline="Att samtala om",
        questions=tuple(questions[:MOST_QUESTIONS]) or (apt_words.NOTHING_TO_ASK,),
    )


def sources_slide(report: Report, plan: Report | None) -> SourcesSlide:
    documents = [
        (f"{kind_words(one.kind)} {one.year}{', ' + one.date if one.date else ''}", source(one.id, None))
        for one in (report, plan)
        if one
    ]
    return SourcesSlide(
        key="kallor",
        headline="Källor och så räknar vi",
        documents=tuple(documents),
        rules=apt_words.rules_of(report.kind),
    )
