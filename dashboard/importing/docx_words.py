"""The words of a Word paragraph as a person sees them: tracked changes accepted, field codes gone, signs as icons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dashboard.importing.document import Icon
from dashboard.importing.docx_icons import SIGNS, SYMBOL_FONTS, SYMBOLS, Pictures, as_signs, of_character, of_shade
from dashboard.importing.docx_styles import VAL, Style, Styles, W, outline_level, raised, shade_of, switched, with_run
from dashboard.importing.pictures import Colour
from dashboard.importing.vocabulary import goal_heading
from dashboard.model import Place

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_TEXT_BOX = f"{W}txbxContent"
_INTO = frozenset(
    f"{W}{name}"
    for name in (
        "ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo", "ruby",
        "rubyBase",
    )
)  # fmt: skip
_PARTS = _INTO | {f"{W}tbl", f"{W}tr", f"{W}tc"}
_CHARACTERS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_UNIT = re.compile(r"(?:\b[cdk]?m|\bCO|\d)$")
_LOOKALIKES = str.maketrans({"\u00ad": None, "\u200b": None, "\u2011": "-", "\u2010": "-"})


@dataclass(slots=True)
class Words:
    """One paragraph: `text` with '\\n' for soft line breaks and '\\t' for tabs, and what its form says.

    `entry`: a line of the contents field; `goes_on`: its end mark was deleted, so that the next paragraph continues it;
    `boxes` are the text boxes that hang on it.
    """

    text: str
    place: Place
    icons: tuple[Icon, ...] = ()
    level: int | None = None
    strong: bool = False
    listed: bool = False
    entry: bool = False
    goes_on: bool = False
    boxes: tuple[Any, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The lines that soft breaks part, with single blanks."""
        return [" ".join(line.split()) for line in self.text.split("\n")]

    @property
    def plain(self) -> str:
        return " ".join(self.text.split())


@dataclass(slots=True)
class _Fields:
    """Fields that are open, outermost first: their instruction, and whether their result is being shown."""

    open: list[tuple[str, bool]] = field(default_factory=list)

    def turn(self, kind: str) -> None:
        if kind == "begin":
            self.open.append(("", False))
        elif self.open and kind == "separate":
            self.open[-1] = (self.open[-1][0], True)
        elif self.open and kind == "end":
            self.open.pop()

    def instruct(self, words: str) -> None:
        if self.open and not self.open[-1][1]:
            self.open[-1] = (self.open[-1][0] + words, False)

    @property
    def shown(self) -> bool:
        return all(result for _, result in self.open)

    @property
    def contents(self) -> bool:
        return any(words.split()[:1] in (["TOC"], ["PAGEREF"]) for words, _ in self.open)


@dataclass(slots=True)
class _Collected:
    """What a walk through one paragraph has found so far."""

    place: Place
    style: Style
    text: list[str] = field(default_factory=list)
    icons: list[Icon] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    strong: list[bool] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    shades: list[Colour | None] = field(default_factory=list)
    entry: bool = False

    def leave_notes(self) -> None:
        """Takes the small raised numbers of footnotes out of the text; 'm' before one makes it a unit of areas."""
        for number in self.notes:
            if not _UNIT.search("".join(self.text[:number])):
                self.text[number] = ""


class Reader:
    """Reads one paragraph after another: a field may be open over many of them."""

    def __init__(self, styles: Styles, pictures: Pictures) -> None:
        self._styles, self._pictures = styles, pictures
        self._fields = _Fields()

    def paragraph(self, element: Any, place: Place) -> Words:
        """A paragraph's words."""
        properties = element.find(f"{W}pPr")
        named = properties.find(f"{W}pStyle") if properties is not None else None
        style = self._styles.style(named.get(VAL) if named is not None else None)
        level = _level(properties, style)
        if level is not None:
            self._fields.open.clear()
        found = _Collected(place, style, entry=self._fields.contents)
        self._walk(element, found)
        strong = bool(found.strong) and all(found.strong)
        if len(found.shades) == 1 and found.shades[0]:  # words marked by hand have no meaning, nor the blanks by them
            found.icons += of_shade(found.shades[0], place)
        if level is not None or goal_heading("".join(found.text)):
            found.leave_notes()
        listed = style.listed or (properties is not None and properties.find(f"{W}numPr") is not None)
        return Words(
            "".join(found.text), place, tuple(found.icons), level, strong, listed and level is None,
            found.entry or style.contents, _mark_deleted(properties), tuple(found.boxes),
        )  # fmt: skip

    def end_fields(self) -> None:
        """Forgets fields that were never closed: no contents go on past a table."""
        self._fields.open.clear()

    def _walk(self, element: Any, found: _Collected) -> None:
        for child in element:
            if child.tag == f"{W}r":
                self._run(child, found)
            elif child.tag in _INTO:
                self._walk(child, found)
            elif child.tag == f"{MC}AlternateContent":
                self._walk(alternative(child), found)
            elif isinstance(child.tag, str) and child.tag.startswith(_MATH[:-1]):
                found.text.append("".join(part.text or "" for part in child.iter(_MATH)))
        found.entry = found.entry or self._fields.contents

    def _run(self, run: Any, found: _Collected) -> None:
        properties = run.find(f"{W}rPr")
        if properties is not None and (switched(properties, "vanish") or switched(properties, "webHidden")):
            return
        style = self._run_style(properties, found.style)
        if shade := shade_of(properties):
            found.shades.append(None if _lettered(run) else shade)
        begun = len(found.text)
        for child in run:
            if child.tag == f"{W}fldChar":
                self._fields.turn(child.get(f"{W}fldCharType", ""))
            elif child.tag == f"{W}instrText":
                self._fields.instruct(child.text or "")
                found.entry = found.entry or self._fields.contents
            elif self._fields.shown:
                self._content(child, style, found)
        if raised(properties) and "".join(found.text[begun:]).strip().isdigit():
            found.notes += range(begun, len(found.text))

    def _run_style(self, properties: Any | None, style: Style) -> Style:
        named = properties.find(f"{W}rStyle") if properties is not None else None
        character = self._styles.style(named.get(VAL)) if named is not None else Style()
        bold, colour = style.bold or character.bold, character.colour or style.colour
        return with_run(Style(bold=bold, size=style.size, colour=colour, font=style.font), properties)

    def _content(self, child: Any, style: Style, found: _Collected) -> None:
        if child.tag == f"{W}t":
            self._text(as_signs(child.text or "", style.font), style, found)
        elif child.tag == f"{W}sym":
            self._text(_symbol(child), style, found)
        elif child.tag == f"{W}br":
            found.text.append("\n" if child.get(f"{W}type", "textWrapping") == "textWrapping" else " ")
        elif child.tag in _CHARACTERS:
            found.text.append(_CHARACTERS[child.tag])
        elif child.tag == f"{MC}AlternateContent":
            for inner in alternative(child):
                self._content(inner, style, found)
        elif child.tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self._drawing(child, found)

    def _text(self, text: str, style: Style, found: _Collected) -> None:
        """Takes words; a run of coloured signs alone is icons, and signs among words are words."""
        signs = text.strip()
        icons = [of_character(sign, style.colour, found.place) for sign in signs] if len(signs) <= 3 else []
        if icons and all(sign in SIGNS for sign in signs) and all(icons):
            found.icons += [icon for icon in icons if icon]
            found.text.append(" ")
            return
        found.text.append(text.translate(_LOOKALIKES))
        if signs:
            found.strong.append(style.strong)

    def _drawing(self, drawing: Any, found: _Collected) -> None:
        boxes = list(drawing.iter(_TEXT_BOX))
        worded = [box for box in boxes if any((text.text or "").strip() for text in box.iter(f"{W}t"))]
        if worded:
            found.boxes += worded
            return
        vml = drawing.tag != f"{W}drawing"
        icon = (self._pictures.of_vml if vml else self._pictures.of_drawing)(drawing, found.place)
        found.icons += [icon] if icon else []


def alternative(element: Any) -> Any:
    """What stands for an alternative: the newer form where it draws something, else the older one; never both."""
    choice, fallback = element.find(f"{MC}Choice"), element.find(f"{MC}Fallback")
    return choice if choice is not None else fallback if fallback is not None else ()


def paragraphs(element: Any) -> Iterator[Any]:
    """The paragraphs in a cell in order, those of tables inside it too, but not those of text boxes."""
    for child in element:
        if child.tag == f"{W}p":
            yield child
        elif child.tag in _PARTS:
            yield from paragraphs(child)


def _lettered(run: Any) -> bool:
    return any(child.tag != f"{W}rPr" and (child.tag != f"{W}t" or (child.text or "").strip()) for child in run)


def _symbol(element: Any) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    private = 0xF000 <= code <= 0xF0FF or element.get(f"{W}font", "").lower().startswith(SYMBOL_FONTS)
    return SYMBOLS.get(code & 0xFF, " ") if private else chr(code) if code < 0x110000 else ""


def _level(properties: Any | None, style: Style) -> int | None:
    outline = properties.find(f"{W}outlineLvl") if properties is not None else None
    return outline_level(outline) if outline is not None else style.level


def _mark_deleted(properties: Any | None) -> bool:
    mark = properties.find(f"{W}rPr/{W}del") if properties is not None else None
    return mark is not None
