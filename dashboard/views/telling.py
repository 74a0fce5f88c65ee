"""One indicator row told in a sentence, made by rules from its figures: the name, then what it became."""

from dataclasses import dataclass

from dashboard.analysis.attention import Group
from dashboard.analysis.change import Verdict
from dashboard.model import Kind, Selection, Status
from dashboard.swedish import capital, difference
from dashboard.views.bullet import Bullet, bullet
from dashboard.views.judged import Judged
from dashboard.views.link import Link
from dashboard.views.rows import GoalLine, Path

REPORTED_AS = {Status.HELT: "helt uppfylld", Status.DELVIS: "delvis uppfylld", Status.EJ: "ej uppfylld"}


@dataclass(frozen=True, slots=True)
class Item:
    """A goal or an indicator in a list: its signs, `strong` and `rest` as one sentence, a note, and where it stands.

    `said`: the sentence has the reported status, which the sign need not say again to who hears both.
    """

    key: str
    reported: Status | None
    computed: Status | None
    beside: bool
    strong: str
    rest: str
    note: str
    bullet: Bullet | None
    link: Link
    link_words: str
    said: bool = False


def row_item(row: Judged, where: str, group: Group | None = None) -> Item:
    """The row as an item; `where` begins its note, `group` is why it needs attention: what the sentence dwells on."""
    return Item(
        key=f"{row.row.document}-{row.key}",
        reported=row.reported,
        computed=row.attainment.status,
        beside=beside(row),
        strong=row.name,
        rest=_rest(row, group),
        note=" · ".join(part for part in (where, *remarks(row)) if part),
        bullet=bullet(row) if row.row.outcome is not None else None,
        link=unit_place(row),
        link_words="Se siffran",
    )


def goal_item(goal: GoalLine, where: str, rest: str = "") -> Item:
    """The goal as an item, `rest` why it is told; `where` is its note."""
    to = Selection(unit=goal.unit, year=goal.year, period=goal.kind, rows=(goal.key,))
    return Item(
        key=f"{goal.document}-{goal.key}",
        reported=goal.status,
        computed=None,
        beside=False,
        strong=goal.title.removesuffix(".") if rest else goal.title,
        rest=rest,
        note=where,
        bullet=None,
        link=Link("enhet", to, goal.key),
        link_words="Se målet",
        said=bool(rest),
    )


def above(path: Path) -> str:
    """KF's goal above a row or a goal, '' where the report has none."""
    area = path.area_code or path.area_title
    return f"KF:s mål\u00a0{area}" if area else ""


def beside(row: Judged) -> bool:
    """Whether the computed sign stands beside the reported one: they differ, or nothing is reported."""
    return row.differs or row.reported in (None, Status.INGEN)


def unit_place(row: Judged) -> Link:
    """The opened row on its unit's page."""
    to = Selection(unit=row.row.unit, year=row.row.year, period=row.row.kind, rows=(row.key,))
    return Link("enhet", to, row.key)


def remarks(row: Judged) -> list[str]:
    """What a reader should know beside the sentence, each a few words."""
    told: list[str] = []
    if row.reported in (None, Status.INGEN) and row.row.kind is not Kind.VP:
        told.append("rapporten anger ingen status")
    if row.row.previous is None and row.row.kind is not Kind.VP:
        told.append(f"{row.row.then_year} saknas")
    if row.revised:
        told.append(f"{row.row.then_year} är reviderat")
    if row.words_differ:
        told.append("tecken och text säger olika")
    return told


def _rest(row: Judged, group: Group | None) -> str:
    if row.row.outcome is None:
        return _without_outcome(row)
    if group is Group.DIFFERS:
        return f"rapporteras som {_as_reported(row)}. {_against(row)}"
    if group in (Group.WORSE, Group.WORSE_UNJUDGED):
        return f"{_moved(row)}{_target_after(row)}"
    # Where nothing can be computed, what is reported is the only reason why the row is here.
    alone = group is Group.NOT_MET and row.attainment.status is None
    also = f" Rapporteras som {_as_reported(row)}." if row.differs or alone else ""
    return f"blev {row.outcome_printed}{_apart(row)}{_before(row)}{also}"


def _without_outcome(row: Judged) -> str:
    if row.row.kind is Kind.VP:
        return f"har årsmålet {row.target_printed}." if row.target_printed else f"har {_no_target(row)}."
    if row.reported in REPORTED_AS:
        return f"rapporteras som {_as_reported(row)}, men utfallet saknas i rapporten."
    return "har inget utfall i rapporten."


def _as_reported(row: Judged) -> str:
    return REPORTED_AS.get(row.reported or Status.INGEN, "inte bedömd")


def _apart(row: Judged) -> str:
    """'. Det är 78 under årsmålet 90.' or '. Årsmålet är 0.'"""
    distance = row.attainment.distance
    if row.row.target is None:
        return f". {capital(_no_target(row))}."
    if distance is None or not row.row.target:
        return f". Årsmålet är {row.target_printed}."
    if not distance:
        return f", precis på årsmålet {row.target_printed}."
    side = "över" if distance > 0 else "under"
    # '12, 78 under' would be read as 12,78.
    return f". Det är {difference(distance, row.distance_decimals, row.unit)} {side} årsmålet {row.target_printed}."


def _against(row: Judged) -> str:
    """'Utfallet 61,9 % är 13,1 procentenheter under årsmålet 75 %.'"""
    distance, outcome, target = row.attainment.distance, row.outcome_printed, row.target_printed
    if not distance:
        return f"Utfallet {outcome} ligger precis på årsmålet." if target else f"Utfallet är {outcome}."
    side = "över" if distance > 0 else "under"
    return f"Utfallet {outcome} är {difference(distance, row.distance_decimals, row.unit)} {side} årsmålet {target}."


def _before(row: Judged) -> str:
    if row.row.previous is None or row.change.verdict is Verdict.NONE:
        return ""
    if row.change.arrow == "lika":
        return " Det är samma som året före."
    return f" Året före var det {row.previous_printed}."


def _moved(row: Judged) -> str:
    """'steg från 3,4 till 5 %'."""
    verb = {"upp": "steg", "ned": "sjönk"}.get(row.change.arrow or "", "gick")
    before = row.previous_printed
    if row.unit and before.endswith(row.unit) and row.outcome_printed.endswith(row.unit):
        before = before.removesuffix(row.unit).rstrip("\u00a0 ")
    return f"{verb} från {before} till {row.outcome_printed}"


def _target_after(row: Judged) -> str:
    if row.row.target is None:
        return f". {capital(_no_target(row))}."
    if row.attainment.distance == 0:
        return " och ligger precis på årsmålet."
    return f". Årsmålet är {row.target_printed}."


def _no_target(row: Judged) -> str:
    if row.row.target_text:
        return f"årsmålet i ord: {row.row.target_text}"
    return "inget årsmål i rapporten"
