"""Figures of counts without targets: praise against complaints, in panels of years, periods or units."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard import swedish
from dashboard.charts.spec import Bar, BarPanel, CountBars, Mark, Table

MISSING = "saknas"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """One panel: `counts` in the order of the figure's labels, None where no report tells; `note` is its basis."""

    name: str
    counts: tuple[int | None, ...]
    note: str = ""


def count_bars(
    rows: Sequence[CountRow], labels: Sequence[str], *, title: str, subtitle: str, caption: str, first: str
) -> CountBars:
    """`first` heads the table's first column; a count that is missing is no bar and no nought."""
    panels = tuple(_panel(row, labels) for row in rows)
    noted = any(row.note for row in rows)
    columns = (first, *labels, *(("Underlag",) if noted else ()))
    cells = tuple((row.name, *map(_words, row.counts), *((row.note,) if noted else ())) for row in rows)
    return CountBars(
        title=title,
        subtitle=subtitle,
        caption=caption,
        alt=" ".join(["Stapeldiagram.", *(_sentence(row, labels) for row in rows)]),
        table=Table(columns, cells),
        panels=panels,
    )


def _panel(row: CountRow, labels: Sequence[str]) -> BarPanel:
    bars = tuple(
        Bar(label=label, mark=Mark.TOTAL, value=None if count is None else float(count), text=_words(count))
        for label, count in zip(labels, row.counts, strict=True)
    )
    return BarPanel(title=row.name, bars=bars, no_target=row.note)


def _words(count: int | None) -> str:
    return MISSING if count is None else swedish.number(float(count), 0)


def _sentence(row: CountRow, labels: Sequence[str]) -> str:
    told = ", ".join(f"{label.lower()} {_words(count)}" for label, count in zip(labels, row.counts, strict=True))
    return f"{row.name}{f' ({row.note})' if row.note else ''}: {told}."
