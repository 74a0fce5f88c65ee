"""Jämför, drawn: the choice of units, the shared indicators on shared scales, the goals, and what only one has."""

from dashboard.pages import lines, matrix, parts
from dashboard.pages.oversikt import say
from dashboard.pages.page import Page
from dashboard.ui import controls, figures, messages, signs
from dashboard.ui.markup import Node, h
from dashboard.views.jamfor import JamforView, view
from dashboard.views.reports import Option
from dashboard.views.sharing import Only, Shared
from dashboard.views.states import nothing_stored
from dashboard.views.unit_choices import BoardChoice, Choice, Similar, UnitChoice

# With more units than this the list is folded away once a comparison stands on the page.
MOST_OPEN = 12


def body(shown: JamforView) -> Node:
    return (
        _context(shown),
        say(shown.said),
        _choice(shown),
        _outside(shown),
        _shared(shown),
        _over_years(shown),
        _goals(shown),
        _only(shown),
    )


def _context(shown: JamforView) -> Node:
    who = h("p", {"class": "who"}, "Jämför", h("span", None, "Varje enhet mot sitt eget årsmål. Ingen rangordning."))
    if not shown.years:
        return h("div", {"class": "ctx"}, who)
    pick = h("div", {"class": "pick"}, parts.year_choice(shown.years), parts.period_choice(shown.periods))
    return h("div", {"class": "ctx"}, who, pick)


def _choice(shown: JamforView) -> Node:
    if not (shown.choice.boards or shown.choice.operations or shown.choice.sizes):
        return parts.empty(nothing_stored(), level="h2")
    units = [unit for board in shown.boards for unit in board.units]
    chosen = sum(unit.chosen for unit in units)
    words = f"Välj enheter ({chosen} av {len(units)} valda)"
    folded = len(units) > MOST_OPEN and not shown.ask
    inside = (_cuts(shown.choice), [_board(board) for board in shown.boards], _similar(shown.choice.similar))
    ask = h("p", {"class": "note"}, shown.ask) if shown.ask else None
    if folded:
        return h("details", {"class": "choose"}, h("summary", None, words), inside)
    return h("div", {"class": "choose"}, ask, inside)


def _cuts(choice: Choice) -> Node:
    """What the list of units can be cut down by, from the catalogue."""
    if not choice.operations and not choice.sizes:
        return None
    operations = parts.go_choice("verksamhet", "Verksamhet", choice.operations) if choice.operations else None
    sizes = parts.go_choice("storlek", "Storlek", choice.sizes) if choice.sizes else None
    none = h("p", {"class": "note"}, "Ingen enhet svarar mot urvalet.") if not choice.boards else None
    return (h("div", {"class": "pick"}, operations, sizes), none)


def _similar(found: Similar | None) -> Node:
    if found is None:
        return None
    go = (" ", parts.way("Jämför dem", found.link)) if found.link else None
    return h(
        "p",
        {"class": "note"},
        h("b", None, "Liknande enheter. "),
        found.words,
        go,
        h("span", {"class": "by"}, found.rule),
    )


def _board(board: BoardChoice) -> Node:
    legend = h("legend", None, f"Enheter, {board.board}")
    return h("fieldset", {"key": board.board}, legend, [_unit(unit) for unit in board.units])


def _unit(unit: UnitChoice) -> Node:
    periods = h("span", {"class": "by"}, ". ".join(part for part in (unit.what, f"Rapporter: {unit.periods}") if part))
    if unit.full:
        return h("p", {"class": "check", "key": unit.unit}, unit.name, " ", periods)
    return controls.checkbox("enheter", unit.unit, (unit.name, " ", periods), unit.chosen)


def _outside(shown: JamforView) -> Node:
    if not shown.outside:
        return None
    items = [h("li", None, words, " ", parts.way("Till enheten", link, hidden=words)) for words, link in shown.outside]
    return h("ul", {"class": "note rows"}, items)


def _shared(shown: JamforView) -> Node:
    if not shown.shared:
        return None
    year = shown.shared[0].lines[0].period
    table = lines.lines_table(
        "j",
        f"Gemensamma indikatorer, {shown.period}",
        [lines.Block(_shared_head(one), one.lines, one.scaled) for one in shown.shared],
        first="Enhet",
        period=year,
        before=shown.before,
    )
    return h(
        "section",
        {"aria-labelledby": "h-delade"},
        h(
            "div",
            {"class": "head"},
            h("h2", {"id": "h-delade"}, "Indikatorer som enheterna delar"),
            lines.key(year, shown.before),
        ),
        table,
        h("p", {"class": "note"}, "Staplarna för samma indikator har samma skala, om inget annat står."),
    )


def _shared_head(one: Shared) -> Node:
    told = " ".join(one.remarks)
    return (
        h("b", None, one.code) if one.code[:1].isdigit() else None,
        parts.way(one.name, one.link),
        h("span", {"class": "by"}, " ", lines.fact(one.direction), ". ", told),
        messages.flag(one.hinder) if one.hinder else None,
        h("span", {"class": "by"}, parts.way("År för år", one.years, hidden=one.name)) if one.scaled else None,
    )


def _over_years(shown: JamforView) -> Node:
    """Small multiples: every unit's years on one scale, each with its own targets."""
    if shown.over_years is None:
        return None
    choices = [Option(one.id, one.name, one.id == shown.over_of, one.years) for one in shown.shared if one.scaled]
    return h(
        "section",
        {"aria-labelledby": "h-ar"},
        h(
            "div",
            {"class": "head"},
            h("h2", {"id": "h-ar"}, "År för år på samma skala"),
            parts.go_choice("figur", "Indikator", choices),
        ),
        h("div", {"class": "figs one"}, figures.figure("f-ar", shown.over_years)),
    )


def _goals(shown: JamforView) -> Node:
    if shown.goals is None:
        return None
    caption = f"Enhetsmålens rapporterade status per KF-mål och enhet, {shown.period}"
    head = h(
        "div", {"class": "head"}, h("h2", {"id": "h-mal"}, "Målen, enhet för enhet"), signs.key(with_computed=False)
    )
    note = f"{shown.goals_words} Streck betyder att målet inte finns i enhetens rapport."
    return h(
        "section",
        {"aria-labelledby": "h-mal"},
        head,
        matrix.matrix(shown.goals, caption),
        h("p", {"class": "note"}, note),
    )


def _only(shown: JamforView) -> Node:
    if not shown.only:
        return None
    return h(
        "section",
        {"aria-labelledby": "h-bara"},
        h("div", {"class": "head"}, h("h2", {"id": "h-bara"}, "Indikatorer som bara en enhet har")),
        h("div", {"class": "att plain"}, [_only_unit(only) for only in shown.only]),
    )


def _only_unit(only: Only) -> Node:
    items = [h("li", None, h("p", None, parts.way(name, link))) for name, link in only.rows]
    count = f"{len(only.rows)} {'indikator' if len(only.rows) == 1 else 'indikatorer'}"
    head = h("h3", None, only.name, " ", h("span", None, count))
    return h("section", {"key": only.name}, head, h("ul", None, items))


PAGE = Page("jamfor", "Jämför", view, body)
