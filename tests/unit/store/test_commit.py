"""Commits: whole or not at all, the same file once, the newer report before the older, history kept."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from dashboard.errors import StoreError
from dashboard.model import Kind, Report
from dashboard.store import commits, snapshots
from dashboard.store.commits import commit, remove
from dashboard.store.database import Store
from tests.builders import Build


def successors(folder: Path) -> dict[str, str | None]:
    rows = Store(folder).ask("documents").to_pylist()
    return {row["id"]: row["superseded_by"] for row in rows}


def test_reports_come_back_from_the_store(tmp_path: Path) -> None:
    builds = [Build(year=year).area("1.3").row("Andel nöjda", f"{year - 1950}") for year in (2024, 2025)]
    result = commit(tmp_path, [build.report() for build in builds])
    assert result.added == tuple(build.report().document.id for build in builds)
    rows = Store(tmp_path).ask("document_outcomes", document=result.added[1]).to_pylist()
    assert [row["outcome"] for row in rows] == [75]


def test_the_same_file_changes_nothing(tmp_path: Path) -> None:
    report = Build().report()
    first = commit(tmp_path, [report])
    again = commit(tmp_path, [report, report])
    assert again.snapshot == first.snapshot
    assert (again.added, again.unchanged) == ((), (report.document.id,))
    assert len(snapshots.history(tmp_path)) == 1


def test_a_file_given_twice_in_one_call_is_stored_once(tmp_path: Path) -> None:
    report = Build().report()
    assert commit(tmp_path, [report, report]).added == (report.document.id,)


def test_a_newer_report_supersedes_the_older_and_both_stay(tmp_path: Path) -> None:
    old, new = Build(mark="första").report(), Build(mark="rättad").report()
    commit(tmp_path, [old])
    result = commit(tmp_path, [new])
    assert result.superseded == {old.document.id: new.document.id}
    assert successors(tmp_path) == {old.document.id: new.document.id, new.document.id: None}
    assert Store(tmp_path).ask("reports")["id"].to_pylist() == [new.document.id]


@pytest.mark.parametrize("other", [Build(year=2024), Build(kind=Kind.T2), Build(unit="Enheten för vila")])
def test_another_year_kind_or_unit_supersedes_nothing(tmp_path: Path, other: Build) -> None:
    commit(tmp_path, [Build().report(), other.report()])
    assert set(successors(tmp_path).values()) == {None}


def test_an_older_date_imported_later_does_not_count(tmp_path: Path) -> None:
    new, old = Build(date="2026-03-26").report(), Build(date="2026-02-12", mark="utkast").report()
    commit(tmp_path, [new])
    commit(tmp_path, [old])
    assert successors(tmp_path) == {new.document.id: None, old.document.id: new.document.id}


@pytest.mark.parametrize("sample_first", [True, False])
def test_a_sample_never_supersedes_a_real_report(tmp_path: Path, sample_first: bool) -> None:
    real = Build(date="2026-01-01", mark="verklig").report()
    sample = Build(date="2026-12-31", sample=True).report()
    for report in (sample, real) if sample_first else (real, sample):
        commit(tmp_path, [report])
    assert successors(tmp_path) == {real.document.id: None, sample.document.id: real.document.id}


def test_removing_takes_the_rows_and_gives_the_older_report_its_place_back(tmp_path: Path) -> None:
    old = Build(mark="första").area("1.3").row("Andel nöjda", "80 %").report()
    new = Build(mark="rättad").area("1.3").row("Andel nöjda", "81 %").report()
    commit(tmp_path, [old, new])
    result = remove(tmp_path, lambda row: row["id"] == new.document.id)
    assert result.removed == (new.document.id,)
    assert successors(tmp_path) == {old.document.id: None}
    assert Store(tmp_path).ask("document_outcomes", document=new.document.id).num_rows == 0


def test_removing_nothing_makes_no_snapshot(tmp_path: Path) -> None:
    assert remove(tmp_path, lambda row: True).snapshot is None
    before = commit(tmp_path, [Build().report()]).snapshot
    assert remove(tmp_path, lambda row: bool(row["sample"])).snapshot == before


def test_history_leads_back_to_each_earlier_state(tmp_path: Path) -> None:
    for year in (2023, 2024, 2025):
        commit(tmp_path, [Build(year=year).report()])
    seen = [Store(tmp_path).at(known.id).ask("documents").num_rows for known in snapshots.history(tmp_path)]
    assert seen == [3, 2, 1]


@pytest.mark.parametrize(("keep", "kept"), [(3, 3), (2, 2), (1, 2)])
def test_old_snapshots_go_but_never_the_last_two(tmp_path: Path, keep: int, kept: int) -> None:
    for year in range(2020, 2025):
        commit(tmp_path, [Build(year=year).report()], keep=keep)
    assert len(snapshots.history(tmp_path)) == kept
    assert len(list((tmp_path / "snapshots").iterdir())) == kept


def test_a_snapshot_that_is_gone_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="borta"):
        Store(tmp_path).at("000001-00000000").ask("documents")


def with_file(content: bytes) -> tuple[Report, bytes]:
    checksum = hashlib.sha256(content).hexdigest()
    report = Build().report()
    return replace(report, document=replace(report.document, id=checksum[:16], checksum=checksum)), content


def test_the_file_is_kept_as_it_was(tmp_path: Path) -> None:
    report, content = with_file(b"Verksamhetsber\xe4ttelse\r\n\t2025\n")
    commit(tmp_path, [report], originals={report.document.id: content})
    assert snapshots.original_of(tmp_path, report.document.checksum).read_bytes() == content


def test_a_file_that_changed_while_it_was_read_is_refused(tmp_path: Path) -> None:
    report, _ = with_file(b"ett")
    with pytest.raises(StoreError, match="ändrades"):
        commit(tmp_path, [report], originals={report.document.id: b"annat"})
    assert snapshots.current(tmp_path) is None


def test_the_file_goes_with_the_last_snapshot_that_has_its_document(tmp_path: Path) -> None:
    gone, content = with_file(b"exempel")
    commit(tmp_path, [gone], originals={gone.document.id: content})
    remove(tmp_path, lambda row: True, keep=2)
    kept = snapshots.original_of(tmp_path, gone.document.checksum)
    assert kept.exists()
    for year in (2021, 2022):
        commit(tmp_path, [Build(year=year).report()], keep=2)
    assert not kept.exists()


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commits, "WAIT", 0.05)
    with FileLock(tmp_path / "writer.lock"), pytest.raises(StoreError, match="annan inläsning"):
        commit(tmp_path, [Build().report()])
    assert commit(tmp_path, [Build().report()]).added


def test_readers_take_no_lock(tmp_path: Path) -> None:
    commit(tmp_path, [Build().report()])
    with FileLock(tmp_path / "writer.lock"):
        assert Store(tmp_path).ask("documents").num_rows == 1


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("inte en mapp")
    with pytest.raises(StoreError, match="går inte att skriva"):
        commit(tmp_path / "fil" / "store", [Build().report()])


@pytest.mark.parametrize("damage", ["truncate", "delete", "swap"])
def test_a_damaged_snapshot_is_refused_when_opened(tmp_path: Path, damage: str) -> None:
    made = commit(tmp_path, [Build().area("1.3").report()]).snapshot
    assert made is not None
    file = snapshots.file_of(tmp_path, made, "goals")
    if damage == "truncate":
        file.write_bytes(file.read_bytes()[:100])
    elif damage == "delete":
        file.unlink()
    else:
        file.write_bytes(snapshots.file_of(tmp_path, made, "texts").read_bytes())
    with pytest.raises(StoreError):
        Store(tmp_path).ask("documents")


def test_a_stray_file_among_the_snapshots_harms_nothing(tmp_path: Path) -> None:
    commit(tmp_path, [Build().report()])
    (tmp_path / "snapshots" / "anteckning.txt").write_text("egen")
    for year in range(2020, 2024):
        assert commit(tmp_path, [Build(year=year).report()], keep=2).added
    assert (tmp_path / "snapshots" / "anteckning.txt").exists()
    assert len(snapshots.history(tmp_path)) == 2


def test_what_a_killed_writer_left_is_ignored_and_swept(tmp_path: Path) -> None:
    commit(tmp_path, [Build().report()])
    left = tmp_path / "snapshots" / "000002-deadbeef"
    left.mkdir()
    (left / "documents.parquet").write_bytes(b"PAR1 half a file")
    (tmp_path / "current.new").write_text("000002-dead")
    assert Store(tmp_path).ask("documents").num_rows == 1
    commit(tmp_path, [Build(year=2024).report()])
    assert Store(tmp_path).ask("documents").num_rows == 2
    assert not left.exists()
    assert not (tmp_path / "current.new").exists()
