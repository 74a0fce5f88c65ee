"""The deck's slides around the figures: activities, what people told the unit, questions and sources."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.model import Selection
from dashboard.swedish import kind_words
from dashboard.views import apt_words
from dashboard.views.apt_slides import ActivitiesSlide, FeedbackSlide, Notes, QuestionsSlide, SourcesSlide
from dashboard.views.enhet_facts import ActivityRow, FeedbackRow, activity_lines, feedback_groups
from dashboard.views.enhet_goals import Asked
from dashboard.views.link import source
from dashboard.views.reports import Report
from dashboard.views.rows import GoalLine

if TYPE_CHECKING:
    from dashboard.store.database import Store

MOST_QUESTIONS = 5


def activity_slides(store: "Store", report: Report, goals: Sequence[GoalLine], notes: Notes) -> list[ActivitiesSlide]:
    rows = store.rows("activities", ActivityRow, documents=[report.id])
    if not rows:
        return []
    codes = {goal.number: goal.path.area_code or "" for goal in goals}
    asked = Asked(Selection(unit=report.unit, year=report.year, period=report.kind), {}, None)
    lines = activity_lines(rows, report.id, codes, asked)
    late = tuple(one for one in lines if one.deviation)
    plain = tuple(one for one in lines if not one.deviation)
    groups = (("Med avvikelse", late), ("Utan redovisad avvikelse", plain))
    return [
        ActivitiesSlide(
            key="aktiviteter",
            headline=apt_words.about_activities(late, len(plain)),
            notes=tuple(words for one in lines for words in notes.get(one.key, ())),
            question=apt_words.activity_question(late),
            source=f"Källa: {kind_words(report.kind).lower()} {report.year}",
            link=source(report.id, None),
            groups=tuple(group for group in groups if group[1]),
        )
    ]


def feedback_slides(store: "Store", report: Report, notes: Notes) -> list[FeedbackSlide]:
    groups = feedback_groups(store.rows("feedback", FeedbackRow, documents=[report.id]), report.id)
    told = tuple(group for group in groups if group.rows)
    if not told:
        return []
    return [
        FeedbackSlide(
            key="synpunkter",
            headline=apt_words.about_feedback(told),
            question=apt_words.feedback_question(told),
            notes=tuple(words for key, found in notes.items() if key.startswith("s") for words in found),
            source=f"Källa: {kind_words(report.kind).lower()} {report.year}",
            link=source(report.id, None),
            groups=told,
        )
    ]


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
