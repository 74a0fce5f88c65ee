"""Search: units, indicators, goals, activities and words of running text, each hit with its place."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Selection, TextOf
from dashboard.swedish import period_words, sort_key
from dashboard.views.link import Link
from dashboard.views.reports import Report, all_reports, unit_names
from dashboard.views.sections import paragraph_source

if TYPE_CHECKING:
    from dashboard.store.database import Store

MOST = 30
SHORTEST = 2
_WORDS = 3
_AROUND = 90
# A letter typed without its ring, dots or accent finds both; one typed with it finds only itself: å is not a.
_KIN = {"a": "aåäàáâæ", "o": "oöóòôø", "e": "eéèêë", "u": "uüúù", "i": "iíìï", "c": "cç", "n": "nñ"}
_KEYS = {TextOf.GOAL: "g", TextOf.OUTCOME: "i", TextOf.ACTIVITY: "a", TextOf.FEEDBACK: "s"}
_HEADINGS = {"indicator": "Indikatorer", "goal_title": "Mål", "activity_title": "Aktiviteter", "text": "I texten"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a snippet; `marked` where it is what was searched for."""

    words: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """`link` leads to where it is shown, `source` to its place in the report; None for a unit or an indicator."""

    pieces: tuple[Piece, ...]
    about: str
    link: Link
    source: Link | None = None
    source_words: str = ""


@dataclass(frozen=True, slots=True)
class HitGroup:
    """`more` says that there are more hits than those shown."""

    name: str
    hits: tuple[Hit, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """`sought` is what was searched for, '' for nothing; `told` says how it went."""

    title: str
    notices: tuple[str, ...]
    sought: str
    told: str
    groups: tuple[HitGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of queries/search.sql."""

    group: str
    of: str
    key: str | None
    words: str
    heading: str | None
    document: str
    unit: str
    year: int
    kind: Kind
    number: int | None
    starts: tuple[int, ...] | None
    place_line: int | None
    place_page: int | None


def search(store: "Store", catalogue: Catalogue, selection: Selection) -> Search:
    """Asks the store once; nothing is asked for fewer than two letters."""
    sought = " ".join(unicodedata.normalize("NFC", selection.text or "").split())
    words = sought.split(" ")[:_WORDS]
    if len(sought) < SHORTEST:
        told = "Skriv minst två bokstäver." if sought else "Skriv vad du letar efter."
        return Search("Sök", selection.notices, sought, told)
    patterns = [pattern(word) for word in words] + [""] * (_WORDS - len(words))
    reports = all_reports(store)
    names = unit_names(reports, catalogue)
    first, second, third = patterns
    rows = store.rows(
        "search", _Row, first=first, second=second, third=third, exact=" ".join(words).casefold(), most=MOST + 1
    )
    groups = [_units(names, reports, patterns), *(_group(name, rows, names, patterns) for name in _HEADINGS)]
    found = tuple(group for group in groups if group.hits)
    return Search(f"Sök: {sought}", _notices(selection, sought), sought, _told(found, sought), found)


def pattern(word: str) -> str:
    """The word as a pattern that both the store and Python read, without regard to case."""
    letters = (f"[{_KIN[letter]}]" if letter in _KIN else re.escape(letter) for letter in word.casefold())
    return f"(?i){''.join(letters)}"


def pieces(text: str, patterns: Sequence[str]) -> tuple[Piece, ...]:
    """The text in pieces with everything that a pattern matches marked."""
    bare = [one.removeprefix("(?i)") for one in patterns if one]
    made: list[Piece] = []
    at = 0
    for found in re.finditer("|".join(bare), text, re.IGNORECASE):
        made += [Piece(text[at : found.start()])] if found.start() > at else []
        made.append(Piece(found.group(), marked=True))
        at = found.end()
    return (*made, Piece(text[at:])) if at < len(text) else tuple(made)


def _notices(selection: Selection, sought: str) -> tuple[str, ...]:
    if len(sought.split(" ")) <= _WORDS:
        return selection.notices
    return (*selection.notices, "Sökningen gäller de tre första orden.")


def _told(found: Sequence[HitGroup], sought: str) -> str:
    return "" if found else f"Inget i de inlästa rapporterna stämmer med ”{sought}”."


def _units(names: Mapping[str, str], reports: Sequence[Report], patterns: Sequence[str]) -> HitGroup:
    """Units by the name they have now or had in a report."""
    printed = {(report.unit, report.unit_name) for report in reports} | set(names.items())
    fitting = {unit for unit, name in printed if all(re.search(one, name) for one in patterns if one)}
    ordered = sorted(fitting, key=lambda unit: sort_key(names[unit]))
    hits = tuple(
        Hit(pieces(names[unit], patterns), "Enhet", Link("enhet", Selection(unit=unit))) for unit in ordered[:MOST]
    )
    return HitGroup("Enheter", hits, _more(len(ordered)))


def _group(group: str, rows: Sequence[_Row], names: Mapping[str, str], patterns: Sequence[str]) -> HitGroup:
    own = [row for row in rows if row.group == group]
    return HitGroup(_HEADINGS[group], tuple(_hit(row, names, patterns) for row in own[:MOST]), _more(len(own)))


def _more(amount: int) -> str:
    return f"Bara de första {MOST} visas. Skriv fler ord för att se färre." if amount > MOST else ""


def _hit(row: _Row, names: Mapping[str, str], patterns: Sequence[str]) -> Hit:
    if row.group == "indicator":
        return Hit(pieces(row.words, patterns), "Indikator", Link("indikator", Selection(indicator=row.key)))
    key = row.key or f"{_KEYS[TextOf(row.of)]}{row.number}" if row.of != TextOf.DOCUMENT else ""
    snippet, paragraph = _snippet(row.words, patterns)
    about = ", ".join(part for part in (names[row.unit], period_words(row.kind, row.year), row.heading) if part)
    place = paragraph_source(row.document, key, row, paragraph)
    return Hit(pieces(snippet, patterns), about, _shown(row, key), *place)


def _shown(row: _Row, key: str) -> Link:
    """The unit's page with the row opened; feedback and sections have no row of their own there."""
    rows = (key,) if key[:1] in ("g", "i", "a") else ()
    fragment = key if rows else "synpunkter" if key else "avsnitt"
    return Link("enhet", Selection(unit=row.unit, year=row.year, period=row.kind, rows=rows), fragment)


def _snippet(text: str, patterns: Sequence[str]) -> tuple[str, int]:
    """What stands around the words together, else around the first of them, and the number of the paragraph."""
    together = r"\s+".join(one.removeprefix("(?i)") for one in patterns if one)
    found = re.search(together, text, re.IGNORECASE) or re.search(patterns[0], text)
    at = found.start() if found else 0
    paragraph = text.count("\n", 0, at)
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[begin : end if end >= 0 else len(text)].replace("\t", " ")
    left, right = max(0, at - begin - _AROUND), at - begin + _AROUND
    first = line.find(" ", left) + 1 if left else 0
    last = line.rfind(" ", 0, right) if right < len(line) else len(line)
    last = last if last > at - begin else len(line)
    return f"{'… ' if first else ''}{line[first:last]}{' …' if last < len(line) else ''}", paragraph
