"""One slide while it is written: title, text, signs, foot and notes, in reading order and in Swedish."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.export import looks, pptx_xml
from dashboard.export.pptx_fit import EMU, POINT, SMALLEST, Area, line_height, tall, width_of
from dashboard.export.pptx_frame import FOOT, LEFT, RULED, SOURCE, Frame, laid
from dashboard.export.pptx_signs import add_sign
from dashboard.export.pptx_template import Layout, Template
from dashboard.model import Status

ASK = "Att samtala om"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look, of the paragraph's size where `size` is None; `link` leads out of the file."""

    text: str
    size: float | None = None
    bold: bool = False
    colour: str = looks.INK
    link: str = ""


class Sheet:
    """A slide that is being written; shapes are read in the order they are put there."""

    def __init__(self, template: Template, frame: Frame, *, first: bool = False) -> None:
        self._held: Layout = template.first if first else template.plain
        self._frame = frame
        self._laid = laid(self._held, frame, first=first)
        self.area = self._laid.content
        self.slide = template.file.slides.add_slide(self._held.layout)
        self.number = len(template.file.slides)
        self._title()

    def _title(self) -> None:
        """Writes the heading, in the layout's own type and place where it has room there."""
        held, frame, here = self._held, self._frame, self._laid
        title = self.slide.shapes.title
        pptx_xml.named(title, "Rubrik")
        paragraph = title.text_frame.paragraphs[0]
        asked = None if here.size == held.title_size else here.size
        pptx_xml.run(paragraph, frame.headline, asked)
        if frame.part:
            pptx_xml.run(paragraph, frame.continued, asked, bold=False)
        if here.title != held.title:
            wide = held.box
            title.left, title.top, title.width, title.height = _emu(
                Area(wide.left, here.title.top, wide.width, here.title.height)
            )

    def subtitle(self, lines: Sequence[str]) -> None:
        """The lines under the first slide's title: in the layout's own place where it has one."""
        fillable = [one for one in self.slide.placeholders if one.placeholder_format.idx == 1]
        if not fillable:
            self.text(self.area, [[Run(line, 24, colour=looks.INK_2)] for line in lines])
            return
        frame = fillable[0].text_frame
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            pptx_xml.run(paragraph, line, None)

    def text(
        self,
        area: Area,
        lines: Sequence[Sequence[Run]],
        *,
        name: str = "Text",
        middle: bool = False,
        space: float = 6,
        first: int = 0,
    ) -> Any:
        """Paragraphs of runs in a box that wraps and never grows; a list numbered from `first` where it is given."""
        box = self.slide.shapes.add_textbox(*_emu(area))
        pptx_xml.named(box, name)
        frame = box.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
        for number, runs in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(space)
            if first:
                _numbered(paragraph, first)
            self.runs(paragraph, runs)
        return box

    def runs(self, paragraph: Any, runs: Sequence[Run], size: float | None = None) -> None:
        for one in runs:
            about = pptx_xml.run(paragraph, one.text, one.size or size, bold=one.bold, colour=one.colour)
            if one.link:
                pptx_xml.linked(about, self.slide.part, one.link)

    def sign(self, status: Status, area: Area, words: str, *, size: float = SMALLEST, computed: bool = False) -> float:
        """The sign with its words beside it at the area's top; returns their height."""
        side = size * POINT * (1.05 if computed else 1.25)
        edge = size * POINT * 1.25
        left = edge + 12
        high = max(tall(words, area.width - left, size), edge)
        box = Area(area.left + (edge - side) / 2, area.top + (line_height(size) - side) / 2 + 1, side, side)
        add_sign(self.slide, status, box, words, computed=computed)
        place = Area(area.left + left, area.top, area.width - left, high)
        self.text(place, [[Run(words, size, colour=looks.INK_2 if computed else looks.INK)]], name="Status")
        return high

    def rule(self, area: Area, name: str = "Linje") -> None:
        """A filled rectangle in ink, for looks alone."""
        shape = self.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_emu(area))
        pptx_xml.ornament(shape, name)
        pptx_xml.flat(shape, looks.INK)

    def finish(self, notes: Sequence[str]) -> None:
        """The question and the source at the slide's lower edge, whose slide it is, its number, and the notes."""
        frame, ask = self._frame, self._laid.ask
        if frame.question:
            self.rule(Area(ask.left, ask.top, ask.width, 2), "Linje över frågan")
            left, right = ask.below(RULED).columns(LEFT)
            self.text(left, [[Run(ASK, SMALLEST, colour=looks.INK_2)]], name="Att samtala om")
            self.text(right, [[Run(frame.question, SMALLEST, bold=True)]], name="Fråga")
        if frame.source:
            place = self._laid.source.below(8)
            run = Run(frame.source, SOURCE, colour=looks.INK_2, link=frame.link)
            self.text(place, [[run]], name="Källa", space=0)
        self._furniture()
        if told := [words for words in notes if words]:
            body = self.slide.notes_slide.notes_text_frame
            for number, words in enumerate(told):
                pptx_xml.run(body.paragraphs[0] if number == 0 else body.add_paragraph(), words, None)

    def _furniture(self) -> None:
        """The unit and the slide's number, where the layout has places for them."""
        kinds = {one.placeholder_format.type: one for one in self._held.layout.placeholders}
        shapes = self.slide.shapes
        model = kinds.get(PP_PLACEHOLDER.FOOTER)
        # A template's foot may be too narrow for a unit's name, which stands on the first slide in any case.
        if model is not None and width_of(self._frame.top, FOOT) < model.width / EMU:
            place = pptx_xml.placeholder(self.slide, model, shapes._next_shape_id, "Sidfot")
            pptx_xml.words(place, self._frame.top)
        if model := kinds.get(PP_PLACEHOLDER.SLIDE_NUMBER):
            place = pptx_xml.placeholder(self.slide, model, shapes._next_shape_id, "Bildnummer")
            pptx_xml.number_field(place, self.number)


def _emu(area: Area) -> tuple[Emu, Emu, Emu, Emu]:
    left, top, width, height = (Emu(round(value * EMU)) for value in (area.left, area.top, area.width, area.height))
    return left, top, width, height


def _numbered(paragraph: Any, first: int) -> None:
    about = paragraph._p.get_or_add_pPr()
    about.set("marL", "457200")
    about.set("indent", "-457200")
    etree.SubElement(about, qn("a:buFont"), typeface="+mj-lt")
    etree.SubElement(about, qn("a:buAutoNum"), type="arabicPeriod", startAt=str(first))
