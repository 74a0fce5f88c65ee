"""Feedback category by category over units, one category unit by unit, and the units' comments on cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.analysis.feedback import Sort, summed
from dashboard.importing.privacy import found_person
from dashboard.model import Selection
from dashboard.swedish import amount_words, listed, sort_key
from dashboard.views.feedback_rows import WHOLE, Stored
from dashboard.views.link import Link

if TYPE_CHECKING:
    from dashboard.store.database import Store

PAGE = "synpunkter"
HEADINGS = {
    Sort.PRAISE: "Beröm",
    Sort.ABOUT: "Vad synpunkter och klagomål gällde",
    Sort.SENDER: "Vem de kom från",
    Sort.ANSWERED: "Svar",
    Sort.ACTED: "Åtgärder",
    Sort.DEVIATION: "Avvikelser",
    Sort.OTHER: "Övrigt",
}
APART = {
    Sort.LEX_SARAH: "Lex Sarah",
    Sort.LEX_MARIA: "Lex Maria",
    Sort.PERSONAL_DATA: "Personuppgifter",
}


@dataclass(frozen=True, slots=True)
class CountLine:
    """Counts of a category over units, or of one unit; None where no report tells. `to` leads on or to the source."""

    key: str
    name: str
    note: str
    t1: int | None
    t2: int | None
    vb: int | None
    total: int | None
    to: Link
    to_words: str
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The categories of one sort; `empty` names those that are printed without any figure."""

    heading: str
    lines: tuple[CountLine, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A unit's own words on the cases of one category."""

    unit: str
    category: str
    paragraphs: tuple[str, ...]
    source: Link
    source_words: str


@dataclass(frozen=True, slots=True)
class Comments:
    """`amount` are those there are; they are read when `opened`, and `withheld` says how many are not shown."""

    amount: int
    toggle: Link
    opened: bool
    shown: tuple[Comment, ...] = ()
    withheld: str = ""


def sections(rows: Sequence[Stored], headings: Mapping[Sort, str], units: int, here: Selection) -> tuple[Section, ...]:
    """`units` is how many units' reports the rows are from."""
    made = []
    for sort, heading in headings.items():
        own = [row for row in rows if row.sort is sort]
        held: dict[str, list[Stored]] = {}
        for row in own:
            held.setdefault(row.key, []).append(row)
        told = {key: found for key, found in held.items() if any(row.count is not None for row in found)}
        silent = [_name(found) for key, found in held.items() if key not in told]
        if own:
            lines = sorted((_line(key, found, units, here) for key, found in told.items()), key=_order)
            made.append(Section(heading, tuple(lines), _empty(silent)))
    return tuple(made)


def _order(line: CountLine) -> str:
    return sort_key(line.name)


def _empty(names: Sequence[str]) -> str:
    return f"Utan uppgift i rapporterna: {listed(sorted(names, key=sort_key))}." if names else ""


def _name(rows: Sequence[Stored]) -> str:
    return WHOLE.get(rows[0].sort, rows[0].category)


def _line(key: str, rows: Sequence[Stored], units: int, here: Selection) -> CountLine:
    told = [row for row in rows if row.count is not None]
    opened = here.category == key
    if units == 1 and len(told) == 1:
        return _own(key, _name(rows), told[0])
    note = f"uppgift från {len({row.unit for row in told})} av {units} enheter" if units > 1 else ""
    to = Link(PAGE, replace(here, category=None if opened else key), "" if opened else "h-kategori")
    words = "Stäng" if opened else "Enhet för enhet"
    return CountLine(key, _name(rows), note, *_sums(told), to, words, opened)


def _sums(rows: Sequence[Stored]) -> tuple[int | None, int | None, int | None, int | None]:
    return (
        summed(row.t1 for row in rows),
        summed(row.t2 for row in rows),
        summed(row.vb for row in rows),
        summed(row.count for row in rows),
    )


def _own(key: str, name: str, row: Stored) -> CountLine:
    return CountLine(key, name, "", row.t1, row.t2, row.vb, row.count, row.source, row.source_words)


def opened(rows: Sequence[Stored], names: Mapping[str, str], here: Selection) -> Section | None:
    """The chosen category unit by unit and year by year, each count with its source; None where no report has it."""
    found = [row for row in rows if here.category is not None and row.key == here.category]
    if not found:
        return None
    told = [row for row in found if row.count is not None]
    lines = tuple(_own(f"{row.document}-s{row.number}", _when(row, names), row) for row in told)
    silent = dict.fromkeys(_when(row, names) for row in found if row.count is None)
    return Section(_name(found), lines, f"Tom cell i rapporten: {listed(list(silent))}." if silent else "")


def _when(row: Stored, names: Mapping[str, str]) -> str:
    return f"{names[row.unit]} {row.year}"


@dataclass(frozen=True, slots=True)
class _Text:
    document: str
    number: int
    heading: str
    body: str


def comments(store: "Store", rows: Sequence[Stored], names: Mapping[str, str], here: Selection) -> Comments:
    """Asks for texts only when they are opened; those in which the import found a person are left out, and counted."""
    chosen = [row for row in rows if row.has_comment and here.category in (None, row.key)]
    is_open = here.form == "ord"
    toggle = Link(PAGE, replace(here, form=None if is_open else "ord"), "" if is_open else "h-ord")
    if not is_open:
        return Comments(len(chosen), toggle, opened=False)
    of_row = {(row.document, row.number): row for row in chosen}
    documents = sorted({row.document for row in chosen})
    texts = store.rows("feedback_texts", _Text, documents=documents)
    found = [(of_row[text.document, text.number], text) for text in texts if (text.document, text.number) in of_row]
    shown = tuple(_comment(row, text, names) for row, text in found if not found_person(text.body))
    left = len(found) - len(shown)
    noun = amount_words(left, "kommentar visas", "kommentarer visas")
    withheld = f"{noun} inte: inläsningen fann uppgifter om en person i texten." if left else ""
    return Comments(len(chosen), toggle, opened=True, shown=shown, withheld=withheld)


def _comment(row: Stored, text: _Text, names: Mapping[str, str]) -> Comment:
    paragraphs = tuple(part for part in text.body.split("\n") if part.strip())
    return Comment(names[row.unit], row.category, paragraphs, row.source, row.source_words)
