"""The words outside the tables: which heading each paragraph stands under, and whether a goal owns it."""

import re

from dashboard.importing import markup
from dashboard.importing.candidates import TextFound
from dashboard.importing.document import Block, Paragraph, Row, Table
from dashboard.importing.vocabulary import (
    key,
    outermost_section,
    section_of_document,
    section_under_goal,
    within_section,
)
from dashboard.model import Place, TextOf

_LONGEST, _MOST_WORDS, _PROSE = 70, 8, 60
_ENDS = '.,:;!?…”")'
_MARK = re.compile(r"^\W+")
# A line with one of these is a sentence that lost its full stop, or an item of a list.
_VERBS = frozenset(
    ["har", "är", "ska", "kan", "får", "finns", "blir", "blev", "ger", "görs", "sker", "var", "hade", "avser", "gäller"]
)


class Sections:
    """Collects texts under their headings; `contents` are the keys of the contents page's entries."""

    def __init__(self, contents: frozenset[str] = frozenset()) -> None:
        self.texts: list[TextFound] = []
        self._contents = contents
        self._open: list[str] = []
        self._goal: int | None = None

    def goal(self, number: int, place: Place) -> None:
        """A goal's heading: what follows is the goal's until a section of the document begins."""
        self._goal = number
        self._begin(TextFound(TextOf.GOAL, number, "", [], place))

    def heading(self, text: str, place: Place) -> None:
        """A heading that is no goal's."""
        if self._goal is not None and not self._leaves_goal(text):
            self._begin(TextFound(TextOf.GOAL, self._goal, text, [], place))
            return
        self._goal = None
        if outermost_section(text):
            self._open = [*self._open[-1:], text]
            self._begin(TextFound(TextOf.DOCUMENT, None, text, [], place))
            return
        if len(self._open) > 1 and _is_agenda(self._open[-1]) and within_section(text):
            self._open.pop()  # 'Agenda 2030' stood among the parts of the section that now goes on
        above = self._open[-1] if self._open else None
        self._begin(TextFound(TextOf.DOCUMENT, None, text, [], place, above))

    def paragraph(self, block: Paragraph, after: Block | None) -> None:
        """Running text, or a line alone that heads what comes after it."""
        if self._goal is None and _heads(block.text, after):
            self.heading(markup.plain(block.text), block.place)
            return
        self._current(block.place).add(markup.paragraphs(block.text), block.place)

    def table(self, table: Table) -> None:
        """A table that is none of the report's own form, as words: a paragraph per row with tabs between the cells."""
        text = self._current(table.place)
        text.add([_told(table.header)], table.place)
        for row in table.rows:
            text.add([_told(_cells(row))], row.place)

    def _leaves_goal(self, text: str) -> bool:
        return not section_under_goal(text) and (section_of_document(text) or key(text) in self._contents)

    def _current(self, place: Place) -> TextFound:
        if not self.texts:
            self._begin(TextFound(TextOf.DOCUMENT, None, "", [], place))
        return self.texts[-1]

    def _begin(self, text: TextFound) -> None:
        self.texts.append(text)


def _is_agenda(text: str) -> bool:
    return key(text) == "agenda2030"


def _heads(text: str, after: Block | None) -> bool:
    """Whether a short line without a verb and a full stop stands before a paragraph of prose."""
    if not isinstance(after, Paragraph) or text[-1:] in _ENDS or "\t" in text:
        return False
    if within_section(text):
        return True
    words = text.lower().split()
    short = len(text) <= _LONGEST and len(words) <= _MOST_WORDS and text[:1].isupper() and not _VERBS & set(words)
    return short and len(after.text) >= _PROSE and _MARK.sub("", after.text)[:1].isupper()


def _cells(row: Row) -> tuple[str, ...]:
    return (*row.cells, row.loose) if row.loose else row.cells


def _told(cells: tuple[str, ...]) -> str:
    return "\t".join(markup.plain(cell) for cell in cells)
