"""Indicator and activity rows: printed cells to numbers and words, each doubt with its row's place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.catalogue.likeness import UNKNOWN
from dashboard.importing import check_icons, joining
from dashboard.importing.analysis_numbers import contradiction
from dashboard.importing.attainment_words import Statement, statement
from dashboard.importing.candidates import RowFound
from dashboard.importing.columns import Column
from dashboard.importing.markup import plain
from dashboard.importing.names import proposal
from dashboard.importing.status_words import status_word
from dashboard.importing.vocabulary import icon
from dashboard.model import Activity, Cells, Doubt, Kind, Outcome, Severity, Status
from dashboard.swedish import Cell, parse_cell, parse_date, parse_period

if TYPE_CHECKING:
    from dashboard.importing.check import Context

_NUMBERS = (Column.OUTCOME, Column.MEN, Column.WOMEN, Column.PREVIOUS, Column.TARGET, Column.KF_TARGET, Column.FORECAST)
_SIZES = (Column.SIZE, Column.WOMEN_SIZE, Column.MEN_SIZE)
_TARGETS = (Column.TARGET, Column.KF_TARGET)
_CHECKED = "✓✔☑√"
UNSURE = "Var raden börjar och slutar kan inte avgöras: ord eller tal kan höra till raden bredvid."
_NO_SIGN = "—–-−·•*‣"


@dataclass(slots=True)
class _Doubts:
    """Collects doubts about one row."""

    row: RowFound
    outcome: int | None
    found: list[Doubt]

    def add(self, kind: str, reason: str, text: str, severity: Severity = Severity.WARNING) -> None:
        self.found.append(Doubt(kind, reason, text, self.row.place, severity, self.outcome))


def outcome(number: int, row: RowFound, context: Context) -> tuple[Outcome, list[Doubt]]:
    """The record of an indicator's row, and what is doubtful about it."""
    doubts = _Doubts(row, number, [])
    raw = {column: context.cleaner.clean(plain(row.cell(column))) for column in _NUMBERS}
    cells = {column: parse_cell(joining.join(text, context.words)) for column, text in raw.items()}
    name = context.cleaner.clean(joining.join(row.name, context.words))
    indicator, known = context.names.match_indicator(name)
    said = statement("\n".join(row.texts), context.year)
    by_icon = check_icons.shown(row.icons)
    shown = _shown(row, by_icon.status, doubts)
    doubts.found += [_of_icon(fault, number) for fault in by_icon.faults]
    unit = _unit(cells, doubts)
    _judge_row(row, doubts)
    if not known:
        _judge_name(name, context, doubts)
    _judge_numbers(raw, cells, doubts)
    sizes = [_size(row, column, doubts) for column in _SIZES]
    _judge_analysis(row, name, cells[Column.OUTCOME], context, doubts)
    _judge_status(shown, said, doubts)
    _judge_period(row, context, doubts)
    quote = context.cleaner.clean(said.quote) if said.quote else None
    record = Outcome(
        number, row.goal, indicator, name, context.cleaner.clean(row.name), _printed(raw),
        outcome=cells[Column.OUTCOME].value, men=cells[Column.MEN].value, women=cells[Column.WOMEN].value,
        previous=cells[Column.PREVIOUS].value, target=cells[Column.TARGET].value,
        kf_target=cells[Column.KF_TARGET].value, forecast=cells[Column.FORECAST].value,
        unit=unit, target_text=cells[Column.TARGET].words,
        kf_target_text=cells[Column.KF_TARGET].words,
        period=context.cleaner.clean(plain(row.cell(Column.PERIOD))) or None,
        previous_period=row.header.period_of(Column.PREVIOUS), periodicity=plain(row.cell(Column.PERIODICITY)) or None,
        status=shown, status_text=said.status, status_text_quote=quote,
        has_analysis=any(row.texts), kf_mark=by_icon.kf, place=row.place,
        size=sizes[0], women_size=sizes[1], men_size=sizes[2],
    )  # fmt: skip
    return record, doubts.found


def activity(number: int, row: RowFound, context: Context) -> tuple[Activity, list[Doubt]]:
    """The record of an activity's row, and what is doubtful about it."""
    doubts = _Doubts(row, None, [])
    title = context.cleaner.clean(row.name)
    start, end = (_date(row, column, doubts) for column in (Column.START, Column.END))
    deviation = context.cleaner.clean(plain(row.cell(Column.DEVIATION)))
    if row.loose:
        doubts.add(
            "oplacerad-cell", "Ord på raden hör inte till någon kolumn som kan avgöras.", row.loose, Severity.ERROR
        )
    if row.unsure:
        doubts.add("oklar-rad", UNSURE, title)
    if start and end and start > end:
        doubts.add("datum-omvända", "Slutdatum ligger före startdatum.", f"{start} {end}")
    elif (start and int(start[:4]) > context.year) or (end and int(end[:4]) < context.year):
        doubts.add(
            "datum-utanför", f"Aktivitetens tid ligger utanför {context.year}.", f"{start or ''} {end or ''}".strip()
        )
    sign = "".join(character for character in row.sign if not character.isspace())
    checked = any(character in _CHECKED for character in sign) or check_icons.shown(row.icons).checked
    told = deviation if parse_cell(deviation).words else None
    record = Activity(number, row.goal, title, start, end, told, checked, any(row.texts), row.place)
    return record, doubts.found


def _shown(row: RowFound, by_icon: Status | None, doubts: _Doubts) -> Status | None:
    """The status that the row's own words say, else its symbol's, else its icon's; a mark for none is none."""
    words = status_word(row.status) or icon(row.status)
    marked = icon(row.sign) or by_icon
    if row.status and words is None and any(character.isalnum() for character in row.status):
        doubts.add("otydlig-status", "Orden i kolumnen för status säger ingen status som känns igen.", row.status)
    if words and marked and words is not marked:
        reason = f"Ikonen visar ”{marked}” men orden säger ”{words}”; orden räknas."
        doubts.add("status-skiljer", reason, row.status)
    shown = words or marked
    return shown if shown is not Status.INGEN else None


def _of_icon(fault: check_icons.Fault, outcome: int) -> Doubt:
    return Doubt(fault.kind, fault.reason, fault.text, fault.place, outcome=outcome)


def _date(row: RowFound, column: Column, doubts: _Doubts) -> str | None:
    printed = plain(row.cell(column))
    date = parse_date(printed) if printed else None
    if printed and not date:
        doubts.add("otydligt-datum", f"Cellen ”{column.capitalize()}datum” är inget datum.", printed, Severity.ERROR)
    return date


def _unit(cells: dict[Column, Cell], doubts: _Doubts) -> str | None:
    """The outcome's unit, or the target's where there is no outcome with a unit."""
    order = (Column.OUTCOME, Column.TARGET, Column.KF_TARGET, Column.PREVIOUS)
    unit = next((cells[column].unit for column in order if cells[column].unit), None)
    unit = unit or parse_cell(f"1 {plain(doubts.row.cell(Column.UNIT))}").unit
    units = {cell.unit for cell in cells.values() if cell.value is not None}
    if len(units) > 1:
        printed = ", ".join(sorted(unit or "utan enhet" for unit in units))
        doubts.add("olika-enheter", "Radens tal har olika enheter.", printed, Severity.NOTE)
    return unit


def _judge_row(row: RowFound, doubts: _Doubts) -> None:
    if row.loose:
        doubts.add(
            "oplacerad-cell",
            "Tal eller ord på raden hör inte till någon kolumn som kan avgöras.",
            row.loose,
            Severity.ERROR,
        )
    if row.unsure:
        doubts.add("oklar-rad", UNSURE, row.name)
    strange = "".join(sign for sign in row.sign if not sign.isspace() and not icon(sign) and sign not in _NO_SIGN)
    if strange.strip("\ufffd\ue000") and not all("\ue000" <= sign <= "\uf8ff" for sign in strange):
        doubts.add("okänt-tecken", "Tecknet före indikatorns namn är okänt.", strange, Severity.NOTE)


def _judge_name(name: str, context: Context, doubts: _Doubts) -> None:
    doubts.add(UNKNOWN, "Indikatorn finns inte i katalogen och saknar riktning.", name, Severity.NOTE)
    if found := context.names.like_indicator(name):
        doubts.found.append(proposal(name, found, doubts.row.place, doubts.outcome))


def _judge_numbers(raw: dict[Column, str], cells: dict[Column, Cell], doubts: _Doubts) -> None:
    for column, cell in cells.items():
        if cell.words and column not in _TARGETS:
            doubts.add(
                "otydlig-siffra", f"Cellen ”{column}” har ord i stället för ett tal.", raw[column], Severity.ERROR
            )
        elif cell.words and any(character.isdigit() for character in cell.words):
            doubts.add(
                "otydlig-siffra", f"Cellen ”{column}” har ord och siffror som inte kan läsas som ett tal.", raw[column]
            )
    total, men, women = (cells[column].value for column in (Column.OUTCOME, Column.MEN, Column.WOMEN))
    if total is None or men is None or women is None:
        if (men is None) != (women is None):
            doubts.add(
                "ett-kön",
                "Utfall står för bara det ena könet.",
                f"{raw[Column.MEN]} {raw[Column.WOMEN]}".strip(),
                Severity.NOTE,
            )
        return
    summed = cells[Column.OUTCOME].unit != "%" and abs(men + women - total) < 0.51
    if not summed and not min(men, women) <= total <= max(men, women):
        printed = f"totalt {raw[Column.OUTCOME]}, män {raw[Column.MEN]}, kvinnor {raw[Column.WOMEN]}"
        doubts.add("total-utanför", "Totalen ligger utanför de två könens värden.", printed)


def _size(row: RowFound, column: Column, doubts: _Doubts) -> float | None:
    """How many people a figure tells of; the cell itself is not kept, since it is never shown."""
    cell = parse_cell(plain(row.cell(column)))
    if cell.words:
        doubts.add("otydlig-siffra", f"Cellen ”{column}” har ord i stället för ett tal.", cell.words, Severity.ERROR)
    return cell.value


def _judge_analysis(row: RowFound, name: str, outcome: Cell, context: Context, doubts: _Doubts) -> None:
    said = contradiction("\n".join(row.texts), name, context.year, outcome)
    if said:
        printed = plain(row.cell(Column.OUTCOME))
        doubts.add("analys-skiljer", f"Analysen säger {said.words} men tabellen {printed}.", said.quote)


def _judge_status(shown: Status | None, said: Statement, doubts: _Doubts) -> None:
    if shown and said.status and shown is not said.status:
        reason = f"Symbolen visar ”{shown}” men analysen säger ”{said.status}”."
        doubts.add("status-skiljer", reason, said.quote or "")
    if said.others:
        doubts.add(
            "utsagor-skiljer", "Analysen säger olika saker om måluppfyllelsen; den första räknas.", said.quote or ""
        )


def _judge_period(row: RowFound, context: Context, doubts: _Doubts) -> None:
    printed = plain(row.cell(Column.PERIOD))
    kind, year = parse_period(printed)
    if printed and year is None:
        doubts.add("otydlig-period", "Radens period kan inte läsas.", printed)
    elif year is not None and year != context.year:
        doubts.add("annan-period", f"Raden gäller {year}, dokumentet {context.year}.", printed)
    elif kind is not None and kind is not context.kind and context.kind is not Kind.VP:
        doubts.add("annan-period", "Raden gäller en annan period än dokumentet.", printed, Severity.NOTE)


def _printed(raw: dict[Column, str]) -> Cells:
    return Cells(
        raw[Column.OUTCOME], raw[Column.MEN], raw[Column.WOMEN], raw[Column.PREVIOUS], raw[Column.TARGET],
        raw[Column.KF_TARGET], raw[Column.FORECAST],
    )  # fmt: skip
