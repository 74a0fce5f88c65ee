"""A reader's visit: a page with what its console said and which addresses it asked."""

from playwright.sync_api import ConsoleMessage, Page, Request


class Visit:
    """Drives one page and keeps what a reader would not see: console words, errors and requests to other hosts."""

    def __init__(self, page: Page, server: str) -> None:
        self.page = page
        self.server = server
        self.console: list[str] = []
        self.elsewhere: list[str] = []
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.console.append(f"error: {error}"))
        page.on("request", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.console.append(f"{message.type}: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.server, "data:", "blob:")):
            self.elsewhere.append(request.url)

    def go(self, address: str) -> None:
        """Opens `address` (a path with query) and waits until it is drawn."""
        self.page.goto(self.server + address)
        self.drawn()

    def drawn(self) -> None:
        """Waits until the page's body stands: a heading is there, nothing is busy, figures are drawn."""
        self.page.wait_for_selector("main h1", timeout=20_000)
        self.until("!document.querySelector('main [aria-busy=true]')")
        self.until("[...document.querySelectorAll('.dash-graph')].every(g => g.querySelector('.main-svg'))")

    def until(self, condition: str, argument: object = None) -> None:
        """Waits until an expression holds, or a function of `argument`.

        Playwright's own wait_for_function evaluates text within the page, which our policy on scripts forbids.
        """
        for _ in range(400):
            if self.page.evaluate(condition, argument):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never came true: {condition}")

    def links(self) -> list[str]:
        """Paths of the links inside the server, without their hash, in order and once each."""
        found: list[str] = self.page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
        return list(dict.fromkeys(link.split("#")[0] for link in found if link.startswith("/")))
