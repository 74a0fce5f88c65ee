"""A unit's two figures of the year: the sexes against the target, and last year to this."""

from collections import Counter
from collections.abc import Sequence

from dashboard.analysis.change import Verdict
from dashboard.charts.build import About, gender_bars, year_over_year
from dashboard.charts.spec import GenderBars, YearOverYear
from dashboard.model import Kind
from dashboard.swedish import capital, kind_words, plural, spelled
from dashboard.views.indicator_figures import gender_row, year_row
from dashboard.views.judged import Judged

MOST_PANELS = 4


def sexes_figure(rows: Sequence[Judged], where: str) -> GenderBars | None:
    """The rows with both sexes in one unit of measure; None where there is no split."""
    split = _of_one_unit([row for row in rows if row.gap is not None and row.row.outcome is not None])
    if not split:
        return None
    # Those who miss the target first, then the widest gap; drawn in the report's order all the same.
    chosen = sorted(split, key=_missing_first)[:MOST_PANELS]
    shown = [row for row in split if row in chosen]
    kept_back = sum(row.split_hidden for row in rows)
    lacking = sum(row.gap is None and not row.split_hidden for row in rows)
    left = len(rows) - lacking - kept_back - len(shown)
    told = [
        _amount(lacking, "saknar uppdelning"),
        _amount(kept_back, "har en uppdelning som döljs: liten grupp"),
        _amount(left, "till har uppdelning men är inte med i figuren"),
    ]
    return gender_bars([gender_row(row.name, row) for row in shown], about_figure(shown, where, told))


def years_figure(rows: Sequence[Judged], where: str) -> YearOverYear | None:
    """The rows that moved most since last year, in one unit of measure; None where none can be compared."""
    judged = (Verdict.BETTER, Verdict.WORSE, Verdict.UNCHANGED)
    told = [row for row in rows if row.change.delta is not None and row.change.verdict in judged]
    alike = _of_one_unit(told)
    if not alike:
        return None
    chosen = sorted(alike, key=_moved_least)[-MOST_PANELS:]
    shown = [row for row in alike if row in chosen]
    left = len(told) - len(shown)
    return year_over_year(
        [year_row(row.name, row) for row in shown],
        about_figure(shown, where, [_amount(left, "till kan jämföras men är inte med i figuren")], some=left > 0),
    )


def _of_one_unit(rows: Sequence[Judged]) -> list[Judged]:
    """Those of the commonest unit of measure: a figure has one scale."""
    common = Counter(row.unit for row in rows).most_common(1)
    return [row for row in rows if row.unit == common[0][0]] if common else []


def _missing_first(row: Judged) -> tuple[bool, float]:
    return not (row.gap and row.gap.missing_target), -abs(row.gap.gap if row.gap else 0.0)


def _moved_least(row: Judged) -> float:
    """By its share of last year's figure, so that small figures can be seen to move too."""
    return abs(row.change.delta or 0.0) / (abs(row.row.previous or 0.0) or 1.0)


def _amount(amount: int, words: str) -> str:
    return f"{capital(spelled(amount))} {plural(amount, 'indikator', 'indikatorer')} {words}." if amount else ""


def about_figure(rows: Sequence[Judged], where: str, left_out: Sequence[str], *, some: bool = False) -> About:
    row = rows[0].row
    return About(
        where=where,
        year=row.year,
        kind=row.kind if row.kind is not Kind.VP else Kind.VB,
        source=f"{kind_words(row.kind).lower()} {row.year}",
        date=row.date,
        left_out=" ".join(part for part in left_out if part),
        some=some,
    )
