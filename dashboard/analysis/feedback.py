"""What a row of synpunkter och klagomål counts, by its printed words, and how such counts are added up and shared."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Sort(StrEnum):
    """What a row counts. One complaint may stand in several rows of ABOUT, but comes from one SENDER."""

    PRAISE = "beröm"
    ABOUT = "vad det gällde"
    SENDER = "från vem"
    ANSWERED = "återkoppling"
    ACTED = "åtgärd"
    LEX_SARAH = "lex Sarah"
    LEX_MARIA = "lex Maria"
    PERSONAL_DATA = "personuppgifter"
    DEVIATION = "avvikelse"
    OTHER = "annat"


# In this order: the first word found decides, in the category before the group.
_WORDS = (
    ("personuppgift", Sort.PERSONAL_DATA),
    ("lex sarah", Sort.LEX_SARAH),
    ("lex maria", Sort.LEX_MARIA),
)
_CATEGORY = (("återkoppling har", Sort.ANSWERED), ("åtgärder vidtag", Sort.ACTED), ("beröm", Sort.PRAISE))
_GROUP = (
    ("beröm", Sort.PRAISE),
    ("från vem", Sort.SENDER),
    ("klagomål", Sort.ABOUT),
    ("synpunkt", Sort.ABOUT),
    ("avvikelse", Sort.DEVIATION),
)


@lru_cache(4096)  # the reports' two forms print the same words on every row of every unit
def sort_of(group: str, category: str) -> Sort:
    """By the words that the reports' two forms print; what none of them knows is OTHER, and is shown as it stands."""
    group, category = group.casefold(), category.casefold()
    for word, sort in _WORDS:
        if word in category or word in group:
            return sort
    for word, sort in _CATEGORY:
        if word in category:
            return sort
    return next((sort for word, sort in _GROUP if word in group), Sort.OTHER)


def counted(t1: int | None, t2: int | None, vb: int | None, total: int | None) -> int | None:
    """The row's whole count: the printed total, else what its periods add up to; None where all cells are empty."""
    return summed((t1, t2, vb)) if total is None else total


def summed(counts: Iterable[int | None]) -> int | None:
    """The sum of the counts there are; None where there is none, which is not nought."""
    told = [count for count in counts if count is not None]
    return sum(told) if told else None


@dataclass(frozen=True, slots=True)
class Received:
    """How many complaints came in; `by_sender` False when only the categories tell, where one may stand twice."""

    amount: int
    by_sender: bool


def received(senders: Iterable[int | None], about: Iterable[int | None]) -> Received | None:
    """By who they came from, since each has one sender; else by what they were about; None where neither is told."""
    amount = summed(senders)
    if amount is not None:
        return Received(amount, by_sender=True)
    amount = summed(about)
    return None if amount is None else Received(amount, by_sender=False)


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `base`; `fits` is False where more are answered than came in: the two are counted apart."""

    part: int
    base: int

    @property
    def fits(self) -> bool:
        return self.part <= self.base


def share(parts: Iterable[int | None], bases: Iterable[int | None]) -> tuple[Share, int] | None:
    """Over units that tell both: the part of the base, and how many units that is; None where no unit does."""
    pairs = [(part, base) for part, base in zip(parts, bases, strict=True) if part is not None and base is not None]
    if not pairs:
        return None
    return Share(sum(part for part, _ in pairs), sum(base for _, base in pairs)), len(pairs)
