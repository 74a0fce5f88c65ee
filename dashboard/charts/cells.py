"""The words that bars and their table twins share: numbers, targets, and what stands where there is none."""

from collections.abc import Sequence

from dashboard import swedish
from dashboard.charts.rows import About, GenderRow, YearRow
from dashboard.charts.spec import BarPanel
from dashboard.model import Kind


def number_text(value: float | None, row: GenderRow | YearRow, missing: str) -> str:
    return missing if value is None else swedish.number(value, row.decimals, row.unit)


def target_text(row: GenderRow | YearRow) -> str:
    """A target has as few decimals as it needs: the report's own decimals belong to the outcomes."""
    return "" if row.target is None else swedish.number(row.target, None, row.unit)


def no_target(about: About) -> str:
    """A tertial is not compared with the year's target, which is something else than to have none."""
    return "årsmålet gäller helåret" if about.kind in {Kind.T1, Kind.T2} else "årsmål saknas"


def after_target(panel: BarPanel) -> str:
    """The same words under the column head 'Årsmål'."""
    return panel.no_target.partition(" ")[2]


def target_words(panels: Sequence[BarPanel]) -> str:
    return "Brett streck är årsmålet." if any(panel.target is not None for panel in panels) else ""


def panel_word(about: About) -> str:
    return "Enhet" if about.per_unit else "Indikator"
