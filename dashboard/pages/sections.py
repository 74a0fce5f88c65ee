"""The other sections of a report on its unit's page: folded, with their words, tables and quotations when opened."""

from collections.abc import Sequence

from dashboard.pages import parts
from dashboard.ui import controls, tables
from dashboard.ui.markup import Node, h
from dashboard.ui.tables import Column, Group, Row
from dashboard.views.sections import NOT_COUNTED, QUOTED, QUOTED_WORDS, Grid, Part, Quote, Quotes, SectionLine

NONE_FOUND = "Ingen mening i rapporten nämner ett belopp eller hur många som svarade."


def drawn(found: Sequence[SectionLine], quotes: Quotes | None) -> Node:
    """None where the report has no sections beside its goals."""
    if not found:
        return None
    return h(
        "section",
        {"aria-labelledby": "avsnitt"},
        h("div", {"class": "head"}, h("h2", {"id": "avsnitt"}, "Övriga avsnitt i rapporten")),
        h("div", {"class": "secs"}, _quotes(quotes) if quotes else None, [_section(line) for line in found]),
    )


def _section(line: SectionLine) -> Node:
    opened = line.parts is not None
    title = controls.toggle(line.heading, parts.href(line.toggle), opened, f"{line.key}-ord")
    within = h("small", None, line.within) if line.within and not opened else None
    row = h("div", {"class": "g", "id": line.key}, h("h3", None, title), within)
    if line.parts is None:
        return h("div", {"key": line.key}, row)
    words = h("div", {"class": "said", "id": f"{line.key}-ord"}, [_part(part, line) for part in line.parts])
    return h("div", {"key": line.key}, row, words)


def _part(part: Part, line: SectionLine) -> Node:
    name = part.heading or line.heading
    return h(
        "div",
        {"id": part.key if part.key != line.key else None},
        h("h4", None, part.heading) if part.heading else None,
        [_block(block, name) for block in part.blocks],
        h("p", {"class": "by"}, parts.way(f"Se stället: {part.source_words}", part.source, hidden=name)),
    )


def _block(block: str | Grid, name: str) -> Node:
    return _table(block, name) if isinstance(block, Grid) else h("p", None, block)


def _table(grid: Grid, name: str) -> Node:
    columns = tuple(Column(words or "\u00a0", short=words) for words in grid.header)
    rows = tuple(Row(row, key=str(number)) for number, row in enumerate(grid.rows))
    return tables.table(f"Tabell under {name}, som den är tryckt", columns, [Group(None, rows)], style="stack")


def _quotes(quotes: Quotes) -> Node:
    opened = quotes.groups is not None
    title = controls.toggle(QUOTED_WORDS, parts.href(quotes.toggle), opened, f"{QUOTED}-ord")
    row = h("div", {"class": "g", "id": QUOTED}, h("h3", None, title))
    if quotes.groups is None:
        return h("div", {"key": QUOTED}, row)
    told: Node = [_subject(subject, found) for subject, found in quotes.groups]
    if not quotes.groups:
        told = h("p", {"class": "nodata"}, NONE_FOUND)
    words = h("div", {"class": "said", "id": f"{QUOTED}-ord"}, h("p", None, NOT_COUNTED), told)
    return h("div", {"key": QUOTED}, row, words)


def _subject(subject: str, found: Sequence[Quote]) -> Node:
    return h("div", None, h("h4", None, subject), [_quote(quote) for quote in found])


def _quote(quote: Quote) -> Node:
    place = parts.way(f"{quote.heading}, {quote.source_words}", quote.source)
    return h("blockquote", None, h("p", None, f"”{quote.sentence}”"), h("p", {"class": "by"}, place))
