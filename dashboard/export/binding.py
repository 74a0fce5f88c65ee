"""Binds PDFs that Typst wrote to one, part by part, with tags, bookmarks and links.

Typst sets a whole document at once and keeps some four megabytes for each page of it. So a long one is set in parts.
pikepdf joins their pages; what the parts have one of each (bookmarks, tags and the names in them) is made anew here.
"""

import io
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import BinaryIO

from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, ObjectStreamMode, Page, Pdf

# An address in the front matter that leads to a chapter: 'kapitel:0' is the first heading of the first part.
CHAPTER = "kapitel:"
# What of the front matter's catalogue isn't the whole's: each is bound of all parts.
_BOUND = {"/Type", "/Pages", "/Outlines", "/StructTreeRoot"}
_NUMBER_OF_PAGES = "{http://ns.adobe.com/xap/1.0/t/pg/}NPages"


class Binder:
    """`out` is written when all is bound. Parts are added in order; the front matter comes last and stands first."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._pdf = out, Pdf.new()
        self._marks: list[Object] = []
        self._number = self._keys = 0
        self._tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary()))
        about = Dictionary(Type=Name.StructElem, S=Name.Document, P=self._tree, K=Array())
        self._document = self._pdf.make_indirect(about)
        self._parents, self._names = NumberTree.new(self._pdf), NameTree.new(self._pdf)

    def add(self, content: bytes) -> list[int]:
        """Takes in one part, behind those before it; returns on which of its pages, from 0, its chapters begin."""
        part, before = Pdf.open(io.BytesIO(content)), len(self._pdf.pages)
        marks = self._take(part, before)
        self._marks += marks
        self._document.K.append(self._tags(part))
        return [self._pdf.pages.index(Page(mark.Dest[0])) - before for mark in marks]

    def close(self, front: bytes) -> None:
        """Takes in the front matter, whose title, language and profile are the whole's, and writes the file."""
        part = Pdf.open(io.BytesIO(front))
        marks = self._take(part, 0)
        for link in chain.from_iterable(map(_links, list(self._pdf.pages)[: len(part.pages)])):
            self._lead(link)
        self._marks = marks + self._marks
        self._document.K.insert(0, self._tags(part))
        self._describe(part)
        self._bind_marks()
        self._bind_tags()
        self._pdf.save(self._out, min_version="1.7", object_stream_mode=ObjectStreamMode.generate)

    def _take(self, part: Pdf, place: int) -> list[Object]:
        """Puts the part's pages in at a place; returns its bookmarks of the first level."""
        for page in part.pages:
            for one, key in [(page.obj, "/StructParents"), *((link, "/StructParent") for link in _links(page))]:
                one[key] = int(one[key]) + self._keys
        for number, page in enumerate(part.pages):
            self._pdf.pages.insert(place + number, page)
        return list(_chain(self._pdf.copy_foreign(part.Root.Outlines).First))

    def _tags(self, part: Pdf) -> Object:
        """The element of all the part's tags, whose names and keys are made the whole's own; pages are there before."""
        for element in part.objects:
            if isinstance(element, Dictionary) and element.get("/Type") == Name.StructElem:
                _rename(element, self._number)
        tree = self._pdf.copy_foreign(part.Root.StructTreeRoot)
        for key, parent in NumberTree(tree.ParentTree).items():
            self._parents[self._keys + key] = parent
        for name, element in NameTree(tree.IDTree).items() if "/IDTree" in tree else ():
            self._names[_own(name, self._number)] = element
        for role, kind in tree.RoleMap.items() if "/RoleMap" in tree else ():
            self._tree.RoleMap[role] = kind
        tree.K[0].S, tree.K[0].P = Name.Part, self._document
        self._number, self._keys = self._number + 1, self._keys + int(tree.ParentTreeNextKey)
        return tree.K[0]

    def _lead(self, link: Object) -> None:
        """A link to a chapter leads to its page, and is told by its name."""
        address = str(link.A.URI) if "/A" in link else ""
        if address.startswith(CHAPTER):
            mark = self._marks[int(address.removeprefix(CHAPTER))]
            del link.A
            link.Dest, link.Contents = mark.Dest, mark.Title

    def _describe(self, front: Pdf) -> None:
        """Title, language, profile of colours and what the file says of itself."""
        for key, told in self._pdf.copy_foreign(front.Root).items():
            if key not in _BOUND:
                self._pdf.Root[key] = told
        self._pdf.trailer.Info = self._pdf.copy_foreign(front.trailer.Info)
        with self._pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
            about[_NUMBER_OF_PAGES] = str(len(self._pdf.pages))

    def _bind_marks(self) -> None:
        """Each part's bookmarks behind those of the part before it."""
        marks = self._marks
        about = Dictionary(Type=Name.Outlines, First=marks[0], Last=marks[-1], Count=len(marks))
        self._pdf.Root.Outlines = self._pdf.make_indirect(about)
        for mark in marks:
            mark.Parent = self._pdf.Root.Outlines
        for before, after in pairwise(marks):
            before.Next, after.Prev = after, before

    def _bind_tags(self) -> None:
        self._tree.K = Array([self._document])
        self._tree.ParentTree, self._tree.ParentTreeNextKey = self._parents.obj, self._keys
        self._tree.IDTree = self._names.obj
        self._pdf.Root.StructTreeRoot = self._tree


def amount_of_pages(content: bytes) -> int:
    with Pdf.open(io.BytesIO(content)) as found:
        return len(found.pages)


def _links(page: Page) -> Iterable[Object]:
    return list(page.obj.get("/Annots", ()))


def _chain(mark: Object) -> Iterator[Object]:
    """A bookmark and those that follow it on its level."""
    following: Object | None = mark
    while following is not None:
        yield following
        following = following.get("/Next")


def _own(name: object, number: int) -> str:
    """Heads of tables have names that other parts have too."""
    return f"{number:05}.{name}"


def _rename(element: Object, number: int) -> None:
    if "/ID" in element:
        element.ID = _own(element.ID, number)
    for about in element.get("/A", ()):
        if "/Headers" in about:
            about.Headers = Array([_own(name, number) for name in about.Headers])
