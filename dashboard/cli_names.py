"""`maltavlan names`: proposals that two names are one, and a person's answers to them."""

import argparse

from dashboard import naming
from dashboard.errors import UserError
from dashboard.naming import Proposal
from dashboard.settings import Settings
from dashboard.store.names import Naming
from dashboard.swedish import date_words

WHO = "kommandoraden"


def names(arguments: argparse.Namespace, settings: Settings) -> None:
    """Does what the words say; without any it lists the proposals and the answers so far."""
    who, why = arguments.who or WHO, arguments.why or ""
    if arguments.answer is None:
        _show(settings)
    elif arguments.answer == "accept" and arguments.printed and arguments.same:
        naming.accept(settings, arguments.printed, arguments.same, who=who, why=why)
        print(f"”{arguments.printed}” räknas nu som {arguments.same}, i alla rapporter.")
    elif arguments.answer == "refuse" and arguments.printed and not arguments.same:
        naming.refuse(settings, arguments.printed, who=who, why=why)
        print(f"”{arguments.printed}” räknas som en egen.")
    else:
        raise UserError(
            "Svaret går inte att tolka.", "Skriv: maltavlan names accept NAMN ID, eller maltavlan names refuse NAMN."
        )


def _show(settings: Settings) -> None:
    found = naming.proposals(settings)
    for one in found:
        _show_proposal(one)
    if not found:
        print("Inga namn liknar varandra utan att vara avgjorda.")
    for answer in naming.answered(settings):
        _show_answer(answer)


def _show_proposal(one: Proposal) -> None:
    years = {one.printed.first_year, one.printed.last_year}
    print(f"{one.subject}: {one.words}, {'–'.join(map(str, sorted(years)))}. Är det samma?")
    print(f'  ja:  maltavlan names accept "{one.printed.name}" {one.same}')
    print(f'  nej: maltavlan names refuse "{one.printed.name}"')


def _show_answer(answer: Naming) -> None:
    told = f"är {answer.same}" if answer.accepted else "är en egen"
    why = f": {answer.why}" if answer.why else ""
    print(f"{answer.subject}: ”{answer.printed}” {told} ({answer.who}, {date_words(answer.made[:10])}{why})")
