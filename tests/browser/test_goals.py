"""The goal tree by keyboard: a branch opens where the focus stands, the address says so, and counts lead to lists."""

from collections.abc import Callable

from tests.browser.visit import Visit

Open = Callable[..., Visit]
BRANCH = "Mål under 3.4"


def focused(seen: Visit) -> str:
    told: str = seen.page.evaluate("document.activeElement.getAttribute('aria-label')")
    return told


def test_a_branch_opens_and_closes_by_keyboard_and_focus_stays(visit: Open) -> None:
    seen = visit("/mal?ar=2025&period=VB")
    toggle = seen.page.get_by_label(BRANCH)
    assert toggle.get_attribute("aria-expanded") == "false"
    toggle.focus()
    seen.page.keyboard.press("Enter")
    seen.until("label => document.querySelector(`[aria-label='${label}']`).ariaExpanded === 'true'", BRANCH)
    assert focused(seen) == BRANCH
    under = seen.page.locator(f"[id='{toggle.get_attribute('aria-controls')}']")
    assert under.locator(".node").count() == 1
    mailed = visit(seen.page.url.removeprefix(seen.server))
    assert mailed.page.get_by_label(BRANCH).get_attribute("aria-expanded") == "true"
    seen.page.keyboard.press("Enter")
    seen.until("label => document.querySelector(`[aria-label='${label}']`).ariaExpanded === 'false'", BRANCH)
    assert focused(seen) == BRANCH
    assert seen.console == []


def test_a_count_leads_to_its_list_and_back_returns(visit: Open) -> None:
    seen = visit("/mal?ar=2025&period=VB")
    before = seen.page.locator("h1").inner_text()
    count = seen.page.locator("#kf-2023-1-3 .nums a").first
    amount = int(count.locator("b").inner_text())
    count.click()
    seen.until("before => document.querySelector('main h1').innerText !== before", before)
    seen.drawn()
    assert seen.page.locator(".att li").count() == amount
    seen.page.go_back()
    seen.until("before => document.querySelector('main h1').innerText === before", before)
