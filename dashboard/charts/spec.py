"""What a figure says before anyone draws it: page, slide, text alternative and table twin all read this."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a bar or a line stands for; it decides its looks, and looks never depend on a status."""

    TOTAL = "totalt"
    WOMEN = "kvinnor"
    MEN = "män"
    NOW = "i år"
    BEFORE = "förra året"


@dataclass(frozen=True, slots=True)
class Table:
    """The table twin: the same numbers as the figure, written out; every row is as long as `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar. `value` None draws none, and `text` then says why; `text` is else the number as Swedish prints it.

    `wrong` is set where the bar ends on the wrong side of the target, and `side` says which: 'över' or 'under'.
    """

    label: str
    mark: Mark
    value: float | None
    text: str
    wrong: bool = False
    side: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPanel:
    """The bars that share a target: one indicator, or one unit. `verdict` and `delta` tell the change in words.

    `no_target` is what stands in place of a target where there is none to compare with.
    """

    title: str
    bars: tuple[Bar, ...]
    target: float | None = None
    target_text: str = ""
    no_target: str = "årsmål saknas"
    verdict: str = ""
    delta: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An outcome at a time: `time` in years, 2025.0 at the end of 2025; a tertial stands between two year ends.

    `label` names the period ('2025', 'T1 2025'). `value` None is a hole in the line, never nought. `planned` is a
    plan's target ahead of time, `first` the figure as first printed where it was revised, `remarks` are for the table.
    """

    label: str
    time: float
    value: float | None
    text: str
    whole_year: bool = True
    target: float | None = None
    target_text: str = ""
    planned: bool = False
    first: float | None = None
    moved: str = ""
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where a line is broken: between two periods, at `time`, for a reason in words."""

    time: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePanel:
    """One line, with its points in order of time; it is not drawn over its `breaks`.

    `no_target` is what stands in place of a target where there is none to compare with.
    """

    title: str
    points: tuple[Point, ...]
    mark: Mark = Mark.TOTAL
    breaks: tuple[Break, ...] = ()
    no_target: str = "årsmål saknas"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSpec:
    """What every figure carries. `title` is a finding, `alt` holds every number, `href` leads to the source.

    `unit` is the unit of the scale, None where the panels have units (and so scales) of their own.
    """

    title: str
    subtitle: str
    caption: str
    alt: str
    table: Table
    unit: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarSpec(ChartSpec):
    """Horizontal bars from nought, in panels; `shared` says that all panels stand on one scale."""

    panels: tuple[BarPanel, ...]
    shared: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GenderBars(BarSpec):
    """Totalt, kvinnor and män in that order, against the target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GenderDumbbells(GenderBars):
    """The same, as points on a line: kvinnor filled, män a ring, totalt a narrow stroke, the gap between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOverYear(BarSpec):
    """Last year hollow, this year filled, against the target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBars(BarSpec):
    """Counts side by side, without targets; `no_target` of a panel says what it rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(ChartSpec):
    """One indicator over years: a panel per line, at most six, all on one scale."""

    panels: tuple[LinePanel, ...]
