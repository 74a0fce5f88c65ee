"""What needs a reader's attention on Översikt: unit goals, then indicator rows in one group at most, by fixed rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from dashboard.analysis.attainment import Attainment, differs, met
from dashboard.analysis.change import Verdict
from dashboard.analysis.exact import compare
from dashboard.model import Status

T = TypeVar("T")

# A row is far from its target when it misses by at least this share of it. It sorts a list and colours nothing.
FAR_SHARE = 0.2


class Group(StrEnum):
    """The groups in the order they are shown."""

    FAR = "langst-fran"
    NOT_MET = "nar-inte"
    DIFFERS = "skiljer-sig"
    WORSE = "samre-men-nar"
    WORSE_UNJUDGED = "samre-ej-bedomd"


GROUP_WORDS: dict[Group, str] = {
    Group.FAR: "Längst från årsmålet",
    Group.NOT_MET: "Når inte årsmålet",
    Group.DIFFERS: "Rapporterat och beräknat skiljer sig",
    Group.WORSE: "Sämre än förra året, men når årsmålet",
    Group.WORSE_UNJUDGED: "Sämre än förra året, och årsmålet kan inte bedömas",
}


# A goal has no computed status: what the unit reports is the only reason, the worst first.
GOAL_WORDS: dict[Status, str] = {
    Status.EJ: "Enhetsmål som inte uppfylls",
    Status.DELVIS: "Enhetsmål som uppfylls delvis",
}


class Examine(StrEnum):
    """What a controller should look at in the report, whatever the row's group."""

    TOTAL_OUTSIDE = "total-utanfor"
    REVISED = "reviderad"


EXAMINE_WORDS: dict[Examine, str] = {
    Examine.TOTAL_OUTSIDE: "totalen ligger utanför kvinnors och mäns värden",
    Examine.REVISED: "förra årets utfall är reviderat",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row's group (None: nothing to say of it), whether its two statuses differ, and what to examine."""

    group: Group | None
    differs: bool = False
    relative: float | None = None
    examine: tuple[Examine, ...] = ()


def classify(
    said: Status | None,
    computed: Attainment,
    verdict: Verdict = Verdict.NONE,
    *,
    total_outside: bool = False,
    revised: bool = False,
) -> Entry:
    """The entry of one indicator row, from its reported status, its computed one and its change since last year."""
    apart = differs(said, computed.status)
    facts = ((Examine.TOTAL_OUTSIDE, total_outside), (Examine.REVISED, revised))
    examine = tuple(what for what, holds in facts if holds)
    return Entry(_group(said, computed, verdict, apart), apart, computed.relative, examine)


def furthest_first(rows: Iterable[tuple[Entry, T]]) -> list[tuple[Entry, T]]:
    """The rows by how large a share of the target they miss, largest first; those without a share last."""
    return sorted(rows, key=lambda row: -1.0 if row[0].relative is None else row[0].relative, reverse=True)


def _group(said: Status | None, computed: Attainment, verdict: Verdict, apart: bool) -> Group | None:
    """The first rule that holds; a row reported as met is never called far from its target."""
    reaches = met(said, computed.status)
    if reaches is False and computed.relative is not None and compare(computed.relative, FAR_SHARE) >= 0:
        return Group.FAR
    if apart:
        return Group.DIFFERS
    if reaches is False:
        return Group.NOT_MET
    if verdict is Verdict.WORSE:
        return Group.WORSE if reaches else Group.WORSE_UNJUDGED
    return None
