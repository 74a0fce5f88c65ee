"""The deck's first slides and those of single indicators: the title, the year in one picture, what is worth telling."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.analysis.change import Verdict
from dashboard.analysis.meeting import best, to_work_on
from dashboard.charts.build import gender_bars, year_over_year
from dashboard.charts.spec import BarSpec
from dashboard.model import Kind, Level, Selection, Status
from dashboard.swedish import date_words, kind_words
from dashboard.views import apt_words
from dashboard.views.apt_slides import IndicatorSlide, Notes, TitleSlide, YearSlide
from dashboard.views.attention import entry
from dashboard.views.counts import counted, of_change, of_computed, of_goal, tallies
from dashboard.views.enhet_figures import about_figure
from dashboard.views.indicator_figures import gender_row, year_row
from dashboard.views.judged import Judged
from dashboard.views.line import line
from dashboard.views.link import Link, source
from dashboard.views.reports import Report
from dashboard.views.rows import GoalLine
from dashboard.views.sentences import unit_lead
from dashboard.views.telling import Item, row_item

MOST_INDICATORS = 6


def title_slide(name: str, report: Report) -> TitleSlide:
    dated = f"Rapportens datum: {date_words(report.date)}" if report.date else ""
    facts = (f"{kind_words(report.kind)} {report.year}", dated, report.board or "")
    return TitleSlide(
        key="titel",
        headline=name,
        source=f"Källa: {kind_words(report.kind).lower()} {report.year}",
        link=source(report.id, None),
        facts=tuple(fact for fact in facts if fact),
    )


def year_slides(report: Report, goals: Sequence[GoalLine], rows: Sequence[Judged]) -> list[YearSlide]:
    """The year in one picture; a plan has none yet."""
    if report.kind is Kind.VP:
        return []
    own = [goal for goal in goals if goal.level is Level.ENHETSMAL]
    lead = unit_lead(
        counted(map(of_goal, own)),
        counted(map(of_computed, rows)),
        counted(map(of_change, rows)),
        report.kind,
        report.year,
    )
    good = best((row.reported, row.attainment.status, row.change.verdict, row) for row in rows)
    work = [row for row in to_work_on((entry(row), row) for row in rows) if row not in good]
    link = Link("enhet", Selection(unit=report.unit, year=report.year, period=report.kind))
    return [
        YearSlide(
            key="aret",
            headline=lead.strong,
            notes=(lead.rest,) if lead.rest else (),
            source=f"Källa: {kind_words(report.kind).lower()} {report.year}",
            link=link,
            tallies=tallies(own, rows, link),
            best=tuple(_named(row) for row in good),
            work=tuple(_named(row) for row in work),
        )
    ]


def _named(row: Judged) -> Item:
    """The row as few words as can be read from the back of a room: its name, its figure and its target."""
    aim = f", årsmål {row.target_printed}" if row.row.target is not None else ""
    said = f"{row.outcome_printed}{aim}{_why_it_is_here(row)}"
    return replace(row_item(row, ""), strong=apt_words.spoken(row.name), rest=said, note="")


def _why_it_is_here(row: Judged) -> str:
    """A row that reaches its target is to be worked on since it fell back: its green sign alone would say otherwise."""
    reached = row.attainment.status is Status.HELT
    return f", sämre än {row.row.year - 1}" if reached and row.change.verdict is Verdict.WORSE else ""


def worth_telling(rows: Sequence[Judged]) -> list[Judged]:
    """The rows that are worth talking about: those to work on first, then those that got better."""
    told = [row for row in rows if row.row.outcome is not None and apt_words.reason(row)]
    first = to_work_on(((entry(row), row) for row in told), None)
    return [*first, *(row for row in told if row not in first)]


def indicator_slides(rows: Sequence[Judged], where: str, notes: Notes) -> list[IndicatorSlide]:
    return [_indicator(row, where, notes) for row in worth_telling(rows)[:MOST_INDICATORS]]


def _indicator(row: Judged, where: str, notes: Notes) -> IndicatorSlide:
    unit = row.unit or ""
    big = row.outcome_printed
    return IndicatorSlide(
        key=f"indikator-{row.row.number}",
        headline=apt_words.headline(row),
        notes=notes.get(row.key, ()),
        question=apt_words.only_question(row),
        source=apt_words.place(row),
        link=row.source,
        name=row.name,
        big=big.removesuffix(unit).rstrip("\u00a0 "),
        unit=unit,
        what=apt_words.under_number(row),
        line=line(row, row.row.unit_name),
        chart=_chart(row, where),
    )


def _chart(row: Judged, where: str) -> BarSpec | None:
    """The sexes where one of them misses the target, else the two years, else the sexes, else nothing to draw."""
    split = apt_words.compared(row)
    if split and (split.missing_target or row.change.delta is None):
        return gender_bars([gender_row(row.name, row)], about_figure([row], where, []))
    if row.change.delta is not None or row.row.target is not None:
        return year_over_year([year_row(row.name, row)], about_figure([row], where, []))
    return None
