"""One report that waits: what was found against what it prints, and each doubt with its place, row and choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.importing.sheets import InFile
from dashboard.model import Severity
from dashboard.store import cells
from dashboard.store.corrections import Decision
from dashboard.swedish import capital, date_words, kind_words, period_words, plural, spelled
from dashboard.views.importera import ADDRESS
from dashboard.views.importera_doubts import Shown, shown_item
from dashboard.views.importera_rows import Blank, RowsOf, all_rows, blanks
from dashboard.views.line import Fact
from dashboard.views.sentences import Lead
from dashboard.views.source_document import BOARD_SOURCES
from dashboard.views.sources import NO_DATE

if TYPE_CHECKING:
    from dashboard.reviewing import Waiting
    from dashboard.staging.deciding import Item


_DONE = {
    Decision.LEFT_OUT: "utelämnad",
    Decision.TYPED: "inskriven för hand",
    Decision.ACCEPTED: "godtagen som läst",
    Decision.CORRECTED: "rättad",
}


@dataclass(frozen=True, slots=True)
class Count:
    """What the document prints, what was read of it, and whether the two agree."""

    what: str
    printed: str
    read: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class ReviewView:
    """`stored`: the store has the report, and it was taken out again to be corrected; `changed` once anything was.

    `effects` tell what the checks found anew after corrections: doubts that are gone, and new ones.
    """

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
    rows: tuple[RowsOf, ...] = ()
    blanks: tuple[Blank, ...] = ()
    effects: tuple[str, ...] = ()
    stored: bool = False
    changed: bool = False


def view(
    found: "Waiting",
    boards: Sequence[str],
    printed: InFile,
    *,
    pages: bool,
    picked: "Item | None" = None,
    names: Sequence[str] = (),
) -> ReviewView:
    """`printed` is what stands in a file without pages; `pages` says that pages can be drawn.

    `picked` is a row that the person wants to correct, `names` the indicators that are known.
    """
    document = found.report.document
    rest = [item for item in found.items if picked is None or item.key != picked.key]
    order = [*([picked] if picked else []), *sorted(rest, key=lambda item: item.doubt.severity is Severity.NOTE)]
    doubts = tuple(shown_item(found, item, number, printed, pages) for number, item in enumerate(order, 1))
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
        rows=all_rows(found),
        blanks=blanks(found.report, names) if any(doubt.typable and doubt.open for doubt in doubts) else (),
        effects=tuple(_effects(found)),
        stored=found.staged.stored,
        changed=any(item.decided for item in found.items),
    )


def _effects(found: "Waiting") -> list[str]:
    told = [f"Löst: {item.doubt.reason}" for item in found.items if item.cleared]
    return told + [f"Ny: {item.doubt.reason}" for item in found.items if item.raised]


def _lead(found: "Waiting") -> Lead:
    if not found.open:
        notes = sum(item.doubt.severity is Severity.NOTE for item in found.items)
        rest = (
            f"{capital(spelled(notes))} {plural(notes, 'notering', 'noteringar')} kräver inget beslut." if notes else ""
        )
        if found.staged.stored:
            return Lead("Rapporten är inlagd.", "Den visas som förut tills du sparar rättelserna.")
        return Lead("Inget återstår att avgöra.", rest)
    told = plural(found.open, "tveksamhet återstår", "tveksamheter återstår")
    then = "Sedan kan rättelserna sparas." if found.staged.stored else "Sedan kan rapporten läggas in."
    return Lead(f"{capital(spelled(found.open))} {told} att avgöra.", then)


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
    if not told:
        return ()
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


def _carried(found: "Waiting") -> Sequence[str]:
    """What earlier versions of the report were corrected by, which holds for this one too."""
    told = []
    for one in found.carried:
        name = one.row_name or "en rad"
        if not one.column_name:
            told.append(f"{name}: {_DONE[one.decision]}")
        elif one.decision is Decision.CORRECTED:
            label = cells.column_of(one.table_name, one.column_name).label
            told.append(f"{name}: {label} {one.before or 'tom cell'} rättat till {one.after or 'tom cell'}")
    return told
