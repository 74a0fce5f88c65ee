"""What stands around a unit's figures: the report and how its board is known, activities, and feedback."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.model import Selection
from dashboard.swedish import amount_words, kind_words, listed, period_words, plural
from dashboard.views.enhet_goals import Asked, Words, place_words, toggled
from dashboard.views.link import Link, source
from dashboard.views.reports import Report
from dashboard.views.rows import ActivityCells, FeedbackRow
from dashboard.views.states import stored_periods


@dataclass(frozen=True, slots=True)
class FactOf:
    """A fact of the report; `missing` when it says what the report lacks."""

    label: str
    words: str
    missing: bool = False
    links: tuple[tuple[str, Link], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow(ActivityCells):
    """An activity as queries/activities.sql gives it."""

    goal: int | None
    has_analysis: bool


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """`toggle` is None where the report has no words of its own on the activity."""

    key: str
    code: str
    title: str
    start: str
    end: str
    deviation: str
    toggle: Link | None
    words: tuple[Words, ...] | None
    source: Link
    source_words: str


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """A category's numbers, with its place in the report."""

    number: int
    category: str
    t1: int | None
    t2: int | None
    vb: int | None
    total: int | None
    source: Link
    source_words: str


@dataclass(frozen=True, slots=True)
class FeedbackGroup:
    """The categories of one group; `empty` are those without any figure, told by name."""

    name: str
    rows: tuple[FeedbackLine, ...]
    empty: str


def facts(report: Report, name: str, others: Sequence[Report], here: Selection) -> tuple[FactOf, ...]:
    """`others` are the unit's other current reports."""
    found = [
        FactOf("Rapport", "", links=((f"{kind_words(report.kind)} {report.year}", source(report.id, None)),)),
        FactOf("Rapportens datum", report.date or "står inte i rapporten", report.date is None),
        _board(report),
        _read(report),
    ]
    if report.unit_name != name:
        found.insert(0, FactOf("Namn i rapporten", report.unit_name))
    links = tuple(
        (period_words(kind, year), Link("enhet", Selection(unit=here.unit, year=year, period=kind)))
        for year, kind in stored_periods(others)
    )
    found.append(FactOf("Andra perioder", "" if links else "inga är inlästa", not links, links))
    return tuple(found)


def _board(report: Report) -> FactOf:
    if report.board is None:
        return FactOf("Nämnd", "står inte i rapporten", True)
    how = {"vald": ", vald vid importen", "katalog": ", ur katalogen över enheter"}.get(report.board_source or "", "")
    return FactOf("Nämnd", f"{report.board}{how}")


def _read(report: Report) -> FactOf:
    parts = [
        amount_words(report.goal_count, "mål", "mål"),
        amount_words(report.outcome_count, "indikator", "indikatorer"),
        amount_words(report.activity_count, "aktivitet", "aktiviteter"),
    ]
    if not report.doubt_count:
        return FactOf("Inläst", f"{listed(parts)}, inget att granska")
    return FactOf(
        "Inläst", f"{listed(parts)},", links=((f"{report.doubt_count} att granska", source(report.id, None)),)
    )


def activity_lines(
    rows: Sequence[ActivityRow], document: str, codes: Mapping[int, str], asked: Asked
) -> tuple[ActivityLine, ...]:
    """`codes` gives KF's goal for the number of the goal that an activity hangs on."""
    return tuple(_activity(row, document, codes.get(-1 if row.goal is None else row.goal, ""), asked) for row in rows)


def _activity(row: ActivityRow, document: str, code: str, asked: Asked) -> ActivityLine:
    key = f"a{row.number}"
    return ActivityLine(
        key=key,
        code=code,
        title=row.title,
        start=row.start or "",
        end=row.end or "",
        deviation=row.deviation or "",
        toggle=toggled(asked.here, key) if row.has_analysis else None,
        words=asked.texts.get(key, ()) if key in asked.here.rows and row.has_analysis else None,
        source=source(document, row.place_line, key),
        source_words=place_words(row.place_line, row.place_page),
    )


def feedback_groups(rows: Sequence[FeedbackRow], document: str) -> tuple[FeedbackGroup, ...]:
    """In the report's order; categories without any figure are gathered in a sentence below their group."""
    names = dict.fromkeys(row.group for row in rows)
    return tuple(_feedback(name, [row for row in rows if row.group == name], document) for name in names)


def _feedback(name: str, rows: Sequence[FeedbackRow], document: str) -> FeedbackGroup:
    told = [row for row in rows if any(v is not None for v in (row.t1, row.t2, row.vb, row.total))]
    empty = [row.category for row in rows if row not in told]
    noun = plural(len(empty), "kategorin", "kategorierna")
    lines = tuple(_feedback_line(row, document) for row in told)
    return FeedbackGroup(name, lines, f"Utan uppgift i rapporten: {noun} {listed(empty)}." if empty else "")


def _feedback_line(row: FeedbackRow, document: str) -> FeedbackLine:
    return FeedbackLine(
        row.number,
        row.category,
        row.t1,
        row.t2,
        row.vb,
        row.total,
        source(document, row.place_line, f"s{row.number}"),
        place_words(row.place_line, row.place_page),
    )
