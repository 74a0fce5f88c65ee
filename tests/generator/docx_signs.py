"""Icons for Word files as the reports have them: pictures, shapes and coloured signs in the statuses' colours."""

import io
from functools import cache
from typing import Any

from docx.oxml.parser import parse_xml
from lxml import etree
from PIL import Image, ImageDraw

COLOURS = {"helt": "009640", "delvis": "FFC000", "ej": "C8102E", "ingen": "969696", "kf": "006EBF", "bock": "009640"}
WORDS = {
    "helt": "Uppfylls helt", "delvis": "Uppfylls delvis", "ej": "Uppfylls ej", "ingen": "Inga data",
    "kf": "Kommunfullmäktiges indikator", "bock": "Klar",
}  # fmt: skip
SHAPES = {"helt": "cirkel", "delvis": "romb", "ej": "kvadrat", "ingen": "streck", "kf": "stjärna", "bock": "bock"}
CHARACTERS = {"cirkel": "●", "romb": "◆", "kvadrat": "■", "streck": "—", "stjärna": "★", "bock": "✓"}
WINGDINGS = {"cirkel": "F06C", "romb": "F075", "kvadrat": "F06E", "stjärna": "F0AB", "bock": "F0FC"}
_GEOMETRY = {"cirkel": "ellipse", "romb": "diamond", "kvadrat": "rect", "streck": "mathMinus", "stjärna": "star5"}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SIZE, _FINE = 40, 4


@cache
def picture(sign: str, shape: str, *, paper: bool) -> bytes:
    """The icon as PNG, on white paper or on none."""
    side = _SIZE * _FINE
    image = Image.new("RGBA", (side, side), (255, 255, 255, 255 if paper else 0))
    pen = ImageDraw.Draw(image)
    colour, least, most, middle = f"#{COLOURS[sign]}", side // 10, side - side // 10, side // 2
    if shape == "cirkel":
        pen.ellipse((least, least, most, most), fill=colour)
    elif shape == "romb":
        pen.polygon([(middle, least), (most, middle), (middle, most), (least, middle)], fill=colour)
    elif shape == "kvadrat":
        pen.rectangle((least, least, most, most), fill=colour)
    elif shape == "streck":
        pen.rectangle((least, middle - side // 16, most, middle + side // 16), fill=colour)
    elif shape == "bock":
        pen.line([(least, middle), (side // 3, most - side // 8), (most, side // 4)], fill=colour, width=side // 8)
    else:
        points = [(least, side // 4), (side // 3, middle), (middle, least), (2 * side // 3, middle), (most, side // 4)]
        pen.polygon([*points, (most - side // 8, most), (least + side // 8, most)], fill=colour)
    stream = io.BytesIO()
    image.resize((_SIZE, _SIZE), Image.Resampling.LANCZOS).save(stream, "PNG")
    return stream.getvalue()


def anchored(inline: Any) -> Any:
    """The same picture as one that floats beside its paragraph."""
    children = "".join(_xml(child) for child in inline if not child.tag.endswith("extent"))
    extent = next(child for child in inline if child.tag.endswith("extent"))
    return parse_xml(
        '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0"'
        ' distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1"'
        ' allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'{_xml(extent)}<wp:wrapSquare wrapText="bothSides"/>{children}</wp:anchor>'
    )


def shape_run(sign: str, shape: str, number: int, words: str) -> Any:
    """A run with a filled vector shape, with the older form that Word writes beside it."""
    described = f' descr="{words}"' if words else ""
    return parse_xml(
        f'<w:r {_W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="122400" cy="122400"/><wp:docPr id="{number}" name="Figur {number}"{described}/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="122400" cy="122400"/></a:xfrm>'
        f'<a:prstGeom prst="{_GEOMETRY[shape]}"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{COLOURS[sign]}"/>'
        "</a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        f"</w:drawing></mc:Choice><mc:Fallback>{_vml(sign, shape, words)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def vml_run(sign: str, shape: str, words: str) -> Any:
    """A run with a shape as Word wrote it before 2010."""
    return parse_xml(f'<w:r {_W} xmlns:v="urn:schemas-microsoft-com:vml">{_vml(sign, shape, words)}</w:r>')


def symbol_run(sign: str, shape: str) -> Any:
    """A run with a coloured character of a symbol font."""
    return parse_xml(
        f'<w:r {_W}><w:rPr><w:color w:val="{COLOURS[sign]}"/></w:rPr>'
        f'<w:sym w:font="Wingdings" w:char="{WINGDINGS[shape]}"/></w:r>'
    )


def character_run(sign: str, shape: str) -> Any:
    """A run with a coloured character."""
    return parse_xml(f'<w:r {_W}><w:rPr><w:color w:val="{COLOURS[sign]}"/></w:rPr><w:t>{CHARACTERS[shape]}</w:t></w:r>')


def _vml(sign: str, shape: str, words: str) -> str:
    element = {"cirkel": "oval", "kvadrat": "rect"}.get(shape, "shape")
    kind = ' type="#_x0000_t4"' if shape == "romb" else ""
    told = f' alt="{words}"' if words else ""
    return (
        f'<w:pict><v:{element}{kind}{told} style="width:9.6pt;height:9.6pt" fillcolor="#{COLOURS[sign]}"'
        f' stroked="f"/></w:pict>'
    )


def _xml(element: Any) -> str:
    return str(etree.tostring(element, encoding="unicode"))
