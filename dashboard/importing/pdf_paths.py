"""A PDF's drawn paths as points on the page: the rules that they are, their forms and colours."""

import ctypes
import itertools
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from dashboard.importing import icons, pictures
from dashboard.importing.pdf_marks import Box, Colour, Rule
from dashboard.importing.pdf_page import Sheet

_MOST_SEGMENTS = 4_000
THIN = 2.6  # a filled area this thin is a rule
_STRAIGHT = 0.6

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


def parts_of(path: Any, matrix: Matrix, sheet: Sheet) -> tuple[list[list[Point]], bool]:
    """The path's connected parts as points on the page, and whether any of it is curved."""
    parts: list[list[Point]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        a, b, c, d, e, f = matrix
        point = sheet.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        parts[-1].append(point)
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        if pdfium.FPDFPathSegment_GetClose(segment):
            parts[-1].append(parts[-1][0])
    return parts, curved


def rules_of(parts: list[list[Point]], *, stroked: bool) -> Iterator[Rule]:
    """Straight parts across or down the page, drawn as lines or as thin filled areas."""
    for part in parts:
        if not stroked:
            x0, top, x1, bottom = around(part)
            if bottom - top <= THIN < x1 - x0:
                yield Rule(False, (top + bottom) / 2, x0, x1)
                continue
            if x1 - x0 <= THIN < bottom - top:
                yield Rule(True, (x0 + x1) / 2, top, bottom)
                continue
        for (ax, ay), (bx, by) in itertools.pairwise(part):
            if abs(ay - by) < _STRAIGHT and abs(ax - bx) > THIN:
                yield Rule(False, (ay + by) / 2, min(ax, bx), max(ax, bx), edge=not stroked)
            elif abs(ax - bx) < _STRAIGHT and abs(ay - by) > THIN:
                yield Rule(True, (ax + bx) / 2, min(ay, by), max(ay, by), edge=not stroked)


def form_of(parts: list[list[Point]], curved: bool, box: Box) -> str | None:
    """The shape that the outline is: round, upright or on its corner."""
    points = parts[0]
    wide, high = box[2] - box[0], box[3] - box[1]
    if len(parts) > 2 or not 0.75 < wide / high < 1.33:
        return None
    if curved:
        return icons.CIRCLE if len(points) >= 9 else None
    if 5 <= len(set(points)) <= 9 and _area_within(points) < 0.5 * wide * high:
        return pictures.CHECK
    corners = {(round(x, 1), round(y, 1)) for x, y in points}
    if len(corners) != 4:
        return icons.CIRCLE if len(corners) >= 12 else None
    on_corner = sum(
        abs(x - (box[0] + box[2]) / 2) < 0.1 * wide or abs(y - (box[1] + box[3]) / 2) < 0.1 * high for x, y in corners
    )
    return icons.DIAMOND if on_corner == 4 else icons.SQUARE if on_corner == 0 else None


def _area_within(points: list[Point]) -> float:
    turned = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in turned)) / 2


def colour_of(path: Any, *, filled: bool) -> Colour | None:
    """Its colour, None where it is as good as white or can be seen through."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    ask = pdfium.FPDFPageObj_GetFillColor if filled else pdfium.FPDFPageObj_GetStrokeColor
    if not ask(path, red, green, blue, alpha) or alpha.value < 40 or min(red.value, green.value, blue.value) > 0xE8:
        return None
    return red.value, green.value, blue.value


def matrix_of(thing: Any) -> Matrix:
    """How a page's object is moved, turned and scaled."""
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """One move after another."""
    a, b, c, d, e, f = inner
    u, v, w, x, y, z = outer
    return a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z


def around(points: list[Point]) -> Box:
    """The box around points."""
    columns, rows = [x for x, _ in points], [y for _, y in points]
    return min(columns), min(rows), max(columns), max(rows)
