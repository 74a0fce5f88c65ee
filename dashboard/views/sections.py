"""The other sections of a report: their headings, their words once opened, and what they tell of money and answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dashboard.analysis.quotations import Subject, quotations
from dashboard.model import Selection, TextOf
from dashboard.swedish import listed
from dashboard.views.enhet_goals import place_words, toggled
from dashboard.views.link import Link, source

if TYPE_CHECKING:
    from dashboard.store.database import Store

QUOTED = "q0"
WITHOUT_HEADING = "Utan rubrik"
QUOTED_WORDS = "Pengar och enkäter med rapportens ord"
NOT_COUNTED = "Meningar med belopp eller svar, som de är tryckta. De är inga indikatorer och inget räknas ur dem."


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading: paragraphs, and tables as rows of cells with their header first.

    `key` is its place on the page.
    """

    key: str
    heading: str
    blocks: tuple["str | Grid", ...]
    source: Link
    source_words: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as printed; nothing in it is followed as an indicator."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One section with the headings within it; `parts` is None while it is closed."""

    key: str
    heading: str
    within: str
    toggle: Link
    parts: tuple[Part, ...] | None
    source: Link
    source_words: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence as printed, with the heading that it stands under and its place."""

    sentence: str
    heading: str
    source: Link
    source_words: str


@dataclass(frozen=True, slots=True)
class Quotes:
    """What running text tells of money and answers; `groups` is None while it is closed."""

    toggle: Link
    groups: tuple[tuple[str, tuple[Quote, ...]], ...] | None


class Placed(Protocol):
    """A text with its place, and the lines or pages on which its paragraphs begin."""

    @property
    def starts(self) -> tuple[int, ...] | None: ...

    @property
    def place_line(self) -> int | None: ...

    @property
    def place_page(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Heading:
    """A row of queries/sections.sql."""

    section: int
    heading: str
    above: str | None
    place_line: int | None
    place_page: int | None


@dataclass(frozen=True, slots=True)
class _Words:
    section: int
    body: str
    starts: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class _Told:
    of: TextOf
    number: int
    heading: str
    body: str
    starts: tuple[int, ...] | None
    place_line: int | None
    place_page: int | None


def keys(headings: Sequence[Heading]) -> set[str]:
    """The rows of the unit page that the sections open."""
    return {f"t{group[0].section}" for group in _groups(headings)} | ({QUOTED} if headings else set())


def is_section(key: str) -> bool:
    """Whether the row is a section, and no goal, indicator, activity or quotation."""
    return key.startswith("t")


def headings(store: "Store", document: str) -> list[Heading]:
    """The report's headings without their words."""
    return store.rows("sections", Heading, document=document)


def sections(store: "Store", document: str, found: Sequence[Heading], here: Selection) -> tuple[SectionLine, ...]:
    """The sections in reading order, each part under the section that it stands in; words of opened ones alone."""
    groups = _groups(found)
    opened = [one.section for group in groups if f"t{group[0].section}" in here.rows for one in group]
    asked = store.rows("section_texts", _Words, document=document, sections=opened) if opened else []
    words = {one.section: one for one in asked}
    return tuple(_line(group, words, document, here) for group in groups)


def quotes(store: "Store", document: str, here: Selection) -> Quotes:
    """Asks for the report's running text only when opened."""
    if QUOTED not in here.rows:
        return Quotes(toggled(here, QUOTED), None)
    found: dict[Subject, list[Quote]] = {subject: [] for subject in Subject}
    for text in store.rows("told_texts", _Told, document=document):
        for one in quotations(text.body.split("\n")):
            found[one.subject].append(_quote(one.sentence, text, one.paragraph, document))
    groups = tuple((str(subject), tuple(told)) for subject, told in found.items() if told)
    return Quotes(toggled(here, QUOTED), groups)


def paragraph_source(document: str, key: str, place: "Placed", paragraph: int) -> tuple[Link, str]:
    """The way to a paragraph and its words: its line, or where lines are not known its page and its text's `key`."""
    start = place.starts[paragraph] if place.starts and paragraph < len(place.starts) else None
    if place.place_line is not None:
        line = start or place.place_line
        return source(document, line), place_words(line, None)
    return source(document, None, key), place_words(None, start or place.place_page)


def blocks(body: str) -> tuple[str | Grid, ...]:
    """A text's paragraphs; rows with equally many cells that follow one another are one table."""
    made: list[str | Grid] = []
    for line in body.split("\n"):
        cells = tuple(cell.strip() for cell in line.split("\t"))
        last = made[-1] if made else None
        if len(cells) > 1 and isinstance(last, Grid) and len(last.header) == len(cells):
            made[-1] = Grid(last.header, (*last.rows, cells))
        elif len(cells) > 1:
            made.append(Grid(cells, ()))
        elif line.strip():
            made.append(line)
    return tuple(made)


def _groups(found: Sequence[Heading]) -> list[list[Heading]]:
    """The parts by the section that they stand in, sections in the order of their first part."""
    groups: dict[str, list[Heading]] = {}
    for one in found:
        groups.setdefault(one.above or one.heading, []).append(one)
    return list(groups.values())


def _line(group: Sequence[Heading], words: "dict[int, _Words]", document: str, here: Selection) -> SectionLine:
    first = group[0]
    key = f"t{first.section}"
    name = first.above or first.heading or WITHOUT_HEADING
    within = [one.heading for one in group if one.above]
    return SectionLine(
        key=key,
        heading=name,
        within=listed(within),
        toggle=toggled(here, key),
        parts=tuple(_part(one, words[one.section], name, document) for one in group if one.section in words)
        if key in here.rows
        else None,
        source=source(document, first.place_line, key),
        source_words=place_words(first.place_line, first.place_page),
    )


def _part(one: Heading, words: _Words, section: str, document: str) -> Part:
    return Part(
        key=f"t{one.section}",
        heading="" if one.heading == section else one.heading,
        blocks=blocks(words.body),
        source=source(document, one.place_line, f"t{one.section}"),
        source_words=place_words(one.place_line, one.place_page),
    )


def _quote(sentence: str, text: _Told, paragraph: int, document: str) -> Quote:
    key = f"{'t' if text.of is TextOf.DOCUMENT else 'g'}{text.number}"
    return Quote(sentence, text.heading or WITHOUT_HEADING, *paragraph_source(document, key, text, paragraph))
