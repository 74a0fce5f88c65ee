"""Every page printed: A4, page numbers, source and day, table heads on each page, and nothing that is a control."""

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

from dashboard.ui import url
from tests.browser.test_every_page import Open
from tests.pages.paper import plain

PLACES = {"<unit>": "ekonomiskt-bistand", "<indicator>": "sjukfranvaro"}
PATHS = (*sorted(route for name, route in url.ROUTES.items() if name != "apt"), "/data")
CONTROLS = ("Kopiera länk", "Skriv ut", "Ta med figuren", "Som systemet", "Rapport som PDF", "Visa som tabell")
A4 = (595, 842)
# What some pages must write out of their links: in text each address with its number, in tables one for all rows.
WRITTEN = {
    "/": ("Vad har ändrats [1]", "[1] Vad har ändrats: {server}/forandringar?ar=2025&period=VB", "Målen: {server}/mal"),
    "/enhet/<unit>": ("Rapporten, där rad- och sidnumren står: {server}/kallor?dokument=", "Målen: {server}/mal"),
    "/indikator/<indicator>": (
        "Rapporterna, där rad- och sidnumren står: {server}/kallor",
        "Enheternas sidor: {server}/enhet",
    ),
    "/om": ("anmäla bristande tillgänglighet till Digg: www.digg.se/tdosanmalan",),
    "/data": ("Excel: {server}/data/allt.xlsx",),
}
# The foot of a page alone is less than this.
EMPTY = 40


def printed(page: Page, folder: Path) -> list[str]:
    """The letters of each page of paper, which a browser sets one by one; nothing stands beyond the paper's edge."""
    file = folder / "sida.pdf"
    page.pdf(path=str(file), prefer_css_page_size=True)
    with pypdfium2.PdfDocument(file) as found:
        return [_letters(one) for one in found]


def _letters(page: pypdfium2.PdfPage) -> str:
    assert (round(page.get_width()), round(page.get_height())) == A4
    text = page.get_textpage()
    boxes = [text.get_charbox(place) for place in range(text.count_chars())]
    assert max(right for _, _, right, _ in boxes) < A4[0] - 20, "something is wider than the paper"
    return plain(text.get_text_range())


@pytest.mark.parametrize("route", PATHS)
def test_a_page_prints_without_controls_with_numbers_source_and_day(visit: Open, tmp_path: Path, route: str) -> None:
    address = route
    for word, value in PLACES.items():
        address = address.replace(word, value)
    opened = visit(address)
    found = printed(opened.page, tmp_path)
    whole = "".join(found)
    server = opened.server.removeprefix("http://")
    for words in WRITTEN.get(route, ()):
        assert plain(words.format(server=server)) in whole
    assert min(len(text) for text in found) > EMPTY, "a page without anything on it"
    assert [control for control in CONTROLS if plain(control) in whole] == []
    for number, text in enumerate(found, 1):
        assert plain(f"Sida {number} av {len(found)}") in text
        assert re.search(r"utskriven\d{1,2}[a-z]+20\d\d", text), "a loose sheet says its day"
    said = plain("Källa: enheternas egna rapporter, inlästa i Måltavlan. Utskriven ")
    assert re.search(said + r"\d{1,2}\D+\d{4}", found[-1])


def test_a_page_of_many_rows_writes_out_few_addresses(visit: Open, tmp_path: Path) -> None:
    opened = visit("/enhet/ekonomiskt-bistand")
    rows = opened.page.locator("td.src a").count()
    assert rows > 15
    whole = "".join(printed(opened.page, tmp_path))
    assert whole.count(plain(opened.server.removeprefix("http://"))) <= 4
    assert whole.count("Länkarpåsidan") == 1


def test_paper_tells_the_address_that_it_came_from(visit: Open, tmp_path: Path) -> None:
    assert plain("/jamfor?ar=2024") in printed(visit("/jamfor?ar=2024").page, tmp_path)[-1]


def test_a_long_table_has_its_heads_on_each_page_of_paper(visit: Open, tmp_path: Path) -> None:
    found = printed(visit("/indikator").page, tmp_path)
    assert sum(plain("Gäller människor") in text for text in found) >= 2
