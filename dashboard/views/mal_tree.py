"""The tree as it is drawn: which branches stand open, the counts under each, and each goal's units with their signs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.model import Kind, Level, Selection, Status
from dashboard.swedish import amount_words
from dashboard.views.counts import Count, goal_counts, of_goal
from dashboard.views.goal_tree import Chain, Node
from dashboard.views.judged import Judged
from dashboard.views.lineage import Former
from dashboard.views.link import Link
from dashboard.views.matrix import indicators_met
from dashboard.views.reports import short_name
from dashboard.views.rows import GoalLine

PAGE = "mal"
ALL_OPEN = "allt"
# Over so many units a goal has counts instead of a sign for each.
MOST_UNITS = 8


@dataclass(frozen=True, slots=True)
class UnitSign:
    """A unit's own goal with its reported status, leading to it on the unit's page."""

    name: str
    full_name: str
    status: Status | None
    link: Link


@dataclass(frozen=True, slots=True)
class Branch:
    """A goal of the tree. `opened` is None where nothing is below; `below` is empty while it is closed.

    `counts` stand where there are more units than signs can tell, and at every goal above the units' own; `instead` is
    told where there is nothing to count.
    """

    key: str
    level: Level
    code: str
    title: str
    to: Link
    toggle: Link | None
    opened: bool | None
    counts: tuple[Count, ...]
    units: tuple[UnitSign, ...]
    instead: str
    note: str
    former: Former | None
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the branches are made with: `status` leaves only goals with it, `open_all` turns the toggles around."""

    here: Selection
    names: Mapping[str, str]
    rows: Mapping[Chain, Sequence[Judged]]
    former: Mapping[str, Former]
    status: str | None = None
    open_all: bool = False


def branches(nodes: Sequence[Node], drawing: Drawing) -> tuple[Branch, ...]:
    return tuple(_branch(node, drawing) for node in nodes if _shown(node, drawing))


def _shown(node: Node, drawing: Drawing) -> bool:
    return drawing.status is None or bool(_matching(node, drawing))


def _matching(node: Node, drawing: Drawing) -> list[GoalLine]:
    return [goal for goal in node.goals if drawing.status in (None, of_goal(goal))]


def _branch(node: Node, drawing: Drawing) -> Branch:
    here, goals = drawing.here, _matching(node, drawing)
    to = Link(PAGE, replace(here, goal=node.key, rows=(), status=None, form=None))
    opened = _opened(node, drawing) if node.children else None
    signs = node.level is Level.ENHETSMAL and len(goals) <= MOST_UNITS
    plan = here.period is Kind.VP
    return Branch(
        key=node.key,
        level=node.level,
        code=node.code or "",
        title=node.title,
        to=to,
        toggle=_toggled(node, here) if node.children else None,
        opened=opened,
        counts=() if signs or plan or not node.goals else goal_counts(node.goals, to),
        units=tuple(_sign(goal, drawing) for goal in goals) if signs else (),
        instead="" if signs else _instead(node, plan),
        note=_note(node, drawing),
        former=drawing.former.get(node.key),
        below=branches(node.children, drawing) if opened else (),
    )


def _instead(node: Node, plan: bool) -> str:
    if not node.goals:
        return "inget enhetsmål"
    return amount_words(len(node.goals), "enhetsmål", "enhetsmål") if plan else ""


def _opened(node: Node, drawing: Drawing) -> bool:
    """Directions stand open until they are closed, the rest is closed until it is opened."""
    first = drawing.open_all or node.level is Level.INRIKTNINGSMAL
    return first is not (node.toggle in drawing.here.rows)


def _toggled(node: Node, here: Selection) -> Link:
    rows = tuple(row for row in here.rows if row != node.toggle)
    return Link(PAGE, replace(here, rows=rows if node.toggle in here.rows else (*here.rows, node.toggle)))


def _sign(goal: GoalLine, drawing: Drawing) -> UnitSign:
    to = Selection(unit=goal.unit, year=goal.year, period=goal.kind, rows=(goal.key,))
    name = drawing.names[goal.unit]
    return UnitSign(short_name(name), name, goal.status, Link("enhet", to, goal.key))


def _note(node: Node, drawing: Drawing) -> str:
    """What hangs beneath: '2 av 3 indikatorer når årsmålet, 4 aktiviteter'."""
    done = _activities(node)
    told = (
        indicators_met(drawing.rows.get(node.chain, ())),
        amount_words(done, "aktivitet", "aktiviteter") if done else "",
    )
    return ", ".join(part for part in told if part)


def _activities(node: Node) -> int:
    return sum(goal.activities for goal in node.own) + sum(_activities(child) for child in node.children)
