"""The plain rows that figures are built from: numbers, and what analysis says of them as words."""

from dataclasses import dataclass

from dashboard.charts.spec import Mark
from dashboard.model import Direction, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is true of a whole figure.

    `where` is the unit or the board, `per_unit` says that the panels are units, and `measure` is then the indicator's
    name. `source` is written as in running text ('verksamhetsberättelse 2025, avsnitt 3.4'), `date` is the report's as
    ISO text, `left_out` a whole sentence. `some` when the rows are a few of many.
    """

    where: str
    year: int
    kind: Kind = Kind.VB
    source: str = ""
    date: str | None = None
    left_out: str = ""
    href: str | None = None
    measure: str = ""
    per_unit: bool = False
    some: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GenderRow:
    """One indicator, or one unit, with both sexes.

    `wrong` names those on the wrong side of the target: 'totalt', 'kvinnor', 'män'. Where either sex is None neither is
    drawn, and `missing` says why.
    """

    name: str
    total: float | None
    women: float | None
    men: float | None
    target: float | None = None
    unit: str | None = None
    decimals: int | None = None
    direction: Direction = Direction.UNKNOWN
    wrong: tuple[str, ...] = ()
    children: bool = False
    missing: str = "ej uppdelat"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One indicator, or one unit, this year and last. `verdict` is analysis' word: 'bättre', 'oförändrat', 'sämre' …

    `revised` is last year's figure as printed then, where it differs from `before`.
    """

    name: str
    now: float | None
    before: float | None
    target: float | None = None
    unit: str | None = None
    decimals: int | None = None
    direction: Direction = Direction.UNKNOWN
    verdict: str = "utan jämförelse"
    delta: float | None = None
    revised: float | None = None
    missing: str = "saknas i rapporten"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """An outcome of one period, with the target that stood then; a plan (VP) has a target and no outcome yet.

    `first` is the figure as its own report printed it, where a later report prints another one; `moved` tells the
    change in words ('6,3 procentenheter sämre'), `note` what else is to know of the period.
    """

    year: int
    value: float | None
    kind: Kind = Kind.VB
    target: float | None = None
    missing: str = "saknas"
    first: float | None = None
    moved: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One line of a series: a unit, or a sex (`mark`), with its points in any order.

    `breaks` are the years from which the figures can't be laid beside the earlier ones, with the reason.
    """

    name: str
    points: tuple[PointRow, ...]
    mark: Mark = Mark.TOTAL
    breaks: tuple[tuple[int, str], ...] = ()
