"""Runners of the rules on goals and targets over years: the same goal or another, a plan beside what was."""

from dashboard.analysis.lineage import Wording, indexed, kinship
from dashboard.analysis.plans import MOVE_WORDS, NOWHERE, Figure, ahead, moved
from dashboard.model import Direction, Level
from dashboard.swedish import number
from tests.spec.row import NOTHING, Answer, Row


def same_goal(row: Row) -> Answer:
    """Both goals are one unit's, under the same goal."""
    names = {"KF:s mål": Level.VERKSAMHETSOMRADESMAL, "nämndmål": Level.NAMNDMAL, "enhetsmål": Level.ENHETSMAL}
    level = names[row.take("nivå")]
    own, other = (
        _wording(level, row.take(title), int(row.take(year)))
        for title, year in (("målet", "år"), ("det andra målet", "det andra året"))
    )
    found = kinship(own, indexed([own]), indexed([other]))
    return {"svar": found.kin if found else NOTHING}


def _wording(level: Level, printed: str, year: int) -> Wording:
    code, _, title = printed.partition(" ") if printed[0].isdigit() else ("", "", printed)
    return Wording(printed, level, code or None, title, year, "ett nämndmål", frozenset({"en enhet"}))


def planned_target(row: Row) -> Answer:
    found = moved(figure(row, "planen"), figure(row, "året före"), Direction(row.take("riktning")))
    asks = {True: "högre", False: "lägre", None: NOTHING}[found.stricter]
    return {"årsmålet": MOVE_WORDS[found.move], "krav": asks}


def planned_beside_outcome(row: Row) -> Answer:
    planned = figure(row, "planen")
    found = ahead(figure(row, "senaste utfallet"), planned, Direction(row.take("riktning")))
    if found is None:
        return {"nått redan": NOTHING, "kvar": NOTHING}
    left = number(found.left, None, planned.unit).replace("\u00a0", " ")
    return {"nått redan": "ja" if found.reached else "nej", "kvar": left}


def figure(row: Row, column: str) -> Figure:
    if row.take(column) == "finns inte":
        return NOWHERE
    cell = row.cell(column)
    return Figure(cell.value, cell.unit, cell.words)
