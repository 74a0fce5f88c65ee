"""The history of what is shown: each import, and what people decided about it, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dashboard.model import Selection
from dashboard.store.corrections import Decision
from dashboard.store.snapshots import Snapshot
from dashboard.swedish import amount_words, capital, date_words, listed
from dashboard.views.corrected import RECORDS, CorrectionRow
from dashboard.views.link import Link
from dashboard.views.source_rows import DocumentRow
from dashboard.views.sources import document_link, document_title

_WORDS = {
    Decision.CORRECTED: ("cell rättad", "celler rättade"),
    Decision.LEFT_OUT: ("rad utelämnad", "rader utelämnade"),
    Decision.ACCEPTED: ("tveksamhet godtagen", "tveksamheter godtagna"),
    Decision.TYPED: ("rad inskriven", "rader inskrivna"),
}


@dataclass(frozen=True, slots=True)
class Event:
    key: str
    what: str
    link: Link
    note: str
    when: str


@dataclass(frozen=True, slots=True)
class State:
    """A state of the store that is kept, and the page that shows all as it was then."""

    key: str
    words: str
    link: Link


def states(kept: Sequence[Snapshot]) -> tuple[State, ...]:
    """The earlier ones of a history, newest first; the first of `kept` is what is shown today.

    The last of a day is told by its date, those before it by the time too.
    """
    days = [one.made[:10] for one in kept]
    return tuple(
        State(f"l-{one.id}", f"Så som det såg ut {_moment(one, last=days.index(days[place]) == place)}", _seen(one))
        for place, one in enumerate(kept)
        if place
    )


def _seen(one: Snapshot) -> Link:
    return Link("oversikt", Selection(snapshot=one.id))


def _moment(one: Snapshot, *, last: bool) -> str:
    at = datetime.fromisoformat(one.made).astimezone()
    return date_words(one.made[:10]) if last else f"{date_words(at.date().isoformat())} klockan {at:%H.%M}"


def events(documents: Sequence[DocumentRow], made: Sequence[CorrectionRow]) -> tuple[Event, ...]:
    """One for each import, with what was decided about the report."""
    latest = sorted(documents, key=lambda row: (row.imported, row.id), reverse=True)
    return tuple(_event(row, [one for one in made if one.document == row.id]) for row in latest)


def _event(row: DocumentRow, made: Sequence[CorrectionRow]) -> Event:
    link = document_link(row.id)
    if made:
        link = Link(link.page, link.to, RECORDS)
    notes = [capital(_decided(made)), "ersatt av en nyare rapport" if row.superseded_by else ""]
    note = ". ".join(capital(note) for note in notes if note)
    return Event(f"h-{row.id}", f"{row.unit_name}, {document_title(row)}", link, note, date_words(row.imported[:10]))


def _decided(made: Sequence[CorrectionRow]) -> str:
    whole = [one for one in made if not (one.decision is Decision.TYPED and one.column_name)]
    decisions = [one.decision or Decision.CORRECTED for one in whole]
    told = [amount_words(decisions.count(kind), *_WORDS[kind]) for kind in Decision if kind in decisions]
    return listed(told)
