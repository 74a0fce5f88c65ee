"""What reading a PDF costs beside pdfplumber's and camelot's bare table extraction, on reports of our own.

Camelot is no part of the lock: it draws OpenCV in with it. MALTAVLAN_CAMELOT names a Python that has it, which then
measures itself; MALTAVLAN_CAMELOT="" leaves it out.
"""

import json
import os
import resource
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pdfplumber
import pypdfium2

from dashboard.catalogue import load
from dashboard.importing.pipeline import read
from dashboard.importing.sandbox import Pool
from dashboard.settings import Settings
from tests.generator import GOLDEN
from tests.generator.facts import from_json
from tests.generator.pdf import write
from tests.generator.pdf_look import Look

_REPORT = "vb-2025-ekonomiskt-bistand"
_PAGES, _LONG = 50, 60
_MANY = 12
_LEAST_ROWS = 60
_CAMELOT = """
import sys, time, camelot
began = time.perf_counter()
camelot.read_pdf(sys.argv[1], pages="all", flavor=sys.argv[2])
print(time.perf_counter() - began)
"""


def main() -> None:
    catalogue = load(Settings().catalogue)
    looks = {"ruled": Look(icons="jpeg"), "unruled": Look(icons="png", rules="none")}
    with tempfile.TemporaryDirectory() as found:
        paths = {told: Path(found) / f"{told}.pdf" for told in looks}
        pages = {told: _printed(paths[told], look) for told, look in looks.items()}
        ours = {told: _timed(partial(read, path, catalogue)) for told, path in paths.items()}
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"peak memory of the whole process after our reading: {peak} MB")
        for told, path in paths.items():
            bare = _timed(partial(_tables, path))
            each = f"{ours[told] / pages[told] * 1000:.0f} and {bare / pages[told] * 1000:.0f} ms a page"
            print(f"{told}, {pages[told]} pages: {ours[told] / bare:.2f} x pdfplumber's bare tables  ({each})")
            other = _camelot(path, "lattice" if looks[told].rules == "grid" else "stream")
            if other:
                print(f"{told}: {ours[told] / other:.3f} x camelot  ({other / pages[told] * 1000:.0f} ms a page)")
        _whole_way(Path(found))


def _whole_way(folder: Path) -> None:
    """Reads a long report, and many of them, as an import does: each in a process of its own."""
    paths = [folder / f"{number}.pdf" for number in range(_MANY)]
    pages = _printed(paths[0], Look(icons="jpeg"), _LONG, times=5)
    for path in paths[1:]:
        path.write_bytes(paths[0].read_bytes() + b"\n%" + path.stem.encode())
    one = _timed(partial(_import, paths[:1], 1))
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


def _tables(path: Path) -> None:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()


def _camelot(path: Path, flavor: str) -> float:
    """The seconds that camelot takes, by its own clock; 0 where there is none."""
    python = os.environ.get("MALTAVLAN_CAMELOT", "")
    if not python:
        return 0.0
    told = subprocess.run([python, "-c", _CAMELOT, str(path), flavor], capture_output=True, text=True, check=True)
    return float(told.stdout.split()[-1])


def _timed(act: Callable[[], object], rounds: int = 3) -> float:
    seen = []
    for _ in range(rounds):
        began = perf_counter()
        act()
        seen.append(perf_counter() - began)
    return median(seen)


if __name__ == "__main__":
    main()
