"""The whole way from a file to a report: load, read, extract, check."""

import hashlib
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.catalogue import Catalogue
from dashboard.errors import UnreadableDocument
from dashboard.importing import joining, readers
from dashboard.importing.candidates import Found, Unplaced
from dashboard.importing.check import Context, check
from dashboard.importing.document import NeutralDocument, Table
from dashboard.importing.extract import extract
from dashboard.importing.names import proposal
from dashboard.importing.privacy import Cleaner
from dashboard.importing.vocabulary import key
from dashboard.model import Document, Doubt, Kind, Place, Report, Severity


@dataclass(frozen=True, slots=True)
class _File:
    """A file with what was read of it."""

    path: Path
    content: bytes
    neutral: NeutralDocument
    found: Found


_MOST_ROWS = 2000  # the longest reports have some three hundred
_OUR_TABLES = ("indikator", "arsmal", "aktivitet", "startdatum", "klagomal", "synpunkt")
_FACTS = {"kind": "slag", "year": "år", "unit": "enhet"}
_MISSING = {"kind": "vad för slags rapport den är", "year": "vilket år den gäller", "unit": "vilken enhet den gäller"}


def read(path: Path, catalogue: Catalogue, *, board: str | None = None, sample: bool = False) -> Report:
    """The report of a file; `board` is the board that a person chose, used where neither report nor catalogue tells it.

    Raises UnreadableDocument, with one clear sentence in Swedish, where the file is no report.
    """
    report, _ = read_counted(path, catalogue, board=board, sample=sample)
    return report


def read_counted(
    path: Path, catalogue: Catalogue, *, board: str | None = None, sample: bool = False
) -> tuple[Report, dict[str, int]]:
    """The report, and how many tables and rows the document prints beside what each row was taken for."""
    content = readers.load(path)
    neutral = readers.read(content, path.name)
    found = extract(neutral, unicodedata.normalize("NFC", path.stem))
    _require_report(path, neutral, found)
    context = _context(found, catalogue, path)
    checked = check(found, context)
    document = _document(_File(path, content, neutral, found), context, catalogue, board)
    doubts = (*_document_doubts(neutral, found, context.cleaner), *_unit_doubts(document, catalogue), *checked.doubts)
    report = Report(
        replace(document, sample=sample), tuple(checked.goals), tuple(checked.outcomes), tuple(checked.activities),
        tuple(checked.feedback), tuple(checked.texts), doubts,
    )  # fmt: skip
    return report, found.printed_rows


def _require_report(path: Path, neutral: NeutralDocument, found: Found) -> None:
    if not found.goals and not any(isinstance(block, Table) for block in neutral.body):
        raise UnreadableDocument(
            f"Filen {path.name} ser inte ut som en rapport: den har varken mål, indikatorer eller aktiviteter.",
            "Välj en verksamhetsplan, tertialrapport eller verksamhetsberättelse.",
        )
    if not found.goals and not (found.indicators or found.activities or found.feedback):
        raise UnreadableDocument(
            f"Filen {path.name} ser inte ut som en rapport: ingen av dess tabeller är en rapports.",
            "Välj en verksamhetsplan, tertialrapport eller verksamhetsberättelse.",
        )
    rows = len(found.indicators) + len(found.activities) + len(found.feedback)
    if rows > _MOST_ROWS:
        raise UnreadableDocument(
            f"Filen {path.name} har {rows} rader i sina tabeller; en rapport får ha högst {_MOST_ROWS}.",
            "Dela filen, eller välj den fil som bara innehåller rapporten.",
        )


def _context(found: Found, catalogue: Catalogue, path: Path) -> Context:
    facts = found.facts
    if facts.kind is None or facts.year is None or facts.unit is None:
        missing = next(words for fact, words in _MISSING.items() if getattr(facts, fact) is None)
        raise UnreadableDocument(
            f"Rapporten i {path.name} säger inte {missing}.",
            "Skriv till exempel ”Verksamhetsberättelse 2025” och enhetens namn överst i filen.",
        )
    texts = [part for text in found.texts for part in text.paragraphs] + [goal.title for goal in found.goals]
    names = [indicator.name for indicator in catalogue.indicators.values()]
    return Context(Kind(facts.kind), facts.year, catalogue, Cleaner(facts.people), joining.lexicon(texts, names))


def _document(file: _File, context: Context, catalogue: Catalogue, board: str | None) -> Document:
    facts = file.found.facts
    checksum = hashlib.sha256(file.content).hexdigest()
    name = context.cleaner.clean(facts.unit or "")
    unit, _ = catalogue.match_unit(name)
    sources = (("rapport", facts.board), ("katalog", catalogue.board_of(unit)), ("vald", board))
    source, told = next(((source, told) for source, told in sources if told), (None, None))
    return Document(
        checksum[:16], file.path.name, checksum, context.kind, context.year, unit, name, told, source, facts.date,
        file.neutral.layout,
    )  # fmt: skip


def _unit_doubts(document: Document, catalogue: Catalogue) -> list[Doubt]:
    found = catalogue.like_unit(document.unit_name)
    return [proposal(document.unit_name, found, Place())] if found else []


def _document_doubts(neutral: NeutralDocument, found: Found, cleaner: Cleaner) -> list[Doubt]:
    notes = [Doubt("teckenkodning", note, "", severity=Severity.NOTE) for note in neutral.notes]
    for fact in found.facts.guessed:
        value = str(getattr(found.facts, fact))
        reason = f"Dokumentets {_FACTS[fact]} står inte på försättsbladet; det lästes ur tabeller, text eller filnamn."
        notes.append(Doubt("ur-sammanhanget", reason, value, severity=Severity.NOTE))
    return notes + [_unknown_table(one, cleaner) for one in found.unknown_tables]


def _unknown_table(table: Unplaced, cleaner: Cleaner) -> Doubt:
    """A table of money or answers is kept as words; one whose header speaks of indicators or activities is a loss."""
    ours = any(word in key(table.text) for word in _OUR_TABLES)
    severity = Severity.WARNING if ours else Severity.NOTE
    reason = "Tabellen är av annat slag: den finns kvar som text men inget tal i den följs."
    return Doubt("okänd-tabell", reason, cleaner.clean(table.text), table.place, severity)
