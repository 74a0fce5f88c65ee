"""A unit's plan, drawn: its targets beside the last outcome, what is new and what is gone, and the follow-up."""

from collections.abc import Sequence

from dashboard.analysis.plans import Move
from dashboard.pages import enhet_rows, parts, plan
from dashboard.ui import tables
from dashboard.ui.markup import Node, h
from dashboard.views.enhet_rows import IndicatorGroup
from dashboard.views.plan import PlanLine
from dashboard.views.plan_counts import UnitPlan


def drawn(found: UnitPlan, groups: Sequence[IndicatorGroup], about: str, year: int) -> Node:
    """`about` is the period and the unit, for the tables' captions."""
    return (_targets(found, groups, about, year), _dropped(found, year), _goals(found, year), _followed(found, year))


def _section(name: str, title: str, note: str, *inside: Node) -> Node:
    told = h("p", None, note) if note else None
    head = h("div", {"class": "head"}, h("h2", {"id": name}, title), told)
    return h("section", {"aria-labelledby": name}, head, *inside)


def _targets(found: UnitPlan, groups: Sequence[IndicatorGroup], about: str, year: int) -> Node:
    if not groups:
        return None
    table = enhet_rows.planned(groups, f"Planens årsmål, {about}", year, found.plans)
    return _section("indikatorer", "Indikatorer", found.note, plan.counts(found.counts), table)


def _dropped(found: UnitPlan, year: int) -> Node:
    """What the year before had: there is no target to show beside it."""
    gone = found.plans.of(Move.DROPPED)
    if not gone:
        return None
    columns = (
        tables.Column("Indikator"),
        tables.Column(f"Utfall {year - 1}", numeric=True, short=f"Utfall {year - 1}", style="out"),
        tables.Column(f"Årsmål {year - 1}", numeric=True, short=f"Årsmål {year - 1}"),
        tables.Column("Källa", style="src"),
    )
    rows = tuple(_gone(line, str(year - 1)) for line in gone)
    table = tables.table(
        f"Indikatorer från {year - 1} som inte är med", columns, [tables.Group(None, rows)], style="stack plan"
    )
    return _section("borttagna", f"Med {year - 1}, men inte i planen", "", table)


def _gone(line: PlanLine, before: str) -> tables.Row:
    _, _, outcome, target, _, _, source = plan.cells(line, None, before)
    return tables.Row((parts.way(line.name, line.to, style="tog"), outcome, target, source), key=line.key)


def _goals(found: UnitPlan, year: int) -> Node:
    if not found.goals:
        return None
    return _section(
        "mal-i-planen", f"Enhetsmål som är nya eller ändrade sedan {year - 1}", "", plan.goal_changes(found.goals)
    )


def _followed(found: UnitPlan, year: int) -> Node:
    table = plan.followed(found.plans, year)
    note = "Utfallet ställs mot planens årsmål, också där uppföljningen har ett annat."
    return _section("uppfoljning", "Planen och uppföljningen", note, table) if table else None
