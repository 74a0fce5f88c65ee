"""Tables of generated Word reports: merged analyses, repeated headers, icon columns, groups over several rows."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.shared import Pt, Twips

from tests.generator.facts import Column, Feedback, PageEnd, Row

if TYPE_CHECKING:
    from tests.generator.docx import _Report

_FIXED = ("name", "title", "group", "category")
_SOFT = "\u00ad"
_PAGE, _NAME, _ICON = 8640, 2400, 340  # twentieths of a point


class Tables:
    """Writes tables at the end of a report."""

    def __init__(self, report: "_Report") -> None:
        self.report, self.look = report, report.look
        self.table: Any = None

    def rows(self, rows: Sequence[Row], columns: Sequence[Column]) -> None:
        """A table of indicators or activities, cut in two where a page ends before a row."""
        columns = self._turned(columns)
        lead = self.look.lead or self.look.icons == "vml"
        texts = [*([""] if lead else []), *(column.header for column in columns)]
        self._begin(texts)
        for number, row in enumerate(rows):
            if row.page_end is PageEnd.BEFORE and number:
                self._break(texts)
            cells = [row.cells[column.field] for column in columns]
            self._row(row, cells, lead)
            self._analysis(row, lead)
        self._end()

    def feedback(self) -> None:
        """The table of feedback; the groups' cells are merged, or their label stands on the first row alone."""
        facts = self.report.facts
        columns = self._turned(facts.feedback_columns)
        self._begin([column.header for column in columns])
        for group, found in groupby(facts.feedback, key=lambda row: row.group):
            self._group(group, list(found), columns)
        self._end()

    def _group(self, group: str, rows: Sequence[Feedback], columns: Sequence[Column]) -> None:
        first = len(self.table.rows)
        for number, row in enumerate(rows):
            cells = {**row.cells, "group": group if number == 0 else ""}
            self._fill(self.table.add_row().cells, [cells[column.field] for column in columns])
        at = next(number for number, column in enumerate(columns) if column.field == "group")
        if self.look.merged and len(rows) > 1:
            self.table.cell(first, at).merge(self.table.cell(first + len(rows) - 1, at))

    def _turned(self, columns: Sequence[Column]) -> Sequence[Column]:
        """The columns with those of numbers the other way round, where the look asks for it."""
        if not self.look.turned:
            return columns
        fixed = [column for column in columns if column.field in _FIXED]
        return [*fixed, *reversed([column for column in columns if column.field not in _FIXED])]

    def _begin(self, texts: Sequence[str]) -> None:
        self.table = self.report.document.add_table(0, len(texts))
        self.table.style = "Table Grid" if self.look.ruled else None
        if self.look.stacked:
            title = self.table.add_row().cells
            title[0].merge(title[-1]).text = "Uppföljning"
        self._header(texts)

    def _header(self, texts: Sequence[str]) -> None:
        row = self.table.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
        for cell, text in zip(row.cells, texts, strict=True):
            run = cell.paragraphs[0].add_run(text.replace("/", "/\n", 1) if self.look.soft else text)
            run.bold = True
            run.font.size = Pt(8)

    def _break(self, texts: Sequence[str]) -> None:
        if self.look.breaks == "row":
            self._header(texts)
        elif self.look.breaks in ("table", "headless"):
            self._end()
            self.table = self.report.document.add_table(0, len(texts))
            if self.look.breaks == "table":
                self._header(texts)

    def _end(self) -> None:
        """Ends the table: widths as the look has them, and the paragraph that parts it from the next."""
        if self.look.sized:
            self._size(self.table)
        self.report.document.add_paragraph()

    def _size(self, table: Any) -> None:
        amount = len(table.columns)
        names = 1 if self.look.lead and table.cell(0, 0).text == "" else 0
        rest = (_PAGE - _NAME - names * _ICON) // (amount - 1 - names)
        widths = [*[_ICON] * names, _NAME, *[rest] * (amount - 1 - names)]
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Twips(width)
        for row in table._tbl.tr_lst:
            at = 0
            for cell in row.tc_lst:
                cell.width = Twips(sum(widths[at : at + cell.grid_span]))
                at += cell.grid_span

    def _row(self, row: Row, cells: Sequence[str], lead: bool) -> None:
        found = self.table.add_row().cells
        signs = [*(["kf"] if row.council else []), *([row.symbol] if row.symbol else [])]
        signs += ["bock"] if row.check_mark else []
        for sign in signs:
            self.report.icon(found[0].paragraphs[0], sign)
        if signs and not lead:
            found[0].paragraphs[0].add_run(" ")
        self._fill(found[1:] if lead else found, cells)

    def _fill(self, cells: Sequence[Any], texts: Sequence[str]) -> None:
        for cell, text in zip(cells, texts, strict=True):
            run = cell.paragraphs[0].add_run(_softened(text) if self.look.soft else text)
            run.font.size = Pt(8)

    def _analysis(self, row: Row, lead: bool) -> None:
        if not row.analysis:
            return
        paragraphs = list(row.analysis)
        if self.look.analysis == "colon":
            paragraphs[0] = f"Analys: {paragraphs[0]}"
        else:
            paragraphs.insert(0, "Analys")
        if self.look.analysis == "rows":
            for paragraph in paragraphs:
                self._merged([paragraph])
        elif self.look.analysis == "name":
            self._paragraphs(self.table.add_row().cells[1 if lead else 0], paragraphs)
        else:
            self._merged(paragraphs)

    def _merged(self, paragraphs: Sequence[str]) -> None:
        cells = self.table.add_row().cells
        self._paragraphs(cells[0].merge(cells[-1]), paragraphs)

    def _paragraphs(self, cell: Any, paragraphs: Sequence[str]) -> None:
        for number, text in enumerate(paragraphs):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            run = paragraph.add_run(text)
            run.font.size = Pt(8)
            run.bold = text == "Analys"


def _softened(text: str) -> str:
    """Long words with a soft hyphen, and hyphens that don't break."""
    parted = " ".join(f"{word[:6]}{_SOFT}{word[6:]}" if len(word) > 10 else word for word in text.split(" "))
    return parted.replace("-", "\u2011") if "20" not in text else parted
