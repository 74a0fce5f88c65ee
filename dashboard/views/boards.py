"""The choice of a board and of its units, by one rule on every page that is cut by them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.model import Selection
from dashboard.swedish import sort_key
from dashboard.views.link import Link
from dashboard.views.reports import NO_BOARD, Option, Report, default_board

WITHOUT_BOARD = "Enheter utan nämnd"


def of_board(reports: Sequence[Report], selection: Selection) -> tuple[list[Report], Selection, tuple[str, ...]]:
    """The board's reports; a board that has none is said, and the default stands in its place."""
    known = {report.board_id for report in reports}
    notices = selection.notices
    board = selection.board
    if board is not None and board not in known:
        notices = (*notices, f"Ingen rapport från nämnden ”{board}” är inläst. Här visas en annan nämnd.")
    if board not in known:
        board = default_board(reports)
    only = len(known) == 1
    here = replace(selection, board=None if only else board)
    return [report for report in reports if report.board_id == board], here, notices


def board_options(reports: Sequence[Report], page: str, here: Selection) -> tuple[Option, ...]:
    """() where there is one board alone: nothing to choose."""
    names = {report.board_id: report.board or WITHOUT_BOARD for report in reports}
    if len(names) < 2:
        return ()
    ordered = sorted(names.items(), key=lambda item: (item[0] == NO_BOARD, sort_key(item[1])))
    return tuple(
        Option(board, name, board == here.board, Link(page, Selection(board=board))) for board, name in ordered
    )


def unit_options(names: Mapping[str, str], page: str, here: Selection) -> tuple[Option, ...]:
    """All units, or one of them; several that an address has chosen are an option of their own."""
    all_of = replace(here, units=(), rows=())
    told = [Option("alla", "Alla enheter", not here.units, Link(page, all_of))]
    if len(here.units) > 1:
        told.append(Option("valda", f"{len(here.units)} valda enheter", True, Link(page, here)))
    for unit, name in names.items():
        told.append(Option(unit, name, here.units == (unit,), Link(page, replace(all_of, units=(unit,)))))
    return tuple(told)


def chosen_units(names: Mapping[str, str], selection: Selection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The chosen units that there are, and a notice for each that there is not."""
    known = tuple(unit for unit in selection.units if unit in names)
    gone = [unit for unit in selection.units if unit not in names]
    return known, tuple(f"Ingen rapport här är från enheten ”{unit}”." for unit in gone)
