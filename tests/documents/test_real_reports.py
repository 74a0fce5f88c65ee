"""An extra run over real reports, where they lie beside the repository: never needed, and right where it is made."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.catalogue import load
from dashboard.importing import contract, markup, pipeline, readers
from dashboard.importing.document import Paragraph
from dashboard.importing.vocabulary import status_line
from dashboard.settings import ROOT, Settings
from dashboard.swedish import fold

SHARED = ROOT.parent / "shared"
REPORTS = sorted((SHARED / "reports").glob("*.txt"))
EVERY_FORM = sorted(path for path in (SHARED / "reports").glob("*") if path.suffix in {".txt", ".pdf", ".docx"})
LABELLED = [path for path in EVERY_FORM if (SHARED / "labels" / f"{path.stem}.json").exists()]


@pytest.mark.parametrize("report", LABELLED, ids=lambda path: path.name)
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


@pytest.mark.parametrize("report", EVERY_FORM, ids=lambda path: path.name)
def test_every_paragraph_is_kept_and_neither_page_headers_nor_contents_are(report: Path) -> None:
    neutral = readers.read(readers.load(report), report.name)
    texts = pipeline.read(report, load(Settings().catalogue)).texts
    kept = "|".join(fold(f"{text.heading}{text.body}") for text in texts)
    printed = [part for block in neutral.body if isinstance(block, Paragraph) for part in markup.paragraphs(block.text)]
    assert [part for part in printed if not status_line(part) and fold(part) not in kept] == []
    lines = [line for text in texts for line in text.body.split("\n")]
    assert {" ".join(line.split()) for line in lines} & {
        " ".join(footer.split()) for footer in neutral.footers
    } == set()
    assert [line for line in lines if "....." in line] == []
