"""Reports as Word files, made from facts in the looks that Word files of this family have."""

import io
from dataclasses import dataclass
from typing import Any, Literal

import docx as python_docx
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt

from tests.generator import docx_signs, words
from tests.generator.docx_marks import field, rename, settled, tracked
from tests.generator.docx_signs import SHAPES, WORDS
from tests.generator.docx_tables import Tables
from tests.generator.facts import Facts, Goal, Section


@dataclass(frozen=True, slots=True)
class Look:
    """How a Word report looks. `circles`: circles alone in the statuses' colours; `told`: icons have alternative text.

    `lead`: icons have a column of their own; `turned`: the numbers' columns stand in another order; `soft`: soft breaks
    and hyphens; `merged`: the feedback groups' cells are merged; `tracked`: with tracked changes; `bare`: a goal's
    status is its icon alone; `ruled`: tables have rules; `stacked`: a title row over the header; `sized`: the name
    has a wide column and the others narrow ones.
    """

    headings: Literal["styles", "bold", "swedish"] = "styles"
    icons: Literal["inline", "anchored", "shape", "vml", "character", "symbol"] = "inline"
    analysis: Literal["merged", "rows", "colon", "name"] = "merged"
    breaks: Literal["none", "table", "row", "headless"] = "none"
    contents: Literal["field", "tabs", "control", "none"] = "tabs"
    circles: bool = False
    told: bool = False
    lead: bool = True
    turned: bool = False
    soft: bool = False
    merged: bool = True
    tracked: bool = False
    bare: bool = False
    ruled: bool = True
    stacked: bool = False
    sized: bool = False
    font: Literal["Calibri", "Arial", "Georgia"] = "Calibri"


def write(facts: Facts, look: Look | None = None) -> bytes:
    """The whole report as the bytes of a .docx file."""
    report = _Report(facts, look or Look())
    report.write()
    stream = io.BytesIO()
    report.document.save(stream)
    return settled(stream.getvalue())


class _Report:
    def __init__(self, facts: Facts, look: Look) -> None:
        self.facts, self.look = facts, look
        self.document = python_docx.Document()
        self.pictures = 100
        if look.headings == "swedish":
            rename(self.document)

    def write(self) -> None:
        self._margins()
        if self.facts.cover != "none":
            self._cover()
            self._contents()
        for section in self.facts.opening:
            self._section(section, 1)
        self._heading(words.FOLLOW_UP, 1)
        self._paragraph(words.FOLLOW_UP_WORDS)
        for goal in self.facts.goals:
            self._goal(goal)
        for section in self.facts.closing:
            self._section(section, 1)

    def _margins(self) -> None:
        header = self.document.sections[0].header.paragraphs[0]
        header.text = f"{self.facts.unit}, {self.facts.title}" if self.facts.cover != "none" else "Sida"
        normal = self.document.styles["Normal"].font
        normal.size, normal.name = Pt(10), self.look.font

    def _cover(self) -> None:
        receiver = self.facts.board if self.facts.cover == "memo" and self.facts.board else self.facts.unit
        for line in ("Handläggare", "", "Telefon:", "", "Till", receiver, self.facts.date or "", ""):
            self.document.add_paragraph(line)
        title = self.document.add_paragraph(style="Title" if self.look.headings == "styles" else None)
        title.add_run(self.facts.title).bold = True
        self.document.add_paragraph(self.facts.unit)
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _contents(self) -> None:
        if self.look.contents == "none":
            return
        holder = self._control() if self.look.contents == "control" else None
        lines = [self.document.add_paragraph("Innehållsförteckning")]
        for number, (entry, page) in enumerate(words.contents(self.facts)):
            line = self.document.add_paragraph()
            if self.look.contents == "field" and number == 0:
                field(line, "begin", ' TOC \\o "1-4" ')
            line.add_run(f"{entry}\t{page}")
            lines.append(line)
        if self.look.contents == "field":
            field(lines[-1], "end")
        if holder is not None:
            holder.extend(line._p for line in lines)
        self.document.add_paragraph()

    def _control(self) -> Any:
        """The content control in which Word keeps the contents it makes."""
        control, properties = OxmlElement("w:sdt"), OxmlElement("w:sdtPr")
        part, gallery, content = (OxmlElement(f"w:{n}") for n in ("docPartObj", "docPartGallery", "sdtContent"))
        gallery.set(qn("w:val"), "Table of Contents")
        part.append(gallery)
        properties.append(part)
        control.append(properties)
        control.append(content)
        self.document.element.body.insert(len(self.document.element.body) - 1, control)
        return content

    def _heading(self, text: str, level: int) -> Any:
        if self.look.headings == "bold":
            paragraph = self.document.add_paragraph()
            paragraph.add_run(text).bold = True
            return paragraph
        paragraph = self.document.add_paragraph(style=f"Heading {level}")
        if self.look.soft and level > 2 and " " in text[20:]:
            at = text.index(" ", 20)
            run = paragraph.add_run(text[:at])
            run.add_break()
            paragraph.add_run(text[at + 1 :])
        else:
            paragraph.add_run(text)
        return paragraph

    def _section(self, section: Section, level: int) -> None:
        self._heading(section.heading, level)
        for paragraph in section.paragraphs:
            self._paragraph(" ".join(part.strip() for part in paragraph.split("\f")))
        if section.table:
            table = self.document.add_table(rows=0, cols=len(section.table[0]))
            for row in section.table:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
        if section.feedback:
            Tables(self).feedback()

    def _paragraph(self, text: str) -> None:
        if text.startswith("- "):
            self.document.add_paragraph(text[2:], style="List Bullet")
            return
        paragraph = self.document.add_paragraph(text)
        if self.look.tracked:
            tracked(paragraph)

    def _goal(self, goal: Goal) -> None:
        level = {"inriktningsmål": 2, "verksamhetsområdesmål": 3, "nämndmål": 4, "enhetsmål": 5}[goal.level]
        self._heading(words.heading(goal), level)
        self._status(goal)
        for section in goal.sections:
            self._section(section, 6)
        tables = Tables(self)
        if goal.indicators:
            tables.rows(goal.indicators, self.facts.indicator_columns)
        if goal.activities:
            tables.rows(goal.activities, self.facts.activity_columns)

    def _status(self, goal: Goal) -> None:
        if goal.status is None:
            return
        paragraph = self.document.add_paragraph()
        self.icon(paragraph, goal.status)
        if not self.look.bare:
            paragraph.add_run(f" {goal.status_words or words.STATUSES.get(goal.status, 'Inga data')}")

    def icon(self, paragraph: Any, sign: str) -> None:
        """Puts an icon at the paragraph's end."""
        shape = "cirkel" if self.look.circles and sign in words.SYMBOLS else SHAPES[sign]
        told = WORDS[sign] if self.look.told else ""
        self.pictures += 1
        form = self.look.icons
        if form == "symbol" and shape not in docx_signs.WINGDINGS:
            form = "character"
        if form in ("shape", "vml") and shape in ("bock", "stjärna", "streck"):
            form = "inline"
        if form in ("inline", "anchored"):
            self._picture(paragraph, sign, shape, told)
        elif form == "shape":
            paragraph._p.append(docx_signs.shape_run(sign, shape, self.pictures, told))
        elif form == "vml":
            paragraph._p.append(docx_signs.vml_run(sign, shape, told))
        else:
            run = docx_signs.symbol_run if form == "symbol" else docx_signs.character_run
            paragraph._p.append(run(sign, shape))

    def _picture(self, paragraph: Any, sign: str, shape: str, told: str) -> None:
        run = paragraph.add_run()
        blob = docx_signs.picture(sign, shape, paper=self.look.circles)
        run.add_picture(io.BytesIO(blob), width=Emu(122400))
        inline = next(run._r.iter(qn("wp:inline")))
        if told:
            next(inline.iter(qn("wp:docPr"))).set("descr", told)
        if self.look.icons == "anchored":
            inline.getparent().replace(inline, docx_signs.anchored(inline))
