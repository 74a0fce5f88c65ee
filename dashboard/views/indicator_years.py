"""One indicator's figures unit by unit, in order of time; a year known only from the next report is told as such."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.model import Kind
from dashboard.views.bullet import Bullet, period_short
from dashboard.views.judged import Judged
from dashboard.views.line import MISSING, Fact, Line, Moved, Sexes, line
from dashboard.views.series import year_words

_WHOLE = (Kind.VB, Kind.VP)
_IN_TIME = (Kind.T1, Kind.T2, Kind.VB, Kind.VP)
NO_COMPARISON = "årets rapport är inte inläst"


@dataclass(frozen=True, slots=True)
class Years:
    """One unit with its periods, the latest first; `start` tells the latest one in a sentence."""

    unit: str
    name: str
    lines: tuple[Line, ...]
    start: str = ""


def by_unit(rows: Sequence[tuple[str, Judged]], *, whole: bool) -> tuple[Years, ...]:
    """`whole` gives years and plans, else the tertials, which are never mixed with them."""
    wanted = [(name, judged) for name, judged in rows if (judged.row.kind in _WHOLE) is whole]
    found: dict[str, list[Judged]] = {}
    names: dict[str, str] = {}
    for name, judged in wanted:
        found.setdefault(judged.row.unit, []).append(judged)
        names[judged.row.unit] = name
    return tuple(Years(unit, names[unit], _lines(own, names[unit]), _start(own)) for unit, own in found.items())


def _start(own: Sequence[Judged]) -> str:
    told = [judged for judged in own if judged.row.outcome is not None]
    latest = max(told, key=lambda judged: _time(judged.row.year, judged.row.kind), default=None)
    return f"{period_short(latest.row.kind, latest.row.year)}: {year_words(latest)}" if latest else ""


def _lines(own: Sequence[Judged], name: str) -> tuple[Line, ...]:
    told = {(judged.row.year, judged.row.kind) for judged in own}
    dated = [(_time(judged.row.year, judged.row.kind), line(judged, name)) for judged in own]
    for judged in own:
        row = judged.row
        before = (row.then_year, row.then_kind)
        if row.previous is not None and before not in told and row.then_kind in _IN_TIME:
            told.add(before)
            dated.append((_time(*before), _compared(judged, name)))
    return tuple(made for _, made in sorted(dated, key=lambda pair: pair[0], reverse=True))


def _compared(judged: Judged, name: str) -> Line:
    """The year before as this report prints it, for which no report of its own has been read."""
    row = judged.row
    period = period_short(row.then_kind, row.then_year)
    nothing = Fact(MISSING, missing=True)
    now = line(judged, name)
    return Line(
        key=f"{now.key}-jamforelse",
        unit=row.unit,
        name=name,
        to=now.to,
        period=period,
        note=f"ur rapporten för {now.period}",
        unjudged="utan bedömning",
        reported=None,
        computed=None,
        counted=NO_COMPARISON,
        distance="",
        beside=False,
        flags=(),
        outcome=now.previous,
        previous=nothing,
        target=nothing,
        kf_target=nothing,
        moved=Moved(MISSING),
        sexes=Sexes(why=MISSING),
        drawn=Bullet(row.previous, None, None, str(row.then_year - 1), judged.unit, judged.decimals, None),
        source=now.source,
        source_words=now.source_words,
    )


def _time(year: int, kind: Kind) -> tuple[int, int]:
    return year, _IN_TIME.index(kind)
