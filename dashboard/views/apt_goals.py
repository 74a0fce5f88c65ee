"""The deck's slides of goals and their indicators, and of next year's targets: so many rows that they can be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.analysis.quotations import sentences
from dashboard.model import Kind, Level, Selection
from dashboard.swedish import kind_words, slug, sort_key
from dashboard.views import apt_words
from dashboard.views.apt_room import AIR, LINE, WIDE, lines_of, parted, room, row_height
from dashboard.views.apt_slides import GoalSlide, Notes, PlanLine, PlanSlide
from dashboard.views.enhet_facts import ActivityLine
from dashboard.views.judged import Judged
from dashboard.views.line import Line, line, place_words
from dashboard.views.link import Link, source
from dashboard.views.reports import Report
from dashboard.views.rows import GoalLine, Path

# The columns of names and of statuses; a bar with its figures takes two lines.
NAME, STATUS = 500, 200
_TWO_LINES = 2 * LINE + AIR
_PLAN_NAME = 740
# A quotation is read aloud in a breath.
_LONGEST_SAID = 300
_MOST_ACTS = 3

Acts = Mapping[int, tuple[ActivityLine, ...]]


@dataclass(frozen=True, slots=True)
class _Held:
    """A heading with the indicators under it; `goal` is None for those that hang directly on one of KF's goals.

    `direct` are such indicators on the slide of the only goal that the unit has under KF's.
    """

    key: str
    goal: GoalLine | None
    rows: tuple[Judged, ...]
    direct: tuple[Judged, ...] = ()
    acts: tuple[ActivityLine, ...] = ()

    @property
    def every(self) -> tuple[Judged, ...]:
        return (*self.rows, *self.direct)


def goal_slides(goals: Sequence[GoalLine], rows: Sequence[Judged], notes: Notes, acts: Acts) -> list[GoalSlide]:
    """In the order of KF's codes; a goal without indicators has its slide too, with its activities and words."""
    return [slide for held in _held(goals, rows, acts) for slide in _slides(held, notes)]


def _held(goals: Sequence[GoalLine], rows: Sequence[Judged], acts: Acts) -> Iterator[_Held]:
    own = [goal for goal in goals if goal.level is Level.ENHETSMAL]
    areas = {goal.path.area for goal in own} | {row.row.path.area for row in rows}
    for area in sorted(areas, key=lambda area: (not area, sort_key(area))):
        inside = [goal for goal in own if goal.path.area == area]
        numbers = {goal.number for goal in inside}
        found = [row for row in rows if row.row.path.area == area]
        loose = tuple(row for row in found if row.row.goal not in numbers)
        alone = len(inside) == 1 and bool(area)
        above = [goal for goal in goals if area and goal.path.area == area and goal.level is not Level.ENHETSMAL]
        others = tuple(act for goal in above for act in acts.get(goal.number, ()))
        for goal in inside:
            mine = tuple(row for row in found if row.row.goal == goal.number)
            under = (*acts.get(goal.number, ()), *(others if alone else ()))
            yield _Held(f"mal-{goal.number}", goal, mine, loose if alone else (), under)
        if loose and not alone:
            yield _Held(f"omrade-{slug(area) or 'ovrigt'}", None, loose, acts=others)


def _slides(held: _Held, notes: Notes) -> Iterator[GoalSlide]:
    """The question and the unit's own words stand on the last of a goal's slides, its notes with the first."""
    whole = _slide(held, notes, held.every)
    line_between = LINE + AIR if held.rows and held.direct else 0
    left = room(whole.headline, whole.question) - line_between
    parts = parted(held.every, _height, left) or [()]
    last = len(parts)
    for place, rows in enumerate(parts, 1):
        part = replace(_slide(held, notes, rows), part=f"{place} av {last}" if last > 1 else "")
        if place == last:
            part = _filled(part, left - sum(map(_height, rows)), held.acts)
        yield part if place == 1 else replace(part, key=f"{held.key}-{place}", notes=())


def _height(row: Judged) -> int:
    told = row.reported is None or row.differs
    status = max(row_height(("Beräknat: når inte årsmålet" if told else "Uppfylls delvis", STATUS - 36)), _TWO_LINES)
    return max(row_height((row.name, NAME)), status + (LINE if row.differs and row.reported else 0))


def _slide(held: _Held, notes: Notes, rows: Sequence[Judged]) -> GoalSlide:
    goal = held.goal
    path = goal.path if goal else rows[0].row.path
    return GoalSlide(
        key=held.key,
        headline=goal.title if goal else _area_words(path),
        notes=notes.get(goal.key, ()) if goal else (),
        question=apt_words.goal_question(goal.status) if goal and rows == held.every[-len(rows) :] else "",
        source=_place(goal) if goal else apt_words.place(rows[0]),
        link=source(goal.document, goal.place_line, goal.key) if goal else rows[0].source,
        code=path.area_code or "",
        above=path.area_title or "" if goal else "",
        status=goal.status if goal else None,
        planned=goal is None or goal.kind is Kind.VP,
        lines=tuple((row.name, _line(row)) for row in rows),
        without="" if held.every else "Inga indikatorer följs under målet.",
        direct=len([row for row in rows if row in held.direct]),
    )


def _line(row: Judged) -> Line:
    return line(row, row.row.unit_name)


def _filled(slide: GoalSlide, left: int, acts: Sequence[ActivityLine]) -> GoalSlide:
    """With the goal's activities and the unit's own words, as far as `left` px under the indicators hold them."""
    left -= LINE + AIR if slide.without else 0
    kept: list[ActivityLine] = []
    for act in acts[:_MOST_ACTS]:
        height = row_height((act.title, WIDE - 300)) + (0 if kept else LINE + AIR)
        if height <= left:
            kept.append(act)
            left -= height
    said = _said(slide.notes)
    fits = said and lines_of(said, WIDE - 40, 26) * 34 + LINE + 2 * AIR <= left
    return replace(slide, acts=tuple(kept), said=said if fits else "")


def _said(told: Sequence[str]) -> str:
    """The first whole sentences of the unit's words, without the heading that the notes put before them."""
    words = ""
    for sentence in sentences(told[0].partition(": ")[2]) if told else []:
        if len(words) + len(sentence) > _LONGEST_SAID:
            break
        words = f"{words} {sentence}".strip()
    return words


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
    headline, question = f"Målen för {plan.year}", f"Vilka mål är svårast att nå {plan.year}?"
    parts = parted([line for line in lines if line.target], _plan_height, room(headline, question))
    return [
        PlanSlide(
            key="plan" if place == 1 else f"plan-{place}",
            headline=headline,
            question=question if place == len(parts) else "",
            source=f"Källa: verksamhetsplan {plan.year}",
            link=source(plan.id, None),
            lines=tuple(found),
            part=f"{place} av {len(parts)}" if len(parts) > 1 else "",
        )
        for place, found in enumerate(parts, 1)
    ]


def _plan_height(line: PlanLine) -> int:
    return row_height((line.name, _PLAN_NAME), (line.target, 160), (line.outcome, 160))


def _plan_line(row: Judged, now: Judged | None) -> PlanLine:
    outcome = now.outcome_printed if now else ""
    link = Link("indikator", Selection(indicator=row.row.indicator))
    return PlanLine(
        name=row.name, target=row.target_printed or row.row.target_text or "", outcome=outcome or "saknas", link=link
    )
