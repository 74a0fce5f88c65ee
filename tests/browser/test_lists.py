"""Lists over units in Chromium: a search by keyboard, cuts that write the address, a quiet narrow page."""

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe

from tests.browser.visit import Visit

Open = Callable[..., Visit]


def test_a_search_is_written_into_the_address_and_read_back(visit: Open) -> None:
    seen = visit("/aktiviteter")
    page = seen.page
    page.get_by_label("Sök bland aktiviteterna").focus()
    page.keyboard.type("blodomloppet")
    page.keyboard.press("Enter")
    seen.until("location.search.includes('sok=blodomloppet')")
    seen.until("document.querySelector('.times tbody tr[id]') && document.body.innerText.includes('Visar 1 av')")
    assert page.locator(".times tbody tr[id]").count() == 1
    page.go_back()
    seen.until("document.querySelectorAll('.times tbody tr[id]').length > 1")
    assert page.get_by_label("Sök bland aktiviteterna").input_value() == ""
    assert seen.console == []


def test_a_count_cuts_the_list_and_leads_back_by_keyboard(visit: Open) -> None:
    seen = visit("/aktiviteter")
    page = seen.page
    everything = page.locator(".times tbody tr[id]").count()
    page.locator(".cuts a", has_text="flyttade").focus()
    page.keyboard.press("Enter")
    seen.until("document.querySelector('.cuts a[aria-current]')")
    assert 0 < page.locator(".times tbody tr[id]").count() < everything
    page.locator(".cuts a[aria-current]").focus()
    page.keyboard.press("Enter")
    seen.until("!document.querySelector('.cuts a[aria-current]')")
    assert page.locator(".times tbody tr[id]").count() == everything


def test_opened_and_cut_pages_are_accessible_and_narrow(visit: Open) -> None:
    everywhere = "enheter=ekonomiskt-bistand,medborgarservice,socialpsykiatri"
    for address in ("/aktiviteter?lista=avvikelse&visa=enhet", "/synpunkter?visa=ord", f"/jamfor?{everywhere}"):
        seen = visit(address, width=320)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320, address
        found = Axe().run(seen.page)
        assert found.violations_count == 0, f"{address}\n{found.generate_report()}"
        assert seen.console == [], address


def test_on_paper_the_time_line_and_its_dates_are_there(visit: Open) -> None:
    seen = visit("/aktiviteter")
    seen.page.emulate_media(media="print")
    row = seen.page.locator(".times tbody tr[id]").first
    assert row.locator(".dates").is_visible()
    assert row.locator("svg.tl").is_visible()
    assert not seen.page.get_by_label("Sök bland aktiviteterna").is_visible()
