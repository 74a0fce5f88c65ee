"""What stands where there is nothing to show: what would be here, and the next step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dashboard.errors import UserError
from dashboard.model import Kind, Selection
from dashboard.swedish import kind_words, listed, period_words, sort_key
from dashboard.views.link import Link
from dashboard.views.reports import Report

HOW_TO_IMPORT = "Läs in en rapport med kommandot: python -m dashboard import FIL"


@dataclass(frozen=True, slots=True)
class Way:
    """A next step with its words."""

    words: str
    link: Link


@dataclass(frozen=True, slots=True)
class Empty:
    """`title` says what is missing, `text` what to do, `ways` lead to what there is instead."""

    title: str
    text: str
    ways: tuple[Way, ...] = ()

    def refusal(self) -> UserError:
        """The same where nothing can be clicked: the ways are told in words."""
        ways = listed([way.words for way in self.ways])
        return UserError(self.title, f"{self.text} {ways}." if ways else self.text)


def nothing_stored() -> Empty:
    return Empty(
        "Inga rapporter är inlästa ännu.",
        "Här visas verksamhetsplaner, tertialrapporter och verksamhetsberättelser så snart de är inlästa. Den som "
        "ansvarar för Måltavlan gör det på sidan Läs in, eller på servern med python -m dashboard import FIL. "
        "Exempelrapporter att prova med: python -m dashboard samples.",
    )


def not_stored(reports: Sequence[Report], page: str, chosen: Selection) -> Empty:
    """The chosen year and period have no report: says so, and which periods have."""
    kind, year = chosen.period or Kind.VB, chosen.year or 0
    title = f"Ingen {kind_words(kind).lower()} för {year} är inläst."
    ways = tuple(
        Way(
            period_words(other, when),
            Link(page, replace(chosen, year=when, period=other, listed=None, status=None, rows=())),
        )
        for when, other in stored_periods(reports)
    )
    text = "Det här finns i stället:" if ways else f"{HOW_TO_IMPORT}."
    return Empty(title, text, ways)


def unknown_unit(unit: str, names: dict[str, str]) -> Empty:
    """No unit has this address: those that have are the ways on."""
    ways = tuple(Way(name, Link("enhet", Selection(unit=own))) for own, name in sorted(names.items(), key=_by_name))
    return Empty(
        f"Det finns ingen enhet med adressen ”{unit}”.",
        "Välj bland de enheter som har en inläst rapport:" if ways else f"{HOW_TO_IMPORT}.",
        ways,
    )


def stored_periods(reports: Iterable[Report]) -> list[tuple[int, Kind]]:
    """Years and periods with a report, the latest first."""
    order = (Kind.VP, Kind.T1, Kind.T2, Kind.VB)
    found = {(report.year, report.kind) for report in reports}
    return sorted(found, key=lambda pair: (pair[0], order.index(pair[1])), reverse=True)


def _by_name(pair: tuple[str, str]) -> str:
    return sort_key(pair[1])
