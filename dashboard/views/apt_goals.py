"""The deck's slides of goals and their indicators, and of next year's targets: so many rows that they can be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.analysis.quotations import sentences
from dashboard.model import Kind, Level, Selection, Status
from dashboard.swedish import kind_words, sort_key
from dashboard.views import apt_words
from dashboard.views.apt_room import AIR, LINE, WIDE, lines_of, parted, room, row_height
from dashboard.views.apt_slides import GoalSlide, Notes, PlanLine, PlanSlide
from dashboard.views.enhet_facts import ActivityLine
from dashboard.views.judged import Judged
from dashboard.views.line import Line, line, place_words
from dashboard.views.link import Link, source
from dashboard.views.reports import Report
from dashboard.views.rows import GoalLine, Path

# The columns of names, statuses beside their signs, figures under a bar, and changes beside their arrows.
NAME, STATUS, FIGURES, CHANGE = 455, 170, 230, 130
# A small heading with the air over it; the size of quoted words beside a table, and alone on a slide.
_HEADED = 72
SAID, SAID_LARGE = 26, 34
_PLAN_NAME = 710
# A quotation is read aloud in a breath.
_LONGEST_SAID = 300
_MOST_ACTS = 3
_ANALYSIS = "analys"

Acts = Mapping[int, tuple[ActivityLine, ...]]


@dataclass(frozen=True, slots=True)
class _Held:
    """A slide's heading with the indicators under it, each with the line that stands before it ('' for none).

    `goal` is None for those that hang directly on KF's goals.
    """

    key: str
    goal: GoalLine | None
    rows: tuple[tuple[str, Judged], ...]
    acts: tuple[ActivityLine, ...] = ()


def goal_slides(goals: Sequence[GoalLine], rows: Sequence[Judged], notes: Notes, acts: Acts) -> list[GoalSlide]:
    """In the order of KF's codes; a goal without indicators has its slide too, with its activities and words.

    What hangs directly on one of KF's goals stands with the unit's goal where there is one only, else last, together.
    """
    return [slide for held in _held(goals, rows, acts) for slide in _slides(held, notes)]


def _held(goals: Sequence[GoalLine], rows: Sequence[Judged], acts: Acts) -> Iterator[_Held]:
    own = [goal for goal in goals if goal.level is Level.ENHETSMAL]
    areas = {goal.path.area for goal in own} | {row.row.path.area for row in rows}
    left: list[tuple[str, Judged]] = []
    for area in sorted(areas, key=lambda area: (not area, sort_key(area))):
        inside = [goal for goal in own if goal.path.area == area]
        numbers = {goal.number for goal in inside}
        found = [row for row in rows if row.row.path.area == area]
        loose = [(_area_words(row.row.path), row) for row in found if row.row.goal not in numbers]
        alone = len(inside) == 1 and bool(area)
        above = [goal for goal in goals if area and goal.path.area == area and goal.level is not Level.ENHETSMAL]
        others = tuple(act for goal in above for act in acts.get(goal.number, ()))
        for goal in inside:
            mine = [("", row) for row in found if row.row.goal == goal.number]
            direct = [(f"Direkt under KF:s mål {row.row.path.area_code or ''}".rstrip(), row) for _, row in loose]
            under = (*acts.get(goal.number, ()), *(others if alone else ()))
            yield _Held(f"mal-{goal.number}", goal, (*mine, *(direct if alone else ())), under)
        left += [] if alone else loose
    if left:
        yield _Held("kf-mal", None, tuple(left))


def _slides(held: _Held, notes: Notes) -> Iterator[GoalSlide]:
    """The question and the unit's own words stand on the last of a goal's slides, its notes with the first."""
    whole = _slide(held, held.rows, notes)
    between = LINE + AIR if any(words for words, _ in held.rows) else 0
    free, asked = (room(whole.headline, question) - between for question in ("", whole.question))
    parts = parted(held.rows, _height, free) or [()]
    if sum(map(_height, parts[-1])) > asked:
        parts = parted(held.rows, _height, asked)
    last = len(parts)
    for place, rows in enumerate(parts, 1):
        part = replace(_slide(held, rows, notes), part=f"{place} av {last}" if last > 1 else "")
        if place > 1:
            part = replace(part, key=f"{held.key}-{place}", notes=())
        end = place == last
        yield _filled(part, asked - sum(map(_height, rows)), held, notes) if end else replace(part, question="")


def _height(row: tuple[str, Judged]) -> int:
    """As high as the highest of its cells: the name, the statuses, the bar over its figures, the change."""
    told, name = _line(row[1]), apt_words.spoken(row[1].name)
    said = LINE if told.reported not in (None, Status.INGEN) else 0
    counted = lines_of(counted_words(told), STATUS) * LINE if told.beside else 0
    figures = LINE + lines_of(f"{told.outcome.words}, årsmål {told.target.words}", FIGURES) * LINE
    return max(row_height((name, NAME), (told.moved.word, CHANGE)), max(said + counted, figures) + AIR) + 3


def counted_words(told: Line) -> str:
    return f"Beräknat: {told.counted}"


def _slide(held: _Held, rows: Sequence[tuple[str, Judged]], notes: Notes) -> GoalSlide:
    goal = held.goal
    path = goal.path if goal else rows[0][1].row.path
    return GoalSlide(
        key=held.key,
        headline=goal.title if goal else _headline(held),
        notes=notes.get(goal.key, ()) if goal else (),
        question=apt_words.goal_question(goal.status) if goal else "",
        source=_place(goal) if goal else apt_words.place(rows[0][1]),
        link=source(goal.document, goal.place_line, goal.key) if goal else rows[0][1].source,
        code=path.area_code or "" if goal else "",
        above=path.area_title or "" if goal else "",
        status=goal.status if goal else None,
        planned=goal is None or goal.kind is Kind.VP,
        lines=tuple((apt_words.spoken(row.name), _line(row)) for _, row in rows),
        without="" if held.rows else "Inga indikatorer följs under målet.",
        subs=() if goal is None and _single(held) else tuple(_subs(rows)),
    )


def _subs(rows: Sequence[tuple[str, Judged]]) -> Iterator[tuple[int, str]]:
    before = ""
    for place, (words, _) in enumerate(rows):
        if words != before:
            yield place, words
        before = words


def _single(held: _Held) -> bool:
    return len({words for words, _ in held.rows}) == 1


def _headline(held: _Held) -> str:
    return held.rows[0][0] if _single(held) else "Indikatorer direkt under KF:s mål"


def _line(row: Judged) -> Line:
    return line(row, row.row.unit_name)


def _filled(slide: GoalSlide, left: int, held: _Held, notes: Notes) -> GoalSlide:
    """With the goal's activities and the unit's own words, as far as `left` px under the indicators hold them."""
    left -= LINE + 2 * AIR if slide.without else 0
    kept: list[ActivityLine] = []
    for act in held.acts[:_MOST_ACTS]:
        height = row_height((act.title, WIDE - 280)) + (0 if kept else _HEADED)
        if height <= left:
            kept.append(act)
            left -= height
    about, said = _said(notes.get(held.goal.key, ())) if held.goal else ("", "")
    size = SAID_LARGE if slide.without else SAID
    fits = said and lines_of(said, WIDE - 40, size) * size * 1.3 + _HEADED <= left
    return replace(slide, acts=tuple(kept), said=said if fits else "", said_as=about)


def _said(told: Sequence[str]) -> tuple[str, str]:
    """What the words are, and their first whole sentences: those of the analysis where there is one."""
    parts = [words.partition(": ") for words in told]
    heading, _, body = next(
        (part for part in parts if _ANALYSIS in part[0].casefold()), parts[0] if parts else ("",) * 3
    )
    words = ""
    for sentence in sentences(body.lstrip("-–• ")):
        if len(words) + len(sentence) > _LONGEST_SAID:
            break
        words = f"{words} {sentence}".strip()
    return ("Med egna ord" if _ANALYSIS in heading.casefold() else heading), words


def _area_words(path: Path) -> str:
    if not path.area:
        return "Indikatorer utan mål i rapporten"
    return f"KF:s mål{' ' + path.area_code if path.area_code else ''}: {path.area_title or ''}".rstrip(": ")


def _place(goal: GoalLine) -> str:
    where = place_words(goal.place_line, goal.place_page)
    return f"Källa: {kind_words(goal.kind).lower()} {goal.year}{', ' + where if where else ''}"


def plan_slides(rows: Sequence[Judged], now: Sequence[Judged], plan: Report | None) -> list[PlanSlide]:
    """Next year's targets beside this year's outcomes; none where no plan is stored."""
    if plan is None:
        return []
    outcomes = {row.row.indicator: row for row in now}
    lines = [_plan_line(row, outcomes.get(row.row.indicator)) for row in rows]
    headline, question = f"Målen för {plan.year}", f"Vilka mål är svårast att nå {plan.year}?"
    parts = parted([line for line in lines if line.target], _plan_height, room(headline, question))
    return [
        PlanSlide(
            key="plan" if place == 1 else f"plan-{place}",
            headline=headline,
            question=question if place == len(parts) else "",
            source=f"Källa: verksamhetsplan {plan.year}",
            link=source(plan.id, None),
            lines=tuple(found),
            part=f"{place} av {len(parts)}" if len(parts) > 1 else "",
        )
        for place, found in enumerate(parts, 1)
    ]


def _plan_height(line: PlanLine) -> int:
    return row_height((line.name, _PLAN_NAME), (line.target, 160), (line.outcome, 160))


def _plan_line(row: Judged, now: Judged | None) -> PlanLine:
    outcome = now.outcome_printed if now else ""
    link = Link("indikator", Selection(indicator=row.row.indicator))
    return PlanLine(
        name=row.name, target=row.target_printed or row.row.target_text or "", outcome=outcome or "saknas", link=link
    )
