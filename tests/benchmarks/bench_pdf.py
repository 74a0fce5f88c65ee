"""What reading a PDF costs beside pdfplumber's and camelot's bare table extraction, on reports of our own.

Camelot is no part of the lock: it draws OpenCV in with it. MALTAVLAN_CAMELOT names a Python that has it, which then
measures itself; MALTAVLAN_CAMELOT="" leaves it out.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pypdfium2

from dashboard.importing.sandbox import Pool
from dashboard.settings import ROOT, Settings
from tests.generator import GOLDEN
from tests.generator.facts import from_json
from tests.generator.pdf import write
from tests.generator.pdf_look import Look

_REPORT = "vb-2025-ekonomiskt-bistand"
_PAGES, _LONG = 50, 60
_MANY = 4
_LEAST_ROWS = 60
_CAMELOT_PAGES = range(21, 29)  # of the middle, where tables are: it takes seconds for each
_MEASURED = """
import resource, sys, time
{imported}
began = time.process_time()
{done}
print(time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
_OURS = _MEASURED.format(
    imported="""
from pathlib import Path
from dashboard.catalogue import load
from dashboard.importing.pipeline import read
from dashboard.settings import Settings
known = load(Settings().catalogue)
""",
    done="read(Path(sys.argv[1]), known)",
)
_PDFPLUMBER = _MEASURED.format(
    imported="import pdfplumber",
    done="with pdfplumber.open(sys.argv[1]) as document:\n    [page.extract_tables() for page in document.pages]",
)
_CAMELOT = _MEASURED.format(
    imported="import camelot",
    done=f"camelot.read_pdf(sys.argv[1], pages='{_CAMELOT_PAGES[0]}-{_CAMELOT_PAGES[-1]}', flavor=sys.argv[2])",
)


@dataclass(frozen=True, slots=True)
class _Cost:
    """What reading took: seconds of processor time a page, and the process's peak memory in MB."""

    page: float
    megabytes: float


def main() -> None:
    looks = {"ruled": Look(icons="jpeg"), "unruled": Look(icons="png", rules="none")}
    print(f"{'':26}{'ms a page':>10}{'MB':>6}   ours against it")
    with tempfile.TemporaryDirectory() as found:
        for told, look in looks.items():
            path = Path(found) / f"{told}.pdf"
            pages = _printed(path, look)
            ours = _cost(sys.executable, _OURS, pages, str(path))
            _tell(f"{told}, {pages} pages: ours", ours, ours)
            _tell("  pdfplumber, bare tables", _cost(sys.executable, _PDFPLUMBER, pages, str(path)), ours)
            python = os.environ.get("MALTAVLAN_CAMELOT", "")
            flavor = "lattice" if look.rules == "grid" else "stream"
            if python:
                _tell(f"  camelot, {flavor}", _cost(python, _CAMELOT, len(_CAMELOT_PAGES), str(path), flavor), ours)
        _whole_way(Path(found))


def _cost(python: str, code: str, pages: int, *words: str) -> _Cost:
    """What the code took, in a process of its own: processor time, which a busy machine does not change much."""
    told = subprocess.run([python, "-c", code, *words], capture_output=True, text=True, check=True, cwd=ROOT)
    seconds, kilobytes = map(float, told.stdout.split()[-2:])
    return _Cost(seconds / pages, kilobytes / 1024)


def _tell(told: str, cost: _Cost, ours: _Cost) -> None:
    print(f"{told:26}{cost.page * 1000:10.0f}{cost.megabytes:6.0f}   {ours.page / cost.page:.3f} x")


def _whole_way(folder: Path) -> None:
    """Reads a long report, and many of them, as an import does: each in a process of its own."""
    paths = [folder / f"{number}.pdf" for number in range(_MANY)]
    pages = _printed(paths[0], Look(icons="jpeg"), _LONG, times=5)
    for path in paths[1:]:
        path.write_bytes(paths[0].read_bytes() + b"\n%" + path.stem.encode())
    one = _timed(partial(_import, paths[:1], 1), rounds=1)
    print(f"{pages} pages, a process of its own and all: {one:.2f} s")
    serial, side_by_side = _timed(partial(_import, paths, 1), rounds=1), _timed(partial(_import, paths, 2), rounds=1)
    print(f"{_MANY} such files one by one and two at once: {serial:.1f} and {side_by_side:.1f} s")


def _import(paths: list[Path], workers: int) -> None:
    with Pool(replace(Settings(), workers=workers, reader_seconds=60)) as pool:
        jobs = [pool.submit(path) for path in paths]
        told = [len(job.result().report.outcomes) for job in jobs]
    if min(told) < _LEAST_ROWS:
        raise RuntimeError(f"a report has {min(told)} indicators")


def _printed(path: Path, look: Look, least: int = _PAGES, times: int = 1) -> int:
    """Writes the report, its goals so many times, with so much prose that it fills the pages."""
    facts = json.loads((GOLDEN / f"{_REPORT}.json").read_text(encoding="utf-8"))
    for table in ("indicators", "activities"):
        facts[table] = [row for number in range(times) for row in _again(facts[table], number)]
    paragraphs = facts["prose"]["opening"][0]["paragraphs"]
    plain = list(paragraphs)
    while True:
        path.write_bytes(write(from_json(facts), look))
        with pypdfium2.PdfDocument(path) as document:
            pages = len(document)
        if pages >= least:
            return pages
        paragraphs += plain * max(1, (least - pages) * 8 // len(plain))


def _again(rows: list[dict[str, Any]], number: int) -> list[dict[str, Any]]:
    """The rows once more, under names of their own."""
    return [
        row | {key: f"{row[key]} del {number}" for key in ("name", "name_raw", "title") if number and row.get(key)}
        for row in rows
    ]


def _timed(act: Callable[[], object], rounds: int = 3) -> float:
    seen = []
    for _ in range(rounds):
        began = perf_counter()
        act()
        seen.append(perf_counter() - began)
    return median(seen)


if __name__ == "__main__":
    main()
