"""Rows -> spec: title, labels, caption, text alternative and table twin of one figure, all from the same rows."""

from collections.abc import Sequence

from dashboard import swedish
from dashboard.charts.cells import after_target, no_target, number_text, panel_word, target_text, target_words
from dashboard.charts.gender import gender_bars
from dashboard.charts.over_years import MOST_LINES, series
from dashboard.charts.rows import About, GenderRow, LineRow, PointRow, YearRow
from dashboard.charts.spec import Bar, BarPanel, Mark, Table, YearOverYear
from dashboard.charts.titles import year_title, years
from dashboard.charts.wording import bar_alt, caption

__all__ = [
    "MOST_LINES",
    "About",
    "GenderRow",
    "LineRow",
    "PointRow",
    "YearRow",
    "gender_bars",
    "series",
    "year_over_year",
]


def year_over_year(rows: Sequence[YearRow], about: About) -> YearOverYear:
    """Each row's last year and this; rows of different units of measure stand on scales of their own."""
    panels = tuple(_year_panel(row, about) for row in rows)
    units = {row.unit for row in rows}
    before = about.year - 1
    marks = f"Tom stapel är {before}, fylld är {about.year}. {target_words(panels)}".strip()
    return YearOverYear(
        title=year_title(rows, about),
        subtitle=f"{years(about)}, {about.where}",
        caption=caption(about, [(row.name, row.unit, row.direction) for row in rows], marks, _revised(rows, before)),
        alt=bar_alt(panels),
        table=Table(
            (panel_word(about), str(before), str(about.year), "Årsmål", f"Mot {before}", "Skillnad"),
            tuple(_year_cells(row, panel) for row, panel in zip(rows, panels, strict=True)),
        ),
        unit=next(iter(units)) if len(units) == 1 else None,
        href=about.href,
        panels=panels,
        shared=len(units) <= 1,
    )


def _year_panel(row: YearRow, about: About) -> BarPanel:
    cases = ((about.year - 1, Mark.BEFORE, row.before), (about.year, Mark.NOW, row.now))
    bars = (
        Bar(label=str(y), mark=mark, value=value, text=number_text(value, row, row.missing)) for y, mark, value in cases
    )
    told = row.now is not None and row.before is not None and row.delta is not None
    return BarPanel(
        title=row.name,
        bars=tuple(bars),
        target=row.target,
        target_text=target_text(row),
        no_target=no_target(about),
        verdict=row.verdict,
        delta=swedish.signed(row.delta, row.decimals, row.unit) if told and row.delta is not None else "",
    )


def _year_cells(row: YearRow, panel: BarPanel) -> tuple[str, ...]:
    before, now = (bar.text for bar in panel.bars)
    if row.revised is not None:
        before += f" (reviderad, trycktes som {number_text(row.revised, row, '')})"
    return (panel.title, before, now, panel.target_text or after_target(panel), panel.verdict, panel.delta or "saknas")


def _revised(rows: Sequence[YearRow], before: int) -> str:
    some = [f"{row.name} trycktes som {number_text(row.revised, row, '')}" for row in rows if row.revised is not None]
    return f"Reviderat utfall {before}: {swedish.listed(some)}." if some else ""
