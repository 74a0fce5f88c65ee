"""Källor: every document with what was read and what is doubtful, and one document with the place of each number."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Direction, Selection, Severity
from dashboard.swedish import sort_key
from dashboard.views.corrected import corrections
from dashboard.views.crossreport import crossed
from dashboard.views.history import Event, State, events, states
from dashboard.views.importera import ADDRESS
from dashboard.views.indikatorer import IndicatorSeen
from dashboard.views.link import Link
from dashboard.views.sentences import Lead
from dashboard.views.source_document import SourceDocument, source_document
from dashboard.views.source_rows import DocumentRow
from dashboard.views.sources import OfUnit, by_unit, sources_lead
from dashboard.views.states import Empty, Way, nothing_stored

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class KallorView:
    """Either the list (`units`) or one `document`; `undirected` are the indicators that lack a direction."""

    title: str
    lead: Lead
    units: tuple[OfUnit, ...] = ()
    undirected: tuple[tuple[str, Link, str], ...] = ()
    document: SourceDocument | None = None
    empty: Empty | None = None
    notices: tuple[str, ...] = ()
    history: tuple[Event, ...] = ()
    states: tuple[State, ...] = ()


def view(store: "Store", catalogue: Catalogue, selection: Selection) -> KallorView:
    rows = store.rows("documents", DocumentRow)
    if selection.document:
        return _one(store, rows, selection)
    if not rows:
        return KallorView("Källor", sources_lead(rows), empty=nothing_stored(), notices=selection.notices)
    rows = _with_crossed(store, rows)
    return KallorView(
        title="Källor",
        lead=sources_lead(rows),
        units=by_unit(rows, catalogue),
        undirected=_undirected(store, catalogue),
        notices=selection.notices,
        history=events(rows, corrections(store, None)),
        states=states(store.history()),
    )


def for_importer(shown: KallorView) -> KallorView:
    """With the way to correct the report that is shown."""
    if shown.document is None:
        return shown
    chosen = shown.document.marked_row
    to = f"{ADDRESS}/{shown.document.id}" + (f"?rad={chosen}" if chosen else "")
    return replace(shown, document=replace(shown.document, correct=to))


def _one(store: "Store", rows: list[DocumentRow], selection: Selection) -> KallorView:
    row = next((row for row in rows if row.id == selection.document), None)
    if row is None:
        text = "Den kan ha tagits bort, eller så är länken fel."
        empty = Empty("Rapporten finns inte.", text, (Way("Alla inlästa rapporter", Link("kallor")),))
        return KallorView("Rapporten finns inte", Lead(""), empty=empty, notices=selection.notices)
    found = source_document(store, row, selection, rows)
    return KallorView(f"{found.title}, {found.unit}", found.lead, document=found, notices=selection.notices)


def _with_crossed(store: "Store", rows: list[DocumentRow]) -> list[DocumentRow]:
    """The documents with what only other reports make doubtful among their doubts."""
    found = {document: [doubt.severity for doubt in doubts] for document, doubts in crossed(store).items()}
    return [
        replace(
            row,
            warning_count=row.warning_count + found.get(row.id, []).count(Severity.WARNING),
            note_count=row.note_count + found.get(row.id, []).count(Severity.NOTE),
        )
        for row in rows
    ]


def _undirected(store: "Store", catalogue: Catalogue) -> tuple[tuple[str, Link, str], ...]:
    """Name, way and why, in Swedish order."""
    told = []
    for row in store.rows("indicators", IndicatorSeen):
        known = catalogue.indicators.get(row.indicator)
        if known is None or known.direction is Direction.UNKNOWN:
            why = "finns inte i katalogen" if known is None else "riktningen är okänd i katalogen"
            name = known.name if known else row.name
            told.append((name, Link("indikator", Selection(indicator=row.indicator)), why))
    return tuple(sorted(told, key=lambda one: sort_key(one[0])))
