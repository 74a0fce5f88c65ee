"""Search and glossary through the WSGI client: the box on every page, marked hits, pages for who has no scripts."""

import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.settings import Settings
from dashboard.web import create_app
from tests.pages.answers import Answer, ask

# Heads that say all there is to say, or are the report's own.
PLAIN_HEADS = {"Enhet", "År", "Namn", "Enheter som skriver om det", "Rapportens datum"}


@pytest.fixture(scope="module")
def client(sample_store: Path) -> FlaskClient:
    contact = "Kontaktcenter, hjalp@exempel.se"
    made: FlaskClient = create_app(Settings(store=sample_store, contact=contact)).server.test_client()
    return made


@pytest.mark.parametrize("path", ["/", "/om", "/data", "/apt/medborgarservice", "/finns-inte"])
def test_the_box_stands_on_every_page_and_asks_by_itself(client: FlaskClient, path: str) -> None:
    written = client.get(path).get_data(as_text=True)
    form = re.findall(r"<form.*?</form>", written, re.DOTALL)[0]
    assert 'role="search"' in form
    assert 'action="/sok"' in form
    assert 'method="get"' in form
    assert 'name="sok"' in form
    assert '<label class="vh" for="sok">' in form


def marked(answer: Answer) -> list[str]:
    return [str(node) for node in _marks(answer.node)]


def _marks(node: object) -> list[object]:
    if not isinstance(node, list):
        return []
    own = node[2:] if node and node[0] == "mark" else []
    return [*own, *(found for part in node for found in _marks(part))]


def test_hits_are_marked_and_lead_to_page_and_source(client: FlaskClient) -> None:
    answer = ask(client, "/sok", "?sok=MEDBORGARKONTOR")
    assert answer.heading == "Sök: MEDBORGARKONTOR"
    assert {mark.casefold() for mark in marked(answer)} == {"medborgarkontor"}
    assert any(link.startswith("/enhet/medborgarservice?") for link in answer.links)
    source = next(link for link in answer.links if link.startswith("/kallor?"))
    path, _, query = source.partition("#")[0].partition("?")
    assert source.partition("#")[2] in ask(client, path, f"?{query}").names


def test_a_hit_opens_the_row_that_it_stands_in(client: FlaskClient) -> None:
    answer = ask(client, "/sok", "?sok=fr%C3%A5nvaro&visa=analyser")
    links = [link for link in answer.links if link.startswith("/enhet/")]
    assert links
    for link in links:
        path, _, query = link.partition("#")[0].partition("?")
        assert link.partition("#")[2] in ask(client, path, f"?{query}").names, link


def test_a_hit_in_another_section_opens_it_at_the_words(client: FlaskClient) -> None:
    answer = ask(client, "/sok", "?sok=medborgarkontor&visa=avsnitt")
    links = [link for link in answer.links if link.startswith("/enhet/")]
    assert links
    for link in links:
        path, _, query = link.partition("#")[0].partition("?")
        there = ask(client, path, f"?{query}")
        place = link.partition("#")[2]  # a part has its words within, a section's own heading has them just below
        parts = [node for node in _with_ids(there.node) if node[1]["id"] in (place, f"{place}-ord")]
        assert parts, link
        assert "medborgarkontor" in "".join(Answer(part, "").words.casefold() for part in parts), link


def _with_ids(node: object) -> list[list[Any]]:
    if not isinstance(node, list):
        return []
    own = [node] if len(node) > 1 and isinstance(node[1], dict) and "id" in node[1] else []
    return [*own, *(found for part in node for found in _with_ids(part))]


def test_hits_can_be_read_without_scripts(client: FlaskClient) -> None:
    written = client.get("/sok?sok=medborgarkontor").get_data(as_text=True)
    without = re.findall(r"<noscript>.*?</noscript>", written, re.DOTALL)[0]
    assert "<mark>Medborgarkontor</mark>" in without
    assert "&lt;script" not in client.get("/sok?sok=zzzz").get_data(as_text=True)


def test_words_that_look_like_markup_stay_words(client: FlaskClient) -> None:
    written = client.get("/sok?sok=%3Cimg%20src%3Dx%3E").get_data(as_text=True)
    assert "<img" not in written
    assert "&lt;img" in written


def test_the_accessibility_statement_can_be_read_without_scripts_and_has_the_contact(client: FlaskClient) -> None:
    written = client.get("/om").get_data(as_text=True)
    assert '<a href="mailto:hjalp@exempel.se">hjalp@exempel.se</a>' in written
    assert '<a href="https://www.digg.se/tdosanmalan">' in written


def test_the_footer_leads_to_pages_that_are_there(client: FlaskClient) -> None:
    footer = client.get("/").get_data(as_text=True).partition("<footer")[2]
    links = re.findall(r'<a href="([^"]+)"', footer)
    assert {"/om", "/ordlista", "/data", "/om#tillganglighet"} <= set(links)
    assert [link for link in links if client.get(link.partition("#")[0]).status_code != 200] == []


def test_the_glossary_explains_each_term_and_leads_to_its_rule(client: FlaskClient) -> None:
    answer = ask(client, "/ordlista")
    assert {"ord-arsmal", "ord-s-ej", "ord-kf"} <= set(answer.names)
    places = set(ask(client, "/om").names)
    assert [link for link in answer.links if link.partition("#")[2] not in places] == []


@pytest.mark.parametrize(
    "address",
    [
        "/enhet",
        "/enhet/medborgarservice?ar=2025&period=VB",
        "/enhet/medborgarservice?ar=2026&period=VP",
        "/indikator",
        "/indikator/sjukfranvaro?ar=2025&period=VB",
        "/jamstalldhet",
        "/aktiviteter",
        "/synpunkter",
        "/kallor",
        "/mal?mal=kf-2023-3-4",
        "/agenda2030",
    ],
)
def test_every_column_explains_itself(client: FlaskClient, address: str) -> None:
    path, _, query = address.partition("?")
    heads = list(_heads(ask(client, path, f"?{query}").node))
    assert heads
    assert {words for words, explains in heads if not explains} <= PLAIN_HEADS


def _heads(node: object) -> list[tuple[str, bool]]:
    """Each column head of the page's tables that are not twins of figures: its words, and whether it is explained."""
    if not isinstance(node, list):
        return []
    if len(node) > 1 and node[0] == "table" and isinstance(node[1], dict) and node[1].get("class") == "twin":
        return []
    if len(node) > 1 and isinstance(node[1], dict) and node[1].get("role") == "columnheader":
        told = Answer(node, "")
        return [(told.words, any(tag == "button" for tag, _ in told.elements()))]
    return [found for part in node for found in _heads(part)]
