"""The unit page's tables: goals under KF's, indicators with signs, bars and sexes, activities, feedback."""

from collections.abc import Sequence

from dashboard.model import Kind
from dashboard.pages import lines, parts, plan
from dashboard.pages.parts import measure, way
from dashboard.ui import controls, figures, messages, micro, signs, tables
from dashboard.ui.markup import Node, h
from dashboard.ui.tables import Column, Group, Row
from dashboard.views.bullet import period_short
from dashboard.views.enhet_facts import ActivityLine, FeedbackGroup, FeedbackLine
from dashboard.views.enhet_goals import Area, UnitGoal, Words
from dashboard.views.enhet_rows import NO_ANALYSIS, Detail, IndicatorGroup, IndicatorLine, Told
from dashboard.views.line import Fact, Moved
from dashboard.views.plan import PlanLine, Plans

NO_WORDS = "Rapporten har inga egna ord om målet."


def goals(areas: Sequence[Area]) -> Node:
    return h("ol", {"class": "goals"}, [_area(area) for area in areas])


def _area(area: Area) -> Node:
    head = h("h3", {"class": "kf"}, h("b", None, area.code), " ", h("span", None, _area_title(area)))
    if area.goals:
        inside: Node = [_goal(goal) for goal in area.goals]
    else:
        inside = h("div", {"class": "g none"}, h("p", None, area.without), signs.reported_words(None))
    return h("li", {"id": area.place, "key": area.place}, head, h("div", None, inside))


def _area_title(area: Area) -> Node:
    """To the goal over all units, where it is one of KF's."""
    return way(area.title, area.to, style="tog") if area.to else area.title


def _goal(goal: UnitGoal) -> Node:
    opened = goal.words is not None
    title = controls.toggle(goal.title, parts.href(goal.toggle), opened, f"{goal.key}-mer")
    state = signs.reported_words(goal.status, "Bedöms senare" if goal.planned else None)
    above = h("small", None, goal.above) if goal.above else None
    row = h("div", {"class": "g open" if opened else "g", "id": goal.key}, h("p", None, title, above), state)
    if goal.words is None:
        return row
    over = way("Målet hos alla enheter", goal.over_units, hidden=goal.title)
    source = h("p", {"class": "by"}, way(f"Se stället: {goal.source_words}", goal.source, hidden=goal.title), " ", over)
    return (row, h("div", {"class": "said", "id": f"{goal.key}-mer"}, _words(goal.words, NO_WORDS, "h4"), source))


def _words(words: Sequence[Words], otherwise: str, level: str) -> Node:
    """The unit's own words, whole; each heading of the report keeps its place."""
    if not words:
        return h("p", {"class": "nodata"}, otherwise)
    return [
        h("div", None, h(level, None, part.heading), [h("p", None, paragraph) for paragraph in part.paragraphs])
        for part in words
    ]


def indicators(groups: Sequence[IndicatorGroup], caption: str, year: int, kind: Kind) -> Node:
    now, before = period_short(kind, year), period_short(kind, year - 1)
    columns = (
        Column("Status", style="sgn"),
        Column("Indikator", style="nm"),
        Column(f"Utfall, {before} och årsmål", style="bul"),
        Column(("Utfall", h("br"), now), numeric=True, short="Utfall"),
        Column("Årsmål", numeric=True, short="Årsmål"),
        Column(("KF:s", h("br"), "årsmål"), numeric=True, short="KF:s mål"),
        Column(f"Mot {before}", style="chg"),
        Column("Kvinnor och män", style="sx"),
        Column("Källa", style="src"),
    )
    made = [Group(_group_head(group), tuple(_row(line) for line in group.lines)) for group in groups]
    return tables.table(caption, columns, made, style="ind", header=1)


def planned(groups: Sequence[IndicatorGroup], caption: str, year: int, plans: Plans) -> Node:
    """A plan has targets only: what stands beside them is the year before."""
    found = plan.by_row(plans)
    made = [
        Group(_group_head(group), tuple(_planned_row(line, found[line.key], year) for line in group.lines))
        for group in groups
    ]
    return tables.table(caption, plan.columns(year), made, style="stack plan")


def _planned_row(own: IndicatorLine, line: PlanLine, year: int) -> Row:
    toggle = controls.toggle(own.name, parts.href(own.toggle), own.detail is not None, f"{own.key}-ord")
    first = (toggle, [(h("br"), messages.flag(words)) for words in own.line.flags])
    cells = plan.cells(line, first, str(year - 1))
    return Row(cells, key=own.key, more=_detail(own, own.detail) if own.detail else None)


def _group_head(group: IndicatorGroup) -> Node:
    return ((h("b", None, group.code), " ") if group.code else None, group.title)


def _row(own: IndicatorLine) -> Row:
    line = own.line
    toggle = controls.toggle(own.name, parts.href(own.toggle), own.detail is not None, f"{own.key}-ord")
    flags = [(h("br"), messages.flag(words)) for words in line.flags]
    split = line.sexes.women is not None and line.sexes.men is not None
    cells: tuple[Node, ...] = (
        signs.pair(line.reported, line.computed, line.beside),
        (toggle, flags),
        micro.bullet(measure(line.drawn)) if line.outcome.words and not line.outcome.missing else None,
        _figure(line.outcome),
        _figure(line.target),
        _figure(line.kf_target),
        _moved(line.moved),
        lines.sexes(line),
        way(own.source_words, line.source, hidden=f", {own.name}"),
    )
    outcome = "" if line.outcome.missing else "out o1"
    styles = ("", "", "", outcome or "o1", "", "kfm", "", "" if split else "na", "")
    return Row(cells, key=own.key, more=_detail(own, own.detail) if own.detail else None, styles=styles)


def _figure(fact: Fact) -> Node:
    if fact.missing:
        return h("span", {"class": "nodata"}, fact.words)
    # 'nämnd/styrelse' is wider than its column and has no place to break.
    return fact.words.replace("/", "/\u200b")


def _moved(moved: Moved) -> Node:
    return micro.change(moved.arrow, moved.word, moved.figure)


def _detail(own: IndicatorLine, detail: Detail) -> Node:
    words = h("div", None, h("h3", None, "Enhetens ord" if detail.planned else "Enhetens analys"), _own_words(detail))
    facts = [None if detail.planned else _judged(detail), *(_fact(fact) for fact in detail.facts)]
    more = h("p", {"class": "by"}, way("Alla enheter och år", own.indicator, hidden=f"för {own.name}"))
    judged = h(
        "div", None, h("h3", None, "Om årsmålet" if detail.planned else "Två bedömningar"), h("dl", None, facts), more
    )
    told = h("p", {"class": "year"}, detail.year) if detail.year else None
    return h("div", {"class": "ana", "id": f"{own.key}-ord"}, told, words, judged, _years(own, detail))


def _years(own: IndicatorLine, detail: Detail) -> Node:
    """All stored years as lines: the whole years, and each tertial by itself."""
    found = (("serie", detail.series), ("tertialer", detail.tertials))
    drawn = [figures.figure(f"{own.key}-{name}", spec, level="h4") for name, spec in found if spec]
    return h("div", {"class": "figs whole"}, h("h3", None, "År för år"), drawn) if drawn else None


def _own_words(detail: Detail) -> Node:
    if not detail.words:
        return h("p", {"class": "nodata"}, NO_ANALYSIS)
    several = len({part.heading for part in detail.words}) > 1
    return [
        (h("h4", None, part.heading) if several else None, [h("p", None, paragraph) for paragraph in part.paragraphs])
        for part in detail.words
    ]


def _judged(detail: Detail) -> Node:
    quote = h("span", {"class": "next by"}, f"Enligt texten: ”{detail.quote}”") if detail.quote else None
    first, *rest = detail.counted
    counted = [h("span", {"class": "next"}, words) for words in rest]
    return (
        h(
            "div",
            None,
            h("dt", None, "Rapporterat"),
            h("dd", None, signs.reported_words(detail.reported, helps=True), quote),
        ),
        h(
            "div",
            None,
            h("dt", None, "Beräknat"),
            h("dd", None, signs.computed_words(detail.computed, first, helps=True), counted),
        ),
    )


def _fact(fact: Told) -> Node:
    words: Node = way(fact.words, fact.link) if fact.link else fact.words
    return h("div", None, h("dt", None, fact.label), h("dd", {"class": "as" if fact.printed else None}, words))


def activities(lines: Sequence[ActivityLine], caption: str) -> Node:
    columns = (
        Column("Aktivitet"),
        Column("KF:s mål", short="KF:s mål"),
        Column("Start", short="Start"),
        Column("Slut", short="Slut"),
        Column("Avvikelse", short="Avvikelse", style="dev"),
        Column("Källa", style="src"),
    )
    rows = tuple(_activity(line) for line in lines)
    return tables.table(caption, columns, [Group(None, rows)], style="stack acts-of")


def _activity(line: ActivityLine) -> Row:
    title: Node = line.title
    if line.toggle:
        title = controls.toggle(line.title, parts.href(line.toggle), line.words is not None, f"{line.key}-ord")
    more = None
    if line.words is not None:
        more = h(
            "div", {"class": "said", "id": f"{line.key}-ord"}, _words(line.words, "Rapporten har inga egna ord.", "h3")
        )
    cells: tuple[Node, ...] = (
        title,
        line.code or _missing("saknas"),
        h("span", {"class": "nw"}, line.start) if line.start else _missing("saknas"),
        h("span", {"class": "nw"}, line.end) if line.end else _missing("saknas"),
        line.deviation or _missing("ingen angiven"),
        way(line.source_words, line.source, hidden=f", {line.title}"),
    )
    return Row(cells, key=line.key, more=more)


def _missing(words: str) -> Node:
    return h("span", {"class": "nodata"}, words)


def feedback(groups: Sequence[FeedbackGroup], caption: str) -> Node:
    columns = (
        Column("Kategori"),
        Column("T1", numeric=True, short="T1"),
        Column("T2", numeric=True, short="T2"),
        Column("VB", numeric=True, short="VB"),
        Column("Totalt", numeric=True, short="Totalt", style="out"),
        Column("Källa", style="src"),
    )
    made = [Group(group.name, tuple(_feedback(row) for row in group.rows)) for group in groups if group.rows]
    empty = [h("li", None, h("b", None, group.name), f" {group.empty}") for group in groups if group.empty]
    below = h("ul", {"class": "note lacking"}, empty) if empty else None
    return (tables.table(caption, columns, made, style="stack fb four") if made else None, below)


def _feedback(row: FeedbackLine) -> Row:
    amounts = tuple(_amount(value) for value in (row.t1, row.t2, row.vb, row.total))
    return Row(
        (row.category, *amounts, way(row.source_words, row.source, hidden=f", {row.category}")), key=f"s{row.number}"
    )


def _amount(value: int | None) -> Node:
    return _missing("saknas") if value is None else str(value)
