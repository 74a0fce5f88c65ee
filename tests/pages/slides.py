"""A PowerPoint file as a reader meets it: each slide's words, its charts' values as they are shown, all its parts."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook
from pptx import Presentation


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
    """The columns' names, and what stands at each column: cells of the chart's workbook, as Office keeps them."""
    told = [str(category) for category in chart.plots[0].categories]
    for series in chart._chartSpace.iter("{*}ser"):
        cells = {point.get("idx"): point.find("{*}v").text for point in series.iterfind(".//{*}dlblRangeCache/{*}pt")}
        labels = [(one.find("{*}idx").get("val"), one) for one in series.iter("{*}dLbl")]
        assert {place: one.find(".//{*}fld/{*}t").text for place, one in labels} == cells
        assert all(one.find(".//{*}showDataLabelsRange").get("val") == "1" for _, one in labels)
        told += [spaced(cells[place]) for place, _ in labels]
    return told


def labels(chart: Any) -> dict[str, tuple[str, str]]:
    """The cells that the chart's labels are, by the ranges that it names: the formula of each, and what it shows."""
    book = chart.part.chart_workbook.xlsx_part.blob
    formulas, shown = (load_workbook(io.BytesIO(book), data_only=only).worksheets[0] for only in (False, True))
    ranges = [
        about.text.partition("!")[2].replace("$", "")
        for about in chart._chartSpace.iterfind(".//{*}datalabelsRange/{*}f")
    ]
    cells = [cell for one in ranges for (cell,) in formulas[one] if cell.value]
    return {cell.coordinate: (cell.value, spaced(shown[cell.coordinate].value)) for cell in cells}


def values(content: bytes) -> list[tuple[list[list[Any]], list[list[Any]]]]:
    """Of each chart: the rows of its workbook, and the same as the chart itself holds them."""
    found = []
    for slide in read(content).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                book = load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
                series = [one for plot in shape.chart.plots for one in plot.series]
                wide = len(series) + 1
                rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=2, max_col=wide)]
                names = list(shape.chart.plots[0].categories)
                held = [[name, *(one.values[place] for one in series)] for place, name in enumerate(names)]
                found.append((rows, held))
    return found


def notes(slide: Any) -> list[str]:
    return [spaced(one.text) for one in slide.notes_slide.notes_text_frame.paragraphs] if slide.has_notes_slide else []


def headline(title: str) -> str:
    """A title without the part of a slide that is continued on others."""
    return spaced(title).partition(" (del ")[0]


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


def overlapping(slide: Any) -> list[str]:
    """Pairs of shapes that cover each other; a bar stands in the room that its table's cell keeps for it."""
    shapes = [one for one in slide.shapes if one.name != "Stapel mot årsmål"]
    boxes = [(one.name, one.left, one.top, one.left + one.width, one.top + one.height) for one in shapes]
    found = []
    for place, (name, left, top, right, bottom) in enumerate(boxes):
        for other, left2, top2, right2, bottom2 in boxes[place + 1 :]:
            if min(right, right2) - max(left, left2) > 9525 and min(bottom, bottom2) - max(top, top2) > 9525:
                found.append(f"{name} and {other}")
    return found
