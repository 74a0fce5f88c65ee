"""Hits of a search: what stands around the words, of what it is, where it is shown, and its place in the report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import Kind, Level, Selection, TextOf
from dashboard.swedish import amount_words, period_words
from dashboard.views.goal_tree import LEVEL_WORDS, chain_of, key_of
from dashboard.views.link import Link
from dashboard.views.rows import GoalLine
from dashboard.views.sections import paragraph_source
from dashboard.views.snippets import Piece, pieces, snippet

if TYPE_CHECKING:
    from dashboard.store.database import Store

_ON_GOALS = ("goal_title", TextOf.GOAL)
_KEYS = {TextOf.GOAL: "g", TextOf.OUTCOME: "i", TextOf.ACTIVITY: "a", TextOf.FEEDBACK: "s"}


@dataclass(frozen=True, slots=True)
class Hit:
    """`link` leads to where it is shown, `source` to its place in the report; None for a unit or an indicator."""

    pieces: tuple[Piece, ...]
    about: str
    link: Link
    source: Link | None = None
    source_words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of queries/search.sql."""

    group: str
    of: str
    key: str | None
    words: str
    heading: str | None
    document: str
    unit: str
    year: int
    kind: Kind
    number: int | None
    starts: tuple[int, ...] | None
    place_line: int | None
    place_page: int | None
    unit_count: int
    amount: int


@dataclass(frozen=True, slots=True)
class _Opened:
    """A row of queries/section_rows.sql."""

    document: str
    heading: str
    place_line: int | None
    place_page: int | None
    section: int
    first: int


class Hits:
    """Makes hits of rows; what stands on goals above the unit's own is shown by the goal's page, not the unit's."""

    def __init__(self, store: "Store", rows: Sequence[Row], names: Mapping[str, str], patterns: Sequence[str]) -> None:
        self._names, self._patterns = names, patterns
        documents = sorted({row.document for row in rows if row.of in _ON_GOALS})
        lines = store.rows("goal_lines", GoalLine, documents=documents) if documents else []
        self._above = {(line.document, line.number): line for line in lines if line.level is not Level.ENHETSMAL}
        told = sorted({row.document for row in rows if row.of == TextOf.DOCUMENT})
        parts = store.rows("section_rows", _Opened, documents=told) if told else []
        self._sections = {_place(part): part for part in parts}

    def of(self, row: Row) -> Hit:
        if row.of == "indicator":
            about = f"Indikator hos {amount_words(row.unit_count, 'enhet', 'enheter')}, senast {row.year}"
            return Hit(pieces(row.words, self._patterns), about, Link("indikator", Selection(indicator=row.key)))
        key = row.key or f"{_KEYS[TextOf(row.of)]}{row.number}" if row.of != TextOf.DOCUMENT else ""
        words, paragraph = snippet(row.words, self._patterns)
        place = paragraph_source(row.document, key, row, paragraph)
        above = self._above.get((row.document, row.number or 0)) if row.of in _ON_GOALS else None
        part = self._sections.get(_place(row)) if row.of == TextOf.DOCUMENT else None
        link = _in_section(row, part) if part else _shown(row, key, above, place[0])
        return Hit(pieces(words, self._patterns), self._about(row, above), link, *place)

    def _about(self, row: Row, above: GoalLine | None) -> str:
        others = row.unit_count - 1
        told = (
            LEVEL_WORDS[above.level] if above else "",
            self._names[row.unit],
            period_words(row.kind, row.year),
            row.heading,
            f"också hos {amount_words(others, 'annan enhet', 'andra enheter')}" if others else "",
        )
        return ", ".join(part for part in told if part)


def _place(one: Row | _Opened) -> tuple[str, str | None, int | None, int | None]:
    """A section has no number in the texts, only its place."""
    return one.document, one.heading, one.place_line, one.place_page


def _in_section(row: Row, part: _Opened) -> Link:
    """The unit's page with the section opened, at the part of it that has the words."""
    to = Selection(unit=row.unit, year=row.year, period=row.kind, rows=(f"t{part.first}",))
    return Link("enhet", to, f"t{part.section}")


def _shown(row: Row, key: str, above: GoalLine | None, place: Link) -> Link:
    """Where the words are shown: the unit's page with the row opened, or the page of a goal above the unit's own.

    Words that hang on such a goal stand on no page but that of their place. Feedback has no row.
    """
    if above and row.of == TextOf.GOAL:
        return place
    if above:
        goal = key_of(chain_of(above.path), row.year)
        return Link("mal", Selection(goal=goal, year=row.year, period=row.kind))
    rows = (key,) if key[:1] in ("g", "i", "a") else ()
    fragment = key if rows else "synpunkter" if key else "avsnitt"
    return Link("enhet", Selection(unit=row.unit, year=row.year, period=row.kind, rows=rows), fragment)
