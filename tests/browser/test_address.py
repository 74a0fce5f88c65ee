"""The address is the state: what changes with it, and what must stay where the reader has it."""

from collections.abc import Callable

from tests.browser.visit import Visit

Open = Callable[..., Visit]

UNIT = "/enhet/ekonomiskt-bistand"


def test_an_opened_row_moves_neither_focus_nor_scroll_nor_figures(visit: Open) -> None:
    seen = visit(UNIT)
    page = seen.page
    page.evaluate("window.drawnBefore = [...document.querySelectorAll('.main-svg')]")
    row = page.locator(".ind a[aria-expanded]").nth(4)
    row.focus()
    before = row.bounding_box()
    page.keyboard.press("Enter")
    page.wait_for_selector("tr.more")
    assert row.evaluate("link => link === document.activeElement")
    assert row.get_attribute("aria-expanded") == "true"
    assert row.bounding_box() == before
    assert page.evaluate("drawnBefore.length > 0 && drawnBefore.every(drawing => drawing.isConnected)")


def test_an_opened_row_is_no_step_for_back(visit: Open) -> None:
    seen = visit("/")
    page = seen.page
    page.evaluate(f"maltavlan.go('{UNIT}')")
    page.wait_for_selector("a[aria-expanded]")
    page.locator(".ind a[aria-expanded]").first.click()
    page.wait_for_selector("tr.more")
    page.go_back()
    page.wait_for_url(seen.server + "/")


def test_a_new_page_is_told_by_its_heading_and_title(visit: Open) -> None:
    seen = visit("/")
    page = seen.page
    page.evaluate("scrollTo(0, 500)")
    page.evaluate(f"maltavlan.go('{UNIT}')")
    page.wait_for_selector("a[aria-expanded]")
    seen.until("document.activeElement.tagName === 'H1'")
    assert page.evaluate("scrollY") == 0
    assert page.title().endswith("· Måltavlan")


def test_back_returns_to_where_the_reader_was(visit: Open) -> None:
    seen = visit("/")
    page = seen.page
    page.evaluate("scrollTo(0, 500)")
    page.evaluate(f"maltavlan.go('{UNIT}')")
    seen.until("document.activeElement.tagName === 'H1'")
    page.go_back()
    seen.until("scrollY === 500")


def test_an_address_with_a_place_leads_to_it(visit: Open) -> None:
    seen = visit(UNIT)
    place = seen.page.locator("tr[id]").last.get_attribute("id")
    again = visit(f"{UNIT}#{place}")
    again.until(f"document.activeElement.id === '{place}'")
    assert again.page.locator(f"#{place}").evaluate("row => row.getBoundingClientRect().top < innerHeight")


def test_a_lost_server_is_told_and_forgotten_when_it_answers(visit: Open) -> None:
    seen = visit("/")
    page = seen.page
    answers = "**/_dash-update-component*"
    page.route(answers, lambda route: route.abort())
    page.evaluate(f"maltavlan.go('{UNIT}')")
    page.wait_for_selector("#avbrott", state="visible")
    page.unroute(answers)
    page.evaluate("maltavlan.go('/?ar=2024')")
    page.wait_for_selector("#avbrott", state="hidden")


def test_the_chosen_theme_is_there_before_the_page_is(visit: Open) -> None:
    seen = visit("/")
    page = seen.page
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.select_option("#tema", "dark")
    page.reload(wait_until="commit")
    page.wait_for_selector("body", state="attached")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    seen.drawn()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_a_modified_click_is_left_to_the_browser(visit: Open) -> None:
    seen = visit("/")
    page = seen.page
    with page.context.expect_page() as opened:
        page.locator(".top nav a").last.click(modifiers=["Control"])
    assert opened.value.url != page.url


def test_the_menu_takes_year_and_period_along(visit: Open) -> None:
    seen = visit("/?ar=2025&period=T1")
    page = seen.page
    page.get_by_role("navigation").get_by_role("link", name="Jämför").click()
    seen.until("location.pathname === '/jamfor' && location.search === '?ar=2025&period=T1'")
    seen.drawn()
    page.get_by_role("navigation").get_by_role("link", name="Källor").click()
    seen.until("location.pathname === '/kallor' && location.search === ''")
    seen.drawn()
    page.get_by_role("navigation").get_by_role("link", name="Översikt").click()
    seen.until("location.pathname === '/' && location.search === '?ar=2025&period=T1'")
    seen.drawn()
    assert page.get_by_role("navigation").locator("[aria-current=page]").inner_text() == "Översikt"


def test_paper_tells_what_is_folded_away(visit: Open) -> None:
    seen = visit("/om")
    page = seen.page
    assert page.locator("details.cases:not([open])").count() > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.cases:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.cases[open]").count() == 0
