"""The unit's own words for the rows that are opened; nothing is asked where nothing is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model import TextOf
from dashboard.views.enhet_goals import Words

if TYPE_CHECKING:
    from dashboard.store.database import Store


_KEY = re.compile(r"([gia])(\d+)\Z")


@dataclass(frozen=True, slots=True)
class TextRow:
    of: TextOf
    number: int | None
    heading: str
    body: str


_LETTERS = {TextOf.GOAL: "g", TextOf.OUTCOME: "i", TextOf.ACTIVITY: "a"}


def texts(store: "Store", document: str, opened: Sequence[str]) -> dict[str, tuple[Words, ...]]:
    """The unit's own words by the key of the opened row; nothing is asked where nothing is opened."""
    found = [match for key in opened if (match := _KEY.match(key))]
    if not found:
        return {}
    numbers = {letter: [int(match[2]) for match in found if match[1] == letter] for letter in "gia"}
    texts = store.rows(
        "texts_of_rows",
        TextRow,
        document=document,
        goals=numbers["g"],
        outcomes=numbers["i"],
        activities=numbers["a"],
    )
    told: dict[str, tuple[Words, ...]] = {}
    for text in texts:
        key = f"{_LETTERS[text.of]}{text.number}"
        paragraphs = tuple(part for part in text.body.split("\n") if part.strip())
        told[key] = (*told.get(key, ()), Words(text.heading, paragraphs))
    return told
