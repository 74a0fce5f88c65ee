"""Agenda 2030, drawn: how many units write of each goal, and what they write, with its place in the report."""

from dashboard.pages import parts
from dashboard.pages.indikator import lead
from dashboard.pages.page import Page
from dashboard.ui import tables
from dashboard.ui.markup import Node, h
from dashboard.ui.tables import Column, Group, Row
from dashboard.views.agenda2030 import Agenda2030, GoalCount, Said, UnitSaid, agenda2030

COLUMNS = (
    Column("Mål", numeric=True, short="Mål"),
    Column("Namn"),
    Column("Enheter som skriver om det", short="Enheter"),
)
HOW = "Styckena står som de är tryckta. Målet är det som stycket själv nämner, med namn eller nummer."


def body(view: Agenda2030) -> Node:
    head = h(
        "div",
        {"class": "uh"},
        h("h1", None, view.title),
        h("div", {"class": "pick"}, _choices(view)),
    )
    if view.empty or view.lead is None:
        return (head, h("div", {"class": "sec"}, parts.empty(view.empty, level="h2") if view.empty else None))
    return (head, lead(view.lead), _goals(view), _said(view))


def _choices(view: Agenda2030) -> Node:
    board = parts.go_choice("namnd", "Nämnd", view.boards) if view.boards else None
    return (board, parts.year_choice(view.years), parts.period_choice(view.periods)) if view.years else None


def _goals(view: Agenda2030) -> Node:
    rows = tuple(_count(count) for count in view.counts)
    table = tables.table(f"Agenda 2030, {view.period}", COLUMNS, [Group(None, rows)], style="stack agenda", header=1)
    return h(
        "section",
        {"aria-labelledby": "malen"},
        h("div", {"class": "head"}, h("h2", {"id": "malen"}, "Mål som enheterna nämner")),
        table if rows else None,
        [h("p", {"class": "note"}, words) for words in (view.unnamed, view.silent) if words],
    )


def _count(count: GoalCount) -> Row:
    words = parts.way(count.words, count.link, hidden=f", {count.name}")
    name = h("b", None, count.name) if count.chosen else count.name
    return Row((count.number or "–", name, words), key=f"mal-{count.key}")


def _said(view: Agenda2030) -> Node:
    if not view.units:
        return None
    every = parts.way("Visa alla bidrag", view.all) if view.all else None
    return h(
        "section",
        {"aria-labelledby": "bidrag"},
        h("div", {"class": "head"}, h("h2", {"id": "bidrag", "data-told": "mal"}, view.heading), h("p", None, HOW)),
        h("p", {"class": "cut"}, every) if every else None,
        h("div", {"class": "secs"}, [_unit(unit) for unit in view.units]),
        h("p", {"class": "note"}, view.cut) if view.cut else None,
    )


def _unit(unit: UnitSaid) -> Node:
    name = h("h3", None, parts.way(unit.name, unit.link))
    return h("div", {"key": unit.key}, name, h("div", {"class": "said"}, [_paragraph(said) for said in unit.said]))


def _paragraph(said: Said) -> Node:
    under = f"under {said.under}, " if said.under else ""
    place = parts.way(f"{under}{said.source_words}", said.source)
    return h("blockquote", None, h("p", None, said.words), h("p", {"class": "by"}, said.goals, ", ", place))


PAGE = Page("agenda2030", None, agenda2030, body)
