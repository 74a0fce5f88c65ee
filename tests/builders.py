"""Reports from few words, for tests that need a store but no document."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dashboard.catalogue import Band, Catalogue, Indicator, Unit
from dashboard.model import (
    Activity,
    Cells,
    Document,
    Doubt,
    Feedback,
    Goal,
    Kind,
    Level,
    Outcome,
    Place,
    Report,
    Severity,
    Status,
    Text,
    TextOf,
)
from dashboard.model import Direction as Dir
from dashboard.store.commits import commit
from dashboard.store.database import Store
from dashboard.swedish import fold, parse_cell, slug

BOARD = "Exempelnämnden"


@dataclass
class Build:
    """A report under construction; each call adds a row at the next line. `unit_goal` hangs on the area last given."""

    unit: str = "Enheten för lek"
    kind: Kind = Kind.VB
    year: int = 2025
    board: str | None = BOARD
    board_source: str | None = "rapport"
    date: str | None = "2026-02-12"
    unit_id: str | None = None
    sample: bool = False
    mark: str = ""
    goals: list[Goal] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    feedback: list[Feedback] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    line: int = 10
    under: dict[Level, int] = field(default_factory=dict)

    def area(self, code: str, title: str = "") -> "Build":
        """KF's goal for an area, under the direction that its code begins with."""
        direction = code.partition(".")[0]
        found = next((g.number for g in self.goals if g.level is Level.INRIKTNINGSMAL and g.code == direction), None)
        if found is None:
            found = self._goal(Level.INRIKTNINGSMAL, direction, f"Riktning {direction}", Status.INGEN, None)
        number = self._goal(Level.VERKSAMHETSOMRADESMAL, code, title or f"Mål {code}", Status.INGEN, found)
        self.under = {Level.VERKSAMHETSOMRADESMAL: number}
        return self

    def board_goal(self, title: str) -> "Build":
        parent = self.under.get(Level.VERKSAMHETSOMRADESMAL)
        self.under.pop(Level.ENHETSMAL, None)
        self.under[Level.NAMNDMAL] = self._goal(Level.NAMNDMAL, None, title, Status.INGEN, parent)
        return self

    def unit_goal(self, title: str, status: Status | None = Status.HELT) -> "Build":
        parent = self.under.get(Level.NAMNDMAL, self.under.get(Level.VERKSAMHETSOMRADESMAL))
        self.under[Level.ENHETSMAL] = self._goal(Level.ENHETSMAL, None, title, status, parent)
        return self

    def row(
        self,
        name: str,
        outcome: str = "",
        target: str = "",
        previous: str = "",
        *,
        women: str = "",
        men: str = "",
        kf: str = "",
        status: Status | None = None,
        words: Status | None = None,
        **more: Any,
    ) -> "Build":
        """An indicator row from its cells as printed; it hangs on the goal last given."""
        cells = Cells(outcome, men, women, previous, target, kf)
        read = {part: parse_cell(getattr(cells, part)) for part in ("outcome", "men", "women", "previous", "target")}
        council = parse_cell(kf)
        goal = self.under.get(
            Level.ENHETSMAL, self.under.get(Level.NAMNDMAL, self.under.get(Level.VERKSAMHETSOMRADESMAL))
        )
        made = Outcome(
            number=len(self.outcomes),
            goal=goal,
            indicator=slug(name),
            name=name,
            name_raw=name,
            raw=cells,
            unit=read["outcome"].unit or read["target"].unit,
            target_text=read["target"].words,
            kf_target=council.value,
            kf_target_text=council.words,
            period=f"{self.kind} {self.year}",
            previous_period=f"{self.kind} {self.year - 1}",
            status=status,
            status_text=words,
            place=Place(self._next_line()),
        )
        values: dict[str, Any] = {part: cell.value for part, cell in read.items()}
        self.outcomes.append(replace(made, **values | more))
        return self

    def activity(self, title: str, deviation: str | None = None, **more: Any) -> "Build":
        goal = self.under.get(Level.ENHETSMAL, self.under.get(Level.VERKSAMHETSOMRADESMAL))
        made = Activity(len(self.activities), goal, title, f"{self.year}-01-01", f"{self.year}-12-31", deviation)
        self.activities.append(replace(made, place=Place(self._next_line()), **more))
        return self

    def complaints(self, group: str, category: str, t1: int | None, t2: int | None, vb: int | None) -> "Build":
        told = [amount for amount in (t1, t2, vb) if amount is not None]
        total = sum(told) if told else None
        place = Place(self._next_line())
        self.feedback.append(Feedback(len(self.feedback), group, category, t1, t2, vb, total, place=place))
        return self

    def analysis(self, of: TextOf, body: str, heading: str = "Analys") -> "Build":
        """The unit's words on the goal, row or activity that came last."""
        owners = {
            TextOf.GOAL: len(self.goals),
            TextOf.OUTCOME: len(self.outcomes),
            TextOf.ACTIVITY: len(self.activities),
        }
        self.texts.append(Text(of, owners[of] - 1, heading, body, Place(self._next_line())))
        return self

    def doubt(self, reason: str, kind: str = "osäkert", severity: Severity = Severity.WARNING) -> "Build":
        place = Place(self._next_line())
        self.doubts.append(Doubt(kind, reason, "som tryckt", place, severity, len(self.outcomes) - 1))
        return self

    def report(self) -> Report:
        parts = (self.goals, self.outcomes, self.activities, self.feedback, self.texts, self.doubts)
        named = f"{self.unit} {self.kind} {self.year} {self.board} {self.mark} {parts}"
        checksum = hashlib.sha256(named.encode()).hexdigest()
        document = Document(
            id=checksum[:16],
            file=f"{self.kind}-{self.year}-{slug(self.unit)}.txt".lower(),
            checksum=checksum,
            kind=self.kind,
            year=self.year,
            unit=self.unit_id or slug(self.unit),
            unit_name=self.unit,
            board=self.board,
            board_source=self.board_source,
            date=self.date,
            layout="text",
            sample=self.sample,
        )
        return Report(
            document,
            tuple(self.goals),
            tuple(self.outcomes),
            tuple(self.activities),
            tuple(self.feedback),
            tuple(self.texts),
            tuple(self.doubts),
        )

    def _goal(self, level: Level, code: str | None, title: str, status: Status | None, parent: int | None) -> int:
        number = len(self.goals)
        self.goals.append(Goal(number, level, code, title, status, parent, Place(self._next_line())))
        return number

    def _next_line(self) -> int:
        self.line += 1
        return self.line


def store_of(folder: Path, *builds: Build) -> Store:
    """A store with these reports, imported in this order."""
    commit(folder, [build.report() for build in builds])
    return Store(folder)


def catalogue_of(*indicators: Indicator, units: Sequence[Unit] = ()) -> Catalogue:
    """A catalogue with these indicators and units and nothing else."""
    return Catalogue(
        {indicator.id: indicator for indicator in indicators},
        {unit.id: unit for unit in units},
        {fold(indicator.name): indicator.id for indicator in indicators},
        {fold(unit.name): unit.id for unit in units},
    )


def indicator(
    name: str,
    direction: Dir = Dir.HIGHER,
    *,
    unit: str | None = None,
    band: Band | None = None,
    accumulates: bool = False,
) -> Indicator:
    return Indicator(slug(name), name, None, unit, 1, direction, band, True, accumulates)
