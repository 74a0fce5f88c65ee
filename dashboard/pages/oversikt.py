"""Översikt, drawn: the sentence, the counts, what needs attention, the matrix; or the list behind a count."""

from dashboard.model import Status
from dashboard.pages import matrix, parts
from dashboard.pages.listing import bullet_key, listing
from dashboard.pages.page import Page
from dashboard.ui import controls, micro, signs, url
from dashboard.ui.markup import Node, h
from dashboard.views.attention import EXAMINE, Attention, Examination
from dashboard.views.listing import Listing
from dashboard.views.om import ATTENTION_RULE, rule_link
from dashboard.views.oversikt import Content, Oversikt, oversikt
from dashboard.views.sentences import Said


def body(view: Oversikt) -> Node:
    if view.empty:
        return (_context(view), h("div", {"class": "sec"}, parts.empty(view.empty)))
    if view.listing:
        return (_context(view), _listing(view, view.listing))
    return (_context(view), _content(view, view.content) if view.content else None)


def _context(view: Oversikt) -> Node:
    if not view.years:
        return None
    paper = controls.button("Rapport som PDF", url.file_of("namnd", view.paper)) if view.paper else None
    buttons = h("div", {"class": "btns"}, paper) if paper else None
    choices = (parts.year_choice(view.years), parts.period_choice(view.periods), parts.unit_choice(view.units))
    return parts.context(view.board, view.period, view.boards, *choices, buttons, note=view.board_note)


def _content(view: Oversikt, content: Content) -> Node:
    return (
        say(content.said),
        parts.tallies(content.tallies),
        h("p", {"class": "note"}, parts.way("Vad har ändrats", content.changes)),
        _attention(view, content.attention) if content.attention else None,
        _matrix(view, content),
    )


def say(said: Said) -> Node:
    lines = [(h("span", None, line), " ") for line in said.lines]
    return h("h1", {"class": "say"}, lines, h("em", None, said.quiet) if said.quiet else None)


def _attention(view: Oversikt, found: Attention) -> Node:
    if not found.sections and not found.examinations:
        return None
    summary = h("p", None, found.summary) if found.summary else None
    return h(
        "section",
        {"aria-labelledby": "h-att"},
        h("div", {"class": "head"}, h("h2", {"id": "h-att"}, "Att uppmärksamma"), _key(view, found), summary),
        parts.sections(found.sections) if found.sections else None,
        _examinations(found),
        _rule(),
    )


def _rule() -> Node:
    return h("p", {"class": "note"}, parts.way("Så väljs det som tas upp här", rule_link(ATTENTION_RULE)))


def _key(view: Oversikt, found: Attention) -> Node:
    """What the bullets mean, where any is drawn."""
    if not any(item.bullet for section in found.sections for item in section.items):
        return None
    return h("p", {"class": "key"}, micro.bullet_key(str(view.year), str(view.year - 1)))


def _examinations(found: Attention, level: str = "h3") -> Node:
    if not found.examinations:
        return None
    if len(found.examinations) == 1:
        return h("p", {"class": "note"}, h("b", None, f"{found.examine_words}: "), _examination(found.examinations[0]))
    items = [h("li", None, _examination(told)) for told in found.examinations]
    more = h("p", {"class": "more"}, parts.way(found.more_words, found.more)) if found.more else None
    head = h(level, {"id": EXAMINE}, found.examine_words)
    return h("div", {"class": "note"}, head, h("ul", {"class": "plain"}, items), more)


def _examination(told: Examination) -> Node:
    return (told.strong, " ", told.rest, " ", parts.way(told.link_words, told.link, hidden=told.strong.rstrip(":")))


def _matrix(view: Oversikt, content: Content) -> Node:
    caption = f"Enhetsmålens rapporterade status per KF-mål och enhet, {view.period}"
    note = "Ett tecken är ett enhetsmål. Streck betyder att målet inte finns i enhetens rapport."
    if content.plan:
        note = "Ett tecken är ett planerat enhetsmål. Streck betyder att målet inte finns i enhetens plan."
    key = signs.key((Status.INGEN,), with_computed=False) if content.plan else signs.key()
    return h(
        "section",
        {"aria-labelledby": "h-mx"},
        h("div", {"class": "head"}, h("h2", {"id": "h-mx"}, "Målen, enhet för enhet"), key),
        matrix.matrix(content.matrix, caption),
        h("p", {"class": "note"}, note),
    )


def _listing(view: Oversikt, found: Listing) -> Node:
    more = (_examinations(found.attention, "h2"), _rule()) if found.attention else None
    return listing(found, "Översikt", view.period, bullet_key(found, view.year), more)


PAGE = Page("oversikt", "Översikt", oversikt, body)
