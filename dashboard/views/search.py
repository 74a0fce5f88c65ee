"""Search: units, indicators, goals, activities and words of running text, each hit with its place."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Selection
from dashboard.swedish import amount_words, number, sort_key
from dashboard.views.hits import Hit, Hits, Row
from dashboard.views.link import Link
from dashboard.views.reports import Report, all_reports, unit_names
from dashboard.views.snippets import pattern, pieces
from dashboard.views.states import Empty, Way, nothing_stored

if TYPE_CHECKING:
    from dashboard.store.database import Store

PAGE = "sok"
FEW, MOST = 8, 100
SHORTEST = 2
_LOOKED_AT = 2000
_WORDS = 3
_TEXTS = ("analysis", "section")

# Each group of hits: its word in the address and its heading; the names are those of queries/search.sql.
_GROUPS = {
    "unit": ("enheter", "Enheter"),
    "indicator": ("indikatorer", "Indikatorer"),
    "goal_title": ("mal", "Mål"),
    "activity_title": ("aktiviteter", "Aktiviteter"),
    "analysis": ("analyser", "I analyser"),
    "section": ("avsnitt", "I andra avsnitt"),
}


@dataclass(frozen=True, slots=True)
class HitGroup:
    """One kind of hits, `word` in the address; `all` leads to those that are not shown, `cut` says there are more."""

    word: str
    name: str
    amount: str
    hits: tuple[Hit, ...]
    all: Link | None = None
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A kind to see alone, or all of them, with how many hits it has."""

    name: str
    amount: str
    link: Link
    chosen: bool


@dataclass(frozen=True, slots=True)
class Search:
    """`sought` is what was searched for, '' for nothing; `told` says how it went, `empty` what to do without hits."""

    title: str
    notices: tuple[str, ...]
    sought: str
    told: str = ""
    filters: tuple[Filter, ...] = ()
    groups: tuple[HitGroup, ...] = ()
    empty: Empty | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """All that was found of a group; `least` where no more texts than these were looked at."""

    group: str
    amount: int
    hits: tuple[Hit, ...]
    least: bool = False


def search(store: "Store", catalogue: Catalogue, selection: Selection) -> Search:
    """Asks the store once; nothing is asked for fewer than two letters."""
    sought = " ".join(unicodedata.normalize("NFC", selection.text or "").split())
    reports = all_reports(store) if len(sought) >= SHORTEST else []
    if not reports:
        return Search("Sök", selection.notices, sought, empty=_nothing_asked(sought))
    words = sought.split(" ")[:_WORDS]
    first, second, third = patterns = [pattern(word) for word in words] + [""] * (_WORDS - len(words))
    names = unit_names(reports, catalogue)
    most = MOST if selection.form else FEW
    rows = store.rows(
        "search", Row, first=first, second=second, third=third, exact=" ".join(words).casefold(), most=most
    )
    made = Hits(store, rows, names, patterns)
    found = [_units(names, reports, patterns), *(_found(group, rows, made) for group in list(_GROUPS)[1:])]
    return _told([one for one in found if one.amount], sought, selection)


def _nothing_asked(sought: str) -> Empty:
    if len(sought) >= SHORTEST:
        return nothing_stored()
    title = "Skriv minst två bokstäver." if sought else "Skriv vad du letar efter."
    return Empty(
        title,
        "Skriv i rutan Sök överst på sidan, eller tryck på tangenten / så kommer du dit. Du kan söka på en enhet, en "
        "indikator, ett mål, en aktivitet eller ord som står i rapporterna.",
    )


def _told(found: Sequence[_Found], sought: str, selection: Selection) -> Search:
    """What was found by kind; a kind without hits in the address shows all kinds and says so."""
    here = Selection(text=sought)
    chosen = next((one for one in found if _GROUPS[one.group][0] == selection.form), None)
    notices = [*selection.notices]
    if len(sought.split(" ")) > _WORDS:
        notices.append("Sökningen gäller de tre första orden.")
    if found and selection.form and not chosen:
        notices.append("Sökningen har inga träffar av det slaget. Här visas alla.")
    if not found:
        return Search(f"Sök: {sought}", tuple(notices), sought, empty=_nothing_found(sought))
    groups = tuple(_group(one, here, whole=bool(chosen)) for one in found if chosen in (None, one))
    return Search(f"Sök: {sought}", tuple(notices), sought, _sum(found, sought), _filters(found, chosen, here), groups)


def _nothing_found(sought: str) -> Empty:
    return Empty(
        f"Inget i de inlästa rapporterna stämmer med ”{sought}”.",
        "Prova ett kortare ord eller början av det: ”frånvar” hittar både sjukfrånvaro och frånvaron. "
        "Alla ord som du skriver måste finnas. Eller leta i listorna:",
        (Way("Enheter", Link("enheter")), Way("Indikatorer", Link("indikatorer")), Way("Mål", Link("mal"))),
    )


def _sum(found: Sequence[_Found], sought: str) -> str:
    amount = sum(one.amount for one in found)
    least = "Minst " if any(one.least for one in found) else ""
    return f"{least}{amount_words(amount, 'träff', 'träffar')} på ”{sought}”."


def _amount(one: _Found) -> str:
    return f"{'minst ' if one.least else ''}{number(one.amount)}"


def _filters(found: Sequence[_Found], chosen: _Found | None, here: Selection) -> tuple[Filter, ...]:
    every = Filter("Alla", number(sum(one.amount for one in found)), Link(PAGE, here), chosen is None)
    return (
        every,
        *(
            Filter(
                _GROUPS[one.group][1],
                _amount(one),
                Link(PAGE, replace(here, form=_GROUPS[one.group][0])),
                one is chosen,
            )
            for one in found
        ),
    )


def _group(one: _Found, here: Selection, *, whole: bool) -> HitGroup:
    word, name = _GROUPS[one.group]
    shown = one.hits[: MOST if whole else FEW]
    rest = one.amount > len(shown)
    return HitGroup(
        word,
        name,
        _amount(one),
        shown,
        all=Link(PAGE, replace(here, form=word)) if rest and not whole else None,
        cut=f"De första {MOST} visas. Skriv fler ord för att se färre." if rest and whole else "",
    )


def _units(names: Mapping[str, str], reports: Sequence[Report], patterns: Sequence[str]) -> _Found:
    """Units by the name they have now or had in a report."""
    printed = {(report.unit, report.unit_name) for report in reports} | set(names.items())
    fitting = {unit for unit, name in printed if all(re.search(one, name) for one in patterns if one)}
    ordered = sorted(fitting, key=lambda unit: sort_key(names[unit]))
    hits = (Hit(pieces(names[unit], patterns), "Enhet", Link("enhet", Selection(unit=unit))) for unit in ordered[:MOST])
    return _Found("unit", len(ordered), tuple(hits))


def _found(group: str, rows: Sequence[Row], made: Hits) -> _Found:
    own = [row for row in rows if row.group == group]
    hits = tuple(map(made.of, own))
    return _Found(group, own[0].amount if own else 0, hits, least=group in _TEXTS and _texts(rows) >= _LOOKED_AT)


def _texts(rows: Sequence[Row]) -> int:
    """How many texts were found of both kinds, which share the limit."""
    return sum({row.group: row.amount for row in rows if row.group in _TEXTS}.values())
