"""Mål: the goal tree over a board's units for a year, one goal with all that hangs on it, or the list of a count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.catalogue.mandates import mandate
from dashboard.model import Kind, Level, Selection, Status
from dashboard.swedish import period_words, sort_key, spelled
from dashboard.views import mal_goal
from dashboard.views.boards import WITHOUT_BOARD, board_options, of_board
from dashboard.views.counts import Listed, Tally, chosen_list, counted, of_computed, of_goal, tallies
from dashboard.views.goal_tree import Node, beneath, goals_of, grown, path_to
from dashboard.views.judged import Judged, judged_rows
from dashboard.views.lineage import Former, elsewhere, history, told
from dashboard.views.link import Link
from dashboard.views.listing import Listing, listing
from dashboard.views.mal_choices import checked, status_options, unit_options
from dashboard.views.mal_goal import GoalPage
from dashboard.views.mal_tree import ALL_OPEN, PAGE, Branch, Drawing, branches
from dashboard.views.mal_words import with_before
from dashboard.views.plan_counts import BoardPlan, board_plan
from dashboard.views.reports import Option, Report, all_reports, period_options, settled, unit_name, year_options
from dashboard.views.rows import GoalLine
from dashboard.views.sentences import Said, headline
from dashboard.views.states import Empty, Way, not_stored, nothing_stored

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class Tree:
    """`switch` opens or closes every branch; `nothing` is said where no goal has the chosen status."""

    said: Said
    tallies: tuple[Tally, ...]
    branches: tuple[Branch, ...]
    switch: Link | None
    switch_words: str
    mandate: str
    nothing: str
    plan: bool


@dataclass(frozen=True, slots=True)
class Mal:
    """Either the `tree`, one `goal`, the `listing` behind a count, or the `empty` state.

    `plan` stands beside the tree and a goal: a plan's targets.
    """

    title: str
    notices: tuple[str, ...]
    board: str = ""
    period: str = ""
    year: int = 0
    boards: tuple[Option, ...] = ()
    years: tuple[Option, ...] = ()
    periods: tuple[Option, ...] = ()
    units: tuple[Option, ...] = ()
    statuses: tuple[Option, ...] = ()
    tree: Tree | None = None
    goal: GoalPage | None = None
    plan: BoardPlan | None = None
    listing: Listing | None = None
    empty: Empty | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What the chosen reports hold: `nodes` are cut by the chosen units, `whole` is the tree of all of them."""

    goals: tuple[GoalLine, ...]
    rows: tuple[Judged, ...]
    nodes: tuple[Node, ...]
    whole: tuple[Node, ...]
    names: Mapping[str, str]


def mal(store: "Store", catalogue: Catalogue, selection: Selection) -> Mal:
    """Asks for reports, goals and indicator rows; for texts and activities only where one goal is opened."""
    reports = all_reports(store)
    if not reports:
        return Mal("Mål", selection.notices, empty=nothing_stored())
    own, here, notices = of_board(reports, selection)
    here = settled(own, here)
    shown = [report for report in own if (report.year, report.kind) == (here.year, here.period)]
    here, more = checked(here, shown)
    frame = _frame(reports, own, shown, here, catalogue)
    frame = replace(frame, notices=(*notices, *more))
    if not shown:
        return replace(frame, empty=not_stored(own, PAGE, here))
    held = _held(store, catalogue, shown, here)
    filled = _filled(store, frame, held, own, here)
    if here.period is not Kind.VP or filled.listing or filled.empty:
        return filled
    return replace(filled, plan=board_plan(store, catalogue, own, _under(held, here), names=held.names, here=here))


def _under(held: Held, here: Selection) -> Sequence[Judged]:
    """The rows that hang beneath the chosen goal, all where none is chosen."""
    way = path_to(held.nodes, here.goal) if here.goal else ()
    return beneath((row.row.path, row) for row in held.rows).get(way[-1].chain, []) if way else held.rows


def _frame(
    reports: Sequence[Report], own: Sequence[Report], shown: Sequence[Report], here: Selection, catalogue: Catalogue
) -> Mal:
    year, kind = here.year or 0, here.period or Kind.VB
    names = {report.unit: unit_name(reports, report.unit, catalogue) for report in shown}
    return Mal(
        title=f"Mål {period_words(kind, year)}",
        notices=(),
        board=own[0].board or WITHOUT_BOARD,
        period=period_words(kind, year),
        year=year,
        boards=board_options(reports, PAGE, here),
        years=year_options(own, PAGE, here),
        periods=period_options(own, PAGE, here),
        units=unit_options(names, here),
        statuses=() if kind is Kind.VP or here.goal else status_options(here),
    )


def _held(store: "Store", catalogue: Catalogue, shown: Sequence[Report], here: Selection) -> Held:
    names = {report.unit: unit_name(shown, report.unit, catalogue) for report in shown}
    names = dict(sorted(names.items(), key=lambda item: sort_key(item[1])))
    place = {unit: number for number, unit in enumerate(names)}
    documents = [report.id for report in shown]
    goals = sorted(
        store.rows("goal_lines", GoalLine, documents=documents), key=lambda goal: (place[goal.unit], goal.number)
    )
    kept = [goal for goal in goals if not here.units or goal.unit in here.units]
    chosen = [report.id for report in shown if not here.units or report.unit in here.units]
    rows = sorted(judged_rows(store, catalogue, documents=chosen), key=lambda row: place[row.row.unit])
    whole = grown(goals)
    return Held(tuple(kept), tuple(rows), grown(kept) if here.units else whole, whole, names)


def _filled(store: "Store", frame: Mal, held: Held, own: Sequence[Report], here: Selection) -> Mal:
    way = path_to(held.nodes, here.goal) if here.goal else ()
    if here.goal and not way:
        return replace(frame, empty=_not_there(store, held, own, here), units=())
    asked = chosen_list(here)
    if asked and asked[0] is not Listed.ATTENTION:
        return _listed(frame, asked, held, way, here)
    here = replace(here, listed=None, status=None if here.listed else here.status)
    if way:
        past = history(store, own, [report.year for report in own if report.year != frame.year])
        beside = goals_of(held.whole, frame.year)
        wording = next(one for one in beside.all if one.key == here.goal)
        page = mal_goal.goal_page(store, way, held.rows, held.names, replace(here, status=None))
        words = with_before(store, page.words, own, here)
        page = replace(page, former=told(wording, beside, past, here), words=words)
        return replace(frame, title=f"{page.name}, {frame.period}", goal=page)
    return replace(frame, tree=_tree(store, frame, held, own, here))


def _listed(frame: Mal, asked: tuple[Listed, str | None], held: Held, way: Sequence[Node], here: Selection) -> Mal:
    goals = way[-1].goals if way else _unit_goals(held.goals)
    found = listing(*asked, goals, _under(held, here), names=held.names, here=replace(here, rows=()), page=PAGE)
    where = mal_goal.name_of(way[-1]) if way else ""
    found = replace(found, under=where)
    return replace(frame, title=f"{found.heading}, {frame.period}", listing=found)


def _unit_goals(goals: Sequence[GoalLine]) -> tuple[GoalLine, ...]:
    return tuple(goal for goal in goals if goal.level is Level.ENHETSMAL)


def _tree(store: "Store", frame: Mal, held: Held, own: Sequence[Report], here: Selection) -> Tree:
    goals = _unit_goals(held.goals)
    open_all = here.form == ALL_OPEN or here.status is not None
    under = beneath((row.row.path, row) for row in held.rows)
    drawn = branches(
        held.nodes, Drawing(here, held.names, under, _renamed(store, held, own, here), here.status, open_all)
    )
    first, last = mandate(frame.year)
    every = replace(here, rows=(), form=None if here.form == ALL_OPEN else ALL_OPEN)
    return Tree(
        said=headline(
            counted(map(of_goal, goals)), counted(map(of_computed, held.rows)), here.period or Kind.VB, frame.year
        ),
        tallies=tallies(goals, (), Link(PAGE, replace(here, status=None)))[:1],
        branches=drawn,
        switch=Link(PAGE, every) if drawn and here.status is None else None,
        switch_words="Stäng alla mål" if here.form == ALL_OPEN else "Öppna alla mål",
        mandate=f"Kommunfullmäktiges mål gäller mandatperioden {first}–{last}.",
        nothing="" if drawn else _nothing(here),
        plan=here.period is Kind.VP,
    )


def _nothing(here: Selection) -> str:
    if here.status is None:
        return "Rapporterna har inga mål."
    status = Status(here.status)
    told = "är inte bedömt" if status is Status.INGEN else f"uppfylls {status}"
    return f"Inget enhetsmål {told}."


def _renamed(store: "Store", held: Held, own: Sequence[Report], here: Selection) -> dict[str, Former]:
    """Which goals had another name in the stored year before: only that one, for the tree is to be quick."""
    year = here.year or 0
    before = max((report.year for report in own if report.year < year), default=None)
    if before is None:
        return {}
    past = history(store, own, [before])
    beside = goals_of(held.whole, year)
    found = ((one.key, told(one, beside, past, here)) for one in beside.all)
    return {key: names[0] for key, names in found if names}


def _not_there(store: "Store", held: Held, own: Sequence[Report], here: Selection) -> Empty:
    """The address has a goal of another year, of other units, or none: says what it is called here, if it is here."""
    year, kind = here.year or 0, here.period or Kind.VB
    tree = Link(PAGE, replace(here, goal=None, units=(), listed=None, status=None, rows=()))
    if here.units and path_to(held.whole, here.goal or ""):
        who = "enheten" if len(here.units) == 1 else f"de {spelled(len(here.units))} enheterna"
        ways = (Way("Visa målet för alla enheter", Link(PAGE, replace(here, units=()))),)
        return Empty(f"Målet finns inte hos {who}.", "Andra enheter har det.", ways)
    past = history(store, own)
    found = elsewhere(here.goal or "", past, year, goals_of(held.whole, year), here)
    when = period_words(kind, year).lower()
    ways = (Way(f"Hela målträdet för {when}", tree),)
    if found is None:
        return Empty(f"Målet finns inte bland målen för {when}.", "Mål gäller i år. Välj i trädet:", ways)
    link = replace(found.link, to=replace(found.link.to, period=here.period))
    return Empty(
        f"Målet har en annan plats eller ett annat namn {year}.",
        "Det här målet motsvarar det:",
        (Way(found.words, link), *ways),
    )
