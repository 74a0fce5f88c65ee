"""A report's other sections on its unit's page, quotations with their places, and Agenda 2030 over units."""

from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq

from dashboard.model import Kind, Place, Report, Selection, Text, TextOf
from dashboard.store import commits, snapshots
from dashboard.store.database import Store
from dashboard.views.agenda2030 import Agenda2030, agenda2030
from dashboard.views.enhet import Content, Enhet, enhet
from dashboard.views.sections import Grid
from tests.builders import Build, catalogue_of

CATALOGUE = catalogue_of()
MONEY = "Verksamhet\tBudget\nGungor\t2 mnkr\nRutschbanor\t3 mnkr"


def section(heading: str, body: str, line: int, above: str | None = None) -> Text:
    starts = tuple(range(line + 1, line + 2 + body.count("\n")))
    return Text(TextOf.DOCUMENT, None, heading, body, Place(line), above, starts)


def report(*texts: Text, unit: str = "Enheten för lek") -> Report:
    made = Build(unit=unit).area("1.3").unit_goal("Snabba besked").report()
    return replace(made, texts=texts)


PLAY = (
    section("Enhetens uppdrag", "Vi gungar.", 10, "Sammanfattande analys"),
    section("Kompetensutveckling", "Alla lär sig gunga.", 20, "Sammanfattande analys"),
    section("Uppföljning av ekonomi", f"Gungorna kostade 2 mnkr.\n{MONEY}\nAlla är glada.", 30),
    section("Agenda 2030", "Så här:\nJämställdhet (mål 5): Alla turas om.\nMål 3 och 5: Frisk luft.", 40),
)


def store_of(folder: Path, *reports: Report) -> Store:
    commits.commit(folder, list(reports))
    return Store(folder)


def content(view: Enhet) -> Content:
    assert view.content is not None
    return view.content


def unit_page(folder: Path, *rows: str, texts: tuple[Text, ...] = PLAY) -> Enhet:
    store = store_of(folder, report(*texts))
    return enhet(store, CATALOGUE, Selection(unit="enheten-for-lek", rows=rows))


def test_sections_stand_folded_in_reading_order_with_their_parts_named(tmp_path: Path) -> None:
    found = content(unit_page(tmp_path)).sections
    assert [(one.heading, one.within, one.parts) for one in found] == [
        ("Sammanfattande analys", "Enhetens uppdrag och Kompetensutveckling", None),
        ("Uppföljning av ekonomi", "", None),
        ("Agenda 2030", "", None),
    ]


def test_an_opened_section_has_its_words_and_tables_and_leads_to_its_place(tmp_path: Path) -> None:
    view = unit_page(tmp_path, "t2")
    [opened] = [one for one in content(view).sections if one.parts is not None]
    [part] = opened.parts or ()
    table = Grid(("Verksamhet", "Budget"), (("Gungor", "2 mnkr"), ("Rutschbanor", "3 mnkr")))
    assert part.blocks == ("Gungorna kostade 2 mnkr.", table, "Alla är glada.")
    assert part.source.to.rows == ("r30",)
    assert opened.toggle.to.rows == ()
    assert view.notices == ()


def test_a_section_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert unit_page(tmp_path, "t1").notices == ("Raden ”t1” finns inte i den här rapporten.",)


def test_quotations_have_the_line_of_their_paragraph_and_a_tables_row_is_none(tmp_path: Path) -> None:
    quotes = content(unit_page(tmp_path, "q0")).quotes
    assert quotes is not None
    [(subject, [quote])] = quotes.groups or ()
    assert (subject, quote.sentence, quote.heading) == (
        "Andra belopp",
        "Gungorna kostade 2 mnkr.",
        "Uppföljning av ekonomi",
    )
    assert quote.source.to.rows == ("r31",)


def test_a_report_without_sections_has_no_place_for_them(tmp_path: Path) -> None:
    view = unit_page(tmp_path, texts=())
    assert content(view).sections == ()
    assert content(view).quotes is None


def agenda(folder: Path, **chosen: str) -> Agenda2030:
    mentions = section("Övrigt", "Vi målar.\nAgenda 2030 är viktig, mål 5 mest.", 50)
    silent = report(section("Övrigt", "Vi målar.", 50), unit="Enheten för färg")
    store = store_of(folder, report(*PLAY), report(mentions, unit="Enheten för dans"), silent)
    return agenda2030(store, CATALOGUE, Selection(year=2025, period=Kind.VB, **chosen))  # type: ignore[arg-type]


def test_each_goal_has_the_units_that_name_it_and_the_silent_ones_are_said(tmp_path: Path) -> None:
    view = agenda(tmp_path)
    assert [(count.number, count.amount) for count in view.counts] == [("3", 1), ("5", 2)]
    assert view.silent == "Enhetens rapport nämner inte Agenda 2030: Enheten för färg."
    assert view.lead is not None
    assert view.lead.rest == "Flest, två enheter, nämner mål 5 Jämställdhet."


def test_a_goal_shows_the_paragraphs_that_name_it_with_their_places(tmp_path: Path) -> None:
    view = agenda(tmp_path, goal="5")
    assert [
        (unit.name, [(said.words, said.under, said.source.to.rows) for said in unit.said]) for unit in view.units
    ] == [
        ("Enheten för dans", [("Agenda 2030 är viktig, mål 5 mest.", "Övrigt", ("r52",))]),
        (
            "Enheten för lek",
            [
                ("Jämställdhet (mål 5): Alla turas om.", "", ("r42",)),
                ("Mål 3 och 5: Frisk luft.", "", ("r43",)),
            ],
        ),
    ]


def test_a_goal_that_is_not_among_the_seventeen_is_said(tmp_path: Path) -> None:
    view = agenda(tmp_path, goal="18")
    assert view.notices == ("Agenda 2030 har inget mål som heter ”18”. Här visas alla.",)
    assert sum(len(unit.said) for unit in view.units) == 3


def test_a_store_from_before_sections_had_lines_shows_them_by_their_heading(tmp_path: Path) -> None:
    store = store_of(tmp_path, report(*PLAY))
    file = snapshots.file_of(tmp_path, store.snapshot, "texts")
    pq.write_table(pq.read_table(file).drop_columns(["above", "starts"]), file)
    old = enhet(Store(tmp_path), CATALOGUE, Selection(unit="enheten-for-lek", rows=("q0", "t0")))
    assert [one.heading for one in content(old).sections][:2] == ["Enhetens uppdrag", "Kompetensutveckling"]
    quotes = content(old).quotes
    assert quotes is not None
    assert [quote.source.to.rows for _, found in quotes.groups or () for quote in found] == [("r30",)]
