"""Can rows of one indicator be laid side by side? What hinders it, and what a reader must know."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.analysis.change import NoChange
from dashboard.model import Kind


class Obstacle(StrEnum):
    """What differs between the rows, or is missing in them."""

    OTHER_INDICATOR = "annan-indikator"
    OTHER_UNIT = "annan-matenhet"
    OTHER_PERIOD = "annan-period"
    OTHER_YEAR = "annat-ar"
    NO_OUTCOME = "utfall-saknas"
    OTHER_TARGET = "annat-arsmal"
    NAME_ONLY = "bara-namnet"
    OTHER_NAME = "annat-namn"
    NO_DEFINITION = "ingen-definition"
    OTHER_OPERATION = "annan-verksamhet"


OBSTACLE_WORDS: dict[Obstacle, str] = {
    Obstacle.OTHER_INDICATOR: "det är olika indikatorer",
    Obstacle.OTHER_UNIT: "mätenheten skiljer sig",
    Obstacle.OTHER_PERIOD: "perioden skiljer sig",
    Obstacle.OTHER_YEAR: "året skiljer sig",
    Obstacle.NO_OUTCOME: "utfall saknas",
    Obstacle.OTHER_TARGET: "enheterna har olika årsmål",
    Obstacle.NAME_ONLY: "indikatorn finns inte i katalogen och paras ihop på namnet",
    Obstacle.OTHER_NAME: "indikatorn trycks med olika namn, så den kan vara definierad på olika sätt",
    Obstacle.NO_DEFINITION: "katalogen saknar definition av indikatorn",
    Obstacle.OTHER_OPERATION: "enheterna har olika slags verksamhet",
}

# With these the figures do not measure the same thing; with the others they do, but a reader must know.
_FORBIDS = frozenset({Obstacle.OTHER_INDICATOR, Obstacle.OTHER_UNIT, Obstacle.OTHER_PERIOD, Obstacle.OTHER_YEAR})


@dataclass(frozen=True, slots=True)
class Measured:
    """One unit's row as far as a comparison needs it; `known` says that the catalogue has the indicator.

    `printed` is its name in the report, folded; `defined` is False where the catalogue has it without a definition.
    """

    unit: str
    indicator: str
    kind: Kind
    year: int
    value: float | None
    measure: str | None = None
    target: float | None = None
    known: bool = True
    operation: str | None = None
    printed: str = ""
    defined: bool = True


@dataclass(frozen=True, slots=True)
class Comparability:
    """`obstacles` forbid or qualify the comparison; `missing` are the units without an outcome, in their order."""

    comparable: bool
    obstacles: tuple[Obstacle, ...] = ()
    missing: tuple[str, ...] = ()


def comparability(rows: Sequence[Measured]) -> Comparability:
    """Judges rows that are to stand side by side; units without an outcome are named and the others still compared."""
    with_outcome = [row for row in rows if row.value is not None]
    missing = tuple(row.unit for row in rows if row.value is None)
    found = [obstacle for obstacle, holds in _checks(with_outcome) if holds]
    if missing:
        found.append(Obstacle.NO_OUTCOME)
    ordered = tuple(obstacle for obstacle in Obstacle if obstacle in found)
    return Comparability(len(with_outcome) > 1 and not _FORBIDS.intersection(found), ordered, missing)


def shared(indicators: Mapping[str, Iterable[str]], least: int = 2) -> frozenset[str]:
    """The indicators that at least so many of the units have; `indicators` goes from a unit to its indicators."""
    units_of: dict[str, int] = {}
    for names in indicators.values():
        for name in set(names):
            units_of[name] = units_of.get(name, 0) + 1
    return frozenset(name for name, units in units_of.items() if units >= least)


def year_obstacle(kind: Kind, kind_before: Kind, measure: str | None, measure_before: str | None) -> NoChange | None:
    """What forbids comparing a figure with last year's: another length of period, or another measure."""
    if kind is not kind_before:
        return NoChange.OTHER_PERIOD
    # A figure printed without its unit is taken to have the same one: reports leave it out.
    return NoChange.OTHER_UNIT if measure and measure_before and measure != measure_before else None


def _checks(rows: Sequence[Measured]) -> tuple[tuple[Obstacle, bool], ...]:
    return (
        (Obstacle.OTHER_INDICATOR, _several(row.indicator for row in rows)),
        (Obstacle.OTHER_UNIT, _several(row.measure for row in rows if row.measure)),
        (Obstacle.OTHER_PERIOD, _several(row.kind for row in rows)),
        (Obstacle.OTHER_YEAR, _several(row.year for row in rows)),
        (Obstacle.OTHER_TARGET, _several(row.target for row in rows)),
        (Obstacle.NAME_ONLY, any(not row.known for row in rows)),
        (Obstacle.OTHER_NAME, _several(row.printed for row in rows if row.printed)),
        (Obstacle.NO_DEFINITION, any(row.known and not row.defined for row in rows)),
        (Obstacle.OTHER_OPERATION, _several(row.operation for row in rows if row.operation)),
    )


def _several(values: Iterable[object]) -> bool:
    return len(set(values)) > 1
