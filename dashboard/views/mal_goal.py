"""One goal over units: where it stands, its counts, every unit's own words side by side, indicators, activities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from dashboard.model import Kind, Level, Selection, Status
from dashboard.swedish import capital, number, plural, spelled
from dashboard.views.counts import Tally, counted, of_change, of_computed, of_goal, tallies
from dashboard.views.goal_tree import LEVEL_WORDS, Chain, Node, beneath, walk
from dashboard.views.judged import Judged
from dashboard.views.line import Line, line
from dashboard.views.lineage import Former
from dashboard.views.link import Link
from dashboard.views.mal_activities import ActivityOf, activities_of
from dashboard.views.mal_tree import ALL_OPEN, PAGE, Branch, Drawing, branches
from dashboard.views.mal_words import UnitWords, words_of
from dashboard.views.rows import GoalLine
from dashboard.views.sentences import Lead, unit_lead

if TYPE_CHECKING:
    from dashboard.store.database import Store

# Over so many, only the first are shown with a way to all: a direction of the council's holds half a board's reports.
MOST_BELOW = 60
MOST_WORDS = 12
MOST_ROWS = 40
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class IndicatorBlock:
    """One indicator with a line for each unit that has it under the goal."""

    name: str
    link: Link
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """How many of all are shown, and the way to the others; `more` is None where all are."""

    more: Link | None
    words: str


@dataclass(frozen=True, slots=True)
class GoalPage:
    """`crumbs` lead to the goals above; `below` are the goals beneath, all open."""

    name: str
    level: str
    code: str
    title: str
    crumbs: tuple[tuple[str, Link], ...]
    lead: Lead
    former: tuple[Former, ...]
    tallies: tuple[Tally, ...]
    below: tuple[Branch, ...]
    words: tuple[UnitWords, ...]
    words_part: Part
    blocks: tuple[IndicatorBlock, ...]
    rows_part: Part
    activities: tuple[ActivityOf, ...]
    activities_part: Part
    plan: bool


def goal_page(
    store: "Store",
    way: Sequence[Node],
    rows: Sequence[Judged],
    names: Mapping[str, str],
    here: Selection,
) -> GoalPage:
    """`way` leads from the top down to the goal; `rows` are those of the chosen reports."""
    node = way[-1]
    under = beneath((row.row.path, row) for row in rows)
    own = under.get(node.chain, [])
    told, words_part = _cut(_with_words(node), MOST_WORDS, here, "enhetsmål")
    shown, rows_part = _cut(own, MOST_ROWS, here, "rader")
    done, done_part = _cut(activities_of(store, node, names), MOST_ROWS, here, "aktiviteter")
    return GoalPage(
        name=name_of(node),
        level=LEVEL_WORDS[node.level],
        code=node.code or "",
        title=node.title,
        crumbs=_crumbs(way, here),
        lead=_lead(node, own, here),
        former=(),
        tallies=tallies(node.goals, own, Link(PAGE, replace(here, rows=(), form=None))),
        below=_below(node, under, names, here),
        words=words_of(store, node, told, names),
        words_part=words_part,
        blocks=_blocks(shown, names),
        rows_part=rows_part,
        activities=tuple(done),
        activities_part=done_part,
        plan=here.period is Kind.VP,
    )


def name_of(node: Node) -> str:
    return f"{node.code} {node.title}" if node.code else node.title


def _cut(found: Sequence[T], most: int, here: Selection, many: str) -> tuple[Sequence[T], Part]:
    left = len(found) > most and here.form != ALL_OPEN
    words = f"Visa alla {number(len(found))} {many}"
    return (found[:most] if left else found), Part(Link(PAGE, replace(here, form=ALL_OPEN)) if left else None, words)


def _crumbs(way: Sequence[Node], here: Selection) -> tuple[tuple[str, Link], ...]:
    top = ("Mål", Link(PAGE, replace(here, goal=None, rows=(), form=None)))
    above = (
        (node.code or node.title, Link(PAGE, replace(here, goal=node.key, rows=(), form=None))) for node in way[:-1]
    )
    return (top, *above)


def _lead(node: Node, rows: Sequence[Judged], here: Selection) -> Lead:
    """What the reports say of the goal in all; where no unit has a goal of its own under it, that is said."""
    kind, year = here.period or Kind.VB, here.year or 0
    if not node.goals and not rows:
        units = len({goal.unit for goal in node.own})
        who = plural(units, "enhet har", "enheter har")
        return Lead(f"{capital(spelled(units))} {who} målet i sin rapport, utan enhetsmål eller indikatorer.")
    told = unit_lead(
        counted(map(of_goal, node.goals)), counted(map(of_computed, rows)), counted(map(of_change, rows)), kind, year
    )
    if not node.goals and kind is not Kind.VP:
        return replace(told, strong="Inga enhetsmål hänger på målet.")
    return told


def _below(
    node: Node, under: Mapping[Chain, Sequence[Judged]], names: Mapping[str, str], here: Selection
) -> tuple[Branch, ...]:
    """All open where they are not many: a goal's page shows what is under it without another click."""
    free = replace(here, rows=(), form=None)
    few = sum(1 for _ in walk(node.children)) <= MOST_BELOW or here.form == ALL_OPEN
    found = branches(node.children, Drawing(free, names, under, {}, open_all=few))
    return tuple(_still(branch) for branch in found)


def _still(branch: Branch) -> Branch:
    """Without toggles: they belong to the whole tree."""
    return replace(branch, toggle=None, opened=None, below=tuple(_still(inner) for inner in branch.below))


def _with_words(node: Node) -> list[GoalLine]:
    """The unit goals beneath; a goal of the board's or the council's may have a unit's words of its own."""
    if node.level is Level.INRIKTNINGSMAL:
        return []
    above = [goal for one in walk([node]) if one.level is not Level.ENHETSMAL for goal in one.own]
    return [*node.goals, *(goal for goal in above if goal.status not in (None, Status.INGEN))]


def _blocks(rows: Sequence[Judged], names: Mapping[str, str]) -> tuple[IndicatorBlock, ...]:
    """Indicator by indicator, in the order of the first report that has it."""
    held: dict[str, list[Judged]] = {}
    for row in rows:
        held.setdefault(row.row.indicator, []).append(row)
    return tuple(
        IndicatorBlock(
            own[0].name,
            Link("indikator", Selection(indicator=name, year=own[0].row.year, period=own[0].row.kind)),
            tuple(line(row, names[row.row.unit]) for row in own),
        )
        for name, own in held.items()
    )
