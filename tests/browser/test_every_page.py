"""Every page that a reader can reach, found by following links: quiet, accessible, narrow enough, and ours alone."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.visit import Visit

Open = Callable[..., Visit]

# One page of each kind, as addresses that the samples answer; `follow` finds the unit, indicator and document.
KINDS = [
    "/",
    "/jamstalldhet",
    "/mal?visa=allt",
    "/mal?mal=kf-2023-3-4",
    "/mal?ar=2026&period=VP&mal=kf-2023-3-4",
    "/enhet/medborgarservice?ar=2026&period=VP",
    "/enhet",
    "/indikator",
    "/jamfor",
    "/aktiviteter",
    "/synpunkter",
    "/kallor",
    "/forandringar",
    "/forandringar?sedan=2020-01-01",
    "/om",
    "/ordlista",
    "/sok?sok=medborgar",
    "/sok?sok=zzzz",
    "/agenda2030?mal=5",
    "/enhet/medborgarservice?ar=2025&period=VB&rad=t3,q0",
    # Written by the server alone.
    "/apt/medborgarservice?ar=2025&period=VB",
    "/apt/medborgarservice?visa=val",
    "/apt/medborgarservice?visa=alla",
    "/data",
]
FOLLOWED = {"/enhet": "/enhet/", "/indikator": "/indikator/", "/kallor": "/kallor?dokument="}

# The pages are shared among the workers in so many tests; what axe found right is not written out, which takes longest.
PARTS = 4
VIOLATIONS = {"resultTypes": ["violations"]}
_SERVED = ("/data", "/fil", "/bild", "/inbaddat", "/flode", "/importera")


@pytest.fixture(scope="session")
def addresses(browser: Browser, server: str) -> list[str]:
    """Every kind of page: the menu's, and the first unit, indicator and document that their lists lead to."""
    page = browser.new_page()
    seen = Visit(page, server)
    found = list(KINDS)
    for start, prefix in FOLLOWED.items():
        seen.go(start)
        found.append(next(link for link in seen.links() if link.startswith(prefix)))
    page.close()
    return found


def test_every_kind_of_page_is_quiet_ours_alone_and_in_order(visit: Open, addresses: list[str]) -> None:
    for address in addresses:
        seen = visit(address)
        assert seen.console == [], address
        assert seen.elsewhere == [], address
        assert seen.page.title().endswith("Måltavlan"), address
        assert seen.page.locator("h1").count() == 1, address
        assert seen.page.get_by_text("Share chart").count() == 0, address
        levels = seen.page.eval_on_selector_all("h1,h2,h3,h4,h5", "all => all.map(h => +h.tagName[1])")
        assert levels[0] == 1, address
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], f"{address}: {levels}"
        seen.page.context.close()


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing(visit: Open, addresses: list[str], part: int) -> None:
    """All rules in the light theme; the dark one differs in its colours alone."""
    for address in addresses[part::PARTS]:
        seen = visit(address)
        found = Axe().run(seen.page, options=VIOLATIONS)
        assert found.violations_count == 0, f"{address}\n{found.generate_report()}"
        seen.page.emulate_media(color_scheme="dark")
        found = Axe().run(seen.page, options={**VIOLATIONS, "runOnly": ["color-contrast"]})
        assert found.violations_count == 0, f"{address} (dark)\n{found.generate_report()}"
        seen.page.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_targets_are_large_enough_to_hit(visit: Open, width: int) -> None:
    """24 px or alone: axe leaves the rule out unless it is asked for (WCAG 2.2, 2.5.8)."""
    for address in ("/", "/mal?mal=kf-2023-3-4", "/enhet/medborgarservice?ar=2025&period=VB&rad=i0", "/aktiviteter"):
        seen = visit(address, width=width)
        asked = {"runOnly": {"type": "rule", "values": ["target-size"]}}
        assert Axe().run(seen.page, options=asked).violations_count == 0, (address, width)
        seen.page.context.close()


def test_no_page_scrolls_sideways(visit: Open, addresses: list[str]) -> None:
    for address in addresses:
        seen = visit(address)
        for width in (1280, 768, 390, 320):
            seen.page.set_viewport_size({"width": width, "height": 800})
            wide = seen.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{address} is {wide} px wide at {width}"
        seen.page.context.close()


def test_every_link_of_the_first_pages_leads_somewhere(visit: Open, addresses: list[str]) -> None:
    """Followed as a reader does, within the page: it takes no new document."""
    seen = visit("/")
    links = set(seen.links())
    for address in ("/enhet", "/kallor"):
        seen.go(address)
        links |= set(seen.links())
    # What the server answers itself takes a new document; tests/pages ask for it.
    drawn = sorted(link for link in links if not link.startswith(_SERVED))
    for link in drawn[:40]:
        seen.page.evaluate("link => maltavlan.go(link)", link)
        there = "link => maltavlan.drawn === location.pathname + location.search && location.href.endsWith(link)"
        seen.until(there, link)
        assert seen.page.locator(".state.err").count() == 0, link
        assert "finns inte" not in seen.page.locator("h1").inner_text(), link
    assert seen.console == []
