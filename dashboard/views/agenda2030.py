"""Agenda 2030: what each unit says that it contributes, by the seventeen goals, in its own words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.analysis import agenda
from dashboard.catalogue import Catalogue
from dashboard.model import Selection
from dashboard.swedish import amount_words, capital, listed, period_words, plural, sort_key, spelled
from dashboard.views.boards import board_options, of_board
from dashboard.views.link import Link
from dashboard.views.reports import Option, Report, all_reports, period_options, settled, unit_names, year_options
from dashboard.views.sections import paragraph_source
from dashboard.views.sentences import Lead
from dashboard.views.states import Empty, not_stored, nothing_stored

if TYPE_CHECKING:
    from dashboard.store.database import Store

PAGE = "agenda2030"
WITHOUT = "utan-mal"
MOST = 200


@dataclass(frozen=True, slots=True)
class GoalCount:
    """One of the seventeen goals, or what names none of them, with the units that write of it; `link` lists them."""

    key: str
    number: str
    name: str
    amount: int
    words: str
    link: Link
    chosen: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph as printed; `under` is its heading where it is another than Agenda 2030."""

    words: str
    goals: str
    under: str
    source: Link
    source_words: str


@dataclass(frozen=True, slots=True)
class UnitSaid:
    key: str
    name: str
    link: Link
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Agenda2030:
    """Either `counts` and `units`, or the `empty` state.

    `unnamed` tells the goals that nobody writes of, `silent` the units that write nothing of the agenda.
    """

    title: str
    notices: tuple[str, ...]
    lead: Lead | None = None
    boards: tuple[Option, ...] = ()
    years: tuple[Option, ...] = ()
    periods: tuple[Option, ...] = ()
    period: str = ""
    counts: tuple[GoalCount, ...] = ()
    unnamed: str = ""
    heading: str = ""
    all: Link | None = None
    units: tuple[UnitSaid, ...] = ()
    cut: str = ""
    silent: str = ""
    empty: Empty | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of queries/agenda.sql."""

    document: str
    section: int
    heading: str
    above: str | None
    body: str
    starts: tuple[int, ...] | None
    place_line: int | None
    place_page: int | None


@dataclass(frozen=True, slots=True)
class _Found:
    """One contribution with the report that it stands in."""

    report: Report
    goals: tuple[int, ...]
    said: Said


def agenda2030(store: "Store", catalogue: Catalogue, selection: Selection) -> Agenda2030:
    """One question for the period's reports: only their sections on Agenda 2030 are read."""
    reports = all_reports(store)
    if not reports:
        return Agenda2030(agenda.NAME, selection.notices, empty=nothing_stored())
    own, chosen, notices = of_board(reports, selection)
    here = settled(own, chosen)
    frame = Agenda2030(
        title=agenda.NAME,
        notices=notices,
        boards=board_options(reports, PAGE, here),
        years=year_options(own, PAGE, here),
        periods=period_options(own, PAGE, here),
    )
    of_period = [report for report in own if (report.year, report.kind) == (here.year, here.period)]
    if not of_period or here.year is None or here.period is None:
        return replace(frame, empty=not_stored(own, PAGE, replace(here, notices=())))
    names = unit_names(own, catalogue)
    ordered = sorted(of_period, key=lambda report: sort_key(names[report.unit]))
    return _told(frame, ordered, names, _found(store, ordered), replace(here, notices=()))


def _found(store: "Store", reports: Sequence[Report]) -> list[_Found]:
    known = {report.id: report for report in reports}
    rows = store.rows("agenda", _Row, documents=list(known))
    order = {document: number for number, document in enumerate(known)}
    rows.sort(key=lambda row: (order[row.document], row.section))
    return [one for row in rows for one in _contributions(row, known[row.document])]


def _contributions(row: _Row, report: Report) -> list[_Found]:
    """All paragraphs of the section itself; of another section only those that name Agenda 2030."""
    own = agenda.NAME in (row.heading, row.above)
    found = agenda.contributions(row.heading, row.body.split("\n"))
    return [
        _Found(report, one.goals, _said(row, one, own))
        for one in found
        if own or agenda.NAME.casefold() in one.words.casefold()
    ]


def _said(row: _Row, one: agenda.Contribution, own: bool) -> Said:
    under = "" if own and not row.above else row.heading
    place = paragraph_source(row.document, f"t{row.section}", row, one.paragraph)
    return Said(one.words.replace("\t", " "), _goals_words(one.goals), under, *place)


def _goals_words(goals: Sequence[int]) -> str:
    names = [f"{number}\u00a0{agenda.GOALS[number - 1]}" for number in goals]
    return f"Mål {listed(names)}" if names else "Inget mål är angivet"


def _told(
    frame: Agenda2030, reports: Sequence[Report], names: dict[str, str], found: Sequence[_Found], here: Selection
) -> Agenda2030:
    counts = _counts(found, here)
    chosen = next((count for count in counts if count.chosen), None)
    notices = frame.notices
    if here.goal and chosen is None:
        notices = (*notices, f"Agenda 2030 har inget mål som heter ”{here.goal}”. Här visas alla.")
    shown = [one for one in found if chosen is None or chosen.key in _keys(one)]
    telling = {one.report.unit for one in found}
    silent = [names[report.unit] for report in reports if report.unit not in telling]
    return replace(
        frame,
        notices=notices,
        lead=_lead(len(telling), len(reports), counts),
        period=period_words(reports[0].kind, reports[0].year),
        counts=counts,
        unnamed=_unnamed(counts),
        heading=f"{chosen.number} {chosen.name}".strip() if chosen else "Alla bidrag",
        all=Link(PAGE, replace(here, goal=None)) if chosen else None,
        units=_units(shown[:MOST], names, here),
        cut=f"De första {MOST} av {len(shown)} stycken visas. Välj ett mål för att se färre."
        if len(shown) > MOST
        else "",
        silent=_silent(silent),
    )


def _keys(one: _Found) -> tuple[str, ...]:
    return tuple(map(str, one.goals)) or (WITHOUT,)


def _counts(found: Sequence[_Found], here: Selection) -> tuple[GoalCount, ...]:
    units: dict[str, set[str]] = {}
    for one in found:
        for key in _keys(one):
            units.setdefault(key, set()).add(one.report.unit)
    goals = [(str(number), str(number), name) for number, name in enumerate(agenda.GOALS, start=1)]
    return tuple(
        _count(*goal, len(units[goal[0]]), here)
        for goal in (*goals, (WITHOUT, "", "Inget mål är angivet"))
        if goal[0] in units
    )


def _count(key: str, number: str, name: str, amount: int, here: Selection) -> GoalCount:
    link = Link(PAGE, replace(here, goal=key), "bidrag")
    return GoalCount(key, number, name, amount, amount_words(amount, "enhet", "enheter"), link, key == here.goal)


def _unnamed(counts: Sequence[GoalCount]) -> str:
    named = {count.number for count in counts}
    rest = [f"{number} {name}" for number, name in enumerate(agenda.GOALS, start=1) if str(number) not in named]
    return f"Ingen enhet nämner mål {listed(rest)}." if rest and len(rest) < len(agenda.GOALS) else ""


def _lead(telling: int, reports: int, counts: Sequence[GoalCount]) -> Lead:
    of = f"{spelled(reports)} {plural(reports, 'enhet', 'enheter')}"
    strong = f"{capital(spelled(telling))} av {of} skriver om Agenda 2030."
    most = max((count.amount for count in counts if count.number), default=0)
    if not most:
        return Lead(strong if telling else "Ingen enhet skriver om Agenda 2030 i de här rapporterna.", "")
    names = [f"{count.number} {count.name}" for count in counts if count.number and count.amount == most]
    if len(names) > 3:
        return Lead(strong, "")
    return Lead(strong, f"Flest, {spelled(most)} {plural(most, 'enhet', 'enheter')}, nämner mål {listed(names)}.")


def _units(found: Sequence[_Found], names: dict[str, str], here: Selection) -> tuple[UnitSaid, ...]:
    said: dict[str, list[Said]] = {}
    for one in found:
        said.setdefault(one.report.unit, []).append(one.said)
    return tuple(
        UnitSaid(
            unit, names[unit], Link("enhet", Selection(unit=unit, year=here.year, period=here.period)), tuple(told)
        )
        for unit, told in said.items()
    )


def _silent(names: Sequence[str]) -> str:
    if not names:
        return ""
    told = plural(len(names), "Enhetens rapport", "Enheternas rapporter")
    return f"{told} nämner inte Agenda 2030: {listed(names)}."
