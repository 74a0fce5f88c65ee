"""Rows of a report that waits, drawn as HTML by the server: the list to pick one from, and forms to type one in."""

from dashboard.ui import forms
from dashboard.ui.controls import Option
from dashboard.ui.markup import Node, h
from dashboard.views.importera_document import ReviewView
from dashboard.views.importera_doubts import Cell, Shown
from dashboard.views.importera_rows import Blank, RowShown, RowsOf


def listed(shown: ReviewView) -> Node:
    """All rows that were read, each a way to its form; folded where nothing asks for them."""
    if not shown.rows:
        return None
    heading = h("div", {"class": "head"}, h("h2", {"id": "h-rader"}, "Rätta en annan rad"))
    note = h("p", {"class": "note"}, "Välj raden. Det som är läst rätt behöver du inte röra.")
    return h(
        "section",
        {"aria-labelledby": "h-rader"},
        heading,
        note,
        [_of_table(one) for one in shown.rows],
    )


def _of_table(one: RowsOf) -> Node:
    rows = h("ul", {"class": "rows"}, [_row(row) for row in one.rows])
    return h("details", {"class": "notes"}, h("summary", None, f"{one.name} ({len(one.rows)})"), rows)


def _row(row: RowShown) -> Node:
    link = h("a", {"href": row.address}, row.name)
    return h("li", None, h("div", None, link, h("span", {"class": "by"}, row.told or "inga värden")))


def typed(one: Shown, shown: ReviewView, token: str) -> Node:
    """Forms for the row that the doubt's words are, one for each table it may belong to."""
    if not one.typable or not one.open:
        return None
    return [_blank(one, blank, f"{shown.address}/beslut#t-{one.key}", token) for blank in shown.blanks]


def _blank(one: Shown, blank: Blank, action: str, token: str) -> Node:
    of = f"n-{one.key}-{blank.table}"
    hidden = [
        h("input", {"type": "hidden", "name": name, "value": value})
        for name, value in (("tveksamhet", one.key), ("r-tabell", blank.table))
    ]
    goals = [Option(value, words) for value, words in blank.goals]
    form = forms.form(
        action,
        token,
        hidden,
        forms.suggested("r-namn", "Namn, som tryckt", blank.names, of=of, most=300),
        forms.choice("r-mål", "Under målet", goals, "", of=of),
        h("div", {"class": "cells"}, [cell_field(cell, of) for cell in blank.cells]),
        forms.field("varfor", "Varför (frivilligt)", of=of, maxlength="500"),
        h("p", {"class": "acts"}, forms.button("Skriv in raden", name="beslut", value="skriv", hidden=one.reason)),
    )
    return h("details", {"class": "notes typed"}, h("summary", None, f"Skriv in raden som {blank.what}"), form)


def cell_field(cell: Cell, of: str) -> Node:
    """A cell of a row as a field with its words."""
    if cell.choices:
        options = [Option(str(value), words) for value, words in cell.choices]
        return forms.choice(f"c-{cell.name}", cell.label, options, cell.value, of=f"f-{of}")
    return forms.field(f"c-{cell.name}", cell.label, cell.value, of=f"f-{of}", maxlength="1000")
