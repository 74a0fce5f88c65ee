"""The status signs as PowerPoint's own shapes, drawn as on the page: disc and tick, half diamond, square and cross."""

from typing import Any

from lxml import etree
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.export import looks
from dashboard.export.pptx_fit import EMU, Area
from dashboard.export.pptx_xml import described, rgb
from dashboard.model import Status

# Paths in a box of 20 x 20: what is filled, and what is drawn with the shape's line.
_TICK = ((5.7, 10.4), (8.7, 13.4), (14.4, 7))
_CROSS = (((6.2, 6.2), (13.8, 13.8)), ((13.8, 6.2), (6.2, 13.8)))
_SQUARE = ((1.4, 1.4), (18.6, 1.4), (18.6, 18.6), (1.4, 18.6))
_DIAMOND = ((10, 1), (19, 10), (10, 19), (1, 10))
_HALF = ((10, 1), (10, 19), (1, 10))
_SCALE = 1000


def add_sign(slide: Any, status: Status, area: Area, alt: str, *, computed: bool) -> None:
    """Filled as reported, outlined as computed, a dashed ring where nothing is judged; `alt` says which."""
    box = (Emu(round(value * EMU)) for value in (area.left, area.top, area.width, area.height))
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box)
    described(shape, "Tecken", alt)
    _drawn(shape, _paths(status, computed))
    style = shape._element.find(qn("p:style"))
    shape._element.remove(style)
    outlined = computed or status is Status.INGEN
    if outlined:
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(looks.STATUS[status])
    shape.line.color.rgb = rgb(_line(status, outlined))
    shape.line.width = Pt(area.width / 20 * (1.2 if status in (Status.DELVIS, Status.INGEN) else 1.6))
    if status is Status.INGEN:
        etree.SubElement(shape.line._ln, qn("a:prstDash"), val="sysDash")


def _line(status: Status, outlined: bool) -> str:
    if status is Status.DELVIS:
        return looks.DELVIS_LINE
    return looks.STATUS[status] if outlined else looks.PAPER


def _paths(status: Status, computed: bool) -> list[Any]:
    """Each a path's element; a filled shape's outline takes no line, which belongs to the mark on it."""
    edge = {} if computed else {"stroke": "0"}
    if status is Status.DELVIS:
        filled = [] if computed else [_path(_HALF, close=True)]
        return [*filled, _path(_DIAMOND, close=True, fill="none"), _path(((10, 1), (10, 19)), fill="none")]
    if status is Status.EJ:
        return [_path(_SQUARE, close=True, **edge), *(_path(one, fill="none") for one in _CROSS)]
    if status is Status.HELT:
        return [_circle(9.2 if not computed else 8.6, **edge), _path(_TICK, fill="none")]
    return [_circle(8.3)]


def _new(**about: str) -> Any:
    side = str(20 * _SCALE)
    return etree.Element(qn("a:path"), {"w": side, "h": side, **about})


def _path(points: tuple[tuple[float, float], ...], *, close: bool = False, **about: str) -> Any:
    made = _new(**about)
    for number, point in enumerate(points):
        _point(etree.SubElement(made, qn("a:lnTo" if number else "a:moveTo")), *point)
    if close:
        etree.SubElement(made, qn("a:close"))
    return made


def _circle(radius: float, **about: str) -> Any:
    made = _new(**about)
    _point(etree.SubElement(made, qn("a:moveTo")), 10 + radius, 10)
    size = str(round(radius * _SCALE))
    etree.SubElement(made, qn("a:arcTo"), wR=size, hR=size, stAng="0", swAng="21600000")
    etree.SubElement(made, qn("a:close"))
    return made


def _point(about: Any, x: float, y: float) -> None:
    etree.SubElement(about, qn("a:pt"), x=str(round(x * _SCALE)), y=str(round(y * _SCALE)))


def _drawn(shape: Any, paths: list[Any]) -> None:
    """Puts the paths in the place of the shape's ready-made outline."""
    old = shape._element.spPr.find(qn("a:prstGeom"))
    made = etree.Element(qn("a:custGeom"))
    for name in ("avLst", "gdLst", "ahLst", "cxnLst"):
        etree.SubElement(made, qn(f"a:{name}"))
    etree.SubElement(made, qn("a:rect"), l="0", t="0", r="r", b="b")
    etree.SubElement(made, qn("a:pathLst")).extend(paths)
    old.getparent().replace(old, made)
