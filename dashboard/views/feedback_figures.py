"""Figures of feedback: praise against complaints, over the tertials of a year and over the years."""

from collections.abc import Sequence

from dashboard.analysis.feedback import summed
from dashboard.charts.counts import CountRow, count_bars
from dashboard.charts.spec import CountBars
from dashboard.swedish import amount_words
from dashboard.views.feedback_rows import PERIODS, Amounts, Stored, amounts

LABELS = ("Beröm", "Klagomål")
_PERIOD_NAMES = {"T1": "Januari–april", "T2": "Maj–augusti", "VB": "September–december"}
_CAPTION = "Antal enligt enheternas rapporter. ”Saknas” är en tom cell och inte noll."


def periods_figure(rows: Sequence[Stored], where: str, year: int) -> CountBars | None:
    """The year's three tertials; None where no report parts the year."""
    made = [_row(_PERIOD_NAMES[period], _of_units(rows, period)) for period in PERIODS]
    if all(count is None for row in made for count in row.counts):
        return None
    return count_bars(
        made,
        LABELS,
        title=f"{_most(made)} {year}",
        subtitle=f"Beröm samt synpunkter och klagomål per tertial, {where}",
        caption=_CAPTION,
        first="Period",
    )


def years_figure(rows: Sequence[Stored], where: str) -> CountBars | None:
    """The stored years with the number of units behind each; None for a single year."""
    years = sorted({row.year for row in rows})
    if len(years) < 2:
        return None
    units = {year: {row.unit for row in rows if row.year == year} for year in years}
    made = [
        _row(
            str(year),
            _of_units([row for row in rows if row.year == year]),
            amount_words(len(units[year]), "enhet", "enheter"),
        )
        for year in years
    ]
    same = len({frozenset(found) for found in units.values()}) == 1
    told = "" if same else " Olika enheter har redovisat de olika åren, så åren går inte att ställa rakt mot varandra."
    return count_bars(
        made,
        LABELS,
        title=_over_years(made) if same else "Beröm och klagomål, år för år",
        subtitle=f"Beröm samt synpunkter och klagomål, {where}, {years[0]}–{years[-1]}",
        caption=_CAPTION + told,
        first="År",
    )


def _of_units(rows: Sequence[Stored], period: str = "") -> list[Amounts]:
    held: dict[str, list[Stored]] = {}
    for row in rows:
        held.setdefault(row.unit, []).append(row)
    return [amounts(own, period) for own in held.values()]


def _row(name: str, found: Sequence[Amounts], note: str = "") -> CountRow:
    praise = summed(one.praise for one in found)
    came = summed(one.received.amount if one.received else None for one in found)
    return CountRow(name=name, counts=(praise, came), note=note)


def _most(rows: Sequence[CountRow]) -> str:
    praise, came = (summed(row.counts[place] for row in rows) for place in (0, 1))
    if praise is None or came is None:
        return "Bara klagomål är redovisade" if praise is None else "Bara beröm är redovisade"
    if praise == came:
        return f"Lika mycket beröm som klagomål, {praise},"
    more, less = ("klagomål", "beröm") if came > praise else ("beröm", "klagomål")
    return f"Mer {more} än {less}, {max(praise, came)} mot {min(praise, came)},"


def _over_years(rows: Sequence[CountRow]) -> str:
    told = [(row.name, row.counts[1]) for row in rows if row.counts[1] is not None]
    if len(told) < 2:
        return "Beröm och klagomål, år för år"
    (first, before), (last, now) = told[0], told[-1]
    if before == now:
        return f"Lika många klagomål {last} som {first}: {now}"
    return f"{'Fler' if (now or 0) > (before or 0) else 'Färre'} klagomål {last} än {first}: {now} mot {before}"
