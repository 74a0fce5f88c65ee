"""Aktiviteter, Synpunkter and Jämför's choices through the WSGI client, over the samples."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.settings import Settings
from dashboard.web import create_app
from tests.pages.answers import ask, assert_whole

ALL = "enheter=ekonomiskt-bistand,medborgarservice,socialpsykiatri,grupp-och-servicebostader"
ADDRESSES = (
    ("/aktiviteter", ""),
    ("/aktiviteter", "?ar=2025&period=T2&visa=enhet"),
    ("/aktiviteter", "?ar=2026&period=VP"),
    ("/aktiviteter", "?lista=flyttade"),
    ("/aktiviteter", "?sok=rutin&enheter=medborgarservice"),
    ("/aktiviteter", "?mal=1-3&lista=utan-analys"),
    ("/aktiviteter", "?ar=1999"),
    ("/aktiviteter", "?sok=finnsinte"),
    ("/synpunkter", ""),
    ("/synpunkter", "?ar=2023"),
    ("/synpunkter", "?ar=1999"),
    ("/synpunkter", "?enheter=medborgarservice&visa=ord"),
    ("/synpunkter", "?kategori=vad-det-gallde-bemotande"),
    ("/synpunkter", "?enheter=finns-inte&kategori=strunt"),
    ("/jamfor", "?verksamhet=socialpsykiatri"),
    ("/jamfor", "?storlek=stor"),
    ("/jamfor", f"?{ALL}&lista=sjukfranvaro"),
)


@pytest.fixture(scope="module")
def client(sample_store: Path) -> FlaskClient:
    made: FlaskClient = create_app(Settings(store=sample_store)).server.test_client()
    return made


@pytest.mark.parametrize(("path", "search"), ADDRESSES)
def test_every_address_answers_with_a_whole_page(client: FlaskClient, path: str, search: str) -> None:
    assert_whole(ask(client, path, search))


def test_each_count_of_activities_leads_to_as_many_rows(client: FlaskClient) -> None:
    links = [link for link in ask(client, "/aktiviteter").links if "lista=" in link]
    assert links
    for link in links:
        path, _, search = link.partition("?")
        answer = ask(client, path, f"?{search}")
        told = re.search(r"Visar (\d+) av \d+", answer.words)
        assert told is not None, link
        rows = [made for tag, made in answer.elements() if tag == "tr" and made.get("key")]
        assert len(rows) == int(told[1]), link


def test_dates_stand_in_words_and_the_drawing_is_not_read_out(client: FlaskClient) -> None:
    answer = ask(client, "/aktiviteter", "?enheter=medborgarservice")
    assert "2024-01-15 till 2025-12-31" in answer.words
    drawn = [made for tag, made in answer.elements() if tag == "svg" and made.get("class") == "tl"]
    assert drawn
    assert all(made.get("aria-hidden") == "true" for made in drawn)


def test_comments_are_sent_when_they_are_opened(client: FlaskClient) -> None:
    closed = ask(client, "/synpunkter", "?enheter=medborgarservice")
    assert "Alla som lämnat namn har fått svar." not in closed.words
    opened = ask(client, "/synpunkter", "?enheter=medborgarservice&visa=ord")
    assert "Alla som lämnat namn har fått svar." in opened.words


def test_shares_have_their_base_and_empty_cells_their_word(client: FlaskClient) -> None:
    words = ask(client, "/synpunkter", "?enheter=medborgarservice&ar=2025").words
    assert "4 av 6" in words
    assert "saknas" in words
