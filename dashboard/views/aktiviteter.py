"""Aktiviteter: what the units do towards their goals, in time: running, ended, moved, with deviation, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.analysis.activities import period_end
from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Selection
from dashboard.swedish import mentions, period_words, plural, slug, sort_key
from dashboard.views.activity_lines import Line, StoredActivity, lines, written
from dashboard.views.aktiviteter_words import MOST, WORDS, Cut, area_words, filter_words, left_out, said
from dashboard.views.boards import WITHOUT_BOARD, board_options, chosen_units, of_board, unit_options
from dashboard.views.link import Link
from dashboard.views.reports import Option, Report, all_reports, period_options, settled, unit_name, year_options
from dashboard.views.rows import GoalLine
from dashboard.views.sentences import Said
from dashboard.views.states import Empty, not_stored, nothing_stored

if TYPE_CHECKING:
    from dashboard.store.database import Store

PAGE = "aktiviteter"


@dataclass(frozen=True, slots=True)
class Count:
    """How many a cut has; `link` leads to them, or back to all where it is `chosen`; None at nought."""

    words: str
    amount: int
    link: Link | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines of one of KF's goals, or of one unit."""

    code: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """The time line's ends and the report's last day, as ISO text; all of its lines share it."""

    first: str
    last: str
    now: str
    now_words: str


@dataclass(frozen=True, slots=True)
class Aktiviteter:
    """Either `groups` or the `empty` state; `filtered` says what the list is cut down to, `everything` undoes it."""

    title: str
    notices: tuple[str, ...]
    board: str
    period: str
    boards: tuple[Option, ...] = ()
    years: tuple[Option, ...] = ()
    periods: tuple[Option, ...] = ()
    units: tuple[Option, ...] = ()
    goals: tuple[Option, ...] = ()
    said: Said | None = None
    counts: tuple[Count, ...] = ()
    sought: str = ""
    by_unit: bool = False
    forms: tuple[Option, ...] = ()
    filtered: str = ""
    everything: Link | None = None
    axis: Axis | None = None
    groups: tuple[LineGroup, ...] = ()
    left_out: str = ""
    empty: Empty | None = None


def aktiviteter(store: "Store", catalogue: Catalogue, selection: Selection) -> Aktiviteter:
    """Asks for the activities of the period's reports, and of the units' earlier ones for what moved."""
    reports = all_reports(store)
    if not reports:
        return Aktiviteter("Aktiviteter", selection.notices, "", "", empty=nothing_stored())
    own, here, notices = of_board(reports, selection)
    here = settled(own, here)
    names = {report.unit: unit_name(own, report.unit, catalogue) for report in own}
    names = dict(sorted(names.items(), key=lambda item: sort_key(item[1])))
    units, gone = chosen_units(names, here)
    here = replace(here, units=units, rows=(), notices=())
    frame = _frame(reports, own, names, here, (*notices, *gone, *_unknown(here)))
    shown = [report for report in own if (report.year, report.kind) == (here.year, here.period)]
    if not shown:
        return replace(frame, empty=not_stored(own, PAGE, here))
    return _filled(frame, _all_lines(store, own, [r for r in shown if not units or r.unit in units], names), here)


def _unknown(here: Selection) -> tuple[str, ...]:
    if here.listed is None or here.listed in set(Cut):
        return ()
    return (f"Listan ”{here.listed}” finns inte här. Alla aktiviteter visas.",)


def _frame(
    reports: Sequence[Report], own: Sequence[Report], names: Mapping[str, str], here: Selection, notices: Sequence[str]
) -> Aktiviteter:
    year, kind = here.year or 0, here.period or Kind.VB
    by_unit = here.form == "enhet"
    return Aktiviteter(
        title=f"Aktiviteter, {period_words(kind, year)}",
        notices=tuple(notices),
        board=own[0].board or WITHOUT_BOARD,
        period=period_words(kind, year),
        boards=board_options(reports, PAGE, here),
        years=year_options(own, PAGE, here),
        periods=period_options(own, PAGE, here),
        units=unit_options(names, PAGE, here),
        sought=here.text or "",
        by_unit=by_unit,
        forms=(
            Option("mal", "KF:s mål", not by_unit, Link(PAGE, replace(here, form=None))),
            Option("enhet", "Enhet", by_unit, Link(PAGE, replace(here, form="enhet"))),
        ),
    )


def _all_lines(store: "Store", own: Sequence[Report], shown: Sequence[Report], names: Mapping[str, str]) -> list[Line]:
    """The shown reports' activities in the units' order, with what earlier reports of the same units printed."""
    times = {report.unit: (report.year, report.kind) for report in shown}
    before = [r.id for r in own if r.unit in times and written(r.year, r.kind) < written(*times[r.unit])]
    documents = [report.id for report in shown]
    place = {unit: number for number, unit in enumerate(names)}
    rows = sorted(store.rows("activities", StoredActivity, documents=documents), key=lambda row: place[row.unit])
    earlier = store.rows("activities", StoredActivity, documents=before)
    goals = store.rows("goal_lines", GoalLine, documents=documents)
    return lines(rows, earlier, {(goal.document, goal.number): goal for goal in goals}, names)


def _filled(frame: Aktiviteter, found: Sequence[Line], here: Selection) -> Aktiviteter:
    named = {line.area: area_words(line) for line in found}
    areas = {slug(area): words for area, words in sorted(named.items(), key=lambda pair: sort_key(pair[1]))}
    within = [line for line in found if here.goal is None or slug(line.area) == here.goal]
    within = [line for line in within if not here.text or mentions(line.told, here.text)]
    cut = Cut(here.listed) if here.listed in set(Cut) else None
    kept = [line for line in within if cut is None or WORDS[cut].holds(line)]
    plan = here.period is Kind.VP
    return replace(
        frame,
        said=said(found, here),
        counts=tuple(_count(one, within, here) for one in Cut if _counted(one, within, plan)),
        goals=_goal_options(areas, here),
        filtered=filter_words(len(kept), len(found), cut, here, areas),
        everything=Link(PAGE, replace(here, listed=None, text=None, goal=None, units=())),
        axis=_axis(kept, here),
        groups=_groups(kept[:MOST], frame.by_unit),
        left_out=left_out(len(kept)),
    )


def _goal_options(areas: Mapping[str, str], here: Selection) -> tuple[Option, ...]:
    told = [Option("alla", "Alla mål", here.goal is None, Link(PAGE, replace(here, goal=None)))]
    told += [
        Option(area, words, here.goal == area, Link(PAGE, replace(here, goal=area)))
        for area, words in areas.items()
        if area
    ]
    return tuple(told)


def _counted(cut: Cut, found: Sequence[Line], plan: bool) -> bool:
    """A plan has no deviations and analyses yet; a state that none has is left out."""
    if plan and cut in (Cut.SILENT, Cut.DEVIATION, Cut.ENDED):
        return False
    return WORDS[cut].always or any(map(WORDS[cut].holds, found))


def _count(cut: Cut, found: Sequence[Line], here: Selection) -> Count:
    amount = sum(map(WORDS[cut].holds, found))
    chosen = here.listed == cut
    link = Link(PAGE, replace(here, listed=None if chosen else cut.value)) if amount or chosen else None
    return Count(plural(amount, WORDS[cut].one, WORDS[cut].many), amount, link, chosen)


def _axis(kept: Sequence[Line], here: Selection) -> Axis | None:
    """Whole years, from the first date to the last, with the report's last day; None where no line has both dates."""
    dates = [day for line in kept if line.start and line.end for day in (line.start, line.end)]
    dates += [moved.before for line in kept for moved in line.moved]
    if not dates:
        return None
    now = period_end(here.period or Kind.VB, here.year or 0)
    words = "planens år börjar" if here.period is Kind.VP else "rapportens period slutar"
    return Axis(f"{min(dates)[:4]}-01-01", f"{max(dates)[:4]}-12-31", now, words)


def _groups(kept: Sequence[Line], by_unit: bool) -> tuple[LineGroup, ...]:
    held: dict[str, list[Line]] = {}
    for line in kept:
        held.setdefault(line.name if by_unit else line.area, []).append(line)
    if by_unit:
        return tuple(LineGroup("", name, tuple(own)) for name, own in held.items())
    ordered = sorted(held.items(), key=lambda pair: (not pair[0], sort_key(pair[0])))
    return tuple(LineGroup(own[0].code, own[0].area_title, tuple(own)) for _, own in ordered)
