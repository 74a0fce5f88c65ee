"""Tables of generated PDF reports: rows that a page's end may cut, ruled in the look's way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tests.generator import pdf_icons
from tests.generator.facts import Column, Feedback, Row
from tests.generator.pdf_sheet import BOLD, PLAIN, Sheet

_WIDE = {
    "name": 3.0,
    "title": 6.0,
    "category": 2.6,
    "group": 1.8,
    "comment": 2.4,
    "deviation": 1.8,
    "start": 1.5,
    "end": 1.5,
}
_NARROW = {**_WIDE, "name": 4.2, "title": 7.0}
_FIXED = ("name", "title", "group", "category", "comment", "deviation")
_ICON = 26.0


@dataclass(slots=True)
class _Cell:
    lines: list[str]
    style: int = PLAIN
    icons: list[str] = field(default_factory=list)


class Table:
    """One table, written row by row."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column], *, lead: bool) -> None:
        self.sheet, self.look = sheet, sheet.look
        self.columns = self._turned(columns)
        self.lead = _ICON if lead else 0.0
        shares = [(_NARROW if self.look.narrow else _WIDE).get(column.field, 1.0) for column in self.columns]
        width = sheet.right - sheet.left - self.lead
        edges = [sheet.left + self.lead]
        for share in shares:
            edges.append(edges[-1] + width * share / sum(shares))
        self.edges = edges
        self.count = 0
        self.within = (False, False)  # whether the first column's cell goes on above the row and below it
        self.header()

    def _turned(self, columns: Sequence[Column]) -> list[Column]:
        if not self.look.turned:
            return list(columns)
        fixed = [column for column in columns if column.field in _FIXED[:4]]
        return fixed + [column for column in columns if column not in fixed][::-1]

    @property
    def air(self) -> float:
        return self.look.pad if self.look.air is None else self.look.air

    @property
    def left(self) -> float:
        return self.sheet.left

    def header(self) -> None:
        """The header's cells, wrapped in their columns."""
        cells = [self._cell(column.header, number, BOLD) for number, column in enumerate(self.columns)]
        height = self._height(cells)
        self.sheet.need(height + 40)
        self._draw(cells, 0, None, header=True)

    def _cell(self, text: str, number: int, style: int = PLAIN) -> _Cell:
        width = self.edges[number + 1] - self.edges[number] - 2 * self.look.pad
        return _Cell(self.sheet.wrapped(text, width, style, self.look.small), style)

    def _height(self, cells: Sequence[_Cell]) -> float:
        lines = max([len(cell.lines) for cell in cells] + [1])
        return lines * self.look.small * self.look.lead + 2 * self.air

    def row(self, texts: Sequence[str], icons: Sequence[str]) -> None:
        """A row of cells, on the next page where it does not fit, or cut where the look lets it."""
        cells = [self._cell(text, number) for number, text in enumerate(texts)]
        if not self.lead:
            cells[0].icons = list(icons)
            indent = len(icons) * (self.look.small + 2)
            width = self.edges[1] - self.edges[0] - 2 * self.look.pad - indent
            cells[0].lines = self.sheet.wrapped(texts[0], width, PLAIN, self.look.small)
        sheet = self.sheet
        while sheet.y + self._height(cells) > sheet.floor:
            room = int((sheet.floor - sheet.y - 2 * self.air) / (self.look.small * self.look.lead))
            cut = self.look.split and self.look.place == "top" and room >= 1
            if cut:
                before = [_Cell(cell.lines[:room], cell.style, cell.icons) for cell in cells]
                self._draw(before, 0, list(icons))
                cells = [_Cell(cell.lines[room:], cell.style) for cell in cells]
                icons = ()
            self._break()
            if not cut:
                break
        self._draw(cells, 0, list(icons))

    def group(self, label: str, rows: Sequence[Sequence[str]]) -> bool:
        """Rows whose first column is one high cell with the label; False, and nothing drawn, where the page is full.

        Without rules a label that does not stand at the top of its cell would tell no one whose it is.
        """
        if self.look.place != "top" and self.look.rules not in ("grid", "rows"):
            return False
        cells = [[self._cell(text if number else "", number) for number, text in enumerate(texts)] for texts in rows]
        name, top = self._cell(label, 0), self.sheet.y
        high = self._height([name])
        while sum(map(self._height, cells)) < high:
            cells[-1][1].lines.append("")
        if top + sum(map(self._height, cells)) > self.sheet.floor:
            return False
        for number, row in enumerate(cells):
            self.within = number > 0, number < len(cells) - 1
            self._draw(row, 0, [])
        self.within = (False, False)
        self._words(name, 0, top, self.sheet.y - top, header=False)
        return True

    def _break(self) -> None:
        self.sheet.begin_page()
        if self.look.repeat:
            self.header()

    def _draw(self, cells: Sequence[_Cell], _: int, icons: list[str] | None, *, header: bool = False) -> None:
        sheet, look = self.sheet, self.look
        top, height = sheet.y, self._height(cells)
        self.count += 1
        shaded = (header and look.shaded_header) or (look.rules == "shade" and self.count % 2 == 1)
        if shaded:
            sheet.shade(self.left, top, sheet.right, top + height)
        for number, cell in enumerate(cells):
            self._words(cell, number, top, height, header=header)
        if self.lead and icons:
            self._icons(icons, self.left + 2, top + self.air)
        self._rules(top, top + height, self._inner(), header=header)
        sheet.y += height

    def _inner(self) -> list[float]:
        return ([self.left] if self.lead else []) + self.edges

    def _words(self, cell: _Cell, number: int, top: float, height: float, *, header: bool) -> None:
        look, sheet = self.look, self.sheet
        step = look.small * look.lead
        spare = height - 2 * self.air - len(cell.lines) * step
        y = top + self.air + (0 if header else {"top": 0.0, "middle": spare / 2, "bottom": spare}[look.place])
        x0, x1 = self.edges[number] + look.pad, self.edges[number + 1] - look.pad
        x0 += len(cell.icons) * (look.small + 2)
        if cell.icons:
            self._icons(cell.icons, self.edges[number] + look.pad, y)
        for line in cell.lines:
            width = sheet.measure(line, cell.style, look.small)
            free = max(0.0, x1 - x0 - width)
            set_apart = self.columns[number].field not in _FIXED
            shift = {"left": 0.0, "right": free, "centre": free / 2}[look.numbers] if set_apart else 0.0
            sheet.write(x0 + shift, y + look.small, line, cell.style, look.small)
            y += step

    def _icons(self, icons: Sequence[str], x: float, y: float) -> None:
        for number, status in enumerate(icons):
            at = x + number * (self.look.small + 2)
            if status == "✓":
                self.sheet.write(at, y + self.look.small, "✓", PLAIN, self.look.small)
            else:
                corner = (at, self.sheet.height - y - self.look.small * 1.05)
                pdf_icons.draw(self.sheet.canvas, self.look, status, corner, self.look.small)

    def _rules(self, top: float, bottom: float, inner: Sequence[float], *, header: bool = False) -> None:
        sheet, left, right = self.sheet, self.left, self.sheet.right
        rules = self.look.rules
        above, below = (self.edges[1] if inside else left for inside in self.within)
        across = [(above, top, right, top), (below, bottom, right, bottom)]
        if rules == "grid":
            sheet.lines(across + [(x, top, x, bottom) for x in inner])
        elif rules == "uprights":
            sheet.lines([(x, top, x, bottom) for x in inner] + (across if header else []))
        elif rules == "rows" or (rules == "header" and header):
            sheet.lines(across)

    def analysis(self, paragraphs: Sequence[str]) -> None:
        """The analysis over the table's whole width, line by line over page ends."""
        look, sheet = self.look, self.sheet
        texts = list(paragraphs)
        lines = [("Analys", BOLD)] if look.analysis != "colon" else []
        if look.analysis == "colon":
            texts[0] = f"Analys: {texts[0]}"
        width = sheet.right - self.left - 2 * look.pad
        lines += [(line, PLAIN) for text in texts for line in sheet.wrapped(text, width, PLAIN, look.small)]
        if look.analysis == "box":
            sheet.y += 6
        step = look.small * look.lead
        while lines:
            room = int((sheet.floor - sheet.y - 2 * self.air) / step)
            if room < 1 or (room < 2 and lines[0][1] == BOLD):
                self._break()
                continue
            part, lines = lines[:room], lines[room:]
            top = sheet.y
            y = top + self.air
            for text, style in part:
                sheet.write(self.left + look.pad, y + look.small, text, style, look.small)
                y += step
            sheet.y = y + self.air
            self._rules(top, sheet.y, [self.left, sheet.right])
            if lines:
                self._break()
        if look.analysis == "box":
            sheet.y += 4

    def end(self) -> None:
        if self.look.rules == "header":
            self.sheet.lines([(self.left, self.sheet.y, self.sheet.right, self.sheet.y)])
        self.sheet.y += 14


def rows(sheet: Sheet, found: Sequence[Row], columns: Sequence[Column]) -> None:
    """A table of indicators or activities."""
    table = Table(sheet, columns, lead=sheet.look.lead_column)
    for row in found:
        icons = ["✓"] if row.check_mark else [row.symbol] if row.symbol else []
        icons += ["kf"] if row.council else []
        table.row([row.cells[column.field] for column in table.columns], icons)
        if row.analysis:
            table.analysis(row.analysis)
    table.end()


def feedback(sheet: Sheet, found: Sequence[Feedback], columns: Sequence[Column]) -> None:
    """The table of feedback: a group's label stands on its first row, or in one high cell."""
    table = Table(sheet, columns, lead=False)
    for label, members in groupby(found, key=lambda row: row.group):
        group = list(members)
        rows = [[row.cells.get(column.field, "") for column in table.columns] for row in group]
        if sheet.look.merged and len(group) > 1 and table.group(label, rows):
            continue
        for number, row in enumerate(group):
            cells = {**row.cells, "group": row.group if number == 0 else ""}
            table.row([cells[column.field] for column in table.columns], [])
    table.end()
