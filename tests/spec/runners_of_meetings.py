"""Runners of the rules behind a unit's slides: what is best, what to work on, what is asked."""

from dashboard.analysis.attainment import Attainment, attain, differs
from dashboard.analysis.attention import Entry, classify
from dashboard.analysis.change import Verdict, change
from dashboard.analysis.gap import gap
from dashboard.analysis.meeting import QUESTION_WORDS, best, talk, to_work_on
from dashboard.model import Direction, Kind, Status
from dashboard.swedish import parse_cell
from tests.spec.row import NOTHING, Answer, Row

_NAMES = ("A", "B", "C", "D")


def asked(row: Row) -> Answer:
    """A whole year's figures, without a band."""
    said = _said(row.take("rapporterad status"))
    direction = Direction(row.take("riktning"))
    outcome, target, before, women, men = (
        row.cell(name).value for name in ("utfall", "årsmål", "förra året", "kvinnor", "män")
    )
    computed = _attained(outcome, target, direction)
    split = gap(women, men, outcome, target, direction)
    verdict = change(outcome, before, direction=direction).verdict
    missing = split.missing_target if split else ()
    why = talk(said, computed.status, verdict, missing, apart=differs(said, computed.status))
    return {"fråga": QUESTION_WORDS[why] if why else NOTHING}


def best_of_year(row: Row) -> Answer:
    told = [(name, *row.take(name).split(", ")) for name in _NAMES]
    found = best((Status(said), None, Verdict(verdict), name) for name, said, verdict in told)
    return {"bäst i år": ", ".join(found) or NOTHING}


def worked_on(row: Row) -> Answer:
    """Each is higher-is-better, and nothing is known of the year before."""
    cells = [(name, row.take(name)) for name in _NAMES]
    found = to_work_on((_entry(cell), name) for name, cell in cells if cell != NOTHING)
    return {"att arbeta med": ", ".join(found) or NOTHING}


def _entry(cell: str) -> Entry:
    said, _, figures = cell.partition(": ")
    outcome, target = (parse_cell(part).value for part in figures.split(" mot "))
    return classify(_said(said), _attained(outcome, target, Direction.HIGHER), Verdict.NONE)


def _attained(outcome: float | None, target: float | None, direction: Direction) -> Attainment:
    return attain(
        outcome, target, direction=direction, band=None, target_text=None, kind=Kind.VB, accumulates=False,
        periodicity=None, missing=None,
    )  # fmt: skip


def _said(text: str) -> Status | None:
    return None if text == NOTHING else Status(text)
