"""The choice of a board, by one rule on every page that is cut by boards."""

from collections.abc import Sequence
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
