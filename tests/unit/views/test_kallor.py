"""The documents, their doubts, and the way from every number to its place."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue
from dashboard.model import Kind, Place, Selection, Severity, TextOf
from dashboard.store.commits import commit
from dashboard.store.database import Store
from dashboard.views import kallor
from dashboard.views.enhet import enhet
from dashboard.views.kallor import KallorView
from dashboard.views.source_document import SourceDocument
from tests.builders import Build, catalogue_of, indicator, store_of


@pytest.fixture
def catalogue() -> Catalogue:
    return catalogue_of(indicator("Nöjda"))


def lek() -> Build:
    made = Build().area("1.3", "Stöd och omsorg").unit_goal("Barn får stöd").row("Nöjda", "80 %", "75 %", "78 %")
    made.analysis(TextOf.OUTCOME, "Ord. " * 100).row("Okänt mått", "", "öka", women="4")
    return made.doubt("Cellen går inte att tyda").complaints("Beröm", "Maten", 1, None, 3)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return store_of(tmp_path / "store", lek(), Build(unit="Enheten för sång", date=None, sample=True).row("Nöjda", "3"))


def shown(store: Store, catalogue: Catalogue, document: str | None = None, *rows: str) -> KallorView:
    return kallor.view(store, catalogue, Selection(document=document, rows=rows))


def opened(store: Store, catalogue: Catalogue, *rows: str) -> SourceDocument:
    document = shown(store, catalogue, lek().report().document.id, *rows).document
    assert document is not None
    return document


def test_documents_are_listed_by_unit_with_counts_and_what_the_report_lacks(store: Store, catalogue: Catalogue) -> None:
    page = shown(store, catalogue)
    assert [unit.name for unit in page.units] == ["Enheten för lek", "Enheten för sång"]
    first, second = page.units[0].documents[0], page.units[1].documents[0]
    assert first.counts == (3, 2, 0, 1)
    assert (first.doubts, first.serious) == (1, 0)
    assert first.seen == "3 av 3 tabellrader lästa"
    assert (second.date.missing, second.remarks) == (True, ("Exempel",))
    assert page.lead.strong == "Två rapporter från två enheter är inlästa."
    assert page.lead.rest == "Ingen uppgift misstänks vara fel. En bör granskas."


def test_a_row_that_could_not_be_placed_counts_as_seen_but_not_read(tmp_path: Path, catalogue: Catalogue) -> None:
    store = store_of(tmp_path / "tappad", lek().doubt("Kunde inte placeras.", kind="oplacerad-rad"))
    assert shown(store, catalogue).units[0].documents[0].seen == "3 av 4 tabellrader lästa"


def test_a_replaced_report_stays_in_the_list(store: Store, catalogue: Catalogue) -> None:
    newer = replace(lek(), mark="rättad", goals=[], outcomes=[], doubts=[], texts=[], feedback=[]).row("Nöjda", "81 %")
    commit(store.folder, [newer.report()])
    remarks = [document.remarks for document in shown(store, catalogue).units[0].documents]
    assert sorted(remarks) == [(), ("Ersatt av en nyare rapport",)]
    assert opened(store, catalogue).replaced is not None


def test_indicators_without_a_direction_are_listed(store: Store, catalogue: Catalogue) -> None:
    assert [(name, why) for name, _, why in shown(store, catalogue).undirected] == [
        ("Okänt mått", "finns inte i katalogen")
    ]


def test_one_document_tells_its_facts_doubts_and_every_number_as_printed(store: Store, catalogue: Catalogue) -> None:
    document = opened(store, catalogue)
    facts = dict(document.facts)
    assert facts["Nämnd"].words.endswith("står i rapporten")
    assert facts["Rapportens datum"].words == "12 februari 2026"
    assert document.heads[0] == "Utfall VB 2025"
    assert [(row.name, row.cells) for row in document.rows] == [
        ("Nöjda", ("80 %", "", "", "78 %", "75 %", "")),
        ("Okänt mått", ("", "4", "", "", "öka", "")),
    ]
    assert [(doubt.severity, doubt.reason, doubt.printed) for doubt in document.doubts] == [
        (Severity.WARNING, "Cellen går inte att tyda", "som tryckt")
    ]
    assert document.feedback[0].cells == ("1", "", "3", "4")
    assert document.place is None


def test_a_line_leads_to_its_place_with_the_goals_above_it(store: Store, catalogue: Catalogue) -> None:
    line = lek().report().outcomes[0].place.line
    document = opened(store, catalogue, f"r{line}")
    assert document.place is not None
    marked = [one for one in document.place.near if one.marked]
    assert [one.words for one in marked] == ["Nöjda"]
    assert ("Årsmål", "75 %") in marked[0].cells
    assert document.place.above[-1] == "Enhetsmål: Barn får stöd"
    assert [row.marked for row in document.rows] == [True, False]


def test_a_line_between_two_things_shows_the_one_before_and_long_texts_are_cut(
    store: Store, catalogue: Catalogue
) -> None:
    analysis = lek().report().texts[0].place.line or 0
    document = opened(store, catalogue, f"r{analysis}")
    assert document.place is not None
    text = next(one for one in document.place.near if one.marked)
    assert text.words.endswith(" …")
    assert opened(store, catalogue, "r9999").place is not None
    assert opened(store, catalogue, "r1").no_place == "Inget läst i rapporten står på rad 1."


def test_a_report_with_pages_and_no_lines_leads_to_its_rows_by_their_number(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    report = Build().row("Nöjda", "80 %", "75 %").row("Sist på sidan", "1").report()
    boxes = ((50.0, 400.0, 500.0, 420.0), (50.0, 700.0, 500.0, 720.0))
    placed = [replace(row, place=Place(page=3, box=box)) for row, box in zip(report.outcomes, boxes, strict=True)]
    commit(tmp_path / "sidor", [replace(report, outcomes=tuple(reversed(placed)))])
    store = Store(tmp_path / "sidor")
    document = shown(store, catalogue, report.document.id).document
    assert document is not None
    row = next(row for row in document.rows if row.name == "Nöjda")
    assert (row.where, row.place.to.rows) == ("s. 3", ("i0",))
    opened = shown(store, catalogue, report.document.id, *row.place.to.rows).document
    assert opened is not None
    assert opened.place is not None
    assert opened.place.where == "s. 3"
    assert [(one.words, one.marked) for one in opened.place.near] == [("Nöjda", True), ("Sist på sidan", False)]


def test_an_unknown_document_and_an_empty_store_are_told(tmp_path: Path, store: Store, catalogue: Catalogue) -> None:
    assert shown(store, catalogue, "0" * 16).empty is not None
    assert shown(Store(tmp_path / "tom"), catalogue).empty is not None


def test_a_plan_is_named_as_one(tmp_path: Path, catalogue: Catalogue) -> None:
    plan = Build(kind=Kind.VP, year=2026).row("Nöjda", "", "75 %")
    page = shown(store_of(tmp_path / "plan", plan), catalogue)
    assert page.units[0].documents[0].title == "Verksamhetsplan 2026"


def test_goals_activities_and_feedback_on_pages_lead_to_their_place(tmp_path: Path, catalogue: Catalogue) -> None:
    build = Build().area("1.3").unit_goal("Snabba besked").activity("Alla går en utbildning")
    build.complaints("Klagomål", "Bemötande", 1, None, 2)
    build.goals[:] = [replace(one, place=Place(page=2)) for one in build.goals]
    build.activities[:] = [replace(one, place=Place(page=3)) for one in build.activities]
    build.feedback[:] = [replace(one, place=Place(page=4)) for one in build.feedback]
    store = store_of(tmp_path, build)
    content = enhet(store, catalogue, Selection(unit="enheten-for-lek")).content
    assert content is not None
    told = {
        "Snabba besked": content.areas[0].goals[0].source,
        "Alla går en utbildning": content.activities[0].source,
        "Bemötande": content.feedback[0].rows[0].source,
    }
    for words, link in told.items():
        found = kallor.view(store, catalogue, link.to).document
        assert found is not None, words
        assert found.place is not None, words
        (marked,) = [one for one in found.place.near if one.marked]
        assert words in marked.words
