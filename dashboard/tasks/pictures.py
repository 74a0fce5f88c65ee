"""What a page shows at an address, to take along: its figures as pictures and numbers, and a card that tells of it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dashboard.charts.picture import picture
from dashboard.charts.spec import ChartSpec
from dashboard.errors import UserError
from dashboard.export import typeset
from dashboard.export.card import Count, Row, card
from dashboard.export.sheets import csv_of_words
from dashboard.model import Selection
from dashboard.pages import PAGES, parts
from dashboard.swedish import date_words, listed
from dashboard.tasks.shelf import Shelf, made
from dashboard.ui import figures, signs, tally
from dashboard.ui.markup import Element, Node, classes, elements, flat, h, html, text
from dashboard.views.apt import apt
from dashboard.views.apt_slides import YearSlide
from dashboard.views.link import Link
from dashboard.views.reports import all_reports

_SAYING = {"lead", "say", "state"}
_TOKEN = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")
_SAMPLES = "Exempeldata: en del av siffrorna är påhittade."


@dataclass(frozen=True, slots=True)
class Shown:
    """A page at an address: `told` are the lines that stand under all that is taken from it."""

    title: str
    node: Node
    told: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return sentence(self.node)

    def figure(self, name: str) -> ChartSpec:
        """One of its figures; UserError where the page has no such figure, for these choices."""
        found = figures.found(self.node)
        if name in found:
            return found[name]
        remedy = f"De som finns: {listed(list(found))}." if found else "Sidan har ingen figur för det här urvalet."
        raise UserError(f"Figuren ”{name[:40]}” finns inte på sidan.", remedy)


def sentence(page: Node) -> str:
    """What a page says first, or why it has nothing to show; '' where it only lists."""
    return next((text(_said(one)) for one in elements(page) if _SAYING & set(classes(one))), "")


def _said(element: Element) -> Node:
    """The sentences of an empty state stand below its heading, which is the page's title; a list may follow them."""
    if "state" not in classes(element):
        return element
    told = [one for one in flat(element.children) if isinstance(one, Element) and one.tag == "p"]
    return [one for one in told if not text(one).endswith(":")]


def shown(held: Shelf, name: str, selection: Selection) -> Shown:
    """The page `name` ('enhet') as it is drawn for a selection; UserError where there is no such page."""
    if name == "apt":
        return _deck(held, selection)
    page = next((page for page in PAGES if page.name == name), None)
    if page is None:
        raise UserError("Det finns ingen sida på den adressen.")
    view = page.view(held.store, held.catalogue, selection)
    return Shown(view.title, page.body(view), _told(held, name, selection))


def _deck(held: Shelf, selection: Selection) -> Shown:
    """A deck is told by its slide of the year, or by why there is none."""
    found = apt(held.store, held.catalogue, selection)
    year = next((slide for slide in found.shown if isinstance(slide, YearSlide)), None)
    if found.empty or year is None:
        return Shown(found.title, parts.empty(found.empty) if found.empty else None, _told(held, "apt", selection))
    node = (h("p", {"class": "lead"}, year.headline), parts.tallies(year.tallies))
    return Shown(found.title, node, _told(held, "apt", selection))


def _told(held: Shelf, name: str, selection: Selection) -> tuple[str, ...]:
    day = made(held.store)
    date = f"Måltavlan, så som det såg ut {date_words(day)}." if day else "Måltavlan."
    samples = _SAMPLES if any(report.sample for report in all_reports(held.store)) else ""
    address = held.address(Link(name, selection))
    return tuple(line for line in (" ".join(filter(None, (date, samples))), address) if line)


def figure_file(held: Shelf, page: Shown, name: str, form: str) -> bytes:
    """A figure as 'png', 'svg' or, its numbers, 'csv'; UserError where there is no such figure."""
    spec = page.figure(name)
    if form == "csv":
        return csv_of_words(spec.table.columns, spec.table.rows)
    drawn = picture(spec, source=page.told)
    return png(drawn, held.settings.assets) if form == "png" else drawn.encode()


def unit_figure(form: str, held: Shelf, selection: Selection, name: str) -> bytes:
    """A figure of the unit's page, as the command `export` writes it."""
    return figure_file(held, shown(held, "enhet", selection), name, form)


def preview(held: Shelf, page: Shown) -> bytes:
    """A PNG of 1200 x 630 px that stands for the page where it is linked to."""
    counts = next((one.rows for one in elements(page.node) if isinstance(one, tally.Tally)), ())
    drawing = next(iter(figures.found(page.node).values()), None) if not counts else None
    assets = held.settings.assets
    rows = [_row(row) for row in counts]
    drawn = card(page.title, page.sentence, rows, drawing, foot=page.told[0], symbols=_symbols(assets))
    return png(drawn, assets, ppi=96)


def _row(row: tally.TallyRow) -> Row:
    counts = tuple(Count(count.symbol, f"{count.amount} {count.word}") for count in row.counts if count.amount)
    return Row(f"{row.title}, {row.note}", counts)


@lru_cache(maxsize=1)
def _symbols(assets: Path) -> str:
    """The page's own signs, in the light theme's colours."""
    light = (assets / "tokens.css").read_text(encoding="utf-8").partition("}")[0]
    colours = {name: value.strip() for name, value in _TOKEN.findall(light)}
    return re.sub(r"var\(--([a-z0-9-]+)\)", lambda found: colours[found[1]], html(signs.definitions()))


@lru_cache(maxsize=64)
def png(svg: str, assets: Path, ppi: int = 192) -> bytes:
    """The drawing as PNG; those that were just made are kept, for links are opened by many at once."""
    return typeset.png(svg, assets, ppi=ppi)
