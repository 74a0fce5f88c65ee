"""Ordlista, drawn: signs, terms and column heads with what they mean and where their rule stands."""

from dashboard.pages import parts
from dashboard.pages.page import Page
from dashboard.ui import signs
from dashboard.ui.markup import Node, h
from dashboard.views.glossary import Term, TermGroup
from dashboard.views.link import Link
from dashboard.views.ordlista import Ordlista, view

_DRAWN = ("s-", "b-", "m-")


def body(shown: Ordlista) -> Node:
    return (
        h("div", {"class": "uh"}, h("h1", None, shown.title)),
        h("p", {"class": "lead"}, shown.lead),
        [_group(group) for group in shown.groups],
    )


def _group(group: TermGroup) -> Node:
    head = h("div", {"class": "head"}, h("h2", {"id": group.id}, group.name))
    return h(
        "section",
        {"aria-labelledby": group.id, "key": group.id},
        head,
        h("dl", {"class": "terms"}, [_term(term) for term in group.terms]),
    )


def _term(term: Term) -> Node:
    drawn = signs.sign(term.id, computed=term.id.startswith("b-")) if term.id.startswith(_DRAWN) else None
    rule = parts.way("Regeln", Link("om", fragment=term.rule), hidden=f"för {term.word}") if term.rule else None
    return h(
        "div",
        {"id": f"ord-{term.id}", "key": term.id},
        h("dt", None, drawn, term.word),
        h("dd", None, term.text),
        h("dd", None, rule) if rule else None,
    )


PAGE = Page("ordlista", None, view, body, scriptless=True)
