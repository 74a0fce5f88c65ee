"""Text as `pdftotext -layout` prints it: cells in fixed places, wrapped within their columns, pages parted by \\f."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tests.generator import words
from tests.generator.facts import Column, Facts, Feedback, Goal, PageEnd, Row, Section

PROSE, TITLE, ANALYSIS, INDENT = 96, 76, 120, 6
WIDTHS = {
    "name": 36, "title": 64, "start": 14, "end": 14, "deviation": 24, "group": 21, "category": 31, "comment": 26,
    "kf_target": 12, "periodicity": 14,
}  # fmt: skip
OTHERS = 12


@dataclass
class Sheet:
    """The text so far and the page it has come to; `widths` are those of the columns, in characters."""

    facts: Facts
    widths: Mapping[str, int]
    text: str = ""
    page: int = 1

    def add(self, *lines: str) -> None:
        self.text += "".join(f"{line.rstrip()}\n" for line in lines)

    def end_page(self) -> None:
        self.page += 1
        footer = f"{self.facts.unit}, {self.facts.title.rsplit(' ', 1)[0]} {self.page}(24)"
        self.add("", "", f"\f{footer}", "", "")

    def prose(self, paragraph: str, width: int = PROSE) -> None:
        for number, part in enumerate(paragraph.split("\f")):
            if number:
                self.end_page()
            self.add(*textwrap.wrap(part.strip(), width))

    def width(self, field: str) -> int:
        return self.widths.get(field, WIDTHS.get(field, OTHERS))


def write(facts: Facts, widths: Mapping[str, int] | None = None) -> str:
    """The whole report; `widths` are columns' widths that differ from the usual."""
    sheet = Sheet(facts, widths or {})
    if facts.cover != "none":
        _cover(sheet)
    for section in facts.opening:
        _section(section, sheet)
    for goal in facts.goals:
        _goal(goal, sheet)
    for section in facts.closing:
        _section(section, sheet)
    return sheet.text


def _cover(sheet: Sheet) -> None:
    facts = sheet.facts
    board = f"Till {facts.board}" if facts.board else ""
    sheet.add("Tjänsteutlåtande", facts.date or "", "Handläggare:", "Telefon:", board, "", "")
    sheet.add(*textwrap.wrap(facts.title, 60), *textwrap.wrap(facts.unit, 50))
    sheet.end_page()
    sheet.add("Innehållsförteckning")
    for entry, page in words.contents(facts):
        lines = textwrap.wrap(entry, 88)
        sheet.add(*lines[:-1], f"{lines[-1]} {'.' * (120 - len(lines[-1]))}      {page}")
    sheet.end_page()
    _section(Section(words.FOLLOW_UP, (words.FOLLOW_UP_WORDS,)), sheet)


def _section(section: Section, sheet: Sheet) -> None:
    sheet.add("", *textwrap.wrap(section.heading, TITLE))
    for paragraph in section.paragraphs:
        sheet.prose(paragraph)
    if section.feedback:
        _feedback_table(sheet)


def _goal(goal: Goal, sheet: Sheet) -> None:
    if goal.new_page:
        sheet.end_page()
    sheet.add("", "", *textwrap.wrap(words.heading(goal), TITLE))
    if goal.status:
        sheet.add(f"   {goal.status_words or words.STATUSES.get(goal.status, 'Inga data')}")
    else:
        sheet.add("")
    for section in goal.sections:
        _section(section, sheet)
    for rows, columns in (
        (goal.indicators, sheet.facts.indicator_columns), (goal.activities, sheet.facts.activity_columns)
    ):  # fmt: skip
        if rows:
            _table(rows, columns, sheet)


def _table(rows: Sequence[Row], columns: Sequence[Column], sheet: Sheet) -> None:
    _header(columns, sheet, INDENT)
    for row in rows:
        if row.page_end is PageEnd.BEFORE:
            sheet.end_page()
            _header(columns, sheet, INDENT)
        _row(row, columns, sheet)
        if row.analysis:
            sheet.add("Analys")
            if row.page_end is PageEnd.ANALYSIS:
                sheet.end_page()
                _header(columns, sheet, INDENT)
            sheet.add(*(line for paragraph in row.analysis for line in textwrap.wrap(paragraph, ANALYSIS)))
    sheet.add("", "")


def _header(columns: Sequence[Column], sheet: Sheet, indent: int) -> None:
    sheet.add(*_lines([(column.header, sheet.width(column.field)) for column in columns], indent))


def _row(row: Row, columns: Sequence[Column], sheet: Sheet) -> None:
    name = f"{words.sign(row)} {row.cells[columns[0].field]}".strip()
    cells = [name, *(row.cells[column.field] for column in columns[1:])]
    lines = _lines([(cell, sheet.width(column.field)) for cell, column in zip(cells, columns, strict=True)], INDENT)
    cut = 1 if row.page_end in (PageEnd.NAME, PageEnd.TARGET) and len(lines) > 1 else len(lines)
    sheet.add(*lines[:cut])
    if cut < len(lines):
        sheet.end_page()
        _header(columns, sheet, INDENT)
        sheet.add(*lines[cut:])


def _lines(cells: Sequence[tuple[str, int]], indent: int) -> list[str]:
    """The cells beside one another, each wrapped within its width less the two blanks that part it from the next."""
    wrapped = [(textwrap.wrap(cell, width - 2) or [""], width) for cell, width in cells]
    height = max(len(lines) for lines, _ in wrapped)
    return [
        " " * indent + "".join("".join(lines[n : n + 1]).ljust(width) for lines, width in wrapped)
        for n in range(height)
    ]


def _feedback_table(sheet: Sheet) -> None:
    columns = sheet.facts.feedback_columns
    _header(columns, sheet, 0)
    group = ""
    for row in sheet.facts.feedback:
        if row.page_end is PageEnd.BEFORE:
            sheet.end_page()
            _header(columns, sheet, 0)
        shown = replace(row, group="" if row.group == group else row.group)
        sheet.add(*_lines([(_cell(shown, column), sheet.width(column.field)) for column in columns], 0))
        group = row.group
    sheet.add("", "")


def _cell(row: Feedback, column: Column) -> str:
    return row.group if column.field == "group" else row.cells[column.field]
