"""Källor's pictures over the web: a row and its nearest, by the row's name alone."""

import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from PIL import Image
from reportlab.pdfgen import canvas

from dashboard import passwords, reviewing
from dashboard.model import Place
from dashboard.settings import Settings
from dashboard.store.commits import commit
from dashboard.web import create_app
from tests.pages.entrance import PASSWORD, log_in
from tests.unit.test_reviewing import report_of

HEIGHT = 800


def pdf() -> bytes:
    """A cover with an address, then a page with a row of a table and, further down, a row that names a person."""
    made = io.BytesIO()
    page = canvas.Canvas(made, pagesize=(600, HEIGHT), invariant=True)
    page.drawString(60, HEIGHT - 100, "Handläggare: Anna Andersson, 08-123 45 67")
    page.showPage()
    page.drawString(60, HEIGHT - 315, "Andel nöjda 81 %")
    page.drawString(60, HEIGHT - 615, "Kontakt: anna.andersson@exempel.se")
    page.save()
    return made.getvalue()


@pytest.fixture
def document(tmp_path: Path) -> str:
    """The id of a stored report whose first row stands on the second page, the second one where a person is named."""
    content, report = pdf(), report_of()
    checksum = hashlib.sha256(content).hexdigest()
    places = (Place(page=2, box=(60.0, 300.0, 500.0, 320.0)), Place(page=2, box=(60.0, 600.0, 500.0, 620.0)))
    rows = tuple(replace(row, place=place) for row, place in zip(report.outcomes, places, strict=True))
    known = replace(report.document, id=checksum[:16], checksum=checksum, file="a.pdf")
    commit(tmp_path / "store", [replace(report, document=known, outcomes=rows)], originals={known.id: content})
    return known.id


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    made: FlaskClient = create_app(Settings(store=tmp_path / "store")).server.test_client()
    return made


def test_a_row_is_shown_with_little_more_than_itself(client: FlaskClient, document: str) -> None:
    answer = client.get(f"/kallor/bild/{document}/i0", buffered=True)
    assert answer.mimetype == "image/png"
    assert answer.headers["Cache-Control"] == "no-store"
    with Image.open(io.BytesIO(answer.data)) as image:
        assert image.height * 600 / image.width < 120


def test_where_a_person_is_named_a_sentence_stands_instead(client: FlaskClient, document: str) -> None:
    answer = client.get(f"/kallor/bild/{document}/i1")
    assert answer.mimetype == "image/svg+xml"
    assert "visas inte" in answer.text


@pytest.mark.parametrize("key", ["i99", "g0", "a0"])
def test_what_has_no_place_on_a_page_has_no_picture(client: FlaskClient, document: str, key: str) -> None:
    assert client.get(f"/kallor/bild/{document}/{key}").mimetype == "image/svg+xml"


@pytest.mark.parametrize("address", ["{}/x0", "{}/i0.png", "{}/i0/1", "../{}/i0", "{}/%2e%2e", "0123/i0"])
def test_no_other_address_leads_to_a_file(client: FlaskClient, document: str, address: str) -> None:
    answer = client.get(f"/kallor/bild/{address.format(document)}")
    assert answer.mimetype not in ("image/png", "application/pdf")
    assert answer.status_code == 404


def test_who_imports_a_report_sees_the_place_of_a_doubt_and_its_whole_page(tmp_path: Path) -> None:
    content, report = pdf(), report_of()
    checksum = hashlib.sha256(content).hexdigest()
    doubt = replace(report.doubts[0], place=Place(page=2, box=(60.0, 300.0, 500.0, 320.0)))
    known = replace(report.document, id=checksum[:16], checksum=checksum, file="a.pdf")
    settings = Settings(store=tmp_path / "store", import_password_hash=passwords.hashed(PASSWORD))
    reviewing.receive(settings, replace(report, document=known, doubts=(doubt,)), {}, content)
    client = create_app(settings).server.test_client()
    address = f"/importera/{known.id}/bild/{reviewing.document(settings, known.id).items[0].key}"
    assert client.get(address).status_code == 404
    log_in(client)
    assert address in client.get(f"/importera/{known.id}").text
    shown = [client.get(f"{address}{more}", buffered=True) for more in ("", "?hela=1")]
    sizes = []
    for answer in shown:
        assert answer.mimetype == "image/png"
        with Image.open(io.BytesIO(answer.data)) as image:
            sizes.append(image.height * 600 / image.width)
    assert sizes[0] < 300
    assert sizes[1] == pytest.approx(HEIGHT, abs=2)
    reviewing.discard(settings, known.id)
    assert not list((settings.store / "staging").rglob("*.png"))
