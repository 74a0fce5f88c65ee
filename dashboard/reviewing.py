"""What the import pages and `maltavlan review` both call: reports that wait, decisions on doubts, and acceptance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from dashboard import catalogue, naming, staging
from dashboard.errors import UserError
from dashboard.importing import page_pictures
from dashboard.importing.privacy import Cleaner
from dashboard.model import Report, Severity
from dashboard.settings import Settings
from dashboard.staging import Staged, settling
from dashboard.staging.settling import Decided, Item
from dashboard.store import names, schema, snapshots
from dashboard.store.commits import CommitResult, commit
from dashboard.store.corrections import Correction, Decision, carried
from dashboard.store.database import Store
from dashboard.swedish import amount_words

_MOST = 500
_ASKED = {"i": "document_outcomes", "g": "goals", "a": "activities", "s": "feedback"}


class NotWaitingError(UserError):
    """No report waits under that name: it may have been accepted or removed by someone else."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report that waits, with what was corrected in its earlier versions laid over it."""

    staged: Staged
    report: Report
    items: tuple[Item, ...]
    carried: tuple[Correction, ...] = ()

    @property
    def open(self) -> int:
        """How many doubts still need a decision."""
        return sum(item.open for item in self.items)


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
    known, answers = _table(settings, "corrections"), names.given(settings.store)
    return [_with_items(staged, known, answers) for staged in found]


def document(settings: Settings, name: str) -> Waiting:
    """The report that waits whose id begins with `name`; NotWaitingError where there is none, or several."""
    staged = staging.find(settings.store, name)
    if staged is None:
        raise NotWaitingError(
            "Rapporten väntar inte på granskning.", "Den kan ha lagts in eller tagits bort av någon annan."
        )
    return _with_items(staged, _table(settings, "corrections"), names.given(settings.store))


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
        item = _item(found, doubt)
        decided = Decided(doubt, decision, _short(who), staging.now(), _short(why), tuple(texts))
        kept = [one for one in found.staged.decided if one.doubt != doubt]
        staging.save(found.staged, [*kept, settling.checked(found.report, item, decided)])
        return document(settings, name)


def answer_name(settings: Settings, name: str, doubt: str, *, same: bool, who: str) -> Waiting:
    """Answers whether the printed name that a doubt asks about is the known one, for all reports, now and later."""
    found = document(settings, name)
    printed = _item(found, doubt).doubt.text
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
    report, records = settling.settled(found.report, found.staged.decided)
    report = _with_board(report, board)
    result = commit(
        settings.store,
        [report],
        keep=settings.keep_snapshots,
        originals={report.document.id: found.staged.original.read_bytes()},
        corrections=[*_not_again(found.carried, records), *records],
    )
    staging.remove(found.staged)
    return result


def printed_lines(found: Waiting) -> list[tuple[int, str]]:
    """A text report's lines by number, freed from what tells of people; none of the cover, and none of other files."""
    content = found.staged.original.read_bytes()
    first = min((goal.place.line for goal in found.report.goals if goal.place.line), default=None)
    if first is None or b"\0" in content or content.startswith((b"%PDF", b"PK")):
        return []
    cleaner = Cleaner()
    lines = enumerate(_text(content).split("\n"), 1)
    return [(number, cleaner.clean(line.strip("\r\f"))) for number, line in lines if number >= first]


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def picture(settings: Settings, name: str, doubt: str, *, whole: bool = False) -> Path | None:
    """A picture of the place of a doubt, or of its whole page, as PNG; None where the file has no pages to draw."""
    found = document(settings, name)
    item = _item(found, doubt)
    page = item.doubt.place.page
    if page is None:
        return None
    places = [place for place in (item.doubt.place, item.row.place if item.row else None) if place]
    boxes = list(dict.fromkeys(place.box for place in places if place.box and place.page == page))
    shelf = found.staged.folder / "pictures"
    return page_pictures.picture(found.staged.original, page, boxes, shelf=shelf, whole=whole)


def stored_picture(settings: Settings, document: str, key: str) -> Path | None:
    """A picture of little more than one row of a stored report ('i3'), for everybody; None where there is none.

    Never a whole page, and nothing where names, numbers or addresses of people stand beside the row.
    """
    question, number = _ASKED.get(key[:1]), key[1:]
    if question is None or not number.isdecimal():
        return None
    store = Store(settings.store)
    if question == "document_outcomes":
        rows = store.ask(question, document=document).to_pylist()
    else:
        rows = store.ask(question, documents=[document]).to_pylist()
    row = next((row for row in rows if row["number"] == int(number)), None)
    checksums = store.ask("document", document=document)["checksum"].to_pylist()
    if row is None or not row["place_page"] or not row["place_box"] or not checksums:
        return None
    original = snapshots.original_of(settings.store, str(checksums[0]))
    return page_pictures.picture(
        original, row["place_page"], [tuple(row["place_box"])], shelf=settings.store / "pictures", guarded=True
    )


def discard(settings: Settings, name: str) -> None:
    """Takes a report out of the queue; nothing of it is kept."""
    with staging.alone(settings.store):
        staging.remove(document(settings, name).staged)


def boards(settings: Settings) -> list[str]:
    """The boards that a person may choose among: the catalogue's and those of the reports in the store."""
    known = {unit.board for unit in catalogue.load(settings.catalogue).units.values()}
    stored = {board for board in _table(settings, "documents")["board"].to_pylist() if board}
    return sorted(known | stored)


def _not_again(earlier: Sequence[Correction], ours: Sequence[Correction]) -> list[Correction]:
    """Corrections of earlier versions, but not of cells that were corrected anew or of rows left out."""
    cells = {(one.table_name, one.number, one.column_name) for one in ours}
    return [one for one in earlier if (one.table_name, one.number, one.column_name) not in cells]


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


def _item(found: Waiting, doubt: str) -> Item:
    item = next((item for item in found.items if item.key == doubt), None)
    if item is None:
        raise UserError("Tveksamheten finns inte längre.", "Läs om sidan.")
    return item


def _with_items(staged: Staged, known: pa.Table, answers: names.Answers) -> Waiting:
    laid = carried(names.applied(staged.report, answers), known)
    return Waiting(staged, laid.report, tuple(settling.items(laid.report, staged.decided)), laid.corrections)


def _table(settings: Settings, name: str) -> pa.Table:
    return snapshots.table(settings.store, name)


def _short(text: str) -> str:
    return " ".join(text.split())[:_MOST]
