"""What is drawn on a PDF page beside its letters: rules of tables, and small shapes and pictures that may be icons."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image

from dashboard.importing import icons, pdf_paths, pictures
from dashboard.importing.document import Icon
from dashboard.importing.pdf_marks import Box, Colour, Rule
from dashboard.importing.pdf_page import Sheet
from dashboard.importing.pdf_paths import THIN, Matrix
from dashboard.model import Place

_MOST_OBJECTS = 30_000
_DEEPEST = 4
_ICON = (2.8, 30.0)  # the sides of an icon in points
_DASH = (4.5, 20.0, 1.1)  # a dash's least and greatest length and its least thickness
_SCALE = 5.0
_MOST_PIXELS = 250_000
_PIXELS = {
    pdfium.FPDFBitmap_Gray: ("L", "L"), pdfium.FPDFBitmap_BGR: ("RGB", "BGR"), pdfium.FPDFBitmap_BGRx: ("RGB", "BGRX"),
    pdfium.FPDFBitmap_BGRA: ("RGBA", "BGRA"),
}  # fmt: skip


@dataclass(slots=True)
class _Shape:
    """A small filled path: its box, colour and form."""

    box: Box
    colour: Colour
    form: str | None


@dataclass(slots=True)
class Drawn:
    """What is drawn on one page."""

    rules: list[Rule] = field(default_factory=list)
    icons: list[Icon] = field(default_factory=list)


@dataclass(slots=True)
class _Collecting:
    document: Any
    page: Any
    sheet: Sheet
    number: int
    drawn: Drawn = field(default_factory=Drawn)
    shapes: list[_Shape] = field(default_factory=list)
    objects: int = 0


def drawn_on(document: Any, page: Any, sheet: Sheet, number: int) -> Drawn:
    """Rules and icons of the page with this number."""
    found = _Collecting(document, page, sheet, number)
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        _take(found, pdfium.FPDFPage_GetObject(page, at), (1, 0, 0, 1, 0, 0), 0)
    loose = [shape for shape in found.shapes if not _is_cell(shape, found.drawn.rules)]
    found.drawn.icons += [_icon_of(shapes, number) for shapes in _together(loose)]
    return found.drawn


def _is_cell(shape: _Shape, rules: list[Rule]) -> bool:
    """Whether a filled area is a cell's shading: its edges are those of the table's rules."""
    x0, top, x1, bottom = shape.box
    if shape.form not in (None, icons.SQUARE):
        return False
    ends = (
        (rule, (x0, x1) if rule.upright else (top, bottom), (top, bottom) if rule.upright else (x0, x1))
        for rule in rules
    )
    touching = {
        (rule.upright, side)
        for rule, (low, high), (start, end) in ends
        for side, edge in enumerate((low, high))
        if abs(rule.at - edge) < 1.2 and rule.start < end - 1 and start + 1 < rule.end
    }
    return len(touching) >= 3


def _take(found: _Collecting, thing: Any, matrix: Matrix, depth: int) -> None:
    found.objects += 1
    kind = pdfium.FPDFPageObj_GetType(thing)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT or found.objects > _MOST_OBJECTS:
        return
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        _take_path(found, thing, matrix)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        _take_picture(found, thing, matrix)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = pdf_paths.times(pdf_paths.matrix_of(thing), matrix)
        for at in range(pdfium.FPDFFormObj_CountObjects(thing)):
            _take(found, pdfium.FPDFFormObj_GetObject(thing, at), inner, depth + 1)


def _take_path(found: _Collecting, path: Any, outer: Matrix) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    parts, curved = pdf_paths.parts_of(path, pdf_paths.times(pdf_paths.matrix_of(path), outer), found.sheet)
    points = [point for part in parts for point in part]
    if not points:
        return
    box = pdf_paths.around(points)
    wide, high = box[2] - box[0], box[3] - box[1]
    thick = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(path, thick)
    if _ICON[0] <= wide <= _ICON[1] and _ICON[0] <= high <= _ICON[1] and _alike(wide, high):
        colour = pdf_paths.colour_of(path, filled=bool(fill.value))
        if colour is not None and _tells(colour) and (fill.value or curved):
            found.shapes.append(_Shape(box, colour, pdf_paths.form_of(parts, curved, box)))
            return
    if fill.value and _DASH[0] <= wide <= _DASH[1] and _DASH[2] <= high <= THIN + 1 and wide > 2 * high:
        found.shapes.append(_Shape(box, pdf_paths.colour_of(path, filled=True) or (0, 0, 0), icons.DASH))
        return
    if not fill.value and _DASH[0] <= wide <= _DASH[1] and high < 0.5 and _DASH[2] <= thick.value <= THIN + 1:
        found.shapes.append(_Shape(box, pdf_paths.colour_of(path, filled=False) or (0, 0, 0), icons.DASH))
        return
    if not curved or len(points) > 4:
        found.drawn.rules += pdf_paths.rules_of(parts, stroked=bool(stroke.value))


def _alike(wide: float, high: float) -> bool:
    return 0.5 < wide / high < 2


def _together(shapes: list[_Shape]) -> Iterator[list[_Shape]]:
    """Shapes that lie on one another are one icon: a mark within a circle, a rim around it."""
    groups: list[list[_Shape]] = []
    for shape in shapes:
        for group in groups[-6:]:
            if any(_overlap(shape.box, other.box) for other in group):
                group.append(shape)
                break
        else:
            groups.append([shape])
    return iter(groups)


def _icon_of(shapes: list[_Shape], page: int) -> Icon:
    telling = [shape for shape in shapes if _tells(shape.colour)] or shapes
    first = max(telling, key=lambda shape: _area(shape.box))
    place = Place(
        page=page, box=pdf_paths.around([p for s in shapes for p in ((s.box[0], s.box[1]), (s.box[2], s.box[3]))])
    )
    return icons.of_colour(first.colour, place, first.form)


def _tells(colour: Colour) -> bool:
    found = icons.hue(*colour)
    return found.status is not None or found.council or found.unknown


def _take_picture(found: _Collecting, picture: Any, outer: Matrix) -> None:
    a, b, c, d, e, f = pdf_paths.times(pdf_paths.matrix_of(picture), outer)
    corners = [found.sheet.point(a * x + c * y + e, b * x + d * y + f) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
    box = pdf_paths.around(corners)
    wide, high = box[2] - box[0], box[3] - box[1]
    if not (_ICON[0] <= wide <= _ICON[1] and 1 <= high <= _ICON[1]):
        return
    image = _image(found, picture)
    icon = pictures.icon(image, Place(page=found.number, box=box)) if image else None
    if icon:
        found.drawn.icons.append(icon)


def _image(found: _Collecting, picture: Any) -> Image.Image | None:
    """The picture over its mask, drawn larger than on the page so that its shape is told too."""
    pdfium.FPDFPageObj_Transform(picture, _SCALE, 0, 0, _SCALE, 0, 0)
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(found.document, found.page, picture)
    if not bitmap:
        return None
    try:
        wide, high = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
        stride, form = pdfium.FPDFBitmap_GetStride(bitmap), pdfium.FPDFBitmap_GetFormat(bitmap)
        if form not in _PIXELS or not 0 < wide * high <= _MOST_PIXELS:
            return None
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * high)
        mode, order = _PIXELS[form]
        return Image.frombuffer(mode, (wide, high), data, "raw", order, stride, 1)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
