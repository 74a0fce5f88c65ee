"""What a search costs as the texts grow, and a rare word beside a common one: ratios, seconds are the machine's."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from dashboard.catalogue import Catalogue
from dashboard.model import Place, Report, Selection, Text, TextOf
from dashboard.store.answers import Answers
from dashboard.store.commits import commit
from dashboard.store.database import Store
from dashboard.views.search import search
from tests.benchmarks.bench_store import compare
from tests.builders import Build

TEXTS, YEARS = 60, (2022, 2023, 2024, 2025)
NOTHING = Catalogue({}, {}, {}, {})


def main() -> None:
    with tempfile.TemporaryDirectory() as found, patch.object(Answers, "get", return_value=None):  # nothing is kept
        folder = Path(found)
        small, large = _filled(folder / "small", units=40), _filled(folder / "large", units=400)
        compare("a rare word, 10x the texts", _asking(small, "giraff"), _asking(large, "giraff"), rounds=9)
        compare("a common word, 10x the texts", _asking(small, "arbetet"), _asking(large, "arbetet"), rounds=9)
        compare("a rare word instead of a common one", _asking(large, "arbetet"), _asking(large, "giraff"), rounds=9)


def _filled(folder: Path, units: int) -> Store:
    commit(folder, [_report(number, year) for number in range(units) for year in YEARS])
    return Store(folder)


def _report(number: int, year: int) -> Report:
    report = Build(unit=f"Enhet {number}", year=year).area("1.3").unit_goal("Alla leker").report()
    words = "Arbetet med kvalitet har gått framåt under året, och målet nås. " * 10
    rare = "En giraff har flyttat in. " if number == 7 else ""
    texts = (
        Text(TextOf.GOAL, 1, "Analys", f"{words}{rare}Stycke {turn} av enhet {number}.", Place(turn + 10))
        for turn in range(TEXTS)
    )
    return replace(report, texts=tuple(texts))


def _asking(store: Store, sought: str) -> Callable[[], object]:
    return lambda: search(store, NOTHING, Selection(text=sought))


if __name__ == "__main__":
    main()
