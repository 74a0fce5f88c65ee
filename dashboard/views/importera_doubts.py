"""Doubts of a report that waits, as they are shown: each with its place, its row and what was decided."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.catalogue.likeness import PROPOSAL
from dashboard.importing.sheets import InFile
from dashboard.model import Severity, Status
from dashboard.staging.settling import PICKED
from dashboard.store import cells
from dashboard.store.cells import Form
from dashboard.store.corrections import Decision
from dashboard.views.importera import ADDRESS
from dashboard.views.place_words import where
from dashboard.views.sheets import Around, around
from dashboard.views.source_document import SEVERITY_WORDS

if TYPE_CHECKING:
    from dashboard.reviewing import Waiting
    from dashboard.staging.deciding import Item

RAISED = "Väcktes av en rättelse"
STATUSES = (
    ("", "ingen läst"),
    (Status.HELT, "uppfylls helt"),
    (Status.DELVIS, "uppfylls delvis"),
    (Status.EJ, "uppfylls ej"),
    (Status.INGEN, "inga data"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the doubtful row: `value` as read or as corrected, `printed` as read; `choices` where they are few."""

    name: str
    label: str
    value: str
    printed: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A doubt; `picture` and `page` are addresses of the place and of its whole page.

    `picked`: no doubt but a row that a person wants to correct. `typable`: its words may be typed in as a row.
    `remark` tells that a correction raised it; `around` is the place in a file without pages.
    """

    key: str
    number: int
    serious: bool
    severity: str
    reason: str
    printed: str
    where: str
    row: str
    cells: tuple[Cell, ...]
    picture: str
    page: str
    open: bool
    note: bool
    asks_name: bool
    undoable: bool
    outcome: str
    why: str
    picked: bool = False
    typable: bool = False
    remark: str = ""
    around: Around | None = None


def shown_item(found: "Waiting", item: "Item", number: int, printed: InFile, pages: bool) -> Shown:
    """The item as it is shown, with `number` before its reason."""
    place = item.doubt.place
    drawn = pages and place.page is not None
    of = f"{ADDRESS}/{found.staged.id}/bild/{item.key}"
    return Shown(
        key=item.key,
        number=number,
        serious=item.doubt.severity is Severity.ERROR,
        severity="Din rättelse" if item.doubt.kind == PICKED else SEVERITY_WORDS[item.doubt.severity],
        reason=f"Rätta ”{cells.name_of(item.row)}”" if item.doubt.kind == PICKED and item.row else item.doubt.reason,
        printed=item.doubt.text,
        where=where(place),
        row=cells.name_of(item.row) if item.row else "",
        cells=as_cells(item),
        picture=of if drawn else "",
        page=f"{of}?hela=1" if drawn else "",
        open=item.open,
        note=item.doubt.severity is Severity.NOTE and item.doubt.kind != PICKED,
        asks_name=item.doubt.kind == PROPOSAL,
        undoable=item.decided is not None,
        outcome=_outcome(item),
        why=item.decided.why if item.decided else "",
        picked=item.doubt.kind == PICKED,
        typable=item.typable,
        remark=RAISED if item.raised else "",
        around=None if drawn else around(printed, place),
    )


def as_cells(item: "Item") -> tuple[Cell, ...]:
    """The cells of the item's row that may be corrected, with what a person wrote instead."""
    row, table = item.row, item.table
    if row is None or table is None:
        return ()
    new = dict(item.decided.texts) if item.decided else {}
    return tuple(
        Cell(
            one.name,
            one.label,
            new.get(one.name, cells.shown(row, one.name)),
            cells.shown(row, one.name),
            STATUSES if one.form is Form.STATUS else (),
        )
        for one in cells.COLUMNS[table]
    )


def blank_cells(table: str) -> tuple[Cell, ...]:
    """The cells of a row that is to be typed in."""
    return tuple(
        Cell(one.name, one.label, "", "", STATUSES if one.form is Form.STATUS else ()) for one in cells.COLUMNS[table]
    )


def _outcome(item: "Item") -> str:
    if item.cleared:
        return "Löst av en rättelse"
    if item.settled_by:
        return "Raden är utelämnad"
    if item.decided is None:
        return ""
    words = {
        Decision.ACCEPTED: "Godtaget som läst",
        Decision.CORRECTED: "Rättat",
        Decision.LEFT_OUT: "Raden är utelämnad",
        Decision.TYPED: "Raden är inskriven",
    }
    return f"{words[item.decided.decision]}, {item.decided.who}"
