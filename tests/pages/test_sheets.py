"""The place of a row in a file without pages: its table's own header and neighbours, or the line among its lines."""

import io
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard import passwords, tasks
from dashboard.importing.sheets import NOTHING, in_file
from dashboard.model import Place
from dashboard.pages.sheets import drawn
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.ui import markup
from dashboard.views.sheets import Around, TableRow, around
from dashboard.web import create_app
from tests.generator import GOLDEN, docx, load, xlsx
from tests.pages.answers import ask
from tests.pages.entrance import PASSWORD, SAMPLE, log_in, settled, token

NAME = "vb-2025-ekonomiskt-bistand"


def content_of(form: str) -> bytes:
    facts = load(GOLDEN / f"{NAME}.json")
    if form == "txt":
        return SAMPLE.read_bytes()
    return docx.write(facts) if form == "docx" else xlsx.write(facts, "VB", 2025)


def imported(folder: Path, form: str) -> tuple[Settings, str]:
    """A store with the sample in this form, and its id."""
    path = folder / f"{NAME}.{form}"
    path.write_bytes(content_of(form))
    settings = Settings(store=folder / "store")
    result = tasks.import_documents([path], settings, board="Nämnden")
    assert result.files[0].report, result.files[0].error
    return settings, result.files[0].report.document.id


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("form", ["txt", "docx", "xlsx"])
def test_every_row_is_marked_in_its_files_own_table(tmp_path: Path, form: str) -> None:
    settings, _ = imported(tmp_path, form)
    rows = snapshots.table(settings.store, "outcomes").to_pylist()
    original = next((settings.store / "originals").iterdir())
    printed = in_file(original, tmp_path / "shelf")
    for row in rows:
        place = Place(row["place_line"], sheet=row["place_sheet"], cell=row["place_cell"])
        found = around(printed, place)
        assert found, row["name"]
        (marked,) = [one for one in found.rows if one.marked]
        name = marked.cells[next(number for number, cell in enumerate(marked.cells) if len(cell) > 3)]
        assert letters(row["name_raw"]).startswith(letters(name)[:12])
        assert row["raw_outcome"] in marked.cells
        assert "Indikator" in found.header
        assert 1 <= len(found.rows) <= 5


@pytest.mark.parametrize("form", ["txt", "docx", "xlsx"])
def test_kallor_shows_it_for_any_number(tmp_path: Path, form: str) -> None:
    settings, document = imported(tmp_path, form)
    client: FlaskClient = create_app(settings).server.test_client()
    told = ask(client, "/kallor", f"?dokument={document}&rad=i0")
    assert "Så som det står i filen" in told.words
    assert "Periodens utfall" in told.words
    assert "Namn Namnsson" not in told.whole


def test_words_across_a_table_keep_its_whole_width() -> None:
    rows = (
        TableRow("rad 2", ("Svarstid", "5", "7"), True),
        TableRow("rad 3", ("Fler har fått svar i tid.", "", ""), False),
    )
    written = markup.html(drawn(Around(("Indikator", "Utfall", "Årsmål"), rows)))
    assert '<td colspan="3">Fler har fått svar i tid.</td>' in written
    assert written.count("<td") == 4


def test_a_line_that_is_in_no_table_stands_among_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SAMPLE.read_bytes())
    printed = in_file(path, tmp_path / "shelf")
    first = printed.lines[0].number
    found = around(printed, Place(first + 1))
    assert found
    assert [(number - first, marked) for number, _, marked in found.lines] == [
        (0, False), (1, True), (2, False), (3, False), (4, False),
    ]  # fmt: skip
    assert around(printed, Place(1)) is None


def test_a_file_that_can_not_be_read_shows_nothing_and_is_not_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"PK\x03\x04 no report")
    assert in_file(path, tmp_path / "shelf") == NOTHING
    (kept,) = (tmp_path / "shelf").iterdir()
    before = kept.stat().st_mtime_ns
    assert in_file(path, tmp_path / "shelf") == NOTHING
    assert kept.stat().st_mtime_ns == before


def test_who_reviews_a_word_report_sees_the_table_beside_the_doubt(tmp_path: Path) -> None:
    known = passwords.hashed(PASSWORD)
    client: FlaskClient = create_app(Settings(store=tmp_path / "s", import_password_hash=known)).server.test_client()
    log_in(client)
    files = [(io.BytesIO(content_of("docx")), f"{NAME}.docx")]
    client.post("/importera/filer", data={"csrf": token(client), "fil": files})
    address = settled(client).partition('<a href="/importera/')[2][:16]
    text = client.get(f"/importera/{address}?rad=i0").text
    assert 'class="infile"' in text
    assert 'class="marked"' in text
