"""One indicator over years: years and plans in one line, each tertial in one of its own, breaks and revisions told."""

from collections.abc import Sequence

from dashboard import swedish
from dashboard.charts.cells import panel_word
from dashboard.charts.rows import About, LineRow, PointRow
from dashboard.charts.spec import Break, LinePanel, Point, Series, Table
from dashboard.charts.titles import series_title
from dashboard.charts.wording import caption, line_alt
from dashboard.model import Kind

MOST_LINES = 6
PLANNED = "plan, inget utfall än"
# When a period ends, in parts of the year before its own.
_ENDS = {Kind.T1: 4 / 12, Kind.T2: 8 / 12, Kind.VB: 1.0, Kind.VP: 1.0}
_TERTIALS = {Kind.T1, Kind.T2}


def series(
    rows: Sequence[LineRow],
    about: About,
    *,
    unit: str | None = None,
    decimals: int | None = None,
    direction: str = "okänd",
) -> Series:
    """A panel per row; of more than six the first six are drawn; the table holds all."""
    panels = tuple(_line_panel(row, unit, decimals) for row in rows)
    drawn = panels[:MOST_LINES]
    left = len(panels) - len(drawn)
    more = [f"{swedish.capital(swedish.spelled(left))} till är inte med i figuren."] if left else []
    more += [f"{_broken(panel, one)}." for panel in panels for one in panel.breaks]
    return Series(
        title=series_title(drawn, rows, about),
        subtitle=f"{about.where}, {_years(panels, about)}",
        caption=caption(about, [("", unit, direction)], _marks(rows, drawn), " ".join(more), _years(panels, about)),
        alt=line_alt(panels),
        table=_table(panels, about),
        unit=unit,
        href=about.href,
        panels=drawn,
    )


def _line_panel(row: LineRow, unit: str | None, decimals: int | None) -> LinePanel:
    alone = _of_one_tertial(row)
    points = sorted((_point(point, unit, decimals, alone) for point in row.points), key=lambda point: point.time)
    # A break stands half a year before the first year that it keeps from the others.
    breaks = tuple(Break(time=year - 0.5, words=words) for year, words in sorted(row.breaks))
    return LinePanel(title=row.name, points=tuple(points), mark=row.mark, breaks=breaks, no_target=_no_target(alone))


def _no_target(alone: bool) -> str:
    """A tertial stands against no target, which is something else than to have none."""
    return "årsmålet gäller helåret" if alone else "årsmål saknas"


def _of_one_tertial(row: LineRow) -> bool:
    """Whether the line is a tertial's own: its points then stand a year apart and are joined as years are."""
    kinds = {point.kind for point in row.points}
    return len(kinds) == 1 and kinds <= _TERTIALS


def _point(row: PointRow, unit: str | None, decimals: int | None, alone: bool) -> Point:
    part = row.kind in _TERTIALS
    planned = row.kind is Kind.VP
    missing = PLANNED if planned and row.missing == "saknas" else row.missing
    remarks = [row.note] if row.note else []
    if row.first is not None:
        remarks.insert(0, f"reviderad, trycktes först {swedish.number(row.first, decimals, unit)}")
    return Point(
        label=f"{row.kind.value} {row.year}" if part else str(row.year),
        time=row.year if alone else row.year - 1 + _ENDS[row.kind],
        value=row.value,
        text=missing if row.value is None else swedish.number(row.value, decimals, unit),
        whole_year=alone or not part,
        target=row.target,
        target_text="" if row.target is None else swedish.number(row.target, None, unit),
        planned=planned,
        first=row.first,
        moved=row.moved,
        remarks=", ".join(remarks),
    )


def _years(panels: Sequence[LinePanel], about: About) -> str:
    years = [int(point.label[-4:]) for panel in panels for point in panel.points]
    if not years:
        return str(about.year)
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"


def _marks(rows: Sequence[LineRow], panels: Sequence[LinePanel]) -> str:
    points = [point for panel in panels for point in panel.points]
    marks = ["Fylld punkt är tertialet" if rows and all(map(_of_one_tertial, rows)) else "Fylld punkt är helår"]
    if any(not point.whole_year for point in points):
        marks.append("ring är tertial")
    if any(point.target is not None and not point.planned for point in points):
        marks.append("brett streck är årsmålet")
    if any(point.target is not None and point.planned for point in points):
        marks.append("tomt streck är planens årsmål")
    if any(point.first is not None for point in points):
        marks.append("liten ring är siffran som den först trycktes")
    if any(panel.breaks for panel in panels):
        marks.append("streckad linje är där serien är bruten")
    return swedish.listed(marks) + "."


def _broken(panel: LinePanel, found: Break) -> str:
    return f"{panel.title}: {found.words}"


def _table(panels: Sequence[LinePanel], about: About) -> Table:
    """The change and the remarks have columns where any line has them."""
    points = [(panel, point) for panel in panels for point in panel.points]
    columns = [panel_word(about) if about.per_unit else "Serie", "Period", "Utfall", "Årsmål"]
    moved, remarks = any(point.moved for _, point in points), any(_remarks(*pair) for pair in points)
    columns += ["Mot året före"] * moved + ["Anmärkning"] * remarks
    rows = []
    for panel, point in points:
        row = [panel.title, point.label, point.text, point.target_text or panel.no_target.partition(" ")[2]]
        row += [point.moved or "saknas"] * moved + [_remarks(panel, point) or "ingen"] * remarks
        rows.append(tuple(row))
    return Table(tuple(columns), tuple(rows))


def _remarks(panel: LinePanel, point: Point) -> str:
    """What is to know of a period; a break is told at the first period after it."""
    broken = [one.words for one in panel.breaks if one.time + 0.5 == int(point.label[-4:])]
    return ", ".join([*([point.remarks] if point.remarks else []), *broken])
