"""Synpunkter, drawn: the units' counts, two figures, every category, what stands apart, and comments on cases."""

from dashboard.pages import parts
from dashboard.pages.oversikt import say
from dashboard.pages.page import Page
from dashboard.ui import controls, figures, messages, tables
from dashboard.ui.markup import Node, h
from dashboard.ui.tables import Column, Group, Row
from dashboard.views.feedback_categories import Comment, Comments, CountLine, Section
from dashboard.views.synpunkter import Synpunkter, UnitLine, YearLine, synpunkter

_COUNTS = (
    Column("T1", numeric=True, short="T1"),
    Column("T2", numeric=True, short="T2"),
    Column("VB", numeric=True, short="VB"),
    Column("Totalt", numeric=True, short="Totalt", style="out"),
    Column("Källa", style="src"),
)

_SHARES = (
    Column("Beröm", numeric=True, short="Beröm"),
    Column("Synpunkter och klagomål", numeric=True, short="Synpunkter och klagomål"),
    Column("Fick svar", numeric=True, short="Fick svar"),
    Column("Ledde till åtgärd", numeric=True, short="Ledde till åtgärd"),
)


def body(shown: Synpunkter) -> Node:
    if shown.empty:
        return (_context(shown), h("div", {"class": "sec"}, parts.empty(shown.empty)))
    return (
        _context(shown),
        say(shown.said) if shown.said else None,
        _units(shown),
        _figures(shown),
        _years(shown),
        _categories(shown),
        _opened(shown),
        _apart(shown),
        _comments(shown.comments) if shown.comments else None,
    )


def _context(shown: Synpunkter) -> Node:
    if not shown.units:
        return None
    years = parts.year_choice(shown.years) if shown.years else None
    units = parts.unit_choice(shown.units)
    return parts.context(shown.board, shown.year, shown.boards, units, years)


def _section(name: str, heading: Node, *inside: Node) -> Node:
    return h("section", {"aria-labelledby": name}, h("div", {"class": "head"}, h("h2", {"id": name}, heading)), inside)


def _units(shown: Synpunkter) -> Node:
    columns = (Column("Enhet"), *_SHARES, Column("Rapport", short="Rapport", style="src"))
    made = tables.table(
        f"Beröm, synpunkter och klagomål {shown.year}, enhet för enhet",
        columns,
        [Group(None, tuple(_unit(line) for line in shown.lines))],
        style="stack fbk",
    )
    note = h("p", {"class": "note"}, shown.without) if shown.without else None
    return _section("h-enheter", "Enhet för enhet", made, note)


def _unit(line: UnitLine) -> Row:
    note = h("span", {"class": "by"}, line.received_note) if line.received_note else None
    cells = (
        parts.way(line.name, line.link),
        _amount(line.praise),
        (_amount(line.received), note),
        _share(line.answered),
        _share(line.acted),
        parts.way(line.report, line.source, hidden=f", {line.name}"),
    )
    return Row(cells, key=f"e-{line.key}")


def _share(words: str) -> Node:
    return words or messages.missing("saknas")


def _amount(value: int | None) -> Node:
    return messages.missing("saknas") if value is None else str(value)


def _figures(shown: Synpunkter) -> Node:
    if not shown.figures:
        return None
    drawn = [figures.figure(name, spec) for name, spec in shown.figures]
    return _section("h-figurer", "Beröm mot klagomål", h("div", {"class": "figs"}, drawn))


def _years(shown: Synpunkter) -> Node:
    if not shown.by_year:
        return None
    rows = tuple(_year(line) for line in shown.by_year)
    caption = "Beröm, synpunkter och klagomål, år för år"
    return _section(
        "h-aren", "År för år", tables.table(caption, (Column("År"), *_SHARES), [Group(None, rows)], style="stack fbk")
    )


def _year(line: YearLine) -> Row:
    year = (parts.way(line.year, line.link), h("span", {"class": "by"}, line.units))
    cells = (year, _amount(line.praise), _amount(line.received), _share(line.answered), _share(line.acted))
    return Row(cells, key=f"ar-{line.year}")


def _categories(shown: Synpunkter) -> Node:
    note = "En och samma synpunkt kan stå i flera kategorier. VB är det som kom in efter tertial 2."
    made = _table(f"Synpunkter, klagomål och beröm per kategori, {shown.year}", shown.sections)
    return _section("h-kategorier", "Kategori för kategori", made, h("p", {"class": "note"}, note))


def _apart(shown: Synpunkter) -> Node:
    if not shown.apart:
        return None
    made = _table(f"Lex Sarah, lex Maria och personuppgifter, {shown.year}", shown.apart)
    note = "Räknas inte in bland klagomålen. ”Saknas” betyder att cellen är tom i rapporten, inte att inget har hänt."
    return _section("h-apart", "Lex Sarah och personuppgifter", made, h("p", {"class": "note"}, note))


def _opened(shown: Synpunkter) -> Node:
    if shown.opened is None:
        return None
    heading = f"{shown.opened.heading}, enhet för enhet och år för år"
    made = _table(heading, (Section("", shown.opened.lines, ""),), first="Enhet och år")
    note = h("p", {"class": "note"}, shown.opened.empty) if shown.opened.empty else None
    told = h("span", {"data-told": "kategori"}, shown.opened.heading)
    return _section("h-kategori", (told, heading.removeprefix(shown.opened.heading)), made, note)


def _table(caption: str, sections: tuple[Section, ...], first: str = "Kategori") -> Node:
    groups = [
        Group(section.heading or None, tuple(_line(line) for line in section.lines))
        for section in sections
        if section.lines
    ]
    empty = [h("p", {"class": "note"}, f"{section.heading}. {section.empty}") for section in sections if section.empty]
    made = tables.table(caption, (Column(first), *_COUNTS), groups, style="stack fbk four") if groups else None
    return (made, empty)


def _line(line: CountLine) -> Row:
    note = h("span", {"class": "by"}, line.note) if line.note else None
    amounts = tuple(_amount(value) for value in (line.t1, line.t2, line.vb, line.total))
    return Row(((line.name, note), *amounts, parts.way(line.to_words, line.to, hidden=f", {line.name}")), key=line.key)


def _comments(comments: Comments) -> Node:
    if not comments.amount:
        return None
    words = f"Visa enheternas kommentarer ({comments.amount})" if not comments.opened else "Dölj kommentarerna"
    toggle = controls.toggle(words, parts.href(comments.toggle), comments.opened, "kommentarer")
    shown = h("div", {"id": "kommentarer", "class": "said"}, [_comment(one) for one in comments.shown])
    withheld = h("p", {"class": "note"}, comments.withheld) if comments.withheld else None
    return _section(
        "h-ord", "Vad enheterna säger om ärendena", h("p", None, toggle), shown if comments.opened else None, withheld
    )


def _comment(one: Comment) -> Node:
    where = parts.way(one.source_words, one.source, hidden=f", {one.category}, {one.unit}")
    return (
        h("h3", None, one.category),
        h("p", {"class": "by"}, one.unit, ", ", where),
        [h("p", None, paragraph) for paragraph in one.paragraphs],
    )


PAGE = Page("synpunkter", "Synpunkter", synpunkter, body)
