"""What the import pages and `maltavlan review` both call: reports that wait, decisions on doubts, and acceptance."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard import catalogue, naming, staging
from dashboard.errors import UserError
from dashboard.model import Report, Severity
from dashboard.reviewing.desk import NotWaitingError, Waiting, document, table, waiting
from dashboard.settings import Settings
from dashboard.staging import Staged, deciding, settling
from dashboard.staging.deciding import Decided, Item
from dashboard.store import schema, snapshots
from dashboard.store.commits import CommitResult, amend, commit
from dashboard.store.corrections import Decision
from dashboard.swedish import amount_words, sort_key

__all__ = ["NotWaitingError", "Waiting", "document", "waiting"]

_MOST = 500
_SHORTEST = 4


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
        staging.remove(found.staged)
        return result
    return _committed(settings, [(found, report)])


def accept_ready(settings: Settings) -> CommitResult | None:
    """Stores all new reports that nothing is left to decide on, in one commit; None where there is none such.

    A stored report that was taken out again waits for its own acceptance: whoever opened it means to change it.
    """
    with staging.alone(settings.store):
        ready = [(one, one.worked.report) for one in waiting(settings) if one.ready and not one.staged.stored]
        return _committed(settings, ready) if ready else None


def _committed(settings: Settings, accepted: Sequence[tuple[Waiting, Report]]) -> CommitResult:
    result = commit(
        settings.store,
        [report for _, report in accepted],
        keep=settings.keep_snapshots,
        originals={report.document.id: found.staged.original.read_bytes() for found, report in accepted},
        corrections=[each for found, _ in accepted for each in (*found.carried, *found.worked.records)],
    )
    for found, _ in accepted:
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
    stored = {board for board in table(settings, "documents")["board"].to_pylist() if board}
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


def _short(text: str) -> str:
    return " ".join(text.split())[:_MOST]
