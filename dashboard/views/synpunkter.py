"""Synpunkter: praise against complaints over units, tertials and years, who got an answer, and what stands apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.analysis.feedback import Received, Share, share, summed
from dashboard.catalogue import Catalogue
from dashboard.charts.spec import CountBars
from dashboard.model import Kind, Selection
from dashboard.swedish import amount_words, kind_words, listed, plural, sort_key, spelled
from dashboard.views.boards import WITHOUT_BOARD, board_options, chosen_units, of_board, unit_options
from dashboard.views.feedback_categories import APART, HEADINGS, PAGE, Comments, Section, comments, opened, sections
from dashboard.views.feedback_figures import periods_figure, years_figure
from dashboard.views.feedback_rows import Amounts, Stored, amounts, by_unit, rows_of, telling
from dashboard.views.link import Link, source
from dashboard.views.reports import Option, Report, all_reports, unit_name
from dashboard.views.sentences import Said
from dashboard.views.states import HOW_TO_IMPORT, Empty, Way, nothing_stored

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit's year; counts are None where its report tells none, shares are words with their base."""

    key: str
    name: str
    link: Link
    praise: int | None
    received: int | None
    received_note: str
    answered: str
    acted: str
    report: str
    source: Link


@dataclass(frozen=True, slots=True)
class YearLine:
    """All the units' counts of one year; `units` says how many they are, `link` chooses the year."""

    year: str
    units: str
    link: Link
    praise: int | None
    received: int | None
    answered: str
    acted: str


@dataclass(frozen=True, slots=True)
class Synpunkter:
    """Either the year's counts or the `empty` state; `without` are units whose reports tell nothing."""

    title: str
    notices: tuple[str, ...]
    board: str
    year: str
    boards: tuple[Option, ...] = ()
    years: tuple[Option, ...] = ()
    units: tuple[Option, ...] = ()
    said: Said | None = None
    lines: tuple[UnitLine, ...] = ()
    without: str = ""
    by_year: tuple[YearLine, ...] = ()
    figures: tuple[tuple[str, CountBars], ...] = ()
    sections: tuple[Section, ...] = ()
    apart: tuple[Section, ...] = ()
    opened: Section | None = None
    comments: Comments | None = None
    empty: Empty | None = None


def synpunkter(store: "Store", catalogue: Catalogue, selection: Selection) -> Synpunkter:
    """Asks for the feedback of the chosen units' latest report of each year; for comments only when they are opened."""
    reports = all_reports(store)
    if not reports:
        return Synpunkter("Synpunkter", selection.notices, "", "", empty=nothing_stored())
    own, here, notices = of_board(reports, selection)
    told = telling(own)
    years = sorted({report.year for report in told}, reverse=True)
    here = replace(here, period=None, year=here.year or (years[0] if years else None), notices=(), rows=())
    names = {report.unit: unit_name(own, report.unit, catalogue) for report in own}
    names = dict(sorted(names.items(), key=lambda item: sort_key(item[1])))
    units, gone = chosen_units(names, here)
    here = replace(here, units=units)
    frame = _frame(own, names, years, here)
    frame = replace(frame, boards=board_options(reports, PAGE, here), notices=(*notices, *gone))
    told = [report for report in told if not units or report.unit in units]
    if here.year not in {report.year for report in told}:
        return replace(frame, empty=_nothing(told, here))
    rows = _in_order(rows_of(store, told), names)
    filled = _filled(frame, rows, [report for report in told if report.year == here.year], names, here)
    now = [row for row in rows if row.year == here.year]
    others = [report for report in own if report.year == here.year and (not units or report.unit in units)]
    return replace(filled, comments=comments(store, now, names, here), without=_without(others, now, names))


def _in_order(rows: Sequence[Stored], names: Mapping[str, str]) -> list[Stored]:
    place = {unit: number for number, unit in enumerate(names)}
    return sorted(rows, key=lambda row: (place[row.unit], row.year))


def _frame(own: Sequence[Report], names: Mapping[str, str], years: Sequence[int], here: Selection) -> Synpunkter:
    shown = sorted({*years, here.year or 0} - {0}, reverse=True)
    there = {year: Link(PAGE, replace(here, year=year, category=None, form=None)) for year in years}
    return Synpunkter(
        title=f"Synpunkter och klagomål {here.year or ''}".strip(),
        notices=(),
        board=own[0].board or WITHOUT_BOARD,
        year=str(here.year or ""),
        years=tuple(Option(str(year), str(year), year == here.year, there.get(year)) for year in shown),
        units=unit_options(names, PAGE, replace(here, category=None, form=None)),
    )


def _nothing(told: Sequence[Report], here: Selection) -> Empty:
    years = sorted({report.year for report in told}, reverse=True)
    ways = tuple(Way(str(year), Link(PAGE, replace(here, year=year))) for year in years)
    text = "Synpunkter och klagomål redovisas i verksamhetsberättelsen, ibland också i tertialrapporterna."
    when = f" för {here.year}" if here.year else ""
    what = f"{text} Det här finns:" if ways else f"{text} {HOW_TO_IMPORT}."
    return Empty(f"Inga synpunkter är redovisade{when}.", what, ways)


def _filled(
    frame: Synpunkter, rows: Sequence[Stored], reports: Sequence[Report], names: Mapping[str, str], here: Selection
) -> Synpunkter:
    now = [row for row in rows if row.year == here.year]
    held = by_unit(now, names)
    found = {unit: amounts(own) for unit, own in held.items()}
    periods = periods_figure(now, _where(now, names, frame.board), here.year or 0)
    figures = [("f-perioder", periods), ("f-ar", years_figure(rows, _where(rows, names, frame.board)))]
    return replace(
        frame,
        said=_said(list(found.values()), here.year or 0),
        lines=tuple(_line(report, found[report.unit], names) for report in _ordered(reports, held)),
        by_year=_by_year(rows, names, here),
        figures=tuple((name, spec) for name, spec in figures if spec),
        sections=sections(now, HEADINGS, len(held), here),
        apart=sections(now, APART, len(held), here),
        opened=opened(rows, names, here),
    )


def _where(rows: Sequence[Stored], names: Mapping[str, str], board: str) -> str:
    units = {row.unit for row in rows}
    return names[units.pop()] if len(units) == 1 else board


def _ordered(reports: Sequence[Report], held: Mapping[str, object]) -> list[Report]:
    of_unit = {report.unit: report for report in reports}
    return [of_unit[unit] for unit in held]


def _line(report: Report, found: Amounts, names: Mapping[str, str]) -> UnitLine:
    came = found.received
    return UnitLine(
        key=report.unit,
        name=names[report.unit],
        link=Link("enhet", Selection(unit=report.unit, year=report.year, period=report.kind), "synpunkter"),
        praise=found.praise,
        received=came.amount if came else None,
        received_note=_counted_by(came),
        answered=_share_words(share([found.answered], [came.amount if came else None])),
        acted=_share_words(share([found.acted], [came.amount if came else None])),
        report=f"{kind_words(report.kind)} {report.year}",
        source=source(report.id, None),
    )


def _by_year(rows: Sequence[Stored], names: Mapping[str, str], here: Selection) -> tuple[YearLine, ...]:
    """The stored years, the latest first; () for a single one."""
    years = sorted({row.year for row in rows}, reverse=True)
    if len(years) < 2:
        return ()
    return tuple(_year(year, by_unit([row for row in rows if row.year == year], names), here) for year in years)


def _year(year: int, held: Mapping[str, Sequence[Stored]], here: Selection) -> YearLine:
    found = [amounts(own) for own in held.values()]
    came = [one.received.amount if one.received else None for one in found]
    return YearLine(
        year=str(year),
        units=amount_words(len(found), "enhet", "enheter"),
        link=Link(PAGE, replace(here, year=year, category=None, form=None)),
        praise=summed(one.praise for one in found),
        received=summed(came),
        answered=_share_of(share([one.answered for one in found], came), len(found)),
        acted=_share_of(share([one.acted for one in found], came), len(found)),
    )


def _share_of(found: tuple[Share, int] | None, units: int) -> str:
    """The share with its base, and how many of the units it rests on where not all tell it."""
    told = _share_words(found)
    return f"{told} ({found[1]} av {units} enheter)" if found and found[1] < units else told


def _counted_by(came: Received | None) -> str:
    return "" if came is None or came.by_sender else "räknat på vad de gällde"


def _share_words(found: tuple[Share, int] | None) -> str:
    """'4 av 6'; where they can't be parts of one whole, that is said."""
    if found is None:
        return ""
    told = f"{found[0].part} av {found[0].base}"
    return told if found[0].fits else f"{told}, går inte ihop i rapporten"


def _said(found: Sequence[Amounts], year: int) -> Said:
    came = summed(one.received.amount if one.received else None for one in found)
    praise = summed(one.praise for one in found)
    parts = [] if came is None else [amount_words(came, "synpunkt eller klagomål", "synpunkter och klagomål")]
    parts += [] if praise is None else [f"{praise} beröm"]
    if not parts:
        return Said((f"Rapporterna för {year} anger inget antal synpunkter, klagomål eller beröm.",))
    whole = share([one.answered for one in found], [one.received.amount if one.received else None for one in found])
    quiet = ""
    if whole and whole[0].base and whole[0].fits:
        of = (
            ""
            if whole[1] == len(found)
            else f" ({spelled(whole[1])} av {spelled(len(found))} enheter anger båda talen)"
        )
        quiet = f"{whole[0].part} av {whole[0].base} fick svar{of}."
    return Said((f"{listed(parts)} {year}.",), quiet)


def _without(reports: Sequence[Report], now: Sequence[Stored], names: Mapping[str, str]) -> str:
    """The units with a follow-up for the year that tells nothing of feedback."""
    followed = {report.unit for report in reports if report.kind is not Kind.VP} - {row.unit for row in now}
    silent = [name for unit, name in names.items() if unit in followed]
    if not silent:
        return ""
    return f"{listed(silent)} har {plural(len(silent), 'en rapport', 'rapporter')} för året utan synpunkter."
