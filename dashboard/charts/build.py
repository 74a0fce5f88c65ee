"""Rows -> spec: title, labels, caption, text alternative and table twin of one figure, all from the same rows."""

from collections.abc import Sequence

from dashboard import swedish
from dashboard.charts.rows import About, GenderRow, LineRow, PointRow, YearRow
from dashboard.charts.spec import Bar, BarPanel, GenderBars, LinePanel, Mark, Point, Series, Table, YearOverYear
from dashboard.charts.titles import gender_title, period, series_title, sexes, side, year_title, years
from dashboard.charts.wording import bar_alt, caption, line_alt
from dashboard.model import Direction, Kind

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


def gender_bars(rows: Sequence[GenderRow], about: About) -> GenderBars:
    """Totalt, kvinnor and män of each row; rows of different units of measure stand on scales of their own."""
    panels = tuple(_gender_panel(row, about) for row in rows)
    units = {row.unit for row in rows}
    shared = len(units) <= 1
    marks = _target_words(panels)
    return GenderBars(
        title=gender_title(rows, about),
        subtitle=f"{sexes(rows)}, {about.where}, {period(about)}",
        caption=caption(about, [(row.name, row.unit, row.direction) for row in rows], marks),
        alt=bar_alt(panels),
        table=_gender_table(rows, panels, about),
        unit=next(iter(units)) if len(units) == 1 else None,
        href=about.href,
        panels=panels,
        shared=shared,
    )


def _gender_panel(row: GenderRow, about: About) -> BarPanel:
    split = row.women is not None and row.men is not None
    women, men = sexes([row]).split(" och ")
    cases = (
        ("Totalt", Mark.TOTAL, row.total, "saknas"),
        (women, Mark.WOMEN, row.women if split else None, row.missing),
        (swedish.capital(men), Mark.MEN, row.men if split else None, row.missing),
    )
    return BarPanel(
        title=row.name,
        bars=tuple(_gender_bar(row, label, mark, value, missing) for label, mark, value, missing in cases),
        target=row.target,
        target_text=_target(row),
        no_target=_no_target(about),
    )


def _gender_bar(row: GenderRow, label: str, mark: Mark, value: float | None, missing: str) -> Bar:
    ends = side(value, row.target)
    wrong = mark.value in row.wrong and bool(ends)
    return Bar(
        label=label, mark=mark, value=value, text=_number(value, row, missing), wrong=wrong, side=ends if wrong else ""
    )


def _gender_table(rows: Sequence[GenderRow], panels: Sequence[BarPanel], about: About) -> Table:
    women, men = sexes(rows).split(" och ")
    columns = (_panel_word(about), "Totalt", women, swedish.capital(men), "Årsmål", "På fel sida av årsmålet")
    return Table(columns, tuple(_gender_cells(row, panel) for row, panel in zip(rows, panels, strict=True)))


def _gender_cells(row: GenderRow, panel: BarPanel) -> tuple[str, ...]:
    texts = (bar.text for bar in panel.bars)
    return (panel.title, *texts, panel.target_text or _after_target(panel), _wrong_words(row, panel))


def _wrong_words(row: GenderRow, panel: BarPanel) -> str:
    if wrong := swedish.listed([bar.label.lower() for bar in panel.bars if bar.wrong]):
        return wrong
    if row.women is None or row.men is None:
        return row.missing
    return "går inte att bedöma" if row.target is None or row.direction is Direction.UNKNOWN else "ingen"


def year_over_year(rows: Sequence[YearRow], about: About) -> YearOverYear:
    """Each row's last year and this; rows of different units of measure stand on scales of their own."""
    panels = tuple(_year_panel(row, about) for row in rows)
    units = {row.unit for row in rows}
    before = about.year - 1
    marks = f"Tom stapel är {before}, fylld är {about.year}. {_target_words(panels)}".strip()
    return YearOverYear(
        title=year_title(rows, about),
        subtitle=f"{years(about)}, {about.where}",
        caption=caption(about, [(row.name, row.unit, row.direction) for row in rows], marks, _revised(rows, before)),
        alt=bar_alt(panels),
        table=Table(
            (_panel_word(about), str(before), str(about.year), "Årsmål", f"Mot {before}", "Skillnad"),
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
        Bar(label=str(y), mark=mark, value=value, text=_number(value, row, row.missing)) for y, mark, value in cases
    )
    told = row.now is not None and row.before is not None and row.delta is not None
    return BarPanel(
        title=row.name,
        bars=tuple(bars),
        target=row.target,
        target_text=_target(row),
        no_target=_no_target(about),
        verdict=row.verdict,
        delta=swedish.signed(row.delta, row.decimals, row.unit) if told and row.delta is not None else "",
    )


def _year_cells(row: YearRow, panel: BarPanel) -> tuple[str, ...]:
    before, now = (bar.text for bar in panel.bars)
    if row.revised is not None:
        before += f" (reviderad, trycktes som {_number(row.revised, row, '')})"
    return (panel.title, before, now, panel.target_text or _after_target(panel), panel.verdict, panel.delta or "saknas")


def _revised(rows: Sequence[YearRow], before: int) -> str:
    some = [f"{row.name} trycktes som {_number(row.revised, row, '')}" for row in rows if row.revised is not None]
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
    return Table((_panel_word(about) if about.per_unit else "Serie", "Period", "Utfall", "Årsmål"), tuple(rows))


def _number(value: float | None, row: GenderRow | YearRow, missing: str) -> str:
    return missing if value is None else swedish.number(value, row.decimals, row.unit)


def _target(row: GenderRow | YearRow) -> str:
    """A target has as few decimals as it needs: the report's own decimals belong to the outcomes."""
    return "" if row.target is None else swedish.number(row.target, None, row.unit)


def _no_target(about: About) -> str:
    """A tertial is not compared with the year's target, which is something else than to have none."""
    return "årsmålet gäller helåret" if about.kind in {Kind.T1, Kind.T2} else "årsmål saknas"


def _after_target(panel: BarPanel) -> str:
    """The same words under the column head 'Årsmål'."""
    return panel.no_target.partition(" ")[2]


def _target_words(panels: Sequence[BarPanel]) -> str:
    return "Brett streck är årsmålet." if any(panel.target is not None for panel in panels) else ""


def _panel_word(about: About) -> str:
    return "Enhet" if about.per_unit else "Indikator"
