"""What two reports of one unit print differently: doubts of the later one, worked out when asked and never stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.analysis.crosscheck import recounted
from dashboard.model import Kind, Severity
from dashboard.views.judged import moved_from_plan, revised_since
from dashboard.views.printed import printed
from dashboard.views.rows import IndicatorRow
from dashboard.views.source_rows import DoubtRow

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class Recounted:
    """A row of queries/recounted.sql: feedback on a tertial as this report and the tertial's own one count it."""

    document: str
    unit: str
    number: int
    group: str
    category: str
    place_line: int | None
    place_page: int | None
    now: int | None
    then_count: int | None
    then_kind: Kind


def crossed(store: "Store", documents: Sequence[str] | None = None) -> dict[str, list[DoubtRow]]:
    """By document what only other reports of the unit make doubtful in it (None: in all), for those that count."""
    asked = None if documents is None else list(documents)
    found: dict[str, list[DoubtRow]] = {}
    for row in store.rows("indicator_rows", IndicatorRow, documents=asked, indicators=None):
        found.setdefault(row.document, []).extend(doubt for doubt in (_revised(row), _moved(row)) if doubt)
    for count in recounts(store, asked):
        found.setdefault(count.document, []).append(_recounted(count))
    return found


def recounts(store: "Store", documents: Sequence[str] | None) -> list[Recounted]:
    """Feedback that these reports (None: all) count otherwise than the tertial's own report."""
    rows = store.rows("recounted", Recounted, documents=None if documents is None else list(documents))
    return [row for row in rows if recounted(row.then_count, row.now)]


def _revised(row: IndicatorRow) -> DoubtRow | None:
    if not revised_since(row):
        return None
    then = printed(row.then_outcome, row.then_raw or "", row.measure_unit)
    reason = f"Utfallet {row.then_year} är reviderat: i rapporten för {row.then_year} trycktes {then}."
    return _about(row, "reviderad", reason, row.raw_previous, Severity.NOTE)


def _moved(row: IndicatorRow) -> DoubtRow | None:
    if not moved_from_plan(row):
        return None
    planned = printed(row.plan_target, row.plan_raw or "", row.measure_unit)
    reason = f"Årsmålet är ett annat än i verksamhetsplanen {row.year}, där det är {planned}."
    return _about(row, "flyttat-mål", reason, row.raw_target, Severity.WARNING)


def _about(row: IndicatorRow, kind: str, reason: str, cell: str, severity: Severity) -> DoubtRow:
    return DoubtRow(
        doubt_kind=kind,
        reason=reason,
        text=f"{row.name}: {cell}",
        severity=severity,
        outcome=row.number,
        place_line=row.place_line,
        place_page=row.place_page,
    )


def _recounted(row: Recounted) -> DoubtRow:
    reason = f"{row.then_kind} är {row.now} här, men {row.then_count} i rapporten för tertialet."
    text = f"{row.group}, {row.category}"
    return DoubtRow(
        doubt_kind="omräknade-synpunkter",
        reason=reason,
        text=text,
        severity=Severity.WARNING,
        outcome=None,
        place_line=row.place_line,
        place_page=row.place_page,
    )
