"""What is taken from a page with a real browser: menus by keyboard, links and pictures copied, parts in other sites."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.running import serve
from tests.browser.visit import Visit

Open = Callable[..., Visit]
UNIT = "/enhet/medborgarservice"
PART = f"/inbaddat{UNIT}/kon?ar=2025"


def test_the_menu_of_a_figure_works_by_keyboard_and_leads_to_its_table(visit: Open) -> None:
    seen = visit(f"{UNIT}?ar=2025", width=320)
    page = seen.page
    menu = page.locator("#kon details.take")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    assert menu.locator("a", has_text="Hämta bild (PNG)").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert menu.locator("summary").evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    seen.until("document.querySelector('#kon-tabell').open")
    seen.until("document.activeElement.id === 'kon-tabell'")
    page.emulate_media(media="print")
    assert not menu.is_visible()
    assert seen.console == []


def test_a_figure_is_downloaded_under_a_name_that_tells_what_it_is(visit: Open) -> None:
    page = visit(f"{UNIT}?ar=2025").page
    page.locator("#kon details.take summary").click()
    for form in ("PNG", "SVG", "CSV"):
        with page.expect_download() as got:
            page.locator("#kon details.take a", has_text=form).click()
        assert got.value.suggested_filename == f"maltavlan-enheten-for-medborgarservice-helar-2025-kon.{form.lower()}"
        page.locator("#kon details.take summary").click()


def test_a_copied_link_has_the_choice_in_words_and_the_state(visit: Open) -> None:
    seen = visit(f"{UNIT}?ar=2025")
    page = seen.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera länk").click()
    seen.until("document.getElementById('sagt').textContent === 'Kopierat'")
    words, _, address = page.evaluate("navigator.clipboard.readText()").partition(": ")
    assert words.startswith("Enheten för medborgarservice, Helår 2025, så som det såg ut ")
    assert address.startswith(f"{seen.server}{UNIT}?ar=2025&per=")
    page.goto(address)
    seen.drawn()
    assert "Inget på sidan har ändrats" in page.inner_text("main")


def test_where_copying_is_not_allowed_the_link_stands_selected(visit: Open) -> None:
    seen = visit("/")
    page = seen.page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Kopiera länk").click()
    chosen = page.evaluate("(f => f.value.slice(f.selectionStart, f.selectionEnd))(document.activeElement)")
    assert f"{seen.server}/?per=" in chosen
    assert "Ctrl+C" in page.inner_text("#sagt")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Kopiera länk"


def test_a_figure_is_copied_as_a_picture(visit: Open) -> None:
    seen = visit(f"{UNIT}?ar=2025")
    page = seen.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#kon details.take summary").click()
    page.locator("#kon details.take button").first.click()
    seen.until("document.getElementById('sagt').textContent === 'Bilden är kopierad'")
    kinds = page.evaluate("navigator.clipboard.read().then(all => all.flatMap(one => one.types))")
    assert kinds == ["image/png"]


class _Intranet(BaseHTTPRequestHandler):
    part = ""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f'<!doctype html><iframe src="{self.part}" width="320" height="700"></iframe>'.encode())

    def log_message(self, *_: object) -> None:
        """Nothing is said."""


@pytest.fixture
def intranet() -> Iterator[Callable[[str], str]]:
    """Another site, whose only page shows what is given within it."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), _Intranet)
    threading.Thread(target=site.serve_forever, daemon=True).start()

    def showing(part: str) -> str:
        _Intranet.part = part
        return f"http://127.0.0.1:{site.server_port}/"

    yield showing
    site.shutdown()
    site.server_close()


@pytest.fixture
def allowing(sample_store: Path, intranet: Callable[[str], str]) -> Iterator[str]:
    """A server that the other site may show parts of."""
    yield from serve(sample_store, MALTAVLAN_EMBED_ORIGINS=intranet("").rstrip("/"))


def test_another_site_shows_a_part_that_leads_home(
    browser: Browser, allowing: str, intranet: Callable[[str], str]
) -> None:
    page = browser.new_page()
    page.goto(intranet(allowing + PART))
    frame = page.frame_locator("iframe")
    frame.locator("h1").wait_for()
    assert frame.locator("svg[role=img]:visible").count() == 1
    frame.locator("summary").click()
    assert frame.locator("table").is_visible()
    assert frame.locator("html").evaluate("one => one.scrollWidth") <= 320
    frame.get_by_role("link", name="Öppna i Måltavlan").click()
    page.wait_for_url(f"{allowing}{UNIT}?ar=2025#kon")
    page.close()


@pytest.mark.parametrize("address", [PART, f"/inbaddat{UNIT}", f"/inbaddat{UNIT}?rad=i1", "/inbaddat/enhet/x/y"])
def test_axe_finds_nothing_in_a_part_in_either_theme(visit: Open, address: str) -> None:
    for theme in ("light", "dark"):
        page = visit(address, width=320, theme=theme).page
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_site_that_is_not_allowed_shows_nothing(
    browser: Browser, server: str, intranet: Callable[[str], str]
) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(intranet(server + PART))
    page.wait_for_timeout(500)
    assert any("frame-ancestors" in words for words in said)
    assert page.frame_locator("iframe").locator("h1", has_text="årsmålet").count() == 0
    page.close()
