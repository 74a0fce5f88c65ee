"""Correcting through the WSGI client: stored reports taken out again, rows typed in, and what the checks say of it."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from dashboard import reviewing
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.store.commits import commit
from dashboard.web import create_app
from tests.pages.answers import ask
from tests.pages.entrance import post
from tests.unit.test_rechecking import LOST, split
from tests.unit.test_reviewing import report_of, rows_in, staged


@pytest.fixture
def document(settings: Settings) -> str:
    """The id of a stored report."""
    report = report_of()
    commit(settings.store, [report])
    return report.document.id


def test_a_stored_report_is_taken_out_corrected_and_saved(
    inside: FlaskClient, settings: Settings, document: str
) -> None:
    address = f"/importera/{document}"
    assert "Öppna för rättelse" in inside.get(f"{address}?rad=i1").text
    assert reviewing.waiting(settings) == []
    opened = post(inside, f"{address}/ratta", rad="i1")
    assert opened.headers["Location"] == f"{address}?rad=i1#t-i1"
    text = inside.get(f"{address}?rad=i1").text
    assert "Rätta ”Andel trygga”" in text
    assert 'value="70 %"' in text
    wrong = post(inside, f"{address}/beslut", tveksamhet="i1", beslut="ratta", **{"c-outcome": "många"})
    assert wrong.status_code == 400
    assert "är inget tal" in wrong.text
    right = {"c-outcome": "71 %", "varfor": "Läst på papper"}
    post(inside, f"{address}/beslut", tveksamhet="i1", beslut="ratta", **right)
    assert rows_in(settings)["Andel trygga"] == ("70 %", 70.0)
    assert "Spara rättelserna" in inside.get(address).text
    assert post(inside, f"{address}/lagg-in").status_code == 303
    assert rows_in(settings)["Andel trygga"] == ("71 %", 71.0)
    records = snapshots.table(settings.store, "corrections").to_pylist()
    told = [(one["who"], one["before"], one["after"], one["why"]) for one in records if one["column_name"]]
    assert told == [("Kansliet", "70 %", "71 %", "Läst på papper")]


def test_a_correction_that_is_given_up_leaves_the_report_as_it_was(
    inside: FlaskClient, settings: Settings, document: str
) -> None:
    before = snapshots.current(settings.store)
    post(inside, f"/importera/{document}/ratta")
    assert "Avbryt rättelsen" in inside.get(f"/importera/{document}").text
    post(inside, f"/importera/{document}/ta-bort")
    assert snapshots.current(settings.store) == before
    assert "Öppna för rättelse" in inside.get(f"/importera/{document}").text


def test_nobody_outside_takes_a_report_out(settings: Settings, document: str) -> None:
    client = create_app(settings).server.test_client()
    assert client.get(f"/importera/{document}").status_code == 303
    assert client.post(f"/importera/{document}/ratta").status_code == 404
    shut = create_app(replace(settings, import_password_hash="")).server.test_client()
    assert shut.get(f"/importera/{document}").status_code == 404
    assert shut.post(f"/importera/{document}/ratta").status_code in (404, 405)
    assert reviewing.waiting(settings) == []


def test_a_row_that_could_not_be_placed_is_typed_in(inside: FlaskClient, settings: Settings) -> None:
    found = staged(settings, replace(report_of(), doubts=(LOST,)))
    address, key = f"/importera/{found.staged.id}", found.items[0].key
    text = inside.get(address).text
    assert "Skriv in raden som en indikator" in text
    assert "Skriv in raden som en aktivitet" in text
    sent = {"tveksamhet": key, "beslut": "skriv", "r-tabell": "outcomes", "r-namn": "Andel lugna"}
    wrong = post(inside, f"{address}/beslut", **sent, **{"c-outcome": "tolv"})
    assert wrong.status_code == 400
    assert "”tolv” är inget tal" in wrong.text
    goal = str(found.report.goals[-1].number)
    post(inside, f"{address}/beslut", **sent, **{"r-mål": goal, "c-outcome": "12 %"})
    assert "Raden är inskriven, Kansliet" in inside.get(address).text
    post(inside, f"{address}/lagg-in")
    assert rows_in(settings)["Andel lugna"] == ("12 %", 12.0)


def test_the_checks_that_a_correction_clears_or_raises_are_told(inside: FlaskClient, settings: Settings) -> None:
    report = split()
    found = staged(settings, report)
    address = f"/importera/{found.staged.id}"
    row = {"beslut": "ratta", "tveksamhet": found.items[1].key}
    post(inside, f"{address}/beslut", **row, **{"c-outcome": "72 %"})
    text = inside.get(address).text
    assert "Löst: Totalen ligger utanför de två könens värden." in text
    assert "Löst av en rättelse" in text
    post(inside, f"{address}/beslut", tveksamhet=found.items[1].key, beslut="angra")
    post(inside, f"{address}/beslut", **row, **{"c-outcome": "82 %", "c-women": "70 %"})
    post(inside, f"{address}/beslut", tveksamhet=found.items[0].key, beslut="godta")
    text = inside.get(address).text
    assert "Ny: Totalen ligger utanför de två könens värden." in text
    assert "Väcktes av en rättelse" in text
    assert post(inside, f"{address}/lagg-in").status_code == 400


def test_the_way_to_correct_stands_on_kallor_for_who_logged_in(
    inside: FlaskClient, settings: Settings, document: str
) -> None:
    outside = create_app(settings).server.test_client()
    search = f"?dokument={document}"
    assert "Rätta i rapporten" in ask(inside, "/kallor", search).words
    assert "Rätta i rapporten" not in ask(outside, "/kallor", search).words
    post(inside, "/importera/logga-ut")
    assert "Rätta i rapporten" not in ask(inside, "/kallor", search).words
