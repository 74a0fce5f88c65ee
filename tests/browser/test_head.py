"""The head of every page with keys, at narrow widths and in print; words that explain themselves."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visit import Visit

Open = Callable[..., Visit]

UNIT = "/enhet/medborgarservice?ar=2025&period=VB"
BOX = "#sok"
HELP = "#hjalp"


def focused(seen: Visit) -> str:
    told: str = seen.page.evaluate("document.activeElement.id || document.activeElement.tagName")
    return told


def test_a_stroke_goes_to_the_search_and_escape_back_to_where_the_reader_was(visit: Open) -> None:
    page = (seen := visit(UNIT)).page
    link = page.locator(".ind a[aria-expanded]").first
    link.focus()
    page.keyboard.press("/")
    assert focused(seen) == "sok"
    assert page.input_value(BOX) == ""
    page.keyboard.press("Escape")
    assert link.evaluate("link => link === document.activeElement")


def test_a_stroke_that_is_written_in_a_field_is_a_letter(visit: Open) -> None:
    page = visit("/indikator").page
    page.fill(BOX, "")
    page.focus(BOX)
    page.keyboard.type("och/eller")
    assert page.input_value(BOX) == "och/eller"


def test_a_search_comes_without_a_new_document_and_its_hit_leads_to_the_row(visit: Open) -> None:
    page = (seen := visit(UNIT)).page
    page.evaluate("window.sameDocument = true")
    page.keyboard.press("/")
    page.keyboard.type("medborgarkontor")
    page.keyboard.press("Enter")
    page.wait_for_selector("mark")
    assert page.evaluate("location.pathname + location.search") == "/sok?sok=medborgarkontor"
    assert page.evaluate("window.sameDocument") is True
    assert page.title() == "Sök: medborgarkontor · Måltavlan"
    seen.until("document.activeElement.tagName === 'H1'")
    page.locator(".hits a[href*='rad=']").first.click()
    seen.until("location.pathname !== '/sok' && !!document.getElementById(location.hash.slice(1))")
    seen.until("document.getElementById('sok').value === ''")
    page.go_back()
    seen.until("document.getElementById('sok').value === 'medborgarkontor'")
    assert seen.console == []


def test_a_page_without_dash_asks_by_itself(visit: Open) -> None:
    page = (seen := visit("/data")).page
    page.keyboard.press("/")
    page.keyboard.type("medborgarkontor")
    page.keyboard.press("Enter")
    page.wait_for_selector("main mark")
    assert page.input_value(BOX) == "medborgarkontor"
    assert seen.console == []


def test_without_scripts_hits_and_menu_are_there(visit: Open) -> None:
    seen = visit("/om")
    context = seen.page.context.browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})  # type: ignore[union-attr]
    page = context.new_page()
    page.goto(f"{seen.server}/om")
    page.fill(BOX, "medborgarkontor")
    page.press(BOX, "Enter")
    page.wait_for_selector("main mark")
    assert page.locator(".top nav").is_visible()
    assert not page.locator("main [aria-busy]").is_visible()
    context.close()


@pytest.mark.parametrize("width", [900, 390, 320])
def test_the_menu_folds_away_and_opens_with_the_keyboard(visit: Open, width: int) -> None:
    page = (seen := visit(UNIT, width=width)).page
    menu, nav = page.locator(".top .menu"), page.locator(".top nav")
    assert not nav.is_visible()
    assert page.locator(BOX).is_visible()
    menu.focus()
    page.keyboard.press("Enter")
    assert nav.is_visible()
    assert menu.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("Escape")
    assert not nav.is_visible()
    assert menu.evaluate("button => button === document.activeElement")
    page.keyboard.press("Enter")
    nav.get_by_role("link", name="Enheter").click()
    seen.until("location.pathname === '/enhet'")
    assert not nav.is_visible()


def test_the_head_leaves_most_of_a_screen_that_is_magnified_four_times(visit: Open) -> None:
    """1280 x 1024 at 400 % is 320 x 256."""
    seen = visit(UNIT, width=320, height=256)
    box = seen.page.locator(".top").bounding_box()
    assert box is not None
    assert box["height"] <= 256 / 4


def test_all_pages_stand_in_the_head_of_a_wide_screen(visit: Open) -> None:
    page = visit("/", width=1400).page
    assert page.locator(".top nav").is_visible()
    assert not page.locator(".top .menu").is_visible()


def test_a_word_explains_itself_on_focus_and_escape_takes_it_away(visit: Open) -> None:
    page = (seen := visit(UNIT)).page
    word = page.locator("th .tip", has_text="Källa").first
    word.focus()
    page.wait_for_selector(HELP, state="visible")
    assert "Leder till raden i rapporten" in page.locator(HELP).inner_text()
    described = word.evaluate("word => document.getElementById(word.getAttribute('aria-describedby')).textContent")
    assert "Leder till raden i rapporten" in described
    page.keyboard.press("Escape")
    page.wait_for_selector(HELP, state="hidden")
    assert word.evaluate("word => word === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_selector(HELP, state="visible")
    page.keyboard.press("Tab")
    page.wait_for_selector(HELP, state="hidden")
    assert seen.console == []


def test_what_is_shown_on_hover_can_be_pointed_at_and_stays(visit: Open) -> None:
    page = visit(UNIT).page
    word = page.locator("th .tip", has_text="Källa").first
    word.scroll_into_view_if_needed()
    word.hover()
    page.wait_for_selector(HELP, state="visible")
    page.locator(HELP).hover()
    page.wait_for_timeout(700)  # longer than what is left takes to go
    assert page.locator(HELP).is_visible()
    page.mouse.move(5, 5)
    page.wait_for_selector(HELP, state="hidden")


def test_a_sign_of_a_row_explains_itself_when_pointed_at(visit: Open) -> None:
    page = visit(UNIT).page
    page.locator(".ind .sgn .sg").first.hover()
    page.wait_for_selector(HELP, state="visible")
    assert "Enheten bedömer att målet är" in page.locator(HELP).inner_text()


def test_the_signs_of_a_row_are_explained_by_a_key_and_in_the_opened_row(visit: Open) -> None:
    page = (seen := visit(UNIT)).page
    row = page.locator(".ind tr", has=page.locator(".sgn .cs")).first
    name = row.locator(".tog")
    name.focus()
    told = []
    for _ in range(2):  # the reported sign, then the computed one
        page.keyboard.press("?")
        page.wait_for_selector(HELP, state="visible")
        told.append(page.locator(HELP).inner_text())
        assert told[-1].split() == page.locator("#sagt").inner_text().split()
    assert "Beräknat av Måltavlan" not in told[0]
    assert "Beräknat av Måltavlan" in told[1]
    page.keyboard.press("Escape")
    page.wait_for_selector(HELP, state="hidden")
    assert name.evaluate("name => name === document.activeElement")
    name.press("Enter")
    page.wait_for_selector(".ana .st .tip")
    assert page.locator(".ana .st .tip").count() == 2
    assert seen.console == []


def test_a_touched_sign_explains_itself(visit: Open) -> None:
    page = visit(UNIT, width=390).page
    sign = page.locator(".ind .sgn .sg").first
    sign.scroll_into_view_if_needed()
    sign.dispatch_event("click")  # without a pointer that hovers first
    page.wait_for_selector(HELP, state="visible")


def test_marks_that_count_different_things_are_left_to_their_words(visit: Open) -> None:
    page = visit("/jamstalldhet").page
    page.locator(".tally .sg").first.hover()
    page.wait_for_timeout(700)  # twice as long as a sign that explains itself takes
    assert not page.locator(HELP).is_visible()


def test_a_touch_explains_and_another_elsewhere_ends_it(visit: Open) -> None:
    page = visit(UNIT, width=390).page
    page.locator("th .tip", has_text="Källa").first.click()
    page.wait_for_selector(HELP, state="visible")
    page.locator("main h2").first.click()
    page.wait_for_selector(HELP, state="hidden")


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_explanations_keep_within_the_window(visit: Open, width: int) -> None:
    page = visit(UNIT, width=width).page
    words = page.locator("main .tip:visible")
    assert words.count() > 5
    for place in range(words.count()):
        words.nth(place).focus()
        page.wait_for_selector(HELP, state="visible")
        box = page.locator(HELP).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert 0 <= box["y"] <= 900 - box["height"]


def test_nothing_that_has_focus_is_out_of_sight(visit: Open) -> None:
    """Heads of stacked tables are not seen, so no word of theirs may be come to that is not shown."""
    page = visit(UNIT, width=390).page
    small = "all => all.filter(one => one.getBoundingClientRect().height < 20).map(one => one.textContent)"
    hidden = "all => all.filter(one => { const at = one.closest('th'); return at && at.offsetWidth <= 1; }).length"
    assert page.eval_on_selector_all("main .tip", small) == []
    assert page.eval_on_selector_all("main .tip", hidden) == 0


def test_explanations_and_controls_stay_off_the_paper(visit: Open) -> None:
    page = visit(UNIT).page
    page.locator("th .tip").first.focus()
    page.wait_for_selector(HELP, state="visible")
    page.emulate_media(media="print")
    for part in (HELP, BOX, ".top nav", ".top .menu", ".theme", "footer nav"):
        assert not page.locator(part).is_visible(), part
    assert page.locator("th .tip").first.is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_with_menu_and_explanation_open(visit: Open, theme: str) -> None:
    page = visit(UNIT, width=390, theme=theme).page
    page.locator("th .tip").first.focus()
    page.wait_for_selector(HELP, state="visible")
    page.evaluate("document.querySelector('.top .menu').setAttribute('aria-expanded', 'true')")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
