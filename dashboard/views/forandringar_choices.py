"""What a reader of Förändringar can choose among: what to compare with, a kept state of the store, a status."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from dashboard.model import Selection, Status
from dashboard.store.snapshots import Snapshot, is_day
from dashboard.swedish import amount_words, date_words
from dashboard.views.changes import Change
from dashboard.views.link import Link
from dashboard.views.mal_choices import STATUS_WORDS
from dashboard.views.reports import Option

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
    made = datetime.fromisoformat(one.made).astimezone()
    clock = f" kl. {made:%H.%M}" if timed else ""
    done = f", {amount_words(int(amount), *_REASONS[what])}" if what in _REASONS and amount.isdigit() else ""
    return f"{date_words(made.date().isoformat())}{clock}{done}"


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
