"""Parts that are bound to one PDF: pages, bookmarks, tags and links as if they had been set together."""

import io
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
import typst
from pdfminer.pdftypes import resolve1
from pikepdf import NumberTree, Pdf, PdfError

from dashboard.export.binding import CHAPTER, Binder
from dashboard.export.typeset import FONTS, STANDARDS
from tests.pages import paper

ASSETS = Path(__file__).parents[3] / "assets"
TABLE = "#table(columns: 2, table.header([Enhet], [Antal]), [{0}], [1])"
FRONT = f'= Innehåll\n#link("{CHAPTER}0")[Först]\n#link("{CHAPTER}2")[Sist]\n#link("https://exempel.se/(5 0 R)")[Ut]'


def part(body: str, title: str = "En del") -> bytes:
    head = f'#set document(title: "{title}")\n#set text(lang: "sv", font: "Liberation Sans")\n'
    how: Any = {"font_paths": [ASSETS / FONTS], "ignore_system_fonts": True, "pdf_standards": STANDARDS}
    made: object = typst.compile((head + body).encode(), **how)
    assert isinstance(made, bytes)
    return made


@pytest.fixture(scope="module")
def begins() -> list[list[int]]:
    return []


@pytest.fixture(scope="module")
def bound(begins: list[list[int]]) -> bytes:
    """Two parts, of three pages with two chapters and of one page with one, and a page before them."""
    out = io.BytesIO()
    binder = Binder(out)
    link = "#link((page: 3, x: 0pt, y: 0pt))[Vidare]"
    first = f"= Först\n{TABLE.format('A')}\n{link}\n#pagebreak()\nMer\n#pagebreak()\n= Sedan\n== Under"
    begins.append(binder.add(part(first)))
    begins.append(binder.add(part(f'= Sist\n{TABLE.format("B")}\n#image(bytes("{SVG}"), alt: "En bild (5 0 R)")')))
    binder.close(part(FRONT, "Hela rapporten"))
    return out.getvalue()


SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"


def test_pages_stand_in_order_and_chapters_are_told_where_they_begin(bound: bytes, begins: list[list[int]]) -> None:
    assert [" ".join(text.split()).split()[0] for text in paper.pages(bound)] == [
        "Innehåll", "Först", "Mer", "Sedan", "Sist",
    ]  # fmt: skip
    assert begins == [[0, 2], [0]]


def test_the_whole_has_the_fronts_title_and_is_tagged_with_its_own_fonts(bound: bytes) -> None:
    told = paper.catalogue(bound)
    assert told == {"title": "Hela rapporten", "language": "sv", "tagged": True, "shown": True}
    assert all(paper.fonts(bound).values())
    assert b"<xmpTPg:NPages>5<" in bound
    assert b"<pdfuaid:part>1<" in bound


def test_bookmarks_follow_one_another_over_the_parts(bound: bytes) -> None:
    assert paper.bookmarks(bound) == [(0, "Innehåll"), (0, "Först"), (0, "Sedan"), (1, "Under"), (0, "Sist")]


def test_tags_are_read_in_the_order_of_the_pages(bound: bytes) -> None:
    kinds = [kind for kind, _ in paper.tags(bound)]
    assert kinds[0] == "Document"
    assert kinds.count("Part") == 3
    assert [kind for kind in kinds if kind in ("H1", "H2", "Table", "Figure")] == [
        "H1", "H1", "Table", "H1", "H2", "H1", "Table", "Figure",
    ]  # fmt: skip
    assert ("Figure", "En bild (5 0 R)") in paper.tags(bound)


def test_a_link_in_the_front_leads_to_its_chapter_and_says_its_name(bound: bytes) -> None:
    with pdfplumber.open(io.BytesIO(bound)) as found:
        links = [resolve1(one) for one in resolve1(found.pages[0].page_obj.annots)]
        numbers = {page.page_obj.pageid: number for number, page in enumerate(found.pages)}
        led = [numbers[resolve1(one["Dest"])[0].objid] for one in links if "Dest" in one]
        told = [paper.words_of(resolve1(one["Contents"])) for one in links]
        out = [resolve1(resolve1(one["A"])["URI"]) for one in links if "A" in one]
    assert led == [1, 4]
    assert told[:2] == ["Först", "Sist"]
    assert out == [b"https://exempel.se/(5 0 R)"]


def test_a_tables_heads_have_names_of_their_own_and_each_tag_its_page(bound: bytes) -> None:
    with pdfplumber.open(io.BytesIO(bound)) as found:
        root = resolve1(found.doc.catalog["StructTreeRoot"])
        names = resolve1(root["IDTree"])["Names"]
        keys = resolve1(root["ParentTree"])["Nums"][::2]
        pages = [page.page_obj.attrs["StructParents"] for page in found.pages]
        heads = [resolve1(one) for one in names[1::2]]
    assert len(names[::2]) == len(set(names[::2])) == 4
    assert names[::2] == sorted(names[::2])
    assert [head["ID"] for head in heads] == names[::2]
    assert keys == list(range(len(keys)))
    assert len(set(pages)) == 5
    assert set(pages) <= set(keys)


def test_each_pages_tags_are_of_that_page_and_each_link_leads_to_one(bound: bytes) -> None:
    with Pdf.open(io.BytesIO(bound)) as found:
        parents = NumberTree(found.Root.StructTreeRoot.ParentTree)
        pages = {page.obj.objgen for page in found.pages}
        links = [link for page in found.pages for link in list(page.obj.get("/Annots", ()))]
        for page in found.pages:
            tagged = [one for one in list(parents[int(page.obj.StructParents)]) if "/Pg" in one]
            assert tagged
            assert {one.Pg.objgen for one in tagged} == {page.obj.objgen}
        assert [parents[int(link.StructParent)].K[1].Obj.objgen for link in links] == [link.objgen for link in links]
        led = [link.Dest[0].objgen for link in links if "/Dest" in link]
    assert len(led) == 3
    assert set(led) <= pages


def test_a_link_within_a_part_still_leads_to_a_page_behind_it(bound: bytes) -> None:
    with Pdf.open(io.BytesIO(bound)) as found:
        link = found.pages[1].obj.Annots[0]
        assert link.Dest[0].objgen == found.pages[3].obj.objgen


def test_qpdf_finds_nothing_wrong(bound: bytes) -> None:
    with Pdf.open(io.BytesIO(bound)) as found:
        assert found.check_pdf_syntax() == []


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(PdfError):
        Binder(io.BytesIO()).add(b"%PDF-1.7\nno such thing")
