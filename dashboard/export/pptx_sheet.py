"""One slide while it is written: text, tables, signs and notes, in reading order and in Swedish."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.export import looks
from dashboard.export.pptx_template import Template
from dashboard.model import Status

_LANGUAGE = "sv-SE"
GAP = Emu(150_000)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the slide, in PowerPoint's units."""

    left: int
    top: int
    width: int
    height: int

    def below(self, height: int) -> "Area":
        """What is left under the uppermost `height`."""
        return Area(self.left, self.top + height, self.width, self.height - height)

    def columns(self, first: float, gap: int = 300_000) -> tuple["Area", "Area"]:
        """Two columns, the left one with `first` of the width."""
        width = int((self.width - gap) * first)
        rest = self.width - gap - width
        return Area(self.left, self.top, width, self.height), Area(self.left + width + gap, self.top, rest, self.height)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look; `link` leads out of the presentation."""

    text: str
    size: float = 24
    bold: bool = False
    colour: str = looks.INK
    link: str = ""


class Sheet:
    """A slide that is being written; shapes are read in the order they are put there."""

    def __init__(self, template: Template, *, first: bool = False) -> None:
        self.slide = template.file.slides.add_slide(template.first if first else template.plain)
        self._width, self._height = template.file.slide_width, template.file.slide_height
        self._layout = template.first if first else template.plain
        self._number()

    @property
    def area(self) -> Area:
        """From under the title to over the foot, where question and source stand."""
        title = self.slide.shapes.title
        top = title.top + title.height + GAP
        return Area(title.left, top, title.width, self._height - top - Emu(620_000))

    def title(self, words: str, *, most: int = 30) -> None:
        """The heading, smaller where it is long: PowerPoint itself shrinks nothing until somebody types."""
        frame = self.slide.shapes.title.text_frame
        size = next((size for longest, size in ((60, most), (95, 28), (150, 24)) if len(words) <= longest), 20)
        frame.word_wrap = True
        self._paragraph(frame.paragraphs[0], [Run(words, min(size, most), bold=True)])

    def subtitle(self, lines: Sequence[str]) -> None:
        """The lines under the first slide's title: in the layout's own place where it has one."""
        places = [one for one in self.slide.placeholders if one.placeholder_format.idx == 1]
        runs = [[Run(line, 24, colour=looks.INK_2)] for line in lines]
        if places:
            self._paragraphs(places[0].text_frame, runs)
        else:
            self.text(self.area, runs)

    def text(self, area: Area, lines: Sequence[Sequence[Run]], *, middle: bool = False, space: float = 6) -> Any:
        """Paragraphs of runs in a box that wraps and never grows."""
        box = self.slide.shapes.add_textbox(Emu(area.left), Emu(area.top), Emu(area.width), Emu(area.height))
        frame = box.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
        self._paragraphs(frame, lines, space)
        return box

    def sign(self, status: Status, left: int, top: int, size: int, alt: str, *, computed: bool = False) -> None:
        """The status's own shape: filled as reported, outlined as computed, dashed where nothing is judged."""
        kinds = {Status.HELT: MSO_SHAPE.OVAL, Status.DELVIS: MSO_SHAPE.DIAMOND, Status.EJ: MSO_SHAPE.RECTANGLE}
        kind = kinds.get(status, MSO_SHAPE.OVAL)
        shape = self.slide.shapes.add_shape(kind, Emu(left), Emu(top), Emu(size), Emu(size))
        shape.shadow.inherit = False
        colour = looks.STATUS[status]
        if computed or status is Status.INGEN:
            shape.fill.background()
        else:
            shape.fill.solid()
            shape.fill.fore_color.rgb = rgb(colour)
        shape.line.color.rgb = rgb(looks.DELVIS_LINE if status is Status.DELVIS else colour)
        shape.line.width = Pt(2)
        shape.line.dash_style = MSO_LINE.DASH if status is Status.INGEN else MSO_LINE.SOLID
        described(shape, alt)

    def table(
        self,
        area: Area,
        rows: Sequence[Sequence[Sequence[Run]]],
        widths: Sequence[float],
        alt: str,
        *,
        numbers: int = 1,
    ) -> None:
        """A real table with a header row; from column `numbers` on, cells are to the right."""
        height = min(Emu(520_000), area.height // max(len(rows), 1))
        frame = self.slide.shapes.add_table(
            len(rows), len(rows[0]), Emu(area.left), Emu(area.top), Emu(area.width), Emu(height * len(rows))
        )
        described(frame, alt)
        table = frame.table
        table.first_row, table.horz_banding = True, False
        _unstyled(frame)
        for place, width in enumerate(widths):
            table.columns[place].width = Emu(int(area.width * width))
        for number, row in enumerate(rows):
            table.rows[number].height = Emu(height)
            for place, runs in enumerate(row):
                self._cell(table.cell(number, place), runs, head=number == 0, right=place >= numbers)

    def _cell(self, cell: Any, runs: Sequence[Run], *, head: bool, right: bool) -> None:
        cell.fill.background()
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        cell.margin_left = cell.margin_right = Emu(60_000)
        cell.margin_top = cell.margin_bottom = Emu(30_000)
        paragraph = cell.text_frame.paragraphs[0]
        self._paragraph(paragraph, runs)
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        _ruled(cell, looks.INK if head else looks.RULE_2, 1.5 if head else 0.75)

    def foot(self, question: str, source: str, link: str) -> None:
        """The question over the source, at the slide's lower edge."""
        left, width = self.area.left, self.area.width
        if question:
            self.text(
                Area(left, self._height - 1_010_000, width, 420_000), [[Run(question, 24, bold=True)]], middle=True
            )
        if source:
            told = [[Run(source, 14, colour=looks.INK_3, link=link)]]
            self.text(Area(left, self._height - 480_000, width - 1_100_000, 260_000), told)

    def notes(self, paragraphs: Sequence[str]) -> None:
        """What the presenter reads."""
        if told := [words for words in paragraphs if words]:
            self._paragraphs(self.slide.notes_slide.notes_text_frame, [[Run(words, 12)] for words in told])

    def _number(self) -> None:
        """The slide's number, where the layout has a place for it."""
        for place in self._layout.placeholders:
            if place._element.find(f".//{qn('p:ph')}").get("type") == "sldNum":
                self.slide.shapes._spTree.append(deepcopy(place._element))

    def _paragraphs(self, frame: Any, lines: Sequence[Sequence[Run]], space: float = 6) -> None:
        for number, runs in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(space)
            self._paragraph(paragraph, runs)

    def _paragraph(self, paragraph: Any, runs: Sequence[Run]) -> None:
        for run in runs:
            made = paragraph.add_run()
            made.text = cleaned(run.text)
            made.font.size, made.font.bold = Pt(run.size), run.bold
            made.font.color.rgb = rgb(run.colour)
            made._r.get_or_add_rPr().set("lang", _LANGUAGE)
            if run.link:
                made.hyperlink.address = run.link


def rgb(colour: str) -> Any:
    return RGBColor.from_string(colour.lstrip("#").upper())


def cleaned(text: str) -> str:
    """Without the control characters that XML has no place for."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")


def described(shape: Any, alt: str) -> None:
    """Sets what a screen reader says of the shape."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", cleaned(alt))


def _unstyled(frame: Any) -> None:
    """PowerPoint's plainest table style: rules are drawn cell by cell."""
    style = frame._element.find(f".//{qn('a:tableStyleId')}")
    style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def _ruled(cell: Any, colour: str, width: float) -> None:
    """A rule under the cell and none elsewhere."""
    about = cell._tc.get_or_add_tcPr()
    line = about.makeelement(qn("a:lnB"), {"w": str(int(width * 12_700))})
    fill = line.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": colour.lstrip("#").upper()}))
    line.append(fill)
    # The schema wants borders before the fill.
    about.insert(0, line)
