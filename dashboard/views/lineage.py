"""What goals were called before and after: told in words, with a link to the goal in that year's tree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.analysis.lineage import Goals, Kin, Kinship, Wording, kinship
from dashboard.model import Kind, Selection
from dashboard.views.goal_tree import goals_of, grown
from dashboard.views.link import Link
from dashboard.views.reports import Report
from dashboard.views.rows import GoalLine

if TYPE_CHECKING:
    from dashboard.store.database import Store

# Which of a unit's reports tells a year's goals: the last one, a plan where there is no other.
_TELLING = (Kind.VB, Kind.T2, Kind.T1, Kind.VP)
History = Mapping[int, Goals]


@dataclass(frozen=True, slots=True)
class Former:
    """'Hette 2024 ”…”' with the way to that goal."""

    words: str
    link: Link


def history(store: "Store", reports: Iterable[Report], years: Iterable[int] | None = None) -> dict[int, Goals]:
    """The goals of each year (None: all) as the last reports of these units print them."""
    telling: dict[tuple[int, str], Report] = {}
    wanted = None if years is None else set(years)
    for report in sorted(reports, key=lambda report: _TELLING.index(report.kind)):
        if wanted is None or report.year in wanted:
            telling.setdefault((report.year, report.unit), report)
    goals = store.rows("goal_lines", GoalLine, documents=[report.id for report in telling.values()]) if telling else []
    by_year: dict[int, list[GoalLine]] = {}
    for goal in goals:
        by_year.setdefault(goal.year, []).append(goal)
    return {year: goals_of(grown(own), year) for year, own in by_year.items()}


def told(own: Wording, beside: Goals, past: History, here: Selection) -> tuple[Former, ...]:
    """Every other name that the goal has in other years, those before the latest first, then those after."""
    before = sorted((year for year in past if year < own.year), reverse=True)
    after = sorted(year for year in past if year > own.year)
    return (*_followed(own, beside, past, before, here), *_followed(own, beside, past, after, here))


def _followed(own: Wording, beside: Goals, past: History, years: Sequence[int], here: Selection) -> Iterable[Former]:
    """From year to year, each time from the name that it had last: a year without the goal is passed over."""
    now = own
    for year in years:
        found = kinship(now, beside, past[year])
        if found is None:
            continue
        if words := _words(now, found, later=year > own.year):
            yield Former(words, _link(found.other, here))
        now, beside = found.other, past[year]


def elsewhere(key: str, past: History, year: int, beside: Goals, here: Selection) -> Former | None:
    """The goal that another year calls `key`, as `year` has it; None where it can't be told."""
    nearest = sorted((other for other in past if other != year), key=lambda other: abs(other - year))
    for other in nearest:
        own = next((one for one in past[other].all if one.key == key), None)
        if own is not None:
            found = kinship(own, past[other], beside)
            return Former(f"{found.other.title} ({year})", _link(found.other, here)) if found else None
    return None


def _words(own: Wording, found: Kinship, *, later: bool) -> str:
    year, title = found.other.year, f"”{found.other.title}”"
    if found.kin is Kin.REWORDED:
        return f"{'Heter' if later else 'Hette'} {year} {title}"
    if found.kin is Kin.LIKE:
        return f"Liknar ett mål som {year} {'heter' if later else 'hette'} {title}"
    if found.kin is Kin.PLACE:
        return f"På samma plats {'står' if later else 'stod'} {year} {title}"
    if own.code and found.other.code and own.code != found.other.code:
        return f"{'Har' if later else 'Hade'} {year} nummer {found.other.code}"
    return ""


def _link(other: Wording, here: Selection) -> Link:
    """The period is left to the page: that year may not have this one."""
    return Link("mal", Selection(board=here.board, year=other.year, goal=other.key))
