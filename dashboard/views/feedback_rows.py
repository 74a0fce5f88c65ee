"""Rows of synpunkter och klagomål over units: one report per unit and year, counted by what each row counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.analysis.feedback import Received, Sort, counted, received, sort_of, summed
from dashboard.model import Kind
from dashboard.swedish import slug
from dashboard.views.enhet_goals import place_words
from dashboard.views.link import Link, source
from dashboard.views.reports import IN_TIME, Report
from dashboard.views.rows import FeedbackRow

if TYPE_CHECKING:
    from dashboard.store.database import Store

PERIODS = ("T1", "T2", "VB")
# What the reports' two forms print with different words, and mean the same by.
WHOLE = {
    Sort.PRAISE: "Beröm",
    Sort.ANSWERED: "Antal med återkoppling",
    Sort.ACTED: "Antal där åtgärder vidtagits",
}


@dataclass(frozen=True, slots=True)
class Stored(FeedbackRow):
    """A row with its report's facts."""

    document: str
    unit: str
    year: int
    kind: Kind
    has_comment: bool

    @property
    def sort(self) -> Sort:
        return sort_of(self.group, self.category)

    @property
    def count(self) -> int | None:
        return counted(self.t1, self.t2, self.vb, self.total)

    @property
    def key(self) -> str:
        """One category over units and years: praise, answers and measures are one each, however the form calls it."""
        if self.sort in WHOLE:
            return slug(self.sort)
        return f"{slug(self.sort)}-{slug(self.category)}"[:120].strip("-")

    @property
    def source(self) -> Link:
        return source(self.document, self.place_line, f"s{self.number}")

    @property
    def source_words(self) -> str:
        return place_words(self.place_line, self.place_page)


@dataclass(frozen=True, slots=True)
class Amounts:
    """What one unit's rows of one year, or of one period of it, add up to."""

    praise: int | None
    received: Received | None
    answered: int | None
    acted: int | None


def telling(reports: Iterable[Report]) -> list[Report]:
    """Per unit and year the latest follow-up that has such rows: each repeats what the earlier ones counted."""
    found: dict[tuple[str, int], Report] = {}
    for report in sorted(reports, key=lambda one: IN_TIME.index(one.kind)):
        if report.feedback_count and report.kind is not Kind.VP:
            found[report.unit, report.year] = report
    return list(found.values())


def rows_of(store: "Store", reports: Iterable[Report]) -> list[Stored]:
    return store.rows("feedback", Stored, documents=[report.id for report in reports])


def amounts(rows: Sequence[Stored], period: str = "") -> Amounts:
    """`period` is one of PERIODS; '' for the whole year so far."""

    def of(sort: Sort) -> list[int | None]:
        return [_cell(row, period) for row in rows if row.sort is sort]

    return Amounts(
        praise=summed(of(Sort.PRAISE)),
        received=received(of(Sort.SENDER), of(Sort.ABOUT)),
        answered=summed(of(Sort.ANSWERED)),
        acted=summed(of(Sort.ACTED)),
    )


def _cell(row: Stored, period: str) -> int | None:
    return {"T1": row.t1, "T2": row.t2, "VB": row.vb}.get(period, row.count)


def by_unit(rows: Iterable[Stored], names: Mapping[str, str]) -> dict[str, list[Stored]]:
    """The rows of each unit, in the units' order; units without rows are left out."""
    found: dict[str, list[Stored]] = {}
    for row in rows:
        found.setdefault(row.unit, []).append(row)
    return {unit: found[unit] for unit in names if unit in found}
