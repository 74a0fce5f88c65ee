"""The PowerPoint file that slides are put into: the municipality's own template, or one of ours in 16:9."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from dashboard.errors import UserError
from dashboard.export.looks import FONT, INK

WIDTH, HEIGHT = Emu(12_192_000), Emu(6_858_000)
EDGE = Emu(685_800)
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
_SLIDES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
# Ours; a municipality's template may have them in Swedish or English, as PowerPoint names them.
FIRST = ("Titel", "Rubrikbild", "Title Slide", "Titelbild")
PLAIN = ("Rubrik", "Endast rubrik", "Title Only")


@dataclass(frozen=True, slots=True)
class Template:
    """An open presentation without slides, and its two layouts: of the first slide and of all others."""

    file: Any
    first: Any
    plain: Any


def opened(path: Path | None) -> Template:
    """The template at `path` (.pptx or .potx), or ours where it is None; UserError where it can't be used."""
    file = _ours() if path is None else _theirs(path)
    first, plain = _layout(file, FIRST), _layout(file, PLAIN)
    if first is None or plain is None:
        raise UserError(
            f"PowerPoint-mallen {path.name if path else ''} har ingen layout med bara rubrik.",
            f"Lägg till en layout med namnet {PLAIN[1]} och en med namnet {FIRST[1]} i mallen.",
        )
    return Template(file, first, plain)


def _layout(file: Any, names: tuple[str, ...]) -> Any:
    """By name, else the first that has a title and nothing to fill in."""
    named = {layout.name.strip().casefold(): layout for layout in file.slide_layouts}
    found = next((named[name.casefold()] for name in names if name.casefold() in named), None)
    if found is not None and _title(found) is not None:
        return found
    return next((one for one in file.slide_layouts if _title(one) is not None and not list(_fillable(one))), None)


def _title(layout: Any) -> Any:
    return next((one for one in layout.placeholders if one.placeholder_format.type in _TITLES), None)


def _fillable(layout: Any) -> Iterator[Any]:
    furniture = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, *_TITLES)
    return (one for one in layout.placeholders if one.placeholder_format.type not in furniture)


def _theirs(path: Path) -> Any:
    try:
        file = Presentation(io.BytesIO(_as_slides(path.read_bytes())))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, PackageNotFoundError) as error:
        raise UserError(
            f"PowerPoint-mallen {path.name} går inte att öppna.",
            "Kontrollera sökvägen i inställningen MALTAVLAN_POWERPOINT_TEMPLATE, eller spara mallen på nytt.",
        ) from error
    _without_slides(file)
    return file


def _as_slides(content: bytes) -> bytes:
    """A .potx differs from a .pptx by one word, and python-pptx opens only the latter."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for part in parts.infolist():
            held = parts.read(part)
            if part.filename == "[Content_Types].xml":
                held = held.replace(_TEMPLATE_TYPE.encode(), _SLIDES_TYPE.encode())
            made.writestr(part, held)
    return written.getvalue()


def _without_slides(file: Any) -> None:
    """A template's own example slides are left out."""
    listed = file.slides._sldIdLst
    for one in list(listed):
        file.part.drop_rel(one.rId)
        listed.remove(one)


def _ours() -> Any:
    """python-pptx's own default file, made wide, Swedish and plain."""
    file = Presentation()
    file.slide_width, file.slide_height = WIDTH, HEIGHT
    kept = {"Title Slide": FIRST[0], "Title Only": PLAIN[0]}
    for layout in list(file.slide_layouts):
        if layout.name not in kept:
            file.slide_layouts.remove(layout)
        else:
            layout.name = kept[layout.name]
    for sheet in (file.slide_master, *file.slide_layouts):
        for one in sheet.placeholders:
            _place(one, first=sheet.name == FIRST[0])
    _fonts(file)
    return file


def _place(one: Any, *, first: bool) -> None:
    """Title at the upper left, figures at the lower edge; a centred title is no help to a reader."""
    kind = one.placeholder_format.type
    inside = WIDTH - 2 * EDGE
    if kind in _TITLES:
        _box(one, EDGE, Emu(1_900_000) if first else Emu(420_000), inside, Emu(1_500_000) if first else Emu(1_000_000))
        _plain_title(one, Pt(40) if first else Pt(30))
    elif kind is PP_PLACEHOLDER.SLIDE_NUMBER:
        _box(one, WIDTH - EDGE - Emu(900_000), HEIGHT - Emu(430_000), Emu(900_000), Emu(300_000))
    elif kind in (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER):
        one._element.getparent().remove(one._element)
    else:
        _box(
            one, EDGE, Emu(3_500_000) if first else Emu(1_600_000), inside, Emu(2_000_000) if first else Emu(4_500_000)
        )
        _left(one)


def _box(one: Any, left: int, top: int, width: int, height: int) -> None:
    one.left, one.top, one.width, one.height = Emu(left), Emu(top), Emu(width), Emu(height)


def _plain_title(one: Any, size: int) -> None:
    body = one._element.find(qn("p:txBody"))
    body.find(qn("a:bodyPr")).set("anchor", "b")
    _style(one, size, bold=True)


def _left(one: Any) -> None:
    _style(one, Pt(24), bold=False)


def _style(one: Any, size: int, *, bold: bool) -> None:
    """The first level of the placeholder's own list style: to the left, in our ink."""
    body = one._element.find(qn("p:txBody"))
    style = body.find(qn("a:lstStyle"))
    for old in list(style):
        style.remove(old)
    level = style.makeelement(qn("a:lvl1pPr"), {"algn": "l", "marL": "0", "indent": "0"})
    style.append(level)
    level.append(level.makeelement(qn("a:buNone"), {}))
    run = level.makeelement(qn("a:defRPr"), {"sz": str(int(size / 127)), "b": "1" if bold else "0", "lang": "sv-SE"})
    level.append(run)
    fill = run.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": INK.lstrip("#").upper()}))
    run.append(fill)


def _fonts(file: Any) -> None:
    """The theme's two fonts become one that every office has."""
    part = next(rel.target_part for rel in file.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
    written = part.blob.decode("utf-8")
    part._blob = written.replace('typeface="Calibri"', f'typeface="{FONT}"').encode("utf-8")
