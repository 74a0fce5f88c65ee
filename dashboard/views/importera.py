"""Läs in: files on their way, reports that wait for a person, and what was just taken in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.swedish import amount_words, capital, kind_words, plural, spelled
from dashboard.views.sentences import Lead

if TYPE_CHECKING:
    from dashboard.naming import Proposal
    from dashboard.reviewing import Waiting
    from dashboard.web.uploads import Upload

ADDRESS = "/importera"
# Whose decisions they are, where nobody gave a name at the door.
NAMELESS = "Inloggad på webben"


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that is read, or could not be; `progress` is told while it is."""

    id: str
    name: str
    state: str
    progress: str
    error: str


@dataclass(frozen=True, slots=True)
class Queued:
    """A report that waits; `ready` when nothing is left to decide on it, `again` when the store has it already."""

    id: str
    address: str
    title: str
    unit: str
    file: str
    found: str
    left: str
    ready: bool
    again: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether the printed name is the known one with the id `same`."""

    printed: str
    known: str
    same: str
    percent: int


@dataclass(frozen=True, slots=True)
class ImportView:
    title: str
    lead: Lead
    sent: tuple[Sent, ...]
    waiting: tuple[Queued, ...]
    busy: bool
    names: tuple[Asked, ...] = ()

    @property
    def all_ready(self) -> int:
        """How many new reports can be taken in together."""
        return sum(one.ready and not one.again for one in self.waiting)


def view(sent: "Sequence[Upload]", waiting: "Sequence[Waiting]", proposals: "Sequence[Proposal]" = ()) -> ImportView:
    """`proposals` are names in the stored reports that may be other names of known ones."""
    # What needs a person stands first; within that, the earliest.
    queued = tuple(sorted((_queued(one) for one in waiting), key=lambda one: one.ready))
    files = tuple(_sent(one) for one in sent)
    reading = sum(not one.over for one in sent)
    names = tuple(Asked(one.printed.name, one.name, one.same, one.percent) for one in proposals)
    return ImportView("Läs in rapporter", _lead(queued, reading), files, queued, bool(reading), names)


def _lead(waiting: Sequence[Queued], reading: int) -> Lead:
    if not waiting and reading:
        told = plural(reading, "fil läses", "filer läses")
        return Lead(f"{capital(spelled(reading))} {told}.", "Det som ska avgöras visas här så snart det är läst.")
    if not waiting:
        return Lead("Ingen rapport väntar på granskning.", "Släpp filer här nedanför, så läses de in var för sig.")
    told = plural(len(waiting), "rapport väntar", "rapporter väntar")
    ready = sum(one.ready for one in waiting)
    rest = "Ingen är klar att läggas in än." if not ready else f"{capital(spelled(ready))} kan läggas in direkt."
    return Lead(f"{capital(spelled(len(waiting)))} {told} på granskning.", rest)


def _sent(upload: "Upload") -> Sent:
    if upload.error:
        return Sent(upload.id, upload.name, "Inte inläst", "", upload.error)
    if not upload.begun:
        return Sent(upload.id, upload.name, "Väntar på sin tur", "", "")
    progress = f"sidan {upload.page} av {upload.pages}" if upload.pages else ""
    return Sent(upload.id, upload.name, "Läses", progress, "")


def _queued(one: "Waiting") -> Queued:
    document = one.report.document
    counts = (
        amount_words(len(one.report.goals), "mål", "mål"),
        amount_words(len(one.report.outcomes), "indikator", "indikatorer"),
        amount_words(len(one.report.activities), "aktivitet", "aktiviteter"),
    )
    left = amount_words(one.open, "tveksamhet att avgöra", "tveksamheter att avgöra") if one.open else ""
    return Queued(
        id=document.id,
        address=f"{ADDRESS}/{document.id}",
        title=f"{kind_words(document.kind)} {document.year}",
        unit=document.unit_name,
        file=document.file,
        found=", ".join(counts),
        left=left or ("nämnd ska väljas" if document.board is None else "inget att avgöra"),
        ready=one.ready,
        again=one.staged.stored,
    )
