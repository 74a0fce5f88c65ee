"""What changed between two reports of one unit, or two versions of one: a sentence each, with before and after."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.analysis.changes import Pairs, Step, TargetMove, TargetStep, paired, status_step, target_step
from dashboard.analysis.lineage import title_key
from dashboard.analysis.plans import Figure
from dashboard.model import Kind, Status
from dashboard.swedish import parse_cell
from dashboard.views.judged import Judged
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
class Change:
    """`strong` and `rest` are one sentence; `sources` lead to both reports; `statuses` are before and now."""

    key: str
    sort: Sort
    unit: str
    strong: str
    rest: str
    link: Link
    link_words: str
    sources: tuple[Way, ...] = ()
    statuses: tuple[Status | None, Status | None] | None = None


def of_rows(before: Sequence[Judged], now: Sequence[Judged], sides: Sides) -> Iterator[Change]:
    """Of indicators: statuses, targets, and which came and went."""
    found = _paired(before, now)
    for old, new in found.both:
        yield from _status(old, new, sides)
        yield from _target(old, new, sides)
    # A report without any indicators was not read as one with them: then nothing came and nothing went.
    if before and now:
        yield from (_came(row, sides) for row in found.came)
        yield from (_went(row, sides) for row in found.went)


def of_figures(before: Sequence[Judged], now: Sequence[Judged], sides: Sides) -> Iterator[Change]:
    """Figures that two versions of one report print differently."""
    for old, new in _paired(before, now).both:
        figures = (
            ("utfallet", old.outcome_printed, new.outcome_printed),
            (f"utfallet för {new.row.then_year}", old.previous_printed, new.previous_printed),
        )
        for number, (what, was, became) in enumerate(figures):
            if was != became:
                told = f"{was or 'tom cell'} ({sides.then}) till {became or 'tom cell'} ({sides.now})"
                ways = _both(old.source, _words(old), new, sides)
                yield _row_change(Sort.REVISED, new, f"fick {what} ändrat från {told}.", ways, letter=f"s{number}")


def of_revisions(now: Sequence[Judged]) -> Iterator[Change]:
    """Last year's figures that this year's report prints otherwise than last year's did."""
    for row in now:
        if row.revised and row.then:
            year = row.row.then_year
            told = f"{row.then.printed} (rapporten {year}) till {row.previous_printed} (rapporten {row.row.year})"
            then = place_words(row.row.then_line, None) or "rapporten"
            sides = Sides(f"{year}", f"{row.row.year}")
            ways = _both(row.then.link, then, row, sides)
            yield _row_change(Sort.REVISED, row, f"fick utfallet för {year} ändrat från {told}.", ways, letter="r")


def _paired(before: Sequence[Judged], now: Sequence[Judged]) -> Pairs[Judged]:
    """By the name as printed last: a person may have said since that the name is another indicator's."""
    return paired(before, now, _place, lambda row: row.row.indicator, lambda row: row.row.name_raw)


def _place(row: Judged) -> tuple[str, str]:
    return row.row.indicator, title_key(row.row.unit_goal or row.row.board_goal or row.row.area)


def _status(old: Judged, new: Judged, sides: Sides) -> Iterator[Change]:
    step = status_step(old.reported, new.reported)
    # A plan has no statuses: that they are missing there is no news.
    if step is not Step.SAME and Kind.VP not in (old.row.kind, new.row.kind):
        sources = _both(old.source, _words(old), new, sides)
        rest = stepped(step, old.reported, new.reported, sides)
        yield _row_change(STEPS[step], new, rest, sources, letter="u", statuses=(old.reported, new.reported))


def stepped(step: Step, then: Status | None, now: Status | None, sides: Sides) -> str:
    if step is Step.JUDGED:
        return f"fick statusen {now} ({sides.now}) och saknade bedömning ({sides.then})."
    if step is Step.UNJUDGED:
        return f"saknar bedömning ({sides.now}) och hade statusen {then} ({sides.then})."
    return f"gick från {then} ({sides.then}) till {now} ({sides.now})."


def _target(old: Judged, new: Judged, sides: Sides) -> Iterator[Change]:
    move = target_step(_figure(old), _figure(new), new.direction)
    if move.step is not TargetStep.SAME:
        sources = _both(old.source, _words(old), new, sides)
        yield _row_change(Sort.TARGET, new, _moved(move, _wanted(old), _wanted(new), sides), sources, letter="m")


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


def _came(row: Judged, sides: Sides) -> Change:
    rest = f"är ny i rapporten ({sides.now}){_with(', med', row)}."
    return _row_change(Sort.NEW, row, rest, (Way(f"{sides.now}: {_words(row)}", row.source),), letter="n")


def _went(row: Judged, sides: Sides) -> Change:
    rest = f"finns inte kvar ({sides.now}), men fanns{_with(' med', row)} ({sides.then})."
    return _row_change(Sort.ENDED, row, rest, (Way(f"{sides.then}: {_words(row)}", row.source),), letter="b")


def _with(word: str, row: Judged) -> str:
    """' med utfallet 12 och årsmålet 90'; '' where the row has neither."""
    told = [("utfallet", row.outcome_printed), ("årsmålet", _wanted(row))]
    parts = [f"{name} {value}" for name, value in told if value]
    return f"{word} {' och '.join(parts)}" if parts else ""


def _row_change(
    sort: Sort,
    row: Judged,
    rest: str,
    sources: tuple[Way, ...],
    *,
    letter: str,
    statuses: tuple[Status | None, Status | None] | None = None,
) -> Change:
    key = f"{letter}-{row.row.document}-{row.key}"
    return Change(key, sort, row.row.unit, row.name, rest, unit_place(row), "Se siffran", sources, statuses)


def _words(row: Judged) -> str:
    return place_words(row.row.place_line, row.row.place_page) or "rapporten"


def _both(then: Link, words: str, new: Judged, sides: Sides) -> tuple[Way, ...]:
    return Way(f"{sides.then}: {words}", then), Way(f"{sides.now}: {_words(new)}", new.source)


def in_order(found: Iterable[Change]) -> tuple[Change, ...]:
    """As pages list them: what went down first."""
    return tuple(sorted(found, key=lambda change: SORTS.index(change.sort)))
