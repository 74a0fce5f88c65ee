"""Which reports there are, and what a reader can choose among: board, year and period."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Selection
from dashboard.swedish import slug, sort_key
from dashboard.views.link import Link

if TYPE_CHECKING:
    from dashboard.store.database import Store

NO_BOARD = "utan-namnd"
# What a reader most likely wants first: the account of the year, then the latest follow-up, a plan if nothing else is.
_TELLING = (Kind.VB, Kind.T2, Kind.T1, Kind.VP)
IN_TIME = (Kind.T1, Kind.T2, Kind.VB, Kind.VP)


@dataclass(frozen=True, slots=True)
class Report:
    """A current report as the store counts it."""

    id: str
    file: str
    kind: Kind
    year: int
    unit: str
    unit_name: str
    board: str | None
    board_source: str | None
    date: str | None
    sample: bool
    goal_count: int
    outcome_count: int
    activity_count: int
    feedback_count: int
    doubt_count: int

    @property
    def board_id(self) -> str:
        return slug(self.board) if self.board else NO_BOARD


@dataclass(frozen=True, slots=True)
class Option:
    """One of several to choose among; `link` is None where nothing is stored for it."""

    value: str
    label: str
    chosen: bool
    link: Link | None


def all_reports(store: "Store") -> list[Report]:
    return store.rows("reports", Report)


def unit_name(reports: Iterable[Report], unit: str, catalogue: Catalogue) -> str:
    """The catalogue's name, else the one in the unit's latest report, else the id."""
    known = catalogue.unit(unit)
    if known:
        return known.name
    own = [report for report in reports if report.unit == unit]
    return max(own, key=_age).unit_name if own else unit


def unit_names(reports: Iterable[Report], catalogue: Catalogue) -> dict[str, str]:
    """The name of every unit that has a report, by its id."""
    own: dict[str, list[Report]] = {}
    for report in reports:
        own.setdefault(report.unit, []).append(report)
    return {unit: unit_name(found, unit, catalogue) for unit, found in own.items()}


def short_name(name: str) -> str:
    """'Medborgarservice' for 'Enheten för medborgarservice': what tells units apart where the column is narrow."""
    for start in ("Enheten för ", "Enheten "):
        if name.startswith(start) and len(name) > len(start):
            return name[len(start)].upper() + name[len(start) + 1 :]
    return name


def former_names(reports: Iterable[Report], unit: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Names that the unit had before, from the catalogue and from its own reports, the latest first."""
    reports = [report for report in reports if report.unit == unit]
    now = unit_name(reports, unit, catalogue)
    printed = [report.unit_name for report in sorted(reports, key=_age, reverse=True)]
    return tuple(dict.fromkeys(name for name in [*printed, *catalogue.former_names(unit)] if name != now))


def default_board(reports: Sequence[Report]) -> str | None:
    """The board with most units; of several, the first in Swedish order."""
    units: dict[str, set[str]] = {}
    for report in reports:
        units.setdefault(report.board_id, set()).add(report.unit)
    return min(units, key=lambda board: (board == NO_BOARD, -len(units[board]), sort_key(board)), default=None)


def default_year(reports: Iterable[Report], period: Kind | None = None) -> int | None:
    """The latest year with a follow-up, of `period` if chosen; a year that only has plans comes last."""
    fitting = [report for report in reports if period in (None, report.kind)]
    followed = [report.year for report in fitting if report.kind is not Kind.VP]
    return max(followed or [report.year for report in fitting], default=None)


def default_period(reports: Iterable[Report], year: int | None) -> Kind | None:
    kinds = {report.kind for report in reports if report.year == year}
    return next((kind for kind in _TELLING if kind in kinds), None)


def settled(reports: Sequence[Report], selection: Selection) -> Selection:
    """The selection with year and period filled in where the reader chose none; chosen ones stay, stored or not."""
    year = selection.year or default_year(reports, selection.period) or default_year(reports)
    period = selection.period or default_period(reports, year)
    return replace(selection, year=year, period=period)


def year_options(reports: Iterable[Report], page: str, selection: Selection) -> tuple[Option, ...]:
    """Years that have a report, latest first, and the chosen one even if it has none."""
    reports = list(reports)
    stored = {(report.year, report.kind) for report in reports}
    years = sorted({year for year, _ in stored} | {selection.year or 0} - {0}, reverse=True)
    return tuple(_year_option(year, reports, page, selection) for year in years)


def period_options(reports: Iterable[Report], page: str, selection: Selection) -> tuple[Option, ...]:
    """T1, T2, the year and the plan in time order; those without a report can't be followed."""
    stored = {report.kind for report in reports if report.year == selection.year}
    return tuple(_period_option(kind, kind in stored, page, selection) for kind in IN_TIME)


def _year_option(year: int, reports: Sequence[Report], page: str, selection: Selection) -> Option:
    """Keeps the chosen period where that year has it, and else leads to what the year does have."""
    kinds = {report.kind for report in reports if report.year == year}
    period = selection.period if selection.period in kinds else default_period(reports, year)
    to = replace(selection, year=year, period=period, listed=None, status=None, rows=())
    return Option(str(year), str(year), year == selection.year, Link(page, to) if kinds else None)


SHORT = {Kind.T1: "T1", Kind.T2: "T2", Kind.VB: "Helår", Kind.VP: "Plan"}


def _period_option(kind: Kind, stored: bool, page: str, selection: Selection) -> Option:
    link = Link(page, replace(selection, period=kind, listed=None, status=None, rows=())) if stored else None
    return Option(kind.value, SHORT[kind], kind == selection.period, link)


def _age(report: Report) -> tuple[int, int]:
    return report.year, (Kind.VP, Kind.T1, Kind.T2, Kind.VB).index(report.kind)
