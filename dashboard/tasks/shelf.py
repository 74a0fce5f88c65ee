"""What files are made from: the settings, the store and the catalogue."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard import catalogue
from dashboard.catalogue import Catalogue
from dashboard.settings import Settings
from dashboard.store import small_groups, snapshots
from dashboard.store.database import Store
from dashboard.swedish import date_words
from dashboard.ui import url
from dashboard.views.link import Link

# Told before each step of a long work: how many are done, and of how many.
Told = Callable[[int, int], None]


def unheard(_: int, __: int) -> None:
    """For work that nobody waits for step by step."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a file is made from; the web server has one open, a command opens its own.

    `per` is the state that was asked for, as the address has it, where `store` is that state; '' is today's.
    """

    settings: Settings
    store: Store
    catalogue: Catalogue
    told: Told = unheard
    per: str = ""

    @property
    def then(self) -> str:
        """'Så som det såg ut 26 mars 2026' of an earlier state, which the file says; '' of today's."""
        return as_it_was(made(self.store)) if self.per else ""

    def address(self, link: Link) -> str:
        """The link's whole address, to the same state of the store; '' where the server's own is not known."""
        here = url.address(link.page, replace(link.to, snapshot=self.per or None), link.fragment)
        return f"{self.settings.address}{here}" if self.settings.address else ""


def shelf(settings: Settings, *, told: Told = unheard) -> Shelf:
    """What a command makes files from; small groups are kept back as on the pages."""
    known = catalogue.load(settings.catalogue)
    return Shelf(settings, Store(settings.store, hidden=small_groups.rule(settings, known)), known, told)


def made(store: Store) -> str:
    """The day of the state that the store answers from; '' while nothing was imported."""
    return snapshots.about(store.folder, store.snapshot).made[:10] if store.snapshot else ""


def as_it_was(day: str) -> str:
    """What is said of an earlier state, on pages and in files."""
    return f"Så som det såg ut {date_words(day)}"
