"""Jämställdhet: women and men beside total and target, the gap and what became of it, and what lacks a split."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.charts.spec import GenderBars, GenderDumbbells
from dashboard.model import Kind, Selection
from dashboard.swedish import period_words, sort_key
from dashboard.views.boards import WITHOUT_BOARD, board_options, chosen_units, of_board, unit_options
from dashboard.views.gap_figure import gap_figure
from dashboard.views.gap_lines import Counted, GapLine, Side, Since, counted, gap_line, ordered, side, since
from dashboard.views.jamstalldhet_words import hidden_words, said
from dashboard.views.judged import Judged, judged_rows
from dashboard.views.link import Link
from dashboard.views.reports import Option, Report, all_reports, period_options, settled, unit_name, year_options
from dashboard.views.sentences import Said
from dashboard.views.states import Empty, Way, not_stored, nothing_stored, stored_periods
from dashboard.views.unsplit import Unsplit, unsplit

if TYPE_CHECKING:
    from dashboard.store.database import Store

PAGE = "jamstalldhet"
OVER_UNITS = "indikatorer"
SORTS = {"skillnad": "Skillnad", "arsmal": "Årsmål", "namn": "Namn"}
FORMS = {"hantlar": "Punkter", "staplar": "Staplar"}


@dataclass(frozen=True, slots=True)
class Choices:
    """`boards` is empty where there is one board only; `cut` is by unit or over units."""

    boards: tuple[Option, ...] = ()
    years: tuple[Option, ...] = ()
    periods: tuple[Option, ...] = ()
    units: tuple[Option, ...] = ()
    cut: tuple[Option, ...] = ()
    sort: tuple[Option, ...] = ()
    form: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one unit, or of one indicator over units."""

    name: str
    link: Link
    lines: tuple[GapLine, ...]


@dataclass(frozen=True, slots=True)
class Jamstalldhet:
    """Either the rows or the `empty` state. `bars` says how rows are drawn, `filtered` what they are cut down to."""

    title: str
    notices: tuple[str, ...]
    board: str
    period: str
    before: str
    choices: Choices = Choices()
    said: Said | None = None
    sides: tuple[Counted, ...] = ()
    moved: tuple[Counted, ...] = ()
    groups: tuple[Group, ...] = ()
    over_units: bool = False
    bars: bool = False
    filtered: tuple[str, Link] | None = None
    hidden: str = ""
    figure: GenderBars | None = None
    unsplit: tuple[Unsplit, ...] = ()
    empty: Empty | None = None


def jamstalldhet(store: "Store", catalogue: Catalogue, selection: Selection) -> Jamstalldhet:
    reports = all_reports(store)
    if not reports:
        return Jamstalldhet("Jämställdhet", selection.notices, "", "", "", empty=nothing_stored())
    own, here, notices = of_board(reports, selection)
    here, more = _known(settled(own, here))
    names = {report.unit: unit_name(own, report.unit, catalogue) for report in own}
    names = dict(sorted(names.items(), key=lambda item: sort_key(item[1])))
    units, gone = chosen_units(names, here)
    here = replace(here, units=units)
    frame = _frame(reports, own, names, here, (*notices, *more, *gone))
    chosen = [report for report in own if (report.year, report.kind) == (here.year, here.period)]
    chosen = [report for report in chosen if not units or report.unit in units]
    if not chosen or here.period is Kind.VP:
        return replace(frame, empty=_nothing(own, here))
    documents = [report.id for report in chosen]
    rows = [row for row in judged_rows(store, catalogue, documents=documents) if row.row.outcome is not None]
    lacking = unsplit(store, catalogue, here, names, documents)
    return _told(frame, rows, names, here, lacking)


def _known(here: Selection) -> tuple[Selection, tuple[str, ...]]:
    """Words of the address that the page doesn't know become its default, and are said."""
    asked = (("sort", "sortera", SORTS), ("form", "visa", FORMS), ("listed", "lista", (OVER_UNITS,)))
    statuses = (*Side, *Since)
    wrong = [(field, word) for field, word, known in asked if getattr(here, field) not in (None, *known)]
    wrong += [("status", "status")] if here.status not in (None, *(one.value for one in statuses)) else []
    notices = tuple(f"Adressen har ”{word}={getattr(here, field)}”, som inte går att använda." for field, word in wrong)
    kept = {field: None for field, _ in wrong}
    return replace(here, rows=(), notices=(), **kept), notices  # type: ignore[arg-type]


def _frame(
    reports: Sequence[Report],
    own: Sequence[Report],
    names: dict[str, str],
    here: Selection,
    notices: tuple[str, ...],
) -> Jamstalldhet:
    kind, year = here.period or Kind.VB, here.year or 0
    sort, over = _sort(here), here.listed == OVER_UNITS
    forms = [Option(w, label, (here.form or "hantlar") == w, _to(here, form=w)) for w, label in FORMS.items()]
    return Jamstalldhet(
        title=f"Jämställdhet, {period_words(kind, year)}",
        notices=notices,
        board=own[0].board or WITHOUT_BOARD,
        period=period_words(kind, year),
        before=str(year - 1) if kind is Kind.VB else f"{kind} {year - 1}",
        choices=Choices(
            boards=board_options(reports, PAGE, here),
            years=_kept(year_options(own, PAGE, here), here),
            periods=_kept(period_options(own, PAGE, here), here),
            units=unit_options(names, PAGE, here),
            cut=(
                Option("enheter", "Per enhet", not over, _to(here, listed=None)),
                Option(OVER_UNITS, "Över enheter", over, _to(here, listed=OVER_UNITS)),
            ),
            sort=tuple(Option(word, label, sort == word, _to(here, sort=word)) for word, label in SORTS.items()),
            form=tuple(forms),
        ),
        over_units=over,
        bars=here.form == "staplar",
    )


def _sort(here: Selection) -> str:
    """Over units the fixed order of names, which is no league; within a unit the largest gap first."""
    return here.sort or ("namn" if here.listed == OVER_UNITS else "skillnad")


def _to(here: Selection, **changed: str | None) -> Link:
    return Link(PAGE, replace(here, **changed))  # type: ignore[arg-type]


def _kept(options: tuple[Option, ...], here: Selection) -> tuple[Option, ...]:
    """Another year or period is shown in the same cut."""
    return tuple(
        replace(one, link=Link(PAGE, replace(one.link.to, listed=here.listed))) if one.link else one for one in options
    )


def _nothing(own: Sequence[Report], here: Selection) -> Empty:
    if here.period is not Kind.VP:
        return not_stored(own, PAGE, here)
    ways = tuple(
        Way(period_words(kind, year), Link(PAGE, replace(here, year=year, period=kind, status=None)))
        for year, kind in stored_periods(own)
        if kind is not Kind.VP
    )
    return Empty("En plan har inga utfall att dela upp.", "Kvinnors och mäns utfall står i uppföljningen:", ways)


def _told(
    frame: Jamstalldhet, rows: Sequence[Judged], names: dict[str, str], here: Selection, lacking: tuple[Unsplit, ...]
) -> Jamstalldhet:
    sides, moved = counted(rows, PAGE, replace(here, status=None))
    shown = [row for row in rows if (row.gap or row.split_hidden) and _wanted(row, here)]
    shown = ordered(shown, _sort(here), names)
    hidden = sum(row.split_hidden for row in rows)
    form = GenderBars if frame.bars else GenderDumbbells
    return replace(
        frame,
        said=said(rows, lacking, frame),
        sides=sides,
        moved=moved,
        groups=_groups(shown, names, frame.over_units),
        filtered=_filtered(here, len(shown), sum(row.gap is not None for row in rows)),
        hidden=hidden_words(hidden),
        figure=gap_figure(shown, names, frame.board, here, form),
        unsplit=lacking,
    )


def _wanted(row: Judged, here: Selection) -> bool:
    return here.status is None or (row.gap is not None and here.status in (side(row).value, since(row).value))


def _groups(rows: Sequence[Judged], names: dict[str, str], over_units: bool) -> tuple[Group, ...]:
    """Units in their fixed order; indicators in the order of their first row, or by name."""
    found: dict[str, list[Judged]] = {} if over_units else {unit: [] for unit in names}
    for row in rows:
        found.setdefault(row.row.indicator if over_units else row.row.unit, []).append(row)
    made = []
    for key, own in found.items():
        if own:
            at = own[0].row
            to = Selection(indicator=key, year=at.year, period=at.kind)
            link = Link("indikator", to) if over_units else Link("enhet", replace(to, unit=key, indicator=None))
            lines = tuple(gap_line(row, names[row.row.unit]) for row in own)
            made.append(Group(own[0].name if over_units else names[key], link, lines))
    return tuple(made)


def _filtered(here: Selection, shown: int, of: int) -> tuple[str, Link] | None:
    if here.status is None:
        return None
    return f"{shown} av {of} utfall visas.", Link(PAGE, replace(here, status=None), "skillnader")
