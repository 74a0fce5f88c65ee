"""One row with its sexes as Jämställdhet shows it, the orders it can stand in, and the counts that lead to rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dashboard.model import Direction, Kind, Selection
from dashboard.store.small_groups import HIDDEN_WORDS
from dashboard.swedish import capital, difference, listed, sort_key
from dashboard.views.bullet import before_words
from dashboard.views.judged import Judged
from dashboard.views.line import MISSING, Fact, Sexes, place_words, sexes
from dashboard.views.link import Link
from dashboard.views.printed import printed
from dashboard.views.telling import unit_place


class Side(StrEnum):
    """Where the sexes stand to the target: as the address calls it, in the order that exceptions come first."""

    ONE = "ena-nar-inte"
    NEITHER = "ingen-nar"
    BOTH = "bada-nar"
    UNJUDGED = "kan-inte-bedomas"


class Since(StrEnum):
    """What became of the gap since last year."""

    WIDER = "storre"
    SAME = "oforandrad"
    NARROWER = "mindre"
    NONE = "utan-jamforelse"


SIDE_WORDS = {
    Side.ONE: "når bara för det ena könet",
    Side.NEITHER: "når inte för något kön",
    Side.BOTH: "når för båda",
    Side.UNJUDGED: "kan inte bedömas",
}
SINCE_WORDS = {
    Since.WIDER: "större skillnad",
    Since.SAME: "samma skillnad",
    Since.NARROWER: "mindre skillnad",
    Since.NONE: "utan jämförelse",
}
_SINCE = {"större": Since.WIDER, "mindre": Since.NARROWER, "oförändrad": Since.SAME}


@dataclass(frozen=True, slots=True)
class GapLine:
    """A row's three figures, its gap and what became of it; `sexes` says why where there is no split to show.

    `since` are the words of the change, `crossed` who came to reach the target or to miss it.
    """

    key: str
    indicator: str
    indicator_link: Link
    unit: str
    to: Link
    total: str
    women: str
    men: str
    target: Fact
    sexes: Sexes
    since: Fact
    crossed: str
    drawn_target: float | None
    measure: str | None
    decimals: int
    source: Link
    source_words: str


def side(row: Judged) -> Side:
    if row.gap is None or row.row.kind is not Kind.VB or row.row.target is None or row.direction is Direction.UNKNOWN:
        return Side.UNJUDGED
    return (Side.BOTH, Side.ONE, Side.NEITHER)[len(row.gap.missing_target)]


def since(row: Judged) -> Since:
    return _SINCE[row.widening.word] if row.widening else Since.NONE


def gap_line(row: Judged, unit: str) -> GapLine:
    """`unit` is the unit's name today."""
    cells = row.row
    told = sexes(row)
    tertial = cells.kind in (Kind.T1, Kind.T2)
    return GapLine(
        key=f"{cells.unit}-{row.key}",
        indicator=row.name,
        indicator_link=Link("indikator", Selection(indicator=cells.indicator, year=cells.year, period=cells.kind)),
        unit=unit,
        to=unit_place(row),
        total=row.outcome_printed,
        women=printed(cells.women, cells.raw_women, row.unit) if row.gap else "",
        men=printed(cells.men, cells.raw_men, row.unit) if row.gap else "",
        target=_target(row, tertial),
        sexes=told,
        since=_since(row),
        crossed=_crossed(row, told),
        drawn_target=None if tertial else cells.target,
        measure=row.unit,
        decimals=row.decimals,
        source=row.source,
        source_words=place_words(cells.place_line, cells.place_page) or "rapporten",
    )


def _target(row: Judged, tertial: bool) -> Fact:
    if tertial:
        return Fact("gäller helåret", missing=True)
    words = row.target_printed or row.row.target_text
    return Fact(words) if words else Fact(MISSING, missing=True)


def _since(row: Judged) -> Fact:
    before = before_words(row)
    if row.gap is None:
        return Fact(HIDDEN_WORDS if row.split_hidden else MISSING, missing=True)
    if row.widening is None:
        return Fact(f"uppdelning för {before} saknas", missing=True)
    turned = f". {before} var den åt andra hållet" if row.widening.swapped else ""
    if row.widening.word == "oförändrad":
        return Fact(f"lika stor som {before}{turned}")
    apart = difference(row.widening.delta, row.decimals, row.unit)
    return Fact(f"{apart} {row.widening.word} än {before}{turned}")


def _crossed(row: Judged, told: Sexes) -> str:
    names = dict(zip(("kvinnor", "män"), told.names, strict=True))
    found = [f"{names[one.sex]} {'når nu' if one.reaches else 'når inte längre'}" for one in row.crossings]
    return capital(f"{listed(found)} årsmålet") if found and row.gap else ""


def ordered(rows: Iterable[Judged], sort: str, names: "dict[str, str]") -> list[Judged]:
    """By the gap (shares by themselves, then the rest), by who misses the target, or by name; hidden ones last."""

    def gap_first(row: Judged) -> tuple[bool, bool, float]:
        return row.gap is None, row.unit != "%", -abs(row.gap.gap) if row.gap else 0.0

    def name_first(row: Judged) -> tuple[str, str]:
        return sort_key(row.name), sort_key(names[row.row.unit])

    rows = sorted(rows, key=name_first)
    if sort == "skillnad":
        return sorted(rows, key=gap_first)
    if sort == "arsmal":
        return sorted(rows, key=lambda row: (list(Side).index(side(row)), *gap_first(row)))
    return rows


@dataclass(frozen=True, slots=True)
class Counted:
    """One kind of rows: how many, its word, and the way to their list (None where there are none)."""

    value: str
    word: str
    amount: int
    link: Link | None


def counted(rows: Sequence[Judged], page: str, here: Selection) -> tuple[tuple[Counted, ...], tuple[Counted, ...]]:
    """Every split row once by its side of the target, and once by what became of its gap."""
    split = [row for row in rows if row.gap]
    sides = [_count(one, SIDE_WORDS[one], sum(side(row) is one for row in split), page, here) for one in Side]
    moved = [_count(one, SINCE_WORDS[one], sum(since(row) is one for row in split), page, here) for one in Since]
    return tuple(sides), tuple(moved)


def _count(value: StrEnum, word: str, amount: int, page: str, here: Selection) -> Counted:
    link = Link(page, replace(here, status=value.value), "skillnader") if amount else None
    return Counted(value.value, word, amount, link)
