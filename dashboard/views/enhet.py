"""Enhet: one unit's period, from the sentence to the source of every figure."""

from collections.abc import Sequence
from collections.abc import Set as Keys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.charts.spec import GenderBars, YearOverYear
from dashboard.model import Kind, Level, Selection
from dashboard.swedish import listed, period_words
from dashboard.views import enhet_facts, enhet_figures, enhet_goals, enhet_rows, sections
from dashboard.views.counts import (
    Listed,
    Tally,
    chosen_list,
    counted,
    list_notice,
    of_change,
    of_computed,
    of_goal,
    tallies,
)
from dashboard.views.enhet_facts import ActivityLine, ActivityRow, FactOf, FeedbackGroup
from dashboard.views.enhet_goals import Area, Asked
from dashboard.views.enhet_rows import IndicatorGroup
from dashboard.views.enhet_words import texts
from dashboard.views.judged import Judged, judged_rows
from dashboard.views.link import Link
from dashboard.views.listing import list_words
from dashboard.views.plan_counts import UnitPlan, unit_plan
from dashboard.views.reports import (
    Option,
    Report,
    all_reports,
    former_names,
    period_options,
    settled,
    unit_name,
    year_options,
)
from dashboard.views.rows import FeedbackRow, GoalLine
from dashboard.views.sections import Quotes, SectionLine
from dashboard.views.sentences import Lead, unit_lead
from dashboard.views.series import unit_history
from dashboard.views.states import Empty, not_stored, nothing_stored, unknown_unit

if TYPE_CHECKING:
    from dashboard.store.database import Store

PAGE = "enhet"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which count is listed in a section, and the way back to all of it."""

    words: str
    all: Link


@dataclass(frozen=True, slots=True)
class Content:
    """What one report of the unit holds."""

    lead: Lead
    tallies: tuple[Tally, ...]
    facts: tuple[FactOf, ...]
    areas: tuple[Area, ...]
    goals_filter: Filter | None
    groups: tuple[IndicatorGroup, ...]
    rows_filter: Filter | None
    activities: tuple[ActivityLine, ...]
    feedback: tuple[FeedbackGroup, ...]
    sexes: GenderBars | None
    years: YearOverYear | None
    kind: Kind
    sections: tuple[SectionLine, ...] = ()
    quotes: Quotes | None = None
    plan: UnitPlan | None = None


@dataclass(frozen=True, slots=True)
class Enhet:
    """Either `content` or the `empty` state."""

    title: str
    notices: tuple[str, ...]
    name: str
    former: str
    period: str
    year: int
    back: Link
    compare: Link | None = None
    slides: Link | None = None
    years: tuple[Option, ...] = ()
    periods: tuple[Option, ...] = ()
    content: Content | None = None
    empty: Empty | None = None


def enhet(
    store: "Store", catalogue: Catalogue, selection: Selection, *, whole: bool = False, full: bool = False
) -> Enhet:
    """Asks for reports, goals, indicator rows, activities and feedback; for texts only what is opened.

    `whole` opens all but the other sections: what a paper can't open later, which has no room for each row's history.
    `full` opens the sections too.
    """
    reports = all_reports(store)
    unit = selection.unit or ""
    own = [report for report in reports if report.unit == unit]
    if not own:
        return _without(reports, unit, catalogue, selection)
    here = settled(own, selection)
    frame = _frame(own, catalogue, here)
    report = next((r for r in own if (r.year, r.kind) == (here.year, here.period)), None)
    if report is None:
        return replace(frame, empty=not_stored(own, PAGE, replace(here, board=None)))
    goals = store.rows("goal_lines", GoalLine, documents=[report.id])
    rows = judged_rows(store, catalogue, documents=[report.id])
    headings = sections.headings(store, report.id)
    known = {goal.key for goal in goals} | {row.key for row in rows} | sections.keys(headings)
    known |= {f"a{number}" for number in range(report.activity_count)}
    if whole:
        here = replace(here, rows=tuple(key for key in known if full or not sections.is_section(key)))
    asked, notices = _asked(store, report, known, here)
    others = [other for other in own if other is not report]
    if not whole:
        asked = replace(asked, history=unit_history(store, catalogue, own, asked.opened(rows)))
    content = _content(goals, rows, asked, frame, report)
    content = replace(
        content,
        facts=enhet_facts.facts(report, frame.name, others, here),
        activities=_activities(store, report, goals, asked),
        plan=unit_plan(store, catalogue, own, rows, here),
        feedback=enhet_facts.feedback_groups(store.rows("feedback", FeedbackRow, documents=[report.id]), report.id),
        sections=sections.sections(store, report.id, headings, asked.here),
        quotes=sections.quotes(store, report.id, asked.here) if headings else None,
    )
    return replace(frame, content=content, notices=(*frame.notices, *notices))


def _without(reports: Sequence[Report], unit: str, catalogue: Catalogue, selection: Selection) -> Enhet:
    names = {report.unit: unit_name(reports, report.unit, catalogue) for report in reports}
    known = catalogue.unit(unit)
    state = unknown_unit(unit, names) if reports else nothing_stored()
    if known and reports:
        state = replace(state, title=f"Ingen rapport från {known.name} är inläst ännu.")
    name = known.name if known else "Enheten finns inte"
    return Enhet(name, selection.notices, name, "", "", 0, Link("enheter"), empty=state)


def _frame(own: Sequence[Report], catalogue: Catalogue, here: Selection) -> Enhet:
    unit, year, kind = here.unit or "", here.year or 0, here.period or Kind.VB
    name = unit_name(own, unit, catalogue)
    former = former_names(own, unit, catalogue)
    return Enhet(
        title=f"{name}, {period_words(kind, year)}",
        notices=here.notices,
        name=name,
        former=f"Hette tidigare {listed(former)}." if former else "",
        period=period_words(kind, year),
        year=year,
        back=Link("oversikt", Selection(year=year, period=kind)),
        compare=Link("jamfor", Selection(units=(unit,), year=year, period=kind)),
        slides=Link("apt", Selection(unit=unit, year=year, period=kind)),
        years=year_options(own, PAGE, here),
        periods=period_options(own, PAGE, here),
    )


def _asked(store: "Store", report: Report, known: Keys[str], here: Selection) -> tuple[Asked, tuple[str, ...]]:
    """What is opened and listed of the `known` rows, with their texts; a row that isn't there is said."""
    opened = tuple(key for key in here.rows if key in known)
    gone = [key for key in here.rows if key not in known]
    chosen = chosen_list(here)
    if chosen is not None and chosen[0] is Listed.ATTENTION:
        chosen = None
    kept = replace(here, rows=opened, board=None, notices=(), listed=chosen[0].value if chosen else None)
    kept = replace(kept, status=chosen[1] if chosen else None)
    notices = tuple(f"Raden ”{key}” finns inte i den här rapporten." for key in gone)
    notices += list_notice(here)
    return Asked(kept, texts(store, report.id, opened), chosen, report.board_id), notices


def _content(goals: Sequence[GoalLine], rows: Sequence[Judged], asked: Asked, frame: Enhet, report: Report) -> Content:
    unit_goals = [goal for goal in goals if goal.level is Level.ENHETSMAL]
    here = replace(asked.here, listed=None, status=None)
    met, computed, moved = (
        counted(map(of_goal, unit_goals)),
        counted(map(of_computed, rows)),
        counted(map(of_change, rows)),
    )
    groups = enhet_rows.groups(rows, asked)
    areas = enhet_goals.areas(goals, rows, asked)
    shown_goals = sum(len(area.goals) for area in areas)
    shown_rows = sum(len(group.lines) for group in groups)
    plan = report.kind is Kind.VP
    return Content(
        lead=unit_lead(met, computed, moved, report.kind, report.year),
        tallies=tallies(unit_goals, rows, Link(PAGE, here)),
        facts=(),
        areas=areas,
        goals_filter=_filter(asked, shown_goals, len(unit_goals), goals=True),
        groups=groups,
        rows_filter=_filter(asked, shown_rows, len(rows), goals=False),
        activities=(),
        feedback=(),
        sexes=None if plan else enhet_figures.sexes_figure(rows, frame.name),
        years=None if plan else enhet_figures.years_figure(rows, frame.name),
        kind=report.kind,
    )


def _filter(asked: Asked, shown: int, total: int, *, goals: bool) -> Filter | None:
    """What the section is cut down to; None where it shows all."""
    if asked.listed is None or (asked.listed[0] is Listed.GOALS) is not goals:
        return None
    here = replace(asked.here, listed=None, status=None)
    words = f"{list_words(*asked.listed, shown, asked.here.year or 0)}, av {total}."
    return Filter(words, Link(PAGE, here, "mal" if goals else "indikatorer"))


def _activities(store: "Store", report: Report, goals: Sequence[GoalLine], asked: Asked) -> tuple[ActivityLine, ...]:
    codes = {goal.number: goal.path.area_code or "" for goal in goals}
    rows = store.rows("activities", ActivityRow, documents=[report.id])
    return enhet_facts.activity_lines(rows, report.id, codes, asked)
