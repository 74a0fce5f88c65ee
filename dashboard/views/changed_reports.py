"""What changed from each unit's report before to its report now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.analysis.changes import When, before_of
from dashboard.catalogue import Catalogue
from dashboard.views.bullet import period_short
from dashboard.views.changed_goals import of_goals
from dashboard.views.changed_states import corrected
from dashboard.views.changes import Change, Sides, of_revisions, of_rows
from dashboard.views.corrected import corrections
from dashboard.views.judged import Judged, judged_rows
from dashboard.views.reports import Report
from dashboard.views.rows import GoalLine

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class ChangedReports:
    """`compared` names for each unit the report compared with; `lacking` are the units that have none before."""

    changes: tuple[Change, ...]
    compared: Mapping[str, str]
    lacking: tuple[str, ...]


def changed_reports(
    store: "Store", catalogue: Catalogue, stored: Sequence[Report], shown: Sequence[Report], *, nearest: bool
) -> ChangedReports:
    """`shown` are the reports that tell of now, `stored` all that there are to compare them with."""
    before = {report.id: _before(report, stored, nearest=nearest) for report in shown}
    pairs = [(then, report) for report in shown if (then := before[report.id])]
    documents = sorted({report.id for pair in pairs for report in pair})
    rows = _by_document(judged_rows(store, catalogue, documents=documents)) if pairs else {}
    goals: dict[str, list[GoalLine]] = {}
    for goal in store.rows("goal_lines", GoalLine, documents=documents) if pairs else ():
        goals.setdefault(goal.document, []).append(goal)
    found: list[Change] = []
    for then, now in pairs:
        sides = Sides(period_short(then.kind, then.year), period_short(now.kind, now.year))
        found += of_rows(rows.get(then.id, ()), rows.get(now.id, ()), sides)
        found += of_goals(goals.get(then.id, ()), goals.get(now.id, ()), sides)
        # Figures of the year before are revised against that year's report, whichever is compared with.
        found += () if nearest else of_revisions(rows.get(now.id, ()))
    now_stored = {now.id: now for _, now in pairs}
    found += corrected(corrections(store, list(now_stored)), now_stored) if now_stored else ()
    compared = {now.unit: period_short(then.kind, then.year) for then, now in pairs}
    return ChangedReports(tuple(found), compared, tuple(one.unit for one in shown if one.unit not in compared))


def _before(report: Report, stored: Sequence[Report], *, nearest: bool) -> Report | None:
    own = {When(other.year, other.kind): other for other in stored if other.unit == report.unit}
    found = before_of(When(report.year, report.kind), own, nearest=nearest)
    return own[found] if found else None


def _by_document(rows: Sequence[Judged]) -> dict[str, list[Judged]]:
    found: dict[str, list[Judged]] = {}
    for row in rows:
        found.setdefault(row.row.document, []).append(row)
    return found
