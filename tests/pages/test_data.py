"""Data to take along: the rows of the pages in four forms, with the address's filters and a mark of the state."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from flask.testing import FlaskClient

from dashboard.export.sheets import FORMS
from dashboard.model import Direction, Status
from dashboard.settings import Settings
from dashboard.views.data import Name
from dashboard.web import create_app
from tests.builders import Build, store_of

TRICKY = '=HYPERLINK("http://x")'


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("data")
    first = Build().area("1.3", "Stöd").unit_goal("Snabba besked", Status.DELVIS)
    first.row("Nöjdhet; index", "83,5 %", "90 %", "80 %", women="85 %", men="81 %", status=Status.EJ)
    first.row(TRICKY, "1 107", "−5").activity("@Utbildning", "Försenad").complaints("Klagomål", "Bemötande", None, 1, 0)
    store_of(folder, first, Build(unit="Enheten för språk").area("1.3", "Stöd").row("Nöjdhet", "5", "6"))
    made: FlaskClient = create_app(Settings(store=folder)).server.test_client()
    return made


def rows_of(client: FlaskClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))


def test_csv_is_what_a_swedish_excel_reads(client: FlaskClient) -> None:
    row = rows_of(client, "/data/utfall.csv")[0]
    assert (row["Indikator"], row["Utfall"], row["Årsmål"]) == ("Nöjdhet; index", "83,5", "90")
    assert (row["Utfall kvinnor/flickor"], row["Utfall män/pojkar"]) == ("85", "81")
    assert (row["Rapporterad status"], row["Rapportens datum"], row["Exempeldata"]) == ("ej", "2026-02-12", "nej")


def test_an_empty_cell_is_empty_and_nought_is_nought(client: FlaskClient) -> None:
    row = rows_of(client, "/data/synpunkter.csv")[0]
    assert (row["Tertial 1"], row["Tertial 2"], row["Helår"]) == ("", "1", "0")


def test_no_text_becomes_a_formula(client: FlaskClient) -> None:
    told = rows_of(client, "/data/utfall.csv")[1]
    assert told["Indikator"] == f"'{TRICKY}"
    assert told["Årsmål"] == "-5"
    book = openpyxl.load_workbook(io.BytesIO(client.get("/data/utfall.xlsx").data))
    cells = [cell for row in book["Utfall"].iter_rows() for cell in row]
    assert any(cell.value == TRICKY for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def test_excel_has_true_numbers_and_dates_frozen_headings_and_an_explanation(client: FlaskClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get("/data/allt.xlsx").data))
    assert book.sheetnames == ["Utfall", "Mål", "Aktiviteter", "Synpunkter", "Rapporter", "Förklaringar"]
    sheet = book["Utfall"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    assert sheet.freeze_panes == "A2"
    assert sheet.cell(2, heads["Utfall"]).value == 83.5
    assert sheet.cell(2, heads["Rapportens datum"]).is_date
    explained = {row[1].value for row in book["Förklaringar"].iter_rows(min_row=2)}
    assert set(heads) <= explained


def test_json_and_parquet_have_the_same_rows(client: FlaskClient) -> None:
    told = json.loads(client.get("/data/utfall.json").data)["utfall"]
    table = pq.read_table(io.BytesIO(client.get("/data/utfall.parquet").data))
    assert table.column_names == [column["namn"] for column in told["kolumner"]]
    assert table["utfall"].to_pylist() == [row["utfall"] for row in told["rader"]] == [83.5, 1107.0, 5.0]
    assert [str(value) for value in table["rapportdatum"].to_pylist()] == [row["rapportdatum"] for row in told["rader"]]


@pytest.mark.parametrize(
    ("query", "amount"),
    [
        ("", 3),
        ("?enheter=enheten-for-sprak", 1),
        ("?enheter=enheten-for-lek,enheten-for-sprak", 3),
        ("?indikator=nojdhet", 1),
        ("?ar=2024", 0),
        ("?ar=2025&period=VB", 3),
        ("?period=T1", 0),
        ("?namnd=exempelnamnden", 3),
        ("?namnd=en-annan", 0),
    ],
)
def test_the_address_cuts_as_on_the_pages(client: FlaskClient, query: str, amount: int) -> None:
    assert len(rows_of(client, f"/data/utfall.csv{query}")) == amount


@pytest.mark.parametrize("query", ["?ar=i-fjol", "?period=T3", "?enheter=<b>", "?nagot=1", "?indikator=../x"])
def test_a_filter_that_cannot_be_used_is_refused_not_left_out(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/data/utfall.csv{query}")
    assert answer.status_code == 400
    assert "Adressen har" in answer.text


def test_every_table_comes_in_every_form(client: FlaskClient) -> None:
    for name in Name:
        for form in FORMS:
            answer = client.get(f"/data/{name}.{form}")
            assert answer.status_code == 200
            assert f"maltavlan-{name}.{form}" in answer.headers["Content-Disposition"]


def test_a_script_hears_that_nothing_is_new(client: FlaskClient) -> None:
    mark = client.get("/data/mal.json").headers["ETag"]
    assert client.get("/data/mal.json", headers={"If-None-Match": mark}).status_code == 304
    assert client.get("/data/mal.json?ar=2025", headers={"If-None-Match": mark}).status_code == 200


@pytest.mark.parametrize("address", ["/data/utfall.exe", "/data/hemligt.csv", "/data/allt.txt"])
def test_what_there_is_not_is_told_in_swedish(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Det finns ingen datafil" in answer.text


def test_all_in_one_file_only_where_that_can_be(client: FlaskClient) -> None:
    assert client.get("/data/allt.csv").status_code == 400
    assert client.get("/data/allt.json").status_code == 200


def test_the_dictionary_tells_every_column(client: FlaskClient) -> None:
    page = client.get("/data").text
    told = json.loads(client.get("/data/allt.json").data)
    for name, table in told.items():
        assert f"/data/{name}.csv" in page
        for column in table["kolumner"]:
            assert column["namn"] in page
            assert column["betyder"] in page


def test_the_samples_fill_every_table(sample_store: Path) -> None:
    client = create_app(Settings(store=sample_store)).server.test_client()
    told = json.loads(client.get("/data/allt.json").data)
    assert all(told[name]["rader"] for name in Name)
    assert {row["riktning"] for row in told["utfall"]["rader"]} >= {Direction.HIGHER, Direction.LOWER}
