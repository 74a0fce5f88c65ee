"""Two versions of a report, cell by cell: what the newer one prints otherwise, what it added and what it left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.swedish import date_words, fold
from dashboard.views.corrected import as_printed, corrections
from dashboard.views.link import Link, source
from dashboard.views.source_rows import DocumentRow, GoalRow, OutcomeRow
from dashboard.views.sources import document_link

if TYPE_CHECKING:
    from dashboard.store.database import Store

_CELLS = (
    ("raw_outcome", "Utfall"),
    ("raw_women", "Kvinnor"),
    ("raw_men", "Män"),
    ("raw_previous", "Förra utfallet"),
    ("raw_target", "Årsmål"),
    ("raw_kf_target", "KF:s årsmål"),
    ("raw_forecast", "Prognos"),
    ("status", "Status"),
)
_EMPTY = "tom cell"


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that the two versions print otherwise, or a whole row that only one of them has (`cell` is '')."""

    row: str
    link: Link | None
    cell: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Versions:
    """`earlier` is the version before this one, told in words with the way to it."""

    earlier: str
    link: Link
    differences: tuple[Difference, ...]


def versions(store: "Store", row: DocumentRow, documents: Sequence[DocumentRow]) -> Versions | None:
    """What differs from the version that this one took the place of; None where it is the first."""
    replaced = [one for one in documents if one.superseded_by == row.id]
    if not replaced:
        return None
    before = max(replaced, key=lambda one: one.imported)
    told = f"inläst {date_words(before.imported[:10])}, {before.file}"
    return Versions(told, document_link(before.id), tuple(_differences(store, before.id, row.id)))


def _differences(store: "Store", before: str, now: str) -> list[Difference]:
    old, new = _rows(store, before), _rows(store, now)
    found = []
    for key, row in new.items():
        link = source(now, row.place_line, f"i{row.number}")
        if key not in old:
            found.append(Difference(row.name, link, "", "fanns inte", _line(row)))
            continue
        for name, label in _CELLS:
            was, became = _cell(old[key], name), _cell(row, name)
            if "".join(was.split()) != "".join(became.split()):  # a narrow column breaks words anywhere
                empty = "ingen läst" if name == "status" else _EMPTY
                found.append(Difference(row.name, link, label, was or empty, became or empty))
    found += [Difference(row.name, None, "", _line(row), "finns inte") for key, row in old.items() if key not in new]
    return found


def _rows(store: "Store", document: str) -> dict[tuple[str, str, int], OutcomeRow]:
    """The rows as printed, by goal and indicator; one that stands twice under a goal is told apart by its turn."""
    made = corrections(store, [document])
    goals = {goal.number: fold(goal.title) for goal in store.rows("goals", GoalRow, documents=[document])}
    found: dict[tuple[str, str, int], OutcomeRow] = {}
    for row in as_printed(store.rows("document_outcomes", OutcomeRow, document=document), made):
        turn = 0
        while (key := (goals.get(row.goal if row.goal is not None else -1, ""), row.indicator, turn)) in found:
            turn += 1
        found[key] = row
    return found


def _cell(row: OutcomeRow, name: str) -> str:
    return " ".join(str(getattr(row, name) or "").split())


def _line(row: OutcomeRow) -> str:
    told = [f"{label} {_cell(row, name)}" for name, label in _CELLS if _cell(row, name)]
    return ", ".join(told) or "tom rad"
