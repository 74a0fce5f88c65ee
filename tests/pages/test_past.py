"""An address with `per` shows the store as it was, says whether that has changed, and keeps to it in its links."""

import re
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.model import Kind, Status
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.web import create_app
from tests.builders import Build, store_of
from tests.pages.answers import ask

UNIT = "/enhet/enheten-for-lek"


def report(outcome: str, mark: str) -> Build:
    return Build(mark=mark).area("1.3", "Stöd").unit_goal("Snabba besked").row("Nöjdhet", outcome, "90", "70")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Three states: one report, a newer version of it, and a report from another unit."""
    store_of(tmp_path, report("61", "a"))
    store_of(tmp_path, report("62", "b"))
    store_of(tmp_path, Build(unit="Enheten för språk").area("1.3", "Stöd").row("Platser", "5", "6"))
    return tmp_path


@pytest.fixture
def client(store: Path) -> FlaskClient:
    made: FlaskClient = create_app(Settings(store=store)).server.test_client()
    return made


def states(store: Path) -> list[str]:
    """Their ids, oldest first."""
    return [one.id for one in snapshots.history(store)][::-1]


def test_an_earlier_state_is_shown_and_told(store: Path, client: FlaskClient) -> None:
    first, second, _ = states(store)
    then, now = ask(client, UNIT, f"?per={first}"), ask(client, UNIT)
    assert "61" in then.words
    assert "62" in now.words
    assert "62" not in then.words
    assert "Så som det såg ut" in then.words
    assert "har ändrats sedan dess" in then.words
    assert "Så som det såg ut" not in now.words
    assert "Inget på sidan har ändrats sedan dess" in ask(client, UNIT, f"?per={second}").words


def test_every_link_keeps_to_the_state_but_the_one_to_today(store: Path, client: FlaskClient) -> None:
    first = states(store)[0]
    shown = ask(client, UNIT, f"?ar=2025&per={first}")
    pages = [link for link in shown.links if link.startswith("/") and not link.startswith(("/fil", "/data", "/bild"))]
    apart = [link for link in pages if f"per={first}" not in link]
    assert len(pages) > 5
    assert apart == [f"{UNIT}?ar=2025&period=VB", f"/forandringar?enheter=enheten-for-lek&sedan={first}"]


def test_the_choices_show_what_is_chosen(store: Path, client: FlaskClient) -> None:
    shown = ask(client, UNIT, f"?per={states(store)[0]}")
    offered = {made["value"] for tag, made in shown.elements() if tag == "option"}
    chosen = [made["value"] for tag, made in shown.elements() if tag == "select"]
    assert chosen
    assert set(chosen) <= offered


def test_a_day_means_its_last_state(store: Path, client: FlaskClient) -> None:
    today = ask(client, UNIT, f"?per={date.today().isoformat()}")
    assert "62" in today.words
    assert "Inget på sidan har ändrats" in today.words


@pytest.mark.parametrize("wanted", ["1999-01-01", "000099-deadbeef", "igar"])
def test_a_state_that_is_not_kept_is_said_and_today_is_shown(client: FlaskClient, wanted: str) -> None:
    shown = ask(client, UNIT, f"?per={wanted}")
    assert "finns inte kvar" in shown.words
    assert "62" in shown.words


def test_a_page_that_was_empty_then_says_so(store: Path, client: FlaskClient) -> None:
    first = states(store)[0]
    shown = ask(client, "/enhet/enheten-for-sprak", f"?per={first}")
    assert "Så som det såg ut" in shown.words
    assert "Platser" not in shown.words


LEK, SPRAK = "enheten-for-lek", "enheten-for-sprak"
# Every page that shows figures or the reports' words, with what chooses them.
PAGES = [
    "/",
    "/?lista=indikatorer",
    "/mal",
    "/mal?visa=allt",
    "/enhet",
    f"/enhet/{LEK}",
    f"/enhet/{LEK}?rad=i0",
    "/indikator/andel-nojda",
    f"/jamfor?enheter={LEK},{SPRAK}",
    "/jamstalldhet",
    "/aktiviteter",
    "/synpunkter",
    "/kallor",
    "/sok?sok=utbildning",
    f"/apt/{LEK}",
    f"/apt/{LEK}?visa=alla",
]


def year(outcome: str, women: str, complaints: int, acted: str, mark: str) -> Build:
    build = Build(mark=mark).area("1.3", "Stöd").unit_goal("Snabba besked", Status.HELT if mark == "a" else Status.EJ)
    build.row("Andel nöjda", outcome, "90 %", "70 %", women=women, men="61 %").activity(acted)
    return build.complaints("Klagomål", "Bemötande", 1, 2, complaints)


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> tuple[FlaskClient, str, str]:
    """A server, the state before a report was replaced, and the one before only another year's report came."""
    folder = tmp_path_factory.mktemp("revised")
    other = (
        Build(unit="Enheten för språk").area("1.3", "Stöd").row("Andel nöjda", "50 %", "60 %", women="51 %", men="49 %")
    )
    store_of(folder, year("61,5 %", "62 %", 3, "Utbildning i bemötande", "a"), other)
    store_of(folder, year("71,5 %", "72 %", 4, "Utbildning i språk", "b"))
    store_of(folder, Build(kind=Kind.T1, year=2026).area("1.3", "Stöd").row("Andel nöjda", "72 %", "95 %"))
    first, second, _ = states(folder)
    made: FlaskClient = create_app(Settings(store=folder)).server.test_client()
    return made, first, second


def seen(client: FlaskClient, address: str) -> str:
    if address.startswith("/apt"):
        return " ".join(re.sub(r"<[^>]*>", " ", client.get(address).text).replace("\u00a0", " ").split())
    path, _, words = address.partition("?")
    return ask(client, path, f"?{words}").words


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_whether_it_was_revised_since(revised: tuple[FlaskClient, str, str], address: str) -> None:
    client, first, _ = revised
    shown = seen(client, f"{address}{'&' if '?' in address else '?'}per={first}")
    assert "Så som det såg ut" in shown
    assert "Siffror eller ord på sidan har ändrats sedan dess." in shown
    assert "Se vad som har ändrats" in shown


@pytest.mark.parametrize(
    "address", ["/", "/mal", "/indikator/andel-nojda", "/jamstalldhet", "/aktiviteter", "/synpunkter"]
)
def test_a_new_report_of_another_year_revises_nothing(revised: tuple[FlaskClient, str, str], address: str) -> None:
    client, _, second = revised
    shown = seen(client, f"{address}?per={second}")
    assert "Siffror eller ord på sidan har ändrats" not in shown
    assert "Inget" in shown
    assert "har ändrats sedan dess" in shown
    assert "Se vad som" not in shown


def test_what_was_only_added_is_not_called_a_change(revised: tuple[FlaskClient, str, str]) -> None:
    client, _, second = revised
    assert "har ändrats sedan dess, men uppgifter har tillkommit" in seen(
        client, f"/indikator/andel-nojda?per={second}"
    )
    assert "Inget på sidan har ändrats" in seen(client, f"/synpunkter?per={second}")


def test_a_decks_slides_say_it_themselves(revised: tuple[FlaskClient, str, str]) -> None:
    """On the whole screen, and on paper, a slide is all that is seen."""
    client, first, second = revised
    slide = re.compile(r'class="top2"><span>([^<]*)')
    told = slide.findall(client.get(f"/apt/{LEK}?per={first}").text)
    assert len(told) > 4
    assert all(re.search(r"Så som det såg ut .*, har ändrats sedan dess$", words) for words in told)
    assert not any("ändrats" in words for words in slide.findall(client.get(f"/apt/{LEK}?ar=2025&per={second}").text))


def test_the_way_to_what_changed_leads_to_it(revised: tuple[FlaskClient, str, str]) -> None:
    client, first, _ = revised
    shown = ask(client, f"/enhet/{LEK}", f"?per={first}")
    way = next(link for link in shown.links if "sedan=" in link)
    path, _, words = way.partition("?")
    told = ask(client, path, f"?{words}")
    assert "Enheten för lek" in told.words
    assert "71,5 %" in told.words


def test_a_store_without_reports_answers_too(tmp_path: Path) -> None:
    client = create_app(Settings(store=tmp_path)).server.test_client()
    for address in (f"/apt/{LEK}", f"/apt/{LEK}?per=2026-01-01", "/?per=2026-01-01"):
        assert client.get(address).status_code in {200, 404}
        assert "Inga rapporter" in seen(client, address)
