"""A unit's goals under KF's, each with its reported status, and the unit's own words once it is opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.model import Kind, Level, Selection, Status
from dashboard.swedish import capital, plural, sort_key, spelled
from dashboard.views.counts import Listed, of_goal
from dashboard.views.judged import Judged
from dashboard.views.line import place_words as line_words
from dashboard.views.link import Link, source
from dashboard.views.matrix import OUTSIDE, area_path, area_place, goal_page
from dashboard.views.rows import GoalLine, Path


@dataclass(frozen=True, slots=True)
class Words:
    """The unit's own words under one heading, in paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitGoal:
    """`words` is None while the goal is closed; `toggle` opens or closes it."""

    key: str
    title: str
    above: str
    status: Status | None
    planned: bool
    toggle: Link
    words: tuple[Words, ...] | None
    source: Link
    source_words: str
    over_units: Link


@dataclass(frozen=True, slots=True)
class Area:
    """One of KF's goals with the unit's under it; `without` says what is there where no unit goal is.

    `to` is the goal's page over units.
    """

    place: str
    code: str
    title: str
    goals: tuple[UnitGoal, ...]
    without: str
    to: Link | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader opened or listed, with the texts of what is opened by its key; `board` is the report's.

    `history` are the opened indicators' rows of all the unit's reports.
    """

    here: Selection
    texts: Mapping[str, tuple[Words, ...]]
    listed: tuple[Listed, str | None] | None
    board: str | None = None
    history: tuple[Judged, ...] = ()

    def opened(self, rows: Sequence[Judged]) -> list[str]:
        """The indicators whose rows are opened."""
        return [row.row.indicator for row in rows if row.key in self.here.rows]


def areas(goals: Sequence[GoalLine], rows: Sequence[Judged], asked: Asked) -> tuple[Area, ...]:
    """KF's goals in the order of their codes; a list of goals leaves out those without any."""
    held: dict[str, list[GoalLine]] = {}
    paths: dict[str, Path] = {}
    for goal in goals:
        if goal.path.area or goal.level in (Level.NAMNDMAL, Level.ENHETSMAL):
            held.setdefault(goal.path.area, []).append(goal)
            paths.setdefault(goal.path.area, goal.path)
    ordered = sorted(held, key=lambda area: (not area, sort_key(area)))
    made = [
        _area(paths[area], held[area], [row for row in rows if row.row.path.area == area], asked) for area in ordered
    ]
    return tuple(area for area in made if area.goals or not _only_goals(asked))


def _only_goals(asked: Asked) -> bool:
    return asked.listed is not None and asked.listed[0] is Listed.GOALS


def _area(path: Path, goals: Sequence[GoalLine], rows: Sequence[Judged], asked: Asked) -> Area:
    own = [goal for goal in goals if goal.level is Level.ENHETSMAL and _shown(goal, asked)]
    without = "" if own else _without(rows, sum(goal.activities for goal in goals))
    return Area(
        area_place(path.area),
        path.area_code or "",
        path.area_title or OUTSIDE,
        tuple(_goal(goal, asked) for goal in own),
        without,
        _over_units(area_path(path), goals[0], asked) if path.area else None,
    )


def _over_units(path: Path, goal: GoalLine, asked: Asked) -> Link:
    return goal_page(path, asked.board, goal.year, goal.kind)


def _shown(goal: GoalLine, asked: Asked) -> bool:
    return not _only_goals(asked) or asked.listed is None or asked.listed[1] in (None, of_goal(goal))


def _goal(goal: GoalLine, asked: Asked) -> UnitGoal:
    return UnitGoal(
        key=goal.key,
        title=goal.title,
        above=f"Nämndmål: {goal.path.board_goal}" if goal.path.board_goal else "",
        status=goal.status,
        planned=goal.kind is Kind.VP,
        toggle=toggled(asked.here, goal.key),
        words=asked.texts.get(goal.key, ()) if goal.key in asked.here.rows else None,
        source=source(goal.document, goal.place_line, goal.key),
        source_words=place_words(goal.place_line, goal.place_page),
        over_units=_over_units(goal.path, goal, asked),
    )


def toggled(here: Selection, key: str) -> Link:
    """The same page with the row opened, or closed where it is open."""
    rows = tuple(row for row in here.rows if row != key) if key in here.rows else (*here.rows, key)
    return Link("enhet", replace(here, rows=rows))


def place_words(line: int | None, page: int | None) -> str:
    """'rad 412' or 's. 12' on one line, 'rapporten' where neither is known."""
    return line_words(line, page).replace(" ", "\u00a0") or "rapporten"


def _without(rows: Sequence[Judged], activities: int) -> str:
    """'Inget enhetsmål i rapporten. Två indikatorer följs direkt under KF:s mål.'"""
    none = "Inget enhetsmål i rapporten."
    if rows:
        noun = plural(len(rows), "indikator", "indikatorer")
        return f"{none} {capital(spelled(len(rows)))} {noun} följs direkt under KF:s mål."
    return f"{none} Bara aktiviteter följs upp." if activities else f"{none} Inga indikatorer eller aktiviteter heller."
