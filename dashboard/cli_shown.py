"""What the commands print of reports, files and doubts."""

import sys
from typing import TYPE_CHECKING

from dashboard.model import Place
from dashboard.swedish import amount_words, listed, period_words
from dashboard.views.place_words import where

if TYPE_CHECKING:
    from dashboard.model import Report
    from dashboard.tasks import Fate, FileResult, ImportResult
    from dashboard.views.source_rows import DocumentRow

_LONGEST = 100


def show_failures(result: "ImportResult") -> None:
    """Tells why each file that could not be read could not."""
    for file in result.files:
        if file.report is None:
            print(f"{file.path.name}: {file.fate}. {file.error}", file=sys.stderr)


def show_files(result: "ImportResult", board: str | None) -> None:
    """Tells what was read from each file that could be, and what the call came to."""
    for file in result.files:
        if file.report is None:
            continue
        print(f"{file.path.name}: {file.fate}{_standing(file)}")
        show_report(file.report)
        if board and file.report.document.board != board:
            print("  Nämnden är redan känd: --board användes inte.")
    if len(result.files) > 1:
        print(summary(result))


def show_waiting(result: "ImportResult") -> None:
    """Lists what was left out for a person to look at, so that a script's log ends with it."""
    waiting = [file.path.name for file in result.waiting]
    if waiting:
        print(
            f"Inte inlästa, för de har tveksamheter som en människa ska se på: {listed(waiting)}. "
            "De väntar: granska dem med maltavlan review.",
            file=sys.stderr,
        )


def _standing(file: "FileResult") -> str:
    """What the new report does to an older one of the same unit, kind and year."""
    if file.superseded_by:
        return ", men en annan rapport för samma enhet och period gäller"
    return ", gäller i stället för en tidigare rapport" if file.supersedes else ""


def summary(result: "ImportResult") -> str:
    """What became of how many files."""
    fates = [file.fate for file in result.files]
    counts = [amount_words(fates.count(fate), str(fate), _several(fate)) for fate in dict.fromkeys(fates)]
    return f"{amount_words(len(fates), 'fil', 'filer')}: {listed(counts)}."


def _several(fate: "Fate") -> str:
    """'inlästa' for 'inläst'; what says what the files do, not what became of them, stays as it is."""
    return str(fate) if fate.endswith("granskning") else f"{fate}a"


def show_report(report: "Report") -> None:
    """Tells what was read of one report, with its doubts."""
    document = report.document
    chosen = " (vald vid inläsningen)" if document.board_source == "vald" else ""
    board = f", {document.board}{chosen}" if document.board else ", nämnden okänd"
    print(f"  {document.unit_name}, {period_words(document.kind, document.year)}{board}")
    print(f"  {_counts(*(len(part) for part in (report.goals, report.outcomes, report.activities, report.feedback)))}")
    print(f"  {amount_words(len(report.doubts), 'tveksamhet', 'tveksamheter')}{':' if report.doubts else ''}")
    for doubt in report.doubts:
        show_doubt(doubt.place, doubt.reason, doubt.text)


def _counts(goals: int, outcomes: int, activities: int, feedback: int) -> str:
    return ", ".join(
        [
            f"{goals} mål",
            amount_words(outcomes, "indikator", "indikatorer"),
            amount_words(activities, "aktivitet", "aktiviteter"),
            amount_words(feedback, "rad synpunkter", "rader synpunkter"),
        ]
    )


def show_document(document: "DocumentRow") -> None:
    """Tells what the store has of one report."""
    marks = [("exempel", document.sample), ("ersatt av en nyare", document.superseded_by is not None)]
    told = "".join(f" [{mark}]" for mark, holds in marks if holds)
    print(f"{document.id}  {document.unit_name}, {period_words(document.kind, document.year)}: {document.file}{told}")
    counts = _counts(document.goal_count, document.outcome_count, document.activity_count, document.feedback_count)
    doubts = [(document.error_count, "fel"), (document.warning_count, "varning"), (document.note_count, "notering")]
    told = ", ".join(amount_words(count, one, one if one == "fel" else f"{one}ar") for count, one in doubts if count)
    print(f"  {document.board or 'nämnden okänd'}; {counts}; {told or 'inga tveksamheter'}")


def show_doubt(place: Place, reason: str, text: str) -> None:
    """Tells one doubt with its place, its words cut to a line."""
    words = " ".join(text.split())
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    print(f"    {where(place)}: {reason}{f' ”{short}”' if short else ''}")
