"""From an address to what is drawn; whatever goes wrong becomes a page that says so."""

import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.pages import AnyPage
from dashboard.store.database import Store
from dashboard.tasks.past import Past
from dashboard.tasks.shelf import as_it_was, made
from dashboard.ui import messages, shell, url
from dashboard.ui.figure_menu import Ways
from dashboard.ui.figures import with_menus
from dashboard.ui.markup import Node, h
from dashboard.ui.messages import notices
from dashboard.ui.page_tools import copy_link, tools
from dashboard.ui.wording import about, choice
from dashboard.views.link import Link
from dashboard.web.past import banner, kept_in, since, today_instead

# Only as many as browsers that have asked for a document and not yet for its content.
_MOST_PREPARED = 8

log = logging.getLogger("maltavlan")


@dataclass(frozen=True, slots=True)
class Drawn:
    """`heading` begins the document's title: 'Enheten för x'."""

    node: Node
    heading: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Holds what every answer needs; safe to share between threads, as the store is.

    `home` is the server's own address where other sites may show parts of it, else ''.
    """

    store: Store
    catalogue: Catalogue
    pages: Sequence[AnyPage]
    home: str = ""
    past: Past = field(init=False)
    _samples_of: dict[str, bool] = field(default_factory=dict)
    _prepared: OrderedDict[tuple[str, str, str], Drawn] = field(default_factory=OrderedDict)
    _preparing: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        object.__setattr__(self, "past", Past(self.store))

    def read(self, pathname: str | None, search: str | None, *, inside: bool = False) -> Drawn:
        """The page of an address; never raises, since the reader would then be left with nothing.

        `inside`: as who is logged in to import sees it.
        """
        _, selection = url.parse(pathname, search)
        page = self.page(pathname or "/")
        if page is None:
            return self._within(_not_found(self.menu()), "Sidan finns inte")
        try:
            if selection.snapshot:
                return self._as_it_was(page, selection, pathname or "/", search or "")
            view = page.view(self.store, self.catalogue, selection)
            ways = Ways.of(url.own(pathname or "/", search or ""), self.home)
            view = page.inside(view) if inside and page.inside else view
            return self._drawn(page, view, selection, self.store, ways)
        except UserError as error:
            log.warning("%s: %s", pathname, error)
            return self._within(messages.error("Sidan går inte att visa", str(error)), "Sidan går inte att visa")
        except Exception:
            log.exception("no page for %s%s", pathname, search)
            return self._within(_failed(), "Något gick fel")

    @property
    def state(self) -> str:
        """The snapshot that is shown; '' also where the store can't be read, which the page then says."""
        try:
            return self.store.snapshot
        except UserError:
            return ""

    def prepared(self, pathname: str, search: str) -> Drawn:
        """The page for the head of its first answer; kept for the question that a browser asks next, about the same."""
        drawn = self.read(pathname, search)
        with self._preparing:
            self._prepared[self.state, pathname, search] = drawn
            while len(self._prepared) > _MOST_PREPARED:
                self._prepared.popitem(last=False)
        return drawn

    def answered(self, pathname: str, search: str, *, inside: bool) -> Drawn:
        """The page that was just prepared, else it is read."""
        with self._preparing:
            ready = self._prepared.pop((self.state, pathname, search), None)
        return ready if ready and not inside else self.read(pathname, search, inside=inside)

    def scriptless(self, pathname: str, search: str) -> Node:
        """What an address shows without scripts; None where its page has figures that a script must draw."""
        page = self.page(pathname)
        return self.read(pathname, search).node if page and page.scriptless else None

    def page(self, pathname: str) -> AnyPage | None:
        """The page that has the address; None where none of this application has."""
        name, _ = url.parse(pathname, "")
        return next((page for page in self.pages if page.name == name), None)

    def menu(self) -> list[shell.MenuItem]:
        """Labels and addresses of the pages that stand in the menu."""
        return [(page.menu, url.ROUTES[page.name]) for page in self.pages if page.menu]

    def _as_it_was(self, page: AnyPage, selection: Selection, pathname: str, search: str) -> Drawn:
        """The page over an earlier snapshot, beside what it would be today; today's where the snapshot is gone."""
        free, found = replace(selection, snapshot=None), self.past.at(selection.snapshot or "")
        if found is None:
            today = Ways.of(url.own(pathname, search, today=True), self.home)
            drawn = self._drawn(page, page.view(self.store, self.catalogue, free), selection, self.store, today)
            gone = today_instead(self.past.gone(selection.snapshot or ""))
            return Drawn((notices([gone]), drawn.node), drawn.heading)
        store, snapshot = found
        then = page.view(store, self.catalogue, free)
        body = page.body(then)
        same = about(body, free)
        now = page.view(self.store, self.catalogue, same)
        told = banner(snapshot, Link(page.name, replace(same, notices=())), since(body, page.body(now)))
        drawn = self._drawn(page, then, selection, store, Ways.of(url.own(pathname, search), self.home))
        return Drawn((told, kept_in(drawn.node, selection.snapshot or "")), drawn.heading)

    def _drawn(self, page: AnyPage, view: Any, selection: Selection, store: Store, ways: Ways) -> Drawn:
        body, day = page.body(view), made(store)
        words = choice(view.title, body, selection, as_it_was(day) if day else "")
        # Pages of words alone have nothing that tells more on another site than there.
        taking = tools(
            view.title, copy_link(words, store.snapshot), replace(ways, home="") if page.scriptless else ways
        )
        return self._within(with_menus(body, ways), view.title, view.notices, taking)

    def _within(self, body: Node, heading: str, notices: Sequence[str] = (), taking: Node = None) -> Drawn:
        return Drawn(shell.page(body, told=notices, samples=self._samples(), tools=taking), heading)

    def _samples(self) -> bool:
        """Whether sample reports are among those shown; asked once per snapshot, since a snapshot never changes."""
        snapshot = self.store.snapshot
        if snapshot not in self._samples_of:
            try:
                found = any(report.sample for report in self.store.rows("reports", _Report))
            except UserError:
                return False
            self._samples_of.clear()
            self._samples_of[snapshot] = found
        return self._samples_of.get(snapshot, False)


@dataclass(frozen=True, slots=True)
class _Report:
    sample: bool


def _not_found(menu: Sequence[shell.MenuItem]) -> Node:
    links = [h("li", None, h("a", {"href": href}, words)) for words, href in menu]
    text = "Det finns ingen sida på den här adressen. Den kan vara felskriven eller ha flyttats."
    ways = h("ul", {"class": "ways"}, links)
    return h("div", {"class": "state"}, h("h1", None, "Sidan finns inte"), h("p", None, text), ways)


def _failed() -> Node:
    text = "Sidan gick inte att visa. Felet är noterat i serverns logg. De andra sidorna fungerar som vanligt."
    return messages.error("Något gick fel", text, h("a", {"class": "btn", "href": "/"}, "Till översikten"))
