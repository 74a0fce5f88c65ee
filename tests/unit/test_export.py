"""The command export from the outside of `main`: forms, files whole or not at all, and refusals in Swedish."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.model import Kind
from dashboard.tasks import exports
from tests.builders import Build, store_of

Run = Callable[..., tuple[int, str, str]]
FIRST = {"pptx": b"PK", "xlsx": b"PK", "pdf": b"%PDF-", "csv": "\ufeff".encode(), "json": b"{", "parquet": b"PAR1"}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls the command on a store with two units of one board; gives its code, what it printed and what it refused."""
    first = Build("Enheten för lek").area("1.1").unit_goal("Trygga").row("Andel nöjda", "61,9 %", "75 %", "68,25 %")
    plan = Build("Enheten för lek", Kind.VP, 2026).area("1.1").unit_goal("Trygga").row("Andel nöjda", "", "80 %")
    second = Build("Enheten för åk").area("1.1").unit_goal("Snabba").row("Andel nöjda", "50 %", "75 %")
    store_of(tmp_path / "store", first, plan, second)
    monkeypatch.chdir(tmp_path)

    def call(*words: object) -> tuple[int, str, str]:
        code = main(["export", *(str(word) for word in words), "--store", str(tmp_path / "store")])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.mark.parametrize("form", FIRST)
def test_each_form_is_written_and_its_place_is_said(run: Run, tmp_path: Path, form: str) -> None:
    code, out, _ = run(form, "--unit", "enheten-for-lek", "--out", tmp_path / f"fil.{form}")
    assert code == 0
    assert f"Skrev {tmp_path / f'fil.{form}'}" in out
    assert (tmp_path / f"fil.{form}").read_bytes().startswith(FIRST[form])


def test_a_unit_is_known_by_its_name_too(run: Run, tmp_path: Path) -> None:
    assert run("pptx", "--unit", "Enheten för lek", "--year", 2025, "--period", "vb", "--out", "a/b/x.pptx")[0] == 0
    assert zipfile.is_zipfile(io.BytesIO((tmp_path / "a" / "b" / "x.pptx").read_bytes()))


def test_a_board_becomes_a_file_per_unit(run: Run, tmp_path: Path) -> None:
    code, out, _ = run(
        "pptx", "--board", "exempelnamnden", "--year", 2025, "--period", "VB", "--out", tmp_path / "alla"
    )
    assert code == 0
    assert sorted(path.name for path in (tmp_path / "alla").iterdir()) == [
        "enheten-for-ak.pptx",
        "enheten-for-lek.pptx",
    ]
    assert out.count("Skrev ") == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("pptx", "--unit", "finns-inte"), "Enheten ”finns-inte” har ingen inläst rapport."),
        (("pptx", "--unit", "finns-inte"), "De som har: enheten-for-ak och enheten-for-lek."),
        (("pptx", "--board", "finns-inte"), "De som har: exempelnamnden."),
        (("pptx", "--unit", "enheten-for-lek", "--year", "2019", "--period", "VB"), "Plan 2026 och Helår 2025."),
        (("pdf", "--unit", "enheten-for-lek", "--year", "2019", "--period", "VB"), "Plan 2026 och Helår 2025."),
        (("pptx", "--unit", "enheten-for-lek", "--period", "Q3"), "Välj VP, T1, T2 eller VB."),
        (("csv", "--table", "finns-inte"), "Tabellen ”finns-inte” finns inte."),
        (("pptx", "--unit", "enheten-for-lek", "--table", "utfall"), "Tabellen ”utfall” finns inte."),
        (("png", "--unit", "enheten-for-lek"), "Ange --figure"),
    ],
)
def test_what_cant_be_written_is_one_swedish_sentence_and_no_file(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    code, _, refused = run(*words, "--out", tmp_path / "x")
    assert code == 2
    assert said in refused.replace("\u00a0", " ")
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("form", ["pptx", "pdf", "csv"])
def test_an_empty_store_says_how_reports_get_in(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    words = [form, "--unit", "vilken", "--out", str(tmp_path / "x"), "--store", str(tmp_path / "empty")]
    assert main(["export", *words]) == 2
    assert "Inga rapporter är inlästa ännu." in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_place_that_cant_be_written_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, _, refused = run("csv", "--out", tmp_path / "file" / "x.csv")
    assert code == 2
    assert "Det går inte att skriva till" in refused


def test_a_file_that_stood_there_stays_whole_when_the_new_one_fails(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "x.pptx"
    assert run("pptx", "--unit", "enheten-for-lek", "--out", out)[0] == 0
    before = out.read_bytes()

    def half(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    assert run("pptx", "--unit", "enheten-for-lek", "--out", out)[0] == 2
    assert out.read_bytes() == before


def test_every_form_that_the_command_names_can_be_made() -> None:
    assert {*FIRST, "png", "svg"} == set(exports.FORMS)
