"""What all addresses of files share: the choice that the address holds, the state of the store, the mark, the queue."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from flask import Response, request

from dashboard.errors import UserError
from dashboard.model import Selection
from dashboard.settings import Settings
from dashboard.tasks.past import Past
from dashboard.tasks.shelf import Shelf
from dashboard.ui import url
from dashboard.web.marks import Marks, marked
from dashboard.web.workshop import Workshop

# Of the threads that answer, files may hold a quarter, and as many may wait for them.
_SHARE = 4


@dataclass(frozen=True, slots=True)
class Asking:
    """Reads such addresses; `held` is today's store."""

    held: Shelf
    past: Past
    marks: Marks
    workshop: Workshop

    def chosen(self, pathname: str) -> tuple[str | None, Selection]:
        """The page that has the address, and its choice; a value that can't be used is a UserError.

        A file has no place to say that something else was chosen. Words that we don't have are left unread: sites and
        mail programs add their own to links.
        """
        name, chosen = url.parse(pathname, _known_words())
        if chosen.notices:
            raise UserError(" ".join(chosen.notices), "Rätta adressen, eller gå till sidan och hämta därifrån.")
        return name, chosen

    def shelf(self, chosen: Selection) -> tuple[Shelf, Selection]:
        """What the file is made from, today's or the state that `per` names, and the choice within it."""
        return self.past.shelf(self.held, chosen.snapshot), replace(chosen, snapshot=None)

    def answer(self, held: Shelf, chosen: Selection, make: Callable[[str], Response]) -> Response:
        """What `make` answers under a mark, or that nothing is new; the same for every spelling of the choice."""
        mark = self.marks.of(held.store.snapshot, f"{request.path}|{held.per}|{chosen}")
        return marked(mark, lambda: make(mark))


def asking(settings: Settings, held: Shelf, past: Past) -> Asking:
    """One for the whole server, so that all its files share one queue."""
    return Asking(held, past, Marks(settings), Workshop(max(1, settings.threads // _SHARE)))


def search() -> str:
    """The address's words as the browser wrote them, with their question mark."""
    words = request.query_string.decode("utf-8", "replace")
    return f"?{words}" if words else ""


def _known_words() -> str:
    told = search()
    pairs = parse_qsl(told.removeprefix("?"), keep_blank_values=True, errors="replace")
    ours = [pair for pair in pairs if pair[0] in url.WORDS]
    return told if len(ours) == len(pairs) else f"?{urlencode(ours)}"
