"""A unit's plan for the template: targets beside the year before, what is gone, goals that changed, the follow-up."""

from collections.abc import Iterable

from dashboard.analysis.plans import Move
from dashboard.export.paper_parts import Address, Data, computed
from dashboard.model import Status
from dashboard.views.line import NOT_PRINTED
from dashboard.views.plan import KEPT, OFTEN, PlanLine, Told
from dashboard.views.plan_counts import UnitPlan

_KEPT_STATUS = {True: Status.HELT, False: Status.EJ, None: None}


def plan(found: UnitPlan, year: int, address: Address) -> Data:
    """`before` is the year that the targets are laid beside."""
    gone = found.plans.of(Move.DROPPED)
    followed = [line for line in found.plans.lines if line.beside.followed]
    return {
        "year": str(year),
        "before": str(year - 1),
        "note": found.note,
        "counts": ", ".join(f"{count.amount} {count.word}" for count in found.counts),
        "rows": {line.row: _row(line, year, address) for line in found.plans.lines if line not in gone},
        "gone": [_row(line, year, address) for line in gone],
        "goals": [{"title": change.title, "words": change.words} for change in found.goals],
        "followed": {"period": found.plans.followed, "rows": _followed(followed, found.plans.followed)},
    }


def _row(line: PlanLine, year: int, address: Address) -> Data:
    beside = line.beside
    return {
        "name": line.name,
        "target": line.target.words,
        "remark": ", ".join(part for part in (beside.moved, beside.asks) if part),
        "outcome": _told(beside.outcome, str(year - 1)),
        "left": beside.left,
        "before": _told(beside.before, str(year - 1)),
        "kf": line.kf_target.words,
        "often": OFTEN.get(line.often, line.often) or NOT_PRINTED,
        "source": line.source_words,
        "link": address(line.source),
    }


def _told(told: Told, usual: str) -> list[str]:
    """The figure, and its period where that is not the `usual` one."""
    return [told.fact.words, told.when if told.when != usual else ""]


def _followed(lines: Iterable[PlanLine], period: str) -> list[Data]:
    return [
        {
            "name": line.name,
            "target": line.target.words,
            "outcome": _told(line.beside.followed.outcome, period),
            "then": _told(line.beside.followed.target, period),
            "kept": computed(_KEPT_STATUS[line.beside.followed.kept], KEPT[line.beside.followed.kept]),
        }
        for line in lines
        if line.beside.followed
    ]
