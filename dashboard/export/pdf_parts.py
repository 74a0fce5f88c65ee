"""A PDF as Typst writes it, taken to its objects, and one that is written object by object."""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

# So many objects are packed together: enough to be small, few enough to be opened quickly.
_PACKED = 100
_REF = re.compile(rb"(\d+) 0 R")
_CROSS_REFERENCE = re.compile(rb"(\d{10}) \d{5} n")
# What parts a stream's dictionary from its content.
STREAM = b">>\nstream\n"


@dataclass(slots=True)
class Part:
    """One PDF as Typst wrote it: its objects by number, and the numbers of those that a file has one of."""

    objects: dict[int, bytes]
    root: int
    info: int
    pages: int = field(init=False)
    marks: int = field(init=False)
    tree: int = field(init=False)
    about: int = field(init=False)
    document: int = field(init=False)

    def __post_init__(self) -> None:
        self.about = self._ref(b"Metadata")
        self.pages, self.marks, self.tree = (self._ref(name) for name in (b"Pages", b"Outlines", b"StructTreeRoot"))
        self.document = refs(inside(self.objects[self.tree], b"/K[", b"]"))[0]

    def _ref(self, name: bytes) -> int:
        return refs(inside(self.objects[self.root], b"/" + name + b" ", b"R") + b"R")[0]

    def marks_on_top(self) -> Iterator[int]:
        """The bookmarks of the first level, in order."""
        one = re.search(rb"/First (\d+) 0 R", self.objects[self.marks])
        while one:
            yield int(one[1])
            one = re.search(rb"/Next (\d+) 0 R", self.objects[int(one[1])])

    def page_of(self, mark: int) -> int:
        """Which page of the part a bookmark leads to, from 0."""
        place = refs(inside(self.objects[mark], b"/Dest ", b"R") + b"R")[0]
        return refs(self.objects[self.pages]).index(refs(self.objects[place])[0])


def read(content: bytes) -> Part:
    start = int(content[content.rindex(b"startxref") :].split()[1])
    places = sorted(int(found[1]) for found in _CROSS_REFERENCE.finditer(content, start))
    objects = {}
    for place, end in zip(places, [*places[1:], start], strict=True):
        head, body = content[place:end].split(b" 0 obj\n", 1)
        objects[int(head)] = body.removesuffix(b"\nendobj\n").removesuffix(b"\nendobj\n\n")
    trailer = content[content.rindex(b"trailer") :]
    return Part(objects, *(refs(inside(trailer, name, b"R") + b"R")[0] for name in (b"/Root ", b"/Info ")))


def amount_of_pages(content: bytes) -> int:
    """How many pages a PDF that Typst wrote has."""
    return int(inside(content, b"/Type/Pages/Count ", b"/"))


def with_pages(about: bytes, amount: int) -> bytes:
    """What a file says of itself, with its number of pages put right."""
    head, stream, content = about.partition(STREAM)
    made, end, rest = content.rpartition(b"\nendstream")
    made = re.sub(rb"(?<=<xmpTPg:NPages>)\d+", b"%d" % amount, made)
    return re.sub(rb"/Length \d+", b"/Length %d" % len(made), head) + stream + made + end + rest


def inside(text: bytes, begin: bytes, end: bytes) -> bytes:
    """What stands between the two; ValueError where there is no such thing."""
    start = text.index(begin) + len(begin)
    return text[start : text.index(end, start)]


def refs(text: bytes) -> list[int]:
    return [int(one) for one in _REF.findall(text)]


def listed(refs: Sequence[int]) -> bytes:
    return b"[" + b" ".join(b"%d 0 R" % one for one in refs) + b"]"


class PdfFile:
    """A PDF as it is written: streams as they are, all other objects packed; numbers below `first` are the caller's."""

    def __init__(self, out: BinaryIO, first: int) -> None:
        self._out, self._next = out, first
        # By number: in the file (1, where), or packed (2, in which, which one of it).
        self._places: dict[int, tuple[int, int, int]] = {}
        self._waiting: dict[int, bytes] = {}
        self._out.write(b"%PDF-1.7\n%\x80\x80\x80\x80\n")

    def numbers(self, amount: int) -> range:
        """So many new numbers."""
        self._next += amount
        return range(self._next - amount, self._next)

    def put(self, number: int, body: bytes) -> None:
        if STREAM in body:
            self._write(number, body)
            return
        self._waiting[number] = body
        if len(self._waiting) == _PACKED:
            self._pack()

    def end(self, root: int, info: int) -> None:
        """Packs what waits, and writes where everything stands."""
        if self._waiting:
            self._pack()
        number, at = self.numbers(1)[0], self._out.tell()
        self._places[number] = (1, at, 0)
        entries = [(0, 0, 0xFFFF), *(self._places[one] for one in range(1, self._next))]
        table = zlib.compress(b"".join(k.to_bytes(1) + a.to_bytes(4) + b.to_bytes(2) for k, a, b in entries))
        about = b"/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R" % (len(entries), root, info)
        mark = b"<%032x>" % (zlib.crc32(table) << 64 | at)
        about += b"/ID[%b%b]/Length %d/Filter/FlateDecode" % (mark, mark, len(table))
        self._write(number, b"<<%b>>\nstream\n%b\nendstream" % (about, table))
        self._out.write(b"startxref\n%d\n%%%%EOF\n" % at)

    def _write(self, number: int, body: bytes) -> None:
        self._places[number] = (1, self._out.tell(), 0)
        self._out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def _pack(self) -> None:
        number, at, heads = self.numbers(1)[0], 0, []
        for place, (one, body) in enumerate(self._waiting.items()):
            self._places[one] = (2, number, place)
            heads.append(b"%d %d" % (one, at))
            at += len(body) + 1
        head = b" ".join(heads) + b"\n"
        packed = zlib.compress(head + b"\n".join(self._waiting.values()))
        about = b"/Type/ObjStm/N %d/First %d/Length %d/Filter/FlateDecode" % (len(heads), len(head), len(packed))
        self._waiting = {}
        self._write(number, b"<<%b>>\nstream\n%b\nendstream" % (about, packed))
