"""The store answers each thread its own question, from one whole snapshot, and reads nothing but its own files."""

import re
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from dashboard.model import Kind, Status, TextOf
from dashboard.store import schema, snapshots
from dashboard.store.commits import commit
from dashboard.store.database import QUERIES, Store
from tests.builders import Build, store_of
from tests.conftest import ROOT

UNITS = [f"enhet-{number}" for number in range(8)]
Ask = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight units with twenty rows each, every row named by its unit."""
    folder = tmp_path_factory.mktemp("threads")
    builds = [Build(unit=unit).area("1.3") for unit in UNITS]
    for build in builds:
        for number in range(20):
            build.row(f"{build.unit} rad {number}", str(number))
    commit(folder, [build.report() for build in builds])
    return folder


def wrong_answers(ask: Ask, rounds: int) -> int:
    """How many answers eight threads got that are not exactly their own unit's twenty rows."""

    def one(unit: str) -> int:
        own = [f"{unit} rad {number}" for number in range(20)]
        return sum(ask(unit) != own for _ in range(rounds))

    with ThreadPoolExecutor(len(UNITS)) as pool:
        return sum(pool.map(one, UNITS))


def test_eight_threads_get_their_own_answers(shared: Path) -> None:
    store = Store(shared)

    def ask(unit: str) -> list[str]:
        chosen = {"units": [unit], "years": [2025], "kinds": [Kind.VB], "indicators": None, "boards": None}
        names = store.ask("outcomes", **chosen)["name"].to_pylist()
        return [str(name) for name in names]

    assert wrong_answers(ask, rounds=25) == 0


@pytest.mark.parametrize(("of_its_own", "wrong"), [(True, 0), (False, len(UNITS) - 1)])
def test_control_a_shared_connection_mixes_answers_and_is_caught(shared: Path, of_its_own: bool, wrong: int) -> None:
    """Every thread asks before any fetches: on one connection the last question then answers them all."""
    made = snapshots.current(shared)
    assert made is not None
    connection = duckdb.connect()
    file = snapshots.file_of(shared, made, "outcomes").as_posix()
    all_asked, in_turn = threading.Barrier(len(UNITS), timeout=30), threading.Lock()

    def ask(unit: str) -> list[str]:
        cursor = connection.cursor() if of_its_own else connection
        with in_turn:
            cursor.execute("select name from read_parquet($file) where unit = $unit", {"file": file, "unit": unit})
        all_asked.wait()
        with in_turn:
            return [row[0] for row in cursor.fetchall()]

    assert wrong_answers(ask, rounds=1) == wrong


def test_questions_during_commits_see_whole_snapshots(tmp_path: Path) -> None:
    store = Store(tmp_path)
    ended = threading.Event()

    def read() -> list[tuple[int, int]]:
        seen = []
        while not ended.is_set():
            reports = store.ask("reports").num_rows
            units = store.ask("units").to_pylist()
            seen.append((reports % 3, sum(len(row["documents"]) for row in units) % 3))
        return seen

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(read) for _ in range(4)]
        for year in range(2010, 2022):
            commit(tmp_path, [Build(unit=unit, year=year).report() for unit in UNITS[:3]], keep=2)
        ended.set()
    assert {seen for reader in readers for seen in reader.result()} == {(0, 0)}


def test_a_running_store_sees_what_another_process_imports(tmp_path: Path) -> None:
    store = store_of(tmp_path, Build(year=2024))
    assert store.ask("documents").num_rows == 1
    script = "import sys; from tests.builders import *; store_of(Path(sys.argv[1]), Build(year=2025))"
    subprocess.run([sys.executable, "-c", script, tmp_path], cwd=ROOT, check=True, timeout=60)
    assert store.ask("documents").num_rows == 2
    assert store.snapshot == snapshots.current(tmp_path)


def test_a_view_as_of_an_earlier_snapshot_stays(tmp_path: Path) -> None:
    store = store_of(tmp_path, Build(year=2024))
    earlier = store.at(store.snapshot)
    commit(tmp_path, [Build(year=2025).report()])
    assert (earlier.ask("documents").num_rows, store.ask("documents").num_rows) == (1, 2)
    assert earlier.snapshot != store.snapshot


FORK = """
import os, sys
from pathlib import Path
from dashboard.store.database import Store
store = Store(Path(sys.argv[1]))
assert store.ask("documents").num_rows == 1
child = os.fork()
if not child:
    os._exit(7 if store.ask("documents").num_rows == 1 else 1)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
assert store.ask("documents").num_rows == 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_a_child_forked_after_a_question_can_ask(tmp_path: Path) -> None:
    store_of(tmp_path, Build())
    subprocess.run([sys.executable, "-c", FORK, tmp_path], cwd=ROOT, check=True, timeout=60)


@pytest.mark.parametrize("name", schema.SCHEMAS)
def test_a_missing_store_answers_with_empty_tables_of_the_right_form(tmp_path: Path, name: str) -> None:
    connection = Store(tmp_path / "ingen")._cursor()
    table = connection.execute(f'select * from "{name}"').to_arrow_table()  # noqa: S608
    assert table.num_rows == 0
    expected = {item.name: item.type for item in schema.SCHEMAS[name]}
    # What small groups hide is told of each row (small_groups.py).
    expected |= {"split_hidden": pa.bool_()} if name == "outcomes" else {}
    assert {item.name: item.type for item in table.schema} == expected


@pytest.mark.parametrize("imported", [True, False])
@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_text('{secret}')",
        "select * from '{secret}'",
        "copy (select 1) to '{folder}/ut.csv'",
        "attach '{folder}/annan.db'",
        "set enable_external_access = true",
        "set allowed_directories = ['/']",
        "install httpfs",
        "load httpfs",
    ],
)
def test_the_database_is_locked(tmp_path: Path, sql: str, imported: bool) -> None:
    secret = tmp_path / "hemlig.csv"
    secret.write_text("a,b\n1,2\n")
    store = store_of(tmp_path / "store", Build()) if imported else Store(tmp_path / "store")
    with pytest.raises(duckdb.Error):
        store._cursor().execute(sql.format(secret=secret.as_posix(), folder=tmp_path.as_posix()))
    assert {found.name for found in tmp_path.iterdir()} <= {"hemlig.csv", "store"}


def test_a_value_is_never_sql(tmp_path: Path) -> None:
    store = store_of(tmp_path, Build().area("1.3").row("Andel nöjda", "80 %"))
    assert store.ask("document_outcomes", document="' or 1 = 1 --").num_rows == 0


@pytest.mark.parametrize("question", ["../schema", "views/current", "documents.sql", ""])
def test_a_question_is_a_plain_name(tmp_path: Path, question: str) -> None:
    with pytest.raises(ValueError, match="not the name"):
        Store(tmp_path).ask(question)


def test_a_store_in_a_folder_with_odd_characters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = store_of(Path("Åsas 'lager' [1] 50% *"), Build())
    assert store.ask("documents").num_rows == 1


@dataclass(frozen=True)
class Row:
    kind: Kind
    name: str
    outcome: float | None
    status: Status | None
    previous: float | None = None
    years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Unit:
    unit_name: str
    years: tuple[int, ...]


def test_rows_become_dataclasses_with_the_models_words(tmp_path: Path) -> None:
    build = Build().area("1.3").row("Andel nöjda", "80 %", "85 %", status=Status.DELVIS).row("Antal böcker", "")
    store = store_of(tmp_path, build)
    rows = store.rows("document_outcomes", Row, document=build.report().document.id)
    assert rows == [
        Row(Kind.VB, "Andel nöjda", 80, Status.DELVIS),
        Row(Kind.VB, "Antal böcker", None, None),
    ]
    assert rows[0].status is Status.DELVIS
    assert store.rows("units", Unit) == [Unit("Enheten för lek", (2025,))]


def test_rows_of_an_empty_store(tmp_path: Path) -> None:
    assert Store(tmp_path).rows("units", Unit) == []


@dataclass(frozen=True)
class Unanswerable:
    nowhere: str


def test_a_field_without_a_column_is_a_bug_that_shows(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="nowhere"):
        store_of(tmp_path, Build()).rows("units", Unanswerable)


def test_enums_and_tuples_can_be_bound(tmp_path: Path) -> None:
    build = Build().area("1.3").row("Andel nöjda", "80 %").analysis(TextOf.OUTCOME, "Bra år.")
    store = store_of(tmp_path, build)
    document = build.report().document.id
    assert store.ask("texts", document=document, of=TextOf.OUTCOME, number=0)["body"].to_pylist() == ["Bra år."]
    asked = {"units": ("enheten-for-lek",), "indicators": None, "years": (2025,), "kinds": (Kind.VB,), "boards": None}
    assert store.ask("outcomes", **asked).num_rows == 1


QUESTIONS = sorted(file.stem for file in QUERIES.glob("*.sql"))


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_begins_by_saying_what_it_asks(question: str) -> None:
    assert (QUERIES / f"{question}.sql").read_text(encoding="utf-8").startswith("-- ")


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_can_be_asked_of_an_empty_store(tmp_path: Path, question: str) -> None:
    lines = (QUERIES / f"{question}.sql").read_text(encoding="utf-8").splitlines()
    sql = "\n".join(line for line in lines if not line.lstrip().startswith("--"))
    bound = dict.fromkeys(re.findall(r"\$([a-z_]+)", sql))
    assert Store(tmp_path).ask(question, **bound).num_rows in (0, 1)
