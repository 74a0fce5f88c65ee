"""A plan's targets, drawn: beside the last outcome and the year before, then beside the follow-up when it has come."""

from collections.abc import Mapping, Sequence

from dashboard.analysis.plans import Move
from dashboard.model import Status
from dashboard.pages import parts
from dashboard.swedish import listed
from dashboard.ui import messages, signs, tables
from dashboard.ui.markup import Element, Node, h
from dashboard.views.counts import Count
from dashboard.views.line import Fact
from dashboard.views.plan import KEPT, OFTEN, PlanLine, Plans, Told
from dashboard.views.plan_goals import GoalChange


def columns(year: int) -> tuple[tables.Column, ...]:
    before = year - 1
    return (
        tables.Column("Indikator"),
        tables.Column(f"Årsmål {year}", numeric=True, short=f"Årsmål {year}", style="out"),
        tables.Column(f"Utfall {before}", numeric=True, short=f"Utfall {before}", style="was"),
        tables.Column(f"Årsmål {before}", numeric=True, short=f"Årsmål {before}", style="was"),
        tables.Column("KF:s årsmål", numeric=True, short="KF:s årsmål"),
        tables.Column("Följs upp", short="Följs upp", style="often"),
        tables.Column("Källa", style="src"),
    )


def cells(line: PlanLine, first: Node, before: str) -> tuple[Node, ...]:
    """A row's cells after `first`, which names the indicator; `before` is the year that goes without saying."""
    beside = line.beside
    remark = ", ".join(part for part in (beside.moved, beside.asks) if part)
    return (
        first,
        (_fact(line.target), _by(remark)),
        (_told(beside.outcome, line, before), _by(beside.left)),
        _told(beside.before, line, before),
        _fact(line.kf_target),
        OFTEN.get(line.often, line.often) or _fact(Fact("saknas", missing=True)),
        parts.way(line.source_words, line.source, hidden=f", {line.name}, {line.unit_name}"),
    )


def by_unit(lines: Sequence[PlanLine], year: int, caption: str) -> Element:
    """A group of rows for each unit, in the order of the lines."""
    units: dict[str, list[PlanLine]] = {}
    for line in lines:
        units.setdefault(line.unit_name, []).append(line)
    groups = [tables.Group(name, tuple(_row(line, str(year - 1)) for line in own)) for name, own in units.items()]
    return tables.table(caption, columns(year), groups, style="stack plan")


def _row(line: PlanLine, before: str) -> tables.Row:
    return tables.Row(cells(line, parts.way(line.name, line.to, style="tog"), before), key=line.key)


def counts(found: Sequence[Count]) -> Node:
    """'3 höjda', each a way to those."""
    if not found:
        return None
    return h("p", {"class": "nums moves"}, [_count(count) for count in found])


def _count(count: Count) -> Node:
    words: Node = (h("b", None, count.amount), " ", count.word)
    inside = h("a", {"href": parts.href(count.link)}, words) if count.link else words
    return h("span", {"key": count.value, "class": None if count.link else "nought"}, inside)


def followed(plans: Plans, year: int) -> Node:
    """The plan's targets and what became of them; nothing while no follow-up is stored."""
    lines = [line for line in plans.lines if line.beside.followed]
    if not plans.followed or not lines:
        return None
    heads = (
        tables.Column("Indikator"),
        tables.Column("Mål i planen", numeric=True, short="Mål i planen", style="out"),
        tables.Column(f"Utfall {plans.followed}", numeric=True, short=f"Utfall {plans.followed}"),
        tables.Column("Mål i uppföljningen", numeric=True, short="Mål i uppföljningen"),
        tables.Column("Når planens mål", short="Når planens mål"),
    )
    rows = tuple(_followed(line, plans.followed) for line in lines)
    table = tables.table(f"Planens årsmål {year} och utfallet", heads, [tables.Group(None, rows)], style="stack plan")
    lacking = [line.name for line in plans.lines if not line.beside.followed and line.beside.move is not Move.DROPPED]
    left = h("p", {"class": "note"}, f"Finns inte i uppföljningen: {listed(lacking)}.") if lacking else None
    return (table, left)


def _followed(line: PlanLine, when: str) -> tables.Row:
    found = line.beside.followed
    if found is None:
        raise ValueError("only lines that were followed up are drawn here")
    told: Node = signs.computed_words(_status(found.kept), KEPT[found.kept])
    shown = (
        parts.way(line.name, line.to, style="tog"),
        _fact(line.target),
        _told(found.outcome, line, when),
        _told(found.target, line, when),
        told,
    )
    return tables.Row(shown, key=f"f-{line.key}")


def _status(kept: bool | None) -> Status:
    return {True: Status.HELT, False: Status.EJ, None: Status.INGEN}[kept]


def goal_changes(changes: Sequence[GoalChange]) -> Node:
    items = [
        h(
            "li",
            {"key": change.link.to.goal},
            parts.way(change.title, change.link),
            h("span", {"class": "by"}, change.words),
        )
        for change in changes
    ]
    return h("ul", {"class": "rows"}, items) if items else None


def by_row(plans: Plans) -> Mapping[str, PlanLine]:
    """The plan's lines by the key of their row on the unit's page."""
    return {line.row: line for line in plans.lines if line.beside.move is not Move.DROPPED}


def _told(told: Told, line: PlanLine, usual: str) -> Node:
    words = _fact(told.fact) if told.link is None else parts.way(told.fact.words, told.link, hidden=f", {line.name}")
    return (words, _by(told.when if told.when != usual else ""))


def _fact(fact: Fact) -> Node:
    # 'nämnd/styrelse' is wider than its column and has no place to break.
    return messages.missing(fact.words) if fact.missing else fact.words.replace("/", "/\u200b")


def _by(words: str) -> Node:
    return h("span", {"class": "by"}, words) if words else None
