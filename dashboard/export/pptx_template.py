"""The PowerPoint file that slides are put into: the municipality's own template, or ours in 16:9."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn

from dashboard.errors import UserError
from dashboard.export import pptx_ours
from dashboard.export.pptx_fit import EMU, Area

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_TEMPLATE_TYPES = (
    b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
)
_SLIDES_TYPE = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
# A municipality's template may have them in Swedish or English, as PowerPoint names them.
FIRST = (pptx_ours.FIRST, "Titel", "Titelbild", "Title Slide")
PLAIN = (pptx_ours.PLAIN, "Rubrik", "Title Only")
# A title that its template sets in no size of its own: PowerPoint's.
_USUAL_SIZE, _USUAL_INSET = 44.0, 91_440
_EDGE = 20
# A template's pictures seldom need more; a file this large is no template, or a trap.
_MOST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Layout:
    """One of the template's layouts, with its title's type and the room for content, in px.

    `title` is where its text stands, `box` the placeholder with its inner edges. `fixed` when titles keep the layout's
    own height; in our layout they take what they need.
    """

    layout: Any
    title: Area
    box: Area
    title_size: float
    foot: float
    fixed: bool


@dataclass(frozen=True, slots=True)
class Template:
    """An open presentation without slides, and its two layouts: of the first slide and of all others."""

    file: Any
    first: Layout
    plain: Layout
    font: str


def opened(path: Path | None) -> Template:
    """The template at `path` (.pptx or .potx), or ours where it is None; UserError where it can't be used."""
    file = pptx_ours.ours() if path is None else _theirs(path)
    first, plain = _layout(file, FIRST), _layout(file, PLAIN)
    if first is None or plain is None:
        raise UserError(
            f"PowerPoint-mallen {path.name if path else ''} har ingen layout med bara rubrik.",
            f"Lägg till en layout med namnet {PLAIN[0]} och en med namnet {FIRST[0]} i mallen.",
        )
    fixed = path is not None
    return Template(file, _measured(file, first, fixed=fixed), _measured(file, plain, fixed=fixed), _font(file))


def _font(file: Any) -> str:
    """The theme's font for text."""
    part = next(rel.target_part for rel in file.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
    found = re.search(rb"<a:minorFont>.*?<a:latin\s[^>]*?typeface=\"([^\"]*)\"", part.blob, re.DOTALL)
    return found[1].decode("utf-8") if found else ""


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
    return (one for one in layout.placeholders if one.placeholder_format.type not in (*_FURNITURE, *_TITLES))


def _measured(file: Any, layout: Any, *, fixed: bool) -> Layout:
    """Content stands under the title's text, as wide as it, and over date, footer and number."""
    title = _title(layout)
    left, right = (_inset(title, file.slide_master, name) for name in ("lIns", "rIns"))
    area = Area((title.left + left) / EMU, title.top / EMU, (title.width - left - right) / EMU, title.height / EMU)
    high = file.slide_height / EMU
    low = [one.top / EMU for one in layout.placeholders if one.placeholder_format.type in _FURNITURE]
    # Pictures and lines that the layout has along its lower edge; those over the whole slide are its background.
    low += [one.top / EMU for one in layout.shapes if not one.is_placeholder and one.top is not None]
    foot = min([high - _EDGE, *(top - 4 for top in low if top > high * 0.8)])
    box = Area(title.left / EMU, title.top / EMU, title.width / EMU, title.height / EMU)
    return Layout(layout, area, box, _size(title, file.slide_master), foot, fixed)


def _inset(title: Any, master: Any, name: str) -> int:
    for one in (title, _title(master)):
        about = one._element.find(f".//{qn('a:bodyPr')}") if one is not None else None
        if about is not None and about.get(name) is not None:
            return int(about.get(name))
    return _USUAL_INSET


def _size(title: Any, master: Any) -> float:
    above = _title(master)
    styles = [title._element, *([above._element] if above is not None else []), master._element]
    paths = (
        ".//a:lstStyle/a:lvl1pPr/a:defRPr/@sz",
        ".//a:lstStyle/a:lvl1pPr/a:defRPr/@sz",
        "./p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/@sz",
    )
    found = [
        size
        for style, path in zip(styles, (*paths[: len(styles) - 1], paths[-1]), strict=True)
        for size in style.xpath(path)
    ]
    return int(found[0]) / 100 if found else _USUAL_SIZE


def _theirs(path: Path) -> Any:
    try:
        file = Presentation(io.BytesIO(_as_slides(path.read_bytes())))
        _without_slides(file)
    except (OSError, KeyError, ValueError, SyntaxError, zipfile.BadZipFile, PackageNotFoundError) as error:
        raise UserError(
            f"PowerPoint-mallen {path.name} går inte att öppna.",
            "Kontrollera sökvägen i inställningen MALTAVLAN_POWERPOINT_TEMPLATE, eller spara mallen på nytt.",
        ) from error
    return file


def _as_slides(content: bytes) -> bytes:
    """A .potx differs from a .pptx by one word, and python-pptx opens only the latter."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(written, "w") as made:
        if sum(part.file_size for part in parts.infolist()) > _MOST_BYTES:
            raise ValueError("the template is too large")
        for part in parts.infolist():
            held = parts.read(part)
            if part.filename == "[Content_Types].xml":
                for kind in _TEMPLATE_TYPES:
                    held = held.replace(kind, _SLIDES_TYPE)
            made.writestr(part.filename, held)
    return written.getvalue()


def _without_slides(file: Any) -> None:
    """A template's own example slides are left out, and the sections that list them."""
    listed = file.slides._sldIdLst
    for one in list(listed):
        file.part.drop_rel(one.rId)
        listed.remove(one)
    for sections in file.part._element.xpath(".//*[local-name()='sectionLst']/.."):
        sections.getparent().remove(sections)
