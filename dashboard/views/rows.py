"""Rows as the store gives them: an indicator's with the goals above it and what last year's own report printed; an
activity's cells, a feedback category's, and their places.
"""

from dataclasses import dataclass

from dashboard.model import Kind, Level, Place, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row with its place: a line of a text, a page and the box on it (x0, top, x1, bottom), or a sheet's cell."""

    place_line: int | None
    place_page: int | None
    place_box: tuple[float, ...] | None = None
    place_sheet: str | None = None
    place_cell: str | None = None

    @property
    def place(self) -> Place:
        """Where it stands, without the box."""
        return Place(self.place_line, self.place_page, sheet=self.place_sheet, cell=self.place_cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityCells(Placed):
    number: int
    title: str
    start: str | None
    end: str | None
    deviation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackRow(Placed):
    """A category of synpunkter och klagomål; None is an empty cell, not 0."""

    number: int
    group: str
    category: str
    t1: int | None
    t2: int | None
    vb: int | None
    total: int | None


@dataclass(frozen=True, slots=True)
class Path:
    """The goals above a row or a goal, itself included; None where a level is missing in the report."""

    direction_code: str | None
    direction_title: str | None
    area_code: str | None
    area_title: str | None
    board_goal: str | None
    unit_goal: str | None

    @property
    def area(self) -> str:
        """KF's goal as one key: its code, else its title, else ''."""
        return self.area_code or self.area_title or ""


@dataclass(frozen=True, slots=True)
class Under(Path):
    """A row of a question that tells the goals above it, too."""

    @property
    def path(self) -> Path:
        return Path(
            self.direction_code,
            self.direction_title,
            self.area_code,
            self.area_title,
            self.board_goal,
            self.unit_goal,
        )


@dataclass(frozen=True, slots=True)
class IndicatorRow(Under):
    """A row of queries/indicator_rows.sql. `then_…` is the report that printed last year's figure when it was new.

    `split_hidden` says that the sexes are kept back by the store because a group is small.

    `plan_…` is the target in the plan for the same year, `flagged` the kinds of the row's doubts that need a look.
    """

    document: str
    unit: str
    unit_name: str
    board: str | None
    year: int
    kind: Kind
    date: str | None
    sample: bool
    number: int
    goal: int | None
    indicator: str
    name: str
    name_raw: str
    raw_outcome: str
    raw_men: str
    raw_women: str
    raw_previous: str
    raw_target: str
    raw_kf_target: str
    raw_forecast: str
    outcome: float | None
    men: float | None
    women: float | None
    previous: float | None
    target: float | None
    kf_target: float | None
    forecast: float | None
    measure_unit: str | None
    target_text: str | None
    kf_target_text: str | None
    period: str | None
    previous_period: str | None
    periodicity: str | None
    status: Status | None
    status_text: Status | None
    status_text_quote: str | None
    has_analysis: bool
    place_line: int | None
    place_page: int | None
    then_kind: Kind
    then_year: int
    then_document: str | None
    then_outcome: float | None
    then_raw: str | None
    then_line: int | None
    then_number: int | None
    doubts: str | None
    flagged: tuple[str, ...] | None = None
    plan_document: str | None = None
    plan_number: int | None = None
    plan_target: float | None = None
    plan_raw: str | None = None
    plan_line: int | None = None
    corrected: str | None = None
    split_hidden: bool = False
    then_women: float | None = None
    then_men: float | None = None
    then_target: float | None = None

    @property
    def corrections(self) -> tuple[tuple[str, str, str], ...]:
        """The cells that a person corrected: the column's name, what is printed, and what it was corrected to."""
        told = (line.split("\t") for line in (self.corrected or "").split("\n"))
        return tuple((parts[0], parts[1], parts[2]) for parts in told if len(parts) == 3)


@dataclass(frozen=True, slots=True)
class GoalLine(Under):
    """A goal of a report as queries/goal_lines.sql gives it, with the goals above it and its number of activities."""

    document: str
    unit: str
    year: int
    kind: Kind
    number: int
    level: Level
    code: str | None
    title: str
    status: Status | None
    parent: int | None
    place_line: int | None
    place_page: int | None
    activities: int

    @property
    def key(self) -> str:
        """What the address calls the goal on its unit's page."""
        return f"g{self.number}"
