"""The place of a number in its report: what stands before and after it, in reading order.

It is put together of what the store keeps, never of the file: names and numbers of people were taken out at import,
and the file still has them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.model import Level, Status
from dashboard.views.source_rows import ActivityRow, FeedbackRow, GoalRow, OutcomeRow, TextRow

if TYPE_CHECKING:
    from dashboard.store.database import Store

AROUND = 4
LONGEST = 220
STATUS = ". Rapporterat: uppfylls "
LEVELS = {
    Level.INRIKTNINGSMAL: "KF:s inriktningsmål",
    Level.VERKSAMHETSOMRADESMAL: "KF:s mål för verksamhetsområdet",
    Level.NAMNDMAL: "Nämndmål",
    Level.ENHETSMAL: "Enhetsmål",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """Something of the report at its line; `cells` are label and words of a row, `words` else hold the text."""

    line: int
    what: str
    words: str
    cells: tuple[tuple[str, str], ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """`above` are the goals that the line stands under, the outermost first; `near` what surrounds it."""

    line: int
    above: tuple[str, ...]
    near: tuple[Printed, ...]


def everything(store: "Store", document: str) -> list[Printed]:
    """All that was read of the document and has a line, in reading order."""
    found = [
        *(_goal(row) for row in store.rows("goals", GoalRow, documents=[document]) if row.place_line),
        *(printed_row(row) for row in store.rows("document_outcomes", OutcomeRow, document=document) if row.place_line),
        *(_activity(row) for row in store.rows("activities", ActivityRow, documents=[document]) if row.place_line),
        *(_feedback(row) for row in store.rows("feedback", FeedbackRow, documents=[document]) if row.place_line),
        *(_text(row) for row in store.rows("document_texts", TextRow, document=document) if row.place_line),
    ]
    return sorted(found, key=lambda one: one.line)


def place(found: Sequence[Printed], line: int) -> Place | None:
    """What stands around `line`, with what begins there or last before it marked; None where nothing does."""
    before = [number for number, one in enumerate(found) if one.line <= line]
    if not before:
        return None
    at = next((number for number in before if found[number].line == found[before[-1]].line), before[-1])
    near = list(found[max(0, at - AROUND) : at + AROUND + 1])
    shown = [replace(one, marked=one is found[at]) for one in near]
    return Place(line, _above(found[: at + 1]), tuple(shown))


def printed_row(row: OutcomeRow) -> Printed:
    """The row's cells as printed, empty ones left out but for outcome and target."""
    cells = (
        ("Indikator", row.name_raw),
        (f"Utfall {row.period}" if row.period else "Utfall", row.raw_outcome or "tom cell"),
        ("Kvinnor", row.raw_women),
        ("Män", row.raw_men),
        (f"Utfall {row.previous_period}" if row.previous_period else "Förra utfallet", row.raw_previous),
        ("Årsmål", row.raw_target or "tom cell"),
        ("KF:s årsmål", row.raw_kf_target),
        ("Prognos", row.raw_forecast),
        ("Periodicitet", row.periodicity or ""),
    )
    told = tuple((label, words) for label, words in cells if words)
    return Printed(row.place_line or 0, "Indikator", row.name_raw, told)


def _goal(row: GoalRow) -> Printed:
    code = f"{row.code} " if row.code else ""
    status = "" if row.status in (None, Status.INGEN) else f"{STATUS}{row.status}"
    return Printed(row.place_line or 0, LEVELS[row.level], f"{code}{row.title}{status}")


def _activity(row: ActivityRow) -> Printed:
    told = [row.title, " till ".join(date for date in (row.start, row.end) if date), row.deviation or ""]
    return Printed(row.place_line or 0, "Aktivitet", ". ".join(part for part in told if part))


def _feedback(row: FeedbackRow) -> Printed:
    amounts = (("T1", row.t1), ("T2", row.t2), ("VB", row.vb), ("Totalt", row.total))
    told = tuple((label, "tom cell" if amount is None else str(amount)) for label, amount in amounts)
    name = f"{row.group}: {row.category}"
    return Printed(row.place_line or 0, "Synpunkter", name, (("Synpunkter", name), *told))


def _text(row: TextRow) -> Printed:
    body = " ".join(row.body.split())
    short = body if len(body) <= LONGEST else body[:LONGEST].rsplit(" ", 1)[0] + " …"
    return Printed(row.place_line or 0, row.heading, short)


def _above(found: Sequence[Printed]) -> tuple[str, ...]:
    """The last goal of each level on the way to the line; one further out ends those within it."""
    order = list(LEVELS.values())
    path: dict[str, str] = {}
    for one in found:
        if one.what in order:
            inner = order[order.index(one.what) :]
            path = {level: words for level, words in path.items() if level not in inner}
            path[one.what] = one.words.partition(STATUS)[0]
    return tuple(f"{level}: {words}" for level, words in path.items())
