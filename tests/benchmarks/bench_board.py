"""What a board of 60 units with 60 indicators each costs as PDF: time by the clock and of the processor, and memory."""

import resource
import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

from dashboard.model import Kind, Selection
from dashboard.settings import Settings
from dashboard.store.commits import commit
from dashboard.tasks import exports
from dashboard.tasks.shelf import shelf
from tests.benchmarks.bench_export import UNIT, report

UNITS = 60


def main() -> None:
    with tempfile.TemporaryDirectory() as found:
        commit(Path(found), [report(year, f"{UNIT} {number}") for number in range(UNITS) for year in (2025, 2024)])
        held = shelf(replace(Settings(), store=Path(found), address="https://maltavlan.exempel.se"))
        start = perf_counter(), process_time()
        made = exports.paper(held, Selection(year=2025, period=Kind.VB), "")
        took, work = perf_counter() - start[0], process_time() - start[1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = f"{took:.0f} s ({work:.0f} of the processor), at most {peak:.0f} MB of memory"
    print(f"{told}, {len(made) / 1e6:.1f} MB of PDF")


if __name__ == "__main__":
    main()
