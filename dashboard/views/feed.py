"""The feed of changes: an entry per report that was read in or corrected, the latest first."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Selection
from dashboard.swedish import date_words, kind_words, listed, plural
from dashboard.views.changed_reports import ChangedReport, changed_reports
from dashboard.views.changed_states import Marked
from dashboard.views.changes import SORT_WORDS, Change, Sentence, Sort, in_order
from dashboard.views.corrected import CorrectionRow, corrections
from dashboard.views.forandringar_choices import PAGE
from dashboard.views.link import Link
from dashboard.views.reports import IN_TIME, unit_names

if TYPE_CHECKING:
    from dashboard.store.database import Store

MOST = 100
# So many changes stand in an entry; the page that it leads to has them all.
_MOST_TOLD = 40
_NAMESPACE = uuid.UUID("5d0a1a52-7d0b-5c64-8d8e-6f4e1f1c2a90")


@dataclass(frozen=True, slots=True)
class Entry:
    """`id` is the same for ever, `updated` is UTC; `about` says what came, `told` what changed with it."""

    id: str
    title: str
    updated: str
    link: Link
    about: str
    told: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """`page` is the page that shows the same."""

    title: str
    updated: str
    page: Link
    entries: tuple[Entry, ...]


def feed(store: "Store", catalogue: Catalogue, chosen: Selection) -> Feed:
    """Of all boards where none is chosen; an unknown board or unit gives a feed without entries."""
    stored = store.rows("report_marks", Marked)
    names = unit_names(stored, catalogue)
    own = [one for one in stored if _wanted(one, chosen)]
    made = _latest_decisions(corrections(store, [one.id for one in own])) if own else {}
    latest = sorted(own, key=lambda one: _age(one, made), reverse=True)[:MOST]
    found = {one.report.id: one for one in changed_reports(store, catalogue, stored, latest, nearest=False)}
    entries = tuple(_entry(one, names[one.unit], found.get(one.id), made) for one in latest)
    updated = entries[0].updated if entries else _stamp(_state(store))
    title = f"Måltavlan: vad har ändrats{_cut(own, names, chosen)}"
    return Feed(title, updated, Link(PAGE, Selection(board=chosen.board, units=chosen.units)), entries)


def _wanted(one: Marked, chosen: Selection) -> bool:
    return chosen.board in (None, one.board_id) and (not chosen.units or one.unit in chosen.units)


def _latest_decisions(made: Sequence[CorrectionRow]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in made:
        found[one.document] = max(one.made, found.get(one.document, ""))
    return found


def _updated(one: Marked, made: Mapping[str, str]) -> str:
    return _stamp(max(one.imported, made.get(one.id, "")))


def _age(one: Marked, made: Mapping[str, str]) -> tuple[str, int, int, str]:
    """Of reports that were read in at once, the one that tells of the latest time comes first."""
    return _updated(one, made), one.year, IN_TIME.index(one.kind), one.id


def _stamp(made: str) -> str:
    """RFC 3339 in UTC, to the second."""
    return f"{made[:19]}Z"


def _state(store: "Store") -> str:
    kept = store.history()
    return kept[0].made if kept else "1970-01-01T00:00:00"


def _entry(one: Marked, name: str, found: ChangedReport | None, made: Mapping[str, str]) -> Entry:
    ordered = in_order(found.changes) if found else ()
    told = [f"Lästes in {date_words(one.imported[:10])}."]
    told += [f"Rättades {date_words(made[one.id][:10])}."] if one.id in made else []
    told += [f"Jämförd med {found.before}:" if ordered else f"Inget har ändrats sedan {found.before}."] if found else []
    told += [f"De första {_MOST_TOLD} ändringarna:"] if len(ordered) > _MOST_TOLD else []
    return Entry(
        id=f"urn:uuid:{uuid.uuid5(_NAMESPACE, one.id)}",
        title=f"{name}, {kind_words(one.kind)} {one.year}: {_summary(ordered)}",
        updated=_updated(one, made),
        link=_place(one) if found else Link("enhet", Selection(unit=one.unit, year=one.year, period=one.kind)),
        about=" ".join(told),
        told=tuple(change.told for change in ordered[:_MOST_TOLD]),
    )


def _place(one: Marked) -> Link:
    return Link(PAGE, Selection(board=one.board_id, units=(one.unit,), year=one.year, period=one.kind))


def _summary(found: Sequence[Change]) -> str:
    """'2 statusar ned och 1 flyttat årsmål'."""
    amounts = [(sum(change.sort is sort for change in found), SORT_WORDS[sort]) for sort in Sort]
    told = [f"{amount} {plural(amount, *words)}" for amount, words in amounts if amount]
    return listed(told) or "inläst"


def _cut(own: Sequence[Marked], names: Mapping[str, str], chosen: Selection) -> str:
    if chosen.units:
        told = [names.get(unit, unit) for unit in chosen.units]
        return f", {listed(told)}" if len(told) < 4 else f", {len(told)} enheter"
    board = next((one.board for one in own if chosen.board == one.board_id and one.board), chosen.board)
    return f", {board}" if board else ""
