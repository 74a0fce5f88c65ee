"""PDF files that no report is, made object by object."""

import io
import zlib
from collections.abc import Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def sound(pages: int = 3) -> bytes:
    """A small PDF with text on every page, as a program writes it."""
    return _written(pages)


def encrypted() -> bytes:
    return _written(2, StandardEncryption("hemligt", canPrint=0))


def scanned() -> bytes:
    """Pages with a picture and nothing else."""
    picture = _stream(
        b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8", b"z" * 64
    )
    return one_page(b"q 595 0 0 842 0 0 cm /X Do Q", resources=b"/XObject<</X 5 0 R>>", more=[picture])


def endless_content() -> bytes:
    """A stream that unpacks to 400 MB of drawing."""
    return one_page(b"0 0 m 9 9 l S " * 30_000_000)


def endless_words() -> bytes:
    """Some million words on one page."""
    return one_page(b"BT /F 8 Tf " + b"1 0 0 1 50 500 Tm (Indikator) Tj " * 2_000_000 + b"ET")


def huge_picture() -> bytes:
    """A picture that says it is 60 000 pixels wide and high, from a few bytes."""
    facts = b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceRGB/BitsPerComponent 8"
    picture = _stream(facts, b"\0" * 100_000_000)
    text = b"BT /F 12 Tf 50 700 Td (Enhetsmal: Leken ar rolig och nara for alla) Tj ET q 12 0 0 12 50 600 cm /X Do Q"
    return one_page(text, resources=b"/XObject<</X 5 0 R>>", more=[picture])


def forms_in_forms(depth: int = 12) -> bytes:
    """Each drawing draws the next one ten times: ten to the power of `depth`."""
    forms = []
    for level in range(depth):
        inner = b"/X Do " * 10 if level < depth - 1 else b"0 0 9 9 re f "
        named = b"/Resources<</XObject<</X %d 0 R>>>>" % (6 + level)
        forms.append(_stream(b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]" + named, inner))
    return one_page(b"/X Do", resources=b"/XObject<</X 5 0 R>>", more=forms)


def form_of_itself() -> bytes:
    form = _stream(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>", b"/X Do /X Do")
    return one_page(b"/X Do", resources=b"/XObject<</X 5 0 R>>", more=[form])


def many_objects(count: int) -> bytes:
    return one_page(b"", more=[b"null"] * count)


def deep_page_tree(depth: int = 50_000) -> bytes:
    tree = [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (number + 3) for number in range(depth)]
    return _file([b"<</Type/Catalog/Pages 2 0 R>>", *tree, b"<</Type/Page/MediaBox[0 0 595 842]>>"])


def page_tree_of_itself() -> bytes:
    return _file([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R 2 0 R]>>"])


def many_pages(count: int = 5_000) -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(count))
    pages = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids)
    return _file([b"<</Type/Catalog/Pages 2 0 R>>", pages, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"])


def claimed_pages() -> bytes:
    """Says that it has two thousand million pages."""
    return _file([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 2000000000/Kids[]>>"])


def deep_brackets() -> bytes:
    return one_page(b"[" * 5_000_000)


def huge_page() -> bytes:
    text = b"BT /F 12 Tf 50 700 Td (Enhetsmal: Leken ar rolig) Tj ET"
    return one_page(text, box=b"-1e30 -1e30 1e30 1e30")


def many_lines(count: int = 400_000) -> bytes:
    """Rules without end, as a table's."""
    rules = b"".join(b"%d %d m %d %d l S " % (n % 500, n % 800, n % 500 + 50, n % 800) for n in range(count))
    return one_page(b"BT /F 12 Tf 50 700 Td (Enhetsmal: Leken ar rolig och nara for alla) Tj ET " + rules)


def one_page(
    content: bytes, *, resources: bytes = b"", more: Sequence[bytes] = (), box: bytes = b"0 0 595 842"
) -> bytes:
    """A PDF of one page; `more` are objects from number 5."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F %s>>%s>>>>"
    return _file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            page % (box, _FONT, resources),
            _stream(b"", content),
            *more,
        ]
    )


def _stream(facts: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (facts, len(packed), packed)


def _file(objects: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    begins = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, begins))
    return out.getvalue()


def _written(pages: int, encryption: StandardEncryption | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=encryption)
    for page in range(pages):
        for line in range(30):
            canvas.drawString(60, 760 - 20 * line, f"Recept nummer {page} {line}: vispa smör och mjöl")
        canvas.showPage()
    canvas.save()
    return out.getvalue()
