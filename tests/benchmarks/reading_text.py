"""How much of the reports is read from text that poppler's `pdftotext` makes of PDFs in many looks, run by hand.

    python -m tests.benchmarks.reading_text [--looks 40] [--seed 1] [--told] [--keep FOLDER] [FOLDER …]

Our own generator prints the samples' facts as PDFs in random looks; a FOLDER holds others, each with its facts in a
.json of the same name. Each is read in three forms: `-layout` keeps positions, `plain` and `-raw` lose them.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.catalogue import load as load_catalogue
from dashboard.errors import UnreadableDocument
from dashboard.importing.pipeline import read
from dashboard.settings import Settings
from tests.benchmarks.scoring import Score, refused, score
from tests.generator import GOLDEN
from tests.generator.facts import from_json
from tests.generator.pdf import write
from tests.generator.pdf_look import Look

FORMS = {"layout": ("-layout",), "plain": (), "raw": ("-raw",)}


def main(words: list[str]) -> int:
    asked = _asked(words)
    if not shutil.which("pdftotext"):
        print("pdftotext is missing: install poppler-utils and run again. Nothing was measured.")
        return 1
    with tempfile.TemporaryDirectory() as found:
        kept = asked.keep or Path(found)
        _print_looks(kept / "looks", asked.looks, asked.seed)
        folders = ([kept / "looks"] if asked.looks else []) + asked.folders
        with ProcessPoolExecutor(2) as pool:
            for folder in folders:
                for form in FORMS:
                    texts = list(_texts(folder, form, kept))
                    _tell(f"{folder.name} {form}", texts, list(pool.map(_scored, texts)), told=asked.told)
    return 0


def _asked(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--looks", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--told", action="store_true", help="tell each fact that is not right")
    parser.add_argument("--keep", type=Path, help="keep PDFs and texts here")
    parser.add_argument("folders", nargs="*", type=Path)
    return parser.parse_args(words)


def _print_looks(folder: Path, count: int, seed: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, facts in enumerate(islice(cycle(sorted(GOLDEN.glob("*.json"))), count)):
        look = random_look(random.Random(f"{seed}-{number}"))  # noqa: S311 - looks, no secrets
        path = folder / f"{number:02}-{facts.stem}.pdf"
        path.write_bytes(write(from_json(json.loads(facts.read_text(encoding="utf-8"))), look))
        shutil.copy(facts, path.with_suffix(".json"))


def random_look(chance: random.Random) -> Look:
    """One of the looks that reports as PDF have."""
    return Look(
        font=chance.choice(("Helvetica", "Times", "Vera", "Courier")),
        rules=chance.choice(("grid", "none", "rows", "uprights", "header", "shade")),
        icons=chance.choice(("vector", "circles", "jpeg", "png", "character", "sign")),
        headings=chance.choice(("bold", "large", "slanted")), analysis=chance.choice(("row", "row", "colon", "box")),
        place=chance.choice(("top", "top", "middle", "bottom")),
        numbers=chance.choice(("left", "left", "right", "centre")),
        contents=chance.choice(("dots", "plain", "none")), furniture=chance.choice(("above", "below", "both", "none")),
        size=chance.choice((10, 10.5, 11, 12)), small=chance.choice((7, 7.5, 8, 8.5, 9)),
        lead=chance.choice((1.1, 1.2, 1.3)), pad=chance.choice((2, 3, 5)), margin=chance.choice((45, 65)),
        depth=chance.choice((842, 842, 600)), narrow=chance.random() < 0.3, turned=chance.random() < 0.3,
        repeat=chance.random() < 0.6, split=chance.random() < 0.4, lead_column=chance.random() < 0.6,
        merged=chance.random() < 0.4, landscape=chance.random() < 0.2, shaded_header=chance.random() < 0.6,
    )  # fmt: skip


def _texts(folder: Path, form: str, kept: Path) -> Iterator[Path]:
    """The folder's PDFs as text in this form, each beside its facts."""
    for pdf in sorted(folder.glob("*.pdf")):
        text = kept / f"{folder.name}-{form}" / f"{pdf.stem}.txt"
        text.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["pdftotext", *FORMS[form], str(pdf), str(text)], check=True, capture_output=True)
        shutil.copy(pdf.with_suffix(".json"), text.with_suffix(".json"))
        yield text


@cache
def _catalogue() -> Catalogue:
    return load_catalogue(Settings().catalogue)


def _scored(text: Path) -> Score:
    facts: dict[str, Any] = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
    try:
        return score(facts, read(text, _catalogue()))
    except UnreadableDocument as fault:
        found = refused(facts)
        found.told.append(f"refused: {fault}")
        return found


def _tell(what: str, texts: list[Path], scores: list[Score], *, told: bool) -> None:
    whole = Score()
    for text, one in zip(texts, scores, strict=True):
        whole.add(one)
        if told and one.told:
            print(f"* {text}: {one.words()}")
            print("".join(f"    {line}\n" for line in one.told[:12]), end="")
    print(f"{what}, {len(texts)} files: {whole.words()}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
