"""What a reader of Förändringar can choose among, and where there is nothing to compare, what to choose instead."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from dashboard.model import Kind, Selection, Status
from dashboard.store.snapshots import Snapshot, is_day, number_of
from dashboard.swedish import amount_words, date_words, period_words
from dashboard.views.changes import Change
from dashboard.views.link import Link
from dashboard.views.mal_choices import STATUS_WORDS
from dashboard.views.reports import Option
from dashboard.views.states import Empty, Way

if TYPE_CHECKING:
    from dashboard.store.database import Store

PAGE = "forandringar"
NEAREST = "foregaende"
_MOST_STATES = 30
_REASONS = {"in": ("rapport inläst", "rapporter inlästa"), "ut": ("rapport borttagen", "rapporter borttagna")}
_REASONS["rättad"] = ("rapport rättad", "rapporter rättade")


def form_options(store: "Store", here: Selection) -> tuple[Option, ...]:
    """What to compare with; a day is first the one of the state before this one."""
    plain = replace(here, listed=None, status=None, since=None, form=None)
    kept = store.history()
    first = (kept[1:] or kept)[:1]
    since = here.since or next((_address(one, kept) for one in first), None)
    by_day, nearest = bool(here.since), here.form == NEAREST
    return (
        Option("ar", "Samma period förra året", not by_day and not nearest, Link(PAGE, plain)),
        Option("forra", "Föregående rapport", nearest and not by_day, Link(PAGE, replace(plain, form=NEAREST))),
        Option("dag", "En tidigare dag", by_day, Link(PAGE, replace(plain, year=None, period=None, since=since))),
    )


def state_options(store: "Store", here: Selection) -> tuple[Option, ...]:
    """The days that a state is kept from, by the day's last one; the states of the latest day each by itself."""
    kept = store.history()
    told: dict[str, str] = {}
    for one in kept[1 : _MOST_STATES + 1]:
        value = _address(one, kept)
        told.setdefault(value, _state_words(one, timed=value == one.id))
    if here.since and here.since not in told:
        told = {here.since: date_words(here.since) if is_day(here.since) else "ett annat läge"} | told
    return tuple(
        Option(value, words, value == here.since, Link(PAGE, replace(here, since=value, listed=None, status=None)))
        for value, words in told.items()
    )


def _address(one: Snapshot, kept: Sequence[Snapshot]) -> str:
    """Its day, but its id where the store's own state is of the same day: that day would be the state itself."""
    return one.id if one.made[:10] == kept[0].made[:10] else one.made[:10]


def _state_words(one: Snapshot, *, timed: bool) -> str:
    amount, _, what = one.reason.partition(" ")
    done = f", {amount_words(int(amount), *_REASONS[what])}" if what in _REASONS and amount.isdigit() else ""
    number = f" (läge {number_of(one.id)})" if timed else ""
    return f"{when_words(one.made, timed=timed)}{number}{done}"


def when_words(made: str, *, timed: bool) -> str:
    """'26 mars 2026', or with the clock where the server stands: '26 mars 2026 kl. 14.03'."""
    local = datetime.fromisoformat(made).astimezone() if timed else datetime.fromisoformat(made)
    return date_words(local.date().isoformat()) + (f" kl. {local:%H.%M}" if timed else "")


def now_of(change: Change) -> Status | None:
    """The status that the change led to; None where it is none of a status."""
    return (change.statuses[1] or Status.INGEN) if change.statuses else None


def status_options(found: Sequence[Change], here: Selection) -> tuple[Option, ...]:
    """The statuses that something has now; () where no status changed."""
    held = {now_of(change) for change in found} | {here.status and Status(here.status)}
    if held <= {None}:
        return ()
    every = Option("alla", "Alla", here.status is None, Link(PAGE, replace(here, status=None)))
    others = (
        Option(status, words, here.status == status, Link(PAGE, replace(here, status=status)))
        for status, words in STATUS_WORDS.items()
        if status in held
    )
    return (every, *others)


def ways_on(here: Selection) -> tuple[Way, ...]:
    plain = replace(here, since=None, form=None, listed=None, status=None)
    if here.since:
        return (Way("Jämför rapporterna med förra årets", Link(PAGE, plain)),)
    return (Way("Till översikten", Link("oversikt", replace(plain, units=()))),)


def not_kept(store: "Store", here: Selection) -> Empty:
    kept = store.history()
    oldest = kept[-1].made[:10] if kept else ""
    ways = (Way(f"Sedan {date_words(oldest)}", Link(PAGE, replace(here, since=oldest))),) if oldest else ()
    told = f"Det äldsta läget som finns kvar är från {date_words(oldest)}." if oldest else ""
    return Empty("Läget den dagen finns inte kvar.", told, (*ways, *ways_on(here)))


def nothing_before(here: Selection) -> Empty:
    """No unit has an earlier report: says which one would be needed."""
    words = (
        "en tidigare uppföljning"
        if here.form == NEAREST
        else period_words(here.period or Kind.VB, (here.year or 1) - 1)
    )
    text = f"Läs in {words.lower()} för att se vad som har ändrats, eller jämför med en tidigare dag."
    nearest = Way("Jämför med föregående rapport", Link(PAGE, replace(here, form=NEAREST)))
    return Empty("Ingen tidigare rapport att jämföra med.", text, () if here.form == NEAREST else (nearest,))
