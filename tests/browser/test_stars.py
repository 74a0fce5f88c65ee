"""Stars: marked by keyboard, kept in this browser alone; they cut the pages by the address. And the feed is found."""

from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Locator

from tests.browser.visit import Visit

Open = Callable[..., Visit]
FIRST, SECOND = "ekonomiskt-bistand", "medborgarservice"
KEPT = "localStorage.getItem('maltavlan-enheter')"


def star(seen: Visit, unit: str) -> Locator:
    return seen.page.locator(f"button[data-star={unit}]")


def mine(seen: Visit) -> Locator:
    return seen.page.locator("button[data-mine]")


def cut(seen: Visit) -> None:
    """Presses the button and waits for the page that its address has."""
    before = seen.page.url
    mine(seen).click()
    seen.until("before => location.href !== before && maltavlan.drawn === location.pathname + location.search", before)


def test_a_unit_is_starred_by_keyboard_and_stays_so(visit: Open) -> None:
    seen = visit("/enhet")
    assert star(seen, FIRST).get_attribute("aria-pressed") == "false"
    assert mine(seen).is_hidden()
    star(seen, FIRST).focus()
    seen.page.keyboard.press("Space")
    assert star(seen, FIRST).get_attribute("aria-pressed") == "true"
    assert star(seen, SECOND).get_attribute("aria-pressed") == "false"
    assert "Enheten för ekonomiskt bistånd" in (star(seen, FIRST).get_attribute("aria-label") or "")
    assert mine(seen).is_visible()
    seen.go(f"/enhet/{FIRST}")
    assert star(seen, FIRST).get_attribute("aria-pressed") == "true"
    star(seen, FIRST).click()
    assert seen.page.evaluate(KEPT) == "[]"
    assert seen.console == []


def test_my_units_cut_every_page_that_has_them_and_are_undone(visit: Open) -> None:
    seen = visit("/enhet")
    for unit in (FIRST, SECOND):
        star(seen, unit).click()
    for address in ("/", "/mal", "/enhet", "/jamstalldhet", "/aktiviteter", "/synpunkter", "/forandringar"):
        seen.go(address)
        assert mine(seen).get_attribute("aria-pressed") == "false", address
        cut(seen)
        assert f"enheter={FIRST},{SECOND}" in unquote(seen.page.url), address
        seen.until("document.querySelector('button[data-mine]').getAttribute('aria-pressed') === 'true'")
        cut(seen)
        assert urlsplit(seen.page.url).query == "", address
    assert seen.console == []


def test_my_units_follow_in_the_menu_until_they_are_undone(visit: Open) -> None:
    seen = visit("/enhet")
    for unit in (FIRST, SECOND):
        star(seen, unit).click()
    seen.go("/?ar=2025&period=VB")
    cut(seen)
    for page in ("Mål", "Jämställdhet", "Synpunkter", "Översikt"):
        seen.page.get_by_role("navigation", name="Sidor").get_by_role("link", name=page).click()
        seen.until("page => document.querySelector('.top [aria-current=page]').textContent === page", page)
        seen.until("maltavlan.drawn === location.pathname + location.search")
        assert f"enheter={FIRST},{SECOND}" in unquote(seen.page.url), page
        assert mine(seen).get_attribute("aria-pressed") == "true", page
    compare = seen.page.get_by_role("navigation", name="Sidor").get_by_role("link", name="Jämför")
    assert "enheter" not in (compare.get_attribute("href") or "")
    cut(seen)
    goals = seen.page.get_by_role("navigation", name="Sidor").get_by_role("link", name="Mål")
    assert (goals.get_attribute("href") or "").endswith("/mal?ar=2025&period=VB")
    assert seen.console == []


def test_stars_are_sent_nowhere(visit: Open) -> None:
    """No request tells of them, no cookie holds them; another reader sees none."""
    seen = visit("/enhet")
    asked: list[str] = []
    seen.page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    star(seen, FIRST).click()
    seen.page.evaluate("maltavlan.go('/')")
    seen.until("maltavlan.drawn === '/'")
    assert asked
    assert [one for one in asked if FIRST in one] == []
    assert [one for one in seen.page.context.cookies() if FIRST in str(one)] == []
    other = visit("/enhet")
    assert star(other, FIRST).get_attribute("aria-pressed") == "false"


def test_a_broken_memory_is_an_empty_one(visit: Open) -> None:
    seen = visit("/enhet")
    seen.page.evaluate("localStorage.setItem('maltavlan-enheter', '{oj')")
    seen.go("/enhet")
    star(seen, FIRST).click()
    assert seen.page.evaluate(KEPT) == f'["{FIRST}"]'
    seen.page.evaluate("""localStorage.setItem('maltavlan-enheter', '["finns-inte", 3, "<b>"]')""")
    seen.go("/")
    assert mine(seen).is_hidden()
    assert seen.console == []


def test_stars_are_not_printed(visit: Open) -> None:
    seen = visit("/enhet")
    star(seen, FIRST).click()
    seen.page.emulate_media(media="print")
    assert star(seen, FIRST).is_hidden()
    assert mine(seen).is_hidden()


def test_the_feed_follows_the_choice_and_opens_by_itself(visit: Open) -> None:
    seen = visit(f"/forandringar?enheter={FIRST}")
    link = seen.page.locator("a[href^='/flode.atom']")
    assert link.get_attribute("href") == f"/flode.atom?enheter={FIRST}"
    answer = seen.page.request.get(seen.server + (link.get_attribute("href") or ""))
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert seen.page.locator("head link[rel=alternate]").get_attribute("href") == "/flode.atom"


def test_a_count_cuts_the_changes_and_a_change_opens_its_row(visit: Open) -> None:
    seen = visit("/forandringar")
    seen.page.locator(".cuts li a").first.click()
    seen.until("location.search.includes('lista=') && maltavlan.drawn === location.pathname + location.search")
    amount = int(seen.page.locator(".cuts [aria-current=true] b").inner_text())
    assert seen.page.locator(".changes li").count() == amount
    seen.page.locator(".changes .go").first.click()
    seen.until("location.pathname.startsWith('/enhet/') && document.activeElement.id === location.hash.slice(1)")
    assert seen.console == []
