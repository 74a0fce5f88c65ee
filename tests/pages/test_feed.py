"""/flode.atom as a reader of news takes it: valid Atom 1.0, whole addresses, the page's choices, nothing sent twice."""

import re
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as Xml

import pytest
from flask.testing import FlaskClient

from dashboard.model import Status
from dashboard.settings import Settings
from dashboard.ui import url
from dashboard.web import create_app
from tests.builders import Build, store_of
from tests.pages.answers import ask

ATOM = "{http://www.w3.org/2005/Atom}"
UNIT, OTHER = "enheten-for-lek-trygghet", "enheten-for-sprak"
TRICKY = "Lek & <b>trygghet</b>\x0c"


def year(year: int, status: Status, unit: str = "Enheten för lek & trygghet", board: str = "Exempelnämnden") -> Build:
    build = Build(unit=unit, year=year, board=board).area("1.3", "Stöd").unit_goal(TRICKY, status)
    return build.row("Nöjdhet", "76", "84" if year == 2025 else "83", status=status)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flode")
    store_of(folder, year(2024, Status.HELT))
    store_of(folder, year(2025, Status.EJ), year(2025, Status.HELT, "Enheten för språk", "Andra nämnden"))
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> FlaskClient:
    made: FlaskClient = create_app(Settings(store=folder)).server.test_client()
    return made


def read(client: FlaskClient, query: str = "") -> Xml.Element:
    answer = client.get(f"/flode.atom{query}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return Xml.fromstring(answer.data)  # noqa: S314 - our own server wrote it


def text(of: Xml.Element, name: str) -> str:
    found = of.find(ATOM + name)
    assert found is not None, name
    return found.text or ""


def link(of: Xml.Element, rel: str) -> str:
    return next(one.attrib["href"] for one in of.findall(f"{ATOM}link") if one.attrib["rel"] == rel)


def valid(root: Xml.Element) -> list[Xml.Element]:
    """What RFC 4287 asks of a feed and its entries; returns the entries."""
    entries = root.findall(f"{ATOM}entry")
    assert root.tag == f"{ATOM}feed"
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(one.findall(ATOM + name)) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text(one, "updated"))
        assert datetime.fromisoformat(text(one, "updated"))
        assert re.match(r"(urn:uuid:[0-9a-f-]{36}|https?://)", text(one, "id"))
        assert urlsplit(link(one, "alternate")).netloc
    assert len({text(one, "id") for one in entries}) == len(entries)
    updated = [text(one, "updated") for one in entries]
    assert updated == sorted(updated, reverse=True)
    assert not updated or text(root, "updated") == updated[0]
    return entries


def test_the_feed_is_valid_and_tells_each_report(client: FlaskClient) -> None:
    root = read(client)
    entries = valid(root)
    assert link(root, "self") == "http://localhost/flode.atom"
    assert [text(one, "title") for one in entries if UNIT in link(one, "alternate")] == [
        "Enheten för lek & trygghet, Verksamhetsberättelse 2025: 2 statusar ned och 1 flyttat årsmål",
        "Enheten för lek & trygghet, Verksamhetsberättelse 2024: inläst",
    ]


def test_an_entry_tells_its_changes_with_escaped_words(client: FlaskClient) -> None:
    entry = next(one for one in valid(read(client)) if "2025: 2 status" in text(one, "title"))
    content = entry.find(f"{ATOM}content")
    assert content is not None
    assert content.attrib["type"] == "html"
    told = content.text or ""
    assert "Lek &amp; &lt;b&gt;trygghet&lt;/b&gt;" in told
    assert "gick från helt (2024) till ej (2025)." in told
    ways = re.findall(r'href="([^"]+)"', told)
    assert len(ways) == 3
    for way in (*ways, link(entry, "alternate")):
        parts = urlsplit(way.replace("&amp;", "&"))
        page, chosen = url.parse(parts.path, f"?{parts.query}")
        assert page in {"enhet", "forandringar"}
        assert chosen.notices == ()


def test_ids_are_the_same_for_ever(folder: Path, client: FlaskClient) -> None:
    again: FlaskClient = create_app(Settings(store=folder, address="https://tavla.example")).server.test_client()
    ids = [text(one, "id") for one in valid(read(again))]
    assert ids == [text(one, "id") for one in valid(read(client))]


def test_addresses_are_the_servers_own(folder: Path) -> None:
    made: FlaskClient = create_app(Settings(store=folder, address="https://tavla.example")).server.test_client()
    root = read(made, f"?enheter={UNIT}")
    assert link(root, "self") == f"https://tavla.example/flode.atom?enheter={UNIT}"
    assert all(link(one, "alternate").startswith("https://tavla.example/") for one in valid(root))


@pytest.mark.parametrize(
    ("query", "units"),
    [
        (f"?enheter={OTHER}", {OTHER}),
        ("?namnd=exempelnamnden", {UNIT}),
        (f"?namnd=exempelnamnden&enheter={OTHER}", set()),
        ("?enheter=finns-inte", set()),
        ("?namnd=%3Cscript%3E&strunt=1", {UNIT, OTHER}),
    ],
)
def test_the_pages_choices_cut_it(client: FlaskClient, query: str, units: set[str]) -> None:
    entries = valid(read(client, query))
    found = set()
    for entry in entries:
        parts = urlsplit(link(entry, "alternate"))
        found |= set(parse_qs(parts.query).get("enheter", [parts.path.rpartition("/")[2]]))
    assert found == units


def test_nothing_is_sent_twice(client: FlaskClient) -> None:
    first = client.get("/flode.atom")
    tag, made = first.headers["ETag"], first.headers["Last-Modified"]
    assert client.get("/flode.atom", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/flode.atom", headers={"If-Modified-Since": made}).status_code == 304
    assert client.get(f"/flode.atom?enheter={UNIT}", headers={"If-None-Match": tag}).status_code == 200
    old = {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}
    assert client.get("/flode.atom", headers=old).status_code == 200


def test_a_new_import_is_news(tmp_path: Path) -> None:
    store_of(tmp_path, year(2024, Status.HELT))
    made: FlaskClient = create_app(Settings(store=tmp_path)).server.test_client()
    tag = made.get("/flode.atom").headers["ETag"]
    assert len(valid(read(made))) == 1
    store_of(tmp_path, year(2025, Status.EJ))
    assert made.get("/flode.atom", headers={"If-None-Match": tag}).status_code == 200
    assert len(valid(read(made))) == 2


def test_an_empty_store_has_a_feed_without_entries(tmp_path: Path) -> None:
    made: FlaskClient = create_app(Settings(store=tmp_path / "tom")).server.test_client()
    assert valid(read(made)) == []


def test_it_is_at_most_a_hundred_entries(tmp_path: Path) -> None:
    store_of(tmp_path, *[Build(unit=f"Enhet {number}", year=2025) for number in range(103)])
    made: FlaskClient = create_app(Settings(store=tmp_path)).server.test_client()
    assert len(valid(read(made))) == 100


def test_pages_say_where_it_is(client: FlaskClient) -> None:
    head = client.get("/enhet").text
    assert '<link rel="alternate" type="application/atom+xml"' in head
    assert 'href="/flode.atom"' in head
    page = ask(client, "/forandringar", f"?namnd=exempelnamnden&enheter={UNIT}")
    assert f"/flode.atom?namnd=exempelnamnden&enheter={UNIT}" in page.links
