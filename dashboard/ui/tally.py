"""Counts as rows of signs: one sign per item, and every count a link to its list."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.swedish import number
from dashboard.ui import tips
from dashboard.ui.markup import Element, Node, h
from dashboard.ui.signs import sign

MOST_SIGNS = 40
# Over so many they are drawn closer, so that a row of them stays one row.
DENSE = 24


@dataclass(frozen=True, slots=True)
class Count:
    """One kind within a tally: a symbol ('s-helt', 'b-ej', 'm-plus'), how many, its word, and where its list is."""

    symbol: str
    amount: int
    word: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class TallyRow:
    """`title` 'Indikatorer', `note` 'rapporterad status'."""

    title: str
    note: str
    counts: tuple[Count, ...]


class Tally(Element):
    """The element of counts, which remembers them, for the card that stands for the page elsewhere."""

    rows: tuple[TallyRow, ...]


def tally(rows: Sequence[TallyRow], *, most: int = MOST_SIGNS) -> Tally:
    """One sign per item, and every count above 0 a link; where any row has over `most` items all have one per count."""
    largest = max((_items(row) for row in rows), default=0)
    style = "tally dense" if DENSE < largest <= most else "tally"
    made = Tally("dl", {"class": style}, tuple(_tally_row(row, largest > most) for row in rows))
    made.rows = tuple(rows)
    return made


def _items(row: TallyRow) -> int:
    return sum(count.amount for count in row.counts)


def _tally_row(row: TallyRow, few: bool) -> Element:
    name = h("dt", None, tips.explained(row.title), " ", h("span", None, tips.explained(row.note)))
    if few:
        counts = [_with_sign(count, row) for count in row.counts]
        return h("div", None, name, h("dd", {"class": "many"}, h("div", {"class": "nums"}, counts)))
    return h(
        "div",
        None,
        name,
        # The counts say in words what the marks show.
        h("dd", {"aria-hidden": "true"}, h("div", {"class": "marks"}, _signs(row.counts))),
        h("dd", None, h("div", {"class": "nums"}, [_count(count, row) for count in row.counts])),
    )


def _with_sign(count: Count, row: TallyRow) -> Element:
    """A count of nought has no sign to draw; the kind's class gives each its column down the rows."""
    kind = count.symbol.partition("-")[2]
    return h("span", {"class": kind if count.amount else f"{kind} none"}, sign(count.symbol), _count(count, row))


def _signs(counts: Sequence[Count]) -> Node:
    return [h("span", None, [sign(count.symbol) for _ in range(count.amount)]) for count in counts if count.amount]


def _count(count: Count, row: TallyRow) -> Element:
    words: Node = (h("b", None, number(count.amount)), " ", count.word)
    if not count.amount or not count.href:
        return h("span", None, words)
    return h("a", {"href": count.href}, words, h("span", {"class": "vh"}, f", {row.title.lower()} {row.note}"))
