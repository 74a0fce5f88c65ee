"""The figure of Jämställdhet: the first rows of one unit of measure, as points or as bars."""

from collections import Counter
from collections.abc import Mapping, Sequence

from dashboard.charts.build import About, gender_bars
from dashboard.charts.spec import GenderBars
from dashboard.model import Kind, Selection
from dashboard.swedish import amount_words, kind_words
from dashboard.views.indicator_figures import gender_row, short_measure
from dashboard.views.judged import Judged
from dashboard.views.reports import short_name

MOST = 8


def gap_figure(
    rows: Sequence[Judged], names: Mapping[str, str], where: str, here: Selection, form: type[GenderBars]
) -> GenderBars | None:
    """In the order of the table; None where no row has a split. One unit, or one indicator, is named once."""
    split = [row for row in rows if row.gap is not None]
    if not split:
        return None
    common = Counter(row.unit for row in split).most_common(1)[0][0]
    alike = [row for row in split if row.unit == common]
    shown = alike[:MOST]
    units, indicators = {row.row.unit for row in shown}, {row.row.indicator for row in shown}
    measure = short_measure(shown[0].name) if len(indicators) == 1 and len(units) > 1 else ""
    left = len(split) - len(shown)
    kind, year = here.period or Kind.VB, shown[0].row.year
    dates = {row.row.date for row in shown}
    about = About(
        where=names[shown[0].row.unit] if len(units) == 1 else where,
        year=year,
        kind=kind,
        source=f"{'enheternas ' if len(units) > 1 else ''}{kind_words(kind).lower()} {year}",
        date=dates.pop() if len(dates) == 1 else None,
        left_out=f"{amount_words(left, 'utfall', 'utfall')} till är inte med i figuren." if left else "",
        measure=measure,
        per_unit=bool(measure),
        some=left > 0,
    )
    return gender_bars([gender_row(_name(row, names, units, measure), row) for row in shown], about, form)


def _name(row: Judged, names: Mapping[str, str], units: set[str], measure: str) -> str:
    unit = short_name(names[row.row.unit])
    if measure:
        return unit
    return row.name if len(units) == 1 else f"{row.name}, {unit}"
