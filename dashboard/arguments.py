"""The command line's words in Swedish; argparse speaks English of itself."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from dashboard.errors import UserError

_SWEDISH = (
    (r"the following arguments are required: (.*)", r"Det saknas: \1."),
    (r"unrecognized arguments: (.*)", r"Okänt: \1."),
    (r"argument (\S+): expected one argument", r"Det saknas ett värde efter \1."),
    (r"argument --year: invalid int value: '(.*)'", r"”\1” är inget år."),
    (r"argument .*: invalid choice: '?([^']*)'? .*", r"Kommandot ”\1” finns inte."),
)


class UsageError(UserError):
    """The words on the command line do not make a command."""


class _Parser(argparse.ArgumentParser):
    def __init__(self, *, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title, self._optionals.title = "argument", "val"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "så här:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "så här:", 1)

    def error(self, message: str) -> NoReturn:
        known = (re.sub(f"(?s)^{english}$", swedish, message) for english, swedish in _SWEDISH)
        told = next((words for words in known if words != message), "Kommandot går inte att tolka.")
        raise UsageError(told, f"Skriv {self.prog} --help för hjälp.")


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """The command (`command`) and its values; UsageError where they make none, SystemExit after --help."""
    parser = _Parser(
        prog="maltavlan",
        description="Måltavlan läser kommunala enheters uppföljningsrapporter och visar hur målen uppnås. "
        "Webbplatsen startas med: python app.py.",
    )
    commands = parser.add_subparsers(title="kommandon", dest="command", metavar="KOMMANDO", required=True)
    _add_import(_command(commands, "import", "läs in rapporter i datalagret"))
    _add_extract(_command(commands, "extract", "visa vad som läses ur en rapport, utan att spara det"))
    _add_list(_command(commands, "list", "visa datalagrets rapporter med antal och tveksamheter"))
    _add_review(_command(commands, "review", "granska rapporter som väntar: godta, rätta eller utelämna"))
    _add_names(_command(commands, "names", "visa namn som liknar varandra, och svara om de är samma"))
    _add_export(
        _command(commands, "export", "skriv en fil: PowerPoint, PDF, Excel, CSV, JSON, Parquet eller en figur som bild")
    )
    _command(commands, "hash-password", "gör det värde för MALTAVLAN_IMPORT_PASSWORD_HASH som hör till ett lösenord")
    _add_template(_command(commands, "template", "skriv en tom mall i Excel att fylla i och läsa in"))
    _add_store(_command(commands, "samples", "läs in exempelrapporterna om datalagret aldrig har använts"))
    _add_store(_command(commands, "remove-samples", "ta bort exempelrapporterna ur datalagret"))
    return parser.parse_args(words)


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str, told: str) -> _Parser:
    return commands.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.", prog=f"maltavlan {name}")


def _add_import(parser: _Parser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FIL", help="en rapport, eller en mapp med rapporter")
    parser.add_argument("--accept-clean", action="store_true", help="läs bara in rapporter utan tveksamheter")
    parser.add_argument("--board", metavar="NAMN", help="nämnd där varken rapporten eller katalogen anger den")
    parser.add_argument("--sample", action="store_true", help="märk rapporterna som exempeldata")
    _add_store(parser)


def _add_extract(parser: _Parser) -> None:
    parser.add_argument("file", type=Path, metavar="FIL", help="en rapport")
    parser.add_argument("--json", action="store_true", help="skriv allt som lästes, som JSON")


def _add_template(parser: _Parser) -> None:
    told = "var mallen skrivs (annars maltavlan-mall.xlsx i mappen där du står)"
    parser.add_argument("file", type=Path, nargs="?", default=Path(), metavar="FIL", help=told)


def _add_export(parser: _Parser) -> None:
    parser.add_argument("form", metavar="FORM", help="pptx, pdf, xlsx, csv, json, parquet, png eller svg")
    parser.add_argument("--unit", metavar="ENHET", help="enhetens namn eller beteckning (annars alla)")
    parser.add_argument("--board", metavar="NÄMND", help="alla nämndens enheter")
    parser.add_argument("--year", type=int, metavar="ÅR", help="år (annars det senaste, i tabeller alla)")
    parser.add_argument("--period", metavar="PERIOD", help="VP, T1, T2 eller VB")
    parser.add_argument("--table", metavar="TABELL", help="utfall, mal, aktiviteter, synpunkter eller rapporter")
    told = "som datalagret var den dagen, till exempel 2026-03-26, eller ett läges beteckning (annars som det är)"
    parser.add_argument("--as-of", metavar="DAG", help=told)
    parser.add_argument("--figure", metavar="FIGUR", help="enhetens figur för png och svg: kon eller ar-for-ar")
    parser.add_argument("--out", type=Path, required=True, metavar="FIL", help="filen, eller mappen för flera enheter")
    _add_store(parser)


def _add_list(parser: _Parser) -> None:
    parser.add_argument("--doubts", action="store_true", help="visa varje tveksamhet med rad och skäl")
    _add_store(parser)


def _add_review(parser: _Parser) -> None:
    parser.add_argument("document", nargs="?", metavar="DOKUMENT", help="början av en väntande rapports id")
    parser.add_argument("--stored", action="store_true", help="ta fram en inlagd rapport för att rätta den")
    parser.add_argument("--rows", action="store_true", help="visa också alla rader med det namn som --correct tar (i3)")
    parser.add_argument("--accept", nargs="+", metavar="NR", help="godta det som lästes (numren, eller alla)")
    parser.add_argument("--leave-out", nargs="+", metavar="NR", help="utelämna raden som tveksamheten gäller")
    correct = "rätta radens celler, till exempel --correct 2 utfall=12,5 årsmål=10"
    parser.add_argument("--correct", nargs="+", action="append", metavar="NR CELL=TEXT", help=correct)
    typed = "skriv in en rad som inte kunde placeras, till exempel --type-in 1 namn=Sjukfrånvaro mål=1.3 utfall=12,5"
    parser.add_argument("--type-in", nargs="+", action="append", metavar="NR CELL=TEXT", help=typed)
    parser.add_argument("--why", metavar="TEXT", help="varför; sparas med beslutet")
    parser.add_argument("--who", metavar="NAMN", help="vem som beslutar; sparas med beslutet")
    parser.add_argument("--board", metavar="NAMN", help="nämnd där varken rapporten eller katalogen anger den")
    parser.add_argument("--finish", action="store_true", help="lägg in rapporten i datalagret")
    parser.add_argument("--discard", action="store_true", help="ta bort rapporten ur väntan")
    _add_store(parser)


def _add_names(parser: _Parser) -> None:
    parser.add_argument("answer", nargs="?", metavar="SVAR", help="accept eller refuse; utan svar visas förslagen")
    parser.add_argument("printed", nargs="?", metavar="NAMN", help="namnet som det trycks")
    parser.add_argument("same", nargs="?", metavar="ID", help="indikatorns eller enhetens id, när svaret är accept")
    parser.add_argument("--why", metavar="TEXT", help="varför; sparas med svaret")
    parser.add_argument("--who", metavar="VEM", help="vem som svarar; sparas med svaret")
    _add_store(parser)


def _add_store(parser: _Parser) -> None:
    parser.add_argument("--store", type=Path, metavar="MAPP", help="datalagrets mapp (annars MALTAVLAN_STORE)")
