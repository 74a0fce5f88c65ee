"""What changed between two reports of one unit, or two versions of one: a sentence each, with before and after."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, partial

from dashboard.analysis.changes import Pairs, Step, TargetMove, TargetStep, paired, status_step, target_step
from dashboard.analysis.lineage import title_key
from dashboard.analysis.plans import Figure
from dashboard.model import Kind, Status
from dashboard.swedish import parse_cell
from dashboard.views.judged import Judged, Then
from dashboard.views.line import place_words
from dashboard.views.link import Link
from dashboard.views.states import Way
from dashboard.views.telling import unit_place


class Sort(StrEnum):
    """What a change is, as the address calls it, in the order that a page lists them."""

    DOWN = "ned"
    UP = "upp"
    TARGET = "arsmal"
    REVISED = "reviderat"
    NEW = "nya"
    ENDED = "avslutade"
    JUDGED = "bedomning"
    CORRECTED = "rattelser"
    REPORT = "rapporter"


SORT_WORDS = {
    Sort.DOWN: ("status ned", "statusar ned"),
    Sort.UP: ("status upp", "statusar upp"),
    Sort.JUDGED: ("bedömning införd eller borttagen", "bedömningar införda eller borttagna"),
    Sort.TARGET: ("flyttat årsmål", "flyttade årsmål"),
    Sort.REVISED: ("reviderad siffra", "reviderade siffror"),
    Sort.NEW: ("ny", "nya"),
    Sort.ENDED: ("avslutad", "avslutade"),
    Sort.CORRECTED: ("rättelse", "rättelser"),
    Sort.REPORT: ("rapport", "rapporter"),
}
SORTS = tuple(Sort)
STEPS = {Step.UP: Sort.UP, Step.DOWN: Sort.DOWN, Step.JUDGED: Sort.JUDGED, Step.UNJUDGED: Sort.JUDGED}


@dataclass(frozen=True, slots=True)
class Sides:
    """What the two reports are called in a sentence: '2024' and '2025', or 'tidigare' and 'nu'."""

    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """`strong` and `rest` are one sentence; `link` leads to the row now, `sources` to both reports."""

    strong: str
    rest: str
    link: Link
    link_words: str
    sources: tuple[Way, ...] = ()


@dataclass(frozen=True)
class Change:
    """`statuses` are before and now. Thousands may be counted and few shown, so words are made when they are read."""

    key: str
    sort: Sort
    unit: str
    tell: Callable[[], Sentence] = field(compare=False, repr=False)
    statuses: tuple[Status | None, Status | None] | None = None

    @cached_property
    def told(self) -> Sentence:
        return self.tell()


def of_rows(before: Sequence[Judged], now: Sequence[Judged], sides: Sides) -> Iterator[Change]:
    """Of indicators: statuses, targets, and which came and went."""
    found = _paired(before, now)
    for old, new in found.both:
        yield from _status(old, new, sides)
        yield from _target(old, new, sides)
    # A report without any indicators was not read as one with them: then nothing came and nothing went.
    if before and now:
        yield from (_row_change(Sort.NEW, row, partial(_came, row, sides), letter="n") for row in found.came)
        yield from (_row_change(Sort.ENDED, row, partial(_went, row, sides), letter="b") for row in found.went)


def of_figures(before: Sequence[Judged], now: Sequence[Judged], sides: Sides) -> Iterator[Change]:
    """Figures that two versions of one report print differently."""
    for old, new in _paired(before, now).both:
        figures = (
            ("utfallet", old.outcome_printed, new.outcome_printed),
            (f"utfallet för {new.row.then_year}", old.previous_printed, new.previous_printed),
        )
        for number, (what, was, became) in enumerate(figures):
            if was != became:
                tell = partial(_figure_told, old, new, (what, was or "tom cell", became or "tom cell"), sides)
                yield _row_change(Sort.REVISED, new, tell, letter=f"s{number}")


def _figure_told(old: Judged, new: Judged, told: tuple[str, str, str], sides: Sides) -> Sentence:
    what, was, became = told
    rest = f"fick {what} ändrat från {was} ({sides.then}) till {became} ({sides.now})."
    return _sentence(new, rest, _both(old.source, _words(old), new, sides))


def of_revisions(now: Sequence[Judged]) -> Iterator[Change]:
    """Last year's figures that this year's report prints otherwise than last year's did."""
    for row in now:
        if row.revised and row.then:
            yield _row_change(Sort.REVISED, row, partial(_revision_told, row, row.then), letter="r")


def _revision_told(row: Judged, then: Then) -> Sentence:
    year = row.row.then_year
    told = f"{then.printed} (rapporten {year}) till {row.previous_printed} (rapporten {row.row.year})"
    place = place_words(row.row.then_line, None) or "rapporten"
    ways = _both(then.link, place, row, Sides(f"{year}", f"{row.row.year}"))
    return _sentence(row, f"fick utfallet för {year} ändrat från {told}.", ways)


def _paired(before: Sequence[Judged], now: Sequence[Judged]) -> Pairs[Judged]:
    """By the name as printed last: a person may have said since that the name is another indicator's."""
    return paired(before, now, _place, lambda row: row.row.indicator, lambda row: row.row.name_raw)


def _place(row: Judged) -> tuple[str, str]:
    return row.row.indicator, title_key(row.row.unit_goal or row.row.board_goal or row.row.area)


def _status(old: Judged, new: Judged, sides: Sides) -> Iterator[Change]:
    step = status_step(old.reported, new.reported)
    # A plan has no statuses: that they are missing there is no news.
    if step is not Step.SAME and Kind.VP not in (old.row.kind, new.row.kind):
        tell = partial(_status_told, old, new, step, sides)
        yield _row_change(STEPS[step], new, tell, letter="u", statuses=(old.reported, new.reported))


def _status_told(old: Judged, new: Judged, step: Step, sides: Sides) -> Sentence:
    rest = stepped(step, old.reported, new.reported, sides)
    return _sentence(new, rest, _both(old.source, _words(old), new, sides))


def stepped(step: Step, then: Status | None, now: Status | None, sides: Sides) -> str:
    if step is Step.JUDGED:
        return f"fick statusen {now} ({sides.now}) och saknade bedömning ({sides.then})."
    if step is Step.UNJUDGED:
        return f"saknar bedömning ({sides.now}) och hade statusen {then} ({sides.then})."
    return f"gick från {then} ({sides.then}) till {now} ({sides.now})."


def _target(old: Judged, new: Judged, sides: Sides) -> Iterator[Change]:
    move = target_step(_figure(old), _figure(new), new.direction)
    if move.step is not TargetStep.SAME:
        yield _row_change(Sort.TARGET, new, partial(_target_told, old, new, move, sides), letter="m")


def _target_told(old: Judged, new: Judged, move: TargetMove, sides: Sides) -> Sentence:
    rest = _moved(move, _wanted(old), _wanted(new), sides)
    return _sentence(new, rest, _both(old.source, _words(old), new, sides))


def _figure(row: Judged) -> Figure:
    return Figure(row.row.target, parse_cell(row.row.raw_target).unit, row.row.target_text)


def _wanted(row: Judged) -> str:
    return row.target_printed or (f"”{row.row.target_text}”" if row.row.target_text else "")


def _moved(move: TargetMove, was: str, became: str, sides: Sides) -> str:
    if move.step is TargetStep.SET:
        return f"har årsmålet {became} ({sides.now}) och hade inget ({sides.then})."
    if move.step is TargetStep.LIFTED:
        return f"har inget årsmål ({sides.now}) och hade {was} ({sides.then})."
    verb = {TargetStep.RAISED: "höjt", TargetStep.LOWERED: "sänkt"}.get(move.step, "ändrat")
    asks = {True: ", ett högre krav", False: ", ett lägre krav", None: ""}[move.stricter]
    return f"fick årsmålet {verb} från {was} ({sides.then}) till {became} ({sides.now}){asks}."


def _came(row: Judged, sides: Sides) -> Sentence:
    rest = f"är ny i rapporten ({sides.now}){_with(', med', row)}."
    return _sentence(row, rest, (Way(f"{sides.now}: {_words(row)}", row.source),))


def _went(row: Judged, sides: Sides) -> Sentence:
    rest = f"finns inte kvar ({sides.now}), men fanns{_with(' med', row)} ({sides.then})."
    return _sentence(row, rest, (Way(f"{sides.then}: {_words(row)}", row.source),))


def _with(word: str, row: Judged) -> str:
    """' med utfallet 12 och årsmålet 90'; '' where the row has neither."""
    told = [("utfallet", row.outcome_printed), ("årsmålet", _wanted(row))]
    parts = [f"{name} {value}" for name, value in told if value]
    return f"{word} {' och '.join(parts)}" if parts else ""


def _row_change(
    sort: Sort,
    row: Judged,
    tell: Callable[[], Sentence],
    *,
    letter: str,
    statuses: tuple[Status | None, Status | None] | None = None,
) -> Change:
    return Change(f"{letter}-{row.row.document}-{row.key}", sort, row.row.unit, tell, statuses)


def _sentence(row: Judged, rest: str, sources: tuple[Way, ...]) -> Sentence:
    return Sentence(row.name, rest, unit_place(row), "Se siffran", sources)


def _words(row: Judged) -> str:
    return place_words(row.row.place_line, row.row.place_page) or "rapporten"


def _both(then: Link, words: str, new: Judged, sides: Sides) -> tuple[Way, ...]:
    return Way(f"{sides.then}: {words}", then), Way(f"{sides.now}: {_words(new)}", new.source)


def in_order(found: Iterable[Change]) -> tuple[Change, ...]:
    """As pages list them: what went down first."""
    return tuple(sorted(found, key=lambda change: SORTS.index(change.sort)))
