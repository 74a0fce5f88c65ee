"""One document on Källor: its facts, all doubts, every number read with its line, and the place of a chosen one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import Selection, Severity
from dashboard.swedish import capital, date_words, period_words, plural, spelled
from dashboard.views.corrected import Record, as_printed, corrections, records
from dashboard.views.crossreport import crossed
from dashboard.views.line import Fact
from dashboard.views.link import Link, source
from dashboard.views.place import Place, everything, place, where_words
from dashboard.views.rows import FeedbackRow
from dashboard.views.sentences import Lead
from dashboard.views.sheets import Around, beside
from dashboard.views.source_read import ReadFeedback, ReadRow, heads, read_feedback, read_row
from dashboard.views.source_rows import DocumentRow, DoubtRow, OutcomeRow
from dashboard.views.sources import NO_DATE, document_link, document_title, seen_words
from dashboard.views.versions import Versions, versions

if TYPE_CHECKING:
    from dashboard.store.database import Store

SEVERITY_WORDS = {Severity.ERROR: "Kan vara fel", Severity.WARNING: "Bör granskas", Severity.NOTE: "Notering"}
PICTURES = "/kallor/bild"
_TOLD = (Severity.ERROR, Severity.WARNING)
BOARD_SOURCES = {"rapport": "står i rapporten", "katalog": "ur katalogen", "vald": "vald vid inläsningen"}


@dataclass(frozen=True, slots=True)
class Doubted:
    """One doubt; `row` leads to the indicator row that it is about, where it is about one."""

    severity: Severity
    severity_words: str
    reason: str
    printed: str
    where: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """`heads` name the columns of `rows`; `place` is None until one is `chosen`, `no_place` says that there is none.

    `around` is the place in a file without pages, `correct` the address where the report, or the marked row of it, is
    corrected: '' for all but who may.
    """

    id: str

    title: str
    unit: str
    unit_link: Link
    lead: Lead
    facts: tuple[tuple[str, Fact], ...]
    sample: bool
    replaced: tuple[str, Link] | None
    doubts: tuple[Doubted, ...]
    heads: tuple[str, ...]
    rows: tuple[ReadRow, ...]
    feedback: tuple[ReadFeedback, ...]
    place: Place | None
    chosen: str
    no_place: str
    picture: str = ""
    records: tuple[Record, ...] = ()
    versions: Versions | None = None
    marked_row: str = ""
    around: Around | None = None
    correct: str = ""


def source_document(
    store: "Store", row: DocumentRow, selection: Selection, documents: Sequence[DocumentRow] = ()
) -> SourceDocument:
    """`documents` are all of the store, among which the report's earlier version is looked for."""
    made = corrections(store, [row.id])
    outcomes = as_printed(store.rows("document_outcomes", OutcomeRow, document=row.id), made)
    doubts = _doubts(store, [row.id])[row.id]
    chosen = chosen_place(selection)
    found = place(everything(store, row.id, outcomes), chosen) if chosen else None
    marked = next((one.key for one in found.near if one.marked), "") if found else ""
    hides = any(one.split_hidden for one in outcomes)  # the file has the sexes that a small group keeps back
    return SourceDocument(
        id=row.id,
        title=document_title(row),
        unit=row.unit_name,
        unit_link=Link("enhet", Selection(unit=row.unit, year=row.year, period=row.kind)),
        lead=_lead(row, doubts),
        facts=source_facts(row),
        sample=row.sample,
        replaced=("Den är ersatt av en nyare rapport.", document_link(row.superseded_by))
        if row.superseded_by
        else None,
        doubts=tuple(_doubted(doubt, row.id) for doubt in doubts),
        heads=heads(outcomes, row),
        rows=tuple(read_row(outcome, row, marked, made) for outcome in outcomes),
        feedback=tuple(read_feedback(one, row.id) for one in store.rows("feedback", FeedbackRow, documents=[row.id])),
        place=found,
        chosen=chosen,
        no_place=_no_place(chosen) if chosen and found is None else "",
        picture=_picture(row.id, found),
        records=records(made),
        versions=versions(store, row, documents),
        marked_row=marked,
        around=None if hides else beside(store, row.checksum, found),
    )


def doubts_of(store: "Store", documents: Sequence[str]) -> dict[str, tuple[Doubted, ...]]:
    """All doubts about each of the documents, those too that only other reports give."""
    found = _doubts(store, documents)
    return {document: tuple(_doubted(doubt, document) for doubt in told) for document, told in found.items()}


def _doubts(store: "Store", documents: Sequence[str]) -> dict[str, list[DoubtRow]]:
    others = crossed(store, documents)
    return {
        document: [*store.rows("doubts", DoubtRow, document=document), *others.get(document, ())]
        for document in documents
    }


def _picture(document: str, found: Place | None) -> str:
    """The address of a picture of the marked row; '' where it has no box on a page."""
    marked = next((one for one in found.near if one.marked), None) if found else None
    drawn = marked is not None and marked.key and marked.spot.page and marked.spot.top
    return f"{PICTURES}/{document}/{marked.key}" if drawn and marked else ""


def chosen_place(selection: Selection) -> str:
    """The first place that the address names: 'r120' is line 120, 'i3' the indicator row of number 3."""
    return next((row for row in selection.rows if row[:1] in "rigast" and row[1:].isdigit()), "")


def _no_place(chosen: str) -> str:
    if chosen.startswith("r"):
        return f"Inget läst i rapporten står på rad {chosen[1:]}."
    return "Raden finns inte i rapporten, eller så är dess plats inte känd."


def _lead(row: DocumentRow, doubts: Sequence[DoubtRow]) -> Lead:
    rows = plural(row.outcome_count, "indikatorrad är läst", "indikatorrader är lästa")
    strong = f"{capital(spelled(row.outcome_count))} {rows}."
    errors, warnings = (sum(one.severity is severity for one in doubts) for severity in _TOLD)
    if not errors + warnings:
        return Lead(strong, "Ingen uppgift är tveksam.")
    parts = [
        f"{spelled(errors)} kan vara fel" if errors else "",
        f"{spelled(warnings)} bör granskas" if warnings else "",
    ]
    told = " och ".join(part for part in parts if part)
    return Lead(strong, f"{capital(told)}.")


def source_facts(row: DocumentRow) -> tuple[tuple[str, Fact], ...]:
    """What the document is: its unit, period, board, date, file, and what was read of it."""
    board = Fact("står inte i rapporten", missing=True)
    if row.board:
        how = BOARD_SOURCES.get(row.board_source or "", "")
        board = Fact(f"{row.board}, {how}" if how else row.board)
    date = Fact(date_words(row.date)) if row.date else Fact(NO_DATE, missing=True)
    counts = (
        ("Mål", row.goal_count),
        ("Indikatorrader", row.outcome_count),
        ("Aktiviteter", row.activity_count),
        ("Rader med synpunkter", row.feedback_count),
    )
    return (
        ("Enhet, som tryckt", Fact(row.unit_name)),
        ("Period", Fact(period_words(row.kind, row.year))),
        ("Nämnd", board),
        ("Rapportens datum", date),
        ("Fil", Fact(row.file)),
        ("Inläst", Fact(date_words(row.imported[:10]))),
        ("Läst", Fact(seen_words(row))),
        *((label, Fact(str(amount))) for label, amount in counts),
    )


def _doubted(doubt: DoubtRow, document: str) -> Doubted:
    key = "" if doubt.outcome is None else f"i{doubt.outcome}"
    link = source(document, doubt.place_line, key) if doubt.place_line or key else None
    return Doubted(doubt.severity, SEVERITY_WORDS[doubt.severity], doubt.reason, doubt.text, where_words(doubt), link)
