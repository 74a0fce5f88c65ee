"""What changed between two states of the store: reports that came, were replaced or removed, rows, corrections.

The store tells each report's mark in one question per state; only reports whose marks differ are asked for.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Selection
from dashboard.store import snapshots
from dashboard.store.corrections import Decision
from dashboard.swedish import date_words, kind_words
from dashboard.views.changed_goals import of_goals
from dashboard.views.changes import Change, Sentence, Sides, Sort, of_figures, of_rows
from dashboard.views.corrected import LETTERS, CorrectionRow, Record, corrections, records, records_of
from dashboard.views.judged import Judged, judged_rows
from dashboard.views.link import Link
from dashboard.views.reports import Report
from dashboard.views.rows import GoalLine
from dashboard.views.sources import document_link
from dashboard.views.states import Way

if TYPE_CHECKING:
    from dashboard.store.database import Store

# So many reports are compared row by row; that others changed is told, and which.
MOST_COMPARED = 60
_SIDES = Sides("tidigare", "nu")


@dataclass(frozen=True, slots=True)
class Marked(Report):
    """A row of queries/report_marks.sql."""

    imported: str
    mark: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A state to compare with, made at `made`; `store` is None for the time before anything was imported."""

    store: "Store | None"
    made: str


def earlier(store: "Store", wanted: str) -> Earlier | None:
    """The state at a day's end, or of a snapshot; None where it is not kept."""
    kept = store.history()
    found = snapshots.at(kept, wanted)
    if found is not None:
        return Earlier(store.at(found.id), found.made)
    if snapshots.is_day(wanted) and kept and kept[-1].before is None:
        return Earlier(None, wanted)
    return None


@dataclass(frozen=True, slots=True)
class _Pair:
    """A report in the two states; either is None where that state lacks it."""

    then: Marked | None
    now: Marked | None


def changed(store: "Store", catalogue: Catalogue, then: Earlier, wanted: Callable[[Report], bool]) -> list[Change]:
    """All that changed about the wanted reports, in no order."""
    old = [one for one in then.store.rows("report_marks", Marked) if wanted(one)] if then.store else []
    new = [one for one in store.rows("report_marks", Marked) if wanted(one)]
    apart = [pair for pair in _paired(old, new) if pair.then is None or pair.now is None or _differs(pair)]
    found = [change for pair in apart if (change := _of_report(pair))]
    known = {one.id: one for one in new}
    made = [one for one in _since(store, then) if one.document in known]
    found += corrected(made, known)
    if then.store is not None:
        both = [(pair.then, pair.now) for pair in apart if pair.then and pair.now][:MOST_COMPARED]
        mine = {f"{one.document}-{LETTERS.get(one.table_name)}{one.number}" for one in made}
        rows = _compared(store, then.store, catalogue, both)
        found += [change for change in rows if change.key.partition("-")[2] not in mine]
    return found


def _since(store: "Store", then: Earlier) -> list[CorrectionRow]:
    """Decisions that the earlier state lacks. They may be older than it: a report can wait, and one that a new version
    took over is the same decision.
    """
    known = {_decision(one) for one in corrections(then.store, None)} if then.store else set()
    return [one for one in corrections(store, None) if _decision(one) not in known]


def _decision(one: CorrectionRow) -> tuple[str | None, ...]:
    return one.table_name, one.column_name, one.row_name, one.before, one.after, one.made


def _paired(old: Sequence[Marked], new: Sequence[Marked]) -> Iterator[_Pair]:
    """The same file, else the same unit, kind and year: a unit may have got another name since."""
    files = {one.id: one for one in old}
    left = {(one.unit, one.kind, one.year): one for one in old if one.id not in {report.id for report in new}}
    for one in new:
        yield _Pair(files.get(one.id) or left.pop((one.unit, one.kind, one.year), None), one)
    yield from (_Pair(one, None) for one in left.values())


def _differs(pair: _Pair) -> bool:
    return (
        pair.then is not None
        and pair.now is not None
        and (pair.then.id, pair.then.mark)
        != (
            pair.now.id,
            pair.now.mark,
        )
    )


def _of_report(pair: _Pair) -> Change | None:
    """That it came, was replaced, or went; nothing where it is the same file."""
    one = pair.now or pair.then
    if one is None or (pair.now and pair.then and pair.then.id == pair.now.id):
        return None
    return Change(f"d-{one.id}", Sort.REPORT, one.unit, partial(_report_told, one, pair))


def _report_told(one: Marked, pair: _Pair) -> Sentence:
    ways: list[Way] = []
    rest = "finns inte kvar i datalagret."
    if pair.now:
        into = f" i en ny version, i stället för den från {date_words(pair.then.imported[:10])}" if pair.then else ""
        rest = f"lästes in {date_words(pair.now.imported[:10])}{into}."
        ways = [Way("tidigare", document_link(pair.then.id))] if pair.then else []
        ways.append(Way("nu" if pair.then else "rapporten", document_link(pair.now.id)))
    return Sentence(f"{kind_words(one.kind)} {one.year}", rest, _unit_link(one), "Se enheten", tuple(ways))


def _unit_link(report: Report) -> Link:
    return Link("enhet", Selection(unit=report.unit, year=report.year, period=report.kind))


def corrected(made: Sequence[CorrectionRow], known: Mapping[str, Report]) -> list[Change]:
    """What people corrected in these reports, a sentence each; that a doubt was none changes nothing shown."""
    found: list[Change] = []
    for document, report in known.items():
        own = [one for one in made if one.document == document and one.decision is not Decision.ACCEPTED]
        found += [
            Change(f"k{number}-{document}", Sort.CORRECTED, report.unit, partial(_corrected_told, told, report))
            for number, told in enumerate(records(own))
        ]
    return found


def _corrected_told(told: Record, report: Report) -> Sentence:
    verb = {"Utelämnat": "lämnades utanför", "Inskrivet": "skrevs in"}.get(told.decision, "rättades")
    into = f" från {told.before} till {told.after}" if verb == "rättades" else ""
    into = f": {told.after}" if verb == "skrevs in" else into
    ways = [Way("i rapporten", told.link)] if told.link else []
    ways.append(Way("beslutet", records_of(report.id)))
    return Sentence(told.what, f"{verb} {told.when}{into}.", _unit_link(report), "Se enheten", tuple(ways))


@dataclass(frozen=True, slots=True)
class Lines:
    """Rows and goals by the report that they stand in."""

    rows: Mapping[str, Sequence[Judged]]
    goals: Mapping[str, Sequence[GoalLine]]


def lines_of(store: "Store", catalogue: Catalogue, documents: Sequence[str]) -> Lines:
    """What changes are told of, of these reports."""
    rows: dict[str, list[Judged]] = {}
    goals: dict[str, list[GoalLine]] = {}
    for row in judged_rows(store, catalogue, documents=documents):
        rows.setdefault(row.row.document, []).append(row)
    for goal in store.rows("goal_lines", GoalLine, documents=documents):
        goals.setdefault(goal.document, []).append(goal)
    return Lines(rows, goals)


def _compared(
    store: "Store", past: "Store", catalogue: Catalogue, both: Sequence[tuple[Marked, Marked]]
) -> Iterator[Change]:
    if not both:
        return
    was = lines_of(past, catalogue, [then.id for then, _ in both])
    became = lines_of(store, catalogue, [now.id for _, now in both])
    for then, now in both:
        before, after = was.rows.get(then.id, ()), became.rows.get(now.id, ())
        yield from of_rows(before, after, _SIDES)
        yield from of_figures(before, after, _SIDES)
        yield from of_goals(was.goals.get(then.id, ()), became.goals.get(now.id, ()), _SIDES)
