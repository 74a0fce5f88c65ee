"""What commands and buttons both call, over reports that the tests make up; reading itself is tested elsewhere."""

import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from dashboard import tasks
from dashboard.errors import StoreError, UnreadableDocument, UserError
from dashboard.importing import sandbox
from dashboard.importing.process import Reading
from dashboard.model import Kind, Severity
from dashboard.settings import Settings
from dashboard.store import snapshots
from dashboard.tasks import BoardMissingError, Fate
from tests.builders import Build


class Reader:
    """In a process's place: files hold 'unit|kind|year|board|compliments'."""

    def __init__(self, settings: Settings) -> None:
        """Takes what a process takes."""

    def read(self, path: Path, *, board: str | None, sample: bool, heard: object) -> Reading:
        content = path.read_bytes()
        if b"|" not in content:
            raise UnreadableDocument(f"Filen {path.name} är ingen rapport.")
        unit, kind, year, told, mark = content.decode().split("|")
        build = Build(unit=unit, kind=Kind(kind), year=int(year), sample=sample)
        build.board, build.board_source = (told, "rapport") if told else (board, "vald" if board else None)
        checksum = sha256(content).hexdigest()
        build.area("1.3").row("Andel nöjda", "80 %").doubt("Osäkert årsmål")
        build.doubts = [replace(doubt, severity=_severity(mark)) for doubt in build.doubts]
        report = build.complaints("Beröm", "Bemötande", int(mark or 0), None, None).report()
        document = replace(report.document, id=checksum[:16], checksum=checksum, file=path.name)
        if mark == "7":  # a file that is written anew while it is read
            path.write_text("något annat")
        return Reading(replace(report, document=document), {})

    def release(self) -> None:
        """Nothing is left behind."""


def _severity(mark: str) -> Severity:
    return Severity.NOTE if mark == "5" else Severity.WARNING


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A store of its own, and a reader without processes."""
    monkeypatch.setattr(sandbox, "ReaderProcess", Reader)
    return Settings(store=tmp_path / "store", samples=tmp_path / "samples")


def file_of(
    folder: Path, name: str, *, unit: str = "Lek", year: int = 2025, board: str = "Nämnden", mark: str = ""
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"{unit}|VB|{year}|{board}|{mark}")
    return path


def files_in(settings: Settings) -> list[str]:
    return [document.file for document in tasks.list_documents(settings)]


def test_good_files_are_stored_though_another_is_bad(settings: Settings, tmp_path: Path) -> None:
    bad = tmp_path / "dålig.txt"
    bad.write_text("hej")
    paths = [file_of(tmp_path, "a.txt"), bad, file_of(tmp_path, "b.txt", year=2024)]
    result = tasks.import_documents(paths, settings)
    assert [file.fate for file in result.files] == [Fate.ADDED, Fate.FAILED, Fate.ADDED]
    assert [file.path for file in result.files] == paths
    assert result.failed
    assert "dålig.txt" in str(result.files[1].error)
    assert sorted(files_in(settings)) == ["a.txt", "b.txt"]


def test_files_of_one_call_make_one_snapshot(settings: Settings, tmp_path: Path) -> None:
    tasks.import_documents([file_of(tmp_path, f"{year}.txt", year=year) for year in (2023, 2024)], settings)
    assert len(snapshots.history(settings.store)) == 1


def test_a_number_that_no_column_holds_is_its_files_fault_alone(settings: Settings, tmp_path: Path) -> None:
    paths = [file_of(tmp_path, "a.txt"), file_of(tmp_path, "b.txt", year=2024, mark="9" * 30)]
    result = tasks.import_documents(paths, settings)
    assert [file.fate for file in result.files] == [Fate.ADDED, Fate.FAILED]
    assert "b.txt" in str(result.files[1].error)


def test_only_bad_files_leave_the_store_as_it_was(settings: Settings, tmp_path: Path) -> None:
    bad = tmp_path / "dålig.txt"
    bad.write_text("hej")
    assert tasks.import_documents([bad], settings).snapshot is None
    assert not settings.store.exists()


def test_the_same_file_again_is_said_to_be_known(settings: Settings, tmp_path: Path) -> None:
    path = file_of(tmp_path, "a.txt")
    first = tasks.import_documents([path, path], settings)
    again = tasks.import_documents([path], settings)
    assert [file.fate for file in first.files] == [Fate.ADDED, Fate.UNCHANGED]
    assert [file.fate for file in again.files] == [Fate.UNCHANGED]
    assert again.snapshot == first.snapshot


def test_a_corrected_report_tells_which_it_replaces(settings: Settings, tmp_path: Path) -> None:
    old = tasks.import_documents([file_of(tmp_path, "a.txt", mark="1")], settings).files[0]
    new = tasks.import_documents([file_of(tmp_path, "b.txt", mark="2")], settings).files[0]
    assert old.report
    assert (new.supersedes, new.superseded_by) == (old.report.document.id, None)


def test_a_sample_beside_a_real_report_is_said_not_to_count(settings: Settings, tmp_path: Path) -> None:
    real = tasks.import_documents([file_of(tmp_path, "a.txt", mark="1")], settings).files[0]
    sample = tasks.import_documents([file_of(tmp_path, "b.txt", mark="2")], settings, sample=True).files[0]
    assert real.report
    assert (sample.supersedes, sample.superseded_by) == (None, real.report.document.id)


def test_an_unknown_board_is_asked_for_and_nothing_is_guessed(settings: Settings, tmp_path: Path) -> None:
    path = file_of(tmp_path, "a.txt", board="")
    (asked,) = tasks.import_documents([path], settings).files
    assert isinstance(asked.error, BoardMissingError)
    assert "Lek" in asked.error.message
    assert "--board" in asked.error.remedy
    (chosen,) = tasks.import_documents([path], settings, board="Vår nämnd").files
    assert chosen.report
    assert (chosen.report.document.board, chosen.report.document.board_source) == ("Vår nämnd", "vald")


def test_progress_is_told_before_each_file(settings: Settings, tmp_path: Path) -> None:
    paths = [file_of(tmp_path, f"{year}.txt", year=year) for year in (2023, 2024)]
    told: list[tuple[int, int, Path]] = []
    tasks.import_documents(paths, settings, progress=lambda *step: told.append(step))
    assert told == [(0, 2, paths[0]), (1, 2, paths[1])]


def test_the_original_is_kept(settings: Settings, tmp_path: Path) -> None:
    path = file_of(tmp_path, "a.txt")
    (file,) = tasks.import_documents([path], settings).files
    assert file.report
    kept = snapshots.original_of(settings.store, file.report.document.checksum)
    assert kept.read_bytes() == path.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="Windows has rights of its own")
@pytest.mark.parametrize("only_clean", [False, True])
def test_nobody_else_on_the_computer_may_read_the_original(
    settings: Settings, tmp_path: Path, only_clean: bool
) -> None:
    content = file_of(tmp_path, "a.txt").read_bytes()
    tasks.import_documents([tmp_path / "a.txt"], settings, only_clean=only_clean)
    (kept,) = [path for path in settings.store.rglob("*") if path.is_file() and path.read_bytes() == content]
    assert kept.parent.stat().st_mode & 0o077 == 0


def test_a_store_that_cannot_be_written_is_told_of(settings: Settings, tmp_path: Path) -> None:
    settings.store.write_text("en fil")
    with pytest.raises(StoreError, match="går inte att skriva"):
        tasks.import_documents([file_of(tmp_path, "a.txt")], settings)


def test_a_folder_stands_for_its_files_by_name(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "rapporter"
    named = [file_of(folder, name, year=year) for name, year in (("b.txt", 2024), ("a.txt", 2025))]
    file_of(folder, "~$a.docx")
    file_of(folder, ".dold")
    (folder / "inre").mkdir()
    result = tasks.import_documents([folder], settings)
    assert [file.path for file in result.files] == sorted(named)


def test_an_empty_folder_is_told_of(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    with pytest.raises(UserError, match="har inga filer"):
        tasks.import_documents([tmp_path / "tom"], settings)


def test_only_clean_reports_are_stored_where_that_is_asked_for(settings: Settings, tmp_path: Path) -> None:
    paths = [file_of(tmp_path, "tveksam.txt"), file_of(tmp_path, "notering.txt", year=2024, mark="5")]
    result = tasks.import_documents(paths, settings, only_clean=True)
    assert [file.fate for file in result.files] == [Fate.WAITING, Fate.ADDED]
    assert [file.path.name for file in result.waiting] == ["tveksam.txt"]
    assert result.failed
    assert files_in(settings) == ["notering.txt"]


def test_a_file_that_changes_while_it_is_read_is_not_stored(settings: Settings, tmp_path: Path) -> None:
    paths = [file_of(tmp_path, "a.txt", mark="7"), file_of(tmp_path, "b.txt", year=2024)]
    result = tasks.import_documents(paths, settings)
    assert [file.fate for file in result.files] == [Fate.FAILED, Fate.ADDED]
    assert "ändrades medan" in str(result.files[0].error)


def test_samples_fill_a_store_that_was_never_used(settings: Settings) -> None:
    file_of(settings.samples, "a.txt")
    (settings.samples / "README.md").write_text("Om exemplen")
    assert [file.fate for file in tasks.import_samples(settings).files] == [Fate.ADDED]
    assert [document.sample for document in tasks.list_documents(settings)] == [True]


def test_samples_stay_away_from_a_used_store_and_when_removed(settings: Settings, tmp_path: Path) -> None:
    file_of(settings.samples, "a.txt")
    tasks.import_samples(settings)
    tasks.import_documents([file_of(tmp_path, "egen.txt", year=2024)], settings)
    assert len(tasks.remove_samples(settings).removed) == 1
    assert tasks.import_samples(settings).files == ()
    assert files_in(settings) == ["egen.txt"]


def test_samples_and_real_reports_stand_side_by_side(settings: Settings, tmp_path: Path) -> None:
    file_of(settings.samples, "a.txt")
    tasks.import_samples(settings)
    tasks.import_documents([file_of(tmp_path, "egen.txt", year=2024)], settings)
    assert sorted((document.file, document.sample) for document in tasks.list_documents(settings)) == [
        ("a.txt", True),
        ("egen.txt", False),
    ]


def test_doubts_can_be_listed_for_a_document(settings: Settings, tmp_path: Path) -> None:
    tasks.import_documents([file_of(tmp_path, "a.txt")], settings)
    (document,) = tasks.list_documents(settings)
    assert (document.kind, document.year, document.outcome_count, document.doubt_count) == (Kind.VB, 2025, 1, 1)
    assert [doubt.reason for doubt in tasks.list_doubts(settings, document.id)] == ["Osäkert årsmål"]
