"""Jämställdhet, drawn: the finding, the counts, one figure, every split row, and what lacks a split."""

from collections.abc import Sequence

from dashboard.pages import lines, parts
from dashboard.pages.oversikt import say
from dashboard.pages.page import Page
from dashboard.pages.unsplit import unsplit
from dashboard.swedish import capital
from dashboard.ui import controls, figures, micro, tables, tally
from dashboard.ui.markup import Node, h
from dashboard.ui.tables import Column
from dashboard.views.gap_lines import Counted, GapLine, Side, Since
from dashboard.views.jamstalldhet import PAGE as NAME
from dashboard.views.jamstalldhet import Group, Jamstalldhet, jamstalldhet
from dashboard.views.reports import Option

# Signs of change and not of status: a gap is no judgement of the unit. A gap grows apart or together, which is neither
# the plus of better nor the minus of worse.
_SIGNS = {
    Side.ONE: "m-minus",
    Side.NEITHER: "m-minus",
    Side.BOTH: "m-plus",
    Side.UNJUDGED: "m-punkt",
    Since.WIDER: "m-isar",
    Since.SAME: "m-lika",
    Since.NARROWER: "m-ihop",
    Since.NONE: "m-punkt",
}


def body(shown: Jamstalldhet) -> Node:
    if shown.empty:
        return (_context(shown), h("div", {"class": "sec"}, parts.empty(shown.empty)))
    return (
        _context(shown),
        say(shown.said) if shown.said else None,
        _tallies(shown),
        _figure(shown),
        _rows(shown),
        unsplit(shown.unsplit, shown.period),
    )


def _context(shown: Jamstalldhet) -> Node:
    if not shown.choices.years:
        return None
    choices = shown.choices
    pick = (
        parts.unit_choice(choices.units),
        parts.year_choice(choices.years),
        parts.period_choice(choices.periods),
    )
    return parts.context(shown.board, shown.period, choices.boards, *pick)


def _tallies(shown: Jamstalldhet) -> Node:
    if not any(count.amount for count in shown.sides):
        return None
    rows = [
        tally.TallyRow("Årsmålet", "kvinnor och män", _counts(shown.sides)),
        tally.TallyRow("Skillnaden", f"mot {shown.before}", _counts(shown.moved)),
    ]
    return tally.tally(rows)


def _counts(found: Sequence[Counted]) -> tuple[tally.Count, ...]:
    signs = {sign.value: drawn for sign, drawn in _SIGNS.items()}
    return tuple(
        tally.Count(signs[one.value], one.amount, one.word, parts.href(one.link) if one.link else None) for one in found
    )


def _figure(shown: Jamstalldhet) -> Node:
    if shown.figure is None:
        return None
    head = h("div", {"class": "head"}, h("h2", {"id": "h-figur"}, "I figur"), _steps("Visa", shown.choices.form))
    drawn = h("div", {"class": "figs one"}, figures.figure("fig-kon", shown.figure))
    return h("section", {"aria-labelledby": "h-figur"}, head, drawn)


def _steps(label: str, options: Sequence[Option]) -> Node:
    found = [controls.Step(one.label, parts.href(one.link) if one.link else None, one.chosen) for one in options]
    return controls.steps(label, found)


def _rows(shown: Jamstalldhet) -> Node:
    if not shown.groups and not shown.filtered:
        return None
    head = h(
        "div",
        {"class": "head"},
        h("h2", {"id": "skillnader"}, "Kvinnor och män sida vid sida"),
        h("div", {"class": "pick"}, _steps("Ordna", shown.choices.cut), _steps("Sortera", shown.choices.sort)),
    )
    filtered = None
    if shown.filtered:
        words, link = shown.filtered
        filtered = h("p", {"class": "note"}, words, " ", parts.way("Visa alla", link))
    return h(
        "section",
        {"aria-labelledby": "skillnader"},
        head,
        filtered,
        h("p", {"class": "note"}, shown.hidden) if shown.hidden else None,
        _table(shown) if shown.groups else None,
    )


def _table(shown: Jamstalldhet) -> Node:
    columns = (
        Column("Enhet" if shown.over_units else "Indikator", style="nm"),
        Column("Totalt", numeric=True, short="Totalt", style="out"),
        Column("Kvinnor", numeric=True, short="Kvinnor"),
        Column("Män", numeric=True, short="Män"),
        Column("Årsmål", numeric=True, short="Årsmål"),
        Column("Skillnad", short="Skillnad", style="sx"),
        Column(f"Mot {shown.before}", short=f"Mot {shown.before}"),
        Column("Källa", style="src"),
    )
    caption = f"Kvinnor och män, {shown.period.lower()}"
    return tables.table(caption, columns, [_group(group, shown) for group in shown.groups], style="stack gaps")


def _group(group: Group, shown: Jamstalldhet) -> tables.Group:
    head = h("b", None, parts.way(group.name, group.link))
    scale = None
    if shown.over_units:
        scale = micro.scale([_measure(line) for line in group.lines])
    return tables.Group(head, tuple(_row(line, shown, scale) for line in group.lines))


def _row(line: GapLine, shown: Jamstalldhet, scale: micro.Scale | None) -> tables.Row:
    name = (line.unit, line.to) if shown.over_units else (line.indicator, line.indicator_link)
    crossed = h("span", {"class": "by"}, line.crossed) if line.crossed else None
    cells = (
        parts.way(*name),
        line.total,
        _sex(line, line.women, 0),
        _sex(line, line.men, 1),
        lines.fact(line.target),
        _gap(line, shown, scale),
        (lines.fact(line.since), crossed),
        parts.way(line.source_words, line.source, hidden=f"i {line.unit}s rapport, {line.indicator}"),
    )
    return tables.Row(cells, key=line.key)


def _sex(line: GapLine, printed: str, place: int) -> Node:
    """Girls and boys are named where the column's head says women and men; who misses the target is bold."""
    if not printed:
        return h("span", {"class": "nodata"}, "dold" if place else line.sexes.why)
    name = line.sexes.names[place]
    named = h("span", {"class": "by"}, name) if name in ("flickor", "pojkar") else None
    wrong = capital(name) in line.sexes.remark or name in line.sexes.remark
    return (h("b", None, printed) if wrong else printed, named)


def _gap(line: GapLine, shown: Jamstalldhet, scale: micro.Scale | None) -> Node:
    told = line.sexes
    if told.women is None or told.men is None:
        return h("span", {"class": "nodata"}, told.why)
    draw = micro.sex_bars if shown.bars else micro.dumbbell_alone
    names = capital(told.names[0]), capital(told.names[1])
    drawn = draw(
        told.women,
        told.men,
        line.drawn_target,
        unit=line.measure,
        decimals=line.decimals,
        names=names,
        shared=scale,
    )
    wrong = h("span", {"class": "gap off"}, told.remark) if told.remark else None
    return (drawn, h("span", {"class": "gap"}, told.gap), wrong)


def _measure(line: GapLine) -> micro.Measure:
    return micro.Measure(value=line.sexes.women, target=line.drawn_target, previous=line.sexes.men, before="")


PAGE = Page(NAME, "Jämställdhet", jamstalldhet, body)
