"""The deck at a meeting: keys, overview, black screen, presenter, swipe, paper, and words that can be read."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from dashboard.model import Kind, Status, TextOf
from tests.browser.running import serve
from tests.browser.visit import Visit
from tests.builders import Build, store_of

Open = Callable[..., Visit]

UNITS = ("ekonomiskt-bistand", "grupp-och-servicebostader", "medborgarservice", "socialpsykiatri")
DECK = "/apt/socialpsykiatri?ar=2025&period=VB"
FEW = f"{DECK}&bilder=titel,aret,mal-3,mal-4,samtal,kallor"
NOW = "document.querySelector('.slide.on').id"
# What of the slide that is shown stands outside it, over its question, or is cut.
SPILLED = """() => {
  const slide = document.querySelector('.slide.on'), box = slide.getBoundingClientRect(), px = box.width / 1280;
  const body = slide.querySelector('.body').getBoundingClientRect(), found = [];
  for (const part of slide.querySelectorAll('.in *')) {
    const at = part.getBoundingClientRect();
    if (!at.width || part.closest('.vh')) continue;
    const inside = part.closest('.body') ? body.bottom : box.bottom;
    if (at.bottom > inside + 3 * px || at.right > box.right - 60 * px || at.left < box.left + 60 * px)
      found.push(part.tagName + ' ' + (part.textContent || '').slice(0, 40));
  }
  return slide.dataset.key + ': ' + found.slice(0, 3).join(' | ');
}"""
# The smallest type of all words but the slide's own bar and its source, in px of a slide of 1280 px.
SMALLEST = """() => {
  const slide = document.querySelector('.slide.on'), px = slide.getBoundingClientRect().width / 1280;
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  let least = 999;
  while (walker.nextNode()) {
    const part = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || part.closest('.vh, .top2, .so, .leads')) continue;
    const drawn = part.closest('svg');
    const scale = drawn ? drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width : 1;
    least = Math.min(least, parseFloat(getComputedStyle(part).fontSize) * scale / px);
  }
  return least;
}"""


@pytest.fixture(scope="module")
def long_words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A unit whose every text is as long as reports have them, or longer."""
    goal = "För att göra det möjligt att leva ett självständigt liv utifrån var och ens förutsättningar, " * 2
    built = Build(unit="Enheten för samordnad rehabilitering och sysselsättningsfrämjande verksamhet")
    built.area("1.3", goal).unit_goal(goal.rstrip(", ") + ".", Status.DELVIS).activity(goal, "Flyttas till nästa år")
    built.analysis(TextOf.GOAL, f"{goal}. {goal}.")
    for number in range(9):
        name = f"Andel av {number} som upplever att de kan påverka insatsens utformning och blir väl bemötta (här)"
        built.row(name, "1 234,56 mnkr", "12 345,67 mnkr", "1 134,56 mnkr", status=Status.EJ)
    built.unit_goal("Rehabiliteringsmedicinskautvärderingsmetoder", Status.EJ)
    for number in range(12):
        built.activity(f"{goal} {number}", "Försenad av skäl som rapporten anger" if number % 2 else None)
        built.complaints(f"Vad det gällde {number // 3}, {goal[:60]}", f"{goal[:90]} {number}", 1, None, 1234)
    plan = Build(unit=built.unit, kind=Kind.VP, year=2026).area("1.3", goal)
    for row in built.outcomes:
        plan.row(row.name, "", "Tas fram av nämnd/styrelse")
    folder: Path = tmp_path_factory.mktemp("long")
    store_of(folder, built, plan)
    yield from serve(folder)


def at(page: Page) -> str:
    found: str = page.evaluate(NOW)
    return found


def walk(page: Page) -> Iterator[str]:
    """Every slide in turn, by its place."""
    for place in range(page.locator(".slide").count()):
        yield str(place + 1)
        page.keyboard.press("ArrowRight")


def test_keys_go_through_the_slides_and_the_address_follows(visit: Open) -> None:
    page = visit(FEW).page
    assert at(page) == "b1"
    for key, there in (
        ("ArrowRight", "b2"), (" ", "b3"), ("PageDown", "b4"), ("ArrowLeft", "b3"), ("PageUp", "b2"),
        ("End", "b6"), ("ArrowRight", "b6"), ("Home", "b1"), ("ArrowLeft", "b1"), ("ArrowDown", "b2"),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert at(page) == there, key
    assert re.search(r"[?&]bild=2\b", page.url)
    assert page.locator(".slide:visible").count() == 1
    page.reload()
    assert at(page) == "b2"


def test_a_number_and_enter_go_to_that_slide(visit: Open) -> None:
    page = visit(DECK).page
    for key in ("1", "2", "Enter"):
        page.keyboard.press(key)
    assert at(page) == "b12"
    page.keyboard.press("9")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert at(page) == "b1", "what was typed before another key is forgotten"


def test_the_slide_is_told_to_those_who_hear_the_page(visit: Open) -> None:
    page = visit(FEW).page
    page.get_by_role("button", name="Nästa bild").click()
    told = page.locator("#sagt").inner_text()
    assert told.startswith("Bild 2 av 6: ")
    assert told.endswith(page.locator(".slide.on h2").inner_text())
    assert page.evaluate("document.activeElement.dataset.apt") == "nasta", "the button keeps its focus"


def test_back_leaves_the_deck_and_not_its_last_slide(visit: Open) -> None:
    seen = visit("/enhet/socialpsykiatri?ar=2025&period=VB")
    seen.page.get_by_role("link", name="Visa på APT").click()
    seen.page.wait_for_selector(".apt.live")
    assert "/apt/socialpsykiatri" in seen.page.url
    seen.page.keyboard.press("ArrowRight")
    seen.page.keyboard.press("ArrowRight")
    seen.page.go_back()
    seen.page.wait_for_url("**/enhet/socialpsykiatri**")


def test_the_link_is_copied_with_the_slide_that_is_shown_and_the_state(visit: Open) -> None:
    seen = visit(FEW)
    page = seen.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Kopiera länk").focus()
    page.keyboard.press("Enter")
    seen.until("document.getElementById('sagt').textContent === 'Kopierat'")
    words, _, address = page.evaluate("navigator.clipboard.readText()").partition(": ")
    assert ", Helår 2025, 6 valda bilder, bild 2, så som det såg ut " in words
    page.goto(address)
    assert at(page) == "b2"
    assert page.locator(".slide").count() == 6
    assert "Så som det såg ut" in page.locator(".slide.on").inner_text()


def test_the_overview_shows_all_slides_and_leads_to_one(visit: Open) -> None:
    page = visit(FEW).page
    page.keyboard.press("o")
    assert page.locator(".slide:visible").count() == 6
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert at(page) == "b3"
    assert page.locator(".slide:visible").count() == 1
    page.keyboard.press("g")
    page.keyboard.press("Escape")
    assert (at(page), page.locator(".slide:visible").count()) == ("b3", 1)


def test_the_screen_goes_black_and_comes_back_to_the_same_slide(visit: Open) -> None:
    page = visit(f"{FEW}&bild=2").page
    page.keyboard.press("b")
    assert page.locator(".black").is_visible()
    page.keyboard.press("b")
    assert page.locator(".black").is_hidden()
    assert at(page) == "b2"


def test_the_whole_screen_is_the_slide(visit: Open) -> None:
    seen = visit(FEW)
    seen.page.keyboard.press("f")
    seen.until("document.fullscreenElement !== null")
    assert seen.page.evaluate("document.fullscreenElement.id") == "rum"
    seen.page.keyboard.press("ArrowRight")
    assert at(seen.page) == "b2"
    seen.page.keyboard.press("f")
    seen.until("document.fullscreenElement === null")


def test_the_presenters_window_is_in_step_both_ways(visit: Open) -> None:
    seen = visit(f"{FEW}&bild=3")
    page = seen.page
    with page.expect_popup() as opened:
        page.keyboard.press("p")
    other = Visit(opened.value, seen.server)
    other.page.wait_for_selector(".apt.live[data-mode=talare]")
    other.until(f"{NOW} === 'b3'")
    page.keyboard.press("ArrowRight")
    other.until(f"{NOW} === 'b4'")
    assert other.page.locator(".notes:visible").get_attribute("data-for") == "4"
    assert other.page.locator(".slide.next").get_attribute("id") == "b5"
    assert re.fullmatch(r"\d\d\.\d\d", other.page.locator("#klocka").inner_text())
    other.page.keyboard.press("ArrowRight")
    seen.until(f"{NOW} === 'b5'")
    other.page.get_by_role("button", name="Svart skärm").click()
    seen.until("!document.querySelector('.black').hidden")
    assert seen.console == other.console == []


def test_a_swipe_goes_to_the_next_slide_and_scrolling_does_not(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(server + FEW)
    finger = page.context.new_cdp_session(page)
    for start, end in (((300, 400), (100, 410)), ((200, 600), (180, 200))):
        for kind, point in (("touchStart", start), ("touchMove", end), ("touchEnd", None)):
            points = [{"x": point[0], "y": point[1]}] if point else []
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert at(page) == "b2"
    context.close()


def test_slides_are_chosen_without_losing_the_place_in_the_list(visit: Open) -> None:
    seen = visit(f"{FEW}&visa=val")
    page = seen.page
    box = page.locator("#ta-mal-3")
    box.uncheck()
    seen.until("location.search.includes('bilder=titel,aret,mal-4,samtal,kallor')")
    assert page.evaluate("document.activeElement.id") == "ta-mal-3"
    page.locator("#upp-samtal").click()
    seen.until("location.search.includes('bilder=titel,aret,samtal,mal-4,kallor')")
    assert page.evaluate("document.activeElement.id") == "upp-samtal"
    page.get_by_role("link", name="Kort (nio bilder)").click()
    page.wait_for_url("**bilder=**")
    page.get_by_role("link", name="Visa bilderna").click()
    page.wait_for_selector(".apt.live")
    assert page.locator(".slide").count() == 9


def test_each_slide_is_one_sheet_on_paper(visit: Open) -> None:
    page = visit(FEW).page
    sheets = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(sheets) == 6
    assert [sheet.get_width() > sheet.get_height() for sheet in sheets] == [True] * 6
    words = [sheet.get_textpage().get_text_bounded() for sheet in sheets]
    assert ["av 6" in text for text in words] == [True] * 6
    assert "Visa i helskärm" not in "".join(words)


@pytest.mark.parametrize("unit", UNITS)
def test_nothing_on_a_slide_is_cut_or_too_small(visit: Open, unit: str) -> None:
    seen = visit(f"/apt/{unit}?ar=2025&period=VB", width=1280, height=820)
    assert seen.page.evaluate("document.querySelector('.slide.on').getBoundingClientRect().width") == 1280
    for place in walk(seen.page):
        assert seen.page.evaluate(SPILLED).endswith(": "), f"{place}: {seen.page.evaluate(SPILLED)}"
        assert seen.page.evaluate(SMALLEST) >= 23.9, place
    assert seen.console == []


def test_long_words_are_not_cut_either(browser: Browser, long_words: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 820})
    unit = "enheten-for-samordnad-rehabilitering-och-sysselsattningsframjande-verksamhet"
    page.goto(f"{long_words}/apt/{unit}?ar=2025&period=VB")
    spilled = [page.evaluate(SPILLED) for _ in walk(page)]
    assert [words for words in spilled if not words.endswith(": ")] == []
    page.close()


@pytest.mark.parametrize(
    "address", [DECK, f"{DECK}&bild=3", f"{DECK}&visa=alla", f"{DECK}&visa=val", f"{DECK}&visa=talare"]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit: Open, address: str) -> None:
    seen = visit(address)
    found = Axe().run(seen.page)
    assert found.violations_count == 0, found.generate_report()
    for width in (1280, 768, 390, 320):
        seen.page.set_viewport_size({"width": width, "height": 800})
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, width
    assert seen.console == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_on_slides_can_be_read_across_a_room_in_daylight(visit: Open, theme: str) -> None:
    """Seven to one, where the law asks for four and a half."""
    seen = visit(f"{DECK}&visa=alla", theme=theme)
    found = Axe().run(seen.page, context=".stage", options={"runOnly": ["color-contrast-enhanced"]})
    assert found.violations_count == 0, found.generate_report()


def test_without_scripts_all_slides_stand_under_each_other(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + FEW)
    assert page.locator(".slide:visible").count() == 6
    context.close()
