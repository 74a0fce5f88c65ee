"""Names that are printed a little otherwise: which known name one is like, as a question and never as an answer."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dashboard.swedish import fold
from dashboard.swedish.words import SPELLED

# The kinds of the doubts about a name: it is like a known one; the catalogue lacks it.
PROPOSAL, UNKNOWN = "namnförslag", "saknar-riktning"

# Below this two names have too little in common to ask; tests/unit/test_likeness.py shows what lies on either side.
CUT_OFF = 80.0
# The best name must be this much better than the next one of another id, or nobody could say which is meant.
MARGIN = 4.0
_SHORTEST = 5
# Faults of reading change few letters: so many of a hundred, and never more than so many.
_FAULTS, _MOST_FAULTS = 0.06, 4
_KEPT = 0.75
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
# What makes a name another one, anywhere in a word: who is counted.
_PEOPLE = (
    "kvinn", "män", "manlig", "flick", "pojk", "barn", "vuxn", "ungdom", "äldre", "yngre", "elev", "föräld", "anhör",
    "brukar", "medarbet", "chef", "medborg", "hushåll", "familj",
)  # fmt: skip
# The same at the beginning of a word: how it is counted, when, and whether it is denied.
_TURNING = (
    "andel", "antal", "kostn", "summa", "medel", "median", "index", "inte", "icke", "ej", "utan", "aldrig", "ingen",
    "inga", "minsk", "ökn", "ökad", "ökat", "högst", "minst", "mest", "intern", "extern", "före", "efter", "inom",
    "över", "under", "påbörj", "avslut", "bevilj", "avslag", "avslog", "lång", "kort", "totalt", "första", "andra",
    "tredje", "fjärde", "kvartal", "måna", "veck", "unga", "man",
)  # fmt: skip
_DENYING = ("o", "miss", "icke", "in", "av", "van")
_SMALL = frozenset(
    (
        "som", "har", "med", "i", "på", "av", "för", "en", "ett", "den", "det", "de", "att", "till", "och", "eller",
        "är", "sin", "sina", "sitt", "samt", "om", "från", "vid", "hos", "per",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Likeness:
    """The known id that a printed name is like, the name that it is like, and how much in percent."""

    id: str
    name: str
    percent: int


def likeness(printed: str, known: Mapping[str, str]) -> Likeness | None:
    """The nearest of the `known` names (name to id), None where none is near enough, or two are as near.

    A name with other numbers, with a denial more or less, or about other people is never near.
    """
    if len(fold(printed)) < _SHORTEST:
        return None
    found = sorted(((_percent(printed, name), name) for name in known), reverse=True)
    if not found or found[0][0] < CUT_OFF:
        return None
    best, name = found[0]
    rival = next((percent for percent, other in found if known[other] != known[name]), 0.0)
    if best - rival < MARGIN or not _may_be_one(printed, name):
        return None
    return Likeness(known[name], name, min(int(best), 99))


def _percent(printed: str, name: str) -> float:
    """How much the letters agree in their order, or the words in any order."""
    return max(fuzz.ratio(*map(_letters, (printed, name))), fuzz.token_sort_ratio(*map(_in_words, (printed, name))))


# One name is held against every known one: each is folded once, not once per row of a report.
@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=4096)
def _in_words(text: str) -> str:
    return " ".join(_words(text))


def _may_be_one(printed: str, name: str) -> bool:
    if _numbers(printed) != _numbers(name) or _decisive(printed) != _decisive(name):
        return False
    one, other = Counter(_words(printed)), Counter(_words(name))
    ours, theirs = set(one - other), set(other - one)
    if _denied(ours, theirs) or _denied(theirs, ours):
        return False
    return _few_faults(printed, name) or not (_alone(ours, theirs) and _alone(theirs, ours))


def _numbers(text: str) -> Counter[str]:
    """The numbers in digits or in words: 'inom tre månader' has the same ones as 'inom 3 månader'."""
    spelled = {word: str(number) for number, word in enumerate(SPELLED) if number >= 2}
    digits = [found.lstrip("0") for found in _NUMBER.findall(text)]
    return Counter([*digits, *(spelled[word] for word in _words(text) if word in spelled)])


def _decisive(text: str) -> Counter[str]:
    words = _words(text)
    people = [part for part in _PEOPLE for word in words if part in word]
    return Counter([*people, *(part for part in _TURNING for word in words if word.startswith(part))])


def _denied(words: set[str], others: set[str]) -> bool:
    """Whether a word of one is the other's with a denial before it: 'planerade' and 'oplanerade'."""
    return any(start + word in others for word in words for start in _DENYING)


def _few_faults(printed: str, name: str) -> bool:
    """Whether so few letters differ that it may be the reading, whatever words they stand in."""
    one, other = fold(printed), fold(name)
    return Levenshtein.distance(one, other) <= min(max(1, round(len(other) * _FAULTS)), _MOST_FAULTS)


def _alone(words: set[str], others: Iterable[str]) -> bool:
    """Whether one of the words is neither small nor another form of one of the others."""
    return any(word not in _SMALL and not any(_forms(word, other) for other in others) for word in words)


def _forms(word: str, other: str) -> bool:
    """Whether two words may be one: a misprint, another ending, or a part more in the middle ('föräldra-skaps-')."""
    short, long = sorted((word, other), key=len)
    if Levenshtein.distance(short, long) <= max(1, len(long) // 6):
        return True
    start = next((place for place, letter in enumerate(short) if long[place] != letter), len(short))
    return start >= len(long) * _KEPT or (len(short) >= len(long) * _KEPT and long.endswith(short[start:]))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())
