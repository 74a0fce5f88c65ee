"""What happened to a report, drawn: decisions of people, the difference to its earlier version, and all imports."""

from collections.abc import Sequence

from dashboard.pages import parts
from dashboard.ui import tables
from dashboard.ui.markup import Node, h
from dashboard.views.corrected import RECORDS, Record
from dashboard.views.history import Event, State
from dashboard.views.link import Link
from dashboard.views.versions import Difference, Versions

_LISTED = 10


def decisions(told: Sequence[Record], *, several: bool = False) -> Node:
    """`several` names the report of each, where they are of more than one."""
    if not told:
        return None
    columns = (
        tables.Column("Vad"),
        tables.Column("Beslut", short="Beslut"),
        tables.Column("Tryckt", short="Tryckt"),
        tables.Column("Gäller", short="Gäller"),
        tables.Column("Vem och när", short="Vem och när"),
        tables.Column("Varför", short="Varför"),
    )
    rows = tuple(_record(one, number, several) for number, one in enumerate(told))
    heading = h("h2", {"id": RECORDS}, "Rättelser och beslut")
    note = h("p", None, "Det som människor avgjorde när rapporten lästes in. Filen är oförändrad.")
    table = tables.table("Rättelser och beslut", columns, [tables.Group(None, rows)], style="stack printed")
    return h("section", {"aria-labelledby": RECORDS}, h("div", {"class": "head"}, heading, note), table)


def _record(one: Record, number: int, several: bool) -> tables.Row:
    what = parts.way(one.what, one.link) if one.link else one.what
    report = h("span", {"class": "by"}, one.report) if several else None
    after = one.after or h(
        "span", {"class": "nodata"}, "som tryckt" if one.decision == "Godtaget" else "raden är inte med"
    )
    why = one.why or h("span", {"class": "nodata"}, "inte angivet")
    cells = ((what, report), one.decision, one.before, after, (one.who, h("span", {"class": "by"}, one.when)), why)
    return tables.Row(cells, key=f"b-{number}")


def difference(told: Versions | None) -> Node:
    if told is None:
        return None
    about = h("p", None, parts.way("Förra versionen", told.link), f": {told.earlier}")
    heading = h("div", {"class": "head"}, h("h2", {"id": "h-skillnad"}, "Skillnad mot förra versionen"), about)
    if not told.differences:
        same = h("p", {"class": "note"}, "Alla indikatorrader är tryckta likadant i de två versionerna.")
        return h("section", {"aria-labelledby": "h-skillnad"}, heading, same)
    columns = (
        tables.Column("Indikator"),
        tables.Column("Cell", short="Cell"),
        tables.Column("Förra versionen", short="Förra versionen"),
        tables.Column("Den här", short="Den här"),
    )
    rows = tuple(_difference(one, number) for number, one in enumerate(told.differences))
    caption = "Celler som är tryckta olika i de två versionerna"
    table = tables.table(caption, columns, [tables.Group(None, rows)], style="stack printed")
    return h("section", {"aria-labelledby": "h-skillnad"}, heading, table)


def _difference(one: Difference, number: int) -> tables.Row:
    name = parts.way(one.row, one.link) if one.link else one.row
    return tables.Row((name, one.cell or "hela raden", one.before, one.now), key=f"sk-{number}")


def history(told: Sequence[Event]) -> Node:
    """The latest imports and decisions, and the earlier ones on demand."""
    if not told:
        return None
    changes = h("p", None, parts.way("Vad har ändrats", Link("forandringar")))
    heading = h("div", {"class": "head"}, h("h2", {"id": "h-historik"}, "Historik"), changes)
    return h("section", {"aria-labelledby": "h-historik"}, heading, _latest([_event(one) for one in told]))


def states(told: Sequence[State]) -> Node:
    """A way to all as it was, for each state that is kept."""
    if not told:
        return None
    note = h("p", None, "Datalagret som det var före varje ändring. Länkar därifrån håller sig till samma läge.")
    heading = h("div", {"class": "head"}, h("h2", {"id": "h-lagen"}, "Tidigare lägen"), note)
    items = [h("li", {"key": one.key}, parts.way(one.words, one.link)) for one in told]
    return h("section", {"aria-labelledby": "h-lagen"}, heading, _latest(items))


def _latest(items: Sequence[Node]) -> Node:
    shown, more = items[:_LISTED], items[_LISTED:]
    rest = None
    if more:
        words = h("summary", None, f"Visa {len(more)} tidigare")
        rest = h("details", {"class": "cases"}, words, h("ul", {"class": "rows"}, more))
    return (h("ul", {"class": "rows"}, shown), rest)


def _event(one: Event) -> Node:
    what = h("div", None, parts.way(one.what, one.link), h("span", {"class": "by"}, one.note) if one.note else None)
    return h("li", {"key": one.key}, what, h("span", {"class": "by"}, one.when))
