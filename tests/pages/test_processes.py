"""Several web processes over one store: who is logged in, who must wait and which files are read is known to all."""

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard import reviewing
from dashboard.settings import ROOT, Settings
from dashboard.web import create_app
from dashboard.web.kept import Kept, folder_of
from dashboard.web.sessions import Door
from tests.pages.entrance import PASSWORD, SAMPLE, log_in, post, settled, token

ANOTHER = """
import sys
from pathlib import Path
from dashboard.settings import Settings
from dashboard.web import create_app
from tests.pages.entrance import log_in
client = create_app(Settings(store=Path(sys.argv[1]), import_password_hash=sys.argv[2])).server.test_client()
print([log_in(client, "fel lösenord").status_code for _ in range(3)])
client.set_cookie("maltavlan-import", sys.argv[3], path="/importera")
print("Logga ut" in client.get("/importera").text)
"""


@pytest.fixture
def settings(tmp_path: Path, known: str) -> Settings:
    return Settings(store=tmp_path / "store", import_password_hash=known, workers=1)


@pytest.fixture
def first(settings: Settings) -> FlaskClient:
    made: FlaskClient = create_app(settings).server.test_client()
    log_in(made)
    return made


@pytest.fixture
def second(settings: Settings, first: FlaskClient) -> FlaskClient:
    """Another process as the same browser asks it."""
    made: FlaskClient = create_app(settings).server.test_client()
    return with_cookie(made, cookie_of(first))


def cookie_of(client: FlaskClient) -> str:
    cookie = client.get_cookie("maltavlan-import", path="/importera")
    assert cookie
    return cookie.value


def with_cookie(client: FlaskClient, value: str) -> FlaskClient:
    client.set_cookie("maltavlan-import", value, path="/importera")
    return client


def test_a_session_and_wrong_passwords_hold_in_another_process(settings: Settings, first: FlaskClient) -> None:
    command = [sys.executable, "-c", ANOTHER, str(settings.store), settings.import_password_hash, cookie_of(first)]
    before = time.time()
    around = os.environ | {"PYTHONPATH": str(ROOT)}
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=around, timeout=60)
    assert told.stdout.split("\n")[:2] == ["[403, 403, 403]", "True"]
    here = Door(settings.import_password_hash, folder_of(settings.store), clock=lambda: before)
    assert here.wait("127.0.0.1") > 0
    assert not here.open("127.0.0.1", PASSWORD)


def test_who_logs_out_is_out_of_all_processes(first: FlaskClient, second: FlaskClient) -> None:
    value = cookie_of(first)
    assert "Logga ut" in second.get("/importera").text
    post(first, "/importera/logga-ut")
    assert "Lösenord" in with_cookie(second, value).get("/importera").text


def test_a_file_sent_to_one_process_is_seen_by_the_other(
    settings: Settings, first: FlaskClient, second: FlaskClient
) -> None:
    files = [(io.BytesIO(SAMPLE.read_bytes()), "a.txt"), (io.BytesIO(b"hej"), "fel.pdf")]
    first.post("/importera/filer", data={"csrf": token(first), "fil": files})
    assert "a.txt" in second.get("/importera/lage").text
    text = settled(second)
    assert "fel.pdf" in text
    assert "Enheten för ekonomiskt bistånd" in text
    assert len(reviewing.waiting(settings)) == 1


def test_one_process_cancels_what_the_other_reads(settings: Settings, first: FlaskClient, second: FlaskClient) -> None:
    right = token(second)
    files = [(io.BytesIO(SAMPLE.read_bytes() + b"\n" * number), f"{number}.txt") for number in range(4)]
    first.post("/importera/filer", data={"csrf": token(first), "fil": files})
    waiting = next((settings.store / "staging").glob("in-*/fil/3.txt")).parent.parent
    second.post(f"/importera/avbryt/{waiting.name[3:]}", data={"csrf": right})
    assert not waiting.exists()
    assert "3.txt" not in settled(first)
    assert sorted(one.report.document.file for one in reviewing.waiting(settings)) == ["0.txt", "1.txt", "2.txt"]


def test_a_reading_whose_process_ended_is_told_and_can_be_dropped(settings: Settings, first: FlaskClient) -> None:
    folder = settings.store / "staging" / "in-0123456789abcdef"
    folder.mkdir(parents=True)
    state = folder / "state.json"
    state.write_text(json.dumps({"id": "0123456789abcdef", "name": "a.pdf", "sent": 1.0, "begun": True}))
    long_ago = time.time() - 3000
    os.utime(state, (long_ago, long_ago))
    text = first.get("/importera/lage").text
    assert "avbröts när servern startades om" in text
    assert "data-busy" not in text
    post(first, "/importera/avbryt/0123456789abcdef")
    assert not folder.exists()


def test_the_secret_is_made_once_and_readable_by_the_server_alone(settings: Settings, first: FlaskClient) -> None:
    kept = settings.store / "entrance" / "secret"
    before = kept.read_text()
    create_app(settings)
    assert kept.read_text() == before
    if os.name == "posix":
        assert kept.stat().st_mode & 0o077 == 0


def test_no_address_stands_in_what_is_kept_of_wrong_passwords(settings: Settings, first: FlaskClient) -> None:
    log_in(create_app(settings).server.test_client(), "fel lösenord")
    told = (settings.store / "entrance" / "tries.json").read_text()
    assert told != "{}"
    assert "127.0.0.1" not in told


def test_the_oldest_go_when_much_is_kept(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "a.json", 2)
    for name in ("a", "b", "c"):
        kept.change(lambda held, name=name: held.update({name: 1.0}))  # type: ignore[misc]
    assert list(Kept(tmp_path / "a.json", 2).read()) == ["b", "c"]
