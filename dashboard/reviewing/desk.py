"""The desk: reports that wait for a person, each with its earlier corrections and the decisions made on it so far."""

from dataclasses import dataclass

import pyarrow as pa

from dashboard import catalogue, staging
from dashboard.catalogue import Catalogue
from dashboard.errors import UserError
from dashboard.importing.recheck import Fault, recheck
from dashboard.model import Report
from dashboard.settings import Settings
from dashboard.staging import Staged, settling
from dashboard.staging.deciding import Item
from dashboard.staging.settling import Worked
from dashboard.store import names, snapshots
from dashboard.store.corrections import Correction, carried, from_table


class NotWaitingError(UserError):
    """No report waits under that name: it may have been accepted or removed by someone else."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report that waits, with what was corrected in its earlier versions laid over it.

    `worked` holds its doubts and the report as it is after the decisions; `carried` are for a stored report that was
    taken out again the decisions that it was stored with.
    """

    staged: Staged
    report: Report
    worked: Worked
    carried: tuple[Correction, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return self.worked.items

    @property
    def open(self) -> int:
        """How many doubts still need a decision: of a stored report those alone that corrections raised."""
        return sum(item.open and (item.raised or not self.staged.stored) for item in self.items)

    @property
    def ready(self) -> bool:
        """Whether nothing is left for a person to decide or choose."""
        return not self.open and self.report.document.board is not None


def waiting(settings: Settings) -> list[Waiting]:
    """All reports that wait, the earliest first."""
    found = staging.waiting(settings.store)
    if not found:
        return []
    desk = _Desk(table(settings, "corrections"), names.given(settings.store), catalogue.load(settings.catalogue))
    return [desk.waiting(staged) for staged in found]


def document(settings: Settings, name: str) -> Waiting:
    """The report that waits whose id begins with `name`; NotWaitingError where there is none, or several."""
    staged = staging.find(settings.store, name)
    if staged is None:
        raise NotWaitingError(
            "Rapporten väntar inte på granskning.", "Den kan ha lagts in eller tagits bort av någon annan."
        )
    known = catalogue.load(settings.catalogue)
    return _Desk(table(settings, "corrections"), names.given(settings.store), known).waiting(staged)


def table(settings: Settings, name: str) -> pa.Table:
    """A table of the current snapshot."""
    return snapshots.table(settings.store, name)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the reports that wait are seen by: earlier corrections, answers about names, and the catalogue."""

    known: pa.Table
    answers: names.Answers
    catalogue: Catalogue

    def waiting(self, staged: Staged) -> Waiting:
        report = names.applied(staged.report, self.answers)
        if staged.stored:
            own = tuple(one for one in from_table(self.known) if one.document == staged.id)
            return Waiting(staged, report, settling.worked(report, staged.decided, self._check), own)
        laid = carried(report, self.known)
        worked = settling.worked(laid.report, staged.decided, self._check)
        return Waiting(staged, laid.report, worked, laid.corrections)

    def _check(self, report: Report) -> list[Fault]:
        return recheck(report, self.catalogue)
