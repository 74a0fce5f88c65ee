"""One goal, drawn: its place, its counts, the goals below, the units' words side by side, indicators, activities."""

from dashboard.model import Status
from dashboard.pages import lines, mal_tree, parts
from dashboard.ui import signs, tables
from dashboard.ui.markup import Node, h
from dashboard.views.mal_activities import ActivityOf
from dashboard.views.mal_goal import GoalPage, IndicatorBlock, Part
from dashboard.views.mal_words import UnitWords
from dashboard.views.status_words import REPORTED_WORDS

NO_WORDS = "Rapporten har inga egna ord om målet."


def goal(page: GoalPage, period: str, year: int, planned: Node) -> Node:
    """`planned` takes the indicators' place in a plan, which has targets only."""
    return (
        _head(page, period),
        h("p", {"class": "lead"}, h("b", None, page.lead.strong), f" {page.lead.rest}" if page.lead.rest else None),
        parts.tallies(page.tallies),
        _below(page),
        _words(page),
        planned if page.plan else _indicators(page, period, year),
        _activities(page, period),
    )


def _head(page: GoalPage, period: str) -> Node:
    above = [(" / " if place else None, parts.way(words, link)) for place, (words, link) in enumerate(page.crumbs)]
    former = [h("p", {"class": "former"}, parts.way(f"{one.words}.", one.link)) for one in page.former]
    code = (h("b", None, page.code), " ") if page.code else None
    return h(
        "div",
        {"class": "uh"},
        h(
            "div",
            None,
            h("p", {"class": "crumb"}, above, f" / {page.level}, {period[:1].lower()}{period[1:]}"),
            h("h1", {"class": "long"}, code, page.title),
            former,
        ),
    )


def _section(name: str, title: str, *inside: Node, key: Node = None) -> Node:
    head = h("div", {"class": "head"}, h("h2", {"id": name}, title), key)
    return h("section", {"aria-labelledby": name}, head, *inside)


def _more(part: Part) -> Node:
    return h("p", {"class": "more"}, parts.way(part.words, part.more)) if part.more else None


def _below(page: GoalPage) -> Node:
    if not page.below:
        return None
    key = signs.key((Status.INGEN,) if page.plan else tuple(Status), with_computed=False)
    return _section("under", "Målen under", mal_tree.tree(page.below, "tree part"), key=key)


def _words(page: GoalPage) -> Node:
    if not page.words:
        return None
    title = "Enheternas egna ord" if len(page.words) > 1 else "Enhetens egna ord"
    return _section(
        "ord", title, h("div", {"class": "ownwords"}, [_unit(one) for one in page.words]), _more(page.words_part)
    )


def _unit(one: UnitWords) -> Node:
    said = [
        (h("h4", None, part.heading), [h("p", None, paragraph) for paragraph in part.paragraphs]) for part in one.words
    ]
    title = h("p", {"class": "of"}, one.title) if one.title else None
    source = h("p", {"class": "by"}, parts.way(f"Se stället: {one.source_words}", one.source, hidden=f"i {one.unit}"))
    return h(
        "section",
        {"id": one.key, "key": one.key},
        h("h3", None, parts.way(one.unit, one.to)),
        h(
            "p",
            {"class": "state-of"},
            signs.reported_words(one.status, "Bedöms senare" if one.planned else None),
            _before(one),
        ),
        title,
        said or h("p", {"class": "nodata"}, NO_WORDS),
        source,
    )


def _before(one: UnitWords) -> Node:
    """Last year's reported status, with the way to it."""
    if one.before is None:
        return None
    words = REPORTED_WORDS[one.before.status or Status.INGEN].lower()
    told = parts.way(f"{one.before.year}: {words}", one.before.link, hidden=f"i {one.unit}")
    return h("span", {"class": "then"}, signs.sign(f"s-{one.before.status or Status.INGEN}"), told)


def _indicators(page: GoalPage, period: str, year: int) -> Node:
    if not page.blocks:
        return None
    first = page.blocks[0].lines[0]
    now, before = first.period, first.period.replace(str(year), str(year - 1))
    table = lines.lines_table(
        "i",
        f"Indikatorer under målet, {period}",
        [lines.Block(_indicator(block), block.lines) for block in page.blocks],
        first="Enhet",
        period=now,
        before=before,
    )
    return _section("indikatorer", "Indikatorer", table, _more(page.rows_part), key=lines.key(now, before))


def _indicator(block: IndicatorBlock) -> Node:
    return parts.way(block.name, block.link)


def _activities(page: GoalPage, period: str) -> Node:
    if not page.activities:
        return None
    columns = (
        tables.Column("Aktivitet"),
        tables.Column("Enhet", short="Enhet"),
        tables.Column("Start", short="Start"),
        tables.Column("Slut", short="Slut"),
        tables.Column("Avvikelse", short="Avvikelse", style="dev"),
        tables.Column("Källa", style="src"),
    )
    rows = tuple(_activity(one) for one in page.activities)
    caption = f"Aktiviteter under målet, {period}"
    table = tables.table(caption, columns, [tables.Group(None, rows)], style="stack acts-of")
    return _section("aktiviteter", "Aktiviteter", table, _more(page.activities_part))


def _activity(one: ActivityOf) -> tables.Row:
    cells: tuple[Node, ...] = (
        one.title,
        parts.way(one.unit, one.to),
        h("span", {"class": "nw"}, one.start) if one.start else _missing("saknas"),
        h("span", {"class": "nw"}, one.end) if one.end else _missing("saknas"),
        one.deviation or _missing("ingen angiven"),
        parts.way(one.source_words, one.source, hidden=f", {one.title}"),
    )
    return tables.Row(cells, key=one.key)


def _missing(words: str) -> Node:
    return h("span", {"class": "nodata"}, words)
