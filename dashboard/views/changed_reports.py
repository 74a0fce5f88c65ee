"""What changed from each unit's report before to its report now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.analysis.changes import When, before_of
from dashboard.catalogue import Catalogue
from dashboard.views.bullet import period_short
from dashboard.views.changed_goals import of_goals
from dashboard.views.changed_states import Lines, corrected, lines_of
from dashboard.views.changes import Change, Sides, of_revisions, of_rows
from dashboard.views.corrected import corrections
from dashboard.views.reports import Report

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class ChangedReport:
    """What changed in one report since the one before, which `before` names in words: '2024'."""

    report: Report
    before: str
    changes: tuple[Change, ...]


def changed_reports(
    store: "Store", catalogue: Catalogue, stored: Sequence[Report], shown: Sequence[Report], *, nearest: bool
) -> list[ChangedReport]:
    """`shown` are the reports that tell of now, `stored` all that there are; one with none before it is left out."""
    pairs = [(then, report) for report in shown if (then := _before(report, stored, nearest=nearest))]
    documents = sorted({report.id for pair in pairs for report in pair})
    if not pairs:
        return []
    lines = lines_of(store, catalogue, documents)
    made = corrections(store, [now.id for _, now in pairs])
    return [
        ChangedReport(
            now,
            period_short(then.kind, then.year),
            (*_changes(then, now, lines, nearest=nearest), *corrected(made, {now.id: now})),
        )
        for then, now in pairs
    ]


def _changes(then: Report, now: Report, lines: Lines, *, nearest: bool) -> Iterator[Change]:
    sides = Sides(period_short(then.kind, then.year), period_short(now.kind, now.year))
    yield from of_rows(lines.rows.get(then.id, ()), lines.rows.get(now.id, ()), sides)
    yield from of_goals(lines.goals.get(then.id, ()), lines.goals.get(now.id, ()), sides)
    # Figures of the year before are revised against that year's report, whichever is compared with.
    if not nearest:
        yield from of_revisions(lines.rows.get(now.id, ()))


def _before(report: Report, stored: Sequence[Report], *, nearest: bool) -> Report | None:
    own = {When(other.year, other.kind): other for other in stored if other.unit == report.unit}
    found = before_of(When(report.year, report.kind), own, nearest=nearest)
    return own[found] if found else None
