"""Indikator, drawn: the finding, what the indicator is, its units, its figures, its years."""

from dashboard.charts.spec import ChartSpec
from dashboard.pages import lines, parts
from dashboard.pages.page import Page
from dashboard.ui import figures, messages
from dashboard.ui.markup import Node, h
from dashboard.views.indicator_years import Years
from dashboard.views.indikator import Choices, IndikatorView, view
from dashboard.views.link import Link
from dashboard.views.sentences import Lead

LONG_NAME = 60
_FIGS = {1: "figs one", 2: "figs"}


def body(shown: IndikatorView) -> Node:
    if shown.definition is None and shown.state:
        return h("div", {"class": "sec"}, parts.empty(shown.state))
    return (
        _head(shown),
        lead(shown.lead) if shown.lead else None,
        _about(shown),
        _units(shown),
        _figures(shown),
        _history(shown),
    )


def lead(said: Lead) -> Node:
    return h("p", {"class": "lead"}, h("b", None, said.strong), f" {said.rest}" if said.rest else None)


def crumb(words: str, link: Link, then: str) -> Node:
    return h("p", {"class": "crumb"}, parts.way(words, link), f" / {then}")


def _head(shown: IndikatorView) -> Node:
    style = "long" if len(shown.name) > LONG_NAME else None
    title = h(
        "div", None, crumb("Indikatorer", Link("indikatorer"), "En indikator"), h("h1", {"class": style}, shown.name)
    )
    return h("div", {"class": "uh"}, title, _choices(shown.choices))


def _choices(found: Choices) -> Node:
    if not found.years:
        return None
    boards = parts.go_choice("namnd", "Nämnd", found.boards) if found.boards else None
    return h("div", {"class": "pick"}, boards, parts.year_choice(found.years), parts.period_choice(found.periods))


def _about(shown: IndikatorView) -> Node:
    definition = lines.fact(shown.definition) if shown.definition else None
    mend = h("p", {"class": "note"}, messages.flag("Saknar riktning"), f" {shown.mend}") if shown.mend else None
    names = f"Trycks också som: {'; '.join(f'”{name}”' for name in shown.printed)}." if shown.printed else ""
    return (
        h("p", {"class": "def"}, definition),
        lines.facts(shown.facts),
        mend,
        [h("p", {"class": "note"}, words) for words in (*(f"{former}." for former in shown.former), names) if words],
    )


def _units(shown: IndikatorView) -> Node:
    if shown.state:
        return h("section", None, parts.empty(shown.state, level="h2"))
    year = shown.lines[0].period if shown.lines else ""
    table = lines.lines_table(
        "e",
        f"{shown.name}, {shown.period}, enhet för enhet",
        [lines.Block(None, shown.lines)],
        first="Enhet",
        period=year,
        before=shown.before,
    )
    return h(
        "section",
        {"aria-labelledby": "h-enheter"},
        h(
            "div",
            {"class": "head"},
            h("h2", {"id": "h-enheter"}, f"{shown.period}, enhet för enhet"),
            lines.key(year, shown.before),
        ),
        table,
        h("p", {"class": "note"}, shown.absent) if shown.absent else None,
    )


def _figures(shown: IndikatorView) -> Node:
    specs: list[tuple[str, ChartSpec | None]] = [
        ("fig-kon", shown.figures.gender),
        ("fig-ar", shown.figures.years),
        ("fig-serie", shown.figures.series),
        ("fig-tertial", shown.figures.tertials),
    ]
    drawn = [figures.figure(name, spec) for name, spec in specs if spec]
    if not drawn:
        return None
    return h(
        "section",
        {"aria-labelledby": "h-figurer"},
        h("div", {"class": "head"}, h("h2", {"id": "h-figurer"}, "I figurer")),
        h("div", {"class": _FIGS.get(len(drawn), "figs three")}, drawn),
    )


def _history(shown: IndikatorView) -> Node:
    return (
        _years("ar", "År för år", f"{shown.name}, år för år", shown.years),
        _years("tertial", "Tertialer", f"{shown.name}, tertialer", shown.tertials),
    )


def _years(name: str, heading: str, caption: str, units: tuple[Years, ...]) -> Node:
    if not units:
        return None
    blocks = [
        lines.Block((h("b", None, unit.name), h("span", {"class": "by"}, unit.start)), unit.lines) for unit in units
    ]
    table = lines.lines_table(name, caption, blocks, first="Period", period="", before="", by_period=True)
    note = "Tertialer står för sig: de jämförs inte med årets mål om siffran inte läggs ihop under året."
    return h(
        "section",
        {"aria-labelledby": f"h-{name}"},
        h(
            "div",
            {"class": "head"},
            h("h2", {"id": f"h-{name}"}, heading),
            h("p", None, note) if name == "tertial" else None,
        ),
        table,
    )


PAGE = Page("indikator", None, view, body)
