"""Källor, drawn: the list of reports, or one report (pages/source_document.py)."""

from dashboard.pages import lines, parts, source_trace
from dashboard.pages.indikator import lead
from dashboard.pages.page import Page
from dashboard.pages.source_document import document
from dashboard.ui import tables
from dashboard.ui.markup import Node, h
from dashboard.views.kallor import KallorView, for_importer, view
from dashboard.views.sources import Listed, OfUnit

COLUMNS = (
    tables.Column("Rapport"),
    tables.Column("Rapportens datum", short="Rapportens datum"),
    tables.Column("Mål", True, "Mål"),
    tables.Column("Indikatorer", True, "Indikatorer"),
    tables.Column("Aktiviteter", True, "Aktiviteter"),
    tables.Column("Synpunkter", True, "Synpunkter"),
    tables.Column("Att granska", True, "Att granska"),
)


def body(shown: KallorView) -> Node:
    if shown.document:
        return document(shown.document)
    if shown.empty:
        return h("div", {"class": "sec"}, parts.empty(shown.empty))
    return (
        h("div", {"class": "uh"}, h("h1", None, "Källor")),
        lead(shown.lead),
        _list(shown),
        _undirected(shown),
        source_trace.history(shown.history),
        source_trace.states(shown.states),
    )


def _list(shown: KallorView) -> Node:
    groups = [tables.Group(_unit(unit), tuple(_row(one) for one in unit.documents)) for unit in shown.units]
    note = "Antalen är rader som lästes. Det som inte gick att läsa säkert står under Att granska, med rad och skäl."
    return h(
        "section",
        {"aria-labelledby": "h-rapporter"},
        h("div", {"class": "head"}, h("h2", {"id": "h-rapporter"}, "Inlästa rapporter"), h("p", None, note)),
        tables.table("Inlästa rapporter", COLUMNS, groups, style="stack docs"),
    )


def _unit(unit: OfUnit) -> Node:
    return parts.way(unit.name, unit.link)


def _row(one: Listed) -> tables.Row:
    remarks = h("span", {"class": "by"}, " · ".join((*one.remarks, one.seen, one.file)))
    counts = [str(count) for count in one.counts]
    cells = (
        (parts.way(one.title, one.link), remarks),
        lines.fact(one.date),
        *counts,
        _doubts(one),
    )
    return tables.Row(cells, key=f"d-{one.id}")


def _doubts(one: Listed) -> Node:
    notes = f"{one.notes} {'notering' if one.notes == 1 else 'noteringar'}" if one.notes else ""
    below = ", ".join(part for part in (f"{one.serious} kan vara fel" if one.serious else "", notes) if part)
    if not one.doubts:
        return h("span", {"class": "nodata"}, below or "inget")
    return (
        parts.way(one.doubts, one.doubts_link, hidden=f"att granska i {one.title}"),
        h("span", {"class": "by"}, below),
    )


def _undirected(shown: KallorView) -> Node:
    if not shown.undirected:
        return None
    items = [
        h("li", None, parts.way(name, link), h("span", {"class": "by"}, why)) for name, link, why in shown.undirected
    ]
    note = "De läses in som de andra, men får ingen färg förrän katalogen har en riktning."
    return h(
        "section",
        {"aria-labelledby": "saknar-riktning"},
        h(
            "div",
            {"class": "head"},
            h("h2", {"id": "saknar-riktning"}, "Indikatorer som saknar riktning"),
            h("p", None, note),
        ),
        h("ul", {"class": "rows"}, items),
    )


PAGE = Page("kallor", "Källor", view, body, for_importer)
