"""Which indicators about people a report tells without both women and men, unit by unit."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.model import Selection
from dashboard.swedish import sort_key
from dashboard.views.link import Link, source

if TYPE_CHECKING:
    from dashboard.store.database import Store


@dataclass(frozen=True, slots=True)
class WithoutSplit:
    """A row of queries/rows_without_split.sql; `half` when one sex has a figure and the other has none."""

    document: str
    unit: str
    unit_name: str
    indicator: str
    name: str
    number: int
    place_line: int | None
    half: bool


@dataclass(frozen=True, slots=True)
class Unsplit:
    """One unit with its indicators about people that lack a figure for women or men."""

    unit: str
    name: str
    link: Link
    rows: tuple[tuple[str, Link, str], ...]


def unsplit(
    store: "Store",
    catalogue: Catalogue,
    chosen: Selection,
    names: Mapping[str, str],
    documents: Collection[str] | None = None,
) -> tuple[Unsplit, ...]:
    """The chosen year's and period's, of `documents` alone where they are given; `names` are the units' today."""
    if chosen.year is None or chosen.period is None:
        return ()
    found: dict[str, list[WithoutSplit]] = {}
    for row in store.rows("rows_without_split", WithoutSplit, year=chosen.year, kind=chosen.period):
        known = catalogue.indicators.get(row.indicator)
        if known is not None and known.about_people and (documents is None or row.document in documents):
            found.setdefault(row.unit, []).append(row)
    to = Selection(year=chosen.year, period=chosen.period)
    told = [
        Unsplit(
            unit,
            names.get(unit, rows[0].unit_name),
            Link("enhet", replace(to, unit=unit)),
            tuple(_lacking(row, catalogue) for row in rows),
        )
        for unit, rows in found.items()
    ]
    return tuple(sorted(told, key=lambda one: sort_key(one.name)))


def _lacking(row: WithoutSplit, catalogue: Catalogue) -> tuple[str, Link, str]:
    why = "bara det ena könet redovisas" if row.half else "ej uppdelat"
    known = catalogue.indicators.get(row.indicator)
    return known.name if known else row.name, source(row.document, row.place_line, f"i{row.number}"), why
