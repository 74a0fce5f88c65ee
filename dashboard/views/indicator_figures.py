"""The three figures of an indicator over its units; None where there is too little to draw."""

from collections.abc import Sequence

from dashboard.charts.build import About, GenderRow, YearRow, gender_bars, year_over_year
from dashboard.charts.spec import GenderBars, YearOverYear
from dashboard.model import Kind, Selection
from dashboard.swedish import amount_words, kind_words, listed, parse_cell
from dashboard.views.judged import Judged
from dashboard.views.reports import short_name
from dashboard.views.rows import IndicatorRow
from dashboard.views.series import over_years, short_measure, where

__all__ = ["gender_row", "over_years", "sexes", "short_measure", "two_years", "where", "year_row"]

Named = Sequence[tuple[str, Judged]]
# A page must not be all bars.
MOST_UNITS = 12
_PERIODS = (Kind.T1, Kind.T2, Kind.VB)


def sexes(now: Named, measure: str, chosen: Selection) -> GenderBars | None:
    """Totalt, kvinnor and män per unit; the units without a split are named in the caption."""
    split = [(name, judged) for name, judged in now if judged.gap is not None]
    if not split:
        return None
    without = [(name, judged) for name, judged in now if judged.gap is None]
    kept_back = _left_out("Dold uppdelning, liten grupp", [name for name, judged in without if judged.split_hidden], 0)
    lacking = _left_out("Ej uppdelat", [name for name, judged in without if not judged.split_hidden], len(split))
    left_out = f"{lacking} {kept_back}".strip()
    rows = [gender_row(name, judged) for name, judged in split[:MOST_UNITS]]
    return gender_bars(rows, _about(split, measure, chosen, left_out))


def two_years(now: Named, measure: str, chosen: Selection) -> YearOverYear | None:
    """Last year and this per unit, where some unit has both and the periods are equally long."""
    told = [(name, judged) for name, judged in now if judged.change.delta is not None]
    if not told:
        return None
    left_out = _left_out("Utan jämförelse", [name for name, judged in now if judged.change.delta is None], len(told))
    rows = [year_row(name, judged) for name, judged in told[:MOST_UNITS]]
    return year_over_year(rows, _about(told, measure, chosen, left_out))


def _left_out(why: str, lacking: Sequence[str], drawn: int) -> str:
    """The units that the figure lacks, by name where they are few, and those for which it has no room."""
    told = ""
    if lacking:
        some = len(lacking) <= MOST_UNITS
        told = f"{why}: {listed(lacking) if some else amount_words(len(lacking), 'enhet', 'enheter')}."
    over = drawn - MOST_UNITS
    return f"{told} {amount_words(over, 'enhet', 'enheter')} till är inte med i figuren.".strip() if over > 0 else told


def gender_row(name: str, judged: Judged) -> GenderRow:
    """A panel of bars: a unit by its short name, or an indicator; a tertial stands against no target."""
    row, gap = judged.row, judged.gap
    wrong: tuple[str, ...] = gap.missing_target if gap else ()
    if judged.gap and row.kind is Kind.VB and row.outcome is not None and _misses(judged):
        wrong = ("totalt", *wrong)
    return GenderRow(
        name=short_name(name),
        total=row.outcome,
        women=gap.women if gap else None,
        men=gap.men if gap else None,
        target=row.target if row.kind is Kind.VB else None,
        unit=judged.unit,
        decimals=judged.decimals,
        direction=judged.direction,
        wrong=wrong,
        children=judged.known is not None and judged.known.children,
    )


def _misses(judged: Judged) -> bool:
    share = judged.attainment.relative
    return judged.attainment.reason is None and judged.attainment.distance not in (None, 0.0) and share != 0.0


def year_row(name: str, judged: Judged) -> YearRow:
    """A panel with last year and this; `revised` where last year's own report printed another figure."""
    row = judged.row
    return YearRow(
        name=short_name(name),
        now=row.outcome,
        before=row.previous,
        target=row.target if row.kind is Kind.VB else None,
        unit=judged.unit,
        # 25,4 beside 61,75 is printed as it stands, not as 25,40.
        decimals=judged.decimals if _printed_alike(row) else None,
        direction=judged.direction,
        verdict=str(judged.change.verdict),
        delta=judged.change.delta,
        revised=judged.then.value if judged.revised and judged.then else None,
    )


def _printed_alike(row: IndicatorRow) -> bool:
    return parse_cell(row.raw_outcome).decimals == parse_cell(row.raw_previous).decimals


def _about(rows: Named, measure: str, chosen: Selection, left_out: str) -> About:
    told = [judged for _, judged in rows]
    kind, year = chosen.period or Kind.VB, chosen.year or told[0].row.year
    dates = {judged.row.date for judged in told}
    return About(
        where=where(told),
        year=year,
        kind=kind,
        source=f"{'enheternas ' if len(told) > 1 else ''}{kind_words(kind).lower()} {year}",
        date=dates.pop() if len(dates) == 1 else None,
        left_out=left_out,
        measure=short_measure(measure),
        per_unit=True,
    )
