"""A deck that holds every kind of slide, and templates as municipalities have them."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu

from dashboard.catalogue import load
from dashboard.export.powerpoint import powerpoint
from dashboard.model import Kind, Selection, Status, TextOf
from dashboard.settings import Settings
from dashboard.store.database import Store
from dashboard.views.apt import Deck, apt
from tests.builders import Build

LONG = (
    "Enheten arbetar för att alla som bor i stadsdelen ska få det stöd de behöver när de behöver det, i rätt tid och "
)
SPLIT, SPLIT_ID = "Andel brukare med aktuell genomförandeplan", "aktuell-genomforandeplan"


def build() -> Build:
    """Every kind of slide, with words as long as reports have them and figures of each sort."""
    made = Build("Enheten för lek, lärande, fritid och samordning i hela stadsdelsområdet").area("1.3", LONG + LONG)
    made.unit_goal((LONG * 2).strip(), Status.DELVIS).analysis(TextOf.GOAL, "Vi har övat.\x0b Det gick <bra> & fort.")
    for number in range(2):
        made.row(f"{LONG} mått {number}", f"{60 + number},5 %", "75 %", "68,25 %", status=Status.DELVIS)
    made.row(SPLIT, "90 %", "88 %", "85 %", women="86 %", men="94 %", status=Status.HELT, indicator=SPLIT_ID)
    made.area("2.1").unit_goal("Köer", Status.EJ).row("Antal besök", "1 512", "1 800", "1 840", status=Status.EJ)
    made.area("2.2").unit_goal("Ekonomi").row("Avvikelse mot budget", "−16,3 mnkr", "0 mnkr", "2,4 mnkr")
    made.area("3.1").unit_goal("Inga vräkningar", None).row("Antal vräkta", "0", "0", "0").row("Möten", "7", "öka")
    made.area("3.4").unit_goal("Utan indikator").activity(LONG, "Försenad till hösten").activity("Möten")
    return made.complaints("Klagomål", LONG, 1, None, 3).complaints("Beröm", "Beröm", 4, 5, 6)


UNIT = "enheten-for-lek-larande-fritid-och-samordning-i-hela-stadsdelsomradet"


def rich() -> tuple[Build, Build]:
    """The report of `build`, and next year's plan."""
    built = build()
    plan = replace(
        built, kind=Kind.VP, year=2026, goals=[], outcomes=[], activities=[], feedback=[], texts=[], under={}
    )
    return built, plan.area("1.3").unit_goal("Alla trygga").row("Antal besök", "", "1 900")


def deck_of(folder: Path, unit: str = UNIT, kind: Kind = Kind.VB) -> Deck:
    return apt(Store(folder), load(Settings().catalogue), Selection(unit=unit, year=2025, period=kind))


def written(deck: Deck, template: Path | None = None) -> bytes:
    return powerpoint(deck, lambda link: f"https://exempel.se/{link.page}", template)


def template(path: Path, names: tuple[str, str], *, wide: bool, dark: bool = False) -> Path:
    """A municipality's template: its own size, font and places, a footer, an example slide, layouts by other names."""
    file: Any = Presentation()
    if wide:
        file.slide_width = Emu(12_192_000)
    width = file.slide_width
    for layout in file.slide_layouts:
        if layout.name in ("Title Slide", "Title Only"):
            layout.name = names[layout.name == "Title Only"]
            title = layout.placeholders[0]
            title.left, title.top, title.width, title.height = (
                Emu(900_000),
                Emu(500_000),
                width - 1_500_000,
                Emu(900_000),
            )
    for one in file.slide_layouts.get_by_name(names[0]).placeholders:
        if one.placeholder_format.idx == 1:
            one.left, one.top, one.width, one.height = Emu(900_000), Emu(3_000_000), width - 1_500_000, Emu(1_500_000)
    theme = next(rel.target_part for rel in file.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
    text = theme.blob.decode().replace('typeface="Calibri"', 'typeface="Verdana"')
    theme._blob = text.encode()
    if dark:
        file.slide_master._element.find(qn("p:clrMap")).set("bg1", "dk1")
        file.slide_master._element.find(qn("p:clrMap")).set("tx1", "lt1")
    example = file.slides.add_slide(file.slide_layouts.get_by_name(names[0]))
    example.shapes.title.text = "Exempel ur mallen"
    file.save(str(path))
    if path.suffix == ".potx":
        parts = {name: zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist()}
        with zipfile.ZipFile(path, "w") as made:
            for name, held in parts.items():
                made.writestr(
                    name, held.replace(b"presentation.main+xml", b"template.main+xml") if "Types" in name else held
                )
    return path


CASES = {
    "bred.pptx": (("Rubrikbild", "Endast rubrik"), True, False),
    "gammal.potx": (("Titelbild", "Rubrik"), False, False),
    "mork.potx": (("Helt annat", "Eget namn"), True, True),
}
