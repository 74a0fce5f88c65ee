"""Marks (ETag): who has an answer hears that nothing is new, until the store, a setting or the software is another."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.tasks.version import version
from dashboard.web import create_app
from tests.builders import Build, store_of

UNIT = "enheten-for-lek"
ADDRESSES = [
    f"/fil/apt/{UNIT}.pptx",
    f"/fil/enhet/{UNIT}.pdf",
    "/fil/namnd/exempelnamnden.pdf",
    "/data/utfall.json",
    f"/bild/enhet/{UNIT}/kon.svg",
    f"/inbaddat/enhet/{UNIT}/kon",
]
# Made quickly, for what holds of all of them.
QUICK = ADDRESSES[3:]


def report(women: str, mark: str) -> Build:
    build = Build(mark=mark).area("1.3", "Stöd").unit_goal("Snabba besked")
    return build.row("Andel nöjda", "62 %", "90 %", "70 %", women=women, men="61 %")


def client_of(settings: Settings) -> FlaskClient:
    made: FlaskClient = create_app(settings).server.test_client()
    return made


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("marks")
    store_of(folder, report("63 %", "a"))
    store_of(folder, report("64 %", "b"))
    return folder


@pytest.fixture(scope="module")
def client(store: Path) -> FlaskClient:
    return client_of(Settings(store=store))


def mark(client: FlaskClient, address: str) -> str:
    return str(client.head(address).headers["ETag"])


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_has_it_hears_that_nothing_is_new_also_where_answers_are_packed(client: FlaskClient, address: str) -> None:
    whole = client.get(address, headers={"Accept-Encoding": "br, gzip"})
    assert whole.status_code == 200
    again = client.get(address, headers={"If-None-Match": whole.headers["ETag"], "Accept-Encoding": "br, gzip"})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == whole.headers["ETag"]
    assert again.headers["Cache-Control"] == "no-cache"
    assert client.get(f"{address}?ar=2019", headers={"If-None-Match": whole.headers["ETag"]}).status_code != 304


def test_words_that_change_nothing_make_no_other_file(client: FlaskClient) -> None:
    """Or who asks with a thousand of them has a thousand made."""
    for address in (*ADDRESSES[:3], *QUICK[1:]):
        assert mark(client, f"{address}?utm_source=brev") == mark(client, address)
        assert mark(client, f"{address}?period=VB&ar=2025") == mark(client, f"{address}?ar=2025&period=VB")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_part_of_a_file_is_not_given_and_its_head_alone_is(client: FlaskClient, address: str) -> None:
    """A file that is made anew may have other bytes: parts of two would be a broken file."""
    whole, part, head = client.get(address), client.get(address, headers={"Range": "bytes=0-9"}), client.head(address)
    assert (part.status_code, len(part.data)) == (200, len(whole.data))
    assert part.headers["Accept-Ranges"] == "none"
    assert (head.status_code, head.data) == (200, b"")
    for name in ("ETag", "Content-Type", "Content-Disposition", "Content-Length"):
        assert head.headers.get(name) == whole.headers.get(name)


def test_an_earlier_state_keeps_its_mark_when_todays_gets_another(tmp_path: Path) -> None:
    store_of(tmp_path, report("63 %", "a"))
    client, first = client_of(Settings(store=tmp_path)), snapshots.current(tmp_path)
    before = {address: (mark(client, address), mark(client, f"{address}?per={first}")) for address in QUICK}
    store_of(tmp_path, report("64 %", "b"))
    for address, (now, then) in before.items():
        assert now != then
        assert mark(client, address) != now
        assert mark(client, f"{address}?per={first}") == then


def changed_catalogue(folder: Path) -> Settings:
    shutil.copytree(Settings().catalogue, folder / "catalogue")
    with (folder / "catalogue" / "units.toml").open("a") as file:
        file.write("\n# en rad till\n")
    return Settings(catalogue=folder / "catalogue")


@pytest.mark.parametrize(
    "other",
    [changed_catalogue, lambda _: Settings(address="https://mal.example.se"), lambda _: Settings(small_group=9)],
)
def test_another_catalogue_or_setting_makes_other_marks(
    store: Path, client: FlaskClient, tmp_path: Path, other: Callable[[Path], Settings]
) -> None:
    changed = client_of(replace(other(tmp_path), store=store))
    assert [address for address in QUICK if mark(changed, address) == mark(client, address)] == []
    assert [
        address for address in QUICK if mark(client_of(Settings(store=store)), address) != mark(client, address)
    ] == []


def test_another_version_of_the_software_makes_other_marks(
    store: Path, client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, colour in (("a", "red"), ("b", "blue")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "tokens.css").write_text(f":root {{ --ink: {colour}; }}")
    assert version(tmp_path / "a") != version(tmp_path / "b")
    monkeypatch.setattr("dashboard.web.marks.version", lambda _: "a later one")
    later = client_of(Settings(store=store))
    for address in QUICK:
        assert later.get(address, headers={"If-None-Match": mark(client, address)}).status_code == 200


def test_a_template_that_is_changed_while_the_server_runs_makes_another_file(store: Path, tmp_path: Path) -> None:
    template = tmp_path / "mall.pptx"
    client = client_of(Settings(store=store, powerpoint_template=template))
    address = f"/bild/enhet/{UNIT}/kon.svg"
    before = mark(client, address)
    template.write_bytes(b"x")
    assert mark(client, address) != before
