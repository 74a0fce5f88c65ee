"""Counts of statuses, never averages: one sign per goal or indicator, and each count a way to those it counts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dashboard.analysis.change import Verdict
from dashboard.model import Kind, Selection, Status
from dashboard.swedish import plural
from dashboard.views.judged import Judged
from dashboard.views.link import Link
from dashboard.views.rows import GoalLine


class Listed(StrEnum):
    """What a list can hold, as the address calls it: the four tallies, and all rows to pay attention to."""

    GOALS = "mal"
    REPORTED = "indikatorer"
    COMPUTED = "beraknat"
    CHANGE = "forandring"
    ATTENTION = "uppmarksamma"


@dataclass(frozen=True, slots=True)
class Count:
    """`value` is the address's word for what is counted; `link` is None where the count is 0."""

    value: str
    word: str
    amount: int
    link: Link | None


@dataclass(frozen=True, slots=True)
class Tally:
    """One row of counts; `listed` says what signs it is drawn with, `alt` has all counts in words."""

    listed: Listed
    name: str
    basis: str
    counts: tuple[Count, ...]

    @property
    def alt(self) -> str:
        return ", ".join(f"{count.amount} {count.word}" for count in self.counts)


@dataclass(frozen=True, slots=True)
class _Word:
    """`always` shows the count even where it is 0."""

    value: str
    one: str
    many: str
    always: bool = True


_REPORTED_GOALS = (
    _Word(Status.HELT, "helt", "helt"),
    _Word(Status.DELVIS, "delvis", "delvis"),
    _Word(Status.EJ, "ej", "ej"),
    _Word(Status.INGEN, "ej bedömt", "ej bedömda"),
)
_REPORTED_ROWS = (*_REPORTED_GOALS[:3], _Word(Status.INGEN, "ej bedömd", "ej bedömda"))
_COMPUTED = (
    _Word(Status.HELT, "når årsmålet", "når årsmålet"),
    _Word(Status.DELVIS, "når delvis", "når delvis", False),
    _Word(Status.EJ, "når inte", "når inte"),
    _Word(Status.INGEN, "kan inte beräknas", "kan inte beräknas", False),
)
CHANGE_VALUES = {
    Verdict.BETTER: "battre",
    Verdict.UNCHANGED: "oforandrat",
    Verdict.WORSE: "samre",
    Verdict.NONE: "utan",
    Verdict.UNKNOWN: "okand",
}
_CHANGE = (
    _Word("battre", "bättre", "bättre"),
    _Word("oforandrat", "oförändrad", "oförändrade"),
    _Word("samre", "sämre", "sämre"),
    _Word("utan", "utan jämförelse", "utan jämförelse", False),
    _Word("okand", "saknar riktning", "saknar riktning", False),
)
_WORDS = {
    Listed.GOALS: _REPORTED_GOALS,
    Listed.REPORTED: _REPORTED_ROWS,
    Listed.COMPUTED: _COMPUTED,
    Listed.CHANGE: _CHANGE,
}
# Where a unit's page shows the list behind a count: in the section itself.
_PLACES = {Listed.GOALS: "mal"}
_VALUES = {listed: tuple(word.value for word in words) for listed, words in _WORDS.items()}


def tallies(goals: Sequence[GoalLine], rows: Sequence[Judged], here: Link) -> tuple[Tally, ...]:
    """The four rows of counts; `here` is the page whose list a count opens. A plan has nothing to count yet."""
    if here.to.period is Kind.VP:
        return ()
    before = (here.to.year or 0) - 1
    return (
        _tally(Listed.GOALS, "Enhetsmål", "rapporterad status", map(of_goal, goals), here),
        _tally(Listed.REPORTED, "Indikatorer", "rapporterad status", map(of_reported, rows), here),
        _tally(Listed.COMPUTED, "Indikatorer", "beräknat mot årsmålet", map(of_computed, rows), here),
        _tally(Listed.CHANGE, "Indikatorer", f"mot {before}", map(of_change, rows), here),
    )


def goal_counts(goals: Iterable[GoalLine], here: Link) -> tuple[Count, ...]:
    """The reported statuses of some goals; `here` is the page whose list a count opens."""
    return _tally(Listed.GOALS, "", "", map(of_goal, goals), here).counts


def of_goal(goal: GoalLine) -> str:
    return goal.status or Status.INGEN


def of_reported(row: Judged) -> str:
    return row.reported or Status.INGEN


def of_computed(row: Judged) -> str:
    return row.attainment.status or Status.INGEN


def of_change(row: Judged) -> str:
    return CHANGE_VALUES[row.change.verdict]


def value_of(row: Judged, kind: Listed) -> str:
    """What a list of indicators sorts the row under."""
    return {Listed.REPORTED: of_reported, Listed.COMPUTED: of_computed, Listed.CHANGE: of_change}[kind](row)


def chosen_list(selection: Selection) -> tuple[Listed, str | None] | None:
    """The list that the address asks for, None where it asks for none or for one that doesn't exist."""
    if selection.listed not in list(Listed):
        return None
    kind = Listed(selection.listed)
    known = selection.status in _VALUES.get(kind, ())
    return (kind, selection.status if known else None) if known or selection.status is None else None


def list_notice(selection: Selection) -> tuple[str, ...]:
    """What is said where the address asks for a list that doesn't exist."""
    if (selection.listed or selection.status) is None or chosen_list(selection) is not None:
        return ()
    asked = "/".join(word for word in (selection.listed, selection.status) if word)
    return (f"Listan ”{asked}” finns inte. Här visas allt.",)


def counted(values: Iterable[str]) -> Counter[str]:
    return Counter(str(value) for value in values)


def status_words(amounts: Counter[str], zeros: Sequence[str] = ()) -> str:
    """'1 helt, 1 delvis'; statuses without any are left out but for `zeros`."""
    told = [(word, amounts[word.value]) for word in _REPORTED_GOALS if amounts[word.value] or word.value in zeros]
    return ", ".join(f"{amount}\u00a0{plural(amount, word.one, word.many)}" for word, amount in told)


def _tally(kind: Listed, name: str, basis: str, values: Iterable[str], here: Link) -> Tally:
    amounts = counted(values)
    shown = [word for word in _WORDS[kind] if word.always or amounts[word.value]]
    return Tally(kind, name, basis, tuple(_count(word, amounts[word.value], kind, here) for word in shown))


def _count(word: _Word, amount: int, kind: Listed, here: Link) -> Count:
    to = replace(here.to, listed=kind.value, status=str(word.value), rows=())
    fragment = _PLACES.get(kind, "indikatorer") if here.page == "enhet" else here.fragment
    link = Link(here.page, to, fragment) if amount else None
    return Count(str(word.value), plural(amount, word.one, word.many), amount, link)
