"""An extra run over real reports, where they lie beside the repository: never needed, and right where it is made."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.catalogue import load
from dashboard.importing import contract, pipeline
from dashboard.settings import ROOT, Settings

SHARED = ROOT.parent / "shared"
REPORTS = sorted((SHARED / "reports").glob("*.txt"))
LABELLED = [path for path in REPORTS if (SHARED / "labels" / f"{path.stem}.json").exists()]


@pytest.mark.parametrize("report", LABELLED, ids=lambda path: path.stem)
def test_every_labelled_fact_is_read_and_nothing_is_invented(report: Path, tmp_path: Path) -> None:
    extracted = tmp_path / "extracted.json"
    read = pipeline.read(report, load(Settings().catalogue))
    extracted.write_text(json.dumps(contract.as_json(read)), encoding="utf-8")
    scorer = SHARED / "tools" / "score_extraction.py"
    labels = SHARED / "labels" / f"{report.stem}.json"
    done = subprocess.run(
        [sys.executable, str(scorer), str(labels), str(extracted), "--verbose"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_real_report_leaves_no_row_unplaced(report: Path) -> None:
    read, counts = pipeline.read_counted(report, load(Settings().catalogue))
    rows = sum(counts[kind] for kind in counts if kind.endswith("rader") and kind != "tabellrader")
    assert rows + counts["oplacerade rader"] >= counts["tabellrader"]
    assert [doubt for doubt in read.doubts if doubt.severity == "fel"] == []
