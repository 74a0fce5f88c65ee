"""A report with doubts in a real browser: sent, read, settled, taken in, and seen on its unit's page."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard import passwords
from tests.browser.running import serve
from tests.browser.visit import Visit
from tests.conftest import ROOT

PASSWORD = "en lång mening räcker"  # noqa: S105
SAMPLE = ROOT / "data" / "samples" / "vb-2025-ekonomiskt-bistand.txt"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own over a store with one report, where importing is open."""
    store = tmp_path_factory.mktemp("importing") / "store"
    first = ROOT / "data" / "samples" / "vb-2024-ekonomiskt-bistand.txt"
    command = [sys.executable, "-m", "dashboard", "import", str(first), "--store", str(store)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MALTAVLAN_IMPORT_PASSWORD_HASH", passwords.hashed(PASSWORD))
        yield from serve(store)


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    yield Visit(context.new_page(), address)
    context.close()


def log_in(page: Page, address: str) -> None:
    page.goto(f"{address}/importera")
    page.get_by_label("Namn eller roll").fill("Kansliet")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("button", name="Logga ut")).to_be_visible()


def accessible(page: Page) -> None:
    violations = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations] == []


def narrow_enough(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1280, "height": 900})


def corrected_again(page: Page) -> None:
    """From Källor, with the keyboard: the report is opened, a row is picked and corrected, and the report saved."""
    page.get_by_role("link", name="Rätta i rapporten").press("Enter")
    page.get_by_role("button", name="Öppna för rättelse").press("Enter")
    page.locator("summary", has_text="Indikatorer").press("Enter")
    page.get_by_role("link", name=re.compile("^Andel personer som har")).press("Enter")
    picked = page.locator("[data-doubt]").first
    expect(picked).to_be_focused()
    expect(picked.locator(".infile .marked")).to_contain_text("0,84 %")
    picked.get_by_label("Utfall", exact=True).fill("0,92 %")
    picked.get_by_label("Utfall", exact=True).press("Tab")
    picked.get_by_role("button", name=re.compile("^Rätta")).press("Enter")
    while page.locator("[data-doubt].open").count():
        page.locator("[data-doubt].open").first.get_by_role("button", name=re.compile("^Godta")).press("Enter")
    accessible(page)
    narrow_enough(page)
    page.get_by_role("button", name="Spara rättelserna").press("Enter")
    page.get_by_role("link", name="Visa den").press("Enter")
    expect(page.get_by_text("0,84 %, rättat till 0,92 %")).to_be_visible()


def test_a_report_is_sent_settled_taken_in_and_seen_on_its_unit_page(seen: Visit, address: str) -> None:
    page = seen.page
    page.goto(f"{address}/importera")
    accessible(page)
    log_in(page, address)
    page.get_by_label(re.compile("Välj filer")).set_input_files(SAMPLE)
    page.get_by_role("button", name="Läs filerna").click()
    page.get_by_role("link", name=re.compile("^Granska")).click(timeout=60_000)
    accessible(page)
    narrow_enough(page)

    page.locator("body").press("n")
    first = page.locator("[data-doubt]").first
    expect(first).to_be_focused()
    doubt = page.locator("[data-doubt].open").first
    expect(doubt.locator(".infile .marked")).to_contain_text("0,84 %")
    doubt.get_by_label("Utfall", exact=True).press("n")
    expect(doubt.get_by_label("Utfall", exact=True)).to_be_focused()
    doubt.get_by_label("Utfall", exact=True).fill("många")
    doubt.get_by_role("button", name=re.compile("^Rätta")).click()
    expect(page.get_by_role("alert")).to_contain_text("inget tal")

    doubt = page.locator("[data-doubt].open").first
    doubt.get_by_label("Utfall", exact=True).fill("0,91 %")
    doubt.get_by_label(re.compile("^Varför")).fill("Tryckfel")
    doubt.get_by_role("button", name=re.compile("^Rätta")).click()
    while page.locator("[data-doubt].open").count():
        page.locator("[data-doubt].open").first.get_by_role("button", name=re.compile("^Godta")).click()
    accessible(page)
    page.get_by_role("button", name="Lägg in rapporten").click()
    expect(page.get_by_role("status").first).to_contain_text("Rapporten är inlagd")
    page.get_by_role("link", name="Visa den").click()
    expect(page.get_by_text("Tryckfel")).to_be_visible()
    expect(page.get_by_text("0,84 %, rättat till 0,91 %")).to_be_visible()
    corrected_again(page)

    seen.go("/enhet/ekonomiskt-bistand?ar=2025&period=VB")
    expect(page.locator("table.ind")).to_contain_text("0,92")
    expect(page.get_by_text("Rättat").first).to_be_visible()
    refused = [words for words in seen.console if "400" not in words]
    assert refused == []
    assert seen.elsewhere == []


def test_a_file_that_is_no_report_says_why_and_can_be_dropped_from_the_list(
    seen: Visit, address: str, tmp_path: Path
) -> None:
    wrong = tmp_path / "skräp.pdf"
    wrong.write_bytes(os.urandom(2000))
    page = seen.page
    log_in(page, address)
    page.get_by_label(re.compile("Välj filer")).set_input_files(wrong)
    page.get_by_role("button", name="Läs filerna").click()
    line = page.locator("li", has_text="skräp.pdf")
    expect(line.get_by_role("button", name=re.compile("Ta bort"))).to_be_visible(timeout=60_000)
    expect(line).to_contain_text(re.compile("Filen|PDF"))
    accessible(page)
    narrow_enough(page)
    line.get_by_role("button").click()
    expect(page.locator("li", has_text="skräp.pdf")).to_have_count(0)


DROP = """(words) => {
    const files = new DataTransfer();
    for (const name of ["a.txt", "b.txt"]) files.items.add(new File([words], name));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
}"""


def test_files_that_are_dropped_are_sent_one_by_one(seen: Visit, address: str) -> None:
    page = seen.page
    log_in(page, address)
    page.evaluate(DROP, "det här är ingen rapport")
    for name in ("a.txt", "b.txt"):
        line = page.locator("li", has_text=name)
        expect(line.get_by_role("button", name=re.compile("Ta bort"))).to_be_visible(timeout=60_000)
        expect(line).to_contain_text("ser inte ut som en rapport")
    expect(page.locator("#skickas")).to_have_text("Alla filer är skickade.")
    assert seen.console == []


def test_all_of_it_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="sv-SE")
    page = context.new_page()
    log_in(page, address)
    page.get_by_label(re.compile("Välj filer")).set_input_files(
        ROOT / "data" / "samples" / "vb-2023-ekonomiskt-bistand.txt"
    )
    page.get_by_role("button", name="Läs filerna").click()
    for _ in range(60):
        if page.get_by_role("button", name=re.compile("^Lägg in")).count():
            break
        page.wait_for_timeout(500)
        page.goto(f"{address}/importera")
    page.get_by_role("button", name=re.compile("^Lägg in")).click()
    expect(page.get_by_role("status").first).to_contain_text("Rapporten är inlagd")
    context.close()
