"""Indikator, Indikatorer, Jämför, Källor and Om through the WSGI client, over the samples."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.settings import Settings
from dashboard.web import create_app
from tests.pages.answers import ask, assert_whole

ADDRESSES = (
    ("/mal", ""),
    ("/mal", "?visa=allt"),
    ("/mal", "?status=delvis"),
    ("/mal", "?ar=2026&period=VP&visa=allt"),
    ("/mal", "?mal=kf-2023-3-4"),
    ("/mal", "?mal=kf-2023-3-4&ar=2026&period=VP"),
    ("/mal", "?mal=kf-2023-3&lista=mal&status=delvis"),
    ("/mal", "?mal=finns-inte"),
    ("/mal", "?ar=1999"),
    ("/indikator", ""),
    ("/indikator", "?lista=alfabet"),
    ("/indikator/sjukfranvaro", ""),
    ("/indikator/sjukfranvaro", "?ar=2025&period=T1"),
    ("/indikator/sjukfranvaro", "?ar=2026&period=VP"),
    ("/indikator/sjukfranvaro", "?ar=1999"),
    ("/indikator/finns-inte", ""),
    ("/jamfor", ""),
    ("/jamfor", "?enheter=medborgarservice"),
    ("/jamfor", "?enheter=medborgarservice,ekonomiskt-bistand"),
    ("/jamfor", "?enheter=medborgarservice,ekonomiskt-bistand&ar=2026&period=VP"),
    ("/jamfor", "?enheter=medborgarservice,finns-inte"),
    ("/kallor", ""),
    ("/kallor", "?dokument=0000000000000000"),
    ("/forandringar", ""),
    ("/forandringar", "?visa=foregaende&lista=upp"),
    ("/forandringar", "?enheter=medborgarservice,finns-inte&status=strunt"),
    ("/forandringar", "?ar=2026&period=VP"),
    ("/forandringar", "?ar=1999"),
    ("/forandringar", "?sedan=2020-01-01&lista=rapporter"),
    ("/forandringar", "?sedan=2099-01-01"),
    ("/forandringar", "?sedan=000099-deadbeef"),
    ("/enhet", "?enheter=medborgarservice,finns-inte"),
    ("/om", ""),
    ("/ordlista", ""),
    ("/sok", ""),
    ("/sok", "?sok=sjukfr%C3%A5nvaro"),
    ("/sok", "?sok=sjukfr%C3%A5nvaro&visa=analyser"),
    ("/sok", "?sok=zzzz"),
    ("/agenda2030", ""),
    ("/agenda2030", "?mal=5"),
    ("/agenda2030", "?mal=utan-mal"),
    ("/agenda2030", "?mal=99"),
    ("/agenda2030", "?ar=2026&period=VP"),
    ("/agenda2030", "?ar=1999"),
)


@pytest.fixture(scope="module")
def client(sample_store: Path) -> FlaskClient:
    made: FlaskClient = create_app(Settings(store=sample_store)).server.test_client()
    return made


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("tom") / "store"
    made: FlaskClient = create_app(Settings(store=folder)).server.test_client()
    return made


@pytest.mark.parametrize(("path", "search"), ADDRESSES)
def test_every_address_answers_with_a_whole_page(client: FlaskClient, path: str, search: str) -> None:
    answer = ask(client, path, search)
    assert_whole(answer)
    assert "None" not in answer.words
    assert "nan" not in answer.words.split()


@pytest.mark.parametrize(("path", "search"), ADDRESSES)
def test_an_empty_store_has_pages_too(empty: FlaskClient, path: str, search: str) -> None:
    assert_whole(ask(empty, path, search))


def test_an_indicator_leads_to_its_units_and_to_its_place_in_the_report(client: FlaskClient) -> None:
    answer = ask(client, "/indikator/sjukfranvaro", "?ar=2025&period=VB")
    assert answer.heading.startswith("Sjukfrånvaro")
    assert "Lägre är bättre" in answer.words
    assert any(link.startswith("/enhet/medborgarservice?") for link in answer.links)
    place = next(link for link in answer.links if "dokument=" in link and "rad=r" in link)
    path, _, query = place.partition("#")[0].partition("?")
    shown = ask(client, path, f"?{query}")
    assert_whole(shown)
    assert "Stället i rapporten" in shown.words
    assert place.partition("#")[2] in shown.names


def test_every_document_of_the_list_opens_and_every_doubt_has_a_reason(client: FlaskClient) -> None:
    listed = ask(client, "/kallor")
    documents = {link.partition("#")[0] for link in listed.links if "dokument=" in link}
    assert len(documents) > 3
    for link in documents:
        path, _, query = link.partition("?")
        assert_whole(ask(client, path, f"?{query}"))


def test_choosing_units_is_done_with_checkboxes_that_write_the_address(client: FlaskClient) -> None:
    boxes = [made for tag, made in ask(client, "/jamfor", "?enheter=medborgarservice").elements() if tag == "input"]
    assert {made["data-param"] for made in boxes} == {"enheter"}
    assert [made["value"] for made in boxes if made.get("checked")] == ["medborgarservice"]


def test_shared_indicators_stand_with_each_units_own_target(client: FlaskClient) -> None:
    answer = ask(client, "/jamfor", "?enheter=medborgarservice,ekonomiskt-bistand&ar=2025&period=VB")
    assert "Enheterna har olika årsmål" in answer.words
    assert "Ingen rangordning" in answer.words


def test_about_has_the_rules_as_tables(client: FlaskClient) -> None:
    answer = ask(client, "/om")
    assert {"tecken", "regler", "katalogen", "exempeldata", "tillganglighet"} <= set(answer.names)
    assert sum(tag == "table" for tag, _ in answer.elements()) > 5


def query_of(link: str) -> str:
    return f"?{link.partition('?')[2].partition('#')[0]}"


def test_agenda_2030_leads_to_the_lines_of_the_reports(client: FlaskClient) -> None:
    page = ask(client, "/agenda2030", "?mal=5&ar=2025&period=VB")
    assert "Väntetiden mäts för kvinnor och män var för sig." in page.words
    source = next(link for link in page.links if link.startswith("/kallor?"))
    there = ask(client, "/kallor", query_of(source))
    assert "Väntetiden mäts för kvinnor och män var för sig." in there.words


def test_a_units_sections_open_through_the_address_with_their_table_of_money(client: FlaskClient) -> None:
    address = ("/enhet/medborgarservice", "?ar=2025&period=VB")
    closed = ask(client, *address)
    assert "Övriga avsnitt i rapporten" in closed.words
    assert "Medborgarkontor 11,0 mnkr" not in closed.words
    toggles = [link for link in closed.links if "rad=t" in link]
    opened = [ask(client, address[0], query_of(link)).words for link in toggles]
    assert [words for words in opened if "11,0 mnkr" in words and "−0,2 mnkr" in words]


def test_quotations_of_money_and_answers_open_through_the_address(client: FlaskClient) -> None:
    page = ask(client, "/enhet/medborgarservice", "?ar=2025&period=VB&rad=q0")
    assert "”Anslaget var 18,4 mnkr.”" in page.words
    assert "”Av dem är 88 procent nöjda med hur de togs emot.”" in page.words
