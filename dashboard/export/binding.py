"""Binds PDFs that Typst wrote to one, part by part, with tags, bookmarks and links: one part is in memory at once.

Typst sets a whole document at once and keeps some four megabytes for each page of it. So a long one is set in parts,
and what the parts have one of each (pages, bookmarks, tags) is made anew here. The syntax of PDF that is read is the
one that Typst writes, where each object stands by itself; anything else is a ValueError.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from dashboard.export.pdf_parts import STREAM, Part, PdfFile, amount_of_pages, inside, listed, read, refs, with_pages

# An address in the front matter that leads to a chapter: 'kapitel:0' is the first heading of the first part.
CHAPTER = "kapitel:"
_PAGES, _MARKS, _TREE, _DOCUMENT, _FIRST = 1, 2, 3, 4, 5
# What looks like a reference in a string is none.
_TOKEN = re.compile(rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|(?<![\d.])(\d+) 0 R\b")
_KEY = re.compile(rb"/(StructParents?) (\d+)")
_NAMES = re.compile(rb"/ID\(|/Headers\[[^\]]*\]")
_TO_CHAPTER = re.compile(rb"/A<</Type/Action/S/URI/URI\(" + CHAPTER.encode() + rb"(\d+)\)>>")
_CHAPTER_WORDS = re.compile(rb"/Contents\(" + CHAPTER.encode() + rb"(\d+)\)")


@dataclass(slots=True)
class _Bound:
    """What the whole has one of, as a part brings it: its pages, its bookmarks and the element of all its tags."""

    pages: list[int]
    document: int
    marks: dict[int, bytes] = field(default_factory=dict)


class Binder:
    """`out` is written from its beginning. Parts are added in order; the front matter comes last and stands first."""

    def __init__(self, out: BinaryIO) -> None:
        self._file = PdfFile(out, _FIRST)
        self._parts: list[_Bound] = []
        self._parents: list[bytes] = []
        self._names: list[bytes] = []
        self._roles: dict[bytes, None] = {}

    def add(self, content: bytes) -> list[int]:
        """Takes in one part, behind those before it; returns on which of its pages, from 0, its chapters begin."""
        part = read(content)
        begins = [part.page_of(mark) for mark in part.marks_on_top()]
        for one in (part.root, part.info, part.about):
            del part.objects[one]
        self._take(part, {})
        return begins

    def close(self, front: bytes) -> None:
        """Takes in the front matter, whose title, language and profile are the whole's, and ends the file."""
        part = read(front)
        pages = sum(len(bound.pages) for bound in self._parts) + amount_of_pages(front)
        part.objects[part.about] = with_pages(part.objects[part.about], pages)
        chapters = dict(enumerate(mark for bound in self._parts for mark in bound.marks.values()))
        known = self._take(part, chapters)
        self._parts.insert(0, self._parts.pop())
        self._bind_pages()
        self._bind_marks()
        self._bind_tags()
        self._file.end(known[part.root], known[part.info])

    def _take(self, part: Part, chapters: Mapping[int, bytes]) -> dict[int, int]:
        """Writes the part's objects under new numbers; the first pages of `chapters` are what its links lead to."""
        number, keys = len(self._parts), len(self._parents)
        known = {part.pages: _PAGES, part.marks: _MARKS, part.tree: _TREE}
        rest = [old for old in part.objects if old not in known]
        known |= dict(zip(rest, self._file.numbers(len(rest)), strict=True))
        top = list(part.marks_on_top())
        bound = _Bound(pages=[known[one] for one in refs(part.objects[part.pages])], document=known[part.document])
        self._note(_renewed(part.objects[part.tree], known), number)
        for old in rest:
            made = _renamed(_renewed(part.objects[old], known), number, keys)
            if old == part.document:
                made = made.replace(b"/S/Document/P %d 0 R" % _TREE, b"/S/Part/P %d 0 R" % _DOCUMENT)
            if old in top:
                bound.marks[known[old]] = made
            else:
                self._file.put(known[old], _led(made, chapters) if chapters else made)
        self._parts.append(bound)
        return known

    def _note(self, tree: bytes, number: int) -> None:
        """The tags' parents by page, their names and roles."""
        parents = re.findall(rb"(\d+) (\d+ 0 R)", inside(tree, b"/ParentTree<</Nums[", b"]"))
        if [int(key) for key, _ in parents] != list(range(len(parents))):
            raise ValueError("tags without a number each")
        self._parents += [ref for _, ref in parents]
        if b"/IDTree" in tree:
            found = re.findall(rb"\(([^()]*)\)(\d+ 0 R)", inside(tree, b"/IDTree<</Names[", b"]"))
            self._names += [b"(%05d.%b)%b" % (number, name, ref) for name, ref in found]
        if b"/RoleMap" in tree:
            self._roles |= dict.fromkeys(re.findall(rb"/\w+/\w+", inside(tree, b"/RoleMap<<", b">>")))

    def _bind_pages(self) -> None:
        pages = [page for bound in self._parts for page in bound.pages]
        self._file.put(_PAGES, b"<</Type/Pages/Count %d/Kids%b>>" % (len(pages), listed(pages)))

    def _bind_marks(self) -> None:
        """Each part's bookmarks behind those of the part before it."""
        marks = {number: made for bound in self._parts for number, made in bound.marks.items()}
        numbers = list(marks)
        for place, number in enumerate(numbers):
            beside = b"/Prev %d 0 R" % numbers[place - 1] if place else b""
            beside += b"/Next %d 0 R" % numbers[place + 1] if place + 1 < len(numbers) else b""
            alone = re.sub(rb"/(Prev|Next) \d+ 0 R", b"", marks[number])
            self._file.put(number, alone.replace(b"<<", b"<<" + beside, 1))
        ends = (numbers[0], numbers[-1], len(numbers))
        self._file.put(_MARKS, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % ends)

    def _bind_tags(self) -> None:
        parts = listed([bound.document for bound in self._parts])
        self._file.put(_DOCUMENT, b"<</Type/StructElem/S/Document/P %d 0 R/K%b>>" % (_TREE, parts))
        numbers = b" ".join(b"%d %b" % one for one in enumerate(self._parents))
        tree = b"/K[%d 0 R]/ParentTree<</Nums[%b]>>" % (_DOCUMENT, numbers)
        tree += b"/ParentTreeNextKey %d/IDTree<</Names[%b]>>" % (len(self._parents), b"".join(sorted(self._names)))
        self._file.put(_TREE, b"<</Type/StructTreeRoot/RoleMap<<%b>>%b>>" % (b"".join(self._roles), tree))


def _renewed(body: bytes, known: Mapping[int, int]) -> bytes:
    """The object with the new numbers of what it refers to; a stream's content refers to nothing."""

    def number(found: re.Match[bytes]) -> bytes:
        return b"%d 0 R" % known[int(found[1])] if found[1] else found[0]

    head, stream, content = body.partition(STREAM)
    return _TOKEN.sub(number, head) + stream + content


def _renamed(body: bytes, number: int, keys: int) -> bytes:
    """A page's or link's key among the tags' parents, and names of heads of tables, which other parts have too."""
    if b"/Type/StructElem" in body:
        return _NAMES.sub(lambda found: found[0].replace(b"(", b"(%05d." % number), body)
    if body.startswith((b"<</Type/Page/", b"<</Type/Annot/")):
        return _KEY.sub(lambda found: b"/%b %d" % (found[1], int(found[2]) + keys), body)
    return body


def _led(body: bytes, chapters: Mapping[int, bytes]) -> bytes:
    """A link to a chapter leads to its page, and is told by its name."""
    if not body.startswith(b"<</Type/Annot/"):
        return body

    def way(found: re.Match[bytes]) -> bytes:
        return b"/Dest " + inside(chapters[int(found[1])], b"/Dest ", b"R") + b"R"

    def words(found: re.Match[bytes]) -> bytes:
        title = re.search(rb"/Title(<[0-9A-F]*>|\((?:\\.|[^\\()])*\))", chapters[int(found[1])])
        return b"/Contents" + title[1] if title else found[0]

    return _CHAPTER_WORDS.sub(words, _TO_CHAPTER.sub(way, body))
