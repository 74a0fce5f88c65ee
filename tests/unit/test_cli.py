"""The commands from the outside: a process, its words, its exit code, what it prints."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SAMPLE = ROOT / "data" / "samples" / "vb-2025-medborgarservice.txt"
DOUBTFUL = ROOT / "data" / "samples" / "vb-2024-ekonomiskt-bistand.txt"
OTHER = ROOT / "data" / "samples" / "vb-2024-medborgarservice.txt"


def run(*words: object, folder: Path = ROOT, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "dashboard", *(str(word) for word in words)]
    told = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    return subprocess.run(
        command, cwd=folder, env=told, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one sample in it."""
    folder = tmp_path_factory.mktemp("cli") / "store"
    done = run("import", SAMPLE, "--sample", "--store", folder)
    assert done.returncode == 0, done.stderr
    return folder


def counted(path: Path) -> dict[str, int]:
    told = json.loads(run("extract", path, "--json").stdout)
    return {part: len(told[part]) for part in ("goals", "indicators", "activities", "feedback", "doubts")}


def test_import_tells_what_was_read(tmp_path: Path) -> None:
    done = run("import", SAMPLE, "--store", tmp_path / "store")
    counts = counted(SAMPLE)
    assert done.returncode == 0
    assert (
        f"{counts['goals']} mål, {counts['indicators']} indikatorer, {counts['activities']} aktiviteter" in done.stdout
    )
    assert f"{counts['feedback']} rader synpunkter" in done.stdout
    assert "Läser 1 av 1" in done.stderr


def test_import_tells_each_doubt_with_line_and_reason(tmp_path: Path) -> None:
    told = json.loads(run("extract", DOUBTFUL, "--json").stdout)["doubts"]
    done = run("import", DOUBTFUL, "--store", tmp_path / "store")
    assert told
    for doubt in told:
        line = doubt["place"]["line"]
        assert f"{f'rad {line}' if line else 'hela rapporten'}: {doubt['reason']}" in done.stdout


def test_a_bad_file_is_one_sentence_and_code_2_and_the_others_come_in(tmp_path: Path) -> None:
    bad, missing = tmp_path / "dålig.txt", tmp_path / "saknas.txt"
    bad.write_bytes(b"%PDF-1.7")
    done = run("import", bad, SAMPLE, missing, "--store", tmp_path / "store")
    assert done.returncode == 2
    problems = [line for line in done.stderr.splitlines() if not line.startswith("Läser ")]
    assert [line.partition(":")[0] for line in problems] == ["dålig.txt", "saknas.txt"]
    assert "Traceback" not in done.stderr
    assert SAMPLE.name in run("list", "--store", tmp_path / "store").stdout


def test_a_folder_of_clean_reports_comes_in_and_the_others_wait(tmp_path: Path) -> None:
    folder = tmp_path / "rapporter"
    folder.mkdir()
    for path in (SAMPLE, DOUBTFUL):
        (folder / path.name).write_bytes(path.read_bytes())
    done = run("import", folder, "--accept-clean", "--store", tmp_path / "store")
    assert done.returncode == 2
    assert f"{SAMPLE.name}: inläst" in done.stdout
    assert f"{DOUBTFUL.name}: väntar på granskning" in done.stdout
    assert "2 filer: 1 väntar på granskning och 1 inläst." in done.stdout
    listed = run("list", "--store", tmp_path / "store").stdout
    assert SAMPLE.name in listed
    assert DOUBTFUL.name not in listed


def test_an_empty_folder_is_one_sentence(tmp_path: Path) -> None:
    done = run("import", tmp_path, "--store", tmp_path / "store")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "inga filer" in done.stderr


def test_a_bad_file_leaves_the_store_as_it_was(store: Path, tmp_path: Path) -> None:
    bad = tmp_path / "dålig.txt"
    bad.write_text("Inköpslista: mjölk, bröd", encoding="utf-8")
    before = (store / "current").read_text()
    assert run("import", bad, "--store", store).returncode == 2
    assert (store / "current").read_text() == before


def test_the_same_file_again_changes_nothing(store: Path) -> None:
    before = (store / "current").read_text()
    done = run("import", SAMPLE, "--store", store)
    assert done.returncode == 0
    assert "redan inläst" in done.stdout
    assert (store / "current").read_text() == before


def test_a_unit_without_board_is_asked_for(tmp_path: Path) -> None:
    words = SAMPLE.read_text(encoding="utf-8")
    words = words.replace("Hägersten-Älvsjö stadsdelsnämnd", "Mottagaren").replace("medborgarservice", "provning")
    path = tmp_path / "okänd.txt"
    path.write_text(words, encoding="utf-8")
    asked = run("import", path, "--store", tmp_path / "store")
    assert asked.returncode == 2
    assert "--board" in asked.stderr
    chosen = run("import", path, "--board", "Provnämnden", "--store", tmp_path / "store")
    assert chosen.returncode == 0
    assert "Provnämnden (vald vid inläsningen)" in chosen.stdout


def test_extract_prints_only_json_and_stores_nothing(tmp_path: Path) -> None:
    done = run("extract", SAMPLE, "--json", MALTAVLAN_STORE=str(tmp_path / "store"))
    told = json.loads(done.stdout)
    assert (told["document"]["kind"], told["document"]["year"]) == ("VB", 2025)
    assert not (tmp_path / "store").exists()


def test_extract_without_json_prints_a_summary() -> None:
    done = run("extract", SAMPLE)
    assert done.returncode == 0
    assert "Helår 2025" in done.stdout


def test_list_shows_counts_and_that_it_is_a_sample(store: Path) -> None:
    done = run("list", "--store", store)
    assert done.returncode == 0
    assert SAMPLE.name in done.stdout
    assert "[exempel]" in done.stdout
    assert f"{counted(SAMPLE)['goals']} mål" in done.stdout


def test_list_of_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    done = run("list", "--store", tmp_path / "ingen")
    assert done.returncode == 0
    assert "maltavlan import" in done.stdout


def test_samples_come_once_and_can_be_taken_out(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    first, again = run("samples", MALTAVLAN_STORE=str(folder)), run("samples", MALTAVLAN_STORE=str(folder))
    assert (first.returncode, again.returncode) == (0, 0), first.stderr
    count = len(list(SAMPLE.parent.rglob("*.txt")))
    assert f"{count} filer: {count} inlästa" in first.stdout
    assert "inga exempelrapporter" in again.stdout
    assert f"{count} exempelrapporter togs bort" in run("remove-samples", "--store", folder).stdout
    assert "är tomt" in run("list", "--store", folder).stdout
    assert "inga exempelrapporter" in run("samples", "--store", folder).stdout


def test_a_relative_store_and_files_from_another_folder(tmp_path: Path) -> None:
    (tmp_path / "rapport.txt").write_bytes(OTHER.read_bytes())
    assert run("import", "rapport.txt", "--store", "lager", folder=tmp_path).returncode == 0
    assert (tmp_path / "lager" / "current").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "KOMMANDO"),
        (["import"], "FIL"),
        (["flyg"], "flyg"),
        (["list", "--snabbt"], "--snabbt"),
        (["import", "x.txt", "--board"], "--board"),
    ],
)
def test_words_that_make_no_command_get_one_swedish_sentence(words: list[str], told: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert told in done.stderr
    assert "--help för hjälp" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_wrong_setting_is_told_of() -> None:
    done = run("list", MALTAVLAN_PORT="många")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "MALTAVLAN_PORT" in done.stderr


@pytest.mark.parametrize("words", [[], ["import"], ["extract"], ["list"], ["samples"], ["remove-samples"]])
def test_help_is_swedish(words: list[str]) -> None:
    done = run(*words, "--help")
    assert done.returncode == 0
    assert "visa den här hjälpen" in done.stdout
    for english in ("usage", "options", "positional", "show this"):
        assert english not in done.stdout


def test_help_loads_no_heavy_library() -> None:
    script = """
import sys
from dashboard.cli import main
try:
    main(["--help"])
except SystemExit:
    pass
print(sorted({name.partition(".")[0] for name in sys.modules} & set(sys.argv[1:])), file=sys.stderr)
"""
    heavy = ["dash", "pandas", "numpy", "duckdb", "pyarrow", "plotly", "flask"]
    done = subprocess.run(
        [sys.executable, "-c", script, *heavy], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    assert done.stderr.strip() == "[]"


def test_a_reader_that_leaves_early_gets_no_traceback(store: Path) -> None:
    command = [sys.executable, "-m", "dashboard", "list", "--store", str(store)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_template_is_written_once_and_read_when_filled_in(tmp_path: Path) -> None:
    assert run("template", folder=tmp_path).returncode == 0
    written = (tmp_path / "maltavlan-mall.xlsx").read_bytes()
    again = run("template", folder=tmp_path)
    assert (again.returncode, "finns redan" in again.stderr) == (2, True)
    assert (tmp_path / "maltavlan-mall.xlsx").read_bytes() == written
    assert run("template", tmp_path / "egen", folder=tmp_path).returncode == 0
    assert (tmp_path / "egen.xlsx").exists()
    assert "finns" in run("template", tmp_path / "saknas" / "mall.xlsx").stderr
