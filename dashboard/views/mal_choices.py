"""What a reader of Mål can choose among: units and statuses; and which of the address's choices hold."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.analysis.plans import Move
from dashboard.model import Selection, Status
from dashboard.swedish import listed, sort_key
from dashboard.views.counts import list_notice
from dashboard.views.link import Link
from dashboard.views.mal_tree import PAGE
from dashboard.views.plan_counts import LISTED
from dashboard.views.reports import Option, Report

STATUS_WORDS = {Status.HELT: "Helt", Status.DELVIS: "Delvis", Status.EJ: "Ej", Status.INGEN: "Ej bedömda"}


def checked(here: Selection, shown: Sequence[Report]) -> tuple[Selection, tuple[str, ...]]:
    """The choices that hold for these reports, and what is said of the others."""
    known = {report.unit for report in shown}
    gone = [unit for unit in here.units if unit not in known] if shown else []
    told = tuple(f"Enheten ”{unit}” har ingen rapport för perioden." for unit in gone)
    kept = replace(here, units=tuple(unit for unit in here.units if unit in known), notices=())
    if here.listed == LISTED and here.status in (None, *Move):
        return kept, told
    if here.listed:
        unknown = list_notice(here)
        return replace(kept, listed=None, status=None) if unknown else kept, (*told, *unknown)
    if here.status is not None and here.status not in list(Status):
        return replace(kept, status=None), (*told, f"Statusen ”{here.status}” finns inte. Här visas alla.")
    return kept, told


def unit_options(names: Mapping[str, str], here: Selection) -> tuple[Option, ...]:
    """All units, or one; several that the address chose stand as a choice of their own. () for one unit alone."""
    if len(names) < 2:
        return ()
    free = replace(here, rows=())
    found = [Option("", "Alla enheter", not here.units, Link(PAGE, replace(free, units=())))]
    if len(here.units) > 1:
        several = listed([names[unit] for unit in here.units])
        found.append(Option(",".join(here.units), several, True, Link(PAGE, free)))
    for unit, name in sorted(names.items(), key=lambda item: sort_key(item[1])):
        found.append(Option(unit, name, here.units == (unit,), Link(PAGE, replace(free, units=(unit,)))))
    return tuple(found)


def status_options(here: Selection) -> tuple[Option, ...]:
    """All statuses, or the goals with one of them."""
    free = replace(here, rows=(), listed=None, status=None)
    chosen = None if here.listed else here.status
    every = Option("", "Alla", chosen is None, Link(PAGE, free))
    others = (
        Option(status, words, chosen == status, Link(PAGE, replace(free, status=status)))
        for status, words in STATUS_WORDS.items()
    )
    return (every, *others)
