"""`make bench`: runs every bench_*.py here; each prints ratios that were measured side by side in this run."""

import importlib
from pathlib import Path

for file in sorted(Path(__file__).parent.glob("bench_*.py")):
    print(f"== {file.stem.removeprefix('bench_')}")
    importlib.import_module(f"tests.benchmarks.{file.stem}").main()
