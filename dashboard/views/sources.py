"""The list of documents on Källor: what was read of each, what is doubtful, and which ones a newer report replaced."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Selection
from dashboard.swedish import amount_words, capital, kind_words, plural, sort_key, spelled
from dashboard.views.line import Fact
from dashboard.views.link import Link
from dashboard.views.sentences import Lead
from dashboard.views.source_rows import DocumentRow

NO_DATE = "står inte i rapporten"
_IN_TIME = (Kind.VP, Kind.T1, Kind.T2, Kind.VB)


@dataclass(frozen=True, slots=True)
class Listed:
    """One document; `remarks` say that it is a sample, or replaced; `serious` doubts may be wrong values."""

    id: str
    title: str
    link: Link
    file: str
    date: Fact
    remarks: tuple[str, ...]
    counts: tuple[int, int, int, int]
    doubts: int
    serious: int
    notes: int
    doubts_link: Link
    seen: str


@dataclass(frozen=True, slots=True)
class OfUnit:
    """The documents of one unit, the latest first."""

    name: str
    link: Link
    documents: tuple[Listed, ...]


def document_title(row: DocumentRow) -> str:
    """'Verksamhetsberättelse 2025'."""
    return f"{kind_words(row.kind)} {row.year}"


def document_link(document: str) -> Link:
    return Link("kallor", Selection(document=document))


def by_unit(rows: Sequence[DocumentRow], catalogue: Catalogue) -> tuple[OfUnit, ...]:
    found: dict[str, list[DocumentRow]] = {}
    for row in sorted(rows, key=_age, reverse=True):
        found.setdefault(row.unit, []).append(row)
    units = [_of_unit(unit, own, catalogue) for unit, own in found.items()]
    return tuple(sorted(units, key=lambda one: sort_key(one.name)))


def sources_lead(rows: Sequence[DocumentRow]) -> Lead:
    """How many reports there are, and how much of them needs a look."""
    current = [row for row in rows if row.superseded_by is None]
    if not current:
        return Lead("Inga rapporter är inlästa än.")
    units = len({row.unit for row in current})
    strong = (
        f"{capital(spelled(len(current)))} {plural(len(current), 'rapport', 'rapporter')} från "
        f"{spelled(units)} {plural(units, 'enhet', 'enheter')} är inlästa."
    )
    serious = sum(row.error_count for row in current)
    warnings = sum(row.warning_count for row in current)
    replaced = len(rows) - len(current)
    parts = [
        f"{capital(spelled(serious))} {plural(serious, 'uppgift', 'uppgifter')} kan vara fel eller saknas."
        if serious
        else "Ingen uppgift misstänks vara fel.",
        f"{capital(spelled(warnings))} bör granskas." if warnings else "",
        f"{capital(spelled(replaced))} {plural(replaced, 'äldre rapport är ersatt', 'äldre rapporter är ersatta')} "
        f"av {plural(replaced, 'en nyare', 'nyare')}."
        if replaced
        else "",
    ]
    return Lead(strong, " ".join(part for part in parts if part))


def seen_words(row: DocumentRow) -> str:
    """'46 av 47 tabellrader lästa': those seen in the report's tables, and those that became rows here."""
    seen = row.row_count + row.lost_count
    return f"{row.row_count} av {amount_words(seen, 'tabellrad läst', 'tabellrader lästa')}"


def _of_unit(unit: str, own: Sequence[DocumentRow], catalogue: Catalogue) -> OfUnit:
    known = catalogue.unit(unit)
    name = known.name if known else own[0].unit_name
    return OfUnit(name, Link("enhet", Selection(unit=unit)), tuple(_listed(row, name) for row in own))


def _listed(row: DocumentRow, name: str) -> Listed:
    remarks = [
        "Exempel" if row.sample else "",
        "Ersatt av en nyare rapport" if row.superseded_by else "",
        f"Enheten hette {row.unit_name}" if row.unit_name != name else "",
    ]
    return Listed(
        id=row.id,
        title=document_title(row),
        link=document_link(row.id),
        file=row.file,
        date=Fact(row.date) if row.date else Fact(NO_DATE, missing=True),
        remarks=tuple(remark for remark in remarks if remark),
        counts=(row.goal_count, row.outcome_count, row.activity_count, row.feedback_count),
        doubts=row.error_count + row.warning_count,
        serious=row.error_count,
        notes=row.note_count,
        doubts_link=Link("kallor", Selection(document=row.id), "att-granska"),
        seen=seen_words(row),
    )


def _age(row: DocumentRow) -> tuple[int, int, str]:
    return row.year, _IN_TIME.index(row.kind), row.imported
