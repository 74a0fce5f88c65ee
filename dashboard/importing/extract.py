"""From the neutral document to candidates: the grammar of the reports, whatever file they came in."""

from collections.abc import Sequence
from itertools import zip_longest

from dashboard.importing import columns, extract_facts, markup
from dashboard.importing.candidates import Found, GoalFound, RowFound, TextFound, Unplaced
from dashboard.importing.columns import Column, Shape
from dashboard.importing.document import Block, Heading, NeutralDocument, Paragraph, Table
from dashboard.importing.extract_feedback import FeedbackRows
from dashboard.importing.extract_rows import Rows
from dashboard.importing.extract_sections import Sections
from dashboard.importing.goal_rows import goals_apart
from dashboard.importing.vocabulary import goal_heading, key, status_line
from dashboard.model import Level, TextOf

_RANK = {level: rank for rank, level in enumerate(Level)}


class _Walk:
    """One walk through the blocks: which goal and heading stand above, and which table was read last."""

    def __init__(self, contents: frozenset[str]) -> None:
        self.found = Found()
        self.indicators, self.activities, self.feedback = Rows(), Rows(), FeedbackRows()
        self.sections = Sections(contents)
        self.open: list[int] = []
        self.described: RowFound | None = None
        self.before: Block | None = None

    @property
    def goal(self) -> int | None:
        return len(self.found.goals) - 1 if self.found.goals else None

    def take(self, block: Block, after: Block | None) -> None:
        """Takes the next block in reading order; `after` is the one that follows it."""
        if self._describes(block):
            pass
        elif isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            self._paragraph(block, after)
        else:
            self._table(block)
        if not _is_icon(block):
            self.before = block

    def _describes(self, block: Block) -> bool:
        """Whether it is a row's analysis that stands below the table, under the row's name as a heading."""
        named = None if isinstance(block, Table) else self._named(key(block.text))
        if named or not isinstance(block, Paragraph) or status_line(block.text):
            self.described = named
        elif self.described and block.text:
            self.described.analysed = True
            self.described.texts.append(block.text)
        return self.described is not None

    def _named(self, words: str) -> RowFound | None:
        """The row above of this goal that has this name and no analysis yet."""
        rows = (row for one in (self.indicators, self.activities) for row in one.rows)
        return next((row for row in rows if row.goal == self.goal and key(row.name) == words and not row.texts), None)

    def _heading(self, block: Heading) -> None:
        goal = goal_heading(block.text)
        if goal:
            self._goal(GoalFound(goal[0], goal[1], markup.plain(goal[2]), block.place))
        else:
            self.sections.heading(block.text, block.place)

    def _goal(self, goal: GoalFound) -> None:
        while self.open and _RANK[self.found.goals[self.open[-1]].level] >= _RANK[goal.level]:
            self.open.pop()
        goal.parent = self.open[-1] if self.open else None
        self.found.goals.append(goal)
        self.open.append(len(self.found.goals) - 1)
        self.sections.goal(len(self.found.goals) - 1, goal.place)

    def _paragraph(self, block: Paragraph, after: Block | None) -> None:
        status = status_line(block.text)
        under_goal = isinstance(self.before, Heading) and goal_heading(self.before.text) is not None
        if (status or _is_icon(block)) and under_goal and self.found.goals:
            goal = self.found.goals[-1]
            goal.status, goal.icons = status or goal.status, goal.icons + block.icons
            return
        self.sections.paragraph(block, after)

    def _table(self, table: Table) -> None:
        header = columns.of_form(table.header)
        if header is None:
            words = " ".join(cell for cell in table.header if cell)
            self.found.unknown_tables.append(Unplaced(f"{words} ({len(table.rows)} rader)", table.place))
            self.sections.table(table)
            return
        for column, words in zip(header.columns, header.words, strict=True):
            if column is Column.OTHER and words not in (one.text for one in self.found.unknown_columns):
                self.found.unknown_columns.append(Unplaced(words, table.place))
        continued = isinstance(self.before, Table) and _same(self.before, table)
        if header.shape is Shape.FEEDBACK:
            self.feedback.take(table, header, continued)
        else:
            rows = self.indicators if header.shape is Shape.INDICATORS else self.activities
            rows.take(table, header, self.goal, continued)


def extract(document: NeutralDocument, stem: str = "") -> Found:
    """All candidates of the document; `stem` is the file's name, asked only for what the text does not tell."""
    walk = _Walk(frozenset(key(entry) for entry in document.contents))
    body = goals_apart(document.body)
    for block, after in zip_longest(body, body[1:]):
        walk.take(block, after)
    found = walk.found
    found.texts = walk.sections.texts
    found.indicators, found.activities, found.feedback = (
        walk.indicators.ended(),
        walk.activities.ended(),
        walk.feedback.placed,
    )
    for row in (*found.indicators, *found.activities):
        row.texts = [*markup.paragraphs(row.aside), *row.texts]
    found.unplaced = [*walk.indicators.unplaced, *walk.activities.unplaced, *walk.feedback.unplaced]
    found.texts += _row_texts(found)
    found.printed_rows = _counts(body, walk)
    found.facts = extract_facts.facts(document, found, stem)
    return found


def _is_icon(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.text and bool(block.icons)


def _same(before: Table, table: Table) -> bool:
    return [key(cell) for cell in before.header] == [key(cell) for cell in table.header]


def _row_texts(found: Found) -> list[TextFound]:
    texts = [
        TextFound(of, number, "Analys", row.texts, row.place)
        for of, rows in ((TextOf.OUTCOME, found.indicators), (TextOf.ACTIVITY, found.activities))
        for number, row in enumerate(rows)
    ]
    comments = [
        TextFound(
            TextOf.FEEDBACK, number, "Bedömning och planerade åtgärder", markup.paragraphs(row.comment), row.place
        )
        for number, row in enumerate(found.feedback)
    ]
    return texts + comments


def _counts(body: Sequence[Block], walk: _Walk) -> dict[str, int]:
    """How many tables and rows the document prints, and what each row was taken for."""
    tables = [block for block in body if isinstance(block, Table)]
    known = [table for table in tables if columns.of_form(table.header)]
    return {
        "tabeller": len(known),
        "okända tabeller": len(walk.found.unknown_tables),
        "tabellrader": sum(len(table.rows) for table in known),
        "indikatorrader": walk.indicators.counted["rad"],
        "aktivitetsrader": walk.activities.counted["rad"],
        "synpunktsrader": len(walk.feedback.placed),
        "textrader": walk.indicators.counted["text"] + walk.activities.counted["text"],
        "fortsättningsrader": sum(
            rows.counted["fortsättning"] for rows in (walk.indicators, walk.activities, walk.feedback)
        ),
        "oplacerade rader": len(walk.found.unplaced),
    }
