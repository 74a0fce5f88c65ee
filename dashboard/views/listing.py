"""The list behind a count: precisely those goals or indicators, unit by unit, each with the way to its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.model import Selection, Status
from dashboard.swedish import amount_words, capital, spelled
from dashboard.views.attention import Attention, Section, attention
from dashboard.views.counts import Listed, of_goal, value_of
from dashboard.views.crossreport import Recounted
from dashboard.views.judged import Judged
from dashboard.views.link import Link
from dashboard.views.rows import GoalLine
from dashboard.views.telling import Item, above, goal_item, row_item


@dataclass(frozen=True, slots=True)
class Listing:
    """`heading` says how many and what; `back` leads to where the count stood; `attention` has what to examine.

    `under` names the goal that the list is about, '' where it is about all.
    """

    heading: str
    sections: tuple[Section, ...]
    back: Link
    attention: Attention | None = None
    under: str = ""


def listing(
    kind: Listed,
    value: str | None,
    goals: Sequence[GoalLine],
    rows: Sequence[Judged],
    *,
    names: Mapping[str, str],
    here: Selection,
    page: str = "oversikt",
    recounts: Sequence[Recounted] = (),
) -> Listing:
    """The items counted under `value`, or all of the kind where it is None; `names` are units in their order.

    `page` is where the count stands.
    """
    back = Link(page, replace(here, listed=None, status=None))
    if kind is Listed.ATTENTION:
        found = attention(goals, rows, names, here, whole=True, recounts=recounts)
        return Listing(f"{_noticed(found)} att uppmärksamma", found.sections, back, found)
    if kind is Listed.GOALS:
        items = [(goal.unit, goal_item(goal, above(goal.path))) for goal in goals if value in (None, of_goal(goal))]
    else:
        items = [
            (row.row.unit, row_item(row, above(row.row.path))) for row in rows if value in (None, value_of(row, kind))
        ]
    return Listing(list_words(kind, value, len(items), here.year or 0), _by_unit(items, kind, names), back)


def list_words(kind: Listed, value: str | None, amount: int, year: int) -> str:
    """'Tre enhetsmål uppfylls delvis', 'En indikator är oförändrad mot 2024'."""
    told = _amount(amount, kind)
    if value is None:
        return told
    if kind is Listed.CHANGE:
        return f"{told} {_change_words(value, amount, year)}"
    if kind is Listed.COMPUTED:
        return f"{told} {_COMPUTED_WORDS[value]}"
    if value == Status.INGEN:
        judged = "bedömda" if amount != 1 else "bedömt" if kind is Listed.GOALS else "bedömd"
        return f"{told} är inte {judged}"
    return f"{told} uppfylls {value}"


_COMPUTED_WORDS = {
    "helt": "når årsmålet",
    "delvis": "når nästan årsmålet",
    "ej": "når inte årsmålet",
    "ingen": "kan inte jämföras med årsmålet",
}


def _change_words(value: str, amount: int, year: int) -> str:
    words = {
        "battre": f"är bättre än {year - 1}",
        "oforandrat": f"är {'oförändrad' if amount == 1 else 'oförändrade'} mot {year - 1}",
        "samre": f"är sämre än {year - 1}",
        "utan": f"kan inte jämföras med {year - 1}",
        "okand": "saknar riktning i katalogen",
    }
    return words[value]


def _noticed(found: Attention) -> str:
    """'Två enhetsmål och nio indikatorer'; what there is none of is left out where there is any of the other."""
    goals, rows = found.amounts
    told = [_amount(goals, Listed.GOALS)] if goals else []
    told += [_amount(rows, Listed.ATTENTION)] if rows or not goals else []
    return " och ".join([told[0], *(words[:1].lower() + words[1:] for words in told[1:])])


def _amount(amount: int, kind: Listed) -> str:
    neuter = kind is Listed.GOALS
    if not amount:
        return "Inget enhetsmål" if neuter else "Ingen indikator"
    noun = "enhetsmål" if neuter else "indikator" if amount == 1 else "indikatorer"
    return f"{capital(spelled(amount, neuter=neuter))} {noun}"


def _by_unit(items: Sequence[tuple[str, Item]], kind: Listed, names: Mapping[str, str]) -> tuple[Section, ...]:
    one, many = ("enhetsmål", "enhetsmål") if kind is Listed.GOALS else ("indikator", "indikatorer")
    found = {unit: tuple(item for owner, item in items if owner == unit) for unit in names}
    return tuple(Section(names[unit], amount_words(len(own), one, many), own) for unit, own in found.items() if own)
