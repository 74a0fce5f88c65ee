"""Runners of the rules behind lists: activities in time, feedback counted, units that are alike."""

from dashboard.analysis.activities import longer_than_a_year, moves, state
from dashboard.analysis.alike import SIZE_WORDS, Traits, alike, median_of_others, size_of
from dashboard.analysis.feedback import received, share, sort_of
from dashboard.model import Kind
from dashboard.swedish import listed, parse_period
from tests.spec.row import NOTHING, Answer, Row


def _yes(holds: bool) -> str:
    return "ja" if holds else "nej"


def _told(text: str) -> str | None:
    return None if text == NOTHING else text


def activity_in_time(row: Row) -> Answer:
    start, end = (_told(row.take(name)) for name in ("start", "slut"))
    kind, year = parse_period(row.take("rapport"))
    long = longer_than_a_year(start, end)
    return {"läge": state(start, end, kind or Kind.VB, year or 0), "längre än ett år": _yes(long)}


def moved_activity(row: Row) -> Answer:
    dates = [_told(row.take(name)) for name in ("tidigare start", "tidigare slut", "senare start", "senare slut")]
    found = moves(*dates, same_year=row.take("om samma år") == "ja")
    return {"flyttat": listed([move.of for move in found]) or NOTHING}


def _counts(text: str) -> list[int | None]:
    return [None if part == NOTHING else int(part) for part in text.split(", ")]


def feedback_row(row: Row) -> Answer:
    return {"räknas som": sort_of(row.take("grupp"), row.take("kategori"))}


def feedback_received(row: Row) -> Answer:
    found = received(_counts(row.take("från vem")), _counts(row.take("vad det gällde")))
    if found is None:
        return {"inkomna": NOTHING, "räknat på": NOTHING}
    return {"inkomna": str(found.amount), "räknat på": "avsändare" if found.by_sender else "kategorier"}


def feedback_share(row: Row) -> Answer:
    found = share(_counts(row.take("besvarade per enhet")), _counts(row.take("inkomna per enhet")))
    if found is None:
        return {"sägs": NOTHING, "enheter": NOTHING}
    return {"sägs": f"{found[0].part} av {found[0].base}", "enheter": str(found[1])}


def _number(text: str) -> int | None:
    return None if text == NOTHING else int(text)


def alike_units(row: Row) -> Answer:
    one = Traits(_told(row.take("den enas verksamhet")), _number(row.take("medarbetare")))
    other = Traits(_told(row.take("den andras verksamhet")), _number(row.take("medarbetare där")))
    return {"liknar": _yes(alike(one, other))}


def size_in_words(row: Row) -> Answer:
    return {"storlek": SIZE_WORDS[size_of(_number(row.take("medarbetare")))]}


def median_without_oneself(row: Row) -> Answer:
    found = median_of_others(_counts(row.take("utfall i tur och ordning")), 0)
    if found is None:
        return {"medianen av de andra": NOTHING, "antal": NOTHING}
    return {"medianen av de andra": f"{found[0]:g}", "antal": str(found[1])}
