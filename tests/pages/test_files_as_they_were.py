"""Files of an earlier state (`per`): that state's figures, said in the file, and a refusal where the state is gone."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pypdfium2
import pytest
from flask.testing import FlaskClient

from dashboard.cli import main
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.tasks import printing
from dashboard.web import create_app
from tests.builders import Build, store_of
from tests.conftest import ROOT
from tests.pages import slides
from tests.pages.answers import ask

UNIT, BOARD = "enheten-for-lek", "/fil/namnd/exempelnamnden"
FILES = [f"/fil/enhet/{UNIT}.pdf", f"{BOARD}.pdf", f"/fil/apt/{UNIT}.pptx"]
DATA = [f"/data/utfall.{form}" for form in ("csv", "xlsx", "json", "parquet")]
THEN = "Så som det såg ut"


def report(outcome: str, mark: str) -> Build:
    return Build(mark=mark).area("1.3", "Stöd").unit_goal("Snabba besked").row("Andel nöjda", outcome, "90 %", "70 %")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with 61,5 and then its newer version with 62,5."""
    folder = tmp_path_factory.mktemp("then")
    store_of(folder, report("61,5 %", "a"))
    store_of(folder, report("62,5 %", "b"))
    return folder


@pytest.fixture(scope="module")
def client(store: Path) -> FlaskClient:
    made: FlaskClient = create_app(Settings(store=store, address="https://mal.example.se")).server.test_client()
    return made


@pytest.fixture(scope="module")
def first(store: Path) -> str:
    return snapshots.history(store)[-1].id


def of_pdf(content: bytes) -> str:
    return " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(io.BytesIO(content)))


def of_sheets(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


def of_parquet(content: bytes) -> str:
    table = pq.read_table(io.BytesIO(content))
    return f"{table.to_pylist()} {(table.schema.metadata or {}).get(b'lage', b'').decode()}"


READ: dict[str, Callable[[bytes], str]] = {
    "pdf": of_pdf,
    "pptx": lambda content: " ".join(text for _, text in slides.parts(content)),
    "xlsx": of_sheets,
    "parquet": of_parquet,
    "csv": bytes.decode,
    "json": lambda content: json.dumps(json.loads(content), ensure_ascii=False),
}


def told(client: FlaskClient, address: str) -> str:
    with client.get(address) as answer:
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return READ[address.partition("?")[0].rpartition(".")[2]](answer.data).replace("\u00a0", " ").replace(".", ",")


@pytest.mark.parametrize("address", FILES + DATA)
def test_a_file_of_an_earlier_state_has_its_figures_and_says_so(client: FlaskClient, first: str, address: str) -> None:
    then, now = told(client, f"{address}?ar=2025&per={first}"), told(client, f"{address}?ar=2025")
    assert "61,5" in then
    assert "62,5" not in then
    assert "62,5" in now
    assert THEN not in now
    # A CSV file has rows and nothing else; its name tells the day, as those of the others do.
    assert (THEN in then) != address.endswith(".csv")
    named = client.get(f"{address}?per={first}").headers["Content-Disposition"]
    assert re.search(r'filename="[a-z0-9-]+-per-20\d\d-\d\d-\d\d\.[a-z]+"', named)


def test_links_in_a_file_lead_to_the_same_state(client: FlaskClient, first: str) -> None:
    parts = dict(slides.parts(client.get(f"/fil/apt/{UNIT}.pptx?per={first}").data))
    ways = [way for text in parts.values() for way in re.findall(r'https://mal\.example\.se/[^"< ]*', text)]
    assert ways
    assert all(f"per={first}" in way for way in ways)


@pytest.mark.parametrize("address", [*FILES, f"{BOARD}/rapport", DATA[0]])
@pytest.mark.parametrize(
    ("per", "why"),
    [
        ("1999-01-01", "Hur det såg ut 1 januari 1999 finns inte kvar i datalagret. Det äldsta läge som finns kvar är"),
        ("000099-deadbeef", "Läget ”000099-deadbeef” finns inte kvar i datalagret. Det äldsta läge som finns kvar är"),
        ("2026-02-30", "”per=2026-02-30”, som inte går att använda"),
        ("../../etc", "”per=../../etc”, som inte går att använda"),
    ],
)
def test_a_state_that_is_gone_or_never_was_is_refused_in_words(
    client: FlaskClient, address: str, per: str, why: str
) -> None:
    answer = client.get(f"{address}?per={per}")
    assert answer.status_code in {400, 404}
    said = " ".join(re.sub(r"<[^>]*>", " ", answer.text).replace("\u00a0", " ").split())
    assert why in said


def test_pages_lead_to_files_of_their_own_state(client: FlaskClient, first: str) -> None:
    deck = client.get(f"/apt/{UNIT}?per={first}").text
    assert f"/fil/apt/{UNIT}.pptx?ar=2025&amp;period=VB&amp;per={first}" in deck
    assert (
        f"/fil/enhet/{UNIT}.pdf?ar=2025&period=VB&per={first}" in ask(client, f"/enhet/{UNIT}", f"?per={first}").links
    )
    assert deck.count(THEN) > 5, "every slide says it: on the whole screen nothing else is seen"


def test_a_boards_report_is_made_of_the_state_that_was_asked_for(
    store: Path, client: FlaskClient, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As its own process makes it, which may begin long after somebody asked."""
    begun: list[Path] = []
    monkeypatch.setattr(printing, "_begin", begun.append)
    asked = f"{BOARD}/rapport?ar=2025&period=VB&per={first}"
    assert client.post(asked).location == asked
    assert THEN in client.get(asked).text
    subprocess.run([sys.executable, "-m", printing.__name__, str(begun[0])], cwd=ROOT, check=True)
    assert "Hämta PDF" in client.get(asked).text
    made = told(client, f"{BOARD}.pdf?ar=2025&period=VB&per={first}")
    assert "61,5" in made
    assert THEN in made
    client.post(f"{BOARD}/avbryt?ar=2025&period=VB&per={first}")


def test_a_word_that_data_does_not_have_is_refused_and_not_left_out(client: FlaskClient) -> None:
    for word in ("status=helt", "sok=besked", "utm_source=x"):
        assert client.get(f"/data/utfall.csv?{word}").status_code == 400


def test_words_that_others_add_to_links_stand_in_no_files_way(client: FlaskClient) -> None:
    assert client.get(f"/fil/enhet/{UNIT}.pdf?utm_source=brev&fbclid=1").status_code == 200
    assert client.get(f"/fil/enhet/{UNIT}.pdf?ar=20x5").status_code == 404


def test_the_command_writes_the_store_as_it_was(
    store: Path, first: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "x.csv"
    words = ["export", "csv", "--unit", UNIT, "--out", str(out), "--store", str(store)]
    assert main([*words, "--as-of", first]) == 0
    assert "61,5" in out.read_text(encoding="utf-8-sig")
    assert main([*words, "--as-of", "1999-01-01"]) == 2
    assert "Det äldsta läge som finns kvar" in capsys.readouterr().err
