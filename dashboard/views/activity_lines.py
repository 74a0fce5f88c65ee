"""Activities of several reports as lines in time: state, moved dates, deviation, analysis, goal and source."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.analysis.activities import Move, MoveOf, State, longer_than_a_year, moves, state
from dashboard.model import Kind, Level, Selection
from dashboard.swedish import fold, kind_words
from dashboard.views.enhet_facts import ActivityRow
from dashboard.views.enhet_goals import place_words
from dashboard.views.link import Link, source
from dashboard.views.matrix import OUTSIDE, area_place
from dashboard.views.reports import IN_TIME
from dashboard.views.rows import GoalLine


@dataclass(frozen=True, slots=True)
class StoredActivity(ActivityRow):
    """An activity with its report's facts."""

    document: str
    unit: str
    year: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved, in words, with the place where the earlier date is printed; `before` is that date."""

    words: str
    before: str
    link: Link


@dataclass(frozen=True, slots=True)
class Line:
    """One activity; `area` is the key of KF's goal, '' where it hangs on none."""

    key: str
    title: str
    link: Link
    unit: str
    name: str
    area: str
    code: str
    area_title: str
    goal: str
    goal_link: Link
    start: str
    end: str
    state: State
    moved: tuple[Moved, ...]
    deviation: str
    long: bool
    silent: bool
    source: Link
    source_words: str

    @property
    def told(self) -> str:
        """All that a search looks in."""
        return f"{self.title} {self.deviation} {self.code} {self.area_title} {self.goal} {self.name}"


Thread = tuple[str, str, int]


def lines(
    shown: Sequence[StoredActivity],
    before: Iterable[StoredActivity],
    goals: Mapping[tuple[str, int], GoalLine],
    names: Mapping[str, str],
) -> list[Line]:
    """`before` are the rows of the units' earlier reports, `goals` by document and number."""
    earlier: dict[Thread, list[StoredActivity]] = {}
    for thread, row in _threads(sorted(before, key=_age)):
        earlier.setdefault(thread, []).append(row)
    return [
        _line(row, earlier.get(thread, []), goals.get((row.document, -1 if row.goal is None else row.goal)), names)
        for thread, row in _threads(shown)
    ]


def _threads(rows: Iterable[StoredActivity]) -> list[tuple[Thread, StoredActivity]]:
    """Each row with what makes it the same activity over reports: unit, title, and its turn where printed twice."""
    seen: dict[tuple[str, str], int] = {}
    folded: dict[str, str] = {}
    found = []
    for row in rows:
        title = folded.get(row.title) or folded.setdefault(row.title, fold(row.title))
        turn = seen.get((row.document, title), 0)
        seen[row.document, title] = turn + 1
        found.append(((row.unit, title, turn), row))
    return found


def _age(row: StoredActivity) -> tuple[int, int]:
    return written(row.year, row.kind)


def written(year: int, kind: Kind) -> tuple[int, int]:
    """Orders reports by when they were written: a plan comes before its year's follow-ups."""
    return year, -1 if kind is Kind.VP else IN_TIME.index(kind)


def _line(
    row: StoredActivity, earlier: Sequence[StoredActivity], goal: GoalLine | None, names: Mapping[str, str]
) -> Line:
    here = Selection(unit=row.unit, year=row.year, period=row.kind)
    key = f"a{row.number}"
    opened = replace(here, rows=(key,)) if row.has_analysis else here
    area = goal.path.area if goal else ""
    return Line(
        key=f"{row.document}-{key}",
        title=row.title,
        link=Link("enhet", opened, key),
        unit=row.unit,
        name=names[row.unit],
        area=area,
        code=(goal.path.area_code or "") if goal else "",
        area_title=(goal.path.area_title if goal else None) or OUTSIDE,
        goal=_goal_words(goal),
        goal_link=Link("enhet", here, goal.key if goal and goal.level is Level.ENHETSMAL else area_place(area)),
        start=row.start or "",
        end=row.end or "",
        state=state(row.start, row.end, row.kind, row.year),
        moved=_moved(row, earlier),
        deviation=row.deviation or "",
        long=longer_than_a_year(row.start, row.end),
        silent=not row.has_analysis and row.kind is not Kind.VP,
        source=source(row.document, row.place_line, key),
        source_words=place_words(row.place_line, row.place_page),
    )


def _goal_words(goal: GoalLine | None) -> str:
    if goal is None:
        return OUTSIDE
    return goal.path.unit_goal or goal.path.board_goal or goal.path.area_title or goal.title


def _moved(row: StoredActivity, earlier: Sequence[StoredActivity]) -> tuple[Moved, ...]:
    """Against the first report of the same year that has it; if nothing moved there, against the last year's latest."""
    same = [other for other in earlier if other.year == row.year][:1]
    others = [other for other in earlier if other.year < row.year][-1:]
    for other in (*same, *others):
        found = moves(other.start, other.end, row.start, row.end, same_year=other.year == row.year)
        if found:
            return tuple(_told(move, other) for move in found)
    return ()


def _told(move: Move, other: StoredActivity) -> Moved:
    what = "Starten" if move.of is MoveOf.START else "Slutet"
    how = "senarelagd" if move.of is MoveOf.START else "senarelagt"
    if not move.later:
        how = how.replace("senare", "tidigare")
    words = f"{what} {how}: {move.before} i {kind_words(other.kind).lower()} {other.year}"
    return Moved(words, move.before, source(other.document, other.place_line, f"a{other.number}"))
