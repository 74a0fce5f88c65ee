"""One unit's figure of one indicator as a line of a table: the same facts and words on Indikator and Jämför."""

from dataclasses import dataclass

from dashboard.analysis.attainment import REASON_WORDS, Reason
from dashboard.analysis.change import Verdict
from dashboard.model import Direction, Kind, Status
from dashboard.store.small_groups import HIDDEN_WORDS
from dashboard.swedish import capital, difference, signed
from dashboard.views.bullet import Bullet, before_words, bullet, period_short
from dashboard.views.doubts import doubt_flags
from dashboard.views.judged import Judged
from dashboard.views.link import Link
from dashboard.views.telling import beside, unit_place

DIFFERS = "Rapporterat och beräknat skiljer sig"
WORDS_DIFFER = "Tecken och text säger olika"
CORRECTED = "Rättat"
TYPED = "Inskrivet för hand"
TOTAL_OUTSIDE = "Totalen ligger inte mellan könen"
MISSING = "saknas"
NOT_PRINTED = "saknas i rapporten"


@dataclass(frozen=True, slots=True)
class Fact:
    """A number or words as a cell shows them; `missing` when they say that there is nothing, and why."""

    words: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """The change since the year before; `arrow` is the way the number went, `word` says whether that is better.

    `figure` is the difference, `since` the number of that year.
    """

    word: str
    figure: str = ""
    arrow: str | None = None
    since: str = ""


@dataclass(frozen=True, slots=True)
class Sexes:
    """Both sexes or neither: then `why` says what is lacking. `remark` tells who is on the wrong side of the target.

    `names` are what they are called in this indicator.
    """

    women: float | None = None
    men: float | None = None
    gap: str = ""
    remark: str = ""
    why: str = ""
    names: tuple[str, str] = ("kvinnor", "män")


@dataclass(frozen=True, slots=True)
class Line:
    """`key` is unique over units, years and periods; `counted` says what was computed, or why nothing could be.

    `beside` when the computed sign is to stand beside the reported one; `note` tells a former name or a source year;
    `unjudged` stands in the signs' place where nobody could have judged yet ('plan').
    """

    key: str
    unit: str
    name: str
    to: Link
    period: str
    note: str
    unjudged: str
    reported: Status | None
    computed: Status | None
    counted: str
    distance: str
    beside: bool
    flags: tuple[str, ...]
    outcome: Fact
    previous: Fact
    target: Fact
    kf_target: Fact
    moved: Moved
    sexes: Sexes
    drawn: Bullet
    source: Link
    source_words: str


def line(judged: Judged, name: str) -> Line:
    """`name` is the unit's name today; the name that the report prints becomes a note where it is another."""
    row = judged.row
    return Line(
        key=f"{row.unit}-{row.kind.lower()}-{row.year}-{row.number}",
        unit=row.unit,
        name=name,
        to=unit_place(judged),
        period=period_short(row.kind, row.year),
        note="" if row.unit_name == name else f"hette {row.unit_name} i rapporten",
        unjudged="plan" if row.kind is Kind.VP else "",
        reported=judged.reported,
        computed=judged.attainment.status,
        counted=_counted(judged),
        distance=distance(judged),
        beside=beside(judged) and row.kind is not Kind.VP,
        flags=flags(judged),
        outcome=Fact(judged.outcome_printed) if row.outcome is not None else _no_outcome(judged),
        previous=_before(judged),
        target=_target(judged.target_printed, row.target_text, MISSING),
        kf_target=_target(judged.kf_target_printed, row.kf_target_text, MISSING),
        moved=moved(judged),
        sexes=sexes(judged),
        drawn=bullet(judged),
        source=judged.source,
        source_words=place_words(row.place_line, row.place_page) or "rapporten",
    )


def place_words(line: int | None, page: int | None) -> str:
    """'rad 12' of a text, 's. 3' of a document with pages, '' where neither is known."""
    if line is not None:
        return f"rad {line}"
    return "" if page is None else f"s. {page}"


def flags(judged: Judged) -> tuple[str, ...]:
    """The mild remarks that stand in the row, where two facts don't agree."""
    found = (
        (judged.differs, DIFFERS),
        (judged.words_differ, WORDS_DIFFER),
        (judged.gap is not None and judged.gap.total_outside, TOTAL_OUTSIDE),
        (judged.revised, _revised(judged)),
        (judged.planned is not None, moved_target(judged)),
        *((True, words) for words in doubt_flags(judged.row.flagged or ())),
        (any(column for column, _, _ in judged.row.corrections), CORRECTED),
        (any(not column for column, _, _ in judged.row.corrections), TYPED),
    )
    return tuple(words for holds, words in found if holds)


def distance(judged: Judged) -> str:
    """'13,1 procentenheter under', 'precis på årsmålet', '' where it can't be told."""
    apart = judged.attainment.distance
    if apart is None:
        return ""
    if not apart:
        return "inom målspannet" if judged.direction is Direction.WITHIN else "precis på årsmålet"
    return f"{difference(apart, judged.distance_decimals, judged.unit)} {'över' if apart > 0 else 'under'}"


def moved(judged: Judged) -> Moved:
    """The change with its verdict, or what hinders the comparison."""
    told, before = judged.change, before_words(judged)
    if told.delta is None:
        return Moved(_no_change(judged, before))
    word = "Riktning saknas" if told.verdict is Verdict.UNKNOWN else capital(str(told.verdict))
    figure = signed(told.delta, judged.decimals, judged.unit) if told.delta else f"samma som {before}"
    since = f"{before}: {judged.previous_printed}" if told.delta else ""
    return Moved(word, figure, told.arrow, since)


def sexes(judged: Judged) -> Sexes:
    """The split, or why there is none."""
    gap = judged.gap
    if judged.split_hidden:
        return Sexes(why=HIDDEN_WORDS)
    if gap is None and judged.row.outcome is None:
        return Sexes(why="inget utfall än" if judged.row.kind is Kind.VP else "utfall saknas")
    if gap is None:
        people = judged.known is None or judged.known.about_people
        return Sexes(why="ej uppdelat" if people else "gäller inte personer")
    apart = difference(gap.gap, judged.decimals, judged.unit)
    names = dict(zip(("kvinnor", "män"), judged.sexes, strict=True))
    told = "lika" if gap.wider == "lika" else f"{apart} högre för {names[gap.wider]}"
    wrong = capital(" och ".join(names[sex] for sex in gap.missing_target))
    return Sexes(gap.women, gap.men, told, f"{wrong} når inte årsmålet" if wrong else "", names=judged.sexes)


def _counted(judged: Judged) -> str:
    """Words of the computed status; of what can't be computed, the reason."""
    reason = judged.attainment.reason
    if reason:
        return REASON_WORDS[reason]
    words = {Status.HELT: "når årsmålet", Status.DELVIS: "når nästan årsmålet", Status.EJ: "når inte årsmålet"}
    return words[judged.attainment.status or Status.EJ]


def _revised(judged: Judged) -> str:
    then = judged.then.printed if judged.then else ""
    return f"Reviderad: {judged.row.then_year} trycktes {then} då"


def moved_target(judged: Judged) -> str:
    """The plan's target, where the report prints another one."""
    return f"Årsmålet var {judged.planned.printed} i planen" if judged.planned else ""


def _no_outcome(judged: Judged) -> Fact:
    reason = judged.attainment.reason
    if reason is Reason.TOO_FEW:
        return Fact("för få", missing=True)
    return Fact("inget än" if reason is Reason.NOT_DUE else MISSING, missing=True)


def _before(judged: Judged) -> Fact:
    words = judged.previous_printed
    return Fact(words) if words else Fact(MISSING, missing=True)


def _target(printed: str, words: str | None, otherwise: str) -> Fact:
    if printed:
        return Fact(printed)
    return Fact(words) if words else Fact(otherwise, missing=True)


def _no_change(judged: Judged, before: str) -> str:
    if judged.row.kind is Kind.VP:
        return "inget utfall än"
    if judged.row.outcome is None:
        return "utfall saknas"
    if judged.row.previous is None:
        return f"{before} {NOT_PRINTED}"
    return str(judged.change.reason or Verdict.NONE)
