"""An extra run over PDF reports that lie beside the repository: never needed, and right where it is made."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.catalogue import load
from dashboard.importing import contract, pipeline
from dashboard.settings import ROOT, Settings

SHARED = ROOT.parent / "shared"
REPORTS = sorted((SHARED / "reports").glob("*.pdf"))
LABELLED = [path for path in REPORTS if (SHARED / "labels" / f"{path.stem}.json").exists()]


@pytest.mark.parametrize("report", LABELLED, ids=lambda path: path.stem)
def test_every_labelled_fact_is_read_and_nothing_is_invented(report: Path, tmp_path: Path) -> None:
    extracted = tmp_path / "extracted.json"
    extracted.write_text(
        json.dumps(contract.as_json(pipeline.read(report, load(Settings().catalogue)))), encoding="utf-8"
    )
    scorer, labels = SHARED / "tools" / "score_extraction.py", SHARED / "labels" / f"{report.stem}.json"
    done = subprocess.run(
        [sys.executable, str(scorer), str(labels), str(extracted), "--verbose"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
