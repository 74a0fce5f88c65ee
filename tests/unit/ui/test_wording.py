"""Every word that an address can hold is told when its link is copied, in the page's own words."""

import pytest

from dashboard.model import Kind, Selection
from dashboard.ui import controls, url, wording
from dashboard.ui.controls import Option, Step
from dashboard.ui.markup import Node, h
from dashboard.ui.wording import choice

UNITS = [Option("/?ar=2025", "Alla enheter")]
UNITS += [Option(f"/?ar=2025&enheter={unit}", f"Enheten för {unit}") for unit in ("bad", "lek", "mat", "sang")]


def several(*units: str) -> Node:
    """The choice of units where more than one is chosen, as pages draw it."""
    address = f"/?ar=2025&enheter={','.join(units)}"
    return controls.go_select("enheter", "Enhet", [*UNITS, Option(address, f"{len(units)} valda enheter")], address)


def test_no_word_of_the_address_is_left_without_words() -> None:
    assert set(wording.SAID) == set(url.WORDS)


def field(name: str, label: str, *options: str) -> Node:
    """A choice where the last option is chosen."""
    listed = [Option(words, words) for words in options]
    return controls.go_select(name, label, listed, options[-1])


@pytest.mark.parametrize(
    ("page", "selection", "said"),
    [
        (field("namnd", "Nämnd", "Ena nämnden", "Andra nämnden"), Selection(board="andra-namnden"), "Andra nämnden"),
        (field("namnd", "Nämnd", "Ena nämnden", "Andra nämnden"), Selection(), "Andra nämnden"),
        (field("ar", "År", "2024", "2025"), Selection(year=2025), "2025"),
        (controls.steps("Period", [Step("T1", "/", True), Step("T2", "/")]), Selection(period=Kind.T1), "tertial 1"),
        (controls.go_select("enheter", "Enhet", UNITS, "/?ar=2025"), Selection(), "alla enheter"),
        (
            controls.go_select("enheter", "Enhet", UNITS, "/?ar=2025&enheter=lek"),
            Selection(units=("lek",)),
            "Enheten för lek",
        ),
        (several("lek", "bad"), Selection(units=("lek", "bad")), "Enheten för lek och Enheten för bad"),
        (several("lek", "bad", "mat", "sang"), Selection(units=("lek", "bad", "mat", "sang")), "4 enheter"),
        (field("verksamhet", "Verksamhet", "All", "Skola"), Selection(operation="skola"), "verksamhet: Skola"),
        (field("storlek", "Storlek", "Alla storlekar", "Högst 25"), Selection(size="liten"), "storlek: Högst 25"),
        (field("figur", "Indikator", "Sjukfrånvaro", "Nöjdhet"), Selection(listed="n"), "indikator: Nöjdhet"),
        (controls.steps("Ordna", [Step("Per enhet", "/", True)]), Selection(listed="x"), "ordna: Per enhet"),
        (h("b", {"data-told": "lista"}, "Två når inte målet."), Selection(listed="beraknat"), "Två når inte målet"),
        (field("status", "Status", "Alla", "Uppfylls ej"), Selection(status="ej"), "status: Uppfylls ej"),
        (field("mal", "Mål", "Alla mål", "1.3 Stöd"), Selection(goal="kf-1-3"), "mål: 1.3 Stöd"),
        (h("h2", {"data-told": "kategori"}, "Bemötande"), Selection(category="bemotande"), "Bemötande"),
        (controls.search("sok", "Sök", "besked"), Selection(text="besked"), "sökord ”besked”"),
        (controls.steps("Visa", [Step("Staplar", "/", True)]), Selection(form="staplar"), "visa: Staplar"),
        (controls.steps("Sortera", [Step("Namn", "/", True)]), Selection(sort="namn"), "sortera: Namn"),
        (h("tr", {"id": "i3"}, h("th", None, "Nöjda"), h("td", None, "61")), Selection(rows=("i3",)), "öppnat: Nöjda"),
        (None, Selection(slides=("titel", "aret")), "2 valda bilder"),
        (None, Selection(slides=("titel",)), "en vald bild"),
        (None, Selection(slide=4), "bild 4"),
    ],
)
def test_what_is_chosen_is_said(page: Node, selection: Selection, said: str) -> None:
    assert choice("Sidan", page, selection, "Så som det såg ut 1 mars 2026") == (
        f"Sidan, {said}, så som det såg ut 1 mars 2026"
    )


def test_what_is_left_alone_is_not_said() -> None:
    page = [
        field("verksamhet", "Verksamhet", "All verksamhet"),
        field("status", "Status", "Alla"),
        controls.steps("Visa", [Step("Punkter", "/", True)]),
        controls.search("sok", "Sök", ""),
        h("tr", {"id": "i3"}, h("th", None, "Andel nöjda")),
    ]
    assert choice("Sidan", page, Selection()) == "Sidan"
    assert choice("Sidan", page, Selection(status="alla")) == "Sidan"


def test_what_the_title_says_is_not_said_again() -> None:
    page = [
        field("ar", "År", "2025"),
        controls.steps("Period", [Step("Helår", "/", True)]),
        controls.go_select("enheter", "Enhet", UNITS, "/?ar=2025&enheter=lek"),
    ]
    told = Selection(year=2025, period=Kind.VB, units=("lek",))
    assert choice("Enheten för lek, Helår 2025", page, told) == "Enheten för lek, Helår 2025"


def test_a_word_that_the_page_does_not_use_is_not_claimed() -> None:
    assert choice("Om", None, Selection(text="besked", status="ej", units=("lek",), rows=("i3",))) == "Om"
