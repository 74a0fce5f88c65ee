"""What reading a PDF costs beside pdfplumber's bare table extraction, on a report of our own of some fifty pages.

Camelot is no part of the lock: it draws OpenCV in with it. Where it is installed it runs along.
"""

import importlib.util
import json
import resource
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import pdfplumber
import pypdfium2

from dashboard.catalogue import load
from dashboard.importing.pipeline import read
from dashboard.settings import Settings
from tests.generator import GOLDEN
from tests.generator.facts import from_json
from tests.generator.pdf import write
from tests.generator.pdf_look import Look

_REPORT = "vb-2025-ekonomiskt-bistand"
_PAGES = 50


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
            if importlib.util.find_spec("camelot"):
                other = _timed(partial(_camelot, path), rounds=1)
                print(f"{told}: {ours[told] / other:.3f} x camelot  ({other / pages[told] * 1000:.0f} ms a page)")


def _printed(path: Path, look: Look) -> int:
    """Writes the report with so much prose that it fills the pages."""
    facts = json.loads((GOLDEN / f"{_REPORT}.json").read_text(encoding="utf-8"))
    paragraphs = facts["prose"]["opening"][0]["paragraphs"]
    plain = list(paragraphs)
    while True:
        path.write_bytes(write(from_json(facts), look))
        with pypdfium2.PdfDocument(path) as document:
            pages = len(document)
        if pages >= _PAGES:
            return pages
        paragraphs += plain * max(1, (_PAGES - pages) * 8 // len(plain))


def _tables(path: Path) -> None:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()


def _camelot(path: Path) -> None:
    camelot = importlib.import_module("camelot")
    camelot.read_pdf(str(path), pages="all", flavor="lattice")


def _timed(act: Callable[[], object], rounds: int = 3) -> float:
    seen = []
    for _ in range(rounds):
        began = perf_counter()
        act()
        seen.append(perf_counter() - began)
    return median(seen)


if __name__ == "__main__":
    main()
