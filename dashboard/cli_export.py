"""The command that writes files: it only translates words to a selection."""

import argparse
import sys

from dashboard.errors import UserError
from dashboard.model import Kind, Selection
from dashboard.settings import Settings
from dashboard.tasks import exports
from dashboard.tasks.past import Past
from dashboard.tasks.shelf import shelf


def export(arguments: argparse.Namespace, settings: Settings) -> None:
    """Writes what is asked for, and says where it stands."""
    period = (arguments.period or "").upper()
    if period and period not in Kind.__members__:
        raise UserError(f"Perioden ”{arguments.period}” finns inte.", "Välj VP, T1, T2 eller VB.")
    selection = Selection(
        unit=arguments.unit, board=arguments.board, year=arguments.year, period=Kind(period) if period else None
    )
    part = (arguments.figure if arguments.form in exports.OF_FIGURE else arguments.table) or ""
    today = shelf(settings, told=_told)
    held = Past(today.store).shelf(today, arguments.as_of)
    written = exports.export(held, arguments.form, selection, arguments.out, part)
    for path in written:
        print(f"Skrev {path}")


def _told(done: int, total: int) -> None:
    """How far a long work is, where it is in nobody's way."""
    words = f"Läser enhet {done + 1} av {total}" if done < total else f"{total} enheter lästa, sidorna sätts"
    print(words, file=sys.stderr)
