"""Aktiviteter, drawn: counts to cut the list by, and a table with dates in words and a bar in time beside them."""

from dashboard.analysis.activities import State
from dashboard.pages import parts
from dashboard.pages.oversikt import say
from dashboard.pages.page import Page
from dashboard.swedish import capital
from dashboard.ui import controls, messages, tables, timeline
from dashboard.ui.markup import Node, h
from dashboard.ui.tables import Column, Group, Row
from dashboard.views.activity_lines import Line, Moved
from dashboard.views.aktiviteter import Aktiviteter, LineGroup, aktiviteter


def body(shown: Aktiviteter) -> Node:
    if shown.empty:
        return (_context(shown), h("div", {"class": "sec"}, parts.empty(shown.empty)))
    return (_context(shown), say(shown.said) if shown.said else None, _cuts(shown), _list(shown))


def _context(shown: Aktiviteter) -> Node:
    if not shown.years:
        return None
    choices = (parts.year_choice(shown.years), parts.period_choice(shown.periods))
    return parts.context(shown.board, shown.period, shown.boards, *choices)


def _cuts(shown: Aktiviteter) -> Node:
    """Each count cuts the list down; the chosen one leads back to all."""
    return parts.cuts(
        shown.counts,
        controls.search("sok", "Sök bland aktiviteterna", shown.sought),
        parts.unit_choice(shown.units),
        parts.go_choice("mal", "Mål", shown.goals),
    )


def _list(shown: Aktiviteter) -> Node:
    heading = "Aktiviteterna i tid"
    return h(
        "section",
        {"aria-labelledby": "h-tid"},
        h("div", {"class": "head"}, h("h2", {"id": "h-tid"}, heading), _forms(shown)),
        _filtered(shown),
        h("p", {"class": "key"}, timeline.key(shown.axis.now_words)) if shown.axis else None,
        _table(shown) if shown.groups else h("p", {"class": "note"}, "Inga aktiviteter svarar mot urvalet."),
        h("p", {"class": "note"}, shown.left_out) if shown.left_out else None,
        h("p", {"class": "note"}, "”Avslutad” betyder att slutdatumet är nått. Hur det gick står i enhetens egna ord."),
    )


def _forms(shown: Aktiviteter) -> Node:
    return controls.steps(
        "Ordna efter", [controls.Step(o.label, parts.href(o.link), o.chosen) for o in shown.forms if o.link]
    )


def _filtered(shown: Aktiviteter) -> Node:
    if not shown.filtered or shown.everything is None:
        return None
    return h("p", {"class": "note", "role": "status"}, shown.filtered, " ", parts.way("Visa alla", shown.everything))


def _table(shown: Aktiviteter) -> Node:
    drawn = timeline.Ends(shown.axis.first, shown.axis.last, shown.axis.now) if shown.axis else None
    columns = (
        Column("Aktivitet", style="nm"),
        Column("Mål" if shown.by_unit else "Enhet", short="Mål" if shown.by_unit else "Enhet"),
        Column(("Start och slut", timeline.axis(drawn) if drawn else None), short="Start och slut", style="when"),
        Column("Läge", short="Läge", style="dev"),
        Column("Källa", style="src"),
    )
    groups = [_group(group, shown.by_unit, drawn) for group in shown.groups]
    return tables.table(f"Aktiviteter, {shown.period}", columns, groups, style="stack times")


def _group(group: LineGroup, by_unit: bool, drawn: timeline.Ends | None) -> Group:
    code = h("b", None, group.code) if group.code else None
    return Group((code, " ", group.title), tuple(_row(line, by_unit, drawn) for line in group.lines))


def _row(line: Line, by_unit: bool, drawn: timeline.Ends | None) -> Row:
    goal = parts.way(line.goal, line.goal_link, style="tog")
    code = h("b", None, f"{line.code} ") if line.code else None
    under = None if by_unit else h("span", {"class": "by"}, goal)
    cells = (
        (parts.way(line.title, line.link), under),
        (code, goal) if by_unit else line.name,
        (_dates(line), _bar(line, drawn)),
        _state(line),
        parts.way(line.source_words, line.source, hidden=f", {line.title}, {line.name}"),
    )
    return Row(cells, key=line.key)


def _dates(line: Line) -> Node:
    start, end = (
        h("span", {"class": "nw"}, day) if day else messages.missing("saknas") for day in (line.start, line.end)
    )
    return h("span", {"class": "dates"}, start, " till ", end)


def _bar(line: Line, drawn: timeline.Ends | None) -> Node:
    if drawn is None or not line.start or not line.end or line.end < line.start:
        return None
    return timeline.bar(drawn, line.start, line.end, [moved.before for moved in line.moved])


def _state(line: Line) -> Node:
    undated = line.state is State.UNDATED
    return (
        messages.missing(capital(line.state)) if undated else capital(line.state),
        [h("span", {"class": "by"}, _moved(moved)) for moved in line.moved],
        h("span", {"class": "flag"}, f"Avvikelse: {line.deviation}") if line.deviation else None,
        h("span", {"class": "by"}, "längre än ett år") if line.long else None,
        h("span", {"class": "by"}, "utan analys") if line.silent else None,
    )


def _moved(moved: Moved) -> Node:
    """A date is not broken over two lines."""
    before, date, after = moved.words.partition(moved.before)
    return parts.way((before, h("span", {"class": "nw"}, date), after), moved.link)


PAGE = Page("aktiviteter", "Aktiviteter", aktiviteter, body)
