"""An address with `per` shows the store as it was, says whether that has changed, and keeps to it in its links."""

from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.web import create_app
from tests.builders import Build, store_of
from tests.pages.answers import ask

UNIT = "/enhet/enheten-for-lek"


def report(outcome: str, mark: str) -> Build:
    return Build(mark=mark).area("1.3", "Stöd").unit_goal("Snabba besked").row("Nöjdhet", outcome, "90", "70")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Three states: one report, a newer version of it, and a report from another unit."""
    store_of(tmp_path, report("61", "a"))
    store_of(tmp_path, report("62", "b"))
    store_of(tmp_path, Build(unit="Enheten för språk").area("1.3", "Stöd").row("Platser", "5", "6"))
    return tmp_path


@pytest.fixture
def client(store: Path) -> FlaskClient:
    made: FlaskClient = create_app(Settings(store=store)).server.test_client()
    return made


def states(store: Path) -> list[str]:
    """Their ids, oldest first."""
    return [one.id for one in snapshots.history(store)][::-1]


def test_an_earlier_state_is_shown_and_told(store: Path, client: FlaskClient) -> None:
    first, second, _ = states(store)
    then, now = ask(client, UNIT, f"?per={first}"), ask(client, UNIT)
    assert "61" in then.words
    assert "62" in now.words
    assert "62" not in then.words
    assert "Så som det såg ut" in then.words
    assert "har ändrats sedan dess" in then.words
    assert "Så som det såg ut" not in now.words
    assert "Inget på sidan har ändrats sedan dess" in ask(client, UNIT, f"?per={second}").words


def test_every_link_keeps_to_the_state_but_the_one_to_today(store: Path, client: FlaskClient) -> None:
    first = states(store)[0]
    shown = ask(client, UNIT, f"?ar=2025&per={first}")
    pages = [link for link in shown.links if link.startswith("/") and not link.startswith(("/fil", "/data", "/bild"))]
    apart = [link for link in pages if f"per={first}" not in link]
    assert len(pages) > 5
    assert apart == [f"{UNIT}?ar=2025"]


def test_a_day_means_its_last_state(store: Path, client: FlaskClient) -> None:
    today = ask(client, UNIT, f"?per={date.today().isoformat()}")
    assert "62" in today.words
    assert "Inget på sidan har ändrats" in today.words


@pytest.mark.parametrize("wanted", ["1999-01-01", "000099-deadbeef", "igar"])
def test_a_state_that_is_not_kept_is_said_and_today_is_shown(client: FlaskClient, wanted: str) -> None:
    shown = ask(client, UNIT, f"?per={wanted}")
    assert "finns inte kvar" in shown.words
    assert "62" in shown.words


def test_a_page_that_was_empty_then_says_so(store: Path, client: FlaskClient) -> None:
    first = states(store)[0]
    shown = ask(client, "/enhet/enheten-for-sprak", f"?per={first}")
    assert "Så som det såg ut" in shown.words
    assert "Platser" not in shown.words
