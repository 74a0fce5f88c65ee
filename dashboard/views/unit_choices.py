"""Which units there are to compare, board by board, with the reports that each one has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.model import Kind
from dashboard.swedish import listed, sort_key
from dashboard.views.bullet import period_short
from dashboard.views.reports import IN_TIME, Report

MOST = 8


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit to choose; `periods` says what reports it has, `full` that no more units fit."""

    unit: str
    name: str
    periods: str
    chosen: bool
    full: bool


@dataclass(frozen=True, slots=True)
class BoardChoice:
    """The units of one board."""

    board: str
    units: tuple[UnitChoice, ...]


def board_choices(reports: Sequence[Report], names: Mapping[str, str], kept: Sequence[str]) -> tuple[BoardChoice, ...]:
    units_of: dict[str, dict[str, list[Report]]] = {}
    for report in reports:
        units_of.setdefault(report.board or "Utan nämnd", {}).setdefault(report.unit, []).append(report)
    full = len(kept) >= MOST
    return tuple(
        BoardChoice(
            board,
            tuple(
                UnitChoice(unit, names[unit], period_list(own), unit in kept, full and unit not in kept)
                for unit, own in sorted(units.items(), key=lambda pair: sort_key(names[pair[0]]))
            ),
        )
        for board, units in sorted(units_of.items(), key=lambda pair: sort_key(pair[0]))
    )


def period_list(own: Sequence[Report]) -> str:
    """'2025, 2024, T2 2025 och plan 2026': whole years first."""
    latest = sorted(own, key=lambda report: (-report.year, -IN_TIME.index(report.kind)))
    latest.sort(key=lambda report: report.kind is not Kind.VB)
    words = dict.fromkeys(period_short(report.kind, report.year).replace("Plan", "plan") for report in latest)
    return listed(list(words))
