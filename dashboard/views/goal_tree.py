"""The goal tree over units: each goal once, under the goal above it, with what the units' reports have under it."""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from dashboard.analysis.lineage import COUNCIL, Goals, Wording, indexed, title_key
from dashboard.catalogue.mandates import mandate
from dashboard.model import Level
from dashboard.swedish import slug, sort_key
from dashboard.views.rows import GoalLine, Path

LEVEL_WORDS = {
    Level.INRIKTNINGSMAL: "KF:s inriktningsmål",
    Level.VERKSAMHETSOMRADESMAL: "KF:s mål för verksamhetsområdet",
    Level.NAMNDMAL: "Nämndmål",
    Level.ENHETSMAL: "Enhetsmål",
}
_PREFIXES = {Level.NAMNDMAL: "namndmal", Level.ENHETSMAL: "enhetsmal"}
_LONGEST = 90

T = TypeVar("T")
Step = tuple[Level, str]
Chain = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One goal. `key` is its name in addresses, `own` its headings in the reports, `goals` the unit goals beneath.

    `goals` counts the node itself where it is a unit goal; `chain` leads to it from the top.
    """

    key: str
    level: Level
    code: str | None
    title: str
    chain: Chain
    own: tuple[GoalLine, ...]
    goals: tuple[GoalLine, ...]
    children: tuple["Node", ...]

    @property
    def toggle(self) -> str:
        """What the address calls the node among opened rows."""
        return f"m{zlib.crc32(self.key.encode()) % 1_000_000}"


def chain_of(path: Path) -> Chain:
    """The goals from the top down; the council's by their codes, which hold where titles are printed differently."""
    steps = (
        (Level.INRIKTNINGSMAL, path.direction_code or title_key(path.direction_title or "")),
        (Level.VERKSAMHETSOMRADESMAL, path.area_code or title_key(path.area_title or "")),
        (Level.NAMNDMAL, title_key(path.board_goal or "")),
        (Level.ENHETSMAL, title_key(path.unit_goal or "")),
    )
    return tuple(step for step in steps if step[1])


def beneath(hanging: Iterable[tuple[Path, T]]) -> dict[Chain, list[T]]:
    """What hangs on the goals, by the chain of every goal that it hangs beneath."""
    found: dict[Chain, list[T]] = {}
    for path, what in hanging:
        chain = chain_of(path)
        for place in range(1, len(chain) + 1):
            found.setdefault(chain[:place], []).append(what)
    return found


@dataclass(slots=True)
class _Growing:
    chain: Chain
    own: list[GoalLine] = field(default_factory=list)
    below: dict[Step, "_Growing"] = field(default_factory=dict)


def grown(goals: Iterable[GoalLine]) -> tuple[Node, ...]:
    """The tree of one year's goals; the council's in the order of their codes, the others as the reports have them."""
    top = _Growing(())
    for goal in goals:
        here = top
        chain = chain_of(goal.path)
        for place, step in enumerate(chain, 1):
            here = here.below.setdefault(step, _Growing(chain[:place]))
        if chain:
            here.own.append(goal)
    taken: set[str] = set()
    return tuple(_node(one, taken) for one in _ordered(top.below))


def _ordered(below: Mapping[Step, _Growing]) -> list[_Growing]:
    return sorted(below.values(), key=lambda one: (list(Level).index(one.chain[-1][0]), _code_order(one)))


def _code_order(one: _Growing) -> str:
    level, ident = one.chain[-1]
    return sort_key(ident) if level in COUNCIL else ""


def _node(one: _Growing, taken: set[str]) -> Node:
    level, ident = one.chain[-1]
    goal = one.own[0] if one.own else None
    key = _free(key_of(one.chain, goal.year if goal else 0), taken)
    children = tuple(_node(child, taken) for child in _ordered(one.below))
    beneath = tuple(found for child in children for found in child.goals)
    return Node(
        key=key,
        level=level,
        code=goal.code if goal else None,
        title=Counter(line.title for line in one.own).most_common(1)[0][0] if one.own else ident,
        chain=one.chain,
        own=tuple(one.own),
        goals=(*one.own, *beneath) if level is Level.ENHETSMAL else beneath,
        children=children,
    )


def key_of(chain: Chain, year: int) -> str:
    """What addresses call a goal: the council's by mandate period and number, others by title within the council's."""
    level, ident = chain[-1]
    if level in COUNCIL:
        return f"kf-{mandate(year)[0]}-{_short(slug(ident))}"
    within = next((step[1] for step in reversed(chain) if step[0] in COUNCIL), "")
    return "-".join(part for part in (_PREFIXES[level], _short(slug(within))[:12].strip("-"), _short(ident)) if part)


def _short(name: str) -> str:
    """Cut where addresses would be too long, with a number that keeps two long titles apart."""
    return (
        name if len(name) <= _LONGEST else f"{name[:_LONGEST].rpartition('-')[0]}-{zlib.crc32(name.encode()) % 10**6}"
    )


def _free(key: str, taken: set[str]) -> str:
    """The same title under two of a board's goals makes two nodes."""
    number = 2
    free = key
    while free in taken:
        free = f"{key}-{number}"
        number += 1
    taken.add(free)
    return free


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every node, each before those below it."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def path_to(nodes: Sequence[Node], key: str) -> tuple[Node, ...]:
    """The nodes from the top down to the one called `key`, () where there is none."""
    for node in nodes:
        if node.key == key:
            return (node,)
        if found := path_to(node.children, key):
            return (node, *found)
    return ()


def goals_of(nodes: Sequence[Node], year: int) -> Goals:
    """The year's goals as lineage compares them."""
    return indexed(_wordings(nodes, year, ""))


def _wordings(nodes: Sequence[Node], year: int, above: str) -> Iterator[Wording]:
    for node in nodes:
        units = frozenset(goal.unit for goal in node.own)
        yield Wording(node.key, node.level, node.code, node.title, year, above, units)
        yield from _wordings(node.children, year, node.chain[-1][1])
