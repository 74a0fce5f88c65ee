"""Makes each candidate a record or a doubt: nothing that extraction proposed disappears here."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dashboard.importing import check_icons, check_rows, joining
from dashboard.importing.candidates import Found, GoalFound, RowFound, TextFound
from dashboard.importing.check_feedback import feedback
from dashboard.importing.names import Names
from dashboard.importing.privacy import Cleaner
from dashboard.model import Activity, Doubt, Feedback, Goal, Kind, Level, Outcome, Place, Severity, Text


@dataclass(frozen=True, slots=True)
class Context:
    """What a check needs to know of the whole document."""

    kind: Kind
    year: int
    names: Names
    cleaner: Cleaner
    words: joining.Lexicon


@dataclass(slots=True)
class Checked:
    """The records of one document, in reading order, and all doubts about them."""

    goals: list[Goal] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    feedback: list[Feedback] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def check(found: Found, context: Context) -> Checked:
    """Records and doubts of all candidates: as many goals, rows and feedback rows as were proposed."""
    checked = Checked()
    checked.goals = [_goal(number, goal, context) for number, goal in enumerate(found.goals)]
    checked.doubts += _goal_doubts(checked.goals, context.kind)
    checked.doubts += [doubt for goal in found.goals for doubt in _icon_doubts(goal)]
    for number, row in enumerate(found.indicators):
        outcome, doubts = check_rows.outcome(number, row, context)
        checked.outcomes.append(outcome)
        checked.doubts += doubts
    for number, row in enumerate(found.activities):
        activity, doubts = check_rows.activity(number, row, context)
        checked.activities.append(activity)
        checked.doubts += doubts
    for number, line in enumerate(found.feedback):
        record, doubts = feedback(number, line, context.cleaner)
        checked.feedback.append(record)
        checked.doubts += doubts
    for number, doubt in repeated(found.indicators, "indikatorn"):
        checked.doubts.append(replace(doubt, outcome=number))
    checked.doubts += [doubt for _, doubt in repeated(found.activities, "aktiviteten")]
    checked.texts = [text for one in found.texts if (text := _text(one, context.cleaner))]
    checked.doubts += [
        Doubt(
            "oklar-rad" if one.unsure else "oplacerad-rad",
            check_rows.UNSURE if one.unsure else "Raden ser ut att höra till en tabell men kunde inte placeras.",
            one.text,
            one.place,
            Severity.ERROR,
        )
        for one in found.unplaced
    ]
    checked.doubts += [
        Doubt("okänd-kolumn", f"Kolumnen ”{one.text}” känns inte igen och läses inte.", one.text, one.place)
        for one in found.unknown_columns
    ]
    checked.doubts = [_clean(doubt, context.cleaner) for doubt in checked.doubts]
    return checked


def _goal(number: int, goal: GoalFound, context: Context) -> Goal:
    title = context.cleaner.clean(goal.title)
    status = goal.status or check_icons.shown(goal.icons).status
    return Goal(number, goal.level, goal.code, title, status, goal.parent, goal.place)


def _icon_doubts(goal: GoalFound) -> list[Doubt]:
    shown = check_icons.shown(goal.icons)
    doubts = [Doubt(fault.kind, fault.reason, fault.text, fault.place) for fault in shown.faults]
    if shown.status and goal.status and shown.status is not goal.status:
        reason = f"Ikonen visar ”{shown.status}” men orden säger ”{goal.status}”; orden räknas."
        doubts.append(Doubt("status-skiljer", reason, goal.title, goal.place))
    return doubts


def _goal_doubts(goals: Iterable[Goal], kind: Kind) -> list[Doubt]:
    doubts: list[Doubt] = []
    for goal in goals:
        if not goal.title:
            doubts.append(Doubt("mål-utan-namn", "Målets rubrik saknar namn.", str(goal.level), goal.place))
        if goal.parent is None and goal.level is not Level.INRIKTNINGSMAL:
            doubts.append(
                Doubt(
                    "mål-utan-överordnat",
                    "Målet står inte under något överordnat mål.",
                    goal.title,
                    goal.place,
                    Severity.NOTE,
                )
            )
        if goal.status is None and kind is not Kind.VP:
            doubts.append(
                Doubt(
                    "mål-utan-status", "Ingen status står under målets rubrik.", goal.title, goal.place, Severity.NOTE
                )
            )
    return doubts


def _text(text: TextFound, cleaner: Cleaner) -> Text | None:
    body = cleaner.clean("\n".join(paragraph for paragraph in text.paragraphs if paragraph))
    if not body.strip():
        return None
    heading, above = cleaner.clean(text.heading), cleaner.clean(text.above) if text.above else None
    return Text(text.of, text.number, heading, body, text.place, above, _starts(text, body))


def _starts(text: TextFound, body: str) -> tuple[int, ...] | None:
    """The paragraphs' lines or pages; None where one has none, or where cleaning took a paragraph's end away."""
    pairs = zip(text.paragraphs, text.places, strict=False)
    found = [place.line or place.page for paragraph, place in pairs if paragraph]
    whole = tuple(start for start in found if start)
    return whole if len(whole) == body.count("\n") + 1 else None


def repeated(rows: Iterable[RowFound], what: str) -> list[tuple[int, Doubt]]:
    """The same row twice under one goal, each with its turn among the rows; under two goals it is as it should be."""
    seen: dict[tuple[int | None, str], Place] = {}
    doubts: list[tuple[int, Doubt]] = []
    for number, row in enumerate(rows):
        name = joining.folded(row.name)
        if (row.goal, name) in seen:
            reason = f"Samma rad två gånger: {what} står också {_at(seen[row.goal, name])} under samma mål."
            doubts.append((number, Doubt("dubbel-rad", reason, row.name, row.place)))
        else:
            seen[row.goal, name] = row.place
    return doubts


def _at(place: Place) -> str:
    if place.line is not None:
        return f"på rad {place.line}"
    return f"på sidan {place.page}" if place.page is not None else "tidigare"


def _clean(doubt: Doubt, cleaner: Cleaner) -> Doubt:
    text = cleaner.clean(doubt.text)
    return Doubt(doubt.kind, doubt.reason, text, doubt.place, doubt.severity, doubt.outcome)
