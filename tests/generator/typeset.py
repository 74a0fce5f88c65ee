"""Reports set by Typst from facts: looks that are drawn by other means than `pdf`, so that readers meet another hand.

Words are hyphenated, tables break over pages by themselves, and cells run over rows and columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import typst

from tests.generator import words
from tests.generator.facts import Column, Facts, Feedback, Goal, Row, Section

_COLOURS = {"helt": "#1b8a3a", "delvis": "#f2b705", "ej": "#c62828", "ingen": "#8a8f98"}
_TINTS = {"helt": "#c6e0b4", "delvis": "#ffe699", "ej": "#f4b183", "ingen": "#d9d9d9"}
_SHAPES = {
    "helt": "circle(radius: 4pt, fill: {})", "ej": "rect(width: 7pt, height: 7pt, fill: {})",
    "delvis": "polygon((0pt, 4pt), (4pt, 0pt), (8pt, 4pt), (4pt, 8pt), fill: {})",
}  # fmt: skip
_LEVELS = {"inriktningsmål": 2, "verksamhetsområdesmål": 3, "nämndmål": 4, "enhetsmål": 5}
_TWO = {
    "outcome": ("Utfall", "Totalt"), "men": ("Utfall", "Män"), "women": ("Utfall", "Kvinnor"),
    "target": ("Mål", "Årsmål"), "kf_target": ("Mål", "KF:s årsmål"),
}  # fmt: skip
_STROKES = {"grid": "0.5pt", "rows": "(x, y) => (bottom: 0.4pt + gray)", "none": "none", "shade": "none"}


@dataclass(frozen=True, slots=True)
class Look:
    """One look. `status`: an icon in a column of its own, the word in one that stands last, or an icon in the first.

    `analysis`: below the row, beside its label below the row, in a column, or below the table under the row's name.
    `heads`: one row, two rows with names over columns, or words on end. `goals`: headings, headings in a box with the
    status beside them, rows of tables with the level's word first, or numbered.
    """

    status: Literal["icon", "word", "first"] = "icon"
    analysis: Literal["row", "aside", "column", "below"] = "row"
    heads: Literal["plain", "two", "on end"] = "plain"
    goals: Literal["plain", "box", "rows", "numbered"] = "plain"
    rules: Literal["grid", "rows", "none", "shade"] = "grid"
    numbers: Literal["left", "center", "right"] = "left"
    paper: Literal["a4", "a5"] = "a4"
    on_side: bool = False
    repeat: bool = True
    size: float = 8.0


def write(facts: Facts, look: Look | None = None) -> bytes:
    """The whole report as the bytes of a PDF."""
    return typst.compile("\n".join(_Report(facts, look or Look()).lines()).encode())


class _Report:
    def __init__(self, facts: Facts, look: Look) -> None:
        self.facts, self.look = facts, look
        self.numbers: list[int] = [0] * 4

    def lines(self) -> list[str]:
        look, facts = self.look, self.facts
        found = [
            f'#set page(paper: "{look.paper}", flipped: {str(look.on_side).lower()}, margin: 1.8cm, header: context ['
            f"#text(8pt)[{_text(facts.title)} #h(1fr) Sida #counter(page).display()]])",
            '#set text(lang: "sv", size: 10pt, hyphenate: true)',
            "#set par(justify: true)",
            f"#show table: set text(size: {look.size}pt)",
        ]
        if facts.cover != "none":
            told = (facts.board and f"Till {facts.board}", facts.date)
            found += [_text(line) + "\n" for line in told if line]
            found += [f"#v(4cm)\n#text(24pt)[*{_text(facts.title)}*]\n\n#text(16pt)[{_text(facts.unit)}]\n#pagebreak()"]
        for section in facts.opening:
            found += self._section(section, 1)
        found += [_heading(words.FOLLOW_UP, 1), words.FOLLOW_UP_WORDS]
        for goal in facts.goals:
            found += self._goal(goal)
        for section in facts.closing:
            found += self._section(section, 1)
        return found

    def _section(self, section: Section, level: int) -> list[str]:
        found = [_heading(section.heading, level)]
        for paragraph in section.paragraphs:
            text = " ".join(paragraph.replace("\f", " ").split())
            found.append(f"- {_text(text[2:])}" if text.startswith("- ") else f"\n{_text(text)}\n")
        return found + (self._feedback() if section.feedback else [])

    def _goal(self, goal: Goal) -> list[str]:
        level = _LEVELS[goal.level]
        found = self._title(goal, level)
        for section in goal.sections:
            found += self._section(section, 6)
        for rows, columns in (
            (goal.indicators, self.facts.indicator_columns),
            (goal.activities, self.facts.activity_columns),
        ):
            found += self._rows(rows, columns) if rows else []
        return found

    def _title(self, goal: Goal, level: int) -> list[str]:
        text = words.heading(goal)
        if self.look.goals == "numbered":
            self.numbers[level - 2 :] = [self.numbers[level - 2] + 1] + [0] * (5 - level)
            text = f"2.{'.'.join(map(str, self.numbers[: level - 1]))} {text}"
        if not goal.status:
            return [_heading(text, level)]
        status = f"{_icon(goal.status)} {goal.status_words or words.STATUSES.get(goal.status, 'Inga data')}"
        if self.look.goals == "rows":
            level_word, _, title = text.partition(": ")
            cells = f"[{_text(level_word)}], [{_text(title)}], [{status}]"
            return [f"#table(columns: (2fr, 5fr, 2fr), stroke: 0.5pt, {cells})"]
        if self.look.goals != "box":
            return [_heading(text, level), f"\n{status}\n"]
        cells = f'[{_heading(text, level)}], table.cell(fill: rgb("{_TINTS[goal.status]}"))[{status}]'
        return [f"#table(columns: (3fr, 1fr), stroke: 0.5pt, {cells})"]

    def _rows(self, rows: Sequence[Row], columns: Sequence[Column]) -> list[str]:
        look, indicators = self.look, columns[0].field == "name"
        status = look.status if indicators else "icon"  # where a check mark may stand
        cells: list[str] = []
        for row in rows:
            own = [_cell(row.cells[column.field], look.numbers if n else "left") for n, column in enumerate(columns)]
            sign = "✓" if row.check_mark else _icon(row.symbol)
            told = words.STATUSES.get(row.symbol or "", "")
            own = [*own, f"[{sign} {told}]"] if status == "word" else [f"[{sign}]", *own] if status else own
            own += [_paragraphs(row.analysis)] if look.analysis == "column" else []
            cells += [*own, *(self._below(row.analysis, len(own)) if row.analysis else [])]
        return [self._table(self._head(columns, status), cells), *self._under(rows, columns)]

    def _below(self, analysis: Sequence[str], width: int) -> list[str]:
        if self.look.analysis == "row":
            return [f"table.cell(colspan: {width}){_paragraphs(('Analys', *analysis), bold=True)}"]
        if self.look.analysis == "aside":
            return ["table.cell(colspan: 2)[*Analys*]", f"table.cell(colspan: {width - 2}){_paragraphs(analysis)}"]
        return []

    def _under(self, rows: Sequence[Row], columns: Sequence[Column]) -> list[str]:
        told = [row for row in rows if row.analysis and self.look.analysis == "below"]
        return [line for row in told for line in (
            f"\n*{_text(row.cells[columns[0].field])}*\n", *(f"\n{_text(text)}\n" for text in row.analysis)
        )]  # fmt: skip

    def _head(self, columns: Sequence[Column], status: str) -> tuple[list[float], list[str]]:
        """The columns' widths and the header's cells, row by row."""
        look, two = self.look, self.look.heads == "two" and any(column.field in _TWO for column in columns)
        span = ", rowspan: 2" if two else ""
        widths = [4.0] + [1.0] * (len(columns) - 1)
        cells = [f"table.cell(colspan: 1{span}){self._named(columns[0].header, turned=False)}"]
        for over, group in groupby(columns[1:], key=lambda one: _TWO.get(one.field, ("", ""))[0] if two else one.field):
            members = list(group)
            named = f"[*{over}*]" if two and over else ""
            cells += [
                f"table.cell(colspan: {len(members)}, align: center){named}"
                if named
                else "".join(f"table.cell(colspan: 1{span}){self._named(one.header)}, " for one in members)[:-2]
            ]
        lower = [f"[*{_TWO[column.field][1]}*]" for column in columns if two and column.field in _TWO]
        if status == "word":
            widths, cells = [*widths, 1.4], [*cells, f"table.cell(colspan: 1{span})[*Status*]"]
        elif status:
            widths, name = [0.5 if status == "icon" else 0.9, *widths], "" if status == "icon" else "*Status*"
            cells = [f"table.cell(colspan: 1{span})[{name}]", *cells]
        if look.analysis == "column":
            widths, cells = [*widths, 4.0], [*cells, f"table.cell(colspan: 1{span})[*Analys*]"]
        return widths, cells + lower

    def _named(self, header: str, *, turned: bool = True) -> str:
        bold = f"[*{_text(header)}*]"
        return f"[#rotate(-90deg, reflow: true){bold}]" if turned and self.look.heads == "on end" else bold

    def _table(self, head: tuple[list[float], list[str]], cells: Sequence[str]) -> str:
        look, (widths, header) = self.look, head
        shade = '(x, y) => if calc.odd(y) {rgb("#e8edf2")}' if look.rules == "shade" else "none"
        across = ", ".join(f"{width}fr" for width in widths)
        repeat = str(look.repeat).lower()
        return (
            f"#table(columns: ({across}), stroke: {_STROKES[look.rules]}, fill: {shade}, inset: 4pt,\n"
            f"table.header(repeat: {repeat}, {', '.join(header)}),\n" + ",\n".join(cells) + ")"
        )

    def _feedback(self) -> list[str]:
        columns, cells = self.facts.feedback_columns, list[str]()
        for label, group in groupby(self.facts.feedback, key=lambda row: row.group):
            rows: list[Feedback] = list(group)
            cells.append(f"table.cell(rowspan: {len(rows)})[{_text(label)}]")
            cells += [f"[{_text(row.cells[column.field])}]" for row in rows for column in columns[1:]]
        header = [f"[*{_text(column.header)}*]" for column in columns]
        return [self._table(([2.0, 2.4] + [1.0] * (len(columns) - 3) + [2.4], header), cells)]


def _heading(text: str, level: int) -> str:
    size = {1: 16, 2: 14, 3: 13, 4: 12, 5: 11, 6: 10}[level]
    return f"#block(above: 12pt, below: 6pt, sticky: true)[#text({size}pt, hyphenate: false)[*{_text(text)}*]]"


def _icon(status: str | None) -> str:
    if not status:
        return ""
    colour = f'rgb("{_COLOURS[status]}")'
    return f"#text(fill: {colour})[—]" if status == "ingen" else f"#box({_SHAPES[status].format(colour)})"


def _cell(text: str, align: str) -> str:
    return f"table.cell(align: {align})[{_text(text)}]"


def _paragraphs(texts: Sequence[str], *, bold: bool = False) -> str:
    plain = [_text(" ".join(text.split())) for text in texts]
    return "[" + " #parbreak() ".join(f"*{one}*" if bold and not n else one for n, one in enumerate(plain)) + "]"


def _text(text: str) -> str:
    """Words as they are, whatever signs they hold."""
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
