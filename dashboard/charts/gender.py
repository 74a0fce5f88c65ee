"""The sexes side by side, as bars or as dumbbells: both or neither, totalt, kvinnor and män in that order."""

from collections.abc import Sequence

from dashboard import swedish
from dashboard.charts.cells import after_target, no_target, number_text, panel_word, target_text, target_words
from dashboard.charts.rows import About, GenderRow
from dashboard.charts.spec import Bar, BarPanel, GenderBars, GenderDumbbells, Mark, Table
from dashboard.charts.titles import gender_title, period, sexes, side
from dashboard.charts.wording import bar_alt, caption
from dashboard.model import Direction

_DUMBBELL = "Fylld punkt är {}, ring är {}, smalt streck är totalt."


def gender_bars(rows: Sequence[GenderRow], about: About, form: type[GenderBars] = GenderBars) -> GenderBars:
    """Totalt, kvinnor and män of each row; rows of different units of measure stand on scales of their own.

    `form` may be GenderDumbbells: the same panels, drawn as two points with the gap between them.
    """
    panels = tuple(_gender_panel(row, about) for row in rows)
    units = {row.unit for row in rows}
    shared = len(units) <= 1
    points = form is GenderDumbbells
    key = _DUMBBELL.format(*sexes(rows).lower().split(" och ")) if points else ""
    marks = f"{key} {target_words(panels)}".strip()
    return form(
        title=gender_title(rows, about),
        subtitle=f"{sexes(rows)}, {about.where}, {period(about)}",
        caption=caption(about, [(row.name, row.unit, row.direction) for row in rows], marks),
        alt=bar_alt(panels, "Punktdiagram" if points else "Stapeldiagram"),
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
        target_text=target_text(row),
        no_target=no_target(about),
    )


def _gender_bar(row: GenderRow, label: str, mark: Mark, value: float | None, missing: str) -> Bar:
    ends = side(value, row.target)
    wrong = mark.value in row.wrong and bool(ends)
    return Bar(
        label=label,
        mark=mark,
        value=value,
        text=number_text(value, row, missing),
        wrong=wrong,
        side=ends if wrong else "",
    )


def _gender_table(rows: Sequence[GenderRow], panels: Sequence[BarPanel], about: About) -> Table:
    women, men = sexes(rows).split(" och ")
    columns = (panel_word(about), "Totalt", women, swedish.capital(men), "Årsmål", "På fel sida av årsmålet")
    return Table(columns, tuple(_gender_cells(row, panel) for row, panel in zip(rows, panels, strict=True)))


def _gender_cells(row: GenderRow, panel: BarPanel) -> tuple[str, ...]:
    texts = (bar.text for bar in panel.bars)
    return (panel.title, *texts, panel.target_text or after_target(panel), _wrong_words(row, panel))


def _wrong_words(row: GenderRow, panel: BarPanel) -> str:
    if wrong := swedish.listed([bar.label.lower() for bar in panel.bars if bar.wrong]):
        return wrong
    if row.women is None or row.men is None:
        return row.missing
    return "går inte att bedöma" if row.target is None or row.direction is Direction.UNKNOWN else "ingen"
