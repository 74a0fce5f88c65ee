"""How many of a plan's targets were raised, lowered, begun or dropped: counts that lead to what they count."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.analysis.plans import Move
from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Selection
from dashboard.swedish import capital, plural, spelled
from dashboard.views.counts import Count
from dashboard.views.judged import Judged
from dashboard.views.lineage import history
from dashboard.views.link import Link
from dashboard.views.plan import PlanLine, Plans, plans
from dashboard.views.plan_goals import GoalChange, goal_changes
from dashboard.views.reports import Report

if TYPE_CHECKING:
    from dashboard.store.database import Store

MOST_LINES = 40
# What the address calls the list of a plan's targets, and the id of its place on Mål.
LISTED = "planer"
_COUNT_WORDS = {
    Move.RAISED: ("höjt", "höjda"),
    Move.LOWERED: ("sänkt", "sänkta"),
    Move.SAME: ("oförändrat", "oförändrade"),
    Move.NEW: ("nytt", "nya"),
    Move.DROPPED: ("inte med i planen", "inte med i planen"),
    Move.NONE: ("går inte att jämföra", "går inte att jämföra"),
}


def move_counts(found: Plans, here: Selection) -> tuple[Count, ...]:
    """How many targets were raised, lowered and so on; each leads to those on Mål. () where nothing is compared."""
    if not found.compared:
        return ()
    amounts = Counter(line.beside.move for line in found.lines)
    return tuple(
        Count(move.value, plural(amounts[move], *words), amounts[move], _listed(move, here) if amounts[move] else None)
        for move, words in _COUNT_WORDS.items()
        if amounts[move] or move not in (Move.NONE, Move.DROPPED)
    )


def _listed(move: Move, here: Selection) -> Link:
    return Link("mal", replace(here, listed=LISTED, status=move.value, rows=(), form=None), LISTED)


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """One unit's plan; `said` tells why nothing is compared, where nothing is."""

    plans: Plans
    counts: tuple[Count, ...]
    goals: tuple[GoalChange, ...]
    said: str

    @property
    def note(self) -> str:
        """What stands above the targets."""
        return self.said or ("" if self.plans.followed else "Utfallen kommer i uppföljningen.")


def unit_plan(
    store: "Store", catalogue: Catalogue, own: Sequence[Report], rows: Sequence[Judged], here: Selection
) -> UnitPlan | None:
    """`own` are the unit's reports, `rows` those of the plan; None where the period is no plan."""
    report = next((one for one in own if (one.year, one.kind) == (here.year, Kind.VP)), None)
    if report is None or here.period is not Kind.VP:
        return None
    found = plans(store, catalogue, own, rows, {report.unit: report.unit_name})
    to = Selection(board=report.board_id, units=(report.unit,), year=report.year, period=Kind.VP)
    past = history(store, own, [report.year - 1])
    planned = history(store, [report])
    before, now = past.get(report.year - 1), planned.get(report.year)
    changes = goal_changes(now, before, report.board_id) if before and now else ()
    said = "" if before or found.compared else f"Ingen rapport från {report.year - 1} är inläst att jämföra planen med."
    return UnitPlan(found, move_counts(found, to), changes, said)


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """The units' plans, cut to one `move` where the reader asked for it; `every` leads back to all of them."""

    plans: Plans
    counts: tuple[Count, ...]
    lines: tuple[PlanLine, ...]
    move: Move | None
    every: Link
    more: Link | None
    said: str


def board_plan(
    store: "Store",
    catalogue: Catalogue,
    own: Sequence[Report],
    rows: Sequence[Judged],
    *,
    names: Mapping[str, str],
    here: Selection,
) -> BoardPlan | None:
    """`own` are the board's reports, `rows` those of its plans; None where they have no indicator."""
    if not rows:
        return None
    # Beneath one goal nothing can be called dropped: it may have moved to another.
    found = plans(store, catalogue, own, rows, names, with_dropped=here.goal is None)
    move = Move(here.status) if here.listed == LISTED and here.status else None
    free = replace(here, listed=None, status=None, form=None)
    lines = sorted(found.of(move), key=lambda line: list(names).index(line.unit))
    cut = move is None and here.form != "allt" and len(lines) > MOST_LINES
    without = len({row.row.unit for row in rows}) - len(found.compared)
    return BoardPlan(
        plans=found,
        counts=move_counts(found, free),
        lines=tuple(lines[:MOST_LINES] if cut else lines),
        move=move,
        every=Link("mal", free, LISTED),
        more=Link("mal", replace(free, form="allt"), LISTED) if cut else None,
        said=_without(without, found.before) if without else "",
    )


def _without(units: int, before: str) -> str:
    who = f"{capital(spelled(units))} {plural(units, 'enhet', 'enheter')}"
    return f"{who} har ingen rapport från {before} att jämföra planen med."
