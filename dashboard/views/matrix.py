"""The matrix of KF's goals and units: a sign per unit goal, counts in words, how many indicators meet their target."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.model import Kind, Level, Selection, Status
from dashboard.swedish import amount_words, plural, slug, sort_key, spelled
from dashboard.views.counts import counted, of_computed, of_goal, status_words
from dashboard.views.goal_tree import chain_of, key_of
from dashboard.views.judged import Judged
from dashboard.views.link import Link
from dashboard.views.reports import short_name
from dashboard.views.rows import GoalLine, Path

_SHOWN_ZEROS = (Status.HELT, Status.DELVIS, Status.EJ)
OUTSIDE = "Utan mål från KF"


@dataclass(frozen=True, slots=True)
class Cell:
    """A unit's goals under one of KF's: statuses in the report's order, the link's words, and lines below it."""

    statuses: tuple[Status, ...]
    words: str
    below: tuple[str, ...]
    link: Link


@dataclass(frozen=True, slots=True)
class Line:
    """One of KF's goals; a cell is None where the goal is not in the unit's report. `to` is its page over units."""

    code: str
    title: str
    cells: tuple[Cell | None, ...]
    total: str
    to: Link | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """KF's goals under one direction."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A unit, its number of unit goals in words, and its sums."""

    unit: str
    name: str
    full_name: str
    note: str
    sums: tuple[str, ...]
    link: Link


@dataclass(frozen=True, slots=True)
class Matrix:
    """`total` is None where there is one unit alone."""

    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    total: Column | None


@dataclass(frozen=True, slots=True)
class _Held:
    """All that one unit has under one of KF's goals."""

    goals: tuple[GoalLine, ...]
    rows: tuple[Judged, ...]
    activities: int


def matrix(goals: Sequence[GoalLine], rows: Sequence[Judged], units: Mapping[str, str], here: Selection) -> Matrix:
    """`units` are ids with names in the order to show them; `goals` are those of every level in their reports."""
    areas = _areas([*(goal.path for goal in goals), *(row.row.path for row in rows)])
    held = _all_held(goals, rows)
    blocks: dict[str, list[Line]] = {}
    headings: dict[str, str] = {}
    for area, path in areas.items():
        # Reports may word a direction differently; its code holds the block together under the first wording.
        key = path.direction_code or path.direction_title or ""
        line = _line(path, area, [held.get((area, unit)) for unit in units], list(units), here)
        blocks.setdefault(key, []).append(line)
        headings.setdefault(key, _heading(path))
    columns = tuple(_column(unit, name, goals, rows, here) for unit, name in units.items())
    return Matrix(
        columns,
        tuple(Block(headings[key], tuple(lines)) for key, lines in blocks.items()),
        _all(goals, rows, len(units), here) if len(units) > 1 else None,
    )


def _areas(paths: Sequence[Path]) -> dict[str, Path]:
    """KF's goals of all reports in the order of their codes; what hangs on none of them comes last."""
    found: dict[str, Path] = {}
    for path in paths:
        if path.area or path.board_goal or path.unit_goal or not path.direction_title:
            found.setdefault(path.area, path)
    return dict(sorted(found.items(), key=lambda item: (not item[0], sort_key(item[0]))))


def _heading(path: Path) -> str:
    if not path.direction_title:
        return ""
    return f"{path.direction_code}. {path.direction_title}" if path.direction_code else path.direction_title


def _all_held(goals: Sequence[GoalLine], rows: Sequence[Judged]) -> dict[tuple[str, str], _Held]:
    """By KF's goal and unit; a goal that isn't in a unit's report has no entry."""
    goals_of: dict[tuple[str, str], list[GoalLine]] = {}
    rows_of: dict[tuple[str, str], list[Judged]] = {}
    for goal in goals:
        # A direction has no area of its own and belongs in no line.
        if goal.path.area or goal.level in (Level.NAMNDMAL, Level.ENHETSMAL):
            goals_of.setdefault((goal.path.area, goal.unit), []).append(goal)
    for row in rows:
        rows_of.setdefault((row.row.path.area, row.row.unit), []).append(row)
    return {key: _held(goals_of.get(key, []), rows_of.get(key, [])) for key in goals_of | rows_of}


def _held(goals: Sequence[GoalLine], rows: Sequence[Judged]) -> _Held:
    unit_goals = tuple(goal for goal in goals if goal.level is Level.ENHETSMAL)
    return _Held(unit_goals, tuple(rows), sum(goal.activities for goal in goals))


def _line(path: Path, area: str, held: Sequence[_Held | None], units: Sequence[str], here: Selection) -> Line:
    cells = tuple(_cell(own, area, unit, here) for own, unit in zip(held, units, strict=True))
    amounts = counted(of_goal(goal) for own in held if own for goal in own.goals)
    planned = here.period is Kind.VP
    total = amount_words(amounts.total(), "mål", "mål") if planned else status_words(amounts)
    told = total if amounts else "inget enhetsmål"
    to = goal_page(area_path(path), here.board, here.year or 0, here.period) if area else None
    return Line(path.area_code or "", path.area_title or OUTSIDE, cells, told, to)


def _cell(held: _Held | None, area: str, unit: str, here: Selection) -> Cell | None:
    if held is None:
        return None
    statuses = tuple(Status(of_goal(goal)) for goal in held.goals)
    link = Link("enhet", replace(_on_unit(here), unit=unit), area_place(area))
    if not statuses and here.period is Kind.VP:
        return Cell((), "Inget enhetsmål", (indicators_met(held.rows) or "ingen indikator",), link)
    if not statuses:
        return Cell((Status.INGEN,), "Ej bedömt", _without_goal(held), link)
    if here.period is Kind.VP:
        words = f"{len(statuses)} planerat" if len(statuses) == 1 else f"{len(statuses)} planerade"
    else:
        words = status_words(counted(statuses))
    met = indicators_met(held.rows)
    return Cell(statuses, words, (met,) if met else (), link)


def area_path(path: Path) -> Path:
    """The goals above down to KF's goal for the area."""
    return replace(path, board_goal=None, unit_goal=None)


def goal_page(path: Path, board: str | None, year: int, period: Kind | None) -> Link:
    """The page of the innermost goal of `path`, over all units of the board."""
    return Link("mal", Selection(board=board, year=year, period=period, goal=key_of(chain_of(path), year)))


def area_place(area: str) -> str:
    """The id of one of KF's goals on the unit's page."""
    return f"mal-{slug(area)}" if area else "mal-ovriga"


def _on_unit(here: Selection) -> Selection:
    return Selection(year=here.year, period=here.period)


def _without_goal(held: _Held) -> tuple[str, ...]:
    met = indicators_met(held.rows)
    return ("inget enhetsmål", met) if met else ("inget enhetsmål, ingen indikator",)


def indicators_met(rows: Sequence[Judged]) -> str:
    """'2 av 3 indikatorer når årsmålet'; only their number where none can be compared with it; '' for none."""
    if not rows:
        return ""
    amounts: Counter[str] = counted(map(of_computed, rows))
    noun = plural(len(rows), "indikator", "indikatorer")
    if amounts[Status.INGEN] == len(rows):
        return f"{len(rows)} {noun}"
    if rows[0].row.kind is not Kind.VB:
        met = f"{amounts[Status.HELT]} når redan årsmålet" if amounts[Status.HELT] else ""
        missed = f"{amounts[Status.EJ]} kan inte längre nå årsmålet" if amounts[Status.EJ] else ""
        return ", ".join(part for part in (f"{len(rows)} {noun}", met, missed) if part)
    return f"{amounts[Status.HELT]} av {len(rows)} {noun} når årsmålet"


def _column(unit: str, name: str, goals: Sequence[GoalLine], rows: Sequence[Judged], here: Selection) -> Column:
    own = [goal for goal in goals if goal.unit == unit]
    under = [row for row in rows if row.row.unit == unit]
    link = Link("enhet", replace(_on_unit(here), unit=unit))
    return _summed(Column(unit, short_name(name), name, "", (), link), own, under, here)


def _all(goals: Sequence[GoalLine], rows: Sequence[Judged], units: int, here: Selection) -> Column:
    name = "Båda enheterna" if units == 2 else f"Alla {spelled(units)} enheter"
    return _summed(Column("", name, name, "", (), Link("oversikt", here)), goals, rows, here)


def _summed(column: Column, goals: Sequence[GoalLine], rows: Sequence[Judged], here: Selection) -> Column:
    amounts = counted(of_goal(goal) for goal in goals if goal.level is Level.ENHETSMAL)
    note = amount_words(amounts.total(), "enhetsmål", "enhetsmål")
    words = note if here.period is Kind.VP else status_words(amounts, _SHOWN_ZEROS)
    return replace(column, note=note, sums=tuple(part for part in (words, indicators_met(rows)) if part))
