"""What two reports print differently stands beside the number, on the unit's page and on Källor."""

from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Selection, Severity
from dashboard.store.database import Store
from dashboard.views import kallor
from dashboard.views.crossreport import crossed
from dashboard.views.enhet import enhet
from dashboard.views.judged import judged_rows
from dashboard.views.line import flags
from dashboard.views.oversikt import oversikt
from tests.builders import Build, catalogue_of, indicator, store_of

CATALOGUE: Catalogue = catalogue_of(indicator("Nöjda"))


def told(store: Store, document: str) -> list[tuple[str, Severity, str]]:
    return [(doubt.doubt_kind, doubt.severity, doubt.reason) for doubt in crossed(store, [document]).get(document, [])]


def test_a_target_that_is_another_than_the_plans_is_told_beside_the_number(tmp_path: Path) -> None:
    plan = Build(kind=Kind.VP).row("Nöjda", "", "85 %")
    account = Build().row("Nöjda", "81 %", "80 %")
    store = store_of(tmp_path, plan, account)
    document = account.report().document.id
    reason = "Årsmålet är ett annat än i verksamhetsplanen 2025, där det är 85\u00a0%."
    assert told(store, document) == [("flyttat-mål", Severity.WARNING, reason)]
    (row,) = judged_rows(store, CATALOGUE, documents=[document])
    assert flags(row) == ("Årsmålet var 85\u00a0% i planen",)
    page = enhet(store, CATALOGUE, Selection(unit="enheten-for-lek", year=2025, period=Kind.VB, rows=("i0",)))
    assert page.content is not None
    detail = page.content.groups[0].lines[0].detail
    assert detail is not None
    (fact,) = [fact for fact in detail.facts if fact.label == "Årsmål i planen 2025"]
    assert fact.words == "85\u00a0%"
    assert fact.link is not None
    assert fact.link.to.document == plan.report().document.id
    shown = kallor.view(store, CATALOGUE, Selection(document=document)).document
    assert shown is not None
    assert [doubt.reason for doubt in shown.doubts] == [reason]
    assert shown.lead.rest == "En bör granskas."
    assert told(store, plan.report().document.id) == []


@pytest.mark.parametrize(
    ("planned", "now"), [("85 %", "85 %"), ("84,5 %", "85 %"), ("öka", "85 %"), ("", "85 %"), ("85 st", "80 %")]
)
def test_a_target_as_planned_raises_no_doubt(tmp_path: Path, planned: str, now: str) -> None:
    account = Build().row("Nöjda", "81 %", now)
    store = store_of(tmp_path, Build(kind=Kind.VP).row("Nöjda", "", planned), account)
    assert told(store, account.report().document.id) == []


def test_the_plan_of_another_year_or_unit_tells_nothing(tmp_path: Path) -> None:
    account = Build().row("Nöjda", "81 %", "80 %")
    others = (
        Build(kind=Kind.VP, year=2026).row("Nöjda", "", "85 %"),
        Build(kind=Kind.VP, unit="Annan").row("Nöjda", "", "85 %"),
    )
    assert told(store_of(tmp_path, *others, account), account.report().document.id) == []


def test_of_several_targets_in_a_plan_the_nearest_counts_and_a_row_stays_one(tmp_path: Path) -> None:
    plan = Build(kind=Kind.VP).row("Nöjda", "", "85 %").row("Nöjda", "", "80 %")
    account = Build().row("Nöjda", "81 %", "80 %").row("Nöjda", "81 %", "")
    store = store_of(tmp_path, plan, account)
    assert told(store, account.report().document.id) == []
    assert len(judged_rows(store, CATALOGUE, documents=[account.report().document.id])) == 2


def test_a_revised_figure_is_noted(tmp_path: Path) -> None:
    account = Build().row("Nöjda", "81 %", "80 %", "79 %")
    store = store_of(tmp_path, Build(year=2024).row("Nöjda", "78 %"), account)
    reason = "Utfallet 2024 är reviderat: i rapporten för 2024 trycktes 78\u00a0%."
    assert told(store, account.report().document.id) == [("reviderad", Severity.NOTE, reason)]


@pytest.mark.parametrize(
    ("then", "now", "reason"),
    [
        (4, 5, "T1 är 5 här, men 4 i rapporten för tertialet."),
        (0, 1, "T1 är 1 här, men 0 i rapporten för tertialet."),
        (4, 4, None),
        (None, 4, None),
        (4, None, None),
    ],
)
def test_feedback_counted_anew_is_told(tmp_path: Path, then: int | None, now: int | None, reason: str | None) -> None:
    tertial = Build(kind=Kind.T1).complaints("Beröm", "Maten", then, None, then)
    account = Build().complaints("Beröm", "Maten", now, None, now).complaints("Klagomål", "Maten", 9, None, 9)
    store = store_of(tmp_path, tertial, account)
    found = [("omräknade-synpunkter", Severity.WARNING, reason)] if reason else []
    assert told(store, account.report().document.id) == found
    assert told(store, tertial.report().document.id) == []


def test_a_superseded_report_is_not_compared(tmp_path: Path) -> None:
    older = Build(mark="gammal").row("Nöjda", "81 %", "80 %")
    newer = Build(mark="ny").row("Nöjda", "81 %", "85 %")
    store = store_of(tmp_path, Build(kind=Kind.VP).row("Nöjda", "", "85 %"), older, newer)
    assert told(store, older.report().document.id) == []


def test_a_doubt_of_the_row_is_a_flag_beside_its_figure_and_a_note_is_none(tmp_path: Path) -> None:
    build = Build().row("Nöjda", "81 %", "80 %")
    build.doubt("Analysen säger 82 %.", kind="analys-skiljer")
    build.doubt("Ett nytt slag.", kind="nytt-slag")
    build.doubt("Bara en notering.", kind="saknar-riktning", severity=Severity.NOTE)
    (row,) = judged_rows(store_of(tmp_path, build), CATALOGUE)
    assert flags(row) == ("Analysen säger en annan siffra", "Att granska")


def test_what_other_reports_contradict_is_counted_on_the_list_and_told_on_the_overview(tmp_path: Path) -> None:
    plan = Build(kind=Kind.VP).row("Nöjda", "", "85 %")
    third = Build(kind=Kind.T1).complaints("Synpunkter", "Beröm", 3, None, None)
    account = Build().row("Nöjda", "81 %", "80 %").complaints("Synpunkter", "Beröm", 5, 1, 2)
    store = store_of(tmp_path, plan, third, account)
    (unit,) = kallor.view(store, CATALOGUE, Selection()).units
    assert {one.title: one.doubts for one in unit.documents} == {
        "Verksamhetsberättelse 2025": 2,
        "Tertialrapport 1 2025": 0,
        "Verksamhetsplan 2025": 0,
    }
    shown = oversikt(store, CATALOGUE, Selection(year=2025, period=Kind.VB))
    assert shown.content
    assert shown.content.attention
    assert shown.content.attention.examine_words == "Två uppgifter att granska"
    target, count = shown.content.attention.examinations
    assert target.rest == "årsmålet är 80\u00a0% här, men 85\u00a0% i verksamhetsplanen."
    assert target.link.to.document == plan.report().document.id
    assert count.rest == "T1 är 5 här, men 3 i rapporten för tertialet."
    assert count.link.to.document == account.report().document.id
