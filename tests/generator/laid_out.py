"""Laid-out text, as a PDF gives it when read line by line: wrapped cells, a blank per empty cell, no columns left.

The double-spaced plan is the same with an empty line after each line of prose.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from tests.generator import words
from tests.generator.facts import Column, Facts, Feedback, Goal, Layout, PageEnd, Row, Section
from tests.generator.wrapping import CELL, ems, narrow, wrapped

PROSE, TITLE, NAME, ACTIVITY, CATEGORY, ANALYSIS = 92, 78, 26, 66, 32, 122
EMPTY_ROW = " " * 6 + "\n\n"

INDICATOR_HEADERS = {
    "Indikator": "Indikator ",
    "Periodens utfall": "Periodens \nutfall \n\n",
    "Utfall män/ pojkar": "Utfall \nmän/ \npojkar \n\n",
    "Utfall kvinnor/ flickor": "Utfall \nkvinnor/ \nflickor \n\n",
    "Prognos helår": "Prognos \nhelår \n\n",
    "KF:s årsmål": "KF:s \n\nårsmål ",
}


@dataclass
class Sheet:
    """The text so far; what comes first on a new page has a blank before it, where the form feed was."""

    facts: Facts
    text: str = ""
    page: int = 1
    pages: int = 24
    lead: str = ""

    @property
    def gap(self) -> str:
        return "\n" if self.facts.layout is Layout.DOUBLE_SPACED else ""

    def add(self, text: str) -> None:
        self.text += self.lead + text
        self.lead = ""

    def end_page(self) -> None:
        self.page += 1
        self.text = self.text.rstrip("\n") + "\n"
        if self.facts.footers:
            self.add(f"\n\n\n{self.footer()} \n \n\n")
        else:
            self.lead = " "

    def footer(self) -> str:
        return f"{self.facts.unit}, {self.facts.title.rsplit(' ', 1)[0]} {self.page}({self.pages})"

    def prose(self, paragraph: str, width: int = PROSE) -> None:
        """A paragraph; each form feed in it ends a page."""
        for number, part in enumerate(paragraph.split("\f")):
            if number:
                self.end_page()
            for line in wrapped(part.strip(), width, hyphens=self.gap != ""):
                self.add(line + self.gap)

    def heading(self, text: str, width: int = TITLE) -> None:
        if not self.lead and not self.text.endswith("\n\n"):
            self.add("\n")
        self.prose(text, width)
        if not self.gap:
            self.add("\n")


def write(facts: Facts) -> str:
    """The whole report."""
    sheet = Sheet(facts)
    if facts.cover != "none":
        _cover(sheet)
        _contents(sheet)
    else:
        sheet.lead = " "
    for section in facts.opening:
        _section(section, sheet)
    if facts.cover != "none":
        _section(Section(words.FOLLOW_UP, (words.FOLLOW_UP_WORDS,)), sheet)
    for goal in facts.goals:
        _goal(goal, sheet)
    for section in facts.closing:
        _section(section, sheet)
    return sheet.text


def _cover(sheet: Sheet) -> None:
    facts = sheet.facts
    sheet.add(" \n \n \n \n\n \n\n \n" + "".join(wrapped(facts.title + " ", 60)))
    sheet.add("".join(wrapped(facts.unit, 40)) + "\n \n\n \n \n \n\n \n\n  \n\n")
    sheet.add("".join(wrapped(facts.unit, 34)) + "\nTjänsteutlåtande \n\n \n\n")
    sheet.add(f"{facts.date} \n\n" if facts.date else "")
    sheet.add(f"Handläggare  Till \n {facts.board} \n" if facts.board and facts.cover == "memo" else "Handläggare \n")
    sheet.add("Telefon: \n\n" + "".join(wrapped(facts.unit, 34)) + " \n" * 6 + "start.stockholm \n\n\n\n")
    sheet.page = 2
    sheet.add(f"{sheet.footer()} \n \n\n")


def _contents(sheet: Sheet) -> None:
    sheet.add("Innehållsförteckning \n")
    for entry, page in words.contents(sheet.facts):
        lines = textwrap.wrap(entry, 88)
        lines[-1] += " " + "." * (100 - len(lines[-1])) + str(page)
        sheet.add("".join(f"{line} \n" for line in lines) + "\n")
    sheet.add(" \n\n  \n\n\n\n")
    sheet.page = 3
    sheet.add(f"{sheet.footer()} \n \n\n")


def _section(section: Section, sheet: Sheet) -> None:
    sheet.heading(section.heading)
    for number, paragraph in enumerate(section.paragraphs):
        if number and not paragraph.startswith("-"):
            sheet.add(" \n" + sheet.gap)
        sheet.prose(paragraph)
    if section.feedback:
        _feedback_table(sheet)


def _goal(goal: Goal, sheet: Sheet) -> None:
    if goal.new_page:
        sheet.end_page()
    sheet.heading(words.heading(goal))
    if goal.status:
        sheet.add(f" {goal.status_words or words.STATUSES.get(goal.status, 'Ingen')} \n\n")
    for section in goal.sections:
        _section(section, sheet)
    if goal.indicators:
        _table(goal.indicators, _indicator_header(sheet), sheet)
    if goal.activities:
        columns = sheet.facts.activity_columns
        _table(goal.activities, " ".join(column.header for column in columns) + " \n\n", sheet, ACTIVITY)


def _indicator_header(sheet: Sheet) -> str:
    header = ""
    for column in sheet.facts.indicator_columns:
        before_year = column.header.rsplit(" ", 1)
        if column.field == "previous" and not sheet.gap:
            header += " \n".join(before_year) + " "
        else:
            header += (
                INDICATOR_HEADERS.get(column.header, f"{column.header} ") if not sheet.gap else f"{column.header} "
            )
    return header.rstrip() + " \n\n"


def _table(rows: Sequence[Row], header: str, sheet: Sheet, width: int = NAME) -> None:
    plan = sheet.facts.layout is Layout.DOUBLE_SPACED
    full = ("  " if plan else "   ") + header
    if not sheet.text.endswith("\n\n") and not sheet.lead:
        sheet.add("\n")
    sheet.add(full)
    for row in rows:
        if row.page_end is PageEnd.BEFORE:
            sheet.end_page()
            sheet.add(full)
        _row(row, sheet, width)
        if row.analysis:
            sheet.add("Analys \n")
            if row.page_end is PageEnd.ANALYSIS:
                sheet.end_page()
                sheet.add(full)
            sheet.add("".join("".join(wrapped(paragraph, ANALYSIS)) for paragraph in row.analysis) + "\n")


def _row(row: Row, sheet: Sheet, width: int) -> None:
    plan = sheet.facts.layout is Layout.DOUBLE_SPACED
    columns = sheet.facts.indicator_columns if "name" in row.cells else sheet.facts.activity_columns
    icons = " \n\n \n\n" if plan else " \n \n\n \n\n"
    blanks = icons if row.council else " " if plan else "  "
    sign = f"{words.sign(row)} ".lstrip()
    name = wrapped(row.cells[columns[0].field], width)
    sheet.add(blanks + sign + ("".join(name) + "\n" if len(name) > 1 else name[0].rstrip() + " "))
    wraps = () if plan else ("target", "kf_target")
    sheet.add(_cells([(row.cells[column.field], column.field in wraps) for column in columns[1:]]) + "\n")


def _cells(cells: Sequence[tuple[str, bool]]) -> str:
    """The cells on one line, a blank between them; one that wraps ends the line, and what follows starts anew."""
    text, fresh = "", True
    for cell, wraps in cells:
        text += "" if fresh else " "
        fresh = wraps and bool(cell) and not cell[0].isdigit() and ems(cell) > CELL
        text += f"{narrow(cell)}\n" if fresh else cell
    return text.removesuffix("\n") if fresh else text + " \n"


def _feedback_table(sheet: Sheet) -> None:
    columns = sheet.facts.feedback_columns
    header = "".join(_feedback_header(column) for column in columns)
    sheet.add(header)
    rows = sheet.facts.feedback
    for number, row in enumerate(rows):
        if row.page_end is PageEnd.BEFORE:
            sheet.end_page()
            sheet.add(header)
        last_of_group = number + 1 == len(rows) or rows[number + 1].group != row.group
        if last_of_group:
            _group(row.group, sheet)
        _feedback(row, sheet, columns)


def _group(label: str, sheet: Sheet) -> None:
    """A group's label stands beside its last row; after an empty row of one line it even goes on along that line."""
    if sheet.text.endswith(EMPTY_ROW):
        sheet.text = sheet.text.removesuffix("\n\n")
    sheet.add("".join(wrapped(label, 20)) + " \n \n \n \n\n")


def _feedback_header(column: Column) -> str:
    if column.field == "category":
        return "Klagomål/synpunkter/kategori\ner \n\n"
    if column.field == "group":
        return f"{column.header} "
    return "".join(wrapped(column.header, 7 if column.field != "comment" else 18)) + "\n"


def _feedback(row: Feedback, sheet: Sheet, columns: Sequence[Column]) -> None:
    name = wrapped(row.cells["category"], CATEGORY)
    cells = " ".join(row.cells[column.field] for column in columns if column.field not in ("group", "category"))
    if len(name) > 1:
        sheet.add("".join(name) + f"\n{cells} \n\n")
    else:
        sheet.add(name[0].rstrip() + f" {cells} \n\n")
