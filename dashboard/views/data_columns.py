"""The columns of the tables that leave the product: a name for machines, a heading for people, and what it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dashboard.analysis.attainment import REASON_WORDS
from dashboard.analysis.change import Verdict
from dashboard.model import Level, Status
from dashboard.views.enhet_facts import ActivityRow
from dashboard.views.judged import Judged
from dashboard.views.reports import Report
from dashboard.views.rows import FeedbackRow, Under

Reports = Mapping[str, Report]


class Type(StrEnum):
    TEXT = "text"
    NUMBER = "tal"
    WHOLE = "heltal"
    DATE = "datum"
    TRUTH = "ja/nej"


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is ASCII and never changes meaning; `get` takes a row, and the reports by their id."""

    name: str
    heading: str
    type: Type
    about: str
    get: Callable[[Any, Reports], Any]


@dataclass(frozen=True, slots=True)
class GoalData(Under):
    document: str
    number: int
    level: Level
    code: str | None
    title: str
    status: Status | None
    activities: int
    place_line: int | None
    place_page: int | None


@dataclass(frozen=True, slots=True)
class ActivityData(ActivityRow):
    document: str


@dataclass(frozen=True, slots=True)
class FeedbackData(FeedbackRow):
    document: str


def _text(name: str, heading: str, about: str, get: Callable[[Any], Any]) -> Column:
    return Column(name, heading, Type.TEXT, about, lambda row, _: get(row))


def _number(name: str, heading: str, about: str, get: Callable[[Any], Any]) -> Column:
    return Column(name, heading, Type.NUMBER, about, lambda row, _: get(row))


def _whole(name: str, heading: str, about: str, get: Callable[[Any], Any]) -> Column:
    return Column(name, heading, Type.WHOLE, about, lambda row, _: get(row))


def _truth(name: str, heading: str, about: str, get: Callable[[Any], bool]) -> Column:
    return Column(name, heading, Type.TRUTH, about, lambda row, _: get(row))


def _date(name: str, heading: str, about: str, get: Callable[[Any], Any]) -> Column:
    return Column(name, heading, Type.DATE, about, lambda row, _: get(row))


def _of_report(document: Callable[[Any], str]) -> tuple[Column, ...]:
    """What every table begins with: which report the row stands in."""

    def told(name: str, heading: str, kind: Type, about: str, get: Callable[[Report], Any]) -> Column:
        return Column(name, heading, kind, about, lambda row, reports: get(reports[document(row)]))

    return (
        told("rapport", "Rapport", Type.TEXT, "Rapportens beteckning i Måltavlan.", lambda r: r.id),
        told("namnd", "Nämnd", Type.TEXT, "Nämnden som enheten hör till.", lambda r: r.board),
        told("enhet", "Enhet", Type.TEXT, "Enhetens namn, som rapporten har det.", lambda r: r.unit_name),
        told("enhet_id", "Enhetens beteckning", Type.TEXT, "Samma enhet över åren, som i adressen.", lambda r: r.unit),
        told("ar", "År", Type.WHOLE, "Året som rapporten gäller.", lambda r: r.year),
        told("period", "Period", Type.TEXT, "VP plan, T1 och T2 tertialer, VB helår.", lambda r: r.kind.value),
        told("rapportdatum", "Rapportens datum", Type.DATE, "Datum i rapporten.", lambda r: r.date),
        told("exempel", "Exempeldata", Type.TRUTH, "Ja om rapporten är ett exempel.", lambda r: r.sample),
    )


_PLACE = (
    _whole("rad", "Rad", "Raden i rapporten, där den är text.", lambda row: row.place_line),
    _whole("sida", "Sida", "Sidan i rapporten, där den har sidor.", lambda row: row.place_page),
)


def _path(get: Callable[[Any], Any]) -> tuple[Column, ...]:
    return (
        _text(
            "kf_mal_kod", "KF:s mål, nummer", "Numret på KF:s mål för verksamhetsområdet.", lambda r: get(r).area_code
        ),
        _text("kf_mal", "KF:s mål", "KF:s mål för verksamhetsområdet.", lambda r: get(r).area_title),
        _text("namndmal", "Nämndmål", "Nämndens mål ovanför raden.", lambda r: get(r).board_goal),
        _text("enhetsmal", "Enhetsmål", "Enhetens mål ovanför raden.", lambda r: get(r).unit_goal),
    )


def _reason(row: Judged) -> str | None:
    return REASON_WORDS[row.attainment.reason] if row.attainment.reason else None


def _verdict(row: Judged) -> str | None:
    return None if row.change.verdict in (Verdict.NONE, Verdict.UNKNOWN) else str(row.change.verdict)


OUTCOMES = (
    *_of_report(lambda row: row.row.document),
    *_path(lambda row: row.row.path),
    _text("indikator", "Indikator", "Indikatorns namn, ur katalogen där den finns där.", lambda r: r.name),
    _text("indikator_id", "Indikatorns beteckning", "Samma indikator över år och enheter.", lambda r: r.row.indicator),
    _text("matenhet", "Mätenhet", "Vad talen är i: %, st, mnkr …", lambda r: r.unit),
    _number("utfall", "Utfall", "Periodens utfall.", lambda r: r.row.outcome),
    _number("utfall_kvinnor", "Utfall kvinnor/flickor", "Tomt där det saknas eller döljs.", lambda r: r.row.women),
    _number("utfall_man", "Utfall män/pojkar", "Tomt där det saknas eller döljs.", lambda r: r.row.men),
    _truth("kon_dolt", "Könen döljs", "Ja där gruppen är liten, se metoden.", lambda r: r.split_hidden),
    _number("utfall_fore", "Utfall året före", "Som den här rapporten trycker det.", lambda r: r.row.previous),
    _number("arsmal", "Årsmål", "Enhetens årsmål.", lambda r: r.row.target),
    _text("arsmal_ord", "Årsmål i ord", "Där årsmålet är skrivet i ord.", lambda r: r.row.target_text),
    _number("kf_arsmal", "KF:s årsmål", "Kommunfullmäktiges årsmål.", lambda r: r.row.kf_target),
    _text("kf_arsmal_ord", "KF:s årsmål i ord", "Där det är skrivet i ord.", lambda r: r.row.kf_target_text),
    _number("prognos", "Prognos helår", "I tertialrapporter.", lambda r: r.row.forecast),
    _text("riktning", "Riktning", "Vad som är bättre, ur katalogen.", lambda r: r.direction.value),
    _text("rapporterad_status", "Rapporterad status", "Enhetens egen bedömning.", lambda r: r.reported),
    _text("beraknad_status", "Beräknad status", "Utfallet mot årsmålet.", lambda r: r.attainment.status),
    _text("inte_beraknad", "Varför inte beräknad", "Skälet där status saknas.", _reason),
    _number("avstand", "Avstånd till årsmålet", "Utfall minus årsmål.", lambda r: r.attainment.distance),
    _number("forandring", "Förändring", "Utfall minus året före.", lambda r: r.change.delta),
    _text("battre_samre", "Bättre eller sämre", "Efter indikatorns riktning.", _verdict),
    _truth("reviderad", "Reviderad", "Ja där förra årets tal nu trycks annorlunda.", lambda r: r.revised),
    _truth("rattad", "Rättad", "Ja där en person rättat ett tal.", lambda r: bool(r.row.corrections)),
    _whole("rad", "Rad", "Raden i rapporten, där den är text.", lambda r: r.row.place_line),
    _whole("sida", "Sida", "Sidan i rapporten, där den har sidor.", lambda r: r.row.place_page),
)

GOALS = (
    *_of_report(lambda row: row.document),
    _text("niva", "Nivå", "Inriktningsmål, verksamhetsområdesmål, nämndmål, enhetsmål.", lambda r: r.level.value),
    _text("kod", "Nummer", "Målets nummer, där det har ett.", lambda r: r.code),
    _text("mal", "Mål", "Målets ord.", lambda r: r.title),
    *_path(lambda row: row.path),
    _text("rapporterad_status", "Rapporterad status", "Enhetens egen bedömning.", lambda r: r.status),
    _whole("aktiviteter", "Aktiviteter", "Hur många aktiviteter som hör till målet.", lambda r: r.activities),
    *_PLACE,
)

ACTIVITIES = (
    *_of_report(lambda row: row.document),
    _text("aktivitet", "Aktivitet", "Aktivitetens namn.", lambda r: r.title),
    _date("start", "Start", "Startdatum.", lambda r: r.start),
    _date("slut", "Slut", "Slutdatum.", lambda r: r.end),
    _text("avvikelse", "Avvikelse", "Avvikelsen, med rapportens ord.", lambda r: r.deviation),
    _truth("analys", "Har analys", "Ja där rapporten har en text.", lambda r: r.has_analysis),
    *_PLACE,
)

FEEDBACK = (
    *_of_report(lambda row: row.document),
    _text("grupp", "Grupp", "Rubriken som kategorin står under.", lambda r: r.group),
    _text("kategori", "Kategori", "Kategorin.", lambda r: r.category),
    _whole("t1", "Tertial 1", "Tomt är inte noll.", lambda r: r.t1),
    _whole("t2", "Tertial 2", "Tomt är inte noll.", lambda r: r.t2),
    _whole("helar", "Helår", "Tomt är inte noll.", lambda r: r.vb),
    _whole("totalt", "Totalt", "Som rapporten trycker det.", lambda r: r.total),
    *_PLACE,
)

REPORTS = (
    *_of_report(lambda row: row.id),
    _text("fil", "Fil", "Filens namn vid importen.", lambda r: r.file),
    _whole("antal_mal", "Mål", "Antal mål.", lambda r: r.goal_count),
    _whole("antal_indikatorer", "Indikatorrader", "Antal indikatorrader.", lambda r: r.outcome_count),
    _whole("antal_aktiviteter", "Aktiviteter", "Antal aktiviteter.", lambda r: r.activity_count),
    _whole("antal_att_granska", "Att granska", "Antal tveksamma uppgifter.", lambda r: r.doubt_count),
)

__all__ = ["ACTIVITIES", "FEEDBACK", "GOALS", "OUTCOMES", "REPORTS", "Column", "Type"]
