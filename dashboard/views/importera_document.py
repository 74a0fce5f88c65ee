"""One report that waits: what was found against what it prints, and each doubt with its place, row and choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.catalogue.likeness import PROPOSAL
from dashboard.model import Severity, Status
from dashboard.store import cells
from dashboard.store.cells import Form
from dashboard.store.corrections import Decision
from dashboard.swedish import capital, date_words, kind_words, period_words, plural, spelled
from dashboard.views.importera import ADDRESS
from dashboard.views.line import Fact
from dashboard.views.place_words import where
from dashboard.views.sentences import Lead
from dashboard.views.source_document import BOARD_SOURCES, SEVERITY_WORDS
from dashboard.views.sources import NO_DATE

if TYPE_CHECKING:
    from dashboard.reviewing import Waiting
    from dashboard.staging.deciding import Item

Lines = Sequence[tuple[int, str]]
AROUND = 3
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
    """A doubt; `picture` and `page` are addresses of the place and of its whole page, `lines` the text around it."""

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
    lines: tuple[tuple[int, str, bool], ...]
    open: bool
    note: bool
    asks_name: bool
    undoable: bool
    outcome: str
    why: str


@dataclass(frozen=True, slots=True)
class Count:
    """What the document prints, what was read of it, and whether the two agree."""

    what: str
    printed: str
    read: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class ReviewView:
    id: str
    address: str
    title: str
    unit: str
    lead: Lead
    facts: tuple[tuple[str, Fact], ...]
    counts: tuple[Count, ...]
    doubts: tuple[Shown, ...]
    carried: tuple[str, ...]
    open: int
    needs_board: bool
    boards: tuple[str, ...]
    next_open: str


def view(found: "Waiting", boards: Sequence[str], lines: Lines, *, pages: bool) -> ReviewView:
    """`lines` are a text report's own, freed from what tells of people; `pages` says that pages can be drawn."""
    document = found.report.document
    order = sorted(found.items, key=lambda item: item.doubt.severity is Severity.NOTE)
    doubts = tuple(_shown(found, item, number, lines, pages) for number, item in enumerate(order, 1))
    return ReviewView(
        id=document.id,
        address=f"{ADDRESS}/{document.id}",
        title=f"{kind_words(document.kind)} {document.year}",
        unit=document.unit_name,
        lead=_lead(found),
        facts=_facts(found),
        counts=_counts(found.staged.counts, found),
        doubts=doubts,
        carried=tuple(_carried(found)),
        open=found.open,
        needs_board=document.board is None,
        boards=tuple(boards),
        next_open=next((doubt.key for doubt in doubts if doubt.open), ""),
    )


def _lead(found: "Waiting") -> Lead:
    if not found.open:
        notes = sum(item.doubt.severity is Severity.NOTE for item in found.items)
        rest = (
            f"{capital(spelled(notes))} {plural(notes, 'notering', 'noteringar')} kräver inget beslut." if notes else ""
        )
        return Lead("Inget återstår att avgöra.", rest)
    told = plural(found.open, "tveksamhet återstår", "tveksamheter återstår")
    return Lead(f"{capital(spelled(found.open))} {told} att avgöra.", "Sedan kan rapporten läggas in.")


def _facts(found: "Waiting") -> tuple[tuple[str, Fact], ...]:
    document = found.report.document
    board = Fact("väljs nedan", missing=True)
    if document.board:
        board = Fact(f"{document.board}, {BOARD_SOURCES.get(document.board_source or '', '')}".rstrip(", "))
    return (
        ("Enhet, som tryckt", Fact(document.unit_name)),
        ("Period", Fact(period_words(document.kind, document.year))),
        ("Nämnd", board),
        ("Rapportens datum", Fact(date_words(document.date)) if document.date else Fact(NO_DATE, missing=True)),
        ("Fil", Fact(document.file)),
    )


def _counts(told: Mapping[str, int], found: "Waiting") -> tuple[Count, ...]:
    """Rows that the document prints against rows that were taken for something."""
    report = found.report
    rows = (
        "indikatorrader",
        "aktivitetsrader",
        "synpunktsrader",
        "textrader",
        "fortsättningsrader",
        "oplacerade rader",
    )
    taken = sum(told.get(name, 0) for name in rows)
    unknown, lost = told.get("okända tabeller", 0), told.get("oplacerade rader", 0)
    tables = told.get("tabeller", 0)
    return (
        Count("Tabeller", str(tables + unknown), f"{tables} lästa, {unknown} av annat slag", unknown == 0),
        Count("Rader i tabellerna", str(told.get("tabellrader", 0)), f"{taken}, varav {lost} utan plats", lost == 0),
        Count(
            "Indikatorrader", str(told.get("indikatorrader", 0)), str(len(report.outcomes)),
            told.get("indikatorrader", 0) == len(report.outcomes),
        ),
        Count(
            "Aktivitetsrader", str(told.get("aktivitetsrader", 0)), str(len(report.activities)),
            told.get("aktivitetsrader", 0) == len(report.activities),
        ),
        Count(
            "Rader med synpunkter", str(told.get("synpunktsrader", 0)), str(len(report.feedback)),
            told.get("synpunktsrader", 0) == len(report.feedback),
        ),
    )  # fmt: skip


def _shown(found: "Waiting", item: "Item", number: int, lines: Lines, pages: bool) -> Shown:
    place = item.doubt.place
    drawn = pages and place.page is not None
    of = f"{ADDRESS}/{found.staged.id}/bild/{item.key}"
    return Shown(
        key=item.key,
        number=number,
        serious=item.doubt.severity is Severity.ERROR,
        severity=SEVERITY_WORDS[item.doubt.severity],
        reason=item.doubt.reason,
        printed=item.doubt.text,
        where=where(place),
        row=cells.name_of(item.row) if item.row else "",
        cells=_cells(item),
        picture=of if drawn else "",
        page=f"{of}?hela=1" if drawn else "",
        lines=_around(lines, place.line) if place.line else (),
        open=item.open,
        note=item.doubt.severity is Severity.NOTE,
        asks_name=item.doubt.kind == PROPOSAL,
        undoable=item.decided is not None,
        outcome=_outcome(item),
        why=item.decided.why if item.decided else "",
    )


def _cells(item: "Item") -> tuple[Cell, ...]:
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


def _outcome(item: "Item") -> str:
    if item.settled_by:
        return "Raden är utelämnad"
    if item.decided is None:
        return ""
    words = {
        Decision.ACCEPTED: "Godtaget som läst",
        Decision.CORRECTED: "Rättat",
        Decision.LEFT_OUT: "Raden är utelämnad",
    }
    return f"{words[item.decided.decision]}, {item.decided.who}"


def _around(lines: Lines, line: int) -> tuple[tuple[int, str, bool], ...]:
    return tuple((number, text, number == line) for number, text in lines if abs(number - line) <= AROUND)


def _carried(found: "Waiting") -> Sequence[str]:
    """What earlier versions of the report were corrected by, which holds for this one too."""
    told = []
    for one in found.carried:
        name = one.row_name or "en rad"
        if one.decision is Decision.LEFT_OUT:
            told.append(f"{name}: utelämnad")
        else:
            label = cells.column_of(one.table_name, one.column_name).label
            told.append(f"{name}: {label} {one.before or 'tom cell'} rättat till {one.after or 'tom cell'}")
    return told
