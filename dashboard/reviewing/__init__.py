"""What the import pages and `maltavlan review` both call: reports that wait, decisions on doubts, and acceptance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from dashboard import catalogue, naming, staging
from dashboard.catalogue import Catalogue
from dashboard.errors import UserError
from dashboard.importing.recheck import Fault, recheck
from dashboard.model import Report, Severity
from dashboard.settings import Settings
from dashboard.staging import Staged, deciding, settling
from dashboard.staging.deciding import Decided, Item
from dashboard.staging.settling import Worked
from dashboard.store import names, schema, snapshots
from dashboard.store.commits import CommitResult, amend, commit
from dashboard.store.corrections import Correction, Decision, carried, from_table
from dashboard.swedish import amount_words, sort_key

_MOST = 500
_SHORTEST = 4


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


def clean(report: Report) -> bool:
    """Whether nothing in the report needs a person's decision; notes do not, and an unknown board does."""
    return report.document.board is not None and all(doubt.severity is Severity.NOTE for doubt in report.doubts)


def receive(settings: Settings, report: Report, counts: Mapping[str, int], content: bytes) -> Staged:
    """Puts a report that was read among those that wait."""
    if not schema.fits(report):
        raise UserError(
            f"Filen {report.document.file} har tal som är för stora för att lagras.", "Rätta filen och läs in den igen."
        )
    return staging.put(settings.store, report, counts, content)


def stored(settings: Settings, document: str) -> bool:
    """Whether the store has the document already."""
    return snapshots.has(settings.store, document)


def waiting(settings: Settings) -> list[Waiting]:
    """All reports that wait, the earliest first."""
    found = staging.waiting(settings.store)
    if not found:
        return []
    desk = _Desk(_table(settings, "corrections"), names.given(settings.store), catalogue.load(settings.catalogue))
    return [desk.waiting(staged) for staged in found]


def document(settings: Settings, name: str) -> Waiting:
    """The report that waits whose id begins with `name`; NotWaitingError where there is none, or several."""
    staged = staging.find(settings.store, name)
    if staged is None:
        raise NotWaitingError(
            "Rapporten väntar inte på granskning.", "Den kan ha lagts in eller tagits bort av någon annan."
        )
    known = catalogue.load(settings.catalogue)
    return _Desk(_table(settings, "corrections"), names.given(settings.store), known).waiting(staged)


def reopen(settings: Settings, name: str) -> Waiting:
    """Takes a stored report out to be corrected; it counts as it is until it is taken in again.

    NotWaitingError where the store has no report whose id begins so, or several.
    """
    with staging.alone(settings.store):
        tables = snapshots.read(settings.store, snapshots.current(settings.store))
        known = [str(one) for one in tables["documents"]["id"].to_pylist()]
        ids = [one for one in known if one.startswith(name) and len(name) >= _SHORTEST]
        report = schema.report_of(tables, ids[0]) if len(ids) == 1 else None
        if report is None:
            raise NotWaitingError("Rapporten finns inte i datalagret.", "Se vilka som finns med maltavlan list.")
        original = snapshots.original_of(settings.store, report.document.checksum)
        content = original.read_bytes() if original.exists() else b""
        staging.put(settings.store, report, {}, content, stored=True)
    return document(settings, report.document.id)


def decide(
    settings: Settings,
    name: str,
    doubt: str,
    decision: Decision,
    *,
    texts: Sequence[tuple[str, str]] = (),
    why: str = "",
    who: str,
) -> Waiting:
    """Keeps a decision on one doubt in place of an earlier one; UserError where it can't be done."""
    with staging.alone(settings.store):
        found = document(settings, name)
        item = item_of(found, doubt)
        decided = Decided(doubt, decision, _short(who), staging.now(), _short(why), tuple(texts))
        if decision is Decision.TYPED:
            decided = replace(decided, texts=_with_indicator(settings, texts))
        kept = [one for one in found.staged.decided if one.doubt != doubt]
        staging.save(found.staged, [*kept, settling.checked(found.worked.report, item, decided)])
        return document(settings, name)


def _with_indicator(settings: Settings, texts: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The typed texts with the id of the indicator that the name is of."""
    name = " ".join(dict(texts).get(deciding.NAME, "").split())
    indicator, _ = catalogue.load(settings.catalogue).match_indicator(name)
    return (*((key, text) for key, text in texts if key != deciding.INDICATOR), (deciding.INDICATOR, indicator))


def answer_name(settings: Settings, name: str, doubt: str, *, same: bool, who: str) -> Waiting:
    """Answers whether the printed name that a doubt asks about is the known one, for all reports, now and later."""
    found = document(settings, name)
    printed = item_of(found, doubt).doubt.text
    known = catalogue.load(settings.catalogue)
    like = known.like_indicator(printed) or known.like_unit(printed)
    if same and like:
        naming.accept(settings, printed, like.id, who=_short(who))
    else:
        naming.refuse(settings, printed, who=_short(who))
    return document(settings, name)


def undo(settings: Settings, name: str, doubt: str) -> Waiting:
    """Takes back the decision on a doubt."""
    with staging.alone(settings.store):
        found = document(settings, name)
        staging.save(found.staged, [one for one in found.staged.decided if one.doubt != doubt])
        return document(settings, name)


def accept(settings: Settings, name: str, *, board: str | None = None) -> CommitResult:
    """Stores the report with its corrections in one commit; UserError while a doubt is open or the board is unknown."""
    with staging.alone(settings.store):
        return _accepted(settings, document(settings, name), board)


def _accepted(settings: Settings, found: Waiting, board: str | None) -> CommitResult:
    if found.open:
        told = amount_words(found.open, "tveksamhet är", "tveksamheter är")
        raise UserError(f"{told[0].upper()}{told[1:]} inte avgjorda.", "Avgör dem först.")
    report, records = _with_board(found.worked.report, board), found.worked.records
    if found.staged.stored:
        result = amend(settings.store, report, records, keep=settings.keep_snapshots)
    else:
        result = commit(
            settings.store,
            [report],
            keep=settings.keep_snapshots,
            originals={report.document.id: found.staged.original.read_bytes()},
            corrections=[*found.carried, *records],
        )
    staging.remove(found.staged)
    return result


def discard(settings: Settings, name: str) -> None:
    """Takes a report out of the queue; nothing of it is kept."""
    with staging.alone(settings.store):
        staging.remove(document(settings, name).staged)


def indicator_names(settings: Settings) -> list[str]:
    """The names that the catalogue has for indicators, in Swedish order."""
    return sorted({one.name for one in catalogue.load(settings.catalogue).indicators.values()}, key=sort_key)


def boards(settings: Settings) -> list[str]:
    """The boards that a person may choose among: the catalogue's and those of the reports in the store."""
    known = {unit.board for unit in catalogue.load(settings.catalogue).units.values()}
    stored = {board for board in _table(settings, "documents")["board"].to_pylist() if board}
    return sorted(known | stored)


def _with_board(report: Report, board: str | None) -> Report:
    document = report.document
    if document.board is not None:
        return report
    chosen = " ".join((board or "").split())
    if not 2 <= len(chosen) <= 100:
        raise UserError(
            f"Rapporten säger inte vilken nämnd {document.unit_name} hör till, och katalogen har inte enheten.",
            "Välj nämnd.",
        )
    return replace(report, document=replace(document, board=chosen, board_source="vald"))


def item_of(found: Waiting, doubt: str) -> Item:
    """The doubt with this key, or the row that a person picked; UserError where it is no more."""
    return settling.item_of(found.report, found.worked, doubt)


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


def _table(settings: Settings, name: str) -> pa.Table:
    return snapshots.table(settings.store, name)


def _short(text: str) -> str:
    return " ".join(text.split())[:_MOST]
