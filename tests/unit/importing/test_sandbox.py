"""Reading in processes of their own, from the outside: what a reader may do, and what is left when it is over."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboard.errors import UnreadableDocument
from dashboard.importing import process
from dashboard.importing.sandbox import CancelledError, Job, Pool, Progress, State
from dashboard.settings import Settings
from tests.conftest import ROOT
from tests.documents.printed import tabbed

REPORT = tabbed("Analys\n\nFärgen är röd.\n")
POSIX = os.name == "posix"
only_posix = pytest.mark.skipif(not POSIX, reason="Windows limits time only")


@pytest.fixture(autouse=True)
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files, which every test must leave empty; readers here do as their file says."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(process, "WORKER", "tests.unit.importing.misbehaving")
    yield folder
    assert list(folder.iterdir()) == []


def settings_of(**more: int) -> Settings:
    return Settings(**{"reader_seconds": 2, "reader_megabytes": 300, "workers": 1} | more)  # type: ignore[arg-type]


def doing(folder: Path, deed: str, name: str = "fil") -> Path:
    path = folder / name
    path.write_text(f"{deed}\n{REPORT}", encoding="utf-8")
    return path


def refusal(path: Path, settings: Settings | None = None) -> UnreadableDocument:
    with Pool(settings or settings_of()) as pool, pytest.raises(UnreadableDocument) as raised:
        pool.submit(path).result()
    assert gone(path)
    return raised.value


def pid_of(path: Path) -> int:
    until(lambda: path.with_suffix(".pid").exists() and path.with_suffix(".pid").read_text() != "")
    return int(path.with_suffix(".pid").read_text())


def gone(path: Path) -> bool:
    """Whether the process that read the file is gone, and no zombie either."""
    if not POSIX:
        return True
    try:
        os.kill(pid_of(path), 0)
    except ProcessLookupError:
        return True
    return False


def until(holds: Callable[[], bool]) -> None:
    """Waits; gives up only where nothing will come any more."""
    for _ in range(6000):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("it never came")


def test_a_report_comes_back_whole(tmp_path: Path) -> None:
    path = doing(tmp_path, "nothing")
    with Pool(settings_of()) as pool:
        job = pool.submit(path, board="Vår nämnd", sample=True)
        reading = job.result()
    assert (job.state, job.error) == (State.DONE, None)
    assert reading.report.document.sample
    assert [goal.title for goal in reading.report.goals][1] == "Leken är nära"
    assert all(isinstance(count, int) for count in reading.counts.values())
    assert gone(path)


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        pytest.param("spin", "tog för lång tid", marks=only_posix),
        ("sleep", "tog för lång tid"),
        pytest.param("grow", "mer minne", marks=only_posix),
        ("recurse", "går inte att läsa"),
        ("abort", "går inte att läsa"),
        ("killed", "går inte att läsa"),
        ("leave", "går inte att läsa"),
        ("fault", "går inte att läsa"),
        ("nonsense", "går inte att läsa"),
        ("no report", "går inte att läsa"),
        ("half a report", "går inte att läsa"),
        ("not a number", "går inte att läsa"),
        ("deep", "går inte att läsa"),
        ("pages backwards", "går inte att läsa"),
        ("pages of another kind", "går inte att läsa"),
        ("flood", "går inte att läsa"),
        pytest.param("large file", "går inte att läsa", marks=only_posix),
    ],
)
def test_whatever_a_file_does_to_its_reader_is_one_sentence(tmp_path: Path, deed: str, words: str) -> None:
    error = refusal(doing(tmp_path, deed))
    assert words in error.message
    assert "fil" in error.message
    assert error.message.endswith(".")
    assert error.remedy.endswith(".")


def test_what_a_reader_refuses_is_told_as_it_says_it(tmp_path: Path) -> None:
    path = tmp_path / "fil"
    path.write_text("nothing\nRecept på våfflor", encoding="utf-8")
    assert "ser inte ut som en rapport" in refusal(path).message


@only_posix
def test_a_reader_that_waits_for_a_busy_machine_is_not_ended_by_the_clock(tmp_path: Path) -> None:
    with Pool(settings_of(reader_seconds=1)) as pool:
        assert pool.submit(doing(tmp_path, "wait")).result().report.goals


def test_what_libraries_print_disturbs_nothing(tmp_path: Path) -> None:
    with Pool(settings_of()) as pool:
        assert pool.submit(doing(tmp_path, "chatter")).result().report.goals


def test_the_pages_can_be_followed_and_the_reading_stopped(tmp_path: Path) -> None:
    path = doing(tmp_path, "pages")
    with Pool(settings_of(reader_seconds=60)) as pool:
        job = pool.submit(path)
        until(lambda: job.progress == Progress(2, 3))
        assert job.state is State.READING
        job.cancel()
        assert (job.state, job.wait(0)) == (State.CANCELLED, True)
        assert gone(path)
        with pytest.raises(CancelledError, match="avbröts"):
            job.result()


def test_a_stopped_reading_leaves_no_file(tmp_path: Path) -> None:
    with Pool(settings_of(reader_seconds=60)) as pool:
        job = pool.submit(path := doing(tmp_path, "litter"))
        pid_of(path)
        job.cancel()
    assert gone(path)


def test_a_queued_file_that_is_stopped_is_never_read(tmp_path: Path) -> None:
    with Pool(settings_of(reader_seconds=60)) as pool:
        first = pool.submit(doing(tmp_path, "sleep", "a"))
        second = pool.submit(path := doing(tmp_path, "nothing", "b"))
        third = pool.submit(doing(tmp_path, "nothing", "c"))
        until(lambda: first.state is State.READING)
        assert second.state is State.QUEUED
        second.cancel()
        first.cancel()
        assert third.result().report.goals
    assert not path.with_suffix(".pid").exists()


def test_a_finished_job_cannot_be_stopped(tmp_path: Path) -> None:
    with Pool(settings_of()) as pool:
        job = pool.submit(doing(tmp_path, "nothing"))
        job.result()
        job.cancel()
    assert job.state is State.DONE


def test_closing_the_pool_stops_everything(tmp_path: Path) -> None:
    with Pool(settings_of(reader_seconds=60)) as pool:
        jobs = [pool.submit(doing(tmp_path, "sleep", name)) for name in "abc"]
        pid_of(tmp_path / "a")
    assert {job.state for job in jobs} == {State.CANCELLED}
    assert gone(tmp_path / "a")
    with pytest.raises(RuntimeError):
        pool.submit(tmp_path / "a")


def test_a_result_can_be_waited_for_a_while(tmp_path: Path) -> None:
    with Pool(settings_of(reader_seconds=60)) as pool:
        job = pool.submit(doing(tmp_path, "sleep"))
        assert not job.wait(0.01)
        with pytest.raises(TimeoutError):
            job.result(0.01)


def test_so_many_files_as_there_are_workers_are_read_at_once(tmp_path: Path) -> None:
    with Pool(settings_of(workers=2, reader_seconds=60)) as pool:
        jobs = [pool.submit(doing(tmp_path, "meet", name)) for name in "ab"]
        assert all(job.result().report.goals for job in jobs)


def test_a_failed_file_keeps_the_next_one_from_nothing(tmp_path: Path) -> None:
    with Pool(settings_of()) as pool:
        deeds = ("abort", "nothing", "fault", "nothing")
        jobs = [pool.submit(doing(tmp_path, deed, str(number))) for number, deed in enumerate(deeds)]
        assert [state_of(job) for job in jobs] == [State.FAILED, State.DONE, State.FAILED, State.DONE]


def state_of(job: Job) -> State:
    job.wait()
    return job.state


@pytest.mark.parametrize(("own", "processes"), [(False, 3), (True, 1)])
def test_only_own_files_share_a_process(tmp_path: Path, own: bool, processes: int) -> None:
    paths = [doing(tmp_path, "nothing", name) for name in "abc"]
    with Pool(settings_of(), own=own) as pool:
        for job in [pool.submit(path) for path in paths]:
            job.result()
    assert len({pid_of(path) for path in paths}) == processes
    assert all(gone(path) for path in paths)


def test_a_reader_is_told_no_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALTAVLAN_IMPORT_PASSWORD", "hemligt")
    path = doing(tmp_path, "environment")
    with Pool(settings_of()) as pool:
        pool.submit(path).result()
    assert "MALTAVLAN" not in path.with_suffix(".environment").read_text()


def test_a_reader_reaches_no_network_starts_no_program_and_writes_in_its_own_folder_alone(tmp_path: Path) -> None:
    path = doing(tmp_path, "try everything")
    refusal(path)
    told = dict(line.split(": ") for line in path.with_suffix(".told").read_text().splitlines())
    assert told.pop("write inside") == "done"
    assert len(told) == 10
    assert set(told.values()) == {"refused"}
    assert path.exists()
    assert not path.with_suffix(".outside").exists()


def test_a_reader_that_does_not_start_is_no_fault_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(process, "WORKER", "tests.unit.importing.finns_inte")
    with Pool(settings_of()) as pool, pytest.raises(process.ReaderMissingError, match="kan inte startas"):
        pool.submit(doing(tmp_path, "nothing")).result()
    assert "finns_inte" in caplog.text


@only_posix
def test_a_reader_whose_asker_is_killed_goes_too(tmp_path: Path, temp: Path) -> None:
    path = doing(tmp_path, "spin")
    script = f"""
from pathlib import Path
from dashboard.importing import process
from dashboard.importing.sandbox import Pool
from dashboard.settings import Settings
process.WORKER = "tests.unit.importing.misbehaving"
Pool(Settings(reader_seconds=600)).submit(Path({str(path)!r})).result()
"""
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, env=environment) as asker:
        pid_of(path)
        asker.kill()
    until(lambda: over(pid_of(path)))


def over(pid: int) -> bool:
    """Gone, or dead and waiting for an init that may not reap it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True
