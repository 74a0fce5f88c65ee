"""One slide while it is written: title, text, signs, foot and notes, in reading order and in Swedish."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.export import looks, pptx_xml
from dashboard.export.pptx_fit import EMU, POINT, Area, largest, line_height, tall, width_of
from dashboard.export.pptx_signs import add_sign
from dashboard.export.pptx_template import Layout, Template
from dashboard.model import Status
from dashboard.views.link import Link

ASK = "Att samtala om"
_TITLE_SIZES = (48, 44, 40, 36, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14)
# The left column of slides with two: as wide on all of them, so that they start on the same lines.
LEFT = 0.393
_SOURCE, _FOOT = 12, 14


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look, of the paragraph's size where `size` is None; `link` leads out of the file."""

    text: str
    size: float | None = None
    bold: bool = False
    colour: str = looks.INK
    link: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round every slide's content; `most` is the largest type of the headline."""

    headline: str
    part: str = ""
    top: str = ""
    question: str = ""
    source: str = ""
    link: str = ""
    most: float = 96


class Sheet:
    """A slide that is being written; shapes are read in the order they are put there."""

    def __init__(
        self, template: Template, frame: Frame, address: Callable[[Link], str], *, first: bool = False
    ) -> None:
        self._held: Layout = template.first if first else template.plain
        self._frame, self._first, self.address = frame, first, address
        self.slide = template.file.slides.add_slide(self._held.layout)
        self.number = len(template.file.slides)
        self.area = self._room(self._title())

    def _title(self) -> float:
        """Writes the heading, smaller where it is long; returns where it ends."""
        held, frame = self._held, self._frame
        whole = f"{frame.headline} (del {frame.part})" if frame.part else frame.headline
        base = held.title_size
        sizes = [size for size in (base, *_TITLE_SIZES) if size <= min(base, frame.most)]
        size = largest(sizes, lambda one: tall(whole, held.title.width, one, bold=True), held.title.height)
        title = self.slide.shapes.title
        pptx_xml.named(title, "Rubrik")
        paragraph = title.text_frame.paragraphs[0]
        asked = None if size == base else size
        pptx_xml.run(paragraph, frame.headline, asked)
        if frame.part:
            pptx_xml.run(paragraph, f" (del {frame.part})", asked, bold=False)
        if held.fixed or self._first:
            return held.title.bottom
        high = tall(whole, held.title.width, size, bold=True)
        title.left, title.top, title.width, title.height = _emu(
            Area(held.title.left, held.title.top, held.title.width, high)
        )
        return held.title.top + high

    def _room(self, top: float) -> Area:
        """From under the title to over the question."""
        title, frame = self._held.title, self._frame
        source = tall(frame.source, title.width, _SOURCE) + 8 if frame.source else 0
        self._source = Area(title.left, self._held.foot - source, title.width, source)
        wide = Area(title.left, 0, title.width, 0).columns(LEFT)[1].width
        self._ask_size = largest((24, 22, 20, 18), lambda one: tall(frame.question, wide, one, bold=True), 80)
        asked = tall(frame.question, wide, self._ask_size, bold=True) + 36 if frame.question else 0
        self._ask = Area(title.left, self._source.top - asked, title.width, asked)
        return Area(title.left, top + 22, title.width, self._ask.top - top - 22 - 14)

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
        numbered: bool = False,
    ) -> Any:
        """Paragraphs of runs in a box that wraps and never grows; `numbered` as a list."""
        box = self.slide.shapes.add_textbox(*_emu(area))
        pptx_xml.named(box, name)
        frame = box.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
        for number, runs in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(space)
            if numbered:
                _numbered(paragraph)
            self.runs(paragraph, runs)
        return box

    def runs(self, paragraph: Any, runs: Sequence[Run], size: float | None = None) -> None:
        for one in runs:
            about = pptx_xml.run(paragraph, one.text, one.size or size, bold=one.bold, colour=one.colour)
            if one.link:
                pptx_xml.linked(about, self.slide.part, one.link)

    def sign(self, status: Status, area: Area, words: str, *, size: float = 18, computed: bool = False) -> float:
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
        frame, ask = self._frame, self._ask
        if frame.question:
            self.rule(Area(ask.left, ask.top, ask.width, 2), "Linje över frågan")
            left, right = ask.below(16).columns(LEFT)
            self.text(left, [[Run(ASK, 18, colour=looks.INK_2)]], name="Att samtala om")
            self.text(right, [[Run(frame.question, self._ask_size, bold=True)]], name="Fråga")
        if frame.source:
            place = self._source.below(8)
            run = Run(frame.source, _SOURCE, colour=looks.INK_3, link=frame.link)
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
        if model is not None and width_of(self._frame.top, _FOOT) < model.width / EMU:
            place = pptx_xml.placeholder(self.slide, model, shapes._next_shape_id, "Sidfot")
            pptx_xml.words(place, self._frame.top)
        if model := kinds.get(PP_PLACEHOLDER.SLIDE_NUMBER):
            place = pptx_xml.placeholder(self.slide, model, shapes._next_shape_id, "Bildnummer")
            pptx_xml.number_field(place, self.number)


def _emu(area: Area) -> tuple[Emu, Emu, Emu, Emu]:
    left, top, width, height = (Emu(round(value * EMU)) for value in (area.left, area.top, area.width, area.height))
    return left, top, width, height


def _numbered(paragraph: Any) -> None:
    about = paragraph._p.get_or_add_pPr()
    about.set("marL", "457200")
    about.set("indent", "-457200")
    etree.SubElement(about, qn("a:buFont"), typeface="+mj-lt")
    etree.SubElement(about, qn("a:buAutoNum"), type="arabicPeriod")
