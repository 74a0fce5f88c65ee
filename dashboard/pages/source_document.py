"""One report on Källor, drawn: its facts, the place of a chosen number, the doubts, and every number as printed."""

from dashboard.pages import lines, parts, sheets, source_trace
from dashboard.pages.indikator import crumb, lead
from dashboard.ui import messages, pictures, signs, tables
from dashboard.ui.markup import Node, h
from dashboard.views.link import Link
from dashboard.views.place import Place, Printed
from dashboard.views.source_document import Doubted, SourceDocument
from dashboard.views.source_read import ReadFeedback, ReadRow


def document(shown: SourceDocument) -> Node:
    title = h("div", None, crumb("Källor", Link("kallor"), shown.unit), h("h1", None, shown.title))
    return (
        h("div", {"class": "uh"}, title, h("div", {"class": "btns"}, _correct(shown), _to_unit(shown))),
        lead(shown.lead),
        lines.facts(shown.facts),
        _remarks(shown),
        _place(shown),
        _doubts(shown),
        source_trace.decisions(shown.records),
        source_trace.difference(shown.versions),
        _rows(shown),
        _feedback(shown),
    )


def _correct(shown: SourceDocument) -> Node:
    if not shown.correct:
        return None
    return h("a", {"class": "btn", "href": shown.correct}, "Rätta raden" if shown.marked_row else "Rätta i rapporten")


def _to_unit(shown: SourceDocument) -> Node:
    return h("a", {"class": "btn", "href": parts.href(shown.unit_link)}, "Enhetens sida")


def _remarks(shown: SourceDocument) -> Node:
    told: list[Node] = []
    if shown.sample:
        told.append(h("p", {"class": "note"}, messages.flag("Exempel"), " Rapporten följer med Måltavlan."))
    if shown.replaced:
        words, link = shown.replaced
        told.append(h("p", {"class": "note"}, messages.flag("Ersatt"), f" {words} ", parts.way("Visa den", link)))
    return told


def _place(shown: SourceDocument) -> Node:
    if shown.no_place:
        return h("section", None, messages.empty("Raden finns inte bland det lästa.", shown.no_place))
    if shown.place is None:
        return None
    found = shown.place
    note = "Så som det är tryckt. Namn och telefonnummer är borttagna."
    return h(
        "section",
        {"aria-labelledby": "h-plats"},
        h(
            "div",
            {"class": "head"},
            h("h2", {"id": "h-plats"}, f"Stället i rapporten, {found.where}"),
            h("p", None, note),
        ),
        _above(found),
        pictures.cut(shown.picture, f"Utsnitt ur rapporten, {found.where}, med raden inramad")
        if shown.picture
        else None,
        sheets.drawn(shown.around) if shown.around else None,
        h("ol", {"class": "place"}, [_printed(one, shown.chosen) for one in found.near]),
    )


def _above(found: Place) -> Node:
    if not found.above:
        return None
    return h("ul", {"class": "under"}, [h("li", None, words) for words in found.above])


def _printed(one: Printed, chosen: str) -> Node:
    style = "marked" if one.marked else None
    words: Node = h("p", None, one.words)
    if one.cells:
        words = h("dl", None, [h("div", None, h("dt", None, label), h("dd", None, cell)) for label, cell in one.cells])
    here = h("span", {"class": "vh"}, " det valda stället") if one.marked else None
    return h(
        "li",
        {"class": style, "key": one.key or f"{one.spot.words}-{one.what}", "id": chosen if one.marked else None},
        h("span", {"class": "ln"}, one.spot.words, here),
        h("div", None, None if one.cells else h("b", {"class": "what"}, one.what), words),
    )


def _doubts(shown: SourceDocument) -> Node:
    heading = h("div", {"class": "head"}, h("h2", {"id": "att-granska"}, "Att granska"))
    if not shown.doubts:
        return h(
            "section",
            {"aria-labelledby": "att-granska"},
            heading,
            h("p", {"class": "note"}, "Inget i rapporten var tveksamt när den lästes."),
        )
    columns = (
        tables.Column("Var"),
        tables.Column("Hur allvarligt", short="Hur allvarligt"),
        tables.Column("Skäl", short="Skäl"),
        tables.Column("Som tryckt", short="Som tryckt"),
    )
    rows = tuple(_doubt(doubt, number) for number, doubt in enumerate(shown.doubts))
    table = tables.table("Det som är tveksamt i rapporten", columns, [tables.Group(None, rows)], style="stack doubts")
    return h("section", {"aria-labelledby": "att-granska"}, heading, table)


def _doubt(doubt: Doubted, number: int) -> tables.Row:
    where = parts.way(doubt.where, doubt.link, hidden="visa stället") if doubt.link else doubt.where
    printed = (
        h("span", {"class": "as"}, doubt.printed) if doubt.printed else h("span", {"class": "nodata"}, "inget tryckt")
    )
    return tables.Row((where, doubt.severity_words, doubt.reason, printed), key=f"t-{number}")


def _rows(shown: SourceDocument) -> Node:
    if not shown.rows:
        return None
    columns = (
        tables.Column("Indikator"),
        tables.Column("Rad", short="Rad", style="ln"),
        *(tables.Column(head, True, head) for head in shown.heads),
        tables.Column("Status", short="Status"),
    )
    rows = tuple(_row(row) for row in shown.rows)
    return h(
        "section",
        {"aria-labelledby": "h-tal"},
        h(
            "div",
            {"class": "head"},
            h("h2", {"id": "h-tal"}, "Alla indikatorrader, som tryckta"),
            h("p", None, "En tom cell är tom i rapporten."),
        ),
        tables.table("Indikatorrader som de är tryckta", columns, [tables.Group(None, rows)], style="stack printed"),
    )


def _row(row: ReadRow) -> tables.Row:
    told = [_printed_cell(cell) for cell in row.cells]
    status: Node = h("span", {"class": "nodata"}, "ingen")
    if row.status or row.status_words:
        status = (
            signs.reported_words(row.status) if row.status else None,
            h("span", {"class": "by"}, f"i ord: {row.status_words}") if row.status_words else None,
        )
    style = ("marked" if row.marked else "",) * (len(told) + 3)
    cells = (parts.way(row.name, row.indicator), parts.way(row.where, row.place, hidden=row.name), *told, status)
    return tables.Row(cells, key=f"tal-{row.key}", styles=style)


def _printed_cell(cell: str) -> Node:
    if not cell:
        return h("span", {"class": "nodata"}, "tom")
    return cell if any(letter.isdigit() for letter in cell) else h("span", {"class": "words"}, cell)


def _feedback(shown: SourceDocument) -> Node:
    if not shown.feedback:
        return None
    heads = ("T1", "T2", "VB", "Totalt")
    columns = (
        tables.Column("Kategori"),
        tables.Column("Rad", short="Rad", style="ln"),
        *(tables.Column(head, True, head) for head in heads),
    )
    found: dict[str, list[tables.Row]] = {}
    for number, row in enumerate(shown.feedback):
        found.setdefault(row.group, []).append(_feedback_row(row, number))
    groups = [tables.Group(group, tuple(rows)) for group, rows in found.items()]
    return h(
        "section",
        {"aria-labelledby": "h-synpunkter"},
        h("div", {"class": "head"}, h("h2", {"id": "h-synpunkter"}, "Synpunkter och klagomål, som tryckta")),
        tables.table("Synpunkter och klagomål", columns, groups, style="stack printed"),
    )


def _feedback_row(row: ReadFeedback, number: int) -> tables.Row:
    told = [_printed_cell(cell) for cell in row.cells]
    cells = (row.category, parts.way(row.where, row.link, hidden=row.category), *told)
    return tables.Row(cells, key=f"synpunkt-{number}")
