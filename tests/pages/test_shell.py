"""The shell through the WSGI client: what every address answers, also the wrong ones, without a browser."""

import gzip
import json
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from plotly.offline import get_plotlyjs, get_plotlyjs_version
from werkzeug.test import TestResponse

from dashboard.errors import StoreError
from dashboard.model import Selection
from dashboard.pages import Page
from dashboard.settings import Settings
from dashboard.ui import ids, shell
from dashboard.ui.markup import Node, h
from dashboard.web import create_app
from dashboard.web.delivery import PLOTLY_ADDRESS


@dataclass(frozen=True)
class Told:
    title: str
    notices: tuple[str, ...]


def view(_store: object, _catalogue: object, selection: Selection) -> Told:
    if selection.listed == "fel":
        raise ZeroDivisionError("hemlig detalj")
    if selection.listed == "lager":
        raise StoreError("Datalagret är låst.", "Vänta en stund.")
    return Told(f"Sidan {selection.year or 'utan år'}", selection.notices)


def body(told: Told) -> Node:
    return h("h1", None, told.title)


PAGES = (Page("oversikt", "Översikt", view, body), Page("enhet", None, view, body))


@pytest.fixture
def app(tmp_path: Path) -> Dash:
    return create_app(Settings(store=tmp_path / "store"), PAGES)


@pytest.fixture
def client(app: Dash) -> FlaskClient:
    made: FlaskClient = app.server.test_client()
    return made


def fetch(client: FlaskClient, address: str, coding: str = "identity") -> TestResponse:
    """A file as a browser gets it; read to its end, so that the server lets go of it."""
    return client.get(address, headers={"Accept-Encoding": coding}, buffered=True)


def ask(client: FlaskClient, pathname: str, search: str = "") -> dict[str, Any]:
    """What the browser gets when it has come to an address: the Screen's properties."""
    inputs = [
        {"id": ids.ADDRESS, "property": "pathname", "value": pathname},
        {"id": ids.ADDRESS, "property": "search", "value": search},
    ]
    properties = ("node", "children", "heading", "path", "search")
    names = [f"{ids.SCREEN}.{name}" for name in properties]
    asked = {
        "output": f"..{'...'.join(names)}..",
        "outputs": [{"id": ids.SCREEN, "property": name} for name in properties],
        "inputs": inputs,
        "changedPropIds": [f"{ids.ADDRESS}.pathname"],
    }
    answer = client.post("/_dash-update-component", json=asked)
    assert answer.status_code == 200
    told: dict[str, Any] = json.loads(answer.data)["response"][ids.SCREEN]
    return told


def words(told: dict[str, Any]) -> str:
    return json.dumps(told["node"], ensure_ascii=False)


def test_an_address_is_answered_with_its_page(client: FlaskClient) -> None:
    told = ask(client, "/", "?ar=2025")
    assert told["heading"] == "Sidan 2025"
    assert (told["path"], told["search"]) == ("/", "?ar=2025")
    assert ["h1", {}, "Sidan 2025"] in told["node"]


def test_what_of_the_address_is_not_used_is_said_on_the_page(client: FlaskClient) -> None:
    assert "ar=20x5" in words(ask(client, "/", "?ar=20x5"))


def test_a_bug_in_a_view_is_logged_and_the_page_says_so_in_words(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        told = ask(client, "/", "?lista=fel")
    assert "Något gick fel" in words(told)
    assert "hemlig detalj" not in words(told)
    assert "hemlig detalj" in caplog.text


def test_what_a_person_can_mend_is_said_with_its_remedy(client: FlaskClient) -> None:
    told = words(ask(client, "/", "?lista=lager"))
    assert "Datalagret är låst." in told
    assert "Vänta en stund." in told


@pytest.mark.parametrize("path", ["/finns/inte", "/malet", "/enhet/ÅÄÖ"])
def test_an_address_without_a_page_says_so_to_people_and_machines(client: FlaskClient, path: str) -> None:
    assert "Sidan finns inte" in words(ask(client, path))
    assert client.get(path).status_code == 404


def test_a_page_that_is_not_built_is_not_there(client: FlaskClient) -> None:
    assert "Sidan finns inte" in words(ask(client, "/jamfor"))


def test_the_menu_has_the_pages_that_exist_and_marks_the_current_one(client: FlaskClient) -> None:
    written = client.get("/").get_data(as_text=True)
    menu = re.findall(r"<nav.*?</nav>", written, re.DOTALL)[0]
    assert re.findall(r"<a[^>]*>([^<]*)</a>", menu) == ["Översikt"]
    assert 'aria-current="page"' in menu


def test_the_document_is_swedish_and_fetches_nothing_from_elsewhere(client: FlaskClient) -> None:
    written = client.get("/").get_data(as_text=True)
    assert '<html lang="sv">' in written
    assert re.search(r"<title>[^<]+ · Måltavlan</title>", written)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', written)


def test_a_reader_without_scripts_sees_menu_footer_and_why(client: FlaskClient) -> None:
    written = client.get("/").get_data(as_text=True)
    assert "Hoppa till innehållet" in written
    assert "<noscript>" in written
    assert "Rapporterad status" in written


def test_nothing_is_evaluated_framed_or_sniffed(client: FlaskClient) -> None:
    headers = client.get("/").headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert "unsafe" not in policy["script-src"]
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_every_inline_script_is_in_the_policy(app: Dash, client: FlaskClient) -> None:
    answer = client.get("/")
    for script in app.csp_hashes():
        assert script in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_answers_are_packed_when_the_browser_can_unpack_them(client: FlaskClient, coding: str) -> None:
    for address in ("/", PLOTLY_ADDRESS, "/assets/layout.css?m=1"):
        answer = fetch(client, address, coding)
        assert answer.headers["Content-Encoding"] == coding
        assert "Accept-Encoding" in answer.headers["Vary"]


def test_packed_and_plain_are_the_same_file(client: FlaskClient) -> None:
    plain = fetch(client, "/assets/layout.css").data
    packed = fetch(client, "/assets/layout.css", "gzip").data
    again = fetch(client, "/assets/layout.css", "gzip").data
    assert gzip.decompress(packed) == plain
    assert packed == again


def test_the_browser_keeps_what_names_its_version(client: FlaskClient) -> None:
    assert "immutable" in fetch(client, "/assets/layout.css?m=1").headers["Cache-Control"]
    assert client.get("/").headers["Cache-Control"] == "no-cache"


def test_plotly_is_the_bundle_with_our_kinds_of_charts(client: FlaskClient) -> None:
    served = fetch(client, PLOTLY_ADDRESS)
    assert served.status_code == 200
    assert len(served.data) < len(get_plotlyjs().encode()) / 2
    assert max_age(served.headers["Cache-Control"]) > 0


def test_plotly_has_the_version_that_the_figures_are_checked_against(client: FlaskClient) -> None:
    assert (
        f"plotly.js (cartesian - minified) v{get_plotlyjs_version()}".encode()
        in fetch(client, PLOTLY_ADDRESS).data[:400]
    )


def max_age(header: str) -> int:
    found = re.search(r"max-age=(\d+)", header)
    assert found
    return int(found[1])


def test_health_says_which_snapshot_is_shown(client: FlaskClient) -> None:
    assert client.get("/health").get_json() == {"ok": True, "snapshot": ""}


def test_the_layout_asks_nothing_and_has_each_id_once() -> None:
    parts = shell.layout()
    names = [part.id for part in parts]  # type: ignore[attr-defined]
    assert names == [ids.ADDRESS, ids.SCREEN]
    assert "aria-busy" in shell.entry()


def test_two_applications_of_one_process_keep_their_own_pages(tmp_path: Path) -> None:
    one = create_app(Settings(store=tmp_path / "a"), PAGES[:1]).server.test_client()
    other = create_app(Settings(store=tmp_path / "b"), PAGES).server.test_client()
    assert "Sidan finns inte" in words(ask(one, "/enhet/torget"))
    assert "Sidan utan år" in words(ask(other, "/enhet/torget"))


def test_no_doors_are_open_that_nobody_asked_for(client: FlaskClient) -> None:
    assert client.get("/_mcp").status_code == 404
    assert client.post("/_mcp", json={}).status_code in {404, 405}
