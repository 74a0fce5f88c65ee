"""A PowerPoint file as a reader meets it: each slide's words, its charts' values as they are shown, all its parts."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook
from pptx import Presentation

from dashboard.swedish import number

_FIELD = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


def read(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def titles(content: bytes) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in read(content).slides]


def words(slide: Any) -> list[str]:
    """What is seen on the slide, box by box and cell by cell, with charts' names and values; no alternative texts."""
    found: list[str] = []
    for shape in slide.shapes:
        if shape.has_text_frame and shape.text_frame.text:
            found += [paragraph.text for paragraph in shape.text_frame.paragraphs]
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells if cell.text]
        if shape.has_chart:
            found += charted(shape.chart)
    return [spaced(text) for text in found]


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def charted(chart: Any) -> list[str]:
    """The columns' names, and each number that has a label, as a Swedish Office shows it."""
    told = [str(category) for category in chart.plots[0].categories]
    for label in chart._chartSpace.iter("{*}dLbl"):
        place = int(label.find("{*}idx").get("val"))
        series = label.getparent().getparent()
        values = {
            int(point.get("idx")): float(point.find("{*}v").text) for point in series.find("{*}val").iter("{*}pt")
        }
        told.append(shown(values[place], label.find("{*}numFmt").get("formatCode")))
    return told


def shown(value: float, code: str) -> str:
    digits, _, unit = code.partition('"')
    decimals = len(digits.partition(".")[2])
    return spaced(number(value, decimals, None) + unit.rstrip('"'))


def values(content: bytes) -> list[tuple[list[list[Any]], list[list[Any]]]]:
    """Of each chart: the rows of its workbook, and the same as the chart itself holds them."""
    found = []
    for slide in read(content).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                book = load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
                rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=2)]
                series = [one for plot in shape.chart.plots for one in plot.series]
                names = list(shape.chart.plots[0].categories)
                held = [[name, *(one.values[place] for one in series)] for place, name in enumerate(names)]
                found.append((rows, held))
    return found


def parts(content: bytes) -> Iterator[tuple[str, str]]:
    """Every part's text, those of the workbooks inside it too."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        for name in file.namelist():
            held = file.read(name)
            if name.endswith(".xlsx"):
                yield from ((f"{name}/{inner}", text) for inner, text in parts(held))
            elif name.endswith((".xml", ".rels")):
                yield name, held.decode("utf-8")


def shapes(slide: Any) -> Iterator[Any]:
    """All shapes, those in groups after their group."""
    for shape in slide.shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from shape.shapes
