"""The address holds the whole view: `parse` makes a checked Selection of it, `address` writes one.

What can't be used becomes its default and a notice in `Selection.notices`, never an exception.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar
from urllib.parse import parse_qsl, quote, unquote

from dashboard.model import Kind, Selection

ROUTES = {
    "oversikt": "/",
    "mal": "/mal",
    "enheter": "/enhet",
    "enhet": "/enhet/<unit>",
    "apt": "/apt/<unit>",
    "indikatorer": "/indikator",
    "indikator": "/indikator/<indicator>",
    "jamfor": "/jamfor",
    "jamstalldhet": "/jamstalldhet",
    "aktiviteter": "/aktiviteter",
    "synpunkter": "/synpunkter",
    "agenda2030": "/agenda2030",
    "forandringar": "/forandringar",
    "kallor": "/kallor",
    "sok": "/sok",
    "om": "/om",
    "ordlista": "/ordlista",
}
_NOTHING = Selection()
_MOST_TEXT = 4000
_MOST_ITEMS = 60
_MOST_SOUGHT = 100
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LONGEST_SLUG = 160
_ROW = re.compile(r"[a-z]{1,2}[0-9]{1,6}\Z")
_DOCUMENT = re.compile(r"[0-9a-f]{16}\Z")
_SNAPSHOT = re.compile(r"[0-9A-Za-z-]{1,64}\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_SNAPSHOT_ID = re.compile(r"[0-9]{6,12}-[0-9a-f]{8}\Z")
_YEAR = re.compile(r"(?:19[89]|20[0-9])[0-9]\Z")
_T = TypeVar("_T")


def parse(pathname: str | None, search: str | None) -> tuple[str | None, Selection]:
    """The page's name, None where no page has that address, and what the reader chose.

    `board`, `unit`, `units` and `indicator` are slugs or catalogue ids; whether they exist is for the view to say.
    """
    name, path_values = _page(unquote(pathname or "/")[:_MOST_TEXT])
    read = _Reader(search or "")
    chosen: dict[str, Any] = {word.field: read.value(word) for word in _WORDS} | path_values
    return name, Selection(**chosen, notices=read.all_notices())


def address(page: str, selection: Selection = _NOTHING, fragment: str = "") -> str:
    """The address of a page with what is chosen; values that the page's path holds are not repeated in the query."""
    path = ROUTES[page].replace("<unit>", quote(selection.unit or "", safe=""))
    path = path.replace("<indicator>", quote(selection.indicator or "", safe=""))
    told = ((word.word, _written(getattr(selection, word.field))) for word in _WORDS)
    query = "&".join(f"{word}={quote(value, safe=',')}" for word, value in told if value)
    return path + (f"?{query}" if query else "") + (f"#{quote(fragment)}" if fragment else "")


def own(pathname: str, search: str, *, today: bool = False) -> str:
    """An address as we write it, with what of it can be used; `today` leaves out the state of the store.

    What is typed or mailed may hold letters that no link of ours may have.
    """
    name, chosen = parse(pathname, search)
    return address(name, replace(chosen, snapshot=None) if today else chosen) if name else pathname


def file_of(page: str, selection: Selection) -> str:
    """The address of the report on paper: a unit's file ('enhet'), or where a board's ('namnd') is made."""
    where = f"/{quote(selection.unit or '', safe='')}.pdf" if page == "enhet" else f"/{selection.board}/rapport"
    begin = "" if page == "enhet" else "&gor=1"
    return f"/fil/{page}{where}?ar={selection.year}&period={selection.period}{begin}"


def _written(value: object) -> str:
    return ",".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


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
            # A form without scripts writes a list as the same word again and again.
            before = self.values.get(word, value.strip())
            again = word in _LISTS and word in self.values
            self.values[word] = f"{before},{value.strip()}" if again else before

    def value(self, word: "_Word") -> object:
        """What the address holds for a word, checked."""
        return self.many(word.word, word.check) if word.many else self.one(word.word, word.check)

    def one(self, word: str, check: Callable[[str], _T | None]) -> _T | None:
        value = self.values.get(word, "")
        if not value:
            return None
        checked = check(value)
        if checked is None:
            self.notices.append(f"Adressen har ”{word}={_short(value)}”, som inte går att använda.")
        return checked

    def many(self, word: str, check: Callable[[str], object]) -> tuple[str, ...]:
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


def _snapshot(value: str) -> str | None:
    """The id of a snapshot, or a day; a day that there is not ('2026-02-30') is a mistake and no state that is gone."""
    return value if _SNAPSHOT.match(value) and (not _DAY.match(value) or _date(value)) else None


def _date(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None


def _since(value: str) -> str | None:
    """A day, or the id of a snapshot."""
    return _date(value) or (value if _SNAPSHOT_ID.match(value) else None)


def _sought(value: str) -> str | None:
    """Any words, cut to a length that is still a question."""
    return " ".join(value.split())[:_MOST_SOUGHT].strip() or None


def _place_in_order(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and 0 < int(value[:4]) < 1000 and len(value) < 4 else None


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of the address, the field of Selection that it fills, and the check that its value passes."""

    word: str
    field: str
    check: Callable[[str], object]
    many: bool = False


_WORDS = (
    _Word("namnd", "board", _slug),
    _Word("ar", "year", _year),
    _Word("period", "period", _kind),
    _Word("enheter", "units", _slug, many=True),
    _Word("lista", "listed", _slug),
    _Word("status", "status", _slug),
    _Word("rad", "rows", _row, many=True),
    _Word("dokument", "document", _document),
    _Word("mal", "goal", _slug),
    _Word("sok", "text", _sought),
    _Word("sortera", "sort", _slug),
    _Word("visa", "form", _slug),
    _Word("sedan", "since", _since),
    _Word("verksamhet", "operation", _slug),
    _Word("storlek", "size", _slug),
    _Word("kategori", "category", _slug),
    _Word("per", "snapshot", _snapshot),
    _Word("bilder", "slides", _slug, many=True),
    _Word("bild", "slide", _place_in_order),
)
FIELDS = {word.word: word.field for word in _WORDS}
WORDS = tuple(FIELDS)
_LISTS = frozenset(word.word for word in _WORDS if word.many)
