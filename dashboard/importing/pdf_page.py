"""One PDF page as words and marks, read with pdfium: ten times as fast as a reader of the page in Python."""

import ctypes
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium

from dashboard.importing import icons
from dashboard.importing.pdf_hyphens import SOFT
from dashboard.importing.pdf_marks import Box, Face, Word
from dashboard.importing.pdf_turned import Turned, as_words

_BLANKS = frozenset("  \u2009\u202f\u2007\u200b\t\r\n\x0b\x0c\0")
_GAP = 0.17  # of the size: a wider gap parts two words though no blank is printed
_TIGHT_GAP = 0.34  # the same where only the letters' own edges are known
_ABOVE, _BELOW = 0.8, 0.22  # of the size: how far letters reach from the base line
_MOST_LETTERS = 40_000
_HYPHENS = (0xAD, 0x2010)  # printed where a line's end parts a word
_BOLD = ("bold", "black", "heavy", "demi")


class Sheet:
    """A page's coordinates: pdfium counts from the lower left and before the page is turned."""

    def __init__(self, page: Any) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self.left, self.bottom = box.left, box.bottom
        self.turn = pdfium.FPDFPage_GetRotation(page)
        self.width, self.height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        across, up = (self.height, self.width) if self.turn % 2 else (self.width, self.height)
        self.right, self.top = self.left + across, self.bottom + up

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as it is seen, from its upper left corner."""
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        if self.turn == 3:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box by two opposite corners."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


class _Letters:
    """The letters of one page, collected to words."""

    def __init__(self, text: Any, sheet: Sheet) -> None:
        self.text, self.sheet = text, sheet
        self.words: list[Word] = []
        self.open: Word | None = None
        self.faces: dict[int, tuple[bool, bool]] = {}
        self.nameless: set[int] = set()
        self.unnamed: dict[int, int] = {}  # by word
        self.font = 0
        self.on_end = 0.0
        self.turned: list[Turned] = []
        self.loose, self.x, self.y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()

    def read(self) -> list[Word]:
        letter, generated = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_IsGenerated
        for number in range(min(pdfium.FPDFText_CountChars(self.text), _MOST_LETTERS)):
            code = letter(self.text, number)
            if code <= 32 and code != 2:
                if not generated(self.text, number):
                    self.open = None
                continue
            character = "-" if code == 2 else SOFT if code in _HYPHENS else chr(code) if code < 0x110000 else "\ufffd"
            if character in _BLANKS:
                self.open = None
            elif not 0xD800 <= code < 0xE000:
                self._take(number, character, hyphen=code == 2 or character == SOFT)
        self._embolden()
        for word in self.words:
            word.text = unicodedata.normalize("NFC", _spelled(word.text))
            if SOFT in word.text[:-1]:
                word.text = word.text[:-1].replace(SOFT, "") + word.text[-1]
                word.cuts = []
        return self.words + as_words(self.turned, self.words)

    def _embolden(self) -> None:
        """Of fonts without names all that can be told is which one the page is mostly set in; another is its bold."""
        letters: Counter[int] = Counter()
        for word in self.words:
            letters[self.unnamed.get(id(word), 0)] += len(word.text) if id(word) in self.unnamed else 0
        usual = max(letters, key=lambda font: letters[font], default=0)
        for word in self.words:
            if self.unnamed.get(id(word), usual) != usual:
                word.face = replace(word.face, bold=True)

    def _take(self, number: int, character: str, *, hyphen: bool = False) -> None:
        x0, x1 = self._sides(number)
        base = self._base(number)
        word = self.open
        alone = word is not None and bool(word.text) and (_is_sign(character) or _is_sign(word.text[-1]))
        if word is None or alone or not (self._goes_on(word, x0, base) or (hyphen and self._near(word, x0, base))):
            face = self._face(number)
            if self.on_end and self.sheet.turn == 0:
                self.open = None
                self._turn(number, character, face)
                return
            word = self.open = Word("", x0, base - _ABOVE * face.size, x1, base + _BELOW * face.size, base, face)
            self.words.append(word)
            if self.font:
                self.unnamed[id(word)] = self.font
        word.text += icons.SYMBOL_FONT.get(character, character)
        word.cuts.append(x0)
        word.x1 = max(word.x1, x1)

    def _goes_on(self, word: Word, x0: float, base: float) -> bool:
        size = word.face.size
        gap = (_GAP if self.sheet.turn == 0 else _TIGHT_GAP) * size
        return -size < x0 - word.x1 < gap and abs(base - word.base) < 0.3 * size

    def _near(self, word: Word, x0: float, base: float) -> bool:
        """Whether a hyphen at the line's end stands by the word that it parts."""
        return abs(x0 - word.x1) < 0.5 * word.face.size and abs(base - word.base) < 0.3 * word.face.size

    def _sides(self, number: int) -> tuple[float, float]:
        """The letter's left and right edge."""
        box = self.loose
        if self.sheet.turn == 0 and pdfium.FPDFText_GetLooseCharBox(self.text, number, box):
            return box.left - self.sheet.left, box.right - self.sheet.left
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self.text, number, left, right, bottom, top)
        seen = self.sheet.box(left.value, bottom.value, right.value, top.value)
        return seen[0], seen[2]

    def _base(self, number: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self.text, number, self.x, self.y)
        return self.sheet.point(self.x.value, self.y.value)[1]

    def _turn(self, number: int, character: str, face: Face) -> None:
        """Takes a letter that stands on end."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self.text, number, left, right, bottom, top)
        _, high, _, low = self.sheet.box(left.value, bottom.value, right.value, top.value)
        up = self.on_end > 0
        pdfium.FPDFText_GetCharOrigin(self.text, number, self.x, self.y)
        x = self.sheet.point(self.x.value, self.y.value)[0]
        letter = Turned(character, x, low if up else high, high if up else low, up, face)
        if not self.turned or not self.turned[-1].takes(letter):
            self.turned.append(letter)

    def _face(self, number: int) -> Face:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.text, number, matrix)
        size = pdfium.FPDFText_GetFontSize(self.text, number) * (matrix.c**2 + matrix.d**2) ** 0.5
        self.on_end = matrix.b if abs(matrix.a) < 0.2 * abs(matrix.b) else 0.0
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFText_GetFillColor(self.text, number, red, green, blue, alpha)
        bold, slanted = self._style(number)
        return Face(round(size, 1) or 1.0, bold, slanted, (red.value, green.value, blue.value))

    def _style(self, number: int) -> tuple[bool, bool]:
        """Whether bold and slanted, by the font's name and weight, or by letters whose outline is drawn as well."""
        part = pdfium.FPDFText_GetTextObject(self.text, number)
        font = pdfium.FPDFTextObj_GetFont(part)
        outlined = pdfium.FPDFTextObj_GetTextRenderMode(part) == 2
        handle = ctypes.cast(font, ctypes.c_void_p).value or 0
        if handle not in self.faces:
            name = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, name, 200)
            told = name.value.decode("latin-1").lower()
            if not told:
                self.nameless.add(handle)
            bold = any(word in told for word in _BOLD) or pdfium.FPDFFont_GetWeight(font) >= 700
            self.faces[handle] = bold, "italic" in told or "oblique" in told
        self.font = handle if handle in self.nameless else 0
        bold, slanted = self.faces[handle]
        return bold or outlined, slanted


def words_of(page: Any, sheet: Sheet) -> list[Word]:
    """The page's words in the order in which they are drawn."""
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return []
    try:
        return _Letters(text, sheet).read()
    finally:
        pdfium.FPDFText_ClosePage(text)


def _is_sign(character: str) -> bool:
    """Whether it is a drawn sign, which stands alone: signs side by side have colours of their own."""
    return character >= "\u2190" and (character in icons.CHARACTERS or unicodedata.category(character) == "So")


def _spelled(text: str) -> str:
    """Ligatures as letters: 'ﬁ' is 'fi'."""
    return "".join(unicodedata.normalize("NFKC", c) if "\ufb00" <= c <= "\ufb06" else c for c in text)
