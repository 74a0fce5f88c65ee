"""The commands: they only translate words to tasks, and results to sentences and exit codes (0 done, 2 refused)."""

import argparse
import dataclasses
import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from dashboard.arguments import parsed
from dashboard.cli_shown import show_document, show_doubt, show_failures, show_files, show_report, show_waiting, summary
from dashboard.errors import UserError
from dashboard.settings import Settings, from_environment
from dashboard.swedish import amount_words

# --help shall answer at once: whatever needs pyarrow or DuckDB is imported by the command that uses it.
DONE, REFUSED, STOPPED = 0, 2, 130


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
        turned=_turned,
    )
    show_failures(result)
    show_files(result, arguments.board)
    show_waiting(result)
    return REFUSED if result.failed else DONE


def _samples(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import tasks  # noqa: PLC0415

    result = tasks.import_samples(settings, progress=_progress)
    if not result.files:
        print(f"Datalagret {settings.store} är redan använt: inga exempelrapporter lästes in.")
        return DONE
    show_failures(result)
    print(summary(result))
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
        show_report(report)
    return DONE


def _list(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import tasks  # noqa: PLC0415

    documents = tasks.list_documents(settings)
    if not documents:
        print(f"Datalagret {settings.store} är tomt. Läs in rapporter: maltavlan import FIL …")
    for document in documents:
        show_document(document)
        for doubt in tasks.list_doubts(settings, document.id) if arguments.doubts else ():
            show_doubt(doubt.place, doubt.reason, doubt.text)
    return DONE


def _review(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import cli_review  # noqa: PLC0415

    cli_review.review(arguments, settings)
    return DONE


def _names(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import cli_names  # noqa: PLC0415

    cli_names.names(arguments, settings)
    return DONE


def _export(arguments: argparse.Namespace, settings: Settings) -> int:
    from dashboard import cli_export  # noqa: PLC0415

    cli_export.export(arguments, settings)
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


def _turned(page: int, pages: int) -> None:
    """The page on a line of its own that the next page writes over: for eyes alone."""
    if pages and sys.stderr.isatty():
        print(f"  sidan {page} av {pages}", end="\r", file=sys.stderr, flush=True)


COMMANDS: Mapping[str, Callable[[argparse.Namespace, Settings], int]] = {
    "import": _import,
    "extract": _extract,
    "list": _list,
    "review": _review,
    "names": _names,
    "export": _export,
    "hash-password": _hash_password,
    "template": _template,
    "samples": _samples,
    "remove-samples": _remove_samples,
}
