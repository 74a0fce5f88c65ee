"""Typst as a press: a fixed template and plain data in, PDF or PNG out; nothing is fetched and no browser is used."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

TEMPLATES = Path(__file__).parent / "templates"
FONTS = "vendor/liberation-sans-2.1"
# Tagged, with language, title, alternative texts and embedded fonts: Typst refuses to write one that lacks any of it.
STANDARDS = ["ua-1", "a-2a"]
_PPI = 192
# Typst keeps what it worked out for its last ten documents, in case they come again.
_KEPT = 10


def pdf(template: str, data: Mapping[str, Any], assets: Path) -> bytes:
    """An accessible PDF of `templates/<template>.typ`, which reads `data` as JSON. An error is the template's."""
    return _set(template, {"data": json.dumps(data, ensure_ascii=False)}, assets, format="pdf", pdf_standards=STANDARDS)


def png(svg: str, assets: Path, *, ppi: int = _PPI) -> bytes:
    """The picture as PNG; a drawing has 96 px to the inch, so 192 gives two pixels for each of its own."""
    return _set("picture", {"svg": svg}, assets, format="png", ppi=ppi)


def forget() -> None:
    """Lets go of what Typst keeps of its last documents, which for a long one is hundreds of megabytes."""
    for _ in range(_KEPT + 1):
        typst.compile(b"", format="pdf", ignore_system_fonts=True)


def _set(template: str, inputs: dict[str, str], assets: Path, **how: Any) -> bytes:
    path = TEMPLATES / f"{template}.typ"
    fonts = [assets / FONTS]
    made = typst.compile(path, root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs, **how)
    if not isinstance(made, bytes):
        raise TypeError(f"{template} has become several files")
    return made
