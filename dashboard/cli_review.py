"""`maltavlan review`: reports that wait, their doubts, and decisions on them by words or by answers to questions."""

import argparse
import sys
from collections.abc import Sequence

from dashboard import reviewing
from dashboard.cli_typing import show_rows, typed_part
from dashboard.errors import UserError
from dashboard.model import Severity
from dashboard.reviewing import Waiting
from dashboard.settings import Settings
from dashboard.staging.deciding import Item
from dashboard.staging.settling import LETTERS
from dashboard.store import cells
from dashboard.store.corrections import Decision
from dashboard.swedish import amount_words, fold, listed, period_words
from dashboard.views.place_words import where

Texts = Sequence[tuple[str, str]]

WHO = "kommandoraden"
SEVERITY = {Severity.ERROR: "kan vara fel", Severity.WARNING: "bör granskas", Severity.NOTE: "notering"}
_ANSWERS = "[g]odta, [r]ätta, [u]telämna raden, [h]oppa över, [s]luta: "


def review(arguments: argparse.Namespace, settings: Settings) -> None:
    """Does what the words say; without any it lists what waits, or asks about one report's doubts at a terminal."""
    if arguments.document is None:
        _show_all(reviewing.waiting(settings))
        return
    if arguments.stored:
        arguments.document = reviewing.reopen(settings, arguments.document).staged.id
    found = reviewing.document(settings, arguments.document)
    if _decided(arguments, settings, found):
        found = reviewing.document(settings, arguments.document)
    elif not (arguments.finish or arguments.discard or arguments.rows) and sys.stdin.isatty():
        _ask(arguments, settings, found)
        return
    _finish(arguments, settings, found)


def _decided(arguments: argparse.Namespace, settings: Settings, found: Waiting) -> bool:
    """Keeps the decisions that the words tell; whether there were any."""
    told: list[tuple[Item, Decision, tuple[tuple[str, str], ...]]] = []
    for words, decision in ((arguments.accept, Decision.ACCEPTED), (arguments.leave_out, Decision.LEFT_OUT)):
        told += [(item, decision, ()) for item in _items(found, words or [])]
    for number, *changes in arguments.correct or []:
        (item,) = _items(found, [number])
        told.append((item, Decision.CORRECTED, tuple(_change(item, change) for change in changes)))
    for number, *parts in arguments.type_in or []:
        (item,) = _items(found, [number])
        told.append((item, Decision.TYPED, tuple(typed_part(found, words) for words in parts)))
    for item, decision, texts in told:
        _decide(arguments, settings, item.key, decision, texts)
    return bool(told)


def _decide(arguments: argparse.Namespace, settings: Settings, key: str, decision: Decision, texts: Texts = ()) -> None:
    why, who = arguments.why or "", arguments.who or WHO
    reviewing.decide(settings, arguments.document, key, decision, texts=texts, why=why, who=who)


def _items(found: Waiting, words: Sequence[str]) -> list[Item]:
    """The doubts of these numbers and the rows of these keys ('i3'), or all open doubts for 'alla'."""
    if list(words) == ["alla"]:
        return [item for item in found.items if item.open]
    if list(words) and all(word[:1] in LETTERS for word in words):
        return [reviewing.item_of(found, word) for word in words]
    wrong = [word for word in words if not (word.isdecimal() and 1 <= int(word) <= len(found.items))]
    if wrong:
        told = amount_words(len(found.items), "tveksamhet", "tveksamheter")
        raise UserError(f"Tveksamhet {wrong[0]} finns inte.", f"Rapporten har {told}, numrerade från 1.")
    return [found.items[int(word) - 1] for word in words]


def _change(item: Item, words: str) -> tuple[str, str]:
    """'utfall=12,5 %' as the cell's name and its new text."""
    label, sign, text = words.partition("=")
    columns = cells.COLUMNS.get(item.table or "", ())
    found = next((one for one in columns if fold(label) in (fold(one.label), fold(one.name))), None)
    if found is None or not sign:
        known = listed([one.label.lower() for one in columns], "eller")
        raise UserError(f"”{words}” säger inte vilken cell som ska rättas.", f"Skriv till exempel utfall=12,5. {known}")
    return found.name, text


def _finish(arguments: argparse.Namespace, settings: Settings, found: Waiting) -> None:
    name = found.staged.id
    if arguments.discard:
        reviewing.discard(settings, name)
        kept = "Den är inlagd som förut." if found.staged.stored else "Inget av den är sparat."
        print(f"Rapporten är borttagen ur väntan. {kept}")
    elif arguments.finish:
        reviewing.accept(settings, name, board=arguments.board)
        print("Rättelserna är sparade." if found.staged.stored else "Rapporten är inlagd i datalagret.")
    else:
        _show(found, rows=arguments.rows)


def _ask(arguments: argparse.Namespace, settings: Settings, found: Waiting) -> None:
    """Asks about each open doubt in turn; what was answered is kept at once."""
    _show(found)
    for number, item in enumerate(found.items, 1):
        if item.open and not _answered(arguments, settings, number, item):
            break
    found = reviewing.document(settings, found.staged.id)
    if not found.open and input("Lägg in rapporten i datalagret? [j/n] ").strip().lower() == "j":
        reviewing.accept(settings, found.staged.id, board=arguments.board)
        print("Rapporten är inlagd i datalagret.")


def _answered(arguments: argparse.Namespace, settings: Settings, number: int, item: Item) -> bool:
    """Asks until the answer can be used; False when the person wants to stop."""
    _show_item(number, item)
    while (answer := input(_ANSWERS).strip().lower()[:1]) != "s":
        try:
            if answer == "g":
                _decide(arguments, settings, item.key, Decision.ACCEPTED)
            elif answer == "u":
                _decide(arguments, settings, item.key, Decision.LEFT_OUT)
            elif answer == "r":
                _decide(arguments, settings, item.key, Decision.CORRECTED, _new_texts(item))
            elif answer != "h":
                continue
            return True
        except UserError as error:
            print(error)
    return False


def _new_texts(item: Item) -> list[tuple[str, str]]:
    if item.row is None or item.table is None:
        raise UserError("Tveksamheten gäller ingen rad som lästes.", "Godta den eller hoppa över den.")
    print("Tryck Enter för att behålla det som står. Skriv - för en tom cell.")
    texts = []
    for column in cells.COLUMNS[item.table]:
        before = cells.shown(item.row, column.name)
        if answer := input(f"  {column.label} [{before}]: ").strip():
            texts.append((column.name, "" if answer == "-" else answer))
    return texts


def _show_all(found: Sequence[Waiting]) -> None:
    if not found:
        print("Inga rapporter väntar på granskning.")
    for one in found:
        document = one.report.document
        print(f"{document.id}  {document.unit_name}, {period_words(document.kind, document.year)}: {document.file}")
        print(f"  {_left(one)}")
    if found:
        print("Visa en rapports tveksamheter: maltavlan review DOKUMENT")


def _left(found: Waiting) -> str:
    if found.staged.stored and not any(item.decided for item in found.items):
        return "Inget är rättat än: --correct i3 utfall=12,5 (raderna visas med --rows)"
    if found.open:
        return f"{amount_words(found.open, 'tveksamhet', 'tveksamheter')} att avgöra"
    return "Inget kvar att avgöra: lägg in den med --finish"


def _show(found: Waiting, *, rows: bool = False) -> None:
    document = found.report.document
    print(f"{document.id}  {document.unit_name}, {period_words(document.kind, document.year)}: {document.file}")
    print(f"  {', '.join(f'{name} {count}' for name, count in found.staged.counts.items())}")
    if document.board is None:
        print("  Nämnden är okänd: välj den med --board NAMN.")
    for number, item in enumerate(found.items, 1):
        _show_item(number, item)
    for table in cells.COLUMNS if rows else ():
        show_rows(found, table)
    print(_left(found))


def _show_item(number: int, item: Item) -> None:
    doubt = item.doubt
    settled = "löst av en rättelse" if item.cleared else "raden är utelämnad" if item.settled_by else ""
    state = item.decided.decision if item.decided else settled or ("öppen" if item.open else "behöver inget beslut")
    if item.raised:
        state = f"{state}; väckt av en rättelse"
    print(f"{number}. {SEVERITY[doubt.severity]}, {where(doubt.place)} ({state}): {doubt.reason}")
    if doubt.text:
        print(f"   Tryckt: {' '.join(doubt.text.split())}")
    if item.row is not None and item.table is not None:
        told = [(one.label, cells.shown(item.row, one.name)) for one in cells.COLUMNS[item.table]]
        print(f"   {cells.name_of(item.row)}: {'; '.join(f'{label} {text}' for label, text in told if text)}")
