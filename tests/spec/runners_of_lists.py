"""Runners of the rules behind lists: activities in time, feedback counted, units that are alike."""

from dashboard.analysis.activities import longer_than_a_year, moves, state
from dashboard.model import Kind
from dashboard.swedish import listed, parse_period
from tests.spec.row import NOTHING, Answer, Row


def _yes(holds: bool) -> str:
    return "ja" if holds else "nej"


def _date(text: str) -> str | None:
    return None if text == NOTHING else text


def activity_in_time(row: Row) -> Answer:
    start, end = (_date(row.take(name)) for name in ("start", "slut"))
    kind, year = parse_period(row.take("rapport"))
    long = longer_than_a_year(start, end)
    return {"läge": state(start, end, kind or Kind.VB, year or 0), "längre än ett år": _yes(long)}


def moved_activity(row: Row) -> Answer:
    dates = [_date(row.take(name)) for name in ("tidigare start", "tidigare slut", "senare start", "senare slut")]
    found = moves(*dates, same_year=row.take("om samma år") == "ja")
    return {"flyttat": listed([move.of for move in found]) or NOTHING}
