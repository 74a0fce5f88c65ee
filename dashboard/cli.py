"""The commands: they only translate words to tasks, and results to sentences and exit codes (0 done, 2 refused)."""

import argparse
import dataclasses
import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.arguments import parsed
from dashboard.errors import UserError
from dashboard.model import Place
from dashboard.settings import Settings, from_environment
from dashboard.swedish import amount_words, listed, period_words
from dashboard.views.place_words import where

if TYPE_CHECKING:
    from dashboard.model import Report
    from dashboard.tasks import FileResult, ImportResult, StoredDocument

# --help shall answer at once: whatever needs pyarrow or DuckDB is imported by the command that uses it.
DONE, REFUSED, STOPPED = 0, 2, 130
_LONGEST = 100


def main(words: Sequence[str]) -> int:
    """Runs one command and returns its exit code; what a person can mend becomes one sentence on stderr."""
    _speak_utf8()
    try:
        arguments = parsed(words)
        code = COMMANDS[arguments.command](arguments, _settings(arguments))
        sys.stdout.flush()
        return code
    except UserError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print("Avbrutet.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # The reader of our output (head, less) left; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _settings(arguments: argparse.Namespace) -> Settings:
    settings = from_environment()
    store: Path | None = getattr(arguments, "store", None)
    return settings if store is None else dataclasses.replace(settings, store=store)


def _speak_utf8() -> None:
    """A pipe on Windows has another encoding, without arrows and true minus."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")


def _import(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import tasks  # noqa: PLC0415

    result = tasks.import_documents(
        arguments.files,
        settings,
        board=arguments.board,
        sample=arguments.sample,
        only_clean=arguments.accept_clean,
        progress=_progress,
    )
    _show_failures(result)
    _show_files(result, arguments.board)
    _show_waiting(result)
    return REFUSED if result.failed else DONE


def _samples(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import tasks  # noqa: PLC0415

    result = tasks.import_samples(settings, progress=_progress)
    if not result.files:
        print(f"Datalagret {settings.store} är redan använt: inga exempelrapporter lästes in.")
        return DONE
    _show_failures(result)
    print(_summary(result))
    return REFUSED if result.failed else DONE


def _remove_samples(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import tasks  # noqa: PLC0415

    gone = len(tasks.remove_samples(settings).removed)
    print(f"{amount_words(gone, 'exempelrapport', 'exempelrapporter')} togs bort ur datalagret.")
    return DONE


def _extract(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import tasks  # noqa: PLC0415
    from dashboard.importing.contract import as_json  # noqa: PLC0415

    report = tasks.read_document(arguments.file, settings)
    if arguments.json:
        print(json.dumps(as_json(report), ensure_ascii=False, indent=1))
    else:
        _show_report(report)
    return DONE


def _list(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import tasks  # noqa: PLC0415

    documents = tasks.list_documents(settings)
    if not documents:
        print(f"Datalagret {settings.store} är tomt. Läs in rapporter: maltavlan import FIL …")
    for document in documents:
        _show_document(document)
        for doubt in tasks.list_doubts(settings, document.id) if arguments.doubts else ():
            _show_doubt(Place(doubt.place_line, doubt.place_page), doubt.reason, doubt.text)
    return DONE


def _review(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import cli_review  # noqa: PLC0415

    cli_review.review(arguments, settings)
    return DONE


def _names(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import cli_names  # noqa: PLC0415

    cli_names.names(arguments, settings)
    return DONE


def _hash_password(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import passwords  # noqa: PLC0415

    print(passwords.hashed(passwords.asked()))
    return DONE


def _template(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import tasks  # noqa: PLC0415

    path = tasks.write_template(arguments.file)
    print(f"Mallen skrevs till {path}. Fyll i den och läs in den: maltavlan import {path}")
    return DONE


def _progress(done: int, total: int, path: Path) -> None:
    print(f"Läser {done + 1} av {total}: {path.name}", file=sys.stderr, flush=True)


def _show_failures(result: "ImportResult") -> None:
    for file in result.files:
        if file.report is None:
            print(f"{file.path.name}: {file.fate}. {file.error}", file=sys.stderr)


def _show_files(result: "ImportResult", board: str | None) -> None:
    """Tells what was read from each file that could be, and what the call came to."""
    for file in result.files:
        if file.report is None:
            continue
        print(f"{file.path.name}: {file.fate}{_standing(file)}")
        _show_report(file.report)
        if board and file.report.document.board != board:
            print("  Nämnden är redan känd: --board användes inte.")
    if len(result.files) > 1:
        print(_summary(result))


def _show_waiting(result: "ImportResult") -> None:
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


def _summary(result: "ImportResult") -> str:
    fates = [file.fate for file in result.files]
    counts = [amount_words(fates.count(fate), str(fate), f"{fate}a") for fate in dict.fromkeys(fates)]
    return f"{amount_words(len(fates), 'fil', 'filer')}: {listed(counts)}."


def _show_report(report: "Report") -> None:
    document = report.document
    chosen = " (vald vid inläsningen)" if document.board_source == "vald" else ""
    board = f", {document.board}{chosen}" if document.board else ", nämnden okänd"
    print(f"  {document.unit_name}, {period_words(document.kind, document.year)}{board}")
    print(f"  {_counts(*(len(part) for part in (report.goals, report.outcomes, report.activities, report.feedback)))}")
    print(f"  {amount_words(len(report.doubts), 'tveksamhet', 'tveksamheter')}{':' if report.doubts else ''}")
    for doubt in report.doubts:
        _show_doubt(doubt.place, doubt.reason, doubt.text)


def _counts(goals: int, outcomes: int, activities: int, feedback: int) -> str:
    return ", ".join(
        [
            f"{goals} mål",
            amount_words(outcomes, "indikator", "indikatorer"),
            amount_words(activities, "aktivitet", "aktiviteter"),
            amount_words(feedback, "rad synpunkter", "rader synpunkter"),
        ]
    )


def _show_document(document: "StoredDocument") -> None:
    marks = [("exempel", document.sample), ("ersatt av en nyare", document.superseded_by is not None)]
    told = "".join(f" [{mark}]" for mark, holds in marks if holds)
    print(f"{document.id}  {document.unit_name}, {period_words(document.kind, document.year)}: {document.file}{told}")
    counts = _counts(document.goal_count, document.outcome_count, document.activity_count, document.feedback_count)
    doubts = [(document.error_count, "fel"), (document.warning_count, "varning"), (document.note_count, "notering")]
    told = ", ".join(amount_words(count, one, one if one == "fel" else f"{one}ar") for count, one in doubts if count)
    print(f"  {document.board or 'nämnden okänd'}; {counts}; {told or 'inga tveksamheter'}")


def _show_doubt(place: Place, reason: str, text: str) -> None:
    words = " ".join(text.split())
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    print(f"    {where(place)}: {reason}{f' ”{short}”' if short else ''}")


COMMANDS: Mapping[str, Callable[[argparse.Namespace, Settings], int]] = {
    "import": _import,
    "extract": _extract,
    "list": _list,
    "review": _review,
    "names": _names,
    "hash-password": _hash_password,
    "template": _template,
    "samples": _samples,
    "remove-samples": _remove_samples,
}
