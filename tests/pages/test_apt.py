"""The deck as the server sends it: slides as plain HTML, the choice of them in the address, and its other forms."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.model import Status
from dashboard.settings import Settings
from dashboard.web import create_app
from tests.builders import Build, store_of

UNIT = "/apt/enheten-for-lek"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("apt")
    built = Build().area("1.3", "Stöd <för> alla").unit_goal("Alla känner sig trygga", Status.DELVIS)
    built.row("Aktivt medskapandeindex", "76", "83", "73").activity("Utbildning", "Försenad").complaints(
        "Klagomål", "Bad", 1, 2, 3
    )
    store_of(folder, built)
    made: FlaskClient = create_app(Settings(store=folder)).server.test_client()
    return made


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    return unescape(answer.text).replace("\u00a0", " ")


def shown(text: str) -> list[str]:
    return re.findall(r'class="slide [^"]*"[^>]* data-key="([^"]+)"', text)


def links(text: str) -> list[str]:
    return re.findall(r'href="(/[^"]*)"', text)


def test_every_slide_is_in_the_page_with_a_heading_before_any_script_has_run(client: FlaskClient) -> None:
    text = page(client, UNIT)
    assert shown(text) == ["titel", "aret", "mal-2", "indikator-0", "aktiviteter", "synpunkter", "samtal", "kallor"]
    assert text.count("<h2 id=") == 8
    assert text.count("<h1>") == 1
    assert "Målet uppfylls delvis. Vad fattas?" in text
    assert "7 under årsmålet 83" in text


def test_nothing_of_a_report_becomes_markup(client: FlaskClient) -> None:
    assert "Stöd &lt;för&gt; alla" in client.get(UNIT).text


def test_the_address_says_which_slide_is_on_and_which_are_shown(client: FlaskClient) -> None:
    text = page(client, f"{UNIT}?bilder=samtal,titel&bild=2")
    assert shown(text) == ["samtal", "titel"]
    assert re.findall(r'class="slide [^"]* on" id="(b\d)"', text) == ["b2"]
    assert "2 av 2" in text


def test_a_form_without_scripts_chooses_slides_too(client: FlaskClient) -> None:
    assert shown(page(client, f"{UNIT}?bilder=titel&bilder=kallor")) == ["titel", "kallor"]


def test_a_slide_that_is_not_there_is_said_on_the_page(client: FlaskClient) -> None:
    assert "Bilden ”ingen-alls” finns inte" in page(client, f"{UNIT}?bilder=titel,ingen-alls")


def test_the_choice_lists_all_slides_with_boxes_and_ways_up_and_down(client: FlaskClient) -> None:
    text = page(client, f"{UNIT}?bilder=titel,aret,samtal&visa=val")
    boxes = re.findall(r'<input type="checkbox"[^>]* value="([^"]+)"( checked)?', text)
    assert [key for key, on in boxes if on] == ["titel", "aret", "samtal"]
    assert {key for key, on in boxes if not on} == {"mal-2", "indikator-0", "aktiviteter", "synpunkter", "kallor"}
    moves = [link for link in links(text) if "bilder=aret,titel,samtal" in link]
    assert moves, "no way moves the second slide up"
    assert shown(page(client, moves[0].replace("visa=val", ""))) == ["aret", "titel", "samtal"]


def test_taking_away_and_adding_a_slide_keeps_the_others_order(client: FlaskClient) -> None:
    text = page(client, f"{UNIT}?bilder=samtal,titel,kallor&visa=val")
    ways = dict(re.findall(r'value="([^"]+)"[^>]* data-go="([^"]+)"', text))
    assert "bilder=samtal,kallor&" in f"{ways['titel']}&".replace("&visa=val", "") + "&"
    assert "bilder=samtal,titel,aret,kallor" in ways["aret"], "it comes after the title, as in the whole deck"


def test_the_last_slide_can_not_be_taken_away(client: FlaskClient) -> None:
    text = page(client, f"{UNIT}?bilder=titel&visa=val")
    assert re.search(r'value="titel" checked[^>]* disabled', text)


def test_all_slides_have_their_order_back_when_all_are_chosen(client: FlaskClient) -> None:
    text = page(client, f"{UNIT}?bilder=titel&visa=val")
    every = next(link for link in links(text) if "bilder" not in link and "visa=val" in link)
    assert len(re.findall(" checked", page(client, every))) == 8


def test_the_presenters_window_has_notes_and_a_clock(client: FlaskClient) -> None:
    text = page(client, f"{UNIT}?visa=talare&bild=3")
    assert text.count('class="notes"') == 8
    assert 'id="klocka"' in text
    assert 'role="timer"' in text


def test_the_other_forms_are_linked_with_the_same_choice(client: FlaskClient) -> None:
    file = next(link for link in links(page(client, f"{UNIT}?bilder=titel,samtal")) if link.startswith("/fil/"))
    assert file == "/fil/apt/enheten-for-lek.pptx?ar=2025&period=VB&bilder=titel,samtal"


def test_a_unit_that_is_not_stored_is_said_and_not_found(client: FlaskClient) -> None:
    assert "Enheten finns inte" in page(client, "/apt/finns-inte", 404)
    assert "Enheten finns inte" in page(client, "/apt/ÅÄÖ", 404)


def test_a_period_without_a_report_is_a_page_with_ways_on(client: FlaskClient) -> None:
    text = page(client, f"{UNIT}?ar=2025&period=T1")
    assert shown(text) == []
    assert any(link.startswith(UNIT) for link in links(text))


def test_samples_are_marked_on_every_slide(tmp_path: Path) -> None:
    store_of(tmp_path, Build(sample=True).area("1.3").unit_goal("Mål"))
    client = create_app(Settings(store=tmp_path)).server.test_client()
    text = page(client, UNIT)
    assert text.count("Exempeldata. ") >= len(shown(text))


def test_the_deck_of_an_earlier_day_says_so_and_keeps_to_it(tmp_path: Path) -> None:
    first = Build().area("1.3").unit_goal("Mål", Status.HELT)
    snapshot = store_of(tmp_path, first).snapshot
    store_of(tmp_path, Build(mark="ny").area("1.3").unit_goal("Mål", Status.EJ))
    client = create_app(Settings(store=tmp_path)).server.test_client()
    text = page(client, f"{UNIT}?per={snapshot}")
    assert "Så som det såg ut" in text
    assert "Uppfylls helt, enligt rapporten" in text
    ways = [link for link in links(text) if link.startswith(UNIT) and "bild=" in link]
    assert [link for link in ways if f"per={snapshot}" not in link] == []
    assert "Uppfylls ej, enligt rapporten" in page(client, UNIT)
    assert "finns inte kvar" in page(client, f"{UNIT}?per=1999-01-01")


def test_another_year_is_chosen_without_the_slides_of_this_one(client: FlaskClient) -> None:
    text = page(client, f"{UNIT}?bilder=titel,mal-2&visa=val")
    years = re.findall(r'<option value="([^"]+)"', text)
    assert f"{UNIT}?ar=2025&period=VB&visa=val" in years
