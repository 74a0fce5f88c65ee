"""Rows -> spec: title, labels, caption, text alternative and table twin of one figure, all from the same rows."""

from collections.abc import Sequence

from dashboard import swedish
from dashboard.charts.cells import after_target, no_target, number_text, panel_word, target_text, target_words
from dashboard.charts.gender import gender_bars
from dashboard.charts.rows import About, GenderRow, LineRow, PointRow, YearRow
from dashboard.charts.spec import Bar, BarPanel, LinePanel, Mark, Point, Series, Table, YearOverYear
from dashboard.charts.titles import series_title, year_title, years
from dashboard.charts.wording import bar_alt, caption, line_alt
from dashboard.model import Kind

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

MOST_LINES = 6
# When a period ends, in parts of the year before its own.
ENDS = {Kind.T1: 4 / 12, Kind.T2: 8 / 12, Kind.VB: 1.0, Kind.VP: 1.0}


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


def series(
    rows: Sequence[LineRow],
    about: About,
    *,
    unit: str | None = None,
    decimals: int | None = None,
    direction: str = "okänd",
) -> Series:
    """One indicator over years, a panel per row; of more than six the first six are drawn; the table holds all."""
    panels = tuple(_line_panel(row, unit, decimals) for row in rows)
    drawn = panels[:MOST_LINES]
    left = len(panels) - len(drawn)
    more = f"{swedish.capital(swedish.spelled(left))} till står bara i tabellen." if left else ""
    return Series(
        title=series_title(drawn, rows, about),
        subtitle=f"{about.where}, {_years(panels, about)}",
        caption=caption(about, [("", unit, direction)], _series_marks(drawn), more, _years(panels, about)),
        alt=line_alt(panels),
        table=_series_table(panels, about),
        unit=unit,
        href=about.href,
        panels=drawn,
    )


def _line_panel(row: LineRow, unit: str | None, decimals: int | None) -> LinePanel:
    points = sorted((_point(point, unit, decimals) for point in row.points), key=lambda point: point.time)
    return LinePanel(title=row.name, points=tuple(points), mark=row.mark)


def _point(row: PointRow, unit: str | None, decimals: int | None) -> Point:
    whole = row.kind not in {Kind.T1, Kind.T2}
    return Point(
        label=str(row.year) if whole else f"{row.kind.value} {row.year}",
        time=row.year - 1 + ENDS[row.kind],
        value=row.value,
        text=row.missing if row.value is None else swedish.number(row.value, decimals, unit),
        whole_year=whole,
        target=row.target,
        target_text="" if row.target is None else swedish.number(row.target, None, unit),
    )


def _years(panels: Sequence[LinePanel], about: About) -> str:
    years = [int(point.label[-4:]) for panel in panels for point in panel.points]
    if not years:
        return str(about.year)
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"


def _series_marks(panels: Sequence[LinePanel]) -> str:
    points = [point for panel in panels for point in panel.points]
    marks = ["Fylld punkt är helår"]
    if any(not point.whole_year for point in points):
        marks.append("ring är tertial")
    if any(point.target is not None for point in points):
        marks.append("brett streck är årsmålet")
    return swedish.listed(marks) + "."


def _series_table(panels: Sequence[LinePanel], about: About) -> Table:
    rows = (
        (panel.title, point.label, point.text, point.target_text or "saknas")
        for panel in panels
        for point in panel.points
    )
    return Table((panel_word(about) if about.per_unit else "Serie", "Period", "Utfall", "Årsmål"), tuple(rows))
