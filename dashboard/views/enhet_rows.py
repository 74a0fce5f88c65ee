"""A unit's indicators grouped by KF's goal; an opened row has the unit's analysis, both judgements and its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.analysis.attainment import REASON_WORDS
from dashboard.charts.spec import Series
from dashboard.model import Kind, Selection, Status
from dashboard.swedish import capital, fold, sort_key
from dashboard.views.corrected import change_words, records_of
from dashboard.views.counts import Listed, value_of
from dashboard.views.enhet_goals import Asked, Words, place_words, toggled
from dashboard.views.indicator_words import DIRECTION_WORDS
from dashboard.views.judged import Judged
from dashboard.views.line import CORRECTED, TYPED, Line, distance, line, sexes
from dashboard.views.link import Link
from dashboard.views.matrix import OUTSIDE
from dashboard.views.printed import printed
from dashboard.views.series import over_years, tertials, year_words

NO_ANALYSIS = "Rapporten har ingen egen analys av indikatorn."


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of an opened row; `printed` is set in the type of the report, `link` leads on."""

    label: str
    words: str
    printed: bool = False
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """`quote` is where the unit's own text says the status; `counted` tells what was computed and the distance.

    `planned` rows have nothing to judge yet. `year` is the year in a sentence; the two series hold all stored years.
    """

    words: tuple[Words, ...]
    planned: bool
    reported: Status | None
    quote: str
    computed: Status | None
    counted: tuple[str, ...]
    facts: tuple[Told, ...]
    year: str = ""
    series: Series | None = None
    tertials: Series | None = None


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """`detail` is None while the row is closed."""

    key: str
    name: str
    line: Line
    toggle: Link
    source_words: str
    periodicity: str
    indicator: Link
    detail: Detail | None


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """The indicators under one of KF's goals."""

    code: str
    title: str
    lines: tuple[IndicatorLine, ...]


def groups(rows: Sequence[Judged], asked: Asked) -> tuple[IndicatorGroup, ...]:
    """In the order of KF's codes, and within a goal in the report's; those on none of KF's goals come last."""
    held: dict[str, list[Judged]] = {}
    for row in rows:
        if _shown(row, asked):
            held.setdefault(row.row.path.area, []).append(row)
    ordered = sorted(held, key=lambda area: (not area, sort_key(area)))
    return tuple(_group(held[area], asked) for area in ordered)


def _shown(row: Judged, asked: Asked) -> bool:
    if asked.listed is None or asked.listed[0] in (Listed.GOALS, Listed.ATTENTION):
        return True
    return asked.listed[1] in (None, value_of(row, asked.listed[0]))


def _group(rows: Sequence[Judged], asked: Asked) -> IndicatorGroup:
    path = rows[0].row.path
    lines = tuple(_line(row, asked) for row in rows)
    return IndicatorGroup(path.area_code or "", path.area_title or OUTSIDE, lines)


def _line(row: Judged, asked: Asked) -> IndicatorLine:
    return IndicatorLine(
        key=row.key,
        name=row.name,
        line=line(row, row.row.unit_name),
        toggle=toggled(asked.here, row.key),
        source_words=place_words(row.row.place_line, row.row.place_page),
        periodicity=row.row.periodicity or "",
        indicator=Link("indikator", Selection(indicator=row.row.indicator, year=row.row.year, period=row.row.kind)),
        detail=_detail(row, asked.texts.get(row.key, ()), asked.history) if row.key in asked.here.rows else None,
    )


def _detail(row: Judged, words: tuple[Words, ...], history: Sequence[Judged]) -> Detail:
    own = [(row.name, one) for one in history if one.row.indicator == row.row.indicator]
    return Detail(
        words=words,
        planned=row.row.kind is Kind.VP,
        reported=row.reported,
        quote=row.row.status_text_quote or "",
        computed=row.attainment.status,
        counted=_counted(row),
        facts=tuple(fact for fact in _facts(row) if fact.words),
        year=year_words(row),
        series=over_years(own, row.row.unit_name),
        tertials=tertials(own, row.row.unit_name, row.name),
    )


def _counted(row: Judged) -> tuple[str, ...]:
    if row.attainment.reason:
        return (f"Kan inte beräknas: {REASON_WORDS[row.attainment.reason]}",)
    words = {Status.HELT: "Når årsmålet", Status.DELVIS: "Når nästan årsmålet", Status.EJ: "Når inte årsmålet"}
    return tuple(part for part in (words[row.attainment.status or Status.EJ], capital(distance(row))) if part)


def _facts(row: Judged) -> list[Told]:
    cells = row.row
    source = Told("Källa", f"{capital(place_words(cells.place_line, cells.place_page))} i rapporten", link=row.source)
    told = [Told("Riktning", _direction(row)), Told("Prognos helår", _forecast(row))]
    if fold(row.name) != fold(cells.name):
        told.insert(0, Told("Namn i rapporten", cells.name))
    if cells.kind is not Kind.VP:
        told.insert(-1, Told(capital(" och ".join(row.sexes)), _sexes(row)))
    if row.revised and row.then:
        told.append(Told(f"Utfall {cells.then_year}", _revised(row), link=row.then.link))
    printed_words = "Som tryckt, med rättelser" if cells.corrections else "Som tryckt"
    if row.planned:
        told.append(Told(f"Årsmål i planen {cells.year}", row.planned.printed, link=row.planned.link))
    as_printed = [cells.raw_outcome, cells.raw_men, cells.raw_women, cells.raw_previous, cells.raw_target]
    told.append(
        Told(printed_words, " | ".join(cell for cell in [*as_printed, cells.raw_kf_target] if cell), printed=True)
    )
    made = [(TYPED if not one[0] else CORRECTED, change_words(*one)) for one in cells.corrections]
    told += [Told(label, words, link=records_of(cells.document)) for label, words in made]
    told += [Told("Att granska", reason) for reason in (cells.doubts or "").split("\n")]
    return [*told, source]


def _direction(row: Judged) -> str:
    return f"{DIRECTION_WORDS[row.direction]} ({'katalogen' if row.known else 'finns inte i katalogen'})"


def _sexes(row: Judged) -> str:
    told = sexes(row)
    if row.gap is None and row.split_hidden:
        return "Uppdelningen visas inte, för gruppen är liten"
    if row.gap is None:
        return capital(told.why)
    return ". ".join(part for part in (capital(told.gap), told.remark) if part)


def _forecast(row: Judged) -> str:
    return printed(row.row.forecast, row.row.raw_forecast, row.unit)


def _revised(row: Judged) -> str:
    then = row.then.printed if row.then else ""
    return f"Reviderat: {then} i rapporten {row.row.then_year}, {row.previous_printed} nu"
