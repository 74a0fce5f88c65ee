"""Contributions to Agenda 2030 in a unit's own words: which of the seventeen goals each paragraph names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

GOALS = (
    "Ingen fattigdom", "Ingen hunger", "God hälsa och välbefinnande", "God utbildning för alla", "Jämställdhet",
    "Rent vatten och sanitet för alla", "Hållbar energi för alla", "Anständiga arbetsvillkor och ekonomisk tillväxt",
    "Hållbar industri, innovationer och infrastruktur", "Minskad ojämlikhet", "Hållbara städer och samhällen",
    "Hållbar konsumtion och produktion", "Bekämpa klimatförändringarna", "Hav och marina resurser",
    "Ekosystem och biologisk mångfald", "Fredliga och inkluderande samhällen", "Genomförande och globalt partnerskap",
)  # fmt: skip
NAME = "Agenda 2030"
_NUMBERED = re.compile(
    r"\bmål(?:en|et)?\s+(\d{1,2}(?:\.\d+)?(?:(?:\s*,\s*|\s+(?:och|samt)\s+)\d{1,2}(?:\.\d+)?)*)(?!\d|\s*%)", re.I
)
_MARK = re.compile(r"^[\s•*–-]+")
_ENDS_NAME = re.compile(r"^\s*(?:$|[:(.–-])")


@dataclass(frozen=True, slots=True)
class Contribution:
    """A paragraph, or one with its heading before it; `goals` are the numbers that it names, () where it names none.

    `paragraph` counts from 0 among those given.
    """

    goals: tuple[int, ...]
    words: str
    paragraph: int


def contributions(heading: str, paragraphs: Sequence[str]) -> list[Contribution]:
    """What each paragraph below a heading contributes to; a goal's name alone heads the next ones.

    A line that ends with a colon and names no goal only introduces the others.
    """
    named = goals_of(heading)
    found: list[Contribution] = []
    for number, paragraph in enumerate(paragraphs):
        own = goals_of(paragraph)
        if own and _is_name(paragraph):
            named = own
        elif own or not paragraph.endswith(":"):
            found.append(Contribution(own or named, paragraph, number))
    return found


def goals_of(text: str) -> tuple[int, ...]:
    """The goals that the text begins with the name of or names by number ('mål 5', 'målen 3 och 10'), in order."""
    numbers = {number for number, name in enumerate(GOALS, start=1) if _begins(text, name)}
    for found in _NUMBERED.finditer(text):
        numbers |= {int(one.partition(".")[0]) for one in re.split(r"[^\d.]+", found.group(1)) if one.strip(".")}
    return tuple(sorted(number for number in numbers if 1 <= number <= len(GOALS)))


def _begins(text: str, name: str) -> bool:
    bare = _MARK.sub("", text)
    return bare[: len(name)].casefold() == name.casefold() and bool(_ENDS_NAME.match(bare[len(name) :]))


def _is_name(text: str) -> bool:
    return any(_MARK.sub("", text).rstrip(" :.").casefold() == name.casefold() for name in GOALS)
