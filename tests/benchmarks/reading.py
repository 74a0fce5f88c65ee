"""How much of reports as PDF is read right, in all looks that we could think of, run by hand.

    python -m tests.benchmarks.reading [--files 160] [--seed 1] [--family none] [--told 5]

Facts and looks are drawn by chance, printed as PDF, read, and compared fact by fact. A fact that is wrong counts as
doubted where a doubt names its row; a silent wrong one is what must not be. Each family of looks has its line.
"""

import argparse
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from random import Random

from dashboard.catalogue import Catalogue, load
from dashboard.importing.pipeline import read
from dashboard.settings import Settings
from tests.benchmarks.scoring import Score, score
from tests.generator import chance
from tests.generator.facts import from_json
from tests.generator.pdf import write


def main() -> None:
    """Prints the score of each family, and with --told each fault."""
    asked = _asked()
    numbers = range(asked.files) if asked.only is None else [asked.only]
    wanted = [number for number in numbers if asked.family in (None, _family(number))]
    scores: dict[str, Score] = {}
    failing: Counter[str] = Counter()
    with ProcessPoolExecutor(asked.processes) as pool:
        for number, found in zip(wanted, pool.map(partial(one_file, asked.seed), wanted), strict=True):
            family = _family(number)
            scores.setdefault(family, Score()).add(found)
            failing[family] += bool(found.told)
            if found.told and asked.told:
                print(described(asked.seed, number), *found.told[: asked.told], sep="\n   ")
    whole = Score()
    for family, found in scores.items():
        whole.add(found)
        print(f"{family:9}{failing[family]:3} files with faults: {found.words()}")
    print(f"{'all':9}{sum(failing.values()):3} of {len(wanted)} files with faults: {whole.words()}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=160)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--family", choices=chance.FAMILIES)
    parser.add_argument("--only", type=int, help="the file with this number alone")
    parser.add_argument("--told", type=int, default=0, help="how many faults to tell of each file")
    parser.add_argument("--processes", type=int, default=2)
    return parser.parse_args()


def _family(number: int) -> str:
    return chance.FAMILIES[number % len(chance.FAMILIES)]


@cache
def _catalogue() -> Catalogue:
    return load(Settings().catalogue)


def one_file(seed: int, number: int) -> Score:
    """The score of the file with this number."""
    facts, look = chance.report(Random(f"{seed}-{number}"), _family(number))  # noqa: S311 - looks, no secrets
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rapport.pdf"
        path.write_bytes(write(from_json(facts), look))
        return score(facts, read(path, _catalogue()), icons=True)


def described(seed: int, number: int) -> str:
    """The file's facts and look in words."""
    facts, look = chance.report(Random(f"{seed}-{number}"), _family(number))  # noqa: S311 - looks, no secrets
    return f"{number} {facts['document']['kind']} {len(facts['indicators'])} indicators {look}"


if __name__ == "__main__":
    main()
