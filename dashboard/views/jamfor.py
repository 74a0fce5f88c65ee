"""Jämför: chosen units side by side, each against its own target, with what hinders a comparison said plainly."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.charts.spec import Series
from dashboard.model import Kind, Selection
from dashboard.swedish import capital, listed, period_words, sort_key, spelled
from dashboard.views.bullet import period_short
from dashboard.views.indicator_figures import short_measure, where
from dashboard.views.judged import Judged, judged_rows
from dashboard.views.link import Link
from dashboard.views.matrix import Matrix, matrix
from dashboard.views.reports import (
    Option,
    Report,
    all_reports,
    period_options,
    settled,
    unit_name,
    year_options,
)
from dashboard.views.rows import GoalLine
from dashboard.views.sentences import Said
from dashboard.views.series import over_years
from dashboard.views.sharing import Only, Shared, only_here, shared_indicators
from dashboard.views.unit_choices import MOST, BoardChoice, Choice, choice, period_list

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class JamforView:
    """`ask` is what to do while fewer than two units can be compared; `outside` are units without a report, and why.

    `over_years` draws the shared indicator `over_of` over the years, a panel per unit on one scale.
    """

    title: str
    said: Said
    choice: Choice
    ask: str = ""
    period: str = ""
    before: str = ""
    years: tuple[Option, ...] = ()
    periods: tuple[Option, ...] = ()
    units: tuple[tuple[str, Link], ...] = ()
    outside: tuple[tuple[str, Link], ...] = ()
    shared: tuple[Shared, ...] = ()
    goals: Matrix | None = None
    goals_words: str = ""
    only: tuple[Only, ...] = ()
    over_years: Series | None = None
    over_of: str = ""
    notices: tuple[str, ...] = ()

    @property
    def boards(self) -> tuple[BoardChoice, ...]:
        return self.choice.boards


def view(store: "Store", catalogue: Catalogue, selection: Selection) -> JamforView:
    reports = all_reports(store)
    names = _names(reports, catalogue)
    asked = [unit for unit in selection.units if unit in names]
    kept = sorted(asked[:MOST], key=lambda unit: sort_key(names[unit]))
    notices = (*selection.notices, *_notices(selection, asked))
    here = replace(selection, units=tuple(asked[:MOST]), notices=())
    offered = choice(reports, names, asked[:MOST], catalogue, here)
    if len(kept) < 2:
        return _asking(offered, kept, names, notices)
    own = [report for report in reports if report.unit in kept]
    chosen = _settled(own, here)
    year, kind = chosen.year or 0, chosen.period or Kind.VB
    now = [report for report in own if (report.year, report.kind) == (year, kind)]
    with_report = {unit: names[unit] for unit in kept if unit in {report.unit for report in now}}
    documents = [report.id for report in now]
    rows = judged_rows(store, catalogue, documents=documents)
    common = shared_indicators(rows, with_report, catalogue, chosen)
    drawn = _drawn(common, selection.listed)
    lines = store.rows("goal_lines", GoalLine, documents=documents)
    table = matrix(lines, rows, with_report, replace(chosen, units=())) if len(with_report) > 1 else None
    return JamforView(
        title=f"Jämför {listed([names[unit] for unit in kept])}",
        said=_said(with_report, common, kind, year),
        choice=offered,
        ask="" if len(with_report) > 1 else _too_few_reports(kind, year),
        period=period_words(kind, year),
        before="" if kind is Kind.VP else period_short(kind, year - 1),
        years=year_options(own, "jamfor", chosen),
        periods=period_options(own, "jamfor", chosen),
        units=tuple(
            (name, Link("enhet", Selection(unit=u, year=year, period=kind))) for u, name in with_report.items()
        ),
        outside=_outside(kept, with_report, names, own, chosen),
        shared=common,
        goals=replace(table, total=None) if table else None,
        goals_words=_goals_words(table, len(with_report)) if table else "",
        only=only_here(rows, with_report, common) if len(with_report) > 1 else (),
        over_years=_over_years(store, catalogue, own, drawn, with_report) if drawn else None,
        over_of=drawn.id if drawn else "",
        notices=notices,
    )


def _drawn(common: Sequence[Shared], asked: str | None) -> Shared | None:
    """The indicator that is drawn over the years: the chosen one, else the first that can be compared."""
    chosen = next((one for one in common if one.id == asked), None)
    return chosen or next((one for one in common if one.scaled), None)


def _over_years(
    store: "Store", catalogue: Catalogue, own: Sequence[Report], drawn: Shared, names: Mapping[str, str]
) -> Series | None:
    """Small multiples on one scale, each unit with its own targets; None where too little is known."""
    documents = [report.id for report in own if report.unit in names]
    rows = _by_name(judged_rows(store, catalogue, documents=documents, indicators=[drawn.id]), names)
    return over_years([(names[row.row.unit], row) for row in rows], where(rows), short_measure(drawn.name))


def _by_name(rows: Sequence[Judged], names: Mapping[str, str]) -> list[Judged]:
    place = {unit: number for number, unit in enumerate(names)}
    return sorted(rows, key=lambda row: place[row.row.unit])


def _names(reports: Sequence[Report], catalogue: Catalogue) -> dict[str, str]:
    return {report.unit: unit_name(reports, report.unit, catalogue) for report in reports}


def _notices(selection: Selection, asked: Sequence[str]) -> list[str]:
    told = [f"Ingen inläst rapport är från enheten ”{unit}”." for unit in selection.units if unit not in asked]
    if len(asked) > MOST:
        told.append(f"Högst {spelled(MOST)} enheter ryms bredvid varandra. De första {spelled(MOST)} visas.")
    return told


def _asking(offered: Choice, kept: Sequence[str], names: Mapping[str, str], notices: tuple[str, ...]) -> JamforView:
    if not names:
        said = Said(("Inga enheter att jämföra än.",), "När två rapporter är inlästa kan de ställas bredvid varandra.")
        return JamforView("Jämför enheter", said, offered, notices=notices)
    if kept:
        said = Said((f"Välj en enhet att jämföra med {names[kept[0]]}.",))
    else:
        said = Said(("Välj två eller flera enheter att jämföra.",))
    ask = "Markera enheter i listan. Adressen följer med valet, så sidan går att skicka som länk."
    return JamforView("Jämför enheter", said, offered, ask=ask, notices=notices)


def _settled(own: Sequence[Report], selection: Selection) -> Selection:
    """The latest period that most of the units share, follow-ups before plans, where the reader chose none."""
    fitting = [
        report for report in own if selection.year in (None, report.year) and selection.period in (None, report.kind)
    ]
    together = Counter((report.year, report.kind) for report in fitting)
    if not together:
        return settled(own, selection)
    best = max(together, key=lambda time: (together[time] > 1, time[1] is not Kind.VP, together[time], *_age(time)))
    return replace(selection, year=best[0], period=best[1])


def _age(time: tuple[int, Kind]) -> tuple[int, int]:
    return time[0], (Kind.VP, Kind.T1, Kind.T2, Kind.VB).index(time[1])


def _too_few_reports(kind: Kind, year: int) -> str:
    when = period_words(kind, year).lower()
    return f"Minst två av enheterna behöver en rapport för {when}. Välj ett annat år eller en annan period."


def _outside(
    kept: Sequence[str],
    with_report: Mapping[str, str],
    names: Mapping[str, str],
    own: Sequence[Report],
    chosen: Selection,
) -> tuple[tuple[str, Link], ...]:
    """Units without a report for the period, with what they have instead and a way there."""
    asked = period_words(chosen.period or Kind.VB, chosen.year or 0).lower()
    told = []
    for unit in kept:
        if unit in with_report:
            continue
        has = [report for report in own if report.unit == unit]
        words = f"{names[unit]} har ingen rapport för {asked}, men för {period_list(has)}."
        told.append((words, Link("enhet", Selection(unit=unit))))
    return tuple(told)


def _said(names: Mapping[str, str], common: Sequence[Shared], kind: Kind, year: int) -> Said:
    when = _when(kind, year)
    if len(names) < 2:
        return Said((f"Enheterna går inte att jämföra för {period_words(kind, year).lower()}.",))
    who = f"{capital(spelled(len(names)))} enheter"
    if not common:
        return Said((f"{who} har ingen indikator gemensam {when}.",))
    lines = [f"{who} delar {spelled(len(common))} {'indikator' if len(common) == 1 else 'indikatorer'} {when}."]
    reached = sum(one.all_met is True for one in common)
    if kind is Kind.VB:
        lines.append(_reached(reached, len(common), len(names)))
    hindered = sum(bool(one.hinder) for one in common)
    quiet = f"{capital(spelled(hindered))} av dem kan inte ställas mot varandra." if hindered else ""
    return Said(tuple(lines), "Utfallen kommer i uppföljningen." if kind is Kind.VP and not quiet else quiet)


def _when(kind: Kind, year: int) -> str:
    if kind is Kind.VP:
        return f"i planen för {year}"
    return str(year) if kind is Kind.VB else f"för {period_words(kind, year).lower()}"


def _reached(amount: int, shared: int, units: int) -> str:
    """For how many of the shared indicators all the units reach their targets; of many not all may have each."""
    if shared == 1:
        everyone = "Båda" if units == 2 else "Alla som har den"
        return f"{everyone} når årsmålet." if amount else "Minst en av dem når inte årsmålet, eller kan inte bedömas."
    everywhere = "båda enheterna" if units == 2 else "alla enheter som har dem"
    if amount == shared:
        return f"{'Båda' if shared == 2 else f'Alla {spelled(shared)}'} når årsmålet i {everywhere}."
    return f"{capital(spelled(amount)) if amount else 'Ingen'} av dem når årsmålet i {everywhere}."


def _goals_words(table: Matrix, units: int) -> str:
    """How many of KF's goals stand in all the reports."""
    lines = [line for block in table.blocks for line in block.lines]
    everywhere = sum(None not in line.cells for line in lines)
    where = "båda rapporterna" if units == 2 else "alla rapporterna"
    amount = capital(spelled(everywhere, neuter=True)) if everywhere else "Inget"
    return f"{amount} av {spelled(len(lines))} mål finns i {where}."
