"""What two reports of one unit print differently: doubts of the later one, worked out when asked and never stored."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.analysis.crosscheck import recounted
from dashboard.model import Kind, Severity
from dashboard.views.judged import moved_from_plan, printed, revised_since
from dashboard.views.rows import IndicatorRow
from dashboard.views.source_rows import DoubtRow

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class Recounted:
    """A row of queries/recounted.sql: feedback on a tertial as this report and the tertial's own one count it."""

    number: int
    group: str
    category: str
    place_line: int | None
    place_page: int | None
    now: int | None
    then_count: int | None
    then_kind: Kind


def crossed(store: "Store", document: str) -> tuple[DoubtRow, ...]:
    """What only other reports of the unit make doubtful in this one; nothing in one that is superseded."""
    rows = store.rows("indicator_rows", IndicatorRow, documents=[document], indicators=None)
    found = [doubt for row in rows for doubt in (_revised(row), _moved(row)) if doubt]
    told = [_recounted(row) for row in store.rows("recounted", Recounted, document=document)]
    return (*found, *(doubt for doubt in told if doubt))


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
    return DoubtRow(kind, reason, f"{row.name}: {cell}", row.place_line, row.place_page, None, severity, row.number)


def _recounted(row: Recounted) -> DoubtRow | None:
    if not recounted(row.then_count, row.now):
        return None
    reason = f"{row.then_kind} är {row.now} här, men {row.then_count} i rapporten för tertialet."
    text = f"{row.group}, {row.category}"
    return DoubtRow("omräknade-synpunkter", reason, text, row.place_line, row.place_page, None, Severity.WARNING, None)
