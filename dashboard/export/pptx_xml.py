"""What python-pptx has no words for: language, alternative texts, ornaments, rules of cells, and fields."""

from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn

from dashboard.export import looks

LANGUAGE = "sv-SE"
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
# Else a link has the theme's colour of links, which a dark template may not have thought of.
_OWN_COLOUR = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)
# The inks as the theme's text colour, so that they can be read in a dark template too: modulation and offset, in %.
_INKS = {looks.INK: None, looks.INK_2: (75, 25), looks.INK_3: (65, 35), looks.RULE_2: (50, 50)}


def rgb(colour: str) -> Any:
    return RGBColor.from_string(colour.lstrip("#").upper())


def cleaned(text: str) -> str:
    """Without the control characters that XML has no place for."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")


def described(shape: Any, name: str, alt: str) -> None:
    """Names the shape, and sets what a screen reader says of it."""
    about = _about(shape)
    about.set("name", name)
    about.set("descr", cleaned(alt))


def named(shape: Any, name: str) -> None:
    """A text says itself, so it needs a name only."""
    _about(shape).set("name", name)


def ornament(shape: Any, name: str) -> None:
    """Marks the shape as one that screen readers pass by."""
    about = _about(shape)
    about.set("name", name)
    about.append(etree.fromstring(_DECORATIVE))


def _about(shape: Any) -> Any:
    return shape._element.xpath(".//p:cNvPr")[0]


def flat(shape: Any, colour: str) -> None:
    """One colour, no line, and none of the theme's shadows."""
    shape._element.remove(shape._element.find(qn("p:style")))
    shape.line.fill.background()
    about = shape._element.spPr
    about.insert(list(about).index(shape.line._ln), filled(etree.Element("x"), colour))


def filled(about: Any, colour: str) -> Any:
    """Adds the colour as a solid fill to `about`: ink as the theme's own, others as they are."""
    fill = etree.SubElement(about, qn("a:solidFill"))
    if colour not in _INKS:
        etree.SubElement(fill, qn("a:srgbClr"), val=colour.lstrip("#").upper())
        return fill
    ink = etree.SubElement(fill, qn("a:schemeClr"), val="tx1")
    if part := _INKS[colour]:
        etree.SubElement(ink, qn("a:lumMod"), val=str(part[0] * 1000))
        etree.SubElement(ink, qn("a:lumOff"), val=str(part[1] * 1000))
    return fill


def run(paragraph: Any, text: str, size: float | None, *, bold: bool | None = None, colour: str | None = None) -> Any:
    """A piece of Swedish text at the paragraph's end; what is None is the layout's."""
    made = etree.SubElement(paragraph._p, qn("a:r"))
    about = etree.SubElement(made, qn("a:rPr"), lang=LANGUAGE, dirty="0")
    if size:
        about.set("sz", str(round(size * 100)))
    if bold is not None:
        about.set("b", str(int(bold)))
    if colour:
        filled(about, colour)
    etree.SubElement(made, qn("a:t")).text = cleaned(text)
    return about


def linked(about: Any, part: Any, address: str) -> None:
    """Makes the run, by its properties, lead to an address outside the presentation; it keeps its own colour."""
    relation = part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link = etree.SubElement(about, qn("a:hlinkClick"))
    link.set(qn("r:id"), relation)
    link.append(etree.fromstring(_OWN_COLOUR))


def ruled(cell: Any, colour: str, width: float) -> None:
    """A rule under the cell and none elsewhere; the schema wants the four borders in this order, before the fill."""
    about = cell._tc.get_or_add_tcPr()
    lines = []
    for side in ("a:lnL", "a:lnR", "a:lnT", "a:lnB"):
        line = about.makeelement(qn(side), {"w": str(int(width * 12_700))} if side == "a:lnB" else {"w": "0"})
        if side == "a:lnB":
            filled(line, colour)
        else:
            etree.SubElement(line, qn("a:noFill"))
        lines.append(line)
    for line in reversed(lines):
        about.insert(0, line)


def placeholder(slide: Any, model: Any, number: int, name: str) -> Any:
    """A placeholder of the layout that python-pptx doesn't bring along (foot, slide number); returns its text body."""
    kind = model._element.find(f".//{qn('p:ph')}")
    tree = slide.shapes._spTree
    made = etree.SubElement(tree, qn("p:sp"))
    about = etree.SubElement(made, qn("p:nvSpPr"))
    etree.SubElement(about, qn("p:cNvPr"), id=str(number), name=name)
    locks = etree.SubElement(etree.SubElement(about, qn("p:cNvSpPr")), qn("a:spLocks"))
    locks.set("noGrp", "1")
    nothing = etree.SubElement(about, qn("p:nvPr"))
    etree.SubElement(nothing, qn("p:ph"), {word: kind.get(word) for word in ("type", "sz", "idx") if kind.get(word)})
    etree.SubElement(made, qn("p:spPr"))
    body = etree.SubElement(made, qn("p:txBody"))
    # LibreOffice doesn't look to the layout for the looks of these two.
    for part in ("a:bodyPr", "a:lstStyle"):
        held = model._element.find(f".//{qn(part)}")
        body.append(deepcopy(held) if held is not None else etree.Element(qn(part)))
    return etree.SubElement(body, qn("a:p"))


def number_field(paragraph: Any, number: int) -> None:
    """The slide's number, which follows the slide when it is moved."""
    field = etree.SubElement(paragraph, qn("a:fld"), id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    _plain_run(field)
    etree.SubElement(field, qn("a:t")).text = str(number)


def words(paragraph: Any, text: str) -> None:
    """Plain Swedish words in a paragraph's element."""
    made = etree.SubElement(paragraph, qn("a:r"))
    _plain_run(made)
    etree.SubElement(made, qn("a:t")).text = cleaned(text)


def _plain_run(about: Any) -> None:
    etree.SubElement(etree.SubElement(about, qn("a:rPr"), lang=LANGUAGE), qn("a:latin"), typeface="+mn-lt")
