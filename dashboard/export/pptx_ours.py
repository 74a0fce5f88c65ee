"""Our own PowerPoint template: python-pptx's default file made wide, plain and Swedish, with our colours."""

import io
import re
from functools import lru_cache
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Emu

from dashboard.export import looks
from dashboard.export.pptx_fit import EMU
from dashboard.export.pptx_xml import LANGUAGE

FIRST, PLAIN = "Rubrikbild", "Endast rubrik"
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
# Left, top, width and height in px of 1280 x 720, the type in points, and whether it is bold: on slides, on the first.
_EDGE, _INSIDE = 72, 1136
_PLACES = {
    "title": ((_EDGE, 70, _INSIDE, 100, 28, True), (_EDGE, 196, _INSIDE, 184, 54, True)),
    "body": ((_EDGE, 206, _INSIDE, 420, 24, False), (_EDGE, 404, _INSIDE, 200, 24, False)),
    "foot": ((_EDGE, 32, 900, 28, 14, False), (_EDGE, 32, 900, 28, 14, False)),
    "number": ((_EDGE + _INSIDE - 160, 32, 160, 28, 14, False), (_EDGE + _INSIDE - 160, 32, 160, 28, 14, False)),
}
_KINDS = {PP_PLACEHOLDER.FOOTER: "foot", PP_PLACEHOLDER.SLIDE_NUMBER: "number"} | dict.fromkeys(_TITLES, "title")
_PROMPTS = {"title": "Rubrik", "body": "Text"}
_COLOURS = {
    "dk1": looks.INK,
    "lt1": looks.PAPER,
    "dk2": looks.INK_2,
    "lt2": looks.TINT,
    "accent1": looks.BAR,
    "accent2": looks.WOMEN,
    "accent3": looks.MEN,
    "accent4": "#1b7f3b",
    "accent5": "#f2b705",
    "accent6": "#b3261e",
    "hlink": looks.LINK,
    "folHlink": looks.WOMEN,
}


def ours() -> Any:
    """An open presentation without slides."""
    return Presentation(io.BytesIO(_made()))


@lru_cache(maxsize=1)
def _made() -> bytes:
    file = Presentation()
    file.slide_width, file.slide_height = Emu(1280 * EMU), Emu(720 * EMU)
    kept = {"Title Slide": FIRST, "Title Only": PLAIN}
    for layout in list(file.slide_layouts):
        if layout.name in kept:
            layout.name = kept[layout.name]
        else:
            file.slide_layouts.remove(layout)
    for sheet in (file.slide_master, *file.slide_layouts):
        for one in list(sheet.placeholders):
            _place(one, first=sheet.name == FIRST)
    _in_our_colours(file)
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def _place(one: Any, *, first: bool) -> None:
    """Title and text to the left from one line down the slide; a centred title is no help to a reader."""
    kind = _KINDS.get(one.placeholder_format.type, "body")
    if one.placeholder_format.type is PP_PLACEHOLDER.DATE:
        one._element.getparent().remove(one._element)
        return
    *box, size, bold = _PLACES[kind][first]
    one.left, one.top, one.width, one.height = (Emu(value * EMU) for value in box)
    body = one._element.find(qn("p:txBody"))
    about = body.find(qn("a:bodyPr"))
    for old in list(about):
        about.remove(old)
    about.attrib.clear()
    edges = {"lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0", "wrap": "square"}
    about.attrib.update(edges | {"anchor": "b" if first and kind == "title" else "t"})
    etree.SubElement(about, qn("a:noAutofit"))
    _style(body.find(qn("a:lstStyle")), size, bold, "r" if kind == "number" else "l", quiet=kind in ("foot", "number"))
    if kind in _PROMPTS:
        one.text_frame.text = _PROMPTS[kind]
    for run in one._element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        run.set("lang", LANGUAGE)


def _style(style: Any, size: float, bold: bool, side: str, *, quiet: bool) -> None:
    """The first level of the placeholder's own list style."""
    for old in list(style):
        style.remove(old)
    level = etree.SubElement(style, qn("a:lvl1pPr"), algn=side, marL="0", indent="0")
    etree.SubElement(etree.SubElement(level, qn("a:lnSpc")), qn("a:spcPct"), val="100000")
    etree.SubElement(etree.SubElement(level, qn("a:spcBef")), qn("a:spcPts"), val="0")
    etree.SubElement(level, qn("a:buNone"))
    run = etree.SubElement(level, qn("a:defRPr"), sz=str(round(size * 100)), b=str(int(bold)), lang=LANGUAGE)
    fill = etree.SubElement(run, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr"), val="tx2" if quiet else "tx1")


def _in_our_colours(file: Any) -> None:
    """The theme's colours and its two fonts, so that what somebody adds looks like the rest."""
    part = next(rel.target_part for rel in file.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
    written = part.blob.decode("utf-8").replace('typeface="Calibri"', f'typeface="{looks.FONT}"')
    written = written.replace('name="Office Theme"', 'name="Måltavlan"')
    for name, colour in _COLOURS.items():
        inside = f'<a:{name}><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:{name}>'
        written = re.sub(f"<a:{name}>.*?</a:{name}>", inside, written, flags=re.DOTALL)
    part._blob = written.encode("utf-8")
