"""Förändringar: what changed since each unit's report before, since a day, or since a state of the store."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Selection, Status
from dashboard.store.snapshots import is_day
from dashboard.swedish import amount_words, capital, kind_words, listed, period_words, plural, sort_key, spelled
from dashboard.views.aktiviteter import Count
from dashboard.views.boards import WITHOUT_BOARD, board_options, chosen_units, of_board, unit_options
from dashboard.views.changed_reports import changed_reports
from dashboard.views.changed_states import MOST_COMPARED, changed, earlier
from dashboard.views.changes import SORT_WORDS, Change, Sort, in_order
from dashboard.views.forandringar_choices import (
    NEAREST,
    PAGE,
    form_options,
    not_kept,
    nothing_before,
    now_of,
    state_options,
    status_options,
    ways_on,
    when_words,
)
from dashboard.views.link import NOTHING_CHOSEN, Link
from dashboard.views.reports import Option, Report, all_reports, period_options, settled, unit_names, year_options
from dashboard.views.sentences import Said
from dashboard.views.states import Empty, not_stored, nothing_stored

if TYPE_CHECKING:
    from dashboard.store.database import Store

MOST = 200


@dataclass(frozen=True, slots=True)
class OfUnit:
    """A unit's changes; `compared` says with which report, '' where states of the store are compared."""

    unit: str
    name: str
    link: Link
    compared: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Forandringar:
    """Either `units` or the `empty` state; `here` is what was chosen, of `own`, the board's reports."""

    title: str
    notices: tuple[str, ...]
    here: Selection = NOTHING_CHOSEN
    own: tuple[Report, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    board: str = ""
    period: str = ""
    boards: tuple[Option, ...] = ()
    years: tuple[Option, ...] = ()
    periods: tuple[Option, ...] = ()
    chosen_units: tuple[Option, ...] = ()
    forms: tuple[Option, ...] = ()
    states: tuple[Option, ...] = ()
    statuses: tuple[Option, ...] = ()
    said: Said | None = None
    counts: tuple[Count, ...] = ()
    units: tuple[OfUnit, ...] = ()
    nothing: Empty | None = None
    left_out: tuple[str, ...] = ()
    empty: Empty | None = None

    @property
    def feed(self) -> Selection:
        """The choices that the feed has, too."""
        return Selection(board=self.here.board, units=self.here.units)


def forandringar(store: "Store", catalogue: Catalogue, selection: Selection) -> Forandringar:
    """Compares two reports per unit, or with `since` two states of the store."""
    reports = all_reports(store)
    if not reports:
        return Forandringar("Vad har ändrats", selection.notices, empty=nothing_stored())
    frame = _frame(store, catalogue, reports, selection)
    return (_by_states if frame.here.since else _by_reports)(store, catalogue, frame)


def _checked(here: Selection) -> tuple[Selection, tuple[str, ...]]:
    told = []
    if here.listed is not None and here.listed not in set(Sort):
        told.append(f"Listan ”{here.listed}” finns inte här. Alla ändringar visas.")
        here = replace(here, listed=None)
    if here.status is not None and here.status not in set(Status):
        told.append(f"Statusen ”{here.status}” finns inte. Här visas alla.")
        here = replace(here, status=None)
    return here, tuple(told)


def _frame(store: "Store", catalogue: Catalogue, reports: Sequence[Report], selection: Selection) -> Forandringar:
    """All that can be chosen, and as `here` what of the address holds."""
    own, here, notices = of_board(reports, selection)
    names = dict(sorted(unit_names(own, catalogue).items(), key=lambda item: sort_key(item[1])))
    units, gone = chosen_units(names, here)
    here, unknown = _checked(replace(here, units=units, rows=(), notices=()))
    return Forandringar(
        title="Vad har ändrats",
        notices=(*notices, *gone, *unknown),
        here=here,
        own=tuple(own),
        names=names,
        board=own[0].board or WITHOUT_BOARD,
        boards=board_options(reports, PAGE, here),
        chosen_units=unit_options(names, PAGE, replace(here, listed=None, status=None)),
        forms=form_options(store, here),
        states=state_options(store, here) if here.since else (),
    )


def _by_states(store: "Store", catalogue: Catalogue, frame: Forandringar) -> Forandringar:
    here = frame.here
    then = earlier(store, here.since or "")
    if then is None:
        return replace(frame, empty=not_kept(store, here))
    found = changed(store, catalogue, then, lambda report: _chosen(report, frame))
    words = when_words(then.made, timed=not is_day(here.since or ""))
    text = "Inga rapporter har lästs in eller rättats sedan dess."
    frame = replace(
        frame,
        title=f"Vad har ändrats sedan {words}",
        period=f"sedan {words}",
        nothing=Empty(f"Inget har ändrats sedan {words}.", text, ways_on(here)),
    )
    many = sum(change.sort is Sort.REPORT for change in found) > MOST_COMPARED
    more = f"Högst {MOST_COMPARED} rapporter jämförs rad för rad." if many else ""
    return _filled(frame, found, Told(f"jämfört med läget {words}", more))


def _chosen(report: Report, frame: Forandringar) -> bool:
    here = frame.here
    ours = report.unit in (here.units or frame.names)
    return ours and here.year in (None, report.year) and here.period in (None, report.kind)


def _by_reports(store: "Store", catalogue: Catalogue, frame: Forandringar) -> Forandringar:
    here = settled(frame.own, frame.here)
    shown = [report for report in frame.own if (report.year, report.kind) == (here.year, here.period)]
    kind, year = here.period or Kind.VB, here.year or 0
    frame = replace(
        frame,
        title=f"Vad har ändrats, {period_words(kind, year).lower()}",
        here=here,
        period=period_words(kind, year),
        years=year_options(frame.own, PAGE, here),
        periods=period_options(frame.own, PAGE, here),
    )
    if not shown:
        return replace(frame, empty=not_stored(frame.own, PAGE, here))
    shown = [report for report in shown if not here.units or report.unit in here.units]
    found = changed_reports(store, catalogue, frame.own, shown, nearest=here.form == NEAREST)
    if not found:
        return replace(frame, empty=nothing_before(here))
    compared = {one.report.unit: one.before for one in found}
    lacking = sorted((frame.names[one.unit] for one in shown if one.unit not in compared), key=sort_key)
    more = f"Ingen tidigare rapport att jämföra med: {listed(lacking)}." if lacking else ""
    text = "Status, årsmål och indikatorer är desamma i båda rapporterna."
    frame = replace(frame, nothing=Empty("Inget har ändrats.", text, ways_on(here)))
    told = Told(
        f"{kind_words(kind).lower()} {year} jämförd med {listed(sorted(set(compared.values())))}", more, compared
    )
    return _filled(frame, [change for one in found for change in one.changes], told)


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared, in words; `more` is what a reader should know beside it; `compared` per unit."""

    quiet: str
    more: str
    compared: Mapping[str, str] = field(default_factory=dict)


def _filled(frame: Forandringar, found: Iterable[Change], told: Told) -> Forandringar:
    here = frame.here
    ordered = in_order(found)
    fitting = [change for change in ordered if here.status in (None, now_of(change))]
    kept = [change for change in fitting if here.listed in (None, change.sort)]
    shown = {unit: tuple(one for one in kept[:MOST] if one.unit == unit) for unit in frame.names}
    left = f"De första {MOST} av {len(kept)} ändringar visas. Välj en enhet eller en sort." if len(kept) > MOST else ""
    return replace(
        frame,
        said=Said((_told(ordered),), f"{capital(told.quiet)}."),
        counts=tuple(_count(sort, fitting, here) for sort in Sort if any(one.sort is sort for one in ordered)),
        statuses=status_options(ordered, here),
        units=tuple(
            OfUnit(unit, frame.names[unit], _unit(unit, here), _compared(told.compared, unit), own)
            for unit, own in shown.items()
            if own
        ),
        nothing=None if ordered else frame.nothing,
        left_out=tuple(note for note in (left, told.more) if note),
    )


def _compared(compared: Mapping[str, str], unit: str) -> str:
    return f"jämfört med {compared[unit]}" if unit in compared else ""


def _unit(unit: str, here: Selection) -> Link:
    return Link("enhet", Selection(unit=unit, year=here.year, period=here.period))


def _told(found: Sequence[Change]) -> str:
    """'Två statusar gick upp och tre gick ned.'; else how much changed at all."""
    up, down = (sum(change.sort is sort for change in found) for sort in (Sort.UP, Sort.DOWN))
    if up or down:
        if not up:
            return f"{capital(spelled(down))} {plural(down, 'status', 'statusar')} gick ned."
        first = f"{capital(spelled(up))} {plural(up, 'status', 'statusar')} gick upp"
        return f"{first} och {spelled(down) if down else 'ingen'} gick ned."
    return f"{amount_words(len(found), 'sak', 'saker')} har ändrats." if found else "Inget har ändrats."


def _count(sort: Sort, found: Sequence[Change], here: Selection) -> Count:
    amount = sum(change.sort is sort for change in found)
    chosen = here.listed == sort
    link = Link(PAGE, replace(here, listed=None if chosen else sort.value)) if amount or chosen else None
    return Count(plural(amount, *SORT_WORDS[sort]), amount, link, chosen)
