"""The import pages through the WSGI client: what may be sent, what decisions do, and what is taken in."""

import io
import re
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard import reviewing
from dashboard.catalogue.likeness import PROPOSAL
from dashboard.importing.sandbox import Job
from dashboard.model import Doubt, Report
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.swedish import slug
from dashboard.web.uploads import Upload, Uploads, safe_name
from tests.pages.entrance import SAMPLE, post, settled, token
from tests.unit.test_reviewing import report_of, staged


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


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """No file is over before the event is set, however quick its reading is."""
    let_go, followed = threading.Event(), Uploads._followed

    def waiting(uploads: Uploads, upload: Upload, job: Job) -> bool:
        return let_go.wait(60) and followed(uploads, upload, job)

    monkeypatch.setattr(Uploads, "_followed", waiting)
    return let_go


def test_a_file_that_is_cancelled_leaves_nothing(
    inside: FlaskClient, settings: Settings, held: threading.Event
) -> None:
    data = {"csrf": token(inside), "fil": [(io.BytesIO(SAMPLE.read_bytes()), "a.txt")]}
    inside.post("/importera/filer", data=data)
    name = re.search(r"/importera/avbryt/([0-9a-f]+)", inside.get("/importera/lage").text)
    assert name
    post(inside, f"/importera/avbryt/{name[1]}")
    held.set()
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
