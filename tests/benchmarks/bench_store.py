"""What the store's promises cost: ratios, since the seconds are the machine's."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import duckdb

from dashboard.model import Kind, Report, TextOf
from dashboard.store import snapshots
from dashboard.store.commits import commit
from dashboard.store.database import Store
from dashboard.swedish import slug
from tests.builders import Build

ROWS, YEARS = 30, (2023, 2024, 2025)


def main() -> None:
    with tempfile.TemporaryDirectory() as found:
        folder = Path(found)
        small, large = _filled(folder / "small", units=40), _filled(folder / "large", units=400)
        compare("unit question, 10x the rows", _unit_question(small), _unit_question(large))
        compare(
            "the same question again, a new connection instead of a cursor", _unit_question(small), _connecting(small)
        )
        compare("reading the texts too", _unit_question(small), _with_texts(small))
        compare("a report's texts, 10x the texts", _texts(small), _texts(large))
        compare("looking whether there is a new snapshot", _unit_question(small), lambda: small.snapshot)
        compare("committing one report, 10x the rows", _commit(small), _commit(large), rounds=5)


def _filled(folder: Path, units: int) -> Store:
    commit(folder, [_report(number, year) for number in range(units) for year in YEARS])
    return Store(folder)


def _report(number: int, year: int, mark: str = "") -> Report:
    build = Build(unit=f"Enhet {number}", year=year, mark=mark).area("1.3")
    for row in range(ROWS):
        build.row(f"Andel {row}", f"{(number + row) % 100} %", "85 %").analysis(
            TextOf.OUTCOME, "Ord om utfallet. " * 40
        )
    return build.report()


def _unit_question(store: Store) -> Callable[[], object]:
    return lambda: _unit_rows(store)


def _unit_rows(store: Store) -> None:
    chosen = {"units": [slug("Enhet 20")], "years": [2024], "kinds": [Kind.VB], "indicators": None, "boards": None}
    store.ask("outcomes", **chosen)


def _with_texts(store: Store) -> Callable[[], object]:
    document = _report(20, 2024).document.id

    def ask() -> None:
        _unit_rows(store)
        store.ask("document_texts", document=document)

    return ask


def _texts(store: Store) -> Callable[[], object]:
    document = _report(20, 2024).document.id
    return lambda: store.ask("document_texts", document=document)


def _connecting(store: Store) -> Callable[[], object]:
    file = snapshots.file_of(store.folder, store.snapshot, "outcomes").as_posix()
    sql = "select * from read_parquet($file) where unit = $unit and year = 2024 and kind = 'VB' order by number"

    def ask() -> None:
        with duckdb.connect() as connection:
            connection.execute(sql, {"file": file, "unit": slug("Enhet 20")}).to_arrow_table()

    return ask


def _commit(store: Store) -> Callable[[], object]:
    marks = iter(range(1000))
    return lambda: commit(store.folder, [_report(1, 2025, mark=str(next(marks)))], keep=2)


def compare(told: str, first: Callable[[], object], second: Callable[[], object], rounds: int = 60) -> None:
    """Takes turns, so that whatever else the machine does falls on both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for act, seen in zip((first, second), times, strict=True):
            began = perf_counter()
            act()
            seen.append(perf_counter() - began)
    before, after = (median(seen) * 1000 for seen in times)
    print(f"{told}: {after / before:.2f} x  ({before:.2f} ms, {after:.2f} ms)")


if __name__ == "__main__":
    main()
