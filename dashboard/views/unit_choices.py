"""Which units there are to compare, board by board, cut by kind of operation and size, and which are alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.analysis.alike import RULE, SIZE_WORDS, Size, Traits, alike, size_of
from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Selection
from dashboard.swedish import capital, listed, plural, slug, sort_key, spelled
from dashboard.views.bullet import period_short
from dashboard.views.link import Link
from dashboard.views.reports import IN_TIME, Option, Report

MOST = 8
PAGE = "jamfor"


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit to choose; `what` is its operation and size, `periods` its reports, `full` that no more units fit."""

    unit: str
    name: str
    what: str
    periods: str
    chosen: bool
    full: bool


@dataclass(frozen=True, slots=True)
class BoardChoice:
    """The units of one board."""

    board: str
    units: tuple[UnitChoice, ...]


@dataclass(frozen=True, slots=True)
class Similar:
    """Units alike the one that was chosen first: `words` says which, `rule` when two are alike, `link` chooses them."""

    words: str
    rule: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class Choice:
    """All that the choice of units shows: the units by board, what cuts them down, and those that are alike."""

    boards: tuple[BoardChoice, ...]
    operations: tuple[Option, ...] = ()
    sizes: tuple[Option, ...] = ()
    similar: Similar | None = None


def choice(
    reports: Sequence[Report], names: Mapping[str, str], kept: Sequence[str], catalogue: Catalogue, here: Selection
) -> Choice:
    """`kept` are the chosen units in the address's order: the first is the one that others are like."""
    return Choice(
        board_choices(reports, names, kept, catalogue, here),
        operation_options(list(names), catalogue, here),
        size_options(list(names), catalogue, here),
        similar(kept[0], names, catalogue, here) if kept else None,
    )


def traits(catalogue: Catalogue, unit: str) -> Traits:
    known = catalogue.unit(unit)
    return Traits(known.kind_of_operation, known.size) if known else Traits(None, None)


def board_choices(
    reports: Sequence[Report],
    names: Mapping[str, str],
    kept: Sequence[str],
    catalogue: Catalogue,
    here: Selection,
) -> tuple[BoardChoice, ...]:
    """The units of the chosen kind of operation and size; those that are chosen already stay, to be let go of."""
    units_of: dict[str, dict[str, list[Report]]] = {}
    for report in reports:
        if report.unit in kept or _fits(traits(catalogue, report.unit), here):
            units_of.setdefault(report.board or "Utan nämnd", {}).setdefault(report.unit, []).append(report)
    full = len(kept) >= MOST
    return tuple(
        BoardChoice(
            board,
            tuple(
                _choice(unit, names[unit], own, traits(catalogue, unit), chosen=unit in kept, full=full)
                for unit, own in sorted(units.items(), key=lambda pair: sort_key(names[pair[0]]))
            ),
        )
        for board, units in sorted(units_of.items(), key=lambda pair: sort_key(pair[0]))
    )


def _fits(unit: Traits, here: Selection) -> bool:
    operation = slug(unit.operation) if unit.operation else ""
    return here.operation in (None, operation) and here.size in (None, size_of(unit.employees).value)


def _choice(unit: str, name: str, own: Sequence[Report], known: Traits, *, chosen: bool, full: bool) -> UnitChoice:
    size = f"{known.employees} medarbetare" if known.employees else ""
    what = ", ".join(part for part in (known.operation or "", size) if part)
    return UnitChoice(unit, name, what, period_list(own), chosen, full and not chosen)


def operation_options(units: Sequence[str], catalogue: Catalogue, here: Selection) -> tuple[Option, ...]:
    """The kinds of operation among the units; () where there is one alone."""
    found = {slug(kind): kind for unit in units if (kind := traits(catalogue, unit).operation)}
    if len(found) < 2:
        return ()
    told = [Option("alla", "All verksamhet", here.operation is None, Link(PAGE, replace(here, operation=None)))]
    for key, words in sorted(found.items(), key=lambda pair: sort_key(pair[1])):
        told.append(Option(key, words, here.operation == key, Link(PAGE, replace(here, operation=key))))
    return tuple(told)


def size_options(units: Sequence[str], catalogue: Catalogue, here: Selection) -> tuple[Option, ...]:
    """The classes of size among the units; () where there is one alone."""
    found = {size_of(traits(catalogue, unit).employees) for unit in units}
    if len(found) < 2:
        return ()
    told = [Option("alla", "Alla storlekar", here.size is None, Link(PAGE, replace(here, size=None)))]
    for size in (size for size in Size if size in found):
        link = Link(PAGE, replace(here, size=size.value))
        told.append(Option(size.value, capital(SIZE_WORDS[size]), here.size == size.value, link))
    return tuple(told)


def similar(first: str, names: Mapping[str, str], catalogue: Catalogue, here: Selection) -> Similar:
    """The units that are like the first chosen one, by the rule that is shown beside."""
    own = traits(catalogue, first)
    found = [unit for unit in names if unit != first and alike(own, traits(catalogue, unit))]
    found.sort(key=lambda unit: sort_key(names[unit]))
    if own.operation is None:
        return Similar(f"Katalogen vet inte vilken verksamhet {names[first]} har.", RULE, None)
    if not found:
        return Similar(f"Ingen annan inläst enhet liknar {names[first]}.", RULE, None)
    noun = plural(len(found), "enhet", "enheter")
    words = f"{capital(spelled(len(found)))} {noun} liknar {names[first]}: {listed([names[unit] for unit in found])}."
    chosen = (first, *found)[:MOST]
    return Similar(words, RULE, Link(PAGE, replace(here, units=chosen, listed=None, operation=None, size=None)))


def period_list(own: Sequence[Report]) -> str:
    """'2025, 2024, T2 2025 och plan 2026': whole years first."""
    latest = sorted(own, key=lambda report: (-report.year, -IN_TIME.index(report.kind)))
    latest.sort(key=lambda report: report.kind is not Kind.VB)
    words = dict.fromkeys(period_short(report.kind, report.year).replace("Plan", "plan") for report in latest)
    return listed(list(words))
