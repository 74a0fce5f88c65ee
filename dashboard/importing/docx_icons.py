"""Icons of a Word document: pictures, vector shapes and coloured characters, inline or anchored."""

import io
import re
import warnings
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PIL import Image, UnidentifiedImageError

from dashboard.importing import icons, pictures
from dashboard.importing.document import Icon
from dashboard.importing.docx_styles import rgb
from dashboard.importing.icons import CIRCLE, DASH, DIAMOND, SQUARE
from dashboard.importing.pictures import CHECK, Colour
from dashboard.model import Place, Status

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
_LARGEST = 720_000  # EMU, 2 cm: what is larger is a picture and no icon
_LARGEST_POINTS = 57.0
_FORMS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_SHAPES = {
    "ellipse": CIRCLE, "flowChartConnector": CIRCLE, "donut": CIRCLE, "diamond": DIAMOND, "flowChartDecision": DIAMOND,
    "rect": SQUARE, "roundRect": SQUARE, "flowChartProcess": SQUARE, "mathMinus": DASH, "line": DASH,
}  # fmt: skip
_VML_SHAPES = {"oval": CIRCLE, "rect": SQUARE, "roundrect": SQUARE, "line": DASH}
_VML_TYPES = {"4": DIAMOND, "3": CIRCLE, "1": SQUARE, "110": DIAMOND, "120": CIRCLE}
_VML_NAMES = {
    "green": "008000",
    "lime": "00FF00",
    "yellow": "FFFF00",
    "red": "FF0000",
    "gray": "808080",
    "blue": "0000FF",
}
_MEASURE = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*([\d.]+)(pt|cm|mm|in|px)?")
_POINTS = {"pt": 1.0, "": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75}
SIGNS = {
    **dict.fromkeys("●⬤•⚫◉○", CIRCLE), **dict.fromkeys("◆♦⬥❖", DIAMOND), **dict.fromkeys("■▪⬛◼", SQUARE),
    **dict.fromkeys("—–−▬━", DASH), **dict.fromkeys("✓✔🗸√", CHECK), **dict.fromkeys("▲▼★"),
}  # fmt: skip
# The private characters of Word's symbol fonts, as the ordinary ones that they look like.
SYMBOLS = {0x6C: "●", 0x6E: "■", 0xA7: "▪", 0x75: "◆", 0x74: "◆", 0xFC: "✓", 0x9F: "•", 0xA8: "■", 0xAD: "★", 0xB7: "•"}
_NOWHERE = Place()
_UNSEEN = Icon(None, _NOWHERE)
SYMBOL_FONTS = ("wingdings", "symbol", "webdings")


class Pictures:
    """Looks at each picture part once; `related` are the document's parts by relationship."""

    def __init__(self, related: Mapping[str, Any], theme: Mapping[str, Colour]) -> None:
        self._related, self._theme = related, theme
        self._seen: dict[str, Icon | None] = {}

    def of_drawing(self, drawing: Any, place: Place) -> Icon | None:
        """The icon that a drawing is; None where it is too large for one, or blank."""
        extent = next(drawing.iter(f"{WP}extent"), None)
        if extent is not None and any(_number(extent.get(side)) > _LARGEST for side in ("cx", "cy")):
            return None
        words = _alternative(next(drawing.iter(f"{WP}docPr"), None))
        blip = next(drawing.iter(f"{A}blip"), None)
        if blip is not None:
            return self._picture(blip.get(f"{R}embed") or "", words, place)
        shape = next(drawing.iter(f"{WPS}wsp"), None)
        return self._shape(shape, words, place) if shape is not None else None

    def of_vml(self, picture: Any, place: Place) -> Icon | None:
        """The icon that an older drawing (VML) is."""
        for shape in picture.iter():
            name = shape.tag.removeprefix(V) if isinstance(shape.tag, str) and shape.tag.startswith(V) else ""
            if name in ("shape", *_VML_SHAPES) and not _large(shape.get("style", "")):
                words = " ".join(shape.get("alt", "").split()) or None
                image = next(shape.iter(f"{V}imagedata"), None)
                if image is not None:
                    return self._picture(image.get(f"{R}id") or "", words, place)
                return _vml(shape, name, words, place)
        return None

    def _picture(self, relationship: str, words: str | None, place: Place) -> Icon | None:
        """A picture that can't be looked at (Windows' own forms) still has its alternative text."""
        if relationship not in self._seen:
            part = self._related.get(relationship)
            self._seen[relationship] = _look(part.blob) if part is not None else _UNSEEN
        seen = self._seen[relationship]
        if seen is _UNSEEN:
            return Icon(icons.of_words(words or ""), place, words=words)
        return replace(seen, place=place, words=words) if seen else None

    def _shape(self, shape: Any, words: str | None, place: Place) -> Icon | None:
        properties = shape.find(f"{WPS}spPr")
        fill = properties.find(f"{A}solidFill") if properties is not None else None
        colour = self._colour(fill) or self._colour(shape.find(f"{WPS}style/{A}fillRef"))
        geometry = properties.find(f"{A}prstGeom") if properties is not None else None
        form = _SHAPES.get(geometry.get("prst", "")) if geometry is not None else None
        return icons.of_colour(colour, place, form, words) if colour else None

    def _colour(self, fill: Any | None) -> Colour | None:
        plain = fill.find(f"{A}srgbClr") if fill is not None else None
        if plain is not None:
            return rgb(plain.get("val", ""))
        themed = fill.find(f"{A}schemeClr") if fill is not None else None
        return self._theme.get(themed.get("val", "")) if themed is not None else None


def as_signs(text: str, font: str) -> str:
    """Text in a symbol font as the signs that it shows; private characters too, whatever the font."""
    symbols = font.lower().startswith(SYMBOL_FONTS)
    if not symbols and not any("\uf000" <= letter <= "\uf0ff" for letter in text):
        return text
    return "".join(
        SYMBOLS.get(ord(letter) & 0xFF, letter) if symbols or ord(letter) >= 0xF000 else letter for letter in text
    )


def of_shade(colour: Colour, place: Place) -> list[Icon]:
    """The icon that a coloured blank is; a colour that means nothing makes a doubt, white and grey make none."""
    icon = icons.of_colour(colour, place)
    told = icon.status not in (None, Status.INGEN) or icons.hue(*colour).unknown
    return [icon] if told else []


def of_character(sign: str, colour: Colour | None, place: Place) -> Icon | None:
    """The icon that a coloured sign is; None where it has no colour of its own, and its form alone speaks."""
    if colour is None or sign not in SIGNS or max(colour) < 60 or min(colour) > 235:
        return None
    if SIGNS[sign] == CHECK:
        return Icon(None, place, CHECK)
    return icons.of_colour(colour, place, SIGNS[sign])


def theme_of(theme: Any | None) -> dict[str, Colour]:
    """The theme's colours by name ('accent1' …)."""
    scheme = theme.find(f"{A}themeElements/{A}clrScheme") if theme is not None else None
    colours: dict[str, Colour] = {}
    for entry in scheme if scheme is not None else ():
        value = next(
            (child.get("val") if child.tag == f"{A}srgbClr" else child.get("lastClr") for child in entry), None
        )
        if (colour := rgb(value or "")) and isinstance(entry.tag, str):
            colours[entry.tag.removeprefix(A)] = colour
    return colours


def _look(blob: bytes) -> Icon | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(blob), formats=_FORMS) as image:
                return pictures.icon(image, _NOWHERE)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return _UNSEEN


def _vml(shape: Any, name: str, words: str | None, place: Place) -> Icon | None:
    printed = shape.get("fillcolor", "").split(" ")[0].lower()
    colour = rgb(_VML_NAMES.get(printed, printed))
    kind = shape.get("type", "").rpartition("_t")[2]
    return icons.of_colour(colour, place, _VML_SHAPES.get(name) or _VML_TYPES.get(kind), words) if colour else None


def _alternative(properties: Any | None) -> str | None:
    if properties is None:
        return None
    return " ".join((properties.get("descr") or properties.get("title") or "").split()) or None


def _large(style: str) -> bool:
    return any(
        float(size) * _POINTS[unit or ""] > _LARGEST_POINTS
        for size, unit in _MEASURE.findall(style)
        if size.count(".") < 2
    )


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 12 else 0
