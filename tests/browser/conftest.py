"""A real server in a process of its own and a real Chromium, both made once per session."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.running import chromium, serve
from tests.browser.visit import Visit


@pytest.fixture(scope="session")
def server(sample_store: Path) -> Iterator[str]:
    """The address of `python app.py` over the samples."""
    yield from serve(sample_store)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    yield from chromium()


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Callable[..., Visit]]:
    """Opens an address in a context of its own: visit('/', width=320, theme='dark') -> Visit."""
    pages: list[Page] = []

    def open_page(address: str, *, width: int = 1280, height: int = 900, theme: str = "light") -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
            locale="sv-SE",
            reduced_motion="reduce",
        )
        page = context.new_page()
        pages.append(page)
        seen = Visit(page, server)
        seen.go(address)
        return seen

    yield open_page
    for page in pages:
        page.context.close()
