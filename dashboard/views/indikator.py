"""Indikator: one indicator over units, years, periods and sexes, with what the catalogue knows of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue, Indicator
from dashboard.charts.spec import GenderBars, Series, YearOverYear
from dashboard.model import Direction, Kind, Selection
from dashboard.swedish import fold, listed, period_words, sort_key
from dashboard.views import indicator_figures as drawn
from dashboard.views.bullet import period_short
from dashboard.views.indicator_words import MEND, MEND_NEW, known_facts, lead
from dashboard.views.indicator_years import Years, by_unit
from dashboard.views.judged import Judged, judged_rows
from dashboard.views.line import Fact, Line, line
from dashboard.views.link import Link
from dashboard.views.reports import (
    Option,
    Report,
    all_reports,
    former_names,
    period_options,
    settled,
    unit_name,
    year_options,
)
from dashboard.views.sentences import Lead
from dashboard.views.series import over_years, tertials
from dashboard.views.states import Empty, Way, stored_periods

if TYPE_CHECKING:
    from dashboard.store.database import Store

ALL_BOARDS = "Alla nämnder"


@dataclass(frozen=True, slots=True)
class Figures:
    """Those that have something to show; tertials are series of their own."""

    gender: GenderBars | None = None
    years: YearOverYear | None = None
    series: Series | None = None
    tertials: Series | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """`boards` is empty where there is one board only."""

    years: tuple[Option, ...] = ()
    periods: tuple[Option, ...] = ()
    boards: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class IndikatorView:
    """`lines` are the chosen period's, `absent` the units whose report lacks the indicator; `state` replaces them.

    `former` tells which names the indicator and its units had before; `printed` other names that reports print for it.
    """

    title: str
    name: str
    period: str = ""
    before: str = ""
    lead: Lead | None = None
    definition: Fact | None = None
    facts: tuple[tuple[str, Fact], ...] = ()
    mend: str = ""
    printed: tuple[str, ...] = ()
    choices: Choices = Choices()
    lines: tuple[Line, ...] = ()
    absent: str = ""
    former: tuple[str, ...] = ()
    state: Empty | None = None
    years: tuple[Years, ...] = ()
    tertials: tuple[Years, ...] = ()
    figures: Figures = Figures()
    notices: tuple[str, ...] = ()


def view(store: "Store", catalogue: Catalogue, selection: Selection) -> IndikatorView:
    asked = selection.indicator or ""
    known = catalogue.indicators.get(asked)
    rows = judged_rows(store, catalogue, indicators=[asked])
    if known is None and not rows:
        return _unknown(selection)
    reports = [report for report in all_reports(store) if selection.board in (None, report.board_id)]
    documents = {judged.row.document for judged in rows}
    holding = [report for report in reports if report.id in documents]
    chosen = settled(holding, selection)
    inside = [(_unit(judged, reports, catalogue), judged) for judged in rows if _in(judged, holding)]
    inside.sort(key=lambda pair: sort_key(pair[0]))
    now = [pair for pair in inside if (pair[1].row.year, pair[1].row.kind) == (chosen.year, chosen.period)]
    name = known.name if known else rows[0].row.name
    renamed = _renamed(name, rows)
    kind, year = chosen.period or Kind.VB, chosen.year or 0
    facts = known_facts(known, rows[0].unit if rows else None)
    return IndikatorView(
        title=f"{name} {year}" if year else name,
        name=name,
        period=period_words(kind, year) if year else "",
        before="" if kind is Kind.VP else period_short(kind, year - 1),
        lead=lead(now, kind, year) if now else None,
        definition=_definition(known),
        facts=facts,
        mend=_mend(known),
        printed=tuple(other for other in _printed(name, rows) if other not in renamed),
        choices=_choices(all_reports(store), documents, holding, chosen),
        lines=tuple(line(judged, unit) for unit, judged in now),
        absent=_absent(inside, now, reports, chosen),
        former=(*_renamed_words(renamed), *_former(inside, reports, catalogue)),
        state=None if now else _nothing(holding, chosen),
        years=by_unit(inside, whole=True),
        tertials=by_unit(inside, whole=False),
        figures=_figures(now, inside, name, chosen),
        notices=selection.notices,
    )


def _unit(judged: Judged, reports: Sequence[Report], catalogue: Catalogue) -> str:
    return unit_name(reports, judged.row.unit, catalogue)


def _in(judged: Judged, holding: Sequence[Report]) -> bool:
    return any(report.id == judged.row.document for report in holding)


def _unknown(selection: Selection) -> IndikatorView:
    ways = (Way("Alla indikatorer", Link("indikatorer")),)
    state = Empty(
        "Indikatorn finns inte", "Ingen inläst rapport och ingen katalog har en indikator med den adressen.", ways
    )
    return IndikatorView("Indikatorn finns inte", "Indikatorn finns inte", state=state, notices=selection.notices)


def _definition(known: Indicator | None) -> Fact:
    if known and known.definition:
        return Fact(known.definition)
    return Fact("Definitionen finns inte i katalogen.", missing=True)


def _mend(known: Indicator | None) -> str:
    if known is None:
        return MEND_NEW
    return MEND if known.direction is Direction.UNKNOWN else ""


def _printed(name: str, rows: Sequence[Judged]) -> tuple[str, ...]:
    """Other names that reports print, a name once however it is spaced or broken."""
    found = {fold(judged.row.name): judged.row.name for judged in rows}
    found.pop(fold(name), None)
    return tuple(sorted(found.values(), key=sort_key))


def _renamed(name: str, rows: Sequence[Judged]) -> tuple[str, ...]:
    """Names that a unit printed before it went over to another one, and that none prints in its latest report."""
    latest: dict[str, Judged] = {}
    for judged in sorted(rows, key=lambda one: one.row.year):
        latest[judged.row.unit] = judged
    now = {fold(judged.row.name) for judged in latest.values()} | {fold(name)}
    older = [
        one.row.name for one in rows if one.row.year < latest[one.row.unit].row.year and fold(one.row.name) not in now
    ]
    return tuple(printed for printed in _printed(name, rows) if fold(printed) in {fold(one) for one in older})


def _renamed_words(names: Sequence[str]) -> tuple[str, ...]:
    return (f"Indikatorn hette tidigare {listed([f'”{name}”' for name in names])}",) if names else ()


def _choices(every: Sequence[Report], documents: set[str], holding: Sequence[Report], chosen: Selection) -> Choices:
    page = "indikator"
    boards = {report.board_id: report.board or "Utan nämnd" for report in every if report.id in documents}
    options = [Option("", ALL_BOARDS, chosen.board is None, Link(page, Selection(indicator=chosen.indicator)))]
    for value, label in sorted(boards.items(), key=lambda pair: sort_key(pair[1])):
        to = Link(page, Selection(indicator=chosen.indicator, board=value))
        options.append(Option(value, label, value == chosen.board, to))
    several = tuple(options) if len(boards) > 1 or chosen.board else ()
    return Choices(year_options(holding, page, chosen), period_options(holding, page, chosen), several)


def _absent(
    inside: Sequence[tuple[str, Judged]],
    now: Sequence[tuple[str, Judged]],
    reports: Sequence[Report],
    chosen: Selection,
) -> str:
    """Units that have the indicator at another time, and a report without it for the chosen one."""
    having = {judged.row.unit for _, judged in now}
    reporting = {report.unit for report in reports if (report.year, report.kind) == (chosen.year, chosen.period)}
    names = {name: None for name, judged in inside if judged.row.unit in reporting - having}
    if not names or not now:
        return ""
    return f"{listed(list(names))} har indikatorn i andra rapporter, men inte i den här."


def _former(inside: Sequence[tuple[str, Judged]], reports: Sequence[Report], catalogue: Catalogue) -> tuple[str, ...]:
    units = {judged.row.unit: name for name, judged in inside}
    told = ((name, former_names(reports, unit, catalogue)) for unit, name in units.items())
    return tuple(f"{name} hette tidigare {listed(names)}" for name, names in told if names)


def _nothing(holding: Sequence[Report], chosen: Selection) -> Empty:
    if not holding:
        return Empty(
            "Ingen rapport har indikatorn",
            "Den finns i katalogen, men inte i någon inläst rapport i urvalet.",
            (Way("Alla indikatorer", Link("indikatorer")), Way("Inlästa rapporter", Link("kallor"))),
        )
    ways = tuple(
        Way(period_words(kind, year), Link("indikator", Selection(indicator=chosen.indicator, year=year, period=kind)))
        for year, kind in stored_periods(holding)
    )
    asked = period_words(chosen.period or Kind.VB, chosen.year or 0)
    return Empty(
        f"Inget utfall för {asked.lower()}", "Ingen inläst rapport för perioden har indikatorn. Den finns för:", ways
    )


def _figures(
    now: Sequence[tuple[str, Judged]], inside: Sequence[tuple[str, Judged]], name: str, chosen: Selection
) -> Figures:
    found = Figures(series=over_years(inside, measure=name), tertials=tertials(inside, measure=name))
    if not now:
        return found
    return replace(found, gender=drawn.sexes(now, name, chosen), years=drawn.two_years(now, name, chosen))
