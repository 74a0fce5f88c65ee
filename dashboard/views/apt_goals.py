"""The deck's slides of goals and their indicators, and of next year's targets: so many rows that they can be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from dashboard.model import Kind, Level, Selection
from dashboard.swedish import kind_words, slug, sort_key
from dashboard.views import apt_words
from dashboard.views.apt_slides import GoalSlide, Notes, PlanLine, PlanSlide
from dashboard.views.judged import Judged
from dashboard.views.line import line, place_words
from dashboard.views.link import Link, source
from dashboard.views.reports import Report
from dashboard.views.rows import GoalLine, Path

T = TypeVar("T")

# Six rows of 24 points fill a slide beside its heading.
MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class _Held:
    """A heading with the indicators under it; `goal` is None for those that hang directly on one of KF's goals."""

    key: str
    goal: GoalLine | None
    rows: tuple[Judged, ...]
    first: Judged | None


def goal_slides(goals: Sequence[GoalLine], rows: Sequence[Judged], notes: Notes) -> list[GoalSlide]:
    """In the order of KF's codes; a goal without indicators has its slide too."""
    return [slide for held in _held(goals, rows) for slide in _slides(held, notes)]


def _held(goals: Sequence[GoalLine], rows: Sequence[Judged]) -> Iterator[_Held]:
    own = [goal for goal in goals if goal.level is Level.ENHETSMAL]
    areas = {goal.path.area for goal in own} | {row.row.path.area for row in rows}
    for area in sorted(areas, key=lambda area: (not area, sort_key(area))):
        inside = [row for row in rows if row.row.path.area == area]
        for goal in (goal for goal in own if goal.path.area == area):
            mine = tuple(row for row in inside if row.row.goal == goal.number)
            inside = [row for row in inside if row not in mine]
            yield _Held(f"mal-{goal.number}", goal, mine, mine[0] if mine else None)
        if inside:
            yield _Held(f"omrade-{slug(area) or 'ovrigt'}", None, tuple(inside), inside[0])


def _slides(held: _Held, notes: Notes) -> list[GoalSlide]:
    parts = parted(held.rows) or [()]
    return [_slide(held, notes, place, rows, len(parts)) for place, rows in enumerate(parts, 1)]


def _slide(held: _Held, notes: Notes, place: int, rows: Sequence[Judged], parts: int) -> GoalSlide:
    goal = held.goal
    path = goal.path if goal else rows[0].row.path
    told = notes.get(goal.key, ()) if goal else ()
    return GoalSlide(
        key=held.key if place == 1 else f"{held.key}-{place}",
        headline=goal.title if goal else _area_words(path),
        notes=told if place == 1 else (),
        question=apt_words.goal_question(goal.status) if goal and place == 1 else "",
        source=_place(goal) if goal else apt_words.place(rows[0]),
        link=source(goal.document, goal.place_line, goal.key) if goal else rows[0].source,
        code=path.area_code or "",
        above=path.area_title or "" if goal else "",
        status=goal.status if goal else None,
        planned=goal is None or goal.kind is Kind.VP,
        lines=tuple((row.name, line(row, row.row.unit_name)) for row in rows),
        without="" if held.rows else "Inga indikatorer följs under målet.",
        part=f"{place} av {parts}" if parts > 1 else "",
    )


def _area_words(path: Path) -> str:
    """Indicators without a unit goal stand under KF's, which their heading says."""
    if not path.area:
        return "Indikatorer utan mål i rapporten"
    return f"Under KF:s mål{' ' + path.area_code if path.area_code else ''}: {path.area_title or ''}".rstrip(": ")


def _place(goal: GoalLine) -> str:
    where = place_words(goal.place_line, goal.place_page)
    return f"Källa: {kind_words(goal.kind).lower()} {goal.year}{', ' + where if where else ''}"


def plan_slides(rows: Sequence[Judged], now: Sequence[Judged], plan: Report | None) -> list[PlanSlide]:
    """Next year's targets beside this year's outcomes; none where no plan is stored."""
    if plan is None:
        return []
    outcomes = {row.row.indicator: row for row in now}
    lines = [_plan_line(row, outcomes.get(row.row.indicator)) for row in rows]
    parts = parted([line for line in lines if line.target])
    return [
        PlanSlide(
            key="plan" if place == 1 else f"plan-{place}",
            headline=f"Målen för {plan.year}",
            question=f"Vilka mål är svårast att nå {plan.year}?" if place == 1 else "",
            source=f"Källa: verksamhetsplan {plan.year}",
            link=source(plan.id, None),
            lines=tuple(found),
            part=f"{place} av {len(parts)}" if len(parts) > 1 else "",
        )
        for place, found in enumerate(parts, 1)
    ]


def _plan_line(row: Judged, now: Judged | None) -> PlanLine:
    outcome = now.outcome_printed if now else ""
    link = Link("indikator", Selection(indicator=row.row.indicator))
    return PlanLine(
        name=row.name, target=row.target_printed or row.row.target_text or "", outcome=outcome or "saknas", link=link
    )


def parted(rows: Sequence[T], most: int = MOST_ROWS) -> list[tuple[T, ...]]:
    """The rows in parts as even as can be, none larger than `most`."""
    amount = -(-len(rows) // most)
    if not amount:
        return []
    small, larger = divmod(len(rows), amount)
    ends = [place * small + min(place, larger) for place in range(amount + 1)]
    return [tuple(rows[start:end]) for start, end in pairwise(ends)]
