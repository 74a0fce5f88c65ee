"""One judgement of an indicator row for every page: reported first, computed beside it, change, sexes and its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.analysis.attainment import Attainment, Reason, attain, differs, reported
from dashboard.analysis.change import Change, NoChange, Verdict, change, revised
from dashboard.analysis.comparison import year_obstacle
from dashboard.analysis.crosscheck import target_moved
from dashboard.analysis.gap import Crossing, Gap, Split, Widening, crossings, gap, widening
from dashboard.catalogue import Band, Catalogue, Indicator
from dashboard.model import Direction, Kind, Place, Status
from dashboard.swedish import parse_cell
from dashboard.views.link import Link, source
from dashboard.views.printed import fewest_decimals, most_decimals, printed, withheld
from dashboard.views.rows import IndicatorRow

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class Then:
    """Last year's figure as last year's own report printed it; `link` leads to its row there."""

    document: str
    value: float | None
    printed: str
    link: Link


@dataclass(frozen=True)
class Judged:
    """A row and what is judged of it; `known` is None for an indicator that the catalogue lacks.

    Each fact is worked out when a page first asks for it: a list of thousands of rows shows a few facts of each.
    """

    row: IndicatorRow
    known: Indicator | None

    @cached_property
    def reported(self) -> Status | None:
        return reported(self.row.status, self.row.status_text)

    @cached_property
    def words_differ(self) -> bool:
        """Whether icon and analysis say two things."""
        words = self.row.status_text
        return differs(self.row.status, None if words is Status.INGEN else words)

    @cached_property
    def attainment(self) -> Attainment:
        return _attained(self.row, self.known, self.direction)

    @cached_property
    def differs(self) -> bool:
        """Whether reported and computed say two things."""
        return differs(self.reported, self.attainment.status)

    @cached_property
    def change(self) -> Change:
        return _changed(self.row, self.known, self.direction)

    @cached_property
    def then(self) -> Then | None:
        """None when last year's report is not stored."""
        return _then(self.row)

    @cached_property
    def revised(self) -> bool:
        """Whether this report and last year's print different figures for last year."""
        return revised_since(self.row)

    @cached_property
    def gap(self) -> Gap | None:
        return _split(self.row, self.direction)

    @cached_property
    def planned(self) -> Then | None:
        """The plan's target where the report prints another one."""
        return _planned(self.row)

    @cached_property
    def widening(self) -> Widening | None:
        """What became of the gap since last year's own report of the same period."""
        return widening(self.gap, _split_then(self.row, self.direction))

    @cached_property
    def crossings(self) -> tuple[Crossing, ...]:
        """Which sex went over or under the target since then."""
        return _crossed(self.row, self.direction)

    @property
    def split_hidden(self) -> bool:
        """Whether the store keeps the sexes back because a group is small."""
        return self.row.split_hidden

    @property
    def key(self) -> str:
        """What the address calls the row on its unit's page."""
        return f"i{self.row.number}"

    @property
    def name(self) -> str:
        """The catalogue's name: reports misprint names, or put their own unit's name into them."""
        return self.known.name if self.known else self.row.name

    @property
    def direction(self) -> Direction:
        return self.known.direction if self.known else Direction.UNKNOWN

    @property
    def sexes(self) -> tuple[str, str]:
        """What the two sexes are called: girls and boys where the indicator is about children."""
        return ("flickor", "pojkar") if self.known and self.known.children else ("kvinnor", "män")

    @property
    def place(self) -> Place:
        return Place(self.row.place_line, self.row.place_page)

    @property
    def source(self) -> Link:
        return source(self.row.document, self.row.place_line, self.key)

    @property
    def unit(self) -> str | None:
        """The unit of measure as printed, else as the catalogue has it for shares, which are never unmarked."""
        if self.row.measure_unit or self.known is None:
            return self.row.measure_unit
        return self.known.unit if self.known.unit == "%" else None

    @property
    def decimals(self) -> int:
        """As many as this year's or last year's figure is printed with: a change is told with as many."""
        return most_decimals(self.row.raw_outcome, self.row.raw_previous)

    @property
    def distance_decimals(self) -> int:
        """As many as the figure or its target is printed with."""
        return most_decimals(self.row.raw_outcome, self.row.raw_target)

    @property
    def outcome_printed(self) -> str:
        return printed(self.row.outcome, self.row.raw_outcome, self.unit)

    @property
    def previous_printed(self) -> str:
        return printed(self.row.previous, self.row.raw_previous, self.unit)

    @property
    def target_printed(self) -> str:
        return printed(self.row.target, self.row.raw_target, self.unit)

    @property
    def kf_target_printed(self) -> str:
        return printed(self.row.kf_target, self.row.raw_kf_target, self.unit)


def judged_rows(
    store: "Store",
    catalogue: Catalogue,
    *,
    documents: Sequence[str] | None = None,
    indicators: Sequence[str] | None = None,
) -> list[Judged]:
    """The current rows of these documents and indicators (None: all), by unit, year, period and place in the report."""
    found = store.rows(
        "indicator_rows",
        IndicatorRow,
        documents=None if documents is None else list(documents),
        indicators=None if indicators is None else list(indicators),
    )
    return [judge(row, catalogue) for row in found]


def judge(row: IndicatorRow, catalogue: Catalogue) -> Judged:
    return Judged(row, catalogue.indicators.get(row.indicator))


def _attained(row: IndicatorRow, known: Indicator | None, direction: Direction) -> Attainment:
    return attain(
        None if withheld(row) else row.outcome,
        row.target,
        direction=direction,
        band=_band(known),
        target_text=row.target_text,
        kind=row.kind,
        accumulates=known.accumulates if known else False,
        periodicity=row.periodicity,
        missing=Reason.TOO_FEW if withheld(row) else None,
    )


def _changed(row: IndicatorRow, known: Indicator | None, direction: Direction) -> Change:
    if row.kind is Kind.VP:
        return Change(Verdict.NONE, reason=NoChange.NOW_MISSING)
    units = (parse_cell(cell).unit for cell in (row.raw_outcome, row.raw_previous))
    other = year_obstacle(row.kind, row.then_kind, *units)
    return change(row.outcome, row.previous, direction=direction, band=_band(known), obstacle=other)


def _split(row: IndicatorRow, direction: Direction) -> Gap | None:
    """The only place that makes a split, of what the store tells: it keeps small groups back (store/small_groups)."""
    # A tertial's figures stand against no year's target, so none of the sexes can miss it.
    target = row.target if row.kind is Kind.VB else None
    return gap(row.women, row.men, row.outcome, target, direction, unit=row.measure_unit)


def _split_then(row: IndicatorRow, direction: Direction) -> Gap | None:
    """Last year's split as last year's own report has it, where the periods are equally long."""
    if row.then_kind is not row.kind:
        return None
    return gap(row.then_women, row.then_men, row.then_outcome, row.then_target, direction, unit=row.measure_unit)


def _crossed(row: IndicatorRow, direction: Direction) -> tuple[Crossing, ...]:
    if row.kind is not Kind.VB or row.then_kind is not Kind.VB:
        return ()
    now, then = Split(row.outcome, row.women, row.men), Split(row.then_outcome, row.then_women, row.then_men)
    return crossings(now, then, row.target, direction, row.then_target)


def _then(row: IndicatorRow) -> Then | None:
    if row.then_document is None:
        return None
    told = printed(row.then_outcome, row.then_raw or "", row.measure_unit)
    link = source(row.then_document, row.then_line, f"i{row.then_number}")
    return Then(row.then_document, row.then_outcome, told, link)


def _planned(row: IndicatorRow) -> Then | None:
    if row.plan_document is None or not moved_from_plan(row):
        return None
    told = printed(row.plan_target, row.plan_raw or "", row.measure_unit)
    link = source(row.plan_document, row.plan_line, f"i{row.plan_number}")
    return Then(row.plan_document, row.plan_target, told, link)


def moved_from_plan(row: IndicatorRow) -> bool:
    """Whether the report prints another target than the plan for its year."""
    planned, now = parse_cell(row.plan_raw or ""), parse_cell(row.raw_target)
    fewest = fewest_decimals(row.plan_raw, row.raw_target)
    return target_moved(row.plan_target, row.target, planned.unit, now.unit, decimals=fewest)


def revised_since(row: IndicatorRow) -> bool:
    """Whether last year's own report printed another figure than this one prints for that year."""
    return revised(row.then_outcome, row.previous, fewest_decimals(row.then_raw, row.raw_previous))


def _band(known: Indicator | None) -> Band | None:
    return known.band if known else None
