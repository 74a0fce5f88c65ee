"""How a row of each table of rules is run: what is given goes in, what the code answers comes back as printed cells."""

from collections.abc import Callable

from dashboard.analysis.attainment import REASON_WORDS, Attainment, Reason, attain, differs, reported
from dashboard.analysis.attention import GOAL_WORDS, GROUP_WORDS, classify
from dashboard.analysis.change import change, revised
from dashboard.analysis.comparison import OBSTACLE_WORDS, Measured, comparability, year_obstacle
from dashboard.analysis.crosscheck import recounted, target_moved
from dashboard.analysis.gap import Split, crossings, gap, total_outside, widening
from dashboard.analysis.series import Measured as Yearly
from dashboard.analysis.series import breaks
from dashboard.catalogue import Band
from dashboard.importing.analysis_numbers import contradiction
from dashboard.model import Direction, Kind, Status
from dashboard.store.small_groups import Split as Groups
from dashboard.store.small_groups import small
from dashboard.store.sums import Figures, given_away
from dashboard.swedish import (
    Cell,
    date_words,
    listed,
    number,
    parse_cell,
    parse_date,
    parse_period,
    signed,
)
from tests.spec.row import NOTHING, PERIODS, Answer, Row
from tests.spec.runners_of_changes import compared_report, step_of_status, step_of_target
from tests.spec.runners_of_goals import planned_beside_outcome, planned_target, same_goal
from tests.spec.runners_of_lists import (
    activity_in_time,
    alike_units,
    feedback_received,
    feedback_row,
    feedback_share,
    median_without_oneself,
    moved_activity,
    size_in_words,
)
from tests.spec.runners_of_meetings import asked, best_of_year, worked_on


def plain(text: str) -> str:
    """The tables are typed with ordinary spaces; the property tests look at the hard ones."""
    return text.replace("\u00a0", " ")


def _figure(text: str) -> float:
    return float(text.replace(",", "."))


def _only(row: Row, answer: Answer) -> Answer:
    """The columns that this table asks for; some tables share a runner and ask for fewer."""
    return {column: value for column, value in answer.items() if column in row}


def _direction(row: Row) -> Direction:
    return Direction(row.take("riktning"))


def _status(text: str) -> Status | None:
    return None if text == NOTHING else Status(text)


def _band(text: str) -> Band | None:
    if text == NOTHING:
        return None
    low, high = (_figure(end) for end in text.split(NOTHING))
    return Band(low, high, "ett beslut")


def _yes(holds: bool) -> str:
    return "ja" if holds else "nej"


def read_number(row: Row) -> Answer:
    printed = row.take("i rapporten")
    cell = parse_cell("" if printed == "tom cell" else printed)
    value = NOTHING if cell.value is None else f"{cell.value:.10g}".replace(".", ",")
    return {"siffra": value, "enhet": cell.unit or NOTHING, "ord": cell.words or NOTHING}


def write_number(row: Row) -> Answer:
    value, decimals, unit = _figure(row.take("siffra")), row.take("decimaler"), row.take("enhet")
    places = None if decimals == NOTHING else int(decimals)
    return {"skrivs": plain(number(value, places, None if unit == NOTHING else unit))}


def write_difference(row: Row) -> Answer:
    value, unit = _figure(row.take("siffra")), row.take("enhet")
    return {"skrivs": plain(signed(value, unit=None if unit == NOTHING else unit))}


def read_date(row: Row) -> Answer:
    iso = parse_date(row.take("i rapporten"))
    return {"datum": iso or NOTHING, "i löpande text": date_words(iso) if iso else NOTHING}


def read_period(row: Row) -> Answer:
    printed = row.take("i rapporten")
    kind, year = parse_period("" if printed == "tom cell" else printed)
    name = next((name for name, known in PERIODS.items() if known is kind), NOTHING)
    return {"period": name, "år": str(year) if year else NOTHING}


def _attain(row: Row) -> tuple[Attainment, Cell]:
    outcome, target = row.cell("utfall"), row.cell("årsmål")
    spans = [row.take("gult spann"), row.take("målspann")]
    attainment = attain(
        None if outcome.withheld else outcome.value,
        target.value,
        direction=_direction(row),
        band=next((band for band in map(_band, spans) if band), None),
        target_text=target.words,
        kind=PERIODS[row.take("period", "Helår")],
        accumulates=row.take("läggs ihop under året", "nej") == "ja",
        missing=Reason.TOO_FEW if outcome.withheld else None,
    )
    return attainment, outcome


def status(row: Row) -> Answer:
    attainment, outcome = _attain(row)
    distance = attainment.distance
    answer = {
        "beräknad status": attainment.status or NOTHING,
        "avstånd": NOTHING if distance is None else plain(signed(distance, unit=outcome.unit)),
        "skäl": REASON_WORDS[attainment.reason] if attainment.reason else NOTHING,
    }
    return _only(row, answer)


def reported_status(row: Row) -> Answer:
    icon, words = _status(row.take("tecken vid raden")), _status(row.take("analysens ord"))
    return {"rapporterad status": reported(icon, words) or NOTHING}


def difference_of_statuses(row: Row) -> Answer:
    said, computed = _status(row.take("rapporterad status")), _status(row.take("beräknad status"))
    return {"skiljer sig": _yes(differs(said, computed))}


def change_of_year(row: Row) -> Answer:
    now, before = row.cell("i år"), row.cell("förra året")
    kinds = PERIODS[row.take("period i år", "Helår")], PERIODS[row.take("period förra året", "Helår")]
    told = change(
        now.value,
        before.value,
        direction=_direction(row),
        band=_band(row.take("målspann")),
        obstacle=year_obstacle(*kinds, now.unit, before.unit),
    )
    answer = {
        "omdöme": told.verdict,
        "skillnad": NOTHING if told.delta is None else plain(signed(told.delta, unit=now.unit)),
        "pil": told.arrow or NOTHING,
        "skäl": told.reason or NOTHING,
    }
    return _only(row, answer)


def revision(row: Row) -> Answer:
    then, now = row.cell("förra årets rapport"), row.cell("årets rapport om förra året")
    printed = [cell.decimals for cell in (then, now) if cell.decimals is not None]
    return {"reviderad": _yes(revised(then.value, now.value, min(printed)))}


def number_of_analysis(row: Row) -> Answer:
    said = contradiction(row.take("analysen"), row.take("indikator"), 2025, row.cell("utfall 2025"))
    return {"granskas": said.words if said else NOTHING}


def moved_target(row: Row) -> Answer:
    planned, now = row.cell("verksamhetsplanen"), row.cell("uppföljningen")
    printed = [cell.decimals for cell in (planned, now) if cell.decimals is not None]
    moved = target_moved(planned.value, now.value, planned.unit, now.unit, decimals=min(printed, default=None))
    return {"flyttat": _yes(moved)}


def recounted_feedback(row: Row) -> Answer:
    then, now = (row.cell(name).value for name in ("tertialets rapport", "senare rapport"))
    whole = [None if count is None else int(count) for count in (then, now)]
    return {"omräknade": _yes(recounted(*whole))}


def gap_of_sexes(row: Row) -> Answer:
    total, women, men, target = (row.cell(name) for name in ("totalt", "kvinnor", "män", "årsmål"))
    found = gap(women.value, men.value, total.value, target.value, _direction(row), unit=total.unit)
    if found is None:
        return dict.fromkeys(row.expected(), NOTHING)
    return {
        "skillnad": plain(signed(found.gap, unit=total.unit)),
        "högst": found.wider,
        "når inte årsmålet": listed(found.missing_target) or NOTHING,
        "annan sida än totalen": listed(found.apart_from_total) or NOTHING,
    }


def total_to_examine(row: Row) -> Answer:
    cells = [row.cell(name) for name in ("totalt", "kvinnor", "män")]
    total, women, men = (cell.value for cell in cells if cell.value is not None)
    return {"granskas": _yes(total_outside(total, women, men, cells[0].unit))}


def crossing(row: Row) -> Answer:
    now, before = (_split(row.take(name)) for name in ("totalt, kvinnor, män i år", "förra året"))
    found = crossings(now, before, row.cell("årsmål").value, _direction(row))
    told = [f"{one.sex} {'når nu' if one.reaches else 'når inte längre'}" for one in found]
    return {"passerat": listed(told) or NOTHING}


def comparison(row: Row) -> Answer:
    outcomes = row.cell("ena utfallet"), row.cell("andra utfallet")
    periods = [parse_period(period) for period in row.take("perioder").split(", ")]
    targets = row.take("årsmål").split(", ")
    rows = [
        Measured(f"enhet {place}", "x", kind or Kind.VB, year or 0, cell.value, cell.unit, _figure(target))
        for place, (cell, (kind, year), target) in enumerate(zip(outcomes, periods, targets, strict=True))
    ]
    judged = comparability(rows)
    words = listed([OBSTACLE_WORDS[obstacle] for obstacle in judged.obstacles])
    return {"går att jämföra": _yes(judged.comparable), "att säga": words or NOTHING}


def attention(row: Row) -> Answer:
    direction = _direction(row)
    attainment, outcome = _attain(row)
    verdict = change(outcome.value, row.cell("förra året").value, direction=direction).verdict
    entry = classify(_status(row.take("rapporterad status")), attainment, verdict)
    return {"grupp": GROUP_WORDS[entry.group] if entry.group else NOTHING}


def goals_to_notice(row: Row) -> Answer:
    said = _status(row.take("rapporterad status"))
    return {"grupp": GOAL_WORDS.get(said, NOTHING) if said else NOTHING}


def small_groups(row: Row) -> Answer:
    names = ("totalt", "kvinnor", "män")
    printed = ["" if (text := row.take(name)) == NOTHING else text for name in names]
    total, women, men = map(parse_cell, printed)
    sizes = [parse_cell(row.take(name)).value for name in ("antal svarande", "antal kvinnor", "antal män")]
    groups = Groups(
        outcome=total.value,
        women=women.value,
        men=men.value,
        measure_unit=total.unit,
        raw_outcome=printed[0],
        raw_women=printed[1],
        raw_men=printed[2],
        size=sizes[0],
        women_size=sizes[1],
        men_size=sizes[2],
    )
    return {"visas": _yes(not small(groups, 5))}


def summing(row: Row) -> Answer:
    units = {}
    for told in row.take("enheter (totalt / kvinnor / män)").split(", "):
        name, figures = told.split()
        units[name] = Figures(*map(float, figures.split("/")))
    found = given_away(units, row.take("liten grupp").split(" och "))
    return {"döljs också": " och ".join(sorted(found)) or NOTHING}


def gap_change(row: Row) -> Answer:
    pairs = [
        [parse_cell(cell).value for cell in row.take(name).split(" / ")] for name in ("kvinnor, män i år", "förra året")
    ]
    now, then = (gap(women, men, None, None, Direction.UNKNOWN) for women, men in pairs)
    found = widening(now, then)
    if found is None:
        return {"ändring": NOTHING, "skillnaden är": NOTHING, "annat kön högst då": NOTHING}
    told = plain(signed(found.delta))
    return {"ändring": told, "skillnaden är": found.word, "annat kön högst då": _yes(found.swapped)}


def broken_series(row: Row) -> Answer:
    told = []
    for part in row.take("år för år").split(", "):
        year, *name, unit = part.split()
        told.append(Yearly(int(year), None if unit == NOTHING else unit, " ".join(name)))
    return {"bruten": ", ".join(f"{one.year} {one.cause}" for one in breaks(told)) or NOTHING}


def _split(text: str) -> Split:
    return Split(*(parse_cell(figure).value for figure in text.split(" / ")))


RUNNERS: dict[str, Callable[[Row], Answer]] = {
    "sma-grupper": small_groups,
    "enheter-som-summerar": summing,
    "skillnadens-förändring": gap_change,
    "bruten-serie": broken_series,
    "läsa-tal": read_number,
    "skriva-tal": write_number,
    "skriva-skillnad": write_difference,
    "läsa-datum": read_date,
    "läsa-period": read_period,
    "status": status,
    "rapporterad": reported_status,
    "skiljer": difference_of_statuses,
    "förändring": change_of_year,
    "reviderad": revision,
    "analysens-siffra": number_of_analysis,
    "flyttat-årsmål": moved_target,
    "omräknade-synpunkter": recounted_feedback,
    "skillnad": gap_of_sexes,
    "granska-total": total_to_examine,
    "passerat": crossing,
    "jämförelse": comparison,
    "uppmärksamma": attention,
    "uppmärksamma-mål": goals_to_notice,
    "aktivitetens-läge": activity_in_time,
    "flyttad-aktivitet": moved_activity,
    "liknande": alike_units,
    "storlek": size_in_words,
    "median-av-andra": median_without_oneself,
    "synpunktsrad": feedback_row,
    "synpunkter-inkomna": feedback_received,
    "synpunkter-andel": feedback_share,
    "samma-mål": same_goal,
    "plan-flyttat": planned_target,
    "plan-utfall": planned_beside_outcome,
    "status-steg": step_of_status,
    "årsmål-steg": step_of_target,
    "jämförd-rapport": compared_report,
    "apt-fråga": asked,
    "apt-bäst": best_of_year,
    "apt-arbeta": worked_on,
}
