"""The reports on paper: they tell what the pages tell, nothing that is hidden, and tell it to a screen reader too."""

import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard import tasks
from dashboard.model import Kind, Selection, Status, TextOf
from dashboard.settings import Settings
from dashboard.tasks import printing
from dashboard.tasks.shelf import shelf
from dashboard.views.sections import NOT_COUNTED, QUOTED_WORDS
from dashboard.web import create_app
from tests.builders import Build, store_of
from tests.conftest import ROOT
from tests.pages import paper
from tests.pages.answers import Answer, ask
from tests.pages.test_small_groups import HIDDEN, THRESHOLD, numbers, reports

SAMPLE = "ekonomiskt-bistand"
FILES = [ROOT / "data" / "samples" / f"{name}-{SAMPLE}.txt" for name in ("vb-2024", "vb-2025", "vp-2026")]
UNIT, BOARD = "/fil/enhet/enheten-for-lek.pdf", "/fil/namnd/exempelnamnden"


def year() -> Build:
    """Each kind of row: a status that differs, both sexes, none before, nought, a target in words, a doubt."""
    built = Build().area("1.3", "Stöd för alla").unit_goal("Alla känner sig trygga", Status.DELVIS)
    built.analysis(TextOf.GOAL, "Vi har arbetat med trygghet hela året.")
    built.row("Andel nöjda", "61,9 %", "75 %", "68,25 %", status=Status.DELVIS)
    built.analysis(TextOf.OUTCOME, "Färre svarade i år.")
    built.row("Andel trygga", "90 %", "88 %", "85 %", women="86 %", men="94 %", status=Status.HELT)
    built.area("2.1").unit_goal("Kön är kort", Status.EJ).row("Antal besök", "1 512", "1 800", status=Status.EJ)
    built.area("3.1").unit_goal("Ingen vräks", None).row("Antal vräkta", "2", "0", "5").row("Antal möten", "7", "öka")
    built.area("3.4").unit_goal("Ett mål utan indikator").activity("Utbildning", "Försenad").activity("Möten")
    return built.complaints("Klagomål", "Bad", 1, None, 3).complaints("Beröm", "Beröm", 4, 5, 6)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("paper")
    song = Build("Enheten för sång").area("1.3").unit_goal("Alla sjunger").row("Antal kör", "3", "4")
    store_of(folder, year(), song)
    made = Settings(store=folder, address="https://maltavlan.exempel.se")
    tasks.import_documents(FILES, made, board="Exempelnämnden")
    return made


@pytest.fixture(scope="module")
def client(settings: Settings) -> FlaskClient:
    made: FlaskClient = create_app(settings).server.test_client()
    return made


@pytest.fixture(scope="module")
def unit(client: FlaskClient) -> bytes:
    return file(client, UNIT)


@pytest.fixture(scope="module")
def board(client: FlaskClient) -> bytes:
    return file(client, f"{BOARD}.pdf?ar=2025&period=VB")


def file(client: FlaskClient, address: str) -> bytes:
    with client.get(address) as answer:
        assert answer.status_code == 200
        assert answer.mimetype == "application/pdf"
        return bytes(answer.data)


# What a page says of itself and its controls, which paper has no use for, or says in other words.
_OF_SCREENS = {"vh", "pick", "crumb", "key", "key above", "btns", "more", "mapline", "as", "figs whole", "share"}
_SAID_OTHERWISE = {
    "Två figurer ur året",  # the paper's heading holds for one figure and for two
    "Två bedömningar",
    "Om årsmålet",
    "Enhetens analys",
    "Enhetens ord",
    "Rapporterat",
    "Beräknat",
    "Namn i rapporten",
    "Målet hos alla enheter",
    "Rapporten har inga egna ord om målet.",
    "Se siffran",
    "Se målet",
    "Så väljs det som tas upp här",
    "Ej bedömt",  # what a plan's signs mean: the paper has the words beside each
    # The page opens this to say that there is nothing.
    "Ingen mening i rapporten nämner ett belopp eller hur många som svarade.",
    QUOTED_WORDS,
    NOT_COUNTED,
}


def said(node: object, *, within: bool = False) -> Iterator[str]:
    """Each piece of text that the page's sections show, but what is for screens alone."""
    if isinstance(node, str) and within:
        yield node
    elif isinstance(node, list) and len(node) > 1 and isinstance(node[0], str) and isinstance(node[1], dict):
        if node[1].get("class") in _OF_SCREENS or node[0] in {"caption", "svg", "select", "button", "label", "details"}:
            return
        within = within or node[0] in {"section", "h1"} or node[1].get("class") in {"lead", "tally", "facts"}
        for child in node[2:]:
            yield from said(child, within=within)
    elif isinstance(node, list):
        for child in node:
            yield from said(child, within=within)


def whole_page(client: FlaskClient, path: str, search: str) -> Answer:
    """The unit's page with all rows opened that the paper opens."""
    closed = ask(client, path, search)
    keys = {key for link in closed.links if "rad=" in link for key in link.split("rad=")[1].split("#")[0].split(",")}
    opened = sorted(key for key in keys if key[0] in "giaqt")
    return ask(client, path, f"{search}&rad={','.join(opened)}")


def missing(page: Answer, content: bytes) -> list[str]:
    found = paper.words(content)
    told = {text.strip().removeprefix("Se stället: ") for text in said(page.node)} - _SAID_OTHERWISE
    return sorted(text for text in told if paper.plain(text) not in found)


@pytest.mark.parametrize(
    ("name", "search"),
    [("enheten-for-lek", "?ar=2025&period=VB"), (SAMPLE, "?ar=2025&period=VB"), (SAMPLE, "?ar=2026&period=VP")],
)
def test_a_units_report_has_every_word_and_number_of_its_page(client: FlaskClient, name: str, search: str) -> None:
    page = whole_page(client, f"/enhet/{name}", search)
    assert len(set(said(page.node))) > 60
    left = missing(page, file(client, f"/fil/enhet/{name}.pdf{search}"))
    assert not left, "\n".join(left)


def test_a_report_is_tagged_in_swedish_with_its_title_and_its_own_fonts(unit: bytes) -> None:
    told = paper.catalogue(unit)
    assert told == {"title": "Enheten för lek, Helår 2025", "language": "sv-SE", "tagged": True, "shown": True}
    fonts = paper.fonts(unit)
    assert fonts
    assert all(fonts.values()), fonts


def test_headings_are_bookmarks_in_the_pages_order(unit: bytes) -> None:
    found = paper.bookmarks(unit)
    assert [title for level, title in found if level == 0] == ["Enheten för lek", "Så räknar vi"]
    own = found[: found.index((0, "Så räknar vi"))]
    sections = ["Mål", "Indikatorer", "En figur ur året", "Aktiviteter", "Synpunkter och klagomål", "Källan"]
    assert [title for level, title in own if level == 1] == sections
    assert (3, "Alla känner sig trygga") in own


def test_a_screen_reader_meets_headings_without_gaps_tables_with_heads_and_figures_in_words(unit: bytes) -> None:
    found = paper.tags(unit)
    kinds = [kind for kind, _ in found]
    levels = [int(kind[1]) for kind in kinds if re.fullmatch("H[1-6]", kind)]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert kinds.count("Table") >= 4
    assert kinds.count("THead") >= kinds.count("Table")
    assert kinds.count("TH") >= 20
    figures = [alt for kind, alt in found if kind == "Figure"]
    assert len(figures) == 1
    assert "Andel trygga" in figures[0]


def test_every_page_has_its_number_the_source_and_the_day(unit: bytes) -> None:
    found = paper.pages(unit)
    for number, text in enumerate(found, 1):
        told = " ".join(text.split())
        assert f"Sida {number} av {len(found)}" in told
        assert "Källa: enhetens verksamhetsberättelse 2025. Utskriven ur Måltavlan" in told


def test_a_source_is_an_address_where_the_servers_is_known_and_else_told_in_words(settings: Settings) -> None:
    elsewhere = create_app(replace(settings, address="")).server.test_client()
    told = paper.words(file(elsewhere, UNIT))
    assert "rad13" in told
    assert "maltavlanexempelse" not in told


def test_a_boards_report_begins_with_its_overview_and_has_a_chapter_for_each_unit(
    client: FlaskClient, board: bytes
) -> None:
    chapters = [title for level, title in paper.bookmarks(board) if level == 0 and title != "Innehåll"]
    units = ["Enheten för lek", "Enheten för sång"]
    assert chapters == ["Översikt, Exempelnämnden", *units, "Så räknar vi"]
    page = ask(client, "/", "?namnd=exempelnamnden&ar=2025&period=VB")
    left = missing(page, board)
    assert not left, "\n".join(left)


def test_no_report_holds_a_hidden_number(tmp_path: Path) -> None:
    for build in reports():
        store_of(tmp_path, build)
    client = create_app(Settings(store=tmp_path, small_group=THRESHOLD)).server.test_client()
    told: set[float] = set()
    for name in ("enhet/enhet-a.pdf", "enhet/enhet-c.pdf?ar=2025&period=T1", "namnd/exempelnamnden.pdf"):
        for text in paper.pages(file(client, f"/fil/{name}")):
            told |= numbers(text)
    for what, value in HIDDEN.items():
        assert value not in told, what
    assert told >= {2111, 3111}, "splits of large groups are printed, so the search would have found the others"


def test_what_is_not_stored_is_a_page_that_says_so(client: FlaskClient) -> None:
    for address in ("/fil/enhet/finns-inte.pdf", "/fil/namnd/finns-inte.pdf", "/fil/namnd/finns-inte/rapport"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "inläst" in answer.text


# A board's report, made by a process of its own.

WORDS = "?ar=2025&period=VB"
# So many letters have the head and the foot of a page, at most.
FRAME = 200
Desk = tuple[FlaskClient, Path]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A server of its own, and the folder where reports are made; nothing is left running."""
    units = [Build(f"Enhet {number}").area("1.1").row("Antal besök", "3", "4") for number in range(9)]
    store_of(tmp_path, *units)
    client = create_app(Settings(store=tmp_path)).server.test_client()
    yield client, tmp_path / "printing"
    client.post(f"{BOARD}/avbryt{WORDS}")


def until(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("it never came true")


def folders(of: Path) -> list[Path]:
    return list(of.glob("*/"))


def test_a_large_boards_report_is_made_beside_the_server_and_followed_without_scripts(desk: Desk) -> None:
    client, folder = desk
    first = client.get(f"{BOARD}.pdf{WORDS}")
    assert (first.status_code, first.location) == (303, f"{BOARD}/rapport{WORDS}")
    asked = client.get(f"{BOARD}/rapport{WORDS}")
    assert "Gör rapporten" in asked.text
    assert "Refresh" not in asked.headers
    assert client.post(f"{BOARD}/rapport{WORDS}").location == f"{BOARD}/rapport{WORDS}"
    under_way = client.get(f"{BOARD}/rapport{WORDS}")
    assert under_way.headers["Refresh"]
    assert "<progress" in under_way.text
    until(lambda: "Hämta PDF" in client.get(f"{BOARD}/rapport{WORDS}").text)
    # Another process of the server has it too.
    other = create_app(Settings(store=folder.parent)).server.test_client()
    report = file(other, f"{BOARD}.pdf{WORDS}")
    chapters = [title for level, title in paper.bookmarks(report) if level == 0 and title.startswith("Enhet ")]
    assert chapters == [f"Enhet {number}" for number in range(9)]
    told = paper.pages(report)
    assert min(len(paper.plain(text)) for text in told) > FRAME, "a page with nothing but its head and foot"
    # The contents say on which page each chapter begins, over all parts that were bound.
    lines = dict(re.findall(r"(Enhet \d)\s[. ]*(\d+)", told[0]))
    for name, page in lines.items():
        assert told[int(page) - 1].lstrip().startswith(name)
        assert f"Sida {page}" in told[int(page) - 1]
    assert len(lines) == 9


def test_a_report_that_is_cancelled_leaves_nothing_behind(desk: Desk) -> None:
    client, folder = desk
    client.post(f"{BOARD}/rapport{WORDS}")
    assert len(folders(folder)) == 1
    other = create_app(Settings(store=folder.parent)).server.test_client()
    assert other.post(f"{BOARD}/avbryt{WORDS}").status_code == 303
    until(lambda: not folders(folder))
    assert "Gör rapporten" in client.get(f"{BOARD}/rapport{WORDS}").text


def test_the_button_on_the_overview_begins_at_once_but_another_sites_link_does_not(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "_begin", lambda _: None)
    client, folder = desk
    address = next(link for link in ask(client, "/", "").links if link.startswith(BOARD))
    assert client.get(address, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
    assert client.post(f"{BOARD}/rapport{WORDS}", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 404
    assert client.post(f"{BOARD}/rapport{WORDS}", headers={"Origin": "https://annan.exempel.se"}).status_code == 404
    assert not folders(folder)
    assert client.get(address, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303
    assert len(folders(folder)) == 1


def test_only_some_reports_wait_at_once_and_old_ones_are_swept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_begin", lambda _: None)
    client, folder = desk
    settings = Settings(store=folder.parent)
    printer, held = printing.Printer(settings), shelf(settings)
    for year in range(2000, 2000 + printing.MOST):
        printer.start(held, Selection(board="b", year=year, period=Kind.VB))
    full = client.post(f"{BOARD}/rapport{WORDS}")
    assert full.status_code == 503
    assert "Försök igen" in full.text
    for one in folders(folder):
        os.utime(one, (0, 0))
    printer.start(held, Selection(board="b", year=1999, period=Kind.VB))
    assert len(folders(folder)) == 1


def test_a_process_that_ended_halfway_is_told_and_can_be_asked_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "_begin", lambda _: None)
    settings = Settings(store=desk[1].parent)
    printer, held, chosen = printing.Printer(settings), shelf(settings), Selection(board="b", year=2025)
    begun = printer.start(held, chosen)
    os.utime(desk[1] / begun.id / "state.json", (0, 0))
    found = printer.find(held, chosen)
    assert found is not None
    assert found.error
    assert not printer.start(held, chosen).error
