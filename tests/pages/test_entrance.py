"""The door to the import pages through the WSGI client: who gets in, from where a form may come, and who must wait."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard import reviewing
from dashboard.errors import SettingsError
from dashboard.settings import Settings
from dashboard.web import create_app
from dashboard.web.sessions import Door
from tests.pages.entrance import PASSWORD, log_in, post, token
from tests.unit.test_reviewing import report_of, staged


def test_without_a_password_the_page_says_so_and_no_other_address_answers(tmp_path: Path) -> None:
    client = create_app(Settings(store=tmp_path / "store")).server.test_client()
    told = client.get("/importera")
    assert told.status_code == 200
    assert "kommandoraden" in told.text
    assert "losenord" not in told.text
    assert ">Läs in</a>" not in client.get("/").text
    for address in ("/importera/lage", "/importera/0123456789abcdef", "/importera/0123456789abcdef/bild/x"):
        assert client.get(address).status_code == 404
    for address in ("logga-in", "filer", "0123456789abcdef/lagg-in"):
        assert client.post(f"/importera/{address}").status_code in (404, 405)


def test_a_hash_that_is_none_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="hash-password"):
        create_app(Settings(store=tmp_path / "store", import_password_hash="hemligt"))  # noqa: S106


def test_nobody_outside_sees_or_does_anything(client: FlaskClient, settings: Settings) -> None:
    found = staged(settings, report_of())
    assert found.report.document.unit_name not in client.get("/importera").text
    outside = token(client)
    for address in ("lage", f"{found.staged.id}/bild/{found.items[0].key}"):
        assert client.get(f"/importera/{address}").status_code == 404
    assert client.get(f"/importera/{found.staged.id}").status_code == 303
    for address in ("filer", f"{found.staged.id}/beslut", f"{found.staged.id}/lagg-in", f"{found.staged.id}/ta-bort"):
        assert client.post(f"/importera/{address}", data={"csrf": outside}).status_code == 404
    assert reviewing.document(settings, found.staged.id).open == 1


def test_the_cookie_is_for_this_site_and_no_script(client: FlaskClient) -> None:
    cookie = log_in(client).headers["Set-Cookie"]
    for word in ("HttpOnly", "SameSite=Strict", "Path=/importera"):
        assert word in cookie
    assert "Secure" not in cookie
    form = {"csrf": token(client), "losenord": PASSWORD}
    secure = client.post("/importera/logga-in", data=form, base_url="https://localhost")
    assert "Secure" in secure.headers["Set-Cookie"] or secure.status_code == 403


def test_a_forged_cookie_opens_nothing(client: FlaskClient) -> None:
    client.set_cookie("maltavlan-import", "WyJ4Iix0cnVlLCJ4Il0.aaaa.bbbb", path="/importera")
    assert "Lösenord" in client.get("/importera").text


def test_who_logged_out_is_out_even_with_the_old_cookie(inside: FlaskClient) -> None:
    cookie = inside.get_cookie("maltavlan-import", path="/importera")
    assert cookie
    old = cookie.value
    post(inside, "/importera/logga-ut")
    inside.set_cookie("maltavlan-import", old, path="/importera")
    assert "Lösenord" in inside.get("/importera").text


def test_forms_from_elsewhere_are_refused(inside: FlaskClient, settings: Settings) -> None:
    found = staged(settings, report_of())
    key = found.items[0].key
    address = f"/importera/{found.staged.id}/beslut"
    right = token(inside)
    sent = {"tveksamhet": key, "beslut": "godta"}
    assert inside.post(address, data=sent).status_code == 403
    assert inside.post(address, data={**sent, "csrf": "0" * 64}).status_code == 403
    for evil in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        assert inside.post(address, data={**sent, "csrf": right}, headers=evil).status_code == 403
    assert reviewing.document(settings, found.staged.id).open == 1
    assert inside.post(address, data={**sent, "csrf": right}).status_code == 303
    assert reviewing.document(settings, found.staged.id).open == 0


def test_who_tries_again_and_again_waits(client: FlaskClient) -> None:
    told = [log_in(client, f"fel nummer {number}") for number in range(4)]
    assert [one.status_code for one in told] == [403, 403, 403, 429]
    assert int(told[-1].headers["Retry-After"]) > 0
    assert log_in(client).status_code == 429


def test_the_wait_grows_ends_and_is_each_address_own(known: str) -> None:
    now = [0.0]
    door = Door(known, clock=lambda: now[0])
    waits = []
    for _ in range(6):
        now[0] += door.wait("a")
        assert not door.open("a", "fel lösenord")
        waits.append(door.wait("a"))
    assert waits[:2] == [0, 0]
    assert waits[2:] == sorted(set(waits[2:]))
    assert door.wait("b") == 0
    now[0] += door.wait("a")
    assert door.open("a", PASSWORD)
    assert door.wait("a") == 0
