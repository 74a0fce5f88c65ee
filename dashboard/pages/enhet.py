"""Enhet, drawn: the sentence, the counts, the report's facts, goals, indicators, figures, activities, feedback."""

from dashboard.charts.spec import ChartSpec
from dashboard.model import Kind, Status
from dashboard.pages import enhet_plan, enhet_rows, parts, sections, stars
from dashboard.pages.page import Page
from dashboard.ui import controls, figures, micro, signs, url
from dashboard.ui.markup import Node, h
from dashboard.views.bullet import period_short
from dashboard.views.enhet import Content, Enhet, Filter, enhet
from dashboard.views.enhet_facts import FactOf


def body(view: Enhet) -> Node:
    if view.empty:
        return (_head(view), h("div", {"class": "sec"}, parts.empty(view.empty, level="h2")))
    return (_head(view), _content(view, view.content) if view.content else None)


def _head(view: Enhet) -> Node:
    crumb = h("p", {"class": "crumb"}, parts.way("Översikt", view.back), " / ", h("a", {"href": "/enhet"}, "Enheter"))
    unit = view.compare.to.units[0] if view.compare else ""
    # Not within the heading, which would then say the name twice.
    name = h("div", {"class": "named"}, h("h1", None, view.name), " ", stars.star(unit, view.name) if unit else None)
    former = h("p", {"class": "former"}, view.former) if view.former else None
    compare = controls.button("Jämför", parts.href(view.compare)) if view.compare else None
    slides = controls.button("Visa på APT", parts.href(view.slides), primary=True) if view.slides else None
    paper = controls.button("Rapport som PDF", url.file_of("enhet", view.slides.to)) if view.slides else None
    buttons = h("div", {"class": "btns"}, compare, controls.print_button(), paper, slides)
    choices = (parts.year_choice(view.years), parts.period_choice(view.periods), buttons) if view.years else None
    return h("div", {"class": "uh"}, h("div", None, crumb, name, former), h("div", {"class": "pick"}, choices))


def _content(view: Enhet, content: Content) -> Node:
    lead = content.lead
    return (
        h("p", {"class": "lead"}, h("b", None, lead.strong), f" {lead.rest}" if lead.rest else None),
        parts.tallies(content.tallies),
        h("dl", {"class": "facts" if content.tallies else "facts ruled"}, [_fact(fact) for fact in content.facts]),
        _goals(content),
        _indicators(view, content),
        _figures(content),
        _activities(view, content),
        _feedback(view, content),
        sections.drawn(content.sections, content.quotes),
    )


def _fact(fact: FactOf) -> Node:
    links = [
        (", " if place else " " if fact.words else "", parts.way(words, link, style="nw"))
        for place, (words, link) in enumerate(fact.links)
    ]
    return h(
        "div",
        {"key": fact.label},
        h("dt", None, fact.label),
        h("dd", {"class": "miss" if fact.missing else None}, fact.words or None, links),
    )


def _filter(cut: Filter | None) -> Node:
    if cut is None:
        return None
    return h("p", {"class": "cut"}, h("b", {"data-told": "lista"}, cut.words), " ", parts.way("Visa alla", cut.all))


def _goals(content: Content) -> Node:
    if not content.areas and content.goals_filter is None:
        return None
    key = signs.key((Status.INGEN,), with_computed=False) if content.kind is Kind.VP else signs.key()
    return h(
        "section",
        {"aria-labelledby": "mal"},
        h("div", {"class": "head"}, h("h2", {"id": "mal"}, "Mål"), key),
        _filter(content.goals_filter),
        enhet_rows.goals(content.areas),
    )


def _indicators(view: Enhet, content: Content) -> Node:
    if content.plan:
        return enhet_plan.drawn(content.plan, content.groups, f"{view.period}, {view.name}", view.year)
    if not content.groups and content.rows_filter is None:
        return None
    now, before = (period_short(content.kind, year) for year in (view.year, view.year - 1))
    key = h("p", {"class": "key"}, micro.bullet_key(now, before), micro.dumbbell_key())
    caption = f"Indikatorer {view.period}, {view.name}"
    return h(
        "section",
        {"aria-labelledby": "indikatorer"},
        h("div", {"class": "head"}, h("h2", {"id": "indikatorer"}, "Indikatorer"), key),
        _filter(content.rows_filter),
        enhet_rows.indicators(content.groups, caption, view.year, content.kind),
    )


def _figures(content: Content) -> Node:
    found = [("kon", content.sexes), ("ar-for-ar", content.years)]
    made = [_figure(name, spec) for name, spec in found if spec]
    if not made:
        return None
    title = "Två figurer ur året" if len(made) == 2 else "En figur ur året"
    return h(
        "section",
        {"aria-labelledby": "figurer"},
        h("div", {"class": "head"}, h("h2", {"id": "figurer"}, title)),
        h("div", {"class": "figs"}, made),
    )


def _figure(name: str, spec: ChartSpec) -> Node:
    return figures.figure(name, spec)


def _activities(view: Enhet, content: Content) -> Node:
    if not content.activities:
        return None
    caption = f"Aktiviteter {view.period}, {view.name}"
    return h(
        "section",
        {"aria-labelledby": "aktiviteter"},
        h("div", {"class": "head"}, h("h2", {"id": "aktiviteter"}, "Aktiviteter")),
        enhet_rows.activities(content.activities, caption),
    )


def _feedback(view: Enhet, content: Content) -> Node:
    if not content.feedback:
        return None
    caption = f"Synpunkter och klagomål {view.period}, {view.name}"
    return h(
        "section",
        {"aria-labelledby": "synpunkter"},
        h("div", {"class": "head"}, h("h2", {"id": "synpunkter"}, "Synpunkter och klagomål")),
        enhet_rows.feedback(content.feedback, caption),
    )


PAGE = Page("enhet", None, enhet, body)
