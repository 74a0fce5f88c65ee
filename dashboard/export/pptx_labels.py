"""Numbers at a chart's columns, in Swedish in every Office: cells of the chart's own workbook write them out.

A number format shows the decimal sign of whoever opens the file, and fixed words would stay where they are when
somebody edits a value. So each label is a cell, and the cell a formula over the value beside it.
"""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter
from lxml import etree
from pptx.oxml.ns import qn

from dashboard.export.pptx_xml import LANGUAGE, cleaned, filled
from dashboard.swedish import parse_cell

_C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_LABEL, _SERIES = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_HARD, _MINUS = "\u00a0", "\u2212"
SHEET = "Sheet1"
# The columns of labels, right of the names and the two series.
COLUMNS = ("D", "E")


def formula(cell: str, text: str) -> str:
    """Writes the cell's number as `text` is written: its decimals with a comma, thousands apart, its unit.

    Without TEXT's or FIXED's signs, which differ from Office to Office.
    """
    held = parse_cell(text)
    decimals = held.decimals or 0
    whole = f"ROUND(ABS({cell}),{decimals})"
    number = f"INT({whole})"
    thousands = f'INT({number}/1000)&"{_HARD}"&TEXT(MOD({number},1000),"000")'
    millions = (
        f'INT({number}/1000000)&"{_HARD}"&TEXT(MOD(INT({number}/1000),1000),"000")'
        f'&"{_HARD}"&TEXT(MOD({number},1000),"000")'
    )
    written = f'IF({cell}<0,"{_MINUS}","")&IF({number}>=1000000,{millions},IF({number}>=1000,{thousands},{number}&""))'
    if decimals:
        written += f'&","&TEXT(ROUND(({whole}-{number})*1{"0" * decimals},0),"{"0" * decimals}")'
    if held.unit:
        unit = held.unit.replace('"', '""')
        written += f'&"{_HARD}{unit}"'
    return f'=IF({cell}="","",{written})'


def number_format(text: str) -> str:
    """The cell's own format: '#,##0.0" %"', which a Swedish Excel shows with a comma."""
    cell = parse_cell(text)
    number = f"#,##0.{'0' * cell.decimals}" if cell.decimals else "#,##0"
    return f'{number}"\u00a0{cell.unit}"' if cell.unit else number


Column = tuple[str, Sequence[float | None], Sequence[str]]


def workbook(names: Sequence[str], series: Sequence[Column]) -> bytes:
    """Names and each series' values, then what is shown of them; a value without words has no label."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, len(COLUMNS) * 2, 22)
    sheet.write_column(1, 0, names)
    for place, (title, values, words) in enumerate(series):
        sheet.write(0, place + 1, title)
        sheet.write(0, len(COLUMNS) + place + 1, f"{title}, som det visas")
        for row, (value, text) in enumerate(zip(values, words, strict=True), 1):
            if value is not None:
                known = next((one for one in words if one), "")
                sheet.write_number(row, place + 1, value, book.add_format({"num_format": number_format(text or known)}))
            if text:
                of = f"{'BC'[place]}{row + 1}"
                sheet.write_formula(row, len(COLUMNS) + place + 1, formula(of, text), None, text)
    book.close()
    return written.getvalue()


def label(about: Any, size: float, colour: str, *, within: bool) -> None:
    """Makes a point's label show its cell; `within` the column without a ground of its own."""
    text = about.get_or_add_rich()
    for old in list(text):
        text.remove(old)
    etree.SubElement(text, qn("a:bodyPr"), wrap="none")
    etree.SubElement(text, qn("a:lstStyle"))
    paragraph = etree.SubElement(text, qn("a:p"))
    look = etree.SubElement(etree.SubElement(paragraph, qn("a:pPr")), qn("a:defRPr"), _type(size))
    filled(look, colour)
    field = etree.SubElement(paragraph, qn("a:fld"), id=_id(about), type="CELLRANGE")
    filled(etree.SubElement(field, qn("a:rPr"), _type(size)), colour)
    etree.SubElement(field, qn("a:pPr"))
    etree.SubElement(field, qn("a:t")).text = ""
    if not within:
        # The line of the target never crosses a number.
        behind = about.get_or_add_spPr()
        etree.SubElement(etree.SubElement(behind, qn("a:solidFill")), qn("a:schemeClr"), val="bg1")
    for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
        _child(about, f"c:show{name}").set("val", "0")
    etree.SubElement(_extension(about, _LABEL), f"{{{_C15}}}showDataLabelsRange", val="1")


def _type(size: float) -> dict[str, str]:
    return {"lang": LANGUAGE, "sz": str(round(size * 100)), "b": "1"}


def _id(about: Any) -> str:
    """A field's name, different for each point of a chart."""
    series = about.getparent().getparent()
    number = int(series.find(qn("c:idx")).get("val")) * 256 + int(about.find(qn("c:idx")).get("val"))
    return f"{{7B0E5A5C-0B1C-4B7A-9C55-{number:012X}}}"


def _child(about: Any, name: str) -> Any:
    found = about.find(qn(name))
    return found if found is not None else etree.SubElement(about, qn(name))


def _extension(about: Any, uri: str) -> Any:
    held = etree.SubElement(about, qn("c:extLst"))
    return etree.SubElement(held, qn("c:ext"), {"uri": uri}, nsmap={"c15": _C15})


def ranged(series: Any, column: str, words: Sequence[str]) -> None:
    """Tells the series, by its element, which cells its labels are, and what they say."""
    for field in series.iter(qn("a:fld")):
        place = next(up for up in field.iterancestors() if up.tag == qn("c:dLbl")).find(qn("c:idx")).get("val")
        field.find(qn("a:t")).text = cleaned(words[int(place)])
    inside = _extension(series, _SERIES)
    about = etree.SubElement(inside, f"{{{_C15}}}datalabelsRange")
    etree.SubElement(about, f"{{{_C15}}}f").text = f"{SHEET}!${column}$2:${column}${len(words) + 1}"
    cache = etree.SubElement(about, f"{{{_C15}}}dlblRangeCache")
    etree.SubElement(cache, qn("c:ptCount"), val=str(len(words)))
    for place, text in enumerate(words):
        if text:
            point = etree.SubElement(cache, qn("c:pt"), idx=str(place))
            etree.SubElement(point, qn("c:v")).text = cleaned(text)
