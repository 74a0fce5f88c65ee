"""What a Word document's styles say: which are headings, contents entries or lists, and what is bold or coloured."""

import re
from dataclasses import dataclass, replace
from typing import Any

from dashboard.importing.pictures import Colour

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_HEADING = re.compile(r"^(?:heading|rubrik)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:toc|innehåll|innehll)\s*\d$", re.IGNORECASE)
_LIST = re.compile(r"^(?:list\b|list(?:bullet|number|punkt|nummer)|punktlista|numrerad lista)", re.IGNORECASE)
_HEX = re.compile(r"^[0-9A-Fa-f]{6}$")
_LARGE = 26  # half points
_HIGHLIGHTS = {
    "green": (0, 255, 0), "darkGreen": (0, 128, 0), "yellow": (255, 255, 0), "darkYellow": (128, 128, 0),
    "red": (255, 0, 0), "darkRed": (128, 0, 0), "magenta": (255, 0, 255),
}  # fmt: skip
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits; `level` is a heading's, `size` in half points."""

    level: int | None = None
    contents: bool = False
    listed: bool = False
    bold: bool = False
    size: int | None = None
    colour: Colour | None = None
    font: str = ""

    @property
    def strong(self) -> bool:
        """Whether its words stand out from running text."""
        return self.bold or (self.size or 0) >= _LARGE


class Styles:
    """All styles of a document by id; an unknown id is the plain style."""

    def __init__(self, element: Any | None) -> None:
        found = element.iter(f"{W}style") if element is not None else ()
        self._elements = {style.get(f"{W}styleId"): style for style in found}
        self._known: dict[str | None, Style] = {None: Style()}

    def style(self, identity: str | None, depth: int = 0) -> Style:
        """The style with all that it inherits; a circle of styles ends somewhere."""
        if identity not in self._known:
            self._known[identity] = self._read(identity or "", depth)
        return self._known[identity]

    def _read(self, identity: str, depth: int) -> Style:
        element = self._elements.get(identity)
        if element is None or depth > _DEEPEST:
            return Style()
        base = element.find(f"{W}basedOn")
        inherited = self.style(base.get(VAL), depth + 1) if base is not None else Style()
        name = element.find(f"{W}name")
        names = (name.get(VAL, "") if name is not None else "", identity)
        paragraph = element.find(f"{W}pPr")
        return replace(
            with_run(inherited, element.find(f"{W}rPr")),
            level=_level(names, paragraph, inherited),
            contents=inherited.contents or any(_CONTENTS.match(one) for one in names),
            listed=inherited.listed or any(_LIST.match(one) for one in names) or _numbered(paragraph),
        )


def with_run(style: Style, properties: Any | None) -> Style:
    """The style with what a run's own properties change."""
    if properties is None:
        return style
    size, font = properties.find(f"{W}sz"), properties.find(f"{W}rFonts")
    return replace(
        style,
        bold=switched(properties, "b", style.bold),
        size=_whole(size.get(VAL)) if size is not None else style.size,
        colour=colour_of(properties.find(f"{W}color"), style.colour),
        font=(font.get(f"{W}ascii") or font.get(f"{W}hAnsi") or style.font) if font is not None else style.font,
    )


def switched(properties: Any, name: str, default: bool = False) -> bool:
    """Whether a property like bold is on: present without value, or with another value than 0, false and none."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return default if found is None else found.get(VAL, "1") not in ("0", "false", "none", "off")


def raised(properties: Any | None) -> bool:
    """Whether a run is set small and high, as the number of a footnote is."""
    found = properties.find(f"{W}vertAlign") if properties is not None else None
    return found is not None and found.get(VAL) == "superscript"


def shade_of(properties: Any | None) -> Colour | None:
    """The colour behind a run or a cell: its shading, or the highlighter's."""
    if properties is None:
        return None
    shade, marked = properties.find(f"{W}shd"), properties.find(f"{W}highlight")
    colour = rgb(shade.get(f"{W}fill", "")) if shade is not None else None
    return colour or (_HIGHLIGHTS.get(marked.get(VAL, "")) if marked is not None else None)


def colour_of(element: Any | None, default: Colour | None = None) -> Colour | None:
    """The colour that an element names; 'auto' is no colour."""
    if element is None:
        return default
    value = element.get(VAL, "")
    return rgb(value)


def rgb(value: str) -> Colour | None:
    """'00964B' as three numbers; None where it is no such colour."""
    value = value.removeprefix("#")
    if not _HEX.match(value):
        return None
    return int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16)


def _level(names: tuple[str, str], paragraph: Any | None, inherited: Style) -> int | None:
    named = next((found for name in names if (found := _HEADING.match(name))), None)
    if named:
        return int(named.group(1))
    outline = paragraph.find(f"{W}outlineLvl") if paragraph is not None else None
    return outline_level(outline) if outline is not None else inherited.level


def outline_level(outline: Any) -> int | None:
    """A heading's level from 1; outline level 9 is running text."""
    level = _whole(outline.get(VAL))
    return level + 1 if level is not None and level < 9 else None


def _numbered(paragraph: Any | None) -> bool:
    return (
        paragraph is not None and paragraph.find(f"{W}numPr") is not None and paragraph.find(f"{W}outlineLvl") is None
    )


def _whole(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 9 else None
