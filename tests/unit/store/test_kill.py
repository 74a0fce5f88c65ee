"""A commit that is killed at any step leaves the old or the new snapshot, whole, and the next commit cleans up."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dashboard.model import Report
from dashboard.store import snapshots
from dashboard.store.commits import commit, remove
from dashboard.store.database import Store
from tests.builders import Build
from tests.conftest import ROOT
from tests.unit.store.killing import kill_at, lines_of

# A file whose `with` was cut before it began is closed by the garbage collector, with a warning.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def report_of(year: int, mark: str = "", sample: bool = False) -> tuple[Report, bytes]:
    """A report with two rows, and the content of its file."""
    content = f"{year} {mark}".encode()
    checksum = sha256(content).hexdigest()
    build = Build(year=year, sample=sample).area("1.3").row("Andel nöjda", "80 %").row("Antal böcker", "7 st")
    report = build.report()
    return replace(report, document=replace(report.document, id=checksum[:16], checksum=checksum)), content


def add(folder: Path, year: int, mark: str = "", sample: bool = False) -> None:
    report, content = report_of(year, mark, sample)
    commit(folder, [report], originals={report.document.id: content}, keep=3)


def stored(folder: Path) -> set[str]:
    """The ids of the stored documents, each seen to have its rows and its file; the history is seen to be whole."""
    for known in snapshots.history(folder):
        snapshots.opened(folder, known.id)
    store = Store(folder)
    documents = store.ask("documents").to_pylist()
    for document in documents:
        assert store.ask("document_outcomes", document=document["id"]).num_rows == document["outcome_count"] == 2
        assert (
            sha256(snapshots.original_of(folder, document["checksum"]).read_bytes())
            .hexdigest()
            .startswith(document["id"])
        )
    return {document["id"] for document in documents}


def swept(folder: Path) -> bool:
    """Nothing lies in the store but what the history knows."""
    kept = {snapshot.id for snapshot in snapshots.history(folder)}
    return kept == {found.name for found in (folder / "snapshots").iterdir()} and not list(folder.rglob("*.new"))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("before")
    for year in (2022, 2023, 2024):
        add(folder, year)
    return folder


OLD = {report_of(year)[0].document.id for year in (2022, 2023, 2024)}
NEW = OLD | {report_of(2025)[0].document.id}
LESS = OLD - {report_of(2023)[0].document.id}
CHANGES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "add": (lambda folder: add(folder, 2025), NEW),
    "remove": (lambda folder: remove(folder, lambda row: row["year"] == 2023, keep=3), LESS),
}


@pytest.mark.parametrize("change", CHANGES)
@settings(max_examples=20)
@given(data=st.data())
def test_an_exception_at_any_line_leaves_old_or_new(before: Path, change: str, data: st.DataObject) -> None:
    act, after = CHANGES[change]
    folder = Path(mkdtemp(dir=before.parent))
    shutil.copytree(before, folder / "whole")
    total = lines_of(lambda: act(folder / "whole"))
    shutil.copytree(before, folder / "cut")
    assert kill_at(data.draw(st.integers(1, total)), lambda: act(folder / "cut"))
    assert stored(folder / "cut") in (OLD, after)
    act(folder / "cut")
    add(folder / "cut", 2026)
    assert stored(folder / "cut") == after | {report_of(2026)[0].document.id}
    assert swept(folder / "cut")
    shutil.rmtree(folder)


KILLER = """
import os, shutil, sys
from pathlib import Path
from tests.unit.store.killing import exit_at, lines_of
from tests.unit.store.test_kill import add
before, folder, kills = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
shutil.copytree(before, folder / "whole")
total = lines_of(lambda: add(folder / "whole", 2025))
for step in range(1, total + 1, max(1, total // kills)):
    shutil.copytree(before, folder / str(step))
    if not (child := os.fork()):
        exit_at(step, lambda: add(folder / str(step), 2025))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9, step
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork; the exceptions above stand for it")
def test_a_killed_process_leaves_old_or_new(before: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLER, before, tmp_path, "25"], cwd=ROOT, check=True, timeout=120)
    seen = {frozenset(stored(folder)) for folder in tmp_path.iterdir()}
    assert seen == {frozenset(OLD), frozenset(NEW)}
    for folder in tmp_path.iterdir():
        add(folder, 2026)
        assert swept(folder)


class Life(RuleBasedStateMachine):
    """A store under imports, reimports, corrections, removals and kills knows the same documents as a plain set."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.known: dict[str, tuple[int, str, bool]] = {}
        self.marks = count()

    @initialize()
    def begin(self) -> None:
        assert stored(self.folder) == set()

    @rule(year=st.integers(2023, 2025), sample=st.booleans())
    def add(self, year: int, sample: bool) -> None:
        told = (year, str(next(self.marks)), sample)
        add(self.folder, *told)
        self.known[report_of(*told)[0].document.id] = told

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def again(self, data: st.DataObject) -> None:
        before = snapshots.current(self.folder)
        add(self.folder, *self.known[data.draw(st.sampled_from(sorted(self.known)))])
        assert snapshots.current(self.folder) == before

    @rule(step=st.integers(1, 300), year=st.integers(2023, 2025))
    def killed(self, step: int, year: int) -> None:
        told = (year, str(next(self.marks)), False)
        kill_at(step, lambda: add(self.folder, *told))
        new = report_of(*told)[0].document.id
        if new in stored(self.folder):
            self.known[new] = told

    @rule()
    def remove_samples(self) -> None:
        remove(self.folder, lambda row: bool(row["sample"]), keep=3)
        self.known = {known: told for known, told in self.known.items() if not told[2]}

    @invariant()
    def same_documents(self) -> None:
        assert stored(self.folder) == set(self.known)

    @invariant()
    def one_report_counts_per_year(self) -> None:
        rows = Store(self.folder).ask("reports").to_pylist()
        assert sorted(row["year"] for row in rows) == sorted({told[0] for told in self.known.values()})

    def teardown(self) -> None:
        shutil.rmtree(self.folder)


Life.TestCase.settings = settings(
    max_examples=8, stateful_step_count=10, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestLife = Life.TestCase
