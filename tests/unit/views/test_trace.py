"""Källor tells what became of a report: what people decided, what differs between versions, and when it came in."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import reviewing
from dashboard.model import Place, Selection
from dashboard.pages import PAGES
from dashboard.reviewing import Waiting
from dashboard.settings import Settings
from dashboard.store.commits import commit
from dashboard.store.corrections import Decision
from dashboard.store.database import Store
from dashboard.ui.markup import text
from dashboard.views.corrected import change_words
from dashboard.views.judged import judged_rows
from dashboard.views.kallor import view
from dashboard.views.line import flags
from tests.builders import catalogue_of
from tests.unit.test_rechecking import LOST
from tests.unit.test_reviewing import decide, report_of, staged

NOBODY = catalogue_of()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=tmp_path / "store")


def corrected(settings: Settings) -> Waiting:
    """A report whose first row's outcome was corrected, in the store."""
    found = decide(settings, staged(settings, report_of()), Decision.CORRECTED, ("outcome", "18,5 %"))
    reviewing.accept(settings, found.staged.id)
    return found


def words(settings: Settings, document: str | None = None) -> str:
    page = next(page for page in PAGES if page.name == "kallor")
    return text(page.body(view(Store(settings.store), NOBODY, Selection(document=document))))


def test_a_correction_is_told_with_who_when_from_to_and_why(settings: Settings) -> None:
    found = corrected(settings)
    shown = view(Store(settings.store), NOBODY, Selection(document=found.staged.id)).document
    assert shown
    (record,) = shown.records
    assert (record.what, record.before, record.after) == ("Andel nöjda, utfall", "81 %", "18,5 %")
    assert (record.decision, record.who, record.why) == ("Rättat", "Kansliet", "Läst i rapporten")


def test_the_row_is_shown_as_printed_with_what_holds_instead(settings: Settings) -> None:
    found = corrected(settings)
    shown = view(Store(settings.store), NOBODY, Selection(document=found.staged.id, rows=("i0",))).document
    assert shown
    assert shown.rows[0].cells[0] == "81 %, rättat till 18,5 %"
    assert shown.rows[1].cells[0] == "70 %"
    assert shown.place
    marked = next(one for one in shown.place.near if one.marked)
    assert dict(marked.cells)["Utfall VB 2025"] == "81 %"


def test_a_row_left_out_is_still_told_of(settings: Settings) -> None:
    found = decide(settings, staged(settings, report_of()), Decision.LEFT_OUT)
    reviewing.accept(settings, found.staged.id)
    told = words(settings, found.staged.id)
    assert "Utelämnat" in told
    assert "81 %" in told
    assert "1 rad utelämnad" in words(settings)


def test_versions_differ_by_what_they_print_and_not_by_corrections(settings: Settings) -> None:
    corrected(settings)
    newer = report_of(mark="version 2", date="2026-03-01")
    rows = (newer.outcomes[0], replace(newer.outcomes[1], raw=replace(newer.outcomes[1].raw, outcome="72 %")))
    newer = replace(newer, outcomes=rows)
    commit(settings.store, [newer])
    shown = view(Store(settings.store), NOBODY, Selection(document=newer.document.id)).document
    assert shown
    assert shown.versions
    told = [(one.row, one.cell, one.before, one.now) for one in shown.versions.differences]
    assert told == [("Andel trygga", "Utfall", "70 %", "72 %")]


def test_rows_that_came_or_went_between_versions_are_told_whole(settings: Settings) -> None:
    commit(settings.store, [report_of()])
    newer = report_of(mark="version 2", date="2026-03-01")
    newer = replace(newer, outcomes=(newer.outcomes[1], replace(newer.outcomes[0], indicator="ny", name="Ny rad")))
    commit(settings.store, [newer])
    shown = view(Store(settings.store), NOBODY, Selection(document=newer.document.id)).document
    assert shown
    assert shown.versions
    told = {(one.row, one.before == "fanns inte", one.now == "finns inte") for one in shown.versions.differences}
    assert told == {("Ny rad", True, False), ("Andel nöjda", False, True)}


def test_a_first_version_has_nothing_to_differ_from(settings: Settings) -> None:
    commit(settings.store, [report_of()])
    assert "Skillnad mot förra versionen" not in words(settings, report_of().document.id)


def test_the_history_tells_each_import_the_latest_first(settings: Settings) -> None:
    corrected(settings)
    told = words(settings)
    assert "Historik" in told
    assert "1 cell rättad" in told


def test_only_a_row_with_a_box_on_a_page_has_a_picture(settings: Settings) -> None:
    report = report_of()
    boxed = replace(report.outcomes[0], place=Place(page=4, box=(60.0, 500.0, 500.0, 520.0)))
    commit(settings.store, [replace(report, outcomes=(boxed, report.outcomes[1]))])
    store, document = Store(settings.store), report.document.id
    with_box = view(store, NOBODY, Selection(document=document, rows=("i0",))).document
    without = view(store, NOBODY, Selection(document=document, rows=("i1",))).document
    assert with_box
    assert without
    assert with_box.picture == f"/kallor/bild/{document}/i0"
    assert without.picture == ""


def test_a_cell_corrected_twice_is_shown_from_what_is_printed_to_what_holds(settings: Settings) -> None:
    document = corrected(settings).staged.id
    reviewing.reopen(settings, document)
    reviewing.decide(settings, document, "i0", Decision.CORRECTED, texts=(("outcome", "18,6 %"),), who="Nämnden")
    reviewing.accept(settings, document)
    shown = view(Store(settings.store), NOBODY, Selection(document=document)).document
    assert shown
    assert shown.rows[0].cells[0] == "81 %, rättat till 18,6 %"
    assert [(one.before, one.after, one.who) for one in shown.records] == [
        ("18,5 %", "18,6 %", "Nämnden"),
        ("81 %", "18,5 %", "Kansliet"),
    ]


def test_a_row_typed_in_is_marked_with_the_words_that_it_was_typed_for(settings: Settings) -> None:
    found = staged(settings, replace(report_of(), doubts=(LOST,)))
    typed = (("namn", "Andel lugna"), ("outcome", "12 %"), ("target", "13 %"))
    found = decide(settings, found, Decision.TYPED, *typed)
    reviewing.accept(settings, found.staged.id)
    store = Store(settings.store)
    shown = view(store, NOBODY, Selection(document=found.staged.id)).document
    assert shown
    (record,) = shown.records
    assert (record.what, record.decision, record.before) == ("Andel lugna", "Inskrivet", LOST.text)
    assert record.after == "Utfall 12 %, Årsmål 13 %"
    assert shown.rows[-1].cells[0] == "12 %, inskrivet"
    assert shown.rows[-1].where == "rad 40"
    assert "1 rad inskriven" in words(settings)
    row = next(row for row in judged_rows(store, NOBODY) if row.name == "Andel lugna")
    assert flags(row) == ("Inskrivet för hand",)
    told = change_words(*row.row.corrections[0])
    assert LOST.text in told


def test_only_who_is_inside_sees_the_way_to_correct(settings: Settings) -> None:
    document = corrected(settings).staged.id
    page = next(page for page in PAGES if page.name == "kallor")
    shown = view(Store(settings.store), NOBODY, Selection(document=document, rows=("i0",)))
    assert page.inside
    assert "Rätta raden" not in text(page.body(shown))
    assert "Rätta raden" in text(page.body(page.inside(shown)))
    assert shown.document
    assert page.inside(shown).document.correct == f"/importera/{document}?rad=i0"
