"""The address holds the whole view: `parse` makes a checked Selection of it, `address` writes one.

What can't be used becomes its default and a notice in `Selection.notices`, never an exception.
"""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar
from urllib.parse import parse_qsl, quote, unquote

from dashboard.model import Kind, Selection

ROUTES = {
    "oversikt": "/",
    "enheter": "/enhet",
    "enhet": "/enhet/<unit>",
    "indikatorer": "/indikator",
    "indikator": "/indikator/<indicator>",
    "jamfor": "/jamfor",
    "kallor": "/kallor",
    "om": "/om",
}
WORDS = ("namnd", "ar", "period", "enheter", "lista", "status", "rad", "dokument")

_NOTHING = Selection()
_MOST_TEXT = 4000
_MOST_ITEMS = 60
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LONGEST_SLUG = 160
_ROW = re.compile(r"[a-z]{1,2}[0-9]{1,6}\Z")
_DOCUMENT = re.compile(r"[0-9a-f]{16}\Z")
_YEAR = re.compile(r"(?:19[89]|20[0-9])[0-9]\Z")
_T = TypeVar("_T")


def parse(pathname: str | None, search: str | None) -> tuple[str | None, Selection]:
    """The page's name, None where no page has that address, and what the reader chose.

    `board`, `unit`, `units` and `indicator` are slugs or catalogue ids; whether they exist is for the view to say.
    """
    name, path_values = _page(unquote(pathname or "/")[:_MOST_TEXT])
    read = _Reader(search or "")
    chosen = Selection(
        unit=path_values.get("unit"),
        indicator=path_values.get("indicator"),
        board=read.one("namnd", _slug),
        year=read.one("ar", _year),
        period=read.one("period", _kind),
        units=read.many("enheter", _slug),
        listed=read.one("lista", _slug),
        status=read.one("status", _slug),
        rows=read.many("rad", _row),
        document=read.one("dokument", _document),
        notices=read.all_notices(),
    )
    return name, chosen


def address(page: str, selection: Selection = _NOTHING, fragment: str = "") -> str:
    """The address of a page with what is chosen; values that the page's path holds are not repeated in the query."""
    path = ROUTES[page].replace("<unit>", quote(selection.unit or "", safe=""))
    path = path.replace("<indicator>", quote(selection.indicator or "", safe=""))
    values = (
        selection.board,
        selection.year,
        selection.period,
        ",".join(selection.units),
        selection.listed,
        selection.status,
        ",".join(selection.rows),
        selection.document,
    )
    chosen = ((word, value) for word, value in zip(WORDS, values, strict=True) if value)
    query = "&".join(f"{word}={quote(str(value), safe=',')}" for word, value in chosen)
    return path + (f"?{query}" if query else "") + (f"#{quote(fragment)}" if fragment else "")


def _page(pathname: str) -> tuple[str | None, dict[str, str]]:
    parts = [part for part in pathname.split("/") if part]
    for name, route in ROUTES.items():
        wanted = [part for part in route.split("/") if part]
        if len(wanted) == len(parts):
            values = {w[1:-1]: p for w, p in zip(wanted, parts, strict=True) if w.startswith("<")}
            fixed = all(w == p for w, p in zip(wanted, parts, strict=True) if not w.startswith("<"))
            if fixed and all(_slug(value) for value in values.values()):
                return name, values
    return None, {}


class _Reader:
    """Reads one query; remembers what it could not use."""

    def __init__(self, search: str) -> None:
        self.notices: list[str] = []
        if len(search) > _MOST_TEXT:
            self.notices.append("Adressen var för lång. En del av urvalet används inte.")
        pairs = parse_qsl(search[:_MOST_TEXT].removeprefix("?"), keep_blank_values=True, errors="replace")
        self.values: dict[str, str] = {}
        for word, value in pairs:
            self.values.setdefault(word, value.strip())

    def one(self, word: str, check: Callable[[str], _T | None]) -> _T | None:
        value = self.values.get(word, "")
        if not value:
            return None
        checked = check(value)
        if checked is None:
            self.notices.append(f"Adressen har ”{word}={_short(value)}”, som inte går att använda.")
        return checked

    def many(self, word: str, check: Callable[[str], str | None]) -> tuple[str, ...]:
        items = [item for item in self.values.get(word, "").split(",") if item]
        good = tuple(dict.fromkeys(item for item in items if check(item) is not None))
        wrong = [item for item in items if check(item) is None]
        if wrong:
            self.notices.append(f"Adressen har ”{word}={_short(wrong[0])}”, som inte går att använda.")
        if len(good) > _MOST_ITEMS:
            self.notices.append(f"Adressen har fler än {_MOST_ITEMS} värden för ”{word}”. De första används.")
        return good[:_MOST_ITEMS]

    def all_notices(self) -> tuple[str, ...]:
        unknown: Iterable[str] = (word for word in self.values if word not in WORDS)
        return (*self.notices, *(f"Adressen har ”{_short(word)}”, som inte används." for word in list(unknown)[:3]))


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"


def _slug(value: str) -> str | None:
    return value if len(value) <= _LONGEST_SLUG and _SLUG.match(value) else None


def _year(value: str) -> int | None:
    return int(value) if _YEAR.match(value) else None


def _kind(value: str) -> Kind | None:
    return Kind(value) if value in Kind.__members__ else None


def _row(value: str) -> str | None:
    return value if _ROW.match(value) else None


def _document(value: str) -> str | None:
    return value if _DOCUMENT.match(value) else None
