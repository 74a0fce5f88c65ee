"""Runners of the rules on what changed: statuses, targets, and which two reports are compared."""

from dashboard.analysis.changes import When, before_of, status_step, target_step
from dashboard.model import Direction, Status
from dashboard.swedish import period_words
from tests.spec.row import NOTHING, PERIODS, Answer, Row
from tests.spec.runners_of_goals import figure


def step_of_status(row: Row) -> Answer:
    return {"statusen": status_step(_status(row.take("då")), _status(row.take("nu")))}


def step_of_target(row: Row) -> Answer:
    found = target_step(figure(row, "då"), figure(row, "nu"), Direction(row.take("riktning")))
    return {"årsmålet": found.step, "krav": {True: "högre", False: "lägre", None: NOTHING}[found.stricter]}


def compared_report(row: Row) -> Answer:
    stored = [_when(words) for words in row.take("inlästa rapporter").split(", ")]
    nearest = row.take("jämför med") == "föregående"
    found = before_of(_when(row.take("rapporten")), stored, nearest=nearest)
    return {"jämförs med": period_words(found.kind, found.year) if found else NOTHING}


def _status(word: str) -> Status | None:
    return None if word == NOTHING else Status(word)


def _when(words: str) -> When:
    kind, _, year = words.rpartition(" ")
    return When(int(year), PERIODS[kind])
