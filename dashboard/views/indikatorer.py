"""Indikatorer: every indicator by KF's goal or by the alphabet, and what each one lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.catalogue.mandates import mandate
from dashboard.model import Direction, Kind, Selection
from dashboard.swedish import amount_words, capital, listed, period_words, sort_key, spelled
from dashboard.views.indicator_words import direction_words
from dashboard.views.line import Fact
from dashboard.views.link import Link
from dashboard.views.reports import Option, all_reports, settled, unit_name
from dashboard.views.sentences import Lead
from dashboard.views.unsplit import Unsplit, unsplit

if TYPE_CHECKING:
    from dashboard.store.database import Store

ALPHABET, BY_GOAL = "alfabet", "mal"
NO_GOAL = "Utan KF-mål"


@dataclass(frozen=True, slots=True)
class IndicatorSeen:
    """A row of queries/indicators.sql: one indicator over all reports, under KF's goal of `area_year`."""

    indicator: str
    name: str
    measure_unit: str | None
    area_code: str | None
    area_title: str | None
    area_year: int | None
    unit_count: int
    document_count: int
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator of the index; `held` says in how many units, `when` in which years."""

    id: str
    name: str
    link: Link
    direction: Fact
    people: str
    held: str
    when: str


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one of KF's goals, or under a letter."""

    code: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class IndikatorerView:
    """`unread` are indicators that the catalogue has and no report; `undirected` those that lack a direction."""

    title: str
    lead: Lead
    order: tuple[Option, ...]
    groups: tuple[Group, ...]
    undirected: tuple[Entry, ...]
    unsplit: tuple[Unsplit, ...]
    unsplit_period: str
    unread: tuple[tuple[str, Link], ...]
    notices: tuple[str, ...] = ()


def view(store: "Store", catalogue: Catalogue, selection: Selection) -> IndikatorerView:
    seen = store.rows("indicators", IndicatorSeen)
    entries = {row.indicator: _entry(row, catalogue) for row in seen}
    by_letter = selection.listed == ALPHABET
    reports = all_reports(store)
    chosen = settled(reports, selection)
    names = {report.unit: unit_name(reports, report.unit, catalogue) for report in reports}
    unread = [known for known in catalogue.indicators.values() if known.id not in entries]
    undirected = sorted((e for e in entries.values() if e.direction.missing), key=lambda e: sort_key(e.name))
    return IndikatorerView(
        title="Indikatorer",
        lead=_lead(seen, undirected),
        order=_order(by_letter, selection),
        groups=_alphabet(entries.values()) if by_letter else _by_goal(seen, entries),
        undirected=tuple(undirected),
        unsplit=unsplit(store, catalogue, chosen, names),
        unsplit_period=period_words(chosen.period or Kind.VB, chosen.year) if chosen.year else "",
        unread=tuple((k.name, _link(k.id)) for k in sorted(unread, key=lambda k: sort_key(k.name))),
        notices=selection.notices,
    )


def _lead(seen: Sequence[IndicatorSeen], undirected: Sequence[Entry]) -> Lead:
    if not seen:
        return Lead("Inga indikatorer är inlästa än.", "När en rapport har lästs in står dess indikatorer här.")
    shared = sum(row.unit_count > 1 for row in seen)
    strong = f"{capital(spelled(len(seen)))} {'indikator' if len(seen) == 1 else 'indikatorer'} följs i rapporterna."
    rest = f"{capital(spelled(shared)) if shared else 'Ingen'} av dem följs i mer än en enhet."
    lacking = f"{capital(spelled(len(undirected)))} saknar riktning." if undirected else "Alla har en riktning."
    return Lead(strong, f"{rest} {lacking}")


def _entry(row: IndicatorSeen, catalogue: Catalogue) -> Entry:
    known = catalogue.indicators.get(row.indicator)
    lacking = known is None or known.direction is Direction.UNKNOWN
    people = "" if known is None else "ja" if known.about_people else "nej"
    return Entry(
        id=row.indicator,
        name=known.name if known else row.name,
        link=_link(row.indicator),
        direction=Fact(direction_words(known), missing=lacking),
        people=people or "finns inte i katalogen",
        held=amount_words(row.unit_count, "enhet", "enheter"),
        when=years_words(row.years),
    )


def years_words(years: Sequence[int]) -> str:
    """'2023–2025' where no year is left out, else '2023 och 2025'."""
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    return listed([str(year) for year in years])


def _order(by_letter: bool, selection: Selection) -> tuple[Option, ...]:
    goal = Link("indikatorer", replace(selection, listed=None))
    letter = Link("indikatorer", replace(selection, listed=ALPHABET))
    return Option(BY_GOAL, "KF:s mål", not by_letter, goal), Option(ALPHABET, "Bokstav", by_letter, letter)


# The mandate period (the latest first), whether the goal lacks a code, the code, the title.
_Goal = tuple[int, bool, str, str]


def _by_goal(seen: Sequence[IndicatorSeen], entries: dict[str, Entry]) -> tuple[Group, ...]:
    """The latest mandate period's goals first: an older one's of the same code is another goal."""
    found: dict[_Goal, list[Entry]] = {}
    titles: dict[tuple[int, str], str] = {}
    latest = max((mandate(row.area_year) for row in seen if row.area_year), default=(0, 0))
    for row in sorted(seen, key=lambda row: row.area_year or 0, reverse=True):
        code, period = row.area_code or "", mandate(row.area_year) if row.area_year else latest
        # A goal's words change a little between years; its code is what holds it together, and the latest are shown.
        title = row.area_title or NO_GOAL
        title = titles.setdefault((period[0], code), title) if code else title
        when = "" if period == latest else f" (mandatperioden {period[0]}–{period[1]})"
        found.setdefault((-period[0], not code, code, title + when), []).append(entries[row.indicator])
    keys = sorted(found, key=lambda key: (key[1], key[0], sort_key(key[2]), sort_key(key[3])))
    return tuple(Group(key[2], key[3], _sorted(found[key])) for key in keys)


def _alphabet(entries: Iterable[Entry]) -> tuple[Group, ...]:
    found: dict[str, list[Entry]] = {}
    for entry in _sorted(entries):
        found.setdefault(entry.name[:1].upper(), []).append(entry)
    return tuple(Group("", letter, tuple(some)) for letter, some in found.items())


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: sort_key(entry.name)))


def _link(indicator: str) -> Link:
    return Link("indikator", Selection(indicator=indicator))
