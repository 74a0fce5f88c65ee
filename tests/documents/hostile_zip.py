"""Word and Excel files that no report is, made part by part."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import docx

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument."
_KINDS = (("xml", "application/xml"), ("png", "image/png"))
LAUGHS = (
    "<!DOCTYPE lolz [<!ENTITY l0 'ha'>" + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
)


def word(body: str, *, before: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file with this body; `before` stands before the root element of the document."""
    document = f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return _package("word/document.xml", f"{_MAIN}wordprocessingml.document.main+xml", document, parts or {})


def excel(sheet: str, *, before: str = "", parts: Mapping[str, bytes] | None = None) -> bytes:
    """An Excel file with one sheet of this content."""
    book = (
        f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}">'
        '<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    content = f'{before}<worksheet xmlns="{_SHEET}">{sheet}</worksheet>'
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    inner = {
        "xl/worksheets/sheet1.xml": content.encode(),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'.encode(),
    }
    return _package("xl/workbook.xml", f"{_MAIN}spreadsheetml.sheet.main+xml", book, inner | dict(parts or {}))


def sound_word() -> bytes:
    out = io.BytesIO()
    document = docx.Document()
    for number in range(200):
        document.add_paragraph(f"Recept nummer {number}: vispa smör och mjöl")
    document.save(out)
    return out.getvalue()


def bomb(make: str) -> bytes:
    """A part that unpacks to 300 MB."""
    return {"word": word, "excel": excel}[make]("", parts={"customXml/item1.xml": b" " * 300_000_000})


def bomb_of_many_parts() -> bytes:
    """Every part swells by less than what looks like a bomb; together they are one."""
    return word("", parts={f"word/media/image{n}.png": b"ab" * 1_000_000 for n in range(100)})


def bomb_that_lies() -> bytes:
    """The directory says that a part is small; what is packed there is not."""
    content = bytearray(word("", parts={"customXml/item1.xml": b" " * 300_000_000}))
    at = content.rfind(b"customXml/item1.xml") - 46
    content[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(content)


def overlapping() -> bytes:
    """A thousand names for the same packed part."""
    size = 30_000_000
    packed = zlib.compress(b" " * size, 9)[2:-4]
    check = zlib.crc32(b" " * size)
    names = ["word/document.xml", *(f"word/part{n}.xml" for n in range(1000))]
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, check, len(packed), size, 17, 0)
    begins = local + b"word/document.xml" + packed
    entries = b"".join(
        struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, check, len(packed), 30_000_000, len(name), *[0] * 6
        )
        + name.encode()
        for name in names
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(names), len(names), len(entries), len(begins), 0)
    return begins + entries + end


def million_entries() -> bytes:
    return _zip({f"word/{number}": b"" for number in range(70_000)})


def zip_in_zip(depth: int = 30) -> bytes:
    content = b"x" * 1000
    for _ in range(depth):
        content = _zip({"inre.zip": content})
    return content


def deep_xml(depth: int = 200_000) -> bytes:
    return word("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth)


def tables_in_tables(depth: int = 2_000) -> bytes:
    return word("<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth)


def cell_over_columns(columns: int = 2_000_000_000) -> bytes:
    """A cell that says it goes over thousands of millions of columns."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr><w:p><w:r><w:t>Indikator</w:t></w:r></w:p></w:tc>'
    return word(f"<w:tbl><w:tr>{cell * 3}</w:tr><w:tr>{cell}</w:tr></w:tbl>")


def many_rows(rows: int = 60_000) -> bytes:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    header = "".join(cell.format(word) for word in ("Indikator", "Periodens utfall", "Årsmål", "Period"))
    row = "".join(cell.format(word) for word in ("Andel nöjda", "80 %", "90 %", "VB 2025"))
    return word(f"<w:tbl><w:tr>{header}</w:tr>{f'<w:tr>{row}</w:tr>' * rows}</w:tbl>")


def many_styles_in_a_ring() -> bytes:
    styles = "".join(
        f'<w:style w:styleId="s{n}" w:type="paragraph"><w:basedOn w:val="s{(n + 1) % 5}"/></w:style>' for n in range(5)
    )
    content = f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>'.encode()
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    relations = f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'.encode()
    body = '<w:p><w:pPr><w:pStyle w:val="s1"/></w:pPr><w:r><w:t>Enhetsmål: Leken är rolig</w:t></w:r></w:p>'
    return word(body, parts={"word/styles.xml": content, "word/_rels/document.xml.rels": relations})


def far_cell() -> bytes:
    """One cell in the last corner of a sheet."""
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>Indikator</t></is></c></row>'
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return excel(f'<dimension ref="A1:XFD1048576"/><sheetData>{cells}{far}</sheetData>')


def merged_over_all() -> bytes:
    cells = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    return excel(f'{cells}<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _package(main: str, main_kind: str, content: str, parts: Mapping[str, bytes]) -> bytes:
    override = f'<Override PartName="/{main}" ContentType="{main_kind}"/>'
    sheet = f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_MAIN}spreadsheetml.worksheet+xml"/>'
    style = f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}wordprocessingml.styles+xml"/>'
    plain = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in _KINDS)
    rels = f'<Default Extension="rels" ContentType="{_MAIN}package.relationships+xml"/>'
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
    return _zip(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}">{rels}{plain}{override}{sheet}{style}</Types>'.encode(),
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'.encode(),
            main: content.encode(),
            **parts,
        }
    )


def _zip(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
