"""What a unit of 60 indicators costs: the deck's view, its PowerPoint and its report as PDF; goal: under 2 s each."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

from dashboard.model import Kind, Report, Selection, TextOf
from dashboard.settings import Settings
from dashboard.store.commits import commit
from dashboard.swedish import slug
from dashboard.tasks import exports
from dashboard.tasks.shelf import shelf
from dashboard.views.apt import apt
from tests.benchmarks.bench_pages import STATUSES
from tests.builders import Build

INDICATORS, UNIT = 60, "Enheten för stöd och omsorg"


def main() -> None:
    with tempfile.TemporaryDirectory() as found:
        commit(Path(found), [report(2025), report(2024)])
        held = shelf(replace(Settings(), store=Path(found)))
        chosen = Selection(unit=slug(UNIT), year=2025, period=Kind.VB)
        slides = len(apt(held.store, held.catalogue, chosen).every)
        _told(f"deck of {slides} slides", lambda: apt(held.store, held.catalogue, chosen))
        for form in ("pptx", "pdf"):
            _told(form, lambda form=form: exports.FORMS[form](held, chosen, ""))  # type: ignore[misc]


def _told(what: str, make: Callable[[], object]) -> None:
    """The first time, and the middle of the next five: by the clock, and of the processor, which others don't slow."""
    times = []
    for _ in range(6):
        start = perf_counter(), process_time()
        make()
        times.append((perf_counter() - start[0], process_time() - start[1]))
    (first, work), (usual, less) = times[0], sorted(times[1:])[2]
    print(f"{what}: first {first:.2f} s ({work:.2f} of the processor), then {usual:.2f} s ({less:.2f})")


def report(year: int, unit: str = UNIT) -> Report:
    """A year: 60 rows under 12 goals, with the unit's words on each goal and row, activities and feedback."""
    build = Build(unit, year=year)
    for row in range(INDICATORS):
        if row % 5 == 0:
            build.area(f"{row // 20 + 1}.{row // 5 % 4 + 1}", "Ett mål för verksamhetsområdet")
            build.unit_goal(f"Enhetens mål {row // 5} för dem som behöver stöd", STATUSES[row // 5 % 5])
            build.analysis(TextOf.GOAL, "Enheten har arbetat med målet under hela året. " * 8)
            build.activity(f"Utbildning {row} i det nya arbetssättet", "Försenad" if row % 3 else None)
        value = (row * 13 + year) % 100
        status = STATUSES[row % 5]
        women, men = f"{value + 3} %", f"{value - 2} %"
        build.row(
            f"Andel nöjda med insats {row}", f"{value} %", "75 %", f"{value - 4} %", women=women, men=men, status=status
        )
        build.analysis(TextOf.OUTCOME, "Utfallet beror på flera saker som enheten har följt upp. " * 6)
    for number in range(12):
        build.complaints("Vad gällde klagomålet?", f"Kategori {number}", number, number + 1, None)
    return build.report()


if __name__ == "__main__":
    main()
