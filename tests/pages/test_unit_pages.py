"""Översikt, Enheter and Enhet through the WSGI client, over the samples and over reports made for the test."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.model import Status, TextOf
from dashboard.settings import Settings
from dashboard.web import create_app
from tests.builders import Build, store_of
from tests.pages.answers import Answer, ask, assert_whole

ADDRESSES = (
    ("/", ""),
    ("/", "?ar=2024"),
    ("/", "?ar=2025&period=T1"),
    ("/", "?ar=2025&period=T2"),
    ("/", "?ar=2026&period=VP"),
    ("/", "?ar=1999&period=T1"),
    ("/", "?lista=mal&status=delvis"),
    ("/", "?lista=beraknat&status=ej"),
    ("/", "?lista=forandring&status=samre"),
    ("/", "?lista=uppmarksamma"),
    ("/", "?lista=mal&status=ingen"),
    ("/", "?namnd=finns-inte"),
    ("/enhet", ""),
    ("/enhet/ekonomiskt-bistand", ""),
    ("/enhet/ekonomiskt-bistand", "?rad=i0,i1,g4,a0"),
    ("/enhet/ekonomiskt-bistand", "?lista=indikatorer&status=ej"),
    ("/enhet/ekonomiskt-bistand", "?lista=mal&status=helt"),
    ("/enhet/medborgarservice", "?ar=2025&period=T1"),
    ("/enhet/medborgarservice", "?ar=2026&period=VP"),
    ("/enhet/medborgarservice", "?ar=2019"),
    ("/enhet/medborgarservice", "?rad=i99"),
    ("/enhet/finns-inte", ""),
)


@pytest.fixture(scope="module")
def client(sample_store: Path) -> FlaskClient:
    return _client(sample_store)


def _client(store: Path) -> FlaskClient:
    made: FlaskClient = create_app(Settings(store=store)).server.test_client()
    return made


@pytest.mark.parametrize(("path", "search"), ADDRESSES)
def test_every_address_answers_with_a_whole_page(client: FlaskClient, path: str, search: str) -> None:
    assert_whole(ask(client, path, search))


def test_a_cell_of_the_matrix_leads_to_its_goal_on_the_units_page(client: FlaskClient) -> None:
    links = [link for link in ask(client, "/").links if "#mal-" in link]
    assert links
    place, _, fragment = links[0].partition("#")
    path, _, search = place.partition("?")
    assert fragment in ask(client, path, f"?{search}").names


def test_a_figure_to_pay_attention_to_leads_to_its_opened_row(client: FlaskClient) -> None:
    links = [link for link in ask(client, "/").links if "rad=i" in link]
    assert links
    place, _, fragment = links[0].partition("#")
    path, _, search = place.partition("?")
    answer = ask(client, path, f"?{search}")
    assert fragment in answer.names
    assert "Två bedömningar" in answer.words


def test_a_count_and_its_list_agree_in_words(client: FlaskClient) -> None:
    front = ask(client, "/")
    link = next(link for link in front.links if "lista=mal&status=delvis" in link)
    path, _, search = link.partition("?")
    heading = ask(client, path, f"?{search}").heading
    assert "enhetsmål uppfylls delvis" in heading


def test_no_text_is_sent_before_a_row_is_opened(tmp_path: Path) -> None:
    build = Build().area("1.3").unit_goal("Snabba besked").row("Nöjdhet", "90", "83", status=Status.HELT)
    store_of(tmp_path, build.analysis(TextOf.OUTCOME, "Det här är enhetens egna ord."))
    client = _client(tmp_path)
    assert "egna ord" not in ask(client, "/enhet/enheten-for-lek").words
    assert "Det här är enhetens egna ord." in ask(client, "/enhet/enheten-for-lek", "?rad=i0").words


def test_many_units_stand_as_rows_and_none_is_lost(tmp_path: Path) -> None:
    builds = [Build(unit=f"Enheten för {n}").area("1.3").unit_goal("Ett").unit_goal("Två") for n in range(60)]
    store_of(tmp_path, *builds)
    answer = ask(_client(tmp_path), "/")
    rows = [made for tag, made in answer.elements() if tag == "tr" and made.get("key")]
    assert len(rows) == 60
    assert "Alla 120 enhetsmål uppfylls helt." in answer.words


def test_an_empty_store_has_designed_pages(tmp_path: Path) -> None:
    client = _client(tmp_path / "tom")
    for path in ("/", "/enhet", "/enhet/finns-inte"):
        answer: Answer = ask(client, path)
        assert "inläst" in answer.words
        assert [tag for tag, _ in answer.elements()].count("h1") == 1
