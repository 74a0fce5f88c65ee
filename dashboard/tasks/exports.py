"""Files that leave the product, made by what commands and pages both call: the form, and what it is of."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from dashboard.errors import UserError
from dashboard.export import sheets
from dashboard.export.paper import Press, board_report, unit_report
from dashboard.export.powerpoint import powerpoint
from dashboard.model import Selection
from dashboard.swedish import listed, slug
from dashboard.tasks.shelf import Shelf
from dashboard.views.apt import apt
from dashboard.views.data import Name, chosen_reports, table
from dashboard.views.reports import all_reports, settled
from dashboard.views.states import nothing_stored


def deck(held: Shelf, selection: Selection, _: str) -> bytes:
    """The unit's deck as PowerPoint; UserError where there is none."""
    made = apt(held.store, held.catalogue, selection)
    if made.empty:
        raise made.empty.refusal()
    return powerpoint(replace(made, then=held.then), held.address, held.settings.powerpoint_template)


def paper(held: Shelf, selection: Selection, _: str) -> bytes:
    """A unit's report as PDF, or one of all units that the selection takes in; UserError where there is none."""
    press = Press(held.store, held.catalogue, held.settings.assets, held.address, held.then)
    if selection.unit:
        return unit_report(press, selection)
    settled_on = settled(chosen_reports(held.store, selection), selection)
    return board_report(press, chosen_reports(held.store, settled_on), settled_on, held.told)


def _table(form: str) -> Callable[[Shelf, Selection, str], bytes]:
    def make(held: Shelf, selection: Selection, name: str) -> bytes:
        several = sheets.FORMS[form][2]
        names = [Name(name)] if name else list(Name) if several else [Name.OUTCOMES]
        tables = [table(held.store, held.catalogue, one, selection) for one in names]
        return sheets.FORMS[form][0]([replace(one, state=held.then) for one in tables])

    return make


def _figure(form: str) -> Callable[[Shelf, Selection, str], bytes]:
    """A picture of one of the unit's figures: 'kon', 'ar-for-ar'."""

    def make(held: Shelf, selection: Selection, name: str) -> bytes:
        # The pages bring dash, which no other form needs.
        from dashboard.tasks import pictures  # noqa: PLC0415

        return pictures.unit_figure(form, held, selection, name)

    return make


# Each form: how its bytes are made of a selection and of a part of it ('utfall').
FORMS: Mapping[str, Callable[[Shelf, Selection, str], bytes]] = {
    "pptx": deck,
    "pdf": paper,
    **{form: _table(form) for form in sheets.FORMS},
    "png": _figure("png"),
    "svg": _figure("svg"),
}
# Forms that are of one unit: of several units they are several files.
OF_UNIT = ("pptx", "png", "svg")
# Forms that are of one figure, which must be named.
OF_FIGURE = ("png", "svg")
# Forms that hold all that the view has: a table can't be chosen.
_WHOLE = ("pptx", "pdf")


def export(held: Shelf, form: str, selection: Selection, out: Path, part: str = "") -> list[Path]:
    """Writes the file, or a file per unit into the folder `out`; returns what was written, whole or not at all.

    UserError where the form, the unit, the board or the part is not known, or nothing is stored for it.
    """
    make = _known(form, part)
    chosen = _checked(held, selection)
    if form not in OF_UNIT or chosen.unit:
        return [_write(out, make(held, chosen, part))]
    units = dict.fromkeys(report.unit for report in chosen_reports(held.store, chosen))
    if not units:
        raise UserError("Ingen rapport är inläst för det urvalet.", "Se vad som finns: maltavlan list")
    return [_write(out / f"{unit}.{form}", make(held, replace(chosen, unit=unit), part)) for unit in units]


def _known(form: str, part: str) -> Callable[[Shelf, Selection, str], bytes]:
    if form not in FORMS:
        raise UserError(f"Formen ”{form}” finns inte.", f"Välj {listed(list(FORMS), 'eller')}.")
    if form in OF_FIGURE:
        if not part:
            raise UserError("Vilken figur?", "Ange --figure, till exempel --figure kon eller --figure ar-for-ar.")
        return FORMS[form]
    if part and (form in _WHOLE or part not in list(Name)):
        raise UserError(f"Tabellen ”{part}” finns inte.", f"Välj {listed([str(name) for name in Name], 'eller')}.")
    return FORMS[form]


def _checked(held: Shelf, selection: Selection) -> Selection:
    """Unit and board by name or id, as the address has them; unknown ones are refused."""
    reports = all_reports(held.store)
    if not reports:
        raise nothing_stored().refusal()
    units = {name: report.unit for report in reports for name in (report.unit, slug(report.unit_name))}
    boards = {report.board_id for report in reports}
    unit, board = (slug(name) if name else None for name in (selection.unit, selection.board))
    if unit and unit not in units:
        told = listed(sorted(set(units.values())))
        raise UserError(f"Enheten ”{selection.unit}” har ingen inläst rapport.", f"De som har: {told}.")
    if board and board not in boards:
        raise UserError(
            f"Nämnden ”{selection.board}” har ingen inläst rapport.", f"De som har: {listed(sorted(boards))}."
        )
    return replace(selection, unit=units[unit] if unit else None, board=board)


def _write(path: Path, content: bytes) -> Path:
    """The file appears when it is whole."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f".{path.name}.{os.getpid()}")
        half.write_bytes(content)
        half.replace(path)
    except OSError as error:
        raise UserError(f"Det går inte att skriva till {path}.", "Välj en annan plats.") from error
    return path
