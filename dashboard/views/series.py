"""One indicator over all stored years: years and plans as one line per unit, each tertial as a line of its own."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dashboard.analysis.change import Verdict
from dashboard.analysis.series import Broken, Cause, Measured, breaks
from dashboard.catalogue import Catalogue
from dashboard.charts.build import About, LineRow, PointRow, series
from dashboard.charts.spec import Series
from dashboard.model import Direction, Kind, Status
from dashboard.swedish import capital, difference, fold, period_words
from dashboard.views.judged import Judged, judged_rows
from dashboard.views.reports import Report, short_name

if TYPE_CHECKING:
    from dashboard.store.database import Store

Named = Sequence[tuple[str, Judged]]
# A figure's title must hold the measure and a finding.
LONGEST = 60
_WHOLE = (Kind.VB, Kind.VP)
_TERTIALS = (Kind.T1, Kind.T2)


def short_measure(name: str) -> str:
    """A long indicator name up to a word's end, for a title."""
    if len(name) <= LONGEST:
        return name
    return name[: LONGEST - 2].rsplit(" ", 1)[0].rstrip(" ,-–(") + " …"


def where(rows: Sequence[Judged]) -> str:
    boards = {judged.row.board for judged in rows}
    board = next(iter(boards))
    return board if len(boards) == 1 and board else "alla nämnder"


def unit_history(
    store: "Store", catalogue: Catalogue, own: Sequence[Report], indicators: Sequence[str]
) -> tuple[Judged, ...]:
    """These indicators in all of a unit's reports; nothing is asked where there are none."""
    if not indicators:
        return ()
    return tuple(judged_rows(store, catalogue, documents=[report.id for report in own], indicators=indicators))


def over_years(inside: Named, place: str = "", measure: str = "") -> Series | None:
    """Years and plans, a line per unit; None where no unit has two figures to lay beside each other.

    `place` says where, if not in the boards of the rows; `measure` is '' where the page names the indicator.
    """
    rows = [_line(own, unit, _WHOLE, name) for unit, name, own in _by_unit(inside)]
    return _drawn(inside, [row for row in rows if row and _tells(row)], place, measure)


def tertials(inside: Named, place: str = "", measure: str = "") -> Series | None:
    """The same tertial year by year, a line per unit and tertial."""
    found = [
        _line(own, unit, (kind,), f"{name}, {_tertial(kind)}")
        for unit, name, own in _by_unit(inside)
        for kind in _TERTIALS
    ]
    return _drawn(inside, [row for row in found if row and _tells(row)], place, measure)


def _tertial(kind: Kind) -> str:
    return period_words(kind, 2000).removesuffix(" 2000").lower()


def _by_unit(inside: Named) -> list[tuple[str, str, list[Judged]]]:
    names = {judged.row.unit: name for name, judged in inside}
    return [(unit, name, [j for _, j in inside if j.row.unit == unit]) for unit, name in names.items()]


def _tells(row: LineRow) -> bool:
    """Two outcomes, or one and a plan's target ahead of it."""
    return sum(point.value is not None or point.kind is Kind.VP for point in row.points) > 1 and any(
        point.value is not None for point in row.points
    )


def _drawn(inside: Named, rows: Sequence[LineRow], place: str, measure: str) -> Series | None:
    if not rows:
        return None
    told = [judged for _, judged in inside]
    about = About(
        where=place or where(told),
        year=max(judged.row.year for judged in told),
        source="de inlästa rapporterna",
        measure=short_measure(measure),
        per_unit=True,
    )
    direction = next((judged.direction for judged in told), Direction.UNKNOWN)
    decimals = max(judged.decimals for judged in told)
    return series(rows, about, unit=_measure(told), decimals=decimals, direction=direction)


def _measure(rows: Iterable[Judged]) -> str | None:
    """The unit of measure that most figures have: the line's scale. None goes with any."""
    amounts = Counter(judged.unit for judged in rows if judged.unit)
    return amounts.most_common(1)[0][0] if amounts else None


def _line(own: Sequence[Judged], unit: str, kinds: Sequence[Kind], name: str) -> LineRow | None:
    measure = _measure(own)
    mine = [judged for judged in own if judged.row.kind in kinds]
    if not mine:
        return None
    points = {(judged.row.year, judged.row.kind): _point(judged, measure) for judged in mine}
    points = _with_compared(points, mine, kinds, measure)
    outcomes = {year for year, kind in points if kind is Kind.VB}
    # A plan stands ahead of its outcome, not beside it: there the target is the report's.
    kept = [point for point in points.values() if point.kind is not Kind.VP or point.year not in outcomes]
    return LineRow(name=short_name(name), points=tuple(kept), breaks=_breaks(mine))


def _point(judged: Judged, measure: str | None) -> PointRow:
    row = judged.row
    other = judged.unit not in (measure, None) and row.outcome is not None
    # A tertial has no target of its own: the year's would stand there as if it were due.
    target = row.target if row.kind in _WHOLE and not other else None
    return PointRow(
        year=row.year,
        value=None if other else row.outcome,
        kind=row.kind,
        target=target,
        missing=judged.outcome_printed if other else "saknas",
        moved="" if row.kind is Kind.VP else moved_words(judged),
        note="annan mätenhet, ritas inte" if other else "",
    )


Points = dict[tuple[int, Kind], PointRow]


def _with_compared(points: Points, own: Sequence[Judged], kinds: Sequence[Kind], measure: str | None) -> Points:
    """What a report says of the year before: its figure where it has no report of its own, else its revision."""
    for judged in own:
        row, key = judged.row, (judged.row.then_year, judged.row.then_kind)
        if row.previous is None or row.then_kind not in kinds or judged.unit not in (measure, None):
            continue
        point = points.get(key)
        note = f"ur rapporten för {row.year}"
        if point is None:
            points[key] = PointRow(year=row.then_year, value=row.previous, kind=row.then_kind, note=note)
        elif judged.revised and point.value is not None:
            points[key] = _revised(point, row.previous)
    return points


def _revised(point: PointRow, now: float) -> PointRow:
    return PointRow(
        year=point.year,
        value=now,
        kind=point.kind,
        target=point.target,
        first=point.value,
        moved=point.moved,
        note=point.note,
    )


def _breaks(own: Sequence[Judged]) -> tuple[tuple[int, str], ...]:
    told = sorted((judged for judged in own if judged.row.outcome is not None), key=lambda judged: judged.row.year)
    if not told:
        return ()
    today = {fold(told[-1].row.name), fold(told[-1].name)}
    since = min(judged.row.year for judged in told if fold(judged.row.name) in today)
    # A name that one report in between spells otherwise is no break: only one that never came back is another.
    measured = [Measured(j.row.year, j.unit, j.row.name if j.row.year < since else told[-1].row.name) for j in told]
    return tuple((one.year, _words(one)) for one in breaks(measured))


def _words(found: Broken) -> str:
    if found.cause is Cause.MEASURE:
        return f"serien är bruten {found.year}, då mätenheten gick från {found.before} till {found.now}"
    return f"serien är bruten {found.year}, då namnet ändrades från ”{found.before}”"


def moved_words(judged: Judged) -> str:
    """'6,3 procentenheter sämre', 'oförändrat', '' where the two can't be compared."""
    change = judged.change
    if change.delta is None:
        return ""
    if not change.delta:
        return "oförändrat"
    apart = difference(change.delta, judged.decimals, judged.unit)
    if change.verdict is Verdict.UNKNOWN:
        return f"{apart} {'högre' if change.delta > 0 else 'lägre'}"
    return f"{apart} {change.verdict}" if change.verdict is not Verdict.UNCHANGED else "oförändrat"


def year_words(judged: Judged) -> str:
    """The year's start: '6,3 procentenheter sämre än 2024; årsmålet 75 % nåddes inte.'; '' without an outcome."""
    row = judged.row
    if row.outcome is None or row.kind is Kind.VP:
        return ""
    before = f"{row.then_year}" if row.kind is Kind.VB else f"{row.then_kind} {row.then_year}"
    moved = moved_words(judged)
    if moved == "oförändrat":
        first = f"oförändrat mot {before}"
    elif moved:
        first = f"{moved} än {before}"
    else:
        first = f"ingen jämförelse med {before}"
    revised = f"; {row.then_year} är reviderat" if judged.revised else ""
    return f"{capital(first)}{revised}{_target_words(judged)}."


def _target_words(judged: Judged) -> str:
    computed = judged.attainment.status
    if computed is None:
        return "" if judged.row.kind is Kind.VB else "; årsmålet gäller helåret"
    ends = {Status.HELT: "nåddes", Status.DELVIS: "nåddes nästan", Status.EJ: "nåddes inte"}
    return f"; årsmålet {judged.target_printed} {ends[computed]}"
