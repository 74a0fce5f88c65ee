"""What units have in common: each shared indicator with its lines and what a reader must know before comparing them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.analysis.alike import median_of_others
from dashboard.analysis.attainment import Reason, met
from dashboard.analysis.comparison import OBSTACLE_WORDS, Comparability, Measured, Obstacle, comparability, shared
from dashboard.catalogue import Catalogue
from dashboard.model import Direction, Kind, Selection
from dashboard.swedish import capital, fold, listed, number, parse_period, rounded, sort_key, spelled
from dashboard.views.indicator_words import direction_words
from dashboard.views.judged import Judged
from dashboard.views.line import Fact, Line, line
from dashboard.views.link import Link


@dataclass(frozen=True, slots=True)
class Shared:
    """One indicator that at least two of the units have; `scaled` when its lines stand on one scale.

    `remarks` qualify the comparison, `hinder` says why there can be none ('' where there can). `years` opens the figure
    over the years.
    """

    id: str
    name: str
    link: Link
    direction: Fact
    code: str
    lines: tuple[Line, ...]
    scaled: bool
    hinder: str
    remarks: tuple[str, ...]
    all_met: bool | None
    years: Link


@dataclass(frozen=True, slots=True)
class Only:
    """A unit's indicators that none of the other chosen units has."""

    name: str
    rows: tuple[tuple[str, Link], ...]


def shared_indicators(
    rows: Sequence[Judged], names: Mapping[str, str], catalogue: Catalogue, here: Selection
) -> tuple[Shared, ...]:
    """`names` are the units in the order to show them; indicators come in the order of KF's goals."""
    common = shared({unit: [row.row.indicator for row in rows if row.row.unit == unit] for unit in names})
    own = {indicator: [row for row in rows if row.row.indicator == indicator] for indicator in common}
    made = [
        _shared(found, names, catalogue, Link("jamfor", replace(here, listed=indicator), "h-ar"))
        for indicator, found in own.items()
    ]
    return tuple(sorted(made, key=lambda one: (not one.code, sort_key(one.code), sort_key(one.name))))


def only_here(rows: Sequence[Judged], names: Mapping[str, str], common: Sequence[Shared]) -> tuple[Only, ...]:
    """The other indicators, unit by unit."""
    known = {one.id for one in common}
    found = []
    for unit, name in names.items():
        own = {row.row.indicator: row for row in rows if row.row.unit == unit and row.row.indicator not in known}
        if own:
            told = [(row.known.name if row.known else row.row.name, _indicator_link(row)) for row in own.values()]
            found.append(Only(name, tuple(sorted(told, key=lambda one: sort_key(one[0])))))
    return tuple(found)


def _shared(rows: Sequence[Judged], names: Mapping[str, str], catalogue: Catalogue, years: Link) -> Shared:
    rows = [row for unit in names for row in rows if row.row.unit == unit]
    indicator = rows[0].row.indicator
    known = catalogue.indicators.get(indicator)
    judged = comparability([_measured(row, catalogue) for row in rows])
    lacking = [name for unit, name in names.items() if unit not in {row.row.unit for row in rows}]
    no_way = known is None or known.direction is Direction.UNKNOWN
    return Shared(
        id=indicator,
        name=known.name if known else rows[0].row.name,
        link=_indicator_link(rows[0]),
        direction=Fact(direction_words(known), missing=no_way),
        code=rows[0].row.path.area,
        lines=_lines(rows, names, judged.comparable),
        scaled=judged.comparable,
        hinder=_hinder(judged, len(rows)),
        remarks=(*_remarks(rows, judged, names), *_lacking(lacking)),
        all_met=_all_met(rows),
        years=years,
    )


def _lines(rows: Sequence[Judged], names: Mapping[str, str], comparable: bool) -> tuple[Line, ...]:
    """Each unit's line; where the figures measure the same thing, with the median of the other chosen units."""
    made = [line(row, names[row.row.unit]) for row in rows]
    if not comparable or rows[0].row.kind is Kind.VP or len({row.row.unit for row in rows}) < len(rows):
        return tuple(made)
    values = [_value(row) for row in rows]
    notes = [_median_words(values, place, rows) for place in range(len(rows))]
    return tuple(
        replace(own, note=", ".join(part for part in (own.note, note) if part))
        for own, note in zip(made, notes, strict=True)
    )


def _median_words(values: Sequence[float | None], place: int, rows: Sequence[Judged]) -> str:
    found = median_of_others(values, place)
    if found is None:
        return ""
    # The middle of two figures may need a digit more than they are printed with.
    middle = rounded(found[0], max(row.decimals for row in rows) + 1)
    return f"medianen av de {spelled(found[1])} andra: {number(middle, None, rows[place].unit)}"


def _measured(row: Judged, catalogue: Catalogue) -> Measured:
    unit = catalogue.unit(row.row.unit)
    kind, year = parse_period(row.row.period or "")
    return Measured(
        unit=row.row.unit,
        indicator=row.row.indicator,
        kind=kind or row.row.kind,
        year=year or row.row.year,
        value=_value(row),
        measure=row.unit,
        target=row.row.target,
        known=row.known is not None,
        operation=unit.kind_of_operation if unit else None,
        printed=fold(row.row.name),
        defined=row.known is None or bool(row.known.definition),
    )


def _value(row: Judged) -> float | None:
    """A plan has no outcome yet: there the targets stand side by side. A figure withheld is none."""
    if row.row.kind is Kind.VP:
        return row.row.target
    return None if row.attainment.reason is Reason.TOO_FEW else row.row.outcome


_NOT_HINDERING = (
    Obstacle.OTHER_TARGET,
    Obstacle.NAME_ONLY,
    Obstacle.OTHER_NAME,
    Obstacle.NO_DEFINITION,
    Obstacle.OTHER_OPERATION,
)


def _hinder(judged: Comparability, rows: int) -> str:
    """Why the figures can't be laid side by side; '' where they can."""
    if judged.comparable:
        return ""
    found = [one for one in judged.obstacles if one not in _NOT_HINDERING]
    if found in ([Obstacle.NO_OUTCOME], []):
        none = len(judged.missing) == rows
        return f"Kan inte jämföras: {'ingen' if none else 'bara en'} av enheterna har en siffra."
    words = [OBSTACLE_WORDS[one] for one in found if one is not Obstacle.NO_OUTCOME]
    return f"Kan inte jämföras: {listed(words)}. Varje stapel har sin egen skala."


def _remarks(rows: Sequence[Judged], judged: Comparability, names: Mapping[str, str]) -> tuple[str, ...]:
    told = []
    if judged.comparable:
        shown = [found for found in judged.obstacles if found not in (Obstacle.NO_OUTCOME, Obstacle.OTHER_OPERATION)]
        told += [f"{capital(OBSTACLE_WORDS[found])}." for found in shown]
    some = 0 < len(judged.missing) < len(rows)
    if some and rows[0].row.kind is not Kind.VP:
        told.append(f"Utfall saknas för {listed([names[unit] for unit in dict.fromkeys(judged.missing)])}.")
    aimless = [names[row.row.unit] for row in rows if row.row.target is None]
    if aimless and len(aimless) < len(rows):
        told.append(f"Årsmål som tal saknas för {listed(list(dict.fromkeys(aimless)))}.")
    elif aimless:
        told.append("Ingen av enheterna har ett årsmål som tal.")
    if rows[0].direction is Direction.UNKNOWN:
        told.append("Riktningen saknas, så ingen status räknas fram.")
    return tuple(told)


def _lacking(names: Sequence[str]) -> tuple[str, ...]:
    return (f"{listed(names)} har inte indikatorn.",) if names else ()


def _all_met(rows: Sequence[Judged]) -> bool | None:
    """Whether every unit reaches its target, reported first; None where one can't be judged."""
    found = [met(row.reported, row.attainment.status) for row in rows]
    return None if None in found else all(found)


def _indicator_link(row: Judged) -> Link:
    to = Selection(indicator=row.row.indicator, year=row.row.year, period=row.row.kind)
    return Link("indikator", to)
