"""A plan's targets beside the year before and the follow-up, unit by unit; what is new in it, and what it dropped."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.analysis.plans import MOVE_WORDS, NOWHERE, Figure, Move, ahead, kept, moved
from dashboard.catalogue import Catalogue
from dashboard.model import Direction, Kind, Selection
from dashboard.swedish import difference, parse_cell
from dashboard.views.bullet import period_short
from dashboard.views.judged import Judged, judged_rows
from dashboard.views.line import NOT_PRINTED, Fact, place_words
from dashboard.views.link import Link
from dashboard.views.reports import Report
from dashboard.views.telling import unit_place

if TYPE_CHECKING:
    from dashboard.store.database import Store

# How often a plan says that it follows up, and whether its target was kept, as told to readers.
OFTEN = {"År": "varje år", "Tertial": "varje tertial"}
KEPT = {True: "Ja", False: "Nej", None: "går inte att säga"}
# The last outcome and target of a year stand in its last report.
_LAST = (Kind.VB, Kind.T2, Kind.T1, Kind.VP)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of another report in its cell; `when` is the period, `link` leads to its place."""

    fact: Fact
    when: str = ""
    link: Link | None = None


NOT_READ = Told(Fact("ej inläst", missing=True))


@dataclass(frozen=True, slots=True)
class Followed:
    """The follow-up's outcome and target for what was planned; `kept` says whether the plan's target was reached."""

    outcome: Told
    target: Told
    kept: bool | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a plan's target: the last outcome and what it lacks, the target before, the follow-up.

    `moved` tells the move in words, `asks` what it means by the indicator's direction.
    """

    outcome: Told
    left: str
    before: Told
    move: Move
    moved: str
    asks: str
    followed: Followed | None = None


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One indicator of a unit's plan, or one that the plan dropped (its move says so, and `target` is missing)."""

    key: str
    row: str
    unit: str
    unit_name: str
    name: str
    to: Link
    indicator: Link
    target: Fact
    kf_target: Fact
    often: str
    beside: Beside
    source: Link
    source_words: str


@dataclass(frozen=True, slots=True)
class Plans:
    """`compared` are the units with a report from `before`, the year before; `followed` is the follow-up's period."""

    lines: tuple[PlanLine, ...]
    compared: frozenset[str]
    before: str
    followed: str

    def of(self, move: Move | None) -> tuple[PlanLine, ...]:
        return tuple(line for line in self.lines if move in (None, line.beside.move))


@dataclass(frozen=True, slots=True)
class _Around:
    """One unit's rows by indicator: in the last report of the year before, in any of that year, in the follow-up."""

    last: Mapping[str, Judged]
    known: frozenset[str]
    outcomes: Mapping[str, Judged]
    after: Mapping[str, Judged]
    compared: bool


def plans(
    store: "Store",
    catalogue: Catalogue,
    reports: Sequence[Report],
    rows: Sequence[Judged],
    names: Mapping[str, str],
    *,
    with_dropped: bool = True,
) -> Plans:
    """`rows` are those of the chosen plans of one year, `reports` all of the board's or the unit's.

    `with_dropped` only where `rows` are all of a plan.
    """
    if not rows:
        return Plans((), frozenset(), "", "")
    year = rows[0].row.year
    units = {row.row.unit for row in rows}
    # All of the year before, and of the plan's own year what follows it up.
    times = {(year - 1, kind) for kind in Kind} | {(year, kind) for kind in Kind if kind is not Kind.VP}
    near = [report for report in reports if report.unit in units and (report.year, report.kind) in times]
    others = judged_rows(store, catalogue, documents=[report.id for report in near])
    around = {unit: _around(unit, year, near, others) for unit in units}
    lines = [_planned(row, around[row.row.unit], names) for row in rows]
    if with_dropped:
        lines += [line for unit in names if unit in units for line in _dropped(unit, rows, around[unit], names)]
    kinds = [report.kind for report in near if report.year == year]
    followed = min(kinds, key=_LAST.index, default=None)
    return Plans(
        tuple(lines),
        frozenset(unit for unit, one in around.items() if one.compared),
        str(year - 1),
        period_short(followed, year) if followed else "",
    )


def _around(unit: str, year: int, near: Iterable[Report], rows: Iterable[Judged]) -> _Around:
    own = sorted((row for row in rows if row.row.unit == unit), key=lambda row: _LAST.index(row.row.kind))
    before = [row for row in own if row.row.year == year - 1]
    after = [row for row in own if row.row.year == year]
    return _Around(
        last=_first(row for row in before if row.row.kind is before[0].row.kind),
        known=frozenset(row.row.indicator for row in before),
        outcomes=_first(row for row in before if row.row.outcome is not None),
        after=_first(after),
        compared=any(report.unit == unit and report.year == year - 1 for report in near),
    )


def _first(rows: Iterable[Judged]) -> dict[str, Judged]:
    found: dict[str, Judged] = {}
    for row in rows:
        found.setdefault(row.row.indicator, row)
    return found


def _planned(row: Judged, around: _Around, names: Mapping[str, str]) -> PlanLine:
    name = row.row.indicator
    before = around.last.get(name)
    there = _target(before) if before else Figure(there=name in around.known)
    found = moved(_target(row), there, row.direction)
    move = found.move if around.compared else Move.NONE
    words = f"med {difference(found.delta, None, row.unit)}" if found.delta else ""
    asks = {True: "högre krav", False: "lägre krav", None: ""}[found.stricter]
    beside = Beside(
        outcome=_outcome(around.outcomes.get(name)) if around.compared else NOT_READ,
        left=_left(row, around.outcomes.get(name)),
        before=_told_target(before) if around.compared else NOT_READ,
        move=move,
        moved=f"{MOVE_WORDS[move]} {words}".strip() if around.compared else "",
        asks=asks,
        followed=_followed(row, around.after.get(name)),
    )
    return _line(row, names, beside)


def _dropped(unit: str, rows: Sequence[Judged], around: _Around, names: Mapping[str, str]) -> Iterable[PlanLine]:
    """What the last report of the year before has, and the plan has not."""
    planned = {row.row.indicator for row in rows if row.row.unit == unit}
    for name, row in around.last.items():
        if name not in planned:
            move = moved(NOWHERE, _target(row), row.direction).move
            outcome = _outcome(around.outcomes.get(name))
            yield _line(row, names, Beside(outcome, "", _told_target(row), move, MOVE_WORDS[move], ""))


def _line(row: Judged, names: Mapping[str, str], beside: Beside) -> PlanLine:
    gone = beside.move is Move.DROPPED
    cells = row.row
    return PlanLine(
        key=f"p-{cells.document}-{cells.number}",
        row=row.key,
        unit=cells.unit,
        unit_name=names[cells.unit],
        name=row.name,
        to=unit_place(row),
        indicator=Link("indikator", Selection(indicator=cells.indicator, year=cells.year, period=cells.kind)),
        target=Fact("inte med", missing=True) if gone else _printed(row.target_printed, cells.target_text),
        kf_target=Fact("") if gone else _printed(row.kf_target_printed, cells.kf_target_text),
        often=cells.periodicity or "",
        beside=beside,
        source=row.source,
        source_words=place_words(cells.place_line, cells.place_page) or "rapporten",
    )


def _target(row: Judged) -> Figure:
    """A target printed without its measure has the row's."""
    return Figure(row.row.target, parse_cell(row.row.raw_target).unit, row.row.target_text)


def _left(row: Judged, before: Judged | None) -> str:
    """'nått redan' or '4 under målet'; a tertial's outcome is not held against a year's target."""
    if before is None or before.row.kind is not Kind.VB:
        return ""
    found = ahead(Figure(before.row.outcome, before.unit), _target(row), row.direction)
    if found is None:
        return ""
    side = "under" if row.direction is Direction.HIGHER else "över"
    return "nått redan" if found.reached else f"{difference(found.left, None, row.unit)} {side} målet"


def _outcome(row: Judged | None) -> Told:
    if row is None:
        return Told(Fact("saknas", missing=True))
    return Told(Fact(row.outcome_printed), period_short(row.row.kind, row.row.year), row.source)


def _told_target(row: Judged | None) -> Told:
    if row is None:
        return Told(Fact("fanns inte", missing=True))
    return Told(_printed(row.target_printed, row.row.target_text), period_short(row.row.kind, row.row.year), row.source)


def _followed(row: Judged, after: Judged | None) -> Followed | None:
    if after is None:
        return None
    reached = None
    if after.row.kind is Kind.VB:
        reached = kept(_target(row), Figure(after.row.outcome, after.unit), row.direction)
    outcome = _outcome(after) if after.row.outcome is not None else Told(Fact(NOT_PRINTED, missing=True))
    return Followed(outcome, _told_target(after), reached)


def _printed(printed: str, words: str | None) -> Fact:
    return Fact(printed) if printed else Fact(words) if words else Fact("saknas", missing=True)
