"""Reads and checks data/catalogue: which indicators and units are known, and how their names are printed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from dashboard.catalogue.entry import Entry, entries, read
from dashboard.catalogue.likeness import Likeness, likeness
from dashboard.model import Direction
from dashboard.swedish import fold, slug

INDICATORS, SPELLINGS, UNITS = "indicators.toml", "spellings.toml", "units.toml"


@dataclass(frozen=True, slots=True)
class Band:
    """The values that attain ('inom') or attain partly ('högre', 'lägre'); None is an open end."""

    low: float | None
    high: float | None
    source: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """`unit` is '%', 'st', 'mnkr' … or None; `accumulates` when a tertial's figure is a part of the year's.

    `children` when the people are, so that the sexes are girls and boys.
    """

    id: str
    name: str
    definition: str | None
    unit: str | None
    decimals: int
    direction: Direction
    band: Band | None
    about_people: bool
    accumulates: bool
    children: bool = False

    @property
    def band_source(self) -> str | None:
        return self.band.source if self.band else None


@dataclass(frozen=True, slots=True)
class Unit:
    """`size` is the number of employees where a source says it; `former_names` are older names, as printed then."""

    id: str
    name: str
    board: str
    kind_of_operation: str
    size: int | None
    former_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that is known beforehand; the two `names` maps go from a folded name to an id, `spelled` from other names."""

    indicators: Mapping[str, Indicator]
    units: Mapping[str, Unit]
    indicator_names: Mapping[str, str]
    unit_names: Mapping[str, str]
    spelled_indicators: Mapping[str, str] = field(default_factory=dict)
    spelled_units: Mapping[str, str] = field(default_factory=dict)

    def indicator(self, name_or_id: str) -> Indicator | None:
        """The indicator with this id or, failing that, with this name as printed."""
        return self.indicators.get(name_or_id) or self.indicators.get(self.match_indicator(name_or_id)[0])

    def match_indicator(self, name: str) -> tuple[str, bool]:
        """The id for a name as printed, and whether the catalogue knows it; an unknown name becomes its own slug."""
        return _match(self.indicator_names, self.indicators, name)

    def match_unit(self, name: str) -> tuple[str, bool]:
        """The id for a unit's name as printed, now or formerly, and whether the catalogue knows it."""
        return _match(self.unit_names, self.units, name)

    def like_indicator(self, name: str) -> Likeness | None:
        """The indicator that an unknown name is like: something to ask a person, never to take for granted."""
        return None if self.match_indicator(name)[1] else likeness(name, self.names_of_indicators())

    def like_unit(self, name: str) -> Likeness | None:
        """The unit that an unknown name is like, as something to ask."""
        return None if self.match_unit(name)[1] else likeness(name, self.names_of_units())

    def names_of_indicators(self) -> dict[str, str]:
        """Every name that an indicator is known to be printed with, to its id."""
        return {**self.spelled_indicators, **{known.name: known.id for known in self.indicators.values()}}

    def names_of_units(self) -> dict[str, str]:
        """Every name that a unit has or had, to its id."""
        former = {name: unit.id for unit in self.units.values() for name in unit.former_names}
        return {**self.spelled_units, **former, **{known.name: known.id for known in self.units.values()}}

    def unit(self, unit_id: str) -> Unit | None:
        return self.units.get(unit_id)

    def board_of(self, unit_id: str) -> str | None:
        unit = self.units.get(unit_id)
        return unit.board if unit else None

    def former_names(self, unit_id: str) -> tuple[str, ...]:
        unit = self.units.get(unit_id)
        return unit.former_names if unit else ()


def load(folder: Path) -> Catalogue:
    """Reads the three files of `folder`; raises CatalogueError naming the file and the entry that is wrong."""
    indicators = _unique((_indicator(entry), entry) for entry in entries(folder, INDICATORS, "indicator"))
    units = _unique((_unit(entry), entry) for entry in entries(folder, UNITS, "unit"))
    spellings = read(folder, SPELLINGS)
    spellings.only("indicators", "units")
    former = {name: unit.id for unit in units.values() for name in unit.former_names}
    spelled_indicators, spelled_units = _spelt(spellings, "indicators"), _spelt(spellings, "units")
    return Catalogue(
        indicators=MappingProxyType(indicators),
        units=MappingProxyType(units),
        indicator_names=_names(indicators, spelled_indicators, spellings),
        unit_names=_names(units, former | spelled_units, spellings),
        spelled_indicators=MappingProxyType(spelled_indicators),
        spelled_units=MappingProxyType(spelled_units),
    )


def _indicator(entry: Entry) -> Indicator:
    entry.only(*(known.name for known in fields(Indicator)))
    band = entry.inner("band")
    indicator = Indicator(
        id=_id(entry),
        name=entry.need("name", str),
        definition=entry.maybe("definition", str),
        unit=entry.maybe("unit", str),
        decimals=entry.count("decimals"),
        direction=_direction(entry),
        band=_band(band) if band else None,
        about_people=entry.need("about_people", bool),
        accumulates=entry.need("accumulates", bool),
        children=bool(entry.maybe("children", bool)),
    )
    if indicator.direction is Direction.WITHIN and band is None:
        raise entry.wrong("har riktningen ”inom” men inget band")
    return indicator


def _direction(entry: Entry) -> Direction:
    word = entry.need("direction", str)
    try:
        return Direction(word)
    except ValueError as error:
        allowed = ", ".join(Direction)
        raise entry.wrong(f"har riktningen ”{word}”", f"Välj en av: {allowed}.") from error


def _band(entry: Entry) -> Band:
    entry.only("low", "high", "source")
    low, high = entry.number("low"), entry.number("high")
    if low is None and high is None:
        raise entry.wrong("saknar båda gränserna low och high")
    if low is not None and high is not None and low > high:
        raise entry.wrong("har en nedre gräns som ligger över den övre")
    return Band(low, high, entry.need("source", str))


def _unit(entry: Entry) -> Unit:
    entry.only("id", "name", "board", "kind_of_operation", "size", "former_names")
    former = entry.maybe("former_names", list) or []
    if not all(isinstance(name, str) and name for name in former):
        raise entry.wrong("har tidigare namn som inte är text")
    return Unit(
        id=_id(entry),
        name=entry.need("name", str),
        board=entry.need("board", str),
        kind_of_operation=entry.need("kind_of_operation", str),
        size=entry.count("size") if "size" in entry.values else None,
        former_names=tuple(former),
    )


def _id(entry: Entry) -> str:
    value = entry.need("id", str)
    if value != slug(value):
        raise entry.wrong("har ett id med annat än små bokstäver a–z, siffror och bindestreck")
    return value


Named = TypeVar("Named", Indicator, Unit)


def _unique(found: Iterable[tuple[Named, Entry]]) -> dict[str, Named]:
    by_id: dict[str, Named] = {}
    for named, entry in found:
        if named.id in by_id:
            raise entry.wrong("står två gånger", "Ta bort den ena eller ge den ett eget id.")
        by_id[named.id] = named
    return by_id


def _spelt(spellings: Entry, table: str) -> dict[str, str]:
    rows = spellings.maybe(table, dict) or {}
    if not all(isinstance(target, str) for target in rows.values()):
        raise spellings.wrong(f'har i [{table}] en rad av annan form än "namn som det trycks" = "id"')
    return rows


def _names(known: Mapping[str, Named], others: Mapping[str, str], spellings: Entry) -> Mapping[str, str]:
    """A name that would lead to two ids, or to none, is an error: nobody could say which was meant."""
    names: dict[str, str] = {}
    for name, target in [*((named.name, named.id) for named in known.values()), *others.items()]:
        if target not in known:
            raise spellings.wrong(f"leder namnet ”{name}” till ”{target}”, som inte finns")
        if names.setdefault(fold(name), target) != target:
            raise spellings.wrong(f"leder namnet ”{name}” både till ”{names[fold(name)]}” och till ”{target}”")
    return MappingProxyType(names)


def _match(names: Mapping[str, str], known: Mapping[str, Named], name: str) -> tuple[str, bool]:
    """An unknown name whose slug happens to be a known one's id gets another id: nobody said that they are one."""
    target = names.get(fold(name))
    if target:
        return target, True
    own = slug(name)
    return (f"{own}-utanfor-katalogen" if own in known else own), False
