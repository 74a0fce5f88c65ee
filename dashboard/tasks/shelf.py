"""What files are made from: the settings, the store and the catalogue."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard import catalogue
from dashboard.catalogue import Catalogue
from dashboard.settings import Settings
from dashboard.store import small_groups
from dashboard.store.database import Store
from dashboard.ui import url
from dashboard.views.link import Link

# Told before each step of a long work: how many are done, and of how many.
Told = Callable[[int, int], None]


def unheard(_: int, __: int) -> None:
    """For work that nobody waits for step by step."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a file is made from; the web server has one open, a command opens its own."""

    settings: Settings
    store: Store
    catalogue: Catalogue
    told: Told = unheard

    def address(self, link: Link) -> str:
        """The link's whole address, '' where the server's own is not known."""
        here = url.address(link.page, link.to, link.fragment)
        return f"{self.settings.address}{here}" if self.settings.address else ""


def shelf(settings: Settings, *, told: Told = unheard) -> Shelf:
    """What a command makes files from; small groups are kept back as on the pages."""
    known = catalogue.load(settings.catalogue)
    return Shelf(settings, Store(settings.store, hidden=small_groups.rule(settings, known)), known, told)
