"""The import pages through the WSGI client: who gets in, what may be sent, and what decisions do."""

import io
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard import passwords, reviewing
from dashboard.catalogue.likeness import PROPOSAL
from dashboard.errors import SettingsError
from dashboard.model import Doubt, Report
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.swedish import slug
from dashboard.web import create_app
from dashboard.web.sessions import Door
from dashboard.web.uploads import safe_name
from tests.conftest import ROOT
from tests.unit.test_reviewing import report_of, staged

PASSWORD = "en lång mening räcker"  # noqa: S105
SAMPLE = ROOT / "data" / "samples" / "vb-2025-ekonomiskt-bistand.txt"


@pytest.fixture(scope="module")
def known() -> str:
    return passwords.hashed(PASSWORD)


@pytest.fixture
def settings(tmp_path: Path, known: str) -> Settings:
    return Settings(store=tmp_path / "store", import_password_hash=known)


@pytest.fixture
def client(settings: Settings) -> FlaskClient:
    made: FlaskClient = create_app(settings).server.test_client()
    return made


@pytest.fixture
def inside(client: FlaskClient) -> FlaskClient:
    assert log_in(client).status_code == 303
    return client


def token(client: FlaskClient, address: str = "/importera") -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', client.get(address).text)
    assert found
    return found[1]


def log_in(client: FlaskClient, password: str = PASSWORD, who: str = "Kansliet") -> TestResponse:
    form = {"csrf": token(client), "losenord": password, "vem": who}
    return client.post("/importera/logga-in", data=form)


def post(client: FlaskClient, address: str, **form: str) -> TestResponse:
    return client.post(address, data={"csrf": token(client), **form})


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


def settled(client: FlaskClient) -> str:
    """The list once nothing is read any more."""
    for _ in range(300):
        text = client.get("/importera/lage").text
        if "data-busy" not in text:
            return text
        time.sleep(0.1)
    raise AssertionError("the reading never ended")


def kept_files(settings: Settings) -> list[Path]:
    """All that is kept of files that were sent, but for what the list says of them."""
    found = (settings.store / "staging").rglob("*")
    return [path for path in found if path.is_file() and path.name != "state.json"]


def test_a_file_that_is_sent_is_read_aside_and_waits(inside: FlaskClient, settings: Settings) -> None:
    files = [(io.BytesIO(SAMPLE.read_bytes()), "../../hem/vb-2025 rapport.txt"), (io.BytesIO(b"hej"), "fel.pdf")]
    answer = inside.post("/importera/filer", data={"csrf": token(inside), "fil": files})
    assert answer.status_code == 303
    text = settled(inside)
    assert "Enheten för ekonomiskt bistånd: Verksamhetsberättelse 2025" in text
    assert "fel.pdf" in text
    (waiting,) = reviewing.waiting(settings)
    assert waiting.report.document.file == "vb-2025 rapport.txt"
    assert waiting.staged.original.read_bytes() == SAMPLE.read_bytes()
    names = {path.parent.name for path in kept_files(settings)}
    assert names == {waiting.report.document.checksum}
    assert snapshots.current(settings.store) is None


def test_a_file_that_is_cancelled_leaves_nothing(inside: FlaskClient, settings: Settings) -> None:
    data = {"csrf": token(inside), "fil": [(io.BytesIO(SAMPLE.read_bytes()), "a.txt")]}
    inside.post("/importera/filer", data=data)
    name = re.search(r"/importera/avbryt/([0-9a-f]+)", inside.get("/importera/lage").text)
    assert name
    post(inside, f"/importera/avbryt/{name[1]}")
    assert "a.txt" not in settled(inside)
    for _ in range(50):
        if not list((settings.store / "staging").iterdir()):
            break
        time.sleep(0.1)
    assert list((settings.store / "staging").iterdir()) == []


def test_a_file_that_is_too_large_is_refused(
    inside: FlaskClient, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.web.uploads.LARGEST", 10)
    inside.post("/importera/filer", data={"csrf": token(inside), "fil": [(io.BytesIO(b"x" * 11), "a.txt")]})
    assert "är för stor" in inside.get("/importera/lage").text
    assert kept_files(settings) == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\mapp\\vb 2025.pdf", "vb 2025.pdf"),
        ("..", "rapport"),
        ("", "rapport"),
        ("a\x00b\n.txt", "ab.txt"),
        (".dold", "dold"),
        ("å" * 300 + ".pdf", None),
    ],
)
def test_a_name_can_be_no_path(given: str, kept: str | None) -> None:
    made = safe_name(given)
    assert made == kept or (kept is None and len(made.encode()) <= 200 and made.endswith(".pdf"))


def test_a_decision_goes_on_to_the_next_doubt_and_can_be_undone(inside: FlaskClient, settings: Settings) -> None:
    report = report_of()
    doubts = (report.doubts[0], replace(report.doubts[0], reason="En annan tveksamhet", outcome=1))
    found = staged(settings, replace(report, doubts=doubts))
    first, second = (item.key for item in found.items)
    address = f"/importera/{found.staged.id}"
    went = post(
        inside, f"{address}/beslut", tveksamhet=first, beslut="ratta", varfor="Tryckfel", **{"c-outcome": "82 %"}
    )
    assert went.headers["Location"] == f"{address}#t-{second}"
    assert "Rättat, Kansliet" in inside.get(address).text
    post(inside, f"{address}/beslut", tveksamhet=first, beslut="angra")
    assert reviewing.document(settings, found.staged.id).open == 2


def test_what_can_not_stand_in_a_cell_is_said_beside_it(inside: FlaskClient, settings: Settings) -> None:
    found = staged(settings, report_of())
    form = {"tveksamhet": found.items[0].key, "beslut": "ratta", "c-outcome": "många"}
    told = post(inside, f"/importera/{found.staged.id}/beslut", **form)
    assert told.status_code == 400
    assert "är inget tal" in told.text
    assert 'role="alert"' in told.text


def test_the_report_is_taken_in_once_all_is_decided(inside: FlaskClient, settings: Settings) -> None:
    found = staged(settings, report_of(board=None))
    address = f"/importera/{found.staged.id}"
    assert post(inside, f"{address}/lagg-in", namnd="Nämnden").status_code == 400
    post(inside, f"{address}/beslut", tveksamhet=found.items[0].key, beslut="godta")
    assert post(inside, f"{address}/lagg-in").status_code == 400
    done = post(inside, f"{address}/lagg-in", namnd="", annan="Fritidsnämnden")
    assert done.headers["Location"] == f"/importera?klar={found.staged.id}"
    assert "Rapporten är inlagd" in inside.get(done.headers["Location"]).text
    assert snapshots.has(settings.store, found.staged.id)
    assert "Öppna för rättelse" in inside.get(address).text
    assert post(inside, f"{address}/lagg-in").status_code == 404


def clear(unit: str, board: str | None = "Nämnden") -> Report:
    """A report of that unit without doubts."""
    report = replace(report_of(board=board, mark=unit), doubts=())
    return replace(report, document=replace(report.document, unit=slug(unit), unit_name=unit))


def test_all_that_is_clear_is_taken_in_with_one_press(inside: FlaskClient, settings: Settings) -> None:
    ready = [staged(settings, clear(unit)) for unit in ("Enheten A", "Enheten B")]
    left = [staged(settings, report_of()), staged(settings, clear("Enheten D", board=None))]
    before = len(snapshots.history(settings.store))
    assert "Lägg in de två som är klara" in inside.get("/importera").text
    done = post(inside, "/importera/lagg-in")
    assert "Två rapporter är inlagda." in inside.get(done.headers["Location"]).text
    assert all(snapshots.has(settings.store, one.staged.id) for one in ready)
    assert not any(snapshots.has(settings.store, one.staged.id) for one in left)
    assert len(snapshots.history(settings.store)) == before + 1
    assert "Lägg in de" not in inside.get("/importera").text
    assert "inlagd" not in inside.get(post(inside, "/importera/lagg-in").headers["Location"]).text


def test_a_stored_report_that_is_open_for_correction_is_not_taken_in_with_the_others(
    inside: FlaskClient, settings: Settings
) -> None:
    first = staged(settings, clear("Enheten A"))
    post(inside, f"/importera/{first.staged.id}/lagg-in")
    reviewing.reopen(settings, first.staged.id)
    staged(settings, clear("Enheten B"))
    assert "Lägg in de" not in inside.get("/importera").text
    post(inside, "/importera/lagg-in")
    assert [one.staged.id for one in reviewing.waiting(settings)] == [first.staged.id]


def test_the_words_above_follow_what_is_read(inside: FlaskClient, settings: Settings) -> None:
    assert "Ingen rapport väntar" in inside.get("/importera/lage").text
    staged(settings, report_of())
    assert "En rapport väntar på granskning." in inside.get("/importera/lage").text


def test_what_a_document_says_is_text_and_never_markup(inside: FlaskClient, settings: Settings) -> None:
    report = report_of()
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    rows = (replace(report.outcomes[0], name=evil), *report.outcomes[1:])
    doubts = (replace(report.doubts[0], reason=evil, text=evil),)
    found = staged(settings, replace(report, outcomes=rows, doubts=doubts))
    text = inside.get(f"/importera/{found.staged.id}").text
    assert "<script>alert" not in text
    assert "<img src=x" not in text


def test_import_pages_are_kept_by_nobody_and_have_the_policy_of_all_pages(inside: FlaskClient) -> None:
    told = inside.get("/importera")
    assert told.headers["Cache-Control"] == "no-store"
    assert "unsafe-eval" not in told.headers["Content-Security-Policy"]
    assert "script-src 'self'" in told.headers["Content-Security-Policy"]


def test_a_question_about_a_name_is_answered_once_for_all(inside: FlaskClient, settings: Settings) -> None:
    report = report_of()
    doubt = Doubt(PROPOSAL, "Liknar ”Andel trygga” (90 %). Är det samma?", report.outcomes[0].name, outcome=0)
    found = staged(settings, replace(report, doubts=(doubt,)))
    address = f"/importera/{found.staged.id}"
    assert "Ja, samma" in inside.get(address).text
    post(inside, f"{address}/beslut", tveksamhet=found.items[0].key, beslut="egen")
    assert reviewing.document(settings, found.staged.id).items == ()


def test_a_form_that_is_far_too_large_is_refused_and_not_read(client: FlaskClient) -> None:
    told = client.post("/importera/logga-in", data={"csrf": token(client), "losenord": "x" * 300_000})
    assert told.status_code == 400
    assert "för stort" in told.text


def test_a_fault_of_ours_is_a_page_and_a_line_in_the_log(
    inside: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(settings: Settings) -> None:
        raise ZeroDivisionError("hemlig detalj")

    monkeypatch.setattr(reviewing, "waiting", fail)
    told = inside.get("/importera")
    assert told.status_code == 500
    assert "hemlig" not in told.text
    assert "hemlig" in caplog.text
