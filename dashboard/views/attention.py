"""Att uppmärksamma: which goals and indicator rows need a look, in groups, and what a controller should examine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.analysis.attention import GOAL_WORDS, GROUP_WORDS, Entry, Group, classify, furthest_first
from dashboard.model import Selection, Status
from dashboard.swedish import amount_words, capital, number, plural, spelled
from dashboard.views.counts import Listed
from dashboard.views.crossreport import Recounted
from dashboard.views.judged import Judged
from dashboard.views.link import Link, source
from dashboard.views.printed import printed
from dashboard.views.rows import GoalLine
from dashboard.views.telling import Item, above, goal_item, row_item

# What a group shows before its 'Visa alla': a reader of a large board still sees every group on one screen or two.
MOST_SHOWN = 6
_AS_REPORTED = {Status.EJ: "ej uppfyllt", Status.DELVIS: "delvis uppfyllt"}
# The place on the list where the figures to examine stand.
EXAMINE = "granska"


@dataclass(frozen=True, slots=True)
class Section:
    """Items under one heading; `more` leads to all of them where some, `left`, are left out."""

    heading: str
    note: str
    items: tuple[Item, ...]
    more: Link | None = None
    more_words: str = ""
    left: int = 0


@dataclass(frozen=True, slots=True)
class Examination:
    """A figure that contradicts itself, with the place in the report."""

    strong: str
    rest: str
    link: Link
    link_words: str


@dataclass(frozen=True, slots=True)
class Attention:
    """`amounts` are the goals and the rows, `summary` both beside how many there are in all.

    `examine_words` heads the examinations, `more` leads to those left out.
    """

    amounts: tuple[int, int]
    summary: str
    sections: tuple[Section, ...]
    examine_words: str
    examinations: tuple[Examination, ...]
    more: Link | None = None
    more_words: str = ""


def attention(
    goals: Sequence[GoalLine],
    rows: Sequence[Judged],
    names: Mapping[str, str],
    here: Selection,
    *,
    whole: bool = False,
    recounts: Sequence[Recounted] = (),
) -> Attention:
    """The groups that hold any unit goal or row, in their fixed order; `whole` leaves none of them out.

    `recounts` are feedback that the reports count otherwise than the tertials' own.
    """
    entries = [(entry(row), row) for row in rows]
    found = [(group, [pair for pair in entries if pair[0].group is group]) for group in Group]
    missed = [(status, [goal for goal in goals if goal.status is status]) for status in GOAL_WORDS]
    amounts = sum(len(own) for _, own in missed), sum(len(pairs) for _, pairs in found)
    sections = (
        *(_goals(status, own, names, here, whole) for status, own in missed if own),
        *(_section(group, pairs, names, here, whole) for group, pairs in found if pairs),
    )
    examined = (
        *(told for row in rows for told in _examinations(row, names)),
        *(_recounted(row, names) for row in recounts if row.unit in names),
    )
    few = f"{capital(spelled(len(examined)))} {plural(len(examined), 'uppgift', 'uppgifter')} att granska"
    shown = examined if whole else examined[:MOST_SHOWN]
    more = _all(here, EXAMINE) if len(shown) < len(examined) else None
    return Attention(
        amounts,
        _summary(amounts, len(goals), len(rows)),
        sections,
        few if examined else "",
        shown,
        more,
        f"Visa alla {number(len(examined))}" if more else "",
    )


def _all(here: Selection, place: str = "") -> Link:
    return Link("oversikt", replace(here, listed=Listed.ATTENTION.value, status=None), place)


def entry(row: Judged) -> Entry:
    """What the rules say of the row."""
    outside = row.gap is not None and row.gap.total_outside
    return classify(row.reported, row.attainment, row.change.verdict, total_outside=outside, revised=row.revised)


def _summary(amounts: tuple[int, int], goals: int, rows: int) -> str:
    """'7 av 31 enhetsmål och 19 av 45 indikatorer', only what there is any of."""
    missed, noticed = amounts
    told = [f"{number(missed)} av {amount_words(goals, 'enhetsmål', 'enhetsmål')}"] if missed else []
    told += [f"{number(noticed)} av {amount_words(rows, 'indikator', 'indikatorer')}"] if noticed else []
    return " och ".join(told)


def _goals(status: Status, goals: list[GoalLine], names: Mapping[str, str], here: Selection, whole: bool) -> Section:
    """Unit goals by one status, unit by unit; all of them are the list behind the count of that status."""
    place = {unit: at for at, unit in enumerate(names)}
    ordered = sorted(goals, key=lambda goal: place[goal.unit])
    shown = ordered if whole else ordered[:MOST_SHOWN]
    left = len(ordered) - len(shown)
    return Section(
        GOAL_WORDS[status],
        amount_words(len(ordered), "enhetsmål", "enhetsmål"),
        tuple(_goal(goal, names[goal.unit]) for goal in shown),
        Link("oversikt", replace(here, listed=Listed.GOALS.value, status=status.value)) if left else None,
        f"Visa alla {number(len(ordered))}" if left else "",
        left,
    )


def _goal(goal: GoalLine, unit: str) -> Item:
    where = " · ".join(part for part in (unit, above(goal.path)) if part)
    return goal_item(goal, where, f"rapporteras som {_AS_REPORTED[goal.status or Status.INGEN]}.")


def _section(
    group: Group, pairs: list[tuple[Entry, Judged]], names: Mapping[str, str], here: Selection, whole: bool
) -> Section:
    ordered = furthest_first(pairs) if group in (Group.FAR, Group.NOT_MET) else pairs
    shown = ordered if whole else ordered[:MOST_SHOWN]
    heading = GROUP_WORDS[group].replace("förra året", str((here.year or 0) - 1))
    left = len(ordered) - len(shown)
    return Section(
        heading,
        amount_words(len(pairs), "indikator", "indikatorer"),
        tuple(row_item(row, names[row.row.unit], group) for _, row in shown),
        _all(here) if left else None,
        f"Visa alla {number(len(ordered))}" if left else "",
        left,
    )


def _examinations(row: Judged, names: Mapping[str, str]) -> list[Examination]:
    told: list[Examination] = []
    where = f"{row.name}, {names[row.row.unit]}:"
    if row.gap is not None and row.gap.total_outside:
        girls, boys = row.sexes
        women = printed(row.row.women, row.row.raw_women, row.unit)
        men = printed(row.row.men, row.row.raw_men, row.unit)
        words = f"{row.outcome_printed} totalt, men {women} för {girls} och {men} för {boys}. Så står det i rapporten."
        told.append(Examination(where, words, row.source, "Visa stället"))
    if row.revised and row.then:
        words = (
            f"utfallet {row.row.then_year} är reviderat. Nu trycks {row.previous_printed}, "
            f"i rapporten {row.row.then_year} stod {row.then.printed}."
        )
        told.append(Examination(where, words, row.then.link, "Visa det första stället"))
    if row.planned:
        words = f"årsmålet är {row.target_printed} här, men {row.planned.printed} i verksamhetsplanen."
        told.append(Examination(where, words, row.planned.link, "Visa planen"))
    if row.words_differ:
        told.append(Examination(where, "tecknet och enhetens text säger olika status.", row.source, "Visa stället"))
    return told


def _recounted(row: Recounted, names: Mapping[str, str]) -> Examination:
    words = f"{row.then_kind} är {row.now} här, men {row.then_count} i rapporten för tertialet."
    link = source(row.document, row.place_line, f"s{row.number}")
    return Examination(f"{row.group}, {row.category}, {names[row.unit]}:", words, link, "Visa stället")
